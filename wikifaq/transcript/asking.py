"""Whether a text asks something: by its mark, or by words that open or end a clause."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.transcript.words import Words

# The Greek question mark is also typed as a semicolon.
_MARKS = ("？", "؟", "\u037e", "¿")
_GREEK = re.compile(r"[\u0370-\u03ff]\s*;\s*\Z")
_ENDS = re.compile(
    r"[?？؟\u037e!！]*[?？؟\u037e][!！?？\s\"'»”’)\]）」』*.]*\Z|[\u0370-\u03ff]\s*;\s*\Z"
)
_TAIL = 40
_LONGEST = 500  # characters in which words, and no mark, show that a text asks


def has_question_mark(text: str) -> bool:
    """Whether a plain text has a question mark of any script."""
    return (
        "?" in text
        or (not text.isascii() and any(mark in text for mark in _MARKS))
        or (text.endswith(";") and _GREEK.search(text) is not None)
    )


def asks(question: str, languages: tuple[Words, ...]) -> bool:
    """Whether a plain text asks something, with a mark or without one."""
    if has_question_mark(question):
        return True
    if question.rstrip().endswith((":", "：")):
        return False  # it leads on to something
    opening, ending = _clauses(languages)
    return bool(
        opening.search(question[:_LONGEST]) or (ending and ending.search(question[-_TAIL:]))
    )


def ends_asking(text: str) -> bool:
    """Whether a plain text ends with a question mark."""
    if text.isascii() and "?" not in text[-_TAIL:]:
        return False
    return _ENDS.search(text[-_TAIL:]) is not None


def title_asks(title: str, languages: tuple[Words, ...]) -> bool:
    """Whether a heading's plain text asks; "How to …" does in a heading, and nowhere else."""
    return asks(title, languages) or bool(_titles(languages).match(title))


@lru_cache(maxsize=64)
def _clauses(languages: tuple[Words, ...]) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Patterns of a clause that opens with an asking word, and of a text that ends with one."""
    spaced = _any(word for words in languages if words.spaced for word in words.asking)
    inside = _any(
        word
        for words in languages
        if words.spaced and words.asking_after_comma
        for word in words.asking
    )
    joined = _any(word for words in languages if not words.spaced for word in words.asking)
    ending = _any(word for words in languages for word in words.asking_ends)
    begins, goes_on = r"(?:\A|[.:;。：；]\s?)\s*", r"[,–—，、-]\s?\s*"
    opens = [rf"{begins}(?:{spaced})(?!\w)"] if spaced else []
    opens += [rf"{goes_on}(?:{inside})(?!\w)"] if inside else []
    opens += [rf"(?:{begins}|{goes_on})(?:{joined})"] if joined else []
    return (
        re.compile("|".join(opens), re.IGNORECASE),
        re.compile(rf"(?:{ending})[\s。.!！]*\Z", re.IGNORECASE) if ending else None,
    )


@lru_cache(maxsize=64)
def _titles(languages: tuple[Words, ...]) -> re.Pattern[str]:
    spaced = _any(word for words in languages if words.spaced for word in words.titles_that_ask)
    joined = _any(word for words in languages if not words.spaced for word in words.titles_that_ask)
    opens = [rf"(?:{spaced})(?!\w)"] if spaced else []
    opens += [joined] if joined else []
    return re.compile(rf"\W*(?:{'|'.join(opens) or '(?!)'})", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """Alternatives of a pattern, the longer first."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, found)).replace("'", "['’]")
