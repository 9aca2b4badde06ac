"""The timestamps of signatures, in the formats of MediaWiki's languages.

``$dateFormats`` in languages/messages/Messages*.php, followed by the time zone in brackets as
Parser::pstPass2 writes it: ``15:04, 3 May 2020 (UTC)``, ``15h04min de 3 de maio de 2020 (UTC)``,
``3 mai 2020 à 15:04 (CEST)``, ``2020年5月3日 (日) 15:04 (UTC)``. They are told by structure and
need no words; digits may be those of any script.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_BLANK = r"(?:[\s,،\u200e\u200f]|&nbsp;|&#32;|&#160;)"
_WORD = r"[^\W\d_][^\s\d,،()\[\]{}<>|:;&]{0,19}"
_OF = rf"(?:[^\W\d_]{{1,3}}{_BLANK}{{1,2}})?"
_ORDINAL = r"(?:\.|er|[ºª°]|st|nd|rd|th)?"
# A number's first digit stands outside of the alternatives, so that they are tried nowhere else.
_FIRST = r"\d(?<![\d:]\d)"
_MORE_OF_TIME = r"\d?(?::\d\d(?::\d\d)?|h\d\d(?:min)?|\.\d\d(?![.\d]))"
_MORE_OF_DATE = (
    rf"(?:\d?{_ORDINAL}{_BLANK}{{0,2}}{_OF}{_WORD}{_BLANK}{{1,3}}{_OF}\d{{4}}"
    r"|\d{3}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일](?:\s?\([^()\d\n]{1,12}\))?"
    rf"|\d{{3}}\.?{_BLANK}{{1,2}}{_WORD}{_BLANK}{{1,2}}\d{{1,2}}\.?"
    r"|\d{3}[-./]\d{1,2}[-./]\d{1,2}|\d?[-./]\d{1,2}[-./]\d{4})"
)
_MONTH_FIRST = rf"{_WORD}{_BLANK}{{1,2}}\d{{1,2}}{_ORDINAL}{_BLANK}{{1,3}}\d{{4}}"
# Time before date, or after it, perhaps with a word between them ("à", "kl.", "um").
_THEN_TIME = rf"(?:{_BLANK}{{1,3}}(?:{_WORD}{_BLANK}{{1,2}})?|T)\d{_MORE_OF_TIME}"
_FORMATS = (
    rf"{_FIRST}{_MORE_OF_TIME}{_BLANK}{{1,3}}{_OF}(?:\d{_MORE_OF_DATE}|{_MONTH_FIRST})",
    rf"{_FIRST}{_MORE_OF_DATE}{_THEN_TIME}",
    rf"{_MONTH_FIRST}{_THEN_TIME}",
)
UNZONED = rf"(?:{'|'.join(_FORMATS)})(?!\d)"
# The zone, behind its bracket: letters, in capitals if the script has them, or an offset: "(+03)".
ZONE = r"(?<=\()(?:[^\W\d_]|[+−-](?=\d))[^()\[\]{}<>|\n]{0,13}\)"

_BEFORE_ZONE = tuple(
    re.compile(rf"{written}(?!\d)(?=(?:[\s.\u200e\u200f]|&nbsp;){{0,4}}\Z)") for written in _FORMATS
)
_WITH_FIGURES = re.compile(r"\d[月월./-]\d")
_LETTERS = re.compile(_WORD)
_TIME_CUT = re.compile(rf"{UNZONED}\.?(?:\s*\({ZONE})?(?!\w)")
_DATE_CUT = re.compile(rf"(?:{_FIRST}{_MORE_OF_DATE}|{_MONTH_FIRST})(?!\w)")
_LONGEST = 64


class Timestamp(NamedTuple):
    """What is written as a timestamp, and where it begins."""

    written: str
    start: int


def timestamp(text: str, low: int, at: int, end: int) -> Timestamp | None:
    """Return the timestamp whose time zone stands, with its brackets, from ``at`` to ``end``.

    It begins at ``low`` or after it. None where the brackets hold no zone or follow no time.
    """
    zone = text[at:end]
    if zone != zone.upper():
        return None
    for written in _BEFORE_ZONE:
        found = written.search(text, max(low, at - _LONGEST), at)
        if found:
            return Timestamp(text[found.start() : end], found.start())
    return None


def names_month(written: str, months: frozenset[str]) -> bool:
    """Whether a timestamp's month is one of these, without regard to case, or in figures."""
    if _WITH_FIGURES.search(written):
        return True
    return any(word.lower().rstrip(".") in months for word in _LETTERS.findall(written))


def cut_timestamp(text: str, *, date_alone: bool) -> tuple[str, str]:
    """Return the timestamp at the beginning of a text, "" where there is none, and the rest.

    Its time zone may be left out, and if ``date_alone`` the time of day as well.
    """
    found = _TIME_CUT.match(text) or (_DATE_CUT.match(text) if date_alone else None)
    if found is None:
        return "", text
    return found[0].rstrip("."), text[found.end() :].strip()
