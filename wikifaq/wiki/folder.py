"""A folder of .wikitext files as a wiki: for the demo, for tests, and for work offline."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import mwparserfromhell
from babel.localedata import locale_identifiers

from wikifaq.errors import EditConflict, PageError, WikifaqError
from wikifaq.model import Page
from wikifaq.wiki.protocol import Edit, PageRef, Revision, Saved
from wikifaq.wiki.revisions import HIDDEN, RevisionLog, now, revision_id, sha1
from wikifaq.wiki.title import SUFFIX, spaced, to_path, to_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikifaq.wiki.protocol import Wiki

_REDIRECT = re.compile(r"\s*#REDIRECT\s*:?\s*\[\[:?([^\[\]|#]+)", re.IGNORECASE)
_CATEGORY = re.compile(r"\[\[\s*Category\s*:\s*([^\[\]|#]+)", re.IGNORECASE)


class FolderWiki:
    """The wiki of a folder: each page is a file named by its title.

    A page id is made of the title and a revision id of title, parent and text, so the same
    files give the same ids anywhere.
    """

    def __init__(self, address: str | Path, *, user: str = "wikifaq") -> None:
        """``address`` is the folder's path; it is made at the first edit where it is missing."""
        self._folder = Path(address)
        self._address = str(address)
        self._user = user

    @property
    def address(self) -> str:
        """The folder as the operator named it."""
        return self._address

    @property
    def user(self) -> str | None:
        """The account that edits are made with."""
        return self._user

    @property
    def languages(self) -> frozenset[str]:
        """The codes of the languages that Unicode's locale data knows."""
        return frozenset(code.lower().replace("_", "-") for code in locale_identifiers())

    def by_title(self, titles: Sequence[str]) -> Iterator[PageRef]:
        """The pages with these titles; raises PageError for one without a file."""
        for title in titles:
            yield self._ref(self._existing(title))

    def by_prefix(self, prefix: str) -> Iterator[PageRef]:
        """The pages whose titles start with exactly this text."""
        return (self._ref(title) for title in self._titles() if title.startswith(prefix))

    def by_category(self, category: str) -> Iterator[PageRef]:
        """The pages whose text names the category."""
        wanted = spaced(category.rpartition(":")[2])
        for title in self._titles():
            names = map(spaced, _CATEGORY.findall(self._read(title)))
            if wanted in names:
                yield self._ref(title)

    def by_link(self, index: str) -> Iterator[PageRef]:
        """The existing pages that a page links to; raises PageError where it has no file."""
        code = mwparserfromhell.parse(self._read(self._existing(index)))
        linked = {
            spaced(str(link.title).partition("#")[0].lstrip(":"))
            for link in code.filter_wikilinks()
        }
        return (self._ref(title) for title in self._titles() if title in linked)

    def fetch(self, refs: Sequence[PageRef]) -> Iterator[Page]:
        """The pages' texts; a redirect is followed once, and no further."""
        for ref in refs:
            title, text = ref.title, self._read(ref.title)
            target = _REDIRECT.match(text)
            if target:
                title = self._existing(spaced(target[1]))
                text = self._read(title)
                if _REDIRECT.match(text):
                    raise PageError(
                        f"{ref.title!r} redirects to {title!r}, which is a redirect itself; "
                        "let it point to the page."
                    )
            found = self._ref(title, text)
            yield Page(title, text, found.page_id, found.revision)

    def newest(self, titles: Sequence[str]) -> dict[str, Revision | None]:
        """The current revision of each title, with its text."""
        found: dict[str, Revision | None] = {}
        for title in titles:
            text = self._text(title)
            revisions = RevisionLog(self._folder, title).revisions(text)
            found[title] = None if text is None else replace(revisions[-1], text=text)
        return found

    def history(self, title: str, *, limit: int = 50) -> Sequence[Revision]:
        """The page's newest revisions, the newest first."""
        return RevisionLog(self._folder, title).revisions(self._text(title))[::-1][:limit]

    def text_of(self, title: str, revision: int) -> str | None:
        """The text of one revision; None where none is kept."""
        newest = self.newest([title])[title]
        if newest is not None and newest.id == revision:
            return newest.text
        return RevisionLog(self._folder, title).text(revision)

    def as_of(self, ref: PageRef, timestamp: str) -> Page | None:  # noqa: ARG002 - not known
        """A folder doesn't know what its files said at a time."""
        return None

    def revisions_since(self, title: str, revision: int, *, limit: int = 50) -> Sequence[Revision]:
        """The revisions after this one, with the texts that are kept; none where it is unknown."""
        log, text = RevisionLog(self._folder, title), self._text(title)
        found = log.revisions(text)
        ids = [each.id for each in found]
        after = found[ids.index(revision) + 1 :] if revision in ids else []
        current = found[-1].id if found and text is not None else None
        return [
            replace(each, text=text if each.id == current else log.text(each.id))
            for each in after[max(0, len(after) - limit) :]
        ]

    def hidden(self, revisions: Sequence[int]) -> frozenset[int]:  # noqa: ARG002 - see below
        """Nothing is hidden in a folder; a revision that isn't kept there is only unknown."""
        return frozenset()

    def may_edit(self, user: str | None, title: str) -> bool:  # noqa: ARG002 - all may
        """Nothing is protected in a folder."""
        return True

    def was_deleted(self, title: str) -> bool:
        """Whether the page has a history and no file any more."""
        return self._text(title) is None and RevisionLog(self._folder, title).exists()

    def as_saved(self, title: str, text: str) -> str:  # noqa: ARG002 - a folder changes nothing
        """A folder stores a text as it is."""
        return text

    def log_in(self) -> None:
        """Check that the folder can be written. Raises WikifaqError where it can't."""
        nearest = next(
            each for each in [self._folder, *self._folder.absolute().parents] if each.exists()
        )
        if not nearest.is_dir() or not os.access(nearest, os.W_OK):
            raise WikifaqError(f"The folder {self._address} can't be written; see its permissions.")

    def edit(self, edit: Edit) -> Saved:
        """Write a page, keeping the revision before it. Raises EditConflict where it moved on."""
        log = RevisionLog(self._folder, edit.title)
        text = self._text(edit.title)
        revisions = log.revisions(text)
        found = revisions[-1].id if text is not None else None
        if found != edit.base:
            raise EditConflict(f"The page {edit.title!r} was changed while the run was under way.")
        if text == edit.text:
            return Saved(None)
        parent = revisions[-1] if revisions else None
        made = Revision(
            id=revision_id(edit.title, parent.id if parent else 0, edit.text),
            parent=parent.id if parent else 0,
            timestamp=now(),
            user=self._user,
            comment=edit.summary,
            sha1=sha1(edit.text),
        )
        try:
            if parent is not None and text is not None and log.text(parent.id) is None:
                # A person's revision: kept before it is built upon.
                log.begin(replace(parent, timestamp=now()), text)
                log.done(parent)
            log.begin(made, edit.text)
            self._replace(edit.title, edit.text)
            log.done(made)
        except OSError as error:
            raise WikifaqError(
                f"The page {edit.title!r} can't be written to {self._address}: {error.strerror}."
            ) from error
        return Saved(made.id)

    def interwiki_prefix(self, other: Wiki) -> str | None:
        """Nothing but the folder itself is known."""
        return "" if other.address == self.address else None

    def permalink_url(self, revision: int) -> str | None:  # noqa: ARG002 - it has no address
        """A folder has no web address."""
        return None

    def _titles(self) -> list[str]:
        if not self._folder.is_dir():
            raise WikifaqError(f"There is no folder {self._address}.")
        return sorted(self._files())

    def _files(self) -> dict[str, Path]:
        files = (
            path
            for path in self._folder.rglob(f"*{SUFFIX}")
            if HIDDEN not in path.relative_to(self._folder).parts and path.is_file()
        )
        return {
            to_title(PurePosixPath(*path.relative_to(self._folder).parts)): path for path in files
        }

    def _path(self, title: str) -> Path:
        path = self._folder / to_path(title)
        if path.exists():
            return path
        # A person may have named the file without encoding what this system allows.
        return self._files().get(title, path) if self._folder.is_dir() else path

    def _existing(self, title: str) -> str:
        title = spaced(title)
        if not self._path(title).exists():
            raise PageError(f"There is no page {title!r} in {self._address}.")
        return title

    def _text(self, title: str) -> str | None:
        path = self._path(title)
        if not path.exists():
            return None
        try:
            return path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise PageError(
                f"{path} is not in UTF-8 (byte {error.start}); save it as UTF-8."
            ) from error
        except OSError as error:
            raise PageError(f"{path} can't be read: {error.strerror}.") from error

    def _read(self, title: str) -> str:
        text = self._text(title)
        if text is None:
            raise PageError(f"There is no page {title!r} in {self._address}.")
        return text

    def _ref(self, title: str, text: str | None = None) -> PageRef:
        text = self._read(title) if text is None else text
        revisions = RevisionLog(self._folder, title).revisions(text)
        return PageRef(
            title=title,
            page_id=_page_id(title),
            revision=revisions[-1].id,
            redirect=bool(_REDIRECT.match(text)),
        )

    def _replace(self, title: str, text: str) -> None:
        """Write the file at once or not at all."""
        path = self._path(title)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


def _page_id(title: str) -> int:
    return revision_id(title, 0, "")
