"""The forms in which pages write down a question, recognised by evidence on the tree.

A form says which blocks of a section may be questions; what follows one up to the next is its
answer. Whether the form is really in use is decided from the section's blocks together: how
many of them have an answer, and how many read as a question. A new layout is a new form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from wikifaq.transcript.inline import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wikifaq.transcript.block import Block
    from wikifaq.transcript.section import Section
    from wikifaq.transcript.words import Words

QUESTION_MARK = re.compile(r"[?？؟\u037e]")


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a question: ``matches`` tells the blocks that may be one."""

    name: str
    matches: Callable[[Block], bool]


FORMS = (
    Form("bullet", lambda block: block.kind == "item" and block.marks == "*"),
    Form("number", lambda block: block.kind == "item" and block.marks == "#"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that may be a question, with the blocks up to the next such block or heading."""

    question: Block
    answer: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A section read by one form: what comes before the first question, and the questions.

    ``score`` is 0 to 1: the share of candidates that are answered, weighed with the share of
    them that read as a question.
    """

    form: Form
    before: tuple[Block, ...]
    candidates: tuple[Candidate, ...]
    after: tuple[Block, ...]
    score: float


def asks(question: str, languages: Iterable[Words]) -> bool:
    """Whether a plain text asks something: by its mark, or by the words that open a clause."""
    if QUESTION_MARK.search(question):
        return True
    return any(_opens_with(words.asking).search(question) for words in languages)


@lru_cache(maxsize=64)
def _opens_with(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches where a clause of a text opens with one of the words."""
    alternatives = "|".join(map(re.escape, words))
    return re.compile(rf"(?:^|[,.:;–—-]\s)\s*(?:{alternatives})\b", re.IGNORECASE)


def best_reading(
    text: str, section: Section, languages: Sequence[Words], forms: Sequence[Form] = FORMS
) -> Reading | None:
    """Read a section by the form with the most evidence; None where none has any."""
    readings = [_reading(text, section, form, languages) for form in forms]
    found = [reading for reading in readings if reading is not None]
    return max(found, key=lambda reading: (reading.score, len(reading.candidates)), default=None)


def _reading(text: str, section: Section, form: Form, languages: Sequence[Words]) -> Reading | None:
    starts = [i for i, block in enumerate(section.blocks) if form.matches(block)]
    if not starts:
        return None
    candidates = [
        Candidate(section.blocks[start], _up_to_heading(section.blocks[start + 1 : end]))
        for start, end in zip(starts, [*starts[1:], len(section.blocks)], strict=True)
    ]
    nested = sum(bool(candidate.question.children) for candidate in candidates)
    follows = [_attached(candidate, nested, len(candidates)) for candidate in candidates]
    candidates, after = _close(candidates, follows, nested)
    # Statements before the first real question belong to the invitation, unless nested
    # answers show that they are items of the same list.
    first = next(
        (
            i
            for i, each in enumerate(candidates)
            if _answered(each) and (nested or _asks(text, each, languages))
        ),
        None,
    )
    if first is None:
        return None
    before = section.blocks[: starts[first]]
    candidates = candidates[first:]
    answered = sum(_answered(candidate) for candidate in candidates)
    asking = sum(_asks(text, candidate, languages) for candidate in candidates)
    score = answered / len(candidates) * (0.5 + 0.5 * asking / len(candidates))
    return Reading(form, before, tuple(candidates), after, score)


def _up_to_heading(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(takewhile(lambda block: block.kind != "heading", blocks))


def _attached(candidate: Candidate, nested: int, total: int) -> bool:
    """Whether the paragraphs after a candidate are its answer, not prose between lists."""
    if not candidate.answer:
        return True
    touching = candidate.answer[0].kind != "blank"
    return touching or nested * 2 < total


def _close(
    candidates: list[Candidate], attached: list[bool], nested: int
) -> tuple[list[Candidate], tuple[Block, ...]]:
    """Part the last answer from the section's closing prose, where answers are nested."""
    if not candidates or attached[-1] or not nested:
        return candidates, ()
    last = candidates[-1]
    return [*candidates[:-1], Candidate(last.question, ())], last.answer


def _answered(candidate: Candidate) -> bool:
    return bool(candidate.question.children) or any(
        block.kind in {"paragraph", "item", "table"} for block in candidate.answer
    )


def _asks(text: str, candidate: Candidate, languages: Sequence[Words]) -> bool:
    body = candidate.question.body
    return asks(plain(text[body.start : body.end]), languages)
