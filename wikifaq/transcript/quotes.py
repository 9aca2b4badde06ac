"""Bold and italic by apostrophes, taken away as MediaWiki reads them.

The rule is ``doQuotes`` in includes/parser/Parser.php: line by line, two apostrophes are italic,
three bold, five both; those beyond are text, and where bold and italic are both left open, one
of the bold marks is an apostrophe and italic.
"""

from __future__ import annotations

import re

from wikifaq.transcript.characters import NOTHING

_RUN = re.compile("(''+)")
_ITALIC, _BOLD, _BOTH = 2, 3, 5


def without_quotes(text: str) -> str:
    """Return the text with a place holder for each mark of bold and italic.

    The apostrophes that mark nothing stay.
    """
    if "\n" in text:
        return "\n".join(map(_line, text.split("\n")))
    return _line(text)


def _line(line: str) -> str:
    pieces = _RUN.split(line)
    if len(pieces) == 1:
        return line
    marks = pieces[1::2]
    longest = max(map(len, marks))
    if longest > _BOLD:
        _split_long(pieces)
        marks = pieces[1::2]
    bold = sum(len(mark) != _ITALIC for mark in marks)
    italic = sum(len(mark) != _BOLD for mark in marks)
    if bold % 2 and italic % 2:
        _balance(pieces)
    return NOTHING.join(pieces[::2])


def _split_long(pieces: list[str]) -> None:
    """Make every mark one of two, three or five apostrophes; the rest before it is text."""
    for position in range(1, len(pieces), 2):
        length = len(pieces[position])
        keep = _BOLD if length == _BOLD + 1 else min(length, _BOTH)
        pieces[position - 1] += "'" * (length - keep)
        pieces[position] = "'" * keep


def _balance(pieces: list[str]) -> None:
    """Take one bold mark for an apostrophe and italic.

    The first behind a one-letter word is taken, else the first behind a longer one, else the
    first behind a space.
    """
    several = space = 0
    for position in range(1, len(pieces), 2):
        if len(pieces[position]) != _BOLD:
            continue
        before = pieces[position - 1]
        # MediaWiki looks at bytes: the second last of a word of one non-ASCII letter is no space.
        if before[-1:] == " ":
            space = space or position
        elif before[-2:-1] == " " and before[-1:].isascii():
            pieces[position - 1] += "'"
            return
        else:
            several = several or position
    chosen = several or space
    if chosen:
        pieces[chosen - 1] += "'"
