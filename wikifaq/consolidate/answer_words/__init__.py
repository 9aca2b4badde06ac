"""Words by which sentences answer, or lead in to an answer, as data, by language."""

from __future__ import annotations

from wikifaq.consolidate.answer_words.east import EAST
from wikifaq.consolidate.answer_words.english import ENGLISH
from wikifaq.consolidate.answer_words.fields import AnswerWords
from wikifaq.consolidate.answer_words.west import WEST

ANSWER_WORDS: dict[str, AnswerWords] = {**ENGLISH, **WEST, **EAST}
"""By the language's code."""

__all__ = ["ANSWER_WORDS", "AnswerWords"]
