"""Questions as plain lines, known by the answers indented under them, or by what they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.transcript.asking import ends_asking, has_question_mark
from wikifaq.transcript.candidate import Candidate, Reading
from wikifaq.transcript.row import says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext

_INDENTED, _PLAIN = 0.9, 0.6
_FEWEST_PLAIN = 3
_LONGEST_PLAIN = 300  # characters


def indented(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Reading | None:
    """Read rows by the paragraphs that list items or indented lines follow."""
    starts = [
        at
        for at in range(first, end - 1)
        if rows[at].kind == "paragraph" and rows[at + 1].kind == "item"
    ]
    asking = [at for at in starts if page.asks(rows[at].body)]
    if not asking:
        return None
    surely = [at for at in asking if has_question_mark(page.plain(rows[at].body))] or asking
    surer = _by_starts(page, rows, surely, end, None)
    return surer if surely == starts else _by_starts(page, rows, starts, end, surer)


def _by_starts(
    page: Wikitext, rows: Sequence[Row], starts: Sequence[int], end: int, surer: Reading | None
) -> Reading:
    candidates: list[Candidate] = []
    for at, stop in zip(starts, [*starts[1:], end], strict=True):
        ends = _goes_on(rows, at + 1, stop)
        body = rows[at].body
        candidates.append(Candidate((body,), at, at + 1, ends, page.asks(body), answered=True))
    return Reading("indented", candidates, _INDENTED, surer)


def _goes_on(rows: Sequence[Row], start: int, stop: int) -> int:
    """Where an answer of indented lines ends: before a paragraph that a blank line parts."""
    for at in range(start, stop):
        if rows[at].kind == "paragraph" and rows[at].gap:
            return at
    return stop


def alternating(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Reading | None:
    """Read rows by short paragraphs that ask, each with paragraphs below it that don't."""
    starts = [
        at
        for at in range(first, end)
        if rows[at].kind == "paragraph"
        and rows[at].body.end - rows[at].body.start <= _LONGEST_PLAIN
        and ends_asking(page.plain(rows[at].body))
    ]
    if len(starts) < _FEWEST_PLAIN:
        return None
    candidates = [
        Candidate((rows[at].body,), at, at + 1, stop, asks=True, answered=says(rows, at + 1, stop))
        for at, stop in zip(starts, [*starts[1:], end], strict=True)
    ]
    return Reading("paragraph", candidates, _PLAIN)
