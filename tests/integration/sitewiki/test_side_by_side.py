"""SiteWiki against real MediaWikis: which wiki an address means, and several at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from wikifaq.errors import ConfigurationError, PageError
from wikifaq.wiki.protocol import Edit
from wikifaq.wiki.site import SiteWiki

if TYPE_CHECKING:
    from local_wiki import LocalWiki, Wiki

Open = Callable[..., SiteWiki]


def fresh(kind: str) -> str:
    return f"{kind} {uuid4().hex[:12]}"


def test_one_wiki_by_two_names(mediawiki: Wiki, open_site: Open) -> None:
    if "127.0.0.1" not in mediawiki.api:
        pytest.skip("The wiki has no other name that is known.")
    number, name = (
        open_site(mediawiki.bot),
        open_site(mediawiki.bot, api=mediawiki.api.replace("127.0.0.1", "localhost")),
    )
    for wiki in (number, name):
        wiki.log_in()
    for wiki in (number, name, number):
        assert wiki.edit(Edit(fresh("Two names"), "x", "", None)).revision


def test_two_wikis_and_two_users_of_one_host(
    mediawiki: Wiki, other_mediawiki: LocalWiki, open_site: Open
) -> None:
    sites = [
        open_site(mediawiki.bot),
        open_site(other_mediawiki.bot, wiki=other_mediawiki),
        open_site(mediawiki.editor),
        open_site(wiki=other_mediawiki),
    ]
    for wiki in sites[:3]:
        wiki.log_in()
    for turn in range(2):
        titles = [fresh(f"Side by side {turn}") for _ in sites]
        for wiki, title in zip(sites[:3], titles, strict=False):
            assert wiki.edit(Edit(title, "x", "", None)).revision
        for wiki, title in zip(sites[:3], titles, strict=False):
            assert [row.user for row in wiki.history(title)] == [wiki.user]
        assert sites[3].history(titles[1])
        assert not sites[3].history(titles[0])


def test_interwiki_prefix(open_site: Open, mediawiki: Wiki, other_mediawiki: LocalWiki) -> None:
    here, there = open_site(), open_site(wiki=other_mediawiki)
    assert here.interwiki_prefix(there) is None
    with closing(sqlite3.connect(other_mediawiki.folder / "data" / "wiki.sqlite")) as database:
        for prefix in ("homewiki", "home"):
            row = (prefix, f"{mediawiki.base}/wiki/$1", "", "", 1, 0)
            database.execute("INSERT INTO interwiki VALUES (?, ?, ?, ?, ?, ?)", row)
        database.commit()
    assert there.interwiki_prefix(here) == "home"
    for ask in (lambda title: there.by_title([title]), there.by_link):
        with pytest.raises(PageError, match="another wiki"):
            ask("Home: Main Page")
    with pytest.raises(PageError, match="Bad title"):
        there.by_prefix("home:")
    assert there.by_category("home:x") == []
    assert there.newest(["home:Main Page"]) == {"home:Main Page": None}


def test_no_api_at_the_address(mediawiki: Wiki, open_site: Open) -> None:
    base = mediawiki.base
    with pytest.raises(ConfigurationError, match=r"api\.php"):
        open_site(api=f"{base}/index.php")
    for path in ("nowhere/api.php", "resources/api.php"):
        with pytest.raises(ConfigurationError, match="no MediaWiki API"):
            open_site(api=f"{base}/{path}").by_prefix("x")


@pytest.mark.parametrize(
    ("address", "match"),
    [
        ("mta:meta", "'meta'"),
        ("meta:mata", "'meta'"),
        ("wikipedia:englsh", "no wiki 'englsh'"),
        ("ftp://x/api.php", "no address"),
    ],
)
def test_unknown_wikis(open_site: Open, address: str, match: str) -> None:
    with pytest.raises(ConfigurationError, match=match):
        open_site(api=address)


def test_known_wikis(open_site: Open) -> None:
    named, by_address = (
        open_site(api="meta:meta"),
        open_site(api="https://meta.wikimedia.org/w/api.php"),
    )
    assert named.api == by_address.api == "https://meta.wikimedia.org/w/api.php"
    assert named.address == "meta:meta"
    assert named.interwiki_prefix(by_address) == ""
    assert named.requests == {}
