"""The pairs of questions that are worth a look, by the rare words they share."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.consolidate.corpus import Corpus

NEAREST = 10
"""Of a question, by its words."""

_WORDS = 8  # of a question, the rarest, by which others are looked for
_COMMON = 200  # questions that may have a word by which one looks


def by_words(corpus: Corpus, looked: Iterable[int]) -> set[tuple[int, int]]:
    """Return pairs of numbers, the smaller first: each looked-at question's nearest by words.

    A question's nearest are those with the most of its rarest words, by the sum of the squares
    of their rarity (the product of an index of inverted lists); copies are among them.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in range(len(corpus)):
        words = corpus.reading(number).words
        for word in set(words):
            holders[word].append(number)
        alike[words].append(number)
    pairs = set()
    for number in looked:
        words = corpus.reading(number).words
        rarest = sorted(set(words), key=lambda word: (len(holders[word]), word))[:_WORDS]
        scores: dict[int, float] = defaultdict(float)
        for at, word in enumerate(rarest):
            # The rarest one is looked up however common it is: copies have it, too.
            if len(holders[word]) > 1 and (at == 0 or len(holders[word]) <= _COMMON):
                weight = corpus.rarity(word) ** 2
                for other in holders[word][: 10 * _COMMON]:
                    scores[other] += weight
        scores.pop(number, None)
        nearest = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:NEAREST]
        same = alike[words]
        # Of many copies each meets the first: that is enough to make them one.
        others = {other for other, _ in nearest} | ({same[0]} - {number} if words else set())
        pairs |= {(min(number, other), max(number, other)) for other in others}
    return pairs
