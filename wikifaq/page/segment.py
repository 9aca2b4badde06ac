"""The FAQ's part of a page, cut into what the bot keeps and what people wrote between."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from wikifaq.errors import Refused
from wikifaq.page.mark import (
    BEGIN,
    BEGIN_MARK,
    END,
    END_MARK,
    marks,
    resealed,
    text_digest,
)
from wikifaq.page.tombstone import Tombstones, tombstones, without_tombstones
from wikifaq.transcript.block import tree

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["lead", "topic", "entry", "other"]
_ENTRY_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the page from one heading of level 1 to 3 to the next, byte for byte.

    ``kind`` is lead (above the first heading), topic or entry (with a mark of that sort), or
    other (a person's). ``entries`` are the ids of the entries whose marks it holds, more than
    one where a person put two under one heading. ``untouched`` is whether the text is still
    as the bot wrote it. ``home`` is the title of the subpage that it stands on, "" for the page
    itself, None where it stands nowhere yet.
    """

    kind: Kind
    text: str
    entries: tuple[str, ...] = ()
    topic: str | None = None
    aliases: tuple[str, ...] = ()
    digest: str | None = None
    untouched: bool = False
    home: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The former headings of the topic, which are anchors in its mark."""
        return next((mark.names for mark in marks(self.text) if mark.topic), ())

    def aliases_of(self, entry: str) -> tuple[str, ...]:
        """The other ids that lead to an entry, as its mark has them."""
        return next((mark.aliases for mark in marks(self.text) if mark.id == entry), ())

    def likeness(self, entry: str) -> str | None:
        """The likeness of an entry's question that its mark keeps."""
        return next((mark.likeness for mark in marks(self.text) if mark.id == entry), None)

    @property
    def heading(self) -> str:
        """The heading's wikitext."""
        match = re.match(r"=+[ \t]*(.*?)[ \t]*=+[ \t]*(?:\n|$)", self.text)
        return match[1] if match else ""


@dataclass(frozen=True, slots=True)
class FaqPage:
    """A page with the FAQ's part in it; ``before`` and ``after`` are people's, markers excluded."""

    before: str
    segments: tuple[Segment, ...]
    after: str
    stones: Tombstones

    def alive(self) -> tuple[str, ...]:
        """The ids of the entries on the page, in their order."""
        return tuple(key for segment in self.segments for key in segment.entries)

    def topics(self) -> tuple[str, ...]:
        """The ids of the topics on the page, in their order."""
        return tuple(segment.topic for segment in self.segments if segment.topic)

    def holding(self) -> dict[str, Segment]:
        """The segments by the ids of the entries whose marks they hold."""
        return {key: segment for segment in self.segments for key in segment.entries}


def topic_at(segment: Segment, before: str | None) -> str | None:
    """The topic under which a segment stands, given that of the one above it.

    A heading of people's own, of level 1 or 2, ends a topic.
    """
    ends = segment.kind == "other" and not segment.text.startswith("===")
    return None if ends else segment.topic or before


def as_people_left(page: FaqPage, base: FaqPage | None) -> FaqPage:
    """Tell the texts of the bot's that people brought back from those that it left.

    An earlier text of the bot's carries the digest it had then, so it looks untouched; where
    ``base``, the bot's last version, has another, a person has put it there. Its mark is given
    the last digest, by which it is a person's from then on.
    """
    last = {key: each for each in base.segments for key in each.entries} if base else {}
    segments = []
    for segment in page.segments:
        before = base.segments[0] if base and segment.kind == "lead" else None
        if segment.kind == "entry" and segment.entries:
            before = last.get(segment.entries[0])
        if before and segment.untouched and before.digest not in {None, segment.digest}:
            segment = replace(  # noqa: PLW2901 - the same piece, known for what it is
                segment,
                text=resealed(segment.text, before.digest or ""),
                digest=before.digest,
                untouched=False,
            )
        segments.append(segment)
    return replace(page, segments=tuple(segments))


def read_page(text: str, title: str) -> FaqPage:
    """Read a page that has the markers.

    Raises Refused, with what to do, where markers are missing, doubled or reversed.
    """
    begins, ends = list(BEGIN_MARK.finditer(text)), list(END_MARK.finditer(text))
    if not begins and not ends:
        raise Refused(
            f"The page {title!r} has no markers; restore a version that has them, or put {BEGIN} "
            f"and {END}, each on a line of its own, where the FAQ shall stand."
        )
    if len(begins) != 1 or len(ends) != 1:
        raise Refused(
            f"The page {title!r} has {len(begins)} begin and {len(ends)} end markers; "
            f"leave one {BEGIN} and one {END} below it."
        )
    begin, end = begins[0], ends[0]
    if begin.start() > end.start():
        raise Refused(
            f"On the page {title!r} the end marker stands above the begin marker; "
            f"put {BEGIN} first."
        )
    inside = text[begin.end() : end.start()]
    return FaqPage(
        before=text[: begin.start()],
        segments=_segments(without_tombstones(inside), begin["digest"]),
        after=text[end.end() :],
        stones=tombstones(inside),
    )


def _segments(inside: str, lead_digest: str | None) -> tuple[Segment, ...]:
    starts = [
        block.span.start
        for block in tree(inside).walk()
        if block.kind == "heading" and block.level <= _ENTRY_LEVEL
    ]
    cuts = [0, *starts, len(inside)]
    texts = [inside[a:b] for a, b in pairwise(cuts)]
    found = [_segment(text) for text in texts[1:]]
    return (_lead(texts[0], lead_digest), *one_each(found))


def _lead(text: str, digest: str | None) -> Segment:
    return Segment(
        "lead",
        text,
        entries=tuple(mark.id for mark in marks(text) if not mark.topic),
        digest=digest,
        untouched=digest == text_digest(text) if digest else not text.strip(),
    )


def _segment(text: str) -> Segment:
    found = marks(text)
    if not found:
        return Segment("other", text)
    entries = [mark for mark in found if not mark.topic]
    topic = next((mark.id for mark in found if mark.topic), None)
    return Segment(
        "topic" if topic else "entry",
        text,
        entries=tuple(dict.fromkeys(mark.id for mark in entries)),
        topic=topic,
        aliases=tuple(dict.fromkeys(alias for mark in entries for alias in mark.aliases)),
        digest=found[0].digest,
        untouched=len(found) == 1 and found[0].digest == text_digest(text),
    )


def one_each(segments: Sequence[Segment]) -> list[Segment]:
    """Let a copied mark be one segment's: the untouched one's, its only one's, the first's."""
    owner: dict[str, int] = {}

    def claim(number: int) -> tuple[bool, bool]:
        return segments[number].untouched, len(segments[number].entries) == 1

    for number, segment in enumerate(segments):
        for key in segment.entries:
            if claim(number) > claim(owner.setdefault(key, number)):
                owner[key] = number
    topics: set[str] = set()
    made = []
    for number, segment in enumerate(segments):
        entries = tuple(key for key in segment.entries if owner[key] == number)
        topic = None if segment.topic in topics else segment.topic
        topics |= {topic} if topic else set()
        if entries != segment.entries or topic != segment.topic:
            kind: Kind = "topic" if topic else "entry" if entries else "other"
            aliases = segment.aliases if entries else ()
            own = [mark for mark in marks(segment.text) if mark.id in (*entries, topic)]
            digest = own[0].digest if own else None
            untouched = len(own) == 1 and digest == text_digest(segment.text)
            segment = replace(  # noqa: PLW2901 - the same piece, less what it copied
                segment,
                kind=kind,
                entries=entries,
                topic=topic,
                aliases=aliases,
                digest=digest,
                untouched=untouched,
            )
        made.append(segment)
    return made
