"""A run without the bot's last revision to tell people's work by: what stands is left alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikifaq.consolidate.likeness import likeness
from wikifaq.page.render import namesake
from wikifaq.page.tombstone import Gone

if TYPE_CHECKING:
    from wikifaq.model import Faq, FaqEntry
    from wikifaq.page.standing import Found

_DAY = len("2021-04-17")


def only_new(faq: Faq, found: Found, *, since: str) -> tuple[Faq, Found, tuple[str, ...]]:
    """Return the FAQ with what may be added to a page whose last revision by the bot is hidden.

    ``since`` is that revision's time (ISO 8601). What was asked on later days only can't have been
    removed by people since; all else that the page doesn't hold is taken for removed by them, and
    remembered so. The last value says it in words.
    """
    day = since[:_DAY]
    standing = found.standing.entries
    new = [entry for entry in faq.entries if entry.id not in standing]
    unknown = [entry for entry in new if not _later(entry, day)]
    left = {entry.id for entry in unknown}
    gone = {
        entry.id: Gone(
            likeness(namesake(entry).entry.question, namesake(entry).page_id),
            aliases=entry.aliases,
        )
        for entry in unknown
    }
    stones = replace(found.stones, gone={**found.stones.gone, **gone})
    notice = (
        "the text of the bot's last revision of the page is hidden, so it can't be told what "
        f"people did since: no entry that stands is touched, and {len(unknown)} that the page "
        "doesn't hold are taken for removed"
    )
    entries = tuple(
        replace(entry, follows=None) if entry.follows in left else entry
        for entry in faq.entries
        if entry.id not in left
    )
    return replace(faq, entries=entries), replace(found, stones=stones), (notice,)


def _later(entry: FaqEntry, day: str) -> bool:
    return all(answer.date is not None and answer.date > day for answer in entry.answers)
