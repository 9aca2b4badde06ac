"""The FAQ on several pages read as one: each topic's stub, and its subpages in its place.

On the page itself a comment names the subpages of each topic; what isn't named there isn't looked
at. All that is decided about the FAQ is decided on the one page that this makes of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from wikifaq.page.mark import remarked, sealed, text_digest, topic_mark
from wikifaq.page.placement import starts_section
from wikifaq.page.segment import FaqPage, Segment, one_each, topic_at
from wikifaq.page.stub import own_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wikifaq.page.subpage import Subpage

_LINK = re.compile(r"\[\[[^\[\]|#]*#faq-")


@dataclass(frozen=True, slots=True)
class Joined:
    """The FAQ as one page, and what of its pages isn't on it.

    ``stubs`` are the headings on the page itself of the topics that stand on subpages, by topic;
    ``subpages`` are these in their order, ``held`` their segments as they stand, by title ("" for
    the page itself).
    """

    page: FaqPage
    stubs: Mapping[str, Segment] = field(default_factory=dict)
    subpages: tuple[Subpage, ...] = ()
    held: Mapping[str, tuple[Segment, ...]] = field(default_factory=dict)

    @property
    def homes(self) -> dict[str, str]:
        """The titles of the subpages on which entries stand, "" for the page itself."""
        return {key: each.home or "" for each in self.page.segments for key in each.entries}

    def heading(self, topic: str) -> str | None:
        """The heading of a topic, as wikitext."""
        return next((each.heading for each in self.page.segments if each.topic == topic), None)


def joined(page: FaqPage, subpages: Sequence[Subpage], base: Joined | None = None) -> Joined:
    """Make one page of the page itself and its subpages, in the order in which it names them.

    ``base`` are the same pages as the bot last wrote them. What a run that was cut off had written
    to one page and not yet taken off another is taken once.
    """
    stood = tuple(replace(each, home="") for each in page.segments)
    if not subpages:
        return Joined(replace(page, segments=stood), held={"": stood})
    held = {"": stood, **{each.title: each.segments for each in subpages}}
    once = _once(held, base.held if base is not None else {})
    topics = dict.fromkeys(each.topic for each in subpages)
    read = [replace(each, segments=once[each.title]) for each in subpages]
    heads = {each.topic for sub in read for each in sub.segments if each.topic}
    stubs = {
        each.topic: each
        for each in once[""]
        if each.topic and not each.entries and (each.topic in topics or each.topic in heads)
    }
    bodies = {
        topic: _body(topic, [each for each in read if each.topic == topic], stubs.get(topic), base)
        for topic in topics
    }
    lead, *rest = once[""]
    segments = one_each([*_woven(rest, stubs, bodies)])
    return Joined(
        page=replace(page, segments=(lead, *segments)),
        stubs=stubs,
        subpages=tuple(read),
        held=held,
    )


def _woven(
    rest: Sequence[Segment],
    stubs: Mapping[str, Segment],
    bodies: Mapping[str, tuple[Segment | None, tuple[Segment, ...]]],
) -> Iterator[Segment]:
    """The page's segments, with each topic's own heading and entries in its stub's place.

    What people put below a stub comes first. A topic whose stub they took away stands before the
    next one.
    """
    order = list(bodies)
    there = {each.topic for each in rest if each.topic in stubs}
    missing = [topic for topic in order if topic not in there]
    pending: tuple[Segment, ...] = ()
    for segment in rest:
        if starts_section(segment):
            yield from pending
            pending = ()
        topic = segment.topic or ""
        if topic not in stubs:
            yield segment
        elif topic in bodies:
            at = order.index(topic)
            for each in [each for each in missing if order.index(each) < at]:
                missing.remove(each)
                yield from _whole(bodies[each])
            head, pending = bodies[topic]
            if head is not None:
                yield head
    yield from pending
    for topic in missing:
        yield from _whole(bodies[topic])


def _whole(body: tuple[Segment | None, tuple[Segment, ...]]) -> Iterator[Segment]:
    head, segments = body
    if head is not None:
        yield head
    yield from segments


def _body(
    topic: str, subpages: Sequence[Subpage], stub: Segment | None, base: Joined | None
) -> tuple[Segment | None, tuple[Segment, ...]]:
    """A topic's heading, and what stands on its subpages.

    The heading is that of the last one, which was the first to be made. Where people renamed the
    topic in its stub, it has that name. None where people took all of the topic away.
    """
    segments = tuple(each for sub in subpages for each in sub.segments)
    last = subpages[-1]
    head = last.head
    if head is None:
        head = next((each.head for each in subpages if each.head and each.head.untouched), None)
    then = base.heading(topic) if base is not None else None
    stub_then = base.stubs.get(topic) if base is not None else None
    renamed = stub is not None and stub_then is not None and stub.heading != stub_then.heading
    if head is None:
        written = stub is not None and own_lines(stub)
        if not segments and not written:
            return None, ()
        name = stub.heading if stub is not None else then or last.title.rpartition("/")[2]
        text = sealed(f"== {name} ==\n{topic_mark(topic)}")
        head = Segment("topic", f"{text}\n\n", topic=topic, untouched=not renamed)
        if renamed:
            head = replace(head, text=remarked(head.text, digest="a" * 10))
    elif stub is not None and renamed and head.heading in {then, stub.heading}:
        _, end, rest = head.text.partition("\n")
        first = stub.text.partition("\n")[0]
        head = replace(head, text=f"{first}{end}{rest}", untouched=False)
    if segments and starts_section(segments[0]):  # it is no empty heading, though it looks so
        head = replace(head, untouched=False)
    return replace(head, home=last.title), segments


def _once(
    held: Mapping[str, tuple[Segment, ...]], base: Mapping[str, tuple[Segment, ...]]
) -> dict[str, tuple[Segment, ...]]:
    """The pages without what the bot left on one when it was cut off after it wrote another.

    That is what it wrote to both. Of such the one stays that people have changed since, else that
    on the page itself, else the first.
    """
    drop, beside = _doubled(_texts(held), _texts(base))
    if not drop:
        return dict(held)
    own = {title: {each.text for each in held[title] if not each.entries} for title in held}
    return {
        title: tuple(
            each
            for each in segments
            if each.kind == "lead"
            or not (
                (each.entries and all((title, key) in drop for key in each.entries))
                or (
                    each.kind == "other"
                    and any(each.text in own[other] for at, other in beside if at == title)
                )
            )
        )
        for title, segments in held.items()
    }


def _doubled(
    texts: Mapping[tuple[str, str], str], wrote: Mapping[tuple[str, str], str]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """What is to go: pages with entries, and pages with those where these stay."""
    where: dict[str, list[str]] = {}
    for title, key in texts:
        if (title, key) in wrote:
            where.setdefault(key, []).append(title)
    drop: set[tuple[str, str]] = set()
    beside: set[tuple[str, str]] = set()
    for key, titles in where.items():
        if len(titles) > 1:
            took = {_telling(wrote[title, key]) for title in titles}
            left = [
                title
                for title in titles
                if texts[title, key] == wrote[title, key] or _telling(texts[title, key]) in took
            ]
            kept = [title for title in titles if title not in left] or left[:1]
            drop |= {(title, key) for title in left if title not in kept}
            beside |= {(title, other) for title in left if title not in kept for other in kept}
    return drop, beside


def _telling(text: str) -> str:
    """What tells a text from another: neither marks nor where links to entries lead."""
    return text_digest(_LINK.sub("[[#faq-", text))


def _texts(held: Mapping[str, tuple[Segment, ...]]) -> dict[tuple[str, str], str]:
    """The texts in which entries stand, by the pages' titles and the entries."""
    return {
        (title, key): each.text
        for title, segments in held.items()
        for each in segments
        for key in each.entries
    }


def topics_of(segments: Sequence[Segment]) -> list[str | None]:
    """The topic under which each of some segments stands."""
    found: list[str | None] = []
    topic: str | None = None
    for segment in segments:
        topic = topic_at(segment, topic)
        found.append(topic)
    return found
