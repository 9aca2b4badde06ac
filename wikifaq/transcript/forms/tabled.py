"""Questions as cells of a table: a column of questions and one of answers, or a titled box."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wikifaq.transcript.candidate import Candidate, Piece, Reading
from wikifaq.transcript.table import table_notes, table_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.model import Span
    from wikifaq.transcript.row import Row
    from wikifaq.transcript.table import Cell
    from wikifaq.transcript.wikitext import Wikitext

_SHARE = 0.5
_SHORTEST_WORD = 3


def tabled(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Reading | None:
    """Read rows that are tables."""
    candidates: list[Candidate] = []
    unread: list[Span] = []
    for at in range(first, end):
        if rows[at].kind == "table":
            cells = table_rows(page.text, rows[at].body)
            found = _of_table(page, cells, at) if cells else []
            candidates += found
            if found:
                unread += table_notes(page.text, rows[at].body)
                read = {span for each in found for span in _spans(each)}
                unread += [
                    cell.span
                    for row in cells
                    for cell in row
                    if not cell.header and cell.span not in read
                ]
    return Reading("table", candidates, 1.0, unread=unread) if candidates else None


def _spans(candidate: Candidate) -> list[Span]:
    return [*candidate.question, *(piece.span for piece in candidate.pieces)]


def _of_table(page: Wikitext, cells: Sequence[Sequence[Cell]], at: int) -> list[Candidate]:
    if max(map(len, cells)) == 1:
        return _boxed(page, [row[0] for row in cells], at)
    headers, body = _split(cells)
    asked, answers = _columns(page, headers, body)
    if asked is None:
        return []
    found = []
    for row in body:
        if asked < len(row) and page.plain(row[asked].span):
            question = row[asked].span
            pieces = tuple(
                Piece(row[n].span) for n in answers if n < len(row) and page.plain(row[n].span)
            )
            asks = page.asks(question)
            found.append(
                Candidate(
                    (question,), at, at + 1, at + 1, asks, pieces=pieces, answered=bool(pieces)
                )
            )
    return found


def _split(cells: Sequence[Sequence[Cell]]) -> tuple[Sequence[Cell], Sequence[Sequence[Cell]]]:
    """Part the head of a table, a first row of headers alone, from its body."""
    if all(cell.header for cell in cells[0]) and len(cells) > 1:
        return cells[0], cells[1:]
    return (), cells


def _columns(
    page: Wikitext, headers: Sequence[Cell], body: Sequence[Sequence[Cell]]
) -> tuple[int | None, Sequence[int]]:
    """The column of questions and those of answers: as the head names them, or by what asks."""
    titles = [page.plain(cell.span).lower().strip(" :：") for cell in headers]
    asked = _named(titles, [each for words in page.languages for each in words.question_marks])
    answers = _named(titles, [each for words in page.languages for each in words.answer_marks])
    width = max(map(len, body))
    if asked and answers:
        return asked[0], answers
    asking = Counter(n for row in body for n, cell in enumerate(row) if page.asks(cell.span))
    most = max(range(width), key=lambda n: (asking[n], -n))
    if asking[most] < max(_SHARE * len(body), 1) or most == width - 1:
        return None, ()
    return most, answers or range(most + 1, width)


def _named(titles: Sequence[str], names: Sequence[str]) -> list[int]:
    return [
        n
        for n, title in enumerate(titles)
        if any(title in {name, f"{name}s"} or _is_of(title, name) for name in names)
    ]


def _is_of(title: str, name: str) -> bool:
    """Whether a title opens with a word, and not just with a letter: "Questions asked"."""
    return len(name) >= _SHORTEST_WORD and title.startswith(name)


def _boxed(page: Wikitext, cells: Sequence[Cell], at: int) -> list[Candidate]:
    """A table of one column, as boxes that open at a click have it: headers ask, cells answer."""
    found: list[Candidate] = []
    asking = [page.asks(cell.span) for cell in cells]
    headed = any(cell.header and asks for cell, asks in zip(cells, asking, strict=True))
    facts = [asks for cell, asks in zip(cells, asking, strict=True) if not cell.header]
    if not headed and not any(facts[:1]):
        return []  # a column of facts, one of which happens to ask
    for cell, asks in zip(cells, asking, strict=True):
        opens = cell.header if headed else asks
        if opens:
            found.append(Candidate((cell.span,), at, at + 1, at + 1, asks))
        elif found and page.plain(cell.span):
            found[-1].pieces += (Piece(cell.span),)
            found[-1].answered = True
    return found
