"""The marks that open a question, an answer or a comment: ``Q:``, ``(A)``, ``'''Frage 3.'''``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.transcript.words import Words


_NAME = re.compile(
    r"[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?\s*(?:\([^()\n]{1,60}\)\s*)?[:：]"
)
_COUNT = re.compile(r"'*\(?\d{1,2}\)")


def counts(text: str, span: tuple[int, int], number: int | None = None) -> bool:
    """Whether a stretch opens with a number and a bracket, as sub-questions do: "1) "."""
    match = _COUNT.match(text, *span)
    return match is not None and (number is None or int(match[0].strip("'()")) == number)


class Mark(NamedTuple):
    """What a mark opens ("question", "answer" or "comment"), and where the words after it begin.

    ``letter`` is whether it is a single letter, which many other things are. ``name`` is who
    is named in brackets after it, or as the one it comes from, ``addressee`` whom it is for.
    ``bold`` are the quote marks that were opened before it and are still open after it.
    ``initial`` is whether it may be a name's: "A. Smith: …"; ``dotted`` is whether it ends with
    a full stop.
    """

    kind: str
    end: int
    letter: bool
    name: str | None
    addressee: str | None
    bold: str
    initial: bool
    dotted: bool


@lru_cache(maxsize=64)
def _pattern(languages: tuple[Words, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds: dict[str, str] = {}
    everywhere = [words for words in LANGUAGES.values() if not words.spaced]
    for words in (*languages, *everywhere):  # Chinese marks mean nothing else on any page
        for kind, marks in (
            ("question", words.question_marks),
            ("answer", words.answer_marks),
            ("comment", words.comment_marks),
        ):
            for mark in marks:
                if words in languages or mark > "\u2e80":
                    kinds.setdefault(mark, kind)
    alternatives = "|".join(map(re.escape, sorted(kinds, key=lambda mark: (-len(mark), mark))))
    # No run of blanks is tried twice: each is taken whole (possessively).
    # Who asks: "Question from Ana Bo: …", in any language, with a short word before the name.
    name = r"(?-i:[^\W\d_a-z])[\w'’-]+"
    by = rf"(?:\s+(?P<from>\w{{2,4}})\s+(?P<by>{name}(?:\s{name})?)(?=\s*[:：]))?"
    # A letter right after a full stop makes it no mark, but after a number.
    stop = r"(?:\.(?=['\s)\]\[<{{\u2e80-\uffff]|\Z)|(?<=\d)\.(?!\d))"
    pattern = (
        rf"[\s:]*+(?:(?P<before>'{{2,5}})\s*+)?(?:(?P<open>[(\[（【])\s*+)?(?P<word>{alternatives})"
        r"(?![^\W\d_])(?:\s?[#№]?\s?\d{1,3}[a-z]?)?"
        + by
        + rf"(?:&nbsp;|\s)*+(?P<inside>[:：．]|{stop})?\s*+(?P<close>[)\]）】])?"
        r"(?P<after>\s*'{2,5})?(?:\s*\((?P<name>[^()\[\]{}<>|:\n]{2,60})\)"
        r"(?=(?:&nbsp;|\s)*+[:：]))?"
        rf"(?:&nbsp;|\s)*+(?P<point>[:：．、](?!//)|{stop}|[-–—](?=\s))?"
        r"(?P<last>\s*'{2,5})?[ \t]*"
    )
    return re.compile(pattern, re.IGNORECASE), kinds


def mark(text: str, start: int, end: int, languages: tuple[Words, ...]) -> Mark | None:
    """Return the mark at the start of a stretch of wikitext; None without one."""
    pattern, kinds = _pattern(languages)
    match = pattern.match(text, start, end)
    if match is None or not _is_mark(match, end):
        return None
    word = match["word"]
    letter = len(word) == 1
    pointed = match["point"] or match["inside"]
    closed = match["after"] or match["last"]
    at = match.end()
    initial = letter and pointed == "." and _NAME.match(text, at, end) is not None
    bold = match["before"] or ""
    if bold and closed:
        bold = ""
    elif not bold and match["inside"] and match["after"]:
        at = match.start("after")  # they belong to the words: Q: '''Why?'''
    elif not bold and match["last"] and not match["after"]:
        at = match.start("last")
    by, told = match["name"] or match["by"], f"{word} {match['from']}".lower()
    put = any(told in each.addressed or match["from"] in each.addressed for each in languages)
    name, addressee = (None, by) if by and match["from"] and put else (by, None)
    return Mark(kinds[word.lower()], at, letter, name, addressee, bold, initial, pointed == ".")


def _is_mark(match: re.Match[str], end: int) -> bool:
    """Whether signs around a word make it a mark: a colon or the like, brackets, bold letters."""
    word = match["word"]
    if len(word) == 1 and word.lower() != word.upper() and not word.isupper():
        return False
    if match["open"] and not match["close"]:
        return False
    pointed = match["point"] or match["inside"]
    if not match["before"] and match["after"] and not pointed:
        return False  # the quote marks open bold words: '''A'''bove
    closed = match["after"] or match["last"]
    alone = match.end() == end and bool(match["before"]) and bool(closed)
    return bool(pointed) or bool(match["open"] and match["close"]) or alone


def marks_in_lines(text: str, start: int, end: int, languages: tuple[Words, ...]) -> Iterator[int]:
    """Yield where lines after the first begin with a mark or a number with a bracket."""
    at = text.find("\n", start, end)
    while at >= 0:
        line, at = at + 1, text.find("\n", at + 1, end)
        if not text[line : end if at < 0 else at].strip(" \t:"):
            continue  # what follows blanks is looked at once, on its own line
        if mark(text, line, end, languages) or _COUNT.match(text, line, end):
            yield line
