"""Average linkage over what is decided already: which groups become one.

Two groups become one where a tie joins them and the mean probability over all pairs between
them reaches the bound, the most probable first. So only the connected parts of the ties are
looked at, each for itself. A part that grows beyond all measure is a heap of copies or a chain:
there copies are taken for one first, and then only the stronger ties are kept.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

LARGEST = 200
"""Groups that may hang together before only their stronger ties count."""

SAMPLE = 50
"""Questions, the first ones, by which an atom is compared."""

CERTAIN = 0.99
"""The probability of ties that leave no doubt."""


def link(
    atoms: Sequence[Sequence[int]],
    ties: Mapping[tuple[int, int], float],
    *,
    bound: float,
    probability: Callable[[int, int], float],
    apart: frozenset[tuple[int, int]] = frozenset(),
) -> list[list[int]]:
    """Return the groups as lists of numbers of atoms, each sorted, in the order of their first.

    ``atoms`` are groups of questions' numbers that are one already. ``ties`` are probabilities
    of pairs of questions, by their numbers, that may join groups; of what else is needed
    ``probability`` is asked, the smaller number first. ``apart`` are pairs of atoms that must
    not become one.
    """
    owner = {member: number for number, atom in enumerate(atoms) for member in atom}
    edges: dict[tuple[int, int], float] = {}
    for (a, b), value in ties.items():
        pair = _pair(owner[a], owner[b])
        if value >= bound and pair[0] != pair[1]:
            edges[pair] = max(value, edges.get(pair, 0.0))
    foes: dict[int, set[int]] = defaultdict(set)
    for a, b in apart:
        foes[a].add(b)
        foes[b].add(a)
    groups: list[list[int]] = []
    for part in _parts(range(len(atoms)), edges):
        inner = {pair: edges[pair] for pair in part.edges}
        made = _Linkage(atoms, part.numbers, foes, bound=bound, probability=probability)
        if len(part.numbers) > LARGEST:
            inner = made.copies(inner)
            for piece in _parts(made.groups, inner, largest=LARGEST):
                made.average(piece.edges)
        else:
            made.average(part.edges)
        groups += made.groups.values()
    return sorted(groups)


class _Part:
    """Numbers that hang together, and the edges between them."""

    def __init__(self, number: int) -> None:
        self.numbers = [number]
        self.edges: list[tuple[int, int]] = []


def _parts(
    numbers: Iterable[int],
    edges: Mapping[tuple[int, int], float],
    largest: float = math.inf,
) -> list[_Part]:
    """Return the parts that edges make, the strongest first, none larger than ``largest``."""
    part_of = {number: _Part(number) for number in numbers}
    for a, b in sorted(edges, key=lambda pair: (-edges[pair], pair)):
        small, large = sorted((part_of[a], part_of[b]), key=lambda part: len(part.numbers))
        if small is not large and len(small.numbers) + len(large.numbers) <= largest:
            large.numbers += small.numbers
            part_of |= dict.fromkeys(small.numbers, large)
    for a, b in sorted(edges):
        if part_of[a] is part_of[b]:
            part_of[a].edges.append((a, b))
    return list({id(part): part for part in part_of.values()}.values())


class _Linkage:
    """Groups of atoms, by the number of one of them, that become fewer."""

    def __init__(
        self,
        atoms: Sequence[Sequence[int]],
        numbers: Iterable[int],
        foes: Mapping[int, set[int]],
        *,
        bound: float,
        probability: Callable[[int, int], float],
    ) -> None:
        self.groups = {number: [number] for number in sorted(numbers)}
        self._bound = bound
        self._probability = probability
        self._questions = {number: list(atoms[number][:SAMPLE]) for number in self.groups}
        self._foes = {
            number: {foe for foe in foes.get(number, ()) if foe in self.groups}
            for number in self.groups
        }
        # The sum over all pairs between two groups: it is added where groups become one.
        self._total: dict[tuple[int, int], float] = {}

    def copies(self, edges: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
        """Join each group with the first that it is certainly one with; return what edges remain.

        One that was joined draws no more after it: so a chain is not joined.
        """
        head: dict[int, int] = {}
        for a, b in sorted(edges):
            if edges[a, b] < CERTAIN or a in head or b in head or b in self._foes[a]:
                continue
            if self._mean(a, b) >= self._bound:
                head[b], own = a, self._questions[a]
                self._merge(a, b)
                self._questions[a] = own  # stand for all the copies
        left: dict[tuple[int, int], float] = {}
        for (a, b), value in edges.items():
            pair = _pair(head.get(a, a), head.get(b, b))
            if pair[0] != pair[1]:
                left[pair] = max(value, left.get(pair, 0.0))
        return left

    def average(self, edges: Iterable[tuple[int, int]]) -> None:
        """Join what is most probably one, until no mean between groups with a tie is enough."""
        near: dict[int, set[int]] = defaultdict(set)
        for a, b in edges:
            near[a].add(b)
            near[b].add(a)
        heap: list[tuple[float, int, int]] = []

        def push(a: int, b: int) -> None:
            if b not in self._foes[a] and self._mean(a, b) >= self._bound:
                heapq.heappush(heap, (-self._mean(a, b), *_pair(a, b)))

        for a, b in edges:
            push(a, b)
        while heap:
            value, a, b = heapq.heappop(heap)
            gone = a not in self.groups or b not in self.groups
            if gone or b in self._foes[a] or self._mean(a, b) != -value:
                continue  # one of them has changed since
            near[a] = (near[a] | near.pop(b)) - {a, b}
            self._merge(a, b, near[a])
            for other in sorted(near[a]):
                near[other].discard(b)
                near[other].add(a)
                push(a, other)

    def _mean(self, a: int, b: int) -> float:
        pairs = len(self._questions[a]) * len(self._questions[b])
        return round(self._between(a, b) / pairs, 9)

    def _between(self, a: int, b: int) -> float:
        pair = _pair(a, b)
        if pair not in self._total:
            self._total[pair] = math.fsum(
                self._probability(*_pair(x, y))
                for x in self._questions[a]
                for y in self._questions[b]
            )
        return self._total[pair]

    def _merge(self, a: int, b: int, near: Iterable[int] = ()) -> None:
        for other in near:
            self._total[_pair(a, other)] = self._between(a, other) + self._between(b, other)
        self.groups[a] = sorted(self.groups[a] + self.groups.pop(b))
        self._questions[a] = sorted(self._questions[a] + self._questions.pop(b))
        for foe in self._foes.pop(b):
            self._foes[foe].discard(b)
            self._foes[foe].add(a)
            self._foes[a].add(foe)


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
