"""A site's earlier revisions: which are hidden, and what they said.

Whoever may see hidden texts gets them from the API like any other, so that what counts is what
it says of them ("texthidden", "sha1hidden"), not whether a text is there.
Source: https://www.mediawiki.org/wiki/API:Revisions,
MediaWiki's includes/api/ApiQueryRevisionsBase.php
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wikifaq.model import Page
from wikifaq.wiki.connection import batches
from wikifaq.wiki.rows import revision_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wikifaq.wiki.connection import Connection
    from wikifaq.wiki.protocol import PageRef, Revision


def hidden(to: Connection, revisions: Sequence[int], *, batch: int) -> frozenset[int]:
    """Those of these revisions whose text is hidden or that exist no more.

    Revisions of deleted pages exist no more: the API says nothing of them, or calls their ids
    bad (ApiPageSet.php, initFromRevIDs).
    """
    asked = sorted({*revisions})
    shown: set[int] = set()
    for ids in batches(asked, batch):
        rows = _rows(to, "see which revisions are hidden", revids=ids, rvprop="ids|sha1")
        shown |= {row["revid"] for _, row in rows if not row.get("sha1hidden")}
    return frozenset(asked) - shown


def as_of(to: Connection, ref: PageRef, timestamp: str) -> Page | None:
    """The page as it was at a time, or first was after it; None where that text is hidden."""
    asked: dict[str, object] = {
        "pageids": [ref.page_id],
        "rvlimit": 1,
        "rvslots": "main",
        "rvprop": "ids|timestamp|content",
    }
    doing = f"read {ref.title!r} as of {timestamp}"
    for more in ({"rvstart": timestamp}, {"rvdir": "newer"}):
        # Only the first: a query goes on to all that there are.
        for page, row in _rows(to, doing, **asked, **more):
            text = _text(row)
            if text is None:
                return None
            return Page(
                title=page["title"],
                text=text,
                page_id=page["pageid"],
                revision=row["revid"],
                timestamp=row["timestamp"],
            )
    return None


def since(
    to: Connection, newest: Sequence[Revision], revision: int, *, batch: int
) -> list[Revision]:
    """Those of a page's newest revisions, the newest first, that came after one.

    They come back with their texts and the oldest first.
    """
    later: list[Revision] = []
    for each in newest:
        if each.id == revision:
            break
        later.append(each)
    else:
        # It lies further back than these, or was deleted from the page.
        later = [each for each in later if each.id > revision]
    texts: dict[int, str | None] = {}
    for ids in batches([each.id for each in later], batch):
        rows = _rows(
            to,
            f"read the revisions after {revision}",
            revids=ids,
            rvslots="main",
            rvprop="ids|content",
        )
        texts |= {row["revid"]: _text(row) for _, row in rows}
    return [replace(each, text=texts.get(each.id)) for each in reversed(later)]


def _rows(
    to: Connection, doing: str, **params: object
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """The pages of a query with a revision of theirs each."""
    for part in to.query(doing, prop="revisions", **params):
        for page in part.get("pages", ()):
            for row in page.get("revisions", ()):
                yield page, row


def _text(row: Mapping[str, Any]) -> str | None:
    return revision_in(row).text
