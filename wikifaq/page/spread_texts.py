"""The wikitext of the FAQ's pages: the page itself, with its stubs, and its subpages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from wikifaq.page.harmless import plain
from wikifaq.page.mark import (
    BEGIN,
    bare_begin_mark,
    begin_mark,
    marks,
    named,
    remarked,
    sealed,
    topic_anchor,
    topic_mark,
)
from wikifaq.page.part import part
from wikifaq.page.piece import check_text
from wikifaq.page.segment import Segment
from wikifaq.page.stub import Line, own_lines, render_stub, renewed_stub, without_mark
from wikifaq.page.subpage import Subpage, new_subpage
from wikifaq.page.tombstone import Tombstones
from wikifaq.transcript import inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wikifaq.page.merge import Merged
    from wikifaq.page.parting import Parts
    from wikifaq.page.spread import Joined
    from wikifaq.page.template import Templates


MOST_BY_HEADING = 2000
"""Entries on subpages, with more of which their present headings are no anchors on the page."""


@dataclass(frozen=True, slots=True)
class SpreadTexts:
    """Makes the pages' texts.

    ``page`` is the page's title, ``merged`` the new FAQ as one page and ``parts`` where each
    segment of it goes; ``now`` are the pages as they stand, ``then`` as the bot last wrote them.
    ``there`` are pages that stand where new subpages are to be, by title. ``known`` are the topics
    and titles of subpages as far as they are known before it is parted.
    """

    page: str
    merged: Merged
    parts: Parts
    now: Joined
    then: Joined | None
    follows: Mapping[str, str | None]
    templates: Templates
    there: Mapping[str, Subpage] = field(default_factory=dict)
    known: Sequence[tuple[str, str]] = ()

    def main(self, *, naming: Iterable[tuple[str, str]] = ()) -> str:
        """The page itself; ``naming`` are subpages that it is to name beside its own."""
        merged = self.merged
        pages = (*self.parts.pages, *naming)
        stones = replace(merged.stones, elsewhere=pages)
        segments = [*self._main_segments()]
        text = part(merged.begin, [merged.segments[0], *segments], stones)
        return self.now.page.before + text + self.now.page.after

    def subpage(self, topic: str, title: str, *, beside: Sequence[Segment] = ()) -> str:
        """A subpage; ``beside`` are segments that it is to keep beside its own."""
        stood = self._stood(topic, title)
        segments = [each for each, home in self._placed() if home == title]
        own = next((each for each in segments if each.topic == topic), None)
        if own is not None and own.untouched and stood.head and not stood.head.untouched:
            segments.remove(own)
            own = None
        if own is None:
            segments.insert(0, self._further_head(topic, stood))
        lead, begin = self._lead(topic, title, stood)
        text = part(begin, [lead, *segments, *beside], Tombstones(of=self.page))
        return stood.before + text + stood.after

    def left(self, subpage: Subpage) -> str:
        """A subpage that nothing stands on any more: a redirect, unless people wrote on it."""
        of = Tombstones(of=self.page)
        last = [each.title for each in self.now.subpages if each.topic == subpage.topic][-1]
        extra = subpage.head if subpage.title != last else None
        kept = [each for each in (subpage.lead, extra) if each and not each.untouched]
        at = f"{self.page}#{topic_anchor(subpage.topic)}"
        if not kept and not subpage.before.strip() and not subpage.after.strip():
            return f"#REDIRECT [[{at}]]\n\n{part(BEGIN, [Segment('lead', '')], of)}"
        line = Segment("other", f"{left_line(self.page, subpage.topic, self.templates)}\n\n")
        lead = kept.pop(0) if kept and kept[0].kind == "lead" else Segment("lead", "\n\n")
        text = part(bare_begin_mark(lead.digest), [lead, line, *kept], of)
        return subpage.before + text + subpage.after

    def frame(self, topic: str, title: str) -> int:
        """How many bytes a subpage has beside its segments."""
        stood = self._stood(topic, title)
        lead, begin = self._lead(topic, title, stood)
        segments = [lead, self._further_head(topic, stood)]
        text = part(begin, segments, Tombstones(of=self.page))
        return len(f"{stood.before}{text}{stood.after}".encode())

    def _placed(self) -> Iterator[tuple[Segment, str]]:
        return zip(self.merged.segments[1:], self.parts.homes, strict=True)

    def _stood(self, topic: str, title: str) -> Subpage:
        for each in self.now.subpages:
            if each.title == title:
                return each
        stands = self.there.get(title)
        return stands or new_subpage(title, topic, templates=self.templates)

    def _head(self, topic: str) -> Segment:
        """A topic's heading, also where people took away what tells that it is one."""
        found = next((each for each in self.merged.segments if each.topic == topic), None)
        if found is not None:
            return found
        stub = self.now.stubs.get(topic)
        names = (title for of, title in self.parts.pages if of == topic)
        first = without_mark(stub.text.partition("\n")[0]) if stub is not None else ""
        first = first or f"== {next(names, topic).rpartition('/')[2]} =="
        return Segment("topic", f"{first}\n{topic_mark(topic)}\n\n", topic=topic)

    def _further_head(self, topic: str, stood: Subpage) -> Segment:
        """The heading of a subpage that isn't the topic's first."""
        head = self._head(topic)
        names = head.names
        if stood.head is not None and not stood.head.untouched:
            return replace(stood.head, text=remarked(stood.head.text, names=names))
        first = without_mark(head.text.partition("\n")[0])
        text = sealed(f"{first}\n{topic_mark(topic, names=names)}")
        return Segment("topic", f"{text}\n\n", topic=topic, untouched=True)

    def _lead(self, topic: str, title: str, stood: Subpage) -> tuple[Segment, str]:
        """A subpage's lead, and the marker above it."""
        if not stood.lead.untouched:
            return stood.lead, bare_begin_mark(stood.lead.digest)
        head = self._head(topic)
        pages = self.parts.pages or self.known
        others = [each for of, each in pages if of == topic and each != title]
        text = self.templates.render(
            "subpage-lead.wikitext.j2",
            page=plain(self.page),
            anchor=topic_anchor(topic),
            title=plain(inline.plain(head.heading)),
            others=[f"[[{plain(each)}]]" for each in others],
        )
        check_text("subpage-lead.wikitext.j2", text)
        return Segment("lead", f"\n\n{text}\n\n"), begin_mark(text)

    def _main_segments(self) -> Iterator[Segment]:
        lines = self._lines()
        done = set()
        for segment, home in self._placed():
            if segment.topic is not None and (home or segment.topic in lines):
                done.add(segment.topic)
                yield self._stub(segment, lines.get(segment.topic, []))
            elif not home:
                yield segment
        for topic in [each for each in lines if each not in done]:
            done.add(topic)
            yield self._stub(self._head(topic), lines[topic])
        for topic, stub in self.now.stubs.items():
            own = own_lines(stub)
            if topic not in done and own and self.parts.pages:
                first = without_mark(stub.text.partition("\n")[0])
                text = f"{first}\n{topic_mark(topic)}\n\n" + "\n".join(own)
                yield Segment("topic", f"{text}\n\n", topic=topic)

    def _stub(self, head: Segment, lines: Sequence[Line]) -> Segment:
        topic = head.topic or ""
        new = render_stub(head, lines, self.follows, templates=self.templates)
        text = renewed_stub(self.now.stubs.get(topic), self._stub_then(topic), new)
        ending = "\n" * (2 - (len(text) - len(text.rstrip("\n"))))
        return Segment("topic", f"{text}{ending}", topic=topic)

    def _stub_then(self, topic: str) -> Segment | None:
        return self.then.stubs.get(topic) if self.then is not None else None

    def _lines(self) -> dict[str, list[Line]]:
        """The lines of the stubs by topic: of each entry that isn't on the page itself."""
        placed = [*self._placed()]
        used = {
            named(inline.plain(each.heading)) for each, home in placed if each.topic or not home
        }
        used |= {name for each, home in placed if not home or each.topic for name in _names(each)}
        found: dict[str, list[Line]] = {}
        # A heading that stands in its line twice makes the page too large, where there are many.
        named_so = sum(bool(each.entries) for each, home in placed if home) <= MOST_BY_HEADING
        of_page = {title: topic for topic, title in self.parts.pages}
        topic: str | None = None
        for segment, home in placed:
            topic = segment.topic or topic
            if not home:
                continue
            if segment.topic:
                found.setdefault(segment.topic, [])
            if not segment.entries:
                continue
            heading = " ".join(inline.plain(segment.heading).split())
            names = []
            for name in (*_names(segment), named(heading) if named_so else ""):
                if name and name not in used:
                    used.add(name)
                    names.append(name)
            key, *rest = segment.entries
            aliases = (other for each in segment.entries for other in segment.aliases_of(each))
            others = (*rest, *aliases)
            found.setdefault(topic or of_page.get(home, ""), []).append(
                Line(key, heading or key, home, tuple(dict.fromkeys(others)), tuple(names))
            )
        return found


def left_line(page: str, topic: str, templates: Templates) -> str:
    """What a subpage says that was left."""
    text = templates.render(
        "subpage-left.wikitext.j2", page=plain(page), target=f"{plain(page)}#{topic_anchor(topic)}"
    )
    check_text("subpage-left.wikitext.j2", text)
    return text


def refilled(stands: Subpage, page: str, templates: Templates) -> Subpage:
    """A subpage that was left, or that a run made that was cut off, to be filled anew."""
    line = left_line(page, stands.topic, templates)
    lead = stands.lead
    # On a page that was left all is people's; what else was made is made again.
    own = [] if any(each.entries for each in stands.segments) else stands.segments
    if own or not lead.untouched:
        text = "".join(each.text for each in (lead, *own)).replace(f"{line}\n", "", 1)
        blank = Subpage("", "").lead
        lead = replace(lead, text=text, untouched=False) if text.strip() else blank
    return replace(stands, lead=lead, segments=())


def with_own_lines(merged: Merged, now: Joined) -> Merged:
    """The whole with what people wrote into stubs, for when it goes back to one page."""
    segments = list(merged.segments)
    for topic, stub in now.stubs.items():
        own = own_lines(stub)
        at = next((n for n, each in enumerate(segments) if each.topic == topic), None)
        if not own or (at is not None and segments[at].text.strip() == stub.text.strip()):
            continue
        lines = "\n".join(own)
        if at is None:
            first = without_mark(stub.text.partition("\n")[0])
            text = f"{first}\n{topic_mark(topic)}\n\n{lines}\n\n"
            segments.append(Segment("topic", text, topic=topic))
        else:
            text = f"{segments[at].text.rstrip()}\n\n{lines}\n\n"
            segments[at] = replace(segments[at], text=text, untouched=False)
    text = now.page.before + part(merged.begin, segments, merged.stones) + now.page.after
    return replace(merged, segments=tuple(segments), text=text)


def _names(segment: Segment) -> list[str]:
    """The former headings that are anchors in a segment's marks."""
    return [name for mark in marks(segment.text) for name in mark.names]
