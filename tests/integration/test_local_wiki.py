"""The wiki of the integration tests is what they take it for."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from local_wiki import ApiError, LocalWiki, Unavailable, Wiki, main


def fresh(kind: str) -> str:
    return f"{kind} {uuid4().hex[:12]}"


def members(wiki: Wiki, category: str) -> list[str]:
    asked = {"list": "categorymembers", "cmtitle": f"Category:{category}", "cmlimit": "max"}
    answer = wiki.session(None).get(action="query", **asked)
    return [page["title"] for page in answer["query"]["categorymembers"]]


def processes(mark: str) -> list[str]:
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = file.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if mark in command:
            found.append(command)
    return found


@pytest.mark.parametrize("name", ["Plain", "Talk:Ünï «quoted»?", "User:Editor/faq.js/a&b+c"])
def test_a_page_is_written_and_read_back(mediawiki: Wiki, name: str) -> None:
    client, title = mediawiki.session(mediawiki.editor), fresh(name)
    assert client.text(title) is None
    client.edit(title, "One\n\n== Head ==\nTwo <ref>x</ref>", "first")
    client.edit(title, "Three", "second")
    assert client.text(title) == "Three"
    newest, oldest = client.revisions(title)
    assert (newest["comment"], oldest["comment"]) == ("second", "first")
    assert newest["parentid"] == oldest["revid"]
    assert newest["user"] == mediawiki.editor
    assert newest["size"] == 5
    mediawiki.session(mediawiki.admin).delete(title, "done")
    assert client.text(title) is None


def test_both_parsers_render(mediawiki: Wiki) -> None:
    client, title = mediawiki.session(mediawiki.editor), fresh("Talk:Über.b/c?")
    client.edit(title, "'''bold''' [[Main Page]]<ref>note</ref> {{#if:x|yes|no}}\n<references/>")
    legacy, parsoid = client.html(title), client.parsoid(title)
    for html in (legacy, parsoid):
        assert ">bold</b>" in html
        assert "yes" in html
        assert 'class="mw-references' in html
    assert 'data-mw-section-id="0"' in parsoid
    assert "data-mw-section-id" not in legacy


def test_accounts_have_their_groups(mediawiki: Wiki) -> None:
    for user, group in ((mediawiki.admin, "sysop"), (mediawiki.bot, "bot"), (mediawiki.editor, "")):
        answer = mediawiki.session(user).get(action="query", meta="userinfo", uiprop="groups")
        who = answer["query"]["userinfo"]
        assert who["name"] == user
        assert not group or group in who["groups"]
        assert group or not {"sysop", "bot"} & set(who["groups"])


def test_a_wrong_password_is_refused(mediawiki: Wiki) -> None:
    wrong = Wiki(mediawiki.base, {mediawiki.editor: "wrong"})
    with pytest.raises(ApiError, match="wrongpassword"):
        wrong.session(mediawiki.editor)


def test_extensions_are_loaded(mediawiki: Wiki) -> None:
    answer = mediawiki.session(None).get(action="query", meta="siteinfo", siprop="extensions")
    names = {extension["name"] for extension in answer["query"]["extensions"]}
    assert names >= {"Abuse Filter", "Cite", "ParserFunctions", "VisualEditor"}


def test_what_follows_from_an_edit_is_there_at_once(mediawiki: Wiki) -> None:
    client, page, template = mediawiki.session(mediawiki.editor), fresh("Page"), fresh("Template:T")
    category = fresh("Kind")
    client.edit(page, f"{{{{{template}}}}}")
    client.edit(template, f"[[Category:{category}]]now")
    assert page in members(mediawiki, category)
    assert "now" in client.html(page)
    client.edit(template, "then")
    assert members(mediawiki, category) == []
    assert "then" in client.html(page)


def test_an_edit_on_an_old_revision_is_merged_or_refused(mediawiki: Wiki) -> None:
    client, title = mediawiki.session(mediawiki.editor), fresh("Conflict")
    base = client.edit(title, "a\n\nb\n\nc")["edit"]["newrevid"]
    client.edit(title, "A\n\nb\n\nc")
    mediawiki.session(mediawiki.bot).edit(title, "a\n\nb\n\nC", baserevid=base)
    assert client.text(title) == "A\n\nb\n\nC"
    with pytest.raises(ApiError) as caught:
        mediawiki.session(mediawiki.bot).edit(title, "other\n\nb\n\nc", baserevid=base)
    assert caught.value.code == "editconflict"


def test_writers_do_not_block_each_other(mediawiki: Wiki) -> None:
    shared = fresh("Template:Shared")

    def write(number: int) -> None:
        client = mediawiki.session((mediawiki.bot, mediawiki.editor)[number % 2])
        for turn in range(3):
            client.edit(fresh("Parallel"), f"{{{{{shared}}}}} {number} {turn}")
            client.edit(shared, f"[[Category:C]] {number} {turn}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert len(mediawiki.session(None).revisions(shared)) == 12


def test_the_log_tells_what_posts_ask_for(local_mediawiki: LocalWiki) -> None:
    client = local_mediawiki.session(local_mediawiki.bot)
    token, mark = client.token(), local_mediawiki.mark()
    client.edit("Logged", "secret text", "secret summary", token=token)
    client.post(action="query", prop="revisions|info", titles="A|B|C", maxlag=5, token=None)
    client.parsoid("Logged")
    edit, query, parsoid = local_mediawiki.requests_since(mark)
    assert (edit["method"], edit["script"], edit["action"]) == ("POST", "api.php", "edit")
    assert edit["agent"].startswith("wikifaq-tests")
    wanted = {"action": "query", "prop": "revisions|info", "titles": 3, "maxlag": "5"}
    assert wanted.items() <= query.items()
    assert (parsoid["method"], parsoid["script"]) == ("GET", "rest.php")
    written = (local_mediawiki.folder / "requests.jsonl").read_text(encoding="utf-8")
    kept = [*local_mediawiki.accounts.values(), token, "secret text", "secret summary"]
    assert not [secret for secret in kept if secret in written]


def test_passwords_lie_in_private_files(local_mediawiki: LocalWiki) -> None:
    for name, password in local_mediawiki.accounts.items():
        file = local_mediawiki.folder / "passwords" / name
        assert file.read_text(encoding="utf-8") == password
        assert file.stat().st_mode & 0o777 == 0o600


def test_nothing_is_left_after_stop(local_mediawiki: LocalWiki) -> None:
    assert processes(str(local_mediawiki.folder))
    with LocalWiki() as other:  # beside the session's, which goes on
        assert other.base != local_mediawiki.base
        assert len(processes(str(other.folder))) > 1
    deadline = time.monotonic() + 5
    while (left := processes(str(other.folder))) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []
    assert not other.folder.exists()
    with pytest.raises(Unavailable):
        other.session(None).get(action="query", meta="siteinfo")
    assert local_mediawiki.session(None).text("Main Page")


def test_kept_data_are_used_again(local_mediawiki: LocalWiki, tmp_path: Path) -> None:
    del local_mediawiki  # where there is none, this is skipped
    data, pages = tmp_path / "data", tmp_path / "pages"
    (pages / "Project:FAQ").mkdir(parents=True)
    (pages / "Project:FAQ" / "v1.2.wikitext").write_text("Old", encoding="utf-8")
    with LocalWiki(keep=data) as wiki:
        assert wiki.load(pages) == 1
        accounts = wiki.accounts
    with LocalWiki(keep=data) as wiki:
        assert wiki.accounts == accounts
        assert wiki.session(wiki.bot).text("Project:FAQ/v1.2") == "Old"


def test_a_folder_of_something_else_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.tex").write_text("precious", encoding="utf-8")
    assert main(["--keep", str(tmp_path)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.tex"]
