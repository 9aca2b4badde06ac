"""What a person may do to the FAQ in VisualEditor, one function for each kind of edit.

Each takes a Person, whose choices are random and repeatable, and does one edit to the page that
the person has open. The person remembers what was written and what was taken out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from visual_editor import Block, Session

ADJECTIVES = "copper quiet amber northern polished sleepy".split()
NOUNS = "kettle sparrow ladle lantern teaspoon orchard".split()
COMMENT = re.compile(r"\s*faq(-topic)? (\S+)")
WORD = r"[A-Za-z]{2,}"
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
        plain = [block for block in self.blocks[1:] if not block.nested and not block.comments]
        return [each for each in plain if each.kind == "paragraph" and re.search(WORD, each.text)]

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
        words: list[str] = re.findall(WORD, block.text)
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
    person.take_out(person.session.blocks()[number_of(person, two.head)])


def number_of(person: Person, block: Block) -> int:
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
    lead = blocks[: number_of(person, person.sections()[0].head)]
    person.retype(person.chance.choice([each for each in lead if "bot" in each.text]))


def edit_an_earlier_answer(person: Person) -> None:
    boxed = [block for entry in person.entries() for block in entry.boxed]
    person.retype(person.chance.choice([each for each in boxed if re.search(WORD, each.text)]))


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
RARE: tuple[Callable[[Person], None], ...] = (
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
# Kinds that may go before another in the same session without taking away what it needs.
MILD = (
    retype_a_word,
    add_a_sentence,
    add_a_paragraph,
    embolden_words,
    write_an_entry,
    move_an_entry,
)
