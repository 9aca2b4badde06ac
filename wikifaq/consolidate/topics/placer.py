"""Under which topic questions go: all that speaks for it, weighed, and what their likes say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate.topics import evidence
from wikifaq.consolidate.topics.evidence import Corpus, Features, Rows
from wikifaq.consolidate.topics.fitted import ALSO_FROM, FIRST, PLACED_FROM, SECOND
from wikifaq.consolidate.topics.placing import OTHER, Placed, Placing
from wikifaq.consolidate.topics.words import all_likenesses

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.consolidate.engine import Embedder, Question
    from wikifaq.model import Topic

_DIGITS = 4
_ALSO_MOST = 3
_SAYS_MOST = 3
# As good as the same words: there is nothing left to weigh.
_COPY = 0.97
_CERTAIN = 0.99
_SHOWN_LIKENESS = 0.35
_UNSURE = "nothing speaks clearly for a topic"


class Weighed(NamedTuple):
    """Questions with what speaks for each topic, by themselves and together with their likes."""

    corpus: Corpus
    rows: Rows
    says: list[list[tuple[str, ...]]]
    alike_placed: list[dict[int, float]]
    copies: list[dict[int, float]]


class Placer:
    """Places questions under topics.

    ``placed`` are questions that stand under topics already; the topics' examples count as such
    put there by people. A topic that isn't among ``topics`` is never used.
    """

    def __init__(
        self,
        topics: Sequence[Topic],
        *,
        embedder: Embedder | None = None,
        placed: Sequence[Placed] = (),
    ) -> None:
        self._topics = [topic for topic in topics if topic.id != OTHER]
        self._embedder = embedder
        self._kind = "words" if embedder is None else "vectors"
        known = {topic.id for topic in self._topics}
        examples = [
            Placed(text, topic.id, by_people=True)
            for topic in self._topics
            for text in topic.examples
        ]
        self._placed = sorted(
            {each for each in [*examples, *placed] if each.topic in known},
            key=lambda each: (each.topic, each.text, each.answer, each.by_people),
        )

    def place(self, questions: Sequence[Question]) -> list[Placing]:
        """Place questions that are of one corpus; the same set in any order is placed the same."""
        if not self._topics or not questions:
            return [Placing(OTHER, 0.0, why="there are no topics") for _ in questions]
        weighed = self.weigh(questions, FIRST[self._kind])
        made = {}
        for number, question in enumerate(weighed.corpus.questions):
            made[question.id, question.text] = self._decide(
                number, self._chances(weighed.rows[number]), weighed
            )
        return [made[each.id, each.text] for each in questions]

    def weigh(self, questions: Sequence[Question], first: Mapping[str, float]) -> Weighed:
        """Gather what speaks for each topic; ``first`` are the weights of a question by itself."""
        corpus = Corpus.of(questions)
        rows, says = evidence.by_words(corpus, self._topics, self._placed)
        own, theirs = evidence.word_vectors(corpus, self._placed)
        alike = all_likenesses(own, own)
        copies = all_likenesses(own, theirs)
        alike_placed = copies
        _join(rows, evidence.by_placed(copies, self._placed, self._topics))
        vectors = None
        if self._embedder is not None:
            # numpy comes with the extra that has embedders.
            from wikifaq.consolidate.topics.vectors import Vectors  # noqa: PLC0415

            vectors = Vectors(corpus, self._topics, self._placed, self._embedder)
            alike_placed = vectors.alike_placed()
            _join(rows, _named("meaning", vectors.about()))
            _join(rows, _named("word meaning", vectors.words()))
            near = evidence.by_placed(alike_placed, self._placed, self._topics)
            _join(rows, [[_prefixed(each) for each in row] for row in near])
        by_itself = [[chance(row, first) for row in each] for each in rows]
        weight = corpus.weight
        likes = evidence.by_neighbours(alike, by_itself)
        _join(rows, _named("neighbours", likes, weight))
        _join(rows, _named("profile", evidence.profiles(own, by_itself), weight))
        if vectors is not None:
            likes = evidence.by_neighbours(vectors.alike(), by_itself)
            _join(rows, _named("meaning neighbours", likes, weight))
            _join(rows, _named("meaning profile", vectors.profiles(by_itself), weight))
        _join(rows, [_rivals(row) for row in by_itself])
        return Weighed(corpus, rows, says, alike_placed, copies)

    def _chances(self, row: Sequence[Features]) -> list[float]:
        """How likely each topic is: no less than a question is like one that stands there.

        In a small corpus nothing else may speak for a topic than one entry that stands there.
        """
        name = "nearest" if self._embedder is None else "meaning nearest"
        chances = [chance(each, SECOND[self._kind]) for each in row]
        return [max(pair) for pair in zip(chances, _drawn(row, name), strict=True)]

    def _decide(self, number: int, chances: list[float], weighed: Weighed) -> Placing:
        order = sorted(range(len(chances)), key=lambda topic: (-chances[topic], topic))
        best = order[0]
        copy = self._copied(weighed.copies[number])
        if copy is not None:
            best = copy
            chances[best] = max(chances[best], _CERTAIN)
        sure = chances[best] >= PLACED_FROM[self._kind] and _any(weighed.rows[number][best])
        also = tuple(
            self._topics[topic].id
            for topic in order
            if topic != best and chances[topic] >= ALSO_FROM[self._kind]
        )
        return Placing(
            topic=self._topics[best].id if sure else OTHER,
            confidence=chances[best],
            also=also[:_ALSO_MOST] if sure else (),
            why=self._why(number, best, weighed) if sure else _UNSURE,
        )

    def _copied(self, near: Mapping[int, float]) -> int | None:
        """The topic under which a person has put a question of the same words."""
        ids = [topic.id for topic in self._topics]
        copies = [
            (-score, ids.index(self._placed[at].topic))
            for at, score in near.items()
            if score >= _COPY and self._placed[at].by_people
        ]
        return min(copies)[1] if copies else None

    def _why(self, number: int, best: int, weighed: Weighed) -> str:
        parts = []
        says = weighed.says[number][best][:_SAYS_MOST]
        if says:
            parts.append("says " + ", ".join(f"'{word}'" for word in says))
        near = [
            self._placed[at]
            for at, score in weighed.alike_placed[number].items()
            if score >= _SHOWN_LIKENESS and self._placed[at].topic == self._topics[best].id
        ]
        people = sum(each.by_people for each in near)
        if people:
            parts.append(f"like {_count(people)} that people placed here")
        elif near:
            parts.append(f"like {_count(len(near))} that stand here")
        return "; ".join(parts) or "like others that belong here"


def chance(features: Features, weights: Mapping[str, float]) -> float:
    """Return how likely a topic is, 0 to 1, by the logistic function."""
    total = weights["bias"] + math.fsum(
        weight * features[name] for name, weight in weights.items() if name in features
    )
    return round(1 / (1 + math.exp(-total)), _DIGITS)


def _count(entries: int) -> str:
    return "1 entry" if entries == 1 else f"{entries} entries"


def _any(features: Features) -> bool:
    """Whether anything at all speaks for a topic."""
    return any(value > 0 for name, value in features.items() if name != "rival")


def _rivals(chances: Sequence[float]) -> list[Features]:
    """How likely the likeliest of the other topics is."""
    return [
        {"rival": max((*chances[:number], *chances[number + 1 :]), default=0.0)}
        for number in range(len(chances))
    ]


def _drawn(row: Sequence[Features], name: str) -> list[float]:
    """How alike the nearest placed question is; the fewer words speak for any topic, the more."""
    silence = 1 - max(each["share"] for each in row)
    return [round(each[name] * silence, _DIGITS) for each in row]


def _named(name: str, values: Sequence[Sequence[float]], weight: float = 1.0) -> Rows:
    return [[{name: value * weight} for value in row] for row in values]


def _prefixed(features: Features) -> Features:
    return {f"meaning {name}": value for name, value in features.items()}


def _join(rows: Rows, more: Rows) -> None:
    for row, extra in zip(rows, more, strict=True):
        for features, found in zip(row, extra, strict=True):
            features.update(found)
