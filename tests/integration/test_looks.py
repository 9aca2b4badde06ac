"""What readers get to see: the FAQ in three skins, on a desktop and a phone, aloud and on paper.

The pages are found by their anchors and by roles, so that templates may change. All of them are
opened once, by nobody who is logged in; each test brings them into the state that it looks at.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import ferry
import pytest
from looks import AROUND, DESKTOP, PHONE, reader
from runs import operator
from visual_editor import NoBrowser

from wikifaq.model import Page
from wikifaq.page.direction import direction
from wikifaq.transcript import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from local_wiki import Wiki
    from looks import Look, Reader

SKINS = ("vector", "vector-2022", "minerva")
HOURS = "Lights/Conversation hour"  # of the examples, apart from where other tests put them
EXAMPLES = f"{HOURS} FAQ"
TITLES = (ferry.PAGE, EXAMPLES)
LEAST_CONTRAST = 4.5  # WCAG 2.1, 1.4.3, for text of any size
A4 = 718  # the width of a sheet less its margins, in CSS pixels
UNBROKEN = re.compile(r"\S{40}")


@pytest.fixture(scope="module")
def faqs(
    mediawiki: Wiki, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[frozenset[str]]:
    """The titles of the FAQs, made by runs. All of it is gone from the wiki afterwards."""
    admin = mediawiki.session(mediawiki.admin)
    folder = root / "wikifaq" / "examples"
    there = {
        file.relative_to(folder / "pages").with_suffix("").as_posix(): file.read_text("utf-8")
        for file in sorted((folder / "pages").rglob("*.wikitext"))
    }
    examples = {f"Lights/{name}": text for name, text in there.items()}
    configured = (folder / "wikifaq.toml").read_text("utf-8")
    made = {
        EXAMPLES: (examples, configured.replace("Conversation hour", HOURS)),
        ferry.PAGE: (ferry.PAGES, ferry.CONFIGURATION),
    }
    numbers: dict[str, int] = {}
    for title, (pages, configuration) in made.items():
        for name, text in {**pages, title: AROUND}.items():
            numbers[name] = admin.edit(name, text)["edit"]["pageid"]
        run = operator(tmp_path_factory.mktemp("operator"), mediawiki)
        run.configure(configuration)
        if title == ferry.PAGE:
            admin.edit(f"{title}/Settings", decided(numbers))
        done = run("run")
        assert done.status == 0, done.said
    yield frozenset(made)
    token = admin.token()
    for prefix in ("Ferry/", "Lights/"):
        asked = {"action": "query", "list": "allpages", "apprefix": prefix, "aplimit": "max"}
        for each in admin.get(**asked)["query"]["allpages"]:
            admin.post(action="delete", title=each["title"], token=token)


def decided(numbers: Mapping[str, int]) -> str:
    """The settings page, by which entries show more; ``numbers`` are the ids of the pages."""
    ids = {
        entry.question: f"faq-{entry.id}"
        for title, text in ferry.PAGES.items()
        for entry in read(Page(title, text, page_id=numbers[title])).entries
    }
    return f"* outdated: {ids[ferry.SMOKE]}\n* extract: {ids[ferry.ENGINES]} = {ferry.EXTRACT}\n"


@pytest.fixture(scope="module")
def chromium(mediawiki: Wiki, faqs: frozenset[str]) -> Iterator[Reader]:
    assert faqs == set(TITLES)
    try:
        with reader(mediawiki) as started:
            yield started
    except NoBrowser as problem:
        if os.environ.get("CI") == "true":
            pytest.fail(str(problem), pytrace=False)
        pytest.skip(str(problem))


@pytest.fixture(params=[(title, skin) for title in TITLES for skin in SKINS], ids=" in ".join)
def look(request: pytest.FixtureRequest, chromium: Reader) -> Look:
    """A page in a skin, all collapsed that the skin collapses."""
    title, skin = request.param
    return chromium.open(title, skin)


@pytest.fixture(params=SKINS)
def full(request: pytest.FixtureRequest, chromium: Reader) -> Look:
    """The page whose entries show all that one can show."""
    return chromium.open(ferry.PAGE, request.param)


@pytest.fixture(params=[skin for skin in SKINS if skin != "minerva"])
def folded(request: pytest.FixtureRequest, chromium: Reader) -> Look:
    """The same in a skin that collapses."""
    return chromium.open(ferry.PAGE, request.param)


def headings(look: Look) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = look.asked("outline")
    return found


def test_headings_are_topics_and_entries_with_their_anchors_right_behind(look: Look) -> None:
    found = headings(look)
    assert [each["level"] for each in found][:2] == [2, 3]
    assert {each["level"] for each in found} == {2, 3}
    for each in found:
        start = "faq-topic-" if each["level"] == 2 else "faq-"
        assert [one for one in each["anchors"] if one.startswith(start)], each
    assert len({each["text"] for each in found}) == len(found)


def test_no_id_stands_twice_on_the_page(look: Look) -> None:
    twice = [name for name, times in Counter(look.asked("ids")).items() if times > 1]
    assert not twice


def test_each_link_within_the_page_leads_to_the_heading_that_it_names(look: Look) -> None:
    links = look.asked("links")
    entries = [each for each in headings(look) if each["level"] == 3]
    assert {each["text"] for each in entries} & {each["text"] for each in links}
    for link in links:
        assert link["heading"] == link["text"], link
        assert not link["between"], link
    topics = {each["text"] for each in headings(look) if each["level"] == 2}
    assert topics <= {each["text"] for each in links}


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_click_on_a_link_within_the_page_brings_its_heading_into_view(
    look: Look, width: int
) -> None:
    look.resize(width)
    found = look.asked("follow")
    assert all(each["hash"] == each["to"] for each in found)
    for each in found:
        # An entry's own anchor stands below its heading, which is then right above the window.
        if each["to"].startswith("#faq-") and not each["end"]:
            assert abs(each["target"]) < 100, each
            assert -2 < each["target"] - each["heading"] < 60, each
        else:
            assert each["seen"], each
    # That is not for the contents and the indexes, where their headings can be linked to.
    listed = [each["seen"] for each in found if each["listed"]]
    assert sum(listed) > 0.9 * len(listed) > 0


def test_what_is_long_is_collapsed_and_opens_by_mouse_and_by_keys(folded: Look) -> None:
    toggles, page = folded.toggles, folded.page
    assert len(folded.shown_at_first) >= 5
    assert not any(folded.shown_at_first)
    assert toggles.count() == len(folded.shown_at_first)
    for at, key in enumerate(("Enter", "Space", "")):
        toggle = toggles.nth(at)
        # From the last link before it the tabulator leads to it.
        toggle.evaluate("toggle => look.before(toggle).focus()")
        page.keyboard.press("Tab")
        assert toggle.evaluate("toggle => toggle === document.activeElement")
        for opened in (True, False, True):
            if key:
                page.keyboard.press(key)
            else:
                toggle.click()
            assert toggle.get_attribute("aria-expanded") == str(opened).lower()
            assert folded.asked("collapsed")[at]["shown"] == opened
    folded.unfold(unfolded=True)
    assert all(part["shown"] for part in folded.asked("collapsed"))


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_what_is_expanded_is_as_wide_and_as_large_as_the_rest(look: Look, width: int) -> None:
    look.resize(width)
    look.unfold(unfolded=True)
    for part in look.asked("collapsed"):
        assert part["shown"]
        assert part["width"] > 0.8 * part["around"]
    (size,) = {each["size"] for each in look.asked("people")}
    assert not [each["text"] for each in look.asked("texts") if each["size"] < size]


def test_a_link_into_what_is_collapsed_expands_it(folded: Look) -> None:
    place = "document.querySelectorAll('[data-ours] .mw-collapsible p')"
    folded.asked("mark")
    inside = folded.page.evaluate(f"[...{place}].map((each, n) => each.id = 'inside-' + n)")
    for name in (inside[0], inside[-1]):
        folded.page.evaluate("name => { location.hash = name }", name)
        folded.page.wait_for_function(
            "name => { const top = document.getElementById(name).getBoundingClientRect().top;"
            "return top > -2 && top < innerHeight; }",
            arg=name,
        )
        assert folded.page.locator(f"#{name}").is_visible()
    folded.page.evaluate(f"{place}.forEach(each => each.removeAttribute('id'))")


@pytest.mark.parametrize("skin", SKINS)
def test_without_scripts_all_of_it_is_there_in_order(chromium: Reader, skin: str) -> None:
    plain = chromium.open(ferry.PAGE, skin, scripts=False)
    texts = plain.asked("texts")
    assert all(each["shown"] for each in texts)
    assert not plain.toggles.count()
    expanded = chromium.open(ferry.PAGE, skin)
    expanded.unfold(unfolded=True)
    buttons = set(expanded.toggles.all_inner_texts())
    assert len(buttons) == expanded.collapses
    words = [each["text"] for each in expanded.asked("texts") if each["shown"]]
    assert [each["text"] for each in texts] == [each for each in words if each not in buttons]


def test_nothing_is_empty_said_twice_or_begun_by_a_blank_line(look: Look) -> None:
    assert not look.asked("empty")
    assert not look.asked("broken")
    assert not [one for one, other in pairwise(look.asked("blocks")) if one == other]


def test_what_can_be_collapsed_has_a_label_that_reads_well_expanded(look: Look) -> None:
    labels = look.asked("labels")
    assert labels
    for label in labels:
        assert re.match(r"\w+ \w+", label), label
        assert not re.search(r"expand|collapse|show|hide|click|[\[\]<>{}|]", label, re.IGNORECASE)


def test_nothing_stands_out_at_the_side_of_a_phone(look: Look) -> None:
    look.resize(PHONE)
    look.unfold(unfolded=True)
    assert not look.asked("boxes")
    edge = look.asked("edge")
    wide = [each["text"] for each in look.asked("texts") if each["right"] > edge + 1]
    if look.skin == "minerva":
        assert not wide
        assert look.asked("width") <= PHONE
    # The skins for desktops break no words, on no page.
    assert not [each for each in wide if not UNBROKEN.search(each)]


def test_links_and_buttons_are_as_large_as_the_skins_own(look: Look) -> None:
    look.resize(PHONE)
    own = min(each["height"] for each in look.asked("people"))
    look.unfold(unfolded=True)
    look.asked("mark")
    heights = look.page.locator("[data-ours] a, [data-ours] [role=button]").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= own


def test_paper_has_of_each_entry_its_date_its_speaker_and_its_source(full: Look) -> None:
    full.resize(A4)
    full.page.emulate_media(media="print")
    entries = {each["heading"]: each for each in full.asked("entries")}
    assert list(entries) == [each["text"] for each in headings(full) if each["level"] == 3]
    for entry in entries.values():
        assert re.search(r"\d{1,2} [A-Z]\w+ \d{4}", entry["text"]), entry
        assert [link for link in entry["links"] if "PermanentLink" in link], entry
    for speaker in ("Ines Varga", "Tomas Lind"):
        assert speaker in entries[ferry.BERTHS]["text"]
    pdf = full.page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 1


def test_paper_has_what_was_expanded_and_the_labels_of_the_rest(full: Look) -> None:
    labels = full.asked("labels")
    full.page.emulate_media(media="print")
    # Where a skin collapses it takes out what is collapsed by a style that nothing here can undo.
    assert [part["shown"] for part in full.asked("collapsed")] == [not full.collapses] * len(labels)
    text = " ".join(full.asked("words").split())
    assert all(label in text for label in labels)
    full.page.emulate_media(media="screen")
    full.unfold(unfolded=True)
    full.page.emulate_media(media="print")
    assert all(part["shown"] for part in full.asked("collapsed"))


def test_entries_show_what_people_decided_and_what_they_follow(full: Look) -> None:
    entries = {each["heading"]: each["text"] for each in full.asked("entries")}
    assert "outdated" in entries[ferry.SMOKE]
    assert ferry.EXTRACT in entries[ferry.ENGINES]
    assert ferry.BICYCLE in entries[ferry.NIGHT]
    assert UNBROKEN.search(" ".join(entries.values()))


def test_nothing_has_a_colour_of_ours(look: Look) -> None:
    assert not look.asked("coloured")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_each_text_is_told_from_its_background(look: Look, dark: bool) -> None:
    look.unfold(unfolded=True)
    look.darken(dark=dark)
    found = [each for each in look.asked("texts") if each["shown"]]
    assert len(found) > 50
    assert not [each for each in found if each["contrast"] < LEAST_CONTRAST]


def test_text_that_is_read_from_the_right_says_so(full: Look) -> None:
    directions = {each["text"]: each["direction"] for each in full.asked("texts")}
    for text, shown in directions.items():
        assert shown == (direction(text) or shown), text
    assert directions[ferry.RIGHT_TO_LEFT] == directions[ferry.LEFT_OF_RIGHT] == "rtl"


def test_a_screen_reader_hears_headings_links_and_lists_in_their_order(full: Look) -> None:
    heard = full.heard()
    assert [(each.level, each.name) for each in heard if each.role == "heading"] == [
        (each["level"], each["text"]) for each in headings(full)
    ]
    assert all(each.name for each in heard if each.role in ("link", "button"))
    items = [each for each in heard if each.role == "listitem"]
    assert len(items) > 10
    assert all(each.inside[-1] == "list" for each in items)


def test_a_screen_reader_hears_a_topics_questions_before_its_entries(full: Look) -> None:
    topics: list[tuple[list[str], list[str]]] = []
    for each in full.heard():
        if each.role == "heading" and each.level == 2:
            topics.append(([], []))
        elif each.role == "heading":
            topics[-1][1].append(each.name)
        elif each.role == "link" and "listitem" in each.inside and topics and not topics[-1][1]:
            topics[-1][0].append(each.name)
    assert len(topics) > 1
    assert max(len(index) for index, _ in topics) > 2
    assert all(index == entries for index, entries in topics if index)


def test_a_screen_reader_hears_what_a_button_expands(folded: Look) -> None:
    heard, labels = folded.heard(), folded.asked("labels")
    buttons = [at for at, each in enumerate(heard) if each.role == "button"]
    assert len(buttons) == len(labels)
    for at, label in zip(buttons, labels, strict=True):
        # Its own name says it, or the text right before it in the same item of a list.
        button = heard[at]
        before = [each for each in heard[:at] if each.role == "StaticText" and each.name][-1]
        in_its_item = "listitem" in button.inside and before.inside[: len(button.inside)]
        assert button.name == label or (before.name == label and in_its_item == button.inside)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_axe_finds_nothing_serious(full: Look, width: int) -> None:
    full.resize(width)
    for unfolded in (False, True) if full.collapses else (True,):
        full.unfold(unfolded=unfolded)
        for dark in (False, True):
            full.darken(dark=dark)
            assert not full.violations()


@pytest.mark.parametrize("skin", SKINS)
def test_axe_finds_nothing_serious_in_a_longer_page(chromium: Reader, skin: str) -> None:
    look = chromium.open(EXAMPLES, skin)
    look.unfold(unfolded=True)
    assert not look.violations()
