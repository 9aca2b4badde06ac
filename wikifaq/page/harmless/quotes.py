"""Bold and italic by apostrophes, as MediaWiki reads them on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUOTES = re.compile("(''+)")
_ITALIC, _BOLD, _BOTH = 2, 3, 5

# What a mark does in a state: the tags it gives, and the state after it. In the state "both"
# five apostrophes have opened bold and italic, and which is outside is not known yet.
_STEPS: dict[tuple[str, int], tuple[tuple[str, ...], str]] = {
    ("", _ITALIC): (("i",), "i"),
    ("b", _ITALIC): (("i",), "bi"),
    ("i", _ITALIC): (("/i",), ""),
    ("bi", _ITALIC): (("/i",), "b"),
    ("ib", _ITALIC): (("/b", "/i", "b"), "b"),
    ("both", _ITALIC): (("/i",), "b"),
    ("", _BOLD): (("b",), "b"),
    ("i", _BOLD): (("b",), "ib"),
    ("b", _BOLD): (("/b",), ""),
    ("bi", _BOLD): (("/i", "/b", "i"), "i"),
    ("ib", _BOLD): (("/b",), "i"),
    ("both", _BOLD): (("/b",), "i"),
    ("b", _BOTH): (("/b", "i"), "i"),
    ("i", _BOTH): (("/i", "b"), "b"),
    ("bi", _BOTH): (("/i", "/b"), ""),
    ("ib", _BOTH): (("/b", "/i"), ""),
    ("both", _BOTH): (("/b", "/i"), ""),
    ("", _BOTH): ((), "both"),
}
_AT_END = {"b": ("/b",), "i": ("/i",), "bi": ("/i", "/b"), "ib": ("/b", "/i"), "both": ("/i", "/b")}


def resolve(line: str, tags: Mapping[str, str]) -> str:
    """Return the line with its marks of two or more apostrophes replaced by tags.

    ``tags`` holds what to write for "b", "/b", "i" and "/i". Tags are closed at the line's end
    and nest; apostrophes that mark nothing stay. The rule is ``doQuotes`` in MediaWiki's
    includes/parser/Parser.php.
    """
    pieces = _QUOTES.split(line)
    if len(pieces) == 1:
        return line
    _split_long(pieces)
    _balance(pieces)
    out: list[str] = []
    state, held = "", 0
    for position, piece in enumerate(pieces):
        if position % 2 == 0:
            out.append(piece)
            continue
        opened = state == "both"
        made, state = _STEPS[state, len(piece)]
        if state == "both":
            held = len(out)
            out.append("")
        elif opened:
            # The one that is closed first is the inner one; five close as MediaWiki has it.
            out[held] = tags["b"] + tags["i"] if made == ("/i",) else tags["i"] + tags["b"]
        out.extend(tags[tag] for tag in made)
    if state == "both":
        # Nothing behind the opening: MediaWiki drops the mark with it.
        text = "".join(out[held + 1 :])
        out[held:] = [tags["b"] + tags["i"] + text] if text else []
    if state != "both" or out[held:]:
        out.extend(tags[tag] for tag in _AT_END.get(state, ()))
    return "".join(out)


def _split_long(pieces: list[str]) -> None:
    """Make every mark one of two, three or five apostrophes; the rest before it is text."""
    for position in range(1, len(pieces), 2):
        length = len(pieces[position])
        keep = _BOLD if length == _BOLD + 1 else min(length, _BOTH)
        pieces[position - 1] += "'" * (length - keep)
        pieces[position] = "'" * keep


def _balance(pieces: list[str]) -> None:
    """Where bold and italic are both left open, take one bold mark for an apostrophe and italic.

    The first behind a one-letter word is taken, else the first behind a longer one, else the
    first behind a space.
    """
    lengths = [len(piece) for piece in pieces[1::2]]
    bold = sum(length in (_BOLD, _BOTH) for length in lengths)
    italic = sum(length in (_ITALIC, _BOTH) for length in lengths)
    if not (bold % 2 and italic % 2):
        return
    single = several = space = 0
    for position in range(1, len(pieces), 2):
        if len(pieces[position]) != _BOLD:
            continue
        before = pieces[position - 1]
        # MediaWiki looks at bytes: the second last of a word of one non-ASCII letter is no space.
        ends = before[-1:].encode("utf-8", "replace")[-2:] or b""
        if before[-1:] == " ":
            space = space or position
        elif len(ends) == 1 and before[-2:-1] == " ":
            single = position
            break
        else:
            several = several or position
    chosen = single or several or space
    if chosen:
        pieces[chosen] = "''"
        pieces[chosen - 1] += "'"
