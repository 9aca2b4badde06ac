"""The forward pass of BERT (Devlin et al., NAACL 2019) in numpy, the same bits for each text.

A matrix product's last bits depend on its shape and on how its rows are parted among threads.
So every text is computed in a block of one shape, which its own length alone decides, by one
thread; blocks, not products, are what the cores share.
"""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import erf
from threadpoolctl import threadpool_limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float32]

_STEP = 16  # tokens: lengths are rounded up to a multiple of it
_BLOCK = 128  # tokens in a block of texts, unless one text is longer: what caches hold
_HIDDEN = np.float32(-1e9)
_NOTHING, _HALF, _ONE = np.float32(0), np.float32(0.5), np.float32(1)
_ROOT_HALF = np.float32(math.sqrt(0.5))
_ROOT, _CUBIC = np.float32(math.sqrt(2 / math.pi)), np.float32(0.044715)


def _gelu(x: Array) -> Array:
    share: Array = erf(x * _ROOT_HALF)
    share += _ONE
    half: Array = x * _HALF
    half *= share
    return half


def _gelu_new(x: Array) -> Array:
    share: Array = x**3
    share *= _CUBIC
    share += x
    share *= _ROOT
    np.tanh(share, out=share)
    share += _ONE
    half: Array = x * _HALF
    half *= share
    return half


def _relu(x: Array) -> Array:
    return np.maximum(x, _NOTHING)


ACTIVATIONS: Mapping[str, Callable[[Array], Array]] = {
    "gelu": _gelu,
    "gelu_new": _gelu_new,
    "relu": _relu,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a model's config.json says of its layers.

    ``first_position`` is the index of the first token's position: RoBERTa's begin behind that
    of padding.
    """

    layers: int
    heads: int
    epsilon: float
    activation: str
    first_position: int = 0
    pooling: str = "mean"


class Encoder:
    """A sentence model: token ids in, one vector of length 1 a text out."""

    def __init__(self, weights: Mapping[str, Array], shape: Shape) -> None:
        """``weights`` are named as in BERT's files. Raises KeyError where one is missing."""
        self._shape = shape
        tables = (
            "embeddings.word_embeddings.weight",
            "embeddings.position_embeddings.weight",
            "embeddings.token_type_embeddings.weight",
        )
        self._words, self._positions, types = (weights[name] for name in tables)
        self._type = types[0]
        self._norm = _norm(weights, "embeddings.LayerNorm", shape.epsilon)
        self._layers = [
            _Layer(weights, f"encoder.layer.{number}.", shape) for number in range(shape.layers)
        ]

    @property
    def width(self) -> int:
        """The numbers in a vector."""
        return int(self._words.shape[1])

    @property
    def words(self) -> int:
        """How many token ids are known."""
        return len(self._words)

    @property
    def positions(self) -> int:
        """How many tokens a text may have."""
        return len(self._positions) - self._shape.first_position

    def encode(
        self,
        texts: Sequence[Sequence[int]],
        *,
        threads: int,
        done: Callable[[int], None] = lambda _: None,
    ) -> Array:
        """Return a row for each list of token ids, of no more than ``positions``.

        ``done`` is told again and again how many were computed since.
        """
        made = np.zeros((len(texts), self.width), np.float32)
        with threadpool_limits(limits=1, user_api="blas"), ThreadPoolExecutor(threads) as pool:
            blocks = list(_blocks([len(ids) for ids in texts]))
            rows = pool.map(partial(self._block, texts), blocks)
            for (_, _, numbers), block in zip(blocks, rows, strict=True):
                made[numbers] = block
                done(len(numbers))
        return made

    def _block(self, texts: Sequence[Sequence[int]], block: tuple[int, int, list[int]]) -> Array:
        length, rows, numbers = block
        ids = np.zeros((rows, length), np.int64)
        seen = np.zeros((rows, length), bool)
        seen[:, 0] = True
        for row, number in enumerate(numbers):
            own = texts[number]
            ids[row, : len(own)] = own
            seen[row, : len(own)] = True
        # What fills a row up may lie behind the last position; nothing looks at it.
        positions = np.arange(length) + self._shape.first_position
        positions = np.minimum(positions, len(self._positions) - 1)
        x = self._words[ids] + self._positions[positions] + self._type
        x = self._norm(x.reshape(rows * length, self.width))
        hidden = np.where(seen, np.float32(0), _HIDDEN)[:, None, None, :]
        for layer in self._layers:
            x = layer(x, hidden, rows, length)
        x = x.reshape(rows, length, self.width)
        if self._shape.pooling == "cls":
            pooled = x[:, 0]
        else:
            mask = seen[:, :, None].astype(np.float32)
            pooled = (x * mask).sum(axis=1) / mask.sum(axis=1)
        size = np.sqrt(np.square(pooled).sum(axis=1, keepdims=True))
        return np.asarray(pooled / np.maximum(size, np.float32(1e-12)), np.float32)[: len(numbers)]


class _Layer:
    """Attention and feed-forward, each with its residual and norm."""

    def __init__(self, weights: Mapping[str, Array], name: str, shape: Shape) -> None:
        self._heads = shape.heads
        self._activation = ACTIVATIONS[shape.activation]
        attention = f"{name}attention."
        parts = [_dense(weights, f"{attention}self.{part}") for part in ("query", "key", "value")]
        self._qkv = (
            np.ascontiguousarray(np.concatenate([matrix for matrix, _ in parts], axis=1)),
            np.concatenate([bias for _, bias in parts]),
        )
        self._out = _dense(weights, f"{attention}output.dense")
        self._out_norm = _norm(weights, f"{attention}output.LayerNorm", shape.epsilon)
        self._wide = _dense(weights, f"{name}intermediate.dense")
        self._narrow = _dense(weights, f"{name}output.dense")
        self._norm = _norm(weights, f"{name}output.LayerNorm", shape.epsilon)

    def __call__(self, x: Array, hidden: Array, rows: int, length: int) -> Array:
        width = x.shape[1]
        head = width // self._heads
        qkv = _times(x, self._qkv).reshape(rows, length, 3, self._heads, head)
        query, key, value = qkv.transpose(2, 0, 3, 1, 4)
        scores = query @ key.transpose(0, 1, 3, 2)
        scores *= np.float32(1 / math.sqrt(head))
        scores += hidden
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        mixed = (scores @ value).transpose(0, 2, 1, 3).reshape(rows * length, width)
        x = self._out_norm(x + _times(mixed, self._out))
        return self._norm(x + _times(self._activation(_times(x, self._wide)), self._narrow))


def _blocks(lengths: Sequence[int]) -> Iterator[tuple[int, int, list[int]]]:
    """Part texts into blocks: the tokens a row, the rows, the numbers of the texts."""
    by_length: dict[int, list[int]] = {}
    for number, length in enumerate(lengths):
        by_length.setdefault(max(1, -(-length // _STEP)) * _STEP, []).append(number)
    for length, numbers in sorted(by_length.items()):
        rows = max(1, _BLOCK // length)
        for start in range(0, len(numbers), rows):
            yield length, rows, numbers[start : start + rows]


def _dense(weights: Mapping[str, Array], name: str) -> tuple[Array, Array]:
    return np.ascontiguousarray(weights[f"{name}.weight"].T), weights[f"{name}.bias"]


def _times(x: Array, dense: tuple[Array, Array]) -> Array:
    matrix, bias = dense
    product: Array = x @ matrix
    product += bias
    return product


def _norm(weights: Mapping[str, Array], name: str, epsilon: float) -> Callable[[Array], Array]:
    scale, shift = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def norm(x: Array) -> Array:
        x = x - x.mean(axis=1, keepdims=True)
        spread: Any = np.sqrt(np.square(x).mean(axis=1, keepdims=True) + np.float32(epsilon))
        return np.asarray(x / spread * scale + shift, np.float32)

    return norm
