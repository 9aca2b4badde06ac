"""Where a sentence that is too long may be cut, and what each cut costs its reader.

The words are English; in other languages commas, colons and the words of ``transcript/words``
by which a clause asks have to do. Costs mean nothing by themselves: the least is taken.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate.wording import is_wide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.transcript.words import Words

WASTE = 0.12
"""For each character that there would have been room for."""

SPLIT = 200
"""Parts a bracket, a quotation or a name."""

LATER = 18
"""Leaves out a question that stands before it."""

# Where it is made: at a colon, between clauses, at another comma, before a phrase, between words.
_LABEL, _CLAUSE, _COMMA, _PHRASE, _WORDS = 3, 6, 10, 12, 26
# What a cut behind certain words adds: "of" follows, a clause has just opened, "-ly", a list goes
# on, the last word waits for another.
_OF, _SHORT_CLAUSE, _ADVERB, _LIST, _WAITS = 5, 8, 14, 4, 60
_CONDITION, _NEGATION = 25, 6  # leaves out words without which it may not be what was asked
# Where the end of a sentence is taken along: from a noun's article, behind a preposition, from a
# name or a clause, from any word.
_ARTICLE, _OBJECT, _NAME, _ANY = 4, 4, 6, 9

_PREPOSITIONS = frozenset(
    "of for to in on at by with from about around into over under through between among against "
    "during within without across per via towards upon regarding concerning including despite "
    "besides like than as".split()
)
_CONJUNCTIONS = frozenset(
    "because given since so while whereas although though rather after before when where whenever "
    "who whom whose which especially particularly such e.g. instead unless until except once "
    "if".split()
)
_AND = frozenset("and or but nor".split())
_OPENS_CLAUSE = _CONJUNCTIONS | frozenset("that if how what why whether".split())
_LINKS_NAMES = frozenset("of and & for the".split())
_ARTICLES = frozenset("the a an some any our your their its his her my this these those".split())
_AUXILIARY = (
    "is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must"
)
_WAITING = (
    _PREPOSITIONS | _CONJUNCTIONS | _AND | _ARTICLES | frozenset(_AUXILIARY.split("|"))
) | frozenset(
    "that i we you he she they it be been being not no never very more most less too quite really "
    "every each what why how whether if unless until except there just even only also both either "
    "neither vs mr mrs dr don't doesn't isn't aren't can't won't other many few several let "
    "order".split()
)
_CONDITIONS = re.compile(
    r"\b(?:unless|except|excluding|without|until|provided that|as long as|only if|other than|if"
    r"|(?P<negation>not|never|cannot|\w+n['’]t))\b",
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:you|we|i|it|he|she|they|there|this|that|these|those|the|a|an|any|anyone|anybody|someone|"
    r"somebody|everyone|people|some|all|each|every|no|not|our|your|their|its|his|her|my|one|two|"
    r"most|many|other|\w+s|(?-i:[A-Z])\S*)\b"
)
# "which", "who", "where" and "when" open a question where a verb and its subject follow.
_ASKS = re.compile(
    r"(?:(?:and|or|but|so|then|also|please|,)\s+)*"
    r"(?:(?:to|for|on|in|by|with|from|at|of|under|about)\s+(?:what|which|whom|whose)\b"
    rf"|(?:(?:where|when|who|whom)(?:['’]s)?\s+(?:and\s+\w+\s+)?)?(?:{_AUXILIARY})(?:n['’]t)?\s+"
    rf"{_SUBJECT}"
    rf"|which\s+(?!(?:{_AUXILIARY})\b)"
    r"|(?:what|why|how)\b|¿)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"(?:(?:and|so|also)\s+)?i(?:['’]d| would|['’]m| am)?\s+(?:also\s+|just\s+|really\s+)?"
    r"(?:like|love|want|wonder\w*|curious|interested)(?:\s+to)?"
    r"(?:\s+(?:know|ask|hear|understand|learn|see|about))*[\s,:]+",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"(?:do|did) you (?:\w+ )?(?:think|believe|feel|expect|know)(?: that)? (?!about|of|it\b)"
    r"|(?:can|could|would|will) you (?:please |maybe |perhaps |also |kindly )*"
    r"(?:tell|explain|say|share|describe|clarify|elaborate|comment|talk|outline)"
    r"(?: to)?(?: us| me)?(?: a (?:bit|little)(?: more)?| more)?(?: on| about)? "
    r"(?=what|why|how|when|where|who|which|whether)",
    re.IGNORECASE,
)
_WIDE_STOPS = "、，；：。！？"
_WIDE_CLOSERS = _WIDE_STOPS + "。）】」』》〉”’｡"
_STOPS = " ,;:–—-、，；："
_SEPARATOR = re.compile(r"(?:(?P<label>:)|[,;–—]|\s-|[.!?])\s+|(?P<wide>[、，；：])\s*|\s(?=¿)")
_JOINERS = "\u200d\ufe0f\ufe0e"
_SKIN = "\U0001f3fb", "\U0001f3ff"
_LONGEST_LABEL = 60
_MOST_STARTS = 8
_WINDOW = 40  # characters in which a word is looked for
_FAR = 200  # characters behind a cut in which conditions are looked for
_NEAR = 20  # characters between two commas of a list
_JUST_OPENED = 4  # words from the start of a clause


class Start(NamedTuple):
    """A place where a sentence may start, and whether it opens by asking then."""

    cost: float
    at: int
    asks: bool


class End(NamedTuple):
    """A place where a sentence may end."""

    cost: float
    at: int


def starts(text: str, start: int, end: int, language: Words) -> Iterator[Start]:
    """Where a sentence may start without losing its question: as it does, and where it asks.

    Of very many places the first few.
    """
    asked = asks(text, start, language)
    wish = _WISH.match(text, start, end)
    yield Start(0, start, asked and not wish)
    if wish and wish.end() < end and asks(text, wish.end(), language):
        yield Start(_LABEL, wish.end(), asks=True)
    request = _REQUEST.match(text, start, end)
    if request and request.end() < end:
        yield Start(_COMMA, request.end(), asks=True)
    found = 0
    for match in _SEPARATOR.finditer(text, start + 1, end):
        at = match.end()
        if at >= end:
            return
        opens = asks(text, at, language)
        if match["label"] and at - start <= _LONGEST_LABEL:
            cost: float = _LABEL
        elif opens:
            cost = _CLAUSE + (LATER if asked else 0)
        elif match["wide"]:
            cost = _COMMA
        else:
            continue
        if _CONDITIONS.search(text, start, at):
            cost += _CONDITION / 2
        yield Start(cost, at, opens)
        found += 1
        if found == _MOST_STARTS:
            return


def ends(text: str, start: int, end: int, room: int, language: Words) -> Iterator[End]:
    """Where a sentence may end, so that it is at most ``room`` characters long."""
    for at in range(start + 1, min(end, start + room + 2)):
        if not _opens_word(text, at):
            continue
        stop = start + len(text[start:at].rstrip(_STOPS))
        if start < stop <= start + room:
            waste = WASTE * (min(end, start + room) - stop)
            yield End(waste + _end_cost(text, (start, stop), (at, end), language), stop)


def anywhere(text: str, start: int, room: int) -> int:
    """Where to end when nothing better is found: any sign but its accents."""
    stop = start + room
    while stop > start + 1 and _joined(text, stop):
        stop -= 1
    return start + len(text[start:stop].rstrip())


def entry_cost(text: str, at: int) -> float:
    """What it costs to start in the midst of a sentence that tells something."""
    last = text[max(0, at - _WINDOW) : at].rstrip().rpartition(" ")[-1]
    first, word = text[at], _first_word(text, at)
    if _parts_name(text, at):
        return SPLIT
    if last[-1:] in _STOPS:
        return 0
    if word in _ARTICLES:
        return _ARTICLE
    if last.lower() in (_AND | _PREPOSITIONS | {"that"}) - {"of"}:
        return _OBJECT
    return _NAME if first.isupper() or first.isdigit() or word in _CONJUNCTIONS else _ANY


def asks(text: str, at: int, language: Words) -> bool:
    """Whether a clause that starts here opens as a question does."""
    if _ASKS.match(text, at) or _WISH.match(text, at):
        return True
    rest = text[at : at + _WINDOW].lower()
    return language.code != "en" and any(
        rest.startswith(word) and not (language.spaced and rest[len(word) :][:1].isalpha())
        for word in language.asking
    )


def _end_cost(text: str, kept: tuple[int, int], left: tuple[int, int], language: Words) -> float:
    """What it costs to keep these words of a sentence, and to leave those out."""
    (start, stop), (at, end) = kept, left
    gap = text[stop:at]
    words = text[max(start, stop - _WINDOW) : stop].lower().split()
    following = _first_word(text, at)
    aside = following.startswith(("(", "--"))
    cost: float = _CLAUSE if aside else _break_cost(gap, following)
    if cost == _COMMA and asks(text, at, language):
        cost = _CLAUSE
    if "," in gap and "," in text[max(start, stop - _NEAR) : stop]:
        cost += _LIST
    if not gap.strip() or words[-1] in _AND:
        cost += _last_cost(words)
    if _parts_name(text, at):
        cost += SPLIT
    dropped = list(_CONDITIONS.finditer(text, at, min(end, at + _FAR)))
    if dropped:
        cost += _NEGATION if all(match["negation"] for match in dropped) else _CONDITION
    return cost


def _break_cost(gap: str, following: str) -> float:
    """What it costs to end before a word, by what stands between and by the word."""
    if set(gap) & set(";:–—" + _WIDE_STOPS) or " - " in gap:
        return _CLAUSE
    if "," in gap:
        return _CLAUSE if following in _CONJUNCTIONS | _PREPOSITIONS | _AND else _COMMA
    if following in _AND | _CONJUNCTIONS:
        return _COMMA
    if following in _PREPOSITIONS | {"that"}:
        return _PHRASE + (_OF if following == "of" else 0)
    return _WORDS


def _last_cost(words: list[str]) -> float:
    """What it costs to end on words with no mark behind them."""
    last = words[-1].strip("\"'“‘(")
    opened = not _OPENS_CLAUSE.isdisjoint(words[-_JUST_OPENED:])
    cost: float = _SHORT_CLAUSE if opened else 0
    if last in _WAITING or last.isdigit() or last.startswith("--"):
        return cost + _WAITS
    return cost + (_ADVERB if last.endswith("ly") else 0)


def _parts_name(text: str, at: int) -> bool:
    """Whether a cut before a place parts a name: "Board of Trustees", "Ada Lovelace"."""
    if text[at - 1] != " " or text[at - 2] in _STOPS:
        return False
    last = text[max(0, at - _WINDOW) : at - 1].rpartition(" ")[-1]
    word = _first_word(text, at)
    following = at + len(word) + 1 if word in _LINKS_NAMES else at
    return last[:1].isupper() and text[following : following + 1].isupper()


def _first_word(text: str, at: int) -> str:
    return text[at : at + _WINDOW].partition(" ")[0].lower()


def _opens_word(text: str, at: int) -> bool:
    """Whether a word starts here: behind a space, or in a script without spaces, anywhere."""
    if text[at - 1] == " ":
        return True
    wide = is_wide(text[at - 1]) or is_wide(text[at])
    return wide and text[at] != " " and text[at] not in _WIDE_CLOSERS and not _joined(text, at)


def _joined(text: str, at: int) -> bool:
    """Whether a sign is shown together with the one before it."""
    return (
        unicodedata.category(text[at])[0] == "M"
        or text[at] in _JOINERS
        or text[at - 1] in _JOINERS
        or _SKIN[0] <= text[at] <= _SKIN[1]
    )
