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
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from faqs import SPRING, SUMMER, TITLE, written
from visual_editor import Block, Browser, NoBrowser, Session, browser

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
AROUND = "A page of ours.\n\n<!-- wikifaq:begin -->\n\n<!-- wikifaq:end -->\n\nFarewell, guests.\n"
ADJECTIVES = "copper quiet amber northern polished sleepy".split()
NOUNS = "kettle sparrow ladle lantern teaspoon orchard".split()
COMMENT = re.compile(r"\s*faq(-topic)? (\S+)")
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading of level 1 to 3, by the editor's model."""

    blocks: tuple[Block, ...]

    @property
    def marks(self) -> list[str]:
        """The ids of entries and topics whose marks it holds, as anchors."""
        found = [COMMENT.match(text) for block in self.blocks for text in block.comments]
        return [f"{'topic-' if match[1] else ''}{match[2]}" for match in found if match]

    @property
    def head(self) -> Block:
        return self.blocks[0]

    @property
    def answers(self) -> list[Block]:
        """The paragraphs with words alone, in the open."""
        plain = [block for block in self.blocks[1:] if block.text.strip() and not block.comments]
        return [block for block in plain if block.kind == "paragraph" and not block.nested]

    @property
    def boxed(self) -> list[Block]:
        """The words in the box of earlier answers."""
        return [block for block in self.blocks if block.nested]

    @property
    def dated(self) -> Block:
        """The paragraph with the mark."""
        return next(block for block in self.blocks[1:] if block.comments)

    @property
    def outer(self) -> tuple[int, int]:
        return self.blocks[0].outer[0], self.blocks[-1].outer[1]

    @property
    def inner(self) -> tuple[int, int]:
        return self.blocks[0].start, self.blocks[-1].end


class Person:
    """Somebody at the editor, who remembers what was written and what was taken out."""

    def __init__(self, session: Session, chance: random.Random) -> None:
        self.session, self.chance = session, chance
        self.typed: list[str] = []
        self.dropped: list[str] = []
        self.gone: set[str] = set()

    def phrase(self) -> str:
        """Words that stand nowhere else."""
        one, two = self.chance.choice(ADJECTIVES), self.chance.choice(NOUNS)
        words = f"{one} {two} {len(self.typed) + 1}{self.chance.randrange(100, 1000)}"
        self.typed.append(words)
        return words

    def sections(self) -> list[Section]:
        """The sections between the markers, the introduction left out."""
        return sections(self.session.blocks())

    def topics(self) -> list[Section]:
        return [each for each in self.sections() if each.marks and "topic-" in each.marks[0]]

    def entries(self) -> list[Section]:
        """The entries that stand as the bot would have them, with their mark and level."""
        alone = [each for each in self.sections() if len(each.marks) == 1 and each.head.level == 3]
        return [e for e in alone if "topic-" not in e.marks[0] and e.blocks[1].comments]

    def entry(self) -> Section:
        return self.chance.choice(self.entries())

    def fresh(self, section: Section) -> Section:
        """The section where it is by now."""
        return next(each for each in self.sections() if each.marks == section.marks)

    def after(self, section: Section) -> Section | None:
        """The section behind it."""
        found = self.sections()
        at = next(n for n, each in enumerate(found) if each.marks == section.marks)
        return found[at + 1] if at + 1 < len(found) else None

    def a_word(self, block: Block) -> str:
        words: list[str] = re.findall(r"[A-Za-z]{2,}", block.text)
        return self.chance.choice(words)

    def retype(self, block: Block) -> None:
        self.session.select(*block.find(self.a_word(block)))
        self.session.write(self.phrase())

    def clear(self, start: int, end: int) -> None:
        self.session.select(start, end)
        self.session.remove()

    def take_out(self, block: Block) -> None:
        """Delete a block and what is left of it, as a person does who leaves no empty line."""
        if self.session.by_hand:
            self.clear(block.start, block.end)
            self.session.press("Backspace")
        else:
            self.clear(*block.outer)

    def move(self, section: Section, before: Section) -> None:
        """Cut a section with its mark and paste it before another."""
        self.session.select(*section.outer)
        self.session.cut()
        self.session.select(self.fresh(before).head.start)
        self.session.paste()

    def new_line(self, block: Block) -> None:
        self.session.select(block.end)
        self.session.press("Enter")


def sections(blocks: Sequence[Block]) -> list[Section]:
    # A heading without words is not saved.
    heads = [block.kind == "heading" and block.level <= 3 and block.text != "" for block in blocks]
    starts = [number for number, head in enumerate(heads) if head]
    end = next(n for n, block in enumerate(blocks) if "wikifaq:end" in "".join(block.comments))
    within = [*(start for start in starts if start < end), end]
    return [Section(tuple(blocks[a:b])) for a, b in pairwise(within)]


def retype_a_word(person: Person) -> None:
    person.retype(person.chance.choice(person.entry().answers))


def retype_a_word_of_a_heading(person: Person) -> None:
    person.retype(person.entry().head)


def retype_a_heading(person: Person) -> None:
    head = person.entry().head
    person.session.select(head.start, head.end)
    person.session.write(f"What about the {person.phrase()}?")


def retype_a_date(person: Person) -> None:
    dated = person.entry().dated
    person.session.select(*dated.find("2023"))
    person.session.write(person.phrase())


def add_a_sentence(person: Person) -> None:
    person.session.select(person.chance.choice(person.entry().answers).end)
    person.session.write(f" Mind the {person.phrase()}.")


def add_a_paragraph(person: Person) -> None:
    block = person.chance.choice(person.entry().answers)
    words = f"Mind the {person.phrase()}."
    if person.session.by_hand:
        person.new_line(block)
        person.session.write(words)
    else:
        person.session.insert_paragraph(block.outer[1], words)


def write_before_the_mark(person: Person) -> None:
    person.session.select(person.entry().dated.start)
    person.session.write(f"The {person.phrase()}. ")


def delete_a_paragraph(person: Person) -> None:
    longer = [entry for entry in person.entries() if len(entry.answers) > 1]
    block = person.chance.choice(person.chance.choice(longer).answers)
    person.dropped.append(block.text)
    person.take_out(block)


def delete_an_entry(person: Person) -> None:
    entry = person.entry()
    person.gone.update(entry.marks)
    inner = person.chance.random() < 0.5 and not entry.boxed
    person.clear(*(entry.inner if inner else entry.outer))


def delete_an_entry_down_to_the_next_heading(person: Person) -> None:
    entry = person.chance.choice([each for each in person.entries() if person.after(each)])
    person.gone.update(entry.marks)
    below = person.after(entry)
    assert below
    person.clear(entry.head.start, below.head.start)


def delete_the_words_of_a_heading(person: Person) -> None:
    head = person.entry().head
    person.clear(head.start, head.end)


def move_an_entry(person: Person) -> None:
    one, two = person.chance.sample(person.entries(), 2)
    if one.boxed or two.boxed or person.chance.random() < 0.5:
        person.move(one, two)
        return
    # From the heading's first word to the answer's last, into a line made for it.
    person.session.select(*one.inner)
    person.session.cut()
    person.new_line(person.fresh(two).blocks[-1])
    person.session.paste()


def move_an_entry_with_the_next_heading_s_start(person: Person) -> None:
    one, two = person.chance.sample([each for each in person.entries() if person.after(each)], 2)
    below = person.after(one)
    assert below
    if below.marks == two.marks:  # which would then change nothing
        one, two = two, one
        below = person.after(one)
        assert below
    person.session.select(one.head.start, below.head.start)
    person.session.cut()
    person.session.select(person.fresh(two).head.start)
    person.session.paste()


def swap_two_entries(person: Person) -> None:
    pairs = [(a, b) for a, b in pairwise(person.entries()) if person.after(b)]
    one, two = person.chance.choice(pairs)
    person.move(two, one)
    behind = person.after(two)
    assert behind
    assert behind.marks == one.marks


def move_an_entry_out(person: Person) -> None:
    entry = person.entry()
    person.gone.update(entry.marks)
    person.session.select(*entry.outer)
    person.session.cut()
    person.new_line(person.session.blocks()[-1])
    person.session.paste()


def merge_two_entries(person: Person) -> None:
    pairs = list(pairwise(person.sections()))
    alive = {entry.marks[0] for entry in person.entries()}
    kept = [(a, b) for a, b in pairs if {*a.marks[:1], *b.marks[:1]} <= alive and a.marks]
    _, two = person.chance.choice(kept)
    person.take_out(two.head)


def merge_two_entries_without_the_second_s_mark(person: Person) -> None:
    two = person.entry()
    person.gone.update(two.marks)
    at = two.dated.start + two.dated.text.index(OBJECT) + 2  # a comment has two offsets
    person.clear(two.dated.start, at)
    person.take_out(person.session.blocks()[_number(person, two.head)])


def _number(person: Person, block: Block) -> int:
    return next(n for n, each in enumerate(person.session.blocks()) if each.start == block.start)


def split_an_entry(person: Person) -> None:
    longer = [entry for entry in person.entries() if len(entry.answers) > 1]
    entry = person.chance.choice(longer)
    at = person.chance.randrange(1, len(entry.answers))
    words = f"What about the {person.phrase()}?"
    if person.session.by_hand:
        person.new_line(entry.answers[at - 1])
        person.session.write(words)
        person.session.make_heading(3)
    else:
        person.session.insert_heading(entry.answers[at].outer[0], 3, words)


def write_an_entry(person: Person) -> None:
    block = person.chance.choice([each for each in person.entries() if not each.boxed]).blocks[-1]
    words = [f"What about the {person.phrase()}?", f"It is a {person.phrase()}."]
    if person.session.by_hand:
        person.new_line(block)
        person.session.write(words[0])
        person.session.make_heading(3)
        person.session.press("Enter")
        person.session.write(words[1])
    else:
        person.session.insert_paragraph(block.outer[1], words[1])
        person.session.insert_heading(block.outer[1], 3, words[0])


def copy_an_entry(person: Person) -> None:
    one, two = person.chance.sample(person.entries(), 2)
    person.session.select(*one.outer)
    person.session.copy()
    person.session.select(two.head.start)
    person.session.paste()


def rename_a_topic(person: Person) -> None:
    head = person.chance.choice(person.topics()).head
    person.session.select(head.start, head.end)
    person.session.write(f"About the {person.phrase()}")


def reorder_topics(person: Person) -> None:
    one, two = person.topics()[:2]
    last = person.sections()[[each.marks for each in person.sections()].index(two.marks) - 1]
    behind = person.topics()[2]
    person.session.select(one.outer[0], last.outer[1])
    person.session.cut()
    person.session.select(person.fresh(behind).head.start)
    person.session.paste()


def delete_a_topic_s_heading(person: Person) -> None:
    # Not that of other questions, which comes back with the next of them.
    topic = person.chance.choice(person.topics()[:2])
    person.gone.update(topic.marks)
    person.clear(*topic.outer)


def change_a_link(person: Person) -> None:
    dated = person.entry().dated
    found = re.search(r"Hour [0-9-]+", dated.text)
    assert found
    person.session.select(*dated.find(found[0]))
    target = person.phrase().capitalize()
    person.session.link(target)
    person.typed[-1] = f"[[{target}|{found[0]}]]"


def embolden_words(person: Person) -> None:
    block = person.chance.choice(person.entry().answers)
    words = person.phrase()
    person.session.select(block.end)
    person.session.write(f" And the {words} too.")
    block = next(each for each in person.session.blocks() if words in each.text)
    person.session.select(*block.find(words))
    person.session.embolden()
    person.typed[-1] = f"'''{words}'''"


def embolden_the_mark_s_paragraph(person: Person) -> None:
    dated = person.entry().dated
    person.session.select(dated.start, dated.end)
    person.session.embolden()


def join_a_heading_with_what_follows(person: Person) -> None:
    person.session.select(person.entry().head.end)
    person.session.press("Delete")


def lower_a_heading(person: Person) -> None:
    person.session.select(person.entry().head.start)
    person.session.make_heading(4)


def edit_above_the_markers(person: Person) -> None:
    block = next(each for each in person.session.blocks() if "A page of ours" in each.text)
    if person.chance.random() < 0.5:
        person.retype(block)
    else:
        person.new_line(block)
        person.session.write(f"Mind the {person.phrase()}.")


def edit_below_the_markers(person: Person) -> None:
    block = next(each for each in person.session.blocks() if "Farewell" in each.text)
    person.session.select(*block.find("Farewell"))
    person.session.write(person.phrase())


def edit_the_introduction(person: Person) -> None:
    blocks = person.session.blocks()
    lead = blocks[: _number(person, person.sections()[0].head)]
    person.retype(person.chance.choice([each for each in lead if "bot" in each.text]))


def edit_an_earlier_answer(person: Person) -> None:
    boxed = [entry for entry in person.entries() if entry.boxed]
    person.retype(person.chance.choice(person.chance.choice(boxed).boxed))


def undo_in_the_editor(person: Person) -> None:
    before = [block.text for block in person.session.blocks()]
    person.session.breakpoint()
    retype_a_word(person)
    person.typed.pop()
    while [block.text for block in person.session.blocks()] != before:
        person.session.undo()


KINDS: tuple[Callable[[Person], None], ...] = (
    retype_a_word,
    retype_a_word_of_a_heading,
    retype_a_heading,
    retype_a_date,
    add_a_sentence,
    add_a_paragraph,
    write_before_the_mark,
    delete_a_paragraph,
    delete_an_entry,
    delete_an_entry_down_to_the_next_heading,
    delete_the_words_of_a_heading,
    move_an_entry,
    move_an_entry_with_the_next_heading_s_start,
    swap_two_entries,
    move_an_entry_out,
    merge_two_entries,
    merge_two_entries_without_the_second_s_mark,
    split_an_entry,
    write_an_entry,
    copy_an_entry,
    rename_a_topic,
    reorder_topics,
    delete_a_topic_s_heading,
    change_a_link,
    embolden_words,
    embolden_the_mark_s_paragraph,
    join_a_heading_with_what_follows,
    lower_a_heading,
    edit_above_the_markers,
    edit_below_the_markers,
    edit_the_introduction,
    edit_an_earlier_answer,
    undo_in_the_editor,
)
# Nearly the same as others, and left to the campaign.
RARE = (
    retype_a_word_of_a_heading,
    retype_a_date,
    add_a_sentence,
    move_an_entry_with_the_next_heading_s_start,
    delete_a_topic_s_heading,
    change_a_link,
    embolden_words,
    lower_a_heading,
    edit_below_the_markers,
    edit_the_introduction,
    undo_in_the_editor,
)
TRIED = [kind for kind in KINDS if VARIATIONS > 1 or kind not in RARE]
# Kinds that may go before another in the same session without taking away what it needs.
MILD = (
    retype_a_word,
    add_a_sentence,
    add_a_paragraph,
    embolden_words,
    write_an_entry,
    move_an_entry,
)


@dataclass(frozen=True, slots=True)
class Left:
    """What a person left, read off the editor's model before the save."""

    alive: tuple[str, ...]
    concerned: frozenset[str]
    homes: dict[str, frozenset[str]]
    """Phrases of the person's by the marks that stand in their section, in the page's order."""


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


def left(before: Sequence[Block], after: Sequence[Block], typed: Sequence[str]) -> Left:
    was, now = shapes(before), shapes(after)
    found = sections(after)
    marks = [mark for section in found for mark in section.marks]
    homes: dict[int, tuple[str, frozenset[str]]] = {}
    for section in found:
        own = frozenset(mark for mark in section.marks if marks.count(mark) == 1)
        for block in section.blocks:
            for phrase in typed:
                words = re.sub(r"^\[\[[^|]*\||\W+$|^\W+", "", phrase)
                if words in block.text and "[[" not in phrase:
                    homes[block.start + block.text.index(words)] = (phrase, own)
    return Left(
        alive=tuple(dict.fromkeys(marks)),
        concerned=frozenset(mark for mark in now if not was[mark] & now[mark]),
        homes=dict(homes[at] for at in sorted(homes)),
    )


def pieces(text: str) -> list[str]:
    """A page's text from one heading of level 1 to 3 to the next, the markers left out."""
    inside = re.split(r"<!-- wikifaq:(?:begin|end|gone)[^>]*-->", text)[1]
    return re.split(r"\n(?=={1,3}[^=])", "\n" + inside)


def bare(text: str) -> str:
    """A piece without marks, whose digests and anchors are the bot's to mend."""
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
    for phrase in person.typed:
        if phrase in saved:
            assert phrase in text
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
