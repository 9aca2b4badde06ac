"""The main job on a real wiki, end to end: load, run, read back, change a source, run again."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from runs import Operator, operator

from wikifaq.model import Page
from wikifaq.page.segment import read_page
from wikifaq.transcript import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local_wiki import Client, LocalWiki, Wiki

PAGE = "Conversations/FAQ"
MENDED = "So we say today."
NEW = "Is there a new question about the code of conduct?"


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, str]:
    """The five transcripts where they lie beside the checkout, else the example pages."""
    folder = root.parent / "shared" / "transcripts"
    if folder.is_dir():
        gold = {f.stem: json.loads(f.read_text("utf-8")) for f in (folder / "gold").glob("2*.json")}
        return {
            page["title"]: (folder / f"{date}.natural.wikitext").read_bytes().decode("utf-8")
            for date, page in sorted(gold.items())
        }
    examples = root / "wikifaq" / "examples" / "pages"
    return {
        str(file.relative_to(examples)).removesuffix(".wikitext"): file.read_text("utf-8")
        for file in sorted(examples.rglob("*.wikitext"))
    }


def configuration(titles: list[str]) -> str:
    return f"[sources]\ntitles = {json.dumps(titles)}\n\n[faq]\npage = {json.dumps(PAGE)}\n"


@pytest.fixture(scope="module")
def admin(mediawiki: Wiki) -> Client:
    return mediawiki.session(mediawiki.admin)


@pytest.fixture(scope="module")
def run(
    mediawiki: Wiki, admin: Client, pages: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Operator]:
    for title, text in pages.items():
        admin.edit(title, text)
    made = operator(tmp_path_factory.mktemp("operator"), mediawiki)
    made.configure(configuration(list(pages)))
    yield made
    for title in [*pages, PAGE]:
        if admin.text(title) is not None:
            admin.delete(title)


def entries(text: str) -> dict[str, str]:
    return {
        key: segment.text for segment in read_page(text, PAGE).segments for key in segment.entries
    }


def test_the_main_job(run: Operator, admin: Client, mediawiki: Wiki, pages: dict[str, str]) -> None:
    nobody = Operator(run.folder.parent / "nobody", run.wiki)
    nobody.configure(configuration(list(pages)))

    # A preview needs no account, and the first page is asked for.
    refused = nobody("preview")
    assert refused.status == 3
    assert "run with --create" in refused.last
    foreseen = nobody.preview("--create")
    assert foreseen["outcome"] == "write"
    assert run("run").status == 3
    assert admin.text(PAGE) is None

    # The first run writes just what the preview showed, byte for byte.
    first = run("run", "--create")
    assert first.status == 0, first.said
    assert "Wrote revision" in first.last
    text = admin.text(PAGE)
    assert text is not None
    assert text == foreseen["pages"][0]["wikitext"]
    listed = [e for topic in foreseen["faq"]["topics"] for e in topic["entries"]]
    assert list(entries(text)) == [e["id"] for e in listed]
    assert len(listed) > 50
    (newest, *_) = admin.revisions(PAGE)
    assert newest["user"] == mediawiki.bot
    assert newest["comment"] == foreseen["summary"]

    # Both of MediaWiki's parsers show each entry under its heading, with its anchor.
    titles = {e["heading"] for e in listed}
    acts = admin.get(
        action="parse",
        page=PAGE,
        prop="text|categories|langlinks|templates|images",
        disableeditsection=True,
    )["parse"]
    for html in (acts["text"], admin.parsoid(PAGE)):
        shown = set(map(plain, re.findall(r"<h3\b.*?</h3>", html, re.DOTALL)))
        assert {squeezed(title) for title in titles} <= {squeezed(each) for each in shown}
        for entry in listed:
            assert html.count(f'id="faq-{entry["id"]}"') == 1
    assert not any(acts[kind] for kind in ("categories", "langlinks", "templates", "images"))

    # With nothing new nothing is written.
    assert run("run").last == "Nothing to change; nothing was written."
    assert admin.revisions(PAGE)[0]["revid"] == newest["revid"]

    # A source changes: one answer is mended, one question is added.
    title = next(iter(pages))
    before = entries(text)
    admin.edit(title, changed(title, pages[title]))
    second = run("run")
    assert second.status == 0, second.said
    after = entries(admin.text(PAGE) or "")
    new = after.keys() - before.keys()
    assert not before.keys() - after.keys()
    assert len(new) == 1
    touched = [key for key in before if before[key] != after[key]]
    assert len(touched) == 1
    assert MENDED in after[touched[0]]
    assert NEW in after[new.pop()]
    assert [key for key in after if key in before] == list(before)  # nothing moved

    # A third run makes no edit.
    assert run("run").last == "Nothing to change; nothing was written."
    assert len(admin.revisions(PAGE)) == 2


def changed(title: str, text: str) -> str:
    """The page with its first answer mended and a new question above it."""
    first = next(
        entry
        for entry in read(Page(title, text)).entries
        if entry.kind == "question" and entry.answer and not entry.parent
    )
    said = first.answer[0].paragraphs[0]
    line = text.rindex("\n", 0, first.span.start) + 1
    mark = text[line]
    text = text.replace(said, f"{said} {MENDED}", 1)
    return f"{text[:line]}{mark} {NEW}\n{mark}: Yes.\n{text[line:]}"


def plain(html: str) -> str:
    """The text between tags; an attribute may hold a ">"."""
    texts: list[str] = []
    reader = HTMLParser()
    reader.handle_data = texts.append  # type: ignore[assignment,method-assign]
    reader.feed(html)
    reader.close()
    return "".join(texts)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_people_and_brakes_on_the_wiki(run: Operator, admin: Client, mediawiki: Wiki) -> None:
    editor = mediawiki.session(mediawiki.editor)
    text = admin.text(PAGE) or ""
    edited, deleted = list(entries(text).items())[1:3]

    # An ordinary user rewords one entry and removes another; both stand.
    own = edited[1].rstrip() + " So says the editor.\n\n"
    editor.edit(PAGE, text.replace(edited[1], own).replace(deleted[1], ""))
    done = run("run")
    assert done.status == 0, done.said
    after = admin.text(PAGE) or ""
    assert own in after
    assert deleted[0] not in entries(after)
    assert "1 removal by people kept" in done.last
    assert run("run").last == "Nothing to change; nothing was written."

    # An ordinary user's undo of the bot's last edit holds it, until the edit is restored.
    (newest, *_) = admin.revisions(PAGE)
    editor.post(action="edit", title=PAGE, undo=newest["revid"])
    held = run("run")
    assert (held.status, f"{mediawiki.editor} undid" in held.last) == (3, True)
    editor.edit(PAGE, after)
    assert run("run").last == "Nothing to change; nothing was written."

    # A lost store changes nothing.
    fresh = Operator(run.folder.parent / "fresh", run.wiki, run.user, run.password)
    fresh.configure((run.folder / "wikifaq.toml").read_text("utf-8"))
    assert fresh("run").last == "Nothing to change; nothing was written."

    # {{nobots}} and the stop page hold it.
    editor.edit(PAGE, "{{nobots}}\n" + after)
    held = run("run")
    assert (held.status, "{{nobots}}" in held.last) == (3, True)
    editor.edit(PAGE, after)
    stop = f"User:{mediawiki.bot}/Stop"
    admin.edit(stop, "Please stop.")
    held = run("run")
    assert (held.status, stop in held.last) == (3, True)
    admin.edit(stop, "<!-- write here to stop the bot -->")
    assert run("run").status == 0

    # Without its markers the page is nobody's to write.
    editor.edit(PAGE, after.replace("<!-- wikifaq:end -->", ""))
    held = run("run")
    assert (held.status, "markers" in held.last) == (3, True)
    editor.edit(PAGE, after)
    assert run("run").last == "Nothing to change; nothing was written."


def test_a_deleted_page_is_not_made_again(run: Operator, admin: Client) -> None:
    admin.delete(PAGE)
    held = run("run", "--create")
    assert held.status == 3
    assert "was deleted or moved away before" in held.last
    assert admin.text(PAGE) is None


def test_a_page_that_was_moved_is_not_made_again(run: Operator, admin: Client) -> None:
    named = Operator(run.folder.parent / "moved", run.wiki, run.user, run.password)
    named.configure((run.folder / "wikifaq.toml").read_text("utf-8").replace(PAGE, "Old title"))
    assert named("run", "--create").status == 0
    token = admin.get(action="query", meta="tokens")["query"]["tokens"]["csrftoken"]
    admin.post(action="move", **{"from": "Old title"}, to="New title", noredirect=True, token=token)
    held = named("run", "--create")
    assert (held.status, "moved away before" in held.last) == (3, True)
    assert admin.text("Old title") is None
    admin.edit("Old title", "#REDIRECT [[New title]]")
    held = named("run", "--create")
    assert (held.status, "a redirect to 'New title'" in held.last) == (3, True)
    for title in ("Old title", "New title"):
        admin.delete(title)


def test_a_folder_as_source_and_a_wiki_as_target(
    mediawiki: Wiki, admin: Client, root: Path, tmp_path: Path
) -> None:
    made = operator(tmp_path, mediawiki)
    examples = root / "wikifaq" / "examples"
    made.configure((examples / "wikifaq.toml").read_text("utf-8"))
    done = made("run", "--create", "--source", str(examples / "pages"))
    assert done.status == 0, done.said
    text = admin.text("Conversation hour FAQ") or ""
    assert len(entries(text)) >= 60
    assert "PermanentLink" not in text  # a folder has no address to link to
    admin.delete("Conversation hour FAQ")


def test_wrong_credentials_and_a_missing_page(mediawiki: Wiki, tmp_path: Path) -> None:
    wrong = Operator(tmp_path, mediawiki.api, mediawiki.bot, "not the password")
    wrong.configure(configuration(["No such page"]))
    done = wrong("run")
    assert done.status == 1
    assert mediawiki.bot in done.last
    nobody = Operator(tmp_path, mediawiki.api)
    missing = nobody("preview")
    assert missing.status == 1
    assert "No such page" in missing.last
    account = nobody("run")
    assert account.status == 1
    assert "WIKIFAQ_USER" in account.last


def test_requests_stay_few(local_mediawiki: LocalWiki, run: Operator, admin: Client) -> None:
    """The first run, then one with nothing new: printed as a table, and held to a bound."""
    admin.post(action="undelete", title=PAGE) if admin.text(PAGE) is None else None
    fresh = Operator(run.folder.parent / "counted", run.wiki, run.user, run.password)
    fresh.configure((run.folder / "wikifaq.toml").read_text("utf-8"))
    counts = []
    for _ in range(2):
        mark = local_mediawiki.mark()
        assert fresh("run").status == 0
        counts.append(len(local_mediawiki.requests_since(mark)))
    assert counts[1] <= counts[0]
    assert counts[1] <= 12
