"""Measure how heavy the FAQ's page is, and how long MediaWiki takes to render it.

    python scripts/bench_page.py [SIZE...]

The conversations are made up, of answers as long as real ones are. The pages are saved on a
MediaWiki of this machine (scripts/local_wiki.py). Seconds are MediaWiki's own, without caches, and
only compare to each other.
"""

from __future__ import annotations

import argparse
import random
from typing import TYPE_CHECKING

from local_wiki import LocalWiki

from wikifaq.consolidate.engine import Grouping
from wikifaq.model import Page, Topic
from wikifaq.page.permalink import Links
from wikifaq.page.template import Templates
from wikifaq.publish.plan import Build, Place, Said, plan
from wikifaq.template_files import template_sources
from wikifaq.transcript import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from local_wiki import Client

    from wikifaq.consolidate.bonds import Bonds
    from wikifaq.consolidate.engine import Question
    from wikifaq.publish.side_page import SidePage

SIZES = (100, 1000, 10_000)
TITLE = "Weighed FAQ"
TOPICS = 15
A_PAGE = 25  # questions of a conversation
LENGTHS = (20, 35, 50, 70, 90, 110, 150, 220, 330, 600)  # words of an answer
WORDS = """the keeper of the house says that each cup of tea is made anew when the bell rings and
the garden is open to all who come by boat or on foot unless a storm has shut the bridge""".split()


class Apart:
    """An engine that groups nothing: what is compared is measured elsewhere."""

    name = "apart"
    embedder = None

    def group(self, questions: Sequence[Question], bonds: Bonds, **_: object) -> Grouping:
        """Each question by itself."""
        del bonds
        return Grouping({question.id: question.id for question in questions})


def sources(size: int) -> Iterator[Page]:
    """Conversations with this many answered questions in all."""
    chance = random.Random(size)  # noqa: S311 - the same pages in every run
    for first in range(0, size, A_PAGE):
        number = first // A_PAGE
        lines = []
        for each in range(first, min(first + A_PAGE, size)):
            lines.append(f"* What does the house say of matter number {each} of t{each % TOPICS}x?")
            lines.append(f"** Ana (Keeper): {_said(chance)}")
        date = f"{2000 + number // 12}-{1 + number % 12:02}-07"
        yield Page(f"Hour {date} {number}", "\n".join(lines), 1 + number, 1 + number)


def _said(chance: random.Random) -> str:
    left, sentences = chance.choice(LENGTHS), []
    while left > 0:
        count = min(left, chance.randint(8, 25))
        sentences.append(" ".join(chance.choices(WORDS, k=count)).capitalize() + ".")
        left -= count
    return " ".join(sentences)


def pages(size: int) -> list[SidePage]:
    """The FAQ's pages with this many entries."""
    build = Build(
        transcripts=tuple(map(read, sources(size))),
        topics=tuple(Topic(f"t{n}", f"Topic {n}", (f"t{n}x",)) for n in range(TOPICS)),
        engine=Apart(),
        templates=Templates(template_sources(None), language="en"),
        links=Links(""),
    )
    made = plan(build, Place(TITLE, None, create=True, said=Said("")))
    if made.outcome != "write":
        raise SystemExit(f"Nothing to weigh: {made.reasons}")
    return [page for page in made.pages if page.new]  # type: ignore[misc]


def weighed(bot: Client, size: int) -> str:
    """A row of the table."""
    made = pages(size)
    rendered = []
    for page in made:
        bot.edit(page.title, page.new)
        answer = bot.get(action="parse", page=page.title, prop="text|limitreportdata")["parse"]
        report = {each["name"]: each for each in answer["limitreportdata"]}
        seconds = float(report["limitreport-walltime"]["0"])
        rendered.append((len(page.new.encode()), len(answer["text"].encode()), seconds))
    main, most = rendered[0], [max(column) for column in zip(*rendered, strict=True)]
    return (
        f"{size:>8}{len(made):>7}{main[0] / 1000:>12.0f}{main[1] / 1000:>11.0f}{main[2]:>9.2f}"
        f"{most[0] / 1000:>12.0f}{most[1] / 1000:>11.0f}{most[2]:>9.2f}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="*", type=int, default=SIZES, help="numbers of entries")
    sizes = parser.parse_args().size
    print(f"{'':15}{'the FAQ page':^32}{'the heaviest page':^32}")
    columns = f"{'wikitext kB':>12}{'HTML kB':>11}{'seconds':>9}"
    print(f"{'entries':>8}{'pages':>7}{columns}{columns}")
    with LocalWiki() as wiki:
        bot = wiki.session(wiki.bot)
        for size in sizes:
            print(weighed(bot, size), flush=True)


if __name__ == "__main__":
    main()
