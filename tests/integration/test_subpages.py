"""The FAQ on subpages of a real wiki: every link to the page leads on, and people's edits count."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from tea_house import (
    BELOW,
    CHESS,
    GREEN,
    JASMINE,
    OPEN,
    ROOF,
    SPRING,
    SUGAR,
    House,
    founded,
    ran,
    refused,
    saved,
    unchanged,
)

from wikifaq.page.segment import read_page
from wikifaq.page.tombstone import tombstones

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from local_wiki import Client, Wiki

SMALL, LARGE = "page_size = 2000", "page_size = 300000"
LATER = {
    "How old is the house?": "A hundred years.",
    "Who painted the door of the house?": "Cy did.",
    "Which tea is the strongest?": "Assam.",
    "Is the tea house open at Easter?": "On Monday only. " * 30,
    "Does the house have a cellar?": "Two of them. " * 30,
    GREEN: "Lukewarm.",
}


@pytest.fixture(scope="module")
def house(
    mediawiki: Wiki, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., House]]:
    yield from founded(mediawiki, tmp_path_factory.mktemp)


class Anchors(HTMLParser):
    """The anchors of a rendered page, with the first link within or behind each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, str | None] = {}
        self._waiting: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.links[found["id"] or ""] = None
            self._waiting.append(found["id"] or "")
        if tag == "a" and found.get("href"):
            for each in self._waiting:
                self.links[each] = found["href"]
            self._waiting.clear()


def size(house: House, setting: str) -> None:
    file = house.run.folder / "wikifaq.toml"
    text = re.sub(r"page_size = \d+\n", "", file.read_text("utf-8"))
    file.write_text(text.replace("[faq]\n", f"[faq]\n{setting}\n"), "utf-8")


def subpages(house: House) -> list[str]:
    return [title for _, title in tombstones(house.text()).elsewhere]


def texts(house: House) -> dict[str, str]:
    return {title: house.admin.text(title) or "" for title in (house.page, *subpages(house))}


def entries(house: House) -> dict[str, tuple[str, str]]:
    """The questions with the pages they stand on, and their ids."""
    return {
        segment.heading: (title, segment.entries[0])
        for title, text in texts(house).items()
        for segment in read_page(text, title).segments
        if segment.entries
    }


def parsed(client: Client, title: str) -> str:
    text: str = client.get(action="parse", page=title, prop="text", disableeditsection=True)[
        "parse"
    ]["text"]
    return text


def leads(house: House, anchor: str) -> tuple[str, str]:
    """Where a reader comes to who follows a link to an anchor of the page, and one more."""
    link = Anchors(parsed(house.admin, house.page)).links[anchor]
    assert link is not None
    return at(link)


def at(link: str) -> tuple[str, str]:
    """The title and the anchor that a link leads to."""
    parts = urlsplit(link)
    named = parse_qs(parts.query).get("title") or [parts.path.partition("/wiki/")[2]]
    return unquote(named[0]).replace("_", " "), unquote(parts.fragment)


def test_every_link_to_the_page_leads_to_the_entry(house: Callable[..., House]) -> None:
    tea = house("Tea of subpages")
    tea.hour("2031-03-12", SPRING)
    ran(tea, "--create")
    old = {GREEN: tea.ids()[GREEN], OPEN: tea.ids()[OPEN]}
    anchors = set(Anchors(parsed(tea.admin, tea.page)).links)
    tea.hour("2032-05-06", LATER)
    size(tea, SMALL)
    ran(tea)
    assert len(subpages(tea)) > 2
    unchanged(tea)
    there = entries(tea)
    assert {*SPRING, *LATER} == there.keys()
    # Every anchor that the page had it still has: headings, entries and topics.
    now = Anchors(parsed(tea.admin, tea.page)).links
    lost = anchors - now.keys()  # but for those that a heading has for old browsers
    assert not {each for each in lost if not re.search(r"^mw-|^faq-index|\.3F$", each)}
    for question, (title, key) in there.items():
        assert leads(tea, f"faq-{key}") == (title, f"faq-{key}")
        assert leads(tea, question.replace(" ", "_")) == (title, f"faq-{key}")
        for html in (parsed(tea.admin, title), tea.admin.parsoid(title)):
            assert html.count(f'id="faq-{key}"') == 1
    assert leads(tea, old[OPEN])[1] == old[OPEN]
    # What links to one another leads there, too, on whatever page it stands.
    for title in texts(tea):
        html = parsed(tea.admin, title)
        for href in re.findall(r'href="([^"]*#faq-(?!topic|index|contents)[^"]*)"', html):
            other, anchor = at(unescape(href))
            assert f'id="{anchor}"' in parsed(tea.admin, other or title)


def test_people_edit_subpages_as_they_edit_the_page(house: Callable[..., House]) -> None:
    tea = house("Tea of many hands", faq=SMALL)
    tea.hour("2031-03-12", SPRING)
    tea.hour("2032-05-06", LATER)
    ran(tea, "--create")
    there = entries(tea)
    pages = texts(tea)

    def edit(question: str, old: str, new: str) -> None:
        title, _ = there[question]
        assert old in pages[title]
        pages[title] = pages[title].replace(old, new)
        saved(tea.editor, title, pages[title])

    edit(SUGAR, "One spoon at most.", "One spoon at most, says Bo.")
    title, gone = there[ROOF]
    held = read_page(pages[title], title).holding()
    edit(ROOF, held[gone].text, "")
    edit(CHESS, f"=== {CHESS} ===", "=== Chess? ===")
    below = subpages(tea)[0]
    pages[below] = f"{pages[below]}\n\n{BELOW}"
    saved(tea.editor, below, pages[below])
    tea.hour("2033-07-08", {SUGAR: "None at all.", ROOF: "Nobody.", JASMINE: "No."})
    ran(tea)
    now = entries(tea)
    said = "".join(texts(tea).values())
    assert "One spoon at most, says Bo." in said
    assert "None at all." in said
    assert ROOF not in now
    assert "Nobody." not in said
    assert gone in tombstones(tea.text()).gone
    assert now["Chess?"][1] == there[CHESS][1]
    assert leads(tea, CHESS.replace(" ", "_"))[1] == f"faq-{now['Chess?'][1]}"
    assert (tea.admin.text(below) or "").endswith(BELOW)
    assert f"restore: faq-{gone}" in tea.reported() or not tea.reported()
    unchanged(tea)

    # All of it back on one page, and the subpages lead there.
    left = subpages(tea)
    size(tea, LARGE)
    ran(tea)
    assert subpages(tea) == []
    assert "One spoon at most, says Bo." in tea.text()
    assert (tea.admin.text(below) or "").endswith(BELOW)
    for title in left:
        links = tea.admin.get(action="query", titles=title, redirects=True)["query"]
        assert title == below or links["redirects"][0]["to"] == tea.page
    unchanged(tea)


def test_a_moved_subpage_is_followed_and_an_undone_or_deleted_one_waits(
    house: Callable[..., House],
) -> None:
    tea = house("Tea of moves", faq=SMALL)
    tea.hour("2031-03-12", SPRING)
    ran(tea, "--create")
    title, *others = subpages(tea)
    to = f"{tea.name}/Moved"
    tea.admin.post(action="move", **{"from": title, "to": to}, token=tea.admin.token())
    ran(tea)
    assert subpages(tea) == [to, *others]
    assert f"[[{to}#faq-" in tea.text()
    unchanged(tea)

    tea.hour("2032-05-06", LATER)
    ran(tea)
    bots = {each: tea.admin.revisions(each)[0] for each in subpages(tea)}
    last = next(each for each in bots if len(tea.admin.revisions(each)) > 1)
    tea.editor.post(action="edit", title=last, undo=bots[last]["revid"], token=tea.editor.token())
    done = refused(tea)
    assert f"of {last!r}" in done.last
    tea.decide(f"* resume: {tea.newest(last)}")
    ran(tea)

    tea.admin.delete(last)
    done = refused(tea)
    assert repr(last) in done.last
    assert "restore it" in done.last
    revived = tea.admin.post(action="undelete", title=last, token=tea.admin.token())
    assert revived["undelete"]["title"] == last
    ran(tea)
    assert {*SPRING, *LATER} == entries(tea).keys()


def test_a_protected_subpage_is_told_before_any_page_is_written(
    house: Callable[..., House],
) -> None:
    tea = house("Tea of locks", faq=SMALL)
    tea.hour("2031-03-12", SPRING)
    ran(tea, "--create")
    title = subpages(tea)[-1]
    tea.admin.post(action="protect", title=title, protections="edit=sysop", token=tea.admin.token())
    before = {each: tea.newest(each) for each in texts(tea)}
    tea.hour("2032-05-06", LATER)
    done = tea.run("run")
    assert done.status in {0, 3}
    if done.status == 3:
        assert repr(title) in done.last
        assert before == {each: tea.newest(each) for each in texts(tea)}
    else:  # it had nothing to write there
        assert tea.newest(title) == before[title]
