"""Who led a conversation, as its invitation says it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wikifaq.transcript.inline import plain
from wikifaq.transcript.words import NAME_PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.transcript.words import Words

_NAME = "{}"
_FEW, _FEW_WORDS = 2, 4


def is_led(text: str, languages: Iterable[Words]) -> bool:
    """Whether a text has the words that come before a host's name."""
    lowered = text.lower()
    return any(
        all(part in lowered for part in opening.split(_NAME))
        for words in languages
        for opening in words.led_by
    )


def host(invitation: str, languages: Iterable[Words]) -> str | None:
    """Return the name after "led by" and the like, without words of a role; None without one.

    ``invitation`` is wikitext; a name ends with its line.
    """
    lines = invitation.splitlines()
    for words in languages:
        for line in lines:
            if is_led(line, [words]):
                shown = plain(line)
                name = (
                    _named_within(shown, words) if not words.spaced else _named_after(shown, words)
                )
                if name:
                    return name
    return None


def _named_after(line: str, words: Words) -> str | None:
    """The name that follows the words, where spaces part words."""
    for match in _openings(words).finditer(line):
        name = _capitalised(match[1].split(), words)
        if name:
            return name
    return None


def _named_within(line: str, words: Words) -> str | None:
    """The name that stands among the words, where no spaces do: "由{}主持"."""
    match = _openings(words).search(line)
    return next((name for name in match.groups() if name), None) if match else None


@lru_cache(maxsize=32)
def _openings(words: Words) -> re.Pattern[str]:
    if words.spaced:
        told = "|".join(map(re.escape, words.led_by))
        # Where letters have no case, small words are written together with the next: "وتديرها".
        begin = r"(?<!\w)" if words.led_by[0].upper() != words.led_by[0] else ""
        pattern = rf"{begin}(?:{told})\s*[:：]?\s+((?:[^,.;:()،।\n]|(?<=\b\w)\.)+)"
    else:
        name = r"([^\s，。、：:（）()「」]{2,10}?)"
        end = r"(?=[\s，。、（）(]|\Z)"
        pattern = "|".join(
            name.join(map(re.escape, each.split(_NAME))) + (end if each.endswith(_NAME) else "")
            for each in words.led_by
        )
    return re.compile(pattern, re.IGNORECASE)


def _capitalised(after: list[str], words: Words) -> str | None:
    """The first run of two to four capitalised words once words of a role are passed.

    Of words without capitals in their script, the first two.
    """
    while after and (after[0].lower() in words.roles or after[0][0].islower()):
        if after[0].lower() not in words.roles:
            return None
        after = after[1:]
    if after and after[0].lower() == after[0].upper():
        return " ".join(after[:_FEW])
    name = after[:_FEW_WORDS]
    while name and not name[-1][0].isupper():
        name.pop()
    small = [n for n, word in enumerate(name) if not word[0].isupper()]
    particles = all(name[n] in NAME_PARTICLES for n in small)
    return " ".join(name if particles else name[: small[0]]) or None
