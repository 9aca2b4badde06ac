"""Measure how well questions that recur are found, how it grows, and whether it stands.

    python scripts/bench_recurrence.py [--accuracy] [--orders N] [--scale SIZES]
                                       [--public] [--curves FOLDER] [--shared FOLDER]

Without an option: the accuracy, 20 orders and sizes up to 10,000. Prints Markdown tables.
docs/recurrence.md explains them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import mean
from typing import TYPE_CHECKING, Any

import numpy as np
from bench_reading import table
from bench_recurrence_public import public
from bench_recurrence_scale import scale
from recurring import KINDS, TEST, TUNE, Recurring, Score, load, own, score, wilson

from wikifaq import config
from wikifaq.consolidate.bonds import NONE, Bonds
from wikifaq.consolidate.corpus import Corpus
from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.engines import ENGINES, engine
from wikifaq.consolidate.evidence import compare
from wikifaq.consolidate.judgement import judge
from wikifaq.consolidate.meaning import Meaning
from wikifaq.consolidate.topics import OTHER, Placer
from wikifaq.consolidate.weights import SEMANTIC, WORDS
from wikifaq.embedding import open_embedder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from wikifaq.config import Config
    from wikifaq.consolidate.engine import Embedder, Engine, Grouping

ROOT = Path(__file__).parents[1]
STATE = Path("build/state")
ORDERS, SIZES = 20, (1000, 10_000)
LATER = 20
"""Later questions that arrive together."""

BINS = (0.0, 0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)
_HEAD = ("right", "wrong", "precision", "95 %", "recall", "macro")
_RANKED = ("n/2", "n", "2n", "first", "in five")


class Remembered:
    """An embedder that keeps what it made in memory."""

    def __init__(self, inner: Embedder) -> None:
        self.name, self.hash = inner.name, inner.hash
        self._inner, self._known = inner, dict[str, Any]()

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row for each text."""
        if not texts:
            return self._inner.embed(texts)
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(new, self._inner.embed(new), strict=True))
        return np.array([self._known[text] for text in texts], np.float32)


class Bench:
    """What all measurements need: the engines as configured by default, and the model."""

    def __init__(self, embedder: Embedder, settings: Config) -> None:
        self.embedder = embedder
        self.config = settings

    def engine(self, name: str) -> Engine:
        """Return an engine as a run makes it."""
        return engine(name, acronyms=self.config.acronyms, embedder=self.embedder)

    def topics(self, questions: Sequence[Question], name: str) -> list[str]:
        """Return each question's topic."""
        placer = Placer(self.config.topics, embedder=self.embedder if name == "semantic" else None)
        return [placing.topic for placing in placer.place(questions)]


def accuracy(bench: Bench) -> None:
    """Print how the invented sets are grouped, each and together, and how they are placed."""
    rows, topics = [], []
    pooled: dict[tuple[str, str, str, bool], Score] = {}
    for split, names in (("tune", TUNE), ("test", TEST)):
        for kind in KINDS:
            for answers in (True, False):
                for name in ENGINES:
                    placed = [0, 0, 0]
                    for folder in names:
                        data = own(folder, kind, answers=answers)
                        found = score(data, bench.engine(name).group(data.questions, bonds=NONE))
                        rows.append([folder, *_what(kind, answers, name), *_figures(found)])
                        key = split, kind, name, answers
                        pooled[key] = pooled.get(key, Score()) + found
                        told = bench.topics(data.questions, name)
                        pairs = zip(data.questions, told, strict=True)
                        placed[0] += sum(topic in data.topics[each.id] for each, topic in pairs)
                        placed[1] += sum(topic != OTHER for topic in told)
                        placed[2] += len(told)
                    topics.append(
                        [split, *_what(kind, answers, name), f"{placed[0] / placed[1]:.3f}",
                         f"{placed[1] / placed[2]:.3f}"]
                    )  # fmt: skip
    head = ("", "questions", "answers", "engine")
    table("Each set", (*head, *_HEAD, *_RANKED), rows)
    table(
        "Pooled",
        (*head, *_HEAD, *_RANKED),
        [
            [split, *_what(kind, answers, name), *_figures(found)]
            for (split, kind, name, answers), found in pooled.items()
        ],
    )
    table("Topics", (*head, "accepted of those placed", "placed"), topics)


def _what(kind: str, answers: bool, name: str) -> list[str]:  # noqa: FBT001 - a cell
    return [kind, "yes" if answers else "no", name]


def _figures(found: Score) -> list[str]:
    low, high = wilson(found.right, found.right + found.wrong)
    shares = [each / max(1, found.gold) for each in found.among]
    shares += [each / max(1, found.recurring) for each in (found.first, found.five)]
    return [
        str(found.right), str(found.wrong), f"{found.precision:.3f}", f"{low:.2f} to {high:.2f}",
        f"{found.recall:.3f}", f"{found.macro:.3f}", *(f"{share:.2f}" for share in shares),
    ]  # fmt: skip


def beside(bench: Bench, shared: Path) -> None:
    """Print what is made of the real transcripts, alone and with later questions."""
    scorer, gold = shared / "tools" / "score_recurrence.py", shared / "transcripts" / "gold"
    later = shared / "questions" / "recurrence_dev.jsonl"
    if not (scorer.is_file() and gold.is_dir() and later.is_file()):
        print(f"\nThe real transcripts are left out: {shared} doesn't hold them.")
        return
    print("\n### The real transcripts with invented later questions\n")
    with tempfile.TemporaryDirectory() as folder:
        files = {each: Path(folder, each) for each in ("write", "score", "suggest")}

        def ask(what: str) -> str:
            command = [sys.executable, *map(str, (scorer, gold, later, what, files[what]))]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            return done.stdout.strip()

        ask("write")
        questions = [
            Question(**json.loads(line)) for line in files["write"].read_text("utf-8").splitlines()
        ]
        for name in ENGINES:
            made = bench.engine(name).group(questions, bonds=NONE)
            _write(files["score"], [
                {"id": each.id, "group": made.group[each.id], "topic": topic}
                for each, topic in zip(questions, bench.topics(questions, name), strict=True)
            ])  # fmt: skip
            _write(files["suggest"], [{"a": each.a, "b": each.b} for each in made.suggestions])
            print(f"- {name}: {ask('score')}; {ask('suggest')}")
    print("\n### The real transcripts alone\n")
    for answers in (True, False):
        data = load(gold, [], answers=answers)
        for name in ENGINES:
            made = bench.engine(name).group(data.questions, bonds=NONE)
            print(f"- {name}, {'with' if answers else 'without'} answers: {_alone(data, made)}")


def _write(file: Path, rows: Sequence[Mapping[str, str]]) -> None:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def _alone(data: Recurring, made: Grouping) -> str:
    kinds = {True: "same", None: "related", False: "neither"}
    merged = [
        f"{a.id} and {b.id} ({kinds[data.label(a.id, b.id)]})"
        for a, b in combinations(data.questions, 2)
        if made.group[a.id] == made.group[b.id]
    ]
    ranks = {frozenset((pair.a, pair.b)): n for n, pair in enumerate(made.suggestions, 1)}
    asked = [
        f"{' and '.join(sorted(pair))} {ranks.get(pair, 'never')}"
        for pair in sorted(data.same, key=sorted)
    ]
    return (
        f"{len(data.questions)} questions; merged: {', '.join(merged) or 'none'}; "
        f"ranks of the pairs that are the same, of {len(ranks)}: {', '.join(asked)}."
    )


def curves(bench: Bench, folder: Path) -> None:
    """Draw precision over recall, and how often a probability is right; before any bar."""
    from matplotlib import rcParams  # noqa: PLC0415 - the extra bench
    from matplotlib.figure import Figure  # noqa: PLC0415 - the extra bench
    from sklearn.metrics import precision_recall_curve  # noqa: PLC0415 - the extra bench

    rcParams.update({"svg.hashsalt": "wikifaq", "svg.fonttype": "none", "font.size": 9})
    folder.mkdir(parents=True, exist_ok=True)
    found = {
        (kind, name, answers): _probabilities(bench, kind, name, answers=answers)
        for kind in KINDS
        for name in ENGINES
        for answers in (True, False)
    }
    colours = {"semantic": "#3366cc", "words": "#b32424"}
    draft = Figure(figsize=(8, 3.6))
    panels = draft.subplots(1, len(KINDS), sharey=True)
    for panel, kind in zip(panels, KINDS, strict=True):
        for name in reversed(ENGINES):
            for answers in (True, False):
                chances, same = found[kind, name, answers]
                precision, recall, _ = precision_recall_curve(same, chances)
                panel.plot(
                    recall, precision, color=colours[name], linestyle="-" if answers else ":",
                    label=f"{name}, {'with' if answers else 'without'} answers",
                )  # fmt: skip
        panel.set(title=f"{kind} questions", xlabel="recall", xlim=(0, 1), ylim=(0, 1.02))
        panel.grid(alpha=0.3)
    panels[0].set_ylabel("precision")
    panels[0].legend(loc="lower left")
    _save(draft, folder / "precision-recall.svg")
    draft = Figure(figsize=(8, 3.6))
    panels = draft.subplots(1, len(KINDS), sharey=True)
    rows = []
    for panel, kind in zip(panels, KINDS, strict=True):
        panel.plot((0, 1), (0, 1), color="#a2a9b1", linewidth=1)
        for name in reversed(ENGINES):
            both = [found[kind, name, answers] for answers in (True, False)]
            bins = _bins(*(np.concatenate(each) for each in zip(*both, strict=True)))
            rows += [[kind, name, *row] for row in _told(bins)]
            told = np.array([(predicted, right / n) for predicted, right, n in bins]).T
            spread = np.array([wilson(right, n) for _, right, n in bins]).T
            panel.errorbar(
                told[0], told[1], yerr=abs(spread - told[1]), color=colours[name], marker="o",
                markersize=3, linewidth=1, elinewidth=0.7, capsize=2, label=name,
            )  # fmt: skip
        panel.set(title=f"{kind} questions", xlabel="probability", xlim=(0, 1), ylim=(0, 1.02))
        panel.grid(alpha=0.3)
    panels[0].set_ylabel("share of pairs that ask the same")
    panels[0].legend(loc="upper left")
    _save(draft, folder / "calibration.svg")
    table(
        "Calibration", ("questions", "engine", "pairs", "probability", "share right", "95 %"), rows
    )


def _save(figure: Any, file: Path) -> None:  # noqa: ANN401 - the types of an optional library
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None, "Creator": None})
    # Its lines end in blanks here and there.
    text = file.read_text("utf-8")
    file.write_text("".join(f"{line.rstrip()}\n" for line in text.splitlines()), "utf-8")


def _probabilities(
    bench: Bench, kind: str, name: str, *, answers: bool
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    chances, same = [], []
    for folder in TEST:
        data = own(folder, kind, answers=answers)
        corpus = Corpus(data.questions, acronyms=bench.config.acronyms)
        meaning = Meaning(corpus, bench.embedder) if name == "semantic" else None
        weights = SEMANTIC if name == "semantic" else WORDS
        for a, b in combinations(range(len(corpus)), 2):
            label = data.label(corpus.questions[a].id, corpus.questions[b].id)
            if label is not None:
                chances.append(judge(compare(corpus, a, b, meaning), weights).probability)
                same.append(label)
    return np.array(chances), np.array(same)


def _bins(chances: NDArray[np.float64], same: NDArray[np.bool_]) -> list[tuple[float, int, int]]:
    """Return the mean probability of each bin's pairs, how many are right, of how many."""
    places = np.clip(np.digitize(chances, BINS), 1, len(BINS) - 1)
    return [
        (float(chances[own].mean()), int(same[own].sum()), int(own.sum()))
        for place in range(1, len(BINS))
        if (own := places == place).any()
    ]


def _told(bins: Sequence[tuple[float, int, int]]) -> list[list[str]]:
    return [
        [
            str(of),
            f"{predicted:.3f}",
            f"{right / of:.3f}",
            "{:.2f} to {:.2f}".format(*wilson(right, of)),
        ]
        for predicted, right, of in bins
    ]


def orders(bench: Bench, count: int) -> None:
    """Print what becomes of groups when the test sets arrive in other orders."""
    rows = []
    chosen = bench.engine("semantic")
    for folder in TEST:
        data = own(folder, "natural")
        dates: dict[str, list[Question]] = {}
        later = []
        for question in data.questions:
            if "/" in question.id:  # of a conversation, which arrives as one
                dates.setdefault(question.date or "", []).append(question)
            else:
                later.append(question)
        anew = _pairs(chosen.group(data.questions, bonds=NONE))
        random = Random(1)  # noqa: S311 - the same orders in every run
        broken, agreement, finals = 0, [], []
        for _ in range(count):
            random.shuffle(later)
            batches = [*dates.values()]
            batches += [later[n : n + LATER] for n in range(0, len(later), LATER)]
            random.shuffle(batches)
            present: list[Question] = []
            before: frozenset[frozenset[str]] = frozenset()
            bonds = NONE
            for batch in batches:
                present += batch
                made = chosen.group(present, bonds=bonds)
                pairs = _pairs(made)
                broken += len(before - pairs)
                before, bonds = pairs, Bonds(standing=_groups(made))
            finals.append(score(data, made))
            both = len(before | anew) + len(before & anew)
            agreement.append(2 * len(before & anew) / both if both else 1.0)
        fresh = score(data, chosen.group(data.questions, bonds=NONE))
        rows.append(
            [
                folder, str(count), str(len(batches)), str(broken), f"{mean(agreement):.3f}",
                f"{min(agreement):.3f}", f"{fresh.right} and {fresh.wrong}",
                f"{mean(each.right for each in finals):.1f} and {_wrong(finals):.1f}",
                f"{max(each.wrong for each in finals)}",
            ]
        )  # fmt: skip
    head = ("", "orders", "batches", "pairs broken", "agreement, mean", "least",
            "anew, right and wrong", "in orders, on average", "wrong at most")  # fmt: skip
    table("Arrival in other orders", head, rows)


def _wrong(scores: Sequence[Score]) -> float:
    return mean(each.wrong for each in scores)


def _groups(made: Grouping) -> tuple[tuple[str, ...], ...]:
    groups: dict[str, list[str]] = {}
    for key, name in made.group.items():
        groups.setdefault(name, []).append(key)
    return tuple(tuple(group) for group in groups.values())


def _pairs(made: Grouping) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for group in _groups(made) for pair in combinations(group, 2))


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(each) for each in text.split(",")))


def main() -> None:
    """Print the tables that are asked for."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    arguments.add_argument("--accuracy", action="store_true", help="the invented sets")
    arguments.add_argument("--orders", type=int, metavar="N", help="orders of arrival")
    arguments.add_argument("--scale", type=_sizes, metavar="SIZES", help="such as 1000,10000")
    arguments.add_argument("--public", action="store_true", help="BANKING77, CLINC150, DSTC11")
    arguments.add_argument("--most", type=int, metavar="N", help="questions of a public set")
    arguments.add_argument("--curves", type=Path, metavar="FOLDER", help="draw into this folder")
    arguments.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared",
        help="real transcripts and public sets (../shared)",
    )  # fmt: skip
    given = arguments.parse_args()
    if not (given.accuracy or given.orders or given.scale or given.public or given.curves):
        given.accuracy, given.orders, given.scale = True, ORDERS, SIZES
    settings = config.load(None)
    bench = Bench(Remembered(open_embedder(None, state=STATE, say=print)), settings)
    if given.accuracy:
        accuracy(bench)
        beside(bench, given.shared)
    if given.orders:
        orders(bench, given.orders)
    if given.scale:
        scale(given.scale)
    if given.public:
        if (given.shared / "questions").is_dir():
            public(given.shared, bench.embedder, acronyms=settings.acronyms, most=given.most)
        else:
            print(f"\nThe public sets are left out: {given.shared} doesn't hold them.")
    if given.curves:
        curves(bench, given.curves)


if __name__ == "__main__":
    main()
