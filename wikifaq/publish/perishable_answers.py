"""Entries whose answer speaks of a time as seen from its conversation, for a person's eye."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate.perishable import perishable
from wikifaq.transcript.language import languages_of
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.model import Answer, FaqEntry
    from wikifaq.publish.plan import Plan
    from wikifaq.transcript.words import Words


class PerishableAnswer(NamedTuple):
    """An entry by its id, the date of the answer shown first, and what of its wording may age."""

    entry: str
    date: str | None
    phrases: tuple[str, ...]


def perishable_answers(plan: Plan) -> Iterator[PerishableAnswer]:
    """Give the entries on the page whose answer has such wording, as they stand there.

    Only the answer that is shown first counts, the newest unless people chose another; each of
    its phrases is given once, in order.
    """
    return _perishable(_shown(plan))


def unnoticed(plan: Plan) -> Iterator[PerishableAnswer]:
    """Give those of them that nobody has edited or marked as outdated, the oldest first.

    An answer without a date comes last.
    """
    left = [
        (entry, answer)
        for entry, answer in _shown(plan)
        if entry.id not in plan.edited and not entry.outdated
    ]
    # Stable: those of a day stay as they stand on the page.
    return _perishable(sorted(left, key=lambda each: (each[1].date is None, each[1].date or "")))


def _shown(plan: Plan) -> list[tuple[FaqEntry, Answer]]:
    """The entries on the page, each with the answer that is shown first."""
    entries = {entry.id: entry for entry in plan.faq.entries} if plan.faq else {}
    on_page = (entries[key] for _, _, keys in plan.topics for key in keys if key in entries)
    return [(entry, _first(entry)) for entry in on_page]


def _perishable(shown: list[tuple[FaqEntry, Answer]]) -> Iterator[PerishableAnswer]:
    usual = languages_of("\n".join(answer.entry.question for _, answer in shown))
    for entry, answer in shown:
        phrases = _phrases(answer, usual)
        if phrases:
            yield PerishableAnswer(entry.id, answer.date, phrases)


def _first(entry: FaqEntry) -> Answer:
    """The answer that is shown first."""
    pinned = (answer for answer in entry.answers if answer.entry.id == entry.pinned)
    return next(pinned, entry.answers[0])


def _phrases(answer: Answer, usual: tuple[Words, ...]) -> tuple[str, ...]:
    """The phrases of an answer, each once; ``usual`` are the languages of the page's questions.

    An answer too short to tell its language is read in these.
    """
    said = "\n\n".join(turn.text for turn in answer.entry.answer)
    own = languages_of(f"{answer.entry.question}\n{said}")
    spans = perishable(said, own if len(own) < len(LANGUAGES) else usual)
    phrases: dict[str, str] = {}
    for start, end in spans:
        phrases.setdefault(said[start:end].casefold(), said[start:end])
    return tuple(phrases.values())
