"""The tree of blocks partitions a page and nests as MediaWiki does."""

from __future__ import annotations

import itertools
import time
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
    "Ana: ", "----", "; a : b", ";; ", ":{|", "|}", "<ol>", "</ol>", "<ul>", "</ul>", "<li>", "</li>", "<dl>", "<dt>", "<dd>", "</dl>",
    "<div class=a>", "<center>", "</center>", "<noinclude>", "</noinclude>", "<section begin=a />", "__NOTOC__", "<h2>", "</h2>",
    "<span\nid=a>", "[[a|b\nc]]", "-{", "}-", "http://a.b", "{{t}}", "{{#if:", "==", " x\n", "\t", "\x00", "é", "[[Category:X]]", "|", "&nbsp;", "&#xD800;", "&#x110000;", "&#0;", "&bogus;", "&#9999999999999;",
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


@tries(400)
@given(PAGES)
def test_blocks_stand_in_what_holds_them(text: str) -> None:
    for block in tree(text).walk():
        assert block.span.start <= block.body.start <= block.body.end <= block.span.end
        assert block.kind == "page" or block.span.start < block.span.end
        assert not block.children or block.kind in {"page", "heading", "item"}
        assert bool(block.level) == (block.kind == "heading")
        assert block.marks if block.kind == "item" else block.kind == "table" or not block.marks
        ends = [block.span.end, *(child.extent.end for child in block.children)]
        assert [child.span.start for child in block.children] == ends[:-1]


@pytest.mark.parametrize(
    "unit",
    ["{{a|", "{{", "<!-- -->", "<pre ", "<pre>", "[[a|b\n", "\n{|", "<div>", "<ol><li>", "</ul><ol>", "<h2>", "; <b>a:",
     "\n*;a:b", "*", ";", "=", "== ", "\n----", " ", "\n \n", "<li>\n* a\n", "<span\n", "'''a:", "\r", "__A__ "],
)  # fmt: skip
def test_time_grows_as_the_text_does(unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        for opening in ("", "; ", "* <div>", "== "):
            tree(opening + unit * (length // len(unit)))
        return time.process_time() - start

    # Twenty times the text: twenty times the time. The square would be 400 times.
    assert seconds(200_000) < 100 * seconds(10_000) + 1


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
        ("<div>\n* a {{b\n|c}}\n</div>", [["tag", "<div>"], ["*", "a {{b\n|c}}"], ["tag", "</div>"]]),
        ("== a <!-- b --> == <!--T:1-->\nc", [["heading", "a <!-- b -->", ["paragraph", "c"]]]),
        ("* a {{b\n* c}} d", [["*", "a {{b"], ["*", "c}} d"]]),
        ("* a {{{{<b>\n* c}}}} d", [["*", "a {{{{<b>"], ["*", "c}}}} d"]]),
        ("* a <!-- b\n* c", [["*", "a <!-- b\n* c"]]),
        ("* a <nowiki>\n* c", [["*", "a <nowiki>"], ["*", "c"]]),
        ("----\na", [["rule", "----"], ["paragraph", "a"]]),
        # Lists, as the block pass nests them.
        ("* a\n*** b\n** c", [["*", "a", ["***", "b"], ["**", "c"]]]),
        ("## a\n# b", [["##", "a"], ["#", "b"]]),
        (": a\n; b\n: c", [[":", "a"], [";", "b"], [":", "c"]]),
        ("; a\n:* b", [[";", "a"], [":*", "b"]]),
        (": a\n:* b\n;* c", [[":", "a", [":*", "b"], [";*", "c"]]]),
        ("; a : b\n:* c", [[";", "a"], [":", "b", [":*", "c"]]]),
        ("* a\n\n** b", [["*", "a"], ["**", "b"]]),
        ("* a\n<!-- b -->\n** c", [["*", "a", ["comment", "<!-- b -->"], ["**", "c"]]]),
        # Terms and their definitions on one line.
        ("; a : b", [[";", "a"], [":", "b"]]),
        ("*; a: b:c", [["*;", "a"], ["*:", "b:c"]]),
        (";; a : b : c", [[";", "a"], [":;", "b"], ["::", "c"]]),
        ("; a : b\n; c : d", [[";", "a"], [":", "b"], [";", "c"], [":", "d"]]),
        (";* a : b\n;* c : d", [[";", "a"], [":*", "b"], [";*", "c : d"]]),
        ("; [[a:b|c:d]] e : f", [[";", "[[a:b|c:d]] e"], [":", "f"]]),
        ("; {{a:b}} c : d", [[";", "{{a:b}} c"], [":", "d"]]),
        ("; <b>a:b</b><br />c : d", [[";", "<b>a:b</b><br />c"], [":", "d"]]),
        ("; a<br>b : c", [[";", "a<br>b : c"]]),
        ("; <b>a : b", [[";", "<b>a : b"]]),
        ("; <x>a : b", [[";", "<x>a"], [":", "b"]]),
        ("; '''a:''' b : c", [[";", "'''a:''' b"], [":", "c"]]),
        ("; -{a:b}- c : d", [[";", "-{a:b}- c"], [":", "d"]]),
        ("; -{a : b", [[";", "-{a : b"]]),
        ("; http://a.b/c : d", [[";", "http://a.b/c"], [":", "d"]]),
        ("; http://a.b: d", [[";", "http://a.b"], [":", "d"]]),
        ("; [//a.b c:d] e:f", [[";", "[//a.b c:d] e"], [":", "f"]]),
        ("; <nowiki>a:b</nowiki> : c", [[";", "<nowiki>a:b</nowiki>"], [":", "c"]]),
        ("; [[a : b", [[";", "[[a"], [":", "b"]]),
        # What fills lines alone.
        ("{{a}} {{b\n|c}}\n{{d}} e", [["template", "{{a}} {{b\n|c}}"], ["paragraph", "{{d}} e"]]),
        ("a\n{{b}}\nc", [["paragraph", "a"], ["template", "{{b}}"], ["paragraph", "c"]]),
        ("{{a\n|}}\nb", [["template", "{{a\n|}}"], ["paragraph", "b"]]),
        ("{{a <!-- b -->\n|c\n}}", [["template", "{{a <!-- b -->\n|c\n}}"]]),
        ("{{#if: {{a}}\n| b}}", [["template", "{{#if: {{a}}\n| b}}"]]),
        ("{{a\n== b ==\n}}", [["paragraph", "{{a"], ["heading", "b", ["paragraph", "}}"]]]),
        ("{{a|\n== b ==\n}}", [["template", "{{a|\n== b ==\n}}"]]),
        ("<pre>\n== b ==\n</pre>", [["paragraph", "<pre>\n== b ==\n</pre>"]]),
        ("{|\n== b ==\n|}", [["table", "{|\n== b ==\n|}"]]),
        ("{|\n== b ==\n", [["table", "{|"], ["heading", "b"]]),
        ("* a\n:: {|\n| b\n|}\n", [["*", "a"], ["::", "{|\n| b\n|}"]]),
        ("__NOTOC__ __INHALTSVERZEICHNIS__\na", [["tag", "__NOTOC__ __INHALTSVERZEICHNIS__"], ["paragraph", "a"]]),
        ("__init__", [["paragraph", "__init__"]]),
        ("a\n b\n  c\nd", [["paragraph", "a"], ["paragraph", "b\n  c"], ["paragraph", "d"]]),
        ("---- a", [["rule", "----"], ["paragraph", "a"]]),
        ("[[a|b\n* c]] d", [["paragraph", "[[a|b\n* c]] d"]]),
        ("* <span\nid=a> b\n* c", [["*", "<span\nid=a> b"], ["*", "c"]]),
        ("* <a\nb> c", [["*", "<a"], ["paragraph", "b> c"]]),
        # Headings.
        ("== a == {{b}} <!-- c -->\nd", [["heading", "a", ["paragraph", "d"]]]),
        ("== {{b}}\n", [["paragraph", "== {{b}}"]]),
        ("== a {{b\n|c}} ==", [["heading", "a {{b\n|c}}"]]),
        ("<h2 id=x>a</h2>\nb", [["heading", "a", ["paragraph", "b"]]]),
        ("a <h3>b</h3> c", [["paragraph", "a"], ["heading", "b", ["paragraph", "c"]]]),
        ("<noinclude>== a ==</noinclude>", [["tag", "<noinclude>"], ["heading", "a", ["tag", "</noinclude>"]]]),
        ("== <span\nid=x>a</span> ==", [["heading", "<span\nid=x>a</span>"]]),
        ("== a ==<noinclude></noinclude>\n", [["heading", "a", ["tag", "<noinclude></noinclude>"]]]),
        ("<h3>a</h2>", [["heading", "a"]]),
        ("[[a|b\n== c ==\n]]", [["paragraph", "[[a|b"], ["heading", "c", ["paragraph", "]]"]]]),
        ("* a {{{b\n|c}} d\n** e", [["*", "a {{{b\n|c}} d", ["**", "e"]]]),
        # Boxes.
        ("<div>a <div>b</div></div>", [["tag", "<div>"], ["paragraph", "a"], ["tag", "<div>"], ["paragraph", "b"], ["tag", "</div></div>"]]),
        ("<center> '''a''' </center>\n</center>", [["paragraph", "<center> '''a''' </center>"], ["tag", "</center>"]]),
        ("* a\n** b</div>", [["*", "a", ["**", "b", ["tag", "</div>"]]]]),
        ("* a <div>b</div>", [["*", "a <div>b</div>"]]),
        ("<noinclude>* a</noinclude>", [["tag", "<noinclude>"], ["*", "a", ["tag", "</noinclude>"]]]),
        ("<div>{{a}}</div>", [["tag", "<div>"], ["template", "{{a}}"], ["tag", "</div>"]]),
        ("<nowiki><div></nowiki> a {{b|<div>}}", [["paragraph", "<nowiki><div></nowiki> a {{b|<div>}}"]]),
        # Lists of HTML.
        (
            "<ol>\n<li>a\nb</li>\n<li>c\n* d\n</li></ol>\ne",
            [["tag", "<ol>"], ["#", "a\nb", ["tag", "</li>"]], ["#", "c", ["#*", "d"], ["tag", "</li>"]], ["tag", "</ol>"], ["paragraph", "e"]],
        ),
        (
            "<ul><li>a<ol><li>b<li>c</ol>d</ul>",
            [["tag", "<ul>"], ["*", "a", ["tag", "<ol>"], ["*#", "b"], ["*#", "c"], ["tag", "</ol>"], ["paragraph", "d"]], ["tag", "</ul>"]],
        ),
        (
            "<dl><dt>a</dt><dd>b\n\nc</dd></dl>",
            [["tag", "<dl>"], [";", "a", ["tag", "</dt>"]], [":", "b", ["paragraph", "c"], ["tag", "</dd>"]], ["tag", "</dl>"]],
        ),
        ("* a <ul><li>b</ul>\n* c", [["*", "a", ["tag", "<ul>"], ["**", "b"], ["tag", "</ul>"]], ["*", "c"]]),
        ("<dl><dt>a\n* b</dl>", [["tag", "<dl>"], [";", "a", [":*", "b"]], ["tag", "</dl>"]]),
        ("<ol><li>a\n\nb", [["tag", "<ol>"], ["#", "a"], ["paragraph", "b"]]),
        ("<li>a\n== b ==\n<li>c", [["*", "a"], ["heading", "b", ["*", "c"]]]),
        ("{{a|<ol><li>b}}", [["template", "{{a|<ol><li>b}}"]]),
    ],
)  # fmt: skip
def test_nesting(text: str, expected: list[object]) -> None:
    assert shape(tree(text), text) == expected
