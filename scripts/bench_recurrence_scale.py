"""How time and memory grow with the number of questions that are grouped.

``bench_recurrence.py --scale SIZES`` runs it. The questions are made by a seeded generator out of
the words of the invented conversations; a fifth are near-copies of others. Each measurement runs
in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import json
import math
import re
import resource
import subprocess
import sys
import tempfile
import time
import zlib
from itertools import combinations, pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
from bench_reading import table
from recurring import FOLDER
from scipy.cluster.hierarchy import fcluster, linkage

from wikifaq.consolidate.bonds import NONE, Bonds
from wikifaq.consolidate.corpus import Corpus
from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.evidence import compare
from wikifaq.consolidate.recurrence import ByMeaning, ByWords
from wikifaq.embedding import open_embedder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from wikifaq.consolidate.engine import Embedder, Engine

NEW = 100
_COPIED = 5  # one in so many
_DENSE_MOST, _EACH_MOST, _MODEL_MOST = 10_000, 1000, 1000
_FRAMES = (
    "How does {}?", "When will {}?", "Why is {}?", "Who decides on {}?", "Can {}?",
    "What is planned for {}?", "I read about {}. Is it so?", "Where can one find {}?",
)  # fmt: skip
_SMALL = (
    lambda text: f"Please, {text}",
    lambda text: text.replace("?", "??"),
    lambda text: text.lower(),
    lambda text: f"{text} Thank you!",
)
_WIDTH = 384


class Projection:
    """A stand-in for a sentence model, quick and deaf to meaning: words as random vectors."""

    name = "random projection"
    hash = "00"

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._words = np.zeros((1024, _WIDTH), np.float32)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row of length 1 for each text."""
        made = np.zeros((len(texts), _WIDTH), np.float32)
        for number, text in enumerate(texts):
            rows = [self._row(word) for word in re.findall(r"\w+", text.lower())]
            if rows:
                made[number] = self._words[rows].sum(axis=0)
        size = np.sqrt(np.einsum("ij,ij->i", made, made))[:, None]
        return np.asarray(made / np.maximum(size, np.float32(1e-9)), np.float32)

    def _row(self, word: str) -> int:
        row = self._rows.setdefault(word, len(self._rows))
        if row == len(self._words):
            self._words = np.vstack([self._words, np.zeros_like(self._words)])
        if not self._words[row].any():
            own = np.random.default_rng(zlib.crc32(word.encode()))
            self._words[row] = own.standard_normal(_WIDTH, np.float32)
        return row


class Counted:
    """An embedder that is timed."""

    def __init__(self, inner: Embedder) -> None:
        self.name, self.hash = inner.name, inner.hash
        self._inner = inner
        self.texts, self.seconds = 0, 0.0

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row of length 1 for each text."""
        started = time.perf_counter()
        made = self._inner.embed(texts)
        self.texts += len(set(texts))
        self.seconds += time.perf_counter() - started
        return made


def invented(size: int) -> tuple[list[Question], list[int]]:
    """Return questions, half of them answered, and of each the number of which it is a copy."""
    random = Random(size)  # noqa: S311 - the same questions in every run
    words = [
        word
        for file in sorted(FOLDER.glob("*/2*.json"))
        for entry in json.loads(file.read_text("utf-8"))["entries"]
        for word in re.findall(r"\b[a-z]{3,}\b", entry.get("question") or "")
    ]
    # A larger corpus has more words.
    names = [_name(random) for _ in range(20 * math.isqrt(size))]
    questions: list[Question] = []
    origin: list[int] = []
    for number in range(size):
        if number % _COPIED == _COPIED - 1:
            source = origin[random.randrange(number)]
            old = questions[source]
            text, answer = random.choice(_SMALL)(old.text), old.answer
        else:
            source = number
            chosen = [*random.choices(words, k=random.randint(4, 11)), *random.choices(names, k=2)]
            random.shuffle(chosen)
            text = random.choice(_FRAMES).format(" ".join(chosen))
            answer = ""
            if random.random() < 0.5:  # noqa: PLR2004 - half
                said = [" ".join(random.choices([*words, *names], k=12)) for _ in range(3)]
                answer = ". ".join(each.capitalize() for each in said) + "."
        questions.append(Question(f"q{number:07}", text, answer=answer))
        origin.append(source)
    return questions, origin


def _name(random: Random) -> str:
    return "".join(random.choice("bdfgklmnprstvz") + random.choice("aeiou") for _ in range(4))


def scale(sizes: Sequence[int]) -> None:
    """Print seconds, megabytes and growth by size; each step beside all pairs by brute force."""
    rows = []
    for what, most in (
        ("words", None),
        ("semantic", None),
        ("each pair by its words", _EACH_MOST),
        ("all cosines, average linkage", _DENSE_MOST),
    ):
        took: dict[int, float] = {}
        for size in sizes:
            if most is not None and size > most:
                rows.append([what, f"{size:,}", "not run", "", "", "", ""])
                continue
            found = _in_child(what, size)
            took[size] = found["seconds"]
            grown = [
                math.log(took[b] / took[a]) / math.log(b / a) for a, b in pairwise(sorted(took))
            ]
            rows.append(
                [
                    what,
                    f"{size:,}",
                    f"{found['seconds']:.1f}",
                    f"{found['megabytes']:.0f}",
                    f"{grown[-1]:.2f}" if grown else "",
                    f"{found['copies']:.3f}" if "copies" in found else "",
                    f"{found['wrong']}" if "wrong" in found else "",
                ]
            )
            print(f"{what}, {size}: {found}", file=sys.stderr, flush=True)
    head = ("", "questions", "seconds", "MB", "growth", "copies found", "wrong pairs")
    table("Time and memory by size", head, rows)
    size = min(max(sizes), _MODEL_MOST)
    found = _in_child("model", size)
    print(
        f"\n{size:,} questions with the sentence model, no vector known: {found['seconds']:.1f} s, "
        f"of which {found['embedding']:.1f} s for the vectors of {found['texts']:,} texts "
        f"({found['texts'] / found['embedding']:.0f} a second); {found['megabytes']:.0f} MB."
    )
    table(
        f"{NEW} new questions beside what stands",
        ("", "standing", "seconds", "of which reading", "alone, seconds", "MB", "joined", "broken"),
        [
            [
                engine,
                f"{max(sizes):,}",
                f"{found['seconds']:.1f}",
                f"{found['reading']:.1f}",
                f"{found['alone']:.2f}",
                f"{found['megabytes']:.0f}",
                f"{found['joined']:.2f}",
                f"{found['broken']}",
            ]
            for engine in ("words", "semantic")
            for found in [_in_child(f"new {engine}", max(sizes))]
        ],
    )


def _in_child(what: str, size: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, __file__, what, str(size)], check=True, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _engine(name: str, embedder: Embedder | None = None) -> Engine:
    return ByWords() if name == "words" else ByMeaning(embedder=embedder or Projection())


def child(what: str, size: int) -> dict[str, Any]:
    """Measure one thing; what is not asked for isn't there."""
    questions, origin = invented(size)
    started = time.perf_counter()
    if what in ("words", "semantic"):
        made = _engine(what).group(questions, bonds=NONE)
        took = time.perf_counter() - started
        found = {"seconds": took} | _copies([made.group[each.id] for each in questions], origin)
    elif what == "model":
        with tempfile.TemporaryDirectory() as folder:
            embedder = Counted(open_embedder(None, state=Path(folder)))
            _engine("semantic", embedder).group(questions, bonds=NONE)
            found = {
                "seconds": time.perf_counter() - started,
                "embedding": embedder.seconds,
                "texts": embedder.texts,
            }
    elif what.startswith("new "):
        found = _new(what.removeprefix("new "), questions, origin)
    elif what == "each pair by its words":
        corpus = Corpus(questions, acronyms={})
        for a, b in combinations(range(size), 2):
            compare(corpus, a, b)
        found = {"seconds": time.perf_counter() - started}
    else:
        vectors = Projection().embed([each.text for each in questions])
        distances = 1 - (vectors @ vectors.T)[np.triu_indices(size, 1)].astype(np.float64)
        groups = fcluster(linkage(np.maximum(distances, 0), "average"), 0.1, "distance")
        took = time.perf_counter() - started
        found = {"seconds": took} | _copies([str(each) for each in groups], origin)
    return found | {"megabytes": _peak() / 1e6}


def _new(engine: str, questions: list[Question], origin: Sequence[int]) -> dict[str, Any]:
    """Let the last hundred come after all others stand."""
    old, new = questions[:-NEW], questions[-NEW:]
    standing: dict[int, list[str]] = {}
    for question, source in zip(old, origin, strict=False):
        standing.setdefault(source, []).append(question.id)
    bonds = Bonds(standing=tuple(tuple(group) for group in standing.values()))
    alone = _timed(lambda: _engine(engine).group(new, bonds=NONE))
    started = time.perf_counter()
    made = _engine(engine).group(questions, bonds=bonds).group
    took = time.perf_counter() - started
    started = time.perf_counter()
    corpus = Corpus(questions, acronyms={})
    for number in range(len(corpus)):
        corpus.reading(number)
    reading = time.perf_counter() - started
    copies = [
        made[question.id] == made[old[source].id]
        for question, source in zip(new, origin[-NEW:], strict=True)
        if source < len(old)
    ]
    return {
        "seconds": took,
        "reading": reading,
        "alone": alone,
        "joined": sum(copies) / len(copies),
        "broken": sum(len({made[key] for key in group}) > 1 for group in standing.values()),
    }


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _copies(groups: Sequence[str], origin: Sequence[int]) -> dict[str, Any]:
    """The share of copies that stand with what they copy, and the pairs that are no copies."""
    copied = [groups[n] == groups[source] for n, source in enumerate(origin) if source != n]
    members: dict[str, list[int]] = {}
    for group, source in zip(groups, origin, strict=True):
        members.setdefault(group, []).append(source)
    wrong = sum(a != b for own in members.values() for a, b in combinations(own, 2))
    return {"copies": sum(copied) / len(copied), "wrong": wrong}


def _peak() -> int:
    """The most bytes that this process held; on Linux without what its parent did."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())
        return int(line) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (
        1 if sys.platform == "darwin" else 1024
    )


if __name__ == "__main__":
    print(json.dumps(child(sys.argv[1], int(sys.argv[2]))))
