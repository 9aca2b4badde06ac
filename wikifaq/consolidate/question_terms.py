"""The words of a question, and how much of it stands in the sentences of its answer."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from wikifaq.consolidate.acronyms import Acronyms, learn
from wikifaq.consolidate.topics.words import stems
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ASKED, _BESIDE = 1.0, 0.25  # what a word counts in a sentence that asks, and in what surrounds it
_AGAIN = 0.4  # how much more it counts each time that the question repeats it,
_MOST = 2.0  # and at most
_EXPECTED = 0.63  # of a question's words that an answer repeats; where it has fewer, it has few
_NAMED = 3  # words that a reason names
_STEM = 6  # letters of a word that are compared: endings differ
_SHORTEST = 3  # letters of a word that names nothing, where we don't know which words these are
_CAPITALS = 2
_LONGEST_ACRONYM = 8
_WORD = re.compile(r"[\w\u0900-\u097f]+(?:['’-][\w\u0900-\u097f]+)*")


class QuestionTerms:
    """A question's words, weighed by how telling they are among the sentences of its answer."""

    def __init__(
        self,
        question: str,
        asking: Sequence[str],
        sentences: Sequence[str],
        *,
        parent: str = "",
        code: str,
    ) -> None:
        """``asking`` are the sentences that ask, ``sentences`` those of the answer.

        ``parent`` is the question of which this one is a part, ``code`` the language's.
        """
        self._code = code
        self._known: dict[str, frozenset[str]] = {}
        texts = [question, parent, *sentences]
        self._acronyms = Acronyms(_initials(texts) | learn(texts))
        self._question = self._weighed(question, asking, parent)
        terms = [self.of(each) for each in sentences]
        self._rarity = _rarity(terms, self._question)
        self._total = max(
            math.fsum(self._rarity.values()), _EXPECTED * math.fsum(self._question.values())
        )
        self._best = max(map(self._share, terms), default=0.0)

    def of(self, text: str) -> frozenset[str]:
        """Return what a text's words are compared by: stems, or pairs of signs."""
        text = self._acronyms.spelt_out(text)
        language = LANGUAGES[self._code]
        if self._code == "en" or not language.spaced:
            return frozenset(word[:_STEM] for word in stems(text))
        words = _WORD.findall(unicodedata.normalize("NFKC", text).lower())
        return frozenset(
            word[:_STEM] for word in words if len(word) > _SHORTEST and word not in language.common
        )

    def has(self, word: str) -> bool:
        """Whether the question has a word."""
        return not self._of_word(word).isdisjoint(self._question)

    def covered(self, terms: frozenset[str]) -> float:
        """Return how much of the question terms cover: by itself, and beside the best sentence.

        Of a long question few words recur in any sentence.
        """
        share = self._share(terms)
        return (share + min(1.0, share / (self._best or 1.0))) / 2

    def named(self, text: str) -> list[str]:
        """Return the words of a text that the question has, the rarest first, as they stand."""
        found: dict[str, float] = {}
        for word in _WORD.findall(text):
            for term in self._of_word(word) & self._rarity.keys():
                found.setdefault(word, self._rarity[term])
        return sorted(found, key=lambda word: (-found[word], word))[:_NAMED]

    def _of_word(self, word: str) -> frozenset[str]:
        if word not in self._known:
            self._known[word] = self.of(word)
        return self._known[word]

    def _share(self, terms: frozenset[str]) -> float:
        found = terms & self._rarity.keys()
        return math.fsum(self._rarity[term] for term in found) / self._total if found else 0.0

    def _weighed(self, question: str, asking: Sequence[str], parent: str) -> dict[str, float]:
        """What the question's words count; what it names again and again is what it is about."""
        found = dict.fromkeys(self.of(parent) | self.of(question), _BESIDE)
        for each in asking:
            found |= dict.fromkeys(self.of(each), _ASKED)
        counts = Counter(term for word in _WORD.findall(question) for term in self._of_word(word))
        return {
            term: weight * min(_MOST, 1 + _AGAIN * max(0, counts[term] - 1))
            for term, weight in found.items()
        }


def _rarity(sentences: Sequence[frozenset[str]], question: Mapping[str, float]) -> dict[str, float]:
    """How telling each of the question's words is that some sentence has: rare ones tell more."""
    counts = Counter(term for terms in sentences for term in terms)
    most = math.log(2 * (len(sentences) + 1))
    return {
        term: weight * math.log((len(sentences) + 1) / (counts[term] - 0.5)) / most
        for term, weight in sorted(question.items())
        if counts[term]
    }


def _initials(texts: Sequence[str]) -> dict[str, str]:
    """Return the words that acronyms of the texts stand for, told by their initials."""
    words = [word for text in texts for word in _WORD.findall(text)]
    shorts = {
        word.lower()
        for word in words
        if _CAPITALS <= len(word) <= _LONGEST_ACRONYM
        and word.isalpha()
        and sum(map(str.isupper, word)) >= _CAPITALS
    }
    lengths = sorted({len(short) for short in shorts})
    initials = "".join(word[0].lower()[:1] for word in words)
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if not word[0].isupper():
            continue
        for length in lengths:
            run = words[at : at + length]
            short = initials[at : at + length]
            if short in shorts and run[-1][0].isupper() and all(len(each) > 1 for each in run):
                found.setdefault(short, " ".join(run))
    return found
