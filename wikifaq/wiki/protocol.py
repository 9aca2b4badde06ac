"""What wikifaq asks of a wiki, whatever kind it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikifaq.model import Page


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page that is known to exist, without its text.

    ``revision`` is the id of its current revision, ``redirect`` whether it is a redirect.
    """

    title: str
    page_id: int
    revision: int
    redirect: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of a page; ``text`` is None where it is hidden or was not asked for.

    ``user`` is None where the name is hidden or unknown. ``sha1`` is that of the text, in
    hexadecimal, None where it is hidden.
    """

    id: int
    parent: int
    timestamp: str
    user: str | None
    comment: str
    sha1: str | None
    text: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit to make: ``base`` is the revision it stands on, None to create the page."""

    title: str
    text: str
    summary: str
    base: int | None
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """What an edit became. ``revision`` is None when the wiki found nothing to change.

    ``merged`` is whether the wiki merged the edit into somebody's later one.
    """

    revision: int | None
    merged: bool = False


class Wiki(Protocol):
    """A wiki. Titles are full titles with spaces; every method may raise TryLater.

    Reading needs no login. ``user`` is the account that edits are made with, None where none
    is configured.
    """

    @property
    def address(self) -> str:
        """The wiki as the operator named it."""

    @property
    def user(self) -> str | None:
        """The account's name, without a bot password's suffix."""

    @property
    def languages(self) -> frozenset[str]:
        """The language codes that a translated subpage may be named by."""

    def by_title(self, titles: Sequence[str]) -> Iterable[PageRef]:
        """The pages with these titles; a title without a page raises PageError."""

    def by_prefix(self, prefix: str) -> Iterable[PageRef]:
        """The pages whose titles start with exactly this text."""

    def by_category(self, category: str) -> Iterable[PageRef]:
        """The pages in this category (with or without its namespace)."""

    def by_link(self, index: str) -> Iterable[PageRef]:
        """The existing pages that this page links to; no such page raises PageError."""

    def fetch(self, refs: Sequence[PageRef]) -> Iterable[Page]:
        """The pages' texts, in batches; a redirect is followed once, to the page it names.

        Raises PageError for a redirect to a redirect, to nothing, or a text that is hidden.
        """

    def newest(self, titles: Sequence[str]) -> dict[str, Revision | None]:
        """The current revision of each title, with text, read afresh; None where there is none."""

    def history(self, title: str, *, limit: int = 50) -> Sequence[Revision]:
        """The page's newest revisions, the newest first, without text."""

    def text_of(self, title: str, revision: int) -> str | None:
        """The text of one revision of a page; None where it is hidden or gone."""

    def as_of(self, ref: PageRef, timestamp: str) -> Page | None:
        """The page as it was at a time (ISO 8601 in UTC), that is, its newest revision by then.

        Of a younger page it is the first. None where it is hidden, or the wiki doesn't tell.
        """

    def revisions_since(self, title: str, revision: int, *, limit: int = 50) -> Sequence[Revision]:
        """The page's revisions after this one, the oldest first, with their texts.

        Where there are more than ``limit``, the newest of them.
        """

    def hidden(self, revisions: Sequence[int]) -> frozenset[int]:
        """Those of these revisions whose text is hidden, or that exist no more."""

    def may_edit(self, user: str | None, title: str) -> bool:
        """Whether an account may edit a page: protection, rights and blocks say so.

        ``user`` may be an IP address, and is None where the name is hidden.
        """

    def was_deleted(self, title: str) -> bool:
        """Whether the deletion log knows the title, or the log of moves that it was left."""

    def as_saved(self, title: str, text: str) -> str:
        """What the wiki would store for this text (MediaWiki's pre-save transform)."""

    def log_in(self) -> None:
        """Prepare to write. Raises WikifaqError with a sentence when that can't be done."""

    def edit(self, edit: Edit) -> Saved:
        """Make one edit. Raises EditConflict, TryLater or Refused; then nothing was written.

        Where an answer was lost and it can't be told, TryLater's sentence says so.
        """

    def interwiki_prefix(self, other: Wiki) -> str | None:
        """The prefix by which this wiki links to the other, "" to itself, None where unknown."""

    def permalink_url(self, revision: int) -> str | None:
        """The web address of a revision, None where there is none."""
