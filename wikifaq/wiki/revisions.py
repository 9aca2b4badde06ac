"""The revisions of a folder's pages: a log and the texts, in a hidden sub-folder.

A line is written before a page is replaced and another after it, so that a run that is cut
off in between leaves a page that is either the old or the new one, and a log that knows which.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from wikifaq.errors import WikifaqError
from wikifaq.wiki.protocol import Revision
from wikifaq.wiki.title import to_path

if TYPE_CHECKING:
    from pathlib import Path

HIDDEN = ".revisions"


def sha1(text: str) -> str:
    """The SHA-1 of a text in UTF-8, as MediaWiki gives it for a revision."""
    return hashlib.sha1(text.encode("utf-8", "surrogatepass")).hexdigest()  # noqa: S324 - MediaWiki's own digest


def revision_id(title: str, parent: int, text: str) -> int:
    """A revision's number: the same for the same text on the same revision of the same page."""
    hashed = hashlib.sha256(f"{title}\0{parent}\0".encode() + text.encode("utf-8", "surrogatepass"))
    return int.from_bytes(hashed.digest()[:4]) or 1


class RevisionLog:
    """The logged revisions of one page of a folder, oldest first."""

    def __init__(self, folder: Path, title: str) -> None:
        """``folder`` is the wiki's."""
        self.title = title
        self._folder = folder / HIDDEN / to_path(title).with_suffix("")
        self._file = self._folder / "log.jsonl"

    def exists(self) -> bool:
        """Whether the page was ever written through a wiki."""
        return self._file.exists()

    def revisions(self, current: str | None) -> list[Revision]:
        """Return the revisions; ``current`` is the page's text now, None where it has no file.

        A text that no line tells of is the newest revision, by somebody with an editor.
        """
        lines = self._lines()
        done = {line["done"] for line in lines if "done" in line}
        logged = [line for line in lines if "id" in line]
        # A last line without its end counts only where the page shows that it was written.
        if logged and current is not None and logged[-1]["sha1"] == sha1(current):
            done.add(logged[-1]["id"])
        found = [self._revision(line) for line in logged if line["id"] in done]
        if current is not None and (not found or found[-1].sha1 != sha1(current)):
            parent = found[-1].id if found else 0
            found.append(
                Revision(
                    id=revision_id(self.title, parent, current),
                    parent=parent,
                    timestamp="",
                    user=None,
                    comment="",
                    sha1=sha1(current),
                )
            )
        return found

    def text(self, revision: int) -> str | None:
        """Return the text kept of a revision, None where none is."""
        file = self._text_file(revision)
        return file.read_bytes().decode("utf-8", "surrogatepass") if file.exists() else None

    def begin(self, revision: Revision, text: str) -> None:
        """Keep a revision's text and say that it is about to be written."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._text_file(revision.id).write_bytes(text.encode("utf-8", "surrogatepass"))
        self._append(
            {
                "id": revision.id,
                "parent": revision.parent,
                "timestamp": revision.timestamp,
                "user": revision.user,
                "comment": revision.comment,
                "sha1": revision.sha1,
            }
        )

    def done(self, revision: Revision) -> None:
        """Say that a revision has been written."""
        self._append({"done": revision.id})

    def _text_file(self, revision: int) -> Path:
        return self._folder / f"{revision}.txt"

    def _append(self, line: dict[str, Any]) -> None:
        with self._file.open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")

    def _lines(self) -> list[dict[str, Any]]:
        if not self._file.exists():
            return []
        try:
            return [json.loads(line) for line in self._file.read_text("utf-8").splitlines()]
        except ValueError as error:
            raise WikifaqError(
                f"{self._file} is no log of revisions any more ({error}); remove its folder to "
                f"start the history of {self.title!r} anew."
            ) from error

    @staticmethod
    def _revision(line: dict[str, Any]) -> Revision:
        return Revision(
            id=line["id"],
            parent=line["parent"],
            timestamp=line["timestamp"],
            user=line["user"],
            comment=line["comment"],
            sha1=line["sha1"],
        )


def now() -> str:
    """The time as MediaWiki writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
