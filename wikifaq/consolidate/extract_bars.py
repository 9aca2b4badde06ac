"""What no extract of an answer may begin with, and where none may end.

An extract is read without the rest: it can't begin with what leans on the sentence before it,
and can't end before what takes it back.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wikifaq.consolidate.answer_words import ANSWER_WORDS
from wikifaq.consolidate.connectives import CONNECTIVES
from wikifaq.transcript.asking import ends_asking
from wikifaq.transcript.kind import thanks
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikifaq.consolidate.extract_sentences import Sentence

ASKS = "asks"
"""The bar of a sentence that is a question."""

_HEAD = 160  # characters in which the opening of a sentence is looked for
_LATER = 60  # … in which a word may stand that turns it
_FEW = 3  # words: "Sure.", "Can't say."
_SHORT = 12  # words of a sentence that does nothing but thank, hand over or announce
_MIDDLING = 24  # … and with as many it says little else
_QUANTITY = re.compile(
    r"\b(?:two|three|four|five|six|seven|several|many|some|few|couple|number|following|different|"
    r"various|main|multiple|plenty|lots|one|\d)\b"
)
# "It is important to …": the pronoun stands for what follows.
_EXPLETIVE = re.compile(
    r"\W*it(?:'s| is| isn't| was| will be| would be| can be| may be| might be)"
    r"(?: [\w'-]+){1,5}? (?:to|that|when|whether|who|how|why)\b",
    re.IGNORECASE,
)
_DIFFERS = re.compile(  # "Attachments are another matter."
    r"\b(?:(?:a different|another) (?:story|matter|question)|(?:does not|doesn['’]t) apply|"
    r"(?:is|are) (?:not true|different) (?:for|with)|(?:the|one|an) exception (?:is|to)|"
    # "… would tell you that this isn't the right word."
    r"(?:this|that|it)(?:['’]s not| is(?: not|n['’]t)| was(?: not|n['’]t)) "
    r"(?:\w+ )?(?:the right word|the right term|the whole (?:story|truth|picture)|accurate))\b"
)
# "That's quite a complicated question."
_OF_QUESTION = re.compile(
    r"\W*(?:\w+, )?(?:this|that|it|what)(?:'s| is| was)(?: [\w'-]+){0,5} "
    r"(?:question|questions|topic|subject|point|discussion|conversation)\b",
    re.IGNORECASE,
)
# Adverbs that turn a sentence from within it.
_ADVERBS = frozenset(
    "allerdings jedoch dennoch trotzdem hingegen echter niettemin jednak natomiast".split()
)
# Adverbs at the head of a sentence that add it to the one before.
_ADDS = frozenset(
    "also likewise auch ebenfalls aussi également también asimismo também anche ook "
    "eveneens też także również также тоже також теж أيضا أيضًا".split()
)
_ANSWER_IS = re.compile(  # "A straight answer would be a yes"
    r"\W*(?:\w+ ){1,4}answer(?: is| would be)?[:,]? \W?(?:a (?:\w+ )?)?(?:yes|no)\b", re.IGNORECASE
)
_ADDRESS = re.compile(  # as "Sorry, Ines," stands before what is said to her
    r"\W*(?:(?:[Ss]orry|[Ww]ell|[Nn]o|[Hh]m+|[Ee]r|[Uu]m|[Ee]xcuse me),? )?[A-Z]\w{1,20}, "
)
_HEAD_WORDS = 6
_WORD = re.compile(r"[\w\u0900-\u097f]+")


class Bars:
    """The bars of one language."""

    def __init__(self, code: str) -> None:
        """``code`` is that of a language whose words are known; others have English ones."""
        known = CONNECTIVES.get(code, CONNECTIVES["en"])
        words = ANSWER_WORDS.get(code, ANSWER_WORDS["en"])
        self._language = (LANGUAGES.get(code, LANGUAGES["en"]),)
        self._spaced = self._language[0].spaced
        self._english = code == "en"
        self._alone = self.opening(known.alone)
        self._leaning = self.opening((*known.leaning, *self._language[0].follow_up))
        self._turning = self.opening(known.turning)
        self._qualifying = self.opening((*known.turning, *known.limiting, *known.correcting))
        # It is followed by a colon, as in "(Update, 3 May: …)".
        update = self.opening(self._language[0].update).pattern
        self._update = re.compile(rf"{update}[^:：.?!]{{0,30}}[:：]", re.IGNORECASE)
        self._turned_behind = re.compile(
            rf"[.!?][)\]\"”»]\s(?:{_any(known.turning)})(?!\w)", re.IGNORECASE
        )
        self._answered_back = self.opening((*known.turning, *known.correcting))
        self._turned_within = self.within(known.turning, before=r",\s*", after=r"\s*,")
        self._correcting = self.opening(known.correcting)
        self._pronouns = self.opening(known.pronouns)
        self._conceding = self.opening(known.conceding)
        self._first = self.opening(known.first)
        self._announcing = self.within(known.announcing)
        # "Yes," and "No." answer, but not "No reason": a short one must end there.
        short = [word for word in words.plain if self._spaced and " " not in word]
        self._plain = re.compile(
            self.opening(set(words.plain) - set(short)).pattern
            + rf"|[\W_]*(?:{_any(short)})\s*(?:[,.;:!–—-]|\Z)",
            re.IGNORECASE,
        )
        self._opens_lead_in = self.opening(words.lead_in)
        self._lead_in = self.within(words.lead_in)

    def beginning(self, text: str, *, opens: bool) -> str | None:
        """Say why no extract may begin with a sentence; None where one may.

        ``opens`` is whether nothing but lead-in stands before it in the answer: then its
        pronoun stands for what the question names.
        """
        if ends_asking(text):
            return ASKS
        head = text[:_HEAD].replace("’", "'")
        if found := self._tie(head):
            return f"leans on what stands before it ('{_shown(found)}')"
        if self._alone.match(head):
            return None
        return None if opens else self._standing_for(head)

    def _tie(self, head: str) -> re.Match[str] | None:
        """The words with which a sentence goes on, unless more of them say that it doesn't."""
        found = self._turning.match(head) or self._leaning.match(head)
        alone = self._alone.match(head)
        return None if found and alone and alone.end() >= found.end() else found

    def _standing_for(self, head: str) -> str | None:
        """Say what in a sentence's opening is explained only by what stands before it."""
        if not _ADDS.isdisjoint(_WORD.findall(head.lower())[:_HEAD_WORDS]):
            return "adds to what stands before it"
        found = self._pronouns.match(head)
        if found is None or (self._english and _EXPLETIVE.match(head)):
            return None
        return f"stands for what was named before ('{_shown(found)}')"

    def ending(self, text: str, following: Sequence[str], *, same_turn: bool = True) -> str | None:
        """Say why no extract may end with a sentence; None where one may.

        ``following`` are the sentences behind it, of the same turn or of the next.
        """
        if text.rstrip("*_ \"'”»").endswith((":", "：", ",", "，", "、", ";", "；", "–", "—")):
            return "leads on to what follows"
        if self.announces(text):
            return "announces what follows"
        if self.opens_enumeration(text):
            return "is the first of an enumeration"
        heads = [each[:_HEAD].replace("’", "'") for each in following[:2]]
        return self._qualified(heads, following[0], same_turn=same_turn) if heads else None

    def _qualified(self, heads: Sequence[str], following: str, *, same_turn: bool) -> str | None:
        """Say how a sentence is qualified by what follows, if it is."""
        head = heads[0] if same_turn else _ADDRESS.sub("", heads[0], count=1)
        if self._update.match(head):
            return "is brought up to date by what follows"
        barred = self._qualifying if same_turn else self._answered_back
        found = barred.match(head)
        if found is None and same_turn:
            found = self._turned_within.search(head[:_LATER])
        if found:
            return f"is qualified by what follows ('{_shown(found)}')"
        if same_turn and (
            self._turned_behind.search(following)
            or not _ADVERBS.isdisjoint(_WORD.findall(head[:_LATER].lower()))
            or (self._english and any(map(_DIFFERS.search, heads)))
        ):
            return "is qualified by what follows"
        return None

    def announces(self, text: str) -> bool:
        """Whether a sentence does nothing but promise an enumeration."""
        lower = text.lower()
        if self._count(lower) > _SHORT or not self._announcing.search(lower):
            return False
        return not self._english or _QUANTITY.search(lower) is not None

    def opens_enumeration(self, text: str) -> bool:
        """Whether a sentence opens with "First"."""
        return self._first.match(text[:_HEAD]) is not None

    def leans(self, text: str) -> bool:
        """Whether a sentence goes on from the one before it."""
        head = text[:_HEAD].replace("’", "'")
        if self._tie(head):
            return True
        return self._alone.match(head) is None and self._pronouns.match(head) is not None

    def corrects(self, text: str) -> bool:
        """Whether a sentence says that something was wrong."""
        head = text[:_HEAD].replace("’", "'")
        heads = (head, _ADDRESS.sub("", head, count=1))
        return any(
            pattern.match(each) for each in heads for pattern in (self._correcting, self._update)
        )

    def concedes(self, text: str) -> bool:
        """Whether a sentence opens as though a "but" were to follow."""
        return self._conceding.match(text[:_HEAD].replace("’", "'")) is not None

    def turns(self, text: str) -> bool:
        """Whether a sentence turns against the one before it."""
        return self._qualifying.match(text[:_HEAD].replace("’", "'")) is not None

    def is_plain(self, text: str) -> bool:
        """Whether a sentence opens with a yes or a no."""
        head = text[:_HEAD].replace("’", "'")
        if self._english and _ANSWER_IS.match(head):
            return True
        return self._plain.match(head) is not None

    def lead_in(self, sentence: Sentence) -> float:
        """How much of a sentence is thanks, handing over or talk of the question: 0 to 1."""
        head = sentence.text[:_HEAD].replace("’", "'")
        plain = self._plain.match(head) is not None
        if sentence.words <= _FEW and not plain:
            return 1.0
        opens = self._opens_lead_in.match(head) is not None
        opens = opens or thanks(head, self._language)
        if opens and not plain and sentence.words <= _MIDDLING:
            return 1.0
        if self._lead_in.search(head[:_LATER]) or (self._english and _OF_QUESTION.match(head)):
            return 1.0 if sentence.words <= _SHORT and not plain else 0.5
        return 0.5 if opens else 0.0

    def _count(self, text: str) -> int:
        return len(_WORD.findall(text)) if self._spaced else len(text) // 2

    def opening(self, words: Iterable[str]) -> re.Pattern[str]:
        """Matches one of the words at the start of a text."""
        end = r"(?![\w\u0900-\u097f])" if self._spaced else ""
        return re.compile(rf"[\W_]*(?:{_any(words)}){end}", re.IGNORECASE)

    def within(self, words: Iterable[str], *, before: str = "", after: str = "") -> re.Pattern[str]:
        """Matches one of the words anywhere in a text."""
        start, end = ("", "")
        if self._spaced:
            start, end = r"(?<![\w\u0900-\u097f])", r"(?![\w\u0900-\u097f])"
        return re.compile(rf"{before}{start}(?:{_any(words)}){end}{after}", re.IGNORECASE)


@lru_cache(maxsize=32)
def bars(code: str) -> Bars:
    """Return the bars of a language."""
    return Bars(code)


def _any(words: Iterable[str]) -> str:
    """Alternatives of a pattern, the longer first; between their words a comma may stand."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(",?\\s+".join(map(re.escape, word.split())) for word in found) or "(?!)"


def _shown(found: re.Match[str]) -> str:
    return " ".join(found[0].split()).strip("\"'*-–—(„“«»¿¡, ")
