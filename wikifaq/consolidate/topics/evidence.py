"""What speaks for each topic of each question: numbers from 0 to about 1, each with its name."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikifaq.consolidate.topics.keywords import Evidence, Keywords
from wikifaq.consolidate.topics.spelling import Spelling
from wikifaq.consolidate.topics.words import Lexicon, likeness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.consolidate.engine import Question
    from wikifaq.consolidate.topics.placing import Placed
    from wikifaq.model import Topic

Features = dict[str, float]
Rows = list[list[Features]]
"""For each question, for each topic, what speaks for it."""

_LONGEST = 3000  # characters of a text that are looked at: more tell no more
_CONTEXT, _SECTION, _ANSWER = 0.5, 0.3, 0.2
_ANSWER_CAP = 3.0
_FLOOR = 0.7
_STANDING = 0.6
_NEAREST = 5
_NEIGHBOURS = 8
_VOTE_FLOOR = 0.1
_FEW = 20
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Corpus:
    """Questions in a fixed order with the texts of those that they follow."""

    questions: Sequence[Question]
    context: Sequence[str]

    @classmethod
    def of(cls, questions: Sequence[Question]) -> Corpus:
        """Order questions by their ids, so that nothing depends on the order they come in."""
        ordered = sorted(questions, key=lambda each: (each.id, each.text))
        texts = {each.id: each.text[:_LONGEST] for each in ordered}
        return cls(ordered, [texts.get(each.follows or "", "") for each in ordered])

    @property
    def weight(self) -> float:
        """How much it tells that questions are alike: among a few it is mostly chance."""
        return len(self.questions) / (len(self.questions) + _FEW)

    def texts(self) -> list[str]:
        """The questions' own words."""
        return [each.text[:_LONGEST] for each in self.questions]


def by_words(
    corpus: Corpus, topics: Sequence[Topic], placed: Sequence[Placed]
) -> tuple[Rows, list[list[tuple[str, ...]]]]:
    """Return the evidence of the words, and for each question and topic those it says."""
    spelling = Spelling(
        [
            text
            for topic in topics
            for text in (topic.title, topic.about, *topic.keywords, *dict(topic.acronyms).values())
        ],
        [*corpus.texts(), *(question.answer[:_LONGEST] for question in corpus.questions)],
    )
    texts = [spelling.mended(text) for text in corpus.texts()]
    words = Keywords(topics, texts)
    lexicon = Lexicon([*texts, *(each.text for each in placed)])
    abouts = [
        lexicon.vector(
            [
                ("" if topic.keywords and not topic.about else topic.title, 2.0),
                (topic.about, 1.0),
                (" ".join(topic.keywords), 0.5),
            ]
        )
        for topic in topics
    ]
    rows: Rows = []
    says: list[list[tuple[str, ...]]] = []
    for question, text, before in zip(corpus.questions, texts, corpus.context, strict=True):
        asked = words.asked(text)
        context = words.asked(before)
        section = words.evidence(question.section or "")
        answer = words.evidence(question.answer[:_LONGEST])
        whole = [
            main.weight
            + _CONTEXT * above.weight
            + _SECTION * head.weight
            + _ANSWER * min(_ANSWER_CAP, told.weight)
            for main, above, head, told in zip(asked, context, section, answer, strict=True)
        ]
        total = math.fsum(whole) + _FLOOR
        most = max(whole, default=0.0)
        own = lexicon.vector([(text, 1.0), (before, _CONTEXT)])
        rows.append(
            [
                {
                    "asked": _soft(asked[number].weight),
                    "context": _soft(context[number].weight),
                    "section": _soft(section[number].weight),
                    "answer": _soft(min(_ANSWER_CAP, answer[number].weight)),
                    "share": whole[number] / total,
                    "first": float(0 < most == whole[number]),
                    "about": likeness(own, abouts[number]),
                }
                for number in range(len(topics))
            ]
        )
        says.append(_says(asked, context, answer))
    return rows, says


def _soft(weight: float) -> float:
    return weight / (1 + weight)


def _says(*evidence: Sequence[Evidence]) -> list[tuple[str, ...]]:
    return [
        next((each.says for each in of_topic if each.says), ())
        for of_topic in zip(*evidence, strict=True)
    ]


def word_vectors(
    corpus: Corpus, placed: Sequence[Placed]
) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """Return the questions and the placed ones as vectors of their words."""
    texts = corpus.texts()
    lexicon = Lexicon([*texts, *(each.text for each in placed)])
    own = [
        lexicon.vector([(text, 1.0), (before, _CONTEXT), (question.answer[:_LONGEST], _ANSWER)])
        for question, text, before in zip(corpus.questions, texts, corpus.context, strict=True)
    ]
    theirs = [
        lexicon.vector([(each.text[:_LONGEST], 1.0), (each.answer[:_LONGEST], _ANSWER)])
        for each in placed
    ]
    return own, theirs


def by_placed(
    alike: Sequence[Mapping[int, float]], placed: Sequence[Placed], topics: Sequence[Topic]
) -> Rows:
    """Return what the placed questions say: the nearest one's likeness, and the votes of a few."""
    number_of = {topic.id: number for number, topic in enumerate(topics)}
    rows: Rows = []
    for near in alike:
        known = [
            (score * (1.0 if placed[at].by_people else _STANDING), number_of[placed[at].topic])
            for at, score in near.items()
            if placed[at].topic in number_of and score > 0
        ]
        known.sort(key=lambda each: (-each[0], each[1]))
        nearest: dict[int, float] = {}
        votes: dict[int, float] = defaultdict(float)
        for score, number in known:
            nearest.setdefault(number, score)
        for score, number in known[:_NEAREST]:
            votes[number] += score * score
        total = math.fsum(votes.values()) + _VOTE_FLOOR
        rows.append(
            [
                {"nearest": nearest.get(number, 0.0), "votes": votes.get(number, 0.0) / total}
                for number in range(len(topics))
            ]
        )
    return rows


def by_neighbours(
    alike: Sequence[Mapping[int, float]], first: Sequence[Sequence[float]]
) -> list[list[float]]:
    """Return, for each topic, how likely it is for the questions most like this one.

    ``first`` is how likely each topic is for each question by itself.
    """
    width = len(first[0]) if first else 0
    found = []
    for number, near in enumerate(alike):
        few = sorted(
            ((score, at) for at, score in near.items() if at != number and score > 0),
            key=lambda each: (-each[0], each[1]),
        )[:_NEIGHBOURS]
        total = math.fsum(score * score for score, _ in few) + _VOTE_FLOOR
        found.append(
            [
                math.fsum(score * score * first[at][topic] for score, at in few) / total
                for topic in range(width)
            ]
        )
    return found


def profiles(
    vectors: Sequence[Mapping[str, float]], first: Sequence[Sequence[float]]
) -> list[list[float]]:
    """Return how alike each question is to those sure of each topic, itself left out."""
    width = len(first[0]) if first else 0
    sums: list[dict[str, float]] = [defaultdict(float) for _ in range(width)]
    for vector, likely in zip(vectors, first, strict=True):
        for topic, chance in enumerate(likely):
            for word, value in vector.items():
                sums[topic][word] += chance * chance * value
    squares = [math.fsum(value * value for value in each.values()) for each in sums]
    found = []
    for vector, likely in zip(vectors, first, strict=True):
        row = []
        for topic, chance in enumerate(likely):
            own = chance * chance
            dot = math.fsum(value * sums[topic][word] for word, value in vector.items())
            square = squares[topic] - 2 * own * dot + own * own
            row.append(max(0.0, dot - own) / math.sqrt(square) if square > _TINY else 0.0)
        found.append(row)
    return found
