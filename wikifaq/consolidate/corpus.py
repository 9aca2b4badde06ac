"""The questions that are compared with each other, and what is rare among them."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from wikifaq.consolidate.acronyms import Acronyms, learn
from wikifaq.consolidate.background import BACKGROUND
from wikifaq.consolidate.content_words import content_words
from wikifaq.consolidate.reading import Reading, links_of, named, read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.consolidate.engine import Question

UBIQUITOUS = 0.05
"""The share of questions from which on an acronym is left as it is: it tells nothing apart."""

_FEW = 2.0


class Corpus:
    """Questions, in the order of their ids, read when they are asked for."""

    def __init__(self, questions: Sequence[Question], *, acronyms: Mapping[str, str]) -> None:
        """``acronyms`` are the configuration's, which come before those that texts explain."""
        self.questions = sorted(questions, key=lambda question: question.id)
        self.number = {question.id: n for n, question in enumerate(self.questions)}
        texts = [part for each in self.questions for part in (each.text, each.answer) if part]
        short = {key.lower() for key in acronyms}
        learnt = {key: full for key, full in learn(texts).items() if key.lower() not in short}
        self.acronyms = Acronyms({**learnt, **acronyms})
        self.mentions = Counter(
            name for each in self.questions for name in named(each.text, self.acronyms)
        )
        few = max(_FEW, UBIQUITOUS * len(self.questions))
        self.rare_acronyms = frozenset(
            key for key in self.acronyms.full if self.mentions[key] <= few
        )
        self.linked = Counter(link for each in self.questions for link in links_of(each))
        self._readings: dict[int, Reading] = {}
        self._rarity: dict[str, float] = {}
        self.counts = Counter(
            word
            for text in (*(each.text for each in self.questions), *BACKGROUND)
            for word in set(self._words(text))
        )
        self.size = len(self.questions) + len(BACKGROUND)
        self._documents = Counter(
            word
            for each in self.questions
            for word in set(self._words(f"{each.text} {each.answer}"))
        )

    def __len__(self) -> int:
        return len(self.questions)

    def _words(self, text: str) -> tuple[str, ...]:
        return content_words(self.acronyms.spelt_out(text))

    def reading(self, number: int) -> Reading:
        """Return the number-th question as it is compared."""
        known = self._readings.get(number)
        if known is None:
            question = self.questions[number]
            before = self.number.get(question.follows) if question.follows else None
            known = self._readings[number] = read(
                question,
                context="" if before is None else self.questions[before].text,
                acronyms=self.acronyms,
                rare=self.rare_acronyms,
            )
        return known

    def rarity(self, word: str) -> float:
        """Return a word's inverse document frequency: 0 where each question has it."""
        known = self._rarity.get(word)
        if known is None:
            known = self._rarity[word] = math.log((self.size + 1) / (self.counts[word] + 0.5))
        return known

    def rarity_in_documents(self, word: str) -> float:
        """Return how rare a word is where questions are taken with their answers."""
        return math.log((len(self.questions) + 1) / (self._documents[word] + 0.5))
