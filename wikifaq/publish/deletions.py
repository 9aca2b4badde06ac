"""In which revisions people removed entries from the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.page.mark import marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikifaq.wiki.protocol import Revision


def vanished(before: str | None, now: str) -> frozenset[str]:
    """The ids of entries whose marks were on a page and are there no more."""
    return _entries(before or "") - _entries(now)


def removed_in(entries: Iterable[str], later: Sequence[Revision]) -> dict[str, int]:
    """Map entries to the revisions since which they are away.

    ``later`` are the revisions after one that held them, the oldest first, with their texts; one
    whose text is hidden tells nothing.
    """
    held = [(each.id, _entries(each.text)) for each in later if each.text is not None]
    found: dict[str, int] = {}
    for entry in entries:
        away: int | None = None
        for revision, there in reversed(held):
            if entry in there:
                break
            away = revision
        if away is not None:
            found[entry] = away
    return found


def _entries(text: str) -> frozenset[str]:
    return frozenset(mark.id for mark in marks(text) if not mark.topic)
