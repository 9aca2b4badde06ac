"""The anchors that MediaWiki gives the headings of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.model import Span
    from wikifaq.transcript.block import Block
    from wikifaq.transcript.wikitext import Wikitext

_SPACES = re.compile(r"[ _\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


def anchors(page: Wikitext, headings: Iterable[Block]) -> dict[Span, str]:
    """Return the anchor of each heading of a page, by the heading's span.

    It is the heading's text with underscores for white space of any kind
    (MediaWikiTitleCodec::splitTitleString); MediaWiki numbers a repeated one from ``_2``, without
    regard to case (Parser::finalizeHeadings).
    """
    seen: dict[str, int] = {}
    found = {}
    for block in headings:
        anchor = _SPACES.sub("_", page.plain(block.body)).strip("_")
        key = anchor.lower()
        seen[key] = seen.get(key, 0) + 1
        found[block.span] = anchor if seen[key] == 1 else f"{anchor}_{seen[key]}"
    return found
