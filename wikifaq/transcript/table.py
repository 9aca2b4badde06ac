"""The cells of a wikitext table, row by row.

Cells are parted as MediaWiki's Parser::handleTables parts them: by ``|`` and ``!`` at the start
of a line and by ``||`` and ``!!`` in it. None of these counts within a link, a template or a
verbatim tag.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.model import Span
from wikifaq.transcript.call import marks_outside, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = re.compile(
    r"(?P<open>\{\{|\[\[)|(?P<close>\}\}|\]\])"
    r"|<(?P<tag>nowiki|pre|syntaxhighlight|source|math)\b[^<>]*(?<!/)>"
    r"|(?P<line>\n[ \t:]*(?:\{\||\|\}|\|-|\|\+|[|!]))|(?P<over>\n)|(?P<bars>\|\||!!)|(?P<bar>\|)",
    re.IGNORECASE,
)
_LONGEST_ATTRIBUTES = 400  # characters


class Cell(NamedTuple):
    """A cell's text, without its attributes, and whether it is a header."""

    span: Span
    header: bool


def table_rows(text: str, table: Span) -> list[list[Cell]]:
    """Return the rows of the table that a span holds, those without cells left out.

    Tables within a cell are part of its text.
    """
    end = table.end - 2 if text.startswith("|}", table.end - 2) else table.end
    cells = _Cells(text)
    for match in _marks(text, table.start + 2, table.end):
        kind = _line(match)
        if kind in {"|", "!"}:
            cells.open(match, header=kind == "!")
        elif kind == "|-":
            cells.close(match.start())
            cells.rows.append([])
        elif kind:  # a caption, or the end
            cells.close(match.start())
        elif match["over"]:
            cells.first_line = False
        elif not cells.first_line:
            continue
        elif match["bars"] and (match["bars"] == "||" or cells.header):
            cells.open(match, header=cells.header)
        elif match["bar"]:
            cells.attributes(match)
    cells.close(end)
    return [row for row in cells.rows if row]


def table_notes(text: str, table: Span) -> list[Span]:
    """Return the captions of a table, and what stands behind its end."""
    found: list[Span] = []
    begun: int | None = None
    for match in _marks(text, table.start + 2, table.end):
        kind = _line(match)
        if begun is not None and kind:
            found.append(trimmed(text, begun, match.start()))
        if kind:
            begun = match.end() if kind == "|+" else None
        if kind == "|}":
            found.append(trimmed(text, match.end(), table.end))
            break
    return found


class _Cells:
    """The rows read so far, and the cell that is open.

    ``first_line`` is whether the line in which it began goes on: bars part cells there only.
    """

    def __init__(self, text: str) -> None:
        self.rows: list[list[Cell]] = [[]]
        self.header = False
        self.first_line = False
        self._text = text
        self._begun: int | None = None
        self._parted = False

    def open(self, match: re.Match[str], *, header: bool) -> None:
        self.close(match.start())
        self._begun, self.header, self._parted = match.end(), header, False
        self.first_line = True

    def attributes(self, match: re.Match[str]) -> None:
        """Take what stands before the first single bar for attributes, where it may be some."""
        if self._begun is None or self._parted:
            return
        self._parted = True
        before = self._text[self._begun : min(match.start(), self._begun + _LONGEST_ATTRIBUTES)]
        if "=" in before and "[[" not in before and "-{" not in before:
            self._begun = match.end()

    def close(self, at: int) -> None:
        if self._begun is not None:
            self.rows[-1].append(Cell(trimmed(self._text, self._begun, at), self.header))
        self._begun = None


def _line(match: re.Match[str]) -> str:
    """What a line opens with, of the marks of tables."""
    return (match["line"] or "").lstrip("\n \t:")


def _marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The marks of a table that are not within a link, a template, a tag or a table in it."""
    depth = nested = 0
    for match in marks_outside(_MARKS, text, Span(start, end)):
        kind = _line(match)
        if match["open"]:
            depth += 1
        elif match["close"]:
            depth = max(0, depth - 1)
        elif kind == "{|":
            nested += 1
        elif kind == "|}" and nested:
            nested -= 1
        elif nested or (depth and not kind):
            continue  # a line's end among them
        elif kind not in {"|", "!"} or not depth:
            depth = 0
            yield match
