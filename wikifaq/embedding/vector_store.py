"""A file with the vectors of texts that were seen before. Losing it costs only time."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

# A file that shrinks when vectors leave it: those of a model that is used no more are many.
_SCHEMA = """
pragma auto_vacuum = full;
create table if not exists vectors (
  model blob not null,
  text blob not null,
  vector blob not null,
  primary key (model, text)
) strict
"""
_NAME = "vectors.sqlite3"
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_PATIENCE = 10.0  # seconds


class VectorStore:
    """Vectors as bytes, by their model's hash and their text's.

    Nothing is raised for a file that can't be used: it is made anew where it is broken, else
    nothing is found in it and nothing kept, and ``say`` is told so once.
    """

    def __init__(self, folder: Path, *, say: Callable[[str], None]) -> None:
        """Open the file in a folder, which is made where it is missing."""
        self._file = folder / _NAME
        self._say = say
        self._database: sqlite3.Connection | None = None
        with self._guarded():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                self._database = self._open()
            except sqlite3.Error as error:
                if not _is_broken(error):
                    raise
                self._file.unlink(missing_ok=True)
                self._database = self._open()

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._file, timeout=_PATIENCE)
        try:
            database.executescript(_SCHEMA)
            database.execute("select model, text, vector from vectors limit 1").fetchone()
        except sqlite3.Error:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Close the file."""
        if self._database:
            self._database.close()
            self._database = None

    def get(self, model: bytes, text: bytes) -> bytes | None:
        """Return a vector, None where it isn't there."""
        with self._guarded():
            if self._database:
                row = self._database.execute(
                    "select vector from vectors where model = ? and text = ?", (model, text)
                ).fetchone()
                return bytes(row[0]) if row else None
        return None

    def keep(self, model: bytes, vectors: Mapping[bytes, bytes]) -> None:
        """Keep vectors, by their texts."""
        with self._guarded():
            if self._database:
                self._database.executemany(
                    "insert or replace into vectors values (?, ?, ?)",
                    [(model, text, vector) for text, vector in vectors.items()],
                )
                self._database.commit()

    def forget_others(self, model: bytes, texts: Collection[bytes]) -> None:
        """Forget all vectors but these texts' by this model."""
        with self._guarded():
            if self._database:
                known = self._database.execute("select model, text from vectors")
                lost = [key for key in known if key[0] != model or key[1] not in texts]
                self._database.executemany("delete from vectors where model = ? and text = ?", lost)
                self._database.commit()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Go on without the file where it fails."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            with suppress(sqlite3.Error):
                self.close()
            self._database = None
            if isinstance(error, sqlite3.Error) and _is_broken(error):
                with suppress(OSError):
                    self._file.unlink(missing_ok=True)
            self._say(f"Vectors can't be kept in {self._file} ({error}); this run does without.")


def _is_broken(error: sqlite3.Error) -> bool:
    # The lowest byte is the kind of an error, the others say more of it.
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _BROKEN
