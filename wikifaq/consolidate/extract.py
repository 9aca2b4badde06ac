"""What is shown of a long answer: one to three sentences in a row that answer the question.

The words are the answer's own, never others. Where no sentences can stand alone there is no
extract: better none than one that misleads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wikifaq.consolidate.background import BACKGROUND
from wikifaq.consolidate.extract_evidence import LONGEST_EXTRACT, MOST_SENTENCES, figures, score
from wikifaq.consolidate.extract_reading import Reading
from wikifaq.consolidate.length import LONGEST_WHOLE, length
from wikifaq.model import Extract, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from wikifaq.consolidate.engine import Embedder
    from wikifaq.consolidate.extract_reading import Read
    from wikifaq.model import Answer

LEAST_SCORE = 0.22
"""Below it nothing speaks for a run but its place."""

MARGIN = 0.12
"""How much better than what is shown now another run must be to be shown in its place."""

_WORD = re.compile(r"[\w\u0900-\u097f]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences in a row, from ``first`` to ``last`` of a turn, that an answer may show.

    ``figures`` say how far each thing speaks for it, ``why`` says it in words.
    """

    turn: int
    first: int
    last: int
    span: Span
    text: str
    score: float
    figures: Mapping[str, float]
    why: str

    @property
    def extract(self) -> Extract:
        """What an answer keeps of it."""
        return Extract(self.turn, self.span, self.score, self.why)


def extracts(
    answers: Sequence[Answer],
    *,
    embedder: Embedder | None = None,
    shown: Mapping[str, str] | None = None,
) -> list[Answer]:
    """Return the answers in their order, the long ones with what is to be shown of them.

    ``embedder`` makes vectors, where there is a model. ``shown`` is the plain text that the page
    now shows of the entry that an answer is in, by the id of the answer's own: what stands there
    stays, if it may be shown at all, unless another is better by ``MARGIN``.
    """
    readings = {n: Reading(each) for n, each in enumerate(answers) if is_long(each)}
    meanings = _meanings(readings, embedder) if embedder and readings else {}
    found = []
    for number, answer in enumerate(answers):
        chosen = None
        if number in readings:
            runs = _ranked(readings[number], meanings.get(number))
            chosen = _chosen(runs, (shown or {}).get(answer.entry.id, ""))
            chosen = chosen and _explained(readings[number], chosen)
        found.append(replace(answer, extract=chosen.extract if chosen else None))
    return found


def ranked(answer: Answer, *, embedder: Embedder | None = None) -> list[Run]:
    """Return the runs of an answer that may be shown, the best first, of whatever score."""
    if not answer.entry.answer:
        return []
    reading = Reading(answer)
    meanings = _meanings({0: reading}, embedder) if embedder else {}
    return [_explained(reading, run) for run in _ranked(reading, meanings.get(0))]


def is_long(answer: Answer) -> bool:
    """Whether an answer is too long to be shown whole."""
    return sum(length(turn.text) for turn in answer.entry.answer) > LONGEST_WHOLE


def _chosen(runs: Sequence[Run], shown: str) -> Run | None:
    """The best run, or the one that stands on the page: the longest of which all words do."""
    if not runs or runs[0].score < LEAST_SCORE:
        return None
    stands = _words(shown)
    least = max(LEAST_SCORE, runs[0].score - MARGIN)
    there = [run for run in runs if run.score >= least and _words(run.text) in stands]
    return max(there, key=lambda run: len(run.text), default=runs[0])


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text))} "


def _ranked(reading: Reading, meaning: Mapping[tuple[int, int], float] | None) -> list[Run]:
    """The runs that may be shown, the best first, without their reasons."""
    found: list[Run] = []
    after: list[str] = []  # the first sentence of the next turn that isn't an asker's
    for turn in range(len(reading.sentences) - 1, -1, -1):
        sentences = reading.sentences[turn]
        if not sentences or not reading.is_open(turn):
            continue
        for first, read in enumerate(sentences):
            if not read.bar or read.answers_itself:
                found += _runs(reading, sentences, first, after, meaning)
        after = [sentences[0].sentence.text]
    return sorted(found, key=lambda run: (-run.score, run.turn, run.first, -run.last))


def _runs(
    reading: Reading,
    sentences: Sequence[Read],
    first: int,
    after: Sequence[str],
    meaning: Mapping[tuple[int, int], float] | None,
) -> list[Run]:
    """The runs that begin with a sentence."""
    found, words = [], 0
    for last in range(first, min(first + MOST_SENTENCES, len(sentences))):
        read, said = sentences[last], sentences[last].sentence
        words += said.words
        if words > LONGEST_EXTRACT or (last > first and read.lead_in == 1):
            break
        if read.asks:
            if last > first:
                break
            continue
        behind = [each.sentence.text for each in sentences[last + 1 : last + 3]]
        if reading.bars.ending(said.text, behind or after, same_turn=bool(behind)):
            continue
        run = sentences[first : last + 1]
        span = Span(run[0].sentence.span.start, said.span.end)
        of_run = figures(reading, run)
        if meaning is not None:
            own = [meaning[each.sentence.turn, each.sentence.number] for each in run]
            of_run["meaning"] = (max(own) + own[0]) / 2
        text = reading.turns[said.turn].text[slice(*span)]
        found.append(
            Run(
                turn=said.turn,
                first=first,
                last=last,
                span=span,
                text=text,
                score=score(of_run),
                figures=of_run,
                why="",
            )
        )
    return found


def _explained(reading: Reading, run: Run) -> Run:
    """Say what speaks for a run, and what against it."""
    said = []
    of_run = run.figures
    best = max(reading.sentences[run.turn][run.first : run.last + 1], key=lambda each: each.kind)
    if best.kind and best.said:
        said.append(best.said)
    if named := reading.terms.named(run.text):
        said.append(f"names {_and(named)} of the question")
    if of_run.get("meaning", 0) > 0.7:  # noqa: PLR2004 - of the upper third
        said.append("is near the question in meaning")
    if of_run["early"] == 1:
        said.append("is the first thing that is said to it")
    against = [name for name in _AGAINST if of_run[name]]
    why = "; ".join([*said, *(_AGAINST[name] for name in against)]) or "can stand alone"
    return replace(run, why=why)


_AGAINST = {
    "lead-in": "though partly lead-in",
    "background": "though it opens with what was before",
    "leans": "though it may lean on what stands before",
    "concedes": "though it concedes something",
    "corrected": "though something is corrected later",
    "unfinished": "though an enumeration may go on",
    "meta": "though it speaks of questions",
    "personal": "though the speaker tells of themselves",
    "past": "though it tells of the past",
    "announces": "though it announces something",
    "conditional": "though only for a case",
    "elsewhere": "though another question was asked meanwhile",
    "cut": "though what follows goes on from it",
    "stray": "though part of it has little to do with it",
}


def _and(words: Sequence[str]) -> str:
    quoted = [f"'{word}'" for word in words]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if quoted[1:] else quoted)


def _meanings(
    readings: Mapping[int, Reading], embedder: Embedder
) -> dict[int, dict[tuple[int, int], float]]:
    """How near each sentence of each answer is to its question, beside the others of the answer.

    All vectors are made at once. The common direction of all questions is taken off, and what is
    left is put between the answer's farthest (0) and nearest (1), whatever other answers there
    are.
    """
    import numpy as np  # noqa: PLC0415 - of an extra, and not needed without a model

    texts = [text for each in readings.values() for text in _texts(each)]
    rows = embedder.embed([*BACKGROUND, *texts])
    common = rows[: len(BACKGROUND)].mean(axis=0)
    rest = np.asarray(rows[len(BACKGROUND) :] - common, np.float32)
    rest /= np.maximum(np.sqrt(np.einsum("ij,ij->i", rest, rest))[:, None], np.float32(1e-9))
    found, at = {}, 0
    for number, reading in readings.items():
        keys = [
            (each.sentence.turn, each.sentence.number)
            for turn in reading.sentences
            for each in turn
        ]
        own: NDArray[np.float32] = rest[at : at + len(keys) + 1]
        at += len(keys) + 1
        near = np.einsum("ij,j->i", own[1:], own[0])
        low, high = float(near.min(initial=1.0)), float(near.max(initial=-1.0))
        spread = max(high - low, 0.05)
        found[number] = {
            key: round((float(each) - low) / spread, 4)
            for key, each in zip(keys, near, strict=True)
        }
    return found


def _texts(reading: Reading) -> list[str]:
    """The question, and the sentences of its answer."""
    return [
        " ".join(reading.asked.sentences),
        *(each.sentence.text for turn in reading.sentences for each in turn),
    ]
