"""How much of an FAQ a reader has to look at: the words that are shown, and those collapsed.

``python scripts/count_words.py FAQ.html`` counts in a saved page, ``--wiki API --page TITLE`` in
what a wiki makes of its page. A topic is a heading of level 2, an entry one of level 3; what stands
before the first topic is the introduction, what stands between a topic and its first entry is its
index. What MediaWiki adds to headings for editors doesn't count.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import requests

from wikifaq.consolidate.length import length

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 60
_TOPIC, _ENTRY = "h2", "h3"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNREAD = {"script", "style", "template", "head"}
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
}
_INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "kbd", "mark"}
_INLINE |= {"q", "s", "small", "span", "strong", "sub", "sup", "u", "var", "wbr"}


@dataclass(frozen=True, slots=True)
class Words:
    """A part of the page: how many of its words are shown at first, and how many it has in all."""

    name: str
    shown: int
    all: int


@dataclass(frozen=True, slots=True)
class Count:
    """The words of a page; ``topics`` are their headings and indexes."""

    introduction: Words
    topics: tuple[Words, ...]
    entries: tuple[Words, ...]

    @property
    def whole(self) -> Words:
        """The page in all."""
        parts = (self.introduction, *self.topics, *self.entries)
        return Words("", sum(each.shown for each in parts), sum(each.all for each in parts))


@dataclass(slots=True)
class _Part:
    """A part as it is being read."""

    kind: str
    name: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    all: list[str] = field(default_factory=list)

    def counted(self) -> Words:
        name = " ".join("".join(self.name).split())
        return Words(name, length("".join(self.shown)), length("".join(self.all)))


class _Page(HTMLParser):
    """A rendered page, read part by part."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = [_Part("introduction")]
        self._open: list[tuple[str, bool, bool]] = []  # tag, whether it is collapsed, and unread

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a heading of a topic or an entry begins a part."""
        if tag in (_TOPIC, _ENTRY):
            self.parts.append(_Part(tag))
        self._part(tag)
        if tag in _VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        _, collapsed, unread = self._open[-1] if self._open else ("", False, False)
        collapsed = collapsed or "mw-collapsed" in classes
        unread = unread or tag in _UNREAD or "mw-editsection" in classes
        self._open.append((tag, collapsed, unread))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, with those in it that were left open."""
        self._part(tag)
        for at in reversed(range(len(self._open))):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        """Add a text to the part in which it stands."""
        _, collapsed, unread = self._open[-1] if self._open else ("", False, False)
        if unread:
            return
        part = self.parts[-1]
        part.all.append(data)
        if not collapsed:
            part.shown.append(data)
        if any(tag in _HEADINGS for tag, _, _ in self._open):
            part.name.append(data)

    def _part(self, tag: str) -> None:
        """Part words where a block begins or ends."""
        if tag not in _INLINE:
            self.parts[-1].shown.append(" ")
            self.parts[-1].all.append(" ")


def count(html: str) -> Count:
    """Count the words of a rendered page."""
    page = _Page()
    page.feed(html)
    page.close()
    introduction, *parts = page.parts
    return Count(
        introduction.counted(),
        tuple(part.counted() for part in parts if part.kind == _TOPIC),
        tuple(part.counted() for part in parts if part.kind == _ENTRY),
    )


def rendered(api: str, title: str) -> str:
    """The HTML that a wiki makes of its page. Raises SystemExit with a sentence."""
    asked = {"action": "parse", "page": title, "prop": "text", "disablelimitreport": "1"}
    asked |= {"format": "json", "formatversion": "2"}
    agent = {"User-Agent": "wikifaq (scripts/count_words.py)"}
    try:
        answer = requests.get(api, params=asked, headers=agent, timeout=SECONDS).json()
    except (requests.RequestException, ValueError) as problem:
        raise SystemExit(f"{api} gave no answer: {problem}") from None
    if "parse" not in answer:
        said = answer.get("error", {}).get("info", "nothing that says why")
        raise SystemExit(f"{api} did not render {title}; it said: {said}")
    return str(answer["parse"]["text"])


def described(counted: Count) -> str:
    """The figures for people."""
    whole, topics, entries = counted.whole, counted.topics, counted.entries
    lines = [
        f"{whole.shown:,} words are shown at first, of {whole.all:,} in all:",
        f"  {counted.introduction.shown:,} of the introduction,",
        f"  {sum(each.shown for each in topics):,} of {len(topics)} topics' headings and indexes,",
        f"  {sum(each.shown for each in entries):,} of {len(entries)} entries.",
    ]
    if entries:
        shown, every = (median(part) for part in zip(*_figures(entries), strict=True))
        most = max(entries, key=lambda each: each.shown)
        lines += [
            f"An entry shows {shown:g} words and has {every:g} (medians).",
            f"The most are shown by: {most.name} ({most.shown:,} of {most.all:,})",
        ]
    return "\n".join(lines)


def _figures(parts: Sequence[Words]) -> list[tuple[int, int]]:
    return [(each.shown, each.all) for each in parts]


def main(arguments: list[str] | None = None) -> None:
    """Count and print. Raises SystemExit with a sentence where there is no page to count in."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("file", type=Path, nargs="?", help="a rendered page, saved as HTML")
    parser.add_argument("--wiki", metavar="API", help="the address of a wiki's api.php")
    parser.add_argument("--page", metavar="TITLE", help="the page's title on that wiki")
    parser.add_argument("--json", action="store_true", help="print each entry's figures, as JSON")
    given = parser.parse_args(arguments)
    if bool(given.file) == bool(given.wiki) or bool(given.wiki) != bool(given.page):
        parser.error("Name a file, or both --wiki and --page.")
    if given.file:
        try:
            html = given.file.read_text(encoding="utf-8")
        except (OSError, UnicodeError) as problem:
            raise SystemExit(f"{given.file} can't be read: {problem}") from None
    else:
        html = rendered(given.wiki, given.page)
    counted = count(html)
    if given.json:
        json.dump({"whole": asdict(counted.whole), **asdict(counted)}, sys.stdout, indent=1)
        print()
    else:
        print(described(counted))


if __name__ == "__main__":
    main()
