"""A text's words as they are compared between questions, and how alike they make two texts."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from wikifaq.consolidate.background import BACKGROUND

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Each word stands once: what helps a sentence along, and says nothing of what it is about.
STOP = frozenset(
    """
    a able about above across actually after again against ago all allow allowed almost already
    also although always am among an and another any anybody anyone anything anyway are aren't
    around as ask asked asking at away back be became because become been before behind being
    believe below best better between beyond both but by call called came can can't cannot case
    come comes coming could couldn't course day days definitely did didn't different do does
    doesn't doing don't done down during each either else enough especially etc even ever every
    everybody everyone everything exactly far few find first follow for found from front full
    further gave get gets getting give given gives giving go goes going gone good got great had
    happen happened happens hard has have haven't having he hear heard hello help her here hers
    hi high him himself his hold hope how however i idea if important in instead into is isn't
    it it's its itself just keep kept kind knew know known large last lately later least leave
    left less let let's like likely little long longer look looked looking lot made mainly make
    makes making many maybe me mean means meant might mine moment month months more most mostly
    much must my myself near need needed needs neither never new next no nobody non none nor not
    nothing now nowhere number of off often ok okay old on once one ones only onto open or other
    others otherwise our ours ourselves out over own part particular past people perhaps person
    place plan planned planning plans please point possible possibly put question questions
    quite rather read reading real really reason recent recently regard regarding right said
    same saw say saying says second see seem seems seen several shall she should shouldn't show
    simply since small so some somebody somehow someone something sometimes somewhere soon sort
    start started still stop such sure take taken takes taking talk tell than thank thanks that
    that's the their theirs them themselves then there there's therefore these they thing things
    think this those though thought through thus time times to today together told too took
    toward towards tried try trying turn two under until up upon us use used uses using usual
    usually various very via want wanted wants was wasn't way ways we week weeks well went were
    weren't what what's whatever when whenever where whereas wherever whether which while who
    who's whoever whole whom whose why will wish with within without won't wonder word words
    work worked working works would wouldn't year years yes yet you your yours yourself
    yourselves
    """.split()
)
_WORD = re.compile(r"[^\W_]+(?:['’&][^\W_]+)*")
# Scripts that put no blanks between words: pairs of letters stand for them.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\uac00-\ud7af]{2,}")
_ENDINGS = re.compile(
    r"(?:izations?|isations?|ations?|ments?|ingly|ings?|edly|ed|ions?|ies|ers?|ors?|es|s|ly)$"
)
_LAST = re.compile(r"[eiy]$")
_STEM = 4
# A word that more of the texts have than this share tells no two of them apart.
_COMMON = 0.2


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a lower-case word without its usual English endings."""
    word = word.replace("’", "'").removesuffix("'s")
    ending = _ENDINGS.search(word)
    if ending and ending.start() >= _STEM:
        word = word[: ending.start()]
    return _LAST.sub("", word) if len(word) > _STEM else word


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words in their order, stop words left out."""
    found: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).lower().replace("’", "'")):
        if _UNSPACED.search(word):
            found += [word[i : i + 2] for i in range(len(word) - 1)]
        elif word not in STOP:
            found.append(stem(word))
    return tuple(found)


class Lexicon:
    """How rare words are among some texts: rarer ones count for more in what is alike."""

    def __init__(self, texts: Sequence[str]) -> None:
        whole = [*texts, *BACKGROUND]
        self._counts = Counter(word for text in whole for word in set(stems(text)))
        self._texts = len(whole)

    def rarity(self, word: str) -> float:
        """The inverse document frequency of a stem, that of an unknown one being the highest."""
        count = self._counts[word]
        if count > _COMMON * self._texts:
            return 0.0
        return math.log((self._texts + 1) / (count + 0.5))

    def vector(self, weighted: Sequence[tuple[str, float]]) -> dict[str, float]:
        """Return texts, each at its weight, as one vector of length 1; empty without a word."""
        counts: dict[str, float] = defaultdict(float)
        for text, weight in weighted:
            for word in stems(text):
                counts[word] += weight
        vector = {
            word: math.log1p(count) * rarity
            for word, count in sorted(counts.items())
            if (rarity := self.rarity(word)) > 0
        }
        length = math.sqrt(math.fsum(value * value for value in vector.values()))
        return {word: value / length for word, value in vector.items()} if length else {}


def likeness(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two such vectors."""
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(value * b[word] for word, value in a.items() if word in b)


def all_likenesses(
    rows: Sequence[Mapping[str, float]], columns: Sequence[Mapping[str, float]]
) -> list[dict[int, float]]:
    """Return for each row the columns that share a word with it, and how alike they are."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, column in enumerate(columns):
        for word, value in column.items():
            holders[word].append((number, value))
    found = []
    for row in rows:
        alike: dict[int, float] = defaultdict(float)
        for word, value in row.items():
            for number, other in holders.get(word, ()):
                alike[number] += value * other
        found.append(dict(alike))
    return found
