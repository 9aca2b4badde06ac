"""A page's text with the languages it is read in: what was rendered once is kept."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wikifaq.transcript.asking import asks
from wikifaq.transcript.inline import plain
from wikifaq.transcript.label import label
from wikifaq.transcript.mark import mark
from wikifaq.transcript.words import LANGUAGES, USER_NAMESPACES

if TYPE_CHECKING:
    from wikifaq.model import Span
    from wikifaq.transcript.label import Label
    from wikifaq.transcript.mark import Mark
    from wikifaq.transcript.words import Words

# A time zone in brackets, as it ends the time in a signature.
_ZONE = re.compile(r"\((?:[A-Z]{2,5}(?:[+-]\d+)?|[^\W\dA-Za-z_][^()\n]{1,8})\)")
_BEFORE_ZONE = re.compile(r"\d[:.h٫]\d\d|\d{4}|[\u0660-\u0669\u0966-\u096f]{4}")
_LONGEST_TIME = 45
_LONGEST_LABEL, _OPENING = 400, 10
# Names of namespaces mean the same everywhere, so signatures of any wiki are known on any page.
SIGNERS = tuple(LANGUAGES.values())
_NAMES = USER_NAMESPACES | {
    name.partition(":")[0] for each in SIGNERS for name in each.contributions
}
_UNSIGNED = frozenset[str]().union(*(each.unsigned for each in SIGNERS))
_NAMESPACE = re.compile(r"\[\[ *:?(?:[a-z-]{1,12}:)?([^\[\]|:\n]{1,40}):", re.IGNORECASE)
_CALLED = re.compile(r"\{\{([^{}|\n]{1,40})")


class Wikitext:
    """The text that all forms of a page look at, and what its stretches say and ask.

    ``marked`` is whether the page marks its questions and answers ("Q:", "A:"); until that is
    known, and elsewhere, such marks are words like others. ``asking_templates`` are the templates
    whose first words ask, once a form has looked for them.
    """

    __slots__ = (
        "_asks",
        "_labels",
        "_plain",
        "_signing",
        "asking_templates",
        "languages",
        "marked",
        "signed",
        "text",
    )

    def __init__(self, text: str, languages: tuple[Words, ...]) -> None:
        self.text = text
        self.languages = languages
        self.marked = False
        self.asking_templates: frozenset[str] | None = None
        self._signing = _may_be_signed(text)
        self.signed = bool(self._signing)
        self._labels: dict[Span, Label | None] = {}
        self._plain: dict[Span, str] = {}
        self._asks: dict[Span, bool] = {}

    def cut(self, span: Span) -> str:
        """The wikitext of a stretch."""
        return self.text[span[0] : span[1]]

    def has(self, part: str, span: Span) -> bool:
        """Whether a stretch has a part of a text in it."""
        return self.text.find(part, span[0], span[1]) >= 0

    def plain(self, span: Span) -> str:
        """What a reader sees of a stretch, on one line."""
        found = self._plain.get(span)
        if found is None:
            text = self.text[span[0] : span[1]]
            found = text if _is_plain(text) else plain(text)
            self._plain[span] = found
        return found

    def asks(self, span: Span) -> bool:
        """Whether a stretch asks something."""
        found = self._asks.get(span)
        if found is None:
            found = self._asks[span] = asks(self.plain(span), self.languages)
        return found

    def mark(self, span: Span) -> Mark | None:
        """The mark of a question or an answer at the start of a stretch."""
        return mark(self.text, span[0], span[1], self.languages)

    def may_be_signed(self, start: int, end: int) -> bool:
        """Whether somebody may have signed between two offsets."""
        at = bisect_left(self._signing, start)
        return at < len(self._signing) and self._signing[at] < end

    def label(self, span: Span) -> Label | None:
        """The speaker's label at the start of a stretch."""
        if span not in self._labels:
            start, end = span[0], min(span[1], span[0] + _LONGEST_LABEL)
            text = self.text[start:end]
            colon = ":" in text or "：" in text or "&#58;" in text or "[" in text[:_OPENING]
            self._labels[span] = label(text, self.languages) if colon else None
        return self._labels[span]


def signs_for_somebody(template: str) -> bool:
    """Whether a template call is one that signs: it says whose the text above is."""
    match = _CALLED.match(template)
    return match is not None and match[1].strip().lower() in _UNSIGNED


def _is_plain(text: str) -> bool:
    """Whether a text shows as it is written: it has no mark-up, and no white space but spaces."""
    return not (
        "[" in text
        or "<" in text
        or "{" in text
        or "''" in text
        or "&" in text
        or "__" in text
        or "  " in text
        or not text.isprintable()
        or text[:1] == " "
        or text[-1:] == " "
    )


def _may_be_signed(text: str) -> list[int]:
    """Where a text has what signatures have: a link to a user, or a time with its zone."""
    links = _NAMESPACE.finditer(text) if "[[" in text else ()
    found = [match.start() for match in links if match[1].strip().lower() in _NAMES]
    calls = _CALLED.finditer(text) if "{{" in text else ()
    found += [match.start() for match in calls if match[1].strip().lower() in _UNSIGNED]
    found += [
        zone.start()
        for zone in _ZONE.finditer(text)
        if _BEFORE_ZONE.search(text, max(0, zone.start() - _LONGEST_TIME), zone.start())
    ]
    return sorted(found)
