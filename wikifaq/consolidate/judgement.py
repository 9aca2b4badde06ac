"""Whether two questions ask the same: a logistic model that a person can read.

Its weights (``weights.py``) are fitted by ``scripts/train_recurrence.py`` on invented questions;
the sum of the weighted figures is the logarithm of the odds, so that a score is a probability.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikifaq.consolidate.evidence import Evidence

COPIES = 0.99
"""The least probability of questions that differ in small words only."""

_HIGH, _WELL = 0.35, 0.15
_MOST_NAMED = 4


class Weights(NamedTuple):
    """A model: the logarithm of the odds where all figures are 0, and a weight for each figure.

    ``bounds`` maps shares of right merges to the probability from which merges of natural
    questions reached them.
    """

    base: float
    of: Mapping[str, float]
    bounds: Mapping[float, float] = {}

    def bound(self, precision: float) -> float:
        """Return the probability from which pairs are merged that shall be right so often."""
        enough = [share for share in self.bounds if share >= precision]
        return self.bounds[min(enough)] if enough else max(precision, COPIES)


class Judgement(NamedTuple):
    """The probability that two questions ask the same, and why.

    ``barred`` is whether they must not be merged by it without a person, ``walled`` whether not
    even where other questions tie them together.
    """

    probability: float
    barred: bool
    walled: bool
    why: str


def judge(evidence: Evidence, weights: Weights) -> Judgement:
    """Weigh the evidence; the probability has four decimals."""
    odds = weights.base + math.fsum(
        weight * evidence.figures.get(name, 0.0) for name, weight in weights.of.items()
    )
    probability = 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))
    if evidence.copies:
        probability = max(probability, COPIES)
    walled = bool(evidence.walls) and not evidence.copies
    barred = walled or (bool(evidence.bars) and not evidence.copies)
    return Judgement(round(probability, 4), barred, walled, why(evidence))


def why(evidence: Evidence) -> str:
    """Say what ties two questions, and what speaks against it, in words."""
    figures = evidence.figures
    ties = ["they differ in small words only"] if evidence.copies else []
    if evidence.shared:
        ties.append(f"both say {_list(evidence.shared)}")
    across = [name for name in evidence.across if name not in evidence.shared]
    if across:
        ties.append(f"one is answered with {_list(across)}, which the other names")
    if evidence.links:
        ties.append(f"both link to {_list(evidence.links)}")
    if figures.get("nearer than others", 0.0) >= _WELL:
        ties.append("nearer in meaning than others")
    elif figures.get("meaning", 0.0) >= _HIGH:
        ties.append("near in meaning")
    if figures.get("answers alike", 0.0) > _WELL or figures.get("answers in words", 0.0) > _WELL:
        ties.append("their answers say much the same")
    elif figures.get("with answers, nearer than others", 0.0) >= _WELL and (
        figures.get("words with answers", 0.0)
    ):
        ties.append("their answers speak of the same")
    against = [] if evidence.copies else [*evidence.walls, *evidence.bars]
    if figures.get("asks otherwise") and not evidence.copies:
        against.append("they ask in different ways")
    if figures.get("same day"):
        against.append("asked in one conversation")
    text = "; ".join(ties) or "a few words in common"
    return f"{text}; but {', '.join(dict.fromkeys(against))}" if against else text


def _list(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(repr(name) for name in names[:_MOST_NAMED])
