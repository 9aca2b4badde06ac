"""What finds questions that recur: one interface, whatever is behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from wikifaq.consolidate.bonds import Bonds


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what is known of it; ``follows`` names the one it can't be read without.

    ``links`` are titles of pages, or addresses, that it or its answer links to.
    """

    id: str
    text: str
    date: str | None = None
    answer: str = ""
    section: str | None = None
    follows: str | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two questions that a person should look at: ``score`` is 0 to 1, ``why`` says it in words."""

    a: str
    b: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which questions ask the same.

    ``group`` names each question's group, by the smallest id in it. ``ties`` say what tied
    questions that were merged, ``suggestions`` which may ask the same, best first, each pair
    once, in a group or not; a pair that people decided on is not among them. ``contradictions``
    are pairs that people both merged and parted.
    """

    group: Mapping[str, str]
    ties: tuple[Suggestion, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    contradictions: tuple[tuple[str, str], ...] = ()


class Embedder(Protocol):
    """Makes vectors of texts."""

    @property
    def name(self) -> str:
        """The name by which people know the model."""

    @property
    def hash(self) -> str:
        """What tells its vectors from those of another model: hexadecimal figures."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row of length 1 for each text; the same text has the same in any company."""


class Engine(Protocol):
    """Groups questions that ask the same thing."""

    @property
    def name(self) -> str:
        """The name by which ``--engine`` and the configuration choose it."""

    @property
    def embedder(self) -> Embedder | None:
        """What makes vectors for it; None where it needs none."""

    def group(
        self,
        questions: Sequence[Question],
        *,
        bonds: Bonds,
        say: Callable[[str], None] = lambda _: None,
    ) -> Grouping:
        """Group questions; the same set in any order gives the same.

        What people decided (``bonds``) holds, whatever else speaks against it. ``say`` is told
        how far it is, in words.
        """
