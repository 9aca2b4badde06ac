"""An answer as its template gets it: when, who, where, what was said, and what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wikifaq.consolidate.length import LONGEST_WHOLE, length
from wikifaq.page.harmless import plain
from wikifaq.page.headline import CUT
from wikifaq.page.passage import passage
from wikifaq.transcript.identity import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.model import Answer, Turn
    from wikifaq.page.permalink import Links


def answer_data(answer: Answer, *, asked: str, chosen: str, links: Links) -> dict[str, Any]:
    """Return what the template of an answer gets.

    ``asked`` is the question as the entry words it, ``chosen`` the words of an answer that people
    chose to show ("" for none).
    """
    turns = [
        {
            **_speaker(turn),
            # A paragraph of nothing but a category, say, shows nothing.
            "paragraphs": list(
                filter(None, (links.text(p, answer.title) for p in turn.paragraphs))
            ),
        }
        for turn in answer.entry.answer
    ]
    shown = [turn for turn in turns if turn["paragraphs"]]
    words = sum(length(turn.text) for turn in answer.entry.answer)
    by_people = _chosen(answer, chosen, links) if chosen else None
    extract = by_people or _extract(answer, links)
    return {
        "date": answer.date,
        "title": plain(answer.title),
        "permalink": links.permalink(short(answer.title), answer.revision, answer.entry.anchor),
        "wording": (
            None
            if normal(answer.entry.question) == normal(asked)
            else links.text(answer.entry.markup, answer.title)
        ),
        "speakers": _speakers(answer.entry.answer),
        "alone": len({(turn["speaker"], turn["audience"]) for turn in shown}) == 1,
        "extract": extract,
        "chosen": by_people is not None,
        "words": words,
        "long": words > LONGEST_WHOLE or by_people is not None,
        "turns": shown,
    }


def _speaker(turn: Turn) -> dict[str, Any]:
    return {
        "speaker": plain(turn.speaker) if turn.speaker else None,
        "role": plain(turn.role) if turn.role else None,
        "audience": turn.audience,
    }


def _speakers(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Who answers by name, each once, with the first role that is told."""
    found: dict[str, dict[str, Any]] = {}
    for turn in turns:
        if turn.speaker and not turn.audience and turn.paragraphs:
            own = found.setdefault(turn.speaker, _speaker(turn))
            own["role"] = own["role"] or (plain(turn.role) if turn.role else None)
    return list(found.values())


def _extract(answer: Answer, links: Links) -> dict[str, Any] | None:
    """The sentences that were chosen of a long answer."""
    extract = answer.extract
    if extract is None:
        return None
    turn = answer.entry.answer[extract.turn]
    start, end = extract.span
    parts = turn.text.split("\n\n")
    paragraphs, at = [], 0
    for number, part in enumerate(parts):
        words = part[max(0, start - at) : max(0, end - at)].strip()
        if words:
            marked = len(parts) == len(turn.paragraphs)
            source = turn.paragraphs[number] if marked else None
            paragraphs.append(_words(words, source, answer.title, links))
        at += len(part) + len("\n\n")
    return _cut(paragraphs, turn, before=turn.text[:start], after=turn.text[end:])


def _chosen(answer: Answer, words: str, links: Links) -> dict[str, Any] | None:
    """The words that people chose, with who said them; None where they aren't in this answer."""
    for turn in answer.entry.answer:
        said = " ".join(turn.text.split())
        at = said.find(words)
        if at >= 0:
            parts = (passage(each, words) for each in turn.paragraphs)
            part = next((each for each in parts if each is not None), None)
            shown = plain(words) if part is None else links.text(part, answer.title)
            return _cut([shown], turn, before=said[:at], after=said[at + len(words) :])
    return None


def _words(words: str, source: str | None, title: str, links: Links) -> str:
    """Some words of a paragraph as wikitext, with its links where the paragraph is known."""
    part = passage(source, words) if source is not None else None
    return plain(" ".join(words.split())) if part is None else links.text(part, title)


def _cut(paragraphs: list[str], turn: Turn, *, before: str, after: str) -> dict[str, Any] | None:
    """An extract's paragraphs with its cuts marked, and who speaks; None where nothing shows."""
    if not any(each.strip() for each in paragraphs):
        return None
    if before.strip():
        paragraphs[0] = f"{CUT} {paragraphs[0]}".strip()
    if after.strip():
        paragraphs[-1] = f"{paragraphs[-1]} {CUT}".strip()
    return {**_speaker(turn), "paragraphs": paragraphs}


def short(title: str) -> str:
    """The last part of a title, or the last two where the last is but a date."""
    parts = title.split("/")
    named = any(map(str.isalpha, parts[-1]))
    return parts[-1] if named else "/".join(parts[-2:])
