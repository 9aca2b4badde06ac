"""Questions as terms of a definition list: ``; question`` and ``: answer``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.model import Span
from wikifaq.transcript.candidate import MOST_STACKED, Candidate, Reading
from wikifaq.transcript.mark import counts
from wikifaq.transcript.row import says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext

_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"), ("「", "」"), ("（", "）"))


def defined(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Reading | None:
    """Read rows by terms; terms one below the other share what follows the last of them."""
    terms = [
        at for at in range(first, end) if rows[at].kind == "item" and rows[at].marks[-1] == ";"
    ]
    if not terms:
        return None
    candidates: list[Candidate] = []
    for at, stop in zip(terms, [*terms[1:], end], strict=True):
        question, start = _whole(page, rows, at, stop)
        if stop == end:
            stop = _last_end(rows, start, stop)  # noqa: PLW2901 - the last ends before prose
        candidates.append(
            Candidate(
                (question,), at, start, stop, page.asks(question), answered=says(rows, start, stop)
            )
        )
    shared = 0
    for before, after in zip(reversed(candidates[:-1]), reversed(candidates[1:]), strict=True):
        stacked = (
            not before.answered
            and not rows[after.first].gap
            and not counts(page.text, rows[after.first].body)
            and before.asks
            and after.asks
        )
        shared = shared + 1 if stacked else 0
        if stacked and shared < MOST_STACKED:
            before.start, before.end, before.answered = after.start, after.end, after.answered
    return Reading("definition list", candidates, 1.0)


def _whole(page: Wikitext, rows: Sequence[Row], at: int, stop: int) -> tuple[Span, int]:
    """A term with what a colon in it has cut off, and the row after it.

    That is nothing but the colon, or words that close the term's quotation or bracket: "; Why
    does it say "Error: 5"?".
    """
    term = rows[at].body
    if at + 1 < stop and "\n" not in page.text[term.end : rows[at + 1].body.start]:
        rest = rows[at + 1].body
        if rest.start == rest.end or _is_open(page.plain(term)):
            return Span(term.start, max(rest.end, term.end)), at + 2
    return term, at + 1


def _is_open(text: str) -> bool:
    """Whether a quotation or a bracket is open at the end of a text."""
    return text.count('"') % 2 > 0 or any(
        text.count(opening) > text.count(closing) for opening, closing in _PAIRS
    )


def _last_end(rows: Sequence[Row], start: int, stop: int) -> int:
    """Where the last answer ends: before prose that a blank line parts from its definitions."""
    if start < stop and rows[start].kind == "item":
        return next(
            (at for at in range(start, stop) if rows[at].kind == "paragraph" and rows[at].gap), stop
        )
    return stop
