"""The figures of a run of sentences: how far each thing speaks for showing it of an answer.

Each is from 0 to 1. Its weight was set by reason and tried on invented answers; those with a
weight below 0 speak against a run.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.consolidate.extract_reading import Read, Reading

WEIGHTS = {
    "words": 0.24,
    "kind": 0.28,
    "direct": 0.20,
    "early": 0.16,
    "size": 0.10,
    "lead-in": -0.25,
    "background": -0.28,
    "leans": -0.08,
    "meta": -0.20,
    "personal": -0.15,
    "past": -0.12,
    "announces": -0.12,
    "conditional": -0.08,
    "elsewhere": -0.40,
    "concedes": -0.20,
    "corrected": -0.45,
    "unfinished": -0.25,
    "stray": -0.07,
    "cut": -0.03,
    "broken": -0.03,
}
"""What each figure weighs where there is no model."""

LONGEST_EXTRACT = 80
"""Words of an extract."""

MOST_SENTENCES = 3

MEANING = 0.18
"""What nearness in meaning weighs where there is one; shared words then weigh half."""

_REST = 0.15  # what the sentences behind the one that opens the run count beside it
_LESS = 0.3  # … and what a kind of answer counts that only these are
_ITSELF = 0.6  # how directly a speaker's own question with its answer answers
_STRAY = 0.2  # of a sentence that has less to do with the question than this
_TINY, _SMALL, _LARGE = 6, 14, 72  # words


def figures(reading: Reading, run: Sequence[Read]) -> dict[str, float]:
    """Return the figures of a run by name, that of its meaning left out."""
    first = run[0]
    words = frozenset[str]().union(*(each.terms for each in run))
    count = sum(each.sentence.words for each in run)
    text = reading.turns[first.sentence.turn].text
    breaks = sum(
        "\n\n" in text[a.sentence.span.end : b.sentence.span.start] for a, b in pairwise(run)
    )
    kind = max(first.kind, *(_LESS * each.kind for each in run))
    direct = first.direct
    if first.announces:
        direct = 0.0
    if first.answers_itself:
        kind, direct = max(kind, run[-1].kind, run[1].kind), _ITSELF
    return {
        "words": (1 - _REST) * reading.terms.covered(first.terms)
        + _REST * reading.terms.covered(words),
        "kind": kind,
        "direct": direct,
        "early": first.early,
        "size": _size(count),
        "lead-in": max(0.0, *(each.lead_in for each in run)),
        "background": float(first.background),
        "leans": float(first.leans),
        "concedes": float(_concedes(reading, run)),
        "corrected": float((first.sentence.turn, run[-1].sentence.number) < reading.corrected),
        "meta": float(any(each.meta for each in run)),
        "personal": float(first.personal and not first.answers_itself),
        "past": float(first.past and not first.answers_itself),
        "announces": float(first.announces),
        "conditional": float(first.conditional and not first.answers_itself),
        "elsewhere": float(first.elsewhere),
        "unfinished": float(_is_unfinished(reading, run)),
        "stray": sum(_strays(reading, each) for each in run[1:]) / max(1, len(run) - 1),
        "cut": float(_is_cut(reading, run, count)),
        "broken": min(1.0, float(breaks)),
    }


def _concedes(reading: Reading, run: Sequence[Read]) -> bool:
    """Whether something is conceded, and what it is conceded against left out."""
    at = max((n for n, each in enumerate(run) if each.concedes), default=None)
    return at is not None and not any(
        reading.bars.turns(each.sentence.text) for each in run[at + 1 :]
    )


def _is_unfinished(reading: Reading, run: Sequence[Read]) -> bool:
    """Whether an enumeration goes on behind the run that was promised or begun in it."""
    last = run[-1].sentence
    if not any(
        reading.bars.opens_enumeration(each.sentence.text)
        or reading.bars.announces(each.sentence.text)
        for each in run
    ):
        return False
    behind = reading.sentences[last.turn][last.number + 1 : last.number + 2]
    return any(reading.bars.leans(each.sentence.text) for each in behind)


def _is_cut(reading: Reading, run: Sequence[Read], count: int) -> bool:
    """Whether the next sentence goes on from a run, in its paragraph, and has room in it."""
    last = run[-1].sentence
    sentences = reading.sentences[last.turn]
    if len(run) == MOST_SENTENCES or last.number + 1 == len(sentences):
        return False
    behind = sentences[last.number + 1].sentence
    between = reading.turns[last.turn].text[last.span.end : behind.span.start]
    return (
        "\n\n" not in between
        and count + behind.words <= LONGEST_EXTRACT
        and reading.bars.leans(behind.text)
    )


def _strays(reading: Reading, read: Read) -> bool:
    """Whether a sentence has nothing to do with what is asked, nor with the one before it."""
    worth = max(reading.terms.covered(read.terms), 0.5 * read.kind)
    return worth < _STRAY and not reading.bars.leans(read.sentence.text)


def _size(words: int) -> float:
    """Whether a run says enough to be an answer, and not too much."""
    if words < _TINY:
        return 0.0
    if words < _SMALL:
        return 0.5
    return 1.0 if words <= _LARGE else 0.8


def score(figures: Mapping[str, float]) -> float:
    """Return what the figures come to, from 0 to 1."""
    weights = dict(WEIGHTS)
    if "meaning" in figures:
        weights |= {"words": WEIGHTS["words"] / 2, "meaning": MEANING}
    best = sum(weight for weight in weights.values() if weight > 0)
    total = math.fsum(weights[name] * figure for name, figure in figures.items())
    return round(min(1.0, max(0.0, total / best)), 4)
