"""Transcripts into the FAQ: what recurs is one entry, under one topic, its newest answer first."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.likeness import nearest
from wikifaq.consolidate.standing import Standing
from wikifaq.consolidate.topics import OTHER, place
from wikifaq.model import Answer, Faq, FaqEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wikifaq.consolidate.engine import Engine
    from wikifaq.model import Topic, Transcript


def consolidate(
    transcripts: Iterable[Transcript],
    *,
    topics: Sequence[Topic],
    engine: Engine,
    standing: Standing | None = None,
) -> Faq:
    """Build the FAQ of some transcripts, keeping to what stands on the page.

    Answered questions make entries; what else the transcripts hold is counted in
    ``left_out``. An entry takes the id under which it stands, else that of its oldest answer.
    What people removed stays away, and what they moved stays under their topic.
    """
    standing = standing or Standing()
    ordered = sorted(transcripts, key=lambda each: (each.date or "", each.title))
    answers = [answer for transcript in ordered for answer in _answers(transcript)]
    known = _known_again([answer.entry.id for answer in answers], answers, standing)
    groups = _groups(answers, engine)
    entries = _joined(
        entry
        for group in groups
        for members in _apart(group, known, standing)
        if (entry := _entry(members, known, topics, standing))
    )
    ids = {answer.entry.id: entry.id for entry in entries for answer in entry.answers}
    return Faq(
        topics=tuple(topics),
        entries=tuple(_order([_follow(entry, ids) for entry in entries], ordered)),
        left_out=tuple(sorted(_left_out(ordered).items())),
        conversations=tuple((each.title, each.date) for each in ordered if each.entries),
    )


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


def _known_again(
    ids: Sequence[str], answers: Sequence[Answer], standing: Standing
) -> Mapping[str, str]:
    """Map ids of entries whose wording was mended at the source to those they stand under.

    An id that stands or is gone, and that no source has any more, is matched with a question
    that is new and alike: they are the same question, spelt anew.
    """
    present = set(ids)
    lost = {
        key: each.likeness
        for key, each in standing.entries.items()
        if key not in present and each.likeness
    } | {key: like for key, like in standing.gone.items() if key not in present and like}
    known: dict[str, str] = {}
    for answer in answers:
        key = answer.entry.id
        if not lost or standing.owner(key) or key in standing.gone:
            continue
        match = nearest(answer.entry.question, answer.page_id, lost)
        if match:
            known[key] = match
            del lost[match]
    return known


def _groups(answers: Sequence[Answer], engine: Engine) -> Iterable[list[Answer]]:
    group = engine.group(
        [
            Question(
                id=answer.entry.id,
                text=answer.entry.question,
                date=answer.date,
                answer="\n\n".join(turn.text for turn in answer.entry.answer),
                section=answer.entry.section,
                follows=answer.entry.follows or answer.entry.parent,
            )
            for answer in answers
        ]
    )
    members: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        members[group[answer.entry.id]].append(answer)
    return members.values()


def _apart(
    group: Sequence[Answer], known: Mapping[str, str], standing: Standing
) -> Iterable[list[Answer]]:
    """Part a group where it holds entries that people edited: those are joined with no other."""
    edited: dict[str, list[Answer]] = {}
    rest: list[Answer] = []
    owned = False
    for answer in group:
        owner = standing.owner(known.get(answer.entry.id, answer.entry.id))
        if owner and standing.entries[owner].edited:
            edited.setdefault(owner, []).append(answer)
        else:
            owned |= owner is not None
            rest.append(answer)
    if edited and not owned:
        next(iter(edited.values())).extend(rest)
        rest = []
    yield from edited.values()
    if rest:
        yield rest


def _entry(
    members: Sequence[Answer], known: Mapping[str, str], topics: Sequence[Topic], standing: Standing
) -> FaqEntry | None:
    """One entry of some answers; None where people removed it from the page."""
    members = sorted(members, key=lambda answer: (answer.date or "", answer.title))
    ids = [known.get(answer.entry.id, answer.entry.id) for answer in members]
    owners = {owner for each in ids if (owner := standing.owner(each))}
    gone = [each in standing.gone for each in ids]
    if owners:
        members = [answer for answer, removed in zip(members, gone, strict=True) if not removed]
    elif any(gone):
        return None
    first = next((key for key in standing.entries if key in owners), ids[0])
    aliases = dict.fromkeys(
        each
        for owner in [first, *sorted(owners - {first})]
        for each in (owner, *(standing.entries[owner].aliases if owner in standing.entries else ()))
        if each != first
    )
    return FaqEntry(
        id=first,
        topic=_topic(first, members[0], topics, standing),
        answers=tuple(reversed(members)),
        aliases=tuple(aliases),
    )


def _topic(key: str, answer: Answer, topics: Sequence[Topic], standing: Standing) -> str:
    stands = standing.entries.get(key)
    if stands and stands.topic:
        return stands.topic
    allowed = [topic for topic in topics if topic.id not in standing.topics_gone]
    context = answer.parent.question if answer.parent else ""
    return place(
        f"{context}\n{answer.entry.question}",
        "\n".join(turn.text for turn in answer.entry.answer),
        answer.entry.section,
        allowed,
    )


def _joined(entries: Iterable[FaqEntry]) -> list[FaqEntry]:
    """Join entries that came to the same id: what stands as one entry stays one."""
    by_id: dict[str, FaqEntry] = {}
    for entry in entries:
        first = by_id.get(entry.id)
        if first:
            answers = sorted(
                [*first.answers, *entry.answers],
                key=lambda answer: (answer.date or "", answer.title),
                reverse=True,
            )
            entry = FaqEntry(  # noqa: PLW2901 - the joined entry takes the place of both
                id=entry.id,
                topic=first.topic,
                answers=tuple(answers),
                aliases=tuple(dict.fromkeys([*first.aliases, *entry.aliases])),
            )
        by_id[entry.id] = entry
    return list(by_id.values())


def _follow(entry: FaqEntry, ids: Mapping[str, str]) -> FaqEntry:
    """Name the FAQ entry that the newest answer's question follows on, where there is one."""
    before = entry.answers[0].entry.follows
    follows = ids.get(before) if before else None
    return FaqEntry(
        entry.id,
        entry.topic,
        entry.answers,
        entry.aliases,
        None if follows == entry.id else follows,
        entry.related,
    )


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
