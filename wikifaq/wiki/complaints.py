"""What an error of the wiki's API means to a run, and what became of an edit.

Source of the codes: https://www.mediawiki.org/wiki/API:Errors_and_warnings and API:Edit.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from wikifaq.errors import EditConflict, PageError, Refused, TryLater, WikifaqError
from wikifaq.wiki.protocol import Saved

if TYPE_CHECKING:
    from wikifaq.wiki.transport import Complaint

LATER = re.compile(
    r"maxlag|readonly|ratelimited|actionthrottled.*|toofrequent|internal_api_error_.*|"
    r".*-too-busy-error|lockmanager-.*|badtoken|.*timeout"
)
CONFLICT = re.compile(r"editconflict|articleexists|missingtitle|pagedeleted|nosuchrevid")
OURS = re.compile(r"badmd5|missingparam|nosuch.*|unknown_.*|bad.*|invalid.*|mustbeposted|toomany.*")
NO_READING = re.compile(
    r"readapidenied|assert.*failed|notloggedin|.*blocked|permissiondenied|mwoauth.*"
)
_LONGEST = 600  # characters of a wiki's own words that are passed on


class LoginNeeded(WikifaqError):  # noqa: N818 - it says what is needed
    """Pywikibot wants to log in by itself."""


def failure(complaint: Complaint, *, host: str, doing: str, writing: bool = False) -> WikifaqError:
    """The exception for an error that the wiki answered with, when it was asked for ``doing``.

    Of what it says no to when writing, only what is plainly our own fault is no Refused: the rest
    are rules, of the wiki or of an extension that nobody here knows.
    """
    code, words = complaint.code, plain(complaint.info) or "it gives no reason"
    says = f"the wiki at {host} says: {words} ({code})"
    if LATER.fullmatch(code):
        return TryLater(f"Can't {doing} now; {says}; try again later.")
    if writing and CONFLICT.fullmatch(code):
        return EditConflict(f"Can't {doing}, for the page is not as it was read; {says}.")
    if code == "invalidtitle":
        return PageError(f"Can't {doing}; {says}.")
    if NO_READING.fullmatch(code) or (writing and not OURS.fullmatch(code)):
        return Refused(f"Can't {doing}; {says}.")
    return WikifaqError(f"Can't {doing}; {says}.")


def outcome(answer: dict[str, Any], *, base: int | None, host: str, doing: str) -> Saved:
    """What became of an edit by the API's answer to it ("edit"). Raises Refused."""
    if answer.get("result") != "Success":
        if "captcha" in answer:
            words = "it asks for a CAPTCHA, which a bot can't solve; the account lacks a right"
        else:
            given = (answer.get(key) for key in ("info", "warning", "spamblacklist", "code"))
            words = next((plain(str(text)) for text in given if text), "it gives no reason")
        raise Refused(f"Can't {doing}; the wiki at {host} says: {words}.")
    if "nochange" in answer or "newrevid" not in answer:
        return Saved(None)
    merged = base is not None and answer.get("oldrevid") != base
    return Saved(int(answer["newrevid"]), merged=merged)


def plain(info: str) -> str:
    """A wiki's words in one line: without tags and bold marks, not too long, no full stop."""
    text = " ".join(unescape(re.sub(r"<[^>]*>|'{2,}", " ", info)).split()).rstrip(" .")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
