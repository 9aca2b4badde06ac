"""Whether somebody is plainly spoken to by a word: "Thanks, Will!", "@May", "Will, could you …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.model import Span
    from wikifaq.transcript.words import Words

_BEFORE, _AFTER = 60, 40  # characters
_OPENS = r"(?:\A|[.!?…。！？;\n>]|\*|#|:|\|)[\s*:#;'\"“„«(]*"
_SENTENCE_OPENS = re.compile(rf"{_OPENS}\Z")
_COMMA = re.compile(r"[,،、，]")
_COMMA_BEFORE = re.compile(r"[,،、，]\s*\Z")
_GREETING = re.compile(rf"{_OPENS}(?P<word>[^\W\d_]{{2,9}})\s+\Z")
_ENDS = re.compile(r"[\s'\"”)]*(?:[.,،、，!?…;:。！？)–—]|-\s|<br|\n|\Z)", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[\s'\"”)]*(?:[.!?…。！？]|<br|\n|\Z)", re.IGNORECASE)
_COMMA_AFTER = re.compile(r"\s*[,،、，]")
_NEXT_SMALL = re.compile(r"\s+[^\W\d_A-Z]")
_LAST_WORD, _NEXT_WORD = re.compile(r"([^\W\d_]+)\W*\Z"), re.compile(r"\W*([^\W\d_]+)")


class Address:
    """How people are spoken to in some languages."""

    def __init__(self, languages: Iterable[Words]) -> None:
        languages = tuple(languages)
        thanks = sorted({word for words in languages for word in words.thanks}, key=len)
        told = "|".join(map(re.escape, reversed(thanks))) or "(?!)"
        self._thanks = re.compile(rf"(?:{told})[\s,،、，]*\Z", re.IGNORECASE)
        self._months = {form for words in languages for forms in words.months for form in forms}
        self._asking = {word for words in languages for word in words.asking}
        self._greeting = {word for words in languages for word in words.not_names}
        self._common = {word for words in languages for word in words.common} | self._asking

    def holds(self, text: str, span: Span) -> bool:
        """Whether somebody is spoken to by the word at a span of a text."""
        before, after = text[max(0, span.start - _BEFORE) : span.start], text[span.end :][:_AFTER]
        if span.start > _BEFORE:
            before = f"\0{before}"
        if before.endswith("@"):
            return True
        word = text[span.start : span.end].casefold()
        ends = _ENDS.match(after) is not None
        if thanks := self._thanks.search(before):
            # "Thanks Will for …", but not "Thanks, will you …".
            goes_on = _NEXT_SMALL.match(after) is not None
            return ends or (goes_on and (thanks[0][-1:].isspace() and not _COMMA.search(thanks[0])))
        if not ends:
            return False
        greeting = _GREETING.search(before)
        if greeting and greeting["word"][0].isupper():
            said = greeting["word"].casefold()
            known = said in self._greeting or word not in self._months
            if known and said not in self._common | self._months:
                return True
        return self._is_set_off(word, before, after)

    def _is_set_off(self, word: str, before: str, after: str) -> bool:
        """Whether commas set the word off, at a sentence's beginning, at its end or within it."""
        opens, comma = _SENTENCE_OPENS.search(before), _COMMA_BEFORE.search(before)
        follows = _COMMA_AFTER.match(after)
        if word in self._months:
            neighbours = (_LAST_WORD.search(before), _NEXT_WORD.match(after))
            if any(each and each[1].casefold() in self._months for each in neighbours):
                return False
        elif opens and after.lstrip()[:1] in {":", "："}:
            return True
        if follows:
            return bool(opens or comma)
        return bool(comma and _SENTENCE_ENDS.match(after))
