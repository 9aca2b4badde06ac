"""Questions as list items: the level of a list that repeats with answers under it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wikifaq.transcript.candidate import Candidate, Piece, Reading
from wikifaq.transcript.forms.inline_answer import inline_answer, parts_at_breaks
from wikifaq.transcript.mark import counts
from wikifaq.transcript.row import says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext

_LEVELS = 6
_DEEPEST = 4
_PRIOR = 0.97


def listed(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Reading | None:
    """Read rows by the level of a list that has the most evidence; None where none has any."""
    levels = Counter(
        row.marks
        for row in rows[first:end]
        if row.kind == "item" and len(row.marks) <= _DEEPEST and row.marks[-1] != ";"
    )
    best: Reading | None = None
    for marks, _ in sorted(levels.most_common(_LEVELS), key=lambda level: len(level[0])):
        reading = _level(page, rows, _stretches(rows, first, end, marks), marks, best)
        if reading and (best is None or reading.strength > best.strength):
            best = reading
    return best


def _level(
    page: Wikitext,
    rows: Sequence[Row],
    stretches: Sequence[tuple[int, int]],
    marks: str,
    best: Reading | None,
) -> Reading | None:
    """Read the items of a level; None where nothing is answered, or less than what is known."""
    total = len(stretches)
    nested = sum(_nests(rows, start, stop, marks) for start, stop in stretches)
    ends = [
        _answer_end(rows, start, stop, marks, mostly=nested * 2 >= total, last=n == total - 1)
        for n, (start, stop) in enumerate(stretches)
    ]
    answered = sum(
        says(rows, start + 1, stop) for (start, _), stop in zip(stretches, ends, strict=True)
    )
    bodies = [rows[start].body for start, _ in stretches]
    at_breaks = parts_at_breaks(page, bodies)
    if best and not at_breaks and _PRIOR * answered / (total + 1) < best.strength / 2:
        return None  # so few are answered that it can't be better
    candidates: list[Candidate] = []
    for (start, _), stop in zip(stretches, ends, strict=True):
        candidates.append(_candidate(page, rows, start, stop, at_breaks=at_breaks))
    # Statements before the first real question belong to the invitation, unless nested
    # answers show that they are items of the same list.
    real = next(
        (
            n
            for n, (each, (start, stop)) in enumerate(zip(candidates, stretches, strict=True))
            if each.answered and (each.asks or at_breaks or _nests(rows, start, stop, marks))
        ),
        None,
    )
    if real is not None and stretches[0][0] == 0 and candidates[0].answered:
        real = 0  # the list begins the section: nothing introduces statements
    if real is None or sum(each.asks for each in candidates[:real]) >= len(candidates) - real:
        return None  # nothing is answered, or no more than the last of rhetorical questions
    if real and not candidates[real - 1].answered and counts(page.text, bodies[real], 1):
        real -= 1  # the preamble of numbered questions
    return Reading(f"list {marks}", candidates[real:], _PRIOR)


def _candidate(
    page: Wikitext, rows: Sequence[Row], start: int, stop: int, *, at_breaks: bool
) -> Candidate:
    question = rows[start].body
    pieces: tuple[Piece, ...] = ()
    below = says(rows, start + 1, stop)
    cut = inline_answer(page, question, answered=below, at_breaks=at_breaks)
    if cut is not None:
        question, pieces = cut
    return Candidate(
        question=(question,),
        first=start,
        start=start + 1,
        end=stop,
        asks=page.asks(question) or (below and counts(page.text, rows[start + 1].body, 1)),
        answered=bool(pieces) or below,
        pieces=pieces,
    )


def _stretches(rows: Sequence[Row], first: int, end: int, marks: str) -> list[tuple[int, int]]:
    """The items of a level, each with the row before which what is under it ends."""
    found: list[tuple[int, int]] = []
    open_at: int | None = None
    for at in range(first, end):
        row = rows[at]
        if row.kind != "item":
            continue
        if row.marks == marks:
            if open_at is not None:
                found.append((open_at, at))
            open_at = at
        elif open_at is not None and len(row.marks) < len(marks) and marks.startswith(row.marks):
            found.append((open_at, at))
            open_at = None
    if open_at is not None:
        found.append((open_at, end))
    return found


def _nests(rows: Sequence[Row], start: int, stop: int, marks: str) -> bool:
    """Whether an item has items right under it."""
    return start + 1 < stop and _is_under(rows[start + 1], marks)


def _is_under(row: Row, marks: str) -> bool:
    """Whether a row is an item nested in one of these marks, or continues it with a colon."""
    return row.kind == "item" and (
        len(row.marks) > len(marks) or (row.marks[0] == ":" and marks[0] != ":")
    )


def _answer_end(
    rows: Sequence[Row], start: int, stop: int, marks: str, *, mostly: bool, last: bool
) -> int:
    """Where an answer ends: before prose that a blank line parts from it.

    That holds where ``mostly`` answers are nested. Prose after which more items are nested
    belongs to the answer, and so does all prose but that under the ``last`` item.
    """
    if stop == start + 1 or not mostly:
        return stop
    if not _nests(rows, start, stop, marks):
        return start + 1 if rows[start + 1].gap else stop
    if not last:
        return stop
    at = stop
    while at > start + 1 and not _is_under(rows[at - 1], marks):
        at -= 1
    return next((n for n in range(at, stop) if rows[n].gap), stop)
