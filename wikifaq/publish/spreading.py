"""The FAQ on as many pages as it takes: what each would say, and in what order they are written.

Whatever goes from one page to another is written where it goes before it is taken off where it
stood, and a page is named before another one loses what it holds. A run that is cut off in
between leaves things twice, and the next one tells them by that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.errors import Refused
from wikifaq.page.mark import without_digests
from wikifaq.page.parting import Parts, is_spread, on_one_page, parted
from wikifaq.page.spread_texts import SpreadTexts, refilled, with_own_lines
from wikifaq.page.subpage import head_alone, read_subpage
from wikifaq.page.tombstone import without_offers
from wikifaq.publish.side_page import SidePage
from wikifaq.publish.veil import veiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from wikifaq.model import Faq
    from wikifaq.page.merge import Merged
    from wikifaq.page.render import Pieces
    from wikifaq.page.segment import Segment
    from wikifaq.page.subpage import Subpage
    from wikifaq.page.template import Templates
    from wikifaq.publish.plan import Place
    from wikifaq.publish.subpage_place import Read
    from wikifaq.wiki.protocol import Revision

MOST = 2_000_000
"""Bytes of a page: MediaWiki's $wgMaxArticleSize is 2048 KiB, unless a wiki says otherwise."""

_PASSES = 4  # until the links to entries lead to where they are put


class Step(NamedTuple):
    """An edit of one of the FAQ's pages, in its turn."""

    title: str
    text: str
    summary: str


@dataclass(frozen=True, slots=True)
class Spread:
    """The FAQ merged and parted: ``pieces`` and ``merged`` with links to where entries go."""

    pieces: Pieces
    merged: Merged
    texts: SpreadTexts
    reasons: tuple[str, ...] = ()


class Written(NamedTuple):
    """The page's new text, its subpages, the steps in which all are written, what is too large."""

    main: str
    subpages: tuple[SidePage, ...]
    steps: tuple[Step, ...]
    reasons: tuple[str, ...]


def spread(
    merged_with: Callable[[Mapping[str, str]], tuple[Pieces, Merged]],
    faq: Faq,
    place: Place,
    read: Read,
    *,
    size: int,
    templates: Templates,
    frozen: bool,
) -> Spread:
    """Merge the FAQ, and part it where it is larger than ``size``.

    ``merged_with`` merges it, given the titles of the pages that entries stand on. ``frozen`` is
    whether what stands stays where it is.
    """
    now = read.now
    stands = bool(now.subpages)
    homes = {key: home or place.title for key, home in now.homes.items()} if stands else {}
    follows = {entry.id: entry.follows for entry in faq.entries}
    there: dict[str, Subpage] = {}
    known = tuple((each.topic, each.title) for each in now.subpages)
    pieces, merged = merged_with(homes)
    apart = stands if frozen else is_spread(merged.text, size=size, now=stands)
    if stands and not apart:  # on one page there are lists besides, by which it may be too large
        apart = is_spread(merged_with({})[1].text, size=size, now=True)
    settled = True
    for _ in range(_PASSES):
        merged = _with_heads_alone(merged) if apart else merged
        texts = SpreadTexts(
            page=place.title,
            merged=merged,
            parts=on_one_page(merged.segments[1:]),
            now=now,
            then=read.then,
            follows=follows,
            templates=templates,
            there=there,
            known=known,
        )
        if apart:
            try:
                parts = _parted(texts, place, size)
                there |= _there(parts, place, now.subpages, there, templates)
            except Refused as refused:
                return Spread(pieces, merged, texts, (str(refused).rstrip("."),))
            texts = replace(texts, parts=parts, there=there)
            settled, known = known == parts.pages, parts.pages
        then, homes = homes, texts.parts.by_entry(merged.segments[1:], place.title)
        if homes == then and settled:
            break
        pieces, merged = merged_with(homes)
    else:  # sizes and links would have each other change for ever: what was parted last counts
        texts = replace(texts, merged=_with_heads_alone(merged))
    if stands and not texts.parts.pages:
        merged = with_own_lines(merged, now)
        parts = on_one_page(merged.segments[1:])
        texts = replace(texts, merged=merged, parts=parts)
    return Spread(pieces, merged, texts)


def _with_heads_alone(merged: Merged) -> Merged:
    """The whole, each entry that lost its heading below that of its topic as a piece of its own."""
    made: list[Segment] = []
    for segment in merged.segments:
        made += head_alone(segment) if segment.topic and segment.entries else [segment]
    return replace(merged, segments=tuple(made))


def _parted(texts: SpreadTexts, place: Place, size: int) -> Parts:
    others = {place.title, place.said.page, place.report_page, place.stop_page}
    named = {title for each in place.subpages for title in (each.title, each.named)}
    return parted(
        texts.merged.segments[1:],
        page=place.title,
        size=size,
        subpages=[(each.topic, each.title) for each in texts.now.subpages],
        taken=frozenset(others | named),
        frame=texts.frame,
    )


def _there(
    parts: Parts,
    place: Place,
    subpages: Sequence[Subpage],
    known: Mapping[str, Subpage],
    templates: Templates,
) -> dict[str, Subpage]:
    """What stands where new subpages are to be, if it is the bot's. Raises Refused if not."""
    own = {each.title for each in subpages}
    new = {title: topic for topic, title in parts.pages if title not in own and title not in known}
    found: dict[str, Subpage] = {}
    for title, revision in (place.look(list(new)) if new else {}).items():
        if revision is not None:
            ours = _of_ours(title, new[title], revision, place)
            found[title] = refilled(ours, place.title, templates)
    return found


def _of_ours(title: str, topic: str, revision: Revision, place: Place) -> Subpage:
    """A page that the bot left, or made before it was cut off. Raises Refused for any other."""
    try:
        stands = read_subpage(revision.text or "", title, topic)
    except Refused:
        stands = None
    if stands is not None and stands.of == place.title:
        alive = any(each.entries for each in stands.segments)
        if revision.user == place.user or not alive:
            return stands
    raise Refused(
        f"entries of {place.title!r} are to go to {title!r}, where there is a page already that "
        "isn't the bot's, or that people have edited since; move it to another title without "
        "leaving a redirect, or rename the topic's heading"
    )


def written(made: Spread, place: Place, *, summary: str, templates: Templates) -> Written:
    """The texts of all pages, and the steps in which they are written."""
    texts = made.texts
    stood = {each.title: each for each in place.subpages if not each.gone_into}
    final = {title: texts.subpage(topic, title) for topic, title in texts.parts.pages}
    left = {each.title: each for each in texts.now.subpages if each.title not in final}
    final |= {title: texts.left(each) for title, each in left.items()}
    of_subpage = " ".join(
        templates.render(
            "subpage-summary.txt.j2", page=place.title, left=False, said=summary
        ).split()
    )
    of_left = " ".join(
        templates.render("subpage-summary.txt.j2", page=place.title, left=True, said="").split()
    )
    looked = place.look([title for title in final if title not in stood])
    pages = []
    for title, text in final.items():
        current = stood[title].current if title in stood else looked.get(title)
        old = (current.text if current else None) or ""
        same = current is not None and telling(text) == telling(old)
        pages.append(
            SidePage(
                title=title,
                old=old,
                new=old if same else text,
                revision=current.id if current else None,
                summary=of_left if title in left else of_subpage,
                shown=veiled(old, text, title=title, broken=place.broken) if old else None,
            )
        )
    main = texts.main()
    steps = tuple(_steps(made, place.title, main, pages, left, summary))
    return Written(main, tuple(pages), steps, tuple(_too_large(place.title, main, pages)))


def _steps(
    made: Spread,
    page: str,
    main: str,
    pages: Sequence[SidePage],
    left: Mapping[str, Subpage],
    summary: str,
) -> Iterator[Step]:
    """The edits in an order in which whatever moves stands somewhere at any time."""
    texts = made.texts
    gains, loses = _moved(texts)
    changed = [each for each in pages if each.changed]
    for each in changed:
        if each.title not in loses:
            yield Step(each.title, each.new, each.summary)
        elif each.title in gains:
            yield Step(each.title, _both(texts, each.title, loses[each.title]), each.summary)
    naming = [(left[title].topic, title) for title in left if title in loses]
    yield Step(page, texts.main(naming=naming) if naming else main, summary)
    for each in changed:
        if each.title in loses:
            yield Step(each.title, each.new, each.summary)
    if naming:
        yield Step(page, main, summary)


def _moved(texts: SpreadTexts) -> tuple[set[str], dict[str, list[Segment]]]:
    """The pages that get something of another, and those that lose something to one."""
    gains: set[str] = set()
    loses: dict[str, list[Segment]] = {}
    stood = texts.now.homes
    for segment, home in zip(texts.merged.segments[1:], texts.parts.homes, strict=True):
        before = next((stood[key] for key in segment.entries if key in stood), segment.home)
        moves = segment.topic is None or segment.entries
        if before is not None and before != home and moves:
            gains.add(home)
            loses.setdefault(before, []).append(segment)
    return gains, loses


def _both(texts: SpreadTexts, title: str, lost: Sequence[Segment]) -> str:
    topic = next(topic for topic, each in texts.parts.pages if each == title)
    return texts.subpage(topic, title, beside=lost)


def _too_large(page: str, main: str, pages: Sequence[SidePage]) -> Iterator[str]:
    for title, text in ((page, main), *((each.title, each.new) for each in pages)):
        size = len(text.encode())
        if size > MOST:
            which = "the list of its entries" if title == page else "a single entry"
            yield (
                f"the page {title!r} would have {size:,} bytes, more than the {MOST:,} that a page "
                f"can safely have, for {which} alone; name fewer sources, or part them among "
                "several FAQs"
            )


def telling(text: str) -> str:
    """A page's text less what only tells what the bot last wrote, and offered before."""
    return re.sub(r"\n{3,}", "\n\n", without_offers(without_digests(text)))
