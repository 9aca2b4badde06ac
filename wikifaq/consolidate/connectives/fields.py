"""What is known of a language's connectives."""

from __future__ import annotations

from dataclasses import dataclass

from wikifaq.transcript.words.fields import listed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Connectives:
    """One language's words, all lower-case, each the opening of a sentence but for the last.

    ``leaning`` go on from what was said ("also"). ``turning`` limit it or take it back ("but");
    so do ``limiting``, with which a text may as well begin ("unless"). ``correcting`` say that
    it was wrong. ``pronouns`` stand for something that was named. ``alone`` look like one of
    these and need nothing before them ("this year"). ``conceding`` open what is about to be taken
    back ("in theory"). ``first`` opens an enumeration, ``announcing`` are words of a sentence that
    promises one ("two reasons").
    """

    leaning: tuple[str, ...]
    turning: tuple[str, ...]
    limiting: tuple[str, ...]
    correcting: tuple[str, ...]
    pronouns: tuple[str, ...]
    alone: tuple[str, ...]
    conceding: tuple[str, ...]
    first: tuple[str, ...]
    announcing: tuple[str, ...]


def language(
    *,
    leaning: str,
    turning: str,
    limiting: str,
    correcting: str,
    pronouns: str,
    alone: str,
    conceding: str,
    first: str,
    announcing: str,
) -> Connectives:
    """Return a language's words, given as lists with commas."""
    return Connectives(
        leaning=listed(leaning),
        turning=listed(turning),
        limiting=listed(limiting),
        correcting=listed(correcting),
        pronouns=listed(pronouns),
        alone=listed(alone),
        conceding=listed(conceding),
        first=listed(first),
        announcing=listed(announcing),
    )
