"""What a page is, and what an entry is, told by words and by the form of lines."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wikifaq.transcript.asking import asks, has_question_mark, title_asks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.transcript.words import Words

_IRC_LINE = re.compile(
    r"[ \t*:#]*(?:"
    r"\[\d\d?:\d\d(?::\d\d)?\]\s*(?:<[^<>\n]+>|\*|-->|<--)"  # [18:02:11] <nick> text
    r"|\[\d\d?:\d\d(?::\d\d)?\s*[ap]m\]\s*[^\s:]+:"  # [6:02pm] nick: text
    r"|\w{3}\s+\d\d?\s+\d\d:\d\d:\d\d\s+(?:<[^<>\n]+>|\*)"  # Nov 04 18:02:11 <nick> text
    r"|\d\d:\d\d(?::\d\d)?\s+(?:<[^<>\n]+>|\*)"  # 18:02 <nick> text
    r")"
)
# What each of these lines has, and few others: a time with a colon, at the start of a line.
_MAY_BE_LOGGED = re.compile(r"\n[ \t*:#]*(?:\[?\d\d?:\d\d|\w{3}\s+\d\d?\s+\d\d:)")
_LINK = re.compile(r"\s*\[\[[^\[\]]*\]\]\s*")  # a category, for one
_TITLE = 200  # characters
_FEWEST_LOG_LINES = 5
_SHARE_OF_LOG_LINES = 0.4


def is_irc_log(text: str) -> bool:
    """Whether most lines of a page are lines of a chat log."""
    if _MAY_BE_LOGGED.search(text) is None:
        return False
    lines = [line for line in text.splitlines() if line.strip() and not _LINK.fullmatch(line)]
    logged = sum(bool(_IRC_LINE.match(line)) for line in lines)
    return logged >= _FEWEST_LOG_LINES and logged >= _SHARE_OF_LOG_LINES * len(lines)


def entry_kind(
    question: str, languages: tuple[Words, ...], *, titled: bool = False, posted: bool = False
) -> str:
    """Tell question, request, remark, update and missing apart by the entry's plain text.

    ``titled`` is whether it is a heading, which asks with fewer words; ``posted`` whether it is
    a post on a talk page, which is a remark unless it asks for something.
    """
    known = _patterns(languages)
    bare = question.strip().lower().strip("[]() .:：")
    if not bare or bare in known.missing:
        return "missing"
    leads_on = question.endswith((":", "："))
    if _ends_with(bare, known.update) or (leads_on and known.updates.match(question[:_TITLE])):
        return "update"
    if not has_question_mark(question) and known.thanks.match(bare):
        return "remark"
    told = title_asks if titled else asks
    if told(question, languages):
        return "question"
    return "remark" if posted and not known.please.search(question) else "request"


def thanks(text: str, languages: tuple[Words, ...]) -> bool:
    """Whether a text opens with thanks."""
    return _patterns(languages).thanks.match(text.lstrip("' ")) is not None


def follows_on(question: str, languages: tuple[Words, ...]) -> bool:
    """Whether a question opens with words that need the question before it."""
    question = question.replace("\u00a0", " ")
    return _patterns(languages).follow_up.match(question) is not None


class _Patterns:
    """The words of some languages as patterns."""

    def __init__(self, languages: Iterable[Words]) -> None:
        languages = tuple(languages)
        self.missing = {word for words in languages for word in words.missing}
        self.thanks = _opening(words.thanks for words in languages)
        self.follow_up = _opening(words.follow_up for words in languages)
        self.please = _within(languages)
        update = _any(word for words in languages for word in words.update)
        self.update = tuple(word for words in languages for word in words.update)
        self.updates = re.compile(
            rf"\s*(?:\w+\s+){{0,2}}(?:{update})(?!\w)[^?？]*[:：]\s*\Z", re.IGNORECASE
        )


def _ends_with(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text in small letters ends with one of the words, and not with part of a word."""
    return text.endswith(words) and any(
        text == word or (text.endswith(word) and not _is_spaced(text[-len(word) - 1]))
        for word in words
    )


def _is_spaced(letter: str) -> bool:
    """Whether a letter is of a script that parts words with spaces."""
    return letter.isalnum() and letter < "\u2e80"


@lru_cache(maxsize=64)
def _patterns(languages: tuple[Words, ...]) -> _Patterns:
    return _Patterns(languages)


def _opening(words: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    """Matches one of the words at the start of a text; a word of letters must end there."""
    found = _any(word for each in words for word in each)
    return re.compile(rf"[\s¿¡\"“«'*]*(?:{found})(?:(?!\w)|(?<=[\u2e80-\uffff]))", re.IGNORECASE)


def _within(languages: Iterable[Words]) -> re.Pattern[str]:
    """Matches a word that asks for something; where words are parted, it must stand alone."""
    languages = tuple(languages)
    spaced = _any(word for words in languages if words.spaced for word in words.please)
    joined = _any(word for words in languages if not words.spaced for word in words.please)
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)|{joined}", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """Alternatives of a pattern, the longer first; what matches nothing where there are none."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, found)).replace("'", "['’]") or "(?!)"
