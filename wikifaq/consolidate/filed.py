"""Under which topics the answered questions go, and from which others they are linked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.topics import OTHER, Placed, Placer, propose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.consolidate.engine import Embedder
    from wikifaq.consolidate.standing import Standing
    from wikifaq.consolidate.topics import Placing
    from wikifaq.model import Answer, Entry, Topic


class Place(NamedTuple):
    """Where a question goes by all that is known, and the topics likely without what stands."""

    known: Placing
    likely: tuple[str, ...]


def asked(answers: Sequence[Answer]) -> list[Question]:
    """The questions that were answered, and after them those that they are part of."""
    entries = {answer.entry.id: answer.entry for answer in answers}
    for answer in answers:
        if answer.parent:
            entries.setdefault(answer.parent.id, answer.parent)
    return [
        Question(
            id=entry.id,
            text=entry.question,
            answer=_said(entry),
            section=entry.section,
            follows=entry.follows or entry.parent,
        )
        for entry in entries.values()
    ]


def placed_on_page(
    answers: Sequence[Answer], known: Mapping[str, str], standing: Standing
) -> list[Placed]:
    """The questions that stand under a topic on the page."""
    placed = []
    for answer in answers:
        owner = standing.owner(known.get(answer.entry.id, answer.entry.id))
        stands = standing.entries[owner] if owner else None
        if stands and stands.topic:
            text, said = answer.entry.question, _said(answer.entry)
            placed.append(Placed(text, stands.topic, said, by_people=stands.edited))
    return placed


def proposed(
    questions: Sequence[Question],
    headings: Sequence[tuple[str, str]],
    placed: Sequence[Placed],
    embedder: Embedder | None,
    standing: Standing,
) -> tuple[Topic, ...]:
    """The topics on the page, and new ones that people haven't removed before."""
    answered = [each for each in questions if each.answer]
    found = propose(answered, embedder=embedder, standing=headings, placed=placed)
    return tuple(topic for topic in found if topic.id not in standing.topics_gone)


def places(
    questions: Sequence[Question],
    placed: Sequence[Placed],
    topics: Sequence[Topic],
    embedder: Embedder | None,
    standing: Standing,
    *,
    links: bool,
) -> Mapping[str, Place]:
    """Place every question, by its id; topics that people removed are out."""
    allowed = [topic for topic in topics if topic.id not in standing.topics_gone]
    full = Placer(allowed, embedder=embedder, placed=placed).place(questions)
    if not links:
        # Proposed topics have more words in the run that proposes them than later on.
        return {each.id: Place(placing, ()) for each, placing in zip(questions, full, strict=True)}
    # What stands says nothing of the topics by which other entries are linked: an entry's links
    # would change from the run that lists it first to the next.
    alone = Placer(allowed, embedder=embedder).place(questions) if placed else full
    return {
        question.id: Place(placing, (by_itself.topic, *by_itself.also))
        for question, placing, by_itself in zip(questions, full, alone, strict=True)
    }


def _said(entry: Entry) -> str:
    return "\n\n".join(turn.text for turn in entry.answer)


def topic_of(key: str, place: Place, standing: Standing) -> tuple[str, tuple[str, ...]]:
    """The topic of an entry, and all that are likely."""
    stands = standing.entries.get(key)
    topic = stands.topic if stands and stands.topic else place.known.topic
    return topic, tuple(each for each in place.likely if each != OTHER)
