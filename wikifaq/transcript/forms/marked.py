"""Questions and answers that are marked: ``Q: …`` and ``A: …``, in any kind of line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.model import Span
from wikifaq.transcript.candidate import Candidate, Reading
from wikifaq.transcript.mark import counts
from wikifaq.transcript.row import says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext


def marked(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Reading | None:
    """Read rows by their marks.

    Where only answers are marked, the row above a marked answer is its question.
    """
    if not page.marked:
        return None
    asked = [at for at in range(first, end) if _is(rows[at], "question")]
    if asked:
        return _by_questions(page, rows, asked, end)
    return _by_answers(page, rows, first, end)


def _is(row: Row, kind: str) -> bool:
    return row.mark is not None and row.mark.kind == kind


def _by_questions(page: Wikitext, rows: Sequence[Row], asked: Sequence[int], end: int) -> Reading:
    candidates: list[Candidate] = []
    above: list[tuple[str, int]] = []  # questions that a deeper one may be nested in
    for at, stop in zip(asked, [*asked[1:], end], strict=True):
        candidate = _candidate(page, rows, at, stop)
        marks = rows[at].marks
        while above and not _is_within(marks, above[-1][0]):
            above.pop()
        candidate.under = above[-1][1] if above else None
        above.append((marks, len(candidates)))
        candidates.append(candidate)
    return Reading("mark", candidates, 1.0)


def _is_within(marks: str, outer: str) -> bool:
    """Whether an item with these list marks is nested in one with the others."""
    return len(marks) > len(outer) and marks.startswith(outer)


def _candidate(page: Wikitext, rows: Sequence[Row], at: int, stop: int) -> Candidate:
    """A marked question, with what is marked as its answer, or else all below it."""
    row = rows[at]
    assert row.mark is not None
    question = [Span(row.mark.end, row.body.end)] if row.mark.end < row.body.end else []
    answer = next(
        (
            n
            for n in range(at + 1, stop)
            if _is(rows[n], "answer") or counts(page.text, rows[n].body, 1)
        ),
        None,
    )
    start = at + 1
    if answer is not None:
        question += [rows[n].body for n in range(at + 1, answer)]
        start = answer
    elif not question and start < stop:
        question = [rows[start].body]  # the mark stands alone on its line
        start += 1
    return Candidate(
        question=tuple(question) or (row.body,),
        first=at,
        start=start,
        end=stop,
        asks=True,
        answered=says(rows, start, stop),
        asker=row.mark.name,
        addressee=row.mark.addressee,
    )


def _by_answers(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Reading | None:
    """Questions without a mark, each the row above a marked answer."""
    answers = [
        at for at in range(first + 1, end) if _is(rows[at], "answer") and rows[at - 1].mark is None
    ]
    if not answers:
        return None
    candidates = [
        Candidate(
            question=(rows[at - 1].body,),
            first=at - 1,
            start=at,
            end=stop - 1 if stop != end else end,
            asks=page.asks(rows[at - 1].body),
            answered=True,
        )
        for at, stop in zip(answers, [*answers[1:], end], strict=True)
    ]
    return Reading("marked answer", candidates, 1.0)
