"""Which segment of the FAQ goes to which page: where it stands, else where its neighbours are."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikifaq.page.spread import topics_of
from wikifaq.page.subpage_title import numbered, subpage_title
from wikifaq.transcript import inline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wikifaq.page.segment import Segment

_FILL = 0.8  # of the size, to which pages are filled that are newly parted
_LOW = 0.8  # of the size, below which the whole goes back to one page


@dataclass(frozen=True, slots=True)
class Parts:
    """The title of the subpage that each segment goes to, "" for the page itself.

    ``pages`` are topics with the titles of their subpages, in their order; ``none`` of them where
    all is on one page.
    """

    homes: tuple[str, ...]
    pages: tuple[tuple[str, str], ...] = ()

    def by_entry(self, segments: Sequence[Segment], page: str) -> dict[str, str]:
        """The titles of the pages that entries stand on, where there are several."""
        if not self.pages:
            return {}
        return {
            key: home or page
            for segment, home in zip(segments, self.homes, strict=True)
            for key in segment.entries
        }


def is_spread(text: str, *, size: int, now: bool) -> bool:
    """Whether the FAQ goes on subpages, given it as one page's text.

    ``now`` is whether it is on subpages now. In between it stays as it is, so that nothing flaps.
    """
    length = len(text.encode())
    return length > size or (now and length >= _LOW * size)


def on_one_page(segments: Sequence[Segment]) -> Parts:
    """All on the page itself."""
    return Parts(("",) * len(segments))


def parted(
    segments: Sequence[Segment],
    *,
    page: str,
    size: int,
    subpages: Sequence[tuple[str, str]],
    taken: frozenset[str],
    frame: Callable[[str, str], int],
) -> Parts:
    """Part the FAQ: ``segments`` are those of all, the lead left out, ``page`` the page's title.

    ``subpages`` are the topics and titles of those that there are, in their order, ``taken``
    titles that no new one can have. ``frame`` tells, of a topic and the title of its subpage, how
    many bytes there are of it beside its segments. All entries under a topic's heading go on
    subpages, but for those that people put on the page itself beside such. A subpage larger than
    ``size`` gives its newer entries to new ones. Raises Refused where a title can't be made.
    """
    made = _Parting(segments, page, subpages, taken)
    made.assign()
    made.leave()
    made.split(size, frame)
    return Parts(tuple(made.homes), tuple(made.order))


class _Parting:
    def __init__(
        self,
        segments: Sequence[Segment],
        page: str,
        subpages: Sequence[tuple[str, str]],
        taken: frozenset[str],
    ) -> None:
        self.segments, self.page = segments, page
        self.order = list(subpages)
        self.taken = {*taken, page, *(title for _, title in subpages)}
        self.topics = topics_of(segments)
        self.homes = [each.home or "" for each in segments]

    def assign(self) -> None:
        for topic in dict.fromkeys(each for each in self.topics if each):
            at = [n for n, each in enumerate(self.topics) if each == topic]
            head = self.segments[at[0]]
            own = [title for of, title in self.order if of == topic]
            known = set(own) or {self.homes[n] for n in at} - {""}
            if not known:
                if any(self.segments[n].entries for n in at):
                    heading = inline.plain(head.heading)
                    title = subpage_title(self.page, topic, heading, self.taken)
                    self._add(topic, title, before=None)
                    for n in at:
                        self.homes[n] = title
                continue
            for place, n in enumerate(at):
                if self.segments[n].home is None:
                    near = [*at[place + 1 :], *at[:place][::-1]]
                    homes = (self.segments[m].home for m in near)
                    found = (home for home in homes if home in known)
                    self.homes[n] = next(found, None) or (own or sorted(known))[0]

    def leave(self) -> None:
        """Leave the subpages on which nothing stands, and put topics' headings on the oldest."""
        for topic, title in tuple(self.order):
            at = [n for n, each in enumerate(self.topics) if each == topic]
            heads = {n for n in at if self.segments[n].topic == topic}
            own = [each for of, each in self.order if of == topic]
            holds = any(home == title for n, home in enumerate(self.homes) if n not in heads)
            written = any(
                self.segments[n].home == title and not self.segments[n].untouched for n in heads
            )
            needed = len(own) == 1 and any(self.segments[n].entries for n in at)
            if not (holds or written or needed):
                self.order.remove((topic, title))
                own.remove(title)
            for n in heads:
                self.homes[n] = own[-1] if own else ""

    def split(self, size: int, frame: Callable[[str, str], int]) -> None:
        for topic, title in tuple(self.order):
            around = frame(topic, title)
            mine = [n for n, home in enumerate(self.homes) if home == title]
            weights = {n: len(self.segments[n].text.encode()) for n in mine}
            room = max(1, size - around)
            heads = {n for n in mine if self.segments[n].topic == topic}
            body = [n for n in mine if n not in heads]
            if sum(weights.values()) <= room:
                continue
            room = max(1, room - sum(weights[n] for n in heads))
            chunks = _chunks(self._pieces(body, topic), weights, room)
            root = [each for of, each in self.order if of == topic][-1]
            # The oldest stay, so that links to them do.
            before = title
            for chunk in reversed(chunks[:-1]):
                new = numbered(root, self.taken)
                self._add(topic, new, before=before)
                before = new
                for n in chunk:
                    self.homes[n] = new

    def _pieces(self, body: Sequence[int], topic: str) -> list[list[int]]:
        """A page's segments in pieces between which it may be cut: entries with what is below."""
        pieces: list[list[int]] = []
        for n in body:
            segment = self.segments[n]
            cut = segment.topic is not None or (segment.entries and self.topics[n] == topic)
            if cut or not pieces:
                pieces.append([])
            pieces[-1].append(n)
        return pieces

    def _add(self, topic: str, title: str, *, before: str | None) -> None:
        titles = [each for _, each in self.order]
        self.taken.add(title)
        if before is None:
            self.order.append((topic, title))
        else:
            self.order.insert(titles.index(before), (topic, title))


def _chunks(
    pieces: Sequence[Sequence[int]], weights: Mapping[int, int], room: int
) -> list[list[int]]:
    """Pieces in as few runs of about one weight as fit, each of which fits or is one piece."""
    heavy = [sum(weights[n] for n in piece) for piece in pieces]
    total = sum(heavy)
    for count in range(max(2, math.ceil(total / (_FILL * room))), len(pieces) + 1):
        runs = _runs(heavy, total / count)
        if all(len(run) == 1 or sum(heavy[at] for at in run) <= room for run in runs):
            return [[n for at in run for n in pieces[at]] for run in runs]
    return [[*piece] for piece in pieces]


def _runs(heavy: Sequence[int], share: float) -> list[list[int]]:
    runs: list[list[int]] = [[]]
    filled = 0.0
    for at, weight in enumerate(heavy):
        if runs[-1] and filled + weight / 2 > share * len(runs):
            runs.append([])
        runs[-1].append(at)
        filled += weight
    return runs
