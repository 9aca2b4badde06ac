"""Lines of inline wikitext that more than one line make: tables, list items, headings, rules."""

from __future__ import annotations

import re

from wikifaq.transcript.characters import BREAK

_TABLE = re.compile(r":*\s*\{\|")
_IN_CELL = re.compile(r"\[\[|-\{")
_ITEM = re.compile(r"[*#:;]+")
_RULE = re.compile(r"-{4,}")
_COLON = re.compile(":(?!//)")
_DEEPEST_HEADING = 6
_SHORTEST_HEADING = 3


def without_tables(text: str) -> str:
    """Return the text with tables as the text of their cells (Parser.php, ``handleTables``)."""
    lines = text.split("\n")
    depth = 0
    for number, whole in enumerate(lines):
        line = whole.strip()
        if _TABLE.match(line):
            depth += 1
            lines[number] = BREAK
        elif not depth:
            continue
        elif line.startswith("|}"):
            depth -= 1
            lines[number] = BREAK + line[2:]
        elif line.startswith("|-"):
            lines[number] = BREAK
        elif line.startswith("|+"):
            lines[number] = _cells(line[2:])
        elif line.startswith("!"):
            lines[number] = _cells(line[1:].replace("!!", "||"))
        elif line.startswith("|"):
            lines[number] = _cells(line[1:])
    return "\n".join(lines)


def _cells(line: str) -> str:
    """The cells of a line, each without its attributes."""
    shown = []
    for cell in line.split("||"):
        attributes, bar, rest = cell.partition("|")
        shown.append(rest if bar and not _IN_CELL.search(attributes) else cell)
    return BREAK + BREAK.join(shown)


def without_marks(text: str) -> str:
    """Return the text with its lines' marks taken away, but for the first.

    The first line stands behind whatever marks it had on the page (includes/parser/
    BlockLevelPass.php).
    """
    first, *lines = text.split("\n")
    return "\n".join([first, *map(_unmarked, lines)])


def _unmarked(line: str) -> str:
    if item := _ITEM.match(line):
        words = line[item.end() :]
        return _COLON.sub(" ", words, count=1) if ";" in item[0] else words
    if rule := _RULE.match(line):
        return line[rule.end() :]
    if line.startswith("="):
        bare = line.rstrip()
        level = min(
            len(bare) - len(bare.lstrip("=")), len(bare) - len(bare.rstrip("=")), _DEEPEST_HEADING
        )
        if level and len(bare) >= _SHORTEST_HEADING:
            level = min(level, (len(bare) - 1) // 2)
            return bare[level : len(bare) - level]
    return line
