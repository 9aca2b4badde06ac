"""How much older an entry is than the newest conversation: by no clock, so nothing ages alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.model import FaqEntry


def aged(entries: Iterable[FaqEntry], *, newest: str | None, years: int) -> list[FaqEntry]:
    """Tell the entries whose newest answer is so many years older than the newest conversation.

    ``newest`` is that conversation's date (ISO), None where none is known. With 0 years none is.
    """
    if newest is None or not years:
        return list(entries)
    bound = f"{int(newest[:4]) - years:04}{newest[4:]}"
    return [
        replace(entry, years_older=years) if _newest(entry) <= bound else entry for entry in entries
    ]


def _newest(entry: FaqEntry) -> str:
    """The date of its newest answer; one that isn't known is never old."""
    return max((answer.date or "9999" for answer in entry.answers), default="9999")
