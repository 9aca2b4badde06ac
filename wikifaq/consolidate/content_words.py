"""The words of a question that carry what it asks, made comparable."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’&/][^\W_]+)*")
# Words that a question can gain or lose and still ask the same. Question words stay: "when"
# and "why" ask different things.
_EMPTY = frozenset(
    "a an the of for to in on at by with from and or as is are was were be been being do does did "
    "please so just also now currently there this that these those it its i we you your our us me "
    "would could can will shall should have has had any some into about regarding".split()
)
NEGATIONS = frozenset(
    "no not never without nor none cannot can't don't doesn't didn't won't isn't aren't "
    "shouldn't wouldn't couldn't unable".split()
)


def content_words(text: str) -> tuple[str, ...]:
    """Return a question's content words in order, lower-case and singular."""
    words = (
        word.replace("’", "'")
        for word in _WORD.findall(unicodedata.normalize("NFKC", text).lower())
    )
    return tuple(_singular(word) for word in words if word not in _EMPTY)


def _singular(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004 - "ties" is none of these
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):  # noqa: PLR2004 - nor is "gas"
        return word[:-1]
    return word
