"""Questions as posts of a talk page: the opening post asks, the replies answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.transcript.candidate import Candidate, Piece, Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.transcript.post import Post
    from wikifaq.transcript.region import Region
    from wikifaq.transcript.wikitext import Wikitext

_SHARE = 0.75
_FEWEST_THREADS = 2
_SHARE_OF_REGIONS = 0.5
_FEWEST_SIGNATURES = 2
_SURE = 0.7
_EXPLICIT = frozenset({"mark", "table", "template", "definition list"})


def threads(
    page: Wikitext, region: Region, found: Sequence[Post], *, several: bool = False
) -> Reading | None:
    """Read a region by its posts; None where nobody signed one.

    Under a heading stands one thread, which the first post opens, whether it is signed or not.
    Several stand there where nearly all posts at the margin have replies under them, and ask.
    Where the page is known to put ``several`` in a section, half of them are enough.
    """
    if not any(post.signed for post in found):
        return None
    replied = any(post.signed or post.depth for post in found[1:])
    if region.heading is None and not replied:
        return None  # a notice above the page
    openings = _openings(page, found, several=several)
    candidates = [
        _thread(page, found[start:stop], len(region.rows))
        for start, stop in zip(openings, [*openings[1:], len(found)], strict=True)
    ]
    return Reading("signed", candidates, 1.0)


def is_talk(found: Mapping[Region, tuple[Reading, int]], top: Region, *, titled: bool) -> bool:
    """Whether a page is a talk page: its title says so, or half of its sections are threads.

    A section with one signed post and a heading that asks is an answer that somebody signed.
    """
    if titled or not found:
        return titled
    sections = [region for region in top.walk() if region.rows and region.heading]
    signatures = sum(count for _, count in found.values())
    talked = [
        region
        for region, (reading, _) in found.items()
        if any(each.answered or each.asks for each in reading.candidates)
    ]
    return (
        signatures >= _FEWEST_SIGNATURES
        and bool(talked)
        and len(talked) >= _SHARE_OF_REGIONS * max(len(sections), 1)
    )


def without_doubt(page: Wikitext, region: Region, own: Sequence[Reading]) -> set[str]:
    """Return the forms of its own that read a section of a talk page and leave no doubt.

    They are marks and the like, a list that begins the section, with answers under it, or lines
    that ask and that nobody signed.
    """
    listed = region.rows[0].kind == "item"
    return {
        reading.form
        for reading in own
        if reading.asking > 0
        and (
            reading.form in _EXPLICIT
            or (
                (listed or not is_signed(page, reading))
                and len(reading.candidates) >= _FEWEST_THREADS
                and reading.score >= _SURE
            )
        )
    }


def is_signed(page: Wikitext, reading: Reading) -> bool:
    """Whether somebody may have signed a question by itself, without its answer."""
    return any(page.may_be_signed(*span) for each in reading.candidates for span in each.question)


def _openings(page: Wikitext, found: Sequence[Post], *, several: bool) -> list[int]:
    """The posts that open a thread: the first alone, or all at the margin."""
    margin = [n for n, post in enumerate(found) if post.depth == 0]
    replied = sum(n + 1 < len(found) and found[n + 1].depth > 0 for n in margin)
    asking = sum(any(page.asks(span) for span in found[n].spans) for n in margin)
    if len(margin) < _FEWEST_THREADS or margin[0] != 0:
        return [0]
    if several and replied * 2 >= len(margin) and asking * 2 >= len(margin):
        return margin
    share = _SHARE if len(margin) > _FEWEST_THREADS else 1
    if replied >= share * len(margin) and asking >= share * len(margin):
        return margin
    return [0]


def _thread(page: Wikitext, thread: Sequence[Post], rows: int) -> Candidate:
    opening, replies = thread[0], thread[1:]
    pieces = tuple(Piece(span, post.author) for post in replies for span in post.spans)
    return Candidate(
        question=opening.spans,
        first=0,
        start=rows,
        end=rows,
        asks=any(page.asks(span) for span in opening.spans),
        answered=bool(pieces),
        pieces=pieces,
        asker=opening.author,
    )
