"""The text browser shows what a person sees in the viewport, and does what one does there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from text_browser import Refused, Window, browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_wiki import Wiki
    from playwright.sync_api import Browser

TITLE = "Tea for text browsers"
TEXT = """\
The kettle '''sings loudly''' at [[Tea for text browsers/Noon|noon, in the garden]].

<div class="mw-collapsible mw-collapsed" data-expandtext="Open" data-collapsetext="Close">
The lid
<div class="mw-collapsible-content">Folded leaves</div>
</div>
<div style="position: absolute; clip: rect(0,0,0,0); height: 1px; width: 1px; overflow: hidden">
Unseen words</div>
[[#faraway|Down]], [https://example.org outside]

""" + "\n\n".join(f"Row {number} has a pot." for number in range(60))
TEXT += '\n\n<span id="faraway">At the bottom stands a pot.</span>'


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    try:
        with browser() as found:
            yield found
    except Refused as problem:
        if os.environ.get("CI") == "true":
            pytest.fail(str(problem), pytrace=False)
        pytest.skip(str(problem))


@pytest.fixture
def window(mediawiki: Wiki, chromium: Browser) -> Iterator[Window]:
    editor = mediawiki.session(mediawiki.editor)
    editor.edit(TITLE, TEXT)
    editor.edit(f"{TITLE}/Noon", "The sun is high.")
    window = Window(chromium, mediawiki.base)
    window.open(f"/wiki/{TITLE.replace(' ', '_')}")
    yield window
    window.close()


def shown(window: Window) -> str:
    return "\n".join(line.text for line in window.view().lines)


def number(window: Window, label: str) -> int:
    before = shown(window).split(f": {label}")[0]
    return int(before.rpartition("[")[2])


def test_what_is_hidden_or_below_is_not_shown(window: Window) -> None:
    text = shown(window)
    assert "The kettle *sings loudly* at [1: noon, in the garden]." in text
    assert "Row 0 has" in text
    assert not any(word in text for word in ("Folded", "Unseen", "Row 59", "bottom"))


def test_words_are_counted_and_those_of_links_apart(window: Window) -> None:
    line = next(line for line in window.view().lines if "kettle" in line.plain)
    assert line.plain == "The kettle sings loudly at noon, in the garden."
    assert (line.words, line.linked) == (9, 4)


def test_a_toggle_unfolds(window: Window) -> None:
    window.click(number(window, "Open"))
    assert "Folded leaves" in shown(window)


def test_a_link_leads_on_and_back_returns(window: Window) -> None:
    window.click(number(window, "noon"))
    assert "The sun is high." in shown(window)
    window.back()
    assert "The kettle" in shown(window)
    with pytest.raises(Refused, match="nothing to go back to"):
        window.back()


def test_a_link_within_the_page_scrolls(window: Window) -> None:
    window.click(number(window, "Down"))
    assert "At the bottom" in shown(window)
    assert "The kettle" not in shown(window)


def test_links_out_of_the_wiki_and_numbers_not_shown_are_refused(window: Window) -> None:
    with pytest.raises(Refused, match="out of the wiki"):
        window.click(number(window, "outside"))
    with pytest.raises(Refused, match=r"no \[99: …\]"):
        window.click(99)


def test_scrolling_ends_at_the_end(window: Window) -> None:
    seen = shown(window)
    for _ in range(20):
        try:
            window.scroll()
        except Refused:
            break
        seen += shown(window)
    assert window.view().down == 1
    assert all(f"Row {each} has" in seen for each in range(60))
    window.scroll(up=True)
    assert window.view().down < 1


def test_find_goes_from_place_to_place_and_begins_anew(window: Window) -> None:
    assert [window.find("A POT") for _ in range(2)] == [(1, 61), (2, 61)]
    assert "»a« »pot.«" in shown(window)
    assert window.find("bottom") == (1, 1)
    assert "At the »bottom«" in shown(window)
    assert window.find("has a pot")[0] > 1  # from here on
    for unseen in ("Folded", "Unknown"):
        with pytest.raises(Refused, match="doesn't show"):
            window.find(unseen)
