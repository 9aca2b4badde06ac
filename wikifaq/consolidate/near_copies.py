"""The engine that needs nothing: it merges questions that are copies but for small words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from wikifaq.consolidate.content_words import NEGATIONS, content_words
from wikifaq.consolidate.engine import Question, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FEWEST_SHARED = 3
_SHARED_FOR_ONE_EXTRA = 6
_LEAST_SCORE = 0.15


class NearCopies:
    """Two questions are the same when their content words are, or all but a small one.

    A word replaced by another makes another question ("… in the travel fund?", "… in the
    emergency fund?"); so does a word more that is a negation or holds a figure. A question that
    follows another can't be compared by its own words, and stays alone.
    """

    name = "words"

    def __init__(self, *, acronyms: Mapping[str, str] | None = None) -> None:
        """``acronyms`` maps short forms to full ones."""
        self._acronyms = {short.lower(): full for short, full in (acronyms or {}).items()}

    def group(self, questions: Sequence[Question]) -> Mapping[str, str]:
        """Group by complete linkage: every two questions of a group are near-copies."""
        ordered = sorted(questions, key=lambda question: question.id)
        words = {each.id: self._words(each) for each in ordered}
        rarest = _rarest(words)
        groups: list[list[str]] = []
        # Of two near-copies one has all the words of the other: its rarest one too.
        holding: dict[str, set[int]] = defaultdict(set)
        rarest_in: dict[str, set[int]] = defaultdict(set)
        for key, own in words.items():
            near = set[int]().union(*(rarest_in[word] for word in own))
            near |= holding[rarest[key]] if own else set()
            number = next(
                (
                    each
                    for each in sorted(near)
                    if all(is_near_copy(own, words[other]) for other in groups[each])
                ),
                len(groups),
            )
            if number == len(groups):
                groups.append([])
            groups[number].append(key)
            for word in own:
                holding[word].add(number)
            if own:
                rarest_in[rarest[key]].add(number)
        return {member: group[0] for group in groups for member in group}

    def suggest(self, questions: Sequence[Question]) -> Sequence[Suggestion]:
        """Rank pairs by the cosine of their content words, the rarer the weightier."""
        ordered = sorted(questions, key=lambda question: question.id)
        words = {each.id: set(content_words(each.text, self._acronyms)) for each in ordered}
        weight = _rarity(words.values())
        length = {
            key: math.sqrt(math.fsum(weight[word] ** 2 for word in sorted(own)))
            for key, own in words.items()
        }
        holders: dict[str, list[str]] = defaultdict(list)
        for key, own in words.items():
            for word in own:
                holders[word].append(key)
        pairs = {
            (a, b)
            for word, keys in holders.items()
            if weight[word] > 0
            for i, a in enumerate(keys)
            for b in keys[i + 1 :]
        }
        found = []
        for a, b in pairs:
            shared = sorted(words[a] & words[b], key=lambda word: (-weight[word], word))
            score = math.fsum(weight[word] ** 2 for word in shared) / (length[a] * length[b])
            if score >= _LEAST_SCORE:
                found.append(Suggestion(a, b, round(score, 4), f"both say {', '.join(shared[:5])}"))
        return sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b))

    def _words(self, question: Question) -> tuple[str, ...]:
        return () if question.follows else content_words(question.text, self._acronyms)


def is_near_copy(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two questions' content words leave no doubt that they ask the same."""
    if not a or not b:
        return False
    if tuple(a) == tuple(b):
        return True
    left, right = Counter(a), Counter(b)
    shared = sum((left & right).values())
    extra = [*(left - right).elements(), *(right - left).elements()]
    if shared < _FEWEST_SHARED or ((left - right) and (right - left)):
        return False
    if any(word in NEGATIONS or any(map(str.isdigit, word)) for word in extra):
        return False
    return len(extra) * _SHARED_FOR_ONE_EXTRA <= shared


def _rarest(words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The word of each question that the fewest have."""
    counts = Counter(word for own in words.values() for word in set(own))
    return {
        key: min(own, key=lambda word: (counts[word], word)) for key, own in words.items() if own
    }


def _rarity(texts: Iterable[set[str]]) -> dict[str, float]:
    """The inverse document frequency of each word."""
    texts = list(texts)
    counts = Counter(word for words in texts for word in words)
    return {word: math.log(len(texts) / count) for word, count in counts.items()}
