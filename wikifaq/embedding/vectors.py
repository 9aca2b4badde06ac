"""An embedder that computes each text's vector once."""

from __future__ import annotations

import hashlib
import time
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from wikifaq.embedding.model import Model, encodable
from wikifaq.embedding.settings import model_hash, read_settings
from wikifaq.embedding.vector_store import VectorStore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_CHUNK = 2048  # texts, which are kept as soon as they are computed
_MANY = 5000  # texts: fewer are done before anybody wonders
_EVERY = 5.0  # seconds from one word of progress to the next


class CachedModel:
    """A sentence model that remembers the vectors it made; it is an ``Embedder``.

    Its weights are read only when a text comes that it doesn't know.
    """

    def __init__(
        self, folder: Path, *, name: str, state: Path, say: Callable[[str], None] = lambda _: None
    ) -> None:
        """``folder`` is the model's, ``state`` the one where vectors are kept.

        ``say`` is told how far it is, and where nothing can be kept. Raises ConfigurationError
        where the model is of no kind that is known.
        """
        self.name = name
        self.width = read_settings(folder, name=name).width
        self.hash = model_hash(folder)
        self._folder = folder
        self._say = say
        self._store = VectorStore(state, say=say)
        self._asked: set[bytes] = set()

    @cached_property
    def _model(self) -> Model:
        return Model(self._folder, name=self.name)

    @property
    def _own(self) -> bytes:
        return bytes.fromhex(self.hash)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row of length 1 for each text; the same text has the same in any company.

        Raises ConfigurationError where the model's weights or words can't be read.
        """
        made = np.zeros((len(texts), self.width), np.float32)
        places: dict[bytes, list[int]] = {}
        for number, text in enumerate(texts):
            key = hashlib.sha256(encodable(text).encode()).digest()
            places.setdefault(key, []).append(number)
        self._asked.update(places)
        missing = []
        for key, numbers in places.items():
            vector = self._store.get(self._own, key)
            if vector is not None and len(vector) == 4 * self.width:
                made[numbers] = np.frombuffer(vector, "<f4")
            else:
                missing.append(key)
        told = time.monotonic()
        for start in range(0, len(missing), _CHUNK):
            chunk = missing[start : start + _CHUNK]
            rows = self._model.embed([texts[places[key][0]] for key in chunk])
            for key, row in zip(chunk, rows, strict=True):
                made[places[key]] = row
            vectors = [row.astype("<f4").tobytes() for row in rows]
            self._store.keep(self._own, dict(zip(chunk, vectors, strict=True)))
            if len(missing) > _MANY and time.monotonic() - told >= _EVERY:
                told = time.monotonic()
                ready = start + len(chunk)
                self._say(f"{ready:,} of {len(missing):,} texts made into vectors.")
        return made

    def prune(self) -> None:
        """Forget what was not asked for so far: text that left the sources, and other models."""
        self._store.forget_others(self._own, self._asked)

    def close(self) -> None:
        """Close the file of vectors."""
        self._store.close()
