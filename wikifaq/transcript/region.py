"""A page cut at its headings: each region is a heading with what stands directly under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wikifaq.transcript.row import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.transcript.block import Block
    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext


@dataclass(slots=True, eq=False)
class Region:
    """A heading, the rows under it up to the next heading, and the regions of headings below it.

    The region of the page itself has no heading.
    """

    heading: Block | None
    parent: Region | None
    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    children: list[Region] = field(default_factory=list)

    def walk(self) -> Iterator[Region]:
        """This region and all below it, in the order of the page."""
        waiting = [self]
        while waiting:
            region = waiting.pop()
            yield region
            waiting.extend(reversed(region.children))


def regions(page: Wikitext, root: Block) -> Region:
    """Return the region of a page, with those of its headings below it."""
    top = Region(None, None)
    waiting = [(top, root)]
    while waiting:
        region, block = waiting.pop()
        flat: list[Block] = []
        for child in block.children:
            if child.kind == "heading":
                below = Region(child, region)
                region.children.append(below)
                waiting.append((below, child))
                continue
            region.blocks.append(child)
            if child.children:
                flat.extend(child.walk())
            else:
                flat.append(child)
        region.rows = rows(page, flat)
    return top
