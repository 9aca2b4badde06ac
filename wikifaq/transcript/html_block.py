"""HTML's blocks in wikitext: the tags that begin and end them, and the lists they make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikifaq.transcript.unbroken import Piece

LISTS = frozenset({"ol", "ul", "dl"})
ITEMS = frozenset({"li", "dt", "dd"})
LIST_TAGS = LISTS | ITEMS
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Tags of which a page shows nothing, nor that they are there: the line begins after them.
UNSEEN = frozenset(
    "includeonly languages noinclude onlyinclude section templatestyles translate".split()
)
# Boxes: text before and after one of these is not of one paragraph.
BOXES = frozenset({"blockquote", "center", "div"}) | UNSEEN
_OTHERS = "caption hr p references table tbody td tfoot th thead tr"
_NAMES = "|".join(sorted(LISTS | ITEMS | HEADINGS | BOXES) + _OTHERS.split())
# The tags of blocks, and any that spans lines (Sanitizer.php, ELEMENT_BITS_REGEX).
_TAG = re.compile(
    rf"<(?P<closes>/?)(?:(?P<name>{_NAMES})(?=[\s/>])[^<>]*+>"
    r"|(?P<inline>[a-z][^\s/<>]*+)[^<>\n]*+\n[^<>]*+>)",
    re.IGNORECASE,
)
# The inline ones of these (Sanitizer.php, getRecognizedTagData); a text in angle brackets is none.
_INLINE = frozenset(
    """
    abbr b bdi bdo big br cite code data del dfn em font i ins kbd link mark meta q rb rp rt rtc
    ruby s samp small span strike strong sub sup time tt u var wbr
""".split()
)
_CHARACTERS = {"li": "*", "dt": ";", "dd": ":"}
_DEEPEST_LIST = 30


class Tag(NamedTuple):
    """A tag of a block. ``closed`` is whether that which it opens is closed on the page."""

    start: int
    end: int
    name: str
    closes: bool
    closed: bool = False


def block_tags(text: str, pieces: Sequence[Piece]) -> tuple[list[Tag], list[tuple[int, int]]]:
    """The tags of blocks outside the pieces, and where tags of whatever kind span lines."""
    tags: list[Tag] = []
    broken: list[tuple[int, int]] = []
    number = 0
    for match in _TAG.finditer(text):
        start, end = match.span()
        while number < len(pieces) and pieces[number].end <= start:
            number += 1
        if number < len(pieces) and pieces[number].start <= start:
            continue
        name = match["name"]
        if name:
            tags.append(Tag(start, end, name.lower(), bool(match["closes"])))
        elif match["inline"].lower() not in _INLINE:
            continue
        if "\n" in match[0]:
            broken.append((start, end))
    return _closed(tags), broken


def _closed(tags: list[Tag]) -> list[Tag]:
    """Find out which lists are closed: a closing ends what is open inside its list."""
    open_: list[int] = []
    count = dict.fromkeys(LISTS, 0)
    for number, tag in enumerate(tags):
        if tag.name not in LISTS:
            continue
        if not tag.closes:
            open_.append(number)
            count[tag.name] += 1
        elif count[tag.name]:
            while True:
                last = open_.pop()
                count[tags[last].name] -= 1
                if tags[last].name == tag.name:
                    break
            tags[last] = tags[last]._replace(closed=True)
    return tags


def halves(tags: Iterable[Tag]) -> frozenset[Tag]:
    """The tags of boxes whose other half is not among these tags of a line."""
    open_: dict[str, list[Tag]] = {}
    alone = []
    for tag in tags:
        if tag.name in BOXES:
            before = open_.setdefault(tag.name, [])
            if not tag.closes:
                before.append(tag)
            elif before:
                before.pop()
            else:
                alone.append(tag)
    return frozenset(alone).union(*open_.values())


class _List(NamedTuple):
    name: str
    base: str  # the marks of the item that it stands in
    item: str  # those of its open item, or the base
    closed: bool


class HtmlLists:
    """The HTML lists that are open at a place in the text."""

    __slots__ = ("_count", "_line", "_line_depth", "_open")

    def __init__(self) -> None:
        self._open: list[_List] = []
        self._count = dict.fromkeys(LISTS, 0)
        self._line = ""
        self._line_depth = 0

    @property
    def inside(self) -> str:
        """The marks of the item that we are in, as wikitext would have them; "" in none."""
        if self._line and len(self._open) <= self._line_depth:
            return self._line
        return self._open[-1].item if self._open else ""

    def on_line_of(self, marks: str) -> None:
        """Be on the line of a list item in wikitext, or with "" at the end of it."""
        self._line = marks.replace(";", ":")
        self._line_depth = len(self._open)

    def item(self, tag: Tag) -> str:
        """The marks of the item that a tag opens."""
        mark = _CHARACTERS[tag.name]
        if len(self._open) <= (self._line_depth if self._line else 0):
            return self.inside + mark
        around = self._open[-1]
        if around.name == "ol" and mark == "*":
            mark = "#"
        marks = around.base + mark
        self._open[-1] = around._replace(item=marks.replace(";", ":"))
        return marks

    def tag(self, tag: Tag) -> str:
        """The marks of the item that any other tag of a list stands in."""
        inside = self.inside
        if tag.name in ITEMS:
            if self._open:
                self._open[-1] = self._open[-1]._replace(item=self._open[-1].base)
        elif not tag.closes:
            base = inside[:_DEEPEST_LIST]
            self._open.append(_List(tag.name, base, base, tag.closed))
            self._count[tag.name] += 1
        elif self._count[tag.name]:
            while True:
                last = self._open.pop()
                self._count[last.name] -= 1
                if last.name == tag.name:
                    return last.base
        return inside

    def end_unclosed(self) -> None:
        """Leave lists that are never closed: the evidence for them goes as far as their text."""
        while self._open and not self._open[-1].closed:
            self._count[self._open.pop().name] -= 1

    def end_all(self) -> None:
        """Leave all lists."""
        if self._open:
            self._open.clear()
            self._count = dict.fromkeys(LISTS, 0)
