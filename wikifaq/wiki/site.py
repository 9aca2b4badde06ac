"""A MediaWiki site, through pywikibot."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from wikifaq.errors import PageError, Refused, WikifaqError
from wikifaq.model import Page
from wikifaq.wiki import complaints, past, rights
from wikifaq.wiki.connection import Connection, batches
from wikifaq.wiki.protocol import PageRef, Revision, Saved
from wikifaq.wiki.rows import (
    as_sent,
    as_stored,
    as_written,
    check_title,
    page_ref,
    revision_in,
)
from wikifaq.wiki.transport import Unreachable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from wikifaq.wiki.protocol import Edit, Wiki

BATCH, LARGE_BATCH = 50, 500  # titles a request may name, without and with the right to more
CATEGORIES = 14  # the number of their namespace on every wiki
ABOUT = "ids|timestamp|user|comment|sha1|tags"


class SiteWiki:
    """A wiki with MediaWiki's API, as protocol.Wiki describes; making one asks the wiki nothing.

    Args:
        address: the address of its api.php, or pywikibot's ``family:code``.
        timeout: the longest that one request may take, in seconds.
        state: the folder in which cookies and pywikibot's caches get one of their own.
        user: the account, or a bot password's name ("User@suffix"); without it, what the
            operator's user-config.py names for this wiki, if anything.
        password_file: where its password is, as credentials.read_login has it; without it, what
            the user-config.py names.

    Raises:
        ConfigurationError: for an address that names no wiki, or a folder that can't be used.
    """

    def __init__(
        self,
        address: str,
        *,
        timeout: float,
        state: Path,
        user: str | None = None,
        password_file: Path | None = None,
    ) -> None:
        self._address = address
        self._to = Connection(address, timeout=timeout, state=state, user=user)
        self._password_file = password_file or self._to.session.password_file

    @property
    def address(self) -> str:
        """The wiki as the operator named it."""
        return self._address

    @property
    def api(self) -> str:
        """The address of its api.php."""
        return self._to.api

    @property
    def user(self) -> str | None:
        """The account's name, without a bot password's suffix."""
        return self._to.user

    @property
    def requests(self) -> Mapping[str, int]:
        """How many requests were sent so far, by kind ("query allpages", "edit")."""
        return dict(self._to.line.requests)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The language codes that a translated subpage may be named by."""
        with self._to.asking("read the languages") as site:
            return frozenset(str(language["code"]) for language in site.siteinfo["languages"])

    def by_title(self, titles: Sequence[str]) -> list[PageRef]:
        """The pages with these titles; a title without a page raises PageError."""
        with self._to.asking("look pages up") as site:
            pages = [self._page(site, title) for title in titles]
            found = [*site.preloadpages(pages, content=False)]
            if gone := next((page for page in found if not page.exists()), None):
                raise self._missing(gone.title())
            return [page_ref(page) for page in found]

    def by_prefix(self, prefix: str) -> list[PageRef]:
        """The pages whose titles start with exactly this text."""
        with self._to.asking(f"list the pages that start with {prefix!r}") as site:
            if prefix:
                check_title(prefix)
            namespace, start, written = as_written(prefix, site.namespaces)
            found = [page_ref(page) for page in site.allpages(prefix=start, namespace=namespace)]
        return [ref for ref in found if ref.title.startswith(written)]

    def by_category(self, category: str) -> list[PageRef]:
        """The pages in this category (with or without its namespace)."""
        with self._to.asking(f"list the category {category!r}") as site:
            check_title(category)
            number, rest, _ = as_written(category, site.namespaces)
            check_title(rest)
            if number not in {0, CATEGORIES}:
                raise PageError(f"{category!r} is not the title of a category.")
            page = self._to.session.pywikibot.Category(
                site, f"{site.namespaces[CATEGORIES].custom_name}:{rest}"
            )
            return [page_ref(member) for member in site.categorymembers(page, member_type="page")]

    def by_link(self, index: str) -> list[PageRef]:
        """The existing pages that this page links to; no such page raises PageError."""
        with self._to.asking(f"list the links of {index!r}") as site:
            page = self._page(site, index)
            found = [page_ref(linked) for linked in site.pagelinks(page) if linked.exists()]
            if not found and not page.exists():
                raise self._missing(index)
            return found

    def fetch(self, refs: Sequence[PageRef]) -> Iterator[Page]:
        """The pages' texts, in batches; a redirect is followed once, to the page it names.

        Raises PageError for a redirect to a redirect, to nothing, or a text that is hidden.
        """
        for batch in batches(refs, self._batch):
            yield from self._fetch(batch)

    def newest(self, titles: Sequence[str]) -> dict[str, Revision | None]:
        """The current revision of each title, with text, read afresh; None where there is none."""
        for title in titles:
            check_title(title)
        found: dict[str, Revision | None] = {}
        for batch in batches(titles, self._batch):
            asked = {title: unicodedata.normalize("NFC", title) for title in batch}
            pages, names = self._revisions(
                "read pages", titles=[*asked.values()], rvprop=f"{ABOUT}|content"
            )
            for title, sent in asked.items():
                page = pages.get(names.get(sent, sent), {})
                if page.get("invalid"):
                    raise PageError(f"{title!r} can't be the title of a page.")
                found[title] = next(map(revision_in, page.get("revisions", ())), None)
        return found

    def history(self, title: str, *, limit: int = 50) -> list[Revision]:
        """The page's newest revisions, the newest first, without text."""
        check_title(title)
        found: list[Revision] = []
        for part in self._to.query(
            f"read the history of {title!r}",
            prop="revisions",
            titles=[title],
            rvprop=ABOUT,
            rvlimit=min(limit, BATCH * 10),
        ):
            for page in part.get("pages", ()):
                found += map(revision_in, page.get("revisions", ()))
            if len(found) >= limit:
                break
        return found[:limit]

    def text_of(self, title: str, revision: int) -> str | None:
        """The text of one revision of a page; None where it is hidden or gone."""
        pages, _ = self._revisions(
            f"read revision {revision} of {title!r}",
            revids=[revision],
            rvprop="ids|content",
        )
        with self._to.asking("read the namespaces") as site:
            title = as_written(title, site.namespaces)[2]
        rows = pages.get(title, {}).get("revisions", ())
        return revision_in(rows[0]).text if rows else None

    def as_of(self, ref: PageRef, timestamp: str) -> Page | None:
        """The page as it was at a time, or first was after it; None where that is hidden."""
        return past.as_of(self._to, ref, timestamp)

    def revisions_since(self, title: str, revision: int, *, limit: int = 50) -> list[Revision]:
        """The page's revisions after this one, the oldest first, with their texts."""
        newest = self.history(title, limit=limit)
        return past.since(self._to, newest, revision, batch=self._batch)

    def hidden(self, revisions: Sequence[int]) -> frozenset[int]:
        """Those of these revisions whose text is hidden, or that exist no more."""
        return past.hidden(self._to, revisions, batch=self._batch)

    def may_edit(self, user: str | None, title: str) -> bool:
        """Whether an account may edit a page: protection, rights and blocks say so."""
        check_title(title)
        return rights.may_edit(self._to, user, title)

    def was_deleted(self, title: str) -> bool:
        """Whether the deletion log knows the title, or the log of moves that it was left."""
        check_title(title)
        doing = f"read the logs of {title!r}"
        for kind in ({"leaction": "delete/delete"}, {"letype": "move"}):
            asked = {"list": "logevents", "letitle": title, "lelimit": 1, **kind}
            if self._to.ask(doing, {"action": "query", **asked})["query"]["logevents"]:
                return True
        return False

    def as_saved(self, title: str, text: str) -> str:
        """What the wiki would store for this text (MediaWiki's pre-save transform)."""
        check_title(title)
        answer = self._to.ask(
            f"have {title!r} transformed as for saving",
            {"action": "parse", "title": title, "text": as_sent(text), "onlypst": True},
        )
        return as_stored(answer["parse"]["text"])

    def log_in(self) -> None:
        """Prepare to write. Raises WikifaqError with a sentence when that can't be done."""
        self._to.log_in(self._password_file)

    def edit(self, edit: Edit) -> Saved:
        """Make one edit. Raises EditConflict, TryLater or Refused; then nothing was written.

        Where the answer is lost, the page's history says whether it was written; if that can't
        be had either, the exception says so.
        """
        check_title(edit.title)
        text, doing = as_sent(edit.text), f"save {edit.title!r}"
        if self._to.rights is None:
            self.log_in()
        if self._to.session.pywikibot.config.simulate:
            raise Refused(f"Can't {doing}: pywikibot's configuration says to simulate only.")
        with self._to.asking("get an edit token") as site:
            token = site.tokens["csrf"]
        # No basetimestamp: where that is given, MediaWiki takes another user's edit in the same
        # second as the base for one of ours, and overwrites it.
        asked: dict[str, object] = {
            "action": "edit",
            "title": edit.title,
            "text": text,
            "summary": as_sent(edit.summary),
            "baserevid": edit.base,
            "nocreate": edit.base is not None,
            "createonly": edit.base is None,
            "minor": edit.minor,
            "notminor": not edit.minor,
            "bot": "bot" in (self._to.rights or ()),
            "md5": hashlib.md5(text.encode(), usedforsecurity=False).hexdigest(),
            "watchlist": "nochange",
            "assertuser": self.user,
            "token": token,
        }
        try:
            given = self._to.ask(doing, asked, writing=True)["edit"]
            return complaints.outcome(given, base=edit.base, host=self._to.host, doing=doing)
        except Unreachable as problem:
            return self._landed(edit, problem)
        except Refused:
            # An abuse filter's warning is for a person to read; in the same login, the wiki takes
            # the same edit again as that person's consent, even when it is the next run's.
            self._to.log_out()
            raise

    def interwiki_prefix(self, other: Wiki) -> str | None:
        """The prefix by which this wiki links to the other, "" to itself, None where unknown."""
        if not isinstance(other, SiteWiki):
            return None
        if other.api == self.api:
            return ""
        theirs = {url.partition(":")[2] for url in other.page_urls()}
        with self._to.asking("read the interwiki map") as site:
            known = [
                str(row["prefix"])
                for row in site.siteinfo["interwikimap"]
                if urljoin(self.api, row["url"]).partition(":")[2] in theirs
            ]
        return min(known, key=lambda prefix: (len(prefix), prefix), default=None)

    def permalink_url(self, revision: int) -> str | None:
        """The web address of a revision, None where there is none."""
        server, script, _ = self._general()
        return f"{urljoin(self.api, server)}{script}?oldid={revision}"

    @property
    def _batch(self) -> int:
        return LARGE_BATCH if "apihighlimits" in (self._to.rights or ()) else BATCH

    def _page(self, site: Any, title: str) -> Any:  # noqa: ANN401 - pywikibot is untyped
        """Pywikibot's page for a title. Raises PageError for what is none on this wiki.

        For a title with another wiki's prefix, pywikibot would open that wiki.
        """
        check_title(title)
        number, rest, written = as_written(title, site.namespaces)
        check_title(rest)
        prefix, colon, _ = rest.partition(":")
        if colon and not number:
            known = {row["prefix"] for row in site.siteinfo["interwikimap"]}
            if prefix.strip().lower() in known:
                raise PageError(f"{title!r} is a page of another wiki than {self._to.host}.")
        page = self._to.session.pywikibot.Page(site, written)
        page.title()  # raises what is wrong with it, which preloadpages would hide
        return page

    def _missing(self, title: str) -> PageError:
        return PageError(f"There is no page {title!r} on {self._to.host}; check its spelling.")

    def _general(self) -> tuple[str, str, str]:
        with self._to.asking("read the site's addresses") as site:
            server, script, path = (
                str(site.siteinfo[name]) for name in ("server", "script", "articlepath")
            )
        return server, script, path

    def page_urls(self) -> list[str]:
        """How an interwiki map may write the addresses of this wiki's pages."""
        server, script, path = self._general()
        base = urljoin(self.api, server)
        return [f"{base}{path}", f"{base}{script}/$1", f"{base}{script}?title=$1"]

    def _revisions(
        self, doing: str, **params: object
    ) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
        """Pages with revisions, by title or, where they have none, id; and titles' other names.

        The other names are those that the wiki writes differently, and redirects' targets.
        """
        pages: dict[str, dict[str, Any]] = {}
        names: dict[str, str] = {}
        for part in self._to.query(doing, prop="revisions", rvslots="main", **params):
            for rule in (*part.get("normalized", ()), *part.get("redirects", ())):
                names[rule["from"]] = rule["to"]
            for page in part.get("pages", ()):
                pages.setdefault(page.get("title", str(page.get("pageid"))), {}).update(page)
        return pages, names

    def _fetch(self, refs: Sequence[PageRef]) -> Iterator[Page]:
        pages, targets = self._revisions(
            "fetch pages",
            pageids=[ref.page_id for ref in refs],
            redirects=True,
            rvprop="ids|timestamp|content",
        )
        by_id = {page.get("pageid"): page for page in pages.values()}
        for ref in refs:
            page = by_id.get(ref.page_id, {})
            if (target := targets.get(ref.title)) is not None:
                if target in targets:
                    raise PageError(
                        f"{ref.title!r} is a redirect to {target!r}, which is one again; "
                        "have it lead to the page itself."
                    )
                page = pages.get(target, {})
                if not page.get("revisions"):
                    raise PageError(f"{ref.title!r} is a redirect to {target!r}, which is no page.")
            if not page.get("revisions"):
                raise PageError(f"{ref.title!r} is gone from {self._to.host} since it was listed.")
            current = revision_in(page["revisions"][0])
            if current.text is None:
                raise PageError(f"The text of {page['title']!r} (revision {current.id}) is hidden.")
            yield Page(
                title=page["title"],
                text=current.text,
                page_id=page["pageid"],
                revision=current.id,
                timestamp=current.timestamp,
            )

    def _landed(self, edit: Edit, problem: Unreachable) -> Saved:
        """What became of an edit whose answer was lost. Raises the problem when it was not made."""
        try:
            stored = self.as_saved(edit.title, edit.text).encode()
            recent = self.history(edit.title, limit=10)
        except WikifaqError:
            raise Unreachable(
                f"{problem} Whether {edit.title!r} was saved is not known; the next run will see."
            ) from None
        wanted = (
            self.user,
            edit.base or 0,
            hashlib.sha1(stored, usedforsecurity=False).hexdigest(),
        )
        for row in recent:
            if (row.user, row.parent, row.sha1) == wanted:
                return Saved(row.id)
        raise problem
