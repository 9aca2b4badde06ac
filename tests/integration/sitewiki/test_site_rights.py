"""SiteWiki against a real MediaWiki: who may edit a page, and what its past says."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from wikifaq.errors import PageError
from wikifaq.wiki.protocol import PageRef
from wikifaq.wiki.site import SiteWiki

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_wiki import Client, Wiki

Open = Callable[..., SiteWiki]
Serve = Callable[..., Any]
ADDRESS, ADDRESS_6 = "192.0.2.7", "2001:DB8:0:0:0:0:0:7"
UNKNOWN = f"Nobody {uuid4().hex[:12]}"


def fresh(kind: str) -> str:
    return f"{kind} {uuid4().hex[:12]}"


@pytest.fixture
def admin(mediawiki: Wiki) -> Client:
    return mediawiki.session(mediawiki.admin)


@pytest.fixture
def site(open_site: Open) -> SiteWiki:
    return open_site()


@pytest.fixture
def page(editor: Client) -> str:
    title = fresh("Tea house")
    editor.edit(title, "Tea")
    return title


def able(site: SiteWiki, mediawiki: Wiki, title: str) -> list[bool]:
    """Whether the administrator, the editor, and people without an account may edit a page."""
    users = [mediawiki.admin, mediawiki.editor, ADDRESS, ADDRESS_6, UNKNOWN, None, "a>b"]
    found = [site.may_edit(user, title) for user in users]
    assert len(set(found[2:])) == 1
    return found[:3]


@pytest.mark.parametrize(
    ("level", "may"),
    [
        ("all", [True, True, True]),
        ("autoconfirmed", [True, True, False]),
        ("sysop", [True, False, False]),
    ],
)
def test_a_pages_protection_says_who_may_edit(
    site: SiteWiki, mediawiki: Wiki, admin: Client, page: str, level: str, may: list[bool]
) -> None:
    admin.post(action="protect", title=page, protections=f"edit={level}|move=sysop")
    assert able(site, mediawiki, page) == may


def test_one_question_is_one_request(site: SiteWiki, mediawiki: Wiki, page: str) -> None:
    site.may_edit(mediawiki.editor, page)
    before = sum(site.requests.values())
    site.may_edit(mediawiki.editor, page)
    site.may_edit(ADDRESS, page)
    assert sum(site.requests.values()) - before == 2


def test_an_expired_protection_asks_for_nothing(
    site: SiteWiki, mediawiki: Wiki, admin: Client, page: str
) -> None:
    admin.post(action="protect", title=page, protections="edit=sysop", expiry="3 seconds")
    assert not site.may_edit(mediawiki.editor, page)
    time.sleep(4)
    assert site.may_edit(mediawiki.editor, page)


def test_cascading_protection_counts(
    site: SiteWiki, mediawiki: Wiki, admin: Client, page: str
) -> None:
    above = fresh("Above")
    admin.edit(above, f"{{{{:{page}}}}}")
    admin.post(action="protect", title=above, protections="edit=sysop", cascade=True)
    assert able(site, mediawiki, page) == able(site, mediawiki, above) == [True, False, False]


def test_cascading_protection_asks_for_the_right_to_protect_as_well(
    mediawiki: Wiki, open_site: Open, serve: Serve, admin: Client, page: str
) -> None:
    def answer(given: dict[str, str], forward: Callable[[], Any]) -> Any:
        status, said, headers = forward()
        if given.get("list") == "users":
            (account,) = said["query"]["users"]
            account["rights"] = ["edit", "editprotected", "editsemiprotected"]
        return status, said, headers

    wiki = open_site(api=serve(answer, mediawiki.api).api)
    for cascade, may in ((False, True), (True, False)):
        admin.post(action="protect", title=page, protections="edit=sysop", cascade=cascade)
        assert wiki.may_edit(mediawiki.editor, page) == may
    above = fresh("Above")
    admin.post(action="protect", title=page, protections="edit=all")
    assert wiki.may_edit(mediawiki.editor, page)
    admin.edit(above, f"{{{{:{page}}}}}")
    admin.post(action="protect", title=above, protections="edit=sysop", cascade=True)
    assert not wiki.may_edit(mediawiki.editor, page)


def test_a_namespaces_protection_counts(site: SiteWiki, mediawiki: Wiki) -> None:
    assert able(site, mediawiki, f"MediaWiki:{fresh('Tea')}") == [True, False, False]


def test_a_missing_page_is_protected_from_being_made(
    site: SiteWiki, mediawiki: Wiki, admin: Client
) -> None:
    title = fresh("Missing")
    assert able(site, mediawiki, title) == [True, True, True]
    admin.post(action="protect", title=title, protections="create=sysop")
    assert able(site, mediawiki, title) == [True, False, False]


def test_what_is_no_title_is_said(site: SiteWiki, mediawiki: Wiki) -> None:
    for title in ("a|b", "", "::", "a/../b"):
        with pytest.raises(PageError, match="can't be the title"):
            site.may_edit(mediawiki.editor, title)


@pytest.fixture
def block(admin: Client) -> Iterator[Callable[..., None]]:
    """A function that blocks somebody until the test ends."""
    blocked: list[str] = []

    def block_them(user: str, **how: object) -> None:
        admin.post(action="block", user=user, **how)
        blocked.append(user)

    yield block_them
    for user in blocked:
        admin.post(action="unblock", user=user)


def test_who_is_blocked_may_not_edit(
    site: SiteWiki, mediawiki: Wiki, block: Callable[..., None], page: str
) -> None:
    assert site.may_edit(mediawiki.editor, page)
    block(mediawiki.editor)
    assert not site.may_edit(mediawiki.editor, page)
    assert site.may_edit(mediawiki.admin, page)


def test_a_block_from_some_pages_is_none_here(
    site: SiteWiki, mediawiki: Wiki, block: Callable[..., None], page: str
) -> None:
    block(mediawiki.editor, partial=True, allowusertalk=True, pagerestrictions=page)
    block(ADDRESS, partial=True, allowusertalk=True, namespacerestrictions="4")
    assert site.may_edit(mediawiki.editor, page)
    assert site.may_edit(ADDRESS, page)


@pytest.mark.parametrize("blocked", [ADDRESS, "192.0.2.0/24"])
def test_blocked_addresses_may_not_edit(
    site: SiteWiki, block: Callable[..., None], page: str, blocked: str
) -> None:
    block(blocked)
    assert not site.may_edit(ADDRESS, page)
    assert site.may_edit("198.51.100.7", page)
    assert site.may_edit(ADDRESS_6, page)
    assert site.may_edit(None, page)


def edits(client: Client, title: str, *texts: str) -> list[int]:
    return [client.edit(title, text)["edit"]["newrevid"] for text in texts]


def hide(admin: Client, *revisions: int, what: str = "content") -> None:
    admin.post(action="revisiondelete", type="revision", ids=revisions, hide=what)


@pytest.mark.parametrize("reader", ["nobody", "admin"])
def test_hidden_revisions_are_told_whoever_asks(
    mediawiki: Wiki, open_site: Open, admin: Client, editor: Client, reader: str
) -> None:
    wiki = open_site(mediawiki.admin if reader == "admin" else None)
    if reader == "admin":  # who could read what is hidden
        wiki.log_in()
    one, two, three, four = edits(editor, fresh("Hidden"), "one", "two", "three", "four")
    assert wiki.hidden([one, two, three, four]) == frozenset()
    hide(admin, two)
    hide(admin, three, what="user|comment")
    gone = fresh("Gone")
    (deleted,) = edits(editor, gone, "gone")
    assert wiki.hidden([deleted]) == frozenset()
    admin.delete(gone)
    never = 2**31 - 7
    asked = [four, two, three, two, one, deleted, never]
    assert wiki.hidden(asked) == {two, deleted, never}
    assert wiki.hidden([]) == frozenset()
    admin.post(action="revisiondelete", type="revision", ids=two, show="content")
    assert wiki.hidden([two]) == frozenset()


def test_many_revisions_are_looked_up_in_batches(site: SiteWiki, editor: Client) -> None:
    (revision,) = edits(editor, fresh("Few"), "one")
    site.hidden([revision])
    before = sum(site.requests.values())
    never = [2**31 - 10 - number for number in range(119)]
    assert site.hidden([*never, revision]) == {*never}
    assert sum(site.requests.values()) - before == 3


def shifted(timestamp: str, seconds: int) -> str:
    then = datetime.fromisoformat(timestamp) + timedelta(seconds=seconds)
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.mark.parametrize("reader", ["nobody", "admin"])
def test_a_page_as_of_a_time(
    mediawiki: Wiki, open_site: Open, admin: Client, editor: Client, reader: str
) -> None:
    wiki = open_site(mediawiki.admin if reader == "admin" else None)
    if reader == "admin":
        wiki.log_in()
    title = fresh("Then")
    (one,) = edits(editor, title, "one")
    time.sleep(2.1)
    (two,) = edits(editor, title, "two")
    second, first = (row["timestamp"] for row in editor.revisions(title))
    (ref,) = wiki.by_title([title])
    for timestamp, revision, text in (
        (first, one, "one"),
        (shifted(first, 1), one, "one"),
        (second, two, "two"),
        (shifted(second, 5), two, "two"),
    ):
        found = wiki.as_of(ref, timestamp)
        assert found
        assert (found.title, found.page_id, found.text) == (title, ref.page_id, text)
        assert (found.revision, found.timestamp) == (revision, first if text == "one" else second)
    assert wiki.as_of(ref, shifted(first, -1)) == wiki.as_of(ref, first)
    assert wiki.as_of(PageRef(title, 2**31 - 7, 1), second) is None
    moved = fresh("Moved")
    editor.post(action="move", **{"from": title, "to": moved, "noredirect": False})
    then = wiki.as_of(ref, second)
    assert then
    assert (then.title, then.text) == (moved, "two")
    hide(admin, one)
    assert wiki.as_of(ref, first) is None
    then = wiki.as_of(ref, second)
    assert then
    assert then.text == "two"


@pytest.mark.parametrize("reader", ["nobody", "admin"])
def test_the_revisions_after_one(
    mediawiki: Wiki, open_site: Open, admin: Client, editor: Client, reader: str
) -> None:
    wiki = open_site(mediawiki.admin if reader == "admin" else None)
    if reader == "admin":
        wiki.log_in()
    title = fresh("After")
    made = edits(editor, title, "one", "two", "three", "four")
    hide(admin, made[2])
    found = wiki.revisions_since(title, made[0])
    assert [(each.id, each.text) for each in found] == [
        (made[1], "two"),
        (made[2], None),
        (made[3], "four"),
    ]
    assert [each.user for each in found] == [editor.user] * 3
    assert [each.id for each in wiki.revisions_since(title, made[0], limit=2)] == made[2:]
    assert [each.id for each in wiki.revisions_since(title, made[1], limit=2)] == made[2:]
    assert wiki.revisions_since(title, made[3]) == []
    assert wiki.revisions_since(fresh("None"), made[0]) == []
    # One that the page doesn't have: what was saved after it.
    (other,) = edits(editor, fresh("Other"), "x")
    (last,) = edits(editor, title, "five")
    assert [each.id for each in wiki.revisions_since(title, other)] == [last]


def test_the_texts_after_a_revision_take_two_requests(site: SiteWiki, editor: Client) -> None:
    title = fresh("Requests")
    made = edits(editor, title, "one", "two", "three")
    site.revisions_since(title, made[0])
    before = sum(site.requests.values())
    site.revisions_since(title, made[0])
    assert sum(site.requests.values()) - before == 2
    site.revisions_since(title, made[2])
    assert sum(site.requests.values()) - before == 3
