"""Which form reads a section: each form's evidence there, and on the page as a whole."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.asking import ends_asking
from wikifaq.transcript.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikifaq.transcript.candidate import Reading
    from wikifaq.transcript.region import Region
    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext

_SHARE_THAT_ASKS = 0.4
_SHARE_ELSEWHERE = 0.3
_SHARE_ANSWERED = 0.5
_LOWEST = 0.45
_ENOUGH, _MOST = 3, 0.6
_SURE = 0.9
_FEWEST_BELOW = 2


class Tally(NamedTuple):
    """How often a form was used on a page, and how many of its candidates ask."""

    candidates: int
    asking: int


def read_section(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Iterator[Reading]:
    """Read rows by the form with the most evidence, and what it leaves by the others.

    Readings come in the order of the rows they read.
    """
    waiting = [(first, end)]
    found = []
    while waiting:
        first, end = waiting.pop()
        reading = _best(page, rows, first, end)
        if reading is None:
            continue
        _cut_last(page, rows, reading)
        found.append(reading)
        waiting += reading.left(first, end)
    yield from sorted(found, key=lambda reading: reading.candidates[0].first)


def _best(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Reading | None:
    kinds = {rows[at].kind for at in range(first, end)}
    readings = [
        reading
        for form in FORMS
        if kinds & form.kinds and (reading := form.find(page, rows, first, end))
    ]
    answered = [reading for reading in readings if reading.answered]
    return max(answered, key=lambda reading: reading.strength, default=None)


def _cut_last(page: Wikitext, rows: Sequence[Row], reading: Reading) -> None:
    """End the last answer where questions in another form begin that leave no doubt."""
    last = reading.candidates[-1]
    asking = sum(ends_asking(page.plain(rows[at].body)) for at in range(last.start + 1, last.end))
    if asking < _FEWEST_BELOW:
        return
    below = _best(page, rows, last.start + 1, last.end)
    if (
        below is None
        or below.form == reading.form
        or below.score < _SURE
        or below.asking < max(_FEWEST_BELOW, len(below.candidates))
    ):
        return
    last.end = below.candidates[0].first


def believed(
    readings: Iterable[tuple[Region, Reading]],
) -> list[tuple[Region, Reading]]:
    """Keep the readings whose candidates ask, there or wherever the page uses the same form."""
    readings = list(readings)
    tallies: dict[str, list[Tally]] = defaultdict(list)
    for _, reading in readings:
        tallies[reading.form].append(Tally(len(reading.candidates), reading.asking))
    kept = []
    known: set[str] = set()
    for region, reading in readings:
        for each in (reading, reading.surer):
            if each and (
                each.form == "signed"
                or _is_believed(each, tallies[each.form], known=each.form in known)
            ):
                kept.append((region, each))
                known.add(each.form)
                break
    return kept


def _is_believed(reading: Reading, tallies: Sequence[Tally], *, known: bool) -> bool:
    """``known`` is whether the form was believed of a section above."""
    count = len(reading.candidates)
    if reading.answered < _SHARE_ANSWERED * count or reading.score < _LOWEST:
        return False
    own = reading.asking / count
    total = sum(tally.candidates for tally in tallies)
    share = sum(tally.asking for tally in tallies) / total
    if own >= _SHARE_THAT_ASKS:
        return share >= _SHARE_ELSEWHERE or (count >= _ENOUGH and own >= _MOST)
    return known and total > count and share >= _SHARE_THAT_ASKS
