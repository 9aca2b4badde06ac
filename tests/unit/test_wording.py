"""The wording of an entry: the one that reads best, and the one that stands unless it is worse."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.consolidate.wording import CRITERIA, MARGIN, gain, leans, representative, score, why

GOOD = "When does the harbour museum open its new hall to the public?"
WORDINGS = [
    GOOD,
    "And when does the harbour museum open its new hall to the public?",
    "harbour museum new hall when??",
    "New hall at the museum?",
    "I saw builders and a crane at the museum. When does it open its new hall to the public?",
    "When does the museum open its new hall? Who pays for it? And will there be a café?",
    "hi, u know when the new hall of the museum opens, pls",
    "For Petra - when does the harbour museum open its new hall to the public?",
    "I would love to see the new hall of the harbour museum, which has been closed for so long.",
    "As you said in your last answer, the harbour museum has a new hall. When does it open?",
    "",
]


@pytest.mark.parametrize("worse", WORDINGS[1:])
def test_the_plain_question_is_the_best(worse: str) -> None:
    assert score(worse) < score(GOOD)
    assert representative([worse, GOOD]) == 1
    assert representative([GOOD, worse]) == 0


@tries(100)
@given(st.permutations(WORDINGS))
def test_the_order_makes_no_difference(wordings: list[str]) -> None:
    assert wordings[representative(wordings)] == GOOD


@tries(200)
@given(st.lists(st.one_of(st.sampled_from(WORDINGS), st.text(max_size=80)), min_size=1, max_size=6))
def test_the_best_is_chosen_and_of_two_as_good_the_first(wordings: list[str]) -> None:
    scores = [score(wording) for wording in wordings]
    assert representative(wordings) == scores.index(max(scores))


@tries(200)
@given(
    st.lists(st.one_of(st.sampled_from(WORDINGS), st.text(max_size=80)), min_size=1, max_size=6),
    st.data(),
)
def test_the_standing_wording_stays_unless_another_is_clearly_better(
    wordings: list[str], data: st.DataObject
) -> None:
    standing = data.draw(st.sampled_from(wordings))
    chosen = wordings[representative(wordings, standing=standing)]
    best = max(score(wording) for wording in wordings)
    if best - score(standing) < MARGIN:
        assert " ".join(chosen.split()) == " ".join(standing.split())
    else:
        assert score(chosen) == best


def test_what_stands_no_longer_among_them_says_nothing() -> None:
    assert representative(["New hall?", GOOD], standing="Gone?") == 1
    assert representative([f" {GOOD} ", "Nothing"], standing=GOOD.replace(" ", "  ")) == 0


def test_there_is_no_wording_of_nothing() -> None:
    with pytest.raises(ValueError, match="no wording"):
        representative([])


@tries(200)
@given(st.text(max_size=200))
def test_each_fault_is_measured_from_nought_to_one(text: str) -> None:
    assert 100 - sum(each.weight for each in CRITERIA) <= score(text) <= 100
    assert f"{len(text.strip())} characters" in why(text)
    assert gain(text, text) == ""


def test_a_wording_is_told_in_words() -> None:
    assert why(GOOD) == f"stands alone, one question, {len(GOOD)} characters"
    assert why("And the hall? And the roof?") == (
        "27 characters, leans on what was said before it, is a fragment, asks several questions"
    )
    assert why("Show old boats some love.") == (
        "stands alone, 25 characters, is a fragment, has no question sentence"
    )
    assert gain("And when does the museum open?", GOOD) == (
        f"the old one leans on what was said before it, {len(GOOD)} characters rather than 30"
    )
    assert gain(GOOD, "And when?") == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Why?",
        "Is this true?",
        "Are there plans for that?",
        "What are the intentions around that?",
        "What does the council think about this?",
        "Is that still so in the north?",
        "Do they open on Sundays?",
        "Is their ferry still running?",
        "When will it open again?",
        "Who decided on these rules?",
        "Has the council looked at such boats?",
        "And who pays for the ferry to the island?",
        "What about boats on the northern lake?",
        "If not, when does the ferry run again in winter?",
        "Follow-up: how is the ferry paid for?",
        "Und wenn nein, wer zahlt die Fähre zur Insel?",
    ],
)
def test_what_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "When does the ferry run on Sundays?",
        "Is it possible to book the ferry by phone?",
        "Does it make sense to paint the boat in winter?",
        "Will sailors get help if they lose their boats?",
        "Can the council mend the pier and make it safer?",
        "What happens to those who have paid already?",
        "Do you think that the ferry will be cheaper for islanders?",
        "Will the ferry run this year on the lake?",
        "Which boats such as rafts and canoes may land?",
        "Where can someone nominate themselves for the council?",
        "Wann fährt die Fähre im Winter wieder?",
        "渡し船はいつから始まりますか？",
    ],
)
def test_what_stands_alone(sentence: str) -> None:
    assert not leans(sentence)


def test_other_languages_are_judged_by_what_needs_no_words() -> None:
    german = "Wann öffnet das Museum am Hafen seinen neuen Saal für alle Besucher?"
    assert representative(["Neuer Saal?", german, f"Hallo! {german} Wer zahlt? Und warum?"]) == 1
    japanese = "港の博物館の新しい展示室はいつから一般に公開されますか？"
    assert representative(["展示室？", japanese]) == 1


def test_every_order_of_a_few_gives_the_same() -> None:
    few = WORDINGS[1:5]
    assert len({order[representative(order)] for order in permutations(few)}) == 1
