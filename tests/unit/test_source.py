"""What is not read goes out of a page, and every span leads back to where it stood."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.model import Span
from wikifaq.transcript.block import tree
from wikifaq.transcript.source import source

FRAGMENTS = st.sampled_from([
    "<!--", "-->", "<!-- a -->", "<!-- a\nb -->", "<!--T:12-->", " <!--T:3-->\n", "\n", "\n\n", " ", "\t",
    "\r\n", "\r", "\ufeff", "<translate>", "<translate nowrap>", "</translate>", "<translate", "<languages />",
    "<languages/>\n", '<tvar name="1">', "<tvar name=1>", "</tvar>", "<tvar|1>", "</>", "<nowiki>", "</nowiki>",
    "<nowiki/>", "<pre>", "</pre>", "<pre", "<math>", "</math>", ">", "== a ==", "=", "* ", "** ", "; a : b",
    "{{", "}}", "{{a\n|b}}", "word", "[[", "]]", "<ref>", "</ref>", "<div>", "</div>", "<li>", "</li>", "'''",
])  # fmt: skip
PAGES = st.lists(FRAGMENTS | st.text(max_size=3), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("plain", "plain"),
        ("a<!-- x -->b", "ab"),
        ("a\n<!-- x -->\nb", "a\nb"),
        ("a\n <!-- x --> <!-- y\nz -->\t\nb", "a\nb"),
        ("a\n<!-- x -->\n<!-- y -->\nb", "a\nb"),
        ("a\n<!-- x --> b\n", "a\n b\n"),
        ("<!-- x -->\nb", "\nb"),
        ("a <!-- x\nb", "a "),
        ("a\n<!-- x --> <!-- y", "a\n "),
        ("<nowiki><!-- x --></nowiki><!-- y -->", "<nowiki><!-- x --></nowiki>"),
        ("<pre class=a><!-- x --></PRE >", "<pre class=a><!-- x --></PRE >"),
        ("<nowiki><!-- x -->", "<nowiki>"),
        ("<nowiki /><!-- x --></nowiki>", "<nowiki /></nowiki>"),
        ("<nowikis><!-- x --></nowikis>", "<nowikis></nowikis>"),
        ("<!-- <nowiki> -->a<!-- b --></nowiki>", "a</nowiki>"),
        ("\ufeffa\r\nb\rc\n", "a\nb\nc\n"),
        ("<languages />\n<translate>\n<!--T:1-->\nHello.\n</translate>\n", "Hello.\n"),
        ("<translate>\n== Head == <!--T:2-->\n\n<!--T:3-->\nText.\n</translate>", "== Head ==\n\nText."),
        ("<translate>\n* <!--T:3--> One\n<!--T:4-->\n* Two</translate>\n", "* One\n* Two\n"),
        ("<translate><!--T:5--> a</translate> <translate nowrap>b</translate>", "a b"),
        ("x <languages /> y", "x  y"),
        ('See [[<tvar name="1">A</tvar>|b]], <tvar name=two>C</tvar> and <tvar|3>D</>.', "See [[A|b]], C and D."),
        ("a </> b", "a </> b"),
        ("<nowiki><translate></nowiki>", "<nowiki><translate></nowiki>"),
        ("<!-- <translate> -->a", "a"),
        ("<translate>\n\nAsk.\n\n</translate>\n\nb", "\nAsk.\n\n\nb"),
    ],
)  # fmt: skip
def test_what_is_not_read_goes(raw: str, text: str) -> None:
    assert source(raw).text == text


def test_spans_lead_back_to_the_page() -> None:
    raw = "\ufeff== A == <!--T:1-->\r\n* one <!-- x --> two<!-- y -->\r\n"
    page = source(raw)
    start = page.text.index("one")
    span = Span(start, page.text.index("two") + 3)
    assert raw[slice(*page.origin(span))] == "one <!-- x --> two"
    heading = page.origin(Span(0, len("== A ==\n")))
    assert raw[slice(*heading)] == "== A == <!--T:1-->\r\n"
    assert page.origin(Span(0, len(page.text))) == (1, len(raw))
    assert page.origin(Span(start, start)) == (raw.index("one"), raw.index("one"))
    assert page.origin(Span(len(page.text), len(page.text))) == (len(raw), len(raw))


def test_a_page_of_text_alone_is_itself() -> None:
    page = source("* a\n** [[b]] <small>c</small>\n")
    assert page.text is page.raw
    assert page.origin(Span(2, 7)) == (2, 7)


@tries(400)
@given(PAGES)
def test_what_a_block_came_from_reads_as_the_block(raw: str) -> None:
    page = source(raw)
    for block in tree(page.text).walk():
        for span in (block.span, block.body):
            origin = page.origin(span)
            assert 0 <= origin.start <= origin.end <= len(raw)
            cut = raw[slice(*origin)]
            # Whether </> goes is told by the <tvar|1> before it.
            if span.start < span.end and "</>" not in cut:
                assert source(cut).text == page.text[slice(*span)]


@pytest.mark.parametrize(
    "unit", ["<!--", "<!-- -->", "\n<!-- -->", "<pre ", "<nowiki>", "<tvar name=", "<tvar|", "= <!--T:1-->", " </translate>", "\r\n", "</>"]
)  # fmt: skip
def test_time_grows_as_the_text_does(unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        for opening in ("", "<translate><tvar|1>"):
            source(opening + unit * (length // len(unit)))
        return time.process_time() - start

    # Twenty times the text: twenty times the time. The square would be 400 times.
    assert seconds(200_000) < 100 * seconds(10_000) + 1


@tries(200)
@given(PAGES)
def test_characters_keep_their_order(raw: str) -> None:
    page = source(raw)
    places = [page.origin(Span(at, at + 1)) for at in range(len(page.text))]
    assert all(end == start + 1 for start, end in places)
    assert all(a.end <= b.start for a, b in itertools.pairwise(places))
    assert all(
        page.text[at] == raw[place.start] or (page.text[at], raw[place.start]) == ("\n", "\r")
        for at, place in enumerate(places)
    )
