"""What is known of how a language's sentences answer, or lead in to an answer."""

from __future__ import annotations

from dataclasses import dataclass

from wikifaq.transcript.words.fields import listed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AnswerWords:
    """One language's words, all lower-case.

    Of questions: ``what``, ``when``, ``who``, ``amount``, ``why``, ``how`` and ``where`` are the
    words by which they ask for these.

    Of answers: ``plain`` open one that says yes or no; ``unknown`` say that it isn't known or
    decided; ``concluding`` open one that was led up to; ``causing``, ``timing``, ``ways`` (links,
    forms, acts) and ``planning`` stand in answers to why, when, how and whether something is
    planned.

    Of what is no answer: ``lead_in`` are words of a sentence that thanks, hands over or speaks of
    the question, ``meta`` words of talk about questions; ``background`` open a sentence that tells
    what was before.
    """

    what: tuple[str, ...]
    when: tuple[str, ...]
    who: tuple[str, ...]
    amount: tuple[str, ...]
    why: tuple[str, ...]
    how: tuple[str, ...]
    where: tuple[str, ...]
    plain: tuple[str, ...]
    unknown: tuple[str, ...]
    concluding: tuple[str, ...]
    causing: tuple[str, ...]
    timing: tuple[str, ...]
    ways: tuple[str, ...]
    planning: tuple[str, ...]
    lead_in: tuple[str, ...]
    meta: tuple[str, ...]
    background: tuple[str, ...]


def language(**lists: str) -> AnswerWords:
    """Return a language's words, given as lists with commas."""
    return AnswerWords(**{name: listed(each) for name, each in lists.items()})
