"""Entries that wait for a person's word before they are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

    from wikifaq.consolidate.standing import Standing
    from wikifaq.model import Answer, FaqEntry


@dataclass(frozen=True, slots=True)
class Hold:
    """What is held: what one of the ``patterns`` is found in, or ``everything`` that is new."""

    patterns: tuple[re.Pattern[str], ...] = ()
    everything: bool = False

    def matches(self, answer: Answer) -> bool:
        """Whether a pattern is found in the question or in what anybody answers."""
        texts = (answer.entry.question, *(turn.text for turn in answer.entry.answer))
        return any(pattern.search(text) for pattern in self.patterns for text in texts)


NO_HOLD = Hold()


def reviewed(
    entries: Iterable[FaqEntry],
    *,
    hold: Hold,
    published: frozenset[str],
    known: Mapping[str, str],
    standing: Standing,
) -> tuple[list[FaqEntry], list[FaqEntry]]:
    """Return the entries to show and those that are held.

    What stands on the page was shown before and stays; of an entry that stands only new answers
    are held, by the patterns. ``published`` are ids of questions that a person let pass,
    ``known`` maps the ids of mended questions to those they stand under.
    """
    shown: list[FaqEntry] = []
    held: list[FaqEntry] = []
    for entry in entries:
        ids = {entry.id, *entry.aliases}
        stands = entry.id in standing.entries
        if published & ids or not (hold.patterns or hold.everything):
            shown.append(entry)
            continue
        doubtful = [
            answer
            for answer in entry.answers
            if hold.matches(answer)
            and not standing.owner(known.get(answer.entry.id, answer.entry.id))
        ]
        if not stands:
            (held if doubtful or hold.everything else shown).append(entry)
            continue
        fine = tuple(answer for answer in entry.answers if answer not in doubtful)
        if not fine:
            shown.append(entry)
            continue
        waiting = {answer.entry.id for answer in doubtful}
        aliases = tuple(alias for alias in entry.aliases if alias not in waiting)
        shown.append(replace(entry, answers=fine, aliases=aliases) if doubtful else entry)
        held += [
            replace(entry, id=answer.entry.id, answers=(answer,), aliases=()) for answer in doubtful
        ]
    return shown, held
