"""Who speaks: labels, what only looks like one, and which of them a page believes."""

from __future__ import annotations

import time

import pytest

from wikifaq.model import Page
from wikifaq.transcript import read
from wikifaq.transcript.label import label
from wikifaq.transcript.words import LANGUAGES


def labelled(paragraph: str, *codes: str) -> tuple[str, str | None, str] | None:
    """The name and the role that a paragraph is labelled with, and the words after the label."""
    found = label(paragraph, tuple(LANGUAGES[code] for code in codes or ("en",)))
    return found and (found.name, found.role, paragraph[found.end :])


@pytest.mark.parametrize(
    ("paragraph", "name", "role"),
    [
        ("Ana: yes", "Ana", None),
        ("Ana : yes", "Ana", None),
        ("Ana:yes", "Ana", None),
        ("Ana&#58; yes", "Ana", None),
        ("Ana&nbsp;: yes", "Ana", None),
        ("Ana Bo: yes", "Ana Bo", None),
        ("Ana Maria Bo: yes", "Ana Maria Bo", None),
        ("Ana-Maria: yes", "Ana-Maria", None),
        ("Ana2: yes", "Ana2", None),
        ("Ana O’Neil: yes", "Ana O’Neil", None),
        ("O'Neil: yes", "O'Neil", None),
        ("Ana D'Angelo: yes", "Ana D'Angelo", None),
        # Initials and particles.
        ("A. Smith: yes", "A. Smith", None),
        ("J. R. Smith: yes", "J. R. Smith", None),
        ("J.R.R. Smith: yes", "J.R.R. Smith", None),
        ("Ana de Bo: yes", "Ana de Bo", None),
        ("Ana van Bo: yes", "Ana van Bo", None),
        ("Mary J. Smith: yes", "Mary J. Smith", None),
        ("Dr. Bo: yes", "Dr. Bo", None),
        # Roles.
        ("Ana (chair): yes", "Ana", "chair"),
        ("Ana (Head of Tea) : yes", "Ana", "Head of Tea"),
        ("Ana(WMF): yes", "Ana", "WMF"),
        ("Ana [audience]: yes", "Ana", "audience"),
        ("Ana Bo (vice chair, tea): yes", "Ana Bo", "vice chair, tea"),
        ("Ana（chair）: yes", "Ana", "chair"),
        ("A. Smith (chair): yes", "A. Smith", "chair"),
        # Bold and italic.
        ("'''Ana:''' yes", "Ana", None),
        ("'''Ana''': yes", "Ana", None),
        ("''Ana'': yes", "Ana", None),
        ("'''''Ana:''''' yes", "Ana", None),
        ("'''Ana (chair):''' yes", "Ana", "chair"),
        ("'''Ana''' (chair): yes", "Ana", "chair"),
        ("'''Ana''' (''chair''): yes", "Ana", "chair"),
        # Links to users.
        ("[[User:Ana]]: yes", "Ana", None),
        ("[[User:Ana B|Ana]]: yes", "Ana", None),
        ("[[:User:Ana|Ana]]: yes", "Ana", None),
        ("'''[[User:Ana|Ana]]:''' yes", "Ana", None),
        ("'''[[User:Ana|Ana]]''': yes", "Ana", None),
        ("[[User:Ana|Ana]] (chair): yes", "Ana", "chair"),
        ("Ana ([[Tea|chair]]): yes", "Ana", "chair"),
        # Who answers, in brackets.
        ("[Ana answers] yes", "Ana", None),
        ("[Ana answers]: yes", "Ana", None),
        ("[Ana Bo replied] yes", "Ana Bo", None),
    ],
)
def test_a_label_names_who_speaks(paragraph: str, name: str, role: str | None) -> None:
    assert labelled(paragraph) == (name, role, "yes")


@pytest.mark.parametrize(
    ("paragraph", "code", "told"),
    [
        ("Anna: ja", "de", ("Anna", None, "ja")),
        ("[Anna antwortet] ja", "de", ("Anna", None, "ja")),
        ("Léa : oui", "fr", ("Léa", None, "oui")),
        ("Léa&nbsp;: oui", "fr", ("Léa", None, "oui")),
        ("[Léa répond] oui", "fr", ("Léa", None, "oui")),
        ("Анна Петрова (ведущая): да", "ru", ("Анна Петрова", "ведущая", "да")),
        ("王明：是", "zh", ("王明", None, "是")),
        ("王明（茶务部长）：是", "zh", ("王明", "茶务部长", "是")),
        ("王明 (部长): 是", "zh", ("王明", "部长", "是")),
        ("'''王明：'''是", "zh", ("王明", None, "是")),
        ("山田：はい", "ja", ("山田", None, "はい")),
        ("سلمى: نعم", "ar", ("سلمى", None, "نعم")),
        ("मीरा: हाँ", "hi", ("मीरा", None, "हाँ")),
    ],
)
def test_labels_of_other_languages(
    paragraph: str, code: str, told: tuple[str, str | None, str]
) -> None:
    assert labelled(paragraph, code, "en") == told


@pytest.mark.parametrize(
    "paragraph",
    [
        # Words that stand before a colon and name nobody.
        "NOTE: yes",
        "Update: yes",
        "Another example: yes",
        "For context: yes",
        "First: yes",
        "Q: yes",
        "A: yes",
        "Answer: yes",
        "Yes: we do",
        # A sentence, or what names a thing.
        "Ana says: yes",
        "Ana said this: yes",
        "We have two: yes",
        "Tea and its makers: yes",
        "Sexual harassment: yes",
        "The cup: yes",
        "ana: yes",
        "ana Bo: yes",
        "Ana Maria Cy Bo: yes",
        "Ana, Bo: yes",
        "Ana — yes: no",
        "Ana! Yes: no",
        "“Ana”: yes",
        # Addresses and times.
        "http://example.org is yes",
        "Https://example.org is yes",
        "15:00 is tea",
        "At 15:00: tea",
        # Nothing is said, or no colon closes the label.
        "Ana:",
        "Ana: ",
        "Ana",
        "",
        "'''Ana: yes'''",
        "'''Ana''' yes: no",
        "Ana (chair) yes: no",
        # Brackets that hold something else.
        "[Ana laughs] yes",
        "[answers] yes",
        "[https://example.org Ana]: yes",
        "[1]: yes",
    ],
)
def test_what_only_looks_like_a_label(paragraph: str) -> None:
    assert labelled(paragraph) is None


@pytest.mark.parametrize(
    ("paragraph", "code"),
    [
        ("Hinweis: ja", "de"),
        ("Beispiel: ja", "de"),
        ("Remarque : oui", "fr"),
        ("Nota: sí", "es"),
        ("Примечание: да", "ru"),
        ("例如：茶", "zh"),
        ("注意：茶", "ja"),
    ],
)
def test_words_of_other_languages_that_name_nobody(paragraph: str, code: str) -> None:
    assert labelled(paragraph, code, "en") is None


def test_a_name_does_not_run_over_a_line_break() -> None:
    assert labelled("Sure\nAna: yes") is None


@pytest.mark.parametrize(
    ("name", "linked"),
    [("[[User:Ana|Ana]]", True), ("[[User:Ana]]", True), ("[[User talk:Ana|Ana]]", True), ("Ana", False)],
)  # fmt: skip
def test_a_link_is_told(name: str, linked: bool) -> None:
    found = label(f"{name}: yes", (LANGUAGES["en"],))
    assert found is not None
    assert found.linked == linked


# What a page believes.

HOUR = "Tea hour 2024-05-06"
FAQ = "Tea FAQ"


def speakers(text: str, title: str = HOUR) -> list[list[str | None]]:
    """Who answers each question of a page, turn by turn."""
    return [[turn.speaker for turn in entry.answer] for entry in read(Page(title, text)).entries]


def page(*answers: str) -> str:
    """A page of questions, each with an answer."""
    asked = ("Why is it hot?", "Where is it?", "When is it?", "Who is it?")
    return "\n".join(
        f"* {question}\n** {answer}" for question, answer in zip(asked, answers, strict=False)
    )


def test_a_conversation_believes_one_bare_word() -> None:
    assert speakers(page("Ana: We boil it.", "In the pot.")) == [["Ana"], [None]]


@pytest.mark.parametrize(
    "title", [HOUR, "Tea hour", "Talk notes of May"], ids=["dated", "hosted", "neither"]
)
def test_a_page_is_a_conversation_by_its_date_or_its_host(title: str) -> None:
    text = page("Ana: We boil it.", "In the pot.", "At four.")
    if title == "Tea hour":
        text = f"Hosted by Ana Bo.\n\n{text}"
    assert speakers(text, title)[0] == [None if title.startswith("Talk") else "Ana"]


def test_firefox_in_a_faq_is_nobody() -> None:
    text = "== Which browsers can I use? ==\n{}: yes.\n\n{}: no.\n== Where is it? ==\nIn the pot."
    for names in (("Firefox", "Chrome"), ("'''Firefox'''", "'''Chrome'''")):
        found = read(Page(FAQ, text.format(*names)))
        assert [turn.speaker for turn in found.entries[0].answer] == [None]
        assert found.entries[0].answer[0].text == "Firefox: yes.\n\nChrome: no."


def test_a_user_s_link_is_believed_in_a_faq_and_another_link_is_not() -> None:
    text = "== Why is it hot? ==\n[[{}]]: boiled.\n== Where is it? ==\nIn the pot."
    assert speakers(text.format("User:Ana|Ana"), FAQ) == [["Ana"], [None]]
    assert speakers(text.format("Firefox"), FAQ) == [[None], [None]]
    assert speakers(text.format("Tea|Ana"), FAQ) == [[None], [None]]


def test_labels_that_return_in_most_answers_are_believed_anywhere() -> None:
    answers = ("Ana: We boil it.", "Bo: In the pot.", "Ana: At four.", "Bo: Me.")
    assert speakers(page(*answers), "Tea notes") == [["Ana"], ["Bo"], ["Ana"], ["Bo"]]
    assert speakers(page(*answers[:1], "In the pot.", "At four."), "Tea notes")[0] == [None]


def test_several_bare_words_need_other_labels_about() -> None:
    assert speakers(page("Green Tea: boiled.", "In the pot.")) == [[None], [None]]
    assert speakers(page("Ana Bo: We boil it.", "Cy: Here.", "Di: At four.")) == [
        ["Ana Bo"],
        ["Cy"],
        ["Di"],
    ]


def test_several_bare_words_are_believed_where_they_return_or_the_first_is_a_label() -> None:
    assert speakers(page("Ana Bo: We boil it.", "Ana Bo: In the pot.")) == [["Ana Bo"], ["Ana Bo"]]
    assert speakers(page("Ana Bo: We boil it.", "Ana: In the pot.")) == [["Ana Bo"], ["Ana"]]


def test_words_that_the_page_uses_as_words_are_no_name() -> None:
    assert speakers(
        page("Ana: We boil it.", "Green Tea: there is green tea, and tea.", "Cy: At four.")
    ) == [["Ana"], [None], ["Cy"]]


@pytest.mark.parametrize(
    ("written", "speaker", "role"),
    [
        ("Ana Bo (chair): We boil it.", "Ana Bo", "chair"),
        ("'''Ana Bo:''' We boil it.", "Ana Bo", None),
        ("[[User:Ana|Ana Bo]]: We boil it.", "Ana Bo", None),
        ("[Ana Bo answers] We boil it.", "Ana Bo", None),
        ("A. Bo: We boil it.", "A. Bo", None),
    ],
)
def test_a_role_a_link_bold_letters_and_initials_make_a_name_sure(
    written: str, speaker: str, role: str | None
) -> None:
    turn = read(Page(HOUR, page(written, "In the pot."))).entries[0].answer[0]
    assert (turn.speaker, turn.role, turn.text) == (speaker, role, "We boil it.")


def test_an_audience_member_may_speak_inside_an_answer() -> None:
    text = page(
        "Ana: We boil it.\n** Bo (audience): I like it.\n** So do we.\n** Ana: Good.", "Here."
    )
    turns = [(t.speaker, t.role, t.text) for t in read(Page(HOUR, text)).entries[0].answer]
    assert turns == [
        ("Ana", None, "We boil it."),
        ("Bo", "audience", "I like it.\n\nSo do we."),
        ("Ana", None, "Good."),
    ]


def test_nobody_is_named_before_the_first_label() -> None:
    assert speakers(page("We boil it.\n** Ana: I do.\n** With water.", "Here.")) == [
        [None, "Ana"],
        [None],
    ]


@pytest.mark.parametrize("between", ["<br>", "<br />", "<br>\n"])
def test_a_label_after_a_line_break_opens_a_turn(between: str) -> None:
    text = page(f"Ana: We boil it.{between}Bo: And we stir it.", "Ana: In the pot.")
    assert speakers(text) == [["Ana", "Bo"], ["Ana"]]


def test_a_topic_in_an_answer_stays_in_its_words() -> None:
    (first, _) = read(
        Page(HOUR, page("Ana: We do.\n** Sexual harassment: we help.", "Here."))
    ).entries
    assert [(t.speaker, t.text) for t in first.answer] == [
        ("Ana", "We do.\n\nSexual harassment: we help.")
    ]


@pytest.mark.parametrize(
    ("verbatim", "shown"),
    [
        ("<pre>\nKettle: hot\nCup: cold\n</pre>", "Kettle: hot Cup: cold"),
        ("<nowiki>\nKettle: hot\n</nowiki>", "Kettle: hot"),
        ("<gallery>\nFile:Pot.png|The pot\n</gallery>", ""),
        ("{{Tea fact\n|Kettle: hot\n}}", "Kettle: hot"),
    ],
)
def test_nobody_speaks_within_a_tag_or_a_template(verbatim: str, shown: str) -> None:
    (first, _) = read(Page(HOUR, page(f"Ana: We write {verbatim}", "Ana: Here."))).entries
    (turn,) = first.answer
    assert (turn.speaker, turn.text) == ("Ana", f"We write {shown}".strip())


@pytest.mark.parametrize("before", ["", "Q", "Ana", "'''Ana", "'''", "(", "Ana ("])
def test_a_run_of_blanks_is_looked_at_once(before: str) -> None:
    text = "* Why is it hot?\n** " + before + "\t" * 50_000 + "x\n* Where is it?\n** In the pot."
    begun = time.process_time()
    assert len(read(Page("Tea hour 2024-05-06", text)).entries) == 2
    assert time.process_time() - begun < 5  # cubic time would be a day


def test_brackets_behind_a_mark_name_somebody_only_before_its_colon() -> None:
    text = (
        "Q: Why?\nA: (Update: later) So.\nQ (Ana): Where?\nA (Bo): There.\nQ: When?\nA: (Soon) Now."
    )
    entries = read(Page("Tea hour 2024-05-06", text)).entries
    assert [(e.asker, [(t.speaker, t.text) for t in e.answer]) for e in entries] == [
        (None, [(None, "(Update: later) So.")]),
        ("Ana", [("Bo", "There.")]),
        (None, [(None, "(Soon) Now.")]),
    ]
