"""An answer's paragraphs and the turns they make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.model import Span, Turn
from wikifaq.transcript.inline import parts, plain
from wikifaq.transcript.label import Label, label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikifaq.transcript.block import Block
    from wikifaq.transcript.form import Candidate
    from wikifaq.transcript.words import Words

_NUMBER = re.compile(r"\(?(\d{1,2})\)\s*(?=\S)")
_FEWEST_SUBS = 2


class Piece(NamedTuple):
    """One paragraph of an answer: where its words stand, without list marks."""

    span: Span


def pieces(text: str, candidate: Candidate) -> list[Piece]:
    """Return the paragraphs nested in a question and after it, in the order of the page.

    Paragraphs that show nothing (categories, templates, comments) are left out.
    """
    blocks = [*candidate.question.children, *candidate.answer]
    return [piece for block in blocks for each in block.walk() for piece in _cut(text, each)]


def _cut(text: str, block: Block) -> Iterator[Piece]:
    if block.kind in {"blank", "comment", "rule"}:
        return
    for start, end in parts(text[block.body.start : block.body.end]):
        span = Span(block.body.start + start, block.body.start + end)
        if plain(text[span.start : span.end]):
            yield Piece(span)


def numbered(
    text: str, answer: Sequence[Piece]
) -> tuple[Sequence[Piece], list[tuple[Piece, Sequence[Piece]]]]:
    """Part sub-questions ``1) …``, ``2) …`` with their answers from an answer's paragraphs.

    They count as such when they number from 1 without a gap, there are at least two, and the
    first paragraph is one: a preamble is asked, not answered. The piece of a sub-question
    starts after its number.
    """
    starts: list[tuple[int, int]] = []
    for i, piece in enumerate(answer):
        match = _NUMBER.match(text, piece.span.start, piece.span.end)
        if match and int(match[1]) == len(starts) + 1:
            starts.append((i, match.end()))
    if len(starts) < _FEWEST_SUBS or starts[0][0] != 0:
        return answer, []
    ends = [start for start, _ in starts[1:]] + [len(answer)]
    subs = [
        (Piece(Span(words, answer[start].span.end)), answer[start + 1 : end])
        for (start, words), end in zip(starts, ends, strict=True)
    ]
    return (), subs


def turns(
    text: str, answer: Sequence[Piece], speakers: frozenset[str], languages: Sequence[Words]
) -> tuple[Turn, ...]:
    """Join an answer's paragraphs into turns: a label opens one, the unlabelled continue it."""
    made: list[tuple[Label | None, list[Span]]] = []
    for piece in answer:
        found = label(text[piece.span.start : piece.span.end], languages)
        if found and not _is_speaker(text, piece, found, speakers):
            found = None
        span = Span(piece.span.start + found.end, piece.span.end) if found else piece.span
        if found or not made:
            made.append((found, [span]))
        else:
            made[-1][1].append(span)
    return tuple(_turn(text, found, spans) for found, spans in made)


def _is_speaker(text: str, piece: Piece, found: Label, speakers: frozenset[str]) -> bool:
    """Believe a label of several bare words only where the page shows it to be a name."""
    bare = text[piece.span.start : piece.span.start + 2] != "''" and found.role is None
    several = " " in found.name
    return not (bare and several and found.name.split()[0] not in speakers)


def _turn(text: str, found: Label | None, spans: Sequence[Span]) -> Turn:
    paragraphs = tuple(text[start:end] for start, end in spans)
    span = Span(spans[0].start, spans[-1].end)
    return Turn(
        speaker=found.name if found else None,
        role=found.role if found else None,
        text="\n\n".join(map(plain, paragraphs)),
        wikitext=text[span.start : span.end],
        span=span,
        paragraphs=paragraphs,
    )
