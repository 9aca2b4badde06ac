"""What is decided already: questions that are one, and questions that are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Bonds:
    """Decisions that grouping keeps to, by ids of questions; ids that are unknown say nothing.

    ``standing`` are groups that stand on the page, ``same`` groups that people made one: neither
    is parted by an engine. ``different`` are pairs that people parted: that holds against all.
    """

    standing: tuple[tuple[str, ...], ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, str], ...] = ()


NONE = Bonds()


@dataclass(frozen=True, slots=True)
class Decided:
    """Bonds with what follows from them.

    ``atoms`` are the groups in which every question stands before any is compared, each in the
    order of its ids, all in the order of their first. ``apart`` are pairs of atoms, by number,
    the smaller first, that must not become one. ``standing`` are the numbers of the atoms with a
    question that stands on the page. ``contradictions`` are pairs of questions that people both
    merged and parted.
    """

    atoms: tuple[tuple[str, ...], ...]
    apart: frozenset[tuple[int, int]]
    standing: frozenset[int]
    contradictions: tuple[tuple[str, str], ...]


def decide(ids: Iterable[str], bonds: Bonds) -> Decided:
    """Follow bonds to their ends: a = b and b = c make a = c; a = b and b ≠ c make a ≠ c.

    What people merged comes before what stands, groups in the order of their ids. A question
    that was parted from the first of its group goes with the next one that it may go with.
    """
    joined = _Joined(ids, bonds.different)
    contradictions = [pair for group in joined.known(bonds.same) for pair in joined.join(group)]
    for group in joined.known(bonds.standing):
        joined.join(group)
    atoms = joined.groups()
    number = {key: n for n, atom in enumerate(atoms) for key in atom}
    return Decided(
        atoms=tuple(atoms),
        apart=frozenset(
            (number[a], number[b])
            for a, foes in joined.foes.items()
            for b in foes
            if number[a] < number[b]
        ),
        standing=frozenset(number[key] for each in bonds.standing for key in each if key in number),
        contradictions=tuple(sorted(set(contradictions))),
    )


class _Joined:
    """Questions in groups that are joined where nobody parted them."""

    def __init__(self, ids: Iterable[str], different: Iterable[tuple[str, str]]) -> None:
        self._group = {key: {key} for key in ids}
        self.foes: dict[str, set[str]] = {key: set() for key in self._group}
        for a, b in different:
            if a in self.foes and b in self.foes and a != b:
                self.foes[a].add(b)
                self.foes[b].add(a)

    def known(self, groups: Iterable[Iterable[str]]) -> list[list[str]]:
        """Return groups in order, without what is unknown."""
        return sorted(sorted(self._group.keys() & group) for group in groups)

    def join(self, group: Sequence[str]) -> list[tuple[str, str]]:
        """Join the questions of a group; return the pairs that were parted, and hinder it."""
        hindering = []
        heads = list(group[:1])  # one of each part that the group falls into
        for key in group[1:]:
            for head in heads:
                parted = self._merge(head, key)
                if parted is None:
                    break
                hindering.append(parted)
            else:
                heads.append(key)
        return hindering

    def _merge(self, a: str, b: str) -> tuple[str, str] | None:
        """Join the groups of two questions, or return the first pair that was parted."""
        small, large = sorted((self._group[a], self._group[b]), key=len)
        if small is large:
            return None
        parted = [(min(key, foe), max(key, foe)) for key in small for foe in self.foes[key] & large]
        if parted:
            return min(parted)
        large |= small
        for key in small:
            self._group[key] = large
        return None

    def groups(self) -> list[tuple[str, ...]]:
        """Return the groups, each in the order of its ids, in the order of their first."""
        whole = {id(group): group for group in self._group.values()}
        return sorted(tuple(sorted(group)) for group in whole.values())
