"""Invented conversations, read from pages in every layout and language, and from changed ones."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from conversation import (
    LANGUAGES,
    Conversation,
    Paragraph,
    Question,
    Told,
    expected,
    letters,
    load,
    turns,
)
from layouts import LAYOUTS, ONLY, SIGNED, suited

from wikifaq.model import Page, Transcript
from wikifaq.transcript import read

if TYPE_CHECKING:
    from collections.abc import Callable

PAIRS = [
    (layout, language)
    for layout, language in itertools.product(LAYOUTS, LANGUAGES)
    if language in ONLY.get(layout, LANGUAGES)
]


@cache
def talk(language: str) -> Conversation:
    return load(language)


def parse(page: str, conversation: Conversation) -> Transcript:
    return read(Page(f"{conversation.title} {conversation.date}", page, 7, 9))


def told(found: Transcript) -> list[Told]:
    place = {entry.id: n for n, entry in enumerate(found.entries)}
    return [
        Told(
            letters(entry.question),
            entry.kind,
            turns([(turn.speaker, turn.role, turn.text) for turn in entry.answer]),
            None if entry.parent is None else place[entry.parent],
            None if entry.follows is None else place[entry.follows],
        )
        for entry in found.entries
    ]


def assert_adds_up(found: Transcript, page: str) -> None:
    for one in found.entries:
        for span, wikitext in [
            (one.span, one.wikitext),
            *((turn.span, turn.wikitext) for turn in one.answer),
        ]:
            assert page[span.start : span.end] == wikitext
    assert found.chars == len(page)
    at = 0
    for start, end in found.unrecognised:
        assert at <= start < end <= len(page)
        at = end


def assert_read(layout: str, language: str) -> None:
    conversation = suited(layout, talk(language))
    page = LAYOUTS[layout](conversation)
    found = parse(page, conversation)
    assert told(found) == expected(conversation, signed=layout in SIGNED)
    assert found.kind in {"transcript", "talk", "faq"}
    assert_adds_up(found, page)


@pytest.mark.parametrize(("layout", "language"), PAIRS)
def test_every_layout_is_read_in_every_language(layout: str, language: str) -> None:
    assert_read(layout, language)


def coverage_table() -> str:
    """Layouts and languages as a Markdown table: ✓ where pages are read as they were written."""

    def sign(layout: str, language: str) -> str:
        if (layout, language) not in PAIRS:
            return ""
        try:
            assert_read(layout, language)
        except (AssertionError, LookupError):
            return " "
        return "✓"

    rows = [["Layout", *LANGUAGES], ["---"] * (len(LANGUAGES) + 1)]
    rows += [[f"`{layout}`", *(sign(layout, one) for one in LANGUAGES)] for layout in LAYOUTS]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_invitation_tells_date_and_host(language: str) -> None:
    conversation = talk(language)
    found = read(Page(conversation.title, LAYOUTS["bullet_several"](conversation), 7, 9))
    assert (found.date, found.host) == (conversation.date, conversation.host)


# What people and tools do to pages without changing what they say.


def _with_blank_lines(page: str) -> str:
    spread = page.replace("\n\n", "\n\n\n")
    spread = re.sub(r"(==+)\n(?!\n)", r"\1\n\n", spread)
    return re.sub(r"(?<!\n)\n(?=[*#;] )", "\n\n", spread)


def _with_comment_lines(page: str) -> str:
    first, *others = page.split("\n")
    return "\n".join([first, *(f"<!-- checked -->\n{line}" if line else line for line in others)])


def _with_a_draft_in_a_comment(page: str) -> str:
    draft = "<!--\n== Old ==\n* Q: Is this a draft?\n** A: Nobody sees it.\n\n'''Q:''' Why?\n-->\n"
    return re.sub(r"^(==+ .* ==+\n)", rf"\1{draft}", page, count=1, flags=re.MULTILINE)


def _with_units(page: str) -> str:
    numbers = itertools.count(1)

    def unit(block: str) -> str:
        if block.startswith("=="):
            heading, _, below = block.partition("\n")
            return f"{heading} <!--T:{next(numbers)}-->\n{below}"
        return f"<!--T:{next(numbers)}-->\n{block}"

    units = "\n\n".join(map(unit, page.strip("\n").split("\n\n")))
    return f"<languages />\n<translate>\n{units}\n</translate>\n"


def _with_loose_spaces(page: str) -> str:
    tabbed = re.sub(r"^([*#:;]+) ?", r"\1\t", page, flags=re.MULTILINE)
    return re.sub(r"(?<=[^\n])$", " \t", tabbed, flags=re.MULTILINE)


PAGES: dict[str, Callable[[str], str]] = {
    "blank lines": _with_blank_lines,
    "CRLF": lambda page: page.replace("\n", "\r\n"),
    "byte order mark": lambda page: f"\ufeff{page}",
    "comment lines": _with_comment_lines,
    "a draft in a comment": _with_a_draft_in_a_comment,
    "navigation above": lambda page: (
        f"__NOTOC__\n{{{{Conversation hours|current=2025}}}}\n<languages />\n{page}"
    ),
    "a navbox below": lambda page: (
        f"{page}\n{{{{Navbox\n| name = Hours\n| title = [[Hours]]\n"
        "| list1 = [[/2024|2024]] · [[/2025|2025]]\n}}\n"
    ),
    "translation units": _with_units,
    "tabs and trailing spaces": _with_loose_spaces,
}


def _amid(text: str, put: str) -> str:
    """Put something after the second word; where no spaces are written, anywhere but in a link."""
    second = text.find(" ", text.find(" ") + 1)
    before_links = text.find("[[") if "[[" in text else len(text)
    if not 0 <= second < before_links:
        second = text.rfind("]]") + 2 if "[[" in text else len(text) // 2
    return text[:second] + put + text[second:]


ENTITIES = {
    "'": "&#39;",
    "’": "&rsquo;",
    "“": "&ldquo;",
    "é": "&eacute;",
    "、": "&#x3001;",
    "،": "&#1548;",
}


def _with_entities(text: str) -> str:
    if "[[" in text:
        return text
    spaced = text.replace(" ", "&nbsp;", 2)
    return "".join(ENTITIES.get(char, char) for char in spaced)


def _with_signatures(conversation: Conversation) -> Conversation:
    signature = conversation.signed(conversation.host, 1)

    def signed(one: Question) -> Question:
        *others, last = one.answer or (Paragraph(""),)
        answer = (*others, last._replace(text=f"{last.text} {signature}")) if one.answer else ()
        return replace(one, answer=answer, parts=tuple(map(signed, one.parts)))

    return replace(conversation, questions=tuple(map(signed, conversation.questions)))


CONVERSATIONS: dict[str, Callable[[Conversation], Conversation]] = {
    "comments within lines": lambda c: c.each(lambda text: _amid(text, "<!-- sic -->")),
    "entities": lambda c: c.each(_with_entities),
    "signatures": _with_signatures,
}
CHANGED_LAYOUTS = (
    "bullet_nested", "bullet_paragraphs", "bold_bullet", "number_colon", "heading_3", "marks_bold",
    "marks_tight", "marks_local_word", "deflist", "bold_paragraph", "line_indented",
    "table_two_columns", "template_named", "html_list", "signed", "mixed",
)  # fmt: skip
CHANGED_LANGUAGES = ("en", "ru", "ja", "ar")


@pytest.mark.parametrize("language", CHANGED_LANGUAGES)
@pytest.mark.parametrize("layout", CHANGED_LAYOUTS)
@pytest.mark.parametrize("change", PAGES)
def test_a_change_that_says_nothing_changes_no_entry(
    change: str, layout: str, language: str
) -> None:
    conversation = suited(layout, talk(language))
    page = PAGES[change](LAYOUTS[layout](conversation))
    found = parse(page, conversation)
    assert told(found) == expected(conversation, signed=layout in SIGNED)
    assert_adds_up(found, page)


@pytest.mark.parametrize("language", CHANGED_LANGUAGES)
@pytest.mark.parametrize(
    ("change", "layout"),
    [
        (change, layout)
        for change, layout in itertools.product(CONVERSATIONS, CHANGED_LAYOUTS)
        if change != "signatures" or layout not in SIGNED
    ],
)
def test_words_in_another_guise_are_the_same_words(change: str, layout: str, language: str) -> None:
    conversation = suited(layout, talk(language))
    page = LAYOUTS[layout](CONVERSATIONS[change](conversation))
    found = parse(page, conversation)
    signer = conversation.host if change == "signatures" else None
    entries = [
        # A signature may name who says what no label names.
        one._replace(
            answer=turns(
                [(None if who == signer else who, role, text) for who, role, text in one.answer]
            )
        )
        for one in told(found)
    ]
    assert entries == expected(conversation, signed=layout in SIGNED)
    assert_adds_up(found, page)
