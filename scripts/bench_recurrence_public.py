"""Public questions with intents, grouped by wikifaq and by what others do.

``bench_recurrence.py --public`` runs it. The sets are the test set of BANKING77 (CC BY 4.0), that
of CLINC150 (CC BY 3.0) and the development set of DSTC11's second track (CDLA-Permissive-2.0);
they are no part of wikifaq. An intent ("where is my card?") is coarser than what an FAQ may merge.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from bench_reading import table
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from wikifaq.consolidate.bonds import NONE, decide
from wikifaq.consolidate.corpus import Corpus
from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.linkage import LARGEST, link
from wikifaq.consolidate.recurrence import PRECISION, ByMeaning, ByWords, _Judged
from wikifaq.consolidate.weights import SEMANTIC, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from wikifaq.consolidate.engine import Embedder

    Vectors = NDArray[np.float32]

SETS = {
    "BANKING77": "banking77_test",
    "CLINC150": "clinc150_test",
    "DSTC11": "dstc11_development",
}
BOUNDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
COSINES = tuple(round(0.025 * step, 3) for step in range(4, 40))
SHIPPED = {"semantic": SEMANTIC.bound(PRECISION), "words": WORDS.bound(PRECISION)}

Groups = list[int]


class Measured(NamedTuple):
    """How a grouping compares to intents: shares of pairs, and of each question's group."""

    pairs: tuple[float, float]
    cubed: tuple[float, float]
    groups: int
    largest: int

    @property
    def f1(self) -> float:
        """B-cubed F1."""
        precision, recall = self.cubed
        return 2 * precision * recall / (precision + recall)


def measured(gold: Sequence[str], found: Groups) -> Measured:
    """Compare a grouping with intents."""
    cells = Counter(zip(found, gold, strict=True))
    made, given = Counter(found), Counter(gold)

    both, merged, asked = (
        sum(n * (n - 1) // 2 for n in counts.values()) for counts in (cells, made, given)
    )
    size = len(gold)
    return Measured(
        pairs=(both / merged if merged else 1.0, both / asked),
        cubed=(
            sum(n * n / made[group] for (group, _), n in cells.items()) / size,
            sum(n * n / given[intent] for (_, intent), n in cells.items()) / size,
        ),
        groups=len(made),
        largest=max(made.values()),
    )


def public(
    shared: Path, embedder: Embedder, *, acronyms: Mapping[str, str], most: int | None
) -> None:
    """Print how well public sets are grouped, and by which bounds."""
    sets = {
        name: _read(shared / "questions" / f"{file}.jsonl", most) for name, file in SETS.items()
    }
    print(f"\nPublic sets: {', '.join(f'{name} {len(rows)}' for name, rows in sets.items())}.")
    methods: dict[str, Callable[[Sequence[Question]], dict[float, Groups]]] = {
        "semantic": lambda asked: _ours(ByMeaning(acronyms=acronyms, embedder=embedder), asked),
        "words": lambda asked: _ours(ByWords(acronyms=acronyms), asked),
        "MiniLM, average linkage": lambda asked: _average(_texts(asked, embedder)),
    }
    if find_spec("sklearn"):
        methods["TF-IDF, average linkage"] = lambda asked: _average(_tf_idf(asked))
    else:
        print("TF-IDF is left out: scikit-learn is in the extra bench.")
    if find_spec("sentence_transformers"):
        methods["MiniLM, community detection"] = lambda asked: _communities(_texts(asked, embedder))
    else:
        print("Community detection is left out: sentence-transformers is not installed.")
    scores: dict[str, dict[str, dict[float, Measured]]] = {}
    for method, run in methods.items():
        for name, rows in sets.items():
            started = time.perf_counter()
            made = run([question for question, _ in rows])
            gold = [intent for _, intent in rows]
            scores.setdefault(method, {})[name] = {
                bound: measured(gold, groups) for bound, groups in made.items()
            }
            print(f"{method}, {name}: {time.perf_counter() - started:.0f} s", flush=True)
    for name, rows in sets.items():
        found = []
        for method, own in scores.items():
            bound = _chosen([own[other] for other in sets if other != name])
            found.append(_row(method, bound, own[name][bound]))
        for method, own in scores.items():
            sure = _sure([own[other] for other in sets if other != name])
            if sure is not None:
                found.append(_row(f"{method}, sure", sure, own[name][sure]))
        for method, bound in SHIPPED.items():
            found.append(_row(f"{method}, as shipped", bound, scores[method][name][bound]))
        intents = len({intent for _, intent in rows})
        table(
            f"{name}: {len(rows)} questions, {intents} intents",
            ("", "bound", "pairs P", "pairs R", "B³ P", "B³ R", "B³ F1", "groups", "largest"),
            found,
        )


def _read(file: Path, most: int | None) -> list[tuple[Question, str]]:
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    # Every so-manieth, so that each intent keeps its share.
    step = 1 if most is None else max(1, -(-len(rows) // most))
    return [(Question(row["id"], row["text"]), row["group"]) for row in rows[::step]]


def _row(method: str, bound: float, found: Measured) -> list[str]:
    shares = [*found.pairs, *found.cubed, found.f1]
    return [
        method, f"{bound:.3f}", *(f"{share:.3f}" for share in shares),
        str(found.groups), str(found.largest),
    ]  # fmt: skip


def _chosen(others: Sequence[Mapping[float, Measured]]) -> float:
    """The bound with the best mean F1 on other sets than the one that is told."""
    return max(others[0], key=lambda bound: (sum(each[bound].f1 for each in others), bound))


def _sure(others: Sequence[Mapping[float, Measured]]) -> float | None:
    """The lowest bound from which on pairs are right often enough, on other sets."""
    found = None
    for bound in sorted(others[0], reverse=True):
        if min(each[bound].pairs[0] for each in others) < PRECISION:
            break
        found = bound
    return found


def _texts(questions: Sequence[Question], embedder: Embedder) -> Vectors:
    return embedder.embed([question.text for question in questions])


def _ours(engine: ByWords, questions: Sequence[Question]) -> dict[float, Groups]:
    """Group as the engine does at each bound; what was compared once is kept."""
    corpus = Corpus(questions, acronyms=engine._acronyms)  # noqa: SLF001 - it is taken apart here
    judged = _Judged(corpus, decide(corpus.number, NONE), engine._weights)  # noqa: SLF001
    judged.look(range(len(corpus)), engine._meaning, lambda _: None)  # noqa: SLF001
    ties = judged.ties()
    made = {}
    for bound in sorted({*BOUNDS, SHIPPED[engine.name]}, reverse=True):
        linked = link(
            judged.atoms, ties, bound=bound, probability=lambda a, b: judged.linking(a, b, 1.0)
        )
        group = {number: n for n, numbers in enumerate(linked) for number in numbers}
        made[bound] = [group[corpus.number[question.id]] for question in questions]
        parts = _parts([pair for pair, value in ties.items() if value >= bound], len(corpus))
        split = [size for size in parts if size > LARGEST]
        if split:
            print(
                f"   {engine.name} at {bound}: {len(split)} parts of more than {LARGEST} "
                f"questions were split, the largest of {max(split)}"
            )
    return made


def _parts(pairs: Sequence[tuple[int, int]], size: int) -> list[int]:
    if not pairs:
        return []
    rows, columns = np.array(pairs).T
    graph = coo_array((np.ones(len(pairs)), (rows, columns)), shape=(size, size))
    return [int(n) for n in np.bincount(connected_components(graph, directed=False)[1])]


def _tf_idf(questions: Sequence[Question]) -> Vectors:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - the extra bench

    rows = TfidfVectorizer(sublinear_tf=True).fit_transform([each.text for each in questions])
    return np.asarray(rows.toarray(), np.float32)


def _average(vectors: Vectors) -> dict[float, Groups]:
    above = np.triu_indices(len(vectors), 1)
    distances = 1 - (vectors @ vectors.T)[above].astype(np.float64)
    tree = linkage(np.maximum(distances, 0), "average")
    return {cosine: [int(n) for n in fcluster(tree, 1 - cosine, "distance")] for cosine in COSINES}


def _communities(vectors: Vectors) -> dict[float, Groups]:
    from sentence_transformers.util import community_detection  # noqa: PLC0415 - not ours

    made = {}
    for cosine in COSINES:
        groups = list(range(len(vectors)))
        for own in community_detection(vectors, threshold=cosine, min_community_size=2):
            for number in own:
                groups[number] = min(own)
        made[cosine] = groups
    return made
