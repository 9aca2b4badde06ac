"""A section of a talk page is cut into posts, and every word of it is in one of them."""

from __future__ import annotations

import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_signature import SIGNED
from tries import tries

from wikifaq.transcript.block import tree
from wikifaq.transcript.post import Post, posts
from wikifaq.transcript.words import LANGUAGES

ALL = tuple(LANGUAGES.values())
ANA = "[[User:Ana|Ana]] ([[User talk:Ana|talk]]) 10:02, 5 June 2023 (UTC)"
BEN = "--[[User:Ben|Ben]] 11:30, 6 June 2023 (UTC)"


def read(text: str) -> list[Post]:
    return posts(text, tree(text).children, ALL)


def said(text: str) -> list[tuple[str | None, int, list[str]]]:
    """Author, depth and paragraphs of each post."""
    return [
        (post.author, post.depth, [text[start:end] for start, end in post.spans])
        for post in read(text)
    ]


@pytest.mark.parametrize("code", SIGNED)
def test_a_question_and_its_reply_in_each_language(code: str) -> None:
    words, links, written = SIGNED[code]
    text = f"{words} {links} {written}\n: {words}\n:\n: {words} {links} {written}\n\n{words}"
    first, reply, rest = read(text)
    assert (first.author, first.timestamp, first.depth, first.signed) == ("Zoe", written, 0, True)
    assert (reply.author, reply.timestamp, reply.depth, reply.signed) == ("Zoe", written, 1, True)
    assert (rest.author, rest.timestamp, rest.depth, rest.signed) == (None, None, 0, False)
    assert [len(post.spans) for post in (first, reply, rest)] == [1, 2, 1]
    assert {text[start:end] for post in read(text) for start, end in post.spans} == {words}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"One.\n\nTwo. {ANA}\n:Three. {BEN}", [("Ana", 0, ["One.", "Two."]), ("Ben", 1, ["Three."])]),
        # lines of one paragraph
        (f"One. {ANA}\nTwo. {BEN}\nThree.", [("Ana", 0, ["One."]), ("Ben", 0, ["Two."]), (None, 0, ["Three."])]),
        (f"One\ngoes on. {ANA}", [("Ana", 0, ["One\ngoes on."])]),
        # paragraphs of one block
        (f"* One.<br><br>Two.<p>Three.</p> {ANA}", [("Ana", 1, ["One.", "Two.", "Three."])]),
        (f"One.{{{{pb}}}}Two. {ANA}", [("Ana", 0, ["One.", "Two."])]),
        # several posts in one item
        (f"* One. {ANA}<br>Two. {BEN}\n** Three.", [("Ana", 1, ["One."]), ("Ben", 1, ["Two."]), (None, 2, ["Three."])]),
        (f"* One. {ANA}<br /><br />Two. {BEN}", [("Ana", 1, ["One."]), ("Ben", 1, ["Two."])]),
        # a signature on its own line
        (f"One.\n{ANA}\n:Two.\n:{BEN}", [("Ana", 0, ["One."]), ("Ben", 1, ["Two."])]),
        (f"One.\n\n{ANA}\n\nTwo. {BEN}", [("Ana", 0, ["One."]), ("Ben", 0, ["Two."])]),
        (f"One. {ANA}\n\n{BEN}\n\nTwo.", [("Ana", 0, ["One."]), (None, 0, ["Two."])]),
        (f"::One.\n{ANA}", [("Ana", 0, ["One."])]),
        # a post with lists in it
        (f"One:\n* two\n* three\n\nFour. {ANA}", [("Ana", 0, ["One:", "two", "three", "Four."])]),
        (f"One.\n* two\n* three {ANA}", [("Ana", 0, ["One.", "two", "three"])]),
        (f"::quoted\nMine. {ANA}", [("Ana", 0, ["quoted", "Mine."])]),
        (f"; Title\nOne. {ANA}", [("Ana", 0, ["Title", "One."])]),
        # votes
        (
            f"* '''Support'''. One. {ANA}\n* '''Oppose''' {BEN}\n*: Why? {ANA}",
            [("Ana", 1, ["'''Support'''. One."]), ("Ben", 1, ["'''Oppose'''"]), ("Ana", 2, ["Why?"])],
        ),
        # nobody signed the question
        (f"One?\n:Two. {BEN}", [(None, 0, ["One?"]), ("Ben", 1, ["Two."])]),
        (f"One?\n:Two.\n::Three. {BEN}", [(None, 0, ["One?"]), (None, 1, ["Two."]), ("Ben", 2, ["Three."])]),
        (f"It says:\n:Two. {BEN}", [("Ben", 0, ["It says:", "Two."])]),
        (f"One.\n:Two.\nThree. {BEN}", [("Ben", 0, ["One.", "Two.", "Three."])]),
        (f"* One.\n*: Two. {BEN}", [("Ben", 1, ["One.", "Two."])]),
        (":One?\n:Two.", [(None, 1, ["One?", "Two."])]),
        # what stands behind a signature on its line
        (f"One. {ANA} (edited)\n:Two. {BEN}", [("Ana", 0, ["One.", "(edited)"]), ("Ben", 1, ["Two."])]),
        (f"One. {ANA} More: two. {ANA} And three.", [("Ana", 0, ["One.", "More: two.", "And three."])]),
        (f"One. {ANA} I say two. {BEN}", [("Ana", 0, ["One."]), ("Ben", 0, ["I say two."])]),
        (f"{ANA} I sign first.", [("Ana", 0, ["I sign first."])]),
        # a name without a time
        ("One. --[[User:Ben|Ben]]\n:Two. --[[User:Ana|Ana]]", [("Ben", 0, ["One."]), ("Ana", 1, ["Two."])]),
        (
            f"To do:\n* one\n* two: done --[[User:Ben|Ben]]\n* three {ANA}",
            [("Ana", 0, ["To do:", "one", "two: done", "three"])],
        ),
        ("* one\n* two --[[User:Ben|Ben]]\n* three", [("Ben", 1, ["one", "two"]), (None, 1, ["three"])]),
        # someone else signed
        (
            "One? {{unsigned|Ana|10:02, 5 June 2023 (UTC)}}\n:Two. {{unsigned|192.0.2.9}}",
            [("Ana", 0, ["One?"]), ("192.0.2.9", 1, ["Two."])],
        ),
        # small letters around all of it
        (f"<small>One. {ANA}</small>\n:<small>Two.</small> <small>{BEN}</small>", [("Ana", 0, ["One."]), ("Ben", 1, ["<small>Two.</small>"])]),
        # rules
        (f"Notice.\n----\nOne. {ANA}", [(None, 0, ["Notice."]), ("Ana", 0, ["One."])]),
    ],
)  # fmt: skip
def test_posts(text: str, expected: list[tuple[str | None, int, list[str]]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "outdent",
    ["{{outdent}}", "{{od|::}}", "{{Unindent|3}} ", "{{retour indentation}}", "{{out|1=x}}\n", "{{any name|:::}}"],
)  # fmt: skip
def test_a_thread_comes_back_to_the_margin(outdent: str) -> None:
    text = f"One. {ANA}\n:Two. {BEN}\n::Three. {ANA}\n{outdent}Four. {BEN}"
    assert said(text)[-1] == ("Ben", 0, ["Four."])
    joined = f"One. {ANA} {outdent.strip()} Two. {BEN}"
    assert said(joined) == [("Ana", 0, ["One."]), ("Ben", 0, ["Two."])]


@pytest.mark.parametrize(
    "silent",
    [
        "{{archive top}}",
        "{{resolved}}",
        f"{{{{resolved|1={ANA}}}}}",
        "[[Category:Talk]]",
        "<div>\n\n</div>",
        "{{tracked}}",
        ":",
        "{{clear}}",
    ],
)
def test_what_shows_nothing_is_no_post(silent: str) -> None:
    expected = [("Ana", 0, ["One."]), ("Ben", 1, ["Two."])]
    assert said(f"{silent}\n\nOne. {ANA}\n:Two. {BEN}\n\n{silent}\n") == expected


def test_lines_of_templates_are_no_words_of_a_post() -> None:
    text = f"{{{{archive top}}}}\n{{{{clear}}}}\nOne.\n{ANA}\n\nTwo.\n{{{{archive bottom}}}}"
    assert said(text) == [("Ana", 0, ["One."]), (None, 0, ["Two."])]


def test_what_is_quoted_signs_nothing() -> None:
    for quoted in (
        f"{{{{quote|Old. {ANA}}}}}",
        f"<blockquote>Old. {ANA}</blockquote>",
        f"<q>Old. {ANA}</q>",
        f"<nowiki>{ANA}</nowiki>",
        f"{{| class=x\n| Old. {ANA}\n|}}\n",
    ):
        assert [author for author, _, _ in said(f"{quoted} Mine. {BEN}")] == ["Ben"]
    assert [author for author, _, _ in said(f"<blockquote>Never closed. {ANA}\n\nMine. {BEN}")] == [
        "Ana",
        "Ben",
    ]


def test_only_the_section_is_read() -> None:
    text = f"Above. {BEN}\n== One ==\nIn it. {ANA}\n== Two ==\nBelow. {BEN}"
    headings = [block for block in tree(text).children if block.kind == "heading"]
    (post,) = posts(text, headings[0].children, ALL)
    assert text[slice(*post.spans[0])] == "In it."
    assert posts(text, [], ALL) == []


WORD = re.compile(r"w\d+")
SIGNATURES = st.sampled_from([
    *(f" {links} {written}" for _, links, written in SIGNED.values()),
    f" {ANA}", f" {BEN}", " {{unsigned|Ana}}", " --[[User:Ben|Ben]]", " [[User:Ben|Ben]] ([[User talk:Ben|talk]])",
    " 10:02, 5 June 2023 (UTC)",
])  # fmt: skip
MARKS = st.sampled_from([
    "\n", "\n\n", "\n:", "\n::", "\n:::", "\n*", "\n**", "\n*:", "\n#", "\n; ", "\n----\n", "<br>", "<br><br>", "<p>", "{{pb}}",
    "\n{{od}}", "{{od|:}}", " {{ping|Ana}} ", "\n{{resolved}}\n", " [[Help:Foo|", "]]", "'''", "''", "(UTC)", "<small>", "</small>",
    " (edited)", ":", ". ", "? ", "&nbsp;", "<code>", "</code>",
])  # fmt: skip
OPENINGS = st.sampled_from(
    ["[[User:", "{{", "}}", "<blockquote>", "</blockquote>", "\n{|\n|", "\n|}\n", "{{a|"]
)
WORDS = st.just("w") | SIGNATURES | MARKS


def numbered(pieces: list[str]) -> str:
    """A page of these pieces in which each word is another."""
    count = itertools.count(10)
    return "".join(
        f" w{next(count)} w{next(count)}." if piece == "w" else piece for piece in pieces
    )


@tries(500)
@given(st.lists(WORDS | OPENINGS, max_size=40).map(numbered))
def test_spans_are_in_order_and_in_their_blocks(text: str) -> None:
    spans = [span for post in read(text) for span in post.spans]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    bodies = [block.body for block in tree(text).walk()]
    for start, end in spans:
        assert start < end
        assert text[start:end] == text[start:end].strip()
        assert any(body.start <= start and end <= body.end for body in bodies)
    for post in read(text):
        assert post.spans
        assert post.depth >= 0
        assert post.signed or post.author is post.timestamp is None


@tries(500)
@given(st.lists(WORDS, max_size=40).map(numbered))
def test_every_word_is_in_one_post(text: str) -> None:
    words = [
        word
        for post in read(text)
        for span in post.spans
        for word in WORD.findall(text[slice(*span)])
    ]
    assert words == WORD.findall(text)


@tries(200)
@given(st.lists(WORDS | OPENINGS, max_size=40).map(numbered))
def test_the_same_page_gives_the_same_posts(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "piece",
    ["[[User:", "[[User:a]] ", ANA, f"a {ANA}\n", f"\n* a {BEN}", "{{", "}}", "{{a}}\n", "<br>", "<small>", "::a\n:a\n", "<blockquote>", "</q><q>", "a ", "\n:", "{{od}}"],
)  # fmt: skip
def test_time_grows_with_the_length(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + f" a {ANA}"
    blocks = tree(text).children
    start = time.process_time()
    posts(text, blocks, ALL)
    assert time.process_time() - start < 10
