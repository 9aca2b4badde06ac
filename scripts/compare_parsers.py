"""Compare what wikifaq and other parsers of wikitext make of the same pages, in one Markdown table.

    python scripts/compare_parsers.py [--grawitas PROGRAM] [--rounds N]

Others are measured where Python finds them: mwparserfromhell (headings only: it knows no more of
what questions are made of), wikitextparser, and WikiChatter (``wikichatter``); none but the first
is a dependency of wikifaq. PROGRAM is ``grawitas_cli_core``.

A question counts as found where a parser gives its text, letters and digits only, as a unit: an
entry, a comment, a heading or a list item. Signatures and headings are taken off others' units
wherever that makes one of them a question. That the lines of a page hold most of its questions
is no more than the last row says: among how many units they are found tells what that is worth.
Times are those of a bare parse by mwparserfromhell of the same pages, the least of several rounds
in which everything takes its turn; a program's, with its start.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import subprocess
import tempfile
import time
import unicodedata
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import mwparserfromhell

from wikifaq.model import Page
from wikifaq.transcript import read
from wikifaq.transcript.inline import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

ROOT = Path(__file__).parents[1]
INVENTED = ROOT / "tests" / "pages"
TRANSCRIPTS = ROOT.parent / "shared" / "transcripts"  # where they lie beside the checkout

# Where a signature may begin: a link to a page of a namespace, a template, dashes, a tag.
_SIGNATURE = re.compile(r"\[\[[^\[\]|:]{1,40}:|\{\{|--|[–—]|<|\(")
_LONGEST_SIGNATURE = 400
_HEADING = re.compile(r"=+[^=\n]+=+[ \t]*\n")


class Sample(NamedTuple):
    """A page with the wordings of each question that a person reads in it."""

    page: Page
    questions: list[list[str]]


class Parser(NamedTuple):
    """A parser by its name, what it gives, and how: ``parse`` is timed by the clock."""

    name: str
    gives: str
    parse: Callable[[Page], Any]
    units: Callable[[Any], Iterable[str]]
    clock: Callable[[], float] = time.process_time


class Outcome(NamedTuple):
    """What a parser makes of some pages: the ratio is to a bare parse of those that it parsed."""

    found: int
    questions: int
    units: int
    failed: int
    ratio: float


def letters(text: str) -> str:
    """Letters and digits only: what two readings of a text must share."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def wordings(unit: str) -> set[str]:
    """What a unit may say: with and without the heading above it and a signature at its end."""
    bare = _HEADING.sub("", unit, count=1) if unit.startswith("=") else unit
    low = max(0, len(bare) - _LONGEST_SIGNATURE)
    ends = [match.start() for match in _SIGNATURE.finditer(bare, low)]
    return {letters(plain(unit)), *(letters(plain(bare[:end])) for end in [*ends, len(bare)])}


def found(questions: Iterable[Sequence[str]], units: Iterable[str]) -> int:
    """How many of the questions, each in one wording or another, stand among the units."""
    have = set[str]().union(*map(wordings, units))
    return sum(any(letters(wording) in have for wording in each) for each in questions)


def parsers(grawitas: str | None) -> Iterator[Parser]:
    """The parsers that are here."""
    yield Parser("wikifaq", "entries", read, lambda made: [each.question for each in made.entries])
    yield Parser(
        f"mwparserfromhell {version('mwparserfromhell')}",
        "headings",
        lambda page: mwparserfromhell.parse(page.text),
        lambda made: [str(heading.title) for heading in made.filter_headings()],
    )
    if wikitextparser := _module("wikitextparser"):
        yield Parser(
            f"wikitextparser {version('wikitextparser')}",
            "headings, list items",
            lambda page: _lists(wikitextparser.parse(page.text)),
            lambda made: made,
        )
    if wikichatter := _module("wikichatter"):
        for gives, in_lines in (("headings, comments", False), ("headings, lines", True)):
            yield Parser(
                f"WikiChatter {version('WikiChatter')}",
                gives,
                lambda page: wikichatter.parse(page.text)["sections"],
                partial(_comments, in_lines=in_lines),
            )
    if grawitas:
        yield Parser(
            "grawitas",
            "headings, comments",
            partial(_grawitas, grawitas),
            lambda made: {each["section"] for each in made} | {each["text"] for each in made},
            time.perf_counter,
        )
    yield Parser("none", "lines", lambda page: page.text.splitlines(), lambda made: made)


def _module(name: str) -> Any:  # noqa: ANN401
    try:
        return import_module(name)
    except ImportError:
        return None


def _lists(made: Any) -> list[str]:  # noqa: ANN401
    """The headings and list items of wikitextparser's tree."""
    items = [section.title or "" for section in made.get_sections()]
    waiting = list(made.get_lists())
    while waiting:
        found_list = waiting.pop()
        items += found_list.items
        waiting += found_list.sublists()
    return items


def _comments(sections: Sequence[dict[str, Any]], *, in_lines: bool) -> Iterator[str]:
    """The headings and comments of WikiChatter's tree."""
    waiting = list(sections)
    while waiting:
        each = waiting.pop()
        waiting += [*each.get("subsections", ()), *each["comments"]]
        lines = each.get("text_blocks", [])
        yield each.get("heading", "")
        yield from lines if in_lines else ["".join(lines)]


def _grawitas(program: str, page: Page) -> list[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder, "page"), Path(folder, "comments")
        source.write_text(page.text, "utf-8")
        command = [program, str(source), "--comment-list-json", str(made)]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        return json.loads(made.read_text("utf-8", "replace")) or []


def samples() -> dict[str, list[Sample]]:
    """The pages by their kind, with their gold questions."""
    talk: list[Sample] = []
    others: list[Sample] = []
    for file in sorted(INVENTED.glob("*.wikitext")):
        gold = json.loads(file.with_suffix(".json").read_text("utf-8"))
        (talk if gold["page_kind"] == "talk" else others).append(_sample(file, gold))
    real = []
    for file in sorted(TRANSCRIPTS.glob("*.wikitext")):
        gold = TRANSCRIPTS / "gold" / f"{file.name.partition('.')[0]}.json"
        real.append(_sample(file, json.loads(gold.read_text("utf-8"))))
    groups = {"real transcripts": real, "invented talk pages": talk, "other invented pages": others}
    return {name: group for name, group in groups.items() if group}


def _sample(file: Path, gold: dict[str, Any]) -> Sample:
    page = Page(gold.get("title", file.name), file.read_bytes().decode("utf-8"))
    wanted = [each for each in gold["entries"] if each["question"] and not each.get("optional")]
    return Sample(page, [[each["question"], *each.get("or", [])] for each in wanted])


def outcomes(parsers: Sequence[Parser], group: Sequence[Sample], rounds: int) -> list[Outcome]:
    """What each parser makes of a group of pages."""
    best = [[math.inf] * len(group) for _ in parsers]
    bare = [math.inf] * len(group)
    for _ in range(rounds):
        for at, sample in enumerate(group):
            bare[at] = min(bare[at], _seconds(_bare_parse, sample.page, time.process_time))
            for parser, times in zip(parsers, best, strict=True):
                times[at] = min(times[at], _seconds(parser.parse, sample.page, parser.clock))
    return [
        _outcome(parser, group, times, bare) for parser, times in zip(parsers, best, strict=True)
    ]


def _bare_parse(page: Page) -> object:
    return mwparserfromhell.parse(page.text)


def _seconds(parse: Callable[[Page], Any], page: Page, clock: Callable[[], float]) -> float:
    start = clock()
    try:
        parse(page)
    except Exception:  # noqa: BLE001  # the table says on how many pages a parser fails
        return math.inf
    return clock() - start


def _outcome(
    parser: Parser, group: Sequence[Sample], times: Sequence[float], bare: Sequence[float]
) -> Outcome:
    right = units = 0
    parsed = [at for at in range(len(group)) if times[at] < math.inf]
    for at in parsed:
        given = [unit for unit in parser.units(parser.parse(group[at].page)) if unit.strip()]
        right += found(group[at].questions, given)
        units += len(given)
    whole = sum(bare[at] for at in parsed)
    return Outcome(
        found=right,
        questions=sum(len(sample.questions) for sample in group),
        units=units,
        failed=len(group) - len(parsed),
        ratio=sum(times[at] for at in parsed) / whole if whole else math.nan,
    )


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    arguments.add_argument("--grawitas", metavar="PROGRAM")
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()
    here = list(parsers(options.grawitas))
    groups = samples()
    columns = [outcomes(here, group, options.rounds) for group in groups.values()]
    heads = [f"{name}: found | units | × parse" for name in groups]
    print(f"| parser | gives | {' | '.join(heads)} |")
    print(f"| --- | --- |{' ---: | ---: | ---: |' * len(groups)}")
    for parser, *made in zip(here, *columns, strict=True):
        cells = [
            f"{each.found} of {each.questions}"
            + (f", {each.failed} failed" if each.failed else "")
            + f" | {each.units} | {each.ratio:.2f}"
            for each in made
        ]
        print(f"| {parser.name} | {parser.gives} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
