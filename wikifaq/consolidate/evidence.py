"""What speaks for and against two questions asking the same, in figures with names.

Each figure is 0 where there is nothing to tell, and about 1 at most (a similarity that is centred
on the corpus may be below 0), whatever the size of the corpus, so that one set of weights serves
for all.
"""

from __future__ import annotations

import math
import operator
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate.frame_words import FRAME_WORDS
from wikifaq.consolidate.near_copies import is_near_copy
from wikifaq.consolidate.reading import DEFINITE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from wikifaq.consolidate.corpus import Corpus
    from wikifaq.consolidate.meaning import Meaning
    from wikifaq.consolidate.reading import Reading

_GRAM = 3
_FEW = 3
_FEW_MORE = 2  # words that make a question narrower; with more it is told at length
_ASKING = frozenset({"what", "when", "who", "whom", "whose"})
_RARE = 5
_SHARE = 0.04
"""A word is rare that at most this share of the questions has, or five of them."""

_SAYS = 0.15
"""The likeness in words that answers to unlike questions reach, too; it says nothing."""

_ENOUGH = 0.2
"""More than this beyond it is a phrase used again, and no better sign."""


class Evidence(NamedTuple):
    """Two questions' figures by name, and in words what they share.

    ``shared`` are the rare words and named bodies that both questions have, the rarest first,
    ``across`` the bodies that one names and the other or its answer names, ``links`` what both
    link to and few others. ``copies`` is whether they are one but for small words. ``bars`` say
    why they must not be merged by their own likeness, ``walls`` why not even where others tie
    them together.
    """

    figures: Mapping[str, float]
    shared: tuple[str, ...]
    across: tuple[str, ...]
    links: tuple[str, ...]
    copies: bool
    bars: tuple[str, ...]
    walls: tuple[str, ...]


def compare(corpus: Corpus, a: int, b: int, meaning: Meaning | None = None) -> Evidence:
    """Compare two questions, by their numbers in the corpus; ``meaning`` are its vectors."""
    left, right = corpus.reading(a), corpus.reading(b)
    bound = max(_RARE, _SHARE * len(corpus))
    common = set(left.words) & set(right.words)
    rare = {word for word in common - FRAME_WORDS - _ASKING if corpus.counts[word] <= bound}
    names = {name for name in left.named & right.named if corpus.mentions[name] <= bound}
    across = {
        name
        for one, other in ((left, right), (right, left))
        for name in one.named & (other.named | other.answer_named)
        if corpus.mentions[name] <= bound
    }
    links = {link for link in left.links & right.links if corpus.linked[link] <= _FEW}
    figures = _of_questions(corpus, left, right) | {
        "rare words": min(1.0, len(rare) / _FEW),
        "bodies": min(1.0, len(names) / 2),
        "bodies in answers": min(1.0, len(across) / 2),
        "links": min(1.0, float(len(links))),
    }
    figures |= _of_answers(corpus, left, right)
    if meaning is not None:
        figures |= meaning.figures(a, b)
    return Evidence(
        figures={name: round(figure, 6) for name, figure in figures.items()},
        shared=tuple(sorted(rare | names, key=lambda word: (-corpus.rarity(word), word))),
        across=tuple(sorted(across)),
        links=tuple(sorted(links)),
        copies=not (left.follows or right.follows) and is_near_copy(left.words, right.words),
        bars=tuple(_bars(left, right, shared=bool(rare or names))),
        walls=tuple(_walls(left, right)),
    )


def _bars(a: Reading, b: Reading, *, shared: bool) -> Iterable[str]:
    if a.named and b.named and not a.named & b.named:
        yield "they name different bodies"
    definite = a.kinds & DEFINITE, b.kinds & DEFINITE
    if all(definite) and not definite[0] & definite[1]:
        yield "they ask for different things"
    if not shared:
        yield "they share no rare word"
    if (a.follows or b.follows) and b.id != a.follows and a.id != b.follows:
        yield "one of them follows another question"
    if _is_replaced(a.words, b.words):
        yield "a word is replaced by another"
    if _is_narrower(a.words, b.words):
        yield "one of them is narrower"


def _is_replaced(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two questions are one but for a word ("who can vote …", "who can stand …")."""
    return len(a) == len(b) and sum(map(operator.ne, a, b)) == 1


def _is_narrower(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one has the other's words and a few that tell ("… a grant", "… a travel grant")."""
    left, right = Counter(a), Counter(b)
    if left - right and right - left:
        return False
    more = ((left - right) + (right - left)).keys() - FRAME_WORDS
    return 0 < len(more) <= _FEW_MORE


def _walls(a: Reading, b: Reading) -> Iterable[str]:
    if b.id == a.follows or a.id == b.follows:
        yield "one follows the other"
    if a.figures - b.figures and b.figures - a.figures:
        yield "they name other figures"
    if a.negative != b.negative:
        yield "one of them denies"


def _of_questions(corpus: Corpus, a: Reading, b: Reading) -> dict[str, float]:
    rarity = corpus.rarity
    words = _cosine(a.words, b.words, rarity)
    letters = _dice(_grams(a.words), _grams(b.words))
    return {
        "words": words,
        "other words in the same frame": words * _replaced(corpus, a, b),
        "letters": letters,
        "parts in words": _parts(a, b, rarity),
        "other bodies": float(bool(a.named and b.named and not a.named & b.named)),
        "other figures": float(a.figures != b.figures),
        "one denies": float(a.negative != b.negative),
        "asks otherwise": float(bool(a.kinds and b.kinds and not a.kinds & b.kinds)),
        "one follows": float(bool(a.follows) != bool(b.follows)),
        "same day": float(a.date is not None and a.date == b.date),
        "same section": float(
            a.section is not None and a.section == b.section and a.date != b.date
        ),
    }


def _replaced(corpus: Corpus, a: Reading, b: Reading) -> float:
    """How rare the words are, at best, that each of two questions has for itself.

    "… money in the travel fund" and "… money in the emergency fund" are the worst of all pairs.
    """
    left, right = set(a.words) - FRAME_WORDS, set(b.words) - FRAME_WORDS
    own = left - right, right - left
    rarest = (max(map(corpus.rarity, words), default=0.0) for words in own)
    return min(rarest) / math.log(corpus.size + 1)


def _of_answers(corpus: Corpus, a: Reading, b: Reading) -> dict[str, float]:
    if not (a.answered and b.answered):
        return {"words with answers": 0.0, "answers in words": 0.0}
    # A question's own words count twice: the answer is longer.
    one, other = ((*each.words, *each.words, *each.answer) for each in (a, b))
    answers = _cosine(a.answer, b.answer, corpus.rarity_in_documents)
    return {
        "words with answers": _cosine(one, other, corpus.rarity_in_documents),
        "answers in words": min(_ENOUGH, max(0.0, answers - _SAYS)),
    }


def _cosine(a: Iterable[str], b: Iterable[str], rarity: Callable[[str], float]) -> float:
    left, right = _weights(a, rarity), _weights(b, rarity)
    both = sorted(left.keys() & right.keys())
    product = math.fsum(left[word] * right[word] for word in both)
    if not product:
        return 0.0
    sizes = [math.sqrt(math.fsum(x * x for x in each.values())) for each in (left, right)]
    return product / (sizes[0] * sizes[1])


def _weights(words: Iterable[str], rarity: Callable[[str], float]) -> dict[str, float]:
    return {word: (1 + math.log(n)) * rarity(word) for word, n in Counter(words).items()}


def _grams(words: Collection[str]) -> Counter[str]:
    return Counter(
        f" {word} "[i : i + _GRAM] for word in words for i in range(len(word) + 3 - _GRAM)
    )


def _dice(a: Counter[str], b: Counter[str]) -> float:
    both = (a & b).total()
    return 2 * both / (a.total() + b.total()) if both else 0.0


def _parts(a: Reading, b: Reading, rarity: Callable[[str], float]) -> float:
    """How well the least matched sentence that asks is matched by the other question's words."""
    worst = 1.0
    for one, other in ((a, b), (b, a)):
        every = set(other.words)
        for part in one.asking_words:
            whole = math.fsum(map(rarity, part))
            if whole:
                worst = min(worst, math.fsum(map(rarity, part & every)) / whole)
    return worst
