"""Who speaks: the label at the start of a paragraph, and the traps that look like one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.inline import plain
from wikifaq.transcript.words import NAME_PARTICLES, USER_NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.transcript.words import Words

_OPENING = 10  # characters
_LETTERS = r"(?:[^\s:：,;.!?()（）\[\]{}<>|'\"“”]|(?<=\w)'(?=\w))"
_INITIALS = r"(?:[^\W\d_a-z]\w{0,2}\.[^\S\n]?){1,3}"
_SPACE = r"(?:[^\S\n]|&nbsp;)"
_LABEL = re.compile(
    r"\s*+(?:(?P<open>'{2,5})\s*+)?"
    rf"(?P<name>\[\[[^\[\]\n]{{1,120}}\]\]|(?:{_INITIALS})?[^\W\d_]{_LETTERS}*"
    rf"(?:{_SPACE}++(?:[^\W\d_]{_LETTERS}*|[^\W\d_a-z]\.)){{0,2}})"
    rf"{_SPACE}*+"
    r"(?:'{2,5}\s*+)?(?:[(\[（](?P<role>(?:[^()\[\]（）\n]|\[\[[^\[\]\n]{1,80}\]\]){1,80})[)\]）])?"
    r"\s*+(?:'{2,5})?(?:\s|&nbsp;)*+"
    r"(?:[:：]|&#58;)\s*+(?:(?P<close>'{2,5})\s*+)?(?=\S)"
)
_ANSWERS = re.compile(r"\s*\[(?P<name>[^\W\d_][^\[\]\n]{0,40}?)\s+(?P<verb>\w+)\]\s*:?\s*(?=\S)")


class Label(NamedTuple):
    """A speaker's name and role, the offset in the paragraph where the words begin.

    ``linked`` is whether the name is a link to a user, ``initialled`` whether it has an initial.
    """

    name: str
    role: str | None
    end: int
    linked: bool = False
    initialled: bool = False


def label(paragraph: str, languages: Iterable[Words]) -> Label | None:
    """Read the speaker's label at the start of a paragraph of wikitext; None without one.

    ``Name:``, ``Name (role):``, ``'''Name:'''``, ``[[User:X|Name]]:`` and ``[Name answers]``.
    A name is up to three words that each start with a capital (or with a letter of a script
    that has none) and are none of the languages' words that only look like a name.
    """
    languages = tuple(languages)
    answers = _ANSWERS.match(paragraph) if "[" in paragraph[:_OPENING] else None
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
    target = match["name"].lstrip("[: ").partition(":")[0].strip().lower()
    role = match["role"] and plain(match["role"])
    linked = match["name"].startswith("[[") and target in USER_NAMESPACES
    return Label(name, role, match.end(), linked, "." in name)


def _bold_ends(match: re.Match[str]) -> bool:
    return "''" in match[0][match.end("name") - match.start() :]


def _is_name(name: str, languages: Iterable[Words]) -> bool:
    words = name.split()
    if not words or words[0][0].islower() or words[-1][0].islower():
        return False
    if any(word[0].islower() and word not in NAME_PARTICLES for word in words):
        return False
    told = [word.lower() for word in words if not word[0].islower() or word is words[0]]
    return not any(word in language.not_names for language in languages for word in told)
