"""Where topics and entries go on the page, without moving what stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikifaq.consolidate.faq import topic_ids
from wikifaq.page.entry_link import sole_headings
from wikifaq.page.listing import reboxed
from wikifaq.page.mark import remarked, whole_mark
from wikifaq.page.segment import Segment
from wikifaq.page.topic import indexed, render_topic
from wikifaq.transcript import inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wikifaq.model import Faq
    from wikifaq.page.template import Templates

_ALSO_MOST = 5


def placed(
    segments: Sequence[Segment],
    faq: Faq,
    made: Mapping[str, Segment],
    *,
    templates: Templates,
) -> list[Segment]:
    """Put segments where the FAQ has their entries, those of a newer conversation first.

    ``made`` are the segments to place, by entry id; the others stay where they are. A topic that
    has no heading yet gets one.
    """
    segments = list(segments)
    titles = _titles(faq)
    for topic in titles:
        listed = faq.under(topic)
        if not any(entry.id in made for entry in listed):
            continue
        _open_topic(segments, topic, titles, templates)
        later: set[str] = set()
        for entry in reversed(listed):
            if entry.id in made:
                segments.insert(_before(segments, topic, later), made[entry.id])
            later.add(entry.id)
    return segments


def headed(
    segments: Sequence[Segment],
    faq: Faq,
    *,
    templates: Templates,
    headlines: Mapping[str, str],
    homes: Mapping[str, str] | None = None,
) -> list[Segment]:
    """Renew the headings of topics that are the bot's, with an index and links to related ones.

    Of one that people edited only the index is renewed, where it is as the bot wrote it.
    ``headlines`` are headings for entries that have lost theirs, ``homes`` maps entries to the
    titles of the subpages that they stand on. Such a heading under which nothing stands any more
    goes.
    """
    segments = _without_empty_topics(segments)
    titles = _titles(faq)
    likely = {entry.id: entry.also for entry in faq.entries}
    follows = {entry.id: entry.follows for entry in faq.entries}
    headings = entry_headings(segments, headlines)
    sole = sole_headings(segments)
    held = {topic: keys for topic, _, keys in contents(segments)}
    made = []
    for segment in segments:
        if segment.kind == "topic" and segment.topic in titles:
            also = [
                (key, headings[key])
                for topic, keys in held.items()
                for key in keys
                if topic != segment.topic and segment.topic in likely.get(key, ())
            ]
            listed = [(key, headings[key]) for key in held[segment.topic]]
            text = render_topic(
                segment.topic,
                titles[segment.topic],
                templates=templates,
                alone=len(titles) == 1,
                also=also[:_ALSO_MOST],
                # The page that has subpages has the index; a subpage needs none.
                index=() if homes else indexed(listed, follows),
                homes=homes,
                sole=sole,
            )
            text = remarked(text, names=segment.names)
            if not segment.untouched:
                segment = replace(segment, text=reboxed(segment.text, text, bare=bool(homes)))  # noqa: PLW2901 - the same piece, its list renewed
            elif whole_mark(text) != whole_mark(segment.text):
                segment = replace(segment, text=f"{text}\n\n")  # noqa: PLW2901 - the same piece, renewed
        made.append(segment)
    return made


def contents(segments: Iterable[Segment]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The topics in the page's order: ids, headings as plain text, their entries' ids."""
    found: list[tuple[str, str, list[str]]] = []
    for segment in segments:
        if segment.topic:
            found.append((segment.topic, inline.plain(segment.heading), []))
        if found:
            found[-1][2].extend(segment.entries)
    return tuple((key, title, tuple(held)) for key, title, held in found)


def entry_headings(segments: Iterable[Segment], headlines: Mapping[str, str]) -> dict[str, str]:
    """The headings of the entries on the page by their ids, as plain text.

    ``headlines`` are for those that have lost theirs, and stand under another.
    """
    return {
        key: headlines.get(key, "") if lost else " ".join(inline.plain(segment.heading).split())
        for segment in segments
        for lost in [segment.kind != "entry"]
        for key in segment.entries
    }


def _titles(faq: Faq) -> dict[str, str | None]:
    """The topics' titles by id, in their order; that of other questions has none."""
    titles = {topic.id: topic.title for topic in faq.topics}
    return {key: titles.get(key) for key in topic_ids(faq.topics)}


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
    alone = len(titles) == 1
    text = render_topic(topic, titles[topic], templates=templates, alone=alone)
    segments.insert(at, Segment("topic", f"{text}\n\n", topic=topic, untouched=True))


def _before(segments: Sequence[Segment], topic: str, later: set[str]) -> int:
    """Where an entry goes: before the first of the later ones in its topic, else at its end."""
    start = next(i for i, segment in enumerate(segments) if segment.topic == topic)
    end = start + 1
    while end < len(segments) and not starts_section(segments[end]):
        if later.intersection(segments[end].entries):
            return end
        end += 1
    return end


def starts_section(segment: Segment) -> bool:
    """Whether a heading of level 1 or 2 stands here."""
    level_2 = segment.text.startswith("=") and not segment.text.startswith("===")
    return segment.topic is not None or level_2


def _without_empty_topics(segments: Sequence[Segment]) -> list[Segment]:
    """Drop the bot's own topic headings that nothing stands under any more."""
    kept = []
    for number, segment in enumerate(segments):
        last = number + 1 == len(segments) or starts_section(segments[number + 1])
        if not (segment.kind == "topic" and segment.untouched and last):
            kept.append(segment)
    return kept
