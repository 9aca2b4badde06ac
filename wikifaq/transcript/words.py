"""The words of a language that tell a question, a label or a date: data, in one place.

To add a language, add a ``Words`` to ``LANGUAGES``; nothing else knows any word.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words, all lower-case.

    ``asking`` open a question that has no question mark; ``follow_up`` open a question that
    can't be read without the one before it; ``update`` end the title of a statement;
    ``thanks`` open a remark; ``not_names`` may stand before a colon and are no speaker;
    ``missing`` stands where a question's text is not given; ``led_by`` comes before the
    host's name; ``answers`` follows a name in "[Name answers]"; ``addressed`` comes before
    the name of the person a question is put to; ``roles`` are words of a role, not of a name.
    """

    months: tuple[str, ...]
    asking: tuple[str, ...]
    follow_up: tuple[str, ...]
    update: tuple[str, ...]
    thanks: tuple[str, ...]
    not_names: frozenset[str]
    missing: tuple[str, ...]
    led_by: tuple[str, ...]
    answers: tuple[str, ...]
    addressed: tuple[str, ...]
    roles: frozenset[str]


ENGLISH = Words(
    months=(
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
    asking=(
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "whose",
        "why",
        "how",
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "can",
        "could",
        "will",
        "would",
        "should",
        "shall",
        "has",
        "have",
        "had",
        "may",
        "might",
        "am",
        "to whom",
        "any",
        "isn't",
        "aren't",
    ),
    follow_up=(
        "follow up",
        "follow-up",
        "followup",
        "if not",
        "if so",
        "if yes",
        "if no",
        "and if",
        "in that case",
    ),
    update=("update", "updates"),
    thanks=("thank you", "thanks", "many thanks"),
    not_names=frozenset(
        {
            "note",
            "notes",
            "update",
            "updates",
            "question",
            "questions",
            "answer",
            "answers",
            "example",
            "another",
            "context",
            "summary",
            "comment",
            "reply",
            "response",
            "follow",
            "source",
            "sources",
            "link",
            "links",
            "see",
            "also",
            "resources",
            "first",
            "second",
            "third",
            "finally",
            "however",
            "remember",
            "important",
            "background",
            "disclaimer",
            "edit",
            "reminder",
            "warning",
            "q",
            "a",
            "http",
            "https",
            "yes",
            "no",
            "so",
            "and",
            "but",
            "for",
            "in",
            "the",
            "this",
            "that",
            "one",
            "two",
            "three",
            "short",
            "long",
        }
    ),
    missing=("no question text", "question missing", "question not given"),
    led_by=("led by", "hosted by"),
    answers=("answers", "answered", "replies", "replied", "responds", "responded"),
    addressed=("for", "question for", "to"),
    roles=frozenset(
        {
            "vice",
            "president",
            "director",
            "manager",
            "head",
            "lead",
            "chief",
            "officer",
            "executive",
            "senior",
            "general",
            "counsel",
            "its",
            "the",
            "our",
            "their",
            "chair",
            "coordinator",
            "interim",
            "deputy",
            "specialist",
            "team",
        }
    ),
)

LANGUAGES: dict[str, Words] = {"en": ENGLISH}
