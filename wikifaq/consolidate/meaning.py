"""What the vectors of questions and answers say of how near two questions are in meaning.

Vectors of one corpus lean to one side (all are questions, and of one field); the corpus's mean
is taken off before they are compared (Mu and Viswanath, All-but-the-Top, ICLR 2018). A question
that resembles many is near to each: of a similarity, what both have on average with their
nearest is taken off (CSLS; Conneau et al., Word Translation Without Parallel Data, ICLR 2018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wikifaq.consolidate.background import BACKGROUND
from wikifaq.consolidate.neighbours import nearest
from wikifaq.consolidate.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from wikifaq.consolidate.corpus import Corpus
    from wikifaq.consolidate.engine import Embedder

    Vectors = NDArray[np.float32]

NEIGHBOURS = 10
"""Of a question, with which its similarities are averaged."""

_LEAST_CROWD = 0.25
"""What a quarter of the questions of larger corpora stay below: in a small one all are far."""

_PASSAGE = 2  # sentences
_MOST_PASSAGES = 12  # of an answer


class Meaning:
    """The vectors of a corpus: of its questions, of their sentences, and of what answers them."""

    def __init__(
        self,
        corpus: Corpus,
        embedder: Embedder,
        *,
        looked: Sequence[int] | None = None,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Make the vectors; ``say`` is told what is done.

        ``looked`` are the numbers of the questions whose nearest are looked for, None for all.
        """
        readings = [corpus.reading(number) for number in range(len(corpus))]
        self._embedder = embedder
        say(f"Making vectors of {len(corpus)} questions with {embedder.name}.")
        # A question that follows another is nothing without it.
        whole = embedder.embed([f"{each.context} {each.text}".strip() for each in readings])
        common = embedder.embed(BACKGROUND).sum(axis=0)
        self._mean = (whole.sum(axis=0) + common) / (len(readings) + len(BACKGROUND))
        self.questions = _unit(whole - self._mean)
        self._sentences = _Parts([each.sentences for each in readings], embedder, self._mean)
        self._asking = _Parts([each.asking for each in readings], embedder, self._mean)
        passages = [
            passages_of(question.answer) if reading.answered else []
            for question, reading in zip(corpus.questions, readings, strict=True)
        ]
        self.answered = np.array([bool(each) for each in passages], bool)
        self._passages: _Parts | None = None
        self.documents = self.questions
        if self.answered.any():
            rows = embedder.embed([each for own in passages for each in own])
            self._passages = _Parts(passages, rows - rows.mean(axis=0))
            self.documents = _documents(whole, passages, rows, self.answered, common)
        say("Looking for each question's nearest.")
        self._crowd = _Crowd(self.questions)
        self._crowd_documents = self._crowd if self._passages is None else _Crowd(self.documents)
        numbers = np.arange(len(corpus)) if looked is None else np.array(sorted(looked), np.int64)
        self.near = {
            (min(int(a), int(b)), max(int(a), int(b)))
            for crowd in (self._crowd, self._crowd_documents)
            for a, row in zip(numbers, crowd.near(numbers), strict=True)
            for b in row
            if b >= 0
        }
        """The pairs of which one is among the other's nearest, the smaller number first."""

    def prepare(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Look up at once what the figures of these pairs need: one by one it takes long."""
        numbers = np.array(sorted({number for pair in pairs for number in pair}), np.int64)
        self._crowd.near(numbers)
        self._crowd_documents.near(numbers)

    def figures(self, a: int, b: int) -> dict[str, float]:
        """Return the evidence of two questions, by their numbers in the corpus."""
        meaning = _dot(self.questions[a], self.questions[b])
        nearer = meaning - (self._crowd.of(a) + self._crowd.of(b)) / 2
        document = _dot(self.documents[a], self.documents[b])
        crowds = self._crowd_documents.of(a) + self._crowd_documents.of(b)
        nearer_document = document - crowds / 2
        if self.answered[a] != self.answered[b]:
            # An answer that only one of them has may speak for it, not against it.
            document, nearer_document = max(document, meaning), max(nearer, nearer_document)
        parts = self._covered(a, b), self._covered(b, a)
        return {
            "meaning": meaning,
            "nearer than others": nearer,
            "with answers": document,
            "with answers, nearer than others": nearer_document,
            "one has all parts of the other": max(parts),
            "each has all parts of the other": min(parts),
            "answers alike": min(_ENOUGH, max(0.0, self._answers(a, b) - _ALIKE)),
        }

    def _covered(self, a: int, b: int) -> float:
        """How near the least matched asking sentence of ``a`` is to some sentence of ``b``."""
        own = self._asking.rows(a)
        if not len(own):
            return 0.0
        other = np.vstack([self._sentences.rows(b), self.questions[b : b + 1]])
        return float(min(max(_dot(x, y) for y in other) for x in own))

    def _answers(self, a: int, b: int) -> float:
        """How well the passages of two answers match each other, on average."""
        if self._passages is None or not (self.answered[a] and self.answered[b]):
            return 0.0
        scores = np.einsum("ik,jk->ij", self._passages.rows(a), self._passages.rows(b))
        return float(scores.max(axis=0).mean() + scores.max(axis=1).mean()) / 2


_ALIKE = 0.35
"""What passages of answers to unlike questions reach, too; it says nothing."""

_ENOUGH = 0.2
"""More than this beyond it is a phrase used again, and no better sign."""


class _Parts:
    """The vectors of the parts of each text, one after the other."""

    def __init__(
        self,
        parts: Sequence[Sequence[str]],
        made: Embedder | Vectors,
        mean: NDArray[np.float32] | None = None,
    ) -> None:
        every = [part for own in parts for part in own]
        rows = made if isinstance(made, np.ndarray) else made.embed(every)
        self._rows = _unit(rows if mean is None else rows - mean)
        self._ends = np.cumsum([0, *(len(own) for own in parts)])

    def rows(self, number: int) -> Vectors:
        """Return the vectors of the number-th text's parts."""
        return self._rows[self._ends[number] : self._ends[number + 1]]


def passages_of(answer: str) -> list[str]:
    """Cut an answer into passages of two sentences, at most twelve, none over two paragraphs."""
    found = []
    for paragraph in answer.split("\n\n"):
        spans = sentences(paragraph)
        for start in range(0, len(spans), _PASSAGE):
            last = min(start + _PASSAGE, len(spans)) - 1
            found.append(paragraph[spans[start][0] : spans[last][1]])
    return found[:_MOST_PASSAGES]


def _documents(
    whole: Vectors,
    passages: Sequence[Sequence[str]],
    rows: Vectors,
    answered: NDArray[np.bool_],
    common: NDArray[np.float32],
) -> Vectors:
    """Questions with their answers: the mean of the question's vector and of its passages'.

    Those with and without an answer lean to different sides, and are centred apart.
    """
    made = whole.copy()
    ends = np.cumsum([0, *(len(own) for own in passages)])
    for number in np.flatnonzero(answered):
        own = rows[ends[number] : ends[number + 1]]
        made[number] = (whole[number] + own.sum(axis=0)) / (len(own) + 1)
    made = _unit(made)
    for chosen in (answered, ~answered):
        count = int(chosen.sum()) + len(BACKGROUND)
        made[chosen] -= (made[chosen].sum(axis=0) + common) / count
    return _unit(made)


class _Crowd:
    """How near vectors are to their nearest, on average: found when it is asked for."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors
        self._near: dict[int, NDArray[np.int64]] = {}
        self._mean: dict[int, float] = {}

    def near(self, numbers: NDArray[np.int64]) -> list[NDArray[np.int64]]:
        """Return the numbers of the nearest of each, -1 where there are no more."""
        new = np.array([each for each in numbers.tolist() if each not in self._near], np.int64)
        self._near |= zip(
            new.tolist(), nearest(self._vectors, NEIGHBOURS, queries=new), strict=True
        )
        return [self._near[each] for each in numbers.tolist()]

    def of(self, number: int) -> float:
        """Return the mean similarity of a vector with its nearest."""
        known = self._mean.get(number)
        if known is None:
            known = self._mean[number] = self._mean_of(number)
        return known

    def _mean_of(self, number: int) -> float:
        (row,) = self.near(np.array([number], np.int64))
        others = row[row >= 0]
        near = np.einsum("ij,j->i", self._vectors[others], self._vectors[number])
        return max(_LEAST_CROWD, float(near.mean())) if len(others) else _LEAST_CROWD


def _unit(vectors: Vectors) -> Vectors:
    size = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, None]
    return np.asarray(vectors / np.maximum(size, np.float32(1e-9)), np.float32)


def _dot(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    return float(np.einsum("i,i->", a, b))
