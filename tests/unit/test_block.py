"""The tree of blocks partitions a page and nests as MediaWiki does."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.model import Page
from wikifaq.transcript import read
from wikifaq.transcript.block import tree

if TYPE_CHECKING:
    from wikifaq.transcript.block import Block

FRAGMENTS = st.sampled_from([
    "* ", "** ", "#", "#:", ":", "; ", "== x ==", "=", "\n", "\n\n", "\r\n", "\r", " ", "word", "?",
    "{{", "}}", "{|\n|-\n| a\n|}", "<!--", "-->", "<!-- a\nb -->", "<nowiki>", "</nowiki>", "<pre>",
    "</pre>", "[[", "]]", "'''", "<p>", "</p>", "<div>\n", "</div>", "{{a\n|b}}", "<ref>\n</ref>",
    "Ana: ", "----", "\t", "\x00", "é", "[[Category:X]]", "|", "&nbsp;", "&#xD800;", "&#x110000;", "&#0;", "&bogus;", "&#9999999999999;",
])  # fmt: skip
PAGES = st.lists(FRAGMENTS | st.text(max_size=3), max_size=40).map("".join)


def shape(block: Block, text: str) -> list[object]:
    """Marks (or kind) and body of each child, nested."""
    return [
        [child.marks or child.kind, text[child.body.start : child.body.end], *shape(child, text)]
        for child in block.children
        if child.kind != "blank"
    ]


@tries(400)
@given(PAGES)
def test_spans_partition_the_page(text: str) -> None:
    spans = [block.span for block in tree(text).walk()]
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(a.end == b.start for a, b in itertools.pairwise(spans))


def test_lists_may_nest_as_deep_as_they_like() -> None:
    text = "".join(f"{'*' * depth} a\n" for depth in range(1, 3001))
    root = tree(text)
    assert sum(1 for _ in root.walk()) == 3001
    assert root.children[0].extent == (0, len(text))
    assert read(Page("Hour", f"* Why?\n{text}")).entries == ()


@tries(200)
@given(PAGES)
def test_bodies_lie_in_their_blocks(text: str) -> None:
    for block in tree(text).walk():
        assert block.span.start <= block.body.start <= block.body.end <= block.span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* a\n** b\n** c\n* d", [["*", "a", ["**", "b"], ["**", "c"]], ["*", "d"]]),
        ("# a\n#: b\n#:: c\n# d", [["#", "a", ["#:", "b", ["#::", "c"]]], ["#", "d"]]),
        ("* a\n: b", [["*", "a"], [":", "b"]]),
        ("* a\n#* b", [["*", "a"], ["#*", "b"]]),
        ("a\nb\n\nc", [["paragraph", "a\nb"], ["paragraph", "c"]]),
        (
            "== h ==\nx\n=== i ===\ny\n== j ==",
            [["heading", "h", ["paragraph", "x"], ["heading", "i", ["paragraph", "y"]]], ["heading", "j"]],
        ),
        ("* a {{t\n| b\n}} c\n* d", [["*", "a {{t\n| b\n}} c"], ["*", "d"]]),
        ("* a <!-- x\n* y --> b\n* c", [["*", "a <!-- x\n* y --> b"], ["*", "c"]]),
        ("* a <nowiki>\n* </nowiki> b", [["*", "a <nowiki>\n* </nowiki> b"]]),
        ("{|\n* a\n|}\nb", [["table", "{|\n* a\n|}"], ["paragraph", "b"]]),
        ("<div>\n* a {{b\n|c}}\n</div>", [["paragraph", "<div>"], ["*", "a {{b\n|c}}"], ["paragraph", "</div>"]]),
        ("== a <!-- b --> == <!--T:1-->\nc", [["heading", "a <!-- b -->", ["paragraph", "c"]]]),
        ("* a {{b\n* c}} d", [["*", "a {{b"], ["*", "c}} d"]]),
        ("* a {{{{<b>\n* c}}}} d", [["*", "a {{{{<b>"], ["*", "c}}}} d"]]),
        ("* a <!-- b\n* c", [["*", "a <!-- b\n* c"]]),
        ("* a <nowiki>\n* c", [["*", "a <nowiki>"], ["*", "c"]]),
        ("----\na", [["rule", "----"], ["paragraph", "a"]]),
    ],
)  # fmt: skip
def test_nesting(text: str, expected: list[object]) -> None:
    assert shape(tree(text), text) == expected
