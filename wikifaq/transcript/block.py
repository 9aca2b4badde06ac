"""A page's text as a tree of blocks whose spans partition it, byte for byte.

The text is cut where MediaWiki's block pass cuts it (includes/parser/BlockLevelPass.php): after
each line, though not at line breaks in a template, table, comment or verbatim tag, and around
the tags of HTML's lists, headings and boxes. ``nesting`` makes a tree of the blocks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from wikifaq.model import Span
from wikifaq.transcript.definition import items
from wikifaq.transcript.html_block import (
    BOXES,
    HEADINGS,
    ITEMS,
    LIST_TAGS,
    UNSEEN,
    HtmlLists,
    block_tags,
    halves,
)
from wikifaq.transcript.nesting import Block, Kind, Nesting
from wikifaq.transcript.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.transcript.html_block import Tag
    from wikifaq.transcript.unbroken import Piece

__all__ = ["Block", "Kind", "tree"]

_MARKS = "*#:;"
_RULE = "----"
_DEEPEST_HEADING = 6
_IN_HEADING = frozenset({"comment", "template", "verbatim"})


def tree(text: str) -> Block:
    """Read a page's text as a tree: the spans of ``tree(text).walk()``, joined, are the text."""
    if "\r" in text:  # line breaks by one character, at the same offsets
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    pieces = unbroken(text)
    tags, broken = block_tags(text, pieces) if "<" in text else ([], [])
    lines = _Lines(text)
    if pieces or tags or broken:
        lines.read_all(pieces, tags, broken)
    else:
        start = 0
        for end in _line_ends(text):
            lines.read(start, end)
            start = end
    return Block("page", Span(0, 0), Span(0, 0), children=lines.nesting.blocks())


def _line_ends(text: str, together: Sequence[tuple[int, int]] = ()) -> list[int]:
    """Where lines end, but for line breaks within stretches that stand together."""
    end = 0
    ends = [end := end + len(line) + 1 for line in text.split("\n")]
    ends.pop()
    if text and not text.endswith("\n"):
        ends.append(len(text))
    kept: list[int] = []
    done = 0
    for start, after in together:
        first = max(done, bisect_right(ends, start))
        kept += ends[done:first]
        done = max(first, bisect_right(ends, min(after, len(text) - 1)))
    return kept + ends[done:] if kept or done else ends


class _Lines:
    """A text's lines, read from the first to the last."""

    __slots__ = ("_before", "_inside", "_lists", "nesting", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.nesting = Nesting(text)
        self._lists = HtmlLists()
        self._inside = ""  # the marks of the HTML item that the line stands in
        self._before = ""  # the list marks of the line before

    def read_all(
        self, pieces: Sequence[Piece], tags: Sequence[Tag], broken: Sequence[tuple[int, int]]
    ) -> None:
        """Read a text in which there are pieces or tags."""
        together = sorted([*((each.start, each.end) for each in pieces), *broken])
        start = piece = tag = 0
        for end in _line_ends(self.text, together):
            first_piece, first_tag = piece, tag
            while piece < len(pieces) and pieces[piece].start < end:
                piece += 1
            while tag < len(tags) and tags[tag].start < end:
                tag += 1
            if piece == first_piece and tag == first_tag:
                self.read(start, end)
            else:
                self._read_marked(start, end, pieces[first_piece:piece], tags[first_tag:tag])
            start = end

    def read(self, start: int, end: int, pieces: Sequence[Piece] = ()) -> None:
        """Read a line, or the part of it before a tag that cuts it."""
        text, nesting = self.text, self.nesting
        first = text[start]
        before, self._before = self._before, ""
        if first in _MARKS:
            self._item(start, end, before, pieces)
        elif first == "\n":
            nesting.leaf("blank", start, end, start, self._inside)
        elif first == "=" and (heading := _heading(text, start, end, pieces)):
            self._heading(start, end, heading)
        elif first == "-" and text.startswith(_RULE, start):
            self._rule(start, end)
        elif first.isspace() and text[start:end].isspace():
            nesting.leaf("blank", start, end, start, self._inside)
        elif first == "_" and _is_switches(text[start:end]):
            nesting.leaf("tag", start, end, start, self._inside)
        elif first == "{" and text.startswith("{|", start):
            nesting.leaf("table", start, end, start, self._inside)
        else:
            self._text(start, end, preformatted=first == " ")

    def _item(self, start: int, end: int, before: str, pieces: Sequence[Piece]) -> None:
        text = self.text
        body = start + 1
        while body < end and text[body] in _MARKS:
            body += 1
        marks = self._before = text[start:body]
        if ";" not in marks:
            self.nesting.item(self._inside + marks, start, end, body)
            return
        cut = items(text, marks, (start, body, end), before, pieces)
        ends = [*(each.start for each in cut[1:]), end]
        for item, after in zip(cut, ends, strict=True):
            self.nesting.item(self._inside + item.marks, item.start, after, item.body)

    def _text(self, start: int, end: int, *, preformatted: bool = False) -> None:
        if self._inside:
            if not self.nesting.runs:
                self._lists.end_unclosed()
                self._inside = self._lists.inside
            preformatted = False
        self.nesting.text(start, end, self._inside, preformatted=preformatted)

    def _heading(self, start: int, end: int, heading: tuple[int, Span]) -> None:
        self._lists.end_all()
        self._inside = ""
        level, words = heading
        self.nesting.heading(level, start, end, words)

    def _rule(self, start: int, end: int) -> None:
        """Read a rule; the text after it is text."""
        after = start + len(_RULE)
        while after < end and self.text[after] == "-":
            after += 1
        if self._is_blank(after, end):
            self.nesting.leaf("rule", start, end, start, self._inside)
        else:
            self.nesting.leaf("rule", start, after, start, self._inside)
            self._text(after, end)

    def _is_blank(self, start: int, end: int) -> bool:
        return start >= end or self.text[start:end].isspace()

    def _read_marked(
        self, start: int, end: int, pieces: Sequence[Piece], tags: Sequence[Tag]
    ) -> None:
        """Read a line in which there are pieces or tags."""
        number = 0
        at = start
        while (
            number < len(tags)
            and tags[number].name in UNSEEN
            and self._is_blank(at, tags[number].start)
        ):
            at = tags[number].end
            number += 1
        if number:  # the line begins after them
            if number == len(tags) and self._is_blank(at, end):
                at = end
            self.nesting.leaf("tag", start, at, start, self._inside)
        if number < len(tags):
            self._read_tagged(at, end, pieces, tags[number:])
        elif at < end and not self._read_whole(at, end, pieces):
            self.read(at, end, pieces)

    def _read_whole(self, start: int, end: int, pieces: Sequence[Piece]) -> bool:
        """Read a line that is a table, or nothing but templates or comments."""
        pieces = _within(pieces, start, end)
        if not pieces:
            return False
        before = self.text[start : pieces[0].start].strip()
        if pieces[0].kind == "table" and not before.strip(":"):
            self._before = ""
            body = pieces[0].start
            self.nesting.leaf("table", start, end, body, self._inside, before)
            return True
        kinds = {piece.kind for piece in pieces}
        if not kinds <= {"template", "comment"}:
            return False
        at = start
        for piece in pieces:
            if not self._is_blank(at, piece.start):
                return False
            at = piece.end
        if not self._is_blank(at, end):
            return False
        if "template" in kinds:
            self._before = ""
            self.nesting.leaf("template", start, end, start, self._inside)
        else:
            self.nesting.comment(start, end)
        return True

    def _read_tagged(
        self, start: int, end: int, pieces: Sequence[Piece], tags: Sequence[Tag]
    ) -> None:
        """Read a line with tags of blocks: it is cut around those that part its text."""
        if self.text[start] == "=" and self._read_heading(start, end, pieces, tags):
            return
        in_item = self.text[start] in _MARKS
        last = start + len(self.text[start:end].rstrip())
        at = start
        run = start  # where tags began that follow on each other
        for tag, closing in self._cuts(start, end, tags, in_item=in_item):
            if tag.start < at or (tag.name in HEADINGS and self._lists.inside):
                continue
            if not self._is_blank(at, tag.start):
                self._end_tags(run, at)
                self._part(at, tag.start, pieces, first=at == start)
                run = at = tag.start
            after = (closing or tag).end
            begin, at = at, end if after >= last else after
            if closing or tag.name in LIST_TAGS:
                self._end_tags(run, begin)
                run = at
            if closing:
                self._heading(begin, at, (int(tag.name[1]), Span(tag.end, closing.start)))
            elif tag.name in LIST_TAGS:
                self._list_tag(tag, begin, at)
        self._end_tags(run, at)
        if at < end:
            self._part(at, end, pieces, first=at == start)
        if not in_item:
            self._before = ""
        self._lists.on_line_of("")
        self._inside = self._lists.inside

    def _read_heading(
        self, start: int, end: int, pieces: Sequence[Piece], tags: Sequence[Tag]
    ) -> bool:
        """Read a heading that has tags in it, or behind it tags that end boxes."""
        heading = _heading(self.text, start, end, pieces)
        last = end
        if not heading:
            for tag in reversed(tags):
                ends_box = tag.name in UNSEEN or (tag.closes and tag.name in BOXES)
                if not ends_box or not self._is_blank(tag.end, last):
                    break
                last = tag.start
            heading = _heading(self.text, start, last, _within(pieces, start, last))
        if not heading:
            return False
        self._before = ""
        self._heading(start, last, heading)
        self._end_tags(last, end)
        return True

    def _cuts(
        self, start: int, end: int, tags: Sequence[Tag], *, in_item: bool
    ) -> list[tuple[Tag, Tag | None]]:
        """The tags around which a line is cut; those that open a heading with their other half."""
        starts, ends = [start, *(tag.end for tag in tags)], [*(tag.start for tag in tags), end]
        only_tags = all(map(self._is_blank, starts, ends))
        alone = halves(tags)
        end_of_heading: Tag | None = None
        cuts: list[tuple[Tag, Tag | None]] = []
        for tag in reversed(tags):
            closing = None
            if tag.name in HEADINGS and not in_item:
                closing = None if tag.closes else end_of_heading
                end_of_heading = tag if tag.closes else None
            elif not (
                only_tags
                or tag in alone
                or tag.name in LIST_TAGS
                or (tag.name == "div" and not in_item)
            ):
                continue
            cuts.append((tag, closing))
        cuts.reverse()
        return cuts

    def _part(self, start: int, end: int, pieces: Sequence[Piece], *, first: bool) -> None:
        """Read text between tags; the first is the line's beginning."""
        pieces = _within(pieces, start, end)
        if not self.nesting.runs and self._read_whole(start, end, pieces):
            return
        if first and self.text[start] != " ":
            self.read(start, end, pieces)
            self._lists.on_line_of(self._inside + self._before if self._before else "")
            self._inside = self._lists.inside
        else:
            self._text(start, end)

    def _end_tags(self, start: int, end: int) -> None:
        if start < end:
            self.nesting.leaf("tag", start, end, start, self._inside)

    def _list_tag(self, tag: Tag, start: int, end: int) -> None:
        if tag.name in ITEMS and not tag.closes:
            self.nesting.item(self._lists.item(tag), start, end, tag.end, runs=True)
        else:
            inside = self._lists.tag(tag)
            self.nesting.leaf("tag", start, end, start, inside)
        self._inside = self._lists.inside


def _within(pieces: Sequence[Piece], start: int, end: int) -> Sequence[Piece]:
    """The pieces that begin in a stretch."""
    first = bisect_left(pieces, (start,))
    return pieces[first : bisect_left(pieces, (end,), first)]


def _heading(text: str, start: int, end: int, pieces: Sequence[Piece]) -> tuple[int, Span] | None:
    """A heading's level and words, of a line that begins with ``=``; None for another line.

    Blanks, comments and templates, which may show nothing, may follow it
    (Preprocessor_Hash.php, the "line-end" rule; Parser.php, handleHeadings).
    """
    while text[end - 1].isspace():
        end -= 1
    last = end
    if pieces:
        last = _before_trailing(text, end, pieces)
        if any(piece.kind not in _IN_HEADING for piece in pieces):
            return None
    if text[last - 1] != "=":
        return None
    before = start + 1
    while before < last and text[before] == "=":
        before += 1
    if before == last:
        level = min((last - start - 1) // 2, _DEEPEST_HEADING)
    else:
        after = last - 1
        while text[after - 1] == "=":
            after -= 1
        level = min(before - start, last - after, _DEEPEST_HEADING)
    return (level, Span(start + level, last - level)) if level else None


def _before_trailing(text: str, end: int, pieces: Sequence[Piece]) -> int:
    """Where a line ends without the pieces and blanks at its end."""
    for piece in reversed(pieces):
        if piece.end != end or piece.kind not in _IN_HEADING:
            break
        end = piece.start
        while text[end - 1].isspace():
            end -= 1
    return end


def _is_switches(line: str) -> bool:
    """Whether a line is nothing but behaviour switches: ``__NOTOC__``, in whatever language."""
    return line == line.upper() and all(
        word.startswith("__") and word.endswith("__") and word.strip("_") for word in line.split()
    )
