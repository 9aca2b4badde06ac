"""What people wish of the FAQ's entries, as they say it on the settings page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Wishes:
    """What people said of entries, by the ids of entries or of questions in them.

    The ids are without "faq-". ``same`` are entries that are one, ``different`` pairs that are
    not. ``topics`` are titles or ids; ``questions`` are wordings and ``extracts`` words of an
    answer, both as plain text. ``answers`` say which answer comes first: by its date, its source
    page's title, or the anchor ("faq-…") of its question.
    """

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    hidden: frozenset[str] = frozenset()
    published: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()
    topics: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    extracts: Mapping[str, str] = field(default_factory=dict)


NO_WISHES = Wishes()
