"""SiteWiki against a real MediaWiki: reading and writing."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import subprocess
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from local_wiki import SOURCE, Client, LocalWiki, Wiki

from wikifaq.errors import (
    ConfigurationError,
    EditConflict,
    PageError,
    Refused,
    WikifaqError,
)
from wikifaq.wiki import session
from wikifaq.wiki.protocol import Edit, PageRef
from wikifaq.wiki.site import SiteWiki

Open = Callable[..., SiteWiki]


def fresh(kind: str) -> str:
    return f"{kind} {uuid4().hex[:12]}"


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "localhost,127.0.0.1")
    for name in ("WIKIFAQ_USER", "WIKIFAQ_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("state")


@pytest.fixture
def open_site(
    mediawiki: Wiki, state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Open:
    """A function that opens a wiki as one of its accounts, or for reading only."""
    prepare = session.prepare
    monkeypatch.setattr(session, "prepare", lambda **given: prepare(**given, write_pause=0))

    def open_it(user: str | None = None, *, wiki: Wiki = mediawiki, api: str = "") -> SiteWiki:
        file = None
        if user:
            file = tmp_path / f"password-{uuid4().hex}"
            file.write_text(f"{wiki.accounts[user]}\n", encoding="utf-8")
        address = api or wiki.api
        return SiteWiki(address, timeout=30, state=state, user=user, password_file=file)

    return open_it


@pytest.fixture
def editor(mediawiki: Wiki) -> Client:
    return mediawiki.session(mediawiki.editor)


@pytest.fixture
def bot_wiki(mediawiki: Wiki, open_site: Open) -> SiteWiki:
    wiki = open_site(mediawiki.bot)
    wiki.log_in()
    return wiki


@pytest.fixture(scope="module")
def other_mediawiki() -> Iterator[LocalWiki]:
    """A second wiki on the same host, whose database, and so its cookies, are named the same."""
    with LocalWiki() as wiki:
        yield wiki


def configure(wiki: LocalWiki, setting: str) -> None:
    """Add a line to a wiki's settings; PHP looks at its files every two seconds."""
    settings = wiki.folder / "LocalSettings.php"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\n{setting}\n", encoding="utf-8")
    time.sleep(2.5)


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
    for wrong in ("a|b", "a[b", "", "a\nb", "a#b"):
        with pytest.raises(PageError):
            wiki.by_title([wrong])


def test_by_category(open_site: Open, editor: Client) -> None:
    name, titles = fresh("Hours"), sorted(fresh("Member") for _ in range(2))
    for title in titles:
        editor.edit(title, f"x [[Category:{name}]]")
    editor.edit(f"Category:{fresh('Sub')}", f"[[Category:{name}]]")
    for written in (name, f"Category:{name}", f"category:{name}"):
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


def test_fetch_goes_on_where_the_wiki_cuts_its_answer(
    open_site: Open, other_mediawiki: LocalWiki
) -> None:
    admin, start = other_mediawiki.session(other_mediawiki.admin), fresh("Large")
    texts = [f"{number}" * 200_000 for number in range(8)]
    for number, text in enumerate(texts):
        admin.edit(f"{start}/{number}", text)
    configure(other_mediawiki, "$wgAPIMaxResultSize = 500000;")
    wiki = open_site(wiki=other_mediawiki)
    refs = wiki.by_prefix(start)
    before = wiki.requests.get("query revisions", 0)
    assert [page.text for page in wiki.fetch(refs)] == texts
    assert wiki.requests["query revisions"] - before > 2
    titles = [ref.title for ref in refs]
    found = wiki.newest(titles)
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
    titles = [fresh("New"), fresh("New"), fresh("No")]
    for title in titles[:2]:
        editor.edit(title, "one")
    wiki = open_site()
    assert wiki.newest(titles)[titles[0]]
    before = wiki.requests["query revisions"]
    last = editor.edit(titles[0], "two", "why")["edit"]
    spelled = titles[0][0].lower() + titles[0][1:].replace(" ", "_")
    found = wiki.newest([*titles, spelled])
    assert wiki.requests["query revisions"] == before + 1
    assert found[titles[2]] is None
    assert found[spelled] == found[titles[0]]
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


def test_interwiki_prefix(open_site: Open, mediawiki: Wiki, other_mediawiki: LocalWiki) -> None:
    here, there = open_site(), open_site(wiki=other_mediawiki)
    assert here.interwiki_prefix(there) is None
    with closing(sqlite3.connect(other_mediawiki.folder / "data" / "wiki.sqlite")) as database:
        for prefix in ("homewiki", "home"):
            row = (prefix, f"{mediawiki.base}/wiki/$1", "", "", 1, 0)
            database.execute("INSERT INTO interwiki VALUES (?, ?, ?, ?, ?, ?)", row)
        database.commit()
    assert there.interwiki_prefix(here) == "home"


def test_create_edit_and_change_nothing(
    mediawiki: Wiki, bot_wiki: SiteWiki, editor: Client
) -> None:
    title = fresh("Mine")
    made = bot_wiki.edit(Edit(title, "one", "because", None))
    assert made.revision
    changed = bot_wiki.edit(Edit(title, "two", "again", made.revision, minor=True))
    assert bot_wiki.edit(Edit(title, "two", "no", changed.revision)).revision is None
    assert not changed.merged
    newest, first = editor.revisions(title)
    assert (newest["revid"], first["revid"]) == (changed.revision, made.revision)
    assert (newest["user"], newest["comment"]) == (mediawiki.bot, "again")
    assert editor.text(title) == "two"
    asked = {"list": "recentchanges", "rctitle": title, "rcprop": "flags|ids"}
    flags = editor.get(action="query", **asked)["query"]["recentchanges"]
    assert [(row["bot"], row["minor"]) for row in flags] == [(True, True), (True, False)]


def test_an_ordinary_account_does_not_mark_its_edits_as_a_bots(
    mediawiki: Wiki, open_site: Open, editor: Client
) -> None:
    title = fresh("Ordinary")
    open_site(mediawiki.editor).edit(Edit(title, "x", "y", None))
    asked = {"list": "recentchanges", "rctitle": title, "rcprop": "flags"}
    assert not editor.get(action="query", **asked)["query"]["recentchanges"][0]["bot"]


def test_one_edit_takes_few_requests(mediawiki: Wiki, open_site: Open, bot_wiki: SiteWiki) -> None:
    bot_wiki.edit(Edit(fresh("First"), "x", "y", None))
    again = open_site(mediawiki.bot)
    again.edit(Edit(fresh("Second"), "x", "y", None))
    assert again.requests == {"query userinfo": 1, "query tokens": 1, "edit": 1}


def test_what_is_there_already_is_not_overwritten(bot_wiki: SiteWiki, editor: Client) -> None:
    title = fresh("Taken")
    editor.edit(title, "theirs")
    with pytest.raises(EditConflict):
        bot_wiki.edit(Edit(title, "ours", "", None))
    with pytest.raises(EditConflict):
        bot_wiki.edit(Edit(fresh("Deleted"), "ours", "", 1))
    assert editor.text(title) == "theirs"


def test_another_users_edit_in_the_same_second_survives(
    mediawiki: Wiki, bot_wiki: SiteWiki, editor: Client
) -> None:
    admin = mediawiki.session(mediawiki.admin)
    for _ in range(20):
        title = fresh("Race")
        base = admin.edit(title, "base")["edit"]
        theirs = editor.edit(title, "theirs")["edit"]
        if base["newtimestamp"] == theirs["newtimestamp"]:
            break
    else:
        pytest.skip("The wiki is too slow for two edits in one second.")
    with pytest.raises(EditConflict, match=re.escape(title)):
        bot_wiki.edit(Edit(title, "ours", "", base["newrevid"]))
    assert editor.text(title) == "theirs"
    assert [row["user"] for row in editor.revisions(title)] == [editor.user, admin.user]


def test_a_base_of_our_own_protects_others_likewise(bot_wiki: SiteWiki, editor: Client) -> None:
    title = fresh("Own")
    base = bot_wiki.edit(Edit(title, "base", "", None))
    editor.edit(title, "theirs")
    with pytest.raises(EditConflict):
        bot_wiki.edit(Edit(title, "ours", "", base.revision))
    assert editor.text(title) == "theirs"


def test_a_merge_is_reported(bot_wiki: SiteWiki, editor: Client) -> None:
    if not shutil.which("diff3"):
        pytest.skip("MediaWiki merges with diff3, which is not here.")
    title, lines = fresh("Merged"), [f"line {number}" for number in range(9)]
    base = bot_wiki.edit(Edit(title, "\n".join(lines), "", None))
    editor.edit(title, "\n".join([*lines[:-1], "theirs"]))
    saved = bot_wiki.edit(Edit(title, "\n".join(["ours", *lines[1:]]), "", base.revision))
    assert saved.merged
    assert editor.text(title) == "\n".join(["ours", *lines[1:-1], "theirs"])


AWKWARD = {
    "plain": "a\n",
    "newlines": "\n\n  a \n\n\n",
    "carriage returns": "a\r\nb\r\rc\n",
    "decomposed": unicodedata.normalize("NFD", "é Å 각") + "\u212b\u0958",
    "combining first": "\u0301a",
    "signature": "~~~~ {{subst:PAGENAME}} [[A (b)|]]",
    "not to be touched": "<nowiki>~~~~</nowiki> a|b|c & d=%2F+1 😀",
    "controls": "a\x01b\x00c\x1fd\ufffe",
    "exotic spaces": "a\u00a0\n\u00a0\u2028\x85",
    "separator first": "\x1fa|b",
    "empty": "",
    "spaces": " \n\t ",
}


@pytest.mark.parametrize("name", AWKWARD)
def test_as_saved_says_what_is_stored(bot_wiki: SiteWiki, name: str) -> None:
    title, text = fresh("Awkward"), AWKWARD[name]
    foreseen = bot_wiki.as_saved(title, text)
    bot_wiki.edit(Edit(title, text, "", None))
    newest = bot_wiki.newest([title])[title]
    assert newest
    stored = newest.text or ""
    stamp = r"\d\d:\d\d, \d+ \w+ \d{4} \(UTC\)"  # which may be of the next minute
    assert re.sub(stamp, "", stored) == re.sub(stamp, "", foreseen)
    assert newest.sha1 == hashlib.sha1(stored.encode()).hexdigest()
    if name == "not to be touched":
        assert stored == text
    # What was foreseen is stable: saving it changes nothing.
    assert bot_wiki.edit(Edit(title, stored, "", newest.id)).revision is None


def test_half_a_character_is_refused(bot_wiki: SiteWiki) -> None:
    with pytest.raises(WikifaqError, match="surrogate"):
        bot_wiki.edit(Edit(fresh("Half"), "a\ud800", "", None))


@pytest.fixture(scope="module")
def filters(mediawiki: Wiki) -> None:
    """Two abuse filters, made as a person makes them: there is no API for it."""
    admin = mediawiki.session(mediawiki.admin)
    for word, action in (("qqwarned", "Warn"), ("qqforbidden", "Disallow")):
        where = {"title": "Special:AbuseFilter/new"}
        form = admin._http.get(f"{admin.base}/index.php", params=where, timeout=60).text
        token = re.search(
            r"value='?\"?([0-9a-f]+\+\\)[^>]*name='?\"?wpEditToken", form
        ) or re.search(r"name='?\"?wpEditToken'?\"?[^>]*value='?\"?([0-9a-f]+\+\\)", form)
        if not token:
            pytest.skip("This wiki has no abuse filters that its administrator can make.")
        sent = where | {
            "wpEditToken": token[1],
            "wpFilterDescription": f"No {word}",
            "wpFilterRules": f'added_lines contains "{word}"',
            "wpFilterEnabled": "1",
            "wpFilterGroup": "default",
            "wpFilterNotes": "",
            f"wpFilterAction{action}": "1",
            "wpFilterWarnMessage": "abusefilter-warning",
            "wpFilterDisallowMessage": "abusefilter-disallowed",
        }
        admin._http.post(f"{admin.base}/index.php", data=sent, timeout=60)


@pytest.mark.usefixtures("filters")
@pytest.mark.parametrize("word", ["qqwarned", "qqforbidden"])
def test_an_abuse_filter_is_obeyed(
    mediawiki: Wiki, open_site: Open, editor: Client, word: str
) -> None:
    title = fresh("Filtered")
    edit = Edit(title, word, "", None)
    # Who sends the same edit again in one login confirms it after a warning; we never do.
    for _ in range(2):
        wiki = open_site(mediawiki.bot)
        for sent in (1, 2):
            with pytest.raises(Refused, match=f"identified as harmful.*No {word}"):
                wiki.edit(edit)
            assert wiki.requests["edit"] == sent
    assert editor.text(title) is None


def test_protected_pages_and_blocks(mediawiki: Wiki, open_site: Open, editor: Client) -> None:
    admin, title = mediawiki.session(mediawiki.admin), fresh("Protected")
    base = editor.edit(title, "x")["edit"]["newrevid"]
    admin.post(action="protect", title=title, protections="edit=sysop")
    wiki = open_site(mediawiki.editor)
    with pytest.raises(Refused, match="protected"):
        wiki.edit(Edit(title, "y", "", base))
    admin.post(action="block", user=mediawiki.editor, reason="Calm down")
    try:
        with pytest.raises(Refused, match="blocked"):
            open_site(mediawiki.editor).edit(Edit(fresh("Blocked"), "y", "", None))
    finally:
        admin.post(action="unblock", user=mediawiki.editor)


def test_writing_without_an_account(open_site: Open, mediawiki: Wiki, tmp_path: Path) -> None:
    with pytest.raises(WikifaqError, match=r"WIKIFAQ_USER .* WIKIFAQ_PASSWORD_FILE"):
        open_site().edit(Edit(fresh("Nobody"), "x", "", None))
    lacking = SiteWiki(mediawiki.api, timeout=30, state=tmp_path, user=mediawiki.bot)
    with pytest.raises(WikifaqError, match=r"no password is known.*WIKIFAQ_PASSWORD_FILE"):
        lacking.log_in()
    assert lacking.user == mediawiki.bot


@pytest.mark.parametrize("user", ["bot", "nobody"])
def test_a_wrong_password(mediawiki: Wiki, tmp_path: Path, user: str) -> None:
    secret = "not-the-password"
    (tmp_path / "password").write_text(secret)
    name = mediawiki.bot if user == "bot" else fresh("Nobody")
    wiki = SiteWiki(
        mediawiki.api, timeout=30, state=tmp_path, user=name, password_file=tmp_path / "password"
    )
    with pytest.raises(WikifaqError, match=r"as .*; the wiki says: Incorrect") as caught:
        wiki.log_in()
    assert caught.value.exit_status == 1
    assert secret not in str(caught.value)
    assert wiki.requests["clientlogin"] == 1


def test_a_bot_password(
    tmp_path: Path, local_mediawiki: LocalWiki, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot, secret, file = local_mediawiki.bot, uuid4().hex, tmp_path / "password"
    monkeypatch.setenv("MW_CONFIG_FILE", str(local_mediawiki.folder / "LocalSettings.php"))
    command = ["php", str(SOURCE / "maintenance/createBotPassword.php"), "--appid", "faq"]
    command += ["--grants", "basic,editpage,createeditmovepage", bot, secret]
    subprocess.run(command, check=True, capture_output=True)
    for number, (name, content) in enumerate(
        [(bot, f'("{bot}", BotPassword("faq", "{secret}"))'), (f"{bot}@faq", secret)]
    ):
        file.write_text(content, encoding="utf-8")
        state = tmp_path / f"state{number}"
        wiki = SiteWiki(local_mediawiki.api, timeout=30, state=state, user=name, password_file=file)
        assert wiki.user == bot
        wiki.log_in()
        assert wiki.requests["login"] == 1
        assert wiki.edit(Edit(fresh("By bot password"), "x", "", None)).revision


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
