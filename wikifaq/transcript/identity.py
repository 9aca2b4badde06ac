"""Ids of entries: their page and their own words, never their title or place."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LENGTH = 10


def digest(*parts: str, length: int = _LENGTH) -> str:
    """Return a short, lower-case, letters-and-figures digest of some texts (5 bits a character)."""
    hashed = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(hashed).decode("ascii").lower()[:length]


def normal(text: str) -> str:
    """Letters and figures only, case folded: what is left when only marks and spaces differ."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def entry_ids(page: str, entries: Iterable[tuple[str, str]]) -> list[str]:
    """Return an id for each (question, answer) of a page, in their order.

    ``page`` names the page for good: its page id, or its title outside a wiki. A question that
    the page asks twice in the same words is told from the first by its answer, and after that
    by its number.
    """
    taken: set[str] = set()
    ids = []
    for question, answer in entries:
        words = normal(question) or normal(answer)
        made = digest(page, words)
        again = 0
        while made in taken:
            again += 1
            made = digest(page, words, normal(answer), str(again))
        taken.add(made)
        ids.append(made)
    return ids
