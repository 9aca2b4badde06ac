"""What MediaWiki's API and pywikibot say of pages and revisions, in the protocol's words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from wikifaq.errors import PageError, WikifaqError
from wikifaq.wiki.protocol import PageRef, Revision

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_IN_TITLE = re.compile(r"[#<>\[\]{}|\x00-\x1f\x7f\ud800-\udfff]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def page_ref(page: Any) -> PageRef:  # noqa: ANN401 - pywikibot is untyped
    """A reference to a page of pywikibot's that was listed with prop=info."""
    return PageRef(
        title=page.title(),
        page_id=page.pageid,
        revision=page.latest_revision_id,
        redirect=page.isRedirectPage(),
    )


def revision_in(row: Mapping[str, Any]) -> Revision:
    """A revision as prop=revisions gives it, in the API's format version 2 and with rvslots."""
    slot = row.get("slots", {}).get("main", {})
    return Revision(
        id=row["revid"],
        parent=row.get("parentid", 0),
        timestamp=row.get("timestamp", ""),
        # Whoever may see hidden things gets them like any other.
        user=None if row.get("userhidden") else row.get("user"),
        comment="" if row.get("commenthidden") else row.get("comment", ""),
        sha1=None if row.get("sha1hidden") else row.get("sha1"),
        text=None if slot.get("texthidden") else slot.get("content"),
        tags=tuple(row.get("tags", ())),
    )


def check_title(title: str) -> None:
    """Raises PageError for what the API would take for several titles or for something else."""
    if not title.strip(" _:") or _NOT_IN_TITLE.search(title):
        raise PageError(f"{title!r} can't be the title of a page.")


def as_sent(text: str) -> str:
    """The text as a wiki takes it from any request, so that its MD5 is the same there.

    That is in Unicode's form NFC, and with U+FFFD for what XML can't hold. Raises WikifaqError for
    what is no text at all. Source: MediaWiki's WebRequest::normalizeUnicode.
    """
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        raise WikifaqError(
            f"The text has half a surrogate pair at character {problem.start}, "
            "which no wiki can store."
        ) from None
    return unicodedata.normalize("NFC", _NOT_IN_XML.sub("\ufffd", text))


def as_stored(text: str) -> str:
    """The text without what a wiki drops at its end: PHP's rtrim knows ASCII's white space only."""
    return text.rstrip(" \t\n\r\0\x0b")


def capitalised(text: str) -> str:
    """The text with a capital first letter, as titles and account names have it.

    Letters without a capital of their own stay: "ß" is not made "SS".
    """
    capital = text[:1].upper()
    return capital + text[1:] if len(capital) == 1 else text


def as_written(text: str, namespaces: Any) -> tuple[int, str, str]:  # noqa: ANN401 - untyped
    """A title or the start of one: the namespace's number, its rest, and the whole as written.

    Underscores become spaces, a namespace's alias its name, and a small first letter a capital
    where the namespace's titles start so. Spaces at the end stay: pywikibot's Link and Page drop
    them, but a prefix with one means that a word ends there.
    """
    text = unicodedata.normalize("NFC", text).replace("_", " ").lstrip(" :")
    head, colon, rest = text.partition(":")
    namespace = namespaces.lookup_name(head) if colon and head.strip() else None
    if namespace is None:
        namespace, rest = namespaces[0], text
    rest = rest.lstrip(" ")
    if namespace.case == "first-letter":
        rest = capitalised(rest)
    name = namespace.custom_name
    return namespace.id, rest, f"{name}:{rest}" if name else rest
