"""A fingerprint of a question by which it is known again after a typo in it is mended.

Charikar's simhash (STOC 2002) of its letters four by four: near texts differ in few bits.
"""

from __future__ import annotations

import hashlib

from wikifaq.transcript.identity import normal

_BITS = 64
_GRAM = 4
# Unrelated questions differ in 32 bits, give or take 4; a mended typo changes a handful.
NEAR = 10


def likeness(question: str) -> str:
    """Return the fingerprint of a plain text: 16 hexadecimal figures."""
    text = normal(question)
    grams = {text[i : i + _GRAM] for i in range(max(1, len(text) - _GRAM + 1))}
    totals = [0] * _BITS
    for gram in grams:
        hashed = int.from_bytes(
            hashlib.blake2b(gram.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        )
        for bit in range(_BITS):
            totals[bit] += 1 if hashed >> bit & 1 else -1
    return f"{sum(1 << bit for bit in range(_BITS) if totals[bit] > 0):016x}"


def is_like(a: str, b: str) -> bool:
    """Whether two fingerprints are those of the same question, but for a typo."""
    return (int(a, 16) ^ int(b, 16)).bit_count() <= NEAR
