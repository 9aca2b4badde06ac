"""What is read off a question before it is compared with others."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikifaq.consolidate.content_words import NEGATIONS, content_words
from wikifaq.consolidate.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikifaq.consolidate.acronyms import Acronyms
    from wikifaq.consolidate.engine import Question

_FIGURE = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)*")
_NAME = re.compile(
    r"(?:(?<=[^.?!…:\"“‘(\n]\s)|(?<=\())[A-Z][\w’'-]*(?:(?:\s+(?:of|the|and|for|on|&))*\s+[A-Z][\w’'-]*)*"
)
_LINK = re.compile(r"\[\[:?([^\[\]|#]+)[^\[\]]*\]\]|https?://[^\s<>\"\]]+")
_GERMAN = frozenset(
    "auf das dem den der des ein eine einen für gibt ist kann können mit nicht sind und von wann "
    "wer werden wie wird zu".split()
)
_GERMAN_FROM = 2  # different ones: "den" and "mit" stand in English texts, too
_LOWER_WORDS = frozenset({"i", "i'm", "i’m", "i'd", "i’d", "i've", "i’ve", "i'll", "i’ll"})
_SHORT = 6  # content words
_ASKS = ("?", "？", "؟")

KINDS: Mapping[str, re.Pattern[str]] = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in {
        "when": r"\bwhen\b|\bby what date\b|\bhow soon\b|\bwhat (?:date|time|year)\b",
        "how long": r"\bhow long\b",
        "who": r"\bwho(?:m|se)?\b|\bwhich (?:person|people|team)\b",
        "where": r"\bwhere\b",
        "why": r"\bwhy\b|\bwhat (?:is|are|was|were) the (?:reason|rationale|motive)|\bhow come\b"
        r"|\bfor what reason",
        "how many": r"\bhow (?:many|often)\b|\bwhat (?:number|share|percentage)\b",
        "how much": r"\bhow much\b|\bwhat(?:'s|’s| is| was)?(?: the)?(?: total| overall| yearly)? "
        r"(?:budget|sum|amount|cost)\b",
        "how": r"\bhow\b(?! (?:many|much|long|often|soon|come)\b)",
        "which": r"\bwhich\b|\bwhat\b",
        "whether": r"(?:^|[.?!,;:]\s+|\band\s+|\bor\s+)"
        r"(?:is|are|was|were|do|does|did|can|could|will|would|should|shall|has|have|had|may|might|"
        r"must|any|isn't|aren't|don't|doesn't|won't|can't)\b|\bwhether\b",
    }.items()
}
"""What a question asks for, by its English words; questions in other languages have none."""

DEFINITE = frozenset({"when", "how long", "who", "where", "why", "how many", "how much"})
"""Those that have answers of different kinds: who asks for one is not content with another."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it is compared.

    ``text`` is its own text with rare acronyms spelt out, ``context`` that of the question it
    follows. ``sentences`` are those of ``text``, ``asking`` those of them that ask (all, where
    none has a question mark). ``words`` are its content words, ``named`` bodies by acronym or
    by capitals, ``kinds`` what it asks for (see ``KINDS``), ``links`` what it and its answer
    link to, ``answer`` its answer's content words.
    """

    id: str
    text: str
    context: str
    sentences: tuple[str, ...]
    asking: tuple[str, ...]
    words: tuple[str, ...]
    asking_words: tuple[frozenset[str], ...]
    named: frozenset[str]
    figures: frozenset[str]
    kinds: frozenset[str]
    negative: bool
    links: frozenset[str]
    answer: tuple[str, ...]
    answer_named: frozenset[str]
    date: str | None
    section: str | None
    follows: str | None

    @property
    def answered(self) -> bool:
        """Whether its answer is long enough to tell it by: "See Meta." answers many questions."""
        return len(self.answer) >= _SHORT


def read(
    question: Question,
    *,
    context: str,
    acronyms: Acronyms,
    rare: frozenset[str],
) -> Reading:
    """Read a question; ``rare`` are the acronyms, in lower case, to be spelt out for vectors."""
    text = " ".join(acronyms.spelt_out(question.text, only=rare).split())
    parts = tuple(text[start:end] for start, end in sentences(text)) or (text,)
    asking = tuple(part for part in parts if any(mark in part for mark in _ASKS)) or parts
    asked = " ".join(asking)
    answer = acronyms.spelt_out(question.answer)
    return Reading(
        id=question.id,
        text=text,
        context=" ".join(acronyms.spelt_out(context, only=rare).split()),
        sentences=parts,
        asking=asking,
        words=content_words(acronyms.spelt_out(text)),
        asking_words=tuple(frozenset(content_words(acronyms.spelt_out(each))) for each in asking),
        named=named(text, acronyms),
        figures=frozenset(map(_in_ascii, _FIGURE.findall(text))),
        kinds=frozenset(filter(None, map(_kind, asking))),
        negative=bool(NEGATIONS.intersection(asked.lower().replace("’", "'").split())),
        links=links_of(question),
        answer=content_words(answer),
        answer_named=named(question.answer, acronyms),
        date=question.date,
        section=question.section,
        follows=question.follows,
    )


def _in_ascii(figure: str) -> str:
    """A figure in the digits 0 to 9, whatever the script."""
    return "".join(str(unicodedata.digit(each, each)) for each in figure)


def _kind(sentence: str) -> str | None:
    """What a sentence asks for: by the question word that comes first in it."""
    found = [
        (match.start(), rank, kind)
        for rank, (kind, pattern) in enumerate(KINDS.items())
        if (match := pattern.search(sentence))
    ]
    asked = [each for each in found if each[2] != "whether"] or found
    return min(asked)[2] if asked else None


def named(text: str, acronyms: Acronyms) -> frozenset[str]:
    """Return the bodies, wikis and events that a text names, acronyms by their short form.

    A name is one or more words with capitals that don't open a sentence. German writes all nouns
    with capitals: there only acronyms tell.
    """
    if len(_GERMAN.intersection(text.split())) >= _GERMAN_FROM:
        return acronyms.in_text(text)
    spelt = acronyms.spelt_out(text)
    found = {
        match[0].lower().removesuffix("'s").removesuffix("’s") for match in _NAME.finditer(spelt)
    }
    return frozenset(found - _LOWER_WORDS) | acronyms.in_text(text)


def links_of(question: Question) -> frozenset[str]:
    """Return the titles and addresses that a question and its answer link to."""
    return frozenset(question.links) | linked(question.text) | linked(question.answer)


def linked(text: str) -> frozenset[str]:
    """Return the titles and addresses that a text links to."""
    return frozenset(
        " ".join((match[1] or match[0]).replace("_", " ").split()).rstrip(".,)")
        for match in _LINK.finditer(text)
    )
