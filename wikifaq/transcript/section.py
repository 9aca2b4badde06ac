"""Sections of a page: their headings as text, and the anchors MediaWiki gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikifaq.transcript.inline import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.transcript.block import Block


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks between it and the next one; title and anchor are None above all."""

    title: str | None
    anchor: str | None
    blocks: tuple[Block, ...]


def sections(text: str, page: Block) -> Iterator[Section]:
    """Yield the page's sections in order, each with the blocks that are its own.

    An anchor is the heading's text with underscores; MediaWiki numbers a repeated one from
    ``_2``, without regard to case (Parser::finalizeHeadings).
    """
    seen: dict[str, int] = {}
    yield Section(None, None, tuple(_own(page)))
    for heading in page.walk():
        if heading.kind != "heading":
            continue
        title = plain(text[heading.body.start : heading.body.end])
        anchor = re.sub(r"[ _]+", "_", title).strip("_")
        key = anchor.lower()
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            anchor = f"{anchor}_{seen[key]}"
        yield Section(title, anchor, tuple(_own(heading)))


def _own(block: Block) -> Iterator[Block]:
    return (child for child in block.children if child.kind != "heading")
