"""Questions nested in an answer: a marked one, or one that opens as a follow-up does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.transcript.answer import row_pieces
from wikifaq.transcript.kind import follows_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.model import Span
    from wikifaq.transcript.candidate import Candidate, Piece
    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext


def nested(
    page: Wikitext, rows: Sequence[Row], candidate: Candidate
) -> tuple[list[Piece], list[tuple[Span, list[Piece]]]]:
    """Part the rows of a candidate's answer from the questions nested in it.

    Returns the answer's own pieces, and each nested question with its answer: the items below
    it that are nested as deep as it, or deeper.
    """
    own: list[Row] = []
    found: list[tuple[Row, list[Row]]] = []
    for at in range(candidate.start, candidate.end):
        row = rows[at]
        if _asks_on(page, row):
            found.append((row, []))
        elif found and row.kind == "item" and len(row.marks) >= len(found[-1][0].marks):
            found[-1][1].append(row)
        else:
            own.append(row)
    return (
        list(row_pieces(page, own)),
        [(row.body, list(row_pieces(page, answer))) for row, answer in found],
    )


def _asks_on(page: Wikitext, row: Row) -> bool:
    if row.kind != "item":
        return False
    if page.marked and row.mark and row.mark.kind == "question":
        return True
    return (
        "?" in page.text[row.body.start : row.body.end]
        and page.asks(row.body)
        and follows_on(page.plain(row.body), page.languages)
    )
