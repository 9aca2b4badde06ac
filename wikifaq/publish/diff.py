"""The difference between two texts of a page: for programs, and for a person's eyes."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_CONTEXT = 1
_ALIKE = 0.3


def unified(old: str, new: str, title: str) -> str:
    """Return a unified diff, "" where nothing differs."""
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), f"{title} (now)", f"{title} (new)", lineterm=""
    )
    return "".join(f"{line}\n" for line in lines)


class Line(NamedTuple):
    """A line of a diff: " ", "-", "+" or "@" (a place), and its parts, changed or not."""

    sign: str
    parts: tuple[tuple[str, bool], ...]


def by_words(old: str, new: str) -> Iterator[Line]:
    """Yield the changed lines, the words that changed in them, under the headings above them."""
    a, b = old.splitlines(), new.splitlines()
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        place = _heading(b, group[0][3]) or _heading(a, group[0][1])
        yield Line("@", ((place or "(above the first heading)", False),))
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (Line(" ", ((line, False),)) for line in a[i1:i2])
            elif tag == "replace":
                yield from _replaced(a[i1:i2], b[j1:j2])
            else:
                yield from (Line("-", ((line, False),)) for line in a[i1:i2])
                yield from (Line("+", ((line, False),)) for line in b[j1:j2])


def _heading(lines: Sequence[str], at: int) -> str | None:
    """The headings above a line: its topic's and its own."""
    found: list[str] = []
    level = 7
    for line in reversed(lines[: at + 1]):
        match = re.fullmatch(r"(=+)\s*(.*?)\s*\1\s*", line)
        if match and len(match[1]) < level:
            level = len(match[1])
            found.insert(0, match[2])
    return " › ".join(found) or None


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Pair lines of a replaced block that are alike, in order; the rest are removed and added."""
    rest = list(new)
    for line in old:
        best = max(range(len(rest)), key=lambda i: _ratio(line, rest[i]), default=None)
        if best is None or _ratio(line, rest[best]) < _ALIKE:
            yield Line("-", ((line, False),))
            continue
        yield from (Line("+", ((each, False),)) for each in rest[:best])
        yield from _words(line, rest[best])
        rest = rest[best + 1 :]
    yield from (Line("+", ((each, False),)) for each in rest)


def _ratio(a: str, b: str) -> float:
    if not a.strip() or not b.strip():
        return float(a == b)
    matcher = difflib.SequenceMatcher(None, _TOKEN.findall(a), _TOKEN.findall(b), autojunk=False)
    return matcher.quick_ratio() and matcher.ratio()


def _words(old: str, new: str) -> Iterator[Line]:
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    removed: list[tuple[str, bool]] = []
    added: list[tuple[str, bool]] = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if i1 < i2:
            removed.append(("".join(a[i1:i2]), tag != "equal"))
        if j1 < j2:
            added.append(("".join(b[j1:j2]), tag != "equal"))
    yield Line("-", tuple(removed))
    yield Line("+", tuple(added))
