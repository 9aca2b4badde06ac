"""Whether two questions are copies of each other but for small words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wikifaq.consolidate.content_words import NEGATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST = 2
_FEWEST_SHARED = 3
_SHARED_FOR_ONE_EXTRA = 6


def is_near_copy(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two questions' content words leave no doubt that they ask the same.

    They have the same ones, or all but a small one. A word replaced by another makes another
    question ("… in the travel fund?", "… in the emergency fund?"); so does a word more that is
    a negation or holds a figure. A question of one word ("Why?") can't be told by it.
    """
    if len(a) < _FEWEST or len(b) < _FEWEST:
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
