"""What the page already says that the FAQ must keep: entries, their places, what people removed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Stands:
    """An entry on the page: its topic, the other ids that lead to it, its question's likeness.

    ``edited`` is whether a person changed it: no engine joins it with another. ``heading`` is its
    heading as plain text, ``shown`` its text that isn't collapsed, "" where none is. ``related``
    are the entries that one that is as the bot wrote it links to.
    """

    topic: str | None
    aliases: tuple[str, ...] = ()
    likeness: str | None = None
    edited: bool = False
    heading: str = ""
    shown: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The page as the FAQ must respect it.

    ``entries`` are in the page's order, by id; ``aliases`` maps the other ids that lead to them
    to theirs. ``gone`` maps the ids of entries that people removed to their question's likeness;
    ``topics_gone`` are topics that people removed.
    ``together`` are the ids of entries that people put under one heading, ``apart`` pairs of ids
    that they parted.
    """

    entries: Mapping[str, Stands] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, str | None] = field(default_factory=dict)
    topics_gone: frozenset[str] = frozenset()
    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    def owner(self, entry: str) -> str | None:
        """The id under which an entry or alias stands on the page."""
        return entry if entry in self.entries else self.aliases.get(entry)

    def loosened(self) -> Standing:
        """The same, but for what the bot itself joined: it may be grouped anew."""
        kept = {
            key: each if each.edited else replace(each, aliases=())
            for key, each in self.entries.items()
        }
        aliases = {alias: key for alias, key in self.aliases.items() if kept[key].edited}
        return replace(self, entries=kept, aliases=aliases)
