"""Wording that ages: phrases that tell a time as seen from the day on which they were said."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wikifaq.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikifaq.transcript.words import Words

# Every gap, figure and stretch of words is bounded, so that a phrase is, and time grows with the
# text whatever stands in it. A phrase stands on one line: a line's end parts sentences.
_SPACE = r"[^\S\n]{1,3}"
_SIGNS = {
    " ": _SPACE,
    "(": "(?:",
    ")": ")",
    "|": "|",
    "?": "?",
    "'": "['’]",
    "-": "[-‐‑–]",
    "#": r"(?<![\d.,:])\d{1,4}(?![\d%])",
    "&": r"(?<!\d)\d{4}(?!\d)",
    "~": rf"(?:[^\s.,:;?!()\"“”。、，]{{1,30}}{_SPACE}){{0,8}}?",
}
# Vowel signs are part of a word, and no \w: those of Hindi, and the points of Arabic.
_IN_WORDS = r"[\w\u0900-\u0963\u064b-\u0652]"
_BEGINS, _ENDS = rf"(?<!{_IN_WORDS})", rf"(?!{_IN_WORDS})"


def perishable(text: str, languages: tuple[Words, ...]) -> list[Span]:
    """Return the spans of the phrases of a plain text that age, in order, none overlapping.

    A phrase is as short as it can be and still tell what has aged ("next month", "is not yet");
    one that stands within a phrase that lasts ("as soon as") is none.
    """
    lower = _lower(text)
    aging = _found(lower, tuple((words, words.perishable) for words in languages))
    lasting = _found(lower, tuple((words, words.lasting) for words in languages))
    found: list[Span] = []
    passed, kept, reach = 0, 0, 0
    for span in aging:
        while passed < len(lasting) and lasting[passed].start <= span.start:
            reach = max(reach, lasting[passed].end)
            passed += 1
        if reach < span.end and kept <= span.start:
            found.append(span)
            kept = span.end
    return found


def _lower(text: str) -> str:
    """A text in small letters, character by character: patterns without case are far faster."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)


def _found(text: str, phrases: tuple[tuple[Words, tuple[str, ...]], ...]) -> list[Span]:
    """Where each language's phrases stand: in order, the longer of two that begin alike first."""
    spans = {
        Span(*match.span())
        for words, listed in phrases
        for match in _any(words, listed).finditer(text)
    }
    return sorted(spans, key=lambda span: (span.start, -span.end))


@lru_cache(maxsize=64)
def _any(words: Words, phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Some phrases of a language as one pattern, the longer first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(_pattern(words, phrase) for phrase in ordered) or "(?!)"
    whole = rf"{_BEGINS}(?:{joined}){_ENDS}" if words.spaced else joined
    return re.compile(whole)


def _pattern(words: Words, phrase: str) -> str:
    """A phrase of a language's words as a pattern; its signs are explained in ``Words``."""
    full = {form for first, *rest in words.months for form in (first, *_unlike(first, rest))}
    month = (
        "(?:" + "|".join(map(re.escape, sorted(full, key=lambda form: (-len(form), form)))) + ")"
    )
    return "".join(month if sign == "@" else _SIGNS.get(sign) or re.escape(sign) for sign in phrase)


def _unlike(name: str, forms: Iterable[str]) -> Iterator[str]:
    """The forms that don't only shorten a name: short ones are often other words, too."""
    return (form for form in forms if not name.startswith(form))
