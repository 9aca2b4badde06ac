"""Invented conversations with questions that recur, as ``tests/recurrence`` keeps them.

A folder holds conversations (``2*.json``), which of their questions recur or are related
(``recurrence.json``), and later questions: ``natural.jsonl``, as people would ask them, and
``harsh.jsonl``, in other words on purpose or alike but for what they ask.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wikifaq.consolidate.engine import Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.consolidate.engine import Grouping

FOLDER = Path(__file__).parents[1] / "tests" / "recurrence"
TUNE, TEST = ("tune1", "tune2"), ("test1", "test2")
KINDS = ("natural", "harsh")


@dataclass(frozen=True)
class Recurring:
    """Questions, the pairs of their ids that ask the same, and those one could argue about."""

    questions: tuple[Question, ...]
    same: frozenset[frozenset[str]]
    related: frozenset[frozenset[str]]
    topics: dict[str, tuple[str, ...]]

    def label(self, a: str, b: str) -> bool | None:
        """Whether two questions ask the same; None where one could argue."""
        pair = frozenset((a, b))
        return True if pair in self.same else None if pair in self.related else False

    def groups(self) -> list[frozenset[str]]:
        """The groups of questions that ask the same, those of one question left out."""
        near: dict[str, set[str]] = {}
        for a, b in (sorted(pair) for pair in self.same):
            near.setdefault(a, {a}).add(b)
            near.setdefault(b, {b}).add(a)
        return sorted({frozenset(group) for group in near.values()}, key=sorted)


@dataclass(frozen=True)
class Score:
    """How well questions were grouped; scores of several sets add up.

    ``right`` and ``wrong`` are pairs that were merged, ``gold`` all that ask the same, ``groups``
    the share of each group's pairs that were merged. ``among`` are the gold pairs among the first
    n/2, n and 2n suggestions, where there are n questions. Of the ``recurring`` questions
    ``first`` have a right partner as their best suggestion, ``five`` among their best five.
    """

    right: int = 0
    wrong: int = 0
    gold: int = 0
    groups: tuple[float, ...] = ()
    among: tuple[int, int, int] = (0, 0, 0)
    recurring: int = 0
    first: int = 0
    five: int = 0

    def __add__(self, other: Score) -> Score:
        a, b = self.among, other.among
        return Score(
            self.right + other.right,
            self.wrong + other.wrong,
            self.gold + other.gold,
            self.groups + other.groups,
            (a[0] + b[0], a[1] + b[1], a[2] + b[2]),
            self.recurring + other.recurring,
            self.first + other.first,
            self.five + other.five,
        )

    @property
    def precision(self) -> float:
        """The share of the merged pairs that ask the same; 1 where none is merged."""
        merged = self.right + self.wrong
        return self.right / merged if merged else 1.0

    @property
    def recall(self) -> float:
        """The share of the pairs that ask the same which are merged."""
        return self.right / max(1, self.gold)

    @property
    def macro(self) -> float:
        """The same, averaged over groups."""
        return sum(self.groups) / max(1, len(self.groups))


def score(data: Recurring, made: Grouping) -> Score:
    """Count what is right; pairs that one could argue about count neither way."""
    merged = [
        data.label(a.id, b.id)
        for a, b in combinations(data.questions, 2)
        if made.group[a.id] == made.group[b.id]
    ]
    ranked = [
        (pair, label)
        for pair in made.suggestions
        if (label := data.label(pair.a, pair.b)) is not None
    ]
    partners: dict[str, list[bool]] = {key: [] for pair in data.same for key in pair}
    for pair, label in ranked:
        for key in (pair.a, pair.b):
            if key in partners:
                partners[key].append(label)
    right = [label for _, label in ranked]
    size = len(data.questions)
    return Score(
        right=merged.count(True),
        wrong=merged.count(False),
        gold=len(data.same),
        groups=tuple(_together(group, made) for group in data.groups()),
        among=(sum(right[: size // 2]), sum(right[:size]), sum(right[: 2 * size])),
        recurring=len(partners),
        first=sum(any(each[:1]) for each in partners.values()),
        five=sum(any(each[:5]) for each in partners.values()),
    )


def _together(group: frozenset[str], made: Grouping) -> float:
    pairs = [made.group[a] == made.group[b] for a, b in combinations(sorted(group), 2)]
    return sum(pairs) / len(pairs)


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return the interval in which a share lies with 95 %, by Wilson; 0 to 1 where of nothing."""
    if not of:
        return 0.0, 1.0
    z = 1.959964
    share = right / of
    middle = share + z * z / (2 * of)
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def load(folder: Path, later: Iterable[Path], *, answers: bool = True) -> Recurring:
    """Read a folder of conversations and files of later questions, with or without answers."""
    questions: list[Question] = []
    topics: dict[str, tuple[str, ...]] = {}
    for file in sorted(folder.glob("2*.json")):
        page = json.loads(file.read_text("utf-8"))
        for entry in page["entries"]:
            if entry["kind"] == "question":
                questions.append(_question(entry, entry["question"], page["date"], answers=answers))
                topics[entry["id"]] = tuple(entry["topics"])
    group = {question.id: {question.id} for question in questions}
    known = json.loads((folder / "recurrence.json").read_text("utf-8"))
    for each in known["same"]:
        _join(group, each)
    near: dict[str, set[str]] = {}
    for file in later:
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            questions.append(_question(row, row["text"], row["date"], answers=answers))
            topics[row["id"]] = tuple(row["topics"])
            near[row["id"]] = set(row["related"])
            group[row["id"]] = {row["id"]}
            _join(group, [row["id"], *row["same"]])
    argued = {frozenset(pair) for each in known["related"] for pair in combinations(each, 2)}
    related = {
        frozenset((a, b))
        for a, b in combinations(sorted(group), 2)
        if near.get(a, set()) & group[b]
        or near.get(b, set()) & group[a]
        or any(frozenset((x, y)) in argued for x in group[a] for y in group[b])
    }
    same = {frozenset(pair) for each in group.values() for pair in combinations(sorted(each), 2)}
    return Recurring(tuple(questions), frozenset(same), frozenset(related - same), topics)


def own(name: str, kind: str, *, answers: bool = True, folder: Path = FOLDER) -> Recurring:
    """Read one of the invented sets with its later questions of one kind."""
    return load(folder / name, [folder / name / f"{kind}.jsonl"], answers=answers)


def _question(row: dict[str, Any], text: str, date: str, *, answers: bool) -> Question:
    answer = row.get("answer") or ""
    said = answer if isinstance(answer, str) else "\n\n".join(turn["text"] for turn in answer)
    follows = row.get("follows")
    return Question(
        id=row["id"],
        text=text,
        date=date,
        answer=said if answers else "",
        section=row.get("section"),
        follows=follows[0] if isinstance(follows, list) and follows else None,
    )


def _join(group: dict[str, set[str]], keys: list[str]) -> None:
    whole = set[str]().union(*(group[key] for key in keys))
    for key in whole:
        group[key] = whole
