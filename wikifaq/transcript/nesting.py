"""Blocks one after the other into the tree that MediaWiki would show.

Headings nest by level. Lists nest as the block pass nests them (includes/parser/
BlockLevelPass.php, ``execute``): a line's list marks are compared with those of the line before
from the left, ``;`` there counting as ``:``; lists beyond what is equal are closed and those the
line goes on with are opened, empty items where it skips a level. Such items are no blocks.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from wikifaq.model import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal[
    "page", "heading", "item", "paragraph", "blank", "rule", "table", "comment", "tag", "template"
]

_new = tuple.__new__  # a block is made for each line of a page, and this is the quickest way


class Block(NamedTuple):
    """A heading, list item, paragraph or the like, and what stands under it.

    ``span`` covers the block's own lines with their line ends and not its children;
    ``body`` is the part of it without marks and line end. ``marks`` are an item's list marks
    (those that wikitext would have, where it is HTML's), ``level`` is a heading's. Blocks are
    told by identity: comparing them by what they hold would go as deep as lists nest.
    """

    kind: Kind
    span: Span
    body: Span
    marks: str = ""
    level: int = 0
    children: tuple[Block, ...] = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return object.__hash__(self)

    def __repr__(self) -> str:
        return f"<{self.marks or self.kind} {tuple(self.span)}, {len(self.children)} under it>"

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


class _Run(NamedTuple):
    """Text that the next line may go on with."""

    kind: Kind
    start: int
    end: int
    body: int
    marks: str  # an item's own, or those of the item that a paragraph stands in
    preformatted: bool


class Nesting:
    """The blocks of a text so far: each method adds one, in the order of the text.

    Offsets are where the block begins and ends and where its body begins; white space at the
    body's ends is no part of it.
    """

    __slots__ = (
        "_base", "_children", "_depths", "_last", "_levels", "_open", "_run", "_term", "_text"
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self._text = text
        self._run: _Run | None = None
        self._open: list[tuple[Kind, Span, Span, str, int]] = []
        self._children: list[list[Block]] = [[]]
        self._levels: list[int] = []  # of the open headings
        self._base = 1  # how deep blocks stand that are in no list
        self._depths: list[int] = []  # how deep they stand in each of the open lists
        self._last = ""  # the marks of the open lists, : for ;
        self._term = False  # MediaWiki's DTopen

    @property
    def runs(self) -> bool:
        """Whether text would go on with the block before it."""
        return self._run is not None and not self._run.preformatted

    def text(self, start: int, end: int, inside: str = "", *, preformatted: bool = False) -> None:
        """Add text to the text before it, or a paragraph ``inside`` the item with these marks."""
        run = self._run
        if run is None:
            self._run = _new(_Run, ("paragraph", start, end, start, inside, preformatted))
        elif run.preformatted == preformatted:
            self._run = _Run(run.kind, run.start, end, run.body, run.marks, preformatted)
        else:
            self._end_run(run)
            self._run = _new(_Run, ("paragraph", start, end, start, inside, preformatted))

    def leaf(
        self, kind: Kind, start: int, end: int, body: int, inside: str = "", marks: str = ""
    ) -> None:
        """Add a block that holds none, in no list or ``inside`` the item with these marks."""
        if self._run is not None:
            self._end_run(self._run)
        if self._last != inside:
            self._leave(inside)
        self._children[-1].append(
            _new(Block, (kind, _new(Span, (start, end)), self._body(body, end), marks, 0, ()))
        )

    def comment(self, start: int, end: int) -> None:
        """Add comments that fill their lines, which end nothing."""
        if self._run is not None:
            self._end_run(self._run)
        self.leaf("comment", start, end, start, self._last)

    def item(self, marks: str, start: int, end: int, body: int, *, runs: bool = False) -> None:
        """Add a list item; one that ``runs`` goes on with the text after it."""
        if self._run is not None:
            self._end_run(self._run)
        if runs:
            self._run = _Run("item", start, end, body, marks, preformatted=False)
            return
        depths = self._depths
        count = len(marks)
        if marks == self._last or marks.replace(";", ":") == self._last:
            if marks[-1] in ";:":
                self._term = marks[-1] == ";"
        else:
            self._turn(marks)
        depth = depths[count - 2] if count > 1 else self._base
        if len(self._children) > depth:
            self._close(depth)
        self._open.append(("item", _new(Span, (start, end)), self._body(body, end), marks, 0))
        self._children.append([])
        depths[count - 1 :] = (depth + 1,)

    def heading(self, level: int, start: int, end: int, words: Span) -> None:
        """Add a heading."""
        if self._run is not None:
            self._end_run(self._run)
        if self._last:
            self._leave("")
        levels = self._levels
        while levels and levels[-1] >= level:
            levels.pop()
        self._close(len(levels) + 1)
        body = self._body(*words)
        self._open.append(("heading", _new(Span, (start, end)), body, "", level))
        self._children.append([])
        levels.append(level)
        self._base = len(levels) + 1

    def blocks(self) -> tuple[Block, ...]:
        """All that was added, nested."""
        if self._run is not None:
            self._end_run(self._run)
        self._close(1)
        return tuple(self._children[0])

    def _end_run(self, run: _Run) -> None:
        self._run = None
        if run.kind == "item":
            self.item(run.marks, run.start, run.end, run.body)
            self._term = False  # HTML's terms may hold lists
        else:
            self.leaf(run.kind, run.start, run.end, run.body, run.marks)

    def _body(self, start: int, end: int) -> Span:
        text = self._text
        if end > start and text[end - 1] == "\n":
            end -= 1
            if start == end:
                return _new(Span, (start, start))
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        return _new(Span, (start, end))

    def _close(self, depth: int) -> None:
        """Let nothing be open below this depth."""
        children, waiting = self._children, self._open
        while len(children) > depth:
            under = children.pop()
            children[-1].append(_new(Block, (*waiting.pop(), tuple(under))))

    def _leave(self, inside: str) -> None:
        """Close the lists that a block is not in."""
        inside = inside.replace(";", ":")
        common = _common(inside, self._last)
        if ":" in self._last[common:]:
            self._term = False
        del self._depths[common:]
        self._last = self._last[:common]
        self._close(self._depths[-1] if self._depths else self._base)

    def _turn(self, marks: str) -> None:
        """Close and open lists until those are open that stand around the item with the marks."""
        last, depths = self._last, self._depths
        common = _common(marks, last)
        if self._term and ":" in last[common:]:
            self._term = False
        del depths[common:]
        count = len(marks)
        if count == common:
            if marks[-1] == ":":
                self._term = False
        elif common and self._term and marks[common - 1] == ":":
            # The term is over, and a definition begins in which nothing is written.
            depths[-1] = depths[-2] if common > 1 else self._base
            self._term = False
        if count - 1 > common:
            depths += [depths[-1] if depths else self._base] * (count - 1 - common)
        if ";" in marks:
            self._term = self._term or ";" in marks[common:]
            marks = marks.replace(";", ":")
        self._last = marks


def _common(marks: str, others: str) -> int:
    """How many marks are the same from the left (``getCommon``)."""
    if marks.startswith(others):
        return len(others)
    if others.startswith(marks):
        return len(marks)
    return next(
        at for at, (one, other) in enumerate(zip(marks, others, strict=False)) if one != other
    )
