"""People and the bot on one page: merging three ways, what people decide, what sources take back."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from faqs import BOT, SPRING, SUMMER, TITLE, build, section

from wikifaq.consolidate.review import Hold
from wikifaq.page.mark import BEGIN, END, marks, without_marks
from wikifaq.page.segment import read_page
from wikifaq.page.settings import read_settings
from wikifaq.page.tombstone import tombstones
from wikifaq.publish.plan import Place, Plan, Said, plan
from wikifaq.publish.plan_html import to_html
from wikifaq.publish.plan_json import to_json
from wikifaq.publish.report import report
from wikifaq.publish.undone import Undone
from wikifaq.wiki.protocol import Revision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikifaq.page.renewal import Change
    from wikifaq.publish.side_page import SidePage

OLD = {"Hour 2023-03-01": SPRING}
BOTH = {**OLD, "Hour 2023-07-01": SUMMER}
HOT = "Is the tea hot?"
OPEN = "When does the house open?"
ROOF = "Who mends the roof of the house?"
MILK = "How much milk goes into a cup of tea?"
LONG = """* When does the house open?
** Ana: The house opens at nine. Bring a cup of your own. The door is green.
**: On Sundays it opens at ten. Ring the bell twice.
* Is the tea hot?
** Yes.
"""


def run(
    sources: Mapping[str, str],
    text: str | None = None,
    base: str | None = None,
    settings: str = "",
    *,
    place: Mapping[str, Any] | None = None,
    **options: Any,
) -> Plan:
    """A plan that must not be refused."""
    made = attempt(sources, text, base, settings, place=place, **options)
    assert made.outcome in {"write", "nothing"}, made.reasons
    return made


def attempt(
    sources: Mapping[str, str],
    text: str | None = None,
    base: str | None = None,
    settings: str = "",
    *,
    place: Mapping[str, Any] | None = None,
    **options: Any,
) -> Plan:
    current = None if text is None else Revision(1, 0, "", BOT, "", None, text)
    said = Said(
        "Tea FAQ/Settings",
        exists=True,
        settings=read_settings(settings),
        revision=77 if settings else None,
    )
    where = Place(TITLE, current, base, create=True, user=BOT, said=said, **(place or {}))
    return plan(build(sources, **options), where)


def headings(text: str) -> list[str]:
    return re.findall(r"^===? (.*?) ===?$", text, re.MULTILINE)


def key(text: str, heading: str) -> str:
    (mark,) = marks(section(text, heading))
    return mark.id


def change(made: Plan, entry: str) -> Change:
    return next(each for each in made.changes if each.entry == entry)


def settles(sources: Mapping[str, str], made: Plan, settings: str = "", **options: Any) -> None:
    """A second run must change nothing."""
    again = run(sources, made.new, made.new, settings, **options)
    assert (again.outcome, again.new) == ("nothing", made.new)


# Merging three ways.


def test_a_newer_answer_joins_a_person_s_words() -> None:
    first = run(OLD).new
    edited = first.replace("At nine.", "At nine, says the sign.")
    made = run(BOTH, edited, first)
    entry = section(made.new, OPEN)
    assert entry.index("At eight in summer.") < entry.index("At nine, says the sign.")
    assert "mw-collapsed" not in entry  # a person's words are in sight
    assert change(made, key(first, OPEN)).change == "updated"
    settles(BOTH, made)


def test_changes_of_other_sentences_both_appear() -> None:
    source = {"Hour 2023-03-01": LONG}
    first = run(source).new
    edited = first.replace("Bring a cup of your own.", "Bring a mug of your own.")
    later = {"Hour 2023-03-01": LONG.replace("The door is green.", "The door is blue.")}
    made = run(later, edited, first)
    assert "Bring a mug of your own. The door is blue." in made.new
    settles(later, made)


def test_changes_of_the_same_sentence_keep_the_person_s_and_offer_the_new() -> None:
    source = {"Hour 2023-03-01": LONG}
    first = run(source).new
    edited = first.replace("at nine.", "at nine sharp.")
    later = {"Hour 2023-03-01": LONG.replace("at nine.", "at half past nine.").replace("ten", "11")}
    made = run(later, edited, first)
    told = change(made, key(first, OPEN))
    assert told.change == "conflict"
    assert "The house opens at nine sharp." in made.new
    assert "half past" not in made.new
    assert "On Sundays it opens at 11." in made.new  # what doesn't touch the person's text
    assert [line for line in told.offer if "half past nine" in line]
    assert not [line for line in told.offer if "Sundays" in line]
    settles(later, made)
    again = run(later, made.new, made.new)
    assert change(again, key(first, OPEN)).offer == told.offer  # until somebody edits the entry
    taken = made.new.replace("at nine sharp.", "at half past nine sharp.")
    third = run(later, taken, made.new)
    assert change(third, key(first, OPEN)).change == "kept"


def test_a_merged_entry_is_merged_again_with_the_next_answer() -> None:
    first = run(OLD).new
    edited = first.replace("At nine.", "At nine, says the sign.")
    second = run(BOTH, edited, first).new
    later = {**BOTH, "Hour 2024-01-05": "* When does the house open?\n** At seven.\n"}
    third = run(later, second, second)
    entry = section(third.new, OPEN)
    places = [entry.index(each) for each in ("At seven.", "At eight", "At nine, says the sign.")]
    assert places == sorted(places)
    settles(later, third)


def test_a_source_that_takes_a_sentence_back_takes_it_out_of_an_edited_entry() -> None:
    source = {"Hour 2023-03-01": LONG}
    first = run(source).new
    edited = first.replace("Bring a cup", "Do bring a cup")
    later = {"Hour 2023-03-01": LONG.replace(" The door is green.", "")}
    made = run(later, edited, first)
    assert "green" not in made.new
    assert "Do bring a cup" in made.new


def test_an_edited_box_of_earlier_answers_keeps_its_words() -> None:
    first = run(BOTH).new
    edited = first.replace("At nine.", "At nine, said Bo.")
    later = {**BOTH, "Hour 2024-01-05": "* When does the house open?\n** At seven.\n"}
    made = run(later, edited, first)
    entry = section(made.new, OPEN)
    assert "At nine, said Bo." in entry
    assert "At seven." in entry
    assert entry.count("<div") == entry.count("</div>")
    settles(later, made)


def test_a_reworded_question_keeps_its_wording_and_its_old_anchor() -> None:
    first = run(OLD).new
    reworded = first.replace(f"=== {OPEN} ===", "=== Opening hours? ===")
    made = run(BOTH, reworded, first)
    entry = section(made.new, "Opening hours?")
    assert "At eight" in entry
    (mark,) = marks(entry)
    assert mark.names == (OPEN,)
    assert mark.id == key(first, OPEN)
    back = made.new.replace("=== Opening hours? ===", f"=== {OPEN} ===")
    (mark,) = marks(section(run(BOTH, back, made.new).new, OPEN))
    assert mark.names == ("Opening hours?",)


def test_what_a_person_types_before_the_mark_stays() -> None:
    first = run(OLD).new
    comment = re.search(r"<!-- faq \w+ .*?-->(?=</span>'''1 March)", first)
    assert comment
    typed = first.replace(comment[0], f"At start {comment[0]}")
    bold = first.replace(comment[0], f"'''{comment[0]}'''")
    made = run(BOTH, typed, first)
    assert "</span>At start '''1 March 2023'''" in section(made.new, HOT)
    settles(BOTH, made)
    whole = run(BOTH, bold, first)
    assert section(whole.new, HOT) == section(first, HOT)
    assert whole.new.count("<span") == whole.new.count("</span>")


# What people do by hand.


def test_text_moved_into_another_entry_makes_the_two_one() -> None:
    source = {"Hour 2023-03-01": LONG + "* May I ring the bell of the house?\n** Yes.\n"}
    first = run(source).new
    bell = "May I ring the bell of the house?"
    moved_key, own = key(first, OPEN), key(first, bell)
    lines = "The house opens at nine. Bring a cup of your own. The door is green."
    assert lines in first
    entry = section(first, OPEN)
    body = entry.partition("</span>")[2]
    text = first.replace(entry, "")
    there = section(text, bell)
    text = text.replace(there, f"{there.rstrip()}\n\n{body.strip()}\n\n")
    made = run(source, text, first)
    (mark,) = marks(section(made.new, bell))
    assert moved_key in mark.aliases
    assert OPEN in mark.names
    assert mark.id == own
    assert made.new.count("Bring a cup of your own.") == 1
    assert not tombstones(made.new).gone
    settles(source, made)
    later = {**source, "Hour 2024-01-05": "* When does the house open?\n** At seven.\n"}
    after = run(later, made.new, made.new)
    assert "At seven." in section(after.new, bell)
    assert after.new.count("Bring a cup of your own.") == 1


def test_two_entries_under_one_heading_get_what_is_new_to_each() -> None:
    first = run(OLD).new
    together = first.replace(f"=== {ROOF} ===\n", "")
    made = run(BOTH, together, first)
    entry = section(made.new, OPEN)
    assert "At eight in summer." in entry
    assert "Bo does." in entry
    assert entry.index("At eight") < entry.index("Bo does.")
    settles(BOTH, made)


def test_an_entry_brought_back_after_a_merge_stays_apart() -> None:
    first = run(BOTH).new
    open_key = key(first, OPEN)
    other = next(each for each in marks(section(first, OPEN))[0].aliases)
    alone = run({"Hour 2023-07-01": SUMMER}).new
    summer = section(alone, OPEN)
    assert key(alone, OPEN) == other
    text = first.replace(section(first, OPEN), f"{section(first, OPEN)}\n{summer}\n")
    made = run(BOTH, text, first)
    assert headings(made.new).count(OPEN) == 2
    pair = (min(open_key, other), max(open_key, other))
    assert tombstones(made.new).apart == {pair}
    settles(BOTH, made)
    later = {**BOTH, "Hour 2024-01-05": "* When does the house open?\n** At seven.\n"}
    assert headings(run(later, made.new, made.new).new).count(OPEN) == 2


def test_a_removed_entry_is_remembered_with_its_revision_and_comes_back_when_asked_for() -> None:
    first = run(OLD).new
    hot = key(first, HOT)
    without = first.replace(section(first, HOT), "")
    made = run(OLD, without, first, place={"removed_in": {hot: 4711}})
    assert tombstones(made.new).gone[hot].revision == 4711
    wish = f"* restore: faq-{hot}"
    back = run(OLD, made.new, made.new, wish)
    assert HOT in headings(back.new)
    settles(OLD, back, wish)
    again = back.new.replace(section(back.new, HOT), "")
    away = run(OLD, again, back.new, wish)  # removed anew, while the line still stands
    assert HOT not in headings(away.new)
    settles(OLD, away, wish)
    cleared = run(OLD, away.new, away.new)
    assert HOT not in headings(cleared.new)
    assert HOT in headings(run(OLD, cleared.new, cleared.new, wish).new)


def test_the_questions_of_a_removed_entry_come_back_together() -> None:
    first = run(BOTH).new
    entry = section(first, OPEN)
    ids = [each for mark in marks(entry) for each in (mark.id, *mark.aliases)]
    made = run(BOTH, first.replace(entry, ""), first)
    assert OPEN not in headings(made.new)
    back = run(BOTH, made.new, made.new, f"* restore: faq-{ids[0]}")
    assert section(back.new, OPEN) == entry


# What people say on the settings page.


def test_merge_and_split() -> None:
    first = run(OLD).new
    hot, roof = key(first, HOT), key(first, ROOF)
    wish = f"* merge: faq-{hot}, faq-{roof}"
    made = run(OLD, first, first, wish)
    (mark,) = marks(section(made.new, HOT))
    assert (mark.id, mark.aliases, mark.names) == (hot, (roof,), (ROOF,))
    assert ROOF not in headings(made.new)
    assert "Bo does." in section(made.new, HOT)
    settles(OLD, made, wish)
    parted = run(OLD, made.new, made.new, f"* split: faq-{hot}, faq-{roof}")
    assert ROOF in headings(parted.new)
    assert "Bo does." in section(parted.new, ROOF)


def test_of_three_that_were_one_two_are_parted_again() -> None:
    first = run(BOTH).new
    hot, roof, milk = (key(first, heading) for heading in (HOT, ROOF, MILK))
    merge = f"* merge: faq-{hot}, faq-{roof}, faq-{milk}"
    made = run(BOTH, first, first, merge)
    wish = f"{merge}\n* split: faq-{hot}, faq-{roof}"
    parted = run(BOTH, made.new, made.new, wish)
    found = [each for mark in marks(parted.new) for each in (mark.id, *mark.aliases)]
    assert len(found) == len(set(found))
    assert {hot, roof, milk} <= set(found)
    assert parted.faq is not None
    assert any("both said to be the same" in each for each in parted.faq.unmet)
    settles(BOTH, parted, wish)


def test_a_wish_for_an_entry_that_nobody_knows_is_told() -> None:
    first = run(OLD).new
    made = run(OLD, first, first, "* hide: faq-nosuchone")
    assert made.faq is not None
    assert made.faq.unmet == (
        "hide: faq-nosuchone: there is no such entry, nor a question by that name",
    )
    hidden = f"* hide: faq-{key(first, HOT)}"
    gone = run(OLD, run(OLD, first, first, hidden).new, None, hidden, place={"adopt": True})
    assert gone.faq is not None
    assert not gone.faq.unmet


def test_a_merge_that_people_ask_for_keeps_what_they_wrote() -> None:
    first = run(OLD).new
    hot, roof = key(first, HOT), key(first, ROOF)
    wish = f"* merge: faq-{hot}, faq-{roof}"
    edited = first.replace("Bo does.", "Bo does, on a ladder.")
    made = run(OLD, edited, first, wish)
    entry = section(made.new, ROOF)
    assert "Bo does, on a ladder." in entry
    assert "Yes, very." in entry
    assert HOT not in headings(made.new)
    assert marks(entry)[0].aliases == (hot,)
    settles(OLD, made, wish)
    both = edited.replace("Yes, very.", "Yes, very, and sweet.")
    kept = run(OLD, both, first, wish)
    assert "Bo does, on a ladder." in section(kept.new, ROOF)
    assert "Yes, very, and sweet." in section(kept.new, HOT)


def test_hide_takes_an_entry_off_and_gives_it_back() -> None:
    first = run(OLD).new
    wish = f"* hide: faq-{key(first, HOT)}"
    made = run(OLD, first, first, wish)
    assert HOT not in headings(made.new)
    assert not tombstones(made.new).gone
    settles(OLD, made, wish)
    assert HOT in headings(run(OLD, made.new, made.new).new)


def test_to_hide_an_entry_is_to_hide_each_question_in_it() -> None:
    first = run(BOTH).new
    wish = f"* hide: faq-{key(first, OPEN)}"
    made = run(BOTH, first, first, wish)
    assert OPEN not in headings(made.new)
    asked = SUMMER.partition("* How much")
    fewer = {**OLD, "Hour 2023-07-01": f"* How much{asked[2]}"}
    other = next(iter(marks(section(first, OPEN))[0].aliases))  # asked in summer, and no more
    wish = f"* hide: faq-{other}"
    made = run(fewer, first, first, wish)
    assert OPEN not in headings(made.new)
    settles(fewer, made, wish)
    assert OPEN in headings(run(fewer, made.new, made.new).new)


def test_people_may_hide_as_many_as_they_like() -> None:
    first = run(BOTH).new
    ids = ", ".join(f"faq-{each}" for each in read_page(first, TITLE).alive())
    made = run(BOTH, first, first, f"* hide: {ids}")
    assert not read_page(made.new, TITLE).alive()
    settles(BOTH, made, f"* hide: {ids}")


def test_a_topic_that_is_asked_for_is_where_the_entry_goes() -> None:
    first = run(OLD).new
    edited = first.replace("Yes, very.", "Yes, very hot.")
    wish = f"* topic: faq-{key(first, HOT)} = the tea HOUSE"
    made = run(OLD, edited, first, wish)
    order = headings(made.new)
    assert order.index("The tea house") < order.index(HOT)
    assert "Yes, very hot." in section(made.new, HOT)
    assert "Tea" not in order  # nothing stands there any more
    settles(OLD, made, wish)
    unknown = run(OLD, first, first, f"* topic: faq-{key(first, HOT)} = Coffee")
    assert unknown.faq is not None
    assert "there is no topic 'Coffee'" in unknown.faq.unmet[0]
    assert unknown.new == first


def test_a_question_worded_by_people() -> None:
    first = run(OLD).new
    wish = f"* question: faq-{key(first, HOT)} = Is it [[hot]] ''enough''?"
    made = run(OLD, first, first, wish)
    entry = section(made.new, "Is it hot enough?")
    assert "''Asked as:'' Is the tea hot?" in entry
    assert marks(entry)[0].names == (HOT,)
    settles(OLD, made, wish)


@pytest.mark.parametrize("which", ["2023-03-01", "Hour 2023-03-01", "faq-{}"])
def test_an_answer_that_is_asked_for_comes_first(which: str) -> None:
    first = run(BOTH).new
    open_key = key(first, OPEN)
    wish = f"* answer: faq-{open_key} = {which.format(open_key)}"
    made = run(BOTH, first, first, wish)
    entry = section(made.new, OPEN)
    assert entry.index("At nine.") < entry.index("mw-collapsed") < entry.index("At eight")
    settles(BOTH, made, wish)


def test_an_extract_that_is_asked_for_stands_before_the_collapsed_answer() -> None:
    source = {"Hour 2023-03-01": LONG}
    first = run(source).new
    wish = f"* extract: faq-{key(first, OPEN)} = Bring a cup of your own."
    made = run(source, first, first, wish)
    entry = section(made.new, OPEN)
    assert "[…] Bring a cup of your own. […]" in entry
    assert "The whole answer: 25 words" in entry
    assert entry.index("[…]") < entry.index("mw-collapsed") < entry.index("The house opens")
    settles(source, made, wish)
    wrong = run(source, first, first, f"* extract: faq-{key(first, OPEN)} = Bring a pot.")
    assert wrong.faq is not None
    assert "no consecutive words" in wrong.faq.unmet[0]


def test_an_entry_marked_as_outdated_says_so() -> None:
    first = run(OLD).new
    wish = f"* outdated: faq-{key(first, HOT)}"
    made = run(OLD, first, first, wish)
    assert "marked this entry as outdated" in section(made.new, HOT)
    settles(OLD, made, wish)
    assert run(OLD, made.new, made.new).new == first


def test_the_summary_links_the_settings_that_were_used() -> None:
    first = run(OLD).new
    made = run(OLD, first, first, f"* hide: faq-{key(first, HOT)}")
    assert "[[Special:PermanentLink/77|settings]]" in made.summary


# What waits.


def test_what_is_held_is_counted_and_not_shown() -> None:
    hold = Hold((re.compile("milk", re.IGNORECASE),))
    made = run(BOTH, hold=hold)
    assert MILK not in headings(made.new)
    assert made.faq is not None
    (held,) = made.faq.held
    assert change(made, held.id).change == "held"
    assert MILK not in made.new
    shown = run(BOTH, made.new, made.new, f"* publish: faq-{held.id}", hold=hold)
    assert MILK in headings(shown.new)
    settles(BOTH, shown, hold=hold)  # what stands was published


def test_everything_new_may_wait() -> None:
    hold = Hold(everything=True)
    first = run(OLD)
    made = run(BOTH, first.new, first.new, hold=hold)
    assert headings(made.new) == headings(first.new)
    assert "At eight" in section(made.new, OPEN)  # an entry that stands goes on
    assert made.faq is not None
    assert len(made.faq.held) == 2


def test_a_new_answer_that_is_held_leaves_its_entry_as_it_is() -> None:
    first = run(OLD).new
    hold = Hold((re.compile("summer"),))
    made = run(BOTH, first, first, hold=hold)
    assert section(made.new, OPEN) == section(first, OPEN)
    assert made.faq is not None
    assert [entry.answers[0].title for entry in made.faq.held] == ["Hour 2023-07-01"]


# What stops a run, and what lets it go on.


def test_an_undone_edit_names_the_ways_to_go_on() -> None:
    first = run(OLD).new
    undone = Undone(revision=12, user="Ana", timestamp="2026-05-01T10:00:00Z", undid=11)
    made = attempt(BOTH, first, first, place={"undone": undone})
    assert made.outcome == "refuse"
    (reason,) = made.reasons
    for part in ("Ana", "2026-05-01", "revision 11", "'* resume: 12'", "--resume 12"):
        assert part in reason


def test_a_loss_that_people_mean_is_taken() -> None:
    first = run(BOTH).new
    page = read_page(first, TITLE)
    blank = first.replace("".join(segment.text for segment in page.segments), "\n\n")
    assert attempt(BOTH, blank, first).outcome == "refuse"
    lost = {"removed_in": dict.fromkeys(page.alive(), 31)}
    refused = attempt(BOTH, blank, first, place=lost)
    assert "'* accept loss: 1'" in refused.reasons[0]  # the revision that stands
    for revision, outcome in ((1, "write"), (31, "write"), (30, "refuse")):
        made = attempt(BOTH, blank, first, f"* accept loss: {revision}", place=lost)
        assert made.outcome == outcome


def test_without_the_bot_s_last_revision_nothing_that_stands_is_touched() -> None:
    first = run(OLD).new
    without = first.replace(section(first, HOT), "").replace("Bo does.", "Bo does it.")
    later = {
        **OLD,
        "Hour 2023-07-01": SUMMER,
        "Hour 2022-01-01": "* Is the roof of the house red?\n** It is.\n",
    }
    made = run(later, without, None, place={"hidden": "2023-05-05T10:00:00Z"})
    assert made.notices
    for segment in read_page(without, TITLE).segments:
        assert segment.text.strip() in made.new
    assert MILK in headings(made.new)  # asked on a later day
    assert "Is the roof of the house red?" not in headings(made.new)
    assert HOT not in headings(made.new)
    after = run(later, made.new, made.new)
    assert HOT not in headings(after.new)
    assert "At eight" in section(after.new, OPEN)
    assert "Bo does it." in after.new


# What sources take back.


def test_what_people_took_out_of_a_source_leaves_in_any_number() -> None:
    first = run(OLD).new
    left = {"Hour 2023-03-01": "* Is the tea hot?\n** Ana: Yes, very.\n* A?\n** B.\n"}
    made = attempt(left, first, first)
    assert made.outcome == "write"  # two of three entries: fewer than four aren't checked
    many = {"Hour 2023-03-01": SPRING + "".join(f"* Why {n}?\n** So.\n" for n in range(7))}
    page = run(many).new
    fewer = {"Hour 2023-03-01": SPRING + "".join(f"* Why {n}?\n** So.\n" for n in range(3))}
    assert attempt(fewer, page, page).outcome == "write"  # four of ten, by the source's editors
    assert attempt({"Hour 2023-07-01": SUMMER}, page, page).outcome == "refuse"  # no such source


def test_a_collapse_of_the_sources_is_held_back() -> None:
    many = {"Hour 2023-03-01": SPRING + "".join(f"* Why {n}?\n** So.\n" for n in range(7))}
    page = run(many).new
    made = attempt({"Hour 2023-03-01": "* Is the tea hot?\n** Ana: Yes, very.\n"}, page, page)
    assert made.outcome == "refuse"


def test_an_edited_entry_without_source_is_named_and_stays() -> None:
    first = run(OLD).new
    edited = first.replace("Yes, very.", "Yes, very hot.")
    left = {"Hour 2023-03-01": SPRING.replace("* Is the tea hot?\n** Ana: Yes, very.\n", "")}
    made = run(left, edited, first)
    told = change(made, key(first, HOT))
    assert told.withdrawn
    assert section(made.new, HOT) == section(edited, HOT)
    assert "very" not in reported(left, made).new


def test_links_to_a_hidden_revision_lead_to_the_current_one() -> None:
    first = run(OLD).new
    (revision,) = set(re.findall(r"PermanentLink/(\d+)", first))
    edited = first.replace("Bo does.", "Bo does it.")
    sources = {"Hour 2023-03-01": SPRING + "\n"}  # another revision, of the same words
    made = run(sources, edited, first, place={"broken": frozenset({int(revision)})})
    assert f"PermanentLink/{revision}" not in made.new
    assert "Bo does it." in made.new
    settles(sources, made)
    assert run(sources, edited, first).new == edited  # a revision that can be read is as good


# The report page.


def reported(sources: Mapping[str, str], made: Plan, text: str | None = None) -> SidePage:
    current = None if text is None else Revision(5, 0, "", BOT, "", None, text)
    built = build(sources)
    return report(
        made,
        Place(TITLE, None, create=text is None, user=BOT, said=Said("Tea FAQ/Settings")),
        title="Tea FAQ/Report",
        current=current,
        transcripts=built.transcripts,
        templates=built.templates,
        links=built.links,
        editors={4711: "Ana"},
    )


def test_the_report_lists_what_waits_with_the_line_for_it() -> None:
    source = {"Hour 2023-03-01": LONG}
    first = run(source).new
    hot = key(first, HOT)
    edited = first.replace("at nine.", "at nine sharp.").replace(section(first, HOT), "")
    later = {
        "Hour 2023-03-01": LONG.replace("at nine.", "at half past nine."),
        "Hour 2024-02-02": "* Who mends the roof of the house?\n** Bo.\n",
    }
    hold = Hold((re.compile("mends"),))
    made = run(later, edited, first, place={"removed_in": {hot: 4711}}, hold=hold)
    page = reported(later, made)
    assert f"<code>* restore: faq-{hot}</code>" in page.new
    assert "[[Special:Diff/4711|removed]] by Ana" in page.new
    assert "half past nine" in page.new
    assert made.faq is not None
    (held,) = made.faq.held
    assert f"<code>* publish: faq-{held.id}</code>" in page.new
    assert ROOF not in page.new
    again = run(later, made.new, made.new, hold=hold)
    assert not reported(later, again, page.new).changed


def test_a_refused_run_is_reported_once() -> None:
    first = run(OLD).new
    undone = Undone(revision=12, user="Ana", timestamp="2026-05-01T10:00:00Z", undid=11)
    made = attempt(BOTH, first, first, place={"undone": undone})
    page = reported(BOTH, made)
    assert "Ana undid the bot's last edit" in page.new
    assert "resume: 12" in page.new
    assert not reported(BOTH, made, page.new).changed


def test_the_report_leaves_people_s_text_and_refuses_without_its_markers() -> None:
    made = run(OLD)
    text = f"Ours. \n{BEGIN}old{END}\n Below"
    page = reported(OLD, made, text)
    assert page.new.startswith(f"Ours. \n{BEGIN}")
    assert page.new.endswith(f"{END}\n Below")
    assert "Nothing waits" in page.new
    assert "needs one" in (reported(OLD, made, "no markers").obstacle or "")
    assert "keeps bots out" in (reported(OLD, made, f"{{{{nobots}}}}{text}").obstacle or "")


def test_a_missing_report_page_is_made_only_when_asked_for() -> None:
    made = run(OLD)
    built = build(OLD)
    place = replace(Place(TITLE, None, user=BOT), create=False)
    page = report(
        made,
        place,
        title="R",
        current=None,
        transcripts=built.transcripts,
        templates=built.templates,
        links=built.links,
        editors={},
    )
    assert not page.changed
    assert "--create" in (page.obstacle or "")


def test_a_preview_does_not_repeat_what_is_hidden() -> None:
    first = run(OLD).new
    (revision,) = set(re.findall(r"PermanentLink/(\d+)", first))
    taken = {"Hour 2023-03-01": SPRING.replace("Bo does.", "Somebody does.")}
    made = run(taken, first, first, place={"broken": frozenset({int(revision)})})
    data = json.dumps(to_json(made))
    for shown in (data, to_html(made)):
        assert "Bo does." not in shown
        assert "Somebody does." in shown
        assert "(text of a hidden revision)" in shown
    assert "Bo does." in json.dumps(to_json(run(taken, first, first)))  # only edited away


def test_a_report_does_not_repeat_what_is_hidden() -> None:
    made = run(OLD)
    place = Place(TITLE, None, user=BOT, broken=frozenset({7}), said=Said("S"))
    built = build(OLD)
    page = report(
        made,
        place,
        title="R",
        current=Revision(5, 0, "", BOT, "", None, f"{BEGIN}\n\n* a secret\n\n{END}"),
        transcripts=built.transcripts,
        templates=built.templates,
        links=built.links,
        editors={},
    )
    assert "a secret" not in json.dumps(to_json(replace(made, report=page)))


def test_an_offer_that_a_person_took_in_is_settled() -> None:
    source = {"Hour 2023-03-01": LONG}
    first = run(source).new
    later = {"Hour 2023-03-01": LONG.replace("at nine.", "at half past nine.")}
    mended = {"Hour 2023-03-01": LONG.replace("at nine.", "at half past nine, or ten.")}
    edited = first.replace("at nine.", "at nine sharp.")
    second = run(later, edited, first).new
    third = run(mended, second, second)  # the text of the second run is in no revision any more
    told = change(third, key(first, OPEN))
    assert told.change == "conflict"
    assert [line for line in told.offer if "or ten" in line]
    taken = third.new.replace("at nine sharp.", "at half past nine, or ten.")
    fourth = run(mended, taken, third.new)
    assert not [each for each in fourth.changes if each.change == "conflict"]
    settles(mended, fourth)


def test_a_sentence_that_its_source_took_back_is_named_where_a_person_changed_it() -> None:
    source = {"Hour 2023-03-01": LONG}
    first = run(source).new
    edited = first.replace("The door is green.", "The door is dark green.")
    later = {"Hour 2023-03-01": LONG.replace(" The door is green.", "").replace("ten", "11")}
    made = run(later, edited, first)
    told = change(made, key(first, OPEN))
    assert told.change == "conflict"
    assert "The door is dark green." in made.new
    assert "green" not in reported(later, made).new


def test_an_entry_that_lost_its_heading_below_the_introduction_goes_on() -> None:
    source = {"Hour 2023-03-01": "* Is the tea hot?\n** Ana: Yes, very.\n"}
    first = run(source).new
    start, end = first.index("== Tea =="), first.index(f"=== {HOT} ===")
    text = (first[:start] + first[end:]).replace(f"=== {HOT} ===\n", "")
    assert read_page(text, TITLE).segments[0].entries
    later = {**source, "Hour 2024-01-05": "* Is the tea hot?\n** Bo: No more.\n"}
    made = run(later, text, first)
    assert "Bo · [[Special:PermanentLink/" in made.new
    assert "No more." in made.new
    assert "Yes, very." in made.new
    settles(later, made)


def test_another_order_of_the_answers_never_parts_words_from_their_source() -> None:
    first = run(BOTH).new
    open_key = key(first, OPEN)
    edited = first.replace("At eight in summer.", "At eight sharp in summer.")
    wish = f"* answer: faq-{open_key} = 2023-03-01"
    made = run(BOTH, edited, first, wish)
    entry = section(made.new, OPEN)
    july, march = entry.index("1 July 2023"), entry.index("1 March 2023")
    assert march < entry.index("At nine.") < july < entry.index("At eight sharp in summer.")
    settles(BOTH, made, wish)
    back = run(BOTH, made.new, made.new)
    assert back.new.count("1 July 2023'''") == made.new.count("1 July 2023'''")
    assert "At eight sharp in summer." in back.new
    settles(BOTH, back)


@pytest.mark.parametrize(
    "wish",
    [
        "* outdated: faq-{}",
        "* extract: faq-{} = Bring a cup of your own.",
        "* extract: faq-{} = The house opens at nine.",
        "* question: faq-{} = Opening hours?",
    ],
)
def test_a_wish_for_an_edited_entry_can_be_taken_back(wish: str) -> None:
    source = {"Hour 2023-03-01": LONG}
    first = run(source).new
    edited = first.replace("On Sundays", "On all Sundays")
    line = wish.format(key(first, OPEN))
    made = run(source, edited, first, line)
    assert without_marks(made.new) != without_marks(edited)
    assert "On all Sundays" in made.new
    settles(source, made, line)
    back = run(source, made.new, made.new)
    assert not [each for each in back.changes if each.change == "conflict"]
    assert "On all Sundays" in back.new
    for shown in ("outdated", "Opening hours? ===", "The whole answer", "[…]"):
        assert shown not in back.new


def test_what_a_source_takes_back_leaves_an_entry_that_was_edited_runs_ago() -> None:
    source = {"Hour 2023-03-01": LONG}
    first = run(source).new
    edited = first.replace("On Sundays", "On all Sundays")
    more = {**source, "Hour 2024-01-05": "* How much milk goes into a cup of tea?\n** None.\n"}
    second = run(more, edited, first).new  # holds the person's text: the bot's is in an earlier one
    taken = {**more, "Hour 2023-03-01": LONG.replace(" The door is green.", "")}
    made = run(taken, second, second, place={"earlier": [first]})
    assert "green" not in made.new
    assert "On all Sundays" in made.new
    unknown = run(taken, second, second)
    told = change(unknown, key(first, OPEN))
    assert told.withdrawn  # where no text to begin with is found, the entry is named at least
    assert "green" not in reported(taken, unknown).new


def test_what_was_hidden_joins_no_entry_that_it_was_to_be_one_with() -> None:
    first = run(OLD).new
    edited = first.replace("Yes, very.", "Yes, very hot.").replace("Bo does.", "Bo does it.")
    hot, roof = key(first, HOT), key(first, ROOF)
    wish = f"* merge: faq-{hot}, faq-{roof}\n* hide: faq-{hot}"
    made = run(OLD, edited, first, wish)
    assert HOT not in headings(made.new)
    assert "Bo does it." in section(made.new, ROOF)
    settles(OLD, made, wish)
