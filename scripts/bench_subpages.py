"""Measure the FAQ on subpages: how heavy its pages are, and how long they take to be planned.

    python scripts/bench_subpages.py [--page-size BYTES] [SIZE...]

The entries are made up, as in bench_merging.py: nothing is read from sources and nothing compared.
Times are seconds that only compare to each other.
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

from bench_merging import SIZES, TEMPLATES, faq

from wikifaq.page.mark import BEGIN, END
from wikifaq.page.merge import Merged, merge
from wikifaq.page.permalink import Links
from wikifaq.page.render import Pieces, render_entries
from wikifaq.page.standing import found
from wikifaq.page.tombstone import tombstones
from wikifaq.publish.plan import Place
from wikifaq.publish.spreading import Written, spread, written
from wikifaq.publish.subpage_place import SubpagePlace, read_pages
from wikifaq.wiki.protocol import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wikifaq.model import Faq

TITLE, BOT = "FAQ", "Bot"


def laid(texts: Mapping[str, str], new: Faq, size: int) -> tuple[Written, float]:
    """The pages with the FAQ in them, and the seconds that it took to read, render and merge."""
    start = time.perf_counter()
    revisions = {
        title: Revision(n, 0, "", BOT, "", None, text)
        for n, (title, text) in enumerate(texts.items(), 1)
    }
    main = texts.get(TITLE, f"{BEGIN}\n\n{END}")
    subpages = tuple(
        SubpagePlace(topic, title, title, revisions[title], base=texts[title])
        for topic, title in tombstones(main).elsewhere
    )
    base = texts.get(TITLE)
    place = Place(TITLE, revisions.get(TITLE), base, subpages=subpages, user=BOT)
    read = read_pages(place, main)
    then = read.then.page if read.then is not None else None
    people = found(read.now.page, then)

    def merged_with(homes: Mapping[str, str]) -> tuple[Pieces, Merged]:
        pieces = render_entries(new, templates=TEMPLATES, links=Links(""), homes=homes)
        return pieces, merge(
            read.now.page,
            new,
            pieces,
            templates=TEMPLATES,
            found=people,
            base=then,
            homes=homes,
        )

    made = spread(merged_with, new, place, read, size=size, templates=TEMPLATES, frozen=False)
    done = written(made, place, summary="", templates=TEMPLATES)
    return done, time.perf_counter() - start


def runs(size: int, page_size: int) -> Iterator[tuple[str, Written, float]]:
    """Each kind of run with what it makes and the seconds it took."""
    first, took = laid({}, faq(size, 1), page_size)
    yield "the first run", first, took
    texts = {TITLE: first.main, **{each.title: each.new for each in first.subpages}}
    again, took = laid(texts, faq(size, 1), page_size)
    yield "nothing new", again, took
    if again.main != first.main or any(each.changed for each in again.subpages):
        raise SystemExit("A run with nothing new would write: that is a defect of wikifaq.")
    renewed, took = laid(texts, faq(size, 2), page_size)
    yield "each entry answered again", renewed, took


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="*", type=int, default=SIZES, help="numbers of entries")
    parser.add_argument("--page-size", type=int, default=300_000, help="as [faq] page_size")
    asked = parser.parse_args()
    print(
        f"{'entries':>8}  {'':26}{'pages':>6}{'the page':>11}{'largest':>11}{'in all':>12}"
        f"{'seconds':>9}"
    )
    for size in asked.size:
        for kind, made, took in runs(size, asked.page_size):
            weights = [len(each.new.encode()) for each in made.subpages]
            page = len(made.main.encode())
            largest = max(weights, default=page)
            total = page + sum(weights)
            print(
                f"{size:>8}  {kind:26}{1 + len(weights):>6}{page:>11,}{largest:>11,}{total:>12,}"
                f"{took:>9.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
