"""A person edits in VisualEditor, the bot runs: nothing that the person did is lost.

Each case opens the page that the bot wrote in Chromium, does one or more edits through the
editor's data model or with keys and clipboard, saves, and runs the bot with the old sources and
with new ones. What should be found afterwards is read off the editor's model before the save.
"""

from __future__ import annotations

import os
import random
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from faqs import SPRING, SUMMER, TITLE, written
from visual_editor import Block, Browser, NoBrowser, browser
from visual_person import (
    KINDS,
    MILD,
    RARE,
    Person,
    edit_the_introduction,
    sections,
    undo_in_the_editor,
)

from wikifaq.page.segment import read_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from local_wiki import Client, Wiki

# How often each kind of edit is tried: most of them once in every run, and each twenty times, with
# up to two others before it in the same session, in a campaign of 5,000. That makes 1,300 edits.
VARIATIONS = max(1, int(os.environ.get("WIKIFAQ_SOAK", "0")) // 250)

AUTUMN = """== Where are the cups kept? ==
On the shelf beside [[The door]].

The blue ones stand in the cellar.

The large ones hang below.

== May I bring a dog into the house? ==
Yes, on a lead.

It gets a bowl of water at the door.

== Which tea is the strongest? ==
The black one, which steeps for five minutes.

Add [[Honey|a spoon of honey]] if you like.

== How do I find the house? ==
Follow the river up to the mill.

Then ask the miller.
"""
WINTER = """* Where are the cups kept?
** Ana: Behind the counter since the flood.
* May I bring a dog into the house?
** No more, sorry.
* Is the tea hot?
** Bo: Hotter than ever.
* Is there a cat in the house?
** There is.
* Which tea do pilots drink?
** Mint.
* Who sweeps the yard?
** Cy.
"""
OLD = {"Hour 2023-03-01": SPRING, "Hour 2023-07-01": SUMMER, "Hour 2023-10-01": AUTUMN}
NEW = {**OLD, "Hour 2023-12-31": WINTER}
TRIED = [kind for kind in KINDS if VARIATIONS > 1 or kind not in RARE]
AROUND = "A page of ours.\n\n<!-- wikifaq:begin -->\n\n<!-- wikifaq:end -->\n\nFarewell, guests.\n"


@dataclass(frozen=True, slots=True)
class Left:
    """What a person left, read off the editor's model before the save."""

    alive: tuple[str, ...]
    concerned: frozenset[str]
    phrases: tuple[str, ...]
    """What the person wrote and did not take out again, as wikitext."""
    homes: dict[str, frozenset[str]]
    """Those between the markers, in their order, with the marks in their section."""


def looks(blocks: Sequence[Block]) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.look) for block in blocks]


def shapes(blocks: Sequence[Block]) -> dict[str, set[str]]:
    """Each mark's sections as they look: more than one where it was copied."""
    found: dict[str, set[str]] = {}
    for section in sections(blocks):
        for mark in section.marks:
            full = [each for each in section.blocks if each.text]  # empty lines are not saved
            look = repr([(each.kind, each.level, each.nested, each.look) for each in full])
            found.setdefault(mark, set()).add(look)
    return found


def seen(phrase: str) -> str:
    """A phrase without the wikitext of a link or of bold around it."""
    return re.sub(r"^\[\[[^|]*\||\W+$|^\W+", "", phrase)


def left(before: Sequence[Block], after: Sequence[Block], typed: Sequence[str]) -> Left:
    was, now = shapes(before), shapes(after)
    found = sections(after)
    marks = [mark for section in found for mark in section.marks]
    homes: dict[int, tuple[str, frozenset[str]]] = {}
    for section in found:
        own = frozenset(mark for mark in section.marks if marks.count(mark) == 1)
        for block in section.blocks:
            for phrase in typed:
                if (words := seen(phrase)) in block.text and "[[" not in phrase:
                    homes[block.start + block.text.index(words)] = (phrase, own)
    return Left(
        alive=tuple(dict.fromkeys(marks)),
        concerned=frozenset(mark for mark in now if not was[mark] & now[mark]),
        phrases=tuple(each for each in typed if any(seen(each) in block.text for block in after)),
        homes=dict(homes[at] for at in sorted(homes)),
    )


def pieces(text: str) -> list[str]:
    """A page's text from one heading of level 1 to 3 to the next, the markers left out."""
    inside = re.split(r"<!-- wikifaq:(?:begin|end)[^>]*-->", text)[1]
    return re.split(r"\n(?=={1,3}[^=])", "\n" + inside)


def bare(text: str) -> str:
    """A piece without marks and boxes, whose digests, anchors and lists are the bot's to mend."""
    text = re.sub(r"<div[^>]*><!-- faq-box .*?</div>", "", text, flags=re.DOTALL)
    shown = re.sub(r"('{2,5})(<!--.*?-->)\1", r"\2", text)  # bold around a comment shows nothing
    shown = re.sub(r"<!--.*?-->|</?span[^>]*>", "", shown)
    return re.sub(r"\n{2,}", "\n\n", "\n".join(line.rstrip() for line in shown.split("\n"))).strip()


def holds(text: str) -> frozenset[str]:
    """The marks in a piece of text."""
    return frozenset(
        f"{'topic-' if each[1] else ''}{each[2]}"
        for each in re.finditer(r"<!-- faq(-topic)? (\S+)", text)
    )


def check(text: str, saved: str, person: Person, wanted: Left) -> None:
    """Hold a run's text to what the person left. ``saved`` is the page before the run."""
    then, now = read_page(saved, TITLE), read_page(text, TITLE)
    assert (now.before, now.after) == (then.before, then.after)
    alive = {*now.alive(), *(f"topic-{each}" for each in now.topics())}
    assert not alive & person.gone
    assert {mark for mark in wanted.alive if "topic-" not in mark} <= alive
    assert all(phrase in saved and phrase in text for phrase in wanted.phrases)
    places = [-1]
    for phrase, home in wanted.homes.items():
        (piece,) = [each for each in pieces(text) if phrase in each and home <= holds(each)][:1]
        places.append(text.index(piece) + piece.index(phrase))
    assert places == sorted(places)
    for words in person.dropped:
        assert text.count(words) <= saved.count(words)
    order = [mark for mark in now.alive() if mark in set(then.alive())]
    assert order == list(then.alive())
    for segment in then.segments:
        if segment.kind == "other":
            assert bare(segment.text) in bare(text)


@pytest.fixture(scope="module")
def chromium(mediawiki: Wiki) -> Iterator[Browser]:
    try:
        with browser(mediawiki, mediawiki.editor) as started:
            yield started
    except NoBrowser as problem:
        if os.environ.get("CI") == "true":
            pytest.fail(str(problem), pytrace=False)
        pytest.skip(str(problem))


@pytest.fixture(scope="module")
def editor(mediawiki: Wiki) -> Client:
    return mediawiki.session(mediawiki.editor)


@pytest.fixture(scope="module")
def base() -> str:
    return written(OLD, AROUND)


@pytest.mark.parametrize("variation", range(VARIATIONS))
@pytest.mark.parametrize("kind", TRIED, ids=lambda kind: kind.__name__)
def test_what_a_person_does_in_the_editor_stays(
    kind: Callable[[Person], None], variation: int, chromium: Browser, editor: Client, base: str
) -> None:
    name = kind.__name__
    chance = random.Random(f"{name} {variation}")
    title = f"Tea FAQ, {name.replace('_', ' ')} {variation}"
    by_hand = bool((zlib.crc32(name.encode()) + variation) % 2)
    steps = [*chance.sample(MILD, variation % 3), kind]
    editor.edit(title, base)
    session = chromium.open(title, by_hand=by_hand)
    before = session.blocks()
    person = Person(session, chance)
    for step in steps:
        stood = looks(session.blocks())
        step(person)
        assert (looks(session.blocks()) == stood) == (step is undo_in_the_editor)
    wanted = left(before, session.blocks(), person.typed)
    session.save(f"By hand: {name}")
    saved = editor.text(title) or ""

    page = read_page(saved, TITLE)
    alive = {mark for mark in wanted.alive if "topic-" not in mark}
    first = read_page(base, TITLE)
    assert set(page.alive()) == alive == set(first.alive()) - person.gone
    assert {f"topic-{each}" for each in page.topics()} == {
        f"topic-{each}" for each in first.topics()
    } - person.gone
    touched: set[str] = set()
    for segment in page.segments:
        ids = {*segment.entries, *([f"topic-{segment.topic}"] if segment.topic else [])}
        touched |= set() if segment.untouched else ids
    assert touched == wanted.concerned
    assert page.segments[0].untouched == (edit_the_introduction not in steps)

    same = written(OLD, saved, base)
    check(same, saved, person, wanted)
    kept = {bare(segment.text) for segment in read_page(same, TITLE).segments}
    for segment in page.segments:
        assert segment.untouched or bare(segment.text) in kept
    assert written(OLD, same, same) == same
    more = written(NEW, saved, base)
    check(more, saved, person, wanted)
    assert written(NEW, more, more) == more
