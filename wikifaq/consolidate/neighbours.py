"""The nearest of many vectors, the same whatever the machine's number of cores.

Up to some thousands every vector is compared with every other; beyond that faiss parts them into
cells around centres (Jégou, Douze and Schmid, TPAMI 2011) and looks into the nearest cells only.
The centres are found by one thread from a fixed seed, the vectors being in the order of the
questions' ids: they are then always the same.

Vectors are compared as whole numbers, so small that sums of their products are exact in single
precision, in whatever order a machine adds them up.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    Numbers = NDArray[np.int64]

EXACT = 6000
"""The number of vectors up to which each is compared with each."""

_GRID = np.float32(4000)  # its square, and a little more, is below 2 ** 24
_ROWS = 512
_CELLS = 4  # times the root of the number of vectors
_LOOKED_INTO = 16  # cells a query
_ROUNDS = 8
_SAMPLE = 64  # vectors a cell by which its centre is found
_FEW = 20  # a share of queries so small is quicker compared with all


def nearest(vectors: Vectors, count: int, *, queries: Numbers | None = None) -> Numbers:
    """Return for each query the numbers of its nearest vectors, itself left out, nearest first.

    ``queries`` are numbers of vectors, all of them where it is None; the result has a row for
    each, filled up with -1 where there are fewer others than ``count``. Vectors have length 1 at
    most; of those equally near the first come first.
    """
    asked = np.arange(len(vectors)) if queries is None else queries
    found = np.full((len(asked), count), -1, np.int64)
    if len(vectors) < 2 or not len(asked):  # noqa: PLR2004 - one has no other
        return found
    if len(vectors) <= EXACT or len(asked) * _FEW <= len(vectors):
        blocks = _exact(vectors, asked, count + 1)
    else:
        blocks = _by_cells(vectors, asked, count + 1)
    at = 0
    for numbers in blocks:
        own = asked[at : at + len(numbers), None]
        # Itself goes to the end: a stable sort keeps the order of the others.
        order = np.argsort(numbers == own, axis=1, kind="stable")
        others = np.take_along_axis(numbers, order, axis=1)[:, : min(count, len(vectors) - 1)]
        found[at : at + len(numbers), : others.shape[1]] = others
        at += len(numbers)
    return found


def _whole(vectors: Vectors) -> Vectors:
    return np.asarray(np.rint(vectors * _GRID), np.float32)


def _exact(vectors: Vectors, asked: Numbers, count: int) -> Iterator[Numbers]:
    whole = _whole(vectors)
    for start in range(0, len(asked), _ROWS):
        scores = whole[asked[start : start + _ROWS]] @ whole.T
        # As whole numbers, in which a score and a place are one: no two are equal.
        ranks = scores.astype(np.int64) * -len(vectors) + np.arange(len(vectors))
        if count < len(vectors):
            kept = np.argpartition(ranks, count - 1, axis=1)[:, :count]
        else:
            kept = np.broadcast_to(np.arange(len(vectors)), ranks.shape)
        order = np.argsort(np.take_along_axis(ranks, kept, axis=1), axis=1)
        yield np.take_along_axis(kept, order, axis=1)


def _by_cells(vectors: Vectors, asked: Numbers, count: int) -> Iterator[Numbers]:
    import faiss  # noqa: PLC0415 - only where there are that many

    threads = faiss.omp_get_max_threads()
    width = vectors.shape[1]
    cells = int(_CELLS * math.sqrt(len(vectors)))
    centres = faiss.IndexFlatIP(width)
    index = faiss.IndexIVFFlat(centres, width, cells, faiss.METRIC_INNER_PRODUCT)
    index.cp.seed, index.cp.niter = 1, _ROUNDS
    index.cp.min_points_per_centroid, index.cp.max_points_per_centroid = 1, _SAMPLE
    index.nprobe = _LOOKED_INTO
    whole = _whole(vectors)
    try:
        faiss.omp_set_num_threads(1)
        index.train(vectors)
    finally:
        faiss.omp_set_num_threads(threads)
    found = _whole(centres.reconstruct_n(0, cells))
    centres.reset()
    centres.add(found)
    index.add(whole)
    for start in range(0, len(asked), _ROWS):
        _, numbers = index.search(whole[asked[start : start + _ROWS]], count)
        yield numbers.astype(np.int64)
