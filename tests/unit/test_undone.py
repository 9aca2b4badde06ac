"""Whose edit a later revision undid: told by texts that come back, and by lines where it's tagged."""

from __future__ import annotations

from hashlib import sha1
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikifaq.page.mark import entry_mark
from wikifaq.publish.undone import Undone, undone
from wikifaq.wiki.protocol import Revision

BOT, ANA, BEN = "FaqBot", "Ana", "Ben"
UNDO, ROLLBACK, MANUAL = ("mw-undo",), ("mw-rollback",), ("mw-manual-revert",)

# A page as the bot finds it, and what it makes of it: one question more, and the lead's count.
OLD = """People wrote this above.

There are 5 questions from 3 tea hours.

=== Is the tea hot? ===
<div>
It is.
</div>
People wrote this below."""
HOT = "=== Is the tea hot? ===\n"
COLD = "=== Is the cake cold? ===\n<div>\nNot yet.\n</div>\n"
NEW = OLD.replace("5 questions from 3", "6 questions from 4").replace(HOT, COLD + HOT)


def above(text: str, word: str = "above") -> str:
    """The text after somebody's edit of its first line."""
    return text.replace("wrote this above", f"wrote this {word} and more", 1)


def below(text: str) -> str:
    """The text after somebody's edit of its last line."""
    return text.replace("this below", "this here below", 1)


class Saved(NamedTuple):
    """A revision to be: who saved which text; a hidden text has no sha1 either."""

    user: str | None
    text: str
    tags: tuple[str, ...] = ()
    hidden: bool = False


class Told(NamedTuple):
    """What was found, and which texts were read for it."""

    by: Undone | None
    read: list[int]

    @property
    def number(self) -> int | None:
        return self.by.revision if self.by else None


def told(*saved: Saved) -> Told:
    """Ask about revisions 1, 2, … in the order in which they were saved."""
    texts = {
        number: None if each.hidden else each.text for number, each in enumerate(saved, start=1)
    }
    history = [
        Revision(
            number,
            number - 1,
            f"2031-05-0{number}T10:00:00Z",
            each.user,
            "",
            None if each.hidden else sha1(each.text.encode(), usedforsecurity=False).hexdigest(),
            tags=each.tags,
        )
        for number, each in enumerate(saved, start=1)
    ][::-1]
    at = next(i for i, each in enumerate(history) if each.user == BOT)
    read: list[int] = []

    def text_of(revision: int) -> str | None:
        read.append(revision)
        return texts[revision]

    return Told(undone(history, at, text_of), read)


BEFORE, BOTS = Saved(ANA, OLD), Saved(BOT, NEW)


@pytest.mark.parametrize("tags", [(), UNDO, ROLLBACK, MANUAL, (*UNDO, "mw-reverted")])
def test_an_older_text_undoes_whatever_its_tags_and_no_text_is_read(tags: tuple[str, ...]) -> None:
    found = told(BEFORE, BOTS, Saved(BEN, OLD, tags))
    assert found == Told(Undone(3, BEN, "2031-05-03T10:00:00Z", undid=2), [])
    assert str(found.by) == "Ben undid the bot's last edit on 2031-05-03T10:00:00Z (revision 3)"
    oldest = told(Saved(ANA, "The page began so."), BEFORE, BOTS, Saved(BEN, "The page began so."))
    assert (oldest.number, oldest.read) == (4, [])


def test_a_name_or_time_that_is_hidden_is_left_out_of_the_sentence() -> None:
    assert str(Undone(3, None, "", undid=2)) == "somebody undid the bot's last edit (revision 3)"
    assert told(BEFORE, BOTS, Saved(None, OLD)).number == 3


def test_nothing_is_undone_where_the_bots_text_stands_or_people_write_on() -> None:
    assert told(BEFORE, BOTS) == (None, [])
    assert told(BEFORE, BOTS, Saved(ANA, above(NEW)), Saved(BEN, below(NEW))) == (None, [])
    # Without a tag and with words of their own it is people's edit, whatever they took out.
    assert told(BEFORE, BOTS, Saved(BEN, above(OLD))) == (None, [])
    assert told(BEFORE, BOTS, Saved(BEN, above(OLD), ("mw-reverted", "mw-replace"))) == (None, [])


def test_restoring_the_bots_revision_clears_it_and_undoing_again_counts_anew() -> None:
    once = [BEFORE, BOTS, Saved(BEN, OLD, UNDO)]
    restored = [*once, Saved(ANA, NEW)]
    assert told(*restored) == (None, [])
    assert told(*restored, Saved(BEN, above(NEW))).number is None
    merged = [BEFORE, BOTS, Saved(ANA, above(NEW)), Saved(BEN, above(OLD), UNDO)]
    assert told(*merged, Saved(ANA, NEW)) == (None, [])
    again = told(*restored, Saved(None, OLD, ROLLBACK))
    assert again == (Undone(5, None, "2031-05-05T10:00:00Z", undid=2), [])


def test_the_first_who_undid_it_is_named_whatever_follows() -> None:
    undid = [BEFORE, BOTS, Saved(BEN, OLD, UNDO)]
    assert told(*undid, Saved(ANA, above(OLD))).number == 3
    later = told(*undid, Saved(ANA, above(OLD)), Saved(None, "Spam"), Saved(ANA, above(OLD), UNDO))
    assert (later.number, later.read) == (3, [])
    assert told(*undid, Saved(ANA, above(OLD)), Saved(None, OLD, MANUAL)).number == 3


def test_a_vandals_edit_undone_leaves_the_bots_edit_standing() -> None:
    for vandal in (Saved(None, ""), Saved(None, OLD), Saved(None, OLD, MANUAL)):
        for tags in ((), UNDO, ROLLBACK, MANUAL):
            assert told(BEFORE, BOTS, vandal, Saved(ANA, NEW, tags)) == (None, [])
    # Back to what a person had made of it since: that is as it was then.
    assert told(
        BEFORE, BOTS, Saved(ANA, above(NEW)), Saved(None, ""), Saved(BEN, above(NEW), ROLLBACK)
    ) == (None, [])


@pytest.mark.parametrize("tags", [UNDO, ROLLBACK, MANUAL])
def test_a_revert_after_somebody_elses_edit_is_told_by_the_bots_lines(
    tags: tuple[str, ...],
) -> None:
    found = told(BEFORE, BOTS, Saved(ANA, above(NEW)), Saved(BEN, above(OLD), tags))
    assert found.by == Undone(4, BEN, "2031-05-04T10:00:00Z", undid=2)
    assert sorted(set(found.read)) == sorted(found.read) == [1, 2, 3, 4]


def test_an_undo_of_somebody_else_is_no_revert_of_the_bot() -> None:
    """Its text is new, as two edits stand on the bot's and the first of them is undone."""
    for tags in (UNDO, ROLLBACK, MANUAL):
        history = [BEFORE, BOTS, Saved(ANA, above(NEW)), Saved(BEN, below(above(NEW)))]
        assert told(*history, Saved(BEN, below(NEW), tags)).number is None
    # Nor is one of an edit before the bot's.
    older = [Saved(ANA, OLD), Saved(BEN, above(OLD)), Saved(BOT, above(NEW))]
    assert told(*older, Saved(ANA, NEW, UNDO)).number is None


def test_an_undo_of_an_edit_that_had_brought_some_lines_back_is_no_revert_of_the_bot() -> None:
    """Somebody removes the bot's entry, another pastes it in again: that pasting is undone."""
    removed = NEW.replace(COLD, "")
    history = [BEFORE, BOTS, Saved(ANA, removed), Saved(BEN, NEW.replace("Not yet.", "Not yet!"))]
    assert told(*history, Saved(None, "Spam"), Saved(ANA, below(removed), UNDO)).number is None
    pasted = [*history, Saved(BEN, below(NEW))]
    assert told(*pasted, Saved(ANA, below(removed), UNDO)).number is None


def test_a_part_of_the_bots_edit_taken_out_is_peoples_edit_even_if_tagged() -> None:
    assert told(BEFORE, BOTS, Saved(BEN, above(NEW.replace(COLD, "")), UNDO)).number is None
    assert told(BEFORE, BOTS, Saved(BEN, above(OLD.replace(HOT, COLD + HOT)), UNDO)).number is None
    assert told(BEFORE, BOTS, Saved(BEN, above(f"{OLD}\nNot yet.  "), UNDO)).number is None


def test_an_undo_that_goes_on_writing_counts_where_it_is_tagged() -> None:
    assert told(BEFORE, BOTS, Saved(BEN, below(above(OLD)), UNDO)).number == 3
    lead = OLD.replace("There are 5", "We know of some 5")
    assert told(BEFORE, BOTS, Saved(BEN, lead, UNDO)).number == 3


def test_lines_that_others_changed_before_the_undo_are_not_asked_for() -> None:
    lead = ("There are 6 questions from 4 tea hours.", "There are a few questions.")
    changed = Saved(ANA, NEW.replace(*lead))
    assert told(BEFORE, BOTS, changed, Saved(BEN, changed.text.replace(COLD, ""), UNDO)).number == 4
    # Where nothing of the bot's stood any more, there was nothing of it to undo.
    gone = Saved(ANA, changed.text.replace(COLD, ""))
    assert told(BEFORE, BOTS, gone, Saved(BEN, below(gone.text), UNDO)).number is None


def test_lines_that_the_page_had_before_tell_nothing() -> None:
    """Somebody adds another "</div>" of their own: the bot's is not seen in it."""
    theirs = Saved(ANA, f"{NEW}\n<div>\nMind the step.\n</div>")
    without = theirs.text.replace(COLD, "").replace("6 questions from 4", "5 questions from 3")
    assert told(BEFORE, BOTS, theirs, Saved(BEN, without, UNDO)).number == 4


def test_a_copy_of_the_bots_lines_is_told_from_them() -> None:
    copied = Saved(ANA, f"{NEW}\n{COLD}")
    # The copying is undone, after another edit: the bot's lines stand.
    mended = Saved(BEN, above(copied.text))
    assert told(BEFORE, BOTS, copied, mended, Saved(ANA, above(NEW), UNDO)).number is None
    # So it is where every line that the bot had added was copied,
    every = Saved(ANA, f"{NEW}\n{COLD}\nThere are 6 questions from 4 tea hours.")
    assert told(
        BEFORE, BOTS, every, Saved(BEN, above(every.text)), Saved(ANA, above(NEW), UNDO)
    ) == (
        None,
        [1, 2, 5, 4],
    )
    # and where the bot had only added.
    added = Saved(BOT, OLD.replace(HOT, COLD + HOT))
    copy = Saved(ANA, f"{added.text}\n{COLD}")
    undo = Saved(ANA, above(added.text), UNDO)
    assert told(BEFORE, added, copy, Saved(BEN, above(copy.text)), undo).number is None
    # The bot's edit is undone: the copy stands, but what the bot had taken out is back.
    undo = Saved(BEN, f"{OLD}\n{COLD}", UNDO)
    assert told(BEFORE, BOTS, copied, undo).number == 4


def test_a_change_of_numbers_alone_is_undone_like_any_other() -> None:
    link = "[[Special:PermanentLink/{}|tea hour]] (asked {} times)\n"
    first, second = OLD.replace(HOT, link.format(11, 2)), OLD.replace(HOT, link.format(17, 3))
    history = [Saved(ANA, first), Saved(BOT, second)]
    assert told(*history, Saved(ANA, above(second)), Saved(BEN, above(first), UNDO)).number == 4
    other = [*history, Saved(ANA, above(second)), Saved(BEN, below(above(second)))]
    assert told(*other, Saved(BEN, below(second), UNDO)).number is None


def test_an_edit_that_only_took_out_is_undone_by_bringing_it_back() -> None:
    history = [Saved(ANA, NEW), Saved(BOT, NEW.replace(COLD, ""))]
    less = history[1].text
    assert told(*history, Saved(ANA, above(less)), Saved(BEN, above(NEW), UNDO)).number == 4
    other = [*history, Saved(ANA, above(less)), Saved(BEN, below(above(less)))]
    assert told(*other, Saved(BEN, below(less), UNDO)).number is None
    # A part that comes back is people's edit.
    part = above(less).replace(HOT, "=== Is the cake cold? ===\n" + HOT)
    assert told(*history, Saved(ANA, above(less)), Saved(BEN, part, UNDO)).number is None
    # Who had pasted it back already is not undone by another's undo.
    back = [*history, Saved(ANA, above(NEW)), Saved(BEN, below(above(NEW)))]
    assert told(*back, Saved(BEN, below(NEW), UNDO)).number is None
    # What others had taken out again, or leave where it is, is no doing again.
    undid = [*history, Saved(ANA, above(less)), Saved(BEN, above(NEW), UNDO)]
    assert told(*undid, Saved(ANA, below(above(NEW))), Saved(BEN, below(NEW), UNDO)).number == 4
    assert told(*undid, Saved(ANA, below(above(less))), Saved(BEN, below(less), UNDO)).number == 4
    # Undone and done again, though the bot's very text doesn't come back.
    assert told(*undid, Saved(ANA, below(above(NEW))), Saved(None, below(above(less)), UNDO)) == (
        None,
        [1, 2, 4, 3, 6, 5],
    )


def test_marks_and_blank_lines_are_no_passages_where_anything_else_changed() -> None:
    mark = entry_mark("vb4aklmy4h", digest="lzkoee75r6", likeness="3197c64e90568a0c.2f")
    marked = NEW.replace("cold? ===\n", f"cold? ===\n{mark}\n\n")
    # The mark and the blank line stay behind: the lines are gone all the same.
    behind = above(OLD).replace(HOT, f"{mark}\n\n{HOT}")
    assert told(BEFORE, Saved(BOT, marked), Saved(BEN, behind, UNDO)).number == 3
    only = [Saved(ANA, NEW), Saved(BOT, marked), Saved(ANA, above(marked))]
    assert told(*only, Saved(BEN, above(NEW), UNDO)).number == 4
    assert told(*only, Saved(ANA, below(above(marked))), Saved(BEN, below(marked), UNDO)).by is None
    spaced = [Saved(ANA, "Mine."), Saved(BOT, f"{NEW}\nMine."), Saved(BEN, f"{NEW}\nMine.\n\nToo.")]
    assert told(*spaced, Saved(ANA, "Mine.\n\nToo.", UNDO)).number == 4
    # Of an edit that changed no line at all nothing can be undone.
    blank = [Saved(ANA, NEW), Saved(BOT, f"{NEW}\n\n"), Saved(ANA, above(NEW))]
    assert told(*blank, Saved(BEN, below(NEW), UNDO)).by is None


def test_undoing_the_undo_clears_it_though_another_edit_lies_between() -> None:
    """Neither undo leads to a text that was there before."""
    undid = [BEFORE, BOTS, Saved(ANA, above(NEW)), Saved(BEN, above(OLD), UNDO)]
    undid.append(Saved(ANA, below(above(OLD))))
    assert told(*undid).number == 4
    assert told(*undid, Saved(None, below(above(NEW)), UNDO)).number is None
    # A text without tag is people's; and to undo something else brings nothing back.
    assert told(*undid, Saved(None, below(above(NEW)))).number == 4
    assert told(*undid, Saved(None, below(OLD), UNDO)).number == 4
    part = below(above(OLD)).replace(HOT, COLD + HOT)
    assert told(*undid, Saved(None, part, UNDO)).number == 4


def test_a_text_between_that_comes_back_brings_back_whether_it_was_undone() -> None:
    between = [BEFORE, BOTS, Saved(ANA, above(NEW)), Saved(BEN, above(OLD), UNDO)]
    restored = told(*between, Saved(ANA, above(NEW), MANUAL))
    assert restored.number is None
    assert told(*between, Saved(ANA, NEW), Saved(BEN, above(OLD))).number == 6


@pytest.mark.parametrize("hidden", [1, 2, 4])
def test_where_a_text_that_is_needed_is_hidden_the_bot_waits(hidden: int) -> None:
    history = [BEFORE, BOTS, Saved(ANA, above(NEW)), Saved(BEN, below(NEW), UNDO)]
    assert told(*history).number is None
    history[hidden - 1] = history[hidden - 1]._replace(hidden=True)
    assert told(*history).number == 4
    # Without a tag nothing is needed.
    history[3] = history[3]._replace(tags=())
    assert told(*history).read == []
    assert told(*history).number is None


def test_where_the_text_before_is_hidden_the_text_after_tells() -> None:
    vandal = Saved(None, "Rude words", hidden=True)
    assert told(BEFORE, BOTS, vandal, Saved(ANA, above(NEW), UNDO)).number is None
    assert told(BEFORE, BOTS, vandal, Saved(ANA, above(OLD), UNDO)).number == 4
    undid = [BEFORE, BOTS, Saved(BEN, OLD, UNDO)]
    assert told(*undid, vandal, Saved(ANA, above(NEW), UNDO)).number == 3


def test_a_hidden_sha1_is_no_text_that_comes_back() -> None:
    hidden = Saved(ANA, OLD, hidden=True)
    assert told(hidden, BEFORE, BOTS, Saved(BEN, "Spam", hidden=True)).number is None
    assert told(hidden, BOTS, Saved(BEN, OLD)).number is None
    own = BOTS._replace(hidden=True)
    assert told(BEFORE, own, Saved(BEN, NEW, hidden=True)).number is None


def test_all_of_several_edits_by_the_bot_rolled_back_is_undone() -> None:
    more = Saved(BOT, NEW.replace("Not yet.", "Not yet, but soon."))
    assert told(BEFORE, BOTS, more, Saved(ANA, OLD, ROLLBACK)).by == Undone(
        4, ANA, "2031-05-04T10:00:00Z", undid=3
    )
    # Back to the bot's edit before the last one.
    assert told(BEFORE, BOTS, more, Saved(ANA, NEW, ROLLBACK)).number == 4


def test_the_page_that_the_bot_made_is_undone_too() -> None:
    made = [Saved(BOT, NEW), Saved(ANA, f"{NEW}\nMine.")]
    assert told(*made, Saved(BEN, "\n\nMine.", UNDO)).number == 3
    assert told(*made, Saved(BEN, f"{above(NEW)}\nMine."), Saved(BEN, above(NEW), UNDO)).by is None


def test_the_bots_own_account_undoes_nothing() -> None:
    history = [
        Revision(3, 2, "", BOT, "", "one", tags=UNDO),
        Revision(2, 1, "", BOT, "", "two"),
        Revision(1, 0, "", ANA, "", "one"),
    ]
    assert undone(history, 1, lambda _: None) is None


def test_an_older_text_that_was_the_bots_own_is_no_undoing() -> None:
    """The bot brought the page back to a text that it had had: to keep it is not to undo it."""
    history = [Saved(ANA, NEW), Saved(BEN, OLD), Saved(BOT, NEW), Saved(ANA, NEW)]
    assert told(*history) == (None, [])
    assert told(*history, Saved(BEN, above(NEW))).by is None
    assert told(*history, Saved(BEN, above(NEW)), Saved(BEN, OLD)).number == 6


@given(st.lists(st.sampled_from(["old", "new", "above", "below"]), max_size=6))
def test_exact_texts_alone_tell_by_the_last_of_them(later: list[str]) -> None:
    """Where every text is the old one, the bot's or one of people's, the last of the two counts."""
    texts = {"old": OLD, "new": NEW, "above": above(NEW), "below": below(NEW)}
    saved = [Saved(BEN, texts[each]) for each in later]
    found = told(BEFORE, BOTS, *saved)
    gone, seen = False, {"old": True, "new": False}
    for each in later:
        gone = seen.setdefault(each, gone)
    assert (found.by is not None, found.read) == (gone, [])


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12))
def test_of_any_undoings_the_last_of_the_bots_own_counts(toggled: list[int]) -> None:
    """Everybody's edit has places of its own; done once, it is undone and done again by undo."""
    on = [True, False, False, False]
    saved, expected = [BEFORE, BOTS], None
    done = {0}
    for number in toggled:
        on[number] = not on[number]
        text = NEW if on[0] else OLD
        text = above(text) if on[1] else text
        text = below(text) if on[2] else text
        text = text.replace("It is.", "It is!") if on[3] else text
        saved.append(Saved(ANA, text, UNDO if number in done else ()))
        done.add(number)
        if number == 0:
            expected = None if on[0] else len(saved)
    assert told(*saved).number == expected
