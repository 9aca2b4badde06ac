"""Questions within answers and answers within sections: follow-ups, parts, threads, headings."""

from __future__ import annotations

import pytest
from test_forms import ANA, BO, CY, FAQ, HOT, HOUR, WHERE, told

from wikifaq.model import Page
from wikifaq.transcript import read


def tied(text: str, title: str = HOUR) -> list[tuple[str, int | None, int | None]]:
    """The questions of a page, each with the number of its parent and of what it follows."""
    entries = read(Page(title, text)).entries
    number: dict[str | None, int | None] = {entry.id: n for n, entry in enumerate(entries)}
    number[None] = None
    return [(entry.question, number[entry.parent], number[entry.follows]) for entry in entries]


# Questions and comments under a response.


@pytest.mark.parametrize(
    "text",
    [
        "* Q: Why is it hot?\n** A: We boil it.\n*** C: I like it.\n*** Q: Does it burn?\n**** A: At first.\n* Q: Where is it?\n** A: In the pot.",
        "* Question: Why is it hot?\n** Response: We boil it.\n*** Comment: I like it.\n*** Question: Does it burn?\n**** Response: At first.\n* Question: Where is it?\n** Response: In the pot.",
        ": Q: Why is it hot?\n:: A: We boil it.\n::: C: I like it.\n::: Q: Does it burn?\n:::: A: At first.\n: Q: Where is it?\n:: A: In the pot.",
    ],
)  # fmt: skip
def test_a_marked_question_under_a_response_follows_on(text: str) -> None:
    assert told(text) == [
        (HOT[0], "We boil it. / I like it."),
        ("Does it burn?", "At first."),
        WHERE,
    ]
    assert tied(text) == [(HOT[0], None, None), ("Does it burn?", None, 0), (WHERE[0], None, None)]


def test_a_comment_after_a_nested_answer_belongs_to_that() -> None:
    text = (
        "* Q: Why is it hot?\n** A: We boil it.\n*** Q: Does it burn?\n**** A: At first.\n"
        "**** C: So it does.\n* Q: Where is it?\n** A: In the pot."
    )
    assert told(text)[:2] == [HOT, ("Does it burn?", "At first. / So it does.")]


# Follow-ups.


def test_a_follow_up_nested_in_an_answer_takes_what_is_below_it() -> None:
    text = (
        "* Why is it hot?\n** We boil it.\n*** If so, does it burn?\n**** At first.\n"
        "*** Follow-up: for how long?\n**** A minute.\n* Where is it?\n** In the pot."
    )
    assert told(text) == [
        HOT,
        ("If so, does it burn?", "At first."),
        ("Follow-up: for how long?", "A minute."),
        WHERE,
    ]
    assert [follows for _, _, follows in tied(text)] == [None, 0, 0, None]


def test_a_follow_up_beside_the_answer_takes_the_items_after_it() -> None:
    text = "* Why is it hot?\n** We boil it.\n** And if it burns?\n** Wait.\n* Where is it?\n** In the pot."
    assert told(text) == [HOT, ("And if it burns?", "Wait."), WHERE]
    assert [follows for _, _, follows in tied(text)] == [None, 0, None]


def test_a_follow_up_beside_the_question_follows_what_is_above_it() -> None:
    text = (
        "* Why is it hot?\n** We boil it.\n* If not, why do you stir it?\n** It is nice.\n"
        "* Where is it?\n** In the pot."
    )
    assert [follows for _, _, follows in tied(text)] == [None, 0, None]


def test_a_rhetorical_question_in_an_answer_is_part_of_it() -> None:
    text = "* Why is it hot?\n** We boil it. Why not?\n** What else could we do?\n* Where is it?\n** In the pot."
    assert told(text) == [(HOT[0], "We boil it. Why not? / What else could we do?"), WHERE]


# Numbered parts of a question.

PARTS = {
    "list": "* I have two things.\n** 1) Is it hot?\n** Yes.\n** 2) Is it black?\n** No.\n* Where is it?\n** In the pot.",
    "numbers": "# I have two things.\n#: 1) Is it hot?\n#: Yes.\n#: 2) Is it black?\n#: No.\n# Where is it?\n#: In the pot.",
    "beside it": "* I have two things.\n* 1) Is it hot?\n** Yes.\n* 2) Is it black?\n** No.\n* Where is it?\n** In the pot.",
    "line breaks": "* I have two things.<br>1) Is it hot?<br><br>Yes.<br><br>2) Is it black?<br><br>No.\n* Where is it?<br>In the pot.",
    "mark": "Q: I have two things.\n\n1) Is it hot?\n\nA: Yes.\n\n2) Is it black?\n\nA: No.\n\nQ: Where is it?\n\nA: In the pot.",
    "mark without answers": "Q: I have two things.\n\n1) Is it hot?\n\nYes.\n\n2) Is it black?\n\nNo.\n\nQ: Where is it?\n\nIn the pot.",
    "definition list": "; I have two things.\n: 1) Is it hot?\n: Yes.\n: 2) Is it black?\n: No.\n; Where is it?\n: In the pot.",
    "bold line": "'''I have two things.'''\n\n1) Is it hot?\n\nYes.\n\n2) Is it black?\n\nNo.\n\n'''Where is it?'''\n\nIn the pot.",
    "indented": "I have two things.\n: 1) Is it hot?\n: Yes.\n: 2) Is it black?\n: No.\n\nWhere is it?\n: In the pot.",
    "heading": "== I have two things. ==\n1) Is it hot?\n\nYes.\n\n2) Is it black?\n\nNo.\n== Where is it? ==\nIn the pot.",
    "headings": "== I have two things. ==\n== 1) Is it hot? ==\nYes.\n== 2) Is it black? ==\nNo.\n== Where is it? ==\nIn the pot.",
    "template": "{{Asked|question=I have two things.|answer=1) Is it hot?\n\nYes.\n\n2) Is it black?\n\nNo.}}\n{{Asked|question=Where is it?|answer=In the pot.}}",
    "box": "{{Fold top|I have two things.}}\n1) Is it hot?\n\nYes.\n\n2) Is it black?\n\nNo.\n{{Fold bottom}}\n{{Fold top|Where is it?}}\nIn the pot.\n{{Fold bottom}}",
    "table": "{|\n! Question !! Answer\n|-\n| I have two things. || 1) Is it hot?<br><br>Yes.<br><br>2) Is it black?<br><br>No.\n|-\n| Where is it? || In the pot.\n|}",
}  # fmt: skip


@pytest.mark.parametrize("form", PARTS)
def test_numbered_parts_stand_under_their_preamble(form: str) -> None:
    text = PARTS[form]
    assert told(text) == [
        ("I have two things.", ""),
        ("Is it hot?", "Yes."),
        ("Is it black?", "No."),
        WHERE,
    ]
    assert [parent for _, parent, _ in tied(text)] == [None, 0, 0, None]
    found = read(Page(HOUR, text))
    assert {entry.kind for entry in found.entries} == {"question"}
    assert not found.warnings


@pytest.mark.parametrize(
    "answer",
    [
        "1) Boil it.\n** 2) Wait.\n** 3) Drink.",
        "It takes: 1) a pot, 2) time.",
        "1) Is it not nice?",
        "2) Is it hot?\n** Yes.\n** 3) Is it black?\n** No.",
        "There are two: \n** 1) Is it hot?\n** Yes.\n** 2) Is it black?\n** No.",
    ],
)
def test_numbers_that_part_no_question(answer: str) -> None:
    text = f"* Why is it hot?\n** {answer}\n* Where is it?\n** In the pot."
    assert [question for question, _ in told(text)] == [HOT[0], WHERE[0]]


# Sections and headings.


def test_sub_headings_part_an_answer_and_are_no_questions() -> None:
    text = (
        "== Why is it hot? ==\n=== In winter ===\nWe boil it.\n=== In summer ===\nThe sun.\n"
        "== Where is it? ==\nIn the pot.\n=== Colour ===\nThe pot is blue."
    )
    assert told(text, FAQ) == [
        (HOT[0], "In winter / We boil it. / In summer / The sun."),
        (WHERE[0], "In the pot. / Colour / The pot is blue."),
    ]


def test_sub_headings_that_ask_are_questions_and_the_one_above_is_a_title() -> None:
    text = "== Tea ==\n=== Why is it hot? ===\nWe boil it.\n=== Where is it? ===\nIn the pot.\n== Cups ==\n=== Broken cups ===\nWe mend them."
    assert told(text, FAQ) == [HOT, WHERE, ("Broken cups", "We mend them.")]
    assert [entry.section for entry in read(Page(FAQ, text)).entries] == ["Tea", "Tea", "Cups"]


@pytest.mark.parametrize(
    "closing",
    ["See also", "References", "External links", "Notes", "Archives", "See also:", "CONTACT"],
)
@pytest.mark.parametrize("level", ["==", "==="])
def test_sections_that_close_a_page_are_no_questions(closing: str, level: str) -> None:
    text = f"== Why is it hot? ==\nWe boil it.\n== Where is it? ==\nIn the pot.\n{level} {closing} {level}\n* [[Coffee]]"
    assert told(text, FAQ)[0] == HOT
    assert [question for question, _ in told(text, FAQ)] == [HOT[0], WHERE[0]]


@pytest.mark.parametrize(
    ("closing", "asked"),
    [("Siehe auch", "Warum ist er heiß?"), ("Voir aussi", "Pourquoi ?"), ("См. также", "Почему?")],
)
def test_sections_that_close_a_page_in_another_language(closing: str, asked: str) -> None:
    text = f"== {asked} ==\nTee.\n== {asked[:-1]} nun? ==\nTee.\n== {closing} ==\n* [[Tee]]"
    assert len(told(text, FAQ)) == 2


def test_a_heading_of_a_faq_may_be_answered_by_a_signed_text() -> None:
    text = f"== Why is it hot? ==\nWe boil it. {ANA}\n== Where is it? ==\nIn the pot. {BO}\n== How to clean a cup ==\nRinse it. {BO}"
    found = read(Page(FAQ, text))
    assert found.kind == "faq"
    assert [(e.question, e.answer[0].speaker, e.answer[0].text) for e in found.entries] == [
        (HOT[0], "Ana", HOT[1]),
        (WHERE[0], "Bo", WHERE[1]),
        ("How to clean a cup", "Bo", "Rinse it."),
    ]


# Threads.


def test_several_threads_may_stand_in_a_section() -> None:
    text = (
        f"== Questions ==\nWhy is it hot? {ANA}\n: We boil it. {BO}\n\nWhere is it? {CY}\n: In the pot. {BO}\n:: Where? {CY}\n"
        f"\nWhen is it? {CY}\n: At four. {BO}"
    )
    found = read(Page("Talk:Tea", text))
    assert told(text, "Talk:Tea") == [
        HOT,
        (WHERE[0], "In the pot. / Where?"),
        ("When is it?", "At four."),
    ]
    assert [e.asker for e in found.entries] == ["Ana", "Cy", "Cy"]
    assert {e.section for e in found.entries} == {"Questions"}


def test_a_post_at_the_margin_in_a_thread_is_a_reply() -> None:
    text = (
        f"== Tea ==\nWhy is it hot? {ANA}\n\nWe boil it. {BO}\n\nThank you. {ANA}\n"
        f"== Pots ==\nWhere is it? {CY}\n: In the pot. {BO}"
    )
    assert told(text, "Talk:Tea") == [(HOT[0], "We boil it. / Thank you."), WHERE]


def test_a_post_nobody_answered_is_doubtful() -> None:
    text = f"== Tea ==\nWhy is it hot? {ANA}\n== Pots ==\nWhere is it? {CY}\n: In the pot. {BO}"
    found = read(Page("Talk:Tea", text))
    assert [e.question for e in found.entries] == [HOT[0], WHERE[0]]
    assert any(HOT[0] in warning for warning in found.warnings)


def test_marks_on_a_talk_page_leave_no_doubt() -> None:
    text = f"== Tea ==\nQ: Why is it hot?\n\nA: We boil it.\n\nQ: Where is it?\n\nA: In the pot. {BO}\n== Pots ==\nThey are blue. {ANA}\n: Yes. {BO}"
    assert told(text, "Talk:Tea")[:2] == [HOT, WHERE]
