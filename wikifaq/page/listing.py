"""Boxes that stay the bot's within what people edited: lists of links, and what is covered.

A box has its digest. As long as what stands in it is as the bot wrote it, it is renewed, whatever
people wrote around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikifaq.page.mark import text_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENTS = "faq-contents"
"""The id of the list of topics."""

COVERED = "faq-covered"
"""The id of what the page covers."""

_BOX = re.compile(
    r'<div id="(?P<id>[^"<>\n]*)"[^<>\n]*><!--\s*faq-box\s+(?P<digest>[a-z2-7]{10})\s*-->'
    r"\n(?P<lines>(?:(?!</?div\b)[^\n]*\n)*)</div>"
)


def boxed(lines: str, *, name: str, style: str = "") -> str:
    """Put some lines of wikitext into their box; "" for none."""
    if not lines:
        return ""
    styled = f' style="{style}"' if style else ""
    return f'<div id="{name}"{styled}><!-- faq-box {_digest(lines)} -->\n{lines}\n</div>'


def index_id(topic: str) -> str:
    """The id of the list of a topic's questions."""
    return f"faq-index-{topic}"


def reboxed(text: str, new: str, *, bare: bool = False) -> str:
    """A text that people edited, with its boxes renewed from what the bot would write.

    A box that people edited stays as it is; one that they took away stays away. ``bare`` is whether
    one goes that the new text hasn't.
    """
    boxes = {match["id"]: "" for match in _BOX.finditer(text) if bare}
    boxes |= {match["id"]: match[0] for match in _BOX.finditer(new)}
    parts = list(_renewed(text, boxes))
    return "".join(parts)


def _renewed(text: str, boxes: dict[str, str]) -> Iterator[str]:
    at = 0
    for match in _BOX.finditer(text):
        yield text[at : match.start()]
        untouched = _digest(match["lines"]) == match["digest"]
        yield boxes.get(match["id"], match[0]) if untouched else match[0]
        at = match.end()
    yield text[at:]


def _digest(lines: str) -> str:
    return text_digest(lines.strip("\n"))
