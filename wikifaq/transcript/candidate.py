"""What a form finds in a section: candidates for questions, and the evidence for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.model import Span


MOST_STACKED = 10
"""So many questions on one another share one answer, and no more."""

_ASKS_NOTHING = 0.75
_HAS_NO_ANSWER = 0.5


class Piece(NamedTuple):
    """A stretch of an answer: its wikitext without list marks, and who signed it.

    ``named`` is whether its mark names the author: "Answer (Bo): …".
    """

    span: Span
    author: str | None = None
    named: bool = False


class Evidence(NamedTuple):
    """How an entry was found: by which form, with which score (0 to 1), and why, in words."""

    form: str
    score: float
    why: str

    def of_one(self, *, asks: bool, answered: bool) -> Evidence:
        """The evidence for one entry: that for all of its form, less where it differs."""
        score, why = self.score, self.why
        if not asks:
            score *= _ASKS_NOTHING
            why += "; this one asks nothing"
        if not answered:
            score *= _HAS_NO_ANSWER
            why += "; this one has no answer"
        return Evidence(self.form, round(score, 3), why)


@dataclass(slots=True)
class Candidate:
    """What may be a question, and what may answer it.

    ``first`` is the row it begins with, and the rows from ``start`` to ``end`` (exclusive)
    answer it, after ``pieces``, which are parts of rows. ``question`` are its paragraphs.
    ``under`` is the number, in the same reading, of the candidate that it is nested in.
    """

    question: tuple[Span, ...]
    first: int
    start: int
    end: int
    asks: bool
    answered: bool = False
    pieces: tuple[Piece, ...] = ()
    asker: str | None = None
    addressee: str | None = None
    under: int | None = None


@dataclass(slots=True)
class Reading:
    """Rows of a section, read by one form.

    ``form`` names it, with its list marks or the like. ``prior`` is how far the form by itself
    speaks for questions, 0 to 1. ``surer`` is a reading of fewer candidates, for a page that
    doesn't use the form often enough for this one. ``unread`` are the parts of its rows that are
    neither question nor answer. ``asking`` and ``answered`` count the
    candidates that ask something and that have an answer. ``score`` is 0 to 1: the share of
    candidates that are answered, weighed with that of those asking; ``strength`` is less where
    that rests on few candidates.
    """

    form: str
    candidates: Sequence[Candidate]
    prior: float
    surer: Reading | None = None
    unread: Sequence[Span] = ()
    asking: int = field(init=False)
    answered: int = field(init=False)
    score: float = field(init=False)
    strength: float = field(init=False)

    def __post_init__(self) -> None:
        total = len(self.candidates)
        self.asking = sum([candidate.asks for candidate in self.candidates])
        self.answered = sum([candidate.answered for candidate in self.candidates])
        self.score = self.prior * self.answered / total * (0.5 + 0.5 * self.asking / total)
        self.strength = self.score * total / (total + 1)

    @property
    def evidence(self) -> Evidence:
        """What speaks for the candidates being questions."""
        why = f"{self.answered} of {len(self.candidates)} are answered, {self.asking} ask"
        return Evidence(self.form, self.score, why)

    def left(self, first: int, end: int) -> list[tuple[int, int]]:
        """The rows from ``first`` to ``end`` (exclusive) that no candidate holds, as ranges."""
        found, at = [], first
        for candidate in self.candidates:
            if candidate.first > at:
                found.append((at, candidate.first))
            at = max(at, candidate.first + 1, candidate.end)
        if at < end:
            found.append((at, end))
        return found
