"""What people wished of single entries, done to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wikifaq.consolidate.topics import OTHER

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from wikifaq.consolidate.standing import Standing
    from wikifaq.consolidate.wishes import Wishes
    from wikifaq.model import FaqEntry, Topic

_ANCHOR = "faq-"


def without_hidden(
    entries: Iterable[FaqEntry], hidden: frozenset[str], standing: Standing
) -> tuple[list[FaqEntry], tuple[tuple[str, ...], ...]]:
    """Leave out the entries that people hid; return the others, and the ids of those.

    An entry is hidden by the id of any question in it, one that people edited by its own only.
    """
    shown: list[FaqEntry] = []
    away: list[tuple[str, ...]] = []
    for entry in entries:
        stands = standing.entries.get(entry.id)
        ids = (entry.id,) if stands and stands.edited else (entry.id, *entry.aliases)
        if hidden.isdisjoint(ids):
            shown.append(entry)
        else:
            away.append((entry.id, *entry.aliases))
    return shown, tuple(away)


def wished(
    entries: Sequence[FaqEntry],
    wishes: Wishes,
    *,
    topics: Iterable[Topic],
    headings: Iterable[tuple[str, str]] = (),
) -> tuple[list[FaqEntry], tuple[str, ...]]:
    """Return the entries as people wish them, and in words which wishes can't be met.

    ``headings`` are the ids and titles of the topics as they stand on the page. An entry that
    isn't there, because it is hidden, held or gone, or because its source is, is no matter.
    """
    named = {topic.title.casefold(): topic.id for topic in topics}
    named |= {title.casefold(): key for key, title in headings}
    named |= {key.casefold(): key for key in (*named.values(), OTHER)}
    unmet: list[str] = []
    made = []
    shown = {entry.id for entry in entries}
    for entry in entries:
        ids = {entry.id, *entry.aliases}
        wish = {
            kind: next((value for key, value in sorted(values.items()) if key in ids), None)
            for kind, values in (
                ("topic", wishes.topics),
                ("question", wishes.questions),
                ("answer", wishes.answers),
                ("extract", wishes.extracts),
            )
        }
        topic = _topic(entry, wish["topic"], named, unmet)
        made.append(
            replace(
                entry,
                topic=topic,
                follows=entry.follows if entry.follows in shown else None,
                also=tuple(each for each in entry.also if each != topic),
                asked=wish["question"] or "",
                pinned=_pinned(entry, wish["answer"], unmet),
                extract=_extract(entry, wish["extract"], unmet),
                outdated=bool(wishes.outdated & ids),
            )
        )
    return made, tuple(unmet)


def unknown(wishes: Wishes, known: Container[str]) -> tuple[str, ...]:
    """Say which entries that people wish something of nobody knows."""
    said = {
        "merge": [key for group in wishes.same for key in group],
        "split": [key for pair in wishes.different for key in pair],
        "hide": wishes.hidden,
        "publish": wishes.published,
        "outdated": wishes.outdated,
        "topic": wishes.topics,
        "question": wishes.questions,
        "answer": wishes.answers,
        "extract": wishes.extracts,
    }
    return tuple(
        f"{keyword}: faq-{key}: there is no such entry, nor a question by that name"
        for keyword, keys in said.items()
        for key in sorted(set(keys))
        if key not in known
    )


def _topic(entry: FaqEntry, wish: str | None, named: dict[str, str], unmet: list[str]) -> str:
    if wish is None:
        return entry.topic
    found = named.get(" ".join(wish.split()).casefold())
    if found is None:
        there = ", ".join(sorted(set(named.values())))
        unmet.append(f"topic: faq-{entry.id}: there is no topic {wish!r}; by their ids: {there}")
    return found or entry.topic


def _pinned(entry: FaqEntry, wish: str | None, unmet: list[str]) -> str:
    """The id of the question whose answer shall come first."""
    if wish is None:
        return ""
    for answer in entry.answers:
        names = {answer.date, answer.title, answer.entry.id, f"{_ANCHOR}{answer.entry.id}"}
        if wish in names:
            return answer.entry.id
    dates = ", ".join(answer.date or answer.title for answer in entry.answers)
    unmet.append(f"answer: faq-{entry.id}: no answer is of {wish!r}; there are {dates}")
    return ""


def _extract(entry: FaqEntry, wish: str | None, unmet: list[str]) -> str:
    """The words to show, where they are consecutive words of what one speaker said."""
    if wish is None:
        return ""
    words = " ".join(wish.split())
    for answer in entry.answers:
        for turn in answer.entry.answer:
            if words in " ".join(turn.text.split()):
                return words
    unmet.append(
        f"extract: faq-{entry.id}: these are no consecutive words of one of its answers: {words!r}"
    )
    return ""
