"""A small embedder without a model: a text's words and their letters three by three, hashed."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WIDTH = 96


class Hashed:
    """Texts with words or letters in common are near each other."""

    name = "hashed"
    hash = "00"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), WIDTH), np.float64)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                for part in (word, *(word[i : i + 3] for i in range(len(word) - 2))):
                    number = int.from_bytes(hashlib.blake2b(part.encode(), digest_size=4).digest())
                    row[number % WIDTH] += 1 if number >> 16 & 1 else -1
        rows[:, 0] += 0.5  # a text without a word has a vector, too
        return np.asarray(rows / np.linalg.norm(rows, axis=1)[:, None], np.float32)
