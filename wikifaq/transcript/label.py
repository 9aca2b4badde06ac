"""Who speaks: the label at the start of a paragraph, and the traps that look like one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.inline import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.transcript.words import Words

_LABEL = re.compile(
    r"\s*(?P<open>'{2,5})?\s*"
    r"(?P<name>\[\[[^\[\]\n]{1,120}\]\]|[^\W\d_][^\s:,;.!?()\[\]{}<>|'\"“”]*"
    r"(?:\s+[^\W\d_][^\s:,;.!?()\[\]{}<>|'\"“”]*){0,2})"
    r"\s*(?:'{2,5}\s*)?(?:[(\[](?P<role>[^()\[\]\n]{1,80})[)\]])?\s*(?:'{2,5})?\s*"
    r":\s*(?P<close>'{2,5})?\s*(?=\S)"
)
_ANSWERS = re.compile(r"\s*\[(?P<name>[^\W\d_][^\[\]\n]{0,40}?)\s+(?P<verb>\w+)\]\s*:?\s*(?=\S)")


class Label(NamedTuple):
    """A speaker's name and role, and the offset in the paragraph where the words begin."""

    name: str
    role: str | None
    end: int


def label(paragraph: str, languages: Iterable[Words]) -> Label | None:
    """Read the speaker's label at the start of a paragraph of wikitext; None without one.

    ``Name:``, ``Name (role):``, ``'''Name:'''``, ``[[User:X|Name]]:`` and ``[Name answers]``.
    A name is up to three words that each start with a capital (or with a letter of a script
    that has none) and are none of the languages' words that only look like a name.
    """
    languages = tuple(languages)
    answers = _ANSWERS.match(paragraph)
    if answers and any(answers["verb"].lower() in words.answers for words in languages):
        return Label(answers["name"], None, answers.end())
    match = _LABEL.match(paragraph)
    if match is None or bool(match["open"]) != _bold_ends(match):
        return None
    if paragraph.startswith("//", match.end()):
        return None  # a web address
    name = plain(match["name"])
    name = name.partition(":")[2] if ":" in name else name
    if not _is_name(name, languages):
        return None
    return Label(name, match["role"] and plain(match["role"]), match.end())


def _bold_ends(match: re.Match[str]) -> bool:
    return "''" in match[0][match.end("name") - match.start() :]


def _is_name(name: str, languages: Iterable[Words]) -> bool:
    words = name.split()
    if not words or any(word[0].islower() for word in words):
        return False
    lowered = [word.lower() for word in words]
    return not any(word in language.not_names for language in languages for word in lowered)
