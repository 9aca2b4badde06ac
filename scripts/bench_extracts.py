"""Measure how good the extracts of long answers are, by what careful readers would accept.

    python scripts/bench_extracts.py [--words] [--verbose] [--shared FOLDER]

Answers are of three kinds. The invented ones stand in tests/extracts, with the runs of sentences
that may be shown of them, marked before any was chosen. Two sets more (held_out.json) were invented
by others: of one nobody who works on the program reads the words, what went wrong in the other was
looked at once. Of real transcripts, where they lie beside the checkout (or in FOLDER), two readers
marked the long answers, independently of each other and of the program; marks.json keeps their
marks as offsets.

Prints a Markdown table, by words only and with the sentence model, where it is installed; with
--words without it. --verbose names the answers whose extract isn't accepted. docs/extracts.md
explains the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any

from bench_reading import table

from wikifaq.consolidate.extract import extracts
from wikifaq.consolidate.length import length
from wikifaq.embedding import open_embedder
from wikifaq.errors import WikifaqError
from wikifaq.model import Answer, Entry, Page, Span, Turn
from wikifaq.transcript import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikifaq.consolidate.engine import Embedder
    from wikifaq.model import Transcript

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "extracts"
SHARED = ROOT.parent / "shared"

Place = tuple[int, int, int]
"""A run: the turn, and where it begins and ends in the turn's text."""


@dataclass(frozen=True)
class Marked:
    """An answer with the runs that each reader accepts, and those that would mislead."""

    name: str
    answer: Answer
    accepted: tuple[frozenset[Place], ...]
    misleading: frozenset[Place]


@dataclass(frozen=True)
class Judged:
    """How the extracts of some answers did; the numbers are of answers.

    ``either`` and ``both`` accept them; where nothing is shown, that is what a reader accepts who
    accepts no run. ``words`` is the mean number of words shown.
    """

    answers: int
    by_reader: tuple[int, ...]
    either: int
    both: int
    abstained: int
    misleading: int
    words: float
    missed: tuple[str, ...]


def invented() -> list[Marked]:
    """Return the invented answers."""
    found = []
    for file in sorted(FOLDER.glob("invented_*.json")):
        for given in json.loads(file.read_text("utf-8")):
            turns, spans = zip(
                *(_turn(each, given["name"]) for each in given["turns"]), strict=True
            )
            entry = Entry(
                id=given["name"],
                kind="question",
                question=given["question"],
                markup=given["question"],
                wikitext=given["question"],
                span=Span(0, len(given["question"])),
                answer=turns,
            )
            found.append(
                Marked(
                    name=given["name"],
                    answer=Answer(entry, "Hour", 1, 1, "2030-01-01"),
                    accepted=(frozenset(_place(spans, run) for run in given["accept"]),),
                    misleading=frozenset(_place(spans, run) for run in given["misleading"]),
                )
            )
    return found


def _turn(given: dict[str, Any], name: str) -> tuple[Turn, list[Span]]:
    """One turn with the spans of its sentences."""
    between = "" if name.startswith(("ja", "zh")) else " "
    text, spans = "", []
    for sentence in given["sentences"]:
        start = len(text) + len(between) if text else 0
        text = text + between + sentence if text else sentence
        spans.append(Span(start, len(text)))
    span = Span(0, len(text))
    return Turn(given["speaker"], None, text, text, span, (text,), given["audience"]), spans


def _place(spans: Sequence[Sequence[Span]], run: Sequence[Any]) -> Place:
    turn, first, last = run[:3]
    return turn, spans[turn][first].start, spans[turn][last].end


def held_out() -> dict[str, list[Marked]]:
    """Return the answers that others invented, by whether what went wrong was looked at."""
    sets = json.loads((FOLDER / "held_out.json").read_text("utf-8"))
    return {
        name: [
            Marked(
                name=f"{name}, {number}",
                answer=_held_out(given, f"{name}, {number}"),
                accepted=(frozenset((turn, start, end) for turn, start, end in given["accept"]),),
                misleading=frozenset(
                    (turn, start, end) for turn, start, end in given["misleading"]
                ),
            )
            for number, given in enumerate(answers)
        ]
        for name, answers in sets.items()
    }


def _held_out(given: dict[str, Any], key: str) -> Answer:
    question = given["question"]
    turns = tuple(
        Turn(
            speaker=each["speaker"],
            role=None,
            text=each["text"],
            wikitext=each["text"],
            span=Span(0, len(each["text"])),
            paragraphs=tuple(each["text"].split("\n\n")),
        )
        for each in given["turns"]
    )
    span = Span(0, len(question))
    entry = Entry(key, "question", question, question, question, span, answer=turns)
    return Answer(entry, "Hour", 1, 1, "2030-01-01")


def marked(transcripts: Path) -> list[Marked]:
    """Return the answers of the transcripts that the readers marked."""
    found = []
    marks = json.loads((FOLDER / "marks.json").read_text("utf-8"))
    for date, given in groupby(marks, key=lambda each: str(each["date"])):
        transcript = read(
            Page(f"Hour/{date}", (transcripts / f"{date}.natural.wikitext").read_text("utf-8"))
        )
        for each in given:
            readers = [each["readers"][name] for name in sorted(each["readers"])]
            found.append(
                Marked(
                    name=f"{date}, entry {each['entry']}",
                    answer=_answer(transcript, each["entry"]),
                    accepted=tuple(
                        frozenset((turn, start, end) for turn, start, end in reader["accept"])
                        for reader in readers
                    ),
                    misleading=frozenset(
                        (turn, start, end)
                        for reader in readers
                        for turn, start, end, _ in reader["misleading"]
                    ),
                )
            )
    return found


def _answer(transcript: Transcript, number: int) -> Answer:
    entry = transcript.entries[number]
    parent = next((each for each in transcript.entries if each.id == entry.parent), None)
    return Answer(entry, transcript.title, None, None, transcript.date, parent=parent)


def judge(answers: Sequence[Marked], embedder: Embedder | None = None) -> Judged:
    """Choose the extracts, and return how they did."""
    chosen = [each.extract for each in extracts([m.answer for m in answers], embedder=embedder)]
    places: list[Place | None] = [
        (extract.turn, *extract.span) if extract else None for extract in chosen
    ]
    accepted = [
        tuple(place in runs if place else not runs for runs in each.accepted)
        for each, place in zip(answers, places, strict=True)
    ]
    shown = [
        length(each.answer.entry.answer[place[0]].text[place[1] : place[2]])
        for each, place in zip(answers, places, strict=True)
        if place
    ]
    return Judged(
        answers=len(answers),
        by_reader=tuple(map(sum, zip(*accepted, strict=True))),
        either=sum(map(any, accepted)),
        both=sum(map(all, accepted)),
        abstained=places.count(None),
        misleading=sum(
            place in each.misleading for each, place in zip(answers, places, strict=True)
        ),
        words=mean(shown) if shown else 0.0,
        missed=tuple(
            f"{each.name}: {'nothing' if place is None else f'{place[1]}-{place[2]}'}"
            for each, place, good in zip(answers, places, accepted, strict=True)
            if not any(good)
        ),
    )


def agreement(answers: Iterable[Marked]) -> tuple[float, float]:
    """Return how far two readers agree.

    The first figure is the share of answers for which they accept a run in common, the second the
    share of the runs accepted by one that the other accepts, too.
    """
    pairs = [each.accepted for each in answers if len(each.accepted) > 1]
    common = [bool(a & b) or not (a | b) for a, b in pairs]
    return mean(common), sum(len(a & b) for a, b in pairs) / sum(len(a | b) for a, b in pairs)


def row(name: str, judged: Judged) -> list[str]:
    """Return the figures as cells."""
    single = len(judged.by_reader) == 1
    return [
        name,
        str(judged.answers),
        _share(judged.either, judged),
        "" if single else _share(judged.both, judged),
        "" if single else " / ".join(_share(each, judged) for each in judged.by_reader),
        str(judged.abstained),
        str(judged.misleading),
        f"{judged.words:.0f}",
    ]


def _share(number: int, judged: Judged) -> str:
    return f"{number / judged.answers:.2f}"


HEAD = (
    "answers", "number", "accepted", "by both", "reader a / b", "nothing shown", "misleading",
    "words shown",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("--words", action="store_true", help="without the sentence model")
    parser.add_argument("--verbose", action="store_true", help="name what isn't accepted")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the transcripts lie")
    options = parser.parse_args(arguments)
    sets = {"invented": invented()}
    sets |= {f"invented by others, {name}": answers for name, answers in held_out().items()}
    transcripts = options.shared / "transcripts"
    if transcripts.is_dir():
        sets["transcripts"] = marked(transcripts)
    else:
        print("No transcripts lie beside this checkout: only invented answers are judged.\n")
    with tempfile.TemporaryDirectory() as state:
        engines: dict[str, Embedder | None] = {"words": None}
        if not options.words:
            try:
                engines["model"] = open_embedder(None, state=Path(state))
            except WikifaqError as error:
                print(f"Only words are compared: {error}\n")
        rows, missed = [], []
        for name, answers in sets.items():
            for by, embedder in engines.items():
                judged = judge(answers, embedder)
                rows.append(row(f"{name}, {by}", judged))
                missed += [f"{by}: {each}" for each in judged.missed]
    table("Extracts of long answers", HEAD, rows)
    if "transcripts" in sets:
        common, runs = agreement(sets["transcripts"])
        print(
            f"\nThe two readers accept a run in common for {common:.2f} of the answers; of the "
            f"runs that one accepts the other accepts {runs:.2f}, too."
        )
    if options.verbose:
        print("", *missed, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
