"""The pairs of questions that are worth a look, by the rare words they share."""

from __future__ import annotations

import heapq
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wikifaq.consolidate.corpus import Corpus

NEAREST = 10
"""Of a question, by its words."""

_WORDS = 8  # of a question, the rarest that others have, by which these are looked for
_COMMON = 200  # questions that may have a word by which one looks
_MOST = 2000  # questions that are looked at where the rarest word is more common than that


def by_words(corpus: Corpus, looked: Iterable[int]) -> set[tuple[int, int]]:
    """Return pairs of numbers, the smaller first: each looked-at question's nearest by words.

    A question's nearest are those with the most of its rarest words, by the sum of the squares
    of their rarity (the product of an index of inverted lists). Of many copies each is in a pair
    with the first.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in range(len(corpus)):
        words = corpus.reading(number).words
        for word in set(words):
            holders[word].append(number)
        alike[words].append(number)
    found: dict[tuple[str, ...], list[int]] = {}
    pairs = set()
    for number in looked:
        words = corpus.reading(number).words
        shared = [word for word in set(words) if len(holders[word]) > 1]
        rarest = sorted(shared, key=lambda word: (len(holders[word]), word))[:_WORDS]
        # The rarest one is looked up however common it is.
        used = (*rarest[:1], *(word for word in rarest[1:] if len(holders[word]) <= _COMMON))
        if used not in found:
            found[used] = _nearest({word: holders[word] for word in used}, corpus)
        others = [other for other in found[used] if other != number][:NEAREST]
        if words:
            others += [other for other in alike[words][:1] if other != number]
        pairs |= {(min(number, other), max(number, other)) for other in others}
    return pairs


def _nearest(holders: Mapping[str, Sequence[int]], corpus: Corpus) -> list[int]:
    """Return the numbers of the questions that have the most of some words, the best first."""
    scores: dict[int, float] = defaultdict(float)
    for word, numbers in holders.items():
        weight = corpus.rarity(word) ** 2
        for number in numbers[:_MOST]:
            scores[number] += weight
    return heapq.nsmallest(NEAREST + 1, scores, key=lambda number: (-scores[number], number))
