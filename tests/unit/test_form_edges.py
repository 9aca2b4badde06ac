"""The edges of each form: what stands before, between, within and after its questions."""

from __future__ import annotations

import pytest
from test_forms import ANA, BO, CY, FAQ, HOT, HOUR, WHERE, told

from wikifaq.model import Page
from wikifaq.transcript import read

LAST = "The next hour is in June."
LIST = "* Why is it hot?\n** We boil it.\n* Where is it?\n** In the pot."


def unread(text: str, title: str = HOUR) -> list[str]:
    """What of a page was not understood."""
    return [text[start:end] for start, end in read(Page(title, text)).unrecognised]


# After the last answer.


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        LIST.replace("** ", "*: "),
        LIST.replace("* ", "# ").replace("*#", "#*"),
        "Why is it hot?\n: We boil it.\nWhere is it?\n: In the pot.",
        "; Why is it hot?\n: We boil it.\n; Where is it?\n: In the pot.",
        "{|\n! Question !! Answer\n|-\n| Why is it hot? || We boil it.\n|-\n| Where is it? || In the pot.\n|}",
        "{{Tea item|q=Why is it hot?|a=We boil it.}}\n{{Tea item|q=Where is it?|a=In the pot.}}",
        "{{Fold top|Why is it hot?}}\nWe boil it.\n{{Fold bottom}}\n{{Fold top|Where is it?}}\nIn the pot.\n{{Fold bottom}}",
    ],
)  # fmt: skip
def test_prose_after_the_last_answer_is_no_part_of_it(text: str) -> None:
    page = f"{text}\n\n{LAST}\n"
    assert told(page) == [HOT, WHERE]
    assert unread(page) == [LAST]


@pytest.mark.parametrize(
    "text",
    [
        "* Why is it hot?\n\nWe boil it.\n\n* Where is it?\n\nIn the pot.",
        "'''Why is it hot?'''\n\nWe boil it.\n\n'''Where is it?'''\n\nIn the pot.",
        "Q: Why is it hot?\n\nA: We boil it.\n\nQ: Where is it?\n\nA: In the pot.",
        "== Why is it hot? ==\nWe boil it.\n== Where is it? ==\nIn the pot.",
        "{{Asked|Why is it hot?}}\nWe boil it.\n{{Asked|Where is it?}}\nIn the pot.",
    ],
)
def test_where_answers_are_paragraphs_the_last_of_them_is_one_too(text: str) -> None:
    assert told(f"{text}\n\nAnd in the cup.") == [HOT, (WHERE[0], f"{WHERE[1]} / And in the cup.")]


def test_prose_in_an_answer_that_goes_on_nested_belongs_to_it() -> None:
    text = LIST.replace("\n* Where", "\n\nOr so.\n\n** Mind it.\n* Where")
    assert told(text)[0] == (HOT[0], "We boil it. / Or so. / Mind it.")


def test_a_box_ends_with_its_closing_template() -> None:
    box = "{{%s|Why is it hot?}}\nWe boil it.\n{{%s}}\nBetween.\n"
    for opened, closed in (("Fold top", "Fold bottom"), ("Fold", "End fold"), ("Fold", "Folded")):
        text = box % (opened, closed) + (box % (opened, closed)).replace(*HOT[:1], "Where is it?")
        assert [answer for _, answer in told(text)] == ["We boil it."] * 2
        assert unread(text) == ["Between.", "Between."]


def test_a_box_without_closing_template_ends_at_the_next() -> None:
    text = "{{Asked|Why is it hot?}}\n* We boil it.\n\nYes.\n\n{{Asked|Where is it?}}\nIn the pot."
    assert told(text) == [(HOT[0], "We boil it. / Yes."), WHERE]


def test_a_single_call_with_a_question_is_a_box_only_if_it_is_closed() -> None:
    assert told("{{Fold top|Why is it hot?}}\nWe boil it.\n{{Fold bottom}}") == [HOT]
    assert told("{{Fold top|Why is it hot?}}\nWe boil it.") == []


# Before the first question.


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        "Q: Why is it hot?\n\nA: We boil it.\n\nQ: Where is it?\n\nA: In the pot.",
        "# Why is it hot?\n#: We boil it.\n# Where is it?\n#: In the pot.",
        "'''Why is it hot?'''\n\nWe boil it.\n\n'''Where is it?'''\n\nIn the pot.",
        "; Why is it hot?\n: We boil it.\n; Where is it?\n: In the pot.",
    ],
)
def test_statements_before_the_first_question_are_none(text: str) -> None:
    statements = "* We meet on Monday.\n* Bring a cup.\n\nIt is free.\n\n* Come in time."
    for title in ("", "== About ==\n"):
        page = f"{title}{statements}\n\n{text}"
        assert told(page) == [HOT, WHERE]
        assert unread(page) == []


def test_headings_above_the_first_that_asks_are_titles() -> None:
    text = (
        "== Welcome ==\nDrink tea.\n== Our pot ==\nIt is blue.\n"
        "== Why is it hot? ==\nWe boil it.\n== Where is it? ==\nIn the pot.\n== Milk ==\nThere is some."
    )
    assert told(text, FAQ) == [HOT, WHERE, ("Milk", "There is some.")]


# Among the questions.

ASKED = "Please bring milk."
AMONG = {
    "list": "* Why is it hot?\n** We boil it.\n* {}\n** We will.\n* Where is it?\n** In the pot.",
    "mark": "Q: Why is it hot?\n\nA: We boil it.\n\nQ: {}\n\nA: We will.\n\nQ: Where is it?\n\nA: In the pot.",
    "definition list": "; Why is it hot?\n: We boil it.\n; {}\n: We will.\n; Where is it?\n: In the pot.",
    "bold line": "'''Why is it hot?'''\n\nWe boil it.\n\n'''{}'''\n\nWe will.\n\n'''Where is it?'''\n\nIn the pot.",
    "indented": "Why is it hot?\n: We boil it.\n\n{}\n: We will.\n\nWhere is it?\n: In the pot.",
    "table": "{{|\n! Question !! Answer\n|-\n| Why is it hot? || We boil it.\n|-\n| {} || We will.\n|-\n| Where is it? || In the pot.\n|}}",
    "template": "{{{{Fold|Why is it hot?|We boil it.}}}}\n{{{{Fold|{}|We will.}}}}\n{{{{Fold|Where is it?|In the pot.}}}}",
    "line break": "* Why is it hot?<br>We boil it.\n* {}<br>We will.\n* Where is it?<br>In the pot.",
}  # fmt: skip


@pytest.mark.parametrize("form", AMONG)
def test_a_request_among_questions_is_an_entry(form: str) -> None:
    text = AMONG[form].format(ASKED)
    assert told(text) == [HOT, (ASKED, "We will."), WHERE]
    assert [entry.kind for entry in read(Page(HOUR, text)).entries] == [
        "question",
        "request",
        "question",
    ]
    assert {entry.kind for entry in read(Page(FAQ, text)).entries} == {"question"}


@pytest.mark.parametrize("form", ["list", "mark", "line break"])
def test_a_question_that_is_not_given_is_missing(form: str) -> None:
    entries = read(Page(HOUR, AMONG[form].format("[no question text]"))).entries
    assert [(e.kind, e.question) for e in entries][1] == ("missing", "")
    assert entries[1].answer[0].text == "We will."


# Stacked questions.


@pytest.mark.parametrize(
    "text",
    [
        "== Why is it hot? ==\n== Is it hot? ==\nWe boil it.\n== Where is it? ==\nIn the pot.",
        "== Tea ==\n=== Why is it hot? ===\n=== Is it hot? ===\nWe boil it.\n=== Where is it? ===\nIn the pot.",
        "; Why is it hot?\n; Is it hot?\n: We boil it.\n; Where is it?\n: In the pot.",
    ],
)
def test_questions_on_one_another_share_an_answer(text: str) -> None:
    assert told(text) == [HOT, ("Is it hot?", HOT[1]), WHERE]


def test_three_headings_may_share_an_answer() -> None:
    text = "== Why? ==\n== Where? ==\n\n== When? ==\nWe don't know.\n== Who? ==\nWe."
    assert told(text, FAQ) == [
        *((question, "We don't know.") for question in ("Why?", "Where?", "When?")),
        ("Who?", "We."),
    ]


def test_a_blank_line_parts_terms_that_share_nothing() -> None:
    text = "; Why is it hot?\n\n; Is it hot?\n: We boil it.\n; Where is it?\n: In the pot."
    assert told(text)[0] == (HOT[0], "")


# Answers in the question's own line.


def test_answers_after_line_breaks() -> None:
    text = (
        "* Why is it hot?<br>We boil it.<br>It takes time.\n"
        "* Where is it?<br /> In the pot.\n* When is it?<br/><br/>At four.<br/><br/>Come!"
    )
    assert told(text) == [
        (HOT[0], "We boil it. It takes time."),
        WHERE,
        ("When is it?", "At four. / Come!"),
    ]


def test_an_answer_goes_on_under_the_line_it_begins_in() -> None:
    text = "* '''Why is it hot?''' We boil it.\n** It takes time.\n* '''Where is it?''' In the pot."
    assert told(text, FAQ) == [(HOT[0], "We boil it. / It takes time."), WHERE]
    text = "'''Why is it hot?''' We boil it.\n\nIt takes time.\n\n'''Where is it?''' In the pot."
    assert told(text, FAQ) == [(HOT[0], "We boil it. / It takes time."), WHERE]


def test_bold_words_that_ask_nothing_part_no_line() -> None:
    text = LIST.replace("Why is it", "'''Tea:''' why is it")
    assert told(text) == [("Tea: why is it hot?", HOT[1]), WHERE]


def test_a_break_in_a_question_whose_answer_is_nested_is_part_of_it() -> None:
    text = LIST.replace("Why is it hot?", "There is a pot.<br>Why is it hot?")
    assert told(text) == [("There is a pot. Why is it hot?", HOT[1]), WHERE]


# Questions of several paragraphs.


def test_all_between_the_marks_of_question_and_answer_is_asked() -> None:
    text = "Q: There is a pot.\n\nWhy is it hot?\n\nA: We boil it.\n\nQ: Where is it?\n\nA: In the pot."
    assert told(text) == [("There is a pot. Why is it hot?", HOT[1]), WHERE]


def test_a_post_asks_with_all_its_paragraphs() -> None:
    text = (
        f"== Tea ==\nThere is a pot.\n\nWhy is it hot? {ANA}\n: We boil it.\n: Yes. {BO}\n:: Thanks. {ANA}\n"
        f"== Pots ==\nWhere is it? {CY}\n: In the pot. {BO}"
    )
    assert told(text) == [("There is a pot. Why is it hot?", "We boil it. / Yes. / Thanks."), WHERE]
    first = read(Page(HOUR, text)).entries[0]
    assert [turn.speaker for turn in first.answer] == ["Bo", "Ana"]
    assert (first.asker, first.section, first.form) == ("Ana", "Tea", "signed")
