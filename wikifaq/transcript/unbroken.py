"""What a line break does not end: comments, verbatim tags, templates and tables that span lines.

A single pass over the text's marks, as MediaWiki's preprocessor makes it
(includes/parser/Preprocessor_Hash.php): its time grows with the text's length and no faster,
whatever the text is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a line break in them does not end, and whose contents are no blocks of the page.
_VERBATIM = (
    "nowiki|pre|ref|syntaxhighlight|source|math|chem|gallery|timeline|score|templatedata|graph"
    "|poem|imagemap|inputbox"
)
_ANGLE = re.compile(rf"<(?:!--|(?:{_VERBATIM})(?=\s|/?>))", re.IGNORECASE)
# Looking ahead keeps to one character what the search looks for, which is twice as quick.
_OPEN = re.compile(r"\{(?=\{)\{+")
_CLOSE = re.compile(r"\}(?=\})\}+")
_TABLE = re.compile(r"\{(?=\|)\|")
_TABLE_END = re.compile(r"\|\}(?!\})")
# A link's label may span lines, but headings are found first (Parser.php, internalParse).
_LINK = re.compile(r"\[(?=\[)\[[^\[\]{}<>|\n]++\|[^\[\]{}<>\n]*+(?:\n(?!=)[^\[\]{}<>\n]*+)++\]\]")
# What names no page is no call, and shows as it is written (Title.php, what a title can't hold).
_CALL = re.compile(
    r"\{\{(?:\s|<!--(?:[^-]|-(?!->))*+-->)*+"
    r"(?:\#[^\W\d_]++:|[^\s|{}\[\]<>][^|{}\[\]<>\n]*+(?:\s|<!--(?:[^-]|-(?!->))*+-->)*+(?:\||\}\}))"
)
_TEMPLATE, _PARAMETER = 2, 3  # braces


class Piece(NamedTuple):
    """A stretch of text that is one, and what it is."""

    start: int
    end: int
    kind: Literal["comment", "verbatim", "template", "table", "link"]


def unbroken(text: str) -> list[Piece]:
    """Return the stretches within which a line break ends no block: the outermost, in order.

    What is opened and never closed is none, but for a comment, which hides the rest.
    """
    found: list[Piece] = []
    braces = _Braces(text)
    tables: list[int] = []
    verbatim = Verbatim(text)
    done = 0
    for start, end, mark in _marks(text):
        if start < done:
            continue
        done = end
        if mark == "{|":
            tables.append(start)
        elif mark == "|}":
            if tables:
                found.append(Piece(tables.pop(), end, "table"))
        elif mark[0] == "{":
            braces.open(start, end)
        elif mark[0] == "}":
            found += braces.close(start, end)
        elif mark[0] == "[":
            found.append(Piece(start, end, "link"))
        else:
            done = _end_of_angle(text, start, end, verbatim) or end
            if done > end:
                found.append(Piece(start, done, "comment" if mark == "<!--" else "verbatim"))
    return _outermost(found)


def _end_of_angle(text: str, start: int, end: int, verbatim: Verbatim) -> int | None:
    """Where a comment or a verbatim tag ends, of which the beginning stands in a stretch."""
    if not text.startswith("<!--", start):
        return verbatim.end(text[start + 1 : end], end)
    close = text.find("-->", end)
    return len(text) if close < 0 else close + len("-->")


class _Braces:
    """Braces as the preprocessor pairs them: the innermost first, of three a parameter."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[tuple[int, int]] = []

    def open(self, start: int, end: int) -> None:
        """Come to opening braces."""
        self._open.append((start, end))

    def close(self, start: int, end: int) -> Iterator[Piece]:
        """Come to closing braces; gives the templates that they close."""
        while self._open and end - start >= _TEMPLATE:
            first, last = self._open.pop()
            count = min(last - first, end - start, _PARAMETER)
            last, start = last - count, start + count
            if last - first >= _TEMPLATE:
                self._open.append((first, last))
            if count == _TEMPLATE and _CALL.match(self._text, last):
                yield Piece(last, start, "template")


def _marks(text: str) -> list[tuple[int, int, str]]:
    """The marks of the text with where they begin and end, in order."""
    patterns = []
    if "<" in text:
        patterns.append(_ANGLE)
    if "[" in text:
        patterns.append(_LINK)
    if "{" in text:
        patterns += [_OPEN, _CLOSE]
    marks = [(*at.span(), at[0]) for each in patterns for at in each.finditer(text)]
    if "{" in text and _TABLE.search(text):
        for pattern, before in ((_TABLE, " \t:"), (_TABLE_END, " \t")):
            marks += [
                (*at.span(), at[0])
                for at in pattern.finditer(text)
                if _begins_line(text, at.start(), before)
            ]
    marks.sort()
    return marks


def _begins_line(text: str, at: int, before: str) -> bool:
    """Whether nothing else stands before on the line (Parser.php, handleTables)."""
    while at and text[at - 1] in before:
        at -= 1
    return at == 0 or text[at - 1] == "\n"


class Verbatim:
    """Finds where the tags whose contents are no wikitext end, looking at each part once.

    As the preprocessor finds it: a tag goes up to the next ``>`` of whatever kind, and one
    without a closing is text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._tag_end = 0  # after the first > from _looked_from on; 0 is none
        self._looked_from = len(text) + 1
        self._closings: dict[str, _Closing] = {}

    def end(self, name: str, at: int) -> int | None:
        """Where the element ends, from the end of its name; None where it is not closed."""
        if at < self._looked_from or self._looked_from <= self._tag_end <= at:
            self._looked_from = at
            self._tag_end = self._text.find(">", at) + 1
        end = self._tag_end
        if not end:
            return None
        if self._text[end - 2] == "/":
            return end
        name = name.lower()
        closing = self._closings.get(name)
        if closing is None:
            closing = self._closings[name] = _Closing(self._text, name)
        return closing.after(end)


class _Closing:
    """Finds the closings of one tag, looking at each part of the text once."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._pattern = re.compile(rf"</{name}\s*>", re.IGNORECASE)
        self._none_from = len(text) + 1

    def after(self, at: int) -> int | None:
        """The end of the first closing from here on; None where there is none."""
        if at >= self._none_from:
            return None
        match = self._pattern.search(self._text, at)
        if match is None:
            self._none_from = at
            return None
        return match.end()


def _outermost(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece.start, -piece.end)):
        if not found or piece.start >= found[-1].end:
            found.append(piece)
        elif piece.end > found[-1].end:
            found[-1] = Piece(found[-1].start, piece.end, found[-1].kind)
    return found
