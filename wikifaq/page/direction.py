"""The direction in which a text is read, and marks for one that differs from the page's."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from wikifaq.transcript.inline import plain

Direction = Literal["ltr", "rtl"]

# The blocks of scripts that are written from the right, and how else their letters are typed.
_FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff&]"
)
_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def direction(text: str) -> Direction | None:
    """The direction of most of a plain text's letters; None where it has as many of both, or none.

    The letters are those with a strong direction of their own (Unicode Standard Annex #9).
    """
    sides = [_STRONG.get(unicodedata.bidirectional(character)) for character in text]
    to_the_right, to_the_left = sides.count("ltr"), sides.count("rtl")
    if to_the_right == to_the_left:
        return None
    return "ltr" if to_the_right > to_the_left else "rtl"


def turned(wikitext: str, page: Direction) -> Direction | Literal[""]:
    """The direction of what a reader sees of a wikitext, where it isn't the page's; else ""."""
    if page == "ltr" and not _FROM_THE_RIGHT.search(wikitext):
        return ""  # as on most pages: no need to look closer
    found = direction(plain(wikitext))
    return found if found and found != page else ""


def directed(wikitext: str, page: Direction) -> str:
    """Paragraphs, in a block of their direction where that isn't the page's."""
    other = turned(wikitext, page)
    return f'<div dir="{other}">\n{wikitext}\n</div>' if other else wikitext


def isolated(wikitext: str, page: Direction) -> str:
    """A name or a sentence within a line, kept apart from it where its direction isn't the page's.

    Otherwise marks of punctuation beside it would be shown on its wrong side.
    """
    other = turned(wikitext, page)
    return f'<bdi dir="{other}">{wikitext}</bdi>' if other else wikitext
