"""The words of a rendered FAQ: what is shown at first, and what is collapsed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from count_words import Words, count, described, main

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<style>.never { read: this }</style>
<p>Four words of introduction.<br>Two more.</p>
<h2><span id="Tea">Tea</span><span class="mw-editsection">[<a href="#">edit</a>]</span></h2>
<ul><li><a href="#faq-a">Is it <b>h</b>ot?</a></li></ul>
<h3>Is it <b>h</b>ot?<span class="mw-editsection">[edit]</span></h3>
<p><span id="faq-a"></span>Yes, <i>very</i> hot.</p>
<ul><li>The whole answer:
<div class="mw-collapsible mw-collapsed"><p>It is<br>boiling<p>and <b>more</b> than that
<div class="mw-collapsible">here, too</div></div> seen</li></ul>
<h3>May dogs come in?</h3>
<p>No.</p>
<h2>Other questions</h2>
<h3>猫はいますか</h3>
<p>います。</p>
"""


def test_what_is_collapsed_counts_among_all_and_not_among_the_shown() -> None:
    counted = count(PAGE)
    assert counted.introduction == Words("", 6, 6)
    assert counted.topics == (Words("Tea", 4, 4), Words("Other questions", 2, 2))
    assert counted.entries[0] == Words("Is it hot?", 3 + 3 + 3 + 1, 3 + 3 + 3 + 1 + 9)
    assert counted.entries[1] == Words("May dogs come in?", 5, 5)
    assert counted.whole.shown == sum(
        each.shown for each in (counted.introduction, *counted.topics, *counted.entries)
    )


def test_words_are_counted_where_no_spaces_part_them() -> None:
    entry = count(PAGE).entries[2]
    assert entry.name == "猫はいますか"
    assert entry.shown == entry.all > 2


def test_a_page_without_entries_is_all_introduction() -> None:
    counted = count("<p>Nobody asked.")
    assert (counted.whole, counted.entries) == (Words("", 2, 2), ())
    assert described(counted).startswith("2 words are shown at first, of 2 in all")


def test_the_figures_of_a_saved_page_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "faq.html"
    file.write_text(PAGE, encoding="utf-8")
    main([str(file)])
    said = capsys.readouterr().out
    assert "of 3 entries" in said
    assert "Is it hot? (10 of 19)" in said
    main([str(file), "--json"])
    data = json.loads(capsys.readouterr().out)
    assert data["entries"][1] == {"name": "May dogs come in?", "shown": 5, "all": 5}
    assert data["whole"]["all"] - data["whole"]["shown"] == 9


@pytest.mark.parametrize(
    "arguments", [[], ["a.html", "--wiki", "b"], ["--wiki", "b"], ["--page", "c"]]
)
def test_one_page_must_be_named(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "Name a file, or both --wiki and --page." in capsys.readouterr().err


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"none\.html can't be read"):
        main([str(tmp_path / "none.html")])
