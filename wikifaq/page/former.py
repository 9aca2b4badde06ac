"""What an entry may have been when the bot wrote it: with fewer answers, under other wishes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wikifaq.page.headline import CUT
from wikifaq.page.mark import without_marks
from wikifaq.transcript import inline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wikifaq.model import Answer, FaqEntry

_EARLIER = 5  # answers that it may have got since
_LABEL = re.compile(r"[^:\n]{1,80}:\s+")
_HEADING = re.compile(r"=+[ \t]*(.*?)[ \t]*=+[ \t]*\Z")


def former(entry: FaqEntry, text: str, *, linked: Callable[[Answer], bool]) -> Iterator[FaqEntry]:
    """Yield what an entry may have been, the likeliest first.

    ``text`` is the bot's last text of it, in which people's words may stand; ``linked`` tells
    whether an answer's source is linked there.
    """
    there = tuple(answer for answer in entry.answers if linked(answer))
    earlier = [entry.answers[start:] for start in range(1, min(len(entry.answers), _EARLIER))]
    for answers in dict.fromkeys([there, *earlier]):
        if answers and answers != entry.answers:
            yield replace(entry, answers=answers)
    for answers in dict.fromkeys([entry.answers, there]):
        if answers:
            yield from _otherwise(replace(entry, answers=answers), text)


def _otherwise(entry: FaqEntry, text: str) -> Iterator[FaqEntry]:
    """The entry as people may have wished it before: all of it can be read off the text."""
    plain = replace(entry, asked="", pinned="", extract="", outdated=False)
    yield replace(entry, outdated=not entry.outdated)
    yield plain
    yield replace(plain, outdated=True)
    for each in (entry, plain):
        for answer in entry.answers:
            yield replace(each, pinned=answer.entry.id)
        for words in _extracts(text):
            yield replace(each, extract=words)
        asked = _asked(text)
        if asked:
            yield replace(each, asked=asked)
        yield replace(each, pinned="")
        yield replace(each, extract="")
        yield replace(each, asked="")


def _extracts(text: str) -> Iterator[str]:
    """Words that stand between marks of a cut, as an extract does."""
    for line in without_marks(text).split("\n"):
        if CUT in line:
            shown = " ".join(inline.plain(line).split())
            for words in (shown, _LABEL.sub("", shown, count=1)):
                yield words.removeprefix(CUT).removesuffix(CUT).strip()


def _asked(text: str) -> str:
    """The heading, as people may have worded it."""
    heading = _HEADING.match(text.partition("\n")[0])
    return inline.plain(heading[1]) if heading else ""
