"""A page into a transcript: the tree, the sections, the entries, and what was not understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wikifaq.model import Entry, Page, Span, Transcript, Turn
from wikifaq.transcript.answer import Piece, numbered, pieces, turns
from wikifaq.transcript.block import tree
from wikifaq.transcript.dates import conversation_date
from wikifaq.transcript.form import QUESTION_MARK, best_reading
from wikifaq.transcript.host import host
from wikifaq.transcript.identity import entry_ids
from wikifaq.transcript.inline import plain
from wikifaq.transcript.kind import entry_kind, follows_on, is_irc_log, thanks
from wikifaq.transcript.label import label
from wikifaq.transcript.section import anchors, section
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wikifaq.transcript.block import Block
    from wikifaq.transcript.form import Reading
    from wikifaq.transcript.section import Section
    from wikifaq.transcript.words import Words

READER = "1"
"""Changes when the same page would be read otherwise: stored readings are then made anew."""

_BOLD = re.compile(r"(?P<marks>'{2,5})(?P<inner>(?:(?!'').)+)(?P=marks)\s*\Z", re.DOTALL)
_SHARE_THAT_ASKS = 0.4
_INVITATION = 3000  # characters


@dataclass(slots=True)
class _Draft:
    """An entry before the page as a whole has given it an id."""

    kind: str
    question: str
    markup: str
    span: Span
    section: Section
    asker: str | None = None
    addressee: str | None = None
    answer: tuple[Turn, ...] = ()
    parent: int | None = None
    follows: int | None = None
    blocks: list[Span] = field(default_factory=list)


def read(page: Page) -> Transcript:
    """Read a page's wikitext into entries.

    Never raises for what a page says: a page that is no transcript comes back as one without
    entries, its ``kind`` and ``warnings`` saying so.
    """
    languages = tuple(LANGUAGES.values())
    text = page.text
    if is_irc_log(text):
        return _empty(page, "irc-log", "a chat log, which holds no entries to read")
    root = tree(text)
    readings = list(_readings(text, root, anchors(text, root), languages))
    drafts = _drafts(text, readings, languages)
    if not _is_transcript(drafts):
        return _empty(page, "none", "no questions with answers were found")
    invitation = text[: min(_INVITATION, drafts[0].span.start)]
    date, warning = conversation_date(page.title, plain(invitation), languages)
    return Transcript(
        title=page.title,
        page_id=page.page_id,
        revision=page.revision,
        kind="transcript",
        chars=len(text),
        date=date,
        host=host(plain(invitation), languages),
        unrecognised=_unrecognised(text, root, readings),
        warnings=tuple(warning for warning in [warning, *_doubts(drafts)] if warning),
        entries=_entries(page, text, drafts),
    )


def _readings(
    text: str, block: Block, known: Mapping[Span, str], languages: Sequence[Words]
) -> Iterator[tuple[Section, Reading]]:
    """Read a section, then those below it whose heading is no question of its own reading."""
    own = section(text, block, known)
    reading = best_reading(text, own, languages)
    asked = {candidate.question for candidate in reading.candidates} if reading else set()
    if reading:
        yield own, reading
    for child in own.blocks:
        if child.kind == "heading" and child not in asked:
            yield from _readings(text, child, known, languages)


def _empty(page: Page, kind: str, warning: str) -> Transcript:
    text = page.text
    left = len(text) - len(text.lstrip())
    unread = Span(left, max(left, len(text.rstrip())))
    return Transcript(
        title=page.title,
        page_id=page.page_id,
        revision=page.revision,
        kind=kind,
        chars=len(text),
        date=conversation_date(page.title, "", LANGUAGES.values())[0],
        unrecognised=(unread,) if unread.start < unread.end else (),
        warnings=(warning,),
    )


def _is_transcript(drafts: Sequence[_Draft]) -> bool:
    """Decide from the page as a whole: some question has its mark, and enough of them ask."""
    asking = sum(draft.kind == "question" for draft in drafts)
    marked = any(QUESTION_MARK.search(draft.question) for draft in drafts)
    return marked and asking >= _SHARE_THAT_ASKS * len(drafts)


def _drafts(
    text: str, readings: Iterable[tuple[Section, Reading]], languages: Sequence[Words]
) -> list[_Draft]:
    cut = [
        (where, candidate, pieces(text, candidate))
        for where, reading in readings
        for candidate in reading.candidates
    ]
    speakers = _speakers(text, [parts for _, _, parts in cut], languages)
    drafts: list[_Draft] = []
    for where, candidate, parts in cut:
        draft = _question(text, where, candidate.question.body, speakers, languages)
        main, subs = numbered(text, parts)
        if subs:
            draft.kind = "question"  # a preamble asks by what stands under it
        draft.answer = turns(text, main, speakers, languages)
        if follows_on(draft.question, languages) and drafts:
            draft.follows = _before(drafts)
        drafts.append(draft)
        parent = len(drafts) - 1
        for asked, answer in subs:
            sub = _question(text, where, asked.span, speakers, languages)
            sub.parent = parent
            sub.answer = turns(text, answer, speakers, languages)
            drafts.append(sub)
    return drafts


def _before(drafts: Sequence[_Draft]) -> int:
    """The nearest entry above that is no sub-question."""
    return next(i for i in range(len(drafts) - 1, -1, -1) if drafts[i].parent is None)


def _speakers(
    text: str, answers: Iterable[Sequence[Piece]], languages: Sequence[Words]
) -> frozenset[str]:
    """The names by which paragraphs of answers on this page are labelled."""
    return frozenset(
        found.name
        for parts in answers
        for piece in parts
        if (found := label(text[piece.span.start : piece.span.end], languages))
    )


def _question(
    text: str, where: Section, body: Span, speakers: frozenset[str], languages: Sequence[Words]
) -> _Draft:
    raw = text[body.start : body.end]
    whole = _BOLD.fullmatch(raw)
    markup = whole["inner"].strip() if whole else raw
    asked_by = label(markup, languages)
    asker = None
    if asked_by and (asked_by.name in speakers or thanks(markup[asked_by.end :], languages)):
        asker, markup = asked_by.name, markup[asked_by.end :]
    question = plain(markup)
    kind = entry_kind(question, languages)
    return _Draft(
        kind=kind,
        question="" if kind == "missing" else question,
        markup="" if kind == "missing" else markup,
        span=body,
        section=where,
        asker=asker,
        addressee=_addressee(question, languages),
    )


def _addressee(question: str, languages: Iterable[Words]) -> str | None:
    """The person of "For Amanda - …" or "Question for Amanda: …"."""
    for words in languages:
        openings = "|".join(map(re.escape, words.addressed))
        name = r"[^\W\d_a-z]\w+"
        match = re.match(rf"(?i:{openings})\s+({name}(?:\s{name})?)\s*[-–—:]\s", question)
        if match:
            return match[1]
    return None


def _entries(page: Page, text: str, drafts: Sequence[_Draft]) -> tuple[Entry, ...]:
    name = str(page.page_id) if page.page_id else page.title
    ids = entry_ids(
        name,
        ((draft.question, "\n".join(turn.text for turn in draft.answer)) for draft in drafts),
    )
    return tuple(
        Entry(
            id=made,
            kind=draft.kind,
            question=draft.question,
            markup=draft.markup,
            wikitext=text[draft.span.start : draft.span.end],
            span=draft.span,
            section=draft.section.title,
            anchor=draft.section.anchor,
            asker=draft.asker,
            addressee=draft.addressee,
            parent=None if draft.parent is None else ids[draft.parent],
            follows=None if draft.follows is None else ids[draft.follows],
            answer=draft.answer,
        )
        for made, draft in zip(ids, drafts, strict=True)
    )


def _doubts(drafts: Sequence[_Draft]) -> Iterable[str]:
    parents = {draft.parent for draft in drafts}
    for number, draft in enumerate(drafts):
        if not draft.answer and number not in parents:
            yield f"no answer was found to {draft.question[:60]!r}"


def _unrecognised(
    text: str, root: Block, readings: Sequence[tuple[Section, Reading]]
) -> tuple[Span, ...]:
    """What stands below the first question and is neither entry nor a known kind of text."""
    known: set[Span] = set()
    for _, reading in readings:
        known |= {each.span for block in reading.before for each in block.walk()}
        for candidate in reading.candidates:
            for block in (candidate.question, *candidate.answer):
                known |= {each.span for each in block.walk()}
    first = min(reading.candidates[0].question.span.start for _, reading in readings)
    last = max(reading.candidates[-1].question.span.start for _, reading in readings)
    spans = []
    for block in root.walk():
        if (
            block.span.end <= first
            or block.span in known
            or block.kind in {"page", "heading", "blank", "rule", "comment"}
            or not plain(text[block.span.start : block.span.end])
        ):
            continue
        # Prose of a section without questions between two with them introduces the next.
        if block.kind == "paragraph" and block.span.end <= last and not _is_after(block, readings):
            continue
        spans.append(Span(block.body.start, block.body.end))
    return tuple(spans)


def _is_after(block: Block, readings: Iterable[tuple[Section, Reading]]) -> bool:
    return any(block in reading.after for _, reading in readings)
