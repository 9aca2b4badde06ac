"""What stands on the page, and what people did to it since the bot's last revision."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wikifaq.consolidate.standing import Standing, Stands
from wikifaq.consolidate.topics import OTHER
from wikifaq.page.mark import without_marks, without_revisions
from wikifaq.page.segment import topic_at
from wikifaq.page.threeway import seen
from wikifaq.page.tombstone import Gone, Tombstones
from wikifaq.transcript import inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wikifaq.page.segment import FaqPage, Segment

_LINKED = re.compile(r"\[\[[^\[\]|#]*#faq-([a-z0-9-]{1,24})\|")
_TELLING = 20  # letters of a line by which it is known elsewhere
_MOST = 0.6  # of an entry's lines that stand in another


@dataclass(frozen=True, slots=True)
class Found:
    """The page as people left it.

    ``standing`` is what the FAQ keeps to, ``stones`` what the page must remember. ``absorbed``
    maps ids of entries whose text people moved into another to that one's id.
    """

    standing: Standing
    stones: Tombstones
    absorbed: Mapping[str, str] = field(default_factory=dict)


def found(
    page: FaqPage,
    base: FaqPage | None,
    *,
    removed_in: Mapping[str, int] | None = None,
    restored: frozenset[str] = frozenset(),
    hidden: frozenset[str] = frozenset(),
) -> Found:
    """Read off the page what the new FAQ must keep to.

    ``base`` is the page as the bot last wrote it, None where there is none to be read. What it
    held and the page no longer holds was removed by people; ``removed_in`` gives the revisions in
    which that happened, where they are known. ``restored`` are ids that people want back,
    ``hidden`` those that they hid.
    """
    absorbed = _absorbed(page, base) if base is not None else {}
    entries = _entries(page, base, absorbed)
    aliases = {
        alias: key
        for key, stands in entries.items()
        for alias in stands.aliases
        if alias not in entries
    }
    gone = _gone(page, base, entries.keys() | aliases.keys(), removed_in or {}, restored)
    topics = page.stones.topics
    if base is not None:
        topics |= base.stones.topics | (set(base.topics()) - {OTHER})
    apart = page.stones.apart | _parted(page, base)
    stones = Tombstones(
        gone=gone,
        topics=topics - set(page.topics()),
        apart=frozenset(apart),
        offered=page.stones.offered,
        hidden=frozenset(ids for ids in page.stones.hidden if not hidden.isdisjoint(ids)),
    )
    standing = Standing(
        entries=entries,
        aliases=aliases,
        gone={
            each: stone.likeness if each == key else None
            for key, stone in gone.items()
            for each in (key, *stone.aliases)
        },
        topics_gone=stones.topics,
        together=tuple(each.entries for each in page.segments if len(each.entries) > 1),
        apart=tuple(sorted(apart)),
    )
    return Found(standing, stones, absorbed)


def _entries(page: FaqPage, base: FaqPage | None, absorbed: Mapping[str, str]) -> dict[str, Stands]:
    """The entries in the page's order, with the anchors that they have lost since."""
    alive = set(page.alive())
    before = base.holding() if base is not None else {}
    entries = {}
    topic: str | None = None
    for segment in page.segments:
        topic = topic_at(segment, topic)
        for key in segment.entries:
            own = before.get(key)
            moved = [each for each, target in absorbed.items() if target == key]
            ids = [*segment.aliases_of(key), *(own.aliases_of(key) if own else ())]
            for each in moved:
                ids += [each, *before[each].aliases_of(each)]
            entries[key] = Stands(
                topic,
                tuple(each for each in dict.fromkeys(ids) if each not in alive),
                segment.likeness(key),
                edited=not segment.untouched,
                heading=inline.plain(segment.heading),
                shown=_shown(segment),
                related=_related(segment) if segment.untouched else (),
            )
    return entries


def _shown(segment: Segment) -> str:
    """The text of an entry that isn't collapsed, as plain text; "" where all of it is in sight."""
    text = without_marks(segment.text)
    in_sight = seen(text)
    return "" if in_sight == text else " ".join(inline.plain(in_sight).split())


def _related(segment: Segment) -> tuple[str, ...]:
    """The entries that an entry links to below its answers, or above them."""
    return tuple(dict.fromkeys(_LINKED.findall(segment.text)))


def _gone(
    page: FaqPage,
    base: FaqPage | None,
    alive: set[str],
    removed_in: Mapping[str, int],
    restored: frozenset[str],
) -> dict[str, Gone]:
    """What people removed, less what lives again or they want back."""
    stones = _removed(base, alive, removed_in, restored) if base is not None else {}
    for source in (page, base):
        for key, stone in source.stones.gone.items() if source is not None else ():
            asked = not restored.isdisjoint((key, *stone.aliases))
            stones.setdefault(key, stone._replace(held=stone.held and asked))
    kept: dict[str, Gone] = {}
    for key, stone in stones.items():
        if not stone.held and not restored.isdisjoint((key, *stone.aliases)):
            continue
        others = tuple(each for each in stone.aliases if each not in alive)
        if key not in alive:
            kept[key] = stone._replace(aliases=others)
        else:
            kept |= {each: Gone(revision=stone.revision) for each in others}
    return kept


def _removed(
    base: FaqPage, alive: set[str], removed_in: Mapping[str, int], restored: frozenset[str]
) -> dict[str, Gone]:
    """What people removed since the bot's last revision."""
    stones = {}
    for segment in base.segments:
        for key in segment.entries:
            if key not in alive:
                others = segment.aliases_of(key)
                held = not restored.isdisjoint((key, *others))
                stones[key] = Gone(segment.likeness(key), removed_in.get(key), held, others)
    return stones


def _parted(page: FaqPage, base: FaqPage | None) -> set[tuple[str, str]]:
    """Entries that the bot made one and of which people brought the other back."""
    alive = set(page.alive())
    pairs = set()
    for source in (page, base):
        for segment in source.segments if source is not None else ():
            for key in segment.entries:
                pairs |= {
                    (min(key, alias), max(key, alias))
                    for alias in segment.aliases_of(key)
                    if alias in alive and key in alive and alias != key
                }
    return pairs


def _absorbed(page: FaqPage, base: FaqPage) -> dict[str, str]:
    """Entries that are gone, and most of whose lines people moved into one other entry."""
    alive = set(page.alive())
    lost = {
        segment.entries[0]: set(_lines(segment))
        for segment in base.segments
        if len(segment.entries) == 1 and segment.entries[0] not in alive
    }
    if not any(lost.values()):
        return {}
    before = base.holding()
    where: dict[str, list[str]] = {}
    for segment in page.segments:
        if segment.kind != "entry" or segment.untouched or not segment.entries:
            continue
        key = segment.entries[0]
        old = set(_lines(before[key])) if key in before else set()
        for line in set(_lines(segment)) - old:
            where.setdefault(line, []).append(key)
    absorbed = {}
    for key, lines in lost.items():
        counts: dict[str, int] = {}
        for line in lines:
            for target in where.get(line, ()):
                counts[target] = counts.get(target, 0) + 1
        best = max(sorted(counts), key=lambda each: counts[each], default=None)
        if best is not None and counts[best] >= _MOST * len(lines):
            absorbed[key] = best
    return absorbed


def _lines(segment: Segment) -> Iterable[str]:
    """An entry's lines below its heading that tell it from others: none that only cites."""
    for line in without_marks(segment.text).split("\n")[1:]:
        telling = sum(map(str.isalpha, line)) >= _TELLING and not line.startswith("<")
        if telling and without_revisions(line) == line:
            yield " ".join(line.split())
