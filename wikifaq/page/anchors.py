"""The anchors of entries and topics: their ids, those of what they stand for, former headings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikifaq.page.mark import marks, named, remarked
from wikifaq.transcript import inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wikifaq.page.segment import FaqPage, Segment

_TOPIC = "topic:"


def former_names(pages: Iterable[FaqPage]) -> dict[str, dict[str, None]]:
    """The headings that entries and topics have or had on some pages, by the keys of ``keyed``."""
    names: dict[str, dict[str, None]] = {}
    for page in pages:
        for segment in page.segments:
            for number, mark in enumerate(marks(segment.text)):
                key = keyed(mark.id, topic=mark.topic)
                if mark.id not in segment.entries and mark.id != segment.topic:
                    continue
                known = names.setdefault(key, {})
                known |= dict.fromkeys(mark.names)
                if number == 0:
                    known |= {name: None for name in [_heading(segment)] if name}
    return names


def anchored(
    segments: Sequence[Segment],
    names: Mapping[str, Iterable[str]],
    *,
    aliases: Mapping[str, Iterable[str]],
    merged: Mapping[str, str],
) -> list[Segment]:
    """Give each mark the anchors by which its entry was ever to be found.

    ``names`` are former headings by key, ``aliases`` the ids that lead to an entry, ``merged``
    maps ids of entries that are gone to those that they are one with. A name that is a heading
    of the page now is no anchor besides; nor does one name lead to two entries.
    """
    taken = {_heading(segment) for segment in segments}
    wanted: dict[str, dict[str, None]] = {}
    for key, known in names.items():
        owner = key if key.startswith(_TOPIC) else merged.get(key, key)
        wanted.setdefault(owner, {}).update(dict.fromkeys(known))
    made = []
    for segment in segments:
        text = "".join(_remarked(part, wanted, aliases, taken) for part in _cut(segment))
        made.append(segment if text == segment.text else replace(segment, text=text))
    return made


def keyed(key: str, *, topic: bool = False) -> str:
    """One name for the mark of a topic or of an entry."""
    return f"{_TOPIC}{key}" if topic else key


def _heading(segment: Segment) -> str:
    return named(inline.plain(segment.heading))


def _cut(segment: Segment) -> Iterator[str]:
    """The segment in parts with one of its own marks each, without copies of others' marks.

    A copied mark is nobody's words, and would be taken for the entry when the other leaves.
    """
    own = {*segment.entries, *([segment.topic] if segment.topic else [])}
    at = 0
    for mark in marks(segment.text):
        yield segment.text[at : mark.start]
        if mark.id in own:
            own.discard(mark.id)
            yield segment.text[mark.start : mark.end]
        else:
            yield mark.words
        at = mark.end
    yield segment.text[at:]


def _remarked(
    text: str,
    wanted: Mapping[str, Mapping[str, None]],
    aliases: Mapping[str, Iterable[str]],
    taken: set[str],
) -> str:
    found = marks(text)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
        return text
    (mark,) = found
    names = []
    for name in wanted.get(keyed(mark.id, topic=mark.topic), ()):
        if name not in taken:
            taken.add(name)
            names.append(name)
    ids = () if mark.topic else aliases.get(mark.id, mark.aliases)
    return remarked(text, aliases=tuple(ids), names=tuple(names))
