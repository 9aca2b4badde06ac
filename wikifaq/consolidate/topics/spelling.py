"""Words one slip of the pen away from a topic's words: "tecnical", "saftey", "comittee"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 6
_WORD = re.compile(r"[^\W\d_]+")


class Spelling:
    """Mends words that nobody spells so on purpose.

    A word is mended where it is no known one, nor its beginning, and a single letter, left out,
    put in, changed or swapped with the next, makes it one known word.
    """

    def __init__(self, known: Iterable[str], common: Iterable[str]) -> None:
        """``known`` are texts with the words to mend to, ``common`` texts with right ones."""
        self._known = {
            word for text in known for word in _WORD.findall(text.lower()) if len(word) >= _SHORTEST
        }
        seen: dict[str, int] = defaultdict(int)
        for text in common:
            for word in set(_WORD.findall(text.lower())):
                seen[word] += 1
        # What is said twice is hardly a slip.
        self._right = self._known | {word for word, count in seen.items() if count > 1}
        self._without: dict[str, set[str]] = defaultdict(set)
        for word in self._known:
            for form in _shortened(word):
                self._without[form].add(word)

    def mended(self, text: str) -> str:
        """Return the text with such words mended."""
        return _WORD.sub(lambda match: self._word(match[0]), text)

    def _word(self, word: str) -> str:
        low = word.lower()
        if len(low) < _SHORTEST - 1 or low in self._right or not word[1:].islower():
            return word
        near = {
            other
            for form in _shortened(low)
            for other in self._without.get(form, ())
            if other[0] == low[0] and _one_slip(low, other)
        }
        begins = any(low.startswith(other) or other.startswith(low) for other in near)
        return near.pop() if len(near) == 1 and not begins else word


def _shortened(word: str) -> set[str]:
    """A word and all that is left of it without one letter."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _one_slip(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    at = next((i for i, (one, two) in enumerate(zip(a, b, strict=False)) if one != two), len(a))
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    swapped = a[at + 1 : at + 2] == b[at : at + 1] and a[at : at + 1] == b[at + 1 : at + 2]
    return a[at + 1 :] == b[at + 1 :] or (swapped and a[at + 2 :] == b[at + 2 :])
