"""The date of a conversation, from its title or from the text of its invitation."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikifaq.transcript.words import Words

_YEAR, _MONTH, _DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<month>\d\d?)", r"(?P<day>\d\d?)"
_DASH = r"[-\u2010-\u2015./]"
_NUMBERS = (
    re.compile(rf"(?<!\d){_YEAR}(?:{_DASH}| ){_MONTH}(?:{_DASH}| ){_DAY}(?!\d)"),
    re.compile(rf"(?<!\d){_DAY}{_DASH}{_MONTH}{_DASH}{_YEAR}(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR} ?年 ?{_MONTH} ?月 ?{_DAY} ?日"),
)
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")
# A month is read as any one or two words, and then looked up in the languages.
_WORD = r"[^\s\d.,:;،॰()\[\]{}'\"“”«»<>|-]{2,20}"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD})??)"
_SHORTENED = r"[.॰]?[,،]?"
# What may follow a day in figures: "1st", "1er", "28." - and what may stand before the month and
# the year: "14 of December", "28 de noviembre de 2023".
_NTH = r"(?:(?:st|nd|rd|th|er|re|a|º|ª|°)?\s{1,9}|\.\s{0,9}|-)"
_OF = r"(?:(?:of|de|del|di|do)\s{1,9})?"
_DAY_FIRST = re.compile(
    rf"(?<!\d){_DAY}{_NTH}{_OF}{_NAME}{_SHORTENED}(?:\s{{1,9}}|-){_OF}{_YEAR}(?!\d)"
)
_MONTH_FIRST = re.compile(rf"(?<!\d){_DAY}(?:st|nd|rd|th)?[,،]?\s{{1,9}}{_OF}{_YEAR}(?!\d)")
_ENDS_WITH_NAME = re.compile(rf"(?:({_WORD}) )?({_WORD}){_SHORTENED}\s{{1,9}}\Z")
_LONGEST_NAME = 50  # characters
_BEFORE_YEAR, _AFTER_YEAR = 75, 12
_OTHER_FIGURES = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९０１２３４５６７８９",  # Arabic, Persian, Devanagari, full-width
    "0123456789" * 4,
)


def dates(text: str, languages: Iterable[Words]) -> Iterator[str]:
    """Yield a text's dates as ISO 8601: those in figures, then "May 12 2021", "12 May 2021"."""
    text = text.lower() if text.isascii() else text.lower().translate(_OTHER_FIGURES)
    text = _around_years(text)
    if not text:
        return
    for pattern in _NUMBERS:
        for match in pattern.finditer(text):
            yield from _iso(match["year"], int(match["month"]), match["day"])
    known = [_numbers(words.months) for words in languages]
    for match in _MONTH_FIRST.finditer(text):
        before = text[max(0, match.start() - _LONGEST_NAME) : match.start()]
        yield from _iso(match["year"], _last_month(before, known), match["day"])
    for match in _DAY_FIRST.finditer(text):
        yield from _iso(match["year"], _month(match["name"], known), match["day"])


def _around_years(text: str) -> str:
    """The stretches of a text in which a year stands, each with what a date may have around it."""
    kept: list[tuple[int, int]] = []
    for year in _HAS_YEAR.finditer(text):
        start, end = max(0, year.start() - _BEFORE_YEAR), year.end() + _AFTER_YEAR
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return "|".join(text[start:end] for start, end in kept)


@lru_cache(maxsize=64)
def _numbers(months: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """The number of each month by its names in a language."""
    return {form: number for number, forms in enumerate(months, 1) for form in forms}


def _month(name: str, known: Iterable[dict[str, int]]) -> int:
    """The number of the month of that name, 0 where no language has it."""
    return next((numbers[name] for numbers in known if name in numbers), 0)


def _last_month(text: str, known: Iterable[dict[str, int]]) -> int:
    """The number of the month with whose name a text ends, 0 where it ends otherwise."""
    found = _ENDS_WITH_NAME.search(text)
    if found is None:
        return 0
    return _month(f"{found[1]} {found[2]}", known) or _month(found[2], known)


def _iso(year: str, month: int, day: str) -> Iterator[str]:
    try:
        yield date(int(year), month, int(day)).isoformat()
    except ValueError:
        return  # 2021-31-02 is a number, not a date


def conversation_date(
    title: str, invitation: str, languages: Iterable[Words]
) -> tuple[str | None, str | None]:
    """Return the date and, where title and invitation disagree, a warning that says so."""
    languages = tuple(languages)
    in_title = next(dates(title, languages), None)
    in_text = list(dates(invitation, languages))
    if in_title is None:
        return (in_text[0] if in_text else None), None
    if in_text and in_title not in in_text:
        return in_title, (
            f"the title says {in_title} and the text {in_text[0]}: the title's date is used"
        )
    return in_title, None
