"""The subpages as they are now, and all pages read as one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.errors import Refused
from wikifaq.page.segment import as_people_left, read_page
from wikifaq.page.spread import Joined, joined
from wikifaq.page.subpage import read_subpage
from wikifaq.publish.obstacle import redirect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.page.segment import FaqPage
    from wikifaq.page.subpage import Subpage
    from wikifaq.publish.plan import Place
    from wikifaq.publish.undone import Undone
    from wikifaq.wiki.protocol import Revision


@dataclass(frozen=True, slots=True)
class SubpagePlace:
    """A subpage that the page names, as it is now: its current revision, and the bot's last one.

    ``named`` is its title there, ``title`` the one that people moved it to since, where they did.
    ``current`` is None where there is no such page. ``gone_into`` is the page of the FAQ's own to
    which it is a redirect: then nothing stands on it. ``is_redirect`` is whether it is another
    one. ``base``, ``hidden`` and ``undone`` are as for the page itself; ``is_unknown`` is whether
    there is no revision of the bot's.
    """

    topic: str
    title: str
    named: str
    current: Revision | None
    base: str | None = None
    hidden: str | None = None
    undone: Undone | None = None
    gone_into: str = ""
    is_redirect: bool = False
    is_unknown: bool = False

    @property
    def is_readable(self) -> bool:
        """Whether what stands on it can be read."""
        text = self.current.text if self.current else None
        return bool(self.gone_into) or (text is not None and not self.is_redirect)


class Read(NamedTuple):
    """The pages as people left them, and as the bot did, if that is known."""

    now: Joined
    then: Joined | None


def read_pages(place: Place, text: str) -> Read:
    """Read the page, whose text is given, and its subpages.

    Raises Refused, with what to do, where the markers of one are missing or wrong, or it is no
    subpage of this page's.
    """
    main = read_page(text, place.title)
    then = None
    if place.base is not None:
        wrote = [each for each in place.subpages if each.base is not None]
        base = read_page(place.base, place.title)
        subpages = [read_subpage(each.base or "", each.title, each.topic) for each in wrote]
        for each in subpages:
            _check_owner(each, place)
        then = joined(base, [_known(each, base) for each in subpages])
    there = [each for each in place.subpages if not each.gone_into and each.current is not None]
    subpages = [
        read_subpage((each.current.text if each.current else None) or "", each.title, each.topic)
        for each in there
    ]
    now = joined(main, subpages, then)
    page = as_people_left(now.page, then.page if then is not None else None)
    return Read(Joined(page, now.stubs, now.subpages, now.held), then)


def _check_owner(subpage: Subpage, place: Place) -> None:
    """Refuse what the bot wrote as a part of another page, unless that was moved to this one."""
    owner = subpage.of
    if owner != place.title:
        page = place.look([owner]).get(owner) if owner else None
        if redirect((page.text if page else None) or "") != place.title:
            raise Refused(
                f"The page {subpage.title!r}, which {place.title!r} names as one of its subpages, "
                f"is none: take its line <!-- wikifaq:elsewhere … --> out of {place.title!r}."
            )


def _known(subpage: Subpage, page: FaqPage) -> Subpage:
    """A subpage of the bot's without what the page, which it wrote later, says is gone from it."""
    gone = {each for key, stone in page.stones.gone.items() for each in (key, *stone.aliases)}
    kept = (each for each in subpage.segments if not each.entries or not gone >= {*each.entries})
    return replace(subpage, segments=tuple(kept))


def texts(place: Place, main: str) -> dict[str, str]:
    """The texts of all pages as they are now, by title, the page itself first."""
    found = {place.title: main}
    for each in place.subpages:
        if each.current is not None and not each.gone_into:
            found[each.title] = each.current.text or ""
    return found


def earlier(place: Place) -> Iterator[FaqPage]:
    """The pages that the bot wrote before its last ones."""
    for text in place.earlier:
        try:
            yield read_page(text, place.title)
        except Refused:
            continue


class Again:
    """Pages that are read only as far as they are asked for, and only once."""

    def __init__(self, pages: Iterator[FaqPage]) -> None:
        self._pages = pages
        self._read: list[FaqPage] = []

    def __iter__(self) -> Iterator[FaqPage]:
        yield from self._read
        for page in self._pages:
            self._read.append(page)
            yield page


def losing(place: Place, read: Read) -> int | None:
    """The revision of the page that has lost the most entries since the bot wrote it."""
    revisions = {"": place.current.id if place.current else None}
    revisions |= {each.title: each.current.id for each in place.subpages if each.current}
    if read.then is None:
        return revisions[""]
    alive = {*read.now.page.alive()}
    lost = Counter(
        title
        for title, segments in read.then.held.items()
        for segment in segments
        for key in segment.entries
        if key not in alive
    )
    most = max(lost, key=lambda title: (lost[title], title == ""), default="")
    return revisions.get(most, revisions[""])
