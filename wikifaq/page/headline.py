"""An entry's heading: the question, or consecutive words of it that hold its question sentence.

Every way to shorten a long question has a cost, and the cheapest is taken: a whole sentence before
part of one, the first that asks before later ones, one that can be read alone before one that leans
on what stands before it, which is then taken along, as far as there is room.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate.sentences import LONGEST_ASIDE, asking, pairs, sentences
from wikifaq.consolidate.wording import leans, substance
from wikifaq.page.clause import LATER, SPLIT, WASTE, anywhere, ends, entry_cost, starts
from wikifaq.transcript.kind import thanks
from wikifaq.transcript.language import languages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikifaq.transcript.words import Words

LONGEST = 120
"""Characters, marks of cuts included."""

CUT = "[…]"

# Costs, beside those of cuts. Only their order and their sums matter.
_LEANS = 40  # points at words that are left out
_LED = 6  # takes the sentence before it along
_LED_IN_PART = 14  # takes the end of that sentence along
_THIN = 4  # for each word that names something too few
_EMPTY = 8  # for each such word that the question by itself has too few
_UNASKED = 50  # ends before it asks
_LEAD = 8  # keeps what leads to the clause that asks, and is cut behind it
_ANYWHERE = 3 * SPLIT

_ENOUGH = 4  # words that name something
_FEWEST = 2
_MOST_LATER = 3
_MOST_SENTENCES = 12  # that are looked at
_SHORTEST_END = 20  # characters of a sentence of which the end is taken along
_WORD = re.compile(r"\S+")


def headline(question: str) -> str:
    """Return a plain text of at most 120 characters, cuts marked […].

    A short question is its own heading. Of a longer one it is the sentence that asks, with the
    questions behind it that there is room for, and with what stands before it where it can't be
    read without; a sentence that is too long is cut where clauses end. The words are those of the
    question, consecutive, with single spaces. It is empty only where the question is.
    """
    text = " ".join(question.split())
    if len(text) <= LONGEST:
        return text
    languages = languages_of(text)
    found = sentences(question)
    marked = set(asking(question, languages))
    whole = _Question(
        text,
        tuple(_respaced(question, found)),
        tuple(n for n, span in enumerate(found) if span in marked),
        tuple(pairs(text)),
        languages[0],
    )
    best = min(whole.views(), key=lambda view: (round(view.cost, 6), view.start, view.end))
    return whole.marked(best.start, whole.extended(best))


def _respaced(question: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans of sentences in the text with single spaces."""
    text, at = " ".join(question.split()), 0
    for start, end in spans:
        at += text.startswith(" ", at)
        length = len(" ".join(question[start:end].split()))
        yield at, at + length
        at += length


class _View(NamedTuple):
    """A part of the question, and what it costs to show it."""

    cost: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Question:
    """A long question: its sentences, which of them ask, its brackets and quotations."""

    text: str
    spans: tuple[tuple[int, int], ...]
    asking: tuple[int, ...]
    asides: tuple[tuple[int, int], ...]
    language: Words

    def marked(self, start: int, end: int) -> str:
        """The words from start to end, cuts marked."""
        before = f"{CUT} " if start > 0 else ""
        after = f" {CUT}" if end < len(self.text) else ""
        return f"{before}{self.text[start:end]}{after}"

    def fits(self, start: int, end: int) -> bool:
        """Whether these words are short enough, with their marks."""
        return end - start <= self._room(start, cut=end < len(self.text))

    def _room(self, start: int, *, cut: bool) -> int:
        return LONGEST - (len(CUT) + 1) * ((start > 0) + cut)

    def views(self) -> Iterator[_View]:
        """What the heading may be."""
        chosen = self.asking or self._telling()
        for n, number in enumerate(chosen[:_MOST_SENTENCES]):
            later = LATER * min(n, _MOST_LATER)
            for view in self._shortened(*self.spans[number]):
                empty = _EMPTY * max(0, _FEWEST - substance(self.text[view.start : view.end]))
                for cost, start, end in self._led(view, number) if self.asking else [view]:
                    thin = _THIN * max(0, _ENOUGH - substance(self.text[start:end]))
                    yield _View(later + cost + thin + empty, start, end)

    def extended(self, view: _View) -> int:
        """Where a heading ends that takes the sentences behind it along, as far as they fit.

        These are questions; where nothing asks, whatever follows.
        """
        end = view.end
        stops = [stop for _, stop in self.spans]
        n = bisect_left(stops, end) + 1
        if stops[n - 1] != end:
            return end
        while n < len(stops) and (n in self.asking or not self.asking):
            if not self.fits(view.start, stops[n]):
                break
            end = stops[n]
            n += 1
        return end

    def _telling(self) -> tuple[int, ...]:
        """The sentences of a text that asks nothing, without thanks."""
        told = tuple(
            n
            for n, (start, end) in enumerate(self.spans)
            if not thanks(self.text[start:end].lower(), (self.language,))
        )
        return told or tuple(range(len(self.spans)))

    def _shortened(self, start: int, end: int) -> Iterator[_View]:
        """A sentence, or where it is too long, what is left of it when it is cut."""
        if self.fits(start, end):
            yield _View(0, start, end)
            return
        places = list(starts(self.text, start, end, self.language))
        asks = min((place.at for place in places if place.asks), default=start)
        for cost, at, _ in places:
            if self.fits(at, end):
                yield _View(cost + self._broken(at, end), at, end)
                continue
            room = self._room(at, cut=True)
            for more, stop in ends(self.text, at, end, room, self.language):
                lead = _LEAD if at < asks else 0
                if substance(self.text[asks:stop]) < _FEWEST:
                    lead = _UNASKED
                yield _View(cost + more + lead + self._broken(at, stop), at, stop)
        room = self._room(start, cut=True)
        yield _View(_ANYWHERE, start, anywhere(self.text, start, room))

    def _led(self, view: _View, number: int) -> Iterator[_View]:
        """A view of a sentence, by itself and with what stands before it."""
        cost, start, end = view
        leaning = start > 0 and leans(self.text[start:end])
        yield _View(cost + _LEANS * leaning, start, end)
        before = number - 1 if start == self.spans[number][0] else number
        while 0 <= before < number and self.fits(self.spans[before][0], end):
            begin, stop = self.spans[before]
            again = before > 0 and leans(self.text[begin:stop])
            yield _View(cost + _LED * (1 + again), begin, end)
            before -= 1
        if leaning and number - 1 <= before:
            yield from self._led_in_part(view, self.spans[before][0])

    def _led_in_part(self, view: _View, since: int) -> Iterator[_View]:
        """A view with the end of what stands before it."""
        since = max(since, view.end - LONGEST)
        for word in _WORD.finditer(self.text, since, view.start - _SHORTEST_END):
            at = word.start()
            if since < at and self.text[at - 1] == " " and self.fits(at, view.end):
                cost = _LED_IN_PART + entry_cost(self.text, at) + 1.5 * WASTE * (at - since)
                yield _View(view.cost + cost + self._broken(at, view.end), at, view.end)

    def _broken(self, start: int, stop: int) -> float:
        """What it costs to show one half of a bracket or a quotation."""
        first = bisect_left(self.asides, (start - LONGEST_ASIDE, 0))
        last = bisect_left(self.asides, (stop, 0))
        return SPLIT * any(
            (start <= left < stop) != (start <= right < stop)
            for left, right in self.asides[first:last]
        )
