"""What holds of every page that is read, however broken: see ``hostile`` for the pages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

import hostile
import pytest
from conversation import LANGUAGES
from hypothesis import given
from tries import tries

from wikifaq.model import Entry, Page, Span, Transcript
from wikifaq.transcript import read
from wikifaq.transcript.block import tree
from wikifaq.transcript.inline import plain
from wikifaq.transcript.jsonform import from_json, to_json
from wikifaq.transcript.meanings import TEMPLATES
from wikifaq.transcript.source import source
from wikifaq.transcript.words import LANGUAGES as WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGE_KINDS = {"transcript", "talk", "faq", "irc-log", "none"}
ENTRY_KINDS = {"question", "request", "remark", "update", "missing"}

_WORD = re.compile(r"[^\W\d_]{4,}")
_REFERENCE = re.compile(r"&#?\w{1,32};")
_QUOTED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_CALL = re.compile(r"\{\{[\s_]*(?:template:)?([^{}|]{1,40})", re.IGNORECASE)


@lru_cache(maxsize=32)
def parse(text: str, title: str = "Hour 2024-05-06") -> Transcript:
    return read(Page(title, text, 7, 9))


# Raising nothing, in time, the same each time.


def assert_ends_in_time(text: str, title: str) -> None:
    """Reading takes about a microsecond a character, and up to a tenth of a second once."""
    parse.cache_clear()
    started = time.process_time()
    found = parse(text, title)
    taken = time.process_time() - started
    assert taken < 2 + len(text) * 10e-6
    said = sum(len(each) for entry in found.entries for each in said_by(entry))
    assert said < 1000 + len(text) * 20  # headings may share an answer


def assert_reads_the_same_again(text: str, title: str) -> None:
    assert read(Page(title, text, 7, 9)) == parse(text, title)


def told_apart(texts: Iterable[str]) -> list[str]:
    """What reading each text gives, in a form that can be compared with another process's."""
    return [repr(parse(text, "Hour 2024-05-06")) for text in texts]


def test_another_process_reads_the_same_whatever_it_has_read_before() -> None:
    code = """
        import hostile, sys, test_reader_properties as tests
        for told in tests.told_apart(list(hostile.SHORT.values())[::-1]):
            print(ascii(told))
    """
    paths = [str(Path(__file__).parent), str(Path(__file__).parents[2])]
    done = subprocess.run(
        [sys.executable, "-c", dedent(code)],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[::-1] == list(map(ascii, told_apart(hostile.SHORT.values())))


# Spans, order, ties.


def assert_spans_cut_out_their_wikitext(text: str, title: str) -> None:
    found = parse(text, title)
    for entry in found.entries:
        assert_cuts_out(text, entry.span, entry.wikitext)
        for turn in entry.answer:
            assert_cuts_out(text, turn.span, turn.wikitext)
        stretches = sorted([entry.span, *(turn.span for turn in entry.answer)])
        for before, after in pairwise(stretches):
            assert before.end <= after.start, (entry.question, before, after)
        assert sorted(entry.answer, key=lambda turn: turn.span) == list(entry.answer)


def assert_cuts_out(text: str, span: Span, wikitext: str) -> None:
    assert 0 <= span.start <= span.end <= len(text)
    assert text[span.start : span.end] == wikitext


def assert_entries_are_in_order_and_well_formed(text: str, title: str) -> None:
    found = parse(text, title)
    assert (found.title, found.page_id, found.revision, found.chars) == (title, 7, 9, len(text))
    assert found.kind in PAGE_KINDS
    assert bool(found.entries) == (found.kind not in {"none", "irc-log"})
    for before, after in pairwise(found.entries):
        assert before.span.end <= after.span.start, (before.question, after.question)
    ids = [entry.id for entry in found.entries]
    assert len(set(ids)) == len(ids)
    for number, entry in enumerate(found.entries):
        assert entry.kind in ENTRY_KINDS
        assert entry.kind == "missing" or entry.question.strip()
        assert 0 <= entry.score <= 1
        assert entry.form
        assert entry.why
        for tie in (entry.parent, entry.follows):
            assert tie is None or tie in ids[:number]
        assert all(turn.text.strip() for turn in entry.answer)
        for name in (entry.asker, entry.addressee, *(turn.speaker for turn in entry.answer)):
            assert name is None or name.strip()
            assert_is_plain(name or "")
            assert not re.search(r"\[\[|\]\]|\{\{|\}\}|''|<!--", name or ""), name
        assert_is_plain(entry.question)
        for turn in entry.answer:
            for paragraph in turn.text.split("\n\n"):
                assert_is_plain(paragraph)
            assert len(turn.paragraphs) == len(turn.text.split("\n\n"))


def assert_is_plain(text: str) -> None:
    """One line, without white space at its ends or place holders."""
    assert text == text.strip(" ")
    assert not set(text) & set("\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029\x01\x02\x03")


def assert_coverage_adds_up(text: str, title: str) -> None:
    found = parse(text, title)
    at = -1
    for start, end in found.unrecognised:
        assert at < start < end <= len(text)  # apart: those that touch are one
        at = end
    made = to_json(found, text)
    cover = made["coverage"]
    unread = sum(each["end"] - each["start"] for each in cover["unrecognised"])
    assert cover["read"] + unread == cover["chars"] == len(text)
    for each in cover["unrecognised"]:
        assert each["text"] == text[each["start"] : each["end"]]
    assert from_json(json.loads(json.dumps(made))) == found
    if not found.entries:
        assert not without(text, found.unrecognised).strip()


def without(text: str, spans: Iterable[Span]) -> str:
    """A text without the spans, which are in order and apart."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])


# No word is invented.


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def supply(wikitext: str) -> str:
    """All letters that a wikitext may show, in order, with those that it writes otherwise.

    References to characters, characters by their numbers in titles, words of templates.
    """

    def with_words(call: re.Match[str]) -> str:
        meaning = TEMPLATES.get(" ".join(call[1].replace("_", " ").split()).lower())
        return f"{call[0]} {meaning({}) if meaning else ''}"

    text = _QUOTED.sub(lambda each: each[0] + unquote(each[0], errors="replace"), wikitext)
    text = _CALL.sub(with_words, text)
    return letters(_REFERENCE.sub(lambda each: each[0] + unescape(each[0]), text))


def assert_says(wikitext: str, shown: str) -> None:
    """The letters of what is shown stand in the wikitext in their order, perhaps with others."""
    for written in (wikitext, source(wikitext).text):  # a comment may stand within a reference
        left = iter(supply(written))
        if all(letter in left for letter in letters(shown)):
            return
    pytest.fail(f"{shown!r} is not in {wikitext!r}")


def line_start(text: str, at: int) -> int:
    return max(text.rfind(end, 0, at) for end in "\r\n") + 1


def assert_no_word_is_invented(text: str, title: str) -> None:
    for entry in parse(text, title).entries:
        assert_says(entry.wikitext, entry.question)
        assert_says(entry.wikitext, entry.markup)
        assert_says(entry.question, entry.addressee or "")
        below = text[line_start(text, entry.span.start) :]  # a signature may stand before
        assert_says(below, entry.asker or "")
        for turn in entry.answer:
            assert_says(turn.wikitext, turn.text)
            assert_says(turn.wikitext, "".join(turn.paragraphs))
            assert_says(below, turn.speaker or "")
            assert_says(below, turn.role or "")
        assert_says(text, entry.section or "")


# No word is lost.


class Word(NamedTuple):
    """A word that stands once on a page, with where it stands."""

    text: str
    at: int


def _known_words() -> frozenset[str]:
    """Words that marks and signatures consist of, and what stands for no words."""
    texts = list(hostile.NAMES)
    for language in LANGUAGES:
        conversation = hostile.load_once(language)
        texts += [conversation.signature, *conversation.times, *conversation.askers]
        texts += [conversation.host, conversation.question_word, conversation.answer_word]
    for words in WORDS.values():
        texts += [*words.question_marks, *words.answer_marks, *words.comment_marks, *words.answers]
        texts += words.missing
        texts += [form for forms in words.months for form in forms]
        texts += [*words.user, *words.user_talk, *words.talk_links, *words.contributions]
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()))


KNOWN_WORDS = _known_words()
_USERS = "|".join(
    re.escape(name).replace(r"\ ", "[ _]")
    for words in WORDS.values()
    for name in {*words.user, *words.user_talk, "user", "user talk"}
)
# From a link to a user to a year, or else to the end of the link.
_SIGNATURE = re.compile(
    rf"\[\[\s*:?(?:{_USERS})\s*:(?:[^\n\r]{{0,2000}}(?:\n[^\n\r]{{0,40}})?\d{{4}}|[^\n\r\[\]]*\]\])",
    re.IGNORECASE,
)


def is_mark(word: str) -> bool:
    """Whether a word may be a mark or part of a signature."""
    return word.casefold() in KNOWN_WORDS


def shown_words(text: str) -> list[Word]:
    """The words that the page shows whole, whichever way one looks at it, and that it has once.

    But for those of which marks and signatures consist.
    """
    count = Counter(_WORD.findall(text))
    cleaned = source(text).text
    shown = set(_WORD.findall(plain(cleaned)))
    in_blocks = [plain(cleaned[slice(*block.body)]) for block in tree(cleaned).walk()]
    shown &= set(_WORD.findall("\n".join(in_blocks)))
    signatures = [Span(*match.span()) for match in _SIGNATURE.finditer(text)]
    return [
        Word(match[0], match.start())
        for match in _WORD.finditer(text)
        if match[0] in shown
        and count[match[0]] == 1
        and not is_mark(match[0])
        and not any(within(match.start(), span) for span in signatures)
    ]


def said_by(entry: Entry) -> Iterator[str]:
    """All that an entry says."""
    yield entry.question
    yield entry.asker or ""
    for turn in entry.answer:
        yield from (turn.text, turn.speaker or "", turn.role or "")


class Stretch(NamedTuple):
    """A section without the sections below it: its heading and its paragraphs, on the page."""

    span: Span
    heading: Span
    paragraphs: tuple[Span, ...]


def stretches(text: str) -> list[Stretch]:
    """The page, cut at its headings."""
    cleaned = source(text)
    found: list[Stretch] = [Stretch(Span(0, len(text)), Span(0, 0), ())]
    for block in tree(cleaned.text).walk():
        span = cleaned.origin(block.span)
        if block.kind == "heading":
            found[-1] = found[-1]._replace(span=Span(found[-1].span.start, span.start))
            found.append(Stretch(Span(span.start, len(text)), span, ()))
        elif block.kind in {"paragraph", "template"}:  # which may show words
            found[-1] = found[-1]._replace(paragraphs=(*found[-1].paragraphs, span))
    return found


def is_known(word: Word, entries: tuple[Entry, ...], section: Stretch) -> bool:
    """Whether a word is none of an entry: of a heading, of an introduction, of prose between."""
    here = [entry.span.start for entry in entries if within(entry.span.start, section.span)]
    return (
        word.at < entries[0].span.start
        or within(word.at, section.heading)
        or any(within(word.at, in_label(entry)) for entry in entries if entry.asker)
        or (bool(here) and word.at < min(here))
        or (
            not here
            and word.at < entries[-1].span.start
            and any(within(word.at, span) for span in section.paragraphs)
        )
    )


def in_label(entry: Entry) -> Span:
    """The stretch up to the first colon, where a label has the role of who asks."""
    label = re.match(r"[^:：]*", entry.wikitext)
    return Span(entry.span.start, entry.span.start + label.end()) if label else entry.span


def within(at: int, span: Span) -> bool:
    return span.start <= at < span.end


def assert_no_word_is_lost(text: str, title: str) -> None:
    """What is below the first entry is said, of a known kind, or told as not recognised."""
    found = parse(text, title)
    if not found.entries:
        return
    read_words = set(
        _WORD.findall(" ".join(each for one in found.entries for each in said_by(one)))
    )
    sections = stretches(text)
    for word in shown_words(text):
        if word.text in read_words or any(within(word.at, span) for span in found.unrecognised):
            continue
        section = next(each for each in reversed(sections) if each.span.start <= word.at)
        assert is_known(word, found.entries, section) or not is_shown_here(text, word), word


OTHER = "qwxzvkj"  # a word of no language and of no generated page


def with_other(text: str, word: Word) -> str:
    return text[: word.at] + OTHER + text[word.at + len(word.text) :]


def is_shown_here(text: str, word: Word) -> bool:
    """Whether it is this place of a word that shows it, and not letters joined elsewhere."""
    return OTHER in _WORD.findall(plain(source(with_other(text, word)).text))


def assert_no_word_is_said_twice(text: str, title: str) -> None:
    """A word of the page is in one entry, once, but where headings share an answer."""
    count = Counter(_WORD.findall(text))
    for word in said_often(parse(text, title)):
        if count[word] == 1:
            at = next(match.start() for match in _WORD.finditer(text) if match[0] == word)
            again = with_other(text, Word(word, at))
            assert OTHER not in said_often(parse(again, title)), word


def said_often(found: Transcript) -> set[str]:
    """The words that are said in two places, or twice in one."""
    told: dict[str, Span] = {}
    often = set()
    for entry in found.entries:
        parts = [(entry.span, entry.question), *((turn.span, turn.text) for turn in entry.answer)]
        for span, words in parts:
            for word, times in Counter(_WORD.findall(words)).items():
                if times > 1 or told.setdefault(word, span) != span:
                    often.add(word)
    return often


def assert_what_is_read_is_not_unrecognised(text: str, title: str) -> None:
    found = parse(text, title)
    count = Counter(_WORD.findall(text))
    read_words = {
        word
        for entry in found.entries
        for each in said_by(entry)
        for word in _WORD.findall(each)
        if count[word] == 1
    }
    for span in found.unrecognised:
        for match in _WORD.finditer(text, *span):
            if match[0] in read_words:
                word = Word(match[0], match.start())
                assert not is_said_and_unrecognised(with_other(text, word), title), word


def is_said_and_unrecognised(text: str, title: str) -> bool:
    found = parse(text, title)
    said = any(OTHER in each for entry in found.entries for each in said_by(entry))
    return said and any(within(text.index(OTHER), span) for span in found.unrecognised)


# What changes nothing.


def assert_what_is_appended_changes_nothing(text: str, title: str) -> None:
    for end in ("\n", "\n\n", "\n\n\n[[Category:0000]]\n"):
        assert parse(text + end, title).entries == parse(text, title).entries


TOP = "<!-- 0 -->\n"


def assert_a_comment_on_top_moves_spans_only(text: str, title: str) -> None:
    moved = tuple(_moved(entry, len(TOP)) for entry in parse(text, title).entries)
    assert parse(TOP + text, title).entries == moved


def _moved(entry: Entry, by: int) -> Entry:
    def span(old: Span) -> Span:
        return Span(old.start + by, old.end + by)

    answer = tuple(replace(turn, span=span(turn.span)) for turn in entry.answer)
    return replace(entry, span=span(entry.span), answer=answer)


def assert_line_ends_do_not_matter(text: str, title: str) -> None:
    if "\r" not in text:
        written = "\ufeff" + text.replace("\n", "\r\n")
        there = [_placed_nowhere(entry) for entry in parse(written, title).entries]
        assert there == [_placed_nowhere(entry) for entry in parse(text, title).entries]


def _placed_nowhere(entry: Entry) -> Entry:
    nowhere = Span(0, 0)
    answer = tuple(replace(turn, span=nowhere, wikitext="") for turn in entry.answer)
    return replace(entry, span=nowhere, wikitext="", answer=answer)


Property = Callable[[str, str], None]
PROPERTIES: dict[str, Property] = {
    "ends in time": assert_ends_in_time,
    "reads the same again": assert_reads_the_same_again,
    "spans cut out their wikitext": assert_spans_cut_out_their_wikitext,
    "entries are in order and well-formed": assert_entries_are_in_order_and_well_formed,
    "coverage adds up": assert_coverage_adds_up,
    "no word is invented": assert_no_word_is_invented,
    "no word is lost": assert_no_word_is_lost,
    "no word is said twice": assert_no_word_is_said_twice,
    "what is read is not unrecognised": assert_what_is_read_is_not_unrecognised,
    "what is appended changes nothing": assert_what_is_appended_changes_nothing,
    "a comment on top moves spans only": assert_a_comment_on_top_moves_spans_only,
    "line ends do not matter": assert_line_ends_do_not_matter,
}


@pytest.mark.parametrize("holds", PROPERTIES.values(), ids=PROPERTIES)
@tries(100)
@given(hostile.pages, hostile.titles)
def test_of_hostile_pages(holds: Property, text: str, title: str) -> None:
    holds(text, title)


@pytest.mark.parametrize("holds", PROPERTIES.values(), ids=PROPERTIES)
@pytest.mark.parametrize("text", hostile.SHORT.values(), ids=hostile.SHORT)
def test_of_the_corpus(holds: Property, text: str) -> None:
    holds(text, "Hour 2024-05-06")


@pytest.mark.parametrize("name", [*hostile.REPEATED, *hostile.grown(0)])
def test_of_long_pages(name: str) -> None:
    mark = hostile.REPEATED.get(name)
    text = hostile.repeated(mark) if mark else hostile.grown()[name]
    for holds in list(PROPERTIES.values())[:1] + list(PROPERTIES.values())[2:5]:
        holds(text, "Hour 2024-05-06")


@tries(30)
@given(hostile.runs, hostile.titles)
def test_of_runs_of_marks(text: str, title: str) -> None:
    assert_ends_in_time(text, title)
    assert_spans_cut_out_their_wikitext(text, title)
