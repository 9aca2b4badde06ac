"""Fit the weights by which two questions are judged, and check them.

    python scripts/train_recurrence.py [--write] [--folder tests/recurrence]

The weights are fitted on the sets tune1 and tune2 and written to wikifaq/consolidate/weights.py;
before that, those fitted on one of the two are checked on the other. The sets test1 and test2 are
not looked at here: ``scripts/bench_recurrence.py`` does that.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from recurring import FOLDER, KINDS, TUNE, own
from scipy.optimize import minimize

from wikifaq.config import load
from wikifaq.consolidate.corpus import Corpus
from wikifaq.consolidate.evidence import compare
from wikifaq.consolidate.judgement import Weights, judge
from wikifaq.consolidate.meaning import Meaning
from wikifaq.embedding import open_embedder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wikifaq.consolidate.engine import Embedder

    Numbers = NDArray[np.float64]

WEIGHTS = Path(__file__).parents[1] / "wikifaq" / "consolidate" / "weights.py"
_AGAINST = {
    "other bodies", "other figures", "one denies", "asks otherwise", "one follows", "same day",
    "other words in the same frame",
}  # fmt: skip
# Invented questions repeat others in other words on purpose. In real ones a shared rare word
# tells more than that: what is known beforehand is a least weight, and for every figure that it
# speaks the way that it is meant to.
_LEAST = {
    "words": 2.0, "words with answers": 6.0, "bodies in answers": 0.3, "rare words": 0.3,
}  # fmt: skip
# Invented answers link to a page of their own, and say much the same only where the question is
# the same; real ones link to the policy they all speak of, and use set phrases.
_MOST = {"links": 1.0, "answers in words": 12.0}
_EXPECTED = 0.2  # of each figure, in standard deviations
_STRENGTH = 0.1  # of the fit against what is expected
_NATURAL, _HARSH = 2.0, 1.0
_PRECISIONS = (0.8, 0.85, 0.9, 0.95, 0.97, 0.99)


class Pairs(NamedTuple):
    """Pairs of questions: their figures (a row each) by name, whether they ask the same.

    ``free`` is whether they may be merged without a person, whatever the figures.
    """

    names: tuple[str, ...]
    figures: Numbers
    same: Numbers
    free: NDArray[np.bool_]
    weight: float


def pairs(name: str, kind: str, embedder: Embedder | None, *, answers: bool, folder: Path) -> Pairs:
    """Compare every two questions of an invented set, but for those one could argue about."""
    data = own(name, kind, answers=answers, folder=folder)
    corpus = Corpus(data.questions, acronyms=load(None).acronyms)
    meaning = Meaning(corpus, embedder) if embedder else None
    rows, labels, free = [], [], []
    names: tuple[str, ...] = ()
    for a, b in combinations(range(len(corpus)), 2):
        label = data.label(corpus.questions[a].id, corpus.questions[b].id)
        if label is not None:
            evidence = compare(corpus, a, b, meaning)
            names = tuple(evidence.figures)
            rows.append(list(evidence.figures.values()))
            labels.append(float(label))
            free.append(not judge(evidence, Weights(0.0, {})).barred)
    # Each set is there with and without its answers, and counts once.
    weight = (_NATURAL if kind == "natural" else _HARSH) / 2
    return Pairs(names, np.array(rows), np.array(labels), np.array(free), weight)


def fit(sets: Sequence[Pairs]) -> tuple[float, dict[str, float]]:
    """Return the base and the weights of a logistic model with the most likely weights.

    Those have a normal distribution around what is expected, and none speaks the wrong way.
    """
    names = sets[0].names
    figures = np.vstack([each.figures for each in sets])
    same = np.concatenate([each.same for each in sets])
    weight = np.concatenate([np.full(len(each.same), each.weight) for each in sets])
    spread = figures.std(axis=0) + 1e-9
    scaled = figures / spread
    sign = np.array([-1.0 if name in _AGAINST else 1.0 for name in names])
    count = len(names)

    def loss(at: Numbers) -> tuple[float, Numbers]:
        odds = scaled @ at[:count] + at[count]
        off = at[:count] - _EXPECTED * sign
        wrong = weight * (1 / (1 + np.exp(-odds)) - same)
        value = (weight * (np.logaddexp(0, odds) - same * odds)).sum()
        value += 0.5 / _STRENGTH * (off @ off)
        return float(value), np.append(scaled.T @ wrong + off / _STRENGTH, wrong.sum())

    bounds: list[tuple[float | None, float | None]] = [
        (_LEAST.get(name, 0.0) * size, _MOST[name] * size if name in _MOST else None)
        if way > 0
        else (None, 0.0)
        for name, way, size in zip(names, sign, spread, strict=True)
    ]
    found = minimize(
        loss,
        np.zeros(count + 1),
        jac=True,
        bounds=[*bounds, (None, None)],
        method="L-BFGS-B",
        options={"maxiter": 5000},
    ).x
    weights = {
        name: round(float(value), 3)
        for name, value in zip(names, found[:count] / spread, strict=True)
        if abs(value) >= 0.0005  # noqa: PLR2004 - else it is 0 in three decimals
    }
    return round(float(found[count]), 3), weights


def probabilities(model: tuple[float, dict[str, float]], sets: Pairs) -> Numbers:
    """Return the probability of each pair."""
    base, weights = model
    vector = np.array([weights.get(name, 0.0) for name in sets.names])
    made: Numbers = 1 / (1 + np.exp(-(sets.figures @ vector + base)))
    return made


def bounds(checked: Sequence[tuple[Numbers, Pairs]], *, harsh: bool) -> dict[float, float]:
    """Return for each precision the least probability from which natural pairs reach it.

    ``checked`` are probabilities by weights that were fitted on other pairs; ``harsh`` says to
    ask it of natural and harsh pairs together.
    """
    natural = [(found, each) for found, each in checked if harsh or each.weight == _NATURAL / 2]
    made = {}
    for precision in _PRECISIONS:
        for step in range(99, 29, -1):
            over = [(found >= step / 100) & each.free for found, each in natural]
            right = sum(
                each.same[kept].sum() for kept, (_, each) in zip(over, natural, strict=True)
            )
            # One more that is wrong: few pairs promise less than many.
            if right < precision * (1 + sum(kept.sum() for kept in over)):
                break
            made[precision] = step / 100
    return made


def main() -> None:
    """Fit, check, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    embedder = open_embedder(None, state=Path("build/state"), say=print)
    made = {}
    for engine, by in (("semantic", embedder), ("words", None)):
        sets = {
            (name, kind, answers): pairs(name, kind, by, answers=answers, folder=options.folder)
            for name in TUNE
            for kind in KINDS
            for answers in (True, False)
        }
        print(f"\n{engine}: fitted on one set, checked on the other")
        print(
            f"{'set':8}{'kind':10}{'answers':9}{'bound':>6}{'pairs':>7}{'wrong':>7}{'expected':>10}"
        )
        checked = []
        for name in TUNE:
            model = fit([each for key, each in sets.items() if key[0] != name])
            for (own_name, kind, answers), each in sets.items():
                if own_name != name:
                    continue
                found = probabilities(model, each)
                checked.append((found, each))
                for bound in (0.5, 0.8, 0.9, 0.95):
                    over = (found >= bound) & each.free
                    print(
                        f"{name:8}{kind:10}{'yes' if answers else 'no':9}{bound:6}{over.sum():7}"
                        f"{int((over & (each.same == 0)).sum()):7}{(1 - found[over]).sum():10.1f}"
                    )
        base, weights = fit(list(sets.values()))
        # Words alone can't tell a question from another in the same frame: they must stand that.
        made[engine] = base, weights, bounds(checked, harsh=by is None)
        for figure, value in sorted(weights.items(), key=lambda item: -abs(item[1])):
            print(f"   {figure:36}{value:8.3f}")
        print("   precision and bound:", made[engine][2])
    if options.write:
        WEIGHTS.write_text(_module(made), "utf-8")


def _module(made: dict[str, tuple[float, dict[str, float], dict[float, float]]]) -> str:
    text = (
        '"""What each figure weighs: written by ``scripts/train_recurrence.py``."""\n\n'
        "from __future__ import annotations\n\n"
        "from wikifaq.consolidate.judgement import Weights\n"
    )
    for engine, (base, weights, least) in made.items():
        of = "".join(f'        "{name}": {value},\n' for name, value in weights.items())
        rows = "".join(f"        {precision}: {bound},\n" for precision, bound in least.items())
        text += (
            f"\n{engine.upper()} = Weights(\n    base={base},\n    of={{\n{of}    }},\n"
            f"    bounds={{\n{rows}    }},\n)\n"
        )
    return text


if __name__ == "__main__":
    main()
