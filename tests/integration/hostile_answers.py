"""FAQ pages out of hostile text: conversations whose every word is a stranger's, and sentinels.

A page is a build and a place, as a run has them: real entries, which go through the plan as any
others. Hostile entries stand between innocent ones, the sentinels, whose rendering is known. What
is opened in one paragraph, turn, name or entry may be closed in the next, or never. Everything
comes of a seed, so a page can be had again.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from faqs import BOT, TEMPLATES
from hostile import word
from hostile_ingredients import INGREDIENTS, LAYOUTS, PAIRS, TITLES

from wikifaq.consolidate.bonds import Bonds, decide
from wikifaq.consolidate.engine import Grouping, Question
from wikifaq.consolidate.wishes import Wishes
from wikifaq.model import Entry, Page, Span, Topic, Transcript, Turn
from wikifaq.page.harmless import heading
from wikifaq.page.permalink import Links
from wikifaq.page.settings import Settings
from wikifaq.publish.plan import Build, Place, Plan, Said, plan
from wikifaq.transcript import read
from wikifaq.transcript.identity import digest
from wikifaq.transcript.inline import plain
from wikifaq.wiki.protocol import Revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

SENTINEL = "The ferry number {0} leaves the pier"
_DATES = ("2024-05-06", "2023-11-02", "2021-04-17")
_LONGEST_WORDS = 240  # characters of a name, a title, a heading


@dataclass(frozen=True, slots=True)
class Made:
    """A page to be: what goes into the plan, and the innocent entries' numbers by all of their ids."""

    seed: int
    build: Build
    said: Said = field(default_factory=Said)
    texts: int = 0
    sentinels: Mapping[str, int] = field(default_factory=dict)

    def plan(self, title: str, text: str | None = None) -> Plan:
        """The plan of a first run, or, where the page has this text, of the next."""
        current = None if text is None else Revision(1, 0, "", BOT, "", None, text)
        place = Place(title, current, text, create=True, user=BOT, said=self.said)
        return plan(self.build, place)


class AsSaid:
    """An engine that makes no two questions one unless people said so."""

    name = "as said"
    embedder = None

    def group(
        self,
        questions: Sequence[Question],
        *,
        bonds: Bonds,
        say: Callable[[str], None] = lambda _: None,
    ) -> Grouping:
        say("as people said")
        atoms = decide((question.id for question in questions), bonds).atoms
        return Grouping({key: min(atom) for atom in atoms for key in atom})


class Hostility:
    """A stranger's texts, one after the other, from a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.made = 0
        self._words = self.chance.randrange(1000)
        self._open: list[str] = []

    def words(self, ingredient: str) -> str:
        """An ingredient with words in the places for them."""
        parts = ingredient.split("§")
        out = [parts[0]]
        for part in parts[1:]:
            self._words += 1
            out += [word(self._words * 37), part]
        return "".join(out)

    def text(self, *, least: int = 1) -> str:
        """The next text: fragments, some that open, and some that close what one before opened."""
        self.made += 1
        chance = self.chance
        parts = []
        for _ in range(chance.choice((least, 1, 2, 2, 2, 3, 3, 4))):
            kind = chance.random()
            if kind < 0.14:
                before, after = chance.choice(PAIRS)
                self._open.append(after)
                parts.append(before)
            elif self._open and kind < 0.30:
                parts.append(self._open.pop(chance.randrange(len(self._open))))
            elif kind < 0.36:
                parts.append("§")
            else:
                parts.append(chance.choice(INGREDIENTS[chance.choice(tuple(INGREDIENTS))]))
            parts.append(chance.choice(("", " ", " ", " ", "", "§", " § ", "\n")))
        return self.words("".join(parts))

    def name(self) -> str:
        """A name, a role or a title: hostile text that shows something."""
        text = self.text()[:_LONGEST_WORDS]
        return text if heading(text) else self.words("§ ") + text

    def turn(self, number: int, paragraphs: Sequence[str]) -> Turn:
        """What somebody says; who it is may be hostile, too."""
        chance = self.chance
        speaker = chance.choice((None, f"Ana {number}", self.name()))
        role = self.name() if speaker and chance.random() < 0.3 else None
        return _turn(paragraphs, speaker, role, audience=not speaker and chance.random() < 0.3)


def _turn(
    paragraphs: Sequence[str],
    speaker: str | None,
    role: str | None = None,
    *,
    audience: bool = False,
) -> Turn:
    text = "\n\n".join(map(plain, paragraphs))
    whole = "\n\n".join(paragraphs)
    return Turn(speaker, role, text, whole, Span(0, len(whole)), tuple(paragraphs), audience)


def _entry(
    seed: int,
    key: str,
    markup: str,
    question: str,
    turns: Sequence[Turn],
    section: str | None = None,
) -> Entry:
    return Entry(
        digest(str(seed), key), "question", question, markup, markup, Span(0, len(markup)),
        section=section, anchor=section and section.replace(" ", "_"), answer=tuple(turns),
    )  # fmt: skip


def _sentinel(seed: int, number: int) -> list[Entry]:
    """An innocent entry, every third one with an answer of an earlier conversation as well."""
    question = f"{SENTINEL.format(number)}, when does it come back?"
    said = (
        f"Ferry {number} comes back at ''noon'', see [[Ferry {number}|its page]] & <b>be there</b>."
    )
    turns = [
        _turn([said, f"Nobody waits for ferry {number}."], "Ben", "captain"),
        _turn([f"Or so, {number}."], None),
    ]
    made = [_entry(seed, f"sentinel {number}", question, question, turns)]
    if number % 3 == 0:
        older = f"When is ferry {number} back?"
        made.append(
            _entry(
                seed,
                f"older {number}",
                older,
                older,
                [_turn([f"Ferry {number} was late."], "Cleo")],
            )
        )
    return made


def _hostile(made: Hostility, seed: int, number: int, texts: Iterator[str]) -> list[Entry]:
    """A hostile entry with the answers of one to three conversations."""
    chance, found = made.chance, []
    for again in range(chance.choice((1, 1, 1, 2, 3))):
        markup = next(texts)
        question = plain(markup) if chance.random() < 0.6 else markup
        if not heading(question):
            question = made.words("§ ") + question
        turns = [
            made.turn(number, [next(texts) for _ in range(chance.choice((1, 1, 2, 3)))])
            for _ in range(chance.choice((1, 1, 2)))
        ]
        section = made.name() if chance.random() < 0.5 else None
        found.append(_entry(seed, f"{number} {again}", markup, question, turns, section))
    return found


LINKS = tuple(
    Links(prefix, "https://other.example/?oldid={revision}") for prefix in ("", "w:", "de:", None)
)
"""How a page may lead to its sources."""


def innocent(links: Links, *, entries: int = 4) -> Made:
    """A page of nothing but sentinels."""
    spoken = [_sentinel(0, number) for number in range(entries)]
    transcripts = tuple(
        Transcript(f"Hour {n}", 10 + n, 100 + n, "transcript", 1000, _DATES[n], entries=tuple(each[n] for each in spoken if n < len(each)))
        for n in range(2)
    )  # fmt: skip
    together = Bonds(same=tuple(tuple(entry.id for entry in each) for each in spoken))
    build = Build(transcripts, (), AsSaid(), TEMPLATES, links, bonds=together)
    return Made(
        0,
        build,
        sentinels={entry.id: number for number, each in enumerate(spoken) for entry in each},
    )


def page(seed: int, *, entries: int = 24, texts: Iterator[str] | None = None) -> Made:
    """A page of some hostile entries, a sentinel before and behind each run of one to three.

    ``texts`` are those to use, as long as there are some; else they are the seed's own.
    """
    made = Hostility(seed)
    chance = made.chance
    given = iter(texts or ())

    def stream() -> Iterator[str]:
        yield from given
        while True:
            yield made.text()

    source = stream()
    topics = tuple(Topic(f"t{n}", f"{made.name()[:80]} t{n}") for n in range(3))
    titles = [made.words(chance.choice(TITLES)).format(n) for n in range(3)]
    spoken: list[list[Entry]] = [[], [], []]
    wishes = Wished()
    together: list[tuple[str, ...]] = []
    sentinels: dict[str, int] = {}
    run = 0
    for number in range(entries):
        innocent = number in (0, entries - 1) or run == 0
        if innocent:
            run = chance.choice((1, 1, 2, 3))
            group = _sentinel(seed, number)
            sentinels |= {entry.id: number for entry in group}
        else:
            run -= 1
            group = _hostile(made, seed, number, source)
        own = group[0].id
        for conversation, entry in zip(spoken, group, strict=False):
            conversation.append(entry)
        together.append(tuple(entry.id for entry in group))
        wishes.topics[own] = f"t{number * len(topics) // entries}"
        if not innocent:
            wishes.of(made, group, titles)
    _tie(made, spoken[0])
    transcripts = tuple(
        Transcript(title, 10 + n, 100 + n, "transcript", 1000, chance.choice((_DATES[n], _DATES[n], None)) if n else _DATES[0], entries=tuple(each))
        for n, (title, each) in enumerate(zip(titles, spoken, strict=True))
    )  # fmt: skip
    build = Build(
        transcripts,
        topics,
        AsSaid(),
        TEMPLATES,
        LINKS[seed % len(LINKS)],
        bonds=Bonds(same=tuple(together)),
    )
    return Made(seed, build, Said(settings=Settings(wishes.all())), made.made, sentinels)


class Wished:
    """What people wish of entries: a wording, an answer that comes first, words of one."""

    def __init__(self) -> None:
        self.topics: dict[str, str] = {}
        self._questions: dict[str, str] = {}
        self._answers: dict[str, str] = {}
        self._extracts: dict[str, str] = {}
        self._outdated: set[str] = set()

    def of(self, made: Hostility, group: list[Entry], titles: list[str]) -> None:
        """Wish something of an entry, or not."""
        chance, own = made.chance, group[0].id
        if chance.random() < 0.1:
            self._outdated.add(own)
        if chance.random() < 0.15:
            self._questions[own] = made.name()
        if len(group) > 1 and chance.random() < 0.3:
            self._answers[own] = titles[1]
        if chance.random() < 0.3:
            said = chance.choice(chance.choice(group).answer).text.split()
            start = chance.randrange(len(said)) if said else 0
            if words := " ".join(said[start : start + chance.randint(1, 5)]):
                self._extracts[own] = words

    def all(self) -> Wishes:
        return Wishes(
            topics=self.topics,
            questions=self._questions,
            answers=self._answers,
            extracts=self._extracts,
            outdated=frozenset(self._outdated),
        )


def _tie(made: Hostility, entries: list[Entry]) -> None:
    """Let some entries stand under another's question, or follow another."""
    for number in range(1, len(entries)):
        kind = made.chance.random()
        before, entry = entries[number - 1], entries[number]
        if entry.question.startswith(SENTINEL[:9]):
            continue
        if kind < 0.1:
            entries[number] = replace(entry, parent=before.id)
        elif kind < 0.2:
            entries[number] = replace(entry, follows=before.id)


def source(seed: int) -> Made:
    """A page of what is read off sources of hostile text, each in one of the layouts."""
    made = Hostility(seed)
    chance = made.chance
    transcripts = []
    for number in range(8):
        layout = LAYOUTS[chance.randrange(len(LAYOUTS))]
        lines = [made.text() + "\n"] if chance.random() < 0.2 else []
        for each in range(6):
            innocent = each in (0, 3)
            question = f"{SENTINEL.format(number * 10 + each)}, when?" if innocent else made.text()
            lines.append(layout[0].format(question=question))
            for part in layout[1 : chance.choice((2, 3, 3))]:
                answer = f"Ferry {number}{each} leaves." if innocent else made.text()
                lines.append(part.format(answer=answer))
        title = made.words(chance.choice(TITLES)).format(number)
        transcripts.append(read(Page(title, "".join(lines), 10 + number, 100 + number)))
    build = Build(tuple(transcripts), (), AsSaid(), TEMPLATES, LINKS[seed % len(LINKS)])
    return Made(seed, build, texts=made.made)
