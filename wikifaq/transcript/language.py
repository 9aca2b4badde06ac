"""The languages that a page is written in, told by its most frequent words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from wikifaq.transcript.words import Words

_ALL = tuple(LANGUAGES.values())
_ALWAYS = LANGUAGES["en"]  # "Q:" and "A:" are written everywhere
_SHARE_OF_WINNER = 0.4
_TOO_MANY = 3  # languages that share a word, which then tells none of them
_FEWEST = 6  # frequent words, with fewer of which a text is too short to tell

# Pieces from all over the page are enough: its head may be in another language than the rest.
_PIECES, _PIECE = 4, 400  # characters
_MOST_SINGLE = 300  # characters looked at one by one
_CHARACTERS_A_WORD = 3  # as many frequent characters count for a frequent word

# Hindi's vowel signs are marks, which \w leaves out.
_WORD = re.compile(r"[\w\u0900-\u097f]+")
_KANA = "\u3041", "\u30fa"  # the first and the last
_IDEOGRAPHS = "\u3400", "\u9fff"
_SHARE_OF_KANA = 0.1  # of Japanese; that of Chinese is next to nothing


def _count(block: tuple[str, str], found: Counter[str]) -> int:
    """How many of the characters stand between these two."""
    first, last = block
    return sum(times for character, times in found.items() if first <= character <= last)


_SPACED = tuple(words for words in _ALL if words.spaced)
_IN = Counter(word for words in _SPACED for word in words.common)
_TELLING = tuple(
    (words.code, frozenset(word for word in words.common if _IN[word] < _TOO_MANY))
    for words in _SPACED
)
_UNSPACED = tuple(words for words in _ALL if not words.spaced)
_WITH_KANA = tuple(words for words in _UNSPACED if _count(_KANA, Counter(words.common)))


def languages_of(text: str) -> tuple[Words, ...]:
    """Return the languages with whose words a text is to be read, the likeliest first.

    A language counts by how often its frequent words stand in a sample of the text, those that
    part words with spaces by words, the others by characters. With the likeliest come those that
    are no less than two fifths as likely, which kindred languages often are, and always English.
    A text too short to tell is read with all languages.
    """
    sample = _sample(text.strip()).lower()
    scores = dict.fromkeys((words.code for words in _ALL), 0)
    found = Counter(_WORD.findall(sample))
    for code, telling in _TELLING:
        scores[code] = sum(map(found.__getitem__, telling & found.keys()))
    if not sample.isascii():
        scores |= _unspaced(sample)
    ranked = sorted(_ALL, key=lambda words: -scores[words.code])  # stable: then as in LANGUAGES
    best = scores[ranked[0].code]
    if best < _FEWEST:
        return tuple(ranked)
    return tuple(
        words
        for words in ranked
        if scores[words.code] >= _SHARE_OF_WINNER * best or words is _ALWAYS
    )


def _sample(text: str) -> str:
    """The text, or pieces of it at even distances."""
    if len(text) <= _PIECES * _PIECE:
        return text
    step = (len(text) - _PIECE) // (_PIECES - 1)
    return " ".join(text[start : start + _PIECE] for start in range(0, _PIECES * step, step))


def _unspaced(sample: str) -> dict[str, int]:
    """Count the frequent characters of the languages without spaces, by every few characters.

    Japanese is told from Chinese by its syllables: it has many, and Chinese none.
    """
    step = 1 + len(sample) // _MOST_SINGLE
    found = Counter(sample[::step])
    ideographs, kana = _count(_IDEOGRAPHS, found), _count(_KANA, found)
    if not ideographs + kana:
        return {}
    syllabic = kana >= _SHARE_OF_KANA * (ideographs + kana)
    return {
        words.code: step * sum(map(found.__getitem__, words.common)) // _CHARACTERS_A_WORD
        for words in _UNSPACED
        if (words in _WITH_KANA) == syllabic
    }
