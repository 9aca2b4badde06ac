"""A sentence model: texts into vectors, by the words and weights of a folder."""

from __future__ import annotations

import os
import re
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from wikifaq.embedding.encoder import Encoder
from wikifaq.embedding.settings import model_hash, read_settings
from wikifaq.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_PREFIXES = ("bert.", "roberta.", "model.", "0.auto_model.")
_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """Return a text that can be written: half a character, as no file holds, becomes a sign."""
    return _SURROGATE.sub("\ufffd", text)


class Model:
    """A sentence model that turns texts into vectors.

    ``name`` is what people know it by.
    """

    def __init__(self, folder: Path, *, name: str) -> None:
        """Read a model's folder. Raises ConfigurationError where it holds none that is known."""
        self.name = name
        self._folder = folder
        self._settings = read_settings(folder, name=name)
        try:
            self._encoder = Encoder(_weights(folder / "model.safetensors"), self._settings.shape)
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._tokenizer.no_padding()
            self._tokenizer.enable_truncation(self._settings.longest)
            fits = self._fits()
        except KeyError as error:
            raise ConfigurationError(
                f"The model {name!r} can't be used: it lacks the weights {error}."
            ) from error
        except Exception as error:
            # The libraries raise exceptions of their own kinds for what they can't read.
            raise ConfigurationError(f"The model {name!r} can't be read: {error}.") from error
        if not fits:
            raise ConfigurationError(
                f"The model {name!r} can't be used: the files in {folder} don't fit one another."
            )

    @cached_property
    def hash(self) -> str:
        """What tells its vectors from those of another model, as 64 hexadecimal figures."""
        return model_hash(self._folder)

    @property
    def width(self) -> int:
        """The numbers in a vector."""
        return self._settings.width

    def embed(
        self, texts: Sequence[str], *, done: Callable[[int], None] = lambda _: None
    ) -> NDArray[np.float32]:
        """Return a row of length 1 for each text; the same text has the same in any company.

        ``done`` is told again and again how many were computed since.
        """
        plain = [encodable(text) for text in texts]
        if self._settings.lower:
            plain = [text.lower() for text in plain]
        tokens = [each.ids for each in self._tokenizer.encode_batch(plain)]
        return self._encoder.encode(tokens, threads=_cores(), done=done)

    def _fits(self) -> bool:
        """Whether weights, words and settings are of one model; shapes that differ may raise."""
        words = self._tokenizer.get_vocab()
        tried = self.embed(["?"])
        return (
            max(words.values(), default=0) < self._encoder.words
            and self._settings.longest <= self._encoder.positions
            and tried.shape[1] == self.width
            and bool(np.isfinite(tried).all())
        )


def _weights(file: Path) -> dict[str, NDArray[np.float32]]:
    found = {}
    for key, value in load_file(file).items():
        bare = key
        for prefix in _PREFIXES:
            bare = bare.removeprefix(prefix)
        if np.issubdtype(value.dtype, np.floating):
            found[bare] = np.asarray(value, np.float32)
    return found


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
