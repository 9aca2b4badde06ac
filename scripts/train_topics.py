#!/usr/bin/env python3
"""Fit the numbers of wikifaq/consolidate/topics/fitted.py, and say how well they do.

Usage: train_topics.py [--model FOLDER] [--print] [CORPORA]

CORPORA is a folder (tests/recurrence where none is named) whose folders tune* are fitted on and
test* are only looked at. Each holds conversations (2*.json: "entries" with "id", "kind",
"question", "answer", "section", "follows" and "topics", those that people accept) and later
questions (natural.jsonl, harsh.jsonl: "id", "text", "answer", "topics"). --model is a folder with
a sentence model; without it only the numbers without an embedder are made. --print prints the
module.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from wikifaq.config import load
from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.topics import OTHER, Placed, Placer, fitted
from wikifaq.consolidate.topics.placer import chance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from wikifaq.consolidate.engine import Embedder
    from wikifaq.model import Topic

LATER = ("neighbours", "profile", "meaning neighbours", "meaning profile", "rival")
# What may speak against a topic; all else speaks for it or not at all.
FREE = ("bias", "rival")
FOLDS = 3
PENALTY = 1.0
STEPS = 3000
LEAST_PLACED = 0.97
ALSO_RIGHT = 0.85


@dataclass(frozen=True)
class Labelled:
    """A corpus with the topics that people accept for each question."""

    name: str
    questions: tuple[Question, ...]
    gold: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Sample:
    """What speaks for a topic of a question, whether it is accepted, and how much it counts."""

    features: Mapping[str, float]
    accepted: bool
    weight: float = 1.0


class Remembered:
    """An embedder that makes the vector of a text once."""

    def __init__(self, inner: Embedder) -> None:
        self.name, self.hash = inner.name, inner.hash
        self._inner, self._known = inner, dict[str, Any]()

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row for each text."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._inner.embed(new), strict=True))
        return np.array([self._known[text] for text in texts], np.float32)


def labelled(folder: Path) -> Labelled:
    """Read a corpus."""
    questions, gold = [], {}
    for file in sorted(folder.glob("2*.json")):
        for row in json.loads(file.read_text("utf-8"))["entries"]:
            if row.get("kind") == "question":
                follows = row.get("follows") or [None]
                answer = "\n\n".join(turn["text"] for turn in row["answer"])
                questions.append(
                    Question(
                        row["id"],
                        row["question"],
                        answer=answer,
                        section=row.get("section"),
                        follows=follows[0],
                    )
                )
                gold[row["id"]] = frozenset(row["topics"])
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            questions.append(Question(row["id"], row["text"], answer=row.get("answer") or ""))
            gold[row["id"]] = frozenset(row["topics"])
    return Labelled(folder.name, tuple(questions), gold)


def samples(
    corpora: Iterable[Labelled],
    topics: Sequence[Topic],
    first: Mapping[str, float],
    embedder: Embedder | None,
) -> list[Sample]:
    """Return what speaks for each topic of each question.

    Each question comes by itself, with a third of the others standing under their topics, and,
    counting less, without the topics that are right, so that none is to be chosen.
    """
    made: list[Sample] = []
    for corpus in corpora:
        made += _of(corpus, topics, first, embedder, weight=1.0)
        for fold in range(FOLDS):
            made += _of(corpus, topics, first, embedder, weight=0.5 / FOLDS, fold=fold)
        for topic in topics:
            rest = [each for each in topics if each.id != topic.id]
            only = {key for key, right in corpus.gold.items() if right == {topic.id}}
            made += _of(corpus, rest, first, embedder, weight=0.15, only=only)
    return made


def _of(
    corpus: Labelled,
    topics: Sequence[Topic],
    first: Mapping[str, float],
    embedder: Embedder | None,
    *,
    weight: float,
    fold: int | None = None,
    only: set[str] | None = None,
) -> list[Sample]:
    standing = in_fold(corpus, fold)
    placed = [
        Placed(each.text, min(corpus.gold[each.id]), each.answer, by_people=True)
        for each in corpus.questions
        if each.id in standing
    ]
    placer = Placer(topics, embedder=embedder, placed=placed)
    weighed = placer.weigh(corpus.questions, first)
    return [
        Sample(features, topic.id in corpus.gold[question.id], weight)
        for question, row in zip(weighed.corpus.questions, weighed.rows, strict=True)
        if question.id not in standing and (only is None or question.id in only)
        for topic, features in zip(topics, row, strict=True)
    ]


def in_fold(corpus: Labelled, fold: int | None) -> set[str]:
    """Every third question; none where no fold is named."""
    keys = sorted(each.id for each in corpus.questions)
    return set() if fold is None else set(keys[fold::FOLDS])


def fit(given: Sequence[Sample], *, without: Sequence[str] = ()) -> dict[str, float]:
    """Fit a logistic regression whose weights, but for the free ones, are not negative."""
    names = [
        "bias",
        *(name for name in given[0].features if name not in without),
    ]
    rows = np.array([[1.0, *(each.features[name] for name in names[1:])] for each in given])
    wanted = np.array([each.accepted for each in given], float)
    weight = np.array([each.weight for each in given])
    free = np.array([name in FREE for name in names])
    penalty = np.where(np.array(names) == "bias", 0.0, PENALTY)
    step = 1 / (0.25 * np.linalg.eigvalsh((rows * weight[:, None]).T @ rows)[-1] + PENALTY)
    found = np.zeros(len(names))
    ahead, momentum = found.copy(), 1.0
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-rows @ ahead))
        slope = rows.T @ (weight * (chances - wanted)) + penalty * ahead
        following = ahead - step * slope
        following = np.where(free, following, np.maximum(following, 0))
        after = (1 + np.sqrt(1 + 4 * momentum * momentum)) / 2
        ahead = following + (momentum - 1) / after * (following - found)
        found, momentum = following, after
    return {
        name: round(float(value), 3)
        for name, value in zip(names, found, strict=True)
        if name == "bias" or round(float(value), 3)
    }


def bounds(
    corpora: Iterable[Labelled],
    topics: Sequence[Topic],
    first: Mapping[str, float],
    second: Mapping[str, float],
    embedder: Embedder | None,
) -> tuple[float, float]:
    """The confidence that LEAST_PLACED of the questions reach, and that of topics to link from.

    The second is the least at which ALSO_RIGHT of the topics that are not the likeliest are right.
    """
    best, others = [], []
    for corpus in corpora:
        weighed = Placer(topics, embedder=embedder).weigh(corpus.questions, first)
        for question, row in zip(weighed.corpus.questions, weighed.rows, strict=True):
            chances = sorted(
                (
                    (chance(each, second), topic.id in corpus.gold[question.id])
                    for topic, each in zip(topics, row, strict=True)
                ),
                reverse=True,
            )
            best.append(chances[0][0])
            others += chances[1:]
    others.sort(reverse=True)
    right, also = 0, 1.0
    for number, (likely, good) in enumerate(others, 1):
        right += good
        if right >= ALSO_RIGHT * number:
            also = likely
    return round(float(np.quantile(best, 1 - LEAST_PLACED)), 2), round(also + 0.005, 2)


def report(corpus: Labelled, topics: Sequence[Topic], embedder: Embedder | None) -> None:
    """Print how well a corpus is placed with the numbers in force."""
    made = Placer(topics, embedder=embedder).place(corpus.questions)
    good = [
        placing.topic in corpus.gold[each.id]
        for each, placing in zip(corpus.questions, made, strict=True)
    ]
    placed = [placing.topic != OTHER for placing in made]
    also = [
        topic in corpus.gold[each.id]
        for each, placing in zip(corpus.questions, made, strict=True)
        for topic in placing.also
    ]
    expected = np.mean([placing.confidence for placing in made if placing.topic != OTHER])
    learnt = []
    for fold in range(FOLDS):
        standing = in_fold(corpus, fold)
        known = [
            Placed(each.text, min(corpus.gold[each.id]), each.answer, by_people=True)
            for each in corpus.questions
            if each.id in standing
        ]
        again = Placer(topics, embedder=embedder, placed=known).place(corpus.questions)
        learnt += [
            placing.topic in corpus.gold[each.id]
            for each, placing in zip(corpus.questions, again, strict=True)
            if each.id not in standing and placing.topic != OTHER
        ]
    print(
        f"{corpus.name:10} {'words' if embedder is None else 'vectors':8}"
        f" accepted {sum(good) / max(1, sum(placed)):.3f} (expected {expected:.3f})"
        f" of {np.mean(placed):.3f} placed; links {np.mean(also) if also else 0:.3f}"
        f" of {len(also)}; where a third stands {np.mean(learnt):.3f}"
    )


def fitted_on(
    corpora: Sequence[Labelled], topics: Sequence[Topic], embedder: Embedder | None
) -> tuple[dict[str, float], dict[str, float], float, float]:
    """Fit both tables and both bounds."""
    start = fitted.FIRST["words"]
    first = fit(samples(corpora, topics, start, embedder), without=LATER)
    second = fit(samples(corpora, topics, first, embedder))
    return first, second, *bounds(corpora, topics, first, second, embedder)


def main() -> None:
    """Fit, put the numbers in force, report, and print the module where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="?", type=Path, default=Path("tests/recurrence"))
    parser.add_argument("--model", type=Path)
    parser.add_argument("--print", action="store_true", dest="module")
    parser.add_argument("--no-fit", action="store_true", help="only report")
    given = parser.parse_args()
    topics = load(None).topics
    corpora = [labelled(each) for each in sorted(given.corpora.iterdir()) if each.is_dir()]
    tune = [each for each in corpora if each.name.startswith("tune")]
    embedders: list[Embedder | None] = [None]
    if given.model:
        from wikifaq.embedding.model import Model  # noqa: PLC0415 - needs the extra "semantic"

        embedders.append(Remembered(Model(given.model, name=given.model.name)))
    for embedder in embedders:
        kind = "words" if embedder is None else "vectors"
        if not given.no_fit:
            for left in tune if len(tune) > 1 else ():
                others = [each for each in tune if each is not left]
                force(kind, *fitted_on(others, topics, embedder))
                print("fitted on the others: ", end="")
                report(left, topics, embedder)
            force(kind, *fitted_on(tune, topics, embedder))
        for corpus in corpora:
            report(corpus, topics, embedder)
    if given.module:
        for name in ("FIRST", "SECOND", "PLACED_FROM", "ALSO_FROM"):
            print(f"{name} = {json.dumps(getattr(fitted, name), indent=4)}")


def force(
    kind: str, first: dict[str, float], second: dict[str, float], placed: float, also: float
) -> None:
    """Put numbers in force for the rest of this run."""
    fitted.FIRST[kind], fitted.SECOND[kind] = first, second
    fitted.PLACED_FROM[kind], fitted.ALSO_FROM[kind] = placed, also


if __name__ == "__main__":
    main()
