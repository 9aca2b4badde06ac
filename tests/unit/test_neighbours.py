"""The nearest of many vectors: right, and the same whatever does the sums."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits
from tries import tries

from wikifaq.consolidate import neighbours
from wikifaq.consolidate.neighbours import EXACT, nearest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

COUNT = 10


def clustered(number: int, width: int = 32, *, seed: int = 3) -> Vectors:
    chance = np.random.default_rng(seed)
    centres = chance.normal(size=(max(1, number // 20), width))
    rows = centres[chance.integers(0, len(centres), number)]
    rows = rows + 0.7 * chance.normal(size=(number, width))
    return np.asarray(rows / np.linalg.norm(rows, axis=1)[:, None], np.float32)


def plainly(vectors: Vectors, query: int, count: int) -> list[int]:
    scores = vectors.astype(float) @ vectors[query].astype(float)
    order = sorted(range(len(vectors)), key=lambda number: (-scores[number], number))
    return [number for number in order if number != query][:count]


def recall(found: Any, vectors: Vectors, queries: list[int]) -> float:
    return float(
        np.mean(
            [
                len({*found[row].tolist()} & {*plainly(vectors, query, COUNT)}) / COUNT
                for row, query in enumerate(queries)
            ]
        )
    )


@pytest.fixture(scope="module")
def many() -> Vectors:
    return clustered(7000)


@tries(40)
@given(number=st.integers(0, 40), count=st.integers(1, 12), seed=st.integers(0, 99))
def test_the_nearest_are_the_nearest(number: int, count: int, seed: int) -> None:
    vectors = clustered(number, 8, seed=seed)
    found = nearest(vectors, count)
    assert found.shape == (number, count)
    for query, row in enumerate(found.tolist()):
        others = [each for each in row if each >= 0]
        assert len(others) == len(set(others)) == min(count, number - 1)
        assert row[len(others) :] == [-1] * (count - len(others))
        assert query not in others
        scores = vectors @ vectors[query]
        best = [scores[each] for each in plainly(vectors, query, count)]
        # Equal but for the grid that they are compared on.
        assert np.allclose([scores[each] for each in others], best, atol=2e-3)


def test_none_one_and_no_query() -> None:
    assert nearest(clustered(0), 3).shape == (0, 3)
    assert nearest(clustered(1), 3).tolist() == [[-1, -1, -1]]
    assert nearest(clustered(9), 3, queries=np.array([], np.int64)).shape == (0, 3)


def test_of_equals_the_first_come_first() -> None:
    vectors = np.repeat(clustered(3), [4, 4, 4], axis=0)
    found = nearest(vectors, 3)
    assert found[0].tolist() == [1, 2, 3]
    assert found[6].tolist() == [4, 5, 7]


def test_a_query_has_the_same_nearest_in_any_company() -> None:
    vectors = clustered(1500)
    every = nearest(vectors, COUNT)
    some = [1499, 3, 700]
    assert np.array_equal(nearest(vectors, COUNT, queries=np.array(some)), every[some])
    assert recall(every[::50], vectors, [*range(0, 1500, 50)]) > 0.99


def test_cells_find_nearly_all_and_never_the_query(many: Vectors) -> None:
    assert len(many) > EXACT
    found = nearest(many, COUNT)
    assert (found >= 0).all()
    assert not (found == np.arange(len(many))[:, None]).any()
    assert recall(found[::70], many, [*range(0, len(many), 70)]) >= 0.9


def test_few_queries_are_compared_with_all(many: Vectors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "_by_cells", None)
    queries = [5, 6999, 17]
    found = nearest(many, COUNT, queries=np.array(queries))
    assert recall(found, many, queries) > 0.95


def test_cells_are_the_same_with_any_number_of_threads(many: Vectors) -> None:
    before = faiss.omp_get_max_threads()
    found = []
    try:
        for number in (1, 2, 4):
            faiss.omp_set_num_threads(number)
            with threadpool_limits(limits=number, user_api="blas"):
                found.append(nearest(many, COUNT))
                assert faiss.omp_get_max_threads() == number
    finally:
        faiss.omp_set_num_threads(before)
    assert np.array_equal(found[0], found[1])
    assert np.array_equal(found[0], found[2])


def test_nothing_is_said_on_the_way(many: Vectors, capfd: pytest.CaptureFixture[str]) -> None:
    nearest(many, COUNT)
    assert capfd.readouterr() == ("", "")


def test_sums_are_exact_in_any_order() -> None:
    whole = neighbours._whole(clustered(600, 384))
    assert (whole @ whole.T).max() < 2**24
    exactly = whole.astype(np.int64) @ whole.astype(np.int64).T
    for order in (slice(None), slice(None, None, -1)):
        turned = np.ascontiguousarray(whole[:, order])
        assert np.array_equal((turned @ turned.T).astype(np.int64), exactly)


@pytest.mark.parametrize("number", [700, 6500])
def test_another_process_finds_the_same(number: int) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from test_neighbours import *\n"
        "sys.stdout.write(nearest(clustered(int(sys.argv[2])), COUNT).tobytes().hex())"
    )
    done = [
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent), str(number)],
            env={**os.environ, "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads},
            capture_output=True, text=True, check=True,
        ).stdout
        for threads in ("1", "2")
    ]  # fmt: skip
    assert done[0] == done[1] == nearest(clustered(number), COUNT).tobytes().hex()
