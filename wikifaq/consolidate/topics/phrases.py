"""Noun phrases of a corpus: what could be the title of a topic, in the corpus's own words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wikifaq.consolidate.acronyms import learn
from wikifaq.consolidate.topics.words import STOP, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_BREAK = re.compile(r"[.!?;:,()\[\]{}\"“”„«»…—–|/\n]+(?=\s|$)|[\"“”«»()\[\]{}—|\n]|\s[-–]\s")
_WORD = re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*|&")
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z0-9][A-Za-z0-9&-]{1,9}")
_LONGEST = 3
_LONGEST_NAME = 5
_SHORTEST = 3
_FEWEST_JOINED = 3
_LINKS = frozenset("of and the for &".split())
# A noun stands behind these, a verb behind those.
_BEFORE_NOUNS = frozenset(
    "a an the of for in on about with by from under between this that these those our your their "
    "its his her my any some no each every which what whose new next other own more most many "
    "against without than several such".split()
)
_BEFORE_VERBS = frozenset(
    "to i we you they he she it who can can't cannot could will won't would should shall may might "
    "must not don't doesn't didn't please never always also and or let's people does do did is "
    "are was were be been being has have had get gets".split()
)
_NO_NOUN = re.compile(r"(?:ly|ed|ize|ise|ful|ous|ible|able)$")
# Words that are about everything, in questions to whomever.
_EMPTY = frozenset(
    """
    answer case change community communities decision discussion edit edits editing editor editors
    english foundation group groups help information issue issues language languages list member
    members news organisation organization outcome page pages people person problem problems
    process project projects reason reasons result results rule rules situation staff step steps
    support team today user users volunteer volunteers wiki wikis wikimedia wikipedia wikipedias
    movement site sites thing way matter word kind sort country countries world moment state hand
    name names life end future topic view opinion example friend friends colleague colleagues
    """.split()
)


@dataclass(slots=True)
class Phrase:
    """A phrase with the numbers of the texts that hold it, and how it is spelt in them.

    ``short`` is the acronym of a full form.
    """

    key: tuple[str, ...]
    holders: set[int] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    nouns: int = 0
    verbs: int = 0
    names: int = 0
    short: str = ""

    @property
    def form(self) -> str:
        """The most frequent spelling, the first in the alphabet of equals."""
        return min(self.forms, key=lambda form: (-self.forms[form], form))

    @property
    def is_name(self) -> bool:
        """Whether it is mostly written with capitals in the middle of sentences."""
        return 2 * self.names > sum(self.forms.values())

    @property
    def title(self) -> str:
        """The phrase as a title: its own spelling with a capital at the start."""
        form = self.form
        return form[:1].upper() + form[1:]


def phrases(texts: Sequence[str], *, more: Iterable[str] = ()) -> list[Phrase]:
    """Return the noun phrases of some texts, sorted; ``more`` are texts that explain acronyms."""
    full = {
        short: long
        for short, long in learn([*texts, *more]).items()
        if _ACRONYM.fullmatch(short) and _is_proper(long)
    }
    found: dict[tuple[str, ...], Phrase] = {}
    for number, text in enumerate(texts):
        for words, before, after, first in _runs(text):
            key = tuple(stem(word.lower()) for word in words if word.lower() not in _LINKS)
            phrase = found.setdefault(key, Phrase(key))
            phrase.holders.add(number)
            capital = all(word[:1].isupper() for word in words if word.lower() not in _LINKS)
            named = capital and not (first and len(words) == 1)
            form = " ".join(words)
            if first and not capital and not _ACRONYM.fullmatch(words[0]):
                form = form[:1].lower() + form[1:]
            phrase.forms[form] += 1
            phrase.names += named
            ends = not after or after in STOP
            phrase.nouns += named or (before in _BEFORE_NOUNS and ends)
            phrase.verbs += before in _BEFORE_VERBS and not named
    for short, long in sorted((_by_initials(found) | full).items()):
        _unite(found, short, long)
    return sorted((each for each in found.values() if _is_noun(each)), key=lambda each: each.key)


def _is_proper(long: str) -> bool:
    """Whether a full form is a name: its words, but for small ones, have capitals."""
    words = _WORD.findall(long)
    return bool(words) and all(word[:1].isupper() or word in _LINKS for word in words)


def _by_initials(found: Mapping[tuple[str, ...], Phrase]) -> dict[str, str]:
    """Return acronyms that are the initials of one frequent name, and of no other."""
    names: dict[str, list[str]] = defaultdict(list)
    for phrase in found.values():
        if len(phrase.key) > 1 and phrase.is_name and len(phrase.holders) >= _FEWEST_JOINED:
            words = [word for word in _WORD.findall(phrase.form) if word.lower() not in _LINKS]
            names["".join(word[0] for word in words).upper()].append(phrase.form)
    shorts = {
        form: names["".join(filter(str.isalnum, form)).upper()]
        for phrase in found.values()
        if len(phrase.key) == 1
        for form in phrase.forms
        if _ACRONYM.fullmatch(form)
    }
    return {short: longs[0] for short, longs in shorts.items() if len(longs) == 1}


def _unite(found: dict[tuple[str, ...], Phrase], short: str, long: str) -> None:
    """Make an acronym and its full form one phrase."""
    key = tuple(stem(word.lower()) for word in _WORD.findall(long) if word not in _LINKS)
    phrase = found.setdefault(key, Phrase(key))
    phrase.short = short
    alone = found.pop((stem(short.lower()),), None) if len(key) > 1 else None
    if alone:
        phrase.holders |= alone.holders
    phrase.forms[long] += 1 + sum(phrase.forms.values())
    phrase.nouns += 1
    phrase.names += sum(phrase.forms.values())


def _is_noun(phrase: Phrase) -> bool:
    words = [word.lower() for word in _WORD.findall(phrase.form)]
    if len(words) == 1 and (words[0] in _EMPTY or len(words[0]) < _SHORTEST):
        return False
    if all(word in _EMPTY or word in _LINKS for word in words):
        return False
    if phrase.is_name:
        # "Ana and Bo" is hardly ever said again; "Trust and Safety" is.
        return "and" not in words or len(phrase.holders) >= _FEWEST_JOINED
    if _NO_NOUN.search(words[-1]) or (len(words) == 1 and words[0].endswith("ing")):
        return False
    return phrase.nouns > 2 * phrase.verbs and 3 * phrase.nouns >= sum(phrase.forms.values())


def _runs(text: str) -> Iterator[tuple[list[str], str, str, bool]]:
    """Yield phrases with the word before, the word behind, and whether one starts a sentence."""
    at = 0
    starts = True
    for gap in [*_BREAK.finditer(text), None]:
        part = text[at : gap.start() if gap else len(text)]
        words = _WORD.findall(part)
        yield from _of_part(words, starts=starts)
        if gap is None:
            return
        if words:
            starts = any(mark in gap[0] for mark in ".!?\n:")
        at = gap.end()


def _of_part(words: list[str], *, starts: bool) -> Iterator[tuple[list[str], str, str, bool]]:
    lower = [word.lower().replace("’", "'") for word in words]
    for start, low in enumerate(lower):
        if not _can_end(low):
            continue
        for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1):
            inner, last = lower[start + 1 : end - 1], lower[end - 1]
            if any(word in STOP and word not in _LINKS for word in inner):
                break
            if not _can_end(last):
                continue
            run = words[start:end]
            content = [word for word in run if word.lower() not in _LINKS]
            capital = all(word[:1].isupper() for word in content)
            if not capital and (len(content) != len(run) or len(run) > _LONGEST):
                continue
            before = lower[start - 1] if start else ""
            after = lower[end] if end < len(words) else ""
            yield run, before, after, starts and start == 0


def _can_end(word: str) -> bool:
    return word not in STOP and not word[:1].isdigit() and len(word) > 1


def contained(phrases_: Iterable[Phrase]) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """Return for each phrase the longer ones that hold it."""
    longer: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for phrase in phrases_:
        for start in range(len(phrase.key)):
            for end in range(start + 1, len(phrase.key) + 1):
                part = phrase.key[start:end]
                if part != phrase.key:
                    longer[part].add(phrase.key)
    return longer
