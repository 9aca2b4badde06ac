"""SiteWiki against a real MediaWiki: what it lists and reads."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from wikifaq.errors import PageError
from wikifaq.wiki.protocol import PageRef
from wikifaq.wiki.site import SiteWiki

if TYPE_CHECKING:
    from local_wiki import Client, LocalWiki, Wiki

Open = Callable[..., SiteWiki]


def fresh(kind: str) -> str:
    return f"{kind} {uuid4().hex[:12]}"


def test_making_a_site_asks_nothing(open_site: Open) -> None:
    assert open_site().requests == {}


def test_by_prefix_takes_the_text_literally(open_site: Open, editor: Client) -> None:
    start = fresh("IRC office hours/Office hours")
    for end in (" 2020", " 2021", "X", ""):
        editor.edit(start + end, "x")
    assert [ref.title for ref in open_site().by_prefix(f"{start} ")] == [
        f"{start} 2020",
        f"{start} 2021",
    ]
    assert len(open_site().by_prefix(start)) == 4
    assert len(open_site().by_prefix(start.replace(" ", "_"))) == 4
    assert len(open_site().by_prefix(start[0].lower() + start[1:])) == 4
    assert open_site().by_prefix(fresh("nothing")) == []


def test_by_prefix_within_a_namespace(open_site: Open, editor: Client) -> None:
    start = fresh("User:Foo/Q&A")
    editor.edit(f"{start}/1", "x")
    editor.edit(f"{start.replace('User:', '')}/2", "x")
    for written in (start, start.replace("User:", "user: "), start.replace("User:", "user:")):
        assert [ref.title for ref in open_site().by_prefix(f"{written}/")] == [f"{start}/1"]


def test_refs_are_complete_without_further_requests(open_site: Open, editor: Client) -> None:
    title = fresh("Complete")
    made = editor.edit(title, "x")["edit"]
    editor.edit(f"{title}/old", f"#REDIRECT [[{title}]]")
    wiki = open_site()
    page, redirect = wiki.by_prefix(title)
    assert page == PageRef(title, made["pageid"], made["newrevid"])
    assert redirect.redirect
    assert wiki.requests["query allpages"] == 1


def test_by_title(open_site: Open, editor: Client) -> None:
    titles = [fresh("B title"), fresh("A title")]
    for title in titles:
        editor.edit(title, "x")
    editor.edit(titles[1], f"#REDIRECT [[{titles[0]}]]")
    wiki = open_site()
    assert [(ref.title, ref.redirect) for ref in wiki.by_title(titles)] == [
        (titles[0], False),
        (titles[1], True),
    ]
    missing = fresh("Missing")
    with pytest.raises(PageError, match=missing):
        wiki.by_title([titles[0], missing])
    for wrong in ("a|b", "a[b", "", "a\nb", "a#b", "User:", ":", "x" * 300):
        for by in (lambda title: wiki.by_title([title]), wiki.by_link):
            with pytest.raises(PageError):
                by(wrong)


def test_by_category(open_site: Open, editor: Client) -> None:
    name, titles = fresh("Hours"), sorted(fresh("Member") for _ in range(2))
    for title in titles:
        editor.edit(title, f"x [[Category:{name}]]")
    editor.edit(f"Category:{fresh('Sub')}", f"[[Category:{name}]]")
    for written in (name, f"Category:{name}", f"category:{name.replace(' ', '_')}"):
        assert [ref.title for ref in open_site().by_category(written)] == titles
    assert open_site().by_category(fresh("Empty")) == []
    with pytest.raises(PageError, match="Talk:X"):
        open_site().by_category("Talk:X")


def test_by_link(open_site: Open, editor: Client) -> None:
    index, linked, gone = fresh("Index"), fresh("Linked"), fresh("Gone")
    editor.edit(linked, "x")
    editor.edit(index, f"[[{linked}|this]], [[{gone}]], [https://example.org this]")
    wiki = open_site()
    assert [ref.title for ref in wiki.by_link(index)] == [linked]
    assert wiki.by_link(linked) == []
    with pytest.raises(PageError, match=gone):
        wiki.by_link(gone)


def test_sixty_pages_take_few_requests(
    open_site: Open, editor: Client, local_mediawiki: LocalWiki
) -> None:
    start = fresh("Batch")
    for number in range(60):
        editor.edit(f"{start}/{number:02}", f"text {number}")
    open_site().by_prefix(start)  # what pywikibot asks once a month, it asks here
    open_site().by_title([start + "/00"])
    mark = local_mediawiki.mark()
    wiki = open_site()
    refs = wiki.by_prefix(start)
    assert len(local_mediawiki.requests_since(mark)) == 1
    pages = list(wiki.fetch(refs))
    assert len(local_mediawiki.requests_since(mark)) == 3
    assert wiki.requests == {"query allpages": 1, "query revisions": 2}
    assert [page.text for page in pages] == [f"text {number}" for number in range(60)]
    assert [page.page_id for page in pages] == [ref.page_id for ref in refs]
    assert [page.revision for page in pages] == [ref.revision for ref in refs]
    assert all(
        re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", page.timestamp or "") for page in pages
    )
    assert wiki.by_title([ref.title for ref in refs]) == refs
    assert wiki.requests["query revisions|info|categoryinfo"] == 2
    for sent in local_mediawiki.requests_since(mark):
        assert sent["agent"].startswith("wikifaq/")


def test_more_than_fits_into_one_answer(open_site: Open, editor: Client) -> None:
    """MediaWiki sends 8 MiB at once, and pages may be of 2 MiB."""
    start = fresh("Large")
    texts = [f"{number} " * 949_999 + "end" for number in range(5)]
    for number, text in enumerate(texts):
        editor.edit(f"{start}/{number}", text)
    wiki = open_site()
    refs = wiki.by_prefix(start)
    assert [page.text for page in wiki.fetch(refs)] == texts
    assert wiki.requests["query revisions"] == 2
    found = wiki.newest([ref.title for ref in refs])
    assert [row and row.text for row in found.values()] == texts


def test_texts_are_exact(open_site: Open, editor: Client) -> None:
    title, text = fresh("Exact"), "\n  <!-- é\u00a0😀 -->\n\n* a\t\n{{x|y=1}}\u00a0"
    editor.edit(title, text)
    wiki = open_site()
    assert [page.text for page in wiki.fetch(wiki.by_title([title]))] == [text]


def test_redirects(open_site: Open, editor: Client) -> None:
    page, once, twice, broken = (fresh(name) for name in ("Page", "Once", "Twice", "Broken"))
    editor.edit(page, "here")
    editor.edit(once, f"#REDIRECT [[{page}#Part]]")
    editor.edit(twice, f"#REDIRECT [[{once}]]")
    editor.edit(broken, f"#REDIRECT [[{fresh('Nowhere')}]]")
    wiki = open_site()
    for titles in ([once], [once, page]):
        found = list(wiki.fetch(wiki.by_title(titles)))
        assert {(one.title, one.text) for one in found} == {(page, "here")}
    for wrong, match in ((twice, "one again"), (broken, "which is no page")):
        with pytest.raises(PageError, match=match):
            list(wiki.fetch(wiki.by_title([wrong])))


def test_a_page_that_went_away_between(mediawiki: Wiki, open_site: Open, editor: Client) -> None:
    title = fresh("Going")
    editor.edit(title, "x")
    wiki = open_site()
    refs = wiki.by_title([title])
    assert not wiki.was_deleted(title)
    mediawiki.session(mediawiki.admin).delete(title, "done")
    with pytest.raises(PageError, match="gone"):
        list(wiki.fetch(refs))
    assert wiki.was_deleted(title)
    assert not wiki.was_deleted(fresh("Never"))
    assert wiki.newest([title]) == {title: None}
    assert wiki.text_of(title, refs[0].revision) is None
    assert wiki.history(title) == []


def test_newest_is_read_afresh_and_at_once(open_site: Open, editor: Client) -> None:
    titles = [fresh("New"), fresh("Né"), fresh("No")]
    for title in titles[:2]:
        editor.edit(title, "one")
    wiki = open_site()
    assert wiki.newest(titles)[titles[0]]
    before = wiki.requests["query revisions"]
    last = editor.edit(titles[0], "two", "why")["edit"]
    spelled = titles[0][0].lower() + titles[0][1:].replace(" ", "_")
    found = wiki.newest([*titles, spelled, unicodedata.normalize("NFD", titles[1])])
    assert wiki.requests["query revisions"] == before + 1
    assert found[titles[2]] is None
    assert found[spelled] == found[titles[0]]
    assert found[unicodedata.normalize("NFD", titles[1])] == found[titles[1]]
    newest = found[titles[0]]
    assert newest
    assert (newest.id, newest.parent) == (last["newrevid"], last["oldrevid"])
    assert (newest.text, newest.user, newest.comment) == ("two", editor.user, "why")
    assert newest.sha1 == hashlib.sha1(b"two").hexdigest()
    assert wiki.text_of(titles[0], newest.parent) == "one"
    assert wiki.text_of(titles[1], newest.parent) is None
    assert wiki.text_of(titles[0], 10**9) is None


def test_history(open_site: Open, editor: Client) -> None:
    title = fresh("History")
    for number in range(5):
        editor.edit(title, f"text {number}", f"edit {number}")
    wiki = open_site()
    found = wiki.history(title)
    assert [row.comment for row in found] == [f"edit {number}" for number in (4, 3, 2, 1, 0)]
    assert [row.parent for row in found] == [*(row.id for row in found[1:]), 0]
    assert all(row.text is None and row.user == editor.user for row in found)
    assert wiki.history(title, limit=2) == found[:2]


def test_hidden_revisions(mediawiki: Wiki, open_site: Open, editor: Client) -> None:
    admin, title = mediawiki.session(mediawiki.admin), fresh("Hidden")
    admin.post(
        action="userrights", user=admin.user, add="suppress", token=admin.token("userrights")
    )
    first = editor.edit(title, "secret")["edit"]["newrevid"]
    editor.edit(title, "open")
    admin.post(action="revisiondelete", type="revision", ids=first, hide="content|user|comment")
    wiki = open_site()
    newest, oldest = wiki.history(title)
    assert (oldest.id, oldest.user, oldest.sha1, oldest.comment) == (first, None, None, "")
    assert newest.sha1
    assert wiki.text_of(title, first) is None


def test_languages_and_addresses(open_site: Open, mediawiki: Wiki) -> None:
    wiki = open_site()
    assert {"de", "en", "pt-br", "zh-hans"} <= wiki.languages
    assert wiki.permalink_url(7) == f"{mediawiki.base}/index.php?oldid=7"
    assert wiki.interwiki_prefix(wiki) == ""
    assert wiki.interwiki_prefix(open_site()) == ""
