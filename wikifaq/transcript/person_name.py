"""The forms in which people's names stand in running text: whole, in parts, with other cases.

A word that may be no name ("May", "Will") is doubtful: it is one only where somebody is plainly
spoken to by it, see ``address``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.userlink import user_name
from wikifaq.transcript.words import NAME_PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.transcript.words import Words

# Scripts whose words no spaces part, and Hangul, which adds to a name: each letter by itself.
ALONE = "\u0e00-\u0e7f\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
# Vowel signs and accents, which \w leaves out.
_SIGNS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
# References to characters and the names of tags are no words.
_TOKEN = re.compile(
    rf"&#?\w{{1,8}};|</?[A-Za-z][A-Za-z0-9]*"
    rf"|([^\W_{ALONE}]+(?:[{_SIGNS}]+[^\W_{ALONE}]*)*|[^\W_])"
)
_SPACES = re.compile(r"(?:[\s_]|&(?:nbsp|#160|#32);)+")
_BRACKETS = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]?")
_PARTED = re.compile(r"[\s._・]+")
_FIGURES = re.compile(r"([^\W\d_]+)[\d_]+")
_TAIL = re.compile(r"[^\w\s]{1,3}\Z")
_LETTER_ALONE = re.compile(f"[{ALONE}]")
_LONGEST_GAP = 12
_FEWEST_LETTERS = 3  # of a part of a name
_FEWEST_ALONE = 2  # of one in a script without spaces
_FEWEST_FOR_ANY_CASE = 5
_LONGEST_ACRONYM = 5
_SEVERAL = 2


class Token(NamedTuple):
    """A word of a text and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name.

    ``any_case`` is whether the case of letters doesn't matter, ``whole`` whether it is the name
    and not a part of it, ``doubtful`` whether it may well be another word. ``tail`` are the
    signs that end it: the bracket of "Ana (Tea House)".
    """

    text: str
    tail: str = ""
    any_case: bool = False
    whole: bool = True
    doubtful: bool = False


def tokens(text: str) -> list[Token]:
    """Return the words of a text or of wikitext, each letter of a script without spaces as one."""
    return [Token(match[1], *match.span()) for match in _TOKEN.finditer(text) if match.lastindex]


def words_of(text: str) -> set[str]:
    """Return the words that ``tokens`` finds in a text, each once."""
    found = set(_TOKEN.findall(text))
    found.discard("")
    return found


def gap(text: str, start: int, end: int) -> str:
    """Return what stands between two words of a name, the same for all kinds of spaces."""
    if end - start > _LONGEST_GAP:
        return "\n"
    return same(text[start:end]) if end - start else ""


def same(text: str) -> str:
    """Return a text with single spaces for spaces of any kind, and typewriter apostrophes."""
    return text if text == " " else _SPACES.sub(" ", text).replace("’", "'")


def name_key(name: str) -> str:
    """Return what all ways to write a user's name have in common."""
    return user_name(name).casefold()


def parts(name: str) -> list[str]:
    """Return the parts of a name by which a person may be called, without brackets and figures."""
    bare = user_name(_BRACKETS.sub(" ", name))
    found = [part.strip(",;:!?'\"()[]-–—~*") for part in _PARTED.split(bare)]
    first = found[0] if found else ""
    if first[:1].islower() and first not in NAME_PARTICLES:
        found = found if len(found) == 1 else []  # "by mail"
    made = [bare] if bare != user_name(name) else []
    for part in [*made, *found]:
        figured = _FIGURES.fullmatch(part)
        made += [figured[1][:1].upper() + figured[1][1:]] if figured else []
    made += found if len(found) > 1 else []
    return [part for part in dict.fromkeys(made) if part != name and _may_call(part)]


def _may_call(part: str) -> bool:
    if part in NAME_PARTICLES or part[:1].islower():
        return False
    letters = sum(map(str.isalpha, part))
    return letters >= (_FEWEST_ALONE if _LETTER_ALONE.match(part) else _FEWEST_LETTERS)


class Doubts:
    """Which words of a page may be no names: those of its languages, and those it uses itself."""

    def __init__(
        self, languages: Iterable[Words], *, title: str = "", taken: Iterable[str] = ()
    ) -> None:
        """``title`` is the page's, ``taken`` are names of others than those who are looked for."""
        self.known = _known(languages)
        self.taken = {word.casefold() for name in taken for word in words_of(name)}
        self._titled = {word.casefold() for word in words_of(title)}
        self._small: Counter[str] = Counter()

    def look(self, names: Iterable[str], texts: Iterable[str]) -> None:
        """Count in how many texts the words of some names stand in small letters, as words do."""
        wanted = {word.lower() for name in names for word in words_of(name)}
        for text in texts:
            self._small.update(words_of(text) & wanted)

    def whole(self, name: str) -> Form:
        """Return the form of a whole name."""
        words = [word.text for word in tokens(name)]
        folded = [word.casefold() for word in words]
        figures = any(map(str.isdigit, name))
        any_case = figures or sum(map(len, words)) >= _FEWEST_FOR_ANY_CASE
        if len(words) == 1 and not figures:
            small = 0
            if name.istitle():  # neither "ana" nor "TeaMaker"
                small = self._small[words[0].lower()]
            doubtful = (
                len(words[0]) == 1
                or folded[0] in self.known | self.taken
                or small >= (_SEVERAL if any_case else 1)
            )
        else:  # "by mail" is no name
            doubtful = not figures and name[:1].islower() and self.known.issuperset(folded)
        return Form(*_cored(name), any_case=any_case and not doubtful, doubtful=doubtful)

    def part(self, part: str, name: str) -> Form | None:
        """Return the form of a part of a name; None where it is also one of somebody else."""
        words = [word.text for word in tokens(part)]
        folded = [word.casefold() for word in words]
        if not self.taken.isdisjoint(folded):
            return None
        acronym = part.isupper() and len(part) <= _LONGEST_ACRONYM and not name.isupper()
        # In a script without capitals each word stands as a common word would.
        doubtful = acronym or (
            len(words) == 1
            and (folded[0] in self.known | self._titled or self._small[words[0].lower()] > 0)
        )
        return Form(*_cored(part), whole=False, doubtful=doubtful)


def _cored(name: str) -> tuple[str, str]:
    """A name from its first word to its last, and the signs behind it."""
    words = tokens(name)
    if not words:
        return "", ""
    tail = _TAIL.match(name, words[-1].end)
    return same(name[words[0].start : words[-1].end]), tail[0] if tail else ""


def _known(languages: Iterable[Words]) -> frozenset[str]:
    """The words of some languages that are no names."""
    found: set[str] = set()
    for words in languages:
        found.update(words.common, words.not_names, words.roles)
        for some in (
            *words.months, words.asking, words.please, words.thanks, words.update,
            words.question_marks, words.answer_marks, words.comment_marks,
        ):  # fmt: skip
            found.update(some)
    return frozenset(word.casefold() for word in found)
