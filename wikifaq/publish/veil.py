"""What a preview doesn't repeat: text of a source's revision that nobody may read any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.errors import Refused
from wikifaq.page.segment import read_page
from wikifaq.publish.source_links import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

VEIL = "(text of a hidden revision)"


def veiled(old: str, new: str, *, title: str, broken: frozenset[int]) -> str:
    """Return a page's old text to compare with the new one, without what is hidden.

    That is what leaves the page out of entries that link to a ``broken`` revision.
    """
    if not broken:
        return old
    try:
        page = read_page(old, title)
    except Refused:
        return veiled_lines(old, new)
    text = old
    for segment in page.segments:
        if not broken.isdisjoint(cited(segment.text)):
            text = text.replace(segment.text, veiled_lines(segment.text, new))
    return text


def veiled_lines(old: str, new: str) -> str:
    """Return a text with all lines veiled that another one doesn't have."""
    return "".join(_veiled(old, set(new.splitlines())))


def _veiled(old: str, kept: set[str]) -> Iterator[str]:
    for line in old.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        yield line if not bare.strip() or bare in kept else VEIL + line[len(bare) :]
