"""Transcripts into the FAQ: what recurs is one entry, under one topic, its newest answer first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wikifaq.consolidate.age import aged
from wikifaq.consolidate.bonds import NONE, Bonds
from wikifaq.consolidate.extract import extracts
from wikifaq.consolidate.filed import asked, placed_on_page, places, proposed
from wikifaq.consolidate.follow_ups import behind_followed, under_followed
from wikifaq.consolidate.gathered import decided, entries_of, grouped, related, resemblances
from wikifaq.consolidate.mended import known_again
from wikifaq.consolidate.review import NO_HOLD, Hold, reviewed
from wikifaq.consolidate.standing import Standing
from wikifaq.consolidate.topics import OTHER
from wikifaq.consolidate.wished import wished, without_hidden
from wikifaq.consolidate.wishes import NO_WISHES, Wishes
from wikifaq.model import Answer, Faq

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from wikifaq.consolidate.engine import Engine
    from wikifaq.model import FaqEntry, Topic, Transcript


def consolidate(
    transcripts: Iterable[Transcript],
    *,
    topics: Sequence[Topic],
    engine: Engine,
    standing: Standing | None = None,
    bonds: Bonds = NONE,
    wishes: Wishes = NO_WISHES,
    hold: Hold = NO_HOLD,
    headings: Sequence[tuple[str, str]] | None = None,
    outdated_after: int = 0,
    say: Callable[[str], None] = lambda _: None,
) -> Faq:
    """Build the FAQ of some transcripts, keeping to what stands on the page.

    ``bonds`` are what people said of entries, by their ids, in the configuration, ``wishes`` what
    they said on the wiki; ``hold`` says what waits for their word. ``headings`` are the ids and
    titles of the topics on the page: given, and without any ``topics``, these are kept and others
    proposed from what the questions speak of. Entries ``outdated_after`` years older than the
    newest conversation are told from others, with 0 none. ``say`` is told how far it is, and what
    people's words contradict.

    Answered questions make entries; what else the transcripts hold is counted in
    ``left_out``. An entry takes the id under which it stands, else that of its oldest answer.
    What people removed stays away, and what they moved stays under their topic.
    """
    standing = standing or Standing()
    ordered = sorted(transcripts, key=lambda each: (each.date or "", each.title))
    answers = [answer for transcript in ordered for answer in _answers(transcript)]
    known = known_again(answers, standing)
    said = Bonds(same=(*bonds.same, *wishes.same), different=(*bonds.different, *wishes.different))
    bonds = decided(answers, known, standing, said)
    # What people hid, and stands no more, joins no other entry.
    away = [each for each in answers if _is_away(each, known, standing, wishes)]
    answers = [each for each in answers if each not in away]
    shown = {each.entry.id: _shown(each, known, standing) for each in answers}
    answers = extracts(answers, embedder=engine.embedder, shown=shown)
    grouping = grouped(answers, engine, bonds, say)
    questions = asked(answers)
    placed = placed_on_page(answers, known, standing)
    suggested = not topics and headings is not None
    if suggested:
        topics = proposed(questions, headings or (), placed, engine.embedder, standing)
    filed = places(questions, placed, topics, engine.embedder, standing, links=not suggested)
    entries = entries_of(answers, grouping, known, filed, standing, bonds)
    entries, hidden = without_hidden(entries, wishes.hidden, standing)
    entries, held = reviewed(
        entries, hold=hold, published=wishes.published, known=known, standing=standing
    )
    entries, unmet = wished(entries, wishes, topics=topics, headings=headings or ())
    entries = under_followed(entries, settled=wishes.topics, standing=standing)
    newest = max((each.date for each in ordered if each.entries and each.date), default=None)
    entries = aged(entries, newest=newest, years=outdated_after)
    pairs = resemblances(grouping, entries)
    entries = related(entries, pairs, standing)
    return Faq(
        topics=tuple(topics),
        entries=tuple(behind_followed(_order(entries, ordered))),
        left_out=tuple(sorted(_left_out(ordered).items())),
        conversations=tuple((each.title, each.date) for each in ordered if each.entries),
        resemblances=pairs,
        held=tuple(_order(held, ordered)),
        unmet=(
            *unmet,
            *(
                f"faq-{a} and faq-{b} are both said to be the same and to be different: they stay "
                "apart"
                for a, b in grouping.contradictions
            ),
        ),
        hidden=(*hidden, *((each.entry.id,) for each in away)),
    )


def _is_away(answer: Answer, known: Mapping[str, str], standing: Standing, wishes: Wishes) -> bool:
    key = known.get(answer.entry.id, answer.entry.id)
    return not wishes.hidden.isdisjoint({key, answer.entry.id}) and standing.owner(key) is None


def _shown(answer: Answer, known: Mapping[str, str], standing: Standing) -> str:
    """What the page shows of the entry that an answer is in."""
    owner = standing.owner(known.get(answer.entry.id, answer.entry.id))
    return standing.entries[owner].shown if owner is not None else ""


def _answers(transcript: Transcript) -> Iterable[Answer]:
    by_id = {entry.id: entry for entry in transcript.entries}
    for entry in transcript.entries:
        if entry.kind == "question" and entry.answer:
            yield Answer(
                entry=entry,
                title=transcript.title,
                page_id=transcript.page_id,
                revision=transcript.revision,
                date=transcript.date,
                parent=by_id.get(entry.parent) if entry.parent else None,
            )


def _left_out(transcripts: Iterable[Transcript]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for transcript in transcripts:
        parents = {entry.parent for entry in transcript.entries}
        for entry in transcript.entries:
            if entry.kind != "question":
                counts[entry.kind] += 1
            elif not entry.answer and entry.id not in parents:
                counts["unanswered"] += 1
    return counts


def _order(entries: Iterable[FaqEntry], transcripts: Sequence[Transcript]) -> list[FaqEntry]:
    """The newest conversation first, and in it the order of its page."""
    place_of = {
        entry.id: (number, -position)
        for number, transcript in enumerate(transcripts)
        for position, entry in enumerate(transcript.entries)
    }
    return sorted(entries, key=lambda entry: place_of[entry.answers[0].entry.id], reverse=True)


def topic_ids(topics: Iterable[Topic]) -> tuple[str, ...]:
    """The topics' ids in their order, with the one for other questions last."""
    return (*(topic.id for topic in topics if topic.id != OTHER), OTHER)
