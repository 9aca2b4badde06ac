"""Questions that follow on another stand behind it, under its topic."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from wikifaq.consolidate.standing import Standing
    from wikifaq.model import FaqEntry


def under_followed(
    entries: Sequence[FaqEntry], *, settled: Container[str], standing: Standing
) -> list[FaqEntry]:
    """Give each follow-up the topic of the entry that it follows, and take it for none in a circle.

    ``settled`` are the ids of entries whose topic people chose; what stands under a topic on the
    page stays under it, too.
    """
    by_id = {entry.id: entry for entry in entries}
    return [_under(entry, by_id, settled, standing) for entry in entries]


def _under(
    entry: FaqEntry,
    by_id: dict[str, FaqEntry],
    settled: Container[str],
    standing: Standing,
) -> FaqEntry:
    seen = {entry.id}
    first = entry
    while first.follows in by_id:
        first = by_id[first.follows]
        if first.id in seen:
            return replace(entry, follows=None)
        seen.add(first.id)
        if _is_settled(first, settled, standing):
            break
    if first is entry or _is_settled(entry, settled, standing):
        return entry
    also = tuple(each for each in entry.also if each != first.topic)
    return replace(entry, topic=first.topic, also=also)


def _is_settled(entry: FaqEntry, settled: Container[str], standing: Standing) -> bool:
    stands = standing.entries.get(entry.id)
    return bool(stands and stands.topic) or any(
        key in settled for key in (entry.id, *entry.aliases)
    )


def behind_followed(entries: Iterable[FaqEntry]) -> list[FaqEntry]:
    """The entries in their order, each follow-up behind what it follows under the same topic.

    Several that follow one keep the order in which they were asked: the earliest first.
    """
    ordered = list(entries)
    topic = {entry.id: entry.topic for entry in ordered}
    behind: dict[str, list[FaqEntry]] = defaultdict(list)
    heads = []
    for entry in ordered:
        if entry.follows is not None and topic.get(entry.follows) == entry.topic:
            behind[entry.follows].append(entry)
        else:
            heads.append(entry)
    for followed in behind.values():
        followed.sort(key=lambda entry: (entry.answers[0].date or "", entry.answers[0].entry.span))
    made: list[FaqEntry] = []
    waiting = heads[::-1]
    while waiting:
        entry = waiting.pop()
        made.append(entry)
        waiting += reversed(behind[entry.id])
    return made
