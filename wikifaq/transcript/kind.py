"""What a page is, and what an entry is, told by words and by the form of lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikifaq.transcript.form import QUESTION_MARK, asks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.transcript.words import Words

_IRC_LINE = re.compile(
    r"[ \t*:#]*(?:"
    r"\[\d\d?:\d\d(?::\d\d)?\]\s*(?:<[^<>\n]+>|\*|-->|<--)"  # [18:02:11] <nick> text
    r"|\[\d\d?:\d\d(?::\d\d)?\s*[ap]m\]\s*[^\s:]+:"  # [6:02pm] nick: text
    r"|\w{3}\s+\d\d?\s+\d\d:\d\d:\d\d\s+(?:<[^<>\n]+>|\*)"  # Nov 04 18:02:11 <nick> text
    r"|\d\d:\d\d(?::\d\d)?\s+(?:<[^<>\n]+>|\*)"  # 18:02 <nick> text
    r")"
)
_FEWEST_LOG_LINES = 5
_SHARE_OF_LOG_LINES = 0.4


def is_irc_log(text: str) -> bool:
    """Whether most lines of a page are lines of a chat log."""
    lines = [line for line in text.splitlines() if line.strip()]
    logged = sum(bool(_IRC_LINE.match(line)) for line in lines)
    return logged >= _FEWEST_LOG_LINES and logged >= _SHARE_OF_LOG_LINES * len(lines)


def entry_kind(question: str, languages: Sequence[Words]) -> str:
    """Tell question, request, remark, update and missing apart by the entry's plain text."""
    lowered = question.strip().lower()
    bare = lowered.strip("[]() .:")
    if not bare or any(bare == missing for words in languages for missing in words.missing):
        return "missing"
    if any(
        re.search(rf"\b{re.escape(word)}\s*:?$", lowered)
        or re.match(rf"(?:\w+\s+){{0,2}}{re.escape(word)}\b[^?]*:$", lowered)
        for words in languages
        for word in words.update
    ):
        return "update"
    if thanks(bare, languages) and not QUESTION_MARK.search(lowered):
        return "remark"
    return "question" if asks(question, languages) else "request"


def thanks(text: str, languages: Sequence[Words]) -> bool:
    """Whether a text opens with thanks."""
    lowered = text.lstrip("' ").lower()
    return any(lowered.startswith(each) for words in languages for each in words.thanks)


def follows_on(question: str, languages: Sequence[Words]) -> bool:
    """Whether a question opens with words that need the question before it."""
    lowered = question.strip().lower()
    return any(
        re.match(rf"{re.escape(opening)}\b", lowered)
        for words in languages
        for opening in words.follow_up
    )
