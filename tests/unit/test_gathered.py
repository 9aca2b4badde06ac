"""What stands on the page stays together, and what people say of entries holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from faqs import BOT, TITLE, build, planned, section
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.consolidate.bonds import NONE, Bonds
from wikifaq.consolidate.engine import Grouping, Suggestion
from wikifaq.consolidate.recurrence import ByWords
from wikifaq.publish.plan import Place, plan
from wikifaq.publish.plan_json import to_json
from wikifaq.wiki.protocol import Revision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wikifaq.consolidate.engine import Question
    from wikifaq.publish.plan import Plan

MARCH = {"Hour 2023-03-01": "* Who mends the roof of the tea house?\n** Bo does, when it rains.\n"}
APRIL = {"Hour 2023-04-01": "* The roof of our house leaks. Who repairs it?\n** Cy, since May.\n"}
MAY = {"Hour 2023-05-01": "* Is there soup?\n** No, there is none today.\n"}
ALL = MARCH | APRIL | MAY
ROOF = "Who mends the roof of the tea house?"
REPAIRS = "The roof of our house leaks. Who repairs it?"


class Told(ByWords):
    """An engine that makes one of what it is told, by words in the questions."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        super().__init__()
        self._pairs = pairs

    def group(
        self,
        questions: Sequence[Question],
        *,
        bonds: Bonds = NONE,
        say: Callable[[str], None] = lambda _: None,
    ) -> Grouping:
        alike = []
        for words in self._pairs:
            found = [
                next((each.id for each in questions if word in each.text), "") for word in words
            ]
            alike += [tuple(found)] if all(found) else []
        made = super().group(questions, bonds=replace(bonds, same=(*bonds.same, *alike)), say=say)
        return replace(
            made, suggestions=tuple(Suggestion(a, b, 0.6, "so I was told") for a, b in alike)
        )


class Likely(Told):
    """An engine that only suggests what it is told."""

    def group(
        self,
        questions: Sequence[Question],
        *,
        bonds: Bonds = NONE,
        say: Callable[[str], None] = lambda _: None,
    ) -> Grouping:
        told = super().group(questions, bonds=bonds, say=say).suggestions
        return replace(ByWords().group(questions, bonds=bonds), suggestions=told)


ONE = Told(("mends", "repairs"))
NO = Told()


def made(
    sources: Mapping[str, str],
    engine: Told,
    text: str | None = None,
    base: str | None = None,
    **options: object,
) -> Plan:
    current = None if text is None else Revision(1, 0, "", BOT, "", None, text)
    place = Place(TITLE, current, base if base is not None else text, create=True, user=BOT)
    return plan(replace(build(sources), engine=engine, accept_loss=True, **options), place)  # type: ignore[arg-type]


def entries(of: Plan) -> dict[str, list[str]]:
    """The entries on the page by their heading, each with its members' questions."""
    assert of.faq
    assert of.headlines
    return {
        of.headlines[each.id]: sorted(answer.entry.question for answer in each.answers)
        for each in of.faq.entries
    }


def ids(of: Plan) -> dict[str, str]:
    assert of.faq
    return {
        answer.entry.question: answer.entry.id for each in of.faq.entries for answer in each.answers
    }


def test_each_question_of_an_entry_has_its_anchor_there() -> None:
    first = made(MARCH | APRIL, ONE)
    assert first.faq
    (key,) = (each.id for each in first.faq.entries)
    anchors = set(re.findall(r'id="faq-([a-z0-9]+)"', section(first.new, ROOF)))
    assert anchors == set(ids(first).values())
    assert key in anchors


def test_what_stands_is_not_parted_when_the_engine_thinks_otherwise() -> None:
    first = made(MARCH | APRIL, ONE)
    assert entries(first) == {ROOF: sorted([ROOF, REPAIRS])}
    again = made(MARCH | APRIL, NO, first.new)
    assert (again.outcome, again.new) == ("nothing", first.new)


def test_a_rebuild_groups_anew_and_only_when_it_is_asked_for() -> None:
    first = made(MARCH | APRIL, ONE)
    again = made(MARCH | APRIL, NO, first.new, rebuild=True)
    assert entries(again) == {ROOF: [ROOF], REPAIRS: [REPAIRS]}
    assert {change.change for change in again.changes} == {"added", "updated"}
    for text in (ROOF, REPAIRS):  # each anchor leads to its own entry again
        anchors = re.findall(r'id="faq-([a-z0-9]+)"', section(again.new, text))
        assert anchors == [ids(first)[text]]
    edited = first.new.replace("when it rains", "when it pours")
    kept = made(MARCH | APRIL, NO, edited, first.new, rebuild=True)
    assert list(entries(kept)) == [ROOF], "a person's entry stays whole"


def test_two_entries_stand_until_a_person_says_that_they_are_one() -> None:
    first = made(MARCH | APRIL, NO)
    found = ids(first)
    merged = made(
        MARCH | APRIL, NO, first.new, bonds=Bonds(same=((found[ROOF], f"faq-{found[REPAIRS]}"),))
    )
    # The one that stands first on the page goes on, in the words that stand there.
    assert entries(merged) == {REPAIRS: sorted([ROOF, REPAIRS])}
    assert sorted(change.change for change in merged.changes) == ["merged", "updated"]
    again = made(MARCH | APRIL, NO, merged.new)
    assert again.outcome == "nothing", "the page remembers it"


def test_a_person_parts_what_the_bot_joined() -> None:
    first = made(MARCH | APRIL, ONE)
    found = ids(first)
    bonds = Bonds(different=((found[ROOF], found[REPAIRS]),))
    parted = made(MARCH | APRIL, Told(), first.new, bonds=bonds)
    assert entries(parted) == {ROOF: [ROOF], REPAIRS: [REPAIRS]}
    assert parted.faq
    assert sorted(each.id for each in parted.faq.entries) == sorted(found.values())
    again = made(MARCH | APRIL, Told(), parted.new, bonds=bonds)
    assert again.outcome == "nothing"


def test_what_people_say_twice_and_otherwise_is_told() -> None:
    first = made(MARCH | APRIL, NO)
    pair = tuple(sorted(ids(first).values()))
    said: list[str] = []
    both = Bonds(same=(pair,), different=((pair[0], pair[1]),))
    again = made(MARCH | APRIL, NO, first.new, bonds=both, say=said.append)
    assert len(entries(again)) == 2
    assert [each for each in said if "stay apart" in each]


def test_an_entry_that_was_removed_takes_all_its_questions_with_it() -> None:
    first = made(ALL, ONE)
    gone = first.new.replace(section(first.new, ROOF), "")
    after = made(ALL, NO, gone, first.new)
    assert list(entries(after)) == ["Is there soup?"]
    assert list(entries(made(ALL, NO, after.new))) == ["Is there soup?"], "and for good"


def test_the_wording_that_stands_stays_unless_another_is_much_better() -> None:
    good = {"Hour 2023-04-01": "* Who repairs the roof of the tea house?\n** Cy, since May.\n"}
    first = made(MARCH, ONE)
    joined = made(MARCH | good, ONE, first.new)
    assert list(entries(joined)) == [ROOF]
    poor = {"Hour 2023-03-01": "* and that roof, who mends it pls\n** Bo does, when it rains.\n"}
    first = made(poor, ONE)
    joined = made(poor | good, ONE, first.new)
    assert list(entries(joined)) == ["Who repairs the roof of the tea house?"]
    assert made(poor | good, ONE, joined.new).outcome == "nothing"


def test_pairs_that_may_be_one_are_shown_with_the_line_that_makes_them_one() -> None:
    first = made(ALL, NO)
    pair = sorted([ids(first)[ROOF], ids(first)["Is there soup?"]])

    shown = to_json(made(ALL, Likely(("mends", "soup"))))
    assert shown["suggestions"] == [
        {
            "a": pair[0],
            "b": pair[1],
            "score": 0.6,
            "why": "so I was told",
            "line": f'["{pair[0]}", "{pair[1]}"]',
        }
    ]
    listed = [each for topic in shown["faq"]["topics"] for each in topic["entries"]]
    assert {each["id"]: each["related"] for each in listed if each["related"]} == {
        pair[0]: [pair[1]],
        pair[1]: [pair[0]],
    }


@tries(20)
@given(st.permutations(list(ALL)), st.booleans())
def test_the_order_of_the_sources_makes_no_difference(order: list[str], one: bool) -> None:
    engine = ONE if one else NO
    assert made({title: ALL[title] for title in order}, engine).new == made(ALL, engine).new


def test_a_new_question_joins_and_nothing_else_moves() -> None:
    first = planned(MARCH | MAY)
    copy = {"Hour 2023-06-01": "* Who mends the roof of the tea house, please?\n** Dan does now.\n"}
    after = planned(MARCH | MAY | copy, first.new, first.new)
    assert [each.change for each in after.changes] == ["updated"]
    assert [key for _, _, keys in after.topics for key in keys] == [
        key for _, _, keys in first.topics for key in keys
    ]
