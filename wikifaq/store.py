"""What a run remembers: pages by revision and how they were read. Losing it costs only time."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from wikifaq.errors import TryLater, WikifaqError
from wikifaq.transcript.jsonform import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from wikifaq.model import Page, Transcript

_SCHEMA = """
create table if not exists pages (
  wiki text not null,
  page_id integer not null,
  revision integer not null,
  title text not null,
  reader text not null,
  text text not null,
  transcript text not null,
  primary key (wiki, page_id)
) strict
"""
_NAME = "wikifaq.sqlite3"


class Store:
    """A SQLite file with the newest revision read of each source page."""

    def __init__(self, folder: Path, *, reader: str) -> None:
        """``reader`` is the version of the reading that may be taken from it.

        Raises WikifaqError where the folder can't be written, TryLater where another command
        holds the file. A file that is no store any more is made anew.
        """
        self._reader = reader
        file = folder / _NAME
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                self._database = self._open(file)
            except sqlite3.DatabaseError as error:
                if "locked" in str(error):
                    raise TryLater(f"Another command is using {file}; try again.") from error
                with suppress(FileNotFoundError):
                    file.unlink()
                self._database = self._open(file)
        except (OSError, sqlite3.Error) as error:
            raise WikifaqError(
                f"The state folder {folder} can't be written ({error}); give another with --state."
            ) from error

    @staticmethod
    def _open(file: Path) -> sqlite3.Connection:
        database = sqlite3.connect(file, timeout=10)
        try:
            # What is forgotten is overwritten: a source may have been hidden for good reasons.
            database.execute("pragma secure_delete = on")
            database.execute(_SCHEMA)
            database.execute("select wiki, reader, transcript from pages limit 1").fetchone()
            database.commit()
        except sqlite3.Error:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def reading(self, wiki: str, page_id: int, revision: int, title: str) -> Transcript | None:
        """Return how this revision was read, None where it wasn't or would be read otherwise."""
        row = self._database.execute(
            "select transcript from pages where wiki = ? and page_id = ? and revision = ? "
            "and title = ? and reader = ?",
            (wiki, page_id, revision, title, self._reader),
        ).fetchone()
        if row is None:
            return None
        try:
            return from_json(json.loads(row[0]))
        except (ValueError, KeyError, TypeError):
            return None  # written by another version: read anew

    def keep(self, wiki: str, page_id: int, page: Page, transcript: Transcript) -> None:
        """Remember a page and how it was read, in place of its earlier revision."""
        with closing(self._database.cursor()) as cursor:
            cursor.execute(
                "insert or replace into pages values (?, ?, ?, ?, ?, ?, ?)",
                (
                    wiki,
                    page_id,
                    page.revision or 0,
                    page.title,
                    self._reader,
                    page.text,
                    json.dumps(to_json(transcript, page.text), ensure_ascii=False),
                ),
            )
        self._database.commit()

    def forget_others(self, wiki: str, page_ids: Iterable[int]) -> None:
        """Forget a wiki's pages but these: what is no source any more is not kept."""
        kept = set(page_ids)
        known = self._database.execute("select page_id from pages where wiki = ?", (wiki,))
        lost = [(wiki, each) for (each,) in known.fetchall() if each not in kept]
        self._database.executemany("delete from pages where wiki = ? and page_id = ?", lost)
        self._database.commit()
