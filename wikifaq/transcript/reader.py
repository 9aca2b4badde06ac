"""A page into a transcript: the tree, the regions, the forms, the entries, and the rest."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from wikifaq.model import Entry, Page, Span, Transcript
from wikifaq.transcript.answer import labels, turns
from wikifaq.transcript.asking import has_question_mark
from wikifaq.transcript.block import tree
from wikifaq.transcript.coverage import unrecognised
from wikifaq.transcript.dates import conversation_date, dates
from wikifaq.transcript.draft import Draft, drafts_of
from wikifaq.transcript.evidence import believed, read_section
from wikifaq.transcript.forms.headed import headed
from wikifaq.transcript.forms.signed import is_signed, is_talk, threads, without_doubt
from wikifaq.transcript.host import host, is_led
from wikifaq.transcript.identity import entry_ids
from wikifaq.transcript.inline import plain
from wikifaq.transcript.kind import is_irc_log
from wikifaq.transcript.language import languages_of
from wikifaq.transcript.post import posts
from wikifaq.transcript.question import asking_labels, tie, word_question
from wikifaq.transcript.region import regions
from wikifaq.transcript.section import anchors
from wikifaq.transcript.source import source
from wikifaq.transcript.wikitext import SIGNERS, Wikitext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wikifaq.model import Turn
    from wikifaq.transcript.candidate import Reading
    from wikifaq.transcript.region import Region
    from wikifaq.transcript.source import Source
    from wikifaq.transcript.words import Words

READER = "3"
"""Changes when the same page would be read otherwise: stored readings are then made anew."""

_SHARE_THAT_ASKS = 0.4
_DOUBTFUL = 0.5
_SEVERAL = 2
# When somebody signed, which is not when people talked.
_SIGNED_AT = re.compile(r"\d\d?[:.]\d\d[^\n()]{0,40}\([A-Z]{2,5}\)")
_INVITATION = 3000  # characters


def read(page: Page) -> Transcript:
    """Read a page's wikitext into entries.

    Never raises for what a page says: a page that is no transcript comes back as one without
    entries, its ``kind`` and ``warnings`` saying so.
    """
    cleaned = source(page.text)
    languages = languages_of(cleaned.text)
    if is_irc_log(cleaned.text):
        return _empty(page, "irc-log", "a chat log, which holds no entries to read", languages)
    text = Wikitext(cleaned.text, languages)
    root = tree(cleaned.text)
    top = regions(text, root)
    _find_marks(text, top)
    faq = _is_faq(page.title, languages)
    readings = _readings(text, top, page.title)
    led = is_led(cleaned.text[:_INVITATION], languages)
    asked = headed(text, top, readings, faq=faq, led=led)
    for region in asked:
        readings.pop(region, None)
    drafts, told = drafts_of(text, top, readings, asked)
    if not drafts:
        return _none(page, languages)
    above = cleaned.text[: min(_INVITATION, drafts[0].span.start)]
    invitation = plain(_SIGNED_AT.sub("", above))
    date, warning = conversation_date(page.title, invitation, languages)
    led_by = host(above, languages)
    dated = next(dates(page.title, languages), None) is not None
    conversation = led_by is not None or dated
    kind = _kind(drafts, faq=faq, conversation=conversation)
    if kind == "talk":
        conversation = led_by is not None
    _finish(text, drafts, kind, conversation=conversation, faq=faq)
    if not _holds(kind, drafts):
        return _none(page, languages)
    spans = [span for draft in drafts for span in draft.words] + [
        turn.span for draft in drafts for turn in draft.turns
    ]
    headings = [region.heading for region in top.walk() if region.heading]
    left = unrecognised(text, top, readings, told, spans)
    return Transcript(
        title=page.title,
        page_id=page.page_id,
        revision=page.revision,
        kind=kind,
        chars=len(page.text),
        date=date,
        host=led_by,
        unrecognised=tuple(cleaned.origin(span) for span in left),
        warnings=tuple(warning for warning in [warning, *_doubts(drafts)] if warning),
        entries=_entries(page, cleaned, text, drafts, anchors(text, headings)),
    )


def _find_marks(page: Wikitext, top: Region) -> None:
    """Decide whether the page marks questions and answers: one of each, or two questions."""
    marks = [row.mark for region in top.walk() for row in region.rows if row.mark]
    marks += [
        mark for region in top.walk() if region.heading and (mark := page.mark(region.heading.body))
    ]
    if not any(mark.kind == "question" and mark.dotted for mark in marks):
        _leave_initials(top)
        marks = [mark for mark in marks if not mark.initial]
    kinds = Counter(mark.kind for mark in marks)
    words = Counter(mark.kind for mark in marks if not mark.letter)
    answers = kinds["answer"] + kinds["comment"]
    page.marked = (
        (kinds["question"] > 0 and answers > 0)
        or kinds["question"] > 1
        or words["question"] > 0
        or words["answer"] > 1
        or (kinds["answer"] > 1 and _answers_under_questions(page, top) > 1)
    )


def _answers_under_questions(page: Wikitext, top: Region) -> int:
    """How many marked answers stand right under something that asks."""
    found = 0
    for region in top.walk():
        above = region.heading.body if region.heading else None
        for row in region.rows:
            if row.mark and row.mark.kind == "answer" and above and page.asks(above):
                found += 1
            above = row.body
    return found


def _leave_initials(top: Region) -> None:
    """Take marks that may be initials for these: nothing else on the page is marked so."""
    for region in top.walk():
        region.rows = [
            row._replace(mark=None) if row.mark and row.mark.initial else row for row in region.rows
        ]


def _is_faq(title: str, languages: Iterable[Words]) -> bool:
    lowered = title.lower().replace("_", " ").replace("-", " ")
    return any(each in lowered for words in languages for each in words.faq_titles)


def _readings(page: Wikitext, top: Region, title: str) -> dict[Region, list[Reading]]:
    """Read each region by the form that its evidence speaks for."""
    found = {
        region: list(read_section(page, region.rows, 0, len(region.rows)))
        for region in top.walk()
        if region.rows
    }
    talked = _threads(page, found)
    if is_talk(talked, top, titled=_is_talk_title(title, page.languages)):
        sure = {region: without_doubt(page, region, found[region]) for region in talked}
        known = set[str]().union(*sure.values())
        for region, (thread, _) in talked.items():
            alike = any(
                reading.form in known and reading.asking and not is_signed(page, reading)
                for reading in found[region]
            )
            if not sure[region] and not alike:
                found[region] = [thread]
    kept: dict[Region, list[Reading]] = {}
    flat = [(region, reading) for region, own in found.items() for reading in own]
    for region, reading in believed(flat):
        kept.setdefault(region, []).append(reading)
    return kept


def _threads(page: Wikitext, found: Iterable[Region]) -> dict[Region, tuple[Reading, int]]:
    """The threads of the regions in which somebody signed, and how often."""
    posted = {
        region: posts(page.text, region.blocks, SIGNERS)
        for region in found
        if page.may_be_signed(region.rows[0].body.start, region.rows[-1].body.end + 1)
    }
    made = {region: threads(page, region, posted[region]) for region in posted}
    if sum(len(thread.candidates) - 1 for thread in made.values() if thread) >= _SEVERAL:
        made = {region: threads(page, region, posted[region], several=True) for region in posted}
    return {
        region: (thread, sum(post.signed for post in posted[region]))
        for region, thread in made.items()
        if thread
    }


def _is_talk_title(title: str, languages: Iterable[Words]) -> bool:
    space, colon, _ = title.lower().replace("_", " ").partition(":")
    return bool(colon) and any(space in words.talk_titles for words in languages)


def _finish(
    page: Wikitext, drafts: Sequence[Draft], kind: str, *, conversation: bool, faq: bool
) -> None:
    """Tell speakers, turns, kinds and ties, now that the whole page is known."""
    answers = [draft.answer for draft in drafts]
    speakers = labels(page, answers, conversation=conversation, faq=faq)
    asking = asking_labels(page, drafts) if speakers else frozenset[str]()
    parents = {draft.parent for draft in drafts}
    for number, draft in enumerate(drafts):
        shares = number and draft.answer is drafts[number - 1].answer
        draft.turns = drafts[number - 1].turns if shares else turns(page, draft.answer, speakers)
        word_question(page, draft, speakers | asking, "transcript" if conversation else kind)
        if number in parents:
            draft.kind = "question"  # a preamble asks by what stands under it
        draft.evidence = draft.evidence.of_one(
            asks=draft.kind == "question", answered=bool(draft.turns) or number in parents
        )
    tie(page, drafts)


def _kind(drafts: Sequence[Draft], *, faq: bool, conversation: bool) -> str:
    posted = sum(draft.evidence.form == "signed" for draft in drafts)
    if posted * 2 >= len(drafts):
        return "talk"
    return "faq" if faq or not conversation else "transcript"


def _holds(kind: str, drafts: Sequence[Draft]) -> bool:
    """Decide from the page as a whole: some question has its mark, and enough of them ask."""
    asking = sum(draft.kind == "question" for draft in drafts)
    if kind == "talk":
        return any(draft.turns for draft in drafts)
    marked = any(has_question_mark(draft.question) for draft in drafts)
    return (marked or asking > 1) and asking >= _SHARE_THAT_ASKS * len(drafts)


def _none(page: Page, languages: tuple[Words, ...]) -> Transcript:
    return _empty(page, "none", "no questions with answers were found", languages)


def _empty(page: Page, kind: str, warning: str, languages: tuple[Words, ...]) -> Transcript:
    text = page.text
    left = len(text) - len(text.lstrip())
    unread = Span(left, max(left, len(text.rstrip())))
    return Transcript(
        title=page.title,
        page_id=page.page_id,
        revision=page.revision,
        kind=kind,
        chars=len(text),
        date=conversation_date(page.title, "", languages)[0],
        unrecognised=(unread,) if unread.start < unread.end else (),
        warnings=(warning,),
    )


def _doubts(drafts: Sequence[Draft]) -> Iterable[str]:
    parents = {draft.parent for draft in drafts}
    for number, draft in enumerate(drafts):
        if number in parents:
            continue
        if not draft.turns:
            yield f"no answer was found to {draft.question[:60]!r}"
        elif draft.evidence.score < _DOUBTFUL:
            yield f"{draft.question[:60]!r} may be no question: {draft.evidence.why}"


def _entries(
    page: Page,
    cleaned: Source,
    text: Wikitext,
    drafts: Sequence[Draft],
    known: Mapping[Span, str],
) -> tuple[Entry, ...]:
    name = str(page.page_id) if page.page_id else page.title
    ids = entry_ids(
        name,
        ((draft.question, "\n".join(turn.text for turn in draft.turns)) for draft in drafts),
    )
    made = []
    for id_, draft in zip(ids, drafts, strict=True):
        span = cleaned.origin(draft.span)
        region = draft.region
        under = region.parent if draft.titled else region
        section = under.heading if under else None
        heading = region.heading
        made.append(
            Entry(
                id=id_,
                kind=draft.kind,
                question=draft.question,
                markup=draft.markup,
                wikitext=page.text[span.start : span.end],
                span=span,
                section=text.plain(section.body) if section else None,
                anchor=known[heading.span] if heading else None,
                asker=draft.asker,
                addressee=draft.addressee,
                parent=None if draft.parent is None else ids[draft.parent],
                follows=None if draft.follows is None else ids[draft.follows],
                form=draft.evidence.form,
                score=draft.evidence.score,
                why=draft.evidence.why,
                answer=tuple(_placed(page, cleaned, turn) for turn in draft.turns),
            )
        )
    return tuple(made)


def _placed(page: Page, cleaned: Source, turn: Turn) -> Turn:
    """A turn where it stands on the page as it is."""
    if cleaned.raw is cleaned.text:
        return turn
    span = cleaned.origin(turn.span)
    return replace(turn, span=span, wikitext=page.text[span.start : span.end])
