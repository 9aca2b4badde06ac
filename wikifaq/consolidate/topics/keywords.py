"""What the configuration's words say of a question: which topics' words it holds, how weighty."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate.topics.words import STOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikifaq.model import Topic

_SHORT = 2
# A word of several topics says little of each; one within a longer match of another topic
# ("council" in "Global Council") is mostly a part of that one's name.
_WITHIN = 0.3
_PHRASE = 1.25
_AGAIN = 0.25
_TITLE = 0.8
_SENTENCE = re.compile(r"(?<=[.!?？！。])\s+")
_ASKS = re.compile(r"[?？؟]")
_ASKED_ELSEWHERE = 0.6
_NAME = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class _Word(NamedTuple):
    """A word or phrase of a topic: its key in lower case, and what finds it."""

    key: str
    pattern: re.Pattern[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much a text speaks for a topic, 0 and up, and the words that it says of it."""

    weight: float = 0.0
    says: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def _words(topic: Topic) -> tuple[_Word, ...]:
    """Keywords match at the start of a word in any case; acronyms are words of their own."""
    found: dict[str, _Word] = {}
    for keyword in topic.keywords:
        pattern = re.compile(rf"(?<!\w){re.escape(keyword)}\w*", re.IGNORECASE)
        found[keyword.lower()] = _Word(keyword.lower(), pattern, 1.0)
    for short, full in topic.acronyms:
        case = re.NOFLAG if len(short) <= _SHORT else re.IGNORECASE
        pattern = re.compile(rf"(?<![\w&]){re.escape(short)}(?:['’]?s)?(?![\w&])", case)
        found[short.lower()] = _Word(short.lower(), pattern, _PHRASE)
        pattern = re.compile(rf"(?<!\w){re.escape(full)}\w*", re.IGNORECASE)
        found[full.lower()] = _Word(full.lower(), pattern, 1.0)
    # A title's words stand in for keywords where there are none.
    for name in () if found else _NAME.findall(topic.title):
        key = name.lower()
        if len(key) > _SHORT and key not in STOP:
            pattern = re.compile(rf"(?<!\w){re.escape(name)}(?:['’]?s)?(?!\w)", re.IGNORECASE)
            found[key] = _Word(key, pattern, _TITLE)
    return tuple(found.values())


class Keywords:
    """The topics' words, weighed by how rare they are over the topics and in a corpus."""

    def __init__(self, topics: Sequence[Topic], corpus: Iterable[str]) -> None:
        """``corpus`` are the texts of all questions at hand."""
        self._topics = [_words(topic) for topic in topics]
        owners = Counter(word.key for words in self._topics for word in words)
        texts = [(text, text.lower()) for text in sorted(set(corpus))]
        self._weight: dict[str, float] = {}
        for words in self._topics:
            for word in words:
                if word.key in self._weight:
                    continue
                holders = sum(_found(word, text, low) for text, low in texts)
                # Between 1, for a word that hardly any text has, and 0, for one that all have.
                rare = math.log((len(texts) + 20) / (holders + 1)) / math.log(len(texts) + 20)
                phrase = _PHRASE if " " in word.key else 1.0
                self._weight[word.key] = rare * phrase * word.weight / math.sqrt(owners[word.key])

    def evidence(self, text: str) -> list[Evidence]:
        """Return what a text says for each topic."""
        low = text.lower()
        hits: list[list[tuple[int, int, str]]] = []
        for words in self._topics:
            own = [
                (match.start(), match.end(), word.key)
                for word in words
                if word.key in low
                for match in word.pattern.finditer(text)
            ]
            hits.append(_outermost(own))
        covered = _covered({(start, end) for own in hits for start, end, _ in own})
        found = []
        for own in hits:
            weights: dict[str, list[float]] = {}
            for start, end, key in own:
                weight = self._weight[key] * (_WITHIN if (start, end) in covered else 1.0)
                weights.setdefault(key, []).append(weight)
            total = math.fsum(
                max(each) * (1 + _AGAIN * min(2, len(each) - 1)) for each in weights.values()
            )
            says = sorted(weights, key=lambda key: (-max(weights[key]), key))
            found.append(Evidence(total, tuple(says)))
        return found

    def asked(self, text: str) -> list[Evidence]:
        """Return what a question says for each topic: the sentences that ask count in full."""
        sentences = _SENTENCE.split(text)
        asking = [each for each in sentences if _ASKS.search(each)]
        told = [each for each in sentences if not _ASKS.search(each)]
        if not asking or not told:
            return self.evidence(text)
        pairs = zip(self.evidence(" ".join(asking)), self.evidence(" ".join(told)), strict=True)
        return [
            Evidence(
                main.weight + _ASKED_ELSEWHERE * aside.weight,
                tuple(dict.fromkeys((*main.says, *aside.says))),
            )
            for main, aside in pairs
        ]


def _found(word: _Word, text: str, low: str) -> bool:
    return word.key in low and word.pattern.search(text) is not None


def _outermost(hits: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Leave out a topic's matches within its own longer ones, and second ones of a place."""
    covered = _covered({(start, end) for start, end, _ in hits})
    first: dict[tuple[int, int], str] = {}
    for start, end, key in sorted(hits):
        if (start, end) not in covered:
            first.setdefault((start, end), key)
    return [(start, end, key) for (start, end), key in first.items()]


def _covered(spans: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The spans that lie within a longer one."""
    found = set()
    furthest = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end <= furthest:
            found.add((start, end))
        furthest = max(furthest, end)
    return found
