"""What people decide on the wiki, end to end: they edit as they do, and the bot runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from tea_house import (
    CHESS,
    DOG,
    GREEN,
    JASMINE,
    LANTERNS,
    OOLONG,
    OPEN,
    RAMP,
    ROOF,
    SPRING,
    SUGAR,
    House,
    asked,
    founded,
    kept,
    ran,
    refused,
    saved,
    unchanged,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from local_wiki import Wiki

HELD = "Is the cellar of the house secret?"
LONG = (
    "Some say so. The tea from the upper hill stands for four minutes. "
    "Then it is poured, and nobody hurries."
)


@pytest.fixture(scope="module")
def house(
    mediawiki: Wiki, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., House]]:
    yield from founded(mediawiki, tmp_path_factory.mktemp)


def summary(house: House) -> str:
    return str(house.admin.revisions(house.page)[0]["comment"])


def test_each_line_of_the_settings_page_does_what_it_says(house: Callable[..., House]) -> None:
    tea = house("Tea of settings", review='hold = ["secret"]')
    old = {**SPRING, HELD: "Nobody tells.", "How long does the tea stand?": LONG}
    tea.hour("2031-03-12", old)
    tea.hour("2032-05-06", {GREEN: "Lukewarm.", DOG: "None any more."})
    ran(tea, "--create")
    ids = tea.ids()
    assert ids.keys() == old.keys() - {HELD}
    (second,) = set(re.findall(r'id="(faq-[a-z0-9]+)"', tea.entries()[GREEN])) - {ids[GREEN]}
    (held,) = re.findall(r"\* publish: (faq-[a-z0-9]+)", tea.reported())
    tea.write(tea.without(LANTERNS))
    ran(tea)
    assert ids[LANTERNS] in tea.gone()

    revision = tea.decide(
        "Here we decide over our FAQ.",
        f"* merge: {ids[OPEN]}, {ids[RAMP]}",
        f"* split: {ids[GREEN]}, {second}",
        f"* hide: {ids[ROOF]}",
        f"* restore: {ids[LANTERNS]}",
        f"* publish: {held}",
        f"* outdated: {ids[SUGAR]}",
        f"* topic: {ids[CHESS]} = The tea house",
        f"* question: {ids[JASMINE]} = May one smell at the jasmine?",
        f"* answer: {ids[DOG]} = 2031-03-12",
        f"* extract: {ids['How long does the tea stand?']} = "
        "The tea from the upper hill stands for four minutes.",
        by=tea.editor,
    )
    done = ran(tea)
    assert f"Special:PermanentLink/{revision}" in summary(tea)
    assert "Note:" not in done.said
    text, entries, now = tea.text(), tea.entries(), tea.ids()
    # Merge: one entry with both answers and both anchors.
    (merged,) = (each for each in entries.values() if "At nine." in each)
    assert "Yes, at the back door." in merged
    assert {ids[OPEN], ids[RAMP]} <= set(re.findall(r'id="([^"]+)"', merged))
    # Split: two entries of the same question, with their own answers.
    halves = [each for each in re.split(r"(?m)^(?==== )", text) if each.startswith(f"=== {GREEN}")]
    assert [("Yes, very." in each, "Lukewarm." in each) for each in halves] in (
        [(True, False), (False, True)],
        [(False, True), (True, False)],
    )
    # Hide, restore, publish, outdated, topic, question.
    assert ROOF not in entries
    assert "Bo does." not in text
    assert now[LANTERNS] == ids[LANTERNS]
    assert ids[LANTERNS] not in tea.gone()
    assert "Nobody tells." in entries[HELD]
    assert [each for each in entries if "marked this entry as outdated" in entries[each]] == [SUGAR]
    assert text.index("\n== The tea house ==") < text.index(f"=== {CHESS}")
    assert "== Other questions ==" not in text
    assert JASMINE not in entries
    assert now["May one smell at the jasmine?"] == ids[JASMINE]
    # Answer and extract.
    assert entries[DOG].index("Small ones may.") < entries[DOG].index("None any more.")
    long = entries["How long does the tea stand?"]
    assert long.index("stands for four minutes.") < long.index("Some say so.")
    # All that stays as long as the lines do.
    unchanged(tea)


def test_a_settings_page_that_cannot_be_read_changes_nothing(house: Callable[..., House]) -> None:
    tea = house("Tea of slips")
    tea.hour("2031-03-12", SPRING)
    ran(tea, "--create")
    ids = tea.ids()
    tea.decide(f"* hide: {ids[ROOF]}", by=tea.editor)
    ran(tea)
    # A broken line is named with its number, and the last good revision counts.
    broken = tea.decide(
        f"* hide: {ids[ROOF]}", "", f"* hidde: {ids[OOLONG]}, {ids[SUGAR]}", by=tea.editor
    )
    done = kept(tea)
    for said in (done.said, tea.reported()):
        assert f"evision {broken} of" in said
        assert "line 3" in said
        assert "hide" in said.partition("line 3")[2]
    revision = tea.decide(f"* hide: {ids[ROOF]}, {ids[OOLONG]}", by=tea.editor)
    ran(tea)
    assert f"Special:PermanentLink/{revision}" in summary(tea)
    assert not {ROOF, OOLONG} & tea.entries().keys()
    assert "line 3" not in tea.reported()
    # Where the page was moved to is said; that it says nothing now isn't taken for a wish.
    tea.admin.post(action="move", **{"from": tea.settings}, to=f"{tea.page}/Rules")
    text = tea.text()
    assert f"{tea.page}/Rules" in tea.run("run").said
    assert tea.text() == text


def test_only_who_may_edit_the_page_decides_over_it(
    house: Callable[..., House], mediawiki: Wiki
) -> None:
    tea = house("Tea of rights")
    tea.hour("2031-03-12", SPRING)
    ran(tea, "--create")
    ids = tea.ids()
    tea.decide("Lines are put below.", by=tea.admin)
    tea.admin.post(action="protect", title=tea.page, protections="edit=sysop")
    # The bot is an administrator for this, as it must be to write a page so protected.
    rights = {"action": "userrights", "user": mediawiki.bot}
    tea.admin.post(**rights, add="sysop", token=tea.admin.token("userrights"))
    try:
        ignored = tea.decide(f"* hide: {ids[ROOF]}", by=tea.editor)
        done = kept(tea)
        assert ROOF in tea.entries()
        for said in (done.said, tea.reported()):
            assert f"evision {ignored} of" in said
            assert str(tea.editor.user) in said
        taken = tea.decide(f"* hide: {ids[DOG]}", by=tea.admin)
        ran(tea)
        assert f"Special:PermanentLink/{taken}" in summary(tea)
        assert DOG not in tea.entries()
        assert str(ignored) not in tea.reported()
        # The administrator's stays in force under the editor's.
        tea.decide(f"* hide: {ids[ROOF]}", by=tea.editor)
        kept(tea)
        assert [DOG in tea.entries(), ROOF in tea.entries()] == [False, True]
    finally:
        tea.admin.post(**rights, remove="sysop", token=tea.admin.token("userrights"))


SUMMER = {GREEN: "Lukewarm since the stove broke.", "Do you sell cups with a house?": "Soon."}
CUPS = "Do you sell cups with a house?"


def test_an_undone_edit_is_not_made_again_until_people_say_so(house: Callable[..., House]) -> None:
    tea = house("Tea undone")
    tea.hour("2031-03-12", SPRING)
    ran(tea, "--create")
    tea.hour("2032-05-06", SUMMER)
    ran(tea)
    text, bots = tea.text(), tea.newest()
    assert CUPS in tea.entries()

    undoing = tea.undo(bots, tea.editor)
    when = tea.admin.revisions(tea.page)[0]["timestamp"]
    for _ in range(2):
        done = refused(tea)
        for said in (done.last, tea.reported()):
            assert f"{tea.editor.user} undid the bot's last edit on {when}" in said
            assert f"restore the bot's revision {bots}" in said
            assert f"* resume: {undoing}" in said
            assert tea.settings in said
            assert f"--resume {undoing}" in said
    # First way: somebody restores the bot's revision.
    tea.write(text, by=tea.admin)
    kept(tea)
    assert "undid" not in tea.reported()
    # Second way: a line on the settings page, as the report gives it.
    undoing = tea.undo(bots, tea.editor)
    refused(tea)
    (line,) = re.findall(r"\* resume: \d+", tea.reported())
    assert line == f"* resume: {undoing}"
    revision = tea.decide(line, by=tea.editor)
    ran(tea)
    assert CUPS in tea.entries()
    assert f"Special:PermanentLink/{revision}" in summary(tea)
    # It clears that revert and none after it, such as an administrator's rollback of the bot.
    rollback = {"action": "rollback", "title": tea.page, "user": tea.run.user}
    tea.admin.post(**rollback, token=tea.admin.token("rollback"))
    assert CUPS not in tea.entries()
    done = refused(tea, "--resume", str(bots))
    assert f"{tea.admin.user} undid the bot's last edit" in done.last
    # Third way: the operator.
    assert f"--resume {tea.newest()}" in done.last
    ran(tea, "--resume", str(tea.newest()))
    assert CUPS in tea.entries()
    unchanged(tea)


def test_undoing_people_or_a_part_holds_nobody(house: Callable[..., House]) -> None:
    tea = house("Tea undone in part")
    tea.hour("2031-03-12", SPRING)
    ran(tea, "--create")
    tea.hour("2032-05-06", SUMMER)
    ran(tea)
    # An administrator undoes, with one click, what the editor did, below another edit.
    own = tea.write(tea.text().replace("Two sisters", "Three sisters"))
    tea.write(tea.text().replace("Bo does.", "Bo does, mostly."))
    tea.undo(own, tea.admin)
    assert "Two sisters" in tea.text()
    # The editor takes back one entry of two that the bot's last edit added or renewed.
    found = tea.editor.get(action="parse", page=tea.page, prop="sections")["parse"]["sections"]
    (section,) = (each["index"] for each in found if each["line"] == CUPS)
    tea.editor.post(action="edit", title=tea.page, section=section, text="")
    lost = tea.admin.revisions(tea.page)[0]["revid"]
    ran(tea)
    entries = tea.entries()
    assert CUPS not in entries
    assert "Lukewarm since the stove broke." in entries[GREEN]
    assert "Bo does, mostly." in entries[ROOF]
    assert f"Special:Diff/{lost}|removed]] by {tea.editor.user}" in tea.reported()
    unchanged(tea)


def test_a_vandals_work_is_not_learned(house: Callable[..., House]) -> None:
    tea = house("Tea and vandals")
    tea.hour("2031-03-12", SPRING)
    ran(tea, "--create")
    good, most = tea.text(), list(SPRING)[:8]
    for bad, why in (("", "wikifaq:begin"), (tea.without(*most), "8 of the 10 entries")):
        vandals = tea.write(bad)
        done = refused(tea)
        assert why in done.last
        assert why in plain(tea.reported())
        tea.write(good, by=tea.admin)
    line = "* accept loss: "
    assert f"{line}{vandals}" in tea.reported()
    assert "* restore:" not in tea.reported()
    kept(tea)
    assert not tea.gone()

    # The loss is meant, says a line with its revision.
    tea.hour("2032-05-06", SUMMER)
    meant = tea.write(tea.without(*most))
    revision = tea.decide(f"{line}{meant}", by=tea.editor)
    ran(tea)
    entries = tea.entries()
    assert {*entries} == {CUPS, *list(SPRING)[8:]}
    assert len(tea.gone()) >= len(most)
    assert f"Special:PermanentLink/{revision}" in summary(tea)
    unchanged(tea)


def plain(wikitext: str) -> str:
    """What a wikitext without links and templates shows."""
    return re.sub(r"&#(\d+);", lambda code: chr(int(code[1])), wikitext)


def test_the_report_gives_for_each_matter_the_line_that_settles_it(
    house: Callable[..., House],
) -> None:
    tea = house("Tea of reports", review='hold = ["secret"]')
    twin = "Is there a ramp for a pram at the door of the house?"
    old = {**SPRING, twin: "A long one.", HELD: "Nobody tells."}
    prose = "\nThe cups lay about all afternoon and the rain went on.\n"
    tea.hour("2031-03-12", asked(old) + prose)
    done = ran(tea)
    assert tea.admin.text(tea.report) is None
    assert f"no report page '{tea.report}'; run with --create" in done.said
    ran(tea, "--create")
    ids = tea.ids()
    first = tea.reported()
    (held,) = re.findall(r"\* publish: (faq-[a-z0-9]+)", first)
    assert held not in ids.values()
    pair = {f"{ids[RAMP]}, {ids[twin]}", f"{ids[twin]}, {ids[RAMP]}"}
    for keyword in ("merge", "split"):
        assert pair & set(re.findall(rf"<code>\* {keyword}: ([^<]*)</code>", first))
    assert re.search(r"Special:PermanentLink/\d+\|[^\]]*2031-03-12\]\].*1 passage\b", first)

    # People write around the report, edit an entry whose source then changes, and remove another.
    saved(tea.editor, tea.report, f"Our own words.\n\n{first}\n\nAnd ours below.")
    tea.write(tea.text().replace("Two sisters on a hill.", "Two sisters, says the editor."))
    removing = tea.write(tea.without(DOG))
    tea.hour("2031-03-12", asked({**old, OOLONG: "Four sisters on a hill."}) + prose)
    ran(tea)
    report = tea.reported()
    assert report.startswith("Our own words.\n\n<!-- wikifaq:begin -->\n")
    assert report.endswith("\n<!-- wikifaq:end -->\n\nAnd ours below.")
    assert "says the editor." in tea.entries()[OOLONG]
    (offered,) = re.findall(rf"(?ms)#{ids[OOLONG]}\|.*?\]\]\n(.*?)(?=^\* |^$)", report)
    assert "Four sisters on a hill." in offered
    (removed,) = (line for line in report.splitlines() if ids[DOG] in line)
    assert f"[[Special:Diff/{removing}|removed]] by {tea.editor.user}" in removed
    assert DOG in removed
    (restore,) = re.findall(r"<code>(\* restore: .*?)</code>", removed)
    unchanged(tea)

    # The line brings the entry back, once.
    tea.decide(restore, by=tea.editor)
    ran(tea)
    assert tea.ids()[DOG] == ids[DOG]
    assert restore not in tea.reported()
    tea.write(tea.without(DOG))
    ran(tea)
    assert DOG not in tea.entries()
    assert restore in tea.reported()
    unchanged(tea)


def test_what_is_held_is_counted_and_not_shown(house: Callable[..., House]) -> None:
    tea = house("Tea held", review='hold = "all"')
    tea.hour("2031-03-12", SPRING)
    done = ran(tea, "--create")
    assert tea.entries() == {}
    held = re.findall(r"\* publish: (faq-[a-z0-9]+)", tea.reported())
    assert len(held) == len(SPRING)
    assert f"{len(SPRING)} held" in done.out
    shown = tea.text() + tea.reported() + done.out
    for question, answer in SPRING.items():
        assert question not in shown
        assert answer not in shown
    tea.decide(f"* publish: {held[2]}, {held[5]}", by=tea.editor)
    ran(tea)
    assert set(tea.ids().values()) == {held[2], held[5]}
    # What stands once stays, whatever becomes of the line.
    tea.decide("None are held.", by=tea.editor)
    kept(tea)
    assert set(tea.ids().values()) == {held[2], held[5]}


def test_every_former_anchor_is_in_the_html_of_both_parsers(house: Callable[..., House]) -> None:
    tea = house("Tea of anchors")
    tea.hour("2031-03-12", SPRING)
    ran(tea, "--create")
    ids = tea.ids()
    tea.write(tea.text().replace(f"=== {OOLONG} ===", '=== Who grows & picks the "oolong"? ==='))
    ran(tea)
    tea.write(tea.text().replace('=== Who grows & picks the "oolong"? ===', "=== Oolong ==="))
    tea.decide(
        f"* merge: {ids[OPEN]}, {ids[RAMP]}",
        f"* question: {ids[SUGAR]} = How sweet is it?",
        by=tea.editor,
    )
    ran(tea)
    (lost,) = {OPEN, RAMP} - tea.entries().keys()
    former = [OOLONG, 'Who grows & picks the "oolong"?', lost, SUGAR]
    anchors = [each.replace(" ", "_") for each in former] + list(ids.values())
    for html in (tea.admin.html(tea.page), tea.admin.parsoid(tea.page)):
        found = ids_in(html)
        assert [found.count(each) for each in anchors] == [1] * len(anchors)
        assert found.count("Oolong") == 1
        assert not collapsed(html) & set(anchors)
    unchanged(tea)


class _Ids(HTMLParser):
    """The ids of a page, and those in what a skin shows collapsed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.collapsed: set[str] = set()
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        inside = any(self._open) or "mw-collapsed" in (given.get("class") or "").split()
        if given.get("id"):
            self.found.append(given["id"] or "")
            if inside:
                self.collapsed.add(given["id"] or "")
        if tag == "div":
            self._open.append(inside)

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._open:
            self._open.pop()


def ids_in(html: str) -> list[str]:
    reader = _Ids()
    reader.feed(html)
    return reader.found


def collapsed(html: str) -> set[str]:
    reader = _Ids()
    reader.feed(html)
    return reader.collapsed
