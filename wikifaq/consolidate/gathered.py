"""Answered questions gathered into entries, those that stand on the page first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from wikifaq.consolidate.bonds import Bonds, decide
from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.filed import topic_of
from wikifaq.consolidate.reading import linked
from wikifaq.consolidate.wording import representative
from wikifaq.model import FaqEntry, Resemblance
from wikifaq.transcript.identity import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from wikifaq.consolidate.engine import Engine, Grouping
    from wikifaq.consolidate.filed import Place
    from wikifaq.consolidate.standing import Standing
    from wikifaq.model import Answer

_RELATED = 0.35
_MOST_RELATED = 3
_CUT = "[…]"
_ANCHOR = "faq-"
_TELLING = 3  # words of a question that can be known by them


def grouped(
    answers: Sequence[Answer],
    engine: Engine,
    bonds: Bonds,
    say: Callable[[str], None],
) -> Grouping:
    """Group the questions, keeping to what is decided."""
    grouping = engine.group(
        [
            Question(
                id=answer.entry.id,
                text=answer.entry.question,
                date=answer.date,
                answer="\n\n".join(turn.text for turn in answer.entry.answer),
                section=answer.entry.section,
                follows=answer.entry.follows or answer.entry.parent,
                links=tuple(
                    sorted(
                        linked(answer.entry.markup).union(
                            *(linked(turn.wikitext) for turn in answer.entry.answer)
                        )
                    )
                ),
            )
            for answer in answers
        ],
        bonds=bonds,
        say=say,
    )
    for a, b in grouping.contradictions:
        say(f"{a} and {b} are both said to be the same and to be different: they stay apart.")
    return grouping


def decided(
    answers: Sequence[Answer], known: Mapping[str, str], standing: Standing, people: Bonds
) -> Bonds:
    """Return what is decided, by the ids of questions.

    What stands is one group each, and what ``people`` said holds. ``known`` maps the ids of
    mended questions to those they stand under.
    """
    members: dict[str, list[str]] = defaultdict(list)
    for answer in answers:
        owner = standing.owner(known.get(answer.entry.id, answer.entry.id))
        if owner:
            members[owner].append(answer.entry.id)
    present = {answer.entry.id for answer in answers}

    def question(key: str) -> str:
        """The question that an id of people's stands for: an entry's, an anchor's, its own."""
        key = key.removeprefix(_ANCHOR)
        owner = standing.owner(key)
        return key if key in present or not owner else next(iter(members[owner]), key)

    same = [tuple(map(question, group)) for group in (*people.same, *standing.together)]
    return Bonds(
        standing=tuple(tuple(keys) for keys in members.values()),
        same=(*same, *_again(answers, [*same, *members.values()])),
        different=tuple(
            (question(a), question(b)) for a, b in (*people.different, *standing.apart)
        ),
    )


def _again(answers: Sequence[Answer], groups: Iterable[Sequence[str]]) -> Iterable[tuple[str, str]]:
    """Pair questions with those of the same words in a group of several wordings.

    Such groups are people's: no mean over questions that differ tells that one of them returned.
    """
    words = {
        answer.entry.id: normal(answer.entry.question)
        for answer in answers
        if not (answer.entry.follows or answer.entry.parent)
        and len(answer.entry.question.split()) >= _TELLING
    }
    mixed: dict[str, str] = {}
    for group in groups:
        said = {words[key]: key for key in group if key in words}
        if len(said) > 1:
            mixed |= said
    grouped = {key for group in groups for key in group}
    for key, text in words.items():
        if text in mixed and key not in grouped:
            yield mixed[text], key


def entries_of(
    answers: Sequence[Answer],
    grouping: Grouping,
    known: Mapping[str, str],
    filed: Mapping[str, Place],
    standing: Standing,
    bonds: Bonds,
) -> list[FaqEntry]:
    """Return an entry for each group, but for those that people removed from the page."""
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[grouping.group[answer.entry.id]].append(answer)
    atoms = decide(grouping.group, bonds).atoms
    atom = {key: number for number, keys in enumerate(atoms) for key in keys}
    parts = [part for group in groups.values() for part in _apart(group, known, standing, atom)]
    owners = _owners(parts, known, standing)
    made = [
        entry
        for part, own in zip(parts, owners, strict=True)
        if (entry := _entry(part, own, known, filed, standing))
    ]
    taken = {entry.id for entry in made}
    ids = {answer.entry.id: entry.id for entry in made for answer in entry.answers}
    return [
        replace(
            entry,
            aliases=tuple(
                alias
                for alias in entry.aliases
                if alias not in taken and ids.get(alias, entry.id) == entry.id
            ),
            follows=_follows(entry, ids),
        )
        for entry in made
    ]


def _apart(
    group: Sequence[Answer],
    known: Mapping[str, str],
    standing: Standing,
    atom: Mapping[str, int],
) -> Iterable[list[Answer]]:
    """Part a group where it holds entries that people edited.

    Such an entry is joined with no other that stands, unless people said so; two of them, with
    people's words in both, are joined by people's hands only. ``atom`` tells by their numbers
    which questions are decided to be one.
    """
    edited: dict[str, list[Answer]] = {}
    others: list[tuple[Answer, bool]] = []
    for answer in group:
        owner = standing.owner(known.get(answer.entry.id, answer.entry.id))
        if owner and standing.entries[owner].edited:
            edited.setdefault(owner, []).append(answer)
        else:
            others.append((answer, owner is not None))
    by_atom: dict[int, set[str]] = defaultdict(set)
    for owner, answers in edited.items():
        for answer in answers:
            by_atom[atom[answer.entry.id]].add(owner)
    rest: list[Answer] = []
    owned = False
    for answer, stands in others:
        said = by_atom.get(atom[answer.entry.id], set()) if stands else set()
        if len(said) == 1:
            edited[next(iter(said))].append(answer)
        else:
            owned |= stands
            rest.append(answer)
    if edited and not owned:
        next(iter(edited.values())).extend(rest)
        rest = []
    yield from edited.values()
    if rest:
        yield rest


def _owners(
    parts: Sequence[Sequence[Answer]], known: Mapping[str, str], standing: Standing
) -> list[set[str]]:
    """Return the standing entries that each group goes on with.

    Where people parted an entry, the group with the question that it is named after goes on.
    """
    claims: dict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        keys = [known.get(answer.entry.id, answer.entry.id) for answer in part]
        for owner in sorted({owner for key in keys if (owner := standing.owner(key))}):
            claims[owner].insert(0 if owner in keys else len(claims[owner]), number)
    owners: list[set[str]] = [set() for _ in parts]
    for owner, numbers in claims.items():
        owners[numbers[0]].add(owner)
    return owners


def _entry(
    members: Sequence[Answer],
    owners: set[str],
    known: Mapping[str, str],
    filed: Mapping[str, Place],
    standing: Standing,
) -> FaqEntry | None:
    """One entry of some answers; None where people removed it from the page."""
    members = sorted(
        members, key=lambda answer: (answer.date or "", answer.title, answer.entry.span)
    )
    ids = [known.get(answer.entry.id, answer.entry.id) for answer in members]
    gone = [each in standing.gone for each in ids]
    if owners:
        members = [answer for answer, removed in zip(members, gone, strict=True) if not removed]
        ids = [each for each, removed in zip(ids, gone, strict=True) if not removed]
    elif any(gone):
        return None
    first = _first(owners, standing) or ids[0]
    aliases = dict.fromkeys(
        each
        for owner in [first, *sorted(owners - {first})]
        for each in (owner, *(standing.entries[owner].aliases if owner in standing.entries else ()))
    ) | dict.fromkeys([*ids, *(answer.entry.id for answer in members)])
    aliases.pop(first, None)
    topic, also = topic_of(first, filed[members[0].entry.id], standing)
    return FaqEntry(
        id=first,
        topic=topic,
        answers=tuple(reversed(members)),
        aliases=tuple(aliases),
        wording=_wording(first, members, standing),
        also=also,
    )


def _first(owners: set[str], standing: Standing) -> str | None:
    """The standing entry that goes on: the one that people edited, else the uppermost."""
    order = [key for key in standing.entries if key in owners]
    return min(order, key=lambda key: not standing.entries[key].edited, default=None)


def _wording(key: str, members: Sequence[Answer], standing: Standing) -> str:
    """The id of the question whose words the entry shows: those that stand, unless much worse."""
    wordings = [answer.entry.question for answer in members]
    stands = standing.entries.get(key)
    # A heading may be made of words of several; the shortest is likeliest the one it shows.
    headed = [each for each in wordings if stands and _is_headed(each, stands.heading)]
    shown = min(headed, key=len, default=None)
    return members[representative(wordings, standing=shown or None)].entry.id


def _is_headed(question: str, heading: str) -> bool:
    """Whether a heading is made of consecutive words of a question."""
    text, at = " ".join(question.split()), 0
    parts = [part.strip() for part in heading.split(_CUT) if part.strip()]
    for part in parts:
        found = text.find(" ".join(part.split()), at)
        if found < 0:
            return False
        at = found + len(part)
    return bool(parts)


def _follows(entry: FaqEntry, ids: Mapping[str, str]) -> str | None:
    """The FAQ entry that the newest answer's question follows on, where there is one."""
    before = entry.answers[0].entry.follows
    follows = ids.get(before) if before else None
    return None if follows == entry.id else follows


def resemblances(grouping: Grouping, entries: Iterable[FaqEntry]) -> tuple[Resemblance, ...]:
    """Return the pairs of entries that people should look at, best first, each pair once."""
    ids = {answer.entry.id: entry.id for entry in entries for answer in entry.answers}
    found: dict[tuple[str, str], Resemblance] = {}
    for pair in grouping.suggestions:
        a, b = sorted((ids.get(pair.a, ""), ids.get(pair.b, "")))
        if a and a != b:
            found.setdefault((a, b), Resemblance(a, b, pair.score, pair.why))
    return tuple(found.values())


def related(
    entries: Sequence[FaqEntry], pairs: Iterable[Resemblance], standing: Standing
) -> list[FaqEntry]:
    """Name with each entry those that resemble it most.

    A link that stands on the page stays as long as both entries do: links that come and go with
    each conversation, or with the engine, would be edits that nobody needs.
    """
    there = {entry.id for entry in entries}
    near: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        stands = standing.entries.get(entry.id)
        linked = stands.related if stands else ()
        near[entry.id] += [key for key in linked if key in there and key != entry.id]
    for pair in pairs:
        if pair.score >= _RELATED:
            near[pair.a].append(pair.b)
            near[pair.b].append(pair.a)
    return [
        replace(entry, related=tuple(dict.fromkeys(near[entry.id]))[:_MOST_RELATED])
        for entry in entries
    ]
