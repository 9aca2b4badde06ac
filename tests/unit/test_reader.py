"""Pages into entries: the layouts, the traps, the ids, the coverage."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from test_block import PAGES
from tries import tries

from wikifaq.model import Entry, Page, Transcript
from wikifaq.transcript import read
from wikifaq.transcript.jsonform import from_json, to_json

LAYOUTS = {
    "nested bullets": "* Why?\n** Because.\n** It is so.\n* Where?\n** Here.",
    "numbers and colons": "# Why?\n#: Because.\n#: It is so.\n# Where?\n#: Here.",
    "column-0 paragraphs": "* Why?\n\nBecause.\n\nIt is so.\n\n* Where?\n\nHere.",
    "plain lines under a bullet": "* Why?\nBecause.\n\nIt is so.\n* Where?\nHere.",
    "bold bullets": "* '''Why?'''\n:Because.\n:It is so.\n* '''Where?'''\n:Here.",
    "one bullet with p": "# Why?\n#* Because.<p>It is so.</p>\n# Where?\n#* Here.",
    "one bullet with br": "# Why?\n#* Because.<br><br>It is so.\n# Where?\n#* Here.",
}


def parse(text: str, title: str = "Hour 2024-05-06", page_id: int | None = 7) -> Transcript:
    return read(Page(title, text, page_id, 9))


def told(entries: tuple[Entry, ...]) -> list[tuple[str, list[tuple[str | None, str]]]]:
    return [(e.question, [(t.speaker, t.text) for t in e.answer]) for e in entries]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_read_the_same(layout: str) -> None:
    found = parse("Welcome.\n\n== Notes ==\n" + LAYOUTS[layout] + "\n\n[[Category:Hours]]\n")
    assert found.kind == "transcript"
    assert told(found.entries) == [
        ("Why?", [(None, "Because.\n\nIt is so.")]),
        ("Where?", [(None, "Here.")]),
    ]
    assert {e.section for e in found.entries} == {"Notes"}
    assert not found.unrecognised


@pytest.mark.parametrize(
    ("answer", "turns"),
    [
        ("Ana: yes", [("Ana", None, "yes")]),
        ("Ana (Head of Tea): yes", [("Ana", "Head of Tea", "yes")]),
        ("Ana [audience]: yes", [("Ana", "audience", "yes")]),
        ("'''Ana:''' yes", [("Ana", None, "yes")]),
        ("'''Ana''': yes", [("Ana", None, "yes")]),
        ("'''Ana Bo:''' yes", [("Ana Bo", None, "yes")]),
        ("[[User:X|Ana]]: yes", [("Ana", None, "yes")]),
        ("[[User:Ana]]: yes", [("Ana", None, "yes")]),
        ("[Ana answers] yes", [("Ana", None, "yes")]),
        ("Ana : yes", [("Ana", None, "yes")]),
        ("first\n** Ana: yes\n** more", [(None, None, "first"), ("Ana", None, "yes\n\nmore")]),
        ("NOTE: no speaker", [(None, None, "NOTE: no speaker")]),
        ("Another example: tea", [(None, None, "Another example: tea")]),
        ("For context: tea", [(None, None, "For context: tea")]),
        ("Sexual harassment: if so", [(None, None, "Sexual harassment: if so")]),
        ("Sexual Harassment: if so", [(None, None, "Sexual Harassment: if so")]),
        ("https://example.org tea", [(None, None, "https://example.org tea")]),
        ("15:00 is tea", [(None, None, "15:00 is tea")]),
        ("We have this: tea", [(None, None, "We have this: tea")]),
    ],
)
def test_speakers(answer: str, turns: list[tuple[str | None, str | None, str]]) -> None:
    (entry,) = parse(f"* Why?\n** {answer}").entries
    assert [(t.speaker, t.role, t.text) for t in entry.answer] == turns


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Why?", "question"),
        ("How do you plan this", "question"),
        ("With respect to tea, are there cups", "question"),
        ("Please mend the kettle", "request"),
        ("Thank you for the tea", "remark"),
        ("Tea committee update:", "update"),
        ("Update on the tea committee:", "update"),
        ("[no question text]", "missing"),
    ],
)
def test_kinds(question: str, kind: str) -> None:
    first = parse(f"* Why is it?\n** Yes.\n* {question}\n** So.").entries[1]
    assert first.kind == kind
    assert first.question == ("" if kind == "missing" else question)


def test_asker_addressee_and_follow_up() -> None:
    entries = parse(
        "* Ana: Thank you for the tea.\n** Ana is welcome.\n"
        "* For Bo - is there more?\n** Ana: Yes.\n* If not, why?\n** No."
    ).entries
    assert [(e.asker, e.kind) for e in entries] == [
        ("Ana", "remark"),
        (None, "question"),
        (None, "question"),
    ]
    assert entries[1].addressee == "Bo"
    assert entries[2].follows == entries[1].id


def test_sub_questions_stand_under_their_preamble() -> None:
    preamble, one, two, after = parse(
        "# I have two questions about tea.\n#: 1) Is it hot?\n#: Yes.\n#: Ana: Very.\n"
        "#: 2)Is it black?\n#: No.\n# Why?\n#: So."
    ).entries
    assert (preamble.kind, preamble.answer) == ("question", ())
    assert one.parent == two.parent == preamble.id
    assert told((one, two)) == [
        ("Is it hot?", [(None, "Yes."), ("Ana", "Very.")]),
        ("Is it black?", [(None, "No.")]),
    ]
    assert after.parent is None


def test_a_number_in_brackets_inside_a_sentence_opens_nothing() -> None:
    (entry,) = parse("* Is there tea, and (2) when?\n** Yes, 1) hot and 2) soon.").entries
    assert entry.parent is None
    assert len(entry.answer) == 1


def test_caveats_before_the_questions_are_none() -> None:
    for questions in (
        "* Why?\n\nSo.\n\n* Where?\n\nHere.",
        "== Q ==\n* Why?\n** So.\n* Where?\n** Here.",
    ):
        found = parse(
            "Rules of the hour:\n\n* I will not discuss cases.\n\n* I will not answer rudeness.\n\n"
            f"You may watch it.\n\n{questions}"
        )
        assert [e.question for e in found.entries] == ["Why?", "Where?"]


@pytest.mark.parametrize(
    "text",
    [
        "[18:02:11] <ana> hello?\n[18:02:15] <bo> hello\n" * 4,
        "[6:02pm] ana: hello?\n[6:03pm] bo: hello\n" * 4,
        "Nov 04 18:02:11 <ana> hello?\nNov 04 18:02:12 <bo> hi\n" * 4,
    ],
)
def test_chat_logs_are_told_apart(text: str) -> None:
    found = parse(text)
    assert (found.kind, found.entries) == ("irc-log", ())
    assert found.warnings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We meet on Monday.\n\n* Length: an hour\n* How to join: write to us\n\nSee you.",
        "== What are we announcing? ==\nTea.\n\n* one\n** two",
        "* Tea\n** green\n** black\n* Coffee\n** white",
    ],
)
def test_announcements_are_told_apart(text: str) -> None:
    found = parse(text)
    assert (found.kind, found.entries) == ("none", ())


@pytest.mark.parametrize(
    ("title", "text", "date", "warned"),
    [
        ("Hour 2021-04-17", "", "2021-04-17", False),
        ("Hour December 14 2023", "on 14 December 2023", "2023-12-14", False),
        ("Hour 2024 07 11", "", "2024-07-11", False),
        ("Hour 19-03-2012", "", "2012-03-19", False),
        ("Hours/2024-03-21 with Ana/Notes", "", "2024-03-21", False),
        ("Hour", "It takes place on 3 May 2022.", "2022-05-03", False),
        ("Hour 2022-05-04", "It takes place on 3 May 2022.", "2022-05-04", True),
        ("Hour 2021-31-02", "", None, False),
    ],
)
def test_dates(title: str, text: str, date: str | None, warned: bool) -> None:
    found = parse(f"{text}\n\n* Why?\n** So.", title)
    assert found.date == date
    assert any("the title's date is used" in warning for warning in found.warnings) == warned


def test_host() -> None:
    assert parse("Led by its Vice President Ana Bo, head of tea.\n* Why?\n** So.").host == "Ana Bo"
    assert parse("Hosted by people.\n* Why?\n** So.").host is None


def test_ids_depend_on_page_and_words_only() -> None:
    before = parse("* Why?\n** So.\n* Where?\n** Here.")
    moved = parse("* When?\n** Now.\n* Why??\n** Otherwise.\n* Wheer?\n** Here.", "Another title")
    elsewhere = parse("* Why?\n** So.", page_id=8)
    assert moved.entries[1].id == before.entries[0].id
    assert moved.entries[2].id != before.entries[1].id
    assert elsewhere.entries[0].id != before.entries[0].id


def test_a_mended_preamble_leaves_the_ids_of_its_sub_questions() -> None:
    text = "# I have tow things.\n#: 1) Is tea hot?\n#: Yes.\n#: 2) Is it black?\n#: No."
    before, after = parse(text).entries, parse(text.replace("tow", "two")).entries
    assert [e.id for e in before[1:]] == [e.id for e in after[1:]]


def test_a_question_asked_twice_has_two_ids() -> None:
    entries = parse("* Why?\n** So.\n* Why?\n** Otherwise.\n* Why?\n** So.").entries
    assert len({entry.id for entry in entries}) == 3


def test_anchors_of_repeated_headings_are_numbered() -> None:
    found = parse("== A [b] ==\n* Why?\n** So.\n== a [b] ==\n* Where?\n** Here.")
    assert [e.anchor for e in found.entries] == ["A_[b]", "a_[b]_2"]


def test_plain_text_of_markup() -> None:
    (entry,) = parse(
        "* Is [[Tea|the ''green'' tea]]&nbsp;[https://example.org here] <nowiki><></nowiki> "
        "{{@}} <abbr title='x'>OK</abbr><ref>no</ref><!-- no -->?\n** [[:Category:Tea]] [[de:Tee]]."
    ).entries
    assert entry.question == "Is the green tea\u00a0here <> @ OK?"


def test_entities_that_name_no_character_are_shown_as_written() -> None:
    (entry,) = parse(
        "* Is &#xD800; or &#0; or &#x110000; or &bogus; &amp; &lt;b> ok?\n** Yes."
    ).entries
    assert entry.question == "Is &#xD800; or &#0; or &#x110000; or &bogus; & <b> ok?"


HOSTILE = (
    '<b a="', "[[", "{{", "{|\n", "<!--", "'''", "<", "</b>", "[http://x ", "{{{", "<nowiki>", "* ",
    "== ", "=", "-{", "&amp", "|", "<ref>", "<div>", "{{a|", "[[a|", "<b>", "__TOC__", ":", "<p>",
    '<ref name="a', "{|\n|-\n", "<!-- a -->", "a, ", "Ana: ", "(1) ", "2021-", "1) a\n#: ", "<br>",
)  # fmt: skip


@pytest.mark.parametrize("mark", HOSTILE)
def test_no_text_hangs_the_reader(mark: str) -> None:
    text = "* Why?\n** {{a}} " + mark * (200_000 // len(mark))
    started = time.process_time()
    parse(text)
    # It takes less than a second; what grows with the square takes minutes.
    assert time.process_time() - started < 20


@tries(400)
@given(PAGES)
def test_every_character_is_accounted_for(text: str) -> None:
    found = parse(text)
    unread = sum(end - start for start, end in found.unrecognised)
    assert found.chars == len(text)
    assert 0 <= unread <= len(text)
    assert list(found.unrecognised) == sorted(found.unrecognised)
    for entry in found.entries:
        assert text[slice(*entry.span)] == entry.wikitext
        for turn in entry.answer:
            assert text[slice(*turn.span)] == turn.wikitext
    assert len({entry.id for entry in found.entries}) == len(found.entries)


@tries(100)
@given(PAGES)
def test_json_gives_the_same_transcript_back(text: str) -> None:
    found = parse("* Why?\n** So.\n" + text)
    assert from_json(json.loads(json.dumps(to_json(found, found.title)))) == found
