"""Sections of a page: their headings as text, and the anchors MediaWiki gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikifaq.transcript.inline import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikifaq.model import Span
    from wikifaq.transcript.block import Block


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, headings below it included; above all: no heading.

    ``title`` is plain text and ``anchor`` what MediaWiki names it by, both None above all.
    """

    title: str | None
    anchor: str | None
    blocks: tuple[Block, ...]


def anchors(text: str, page: Block) -> dict[Span, str]:
    """Return the anchor of each heading of a page, by the heading's span.

    It is the heading's text with underscores; MediaWiki numbers a repeated one from ``_2``,
    without regard to case (Parser::finalizeHeadings).
    """
    seen: dict[str, int] = {}
    found = {}
    for block in page.walk():
        if block.kind == "heading":
            anchor = re.sub(r"[ _]+", "_", plain(text[slice(*block.body)])).strip("_")
            key = anchor.lower()
            seen[key] = seen.get(key, 0) + 1
            found[block.span] = anchor if seen[key] == 1 else f"{anchor}_{seen[key]}"
    return found


def section(text: str, block: Block, known: Mapping[Span, str]) -> Section:
    """Return the section of a heading, or that of the page itself; ``known`` are the anchors."""
    if block.kind == "page":
        return Section(None, None, block.children)
    return Section(plain(text[slice(*block.body)]), known[block.span], block.children)
