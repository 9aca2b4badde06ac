"""People's edits win: what they changed, removed, moved and wrote stays, run after run."""

from __future__ import annotations

import re

import pytest
from faqs import SPRING, SUMMER, TITLE, planned, section, written
from hypothesis import given
from hypothesis import strategies as st
from test_block import PAGES
from tries import tries

from wikifaq.page.mark import BEGIN, END, marks, sealed, topic_mark, without_marks
from wikifaq.page.segment import read_page

OLD = {"Hour 2023-03-01": SPRING}
BOTH = {**OLD, "Hour 2023-07-01": SUMMER}
HOT = "Is the tea hot?"
OPEN = "When does the house open?"
ROOF = "Who mends the roof of the house?"
MILK = "How much milk goes into a cup of tea?"


def headings(text: str) -> list[str]:
    return re.findall(r"^===? (.*?) ===?$", text, re.MULTILINE)


def test_a_first_page_reads_as_expected() -> None:
    text = written(OLD)
    assert headings(text) == ["Tea", HOT, "The tea house", OPEN, ROOF]
    assert "'''1 March 2023'''" in section(text, HOT)
    assert "'''1 March 2023''' · Ana · [[" in section(text, HOT)
    assert "\n\nYes, very." in section(text, HOT)
    assert "[[Special:PermanentLink/" in section(text, HOT)
    assert "#Notes|" in section(text, HOT)


def test_the_newest_answer_comes_first_and_earlier_ones_are_collapsed() -> None:
    entry = section(written(BOTH), OPEN)
    assert entry.index("At eight") < entry.index("mw-collapsed") < entry.index("At nine.")


def test_a_second_run_changes_nothing() -> None:
    text = written(BOTH)
    made = planned(BOTH, text, text)
    assert (made.outcome, made.new, made.changes) == ("nothing", text, ())


def test_a_source_s_new_revision_changes_only_the_entries_it_concerns() -> None:
    first = written(OLD)
    source = {"Hour 2023-03-01": SPRING.replace("Bo does.", "Bo does, with a ladder.")}
    made = planned(source, first, first)
    assert [(c.change, c.why) for c in made.changes] == [
        ("updated", "its text in Hour 2023-03-01, or the way it is shown, has changed")
    ]
    assert section(made.new, HOT) == section(first, HOT)
    assert "with a ladder" in section(made.new, ROOF)
    again = planned(BOTH, first, first)
    assert ("updated", "answered again in Hour 2023-07-01") in {
        (c.change, c.why) for c in again.changes
    }


def test_new_conversations_move_nothing_that_stands() -> None:
    first = written(OLD)
    second = written(BOTH, first, first)
    kept = [heading for heading in headings(second) if heading in headings(first)]
    assert kept == headings(first)
    assert section(second, HOT) == section(first, HOT)
    assert MILK in headings(second)


def test_the_order_in_which_conversations_come_makes_no_difference_to_ids() -> None:
    late_first = {"Hour 2023-07-01": SUMMER}
    first = written(late_first)
    grown = written(BOTH, first, first)
    ids = {mark.id for mark in marks(first) if not mark.topic}
    assert ids <= {mark.id for mark in marks(grown)}


def test_an_edited_entry_that_no_source_says_more_of_is_left_alone() -> None:
    first = written(OLD)
    edited = first.replace("At nine.", "At nine, says the sign.")
    made = planned(OLD, edited, first)
    assert [c.change for c in made.changes] == ["kept"]
    assert made.new == edited


def test_a_deleted_entry_stays_deleted_twenty_runs_later() -> None:
    text = written(OLD)
    without = text.replace(section(text, HOT), "")
    base, now = text, without
    for _ in range(20):
        base = now = written(BOTH, now, base)
        assert HOT not in headings(now)
    unread = planned(BOTH, now, None)  # the bot's own revision can't be read any more
    assert unread.outcome == "refuse"
    assert "run with --adopt" in unread.reasons[0]
    adopted = planned(BOTH, now, None, adopt=True)
    assert (adopted.outcome, adopted.new) == ("nothing", now)


def test_an_entry_that_a_person_puts_back_lives_again() -> None:
    text = written(OLD)
    entry = section(text, HOT)
    without = written(OLD, text.replace(entry, ""), text)
    restored = without.replace("== The tea house", f"== Tea ==\n\n{entry}\n== The tea house")
    after = written(OLD, restored, without)
    assert HOT in headings(after)
    assert "wikifaq:gone" not in after


def test_a_deleted_entry_stays_deleted_when_its_typo_is_mended() -> None:
    source = {"Hour 2023-03-01": SPRING.replace("mends the roof of", "mends teh roof of")}
    text = written(source)
    without = text.replace(section(text, ROOF.replace("the roof", "teh roof")), "")
    gone = written(source, without, text)
    mended = written(OLD, gone, gone)
    assert not [heading for heading in headings(mended) if "mends" in heading]


def test_a_question_like_a_removed_one_on_another_page_is_another_question() -> None:
    project = {"Hour 2023-03-01": SPRING + "* How do I apply for a project grant?\n** So.\n"}
    heading = "How do I apply for a project grant?"
    text = written(project)
    gone = written(project, text.replace(section(text, heading), ""), text)
    later = {**OLD, "Hour 2024-01-05": "* How do I apply for a conference grant?\n** Thus.\n"}
    after = written(later, gone, gone)
    assert "How do I apply for a conference grant?" in headings(after)


def test_a_mended_typo_keeps_the_entry_and_its_anchor() -> None:
    source = {"Hour 2023-03-01": SPRING.replace("mends the roof of", "mends teh roof of")}
    text = written(source)
    (old,) = marks(section(text, ROOF.replace("the roof", "teh roof")))
    mended = written(OLD, text, text)
    (new,) = marks(section(mended, ROOF))
    assert new.id == old.id


def test_a_moved_entry_stays_where_it_was_put() -> None:
    text = written(OLD)
    entry = section(text, HOT)
    moved = text.replace(entry, "").replace(section(text, ROOF), section(text, ROOF) + "\n" + entry)
    after = written(BOTH, moved, text)
    order = headings(after)
    assert order.index(HOT) > order.index(ROOF)
    assert order.count(HOT) == 1


def test_what_people_write_between_stays_verbatim() -> None:
    text = written(OLD)
    own = "=== What people ask at the door ===\nNothing ''special''.\n\n"
    with_own = text.replace(f"=== {ROOF}", own + f"=== {ROOF}")
    after = written(BOTH, with_own, text)
    assert own in after
    assert headings(after).index("What people ask at the door") < headings(after).index(ROOF)


def test_a_renamed_topic_keeps_its_name_and_gets_new_entries() -> None:
    text = written(OLD)
    renamed = text.replace("== Tea ==", "== All about tea ==")
    after = written(BOTH, renamed, text)
    assert "Tea" not in headings(after)
    assert headings(after).index("All about tea") < headings(after).index(MILK)
    assert "|All about tea]] (2)" in after


def test_a_removed_topic_stays_removed() -> None:
    text = written(OLD)
    start, end = text.index("== Tea =="), text.index("== The tea house ==")
    after = written(BOTH, text[:start] + text[end:], text)
    assert "Tea" not in headings(after)
    assert headings(after).index("Other questions") < headings(after).index(MILK)


def test_an_edited_lead_stays() -> None:
    text = written(OLD)
    edited = text.replace("You can correct", "Ask at the counter. You can correct")
    after = written(BOTH, edited, text)
    assert "Ask at the counter." in after
    assert written(BOTH, after, after) == after


def test_a_copied_mark_never_makes_two_entries_one() -> None:
    text = written(OLD)
    (mark,) = marks(section(text, HOT))
    copied = text.replace(
        f"=== {ROOF} ===\n", f"=== {ROOF} ===\n{section(text, HOT)[mark.start : mark.end]}"
    )
    after = written(BOTH, copied, text)
    assert HOT in headings(after)
    assert ROOF in headings(after)
    assert written(BOTH, after, after) == after


def test_a_lost_anchor_is_no_edit_and_comes_back() -> None:
    text = written(OLD)
    bare = re.sub(r'<span id="faq-[a-z0-9]{10}">(<!--.*?-->)</span>', r"\1", text)
    assert bare != text
    page = read_page(bare, TITLE)
    assert all(segment.untouched for segment in page.segments if segment.kind == "entry")
    assert section(written(OLD, bare, text), HOT) == section(text, HOT)


def test_an_earlier_text_that_a_person_brings_back_stays() -> None:
    first = written(OLD)
    second = written(BOTH, first, first)
    back = second.replace(section(second, OPEN), section(first, OPEN))
    assert back != second
    made = planned(BOTH, back, second)
    assert [c.change for c in made.changes] == ["updated"]  # the anchor of the later question
    assert without_marks(made.new) == without_marks(back)
    back = made.new
    newer = {**BOTH, "Hour 2024-01-01": "* Is the door of the house green?\n** Yes.\n"}
    third = written(newer, back, back)
    assert "At eight" not in section(third, OPEN)
    fourth = planned({**newer, "Hour 2024-02-02": "* Why tea?\n** So.\n"}, third, third)
    assert "At eight" not in section(fourth.new, OPEN)


def test_a_topic_s_new_title_reaches_its_heading_unless_a_person_changed_it() -> None:
    text = written(OLD)
    titled = sealed(f"== Infusions ==\n{topic_mark('tea')}\n")
    before = text.replace(section_of_topic(text), titled)
    assert "== Tea ==" in written(OLD, before, before)
    renamed = text.replace("== Tea ==", "== Chai ==")
    assert "== Chai ==" in written(OLD, renamed, text)


def section_of_topic(text: str) -> str:
    return next(s.text for s in read_page(text, TITLE).segments if s.topic == "tea")


def test_outside_the_markers_nothing_changes() -> None:
    text = f"My page \n\n{BEGIN}\n\n{END}\n\n  Mine too \n\n"
    after = written(OLD, text)
    assert after.startswith("My page \n\n<!-- wikifaq:begin")
    assert after.endswith(f"{END}\n\n  Mine too \n\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no markers", "has no markers"),
        (f"{BEGIN}\n\n", "1 begin and 0 end"),
        (f"{BEGIN}\n{BEGIN}\n{END}", "2 begin and 1 end"),
        (f"{END}\n\n{BEGIN}", "above the begin marker"),
    ],
)
def test_broken_markers_are_refused(text: str, says: str) -> None:
    made = planned(OLD, text, text)
    assert made.outcome == "refuse"
    assert says in made.reasons[0]
    assert made.new == text


def test_an_entry_without_source_leaves_and_an_edited_one_stays() -> None:
    text = written(BOTH)
    edited = text.replace("None.", "None at all.")
    after = planned(OLD, edited, text, accept_loss=True)
    assert MILK in headings(after.new)
    assert "What is your favourite colour?" not in headings(after.new)


def test_a_collapse_is_refused() -> None:
    text = written(BOTH)
    page = read_page(text, TITLE)
    blanked = text.replace("".join(segment.text for segment in page.segments), "\n\n")
    made = planned(BOTH, blanked, text)
    assert made.outcome == "refuse"
    assert "have vanished" in made.reasons[0]
    assert planned(BOTH, blanked, text, accept_loss=True).outcome == "write"


def test_losing_most_sources_is_refused() -> None:
    text = written(BOTH)
    made = planned({"Hour 2023-03-01": "* Is the tea hot?\n** Yes."}, text, text)
    assert made.outcome == "refuse"
    assert "would be removed" in made.reasons[0]


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["reword", "delete", "move", "write", "rename", "lead", "swap"]),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    max_size=5,
)


def edited_by(text: str, edits: list[tuple[str, int, int]]) -> tuple[str, list[str], set[str]]:
    """Apply edits as people would; return the text, the lines they wrote and the ids they removed."""
    lines: list[str] = []
    removed: set[str] = set()
    for number, (what, at, to) in enumerate(edits):
        page = read_page(text, TITLE)
        entries = [segment for segment in page.segments if segment.kind == "entry"]
        if not entries:
            break
        one, two = entries[at % len(entries)], entries[to % len(entries)]
        line = f"Line {number} by a person, {what}."
        if what == "reword":
            text = text.replace(one.text, f"{one.text.rstrip()} {line}\n\n")
            lines.append(line)
        elif what == "delete":
            text = text.replace(one.text, "")
            removed |= set(one.entries)
            lines = [each for each in lines if each not in one.text]
        elif what == "move" and one is not two:
            text = text.replace(one.text, "").replace(
                two.text, two.text.rstrip() + "\n\n" + one.text
            )
        elif what == "write":
            text = text.replace(one.text, f"=== Own {number} ===\n{line}\n\n{one.text}")
            lines.append(line)
        elif what == "rename":
            text = re.sub(r"^== (.*) ==$", rf"== \1, {line} ==", text, count=1, flags=re.MULTILINE)
            lines.append(line)
        elif what == "lead":
            text = text.replace(
                page.segments[0].text, f"{page.segments[0].text.rstrip()} {line}\n\n"
            )
            lines.append(line)
        elif what == "swap" and one is not two:
            text = text.replace(one.text, "\0").replace(two.text, one.text).replace("\0", two.text)
    return text, lines, removed


@tries(150)
@given(EDITS, EDITS, st.text("ab\n =*'", max_size=12), st.text("ab\n =*'", max_size=12))
def test_no_edit_is_ever_lost(
    edits: list[tuple[str, int, int]], later: list[tuple[str, int, int]], before: str, after: str
) -> None:
    base = written(OLD, f"{before}{BEGIN}\n\n{END}{after}")
    text, lines, removed = edited_by(base, edits)
    text = written(BOTH, text, base)
    again, more, also = edited_by(text, later)
    lines = [line for line in lines if line in again]
    end = written(BOTH, again, text)
    alive = set(read_page(end, TITLE).alive())
    for line in lines + more:
        assert line in end
    assert not alive & (removed - set(read_page(text, TITLE).alive()))
    assert not alive & also
    assert end.startswith(before + "<!-- wikifaq:begin")
    assert end.endswith(END + after)
    assert written(BOTH, end, end) == end


@tries(200)
@given(st.lists(PAGES, min_size=1, max_size=6))
def test_whatever_the_sources_say_the_bot_knows_its_own_page(texts: list[str]) -> None:
    lines = [f"* Why {text}?\n** Ana: {text}\n** {text[::-1]}\n" for text in texts]
    made = planned({"Hour 2023-03-01": "* Why tea?\n** So.\n" + "".join(lines)})
    page = read_page(made.new, TITLE)
    assert made.faq is not None
    assert sorted(page.alive()) == sorted(entry.id for entry in made.faq.entries)
    assert all(segment.untouched for segment in page.segments)
    assert (
        planned(
            {"Hour 2023-03-01": "* Why tea?\n** So.\n" + "".join(lines)}, made.new, made.new
        ).outcome
        == "nothing"
    )
