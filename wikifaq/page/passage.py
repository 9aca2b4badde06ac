"""The wikitext of some sentences of a paragraph, so that an extract keeps its links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikifaq.transcript.inline import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 40  # places that are tried at either end
_SPARE = 4  # times as long as its words, with 200 characters more: a part's mark-up
# Possessive: mark-up in a row is taken once, whatever stands behind it.
_OPENS = r"(?:'{2,}+|\[\[[^\[\]|]*\||\[\[:?|\[[^\s\[\]]+ |<[a-z][^<>]*>|\{\{)*+"
_CLOSES = r"(?:'{2,}+|\]\]|\]|</[a-z]+ *>|\}\})*+"


def passage(paragraph: str, words: str) -> str | None:
    """Return the part of a paragraph's wikitext that reads as some consecutive words of it.

    ``words`` are plain text. None where no part reads exactly so, as where a template shows them.
    """
    wanted = " ".join(words.split())
    if not wanted:
        return None
    first, last = re.escape(wanted[0]), re.escape(wanted[-1])
    ends = list(_places(paragraph, last + _CLOSES, end=True))
    for start in _places(paragraph, rf"(?<!\w){_OPENS}{first}", end=False):
        for end in ends:
            part = paragraph[start:end]
            if len(wanted) <= len(part) <= _SPARE * len(wanted) + 200:
                shown = " ".join(plain(part).split())
                if shown == wanted:
                    return part
                if len(shown) > len(wanted):
                    break
    return None


def _places(text: str, pattern: str, *, end: bool) -> Iterator[int]:
    for number, match in enumerate(re.finditer(pattern, text)):
        if number == _MOST:
            return
        yield match.end() if end else match.start()
