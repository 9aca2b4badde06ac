"""The sentences of an answer, as an extract of it may be cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import sentencex

from wikifaq.consolidate.length import length
from wikifaq.consolidate.sentences import pairs, sentences
from wikifaq.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikifaq.model import Turn

_LABEL = re.compile(r"\W*(?:\d{1,3}|\w)[.)\]:]*\W*\Z")  # "2.", "(a)": it belongs to what follows
_ABBREVIATED = re.compile(r"(?<![^\W_])[^\W\d_]{1,4}\.\s*\Z")
_TRAILING = re.compile(r"(?:\.\.+|…|[.!?][\"'”’»)\]]+)\s*\Z")
_WINDOW = 16_000  # characters that are cut into sentences at a time


class Sentence(NamedTuple):
    """A sentence of an answer: the turn, its number in it, where it stands, and its words."""

    turn: int
    number: int
    span: Span
    text: str
    words: int


def answer_sentences(turns: Sequence[Turn], language: str) -> list[list[Sentence]]:
    """Return the sentences of each turn; ``language`` is the code of the language."""
    found = []
    for number, turn in enumerate(turns):
        spans = spans_of(turn.text, language)
        found.append(
            [
                Sentence(number, n, span, (text := turn.text[slice(*span)]), length(text))
                for n, span in enumerate(spans)
            ]
        )
    return found


def spans_of(text: str, language: str) -> list[Span]:
    """Return where a text's sentences stand, without the space around them.

    All that is not space is in one of them. What is cut too often is joined again: within
    brackets and quotations, behind a number that counts something, and before a small letter
    that goes on behind an abbreviation or a quotation.
    """
    pieces = _pieces(text, language)
    inside = _inside(pieces, pairs(text))
    joined: list[Span] = []
    for number, piece in enumerate(pieces):
        if joined and (number in inside or _goes_on(text, joined[-1], piece)):
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return joined


def _pieces(text: str, language: str) -> list[Span]:
    """The sentences as the library cuts them."""
    found, at = [], 0
    for piece in _segments(text, language):
        bare = piece.strip()
        if not bare:
            continue
        start = text.find(bare, at)
        if start < 0 or text[at:start].strip():  # no longer the text's own words
            return [Span(*span) for span in sentences(text)]
        at = start + len(bare)
        found.append(Span(start, at))
    if text[at:].strip():
        return [Span(*span) for span in sentences(text)]
    return found


def _segments(text: str, language: str) -> Iterator[str]:
    """The library's pieces, made in windows: its time grows with the square of a text's length.

    The last piece of a window may be cut short, and is the first of the next one.
    """
    at, window = 0, _WINDOW
    while at < len(text):
        pieces = sentencex.segment(language, text[at : at + window])
        if at + window >= len(text):
            yield from pieces
            return
        done = sum(map(len, pieces[:-1]))
        if not text[at : at + done].strip():
            window *= 2
            continue
        yield from pieces[:-1]
        at, window = at + done, _WINDOW


def _inside(pieces: Sequence[Span], asides: Iterable[tuple[int, int]]) -> set[int]:
    """The numbers of the pieces that begin within a bracket or a quotation."""
    found = set()
    aside = iter(asides)
    start, end = next(aside, (-1, -1))
    for number, piece in enumerate(pieces):
        while start >= 0 and end < piece.start:
            start, end = next(aside, (-1, -1))
        if 0 <= start < piece.start <= end:
            found.add(number)
    return found


def _goes_on(text: str, before: Span, piece: Span) -> bool:
    """Whether a piece goes on with the sentence before it."""
    if "\n" in text[before.end : piece.start]:
        return False
    last = text[max(before.start, before.end - 12) : before.end]
    if before.end - before.start <= len(last) and _LABEL.match(last):
        return True
    opens = text[piece.start : piece.start + 1]
    if not any(map(str.isalnum, text[piece.start : piece.end])):
        return True
    return opens.islower() and bool(_ABBREVIATED.search(last) or _TRAILING.search(last))
