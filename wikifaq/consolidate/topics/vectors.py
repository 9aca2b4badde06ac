"""What vectors say of questions and topics; only used where there is an embedder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wikifaq.consolidate.engine import Embedder
    from wikifaq.consolidate.topics.evidence import Corpus
    from wikifaq.consolidate.topics.placing import Placed
    from wikifaq.model import Topic

_FEWEST = 15
_CONTEXT = 0.5
_LONGEST = 2000
_DIGITS = 4
_TOP = 3
_LEAST = 0.15


class Vectors:
    """The vectors of questions, placed questions and topics, less what all questions share."""

    def __init__(
        self,
        corpus: Corpus,
        topics: Sequence[Topic],
        placed: Sequence[Placed],
        embedder: Embedder,
    ) -> None:
        texts = corpus.texts()
        whole = [
            *texts,
            *corpus.context,
            *(each.text for each in placed),
            *(f"{topic.title}. {topic.about}".strip() for topic in topics),
            *(word for topic in topics for word in _words(topic)),
        ]
        rows = _embedded([text[:_LONGEST] for text in whole], embedder)
        self._topics = topics
        own = np.array([rows[text[:_LONGEST]] for text in texts])
        count = len(own)
        # Of a few questions the mean is mostly chance: it then counts for less.
        self._mean = own.mean(axis=0) * (count / (count + _FEWEST)) if count else 0.0
        for number, before in enumerate(corpus.context):
            if before:
                own[number] = own[number] + _CONTEXT * rows[before[:_LONGEST]]
        self._rows = rows
        self.questions = self._centred(_unit(own))
        self.placed = (
            self._centred(np.array([rows[each.text[:_LONGEST]] for each in placed]))
            if placed
            else np.zeros((0, self.questions.shape[1] if count else 0), np.float32)
        )

    def _centred(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        return _unit(np.asarray(rows - self._mean, np.float32)) if len(rows) else rows

    def about(self) -> list[list[float]]:
        """How alike each question is to each topic's title and description."""
        names = [f"{topic.title}. {topic.about}".strip()[:_LONGEST] for topic in self._topics]
        rows = self._centred(np.array([self._rows[name] for name in names]))
        return _plain(self.questions @ rows.T)

    def words(self) -> list[list[float]]:
        """How alike each question is to the few nearest words of each topic."""
        found = np.zeros((len(self.questions), len(self._topics)), np.float32)
        for number, topic in enumerate(self._topics):
            words = _words(topic)
            if words and len(self.questions):
                rows = self._centred(np.array([self._rows[word] for word in words]))
                alike = np.sort(self.questions @ rows.T, axis=1)
                found[:, number] = alike[:, -_TOP:].mean(axis=1)
        return _plain(found)

    def alike_placed(self) -> list[dict[int, float]]:
        """How alike each question is to the placed ones."""
        return _sparse(self.questions @ self.placed.T)

    def alike(self) -> list[dict[int, float]]:
        """How alike the questions are to each other."""
        return _sparse(self.questions @ self.questions.T)

    def profiles(self, first: Sequence[Sequence[float]]) -> list[list[float]]:
        """How alike each question is to those sure of each topic, itself left out."""
        weights = np.asarray(first, np.float32) ** 2
        sums = weights.T @ self.questions
        dots = self.questions @ sums.T
        squares = (sums * sums).sum(axis=1)[None, :] - 2 * weights * dots + weights * weights
        lengths = np.sqrt(np.maximum(squares, 1e-6))
        return _plain((dots - weights) / lengths)


def _words(topic: Topic) -> list[str]:
    """A topic's keywords and the full forms of its acronyms."""
    return [*dict.fromkeys([*topic.keywords, *(full for _, full in topic.acronyms)])]


def _embedded(texts: Sequence[str], embedder: Embedder) -> dict[str, NDArray[np.float32]]:
    """The vectors of texts, each made once."""
    once = sorted(set(texts))
    return dict(zip(once, np.asarray(embedder.embed(once), np.float32), strict=True))


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-6), np.float32)


def _plain(rows: NDArray[np.float32]) -> list[list[float]]:
    # Rounded, so that the last bits of another machine's arithmetic decide nothing.
    return [[round(float(value), _DIGITS) for value in row] for row in rows]


def _sparse(rows: NDArray[np.float32]) -> list[dict[int, float]]:
    found = []
    for row in rows:
        at = np.flatnonzero(row > _LEAST)
        found.append({int(number): round(float(row[number]), _DIGITS) for number in at})
    return found
