"""Invented pages of many kinds and languages, against the entries that a person reads in them.

``tests/pages/<language>-<name>.json`` says what stands in the ``.wikitext`` beside it. Its entries
have ``id``, ``kind``, ``question`` and ``answer`` as a transcript has them; beside these

- ``or``: other wordings of the question that are as good,
- ``optional``: an entry, or a paragraph of an answer, that is neither wanted nor wrong,
- ``also``: other names by which a speaker may go (a signature's account, its label),
- ``follows``: ids, one of which the entry must be tied to; ``may_follow``: to which it may be.

A paragraph without a speaker belongs to the one before it. ``kind`` and ``page_kind`` are a kind, or
a list of kinds that are as good as each other.

Run as a program, prints the figures of each page: ``python tests/unit/test_pages.py [-v] [NAME...]``,
with ``-v`` the questions missed and spurious too, with ``--floors`` the figures as ``FLOORS``.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from wikifaq.model import Entry, Page, Transcript
from wikifaq.transcript import read

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = Path(__file__).parents[1] / "pages"
NAMES = sorted(file.stem for file in PAGES.glob("*.json"))
FIGURES = ("P", "R", "answers", "clean", "speakers", "kinds", "links", "spans")

# What each page must reach, in the order of FIGURES; a page that isn't named here, nothing.
FLOORS: dict[str, tuple[float, ...]] = {
    "ar-faq": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "de-auskunft": (1.0, 1.0, 1.0, 1.0, 1.0, 0.66, 1.0, 1.0),
    "de-hilfe-fragen": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "de-irc": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "de-software-faq": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "en-announcement": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "en-candidates": (1.0, 1.0, 1.0, 0.94, 1.0, 1.0, 1.0, 1.0),
    "en-collapsible": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "en-conversation": (1.0, 1.0, 1.0, 0.94, 1.0, 1.0, 1.0, 1.0),
    "en-glossary": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "en-help-desk": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "en-help-faq": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "en-policy": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "en-roundtable": (1.0, 0.8, 0.84, 0.97, 0.84, 0.8, 1.0, 1.0),
    "en-software-faq": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "es-cafe": (1.0, 1.0, 1.0, 0.84, 1.0, 1.0, 1.0, 1.0),
    "es-charla": (1.0, 1.0, 1.0, 1.0, 1.0, 0.83, 1.0, 1.0),
    "es-preguntas": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "fr-faq": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "fr-place": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "fr-table-ronde": (1.0, 1.0, 1.0, 0.9, 0.87, 0.83, 1.0, 1.0),
    "ja-faq": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "pl-pytania": (1.0, 1.0, 0.9, 1.0, 0.9, 1.0, 1.0, 1.0),
    "ru-forum": (1.0, 1.0, 1.0, 1.0, 1.0, 0.66, 1.0, 1.0),
    "ru-kandidaty": (1.0, 1.0, 1.0, 0.91, 0.61, 1.0, 1.0, 1.0),
    "ru-perevod": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "zh-faq": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "zh-software": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "zh-talk": (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
}


class Score(NamedTuple):
    """The figures of one page, and the questions that make them less than 1."""

    figures: tuple[float, ...]
    missed: list[str]
    spurious: list[str]
    remarks: list[str]


def letters(text: str | None) -> str:
    """Letters and digits only: what two readings of a text must share."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text or "")).casefold()


def either(kind: str | list[str]) -> list[str]:
    """The kinds that are as good as each other."""
    return kind if isinstance(kind, list) else [kind]


def share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole else 1.0


def pairs(gold: list[dict[str, Any]], entries: tuple[Entry, ...]) -> dict[int, int]:
    """Which entry is which of gold's; those that are wanted choose first."""
    found: dict[int, int] = {}
    have = [letters(entry.question) for entry in entries]
    for i in sorted(range(len(gold)), key=lambda i: bool(gold[i].get("optional"))):
        want = {letters(text) for text in [gold[i]["question"], *gold[i].get("or", [])]}
        missing = "missing" in either(gold[i]["kind"])
        for j, entry in enumerate(entries):
            hit = entry.kind == "missing" if missing else have[j] in want
            if hit and j not in found.values():
                found[i] = j
                break
    return found


def covered(transcript: Transcript, text: str) -> bool:
    """Whether what was understood and what was not add up to the page."""
    ends = [0, *(place for span in transcript.unrecognised for place in span), len(text)]
    return transcript.chars == len(text) and ends == sorted(ends)


def whole_spans(transcript: Transcript, text: str) -> float:
    pieces = [(entry.span, entry.wikitext) for entry in transcript.entries]
    pieces += [(turn.span, turn.wikitext) for entry in transcript.entries for turn in entry.answer]
    good = sum(text[span.start : span.end] == wikitext for span, wikitext in pieces)
    return share(good, len(pieces)) if covered(transcript, text) else 0.0


class Tally:
    """Sums over the entries of one page."""

    def __init__(self) -> None:
        self.hits = self.paragraphs = self.speakers = self.kinds = self.links = self.tied = 0
        self.gold_letters = self.read_letters = 0
        self.remarks: list[str] = []

    def kind(self, entry: dict[str, Any], mine: Entry) -> None:
        right = mine.kind in either(entry["kind"])
        self.kinds += right
        if not right:
            self.remarks.append(f"is {mine.kind}, not {entry['kind']}: {mine.question}")

    def answer(self, parts: list[dict[str, Any]], mine: Entry | None) -> None:
        turns = [(turn.speaker, letters(turn.text)) for turn in mine.answer] if mine else []
        self.read_letters += sum(len(whole) for _, whole in turns)
        who: set[str | None] = {None}
        for part in parts:
            who = {part["speaker"], *part.get("also", [])} if part["speaker"] else who
            said = letters(part["text"])
            holders = {speaker for speaker, whole in turns if said and said in whole}
            self.gold_letters += len(said) if holders else 0
            if part.get("optional"):
                continue
            # A closing line of links after a labelled turn may be nobody's.
            loose = {None} if part is parts[-1] and not part["speaker"] else set()
            right = bool(holders & (who | loose))
            self.paragraphs += 1
            self.hits += bool(holders)
            self.speakers += right
            if mine is not None and not holders:
                self.remarks.append(f"not in its answer: {part['text']}")
            elif holders and not right:
                self.remarks.append(f"by {holders}, not {who}: {part['text']}")

    def tie(self, entry: dict[str, Any], tie: str | None) -> None:
        wanted = entry.get("follows") or ([entry["parent"]] if "parent" in entry else [])
        if wanted or (tie and tie not in entry.get("may_follow", [])):
            self.tied += 1
            self.links += tie in wanted
            if tie not in wanted:
                self.remarks.append(f"tied to {tie}, not {wanted}: {entry['question']}")


def score(gold: dict[str, Any], transcript: Transcript, text: str) -> Score:
    """The figures as a careful person's reading of the page gives them."""
    entries, have = gold["entries"], transcript.entries
    found = pairs(entries, have)
    gold_id = {have[j].id: entries[i]["id"] for i, j in found.items()}
    wanted = [i for i in range(len(entries)) if not entries[i].get("optional")]
    tally = Tally()
    for i in wanted:
        mine = have[found[i]] if i in found else None
        if mine is not None:
            tally.kind(entries[i], mine)
        tally.answer(entries[i]["answer"], mine)
        tally.tie(entries[i], gold_id.get((mine.follows or mine.parent or "") if mine else ""))
    right = sum(i in found for i in wanted)
    spare = len(found) - right
    return Score(
        (
            share(right, len(have) - spare),
            share(right, len(wanted)),
            share(tally.hits, tally.paragraphs),
            share(tally.gold_letters, tally.read_letters),
            share(tally.speakers, tally.paragraphs),
            share(tally.kinds, len(wanted)),
            share(tally.links, tally.tied),
            whole_spans(transcript, text),
        ),
        [entries[i]["question"] for i in wanted if i not in found],
        [entry.question for j, entry in enumerate(have) if j not in found.values()],
        tally.remarks,
    )


def reading(name: str) -> tuple[dict[str, Any], Transcript, str]:
    """A page's gold, what is read in it, and its text."""
    gold = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    text = (PAGES / f"{name}.wikitext").read_bytes().decode("utf-8")
    return gold, read(Page(gold["title"], text)), text


@pytest.mark.parametrize("name", NAMES)
def test_a_page_reads_at_least_this_well(name: str) -> None:
    figures = score(*reading(name)).figures
    floors = FLOORS.get(name, (0.0,) * len(FIGURES))
    low = [
        f"{figure} {value:.3f} < {floor}"
        for figure, value, floor in zip(FIGURES, figures, floors, strict=True)
        if value < floor
    ]
    assert not low


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_of_its_kind(name: str) -> None:
    gold, transcript, _ = reading(name)
    assert transcript.kind in either(gold["page_kind"])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_and_what_is_not_add_up_to_the_page(name: str) -> None:
    _, transcript, text = reading(name)
    assert covered(transcript, text)


def test_gold_is_well_formed() -> None:
    assert sorted(file.stem for file in PAGES.glob("*.wikitext")) == NAMES
    assert set(FLOORS) <= set(NAMES)
    for name in NAMES:
        gold = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
        ids = [entry["id"] for entry in gold["entries"]]
        assert len(set(ids)) == len(ids), name
        assert gold["language"] == name.split("-")[0]
        assert set(either(gold["page_kind"])) <= {"transcript", "talk", "faq", "irc-log", "none"}, (
            name
        )
        for entry in gold["entries"]:
            kinds = {"question", "request", "remark", "update", "missing"}
            assert set(either(entry["kind"])) <= kinds, f"{name}: {entry['question']}"
            ties = [*entry.get("follows", []), *entry.get("may_follow", []), entry.get("parent")]
            assert set(ties) <= {*ids, None}, f"{name}: {entry['question']}"


def table(names: list[str], *, verbose: bool) -> Iterator[str]:
    """A line a page, the worst figures plain to see, and their means."""
    yield f"{'page':26}" + "".join(f"{figure:>9}" for figure in FIGURES) + "  kind"
    rows = []
    for name in names:
        gold, transcript, text = reading(name)
        figures, missed, spurious, remarks = score(gold, transcript, text)
        rows.append(figures)
        right = transcript.kind in either(gold["page_kind"])
        kind = (
            transcript.kind
            if right
            else f"{transcript.kind}, not {'/'.join(either(gold['page_kind']))}"
        )
        yield f"{name:26}" + "".join(f"{value:9.3f}" for value in figures) + f"  {kind}"
        if verbose:
            for what in ("date", "host"):
                if getattr(transcript, what) != gold[what]:
                    yield f"    {what:9} {getattr(transcript, what)}, not {gold[what]}"
            yield from (f"    missed    {question[:90]}" for question in missed)
            yield from (f"    spurious  {question[:90]}" for question in spurious)
            yield from (f"    {remark[:100]}" for remark in remarks)
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    yield f"{'mean':26}" + "".join(f"{value:9.3f}" for value in means)


def floors(names: list[str]) -> Iterator[str]:
    yield "FLOORS: dict[str, tuple[float, ...]] = {"
    for name in names:
        figures = (math.floor(value * 100) / 100 for value in score(*reading(name)).figures)
        yield f'    "{name}": ({", ".join(map(str, figures))}),'
    yield "}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Figures of the reader on the invented pages.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="a page, or the start of its name")
    parser.add_argument("-v", "--verbose", action="store_true", help="name what went wrong")
    parser.add_argument("--floors", action="store_true", help="print the figures as FLOORS")
    options = parser.parse_args()
    chosen = [n for n in NAMES if not options.names or n.startswith(tuple(options.names))]
    lines = floors(chosen) if options.floors else table(chosen, verbose=options.verbose)
    print("\n".join(lines))  # noqa: T201
