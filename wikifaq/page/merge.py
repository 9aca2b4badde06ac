"""The new FAQ laid into the page that stands: people's text and order first.

What a person changed, moved or wrote stays as it is; what a person removed is remembered in a
comment on the page; everything else is the bot's to renew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wikifaq.page.anchors import anchored, former_names
from wikifaq.page.entry_link import sole_headings
from wikifaq.page.lead import Contents, render_lead
from wikifaq.page.listing import reboxed
from wikifaq.page.mark import bare_begin_mark, begin_mark, without_digests
from wikifaq.page.part import part
from wikifaq.page.placement import contents, entry_headings, headed, placed
from wikifaq.page.render import wording
from wikifaq.page.renewal import Change, Renewal
from wikifaq.page.segment import Segment, topic_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wikifaq.model import Faq
    from wikifaq.page.lead import Front
    from wikifaq.page.render import Pieces
    from wikifaq.page.segment import FaqPage
    from wikifaq.page.standing import Found
    from wikifaq.page.template import Templates
    from wikifaq.page.tombstone import Tombstones


@dataclass(frozen=True, slots=True)
class Merged:
    """The page's new text, what changed in it, and which entries stand in people's words.

    ``offers`` is for how many entries people are offered something that they weren't before.
    ``begin`` is the marker above the lead, the first of ``segments``; ``stones`` is what the page
    remembers.
    """

    text: str
    begin: str
    segments: tuple[Segment, ...]
    stones: Tombstones
    changes: tuple[Change, ...]
    edited: frozenset[str]
    offers: int
    topics: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Topics on the page in its order: id, heading as plain text, ids of the entries under it."""


def headings(page: FaqPage) -> tuple[tuple[str, str], ...]:
    """Return the topics on the page in its order: their ids, and headings as plain text."""
    return tuple((key, title) for key, title, _ in contents(page.segments))


def merge(
    page: FaqPage,
    faq: Faq,
    pieces: Pieces,
    *,
    templates: Templates,
    found: Found,
    base: FaqPage | None = None,
    hidden: frozenset[str] = frozenset(),
    moved: Iterable[str] = (),
    broken: Mapping[int, int] | None = None,
    frozen: bool = False,
    front: Front | None = None,
    earlier: Iterable[FaqPage] = (),
    homes: Mapping[str, str] | None = None,
) -> Merged:
    """Lay the rendered FAQ into the page.

    ``found`` is what ``page`` and ``base``, the bot's last version, were found to hold. ``hidden``
    are ids of entries that people hid, ``moved`` of those that go under the topic that the FAQ
    has them in, wherever they stand; ``broken`` maps revisions of sources that nobody can read any
    more to later ones. ``frozen`` is whether what stands is left alone, and only new entries are
    added. ``front`` is what the lead says of the bot's other pages and of who answers; ``earlier``
    are versions of the page that the bot wrote before ``base``, the newest first, looked at only
    where needed. ``homes`` maps entries to the titles of the pages that they stand on, where the
    page has subpages.
    Raises ConfigurationError for a template that errs.
    """
    away = {key for ids in (*found.stones.hidden, *faq.hidden) for key in ids}
    aliases = {
        key: tuple(each for each in ids if each not in away)
        for key, ids in (
            *((key, each.aliases) for key, each in found.standing.entries.items()),
            *((entry.id, entry.aliases) for entry in faq.entries),
        )
    }
    renewal = Renewal(
        pieces=pieces,
        last=base.holding() if base is not None else {},
        merged={alias: entry.id for entry in faq.entries for alias in entry.aliases},
        hidden=hidden,
        absorbed=frozenset(found.absorbed.values()),
        broken=broken or {},
        offers=found.stones.offered,
        earlier=_Holding(earlier),
    )
    stood = page.segments[1:]
    kept = [*stood] if frozen else [s for s in map(renewal.renewed, stood) if s is not None]
    lead = page.segments[0]
    if lead.entries and not frozen:  # they have lost their headings, and all above them
        lead = renewal.renewed(lead) or lead
    changes = renewal.changes
    kept, made = _taken_out(kept, faq, frozenset(moved), changes)
    made |= _new(faq, pieces, found, changes)
    segments = placed(kept, faq, made, templates=templates)
    if not frozen:
        segments = headed(
            segments, faq, templates=templates, headlines=pieces.headlines, homes=homes
        )
        segments = anchored(
            segments,
            former_names([page] if base is None else [base, page]),
            aliases=aliases,
            merged={**renewal.merged, **found.absorbed},
        )
    anchors = _anchor_changes(segments, stood, changes)
    got = {each.entry for each in anchors}
    changes = [
        each for each in changes if each.change != "kept" or each.withdrawn or each.entry not in got
    ]
    changes += anchors
    for key in sorted(found.stones.gone.keys() - page.stones.gone.keys()):
        why = "a person removed it from the page; it stays away"
        changes.append(Change(key, "removed", why, by_people=True))
    topics = contents(segments)
    begin = bare_begin_mark(lead.digest)
    if not frozen:
        shown = Contents(
            [(key, title, len(held)) for key, title, held in topics],
            entry_headings(segments, pieces.headlines),
            homes or {},
            sole_headings(segments),
        )
        text = render_lead(faq, shown, templates=templates, front=front)
        if lead.untouched and not lead.entries:
            lead, begin = Segment("lead", f"\n\n{text}\n\n"), begin_mark(text)
        else:
            lead = replace(lead, text=reboxed(lead.text, text))
    stones = replace(
        found.stones,
        topics=found.stones.topics - {key for key, _, _ in topics},
        offered=found.stones.offered if frozen else renewal.open,
        hidden=_together({*found.stones.hidden, *renewal.away, *faq.hidden}),
    )
    return Merged(
        text=page.before + part(begin, [lead, *segments], stones) + page.after,
        begin=begin,
        segments=(lead, *segments),
        stones=stones,
        changes=tuple(changes),
        edited=frozenset(renewal.edited),
        offers=len(renewal.open.items() - found.stones.offered.items()),
        topics=topics,
    )


class _Holding:
    """The segments of earlier versions of the page by their entries, each version read once."""

    def __init__(self, pages: Iterable[FaqPage]) -> None:
        self._pages = iter(pages)
        self._read: list[Mapping[str, Segment]] = []

    def __iter__(self) -> Iterator[Mapping[str, Segment]]:
        yield from self._read
        for page in self._pages:
            self._read.append(page.holding())
            yield self._read[-1]


def _together(groups: Iterable[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """Groups of ids with those put together that share one."""
    made: list[set[str]] = []
    for group in sorted(groups):
        joined = set(group).union(*(each for each in made if not each.isdisjoint(group)))
        made = [*(each for each in made if each.isdisjoint(group)), joined]
    return frozenset(tuple(sorted(each)) for each in made)


def _new(faq: Faq, pieces: Pieces, found: Found, changes: list[Change]) -> dict[str, Segment]:
    """The entries that the page doesn't hold."""
    made = {}
    for entry in faq.entries:
        if entry.id not in found.standing.entries:
            made[entry.id] = Segment("entry", f"{pieces.entries[entry.id]}\n\n", (entry.id,))
            changes.append(Change(entry.id, "added", f"asked in {wording(entry).title}"))
    return made


def _taken_out(
    segments: Sequence[Segment], faq: Faq, moved: frozenset[str], changes: list[Change]
) -> tuple[list[Segment], dict[str, Segment]]:
    """Take the entries out that people wish under another topic than the one they stand under."""
    wished = {entry.id: entry.topic for entry in faq.entries if entry.id in moved}
    kept: list[Segment] = []
    out: dict[str, Segment] = {}
    topic: str | None = None
    for segment in segments:
        topic = topic_at(segment, topic)
        key = segment.entries[0] if segment.entries else ""
        # What a heading of people's own leads is theirs, whatever mark stands in it.
        alone = segment.text.startswith("===") and len(segment.entries) == 1
        if segment.kind == "entry" and alone and key in wished and wished[key] != topic:
            out[key] = replace(segment, text=f"{segment.text.rstrip()}\n\n", home=None)
            changes.append(Change(key, "moved", "the settings page names another topic for it"))
        else:
            kept.append(segment)
    return kept, out


def _anchor_changes(
    segments: Iterable[Segment], stood: Iterable[Segment], changes: Sequence[Change]
) -> list[Change]:
    """Say of the entries that nothing else happened to that they got an anchor."""
    said = {change.entry for change in changes if change.change != "kept"}
    before: Mapping[str, str] = {key: each.text for each in stood for key in each.entries}
    return [
        Change(key, "updated", "its anchors, or links to revisions that are hidden, are mended")
        for segment in segments
        for key in segment.entries[:1]
        if key in before and key not in said
        if without_digests(before[key]) != without_digests(segment.text)
    ]
