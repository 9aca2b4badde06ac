"""What of a page was understood: as an entry, or as a known kind of other text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.model import Span
from wikifaq.transcript.inline import unseen
from wikifaq.transcript.row import says
from wikifaq.transcript.wikitext import signs_for_somebody

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from wikifaq.transcript.candidate import Reading
    from wikifaq.transcript.region import Region
    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext


def unrecognised(
    page: Wikitext,
    top: Region,
    readings: Mapping[Region, Sequence[Reading]],
    told: Collection[Region],
    read: Iterable[Span],
) -> list[Span]:
    """Return the stretches that were not understood, in their order, none in another.

    Headings, and all above the first entry, are of a known kind: the invitation. So is what
    introduces the entries of a section, and a section of prose between two that hold entries.
    ``told`` are the regions that were read as a whole: questions as headings, and what is below.
    ``read`` are the stretches of questions and answers; of these, what shows nothing though
    it holds words, as an unknown template does, was not understood.
    """
    first, last = _ends(readings, told)
    found: list[Span] = []
    for region in top.walk():
        if not region.rows:
            continue
        own = readings.get(region, ())
        if region in told:
            found += _unread_templates(page, region.rows, 0, len(region.rows))
            continue
        known = _known(own)
        for at, row in enumerate(region.rows):
            prose = row.kind == "paragraph" and not own
            if not (at in known or row.body.end <= first or (prose and row.body.end <= last)):
                found += [row.body] if page.plain(row.body).strip() else []
        for reading in own:
            found += [
                span
                for span in reading.unread
                if page.plain(span).strip() or unseen(page.cut(span))
            ]
            for each in reading.candidates:
                found += _unread_templates(page, region.rows, each.start, each.end)
    for span in read:
        text = page.cut(span)
        if "{{" in text or "<" in text:
            found += [
                Span(span.start + start, span.start + end)
                for start, end in unseen(text)
                if not signs_for_somebody(text[start:end])
            ]
    return _merged(found)


def _unread_templates(page: Wikitext, rows: Sequence[Row], start: int, stop: int) -> list[Span]:
    """What shows nothing among the rows of an answer, but for what stands below all of it.

    That is navigation, or a box about the page.
    """
    while stop > start and rows[stop - 1].kind == "template" and says(rows, start, stop):
        stop -= 1
    return [
        row.body
        for row in rows[start:stop]
        if row.kind == "template"
        and any(ch.isalpha() for ch in page.cut(row.body))
        and not signs_for_somebody(page.cut(row.body))
    ]


def _ends(
    readings: Mapping[Region, Sequence[Reading]], asked: Collection[Region]
) -> tuple[int, int]:
    starts = [
        candidate.question[0].start
        for each in readings.values()
        for reading in each
        for candidate in reading.candidates
    ] + [region.heading.span.start for region in asked if region.heading]
    return min(starts, default=0), max(starts, default=0)


def _known(readings: Sequence[Reading]) -> set[int]:
    """The rows that readings read, and those above them, which introduce them."""
    if not readings:
        return set()
    first = min(candidate.first for reading in readings for candidate in reading.candidates)
    held = {
        at
        for reading in readings
        for candidate in reading.candidates
        for at in range(candidate.first, max(candidate.first + 1, candidate.end))
    }
    return held | set(range(first))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif span.start < span.end:
            merged.append(span)
    return merged
