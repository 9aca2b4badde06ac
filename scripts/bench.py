"""Measure wikifaq: requests of a run, and building by size (reading: see ``bench_reading``).

    python scripts/bench.py [--no-wiki]

Times are seconds that only compare to each other.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from local_wiki import LocalWiki, Unavailable

from wikifaq.consolidate.recurrence import ByWords
from wikifaq.model import Page, Topic
from wikifaq.page.permalink import Links
from wikifaq.page.template import Templates
from wikifaq.publish.plan import Build, Place, plan
from wikifaq.template_files import template_sources
from wikifaq.transcript import read
from wikifaq.wiki.protocol import Revision

EXAMPLES = Path(__file__).parents[1] / "wikifaq" / "examples"


def requests_of_runs() -> None:
    """Print a table of the requests that reach a MediaWiki in a first run and in the next."""
    with LocalWiki() as wiki, tempfile.TemporaryDirectory() as folder:
        admin = wiki.session(wiki.admin)
        for file in sorted((EXAMPLES / "pages").rglob("*.wikitext")):
            title = str(file.relative_to(EXAMPLES / "pages")).removesuffix(".wikitext")
            admin.edit(title, file.read_text("utf-8"))
        password = Path(folder, "password")
        password.write_text(wiki.accounts[wiki.bot], "utf-8")
        password.chmod(0o600)
        account = {"WIKIFAQ_USER": wiki.bot, "WIKIFAQ_PASSWORD_FILE": str(password)}
        tables = []
        for options in (["--create"], []):
            mark = wiki.mark()
            subprocess.run(
                [sys.executable, "-m", "wikifaq", "run", "--wiki", wiki.api, "--config",
                 str(EXAMPLES / "wikifaq.toml"), "--state", folder, *options],
                check=True, capture_output=True, env=os.environ | account,
            )  # fmt: skip
            tables.append(Counter(map(_kind, wiki.requests_since(mark))))
    first, second = tables
    print(f"{'requests to the wiki':48}{'first run':>12}{'nothing new':>14}")
    for kind in sorted(first | second):
        print(f"{kind:48}{first[kind]:12}{second[kind]:14}")
    print(f"{'all':48}{first.total():12}{second.total():14}")


def _kind(request: dict[str, object]) -> str:
    parts = [request.get("action"), request.get("generator") or request.get("list")]
    asked = request.get("prop") or request.get("meta")
    return " ".join(str(part) for part in [*parts, asked] if part)


def building() -> None:
    """Print how long a plan takes by the number of entries, first and with nothing new."""
    print(f"\n{'planning the page':48}{'first, s':>12}{'nothing new, s':>18}")
    for size in (100, 1000, 3000):
        text = "".join(
            f"* What about matter number {n} of {n % 7} and {n % 11}?\n** It is so, {n}.\n"
            for n in range(size)
        )
        build = Build(
            transcripts=(read(Page("Hour 2024-05-06", text, 1, 1)),),
            topics=(Topic("all", "All", ("matter",)),),
            engine=ByWords(),
            templates=Templates(template_sources(None), language="en"),
            links=Links(""),
        )
        start = time.perf_counter()
        made = plan(build, Place("FAQ", None, create=True, user="Bot"))
        first = time.perf_counter() - start
        current = Revision(1, 0, "", "Bot", "", None, made.new)
        start = time.perf_counter()
        again = plan(build, Place("FAQ", current, made.new, user="Bot"))
        second = time.perf_counter() - start
        print(f"{f'{size} entries, then {again.outcome}':48}{first:12.2f}{second:18.2f}")


def main() -> None:
    """Print all tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--no-wiki", action="store_true", help="Leave out what needs MediaWiki.")
    if not arguments.parse_args().no_wiki:
        try:
            requests_of_runs()
        except Unavailable as problem:
            print(problem, file=sys.stderr)
    building()


if __name__ == "__main__":
    main()
