"""A transcript without the names of those who ask.

People who come to a conversation with a question need not stand on a page by it for years. Their
names are left out of all that is made of transcripts: who asked, who speaks to them or of them,
and what they add to the answers. Those who answer stay.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wikifaq.transcript.inline import plain
from wikifaq.transcript.language import languages_of
from wikifaq.transcript.omission import (
    OMITTED_IN_WIKITEXT,
    in_one,
    nicknames,
    wikitext_without_names,
    without_names,
)
from wikifaq.transcript.person_name import name_key, parts
from wikifaq.transcript.person_search import Names
from wikifaq.transcript.wikitext import SIGNERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from wikifaq.model import Entry, Span, Transcript, Turn

_ASKS = re.compile(r"[?？؟][\s\"'”»)\]]*\Z")
_SHOWN_IN_WARNING = 60
_LONGEST_NICKNAME = 40
_MOST_WORDS_OF_NICKNAME = 4


def who_only_ask(transcripts: Iterable[Transcript]) -> tuple[str, ...]:
    """The names of those who ask on some pages, and answer on none of them."""
    asking: dict[str, str] = {}
    answering: set[str] = set()
    for transcript in transcripts:
        audience = _Audience(transcript)
        asking |= {name_key(name): name for name in audience.askers}
        answering |= set(map(name_key, audience.answerers)) | {name_key(transcript.host or "")}
    return tuple(name for key, name in asking.items() if key not in answering)


def without_askers(transcript: Transcript, elsewhere: Iterable[str] = ()) -> Transcript:
    """Return a transcript that names nobody who only asks.

    ``elsewhere`` are names of people who ask on other pages: whoever speaks of them here names
    them, too.

    In place of a name stands ``[…]``, in wikitext so that it shows as that. Who speaks in answers
    to their own questions only has no name there but is marked as ``audience``. Who answers
    others as well, and the host, keep their names, but for those of their questions. Ids, spans
    and ties stay; an anchor that holds a name is gone. Nothing else changes, and a transcript
    without askers is returned as it is.
    """
    elsewhere = tuple(elsewhere)
    if not elsewhere and not any(entry.asker for entry in transcript.entries):
        return transcript
    audience = _Audience(transcript)
    names = _names(transcript, audience, elsewhere)
    omit = _Omission(names, audience)
    entries = tuple(map(omit.entry, transcript.entries))
    shown = {
        repr(old.question[:_SHOWN_IN_WARNING]): repr(new.question[:_SHOWN_IN_WARNING])
        for old, new in zip(transcript.entries, entries, strict=True)
        if old.question != new.question
    }
    warnings = tuple(without_names(_quoting(each, shown), names) for each in transcript.warnings)
    return replace(transcript, entries=entries, warnings=warnings)


class _Audience:
    """Who on a page only asks, and who answers.

    ``askers`` are the names of those who do nothing else, ``answerers`` of the others who speak
    or are spoken to.
    """

    def __init__(self, transcript: Transcript) -> None:
        anybody = _Askers()
        for entry in transcript.entries:
            anybody.add(entry.asker)
        threads: dict[str, _Askers] = {}
        spoken: dict[tuple[Span, str], bool] = {}  # a turn may stand under several questions
        for entry in transcript.entries:
            thread = threads.get(entry.follows or entry.parent or "") or _Askers()
            threads[entry.id] = thread
            thread.add(entry.asker)
            for turn in entry.answer:
                if turn.speaker:
                    place = turn.span, turn.speaker
                    # Who asks elsewhere on the page doesn't answer by asking on.
                    asks = _ASKS.search(turn.text) is not None and anybody.has(turn.speaker)
                    spoken[place] = spoken.get(place, False) or thread.has(turn.speaker) or asks
        host = name_key(transcript.host or "")
        self._answering = {name_key(name) for (_, name), own in spoken.items() if not own} | {host}
        asked = [entry.asker for entry in transcript.entries if entry.asker]
        speakers = dict.fromkeys(name for _, name in spoken)
        self.askers = [
            name for name in dict.fromkeys([*asked, *speakers]) if not self.answers(name)
        ]
        known = set(map(name_key, self.askers))
        told = dict.fromkeys(each.addressee for each in transcript.entries if each.addressee)
        self.answerers = [name for name in speakers if self.answers(name)]
        self.answerers += [name for name in told if name_key(name) not in known]

    def answers(self, name: str) -> bool:
        """Whether a speaker or an asker is one of those who answer."""
        return name_key(name) in self._answering


class _Askers:
    """Who has asked in a thread so far."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._parts: set[str] = set()

    def add(self, name: str | None) -> None:
        """Note who asks."""
        if name:
            self._names.add(name_key(name))
            self._parts.update(map(name_key, parts(name)))

    def has(self, speaker: str) -> bool:
        """Whether a speaker has asked, perhaps by a longer name, or only by the first of these."""
        key = name_key(speaker)
        first = key.partition(" ")[0]
        return key in self._names or key in self._parts or first in self._names


def _names(transcript: Transcript, audience: _Audience, elsewhere: Iterable[str]) -> Names:
    """The names to leave out of a page, nicknames on links to these people among them."""
    texts = [
        "\n".join([entry.section or "", entry.question, *(turn.text for turn in entry.answer)])
        for entry in transcript.entries
    ]
    languages = languages_of("\n".join(texts))
    askers = set(map(name_key, audience.askers))
    calling = {word for words in SIGNERS for word in words.talk_links}
    called = [
        shown
        for entry in transcript.entries
        for text in _wikitext(entry)
        for name, shown in nicknames(text)
        if name_key(name) in askers and _may_call(shown, calling)
    ]
    return Names(
        [*audience.askers, *called],
        elsewhere=elsewhere,
        others=audience.answerers,
        host=transcript.host,
        title=transcript.title,
        texts=texts,
        languages=languages,
    )


def _wikitext(entry: Entry) -> Iterator[str]:
    yield from (entry.markup, entry.wikitext)
    for turn in entry.answer:
        yield turn.wikitext


def _may_call(shown: str, calling: set[str]) -> bool:
    """Whether what a link to a person shows may be a name of theirs, and not "my page"."""
    words = shown.split()
    return (
        0 < len(words) <= _MOST_WORDS_OF_NICKNAME
        and len(shown) <= _LONGEST_NICKNAME
        and not shown[0].islower()
        and not any(word.strip("()").casefold() in calling for word in words)
    )


class _Omission:
    """Names left out of entries, of each text once."""

    def __init__(self, names: Names, audience: _Audience) -> None:
        self._names = names
        self._audience = audience
        self._plain: dict[str, str] = {}
        self._wikitext: dict[str, str] = {}
        self._turns: dict[tuple[Span, str | None], Turn] = {}

    def entry(self, entry: Entry) -> Entry:
        """Return the entry without the names."""
        anchor, addressee = entry.anchor, entry.addressee
        if anchor and self._names.stand_in(anchor):
            anchor = None
        if addressee and self._names.is_one(addressee):
            addressee = None
        return replace(
            entry,
            asker=None,
            question=self._shown(entry.question, (entry.markup,)),
            markup=self.wikitext(entry.markup),
            wikitext=self._labelled(entry),
            section=None if entry.section is None else self.plain(entry.section),
            anchor=anchor,
            addressee=addressee,
            why=self.plain(entry.why),
            answer=tuple(map(self.turn, entry.answer)),
        )

    def _labelled(self, entry: Entry) -> str:
        """An entry's wikitext: what stands around the question names who asks, whatever it is."""
        if not entry.asker or not entry.markup or entry.markup not in entry.wikitext:
            return self.wikitext(entry.wikitext)
        before, markup, after = entry.wikitext.partition(entry.markup)
        name = re.compile(rf"(?<!\w){re.escape(entry.asker)}(?!\w)", re.IGNORECASE)
        before, after = (name.sub(OMITTED_IN_WIKITEXT, each) for each in (before, after))
        return self.wikitext(before + markup + after)

    def turn(self, turn: Turn) -> Turn:
        """Return the turn without the names, without its speaker where that is one."""
        place = turn.span, turn.speaker
        if place not in self._turns:
            asks = turn.speaker is not None and not self._audience.answers(turn.speaker)
            self._turns[place] = replace(
                turn,
                speaker=None if asks else turn.speaker,
                role=None if asks or turn.role is None else self.plain(turn.role),
                audience=asks,
                text=self._shown(turn.text, turn.paragraphs),
                wikitext=self.wikitext(turn.wikitext),
                paragraphs=tuple(map(self.wikitext, turn.paragraphs)),
            )
        return self._turns[place]

    def _shown(self, text: str, written: Sequence[str]) -> str:
        """A text without the names, told by its wikitext: there links say what is a name."""
        made = [self.wikitext(each) for each in written]
        if made != [*written] and text == "\n\n".join(map(plain, written)):
            text = in_one("\n\n".join(map(plain, made)))
        return self.plain(text)

    def plain(self, text: str) -> str:
        """Return a plain text without the names."""
        return _once(self._plain, text, without_names, self._names)

    def wikitext(self, text: str) -> str:
        """Return wikitext without the names."""
        return _once(self._wikitext, text, wikitext_without_names, self._names)


def _once(known: dict[str, str], text: str, omit: Callable[[str, Names], str], names: Names) -> str:
    if text not in known:
        known[text] = omit(text, names)
    return known[text]


def _quoting(warning: str, shown: Mapping[str, str]) -> str:
    """A warning that quotes the beginning of a question, which may end within a name."""
    for length in sorted(set(map(len, shown)), reverse=True):
        for quote in re.finditer("['\"]", warning):
            found = shown.get(warning[quote.start() : quote.start() + length])
            if found is not None:
                end = quote.start() + length
                return warning[: quote.start()] + found + warning[end:]
    return warning
