"""Each form in which pages write questions: a page that it reads, and what it leaves alone."""

from __future__ import annotations

import pytest

from wikifaq.model import Page
from wikifaq.transcript import read

HOUR = "Tea hour 2024-05-06"
FAQ = "Tea FAQ"
HOT = ("Why is it hot?", "We boil it.")
WHERE = ("Where is it?", "In the pot.")
ANA = "[[User:Ana|Ana]] ([[User talk:Ana|talk]]) 10:00, 1 May 2024 (UTC)"
BO = "[[User:Bo|Bo]] ([[User talk:Bo|talk]]) 11:00, 1 May 2024 (UTC)"
CY = "[[User:Cy|Cy]] ([[User talk:Cy|talk]]) 12:00, 1 May 2024 (UTC)"


def told(text: str, title: str = HOUR) -> list[tuple[str, str]]:
    """The questions of a page, each with its answer in one text."""
    return [
        (entry.question, " / ".join(turn.text.replace("\n\n", " / ") for turn in entry.answer))
        for entry in read(Page(title, text)).entries
    ]


def forms(text: str, title: str = HOUR) -> set[str]:
    """The forms by which the questions of a page are read, without list marks."""
    return {entry.form.split(" *")[0].split(" #")[0] for entry in read(Page(title, text)).entries}


# A page of two questions in each form.
READ = {
    "mark": [
        "Q: Why is it hot?\n\nA: We boil it.\n\nQ: Where is it?\n\nA: In the pot.",
        "Q: Why is it hot?\nA: We boil it.\nQ: Where is it?\nA: In the pot.",
        "'''Question 1:''' Why is it hot?\n\nWe boil it.\n\n'''Question 2:''' Where is it?\n\nIn the pot.",
        "Question:\nWhy is it hot?\n\nAnswer:\nWe boil it.\n\nQuestion:\nWhere is it?\n\nAnswer:\nIn the pot.",
        "'''Question'''\n\nWhy is it hot?\n\n'''Answer'''\n\nWe boil it.\n\n'''Question'''\n\nWhere is it?\n\n'''Answer'''\n\nIn the pot.",
        "'''Question'''\nWhy is it hot?\n'''Answer'''\nWe boil it.\n'''Question'''\nWhere is it?\n'''Answer'''\nIn the pot.",
        "* Question:\nWhy is it hot?\n* Answer:\nWe boil it.\n* Question:\nWhere is it?\n* Answer:\nIn the pot.",
        "* '''Q''': Why is it hot?\n* '''A''': We boil it.\n* '''Q''': Where is it?\n* '''A''': In the pot.",
        ";Q: Why is it hot?\n:A: We boil it.\n;Q: Where is it?\n:A: In the pot.",
    ],
    "marked answer": [
        "Why is it hot?\n\nAnswer: We boil it.\n\nWhere is it?\n\nAnswer: In the pot.",
        "Why is it hot?\nAnswer: We boil it.\n\nWhere is it?\nAnswer: In the pot.",
    ],
    "heading": [
        "== Why is it hot? ==\nWe boil it.\n== Where is it? ==\nIn the pot.",
        "== Q: Why is it hot? ==\nA: We boil it.\n== Q: Where is it? ==\nA: In the pot.",
        "<h3>Why is it hot?</h3>\nWe boil it.\n<h3>Where is it?</h3>\nIn the pot.",
        "== Tea ==\n==== Why is it hot? ====\nWe boil it.\n== Pots ==\n==== Where is it? ====\nIn the pot.",
    ],
    "list": [
        "* Why is it hot?\n** We boil it.\n* Where is it?\n** In the pot.",
        "* Why is it hot?\n*: We boil it.\n* Where is it?\n*: In the pot.",
        "# Why is it hot?\n#: We boil it.\n# Where is it?\n#: In the pot.",
        "* Why is it hot?\n\nWe boil it.\n\n* Where is it?\n\nIn the pot.",
        "* '''Why is it hot?''' We boil it.\n* '''Where is it?''' In the pot.",
        "* ''Why is it hot?''<br>We boil it.\n* ''Where is it?''<br>In the pot.",
        "<ol><li>Why is it hot?<ul><li>We boil it.</li></ul></li><li>Where is it?<ul><li>In the pot.</li></ul></li></ol>",
    ],
    "definition list": [
        "; Why is it hot?\n: We boil it.\n; Where is it?\n: In the pot.",
        "; Why is it hot? : We boil it.\n; Where is it? : In the pot.",
        ";Why is it hot?\nWe boil it.\n;Where is it?\nIn the pot.",
        "<dl><dt>Why is it hot?</dt><dd>We boil it.</dd><dt>Where is it?</dt><dd>In the pot.</dd></dl>",
    ],
    "bold line": [
        "'''Why is it hot?'''\n\nWe boil it.\n\n'''Where is it?'''\n\nIn the pot.",
        "'''Why is it hot?'''\nWe boil it.\n'''Where is it?'''\nIn the pot.",
        "''Why is it hot?''\n: We boil it.\n\n''Where is it?''\n: In the pot.",
        "'''Why is it hot?''' We boil it.\n\n'''Where is it?''' In the pot.",
        "'''Why is it hot?'''<br>We boil it.\n\n'''Where is it?'''<br />In the pot.",
        "'''Why is it hot?''': We boil it.\n\n'''Where is it?''': In the pot.",
    ],
    "indented": [
        "Why is it hot?\n: We boil it.\nWhere is it?\n: In the pot.",
        "Why is it hot?\n* We boil it.\n\nWhere is it?\n* In the pot.",
        "Why is it hot?\n:* We boil it.\n\nWhere is it?\n:* In the pot.",
    ],
    "template": [
        "{{Tea item|question=Why is it hot?|answer=We boil it.}}\n{{Tea item|question=Where is it?|answer=In the pot.}}",
        "{{Tea item\n| q = Why is it hot?\n| a = We boil it.\n}}\n{{Tea item\n| q = Where is it?\n| a = In the pot.\n}}",
        "{{Tea item|title=Why is it hot?|content=We boil it.}}\n{{Tea item|title=Where is it?|content=In the pot.}}",
        "{{Tea list|question1=Why is it hot?|answer1=We boil it.|question2=Where is it?|answer2=In the pot.}}",
        "{{Fold|Why is it hot?|We boil it.}}\n{{Fold|Where is it?|In the pot.}}",
        "{{Fold top|Why is it hot?}}\nWe boil it.\n{{Fold bottom}}\n{{Fold top|Where is it?}}\nIn the pot.\n{{Fold bottom}}",
        "{{Fold top|Why is it hot?}}We boil it.{{Fold bottom}}\n{{Fold top|Where is it?}}In the pot.{{Fold bottom}}",
        "{{Asked|Why is it hot?}}\nWe boil it.\n{{Asked|Where is it?}}\nIn the pot.",
    ],
    "table": [
        "{|\n! Question !! Answer\n|-\n| Why is it hot? || We boil it.\n|-\n| Where is it? || In the pot.\n|}",
        "{|\n! No. !! Answer !! Question\n|-\n| 1 || We boil it. || Why is it hot?\n|-\n| 2 || In the pot. || Where is it?\n|}",
        "{|\n! Questions\n! Answers\n|-\n| Why is it hot?\n| We boil it.\n|-\n| Where is it?\n| In the pot.\n|}",
        "{|\n| Why is it hot? || We boil it.\n|-\n| Where is it? || In the pot.\n|}",
        "{|\n! Why is it hot?\n|-\n| We boil it.\n|}\n{|\n! Where is it?\n|-\n| In the pot.\n|}",
        "{|\n| Why is it hot?\n|-\n| We boil it.\n|-\n| Where is it?\n|-\n| In the pot.\n|}",
    ],
    "signed": [
        f"== Tea ==\nWhy is it hot? {ANA}\n: We boil it. {BO}\n== Pots ==\nWhere is it? {ANA}\n: In the pot. {BO}",
        f"Why is it hot? {ANA}\n: We boil it. {BO}\n\nWhere is it? {ANA}\n: In the pot. {BO}",
        f"== Tea ==\nWhy is it hot? --{ANA}\n:* We boil it. --{BO}\n== Pots ==\nWhere is it? --{CY}\n:* In the pot. --{BO}",
    ],
}  # fmt: skip
PAGES = [(form, text) for form, texts in READ.items() for text in texts]


@pytest.mark.parametrize(("form", "text"), PAGES)
def test_a_form_reads_its_pages(form: str, text: str) -> None:
    assert told(text) == [HOT, WHERE]
    assert forms(text) == {form}


@pytest.mark.parametrize(("form", "text"), PAGES)
def test_a_form_reads_its_pages_under_a_heading_and_after_an_invitation(
    form: str, text: str
) -> None:
    if form == "heading":
        text = text.replace("=\n==", "=\n\n==")
    page = f"Welcome to the hour.\n\n* Bring a cup.\n* Come in time.\n\n== Tea ==\n{text}\n\n[[Category:Tea]]\n"
    assert told(page) == [HOT, WHERE]


def test_plain_lines_that_ask_are_read_where_there_are_three() -> None:
    two = "Why is it hot?\n\nWe boil it.\n\nWhere is it?\n\nIn the pot."
    assert told(two) == []
    three = f"{two}\n\nWhen is it?\n\nAt four."
    assert told(three) == [HOT, WHERE, ("When is it?", "At four.")]
    assert forms(three) == {"paragraph"}


# What looks like a form and isn't.
TRAPS = {
    "letters in prose and in a list": "Vitamin C: none. Drive C: full.\n\nPlan A: tea.\n\n* A: green\n* B: black\n* C: white",
    "words like marks": "* Question time is at four.\n* Answers: see [[Answers]].\n** Bring a cup.",
    "a list without questions": "* Tea\n** green\n** black\n* Coffee\n** white",
    "criteria that ask": "Ask of each cup:\n* It is clean\n** Is it washed?\n** Is it dry?\n* It is whole\n** Is the rim smooth?",
    "criteria that ask beside a title": "* Clean: is it washed?\n* Whole: is there a handle?\n* Warm: does it hold heat?",
    "open items": "* Open: the kettle\n** is it broken? we don't know\n** nobody looked\n* Open: the cups\n** nobody looked",
    "a list of questions without answers": "* Why is it hot?\n* Where is it?\n* When is it?",
    "a glossary": "; Tea : a leaf\n; Pot : a vessel\n; Cup\n: another vessel",
    "a glossary with a term that asks": "; Tea\n: a leaf\n; Pot\n: a vessel\n; Why?\n: because",
    "bold topics": "'''Tea'''\n\nIt is hot.\n\n'''Cups'''\n\nThey are blue. Why?",
    "bold words in sentences": "'''Tea''' is a leaf. Why is it green? It isn't dried.\n\n'''Pots''' are vessels.",
    "lists under lines that lead on": "We drink these:\n* tea\n* coffee\n\nWe eat these:\n* bread\n* cake",
    "rhetorical questions in prose": "Who would not like tea? We do. It is hot. And cheap?\n\nIt is.\n\nSee you on Monday.",
    "announcement headings": "== What are we announcing? ==\nA new pot.\n== Details ==\nIt is blue.\n== Where to go ==\nThe kitchen.",
    "topic headings": "== Tea ==\nIt is hot.\n== Cups ==\nThey are blue. Why not?",
    "headings that are not shown": "Write it so:\n<nowiki>\n== Why is it hot? ==\nWe boil it.\n== Where is it? ==\nHere.\n</nowiki>",
    "a timetable": "{|\n! Time !! What\n|-\n| 15:00 || Tea\n|-\n| 16:00 || Why do we drink?\n|}",
    "a fact that asks": "{|\n! Cups\n|-\n| blue\n|-\n| red, isn't it?\n|-\n| white\n|}",
    "who asks what": "{|\n| Ana || Why is it hot?\n|-\n| Bo || Where is it?\n|}",
    "boxes with other titles": "{{Box|title=Tea|text=It is a leaf.}}\n{{Box|title=Pot|text=It is a vessel.}}",
    "a notice that asks": "{{Notice|Is this the right hour?}}\nWe meet at four.",
    "a signed notice": f"The hour has moved to four. Is that well? {ANA}\n\nWe meet in the kitchen.",
    "a list of names": f"== Who comes ==\n# {ANA}\n# {BO}\n# {CY}",
}  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
def test_what_only_looks_like_questions(trap: str) -> None:
    assert told(TRAPS[trap]) == []


@pytest.mark.parametrize(
    "trap", [trap for trap in TRAPS if trap not in {"letters in prose and in a list", "a list of questions without answers"}]
)  # fmt: skip
def test_it_is_none_of_the_questions_of_a_page_that_has_some(trap: str) -> None:
    above = TRAPS[trap]
    lead = "" if above.startswith("==") else "== About ==\n"
    page = f"{lead}{above}\n\n== Questions ==\n* Why is it hot?\n** We boil it.\n* Where is it?\n** In the pot.\n"
    assert told(page) == [HOT, WHERE]


def test_several_forms_may_stand_in_a_section() -> None:
    page = "\n\n".join(
        [READ["list"][0], READ["bold line"][0].replace("is it", "are we"), READ["table"][0]]
    )
    assert told(page) == [
        HOT,
        WHERE,
        ("Why are we hot?", "We boil it."),
        ("Where are we?", "In the pot."),
        HOT,
        WHERE,
    ]


def test_a_heading_over_other_forms_is_a_title() -> None:
    for form, text in PAGES:
        if form in {"heading", "signed", "marked answer"}:
            continue  # one marked answer under a heading answers the heading
        page = f"== What do we ask? ==\n{text}\n== What else? ==\n{text.replace('is it', 'are we')}"
        assert len(told(page)) == 4, text
        assert {entry.section for entry in read(Page(HOUR, page)).entries} == {
            "What do we ask?",
            "What else?",
        }


@pytest.mark.parametrize("title", [FAQ, HOUR, "Talk:Tea", "Tea"])
def test_marks_are_read_whatever_the_title(title: str) -> None:
    assert told(READ["mark"][0], title) == [HOT, WHERE]
