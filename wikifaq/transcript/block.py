"""A page's text as a tree of blocks whose spans partition it, byte for byte.

Lists nest as MediaWiki's block pass nests them (includes/parser/BlockLevelPass.php): an item
belongs to the item before it whose marks are a prefix of its own. Headings nest by level. A
line break inside a template, table, comment or verbatim tag does not end a block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from wikifaq.model import Span
from wikifaq.transcript.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["page", "heading", "item", "paragraph", "blank", "rule", "table", "comment"]

_COMMENT = r"<!--(?:(?!-->).)*-->"
_MARKS = re.compile(r"[*#:;]+")
_COMMENTS = re.compile(rf"\s*(?:{_COMMENT}\s*)+\Z", re.DOTALL)
_RULE = re.compile(r"-{4,}")
_DEEPEST_HEADING = 6


# Blocks are told by identity: comparing them by what they hold would go as deep as lists nest.
@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A heading, list item, paragraph or the like, and what stands under it.

    ``span`` covers the block's own lines with their line ends and not its children;
    ``body`` is the part of it without marks and line end. ``marks`` are an item's list marks,
    ``level`` is a heading's.
    """

    kind: Kind
    span: Span
    body: Span
    marks: str = ""
    level: int = 0
    children: tuple[Block, ...] = ()

    @property
    def extent(self) -> Span:
        """The span of the block with everything under it."""
        last = self
        while last.children:
            last = last.children[-1]
        return Span(self.span.start, last.span.end)

    def walk(self) -> Iterator[Block]:
        """This block and all under it, in the order of the page."""
        waiting = [self]
        while waiting:
            block = waiting.pop()
            yield block
            waiting.extend(reversed(block.children))


def tree(text: str) -> Block:
    """Read a page's text as a tree: the spans of ``tree(text).walk()``, joined, are the text."""
    blocks = [_block(text, span) for span in _paragraphs(text, _lines(text))]
    return Block("page", Span(0, 0), Span(0, 0), children=_nest(blocks))


def _lines(text: str) -> list[Span]:
    """Cut the text after each line break that MediaWiki's block pass would see."""
    covered = unbroken(text)
    ends, at = [0], 0
    for match in re.finditer(r"\r\n?|\n", text):
        while at < len(covered) and covered[at].end <= match.start():
            at += 1
        if at == len(covered) or match.start() < covered[at].start:
            ends.append(match.end())
    if ends[-1] != len(text):
        ends.append(len(text))
    return [Span(start, end) for start, end in pairwise(ends)]


def _paragraphs(text: str, lines: Sequence[Span]) -> list[Span]:
    """Join consecutive plain lines, which MediaWiki shows as one paragraph."""
    joined: list[Span] = []
    plain_before = False
    for line in lines:
        plain = _is_plain(text[line.start : line.end])
        if plain and plain_before:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
        plain_before = plain
    return joined


def _is_plain(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not (
        _MARKS.match(line)
        or _RULE.match(line)
        or line.startswith("{|")
        or _heading(line)
        or _COMMENTS.match(line)
    )


def _heading(line: str) -> tuple[int, int] | None:
    """Return a heading's level and where its words end; None for any other line.

    Spaces and comments may follow it (Preprocessor_Hash.php, the "line-end" rule).
    """
    if not line.startswith("="):
        return None
    line = line.rstrip()
    while line.endswith("-->") and (comment := line.rfind("<!--")) > 0:
        line = line[:comment].rstrip()
    before = len(line) - len(line.lstrip("="))
    after = len(line) - len(line.rstrip("="))
    if before == len(line):
        before = after = (len(line) - 1) // 2
    level = min(before, after, _DEEPEST_HEADING)
    return (level, len(line) - level) if level else None


def _block(text: str, span: Span) -> Block:
    raw = text[span.start : span.end]
    line = raw.rstrip("\r\n")
    if not line.strip():
        return Block("blank", span, Span(span.start, span.start))
    if _COMMENTS.match(line):
        return Block("comment", span, _trim(text, span.start, span.end))
    heading = _heading(line)
    if heading:
        level, end = heading
        body = _trim(text, span.start + level, span.start + end)
        return Block("heading", span, body, level=level)
    marks = _MARKS.match(line)
    if marks:
        body = _trim(text, span.start + marks.end(), span.end)
        return Block("item", span, body, marks=marks[0])
    if _RULE.match(line):
        return Block("rule", span, _trim(text, span.start, span.end))
    kind: Kind = "table" if line.startswith("{|") else "paragraph"
    return Block(kind, span, _trim(text, span.start, span.end))


def _trim(text: str, start: int, end: int) -> Span:
    """Leave out white space at both ends."""
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip())
    return Span(start + left, max(start + left, start + len(raw.rstrip())))


def _nest(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Put items under the items they extend, and everything under its heading."""
    open_: list[tuple[Block, list[Block]]] = [(Block("page", Span(0, 0), Span(0, 0)), [])]

    def close(keep: int) -> None:
        while len(open_) > keep:
            block, children = open_.pop()
            if children:
                block = Block(
                    block.kind, block.span, block.body, block.marks, block.level, tuple(children)
                )
            open_[-1][1].append(block)

    for block in blocks:
        depth = len(open_)
        while depth > 1 and not _holds(open_[depth - 1][0], block):
            depth -= 1
        close(depth)
        open_.append((block, []))
    close(1)
    return tuple(open_[0][1])


def _holds(outer: Block, inner: Block) -> bool:
    if outer.kind == "heading":
        return inner.kind != "heading" or inner.level > outer.level
    return (
        outer.kind == "item"
        and inner.kind == "item"
        and len(inner.marks) > len(outer.marks)
        and inner.marks.startswith(outer.marks)
    )
