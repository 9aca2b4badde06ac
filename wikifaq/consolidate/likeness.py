"""A fingerprint of a question by which it is known again after a typo in it is mended.

Charikar's simhash (STOC 2002) of its letters four by four: near texts differ in few bits.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from wikifaq.transcript.identity import normal

if TYPE_CHECKING:
    from collections.abc import Mapping

_BITS = 64
_GRAM = 4
_FIGURES = 16
_PAGES = 1 << 32
_LONGEST = 1000  # characters: more tell no more
# Measured on 238 questions: 997 of 1,000 single typos change no more bits than this, and 1 of
# 1,000 pairs of other questions differ in no more.
_NEAR = 18


def likeness(question: str, page_id: int | None) -> str:
    """Return the fingerprint of a page's question, and the page: 16 hexadecimal figures . more."""
    return f"{_simhash(question):016x}.{(page_id or 0) % _PAGES:x}"


def _simhash(question: str) -> int:
    text = normal(question)[:_LONGEST]
    grams = {text[i : i + _GRAM] for i in range(max(1, len(text) - _GRAM + 1))}
    totals = [0] * _BITS
    for gram in grams:
        hashed = int.from_bytes(
            hashlib.blake2b(gram.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        )
        for bit in range(_BITS):
            totals[bit] += 1 if hashed >> bit & 1 else -1
    return sum(1 << bit for bit in range(_BITS) if totals[bit] > 0)


def nearest(question: str, page_id: int | None, known: Mapping[str, str]) -> str | None:
    """Return the key of the fingerprint that may be this question's, but for a typo; else None.

    Only questions of the same page are compared: on another page it is another question.
    """
    own, _, page = likeness(question, page_id).partition(".")
    distances = {
        key: (int(own, 16) ^ int(each[:_FIGURES], 16)).bit_count()
        for key, each in known.items()
        if each.partition(".")[2] == page
    }
    best = min(distances, key=lambda key: (distances[key], key), default=None)
    return best if best is not None and distances[best] <= _NEAR else None
