"""Who led a conversation, as its invitation says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.transcript.words import Words

_NAME = re.compile(r"[^\W\d_]\S*(?:\s+[^\W\d_][\w'’-]*)*")


def host(invitation: str, languages: Iterable[Words]) -> str | None:
    """Return the name after "led by" and the like, without words of a role; None without one."""
    for words in languages:
        opening = "|".join(map(re.escape, words.led_by))
        for match in re.finditer(rf"(?i:\b(?:{opening}))\s+([^,.;:()\n]+)", invitation):
            name = _capitalised(match[1].split(), words)
            if name:
                return name
    return None


def _capitalised(after: list[str], words: Words) -> str | None:
    """The first run of two to four capitalised words once words of a role are passed."""
    while after and (after[0].lower() in words.roles or not after[0][0].isupper()):
        if after[0].lower() not in words.roles and after[0][0].islower():
            return None
        after = after[1:]
    name: list[str] = []
    for word in after[:4]:
        if not word[0].isupper():
            break
        name.append(word)
    return " ".join(name) if name else None
