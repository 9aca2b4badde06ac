"""Where the names of some people stand in texts, in whatever form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from wikifaq.model import Span
from wikifaq.transcript.address import Address
from wikifaq.transcript.person_name import (
    Doubts,
    Form,
    gap,
    name_key,
    parts,
    same,
    tokens,
    words_of,
)
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikifaq.transcript.person_name import Token
    from wikifaq.transcript.words import Words

_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]")
_LIKELY = 2  # languages whose words are no names, beside English
_INFLECTED = frozenset({"ru", "uk", "pl"})
"""Languages that change the ends of names: "Спасибо, Анне"."""
_VOWELS = "аеиоуыэюяіїєйьaeiouyąęó"
_FEWEST_STEM = 3  # letters
_LONGEST_ENDING = 2


@dataclass(slots=True)
class _Node:
    """The words that may follow those read, with what stands between; the forms that end here."""

    next: dict[tuple[str, str], _Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)
    stays: bool = False


class Names:
    """The names of some people, to be found in texts."""

    def __init__(
        self,
        names: Iterable[str],
        *,
        elsewhere: Iterable[str] = (),
        others: Iterable[str] = (),
        host: str | None = None,
        title: str = "",
        texts: Sequence[str] = (),
        languages: Sequence[Words],
    ) -> None:
        """``names`` are looked for; those of ``others`` and of the ``host`` are to stand.

        Names from ``elsewhere`` are looked for whole only.

        ``texts`` and ``title`` are the page's, by which its words are told from names,
        ``languages`` its languages, the likeliest first.
        """
        wanted = {name_key(name): name for name in names}
        whole = {name_key(name): name for name in elsewhere if name_key(name) not in wanted}
        self._keys = wanted.keys()
        self._first: dict[str, _Node] = {}
        self._stems: set[str] = set()
        self._address = Address(languages)
        self._inflects = any(words.code in _INFLECTED for words in languages[:_LIKELY])
        stay = [name for name in (*others, host) if name]
        self._doubts = Doubts((*languages[:_LIKELY], LANGUAGES["en"]), title=title, taken=stay)
        self._doubts.look([*wanted.values(), *whole.values()], texts)
        for name in stay:
            if node := self._node(name):
                node.stays = True
        if host:
            self._node(tokens(host)[0].text if tokens(host) else "", stays=True)
        for name in wanted.values():
            self._add(self._doubts.whole(name))
            for part in parts(name):
                if form := self._doubts.part(part, name):
                    self._add(form)
        stand = set(map(name_key, stay))
        for key, name in whole.items():
            if key not in stand:
                self._add(self._doubts.whole(name))

        self._begin = {begin for word in self._first for begin in (word, f"{word}s")}

    def is_one(self, name: str) -> bool:
        """Whether this is the whole name of one of these people."""
        return name_key(name) in self._keys

    def is_sure(self, name: str) -> bool:
        """Whether it is the whole name of one of them, and not likely another word."""
        return self.is_one(name) and not self._doubts.whole(name).doubtful

    def stand_in(self, text: str) -> bool:
        """Whether one of the names stands in a text."""
        return next(self.find(text), None) is not None

    def find(self, text: str) -> Iterator[Span]:
        """Yield where the names stand in a text, in their order."""
        if not self._stems and self._begin.isdisjoint(map(str.casefold, words_of(text))):
            return
        words = tokens(text)
        at = 0
        while at < len(words):
            if not self._stems and words[at].text.casefold() not in self._begin:
                at += 1
                continue
            found, last = self._at(text, words, at)
            if found:
                yield found
            at = last + 1

    def _at(self, text: str, words: Sequence[Token], at: int) -> tuple[Span | None, int]:
        """The longest name that begins at a word, and the number of its last word."""
        for last, node, cut in reversed(self._read(text, words, at)):
            span = Span(words[at].start, words[last].end - cut)
            if _is_cut(text, span):
                continue
            if node.stays and not cut:
                return None, last
            for form in node.forms:
                if self._is_meant(text, span, form, cut=cut):
                    tail = form.tail if text.startswith(form.tail, span.end) else ""
                    return Span(span.start, span.end + len(tail)), last
        return self._inflected(words[at]), at

    def _read(self, text: str, words: Sequence[Token], at: int) -> list[tuple[int, _Node, int]]:
        """The forms that begin at a word: their last words, and what is behind these ("Anas")."""
        found = []
        folded, last, cut = words[at].text.casefold(), at, 0
        node = self._first.get(folded)
        if node is None and folded.endswith("s"):
            node, cut = self._first.get(folded[:-1]), 1
        while node:
            if node.forms or node.stays:
                found.append((last, node, cut))
            if cut or last + 1 == len(words):
                break
            between = gap(text, words[last].end, words[last + 1].start)
            last += 1
            folded = words[last].text.casefold()
            child = node.next.get((between, folded))
            if child is None and folded.endswith("s"):
                child, cut = node.next.get((between, folded[:-1])), 1
            node = child
        return found

    def _is_meant(self, text: str, span: Span, form: Form, *, cut: int) -> bool:
        written = same(text[span.start : span.end])
        exact = written in {form.text, form.text[:1].upper() + form.text[1:]}
        if not (exact or form.any_case) or (cut and (form.doubtful or not form.whole)):
            return False
        return not form.doubtful or self._address.holds(text, span)

    def _inflected(self, word: Token) -> Span | None:
        """A name with another ending; None where it is none."""
        if not self._stems or not word.text[0].isupper():
            return None
        folded = word.text.casefold()
        if folded in self._doubts.taken or folded in self._doubts.known:
            return None
        stems = (folded[: len(folded) - ending] for ending in range(_LONGEST_ENDING + 1))
        return Span(word.start, word.end) if any(stem in self._stems for stem in stems) else None

    def _add(self, form: Form) -> None:
        node = self._node(form.text)
        if node is None or node.stays:
            return
        if form not in node.forms:
            node.forms.append(form)
        words = tokens(form.text)
        if self._inflects and len(words) == 1 and not form.doubtful:
            stem = words[0].text.casefold().rstrip(_VOWELS)
            if len(stem) >= _FEWEST_STEM:
                self._stems.add(stem)

    def _node(self, name: str, *, stays: bool = False) -> _Node | None:
        """The node of a name's last word; None for a name without words."""
        words = tokens(name)
        if not words:
            return None
        node = self._first.setdefault(words[0].text.casefold(), _Node())
        for before, word in pairwise(words):
            key = (gap(name, before.end, word.start), word.text.casefold())
            node = node.next.setdefault(key, _Node())
        node.stays |= stays
        return node


def _is_cut(text: str, span: Span) -> bool:
    """Whether it is only part of a word in katakana, whose letters make words of their own."""
    start, end = span
    return any(
        _KATAKANA.fullmatch(text[at : at + 1]) and _KATAKANA.fullmatch(text[at + 1 : at + 2])
        for at in ({start - 1} if start else set()) | {end - 1}
    )
