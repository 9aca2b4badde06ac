"""The nouns that every part of wikifaq knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Character offsets into a page's text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """One revision of one page.

    ``page_id`` and ``revision`` are the wiki's own numbers; None for a file outside a wiki.
    ``timestamp`` is ISO 8601 in UTC ("2021-04-17T15:00:00Z"), None where there is none.
    """

    title: str
    text: str
    page_id: int | None = None
    revision: int | None = None
    timestamp: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in an answer, without the label, as plain text and as wikitext.

    Paragraphs of ``text`` are parted by a blank line. ``wikitext`` is exactly what ``span``
    cuts out of the page. ``paragraphs`` are the same words as wikitext, one item a paragraph,
    without list marks and label. ``audience`` is whether the speaker is somebody who asks and
    whose name was left out.
    """

    speaker: str | None
    role: str | None
    text: str
    wikitext: str
    span: Span
    paragraphs: tuple[str, ...]
    audience: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One question (or statement) of a transcript with its answer.

    ``id`` depends on the page's id and the entry's own words only. ``section`` is the heading
    it stands under (plain text) and ``anchor`` that heading's anchor on the page, both None
    above the first heading. ``markup`` is the question as wikitext without marks, numbers and
    the asker's name; ``wikitext`` is exactly what ``span`` cuts out of the page. ``form``,
    ``score`` (0 to 1) and ``why`` tell how it was found on the page, and by what evidence.
    """

    id: str
    kind: str
    question: str
    markup: str
    wikitext: str
    span: Span
    section: str | None = None
    anchor: str | None = None
    asker: str | None = None
    addressee: str | None = None
    parent: str | None = None
    follows: str | None = None
    answer: tuple[Turn, ...] = ()
    form: str = ""
    score: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a page says, and which of its characters were not understood.

    ``kind`` is one of transcript, talk, faq, irc-log, none; ``date`` is ISO ("2021-04-17").
    """

    title: str
    page_id: int | None
    revision: int | None
    kind: str
    chars: int
    date: str | None = None
    host: str | None = None
    unrecognised: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of the FAQ and what places a question under it.

    ``keywords`` are words or phrases matched at the start of words, in any case;
    ``acronyms`` maps a short form to its full one. ``about`` says in a sentence or two what
    the topic is about; ``examples`` are questions that belong here.
    """

    id: str
    title: str
    keywords: tuple[str, ...] = ()
    acronyms: tuple[tuple[str, str], ...] = ()
    about: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """Consecutive sentences of one turn that answer the question, shown of a long answer.

    ``turn`` is the turn's place in the answer, ``span`` cuts the sentences out of its text.
    ``score`` (0 to 1) and ``why`` tell how good they are, and why they were chosen.
    """

    turn: int
    span: Span
    score: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One occasion on which an FAQ entry's question was answered: an entry and where it stands.

    ``extract`` is what is shown of a long answer, None of a short one, and where no sentences
    of it can stand alone.
    """

    entry: Entry
    title: str
    page_id: int | None
    revision: int | None
    date: str | None
    parent: Entry | None = None
    extract: Extract | None = None


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """One question of the FAQ with its answers, the newest first.

    ``aliases`` are the ids of other entries that this one stands for: they lead to it.
    ``years_older`` is the number of years that all its answers are older, at least, than the newest
    conversation, 0 where that is too few to tell.
    ``follows`` is the id of the FAQ entry without which this one can't be read, ``wording``
    that of the answer whose question's words it shows. ``also`` are the ids of other topics from
    which it is linked, ``related`` those of entries that may ask the same.

    What people wished for: ``asked`` is their wording of the question, ``pinned`` the id of the
    question whose answer comes first, ``extract`` words of an answer to show (all plain text, ""
    where nobody did), ``outdated`` whether they marked it so.
    """

    id: str
    topic: str
    answers: tuple[Answer, ...]
    aliases: tuple[str, ...] = ()
    follows: str | None = None
    related: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    wording: str = ""
    asked: str = ""
    pinned: str = ""
    extract: str = ""
    outdated: bool = False
    years_older: int = 0


class Resemblance(NamedTuple):
    """Two entries, by their ids, that may ask the same: how likely it is (0 to 1), and why."""

    a: str
    b: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Faq:
    """The topics in their order, the entries in theirs, and what was left out of them, counted.

    ``resemblances`` are pairs of entries that people should look at, best first. ``held`` are
    entries that wait for a person's word, ``hidden`` the ids of those that people hid, of all
    questions in each; ``unmet`` says in words which wishes of people's can't be met, and why.
    """

    topics: tuple[Topic, ...]
    entries: tuple[FaqEntry, ...]
    left_out: tuple[tuple[str, int], ...] = ()
    conversations: tuple[tuple[str, str | None], ...] = field(default=())
    resemblances: tuple[Resemblance, ...] = ()
    held: tuple[FaqEntry, ...] = ()
    unmet: tuple[str, ...] = ()
    hidden: tuple[tuple[str, ...], ...] = ()

    def under(self, topic: str) -> tuple[FaqEntry, ...]:
        """The entries of the topic with this id."""
        return tuple(entry for entry in self.entries if entry.topic == topic)
