"""Lists nest as the real MediaWiki nests them, on pages of random lists.

Each word of a page is looked for in MediaWiki's HTML and in the tree: the items around it must
be of the same kinds, its item must begin with the same word, and so must the item around that.
WIKIFAQ_SOAK is the number of pages to try (default 400), WIKIFAQ_SEED where they begin.

Known differences, which the pages here leave out:

- ``<pre>``, ``<gallery>`` or ``<poem>`` over several lines, an unclosed ``<pre>``, and a template
  that shows several lines: MediaWiki ends the list there, the tree goes on with it, since
  whoever wrote it meant an answer to go on.
- What a template shows: a list that begins or goes on in one is not seen.
- An unclosed ``<div>`` or other tag in an item: the HTML's nesting of what follows is the
  browser's repair.
- A ``;`` that is not the last of a line's marks: MediaWiki keeps one flag for all open terms
  (BlockLevelPass, DTopen), later closes the wrong element by it, and the HTML's repair moves
  the items.
- Marks of bold and italic that don't pair, on a line with ``;`` and a colon: MediaWiki takes
  one of them for an apostrophe, the tree for open.
- Space that MediaWiki takes away with a category before it looks for addresses: one may then
  go on over the colon of a definition.
"""

from __future__ import annotations

import os
import random
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.block import tree
from wikifaq.transcript.source import source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_wiki import Client, Wiki

    from wikifaq.transcript.block import Block

SOAK = int(os.environ.get("WIKIFAQ_SOAK", "400"))
SEED = int(os.environ.get("WIKIFAQ_SEED", "1"))
TO_A_REQUEST = 50
WORD = re.compile(r"w\d+x")
ITEMS = {("ul", "li"): "*", ("ol", "li"): "#", ("dl", "dt"): ";", ("dl", "dd"): ":"}

# What items hold; @ is a word.
PARTS = (
    "@", ":", " : @", ":@", "'''@:@'''.", "''@''.", "<b>@: </b>", "<span\nid=a>@:</span>",
    "<small>@</small\n>", "<br>@", "<br />@", "<unknown>@", "[[Help:X|@:@]]", "[[Help:X|@\n* @]]",
    "&amp;[[Category:X]]", "[[@", "[http://a.b @: @]", " http://a.b/c:d ", " http://a.b: ",
    " mailto:a%40b ", "<nowiki>@\n* : </nowiki>", "<!-- a\n* b : c -->", "{{nobody|\n* a: b\n}} ",
    "{{nobody}} ", "{{#if:x|\n@\n}}", "-{@:@}-", "<div>@</div>", "-{", "</b>",
    "<ref>a:\n* b</ref>",
)  # fmt: skip

BREAK = ("", "\n")


class Place(NamedTuple):
    """Where a word stands: the kinds of the items around it, its item and the one around that.

    Items are told by their first word; one without any words of its own is passed over.
    """

    marks: str
    item: str | None
    parent: str | None


class Html(HTMLParser):
    """Reads the places of words out of MediaWiki's HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.places: dict[str, Place] = {}
        self._open: list[str] = []
        self._items: list[list[str | None]] = []  # the kind of an item, and its first word
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as it is called
        if tag in {"li", "dt", "dd"}:
            around = next((each for each in reversed(self._open) if each in {"ul", "ol", "dl"}), "")
            self._items.append([ITEMS.get((around, tag), "?"), None])
        if tag not in {"br", "hr", "img", "meta", "link", "wbr", "input"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            assert self._open.pop() == tag
            if tag in {"li", "dt", "dd"}:
                self._items.pop()

    def handle_data(self, data: str) -> None:
        for word in WORD.findall(data):
            if self._items and self._items[-1][1] is None:
                self._items[-1][1] = word
            named = [first for _, first in self._items if first]
            self.places[word] = Place(
                "".join(str(kind) for kind, _ in self._items),
                named[-1] if named else None,
                named[-2] if len(named) > 1 else None,
            )


def read_places(text: str) -> dict[str, Place]:
    """Read the places of words out of the tree."""
    places = {}
    stack: list[tuple[Block, tuple[str, ...], str]] = [(tree(text), (), "")]
    while stack:
        block, firsts, marks = stack.pop()
        words = WORD.findall(text[slice(*block.span)])
        if block.kind == "item":
            marks = block.marks
            if words:
                firsts = (*firsts, words[0])
        elif block.kind == "table":
            marks += block.marks
        for word in words:
            places[word] = Place(
                marks, firsts[-1] if firsts else None, firsts[-2] if len(firsts) > 1 else None
            )
        stack += [(child, firsts, marks) for child in block.children]
    return places


class Writer:
    """Writes random pages of lists; each word on them is another."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = 0
        self._marks = ""

    def page(self) -> str:
        """A page of a few lines."""
        self._marks = ""
        return "".join(self._line() for _ in range(self._random.randint(2, 12)))

    def _word(self) -> str:
        self._words += 1
        return f"w{self._words}x"

    def _line(self) -> str:
        kind = self._random.random()
        if kind < 0.78:
            return f"{self._next_marks()}{self._text()}\n"
        if kind < 0.86:
            return self._random.choice(["\n", "\n", "\n\n", " \n", "<!-- * -->\n", " <!--\n--> \n"])
        return self._random.choice((
            self._word() + self._text() + "\n",
            f" {self._word()}\n",
            "----\n",
            f"<div>\n{self._next_marks()}{self._text()}\n</div>\n",
            f"{{|\n| {self._word()}\n|}}\n",
            "{{nobody|\n* a\n}}\n",
            f"=== {self._word()} ===\n",
        ))  # fmt: skip

    def _next_marks(self) -> str:
        """The marks of the line before, a little changed."""
        choice = self._random.random()
        marks = self._marks
        if choice < 0.35:
            marks += self._random.choice("*#:;")
        elif choice < 0.55:
            marks = marks[:-1]
        elif choice < 0.7 and marks:
            marks = marks[:-1] + self._random.choice("*#:;")
        elif choice < 0.8:
            marks = "".join(self._random.choices("*#:;", k=self._random.randint(1, 4)))
        marks = marks[:6] or self._random.choice("*#:;")
        self._marks = marks[:-1].replace(";", ":") + marks[-1]
        return self._marks

    def _text(self) -> str:
        parts = [self._word()]
        for _ in range(self._random.choice((0, 0, 1, 1, 2, 4))):
            template = self._random.choice(PARTS)
            parts.append(re.sub("@", lambda _: self._word(), template))
        if self._random.random() < 0.2:
            self._random.shuffle(parts)
        text = self._random.choice((" ", "")).join(parts)
        return f" {text}" if text[0] in ":<" or self._random.random() < 0.5 else text


class HtmlWriter(Writer):
    """Writes random pages of HTML's lists, with lists of wikitext in them."""

    def page(self) -> str:
        """A page of a list, with text before and after it."""
        draw = self._random
        before = draw.choice(["", f"{self._word()}\n", f"* {self._word()}\n", "\n"])
        if draw.random() < 0.2:
            before = f"{draw.choice(['*', '#:', ':'])} {self._word()}"
            inside = self._list(3).replace("\n", " ").replace("*", "")
            return f"{before}{inside}\n"
        return f"{before}{self._list(0)}{draw.choice(['', self._word()])}\n"

    def _list(self, depth: int) -> str:
        kind = self._random.choice(["ol", "ul", "dl"])
        items = "".join(self._item(kind, depth) for _ in range(self._random.randint(1, 3)))
        return f"<{kind}>{self._random.choice(BREAK)}{items}</{kind}>{self._random.choice(BREAK)}"

    def _item(self, kind: str, depth: int) -> str:
        draw = self._random
        tag = draw.choice(["dt", "dd"]) if kind == "dl" else "li"
        text = f"<{tag}>{draw.choice(['', ' '])}{self._word()}"
        if draw.random() < 0.3:
            text += f"\n{self._word()}"
        if draw.random() < 0.2:
            text += f"\n\n{self._word()}\n"
        if draw.random() < 0.2:
            text += f"\n* {self._word()}\n** {self._word()}\n"
        if depth < 3 and draw.random() < 0.4:
            text += draw.choice(BREAK) + self._list(depth + 1)
        if draw.random() < 0.7:
            text += f"</{tag}>"
        return text + draw.choice(BREAK)


def differences(client: Client, pages: list[str]) -> Iterator[str]:
    """What MediaWiki shows otherwise than the tree has it, of several pages."""
    text = "".join(f"== page {number} ==\n{page}" for number, page in enumerate(pages))
    answer = client.post(
        action="parse", text=text, contentmodel="wikitext", prop="text", disablelimitreport=True
    )
    shown = Html(answer["parse"]["text"]).places
    read = read_places(source(text).text)
    for number, page in enumerate(pages):
        for word in WORD.findall(page):
            if word in shown and not alike(shown[word], read.get(word)):
                yield f"page {number}: {word} {shown[word]} read as {read.get(word)} in\n{page}"
                break


def alike(shown: Place, read: Place | None) -> bool:
    """Whether two places are the same, ``:`` being ``;`` but for the item itself.

    Around it MediaWiki goes on with an item of either kind, whichever of the marks is written.
    """
    if read is None or shown.marks[-1:] != read.marks[-1:]:
        return False
    marks = shown.marks.replace(";", ":"), read.marks.replace(";", ":")
    return marks[0] == marks[1] and shown[1:] == read[1:]


def campaign(wiki: Wiki, writer: Writer) -> None:
    """Compare the pages of a writer."""
    client = wiki.session(None)
    found: list[str] = []
    for start in range(0, SOAK, TO_A_REQUEST):
        pages = [writer.page() for _ in range(min(TO_A_REQUEST, SOAK - start))]
        found += differences(client, pages)
    assert not found, f"{len(found)} of {SOAK} pages\n" + "\n".join(found[:5])


def test_lists_nest_as_mediawiki_nests_them(mediawiki: Wiki) -> None:
    campaign(mediawiki, Writer(SEED))


def test_lists_of_html_nest_as_mediawiki_shows_them(mediawiki: Wiki) -> None:
    campaign(mediawiki, HtmlWriter(SEED))
