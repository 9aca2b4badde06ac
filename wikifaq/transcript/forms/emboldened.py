"""Questions as bold or italic lines, their answers below them or after them in the same line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikifaq.transcript.candidate import Candidate, Piece, Reading
from wikifaq.transcript.forms.inline_answer import inline_answer
from wikifaq.transcript.row import says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext

_BOLD = re.compile(r"(?P<marks>'{2,5})(?!')(?:(?!'').)+(?P=marks)[ \t]*[:：]?", re.DOTALL)
_PRIOR = 0.95


def emboldened(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Reading | None:
    """Read rows by paragraphs that are bold as a whole or open with bold words that ask."""
    text = page.text
    found: list[tuple[int, Candidate]] = []
    for at in range(first, end):
        row = rows[at]
        if row.kind != "paragraph" or not text.startswith("''", row.body.start):
            continue
        question = row.body
        pieces: tuple[Piece, ...] = ()
        if not _BOLD.fullmatch(text, row.body.start, row.body.end):
            cut = inline_answer(page, row.body, answered=True)
            if cut is None:
                continue
            question, pieces = cut
        found.append(
            (at, Candidate((question,), at, at + 1, at + 1, page.asks(question), pieces=pieces))
        )
    if not found:
        return None
    stops = [at for at, _ in found[1:]] + [end]
    for (at, candidate), stop in zip(found, stops, strict=True):
        candidate.end = stop
        candidate.answered = bool(candidate.pieces) or says(rows, at + 1, stop)
    candidates = [candidate for _, candidate in found]
    asking = sum(candidate.asks for candidate in candidates)
    if not asking:
        return None
    surer = None
    if asking < len(candidates):
        surer = Reading("bold line", [each for each in candidates if each.asks], _PRIOR)
    return Reading("bold line", candidates, _PRIOR, surer=surer)
