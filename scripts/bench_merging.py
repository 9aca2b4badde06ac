"""Measure how long the FAQ takes to be laid into its page, by the number of entries.

    python scripts/bench_merging.py [SIZE...]

Nothing is read from sources and nothing compared: the entries are made up. Times are seconds that
only compare to each other; the last column is by how much they grew, over n log n from the size
before (1 is in step).
"""

from __future__ import annotations

import argparse
import math
import time
from typing import TYPE_CHECKING

from wikifaq.model import Answer, Entry, Faq, FaqEntry, Span, Topic, Turn
from wikifaq.page.mark import BEGIN, END
from wikifaq.page.merge import merge
from wikifaq.page.permalink import Links
from wikifaq.page.render import render_entries
from wikifaq.page.segment import read_page
from wikifaq.page.standing import found
from wikifaq.page.template import Templates
from wikifaq.template_files import template_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (100, 1000, 10_000)
TOPICS = 10
TEMPLATES = Templates(template_sources(None), language="en")
BEFORE, AFTER = "It is so.", "It is so indeed."


def faq(size: int, conversations: int) -> Faq:
    """An FAQ of this many entries, each asked in this many conversations."""
    entries = tuple(_entry(number, conversations) for number in range(size))
    return Faq(
        topics=tuple(Topic(f"t{n}", f"Topic {n}") for n in range(TOPICS)),
        entries=entries,
        conversations=tuple((answer.title, answer.date) for answer in entries[0].answers),
    )


def _entry(number: int, conversations: int) -> FaqEntry:
    answers = [_answer(number, year) for year in range(conversations)]
    ids = [answer.entry.id for answer in answers]
    topic = f"t{number % TOPICS}"
    return FaqEntry(ids[0], topic, tuple(reversed(answers)), aliases=tuple(ids[1:]))


def _answer(number: int, year: int) -> Answer:
    text = f"In year {year} we say of {number}: {BEFORE} And more.\n\nThere is more of {number}."
    turn = Turn("Ana", None, text, text, Span(0, 0), tuple(text.split("\n\n")))
    question = f"What about matter number {number} of {number % 7}?"
    entry = Entry(
        id=f"e{number}x{year}",
        kind="question",
        question=question,
        markup=question,
        wikitext=question,
        span=Span(0, 0),
        answer=(turn,),
    )
    return Answer(entry, f"Hour 202{year}-01-01", year + 1, 100 + year, f"202{year}-01-01")


def laid(text: str, base: str | None, new: Faq) -> tuple[str, float]:
    """The page with the FAQ in it, and the seconds that it took to read, render and merge."""
    start = time.perf_counter()
    page = read_page(text, "FAQ")
    last = read_page(base, "FAQ") if base is not None else None
    pieces = render_entries(new, templates=TEMPLATES, links=Links(""))
    made = merge(page, new, pieces, templates=TEMPLATES, found=found(page, last), base=last)
    return made.text, time.perf_counter() - start


def runs(size: int) -> Iterator[tuple[str, float]]:
    """Each kind of run with the seconds it took."""
    first, took = laid(f"{BEGIN}\n\n{END}", None, faq(size, 1))
    yield "the first run", took
    again, took = laid(first, first, faq(size, 1))
    yield "nothing new", took
    renewed, took = laid(again, first, faq(size, 2))
    yield "each entry answered again", took
    edited = first.replace(BEFORE, AFTER)
    merged, took = laid(edited, first, faq(size, 2))
    yield "the same, each edited by people", took
    twice, took = laid(merged, merged, faq(size, 3))
    yield "and once more", took
    if [twice.count(AFTER), renewed.count(BEFORE)] != [size, 2 * size]:
        raise SystemExit("A text was lost: that is a defect of wikifaq.")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="*", type=int, default=SIZES, help="numbers of entries")
    sizes = parser.parse_args().size
    before: dict[str, tuple[int, float]] = {}
    print(f"{'entries':>8}  {'':34}{'seconds':>10}{'growth':>9}")
    for size in sizes:
        for kind, took in runs(size):
            growth = ""
            if kind in before:
                smaller, then = before[kind]
                step = size * math.log(size) / (smaller * math.log(smaller))
                growth = f"{took / then / step:.2f}"
            before[kind] = size, took
            print(f"{size:>8}  {kind:34}{took:>10.2f}{growth:>9}", flush=True)


if __name__ == "__main__":
    main()
