"""What stands at the start of a line: headings, lists, tables, rules.

A paragraph that was cut from a page may have several lines; ours is one. What began a line of
its own begins one still, after a break; a bullet or a number becomes one to read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikifaq.page.harmless.quotes import resolve
from wikifaq.page.harmless.slots import NOTHING, Break, Close, Open, Words

if TYPE_CHECKING:
    from wikifaq.page.harmless.slots import Slots

# Parser.php, handleHeadings, handleTables and internalParse; BlockLevelPass.php for the rest.
_RULE = re.compile(r"-{4,}")
_LIST = re.compile(r"[*#:;]+")
_TABLE = re.compile(r":*\s*\{\|.*")
_ATTRIBUTES = re.compile(r"[^|\[\x02]*\|")
_DEEPEST = 6


def quote_tags(slots: Slots) -> dict[str, str]:
    """Return what stands for bold and italic that apostrophes made, for ``resolve``."""
    return {
        name: slots.put(Close(name[1:]) if name[0] == "/" else Open(name, quotes=True), "")
        for name in ("b", "/b", "i", "/i")
    }


def read_lines(text: str, slots: Slots) -> str:
    """Return the text with its lines' marks and apostrophes resolved; its lines are but space.

    A mark of a list or of indentation counts from the second line on: in front of the first
    line stands whatever the paragraph was cut from.
    """
    return _Lines(slots).run(text)


class _Lines:
    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self._tags = quote_tags(slots)
        self._break = slots.put(Break(forced=False), "")
        self._numbers: dict[str, int] = {}
        self._tables = 0
        self._block = False  # whether the line before was a block of its own

    def run(self, text: str) -> str:
        return "\n".join(
            self._line(line, first=not number) for number, line in enumerate(text.split("\n"))
        )

    def _line(self, line: str, *, first: bool) -> str:
        bare = line.replace(NOTHING, "").strip(" \t")
        if not bare:  # a blank line ends a paragraph, one with something unseen on it does not
            self._numbers.clear()
            return "" if NOTHING in line else self._break
        was_block, self._block = self._block, True
        line = line.lstrip(NOTHING)
        shown = self._special(bare, indented=not first and line[:1] in (" ", "\t"))
        if shown is not None:
            return f"{self._break}{shown}{self._break}"
        if not first and (marks := _LIST.match(line)):
            return self._break + self._item(marks[0]) + self._quotes(line[marks.end() :])
        self._numbers.clear()
        self._block = not first and line[:1] == " "
        lead = self._break if was_block or self._block else ""
        return lead + self._quotes(line)

    def _special(self, bare: str, *, indented: bool) -> str | None:
        """What a line of a table, a heading or a rule shows; None for any other.

        A table's alone may be indented.
        """
        if _TABLE.fullmatch(bare):
            self._tables += 1
            return ""
        if self._tables and bare[0] in "|!":
            return self._row(bare)
        if indented:
            return None
        if title := _title(bare):
            bold, end = self._slots.put(Open("b", quotes=True)), self._slots.put(Close("b"))
            return bold + self._quotes(title) + end
        rule = _RULE.match(bare)
        return self._quotes(bare[rule.end() :]) if rule else None

    def _quotes(self, line: str) -> str:
        return resolve(line, self._tags)

    def _item(self, marks: str) -> str:
        """What a list item's marks look like; the numbers of deeper lists begin anew."""
        self._numbers = {
            each: number for each, number in self._numbers.items() if marks.startswith(each)
        }
        if marks[-1] == "#":
            self._numbers[marks] = self._numbers.get(marks, 0) + 1
            return self._slots.put(Words(f"{self._numbers[marks]}. "), "")
        return self._slots.put(Words("• "), "") if marks[-1] == "*" else ""

    def _row(self, line: str) -> str:
        if line.startswith("|}"):
            self._tables -= 1
            return self._quotes(line[2:])
        if line.startswith("|-"):
            return ""
        cells = line[2 if line.startswith("|+") else 1 :]
        if line[0] == "!":
            cells = cells.replace("!!", "||")
        return " ".join(self._quotes(_content(cell)) for cell in cells.split("||"))


def _title(line: str) -> str:
    """The content of a line that is a heading, else ""; equals signs too many are content."""
    if len(line) < len("=x=") or line[0] != "=" or line[-1] != "=":
        return ""
    inner = line.strip("=")
    before = len(line) - len(line.lstrip("="))
    after = len(line) - len(line.rstrip("="))
    level = min(before, after, _DEEPEST) if inner else min((len(line) - 1) // 2, _DEEPEST)
    return line[level:-level].strip()


def _content(cell: str) -> str:
    """A table's cell without the attributes in front of it."""
    attributes = _ATTRIBUTES.match(cell)
    return cell[attributes.end() if attributes else 0 :].strip()
