"""SiteWiki against a real MediaWiki: logins and edits."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from local_wiki import SOURCE, Client, LocalWiki, Wiki

from wikifaq.errors import EditConflict, Refused, WikifaqError
from wikifaq.wiki.protocol import Edit
from wikifaq.wiki.site import SiteWiki

if TYPE_CHECKING:
    from pathlib import Path

Open = Callable[..., SiteWiki]


def fresh(kind: str) -> str:
    return f"{kind} {uuid4().hex[:12]}"


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
