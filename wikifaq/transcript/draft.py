"""An entry before the page as a whole has given it an id: from readings and headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikifaq.model import Span
from wikifaq.transcript.answer import numbered, paragraphs, row_pieces
from wikifaq.transcript.candidate import MOST_STACKED, Piece
from wikifaq.transcript.follow import nested
from wikifaq.transcript.mark import counts
from wikifaq.transcript.question import number_questions, open_question

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wikifaq.model import Turn
    from wikifaq.transcript.candidate import Evidence, Reading
    from wikifaq.transcript.region import Region
    from wikifaq.transcript.wikitext import Wikitext


@dataclass(slots=True)
class Draft:
    """What is read of an entry. ``words`` are the parts of its question without marks.

    ``parent`` and ``follows`` are numbers of drafts, ``evidence`` says how it was found.
    """

    span: Span
    words: tuple[Span, ...]
    region: Region
    evidence: Evidence
    answer: Sequence[Piece] = ()
    kind: str = "question"
    question: str = ""
    markup: str = ""
    titled: bool = False
    asker: str | None = None
    addressee: str | None = None
    turns: tuple[Turn, ...] = ()
    parent: int | None = None
    follows: int | None = None


def drafts_of(
    page: Wikitext,
    top: Region,
    readings: Mapping[Region, Sequence[Reading]],
    asked: Mapping[Region, Evidence],
) -> tuple[list[Draft], set[Region]]:
    """The drafts of a page in their order, sub-questions and nested follow-ups in their place.

    Also returned are the regions that are a question or an answer as a whole.
    """
    drafts: list[Draft] = []
    taken: set[Region] = set()
    for region in top.walk():
        if region in asked:
            taken.update(_of_heading(page, region, asked, drafts))
        elif region not in taken:
            for reading in readings.get(region, ()):
                _of_reading(page, region, reading, drafts)
    drafts = _in_order(drafts)
    _share_answers(page, drafts)
    number_questions(page, drafts)
    return drafts, taken | set(asked)


def _in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in the order of the page, which those of different forms may have left."""
    order = sorted(range(len(drafts)), key=lambda n: drafts[n].span)
    place = {n: at for at, n in enumerate(order)}
    for draft in drafts:
        draft.parent = None if draft.parent is None else place[draft.parent]
        draft.follows = None if draft.follows is None else place[draft.follows]
    return [drafts[n] for n in order]


def _of_heading(
    page: Wikitext, region: Region, asked: Mapping[Region, Evidence], drafts: list[Draft]
) -> Iterator[Region]:
    """Draft the question of a heading; yields the regions below it that answer it too."""
    assert region.heading is not None
    pieces = list(row_pieces(page, region.rows))
    if not any(below in asked for below in region.walk() if below is not region):
        for below in region.walk():
            if below is region or below.heading is None:
                continue
            yield below
            pieces.append(Piece(below.heading.body))
            pieces += row_pieces(page, below.rows)
    body = region.heading.body
    draft = _opened(page, [body], region, asked[region])
    draft.titled = True
    _append(page, draft, paragraphs(page, pieces), drafts)


def _of_reading(page: Wikitext, region: Region, reading: Reading, drafts: list[Draft]) -> None:
    numbers: dict[int, int] = {}
    evidence = reading.evidence
    for number, candidate in enumerate(reading.candidates):
        main, below = nested(page, region.rows, candidate)
        draft = _opened(page, candidate.question, region, evidence)
        draft.asker = candidate.asker or draft.asker
        draft.addressee = candidate.addressee or draft.addressee
        at = numbers[number] = len(drafts)
        if candidate.under is not None:
            draft.follows = numbers[candidate.under]
        _append(page, draft, paragraphs(page, [*candidate.pieces, *main]), drafts)
        for span, pieces in below:
            draft = _opened(page, [span], region, evidence)
            draft.answer, draft.follows = paragraphs(page, pieces), at
            drafts.append(draft)


def _opened(page: Wikitext, question: Sequence[Span], region: Region, evidence: Evidence) -> Draft:
    opened = open_question(page, question)
    span = Span(question[0].start, question[-1].end)
    draft = Draft(span, opened.words, region, evidence)
    draft.asker, draft.addressee = opened.asker, opened.addressee
    return draft


def _append(page: Wikitext, draft: Draft, answer: Sequence[Piece], drafts: list[Draft]) -> None:
    """Add a draft, and the numbered sub-questions that its answer turns out to be."""
    draft.answer, subs = numbered(page, answer)
    parent = len(drafts)
    drafts.append(draft)
    for asked, below in subs:
        span = asked.span
        drafts.append(Draft(span, (span,), draft.region, draft.evidence, below, parent=parent))


def _share_answers(page: Wikitext, drafts: Sequence[Draft]) -> None:
    """Give headings that stand on one another the answer under the last of them."""
    shared = 0
    for above, below in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        stacked = (
            above.titled
            and below.titled
            and not above.region.rows
            and not above.region.children
            and above.region.parent is below.region.parent
            and not counts(page.text, below.words[0])
        )
        shared = shared + 1 if stacked else 0
        if stacked and shared < MOST_STACKED:
            above.answer = below.answer
