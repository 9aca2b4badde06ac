"""Questions as headings: headings of one level and place that ask, with answers under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.asking import has_question_mark, title_asks
from wikifaq.transcript.candidate import Evidence
from wikifaq.transcript.mark import counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.transcript.candidate import Reading
    from wikifaq.transcript.region import Region
    from wikifaq.transcript.wikitext import Wikitext

_SHARE = 0.5
_SHARE_OF_ALL = 0.7
_SHARE_WHERE_EXPECTED = 0.33
_SURE = 0.8
_FEWEST = 2
_FEW_WORDS = 4


class _Told(NamedTuple):
    """A heading: whether it asks, with a question mark or without, whether it is marked as one.

    ``fit`` is whether it can be a question by what is under it.
    """

    region: Region
    at: int
    level: int
    asks: bool
    surely: bool
    fit: bool
    marked: bool


def headed(
    page: Wikitext,
    top: Region,
    readings: Mapping[Region, Sequence[Reading]],
    *,
    faq: bool,
    led: bool,
) -> dict[Region, Evidence]:
    """Return the regions whose heading is a question, with the evidence for each.

    Headings are judged together, those beside one another and those of one level: enough of
    those with a text must ask. Where nearly all do, those that don't are taken for questions
    as well, but for the titles that close a page. A heading whose section holds questions of
    its own is a title, and so are those above the first that asks. Fewer need to ask, and one
    is enough, where the page's title says that it is a FAQ, ``faq``, or where the page says who
    led the conversation, ``led``; there they need a question mark.
    """
    told = {
        each.region: each
        for parent in top.walk()
        for each in _siblings(page, parent.children, readings)
    }
    levels = {
        level: _Level.of([each for each in told.values() if each.fit and each.level == level])
        for level in {each.level for each in told.values() if each.fit}
    }
    found: dict[Region, _Told] = {}
    for parent in top.walk():
        beside = [told[child] for child in parent.children if told[child].fit]
        if parent in told and told[parent].asks and not any(each.asks for each in beside):
            continue  # they part its answer
        if beside:
            questions = _questions(beside, levels[beside[0].level], faq=faq, led=led)
            found |= {each.region: each for each in questions}
    if len(found) >= _FEWEST or faq or led:
        # One that asks beyond doubt needs no others beside it.
        for each in told.values():
            if each.fit and each.surely:
                found[each.region] = each
    elif not any(each.marked for each in found.values()):
        return {}
    return {region: levels[each.level].evidence(each.level) for region, each in found.items()}


class _Level(NamedTuple):
    """All headings of a level that have a text: how many, how many ask, and where the first."""

    total: int
    asking: int
    surely: int
    first: int

    @classmethod
    def of(cls, told: Sequence[_Told]) -> _Level:
        asking = [each for each in told if each.asks]
        surely = sum(each.surely for each in told)
        return cls(len(told), len(asking), surely, min((each.at for each in asking), default=0))

    def evidence(self, level: int) -> Evidence:
        why = f"{self.asking} of {self.total} headings of level {level} with a text ask"
        return Evidence("heading", 0.5 + 0.5 * self.asking / self.total, why)


def _questions(beside: Sequence[_Told], level: _Level, *, faq: bool, led: bool) -> list[_Told]:
    """The questions among the headings under one heading that have a text."""
    asking = [each for each in beside if each.asks]
    least = _SHARE_WHERE_EXPECTED * level.total
    enough = (faq and level.asking >= least) or (led and level.surely >= least)
    surely = sum(each.surely for each in beside)
    if not enough and surely < _SHARE * len(beside):
        return [each for each in asking if each.marked]
    all_ask = len(asking) >= max(_SHARE_OF_ALL * len(beside), _FEWEST)
    level_asks = level.total > len(beside) and level.asking >= _SHARE_OF_ALL * level.total
    if not (all_ask or level_asks or enough):
        return asking
    return [each for each in beside if each.at >= level.first]


def _siblings(
    page: Wikitext, regions: Sequence[Region], readings: Mapping[Region, Sequence[Reading]]
) -> list[_Told]:
    told = [_told(page, region, readings) for region in regions]
    # A heading without a text shares the answer of the next one, or is the preamble of "1)".
    for n in range(len(told) - 2, -1, -1):
        each, after = told[n], told[n + 1]
        stacked = not each.region.rows and not each.region.children
        begins = counts(_title(page, after.region), (0, 4), 1)
        if stacked and after.fit and (begins or (each.asks and after.asks)):
            told[n] = each._replace(fit=True, asks=True)
    return told


def _told(page: Wikitext, region: Region, readings: Mapping[Region, Sequence[Reading]]) -> _Told:
    heading = region.heading
    assert heading is not None
    mark = page.mark(heading.body) if page.marked else None
    marked = mark is not None and mark.kind == "question"
    title = _title(page, region)
    asks = marked or title_asks(title, page.languages)
    preamble = _is_preamble(page, region, title)
    asks = asks or preamble
    closing = any(title.lower().strip(" :.") in words.closing_titles for words in page.languages)
    fit = (
        not closing
        and _has_text(page, region, asks=asks)
        and (preamble or not any(map(_holds_questions, readings.get(region, ()))))
    )
    surely = marked or has_question_mark(title)
    return _Told(region, heading.span.start, heading.level, asks, surely, fit, marked)


def _is_preamble(page: Wikitext, region: Region, title: str) -> bool:
    """Whether a heading is a sentence under which numbered sub-questions begin at once."""
    return (
        bool(region.rows)
        and counts(page.text, region.rows[0].body, 1)
        and len(title.split()) >= _FEW_WORDS
    )


def _title(page: Wikitext, region: Region) -> str:
    return page.plain(region.heading.body) if region.heading else ""


def _has_text(page: Wikitext, region: Region, *, asks: bool) -> bool:
    """Whether a heading has an answer: its own text, or that of headings below that don't ask."""
    if region.rows:
        return True
    below = [each for each in region.walk() if each is not region]
    return (
        asks
        and any(each.rows for each in below)
        and not any(title_asks(_title(page, each), page.languages) for each in below)
    )


def _holds_questions(reading: Reading) -> bool:
    if not reading.asking or reading.form == "marked answer":
        return False
    explicit = {"mark", "template", "table", "signed", "definition list"}
    return reading.form in explicit or (
        len(reading.candidates) >= _FEWEST and reading.score >= _SURE
    )
