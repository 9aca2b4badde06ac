"""What a paragraph is made of, once read, and the places kept for it in the text meanwhile.

Like MediaWiki's strip markers (includes/parser/StripState.php): what a pass has recognised is
taken out of the text, and a reference that no later pass can mistake for text stands there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NOTHING = "\x06"
"""Stands where something was that shows nothing, so that its line does not count as blank."""

REFERENCE = re.compile("\x02([0-9]+)\x03")


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, character references decoded."""

    text: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A web address that stands in the text and links by itself.

    Without text it is the number that a link without a label shows.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Open:
    """An element begins. ``quotes`` is whether apostrophes made it, ``attributes`` are safe."""

    name: str
    attributes: str = ""
    quotes: bool = False


@dataclass(frozen=True, slots=True)
class Close:
    """An element ends."""

    name: str


@dataclass(frozen=True, slots=True)
class Break:
    """The line ends here: by a ``<br>`` where ``forced``, else because a block begins or ends."""

    forced: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A wikilink: what stands before the pipe, and the label, text that may hold references.

    Without a target it is its label.
    """

    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A wikilink whose label has been read; it has something to see.

    ``ends`` is whether letters behind it do not belong to it, as those of ``[[link]]s`` do.
    """

    target: str
    label: tuple[Item, ...]
    ends: bool


Item = Words | Verbatim | Open | Close | Break | Link | Labelled

ADDRESS = "address"
"""The name of the element that is an external link; its attribute is the address."""


class Slots:
    """The items taken out of one text, and the wikitext that each was."""

    def __init__(self) -> None:
        self._items: list[tuple[Item, str]] = []
        self._known: dict[tuple[Item, str], str] = {}

    def put(self, item: Item, source: str = "") -> str:
        """Keep an item and return the reference to write in its place."""
        entry = (item, source)
        found = self._known.get(entry)
        if found is None:
            found = self._known[entry] = f"\x02{len(self._items)}\x03"
            self._items.append(entry)
        return found

    def get(self, number: str) -> Item:
        """Return the item of a reference's number."""
        return self._items[int(number)][0]

    def source(self, text: str) -> str:
        """Return the text with each reference replaced by the wikitext that was there."""
        return REFERENCE.sub(lambda match: self._items[int(match[1])][1], text).replace(NOTHING, "")

    def holds_link(self, text: str) -> bool:
        """Return whether a reference to a link stands in the text."""
        return any(isinstance(self.get(each), Link) for each in REFERENCE.findall(text))
