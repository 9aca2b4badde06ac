"""A MediaWiki on loopback with transcripts as pages, and the FAQ page that wikifaq writes of them.

Its search finds the transcripts only, and words by their English stems as on Wikimedia's wikis.
It is MediaWiki's own on SQLite: all words of a search must stand in a page.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

from local_wiki import LocalWiki, Unavailable

from wikifaq.config import default_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FAQ = "Project:FAQ"
FOLDER = "Conversation Hour/"  # of the transcripts' pages, which are named as their files begin


@contextlib.contextmanager
def faq_wiki(pages: Sequence[Path], engine: str) -> Iterator[LocalWiki]:
    """Start the wiki with these files as its transcripts. Raises Unavailable."""
    with LocalWiki() as wiki:
        _write_faq(wiki, pages, engine)
        _index_transcripts(wiki.folder / "data" / "wiki.sqlite")
        yield wiki


def _write_faq(wiki: LocalWiki, pages: Sequence[Path], engine: str) -> None:
    admin = wiki.session(wiki.admin)
    titles = [FOLDER + page.name.partition(".")[0] for page in pages]
    for title, page in zip(titles, pages, strict=True):
        admin.edit(title, page.read_text(encoding="utf-8"), "A transcript")
    admin.delete("Main Page")
    wanted = {
        r"^source = .*": "",
        r"^prefixes = \[.*?^\]": f"titles = {json.dumps(titles)}",
        r"^page = .*?$": f'page = "{FAQ}"\nengine = "{engine}"',
    }
    text = default_text()
    for pattern, instead in wanted.items():
        flags = re.MULTILINE | (re.DOTALL if "prefixes" in pattern else 0)
        place = re.search(pattern, text, flags)
        if not place:
            raise Unavailable(f"The default configuration has nothing like {pattern}.")
        text = text[: place.start()] + instead + text[place.end() :]
    config = wiki.folder / "wikifaq.toml"
    config.write_text(text, encoding="utf-8")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("WIKIFAQ_", "PYWIKIBOT"))}
    account = {
        "WIKIFAQ_USER": wiki.bot,
        "WIKIFAQ_PASSWORD_FILE": str(wiki.folder / "passwords" / wiki.bot),
    }
    options = ["--config", str(config), "--wiki", wiki.api, "--state", str(wiki.folder / "state")]
    done = subprocess.run(
        [sys.executable, "-m", "wikifaq", "run", "--create", *options],
        env=kept | account, cwd=wiki.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, timeout=300, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Unavailable(f"wikifaq wrote no FAQ; it said: {done.stderr.strip()[-500:]}")
    print(done.stderr.strip().rpartition("\n")[2])


def _index_transcripts(database: Path) -> None:
    with contextlib.closing(sqlite3.connect(database, timeout=30)) as wiki:
        wiki.executescript(
            "CREATE VIRTUAL TABLE stems USING fts3(si_title, si_text, tokenize=porter);"
            "INSERT INTO stems(rowid, si_title, si_text)"
            " SELECT searchindex.rowid, si_title, si_text FROM searchindex"
            " JOIN page ON page_id = searchindex.rowid WHERE page_namespace = 0;"
            "DROP TABLE searchindex;"
            "ALTER TABLE stems RENAME TO searchindex;"
        )
