"""SiteWiki with wikis that refuse an edit or lose their answer to it: none is made twice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from wikifaq.errors import EditConflict, Refused, TryLater, WikifaqError
from wikifaq.wiki.protocol import Edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from local_wiki import Wiki


def fresh(kind: str) -> str:
    return f"{kind} {uuid4().hex[:12]}"


def error(code: str) -> dict[str, Any]:
    return {"error": {"code": code, "info": f"The info of {code}.", "lag": 3000}}


@pytest.fixture
def meddled(
    mediawiki: Wiki, serve: Callable[..., Any], open_site: Callable[..., Any]
) -> Callable[..., Any]:
    """A function that gives a server between us and the wiki, which answers edits, and a site."""

    def start(answer: Callable[..., object]) -> tuple[Any, Any]:
        def chosen(given: dict[str, str], forward: Callable[[], Any]) -> object:
            return answer(forward) if given.get("action") == "edit" else forward()

        server = serve(chosen, mediawiki.base)
        return server, open_site(mediawiki.bot, api=server.api)

    return start


@pytest.mark.parametrize("code", ["maxlag", "ratelimited", "readonly", "actionthrottledtext"])
def test_a_wiki_that_asks_for_patience(meddled: Callable[..., Any], code: str) -> None:
    """Pywikibot would sleep, and send the edit again."""
    server, wiki = meddled(lambda _: error(code))
    started = time.monotonic()
    with pytest.raises(TryLater, match=f"The info of {code}") as caught:
        wiki.edit(Edit(fresh("Busy"), "x", "y", None))
    assert not isinstance(caught.value, EditConflict)
    assert len(server.asked("edit")) == 1
    assert server.asked("edit")[0]["maxlag"] == "5"
    assert time.monotonic() - started < 5


def test_an_answer_that_got_lost(mediawiki: Wiki, meddled: Callable[..., Any]) -> None:
    client, title = mediawiki.session(mediawiki.editor), fresh("Lost")
    server, wiki = meddled(lambda forward: forward() and None)
    made = wiki.edit(Edit(title, "one\n", "why", None))
    changed = wiki.edit(Edit(title, "two\n", "why", made.revision))
    assert [row["revid"] for row in client.revisions(title)] == [changed.revision, made.revision]
    assert client.text(title) == "two"
    assert len(server.asked("edit")) == 2


def test_an_answer_that_can_not_be_read(mediawiki: Wiki, meddled: Callable[..., Any]) -> None:
    client = mediawiki.session(mediawiki.editor)
    for reply in ("<b>Fatal error</b>", error("internal_api_error_DBQueryError")):
        _, wiki = meddled(lambda forward, reply=reply: forward() and reply)
        title = fresh("Garbled")
        assert wiki.edit(Edit(title, "one", "why", None)).revision
        assert client.text(title) == "one"
    _, wiki = meddled(lambda _: "<b>Fatal error</b>")
    with pytest.raises(TryLater, match=r"can't be read \(HTTP 200\)"):
        wiki.edit(Edit(fresh("Garbled"), "one", "why", None))


def test_an_edit_that_got_lost(mediawiki: Wiki, meddled: Callable[..., Any]) -> None:
    client, title = mediawiki.session(mediawiki.bot), fresh("Lost")
    server, wiki = meddled(lambda _: None)
    with pytest.raises(TryLater, match="can't be reached"):
        wiki.edit(Edit(title, "one", "why", None))
    assert client.text(title) is None
    base = client.edit(title, "one", "why")["edit"]["newrevid"]
    with pytest.raises(TryLater, match="can't be reached"):
        wiki.edit(Edit(title, "one", "why", base))
    assert len(client.revisions(title)) == 1
    assert len(server.asked("edit")) == 2


def test_a_wiki_that_goes_down_while_we_write(
    mediawiki: Wiki, serve: Callable[..., Any], open_site: Callable[..., Any]
) -> None:
    down: list[bool] = []

    def answer(given: dict[str, str], forward: Callable[[], Any]) -> object:
        down.extend([True] if given.get("action") == "edit" else [])
        return (502, "", {}) if down else forward()

    server = serve(answer, mediawiki.base)
    wiki = open_site(mediawiki.bot, api=server.api, timeout=2)
    with pytest.raises(TryLater, match=r"HTTP 502.*Whether 'Down .*' was saved is not known"):
        wiki.edit(Edit(fresh("Down"), "x", "y", None))
    assert len(server.asked("edit")) == 1


def test_a_token_that_expired(mediawiki: Wiki, meddled: Callable[..., Any]) -> None:
    """It is the one refusal that is followed by a second try."""
    replies, title = [error("badtoken")], fresh("Token")
    _, wiki = meddled(lambda forward: replies.pop() if replies else forward())
    assert wiki.edit(Edit(title, "x", "y", None)).revision
    assert len(mediawiki.session(None).revisions(title)) == 1


@pytest.mark.parametrize(
    ("reply", "exception", "match"),
    [
        (error("assertuserfailed"), Refused, "assertuserfailed"),
        (error("assertnameduserfailed"), Refused, "assertnameduserfailed"),
        (error("protectedpage"), Refused, "protectedpage"),
        (error("some-extensions-own"), Refused, "some-extensions-own"),
        (error("badmd5"), WikifaqError, "badmd5"),
        (error("missingtitle"), EditConflict, "missingtitle"),
        (error("pagedeleted"), EditConflict, "pagedeleted"),
        ({"edit": {"result": "Failure", "captcha": {"id": 1}}}, Refused, "CAPTCHA"),
        ({"edit": {"result": "Failure", "spamblacklist": "x.ex"}}, Refused, r"x\.ex"),
        ({"edit": {"result": "Failure"}}, Refused, "no reason"),
    ],
)
def test_refusals(
    meddled: Callable[..., Any], reply: dict[str, Any], exception: type[WikifaqError], match: str
) -> None:
    server, wiki = meddled(lambda _: reply)
    with pytest.raises(exception, match=match) as caught:
        wiki.edit(Edit(fresh("Refused"), "x", "y", None))
    assert caught.value.exit_status == exception.exit_status
    assert len(server.asked("edit")) == 1
