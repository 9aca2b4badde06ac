"""What finds questions that recur: one interface, whatever is behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what is known of it; ``follows`` names the one it can't be read without."""

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


class Engine(Protocol):
    """Groups questions that ask the same thing."""

    @property
    def name(self) -> str:
        """The name by which ``--engine`` and the configuration choose it."""

    def group(self, questions: Sequence[Question]) -> Mapping[str, str]:
        """Return the group of each question's id; the same set in any order gives the same.

        A group is named by the smallest id in it.
        """

    def suggest(self, questions: Sequence[Question]) -> Sequence[Suggestion]:
        """Return pairs that may ask the same, best first, each pair once."""
