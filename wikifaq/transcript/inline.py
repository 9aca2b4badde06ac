"""Inline wikitext as the plain text that a reader of the page sees."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import TYPE_CHECKING

import mwparserfromhell
from mwparserfromhell.nodes import (
    Argument,
    Comment,
    ExternalLink,
    HTMLEntity,
    Tag,
    Template,
    Text,
    Wikilink,
)

if TYPE_CHECKING:
    from mwparserfromhell.nodes import Node

_MARKUP = re.compile(r"[\[\]{}<>&]|''|https?:")
_QUOTES = re.compile(r"'{2,}")
_SPACES = re.compile(r"[ \t\r\n]+")
_PARTS = re.compile(r"</?p\b[^<>]*>|(?:<br\s*/?>\s*){2,}|\{\{pb\}\}", re.IGNORECASE)
# mwparserfromhell's time grows with the length times the openings left open: this is a quarter
# of a second. What a person wrote is far below it.
_MOST_WORK = 2_000_000
_ROUGHLY = (
    (re.compile(r"</?[A-Za-z][^<>]*>"), " "),
    (re.compile(r"\{\{[^{}]*\}\}"), ""),
    (re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]"), r"\1"),
    (re.compile(r"\[(?:https?:)?//[^\s\[\]]+ ([^\[\]]*)\]"), r"\1"),
)
_UNSEEN_NAMESPACES = frozenset({"category", "file", "image"})
_UNSEEN_TAGS = frozenset({"ref", "references", "gallery", "templatedata", "languages"})
# What a template shows, for those that stand for a few characters of running text.
_TEMPLATES = {"@": "@", "!": "|", "=": "=", "nbsp": "\u00a0", "spaces": " ", "no spam": "@"}


def plain(wikitext: str) -> str:
    """Return the text a reader sees, on one line.

    Links give their label, entities their character, templates with a text meaning that
    meaning; comments, footnotes, categories, files and other templates give nothing.
    """
    if not _MARKUP.search(wikitext):
        return _SPACES.sub(" ", wikitext).strip(" ")
    if len(wikitext) * sum(map(wikitext.count, "[{<")) > _MOST_WORK:
        return _roughly(wikitext)
    code = mwparserfromhell.parse(wikitext, skip_style_tags=True)
    return _SPACES.sub(" ", "".join(_shown(node) for node in code.nodes)).strip(" ")


def _roughly(wikitext: str) -> str:
    """Return nearly the same of a text with so many openings that parsing it would take long."""
    wikitext = _without_comments(wikitext)
    for pattern, shown in _ROUGHLY:
        wikitext = pattern.sub(shown, wikitext)
    return _SPACES.sub(" ", _QUOTES.sub("", unescape(wikitext))).strip(" ")


def _without_comments(wikitext: str) -> str:
    """Take out comments; one that is not closed hides the rest, as MediaWiki has it."""
    kept, at = [], 0
    while (start := wikitext.find("<!--", at)) >= 0:
        kept.append(wikitext[at:start])
        end = wikitext.find("-->", start)
        if end < 0:
            return "".join(kept)
        at = end + len("-->")
    return "".join([*kept, wikitext[at:]])


def _shown(node: Node) -> str:  # noqa: PLR0911 - one line for each kind of node
    if isinstance(node, Text):
        return _QUOTES.sub(lambda quotes: "'" if len(quotes[0]) == 4 else "", node.value)  # noqa: PLR2004 - MediaWiki reads four as one and a bold mark
    if isinstance(node, Wikilink):
        return _link(str(node.title), None if node.text is None else str(node.text))
    if isinstance(node, ExternalLink):
        return plain(str(node.title)) if node.title else str(node.url)
    if isinstance(node, HTMLEntity):
        return _character(node)
    if isinstance(node, Template):
        return _TEMPLATES.get(str(node.name).strip().lower(), "")
    if isinstance(node, Comment | Argument):
        return ""
    if isinstance(node, Tag):
        return _tag(node)
    return str(node)


def _character(entity: HTMLEntity) -> str:
    """The character of an entity; one that names none is shown as it is written."""
    try:
        character = str(entity.normalize())
    except (ValueError, OverflowError):
        return str(entity)
    return str(entity) if unicodedata.category(character[0]) in {"Cc", "Cs"} else character


def _link(title: str, label: str | None) -> str:
    namespace = title.partition(":")[0].strip().lower()
    if namespace in _UNSEEN_NAMESPACES:
        return ""
    if label is not None and label.strip():
        return plain(label)
    return plain(title.strip().lstrip(":"))


def _tag(tag: Tag) -> str:
    name = str(tag.tag).strip().lower()
    if name == "nowiki":
        return str(tag.contents)
    if name in _UNSEEN_TAGS:
        return ""
    if name in {"br", "hr", "p", "div", "li", "dd", "dt"}:
        return " " + plain(str(tag.contents or "")) + " "
    if tag.wiki_markup:
        # List marks and tables inside a paragraph: their text is what is left.
        return str(tag) if not tag.contents else plain(str(tag.contents))
    return "".join(_shown(node) for node in tag.contents.nodes) if tag.contents else ""


def parts(wikitext: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs in one block: parted by ``<p>``, two ``<br>`` or ``{{pb}}``."""
    cuts = [0]
    for match in _PARTS.finditer(wikitext):
        cuts += [match.start(), match.end()]
    cuts.append(len(wikitext))
    found = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        raw = wikitext[start:end]
        if raw.strip():
            left = len(raw) - len(raw.lstrip())
            found.append((start + left, start + len(raw.rstrip())))
    return found
