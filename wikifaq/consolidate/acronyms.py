"""Acronyms and what they stand for, learnt from texts that give both.

The rule is that of Schwartz and Hearst (A Simple Algorithm for Identifying Abbreviation
Definitions in Biomedical Text, PSB 2003): where a short form stands in brackets, its letters
are looked for from the end in the words before it, the first at a word's start.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_IN_BRACKETS = re.compile(r"\(\s*([^()]{2,100}?)\s*\)")
_BEFORE = re.compile(r"[^()\[\]{}]+\Z")
_LONGEST = 160  # characters before a bracket in which the long form is looked for
_SHORT = re.compile(r"[A-Z0-9](?:[\w&/-]{0,8})[A-Za-z0-9]")
_CAPITALS = 2
_UNSPACED = re.compile(r"\S+")
_RUN = r"[\w&]+"
_WORD = re.compile(r"\w+")
_REPEAT = re.compile(r"\s*\(([^()]+)\)")
_FEWEST_WORDS = 2


def learn(texts: Iterable[str]) -> dict[str, str]:
    """Return the long form of each short one (as written) that some text gives with it.

    Of several long forms it is the most frequent, the first in the alphabet of equals.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for match in _IN_BRACKETS.finditer(text):
            left = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
            before, inside = left[0].rstrip() if left else "", match[1]
            if _is_short(inside):
                long = _long_form(inside, before)
                if long:
                    found[inside][long] += 1
            else:
                last = before.split()[-1:] or [""]
                if _is_short(last[0]) and _long_form(last[0], inside) == inside:
                    found[last[0]][inside] += 1
    return {
        short: min(longs, key=lambda long: (-longs[long], long))
        for short, longs in sorted(found.items())
    }


def _is_short(text: str) -> bool:
    return bool(_SHORT.fullmatch(text)) and sum(map(str.isupper, text)) >= _CAPITALS


def _long_form(short: str, before: str) -> str | None:
    """The words before a short form that it abbreviates, None where its letters aren't there."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    words = list(_UNSPACED.finditer(before))
    most = min(len(letters) + 5, len(letters) * 2)
    text = before.lower()
    at = len(text)
    for number in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and (
            text[at] != letters[number] or (number == 0 and at > 0 and text[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
    start = max((word.start() for word in words if word.start() <= at), default=0)
    taken = before[start:].strip(" ,;:'\"“”‘’")
    count = len(taken.split())
    if not _FEWEST_WORDS <= count <= most or short.lower() in taken.lower().split():
        return None
    return taken


class Acronyms:
    """Short forms with their full ones: spelt out in a text, and told in words."""

    def __init__(self, full: Mapping[str, str]) -> None:
        """``full`` maps short forms to full ones; those of other case are the same."""
        self.full = {short.lower(): each for short, each in sorted(full.items())}
        by_full = {each.lower(): short for short, each in self.full.items()}
        self._by_first: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for each, short in sorted(by_full.items(), key=lambda pair: (-len(pair[0]), pair)):
            if first := _WORD.search(each):
                self._by_first[first[0]].append((each[first.start() :], short))
        # Whatever is one run of letters is looked up: a pattern of them all would be slow.
        odd = [short for short in self.full if not re.fullmatch(_RUN, short)]
        runs = [*map(re.escape, sorted(odd, key=lambda short: (-len(short), short))), _RUN]
        self._run = re.compile(rf"(?<![\w&])(?:{'|'.join(runs)})(?![\w&])", re.IGNORECASE)

    def spelt_out(self, text: str, *, only: frozenset[str] | None = None) -> str:
        """Return a text with its acronyms in full; ``only`` names those to spell, in lower case.

        A short form that only stands in brackets behind its full one is dropped.
        """

        def full(short: str) -> str | None:
            short = short.lower()
            return self.full.get(short) if only is None or short in only else None

        def repeat(match: re.Match[str]) -> str:
            each, at = full(match[1]), match.start()
            repeats = each and text[max(0, at - len(each)) : at].lower() == each.lower()
            return "" if repeats else match[0]

        return self._run.sub(lambda run: full(run[0]) or run[0], _REPEAT.sub(repeat, text))

    def in_text(self, text: str) -> frozenset[str]:
        """Return the short forms, in lower case, that a text uses or spells out."""
        text = text.lower()
        found = {run[0] for run in self._run.finditer(text) if run[0] in self.full}
        end = 0
        for word in _WORD.finditer(text):
            for each, short in self._by_first.get(word[0], ()):
                last = word.start() + len(each)
                if (
                    word.start() >= end
                    and text.startswith(each, word.start())
                    and not (last < len(text) and _WORD.match(text, last))
                ):
                    found.add(short)
                    end = last
                    break
        return frozenset(found)
