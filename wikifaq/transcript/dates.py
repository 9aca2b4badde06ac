"""The date of a conversation, from its title or from the text of its invitation."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikifaq.transcript.words import Words

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH, _DAY = r"(?P<month>\d\d?)", r"(?P<day>\d\d?)"
_DASH = r"[-\u2010-\u2015./]"
_NUMBERS = (
    re.compile(rf"(?<!\d){_YEAR}(?:{_DASH}| ){_MONTH}(?:{_DASH}| ){_DAY}(?!\d)"),
    re.compile(rf"(?<!\d){_DAY}{_DASH}{_MONTH}{_DASH}{_YEAR}(?!\d)"),
)


def dates(text: str, languages: Iterable[Words]) -> Iterator[str]:
    """Yield the dates in a text as ISO 8601, those in figures first."""
    for pattern in _NUMBERS:
        for match in pattern.finditer(text):
            yield from _iso(match["year"], match["month"], match["day"])
    for words in languages:
        names = "|".join(re.escape(month) for month in words.months)
        named = rf"(?P<name>{names})"
        for written in (
            rf"{named}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}",
            rf"(?P<day>\d\d?)(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{named},?\s+{_YEAR}",
        ):
            for match in re.finditer(written, text, re.IGNORECASE):
                month = words.months.index(match["name"].lower()) + 1
                yield from _iso(match["year"], str(month), match["day"])


def _iso(year: str, month: str, day: str) -> Iterator[str]:
    try:
        yield date(int(year), int(month), int(day)).isoformat()
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
