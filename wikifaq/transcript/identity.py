"""Ids of entries: their page and their own words, never their title or place."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LENGTH = 10
_ALPHABET, _BITS = "abcdefghijklmnopqrstuvwxyz234567", 5  # base 32 (RFC 4648)
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}


def digest(*parts: str, length: int = _LENGTH) -> str:
    """Return a short, lower-case, letters-and-figures digest of some texts (5 bits a character)."""
    hashed = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    size = -(-length * _BITS // 8)
    bits = int.from_bytes(hashed[:size], "big") >> (size * 8 - length * _BITS)
    return "".join(
        [_ALPHABET[bits >> shift & 31] for shift in range((length - 1) * _BITS, -1, -_BITS)]
    )


def normal(text: str) -> str:
    """Letters and figures only, case folded: what is left when only marks and spaces differ."""
    if text.isascii():
        return text.translate(_NO_LETTERS).lower()
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text))).casefold()


def entry_ids(page: str, entries: Iterable[tuple[str, str]]) -> list[str]:
    """Return an id for each (question, answer) of a page, in their order.

    ``page`` names the page for good: its page id, or its title outside a wiki. A question that
    the page asks twice in the same words is told from the first by its answer, and after that
    by its number.
    """
    taken: set[str] = set()
    told: dict[tuple[str, str], int] = {}  # how often the same words have the same answer
    ids = []
    for question, answer in entries:
        words = normal(question) or normal(answer)
        made = digest(page, words)
        while made in taken:
            key = words, normal(answer)
            again = told[key] = told.get(key, 0) + 1
            made = digest(page, *key, str(again))
        taken.add(made)
        ids.append(made)
    return ids
