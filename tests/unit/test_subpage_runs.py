"""Runs against a folder wiki whose FAQ stands on several pages: what is read, written, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from spread_pages import hour

from wikifaq.config import parse
from wikifaq.errors import EditConflict, Refused, WikifaqError
from wikifaq.job import Job
from wikifaq.page.segment import read_page
from wikifaq.page.tombstone import tombstones
from wikifaq.publish.plan_html import to_html
from wikifaq.publish.plan_json import to_json
from wikifaq.wiki.folder import FolderWiki

if TYPE_CHECKING:
    from pathlib import Path

    from wikifaq.wiki.protocol import Edit, Saved

CONFIGURATION = """
[wiki]
source = "{wiki}"
[sources]
prefixes = ["Hour", "FAQ"]
[faq]
page = "FAQ"
page_size = {size}
[review]
report = "{{page}}/Report"
[[topics]]
id = "tea"
title = "Tea"
keywords = ["tea"]
[[topics]]
id = "house"
title = "The tea house"
keywords = ["house"]
"""
SMALL, LARGE = 1500, 300_000
SIX = hour("2023-03-01", range(6))


class Place:
    """A folder with conversations and an FAQ."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.said = folder, list[str]()
        (folder / "wiki").mkdir()
        self.hold(SIX)
        self.wiki = FolderWiki(folder / "wiki")

    def hold(self, sources: dict[str, str]) -> None:
        for title, text in sources.items():
            (self.folder / "wiki" / f"{title}.wikitext").write_text(text)

    def job(self, size: int = SMALL, **options: Any) -> Job:
        config = parse(CONFIGURATION.format(wiki=self.folder / "wiki", size=size), "test")
        return Job(config, self.folder / "state", self.said.append, **{"create": True, **options})

    def text(self, title: str = "FAQ") -> str:
        revision = self.wiki.newest([title])[title]
        assert revision is not None
        assert revision.text is not None
        return revision.text

    def write(self, title: str, text: str) -> None:
        file = self.folder / "wiki" / f"{title}.wikitext"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)

    def subpages(self) -> list[str]:
        return [title for _, title in tombstones(self.text()).elsewhere]

    def pages(self) -> dict[str, str]:
        return {title: self.text(title) for title in ("FAQ", *self.subpages())}

    def entries(self) -> list[str]:
        return sorted(
            key for title, text in self.pages().items() for key in read_page(text, title).alive()
        )

    def refused(self, **options: Any) -> str:
        before = self.pages() if options else {}
        with pytest.raises(Refused) as refused:
            self.job(**options).run()
        assert not before or before == self.pages()
        return str(refused.value)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_run_writes_all_pages_and_the_next_none(place: Place) -> None:
    made, saved = place.job().run()
    assert saved is not None
    assert place.subpages() == [each.title for each in made.subpages]
    assert len(place.entries()) == 6
    assert [each for each in place.said if f"Wrote {place.subpages()[0]!r}: Part of" in each]
    made, saved = place.job().run()
    assert (made.outcome, saved, made.steps) == ("nothing", None, ())
    # Its own subpages are no sources, though a prefix names them.
    assert len(place.entries()) == 6


def test_a_preview_shows_every_page_as_a_run_writes_it(place: Place) -> None:
    made = place.job().preview()
    shown = to_json(made)["pages"]
    assert [each["title"] for each in shown][:2] == ["FAQ", made.subpages[0].title]
    html = to_html(made)
    assert all(each.title in html for each in made.subpages)
    place.job().run()
    assert {
        each["title"]: each["wikitext"] for each in shown if each["title"] in place.pages()
    } == (place.pages())


@pytest.mark.parametrize("sizes", [(LARGE, SMALL), (SMALL, LARGE)])
def test_a_fault_at_any_edit_is_healed_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, int]
) -> None:
    edit = FolderWiki.edit
    ends: list[dict[str, str]] = []
    number = 0
    while not ends or number:
        folder = tmp_path / str(number)
        folder.mkdir()
        place = Place(folder)
        place.job(sizes[0]).run()
        left = [number]

        def failing(self: FolderWiki, made: Edit, left: list[int] = left) -> Saved:
            left[0] -= 1
            if left[0] == 0:
                raise WikifaqError("The network is down.")
            return edit(self, made)

        monkeypatch.setattr(FolderWiki, "edit", failing)
        try:
            place.job(sizes[1]).run()
            number = 0 if ends else 1
        except WikifaqError:
            number += 1
        monkeypatch.setattr(FolderWiki, "edit", edit)
        place.job(sizes[1]).run()
        ends.append(place.pages())
        assert len(place.entries()) == len(set(place.entries())) == 6
    assert len(ends) > 4
    assert all(each == ends[0] for each in ends)


def test_somebody_s_edit_between_two_of_the_bot_s_is_kept(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.job().run()
    titles = place.subpages()
    edit = FolderWiki.edit
    done = list[str]()

    def meanwhile(self: FolderWiki, made: Edit) -> Saved:
        saved = edit(self, made)
        if not done:
            done.append(made.title)
            other = next(each for each in titles if each != made.title)
            place.write(other, place.text(other).replace("Said of", "Well said of", 1))
        return saved

    monkeypatch.setattr(FolderWiki, "edit", meanwhile)
    place.hold(hour("2023-09-01", range(6, 12)))
    place.job().run()
    assert sum(text.count("Well said of") for text in place.pages().values()) == 1
    assert len(place.entries()) == 12
    assert [each for each in place.said if "reading it again" in each]


def test_an_edit_conflict_on_one_page_starts_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = FolderWiki.edit
    failed = list[str]()

    def once(self: FolderWiki, made: Edit) -> Saved:
        if made.title != "FAQ" and len(failed) < 1:
            failed.append(made.title)
            raise EditConflict("The page was changed.")
        return edit(self, made)

    monkeypatch.setattr(FolderWiki, "edit", once)
    place.job().run()
    assert len(place.entries()) == 6
    assert failed


def test_an_undone_subpage_stops_the_run_and_resume_lets_it_go_on(place: Place) -> None:
    place.job().run()
    title = place.subpages()[0]
    before = place.text(title)
    place.hold(hour("2023-09-01", range(6, 12)))
    place.job().run()
    assert place.text(title) != before
    place.write(title, before)
    said = place.refused(create=False)
    assert f"of {title!r}" in said
    assert "undid the bot's last edit" in said
    (newest, *_) = place.wiki.history(title)
    place.job(resume=frozenset({newest.id})).run()
    assert len(place.entries()) == 12


def test_a_protected_subpage_is_told_before_anything_is_written(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.job().run()
    last = place.subpages()[-1]
    monkeypatch.setattr(FolderWiki, "may_edit", lambda *asked: asked[-1] != last)
    place.hold(hour("2023-09-01", range(6, 12)))
    assert f"may not edit the page {last!r}" in place.refused(create=False)


def test_a_subpage_removed_or_blanked_stops_the_run(place: Place) -> None:
    place.job().run()
    title = place.subpages()[0]
    text = place.text(title)
    place.write(title, "")
    assert f"{title!r} has no markers" in place.refused(create=False)
    (place.folder / "wiki" / f"{title}.wikitext").unlink()
    with pytest.raises(Refused, match="was deleted or moved away; restore it"):
        place.job().run()
    place.write(title, text)
    made, saved = place.job().run()
    assert (made.steps, saved) == ((), None)


def test_a_moved_subpage_is_followed(place: Place) -> None:
    place.job().run()
    title = place.subpages()[0]
    wiki = place.folder / "wiki"
    (wiki / f"{title}.wikitext").rename(wiki / "Elsewhere.wikitext")
    log = wiki / ".revisions"
    (log / title).rename(log / "Elsewhere")
    place.write(title, "#REDIRECT [[Elsewhere]]")
    place.job().run()
    assert "Elsewhere" in place.subpages()
    assert title not in place.subpages()
    assert "[[Elsewhere#faq-" in place.text()
    assert len(place.entries()) == 6


def test_a_removal_on_a_subpage_is_reported_with_its_revision(place: Place) -> None:
    place.job().run()
    title = place.subpages()[0]
    page = read_page(place.text(title), title)
    key = page.alive()[0]
    place.write(title, place.text(title).replace(page.holding()[key].text, ""))
    (newest, *_) = place.wiki.history(title)
    place.job().run()
    assert tombstones(place.text()).gone[key].revision == newest.id
    assert f"restore: faq-{key}" in place.text("FAQ/Report")
    place.write("FAQ/Settings", f"* restore: faq-{key}")
    place.job().run()
    assert key in place.entries()


def test_most_entries_gone_from_a_subpage_is_a_collapse_until_somebody_says_it_is_meant(
    place: Place,
) -> None:
    place.job(2500).run()
    for title in place.subpages():
        page = read_page(place.text(title), title)
        for key in page.alive()[:-1]:
            text = place.text(title)
            place.write(title, text.replace(page.holding()[key].text, ""))
    said = place.refused(size=2500)
    assert "have vanished" in said
    revision = int(said.rpartition("accept loss: ")[2].split("'")[0])
    assert revision in {place.wiki.history(title)[0].id for title in place.subpages()}
    place.write("FAQ/Settings", f"* accept loss: {revision}")
    place.job(2500).run()
    assert len(place.entries()) == 2
    place.write("FAQ/Settings", "")
    place.job(2500).run()  # what it has accepted it doesn't ask again
    assert len(place.entries()) == 2


def test_adopting_takes_all_pages_as_they_stand(place: Place) -> None:
    place.job().run()
    title = place.subpages()[0]
    page = read_page(place.text(title), title)
    place.write(title, place.text(title).replace(page.holding()[page.alive()[0]].text, ""))
    place.job(adopt=True).run()
    assert len(place.entries()) == 6  # what was removed before isn't known
    assert not tombstones(place.text()).gone


def test_with_a_hidden_last_revision_of_a_subpage_only_new_entries_are_added(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.job().run()
    title = place.subpages()[0]
    place.write(title, f"{place.text(title)}\n\nOurs.")
    (_, bots) = place.wiki.history(title)[:2]
    text_of = FolderWiki.text_of
    monkeypatch.setattr(
        FolderWiki,
        "text_of",
        lambda wiki, at, revision: None if revision == bots.id else text_of(wiki, at, revision),
    )
    before = place.pages()
    place.hold(hour("2043-09-01", range(6, 8)))
    place.job(LARGE).run()
    assert len(place.entries()) == 8
    for at, text in before.items():
        if at != "FAQ":
            held = read_page(text, at).holding()
            now = read_page(place.text(at), at).holding()
            assert {key: now[key].text.strip() for key in held} == {
                key: each.text.strip() for key, each in held.items()
            }
