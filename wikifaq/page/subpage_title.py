"""Titles of subpages: the page's own, and the topic's heading as far as titles can hold it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from wikifaq.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Container

_LONGEST = 255  # bytes of a title in UTF-8
_NUMBER = len("/9999")
# MediaWikiTitleCodec: what no title holds, what is read as something else, and direction marks.
_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f#<>\\[\\]|{}_/\ufffd\u200e\u200f\u202a-\u202e\u2066-\u2069]"
    "|%(?=[0-9A-Fa-f]{2})|&(?=#|\\w+;)|~{3,}"
)


def subpage_title(page: str, topic: str, heading: str, taken: Container[str]) -> str:
    """Return the title of a topic's first subpage.

    ``heading`` is the topic's as plain text; ``taken`` are titles that it can't have. Raises
    Refused where the page's own title leaves no room.
    """
    name = unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", heading))
    name = " ".join(name.split()).strip(". ") or topic
    for each in (name, f"{name} ({topic})"):
        title = _fitting(page, each, topic)
        if title not in taken:
            return title
    return numbered(_fitting(page, topic, topic), taken)


def numbered(first: str, taken: Container[str]) -> str:
    """Return the title of a further subpage of a topic, given that of the first."""
    number = 2
    while f"{first}/{number}" in taken:
        number += 1
    return f"{first}/{number}"


def _fitting(page: str, name: str, topic: str) -> str:
    room = _LONGEST - _NUMBER - len(f"{page}/".encode())
    if room < len(topic):
        raise Refused(
            f"The title {page!r} is too long for subpages; give the page a shorter one as "
            "[faq] page, or raise [faq] page_size."
        )
    if len(name.encode()) > room:
        name = name.encode()[:room].decode(errors="ignore").strip(". ") or topic
    return f"{page}/{name}"
