"""Under which topic a question stands: by the words that the configuration gives each topic."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.model import Topic

OTHER = "other"
"""The id of the topic for questions that no topic's words place."""

# What a question says of itself tells more than where it stands or how it was answered.
_QUESTION, _SECTION, _ANSWER = 6, 2, 1
_ANSWER_CAP = 4
_SHORT = 2


def place(question: str, answer: str, section: str | None, topics: Sequence[Topic]) -> str:
    """Return the id of the topic whose words occur most, the earlier one of two equals."""
    best, most = OTHER, 0
    for topic in topics:
        score = (
            _QUESTION * _count(topic, question)
            + _SECTION * _count(topic, section or "")
            + _ANSWER * min(_ANSWER_CAP, _count(topic, answer))
        )
        if score > most:
            best, most = topic.id, score
    return best


def _count(topic: Topic, text: str) -> int:
    return sum(len(pattern.findall(text)) for pattern in _patterns(topic)) if text else 0


@lru_cache(maxsize=256)
def _patterns(topic: Topic) -> tuple[re.Pattern[str], ...]:
    """Keywords match at the start of a word in any case; acronyms are words of their own."""
    found = []
    if topic.keywords:
        words = sorted(topic.keywords, key=len, reverse=True)
        found.append(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE))
    for short, full in topic.acronyms:
        case = re.NOFLAG if len(short) <= _SHORT else re.IGNORECASE
        found.append(re.compile(rf"(?<![\w&]){re.escape(short)}(?![\w&])", case))
        found.append(re.compile(rf"(?<!\w){re.escape(full)}(?!\w)", re.IGNORECASE))
    return tuple(found)
