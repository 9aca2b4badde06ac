"""Measure how wikifaq reads: beside mwparserfromhell's bare parse, by length, and in memory.

    python scripts/bench_reading.py [--part PART]... [--seconds N] [NAME...]

NAME is the start of a hostile text's name; without one all are measured. Prints Markdown tables.
Seconds are of the processor, the least of several rounds in which everything takes its turn, so
that what else the machine does weighs on all alike. They compare to others of the same run only.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import multiprocessing
import os
import resource
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import mwparserfromhell
from hostile_texts import CONVERSATION, LARGEST, TEXTS
from large_pages import long_conversation, village_pump

from wikifaq.model import Page
from wikifaq.transcript import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection

    from hostile_texts import Hostile

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "wikifaq" / "examples" / "pages"
INVENTED = ROOT / "tests" / "pages"
TRANSCRIPTS = ROOT.parent / "shared" / "transcripts"  # where they lie beside the checkout

TARGETS = {"talk": 2.0, "transcript": 1.5}
"""How many times a bare parse reading may take: of a talk page, and of a transcript."""

LARGE = (100_000, 500_000, LARGEST)
LENGTHS = tuple(LARGEST // 4**power for power in (3, 2, 1, 0))
ROUNDS = 12
ROUNDS_WHERE_LARGE = 4
LONGEST = 20
"""The seconds after which a text is given up, and with it all that are longer."""
STEEP = 1.2
STEEP_AT_LAST = 1.3  # a single step tells less
SLOW = 5.0


class Sample(NamedTuple):
    """A page to read, by what name, and the kind that tells its target."""

    name: str
    page: Page
    kind: str

    @property
    def target(self) -> float:
        """How many times a bare parse reading it may take."""
        return TARGETS["talk" if self.kind == "talk" else "transcript"]


class Pace(NamedTuple):
    """The seconds that a bare parse and reading take."""

    parse: float
    read: float

    @property
    def ratio(self) -> float:
        """How many times a bare parse reading takes."""
        return self.read / self.parse


class Growth(NamedTuple):
    """The seconds that a text takes by length, as far as measured, and why no further."""

    name: str
    seconds: list[float]
    stopped: str = ""

    def exponent(self, last: int = len(LENGTHS)) -> float:
        """The slope of the logarithm of the time over that of the length, by least squares.

        ``last`` is of how many of the lengths, the largest that were measured.
        """
        points = list(zip(LENGTHS, self.seconds, strict=False))[-last:]
        return slope(
            [math.log(length) for length, _ in points], [math.log(took) for _, took in points]
        )

    @property
    def steep(self) -> bool:
        """Whether the time grows faster than the text, at least in the end."""
        return self.exponent() > STEEP or self.exponent(2) > STEEP_AT_LAST

    @property
    def slow(self) -> bool:
        """Whether a text of some length takes long."""
        return max(self.seconds, default=0.0) > SLOW


def slope(xs: Sequence[float], ys: Sequence[float]) -> float:
    """The slope of the line through some points that has the least squares; nan for one point."""
    middle = sum(xs) / len(xs) if xs else 0.0
    spread = sum((x - middle) ** 2 for x in xs)
    if not spread:
        return math.nan
    return sum((x - middle) * y for x, y in zip(xs, ys, strict=True)) / spread


def seconds(work: Callable[[], object]) -> float:
    """The processor's seconds that some work takes once in this thread."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


def side_by_side(pages: Iterable[Page], rounds: int) -> list[Pace]:
    """The paces of some pages; each takes its turn in each round."""
    works = [(partial(mwparserfromhell.parse, page.text), partial(read, page)) for page in pages]
    best = [Pace(math.inf, math.inf)] * len(works)
    for _ in range(rounds):
        gc.collect()
        for at, (parsing, reading) in enumerate(works):
            best[at] = Pace(
                min(best[at].parse, seconds(parsing)), min(best[at].read, seconds(reading))
            )
    return best


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a Markdown table: the first column is words, the others are figures."""
    print(f"\n### {title}\n")
    print(f"| {' | '.join(head)} |\n| --- |{' ---: |' * (len(head) - 1)}")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def samples() -> Iterator[tuple[str, list[Sample]]]:
    """The pages that lie in the checkout and beside it, by where they come from."""
    real = [_sample(file, file.stem, file.name.partition(".")[0]) for file in _files(TRANSCRIPTS)]
    if real:
        yield "Real transcripts", [each for each in real if each.name.endswith("natural")]
        yield "… laid out otherwise", [each for each in real if not each.name.endswith("natural")]
    paths = [(file, str(file.relative_to(EXAMPLES).with_suffix(""))) for file in _files(EXAMPLES)]
    yield "The demo's pages", [_sample(file, path.partition("/")[2], path) for file, path in paths]
    golds = [(file, json.loads(file.with_suffix(".json").read_text())) for file in _files(INVENTED)]
    yield "The tests' pages", [_sample(file, file.stem, gold["title"]) for file, gold in golds]


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.wikitext"))


def _sample(file: Path, name: str, title: str) -> Sample:
    page = Page(title, file.read_bytes().decode("utf-8"))
    return Sample(name, page, read(page).kind)


def pages() -> None:
    """Print how long reading each page takes, beside a bare parse of it."""
    for group, found in samples():
        paces = side_by_side([sample.page for sample in found], ROUNDS)
        rows = [_row(sample, pace) for sample, pace in zip(found, paces, strict=True)]
        text = "".join(sample.page.text for sample in found)
        kind = found[0].kind if len({sample.kind for sample in found}) == 1 else ""
        whole = Pace(sum(pace.parse for pace in paces), sum(pace.read for pace in paces))
        rows.append(_row(Sample("**all together**", Page("", text), kind), whole))
        table(f"{group}, beside a bare parse", _HEAD, rows)


_HEAD = ("page", "kind", "characters", "parse, ms", "read, ms", "ratio", "target", "")


def _row(sample: Sample, pace: Pace) -> list[str]:
    return [
        sample.name,
        sample.kind,
        f"{len(sample.page.text)}",
        f"{pace.parse * 1000:.2f}",
        f"{pace.read * 1000:.2f}",
        f"{pace.ratio:.2f}",
        f"{sample.target:.1f}" if sample.kind else "",
        "over" if sample.kind and pace.ratio > sample.target else "",
    ]


def large() -> None:
    """Print how long reading large pages takes, beside a bare parse of them."""
    rows = []
    for name, make in large_pages():
        for length in LARGE:
            page = Page(name, make(length))
            (pace,) = side_by_side([page], ROUNDS_WHERE_LARGE)
            rows.append(_row(Sample(name, page, read(page).kind), pace))
    table("Large pages, beside a bare parse", _HEAD, rows)


def large_pages() -> Iterator[tuple[str, Callable[[int], str]]]:
    """The titles of large pages, and how one of at least so many characters is made."""
    yield "Project:Village pump", village_pump
    for file in (*_files(EXAMPLES), *_files(TRANSCRIPTS)):
        if file.name in {"2024-06-13.wikitext", "2021-04-17.natural.wikitext"}:
            text = file.read_bytes().decode("utf-8")
            yield f"Conversation {file.name.partition('.')[0]}", partial(long_conversation, text)


_LENGTH_NAMES = [f"{length // 1024} KiB, s" for length in LENGTHS]


def hostile(names: Sequence[str], limit: float) -> None:
    """Print how the time to read hostile texts grows, until so many seconds have passed."""
    end = time.monotonic() + limit
    chosen = [text for text in TEXTS if not names or text.name.startswith(tuple(names))]
    head = ["text", *_LENGTH_NAMES, "exponent", "last step", ""]
    found: list[Growth] = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        rows = pool.map(partial(growth, end=end), chosen)
        table("Time by length", head, map(_growth_row, _kept(rows, found)))
    steep = [each.name for each in found if each.steep]
    slow = [each.name for each in found if each.slow]
    print(f"\n{len(found)} texts; of an exponent over {STEEP}: {', '.join(steep) or 'none'}.")
    print(f"Over {SLOW:.0f} s at one length or another: {', '.join(slow) or 'none'}.")


def _kept(rows: Iterable[Growth], kept: list[Growth]) -> Iterator[Growth]:
    for row in rows:
        kept.append(row)
        yield row


def _growth_row(found: Growth) -> list[str]:
    cells = [f"{each:.3f}" for each in found.seconds]
    cells += ["–"] * (len(LENGTHS) - len(cells))
    remarks = [found.stopped, "steep" if found.steep else "", "slow" if found.slow else ""]
    exponents = [found.exponent(), found.exponent(2)]
    cells += ["–" if math.isnan(each) else f"{each:.2f}" for each in exponents]
    return [found.name, *cells, ", ".join(filter(None, remarks))]


def growth(text: Hostile, end: float) -> Growth:
    """Measure a text at each length in a process of its own, which no text can hold for long."""
    found: list[float] = []
    stopped = ""
    mine, its = multiprocessing.Pipe()
    child = multiprocessing.Process(target=_grow, args=(TEXTS.index(text), its))
    if time.monotonic() < end:
        child.start()
        its.close()
    else:
        return Growth(text.name, found, "left out for want of time")
    try:
        for _ in LENGTHS:
            if not mine.poll(max(0.0, end - time.monotonic())):
                stopped = "stopped for want of time"
                break
            answer = mine.recv()
            if isinstance(answer, str):
                stopped = answer
                break
            found.append(answer)
    except EOFError:
        stopped = f"stopped after {LONGEST} s"
    child.kill()
    child.join()
    return Growth(text.name, found, stopped)


def _grow(number: int, conversation: Connection) -> None:
    read(Page("Hour 2024-05-06", CONVERSATION))  # what is made once for all pages
    for length in LENGTHS:
        page = Page("Hour 2024-05-06", TEXTS[number].make(length))
        took: list[float] = []
        while sum(took) < 0.5 and len(took) < ROUNDS_WHERE_LARGE:  # noqa: PLR2004
            until = math.ceil(time.process_time() + LONGEST) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
            try:
                took.append(seconds(partial(read, page)))
            except Exception as failure:  # noqa: BLE001  # it is told in the table
                conversation.send(f"failed: {failure!r}"[:80])
                return
        conversation.send(min(took))


def memory() -> None:
    """Print how much memory a bare parse and reading of the largest pages need at most."""
    rows = []
    for name, make in large_pages():
        text = make(LARGEST)
        parsing, reading = (_peak(work, Page(name, text)) for work in (_parse, read))
        rows.append(
            [
                name,
                f"{len(text)}",
                f"{parsing / 1e6:.0f}",
                f"{reading / 1e6:.0f}",
                f"{reading / parsing:.2f}",
            ]
        )
    table(
        "Memory at most, by tracemalloc",
        ("page", "characters", "parse, MB", "read, MB", "ratio"),
        rows,
    )


def _parse(page: Page) -> object:
    return mwparserfromhell.parse(page.text)


def _peak(work: Callable[[Page], object], page: Page) -> int:
    gc.collect()
    tracemalloc.start()
    work(page)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def main() -> None:
    """Print the tables that are asked for."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    arguments.add_argument("names", nargs="*", metavar="NAME")
    arguments.add_argument(
        "--part", action="append", choices=("pages", "large", "hostile", "memory")
    )
    arguments.add_argument("--seconds", type=float, default=170, help="for the hostile texts")
    options = arguments.parse_args()
    parts = options.part or (
        ["hostile"] if options.names else ["pages", "large", "hostile", "memory"]
    )
    works: dict[str, Callable[[], None]] = {
        "pages": pages,
        "large": large,
        "hostile": partial(hostile, options.names, options.seconds),
        "memory": memory,
    }
    for part in parts:
        works[part]()


if __name__ == "__main__":
    main()
