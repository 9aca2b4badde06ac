"""An answer that begins in the question's own line: after a line break, or after bold words."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from wikifaq.model import Span
from wikifaq.transcript.asking import ends_asking
from wikifaq.transcript.candidate import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.transcript.wikitext import Wikitext

_MOST_LINES = 6  # of a question
_BREAK = re.compile(r"<br\s*/?>\s*", re.IGNORECASE)
_BOLD = re.compile(
    r"(?P<asked>(?P<marks>'''''|'''|'')(?!')(?:(?!'').)+(?P=marks)(?!'))\s*[:：]?\s*(?:<br\s*/?>\s*)*",
    re.DOTALL,
)


def inline_answer(
    page: Wikitext, body: Span, *, answered: bool, at_breaks: bool = False
) -> tuple[Span, tuple[Piece, ...]] | None:
    """Part a line into its question and the answer after it; None where it holds no answer.

    ``answered`` is whether an answer stands below: then only bold words that ask are parted
    from what follows them. ``at_breaks`` is whether the lines beside it have their answers after
    a line break.
    """
    start, end = body
    if page.text.startswith("''", start):
        match = _BOLD.match(page.text, start, end)
        if match and match.end() < end:
            asked = Span(start, match.end("asked"))
            rest = Span(match.end(), end)
            if ends_asking(page.plain(asked)) and page.plain(rest):
                return asked, (Piece(rest),)
    if answered or not page.has("<", body):
        return None
    for match in islice(_BREAK.finditer(page.text, start, end), _MOST_LINES):
        asked = Span(start, start + len(page.text[start : match.start()].rstrip()))
        rest = Span(match.end(), end)
        if asked.start == asked.end or rest.start == rest.end:
            continue
        if ends_asking(page.plain(asked)):
            return asked, (Piece(rest),)
        if ends_asking(page.plain(rest)) and _goes_on_asking(page, rest):
            continue
        if at_breaks or page.asks(asked):
            return asked, (Piece(rest),)
    return None


def _goes_on_asking(page: Wikitext, rest: Span) -> bool:
    """Whether the next line asks, so that the question isn't whole yet."""
    following = _BREAK.search(page.text, *rest)
    line = Span(rest.start, following.start() if following else rest.end)
    return ends_asking(page.plain(line))


def parts_at_breaks(page: Wikitext, bodies: Sequence[Span]) -> bool:
    """Whether most of some lines have a line break, and half of these ask up to it."""
    if not any(page.has("<", body) for body in bodies):
        return False
    breaks = [
        Span(body.start, match.start())
        for body in bodies
        if (match := _BREAK.search(page.text, *body))
    ]
    asking = sum(map(page.asks, breaks))
    return asking > 0 and len(breaks) * 2 > len(bodies) and asking * 2 >= len(breaks)
