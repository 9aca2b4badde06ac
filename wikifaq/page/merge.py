"""The new FAQ laid into the page that stands: people's text and order first.

What a person changed, moved or wrote stays as it is, byte for byte; what a person removed is
remembered in a comment on the page; everything else is the bot's to renew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wikifaq.consolidate.faq import topic_ids
from wikifaq.consolidate.standing import Standing, Stands
from wikifaq.consolidate.topics import OTHER
from wikifaq.page.harmless import plain
from wikifaq.page.mark import END, bare_begin_mark, begin_mark, gone_mark, marks, whole_mark
from wikifaq.page.render import render_lead, render_topic, wording
from wikifaq.page.segment import Segment
from wikifaq.transcript import inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wikifaq.model import Faq
    from wikifaq.page.render import Pieces
    from wikifaq.page.segment import FaqPage
    from wikifaq.page.template import Templates

_ALSO_MOST = 5


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to an entry, and why, in words for the person previewing."""

    entry: str
    change: str
    why: str
    by_people: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """The page's new text, what changed in it, and which entries stand in people's words."""

    text: str
    changes: tuple[Change, ...]
    edited: frozenset[str]
    topics: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Topics on the page in its order: id, heading as plain text, ids of the entries under it."""


def standing(page: FaqPage, base: FaqPage | None) -> Standing:
    """Read off the page what the new FAQ must keep to.

    ``base`` is the page as the bot last wrote it, None where there is none to be read. What it
    held and the page no longer holds was removed by people.
    """
    alive = set(page.alive())
    topics = set(page.topics())
    entries = {}
    topic: str | None = None
    for segment in page.segments:
        topic = segment.topic or topic
        for key in segment.entries:
            entries[key] = Stands(
                topic,
                segment.aliases,
                segment.likeness(key),
                edited=not segment.untouched,
                heading=inline.plain(segment.heading),
            )
    gone: dict[str, str | None] = {}
    topics_gone: frozenset[str] = page.topics_gone
    for source in (base, page):
        if source is not None:
            gone |= source.gone
            topics_gone |= source.topics_gone
    if base is not None:
        for segment in base.segments:
            gone |= {key: segment.likeness(key) for key in segment.entries}
            if not alive.intersection(segment.entries):
                gone |= dict.fromkeys(segment.aliases)
        topics_gone |= set(base.topics()) - {OTHER}
    aliases = {alias: key for key, stands in entries.items() for alias in stands.aliases}
    return Standing(
        entries=entries,
        aliases=aliases,
        gone={key: like for key, like in gone.items() if key not in alive | aliases.keys()},
        topics_gone=frozenset(topics_gone - topics),
        together=tuple(each.entries for each in page.segments if len(each.entries) > 1),
    )


def headings(page: FaqPage) -> tuple[tuple[str, str], ...]:
    """Return the topics on the page in its order: their ids, and headings as plain text."""
    return tuple((key, title) for key, title, _ in _contents(page.segments))


def merge(
    page: FaqPage, faq: Faq, pieces: Pieces, *, templates: Templates, stands: Standing
) -> Merged:
    """Lay the rendered FAQ into the page.

    Raises ConfigurationError for a template that errs.
    """
    segments: list[Segment] = []
    changes: list[Change] = []
    edited: set[str] = set()
    aliases = {alias: entry.id for entry in faq.entries for alias in entry.aliases}
    titles = _titles(faq)
    for segment in page.segments[1:]:
        if segment.kind == "topic" and segment.untouched and segment.topic in titles:
            segments.append(segment)
            continue
        kept = _renewed(segment, pieces, aliases, changes, edited)
        if kept is not None:
            segments.append(kept)
    _add(segments, faq, pieces, changes, templates, stands)
    segments = _headed(_without_empty_topics(segments), faq, pieces, templates)
    for key in sorted(stands.gone.keys() - page.gone.keys()):
        why = "a person removed it from the page; it stays away"
        changes.append(Change(key, "removed", why, by_people=True))
    topics = _contents(segments)
    lead = page.segments[0]
    if lead.untouched:
        text = render_lead(
            faq,
            [(key, plain(title), len(held)) for key, title, held in topics],
            templates=templates,
        )
        begin = begin_mark(text)
        lead = Segment("lead", f"\n\n{text}\n\n")
    else:
        begin = bare_begin_mark(lead.digest)
    inside = "".join(segment.text for segment in [lead, *segments]).rstrip("\n")
    gone = gone_mark(stands.gone, stands.topics_gone)
    part = "\n\n".join(each for each in (begin + inside, gone, END) if each)
    return Merged(
        text=page.before + part + page.after,
        changes=tuple(changes),
        edited=frozenset(edited),
        topics=topics,
    )


def _renewed(
    segment: Segment,
    pieces: Pieces,
    aliases: dict[str, str],
    changes: list[Change],
    edited: set[str],
) -> Segment | None:
    """The segment as it shall stand: renewed where it is the bot's, None where it goes."""
    if not segment.entries:
        return segment
    key = segment.entries[0]
    new = pieces.entries.get(key)
    if not segment.untouched:
        edited.update(segment.entries)
        changes.extend(_kept(each, segment, pieces) for each in segment.entries)
        return segment
    if new is None:
        if key in aliases:
            changes.append(
                Change(key, "merged", f"it is one with {aliases[key]}, which its anchor leads to")
            )
        else:
            changes.append(Change(key, "removed", "no source asks it any more"))
        return None
    if whole_mark(new) == whole_mark(segment.text):
        return segment
    changes.append(Change(key, "updated", _why(segment, new, pieces.sources[key])))
    return Segment("entry", f"{new}\n\n", (key,))


def _why(segment: Segment, new: str, sources: Sequence[str]) -> str:
    if marks(new)[0].digest == segment.digest:
        return "its anchor is restored"
    again = [source for source in sources if plain(source) not in segment.text]
    if again:
        return f"answered again in {', '.join(again)}"
    return f"its text in {', '.join(sources)}, or the way it is shown, has changed"


def _kept(key: str, segment: Segment, pieces: Pieces) -> Change:
    new = pieces.entries.get(key)
    if new is None:
        return Change(key, "kept", "a person has edited it; no source asks it any more")
    if len(segment.entries) > 1:
        return Change(key, "kept", "a person has put it under one heading with another")
    if marks(new)[0].digest == segment.digest:
        return Change(key, "kept", "a person has edited it")
    return Change(
        key,
        "conflict",
        "a person has edited it, and its sources have changed since: the person's text stays",
    )


def _add(
    segments: list[Segment],
    faq: Faq,
    pieces: Pieces,
    changes: list[Change],
    templates: Templates,
    stands: Standing,
) -> None:
    """Insert the entries that the page doesn't hold, without moving one that it does."""
    present = set(stands.entries)
    titles = _titles(faq)
    for topic in titles:
        listed = faq.under(topic)
        new = [entry for entry in listed if entry.id not in present]
        if not new:
            continue
        _open_topic(segments, topic, titles, templates)
        later: set[str] = set()
        for entry in reversed(listed):
            if entry.id not in present:
                made = Segment("entry", f"{pieces.entries[entry.id]}\n\n", (entry.id,))
                segments.insert(_before(segments, topic, later), made)
            later.add(entry.id)
        changes.extend(
            Change(entry.id, "added", f"asked in {wording(entry).title}") for entry in new
        )


def _titles(faq: Faq) -> dict[str, str | None]:
    """The topics' titles by id, in their order; that of other questions has none."""
    titles = {topic.id: topic.title for topic in faq.topics}
    return {key: titles.get(key) for key in topic_ids(faq.topics)}


def _topic(
    topic: str,
    titles: Mapping[str, str | None],
    templates: Templates,
    also: Sequence[tuple[str, str]] = (),
) -> str:
    alone = len(titles) == 1
    return render_topic(topic, titles[topic], templates=templates, alone=alone, also=also)


def _headed(
    segments: Sequence[Segment], faq: Faq, pieces: Pieces, templates: Templates
) -> list[Segment]:
    """Renew the headings of topics that are the bot's, with links to what belongs there, too."""
    titles = _titles(faq)
    likely = {entry.id: entry.also for entry in faq.entries}
    held = [(topic, key) for topic, _, keys in _contents(segments) for key in keys]
    made = []
    for segment in segments:
        if segment.kind == "topic" and segment.untouched and segment.topic in titles:
            also = [
                (key, pieces.headlines[key])
                for topic, key in held
                if topic != segment.topic and segment.topic in likely.get(key, ())
            ]
            text = _topic(segment.topic, titles, templates, also[:_ALSO_MOST])
            if whole_mark(text) != whole_mark(segment.text):
                segment = replace(segment, text=f"{text}\n\n")  # noqa: PLW2901 - the same piece, renewed
        made.append(segment)
    return made


def _open_topic(
    segments: list[Segment],
    topic: str,
    titles: Mapping[str, str | None],
    templates: Templates,
) -> None:
    """Put the topic's heading on the page where it has none: before the next one in order."""
    if any(segment.topic == topic for segment in segments):
        return
    order = list(titles)
    later = set(order[order.index(topic) + 1 :])
    at = next((i for i, segment in enumerate(segments) if segment.topic in later), len(segments))
    text = _topic(topic, titles, templates)
    segments.insert(at, Segment("topic", f"{text}\n\n", topic=topic, untouched=True))


def _before(segments: Sequence[Segment], topic: str, later: set[str]) -> int:
    """Where an entry goes: before the first of the later ones in its topic, else at its end."""
    start = next(i for i, segment in enumerate(segments) if segment.topic == topic)
    end = start + 1
    while end < len(segments) and not _starts_section(segments[end]):
        if later.intersection(segments[end].entries):
            return end
        end += 1
    return end


def _starts_section(segment: Segment) -> bool:
    """Whether a heading of level 1 or 2 stands here."""
    return segment.topic is not None or not segment.text.startswith("===")


def _without_empty_topics(segments: Sequence[Segment]) -> list[Segment]:
    """Drop the bot's own topic headings that nothing stands under any more."""
    kept = []
    for number, segment in enumerate(segments):
        last = number + 1 == len(segments) or _starts_section(segments[number + 1])
        if not (segment.kind == "topic" and segment.untouched and last):
            kept.append(segment)
    return kept


def _contents(segments: Iterable[Segment]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    found: list[tuple[str, str, list[str]]] = []
    for segment in segments:
        if segment.topic:
            found.append((segment.topic, inline.plain(segment.heading), []))
        if found:
            found[-1][2].extend(segment.entries)
    return tuple((key, title, tuple(held)) for key, title, held in found)
