"""What is read off questions, what two of them share, and what becomes of it."""

from __future__ import annotations

import math
import time
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hashed import Hashed
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.consolidate.acronyms import Acronyms, learn
from wikifaq.consolidate.background import BACKGROUND
from wikifaq.consolidate.candidates import NEAREST, by_words
from wikifaq.consolidate.corpus import Corpus
from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.evidence import Evidence, compare
from wikifaq.consolidate.judgement import COPIES, Weights, judge, why
from wikifaq.consolidate.meaning import Meaning, passages_of
from wikifaq.consolidate.near_copies import is_near_copy
from wikifaq.consolidate.reading import linked, named
from wikifaq.consolidate.weights import SEMANTIC, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikifaq.consolidate.reading import Reading

NOTHING = Acronyms({})
FILLING = tuple(
    Question(f"z{i}", f"Is {word} {other} to be had in the harbour house?")
    for i, (word, other) in enumerate(combinations("tea milk bread jam salt fish".split(), 2))
)


def corpus(*questions: Question, acronyms: Mapping[str, str] | None = None) -> Corpus:
    return Corpus([*questions, *FILLING], acronyms=acronyms or {})


def pair(a: str | Question, b: str | Question, *, meaning: bool = False) -> Evidence:
    """The evidence of two questions among others."""
    one, other = (
        each if isinstance(each, Question) else Question(key, each)
        for key, each in (("a", a), ("b", b))
    )
    made = corpus(one, other)
    return compare(made, 0, 1, Meaning(made, Hashed()) if meaning else None)


def reading(text: str, **more: Any) -> Reading:
    return corpus(Question("a", text, **more)).reading(0)


# Acronyms


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("the Universal Code of Conduct (UCoC)", "UCoC", "Universal Code of Conduct"),
        ("UCoC (Universal Code of Conduct) is here", "UCoC", "Universal Code of Conduct"),
        ("We met the Harbour Boat Committee ( HBC ).", "HBC", "Harbour Boat Committee"),
        ("Ask Trust & Safety (T&S) about it", "T&S", "Trust & Safety"),
        ("a so-called check user (CU)", "CU", "check user"),
        ("[the old] Tea Keepers' Union (TKU)", "TKU", "Tea Keepers' Union"),
        ("Ann Bee Cee and very many more (ABC) friends", "ABC", None),  # too many words between
        ("nothing like it (XYZ)", "XYZ", None),
        ("an aside (as here)", "as here", None),
        ("HARBOUR (HBR)", "HBR", None),  # one word is no long form
        ("(UCoC)", "UCoC", None),
        ("Universal Code of Conduct) (UCoC)", "UCoC", None),
    ],
)
def test_a_text_that_gives_both_forms_teaches_them(text: str, short: str, full: str | None) -> None:
    assert learn([text]).get(short) == full


def test_of_several_long_forms_the_most_frequent_is_learnt() -> None:
    card, care = "Coastal Care Club (CCC)", "Coastal Cat Club (CCC)"
    assert learn([card, care, care]) == {"CCC": "Coastal Cat Club"}
    assert learn([care, card, card]) == {"CCC": "Coastal Care Club"}
    assert learn([care, card]) == learn([card, care]) == {"CCC": "Coastal Care Club"}


@pytest.mark.parametrize("short", ["TB", "tb", "Tb"])
def test_the_configuration_comes_before_what_texts_explain(short: str) -> None:
    made = corpus(Question("a", "Is the Tea Board (TB) here?"), acronyms={short: "trunk bridge"})
    assert made.acronyms.full == {"tb": "trunk bridge"}


TOLD = Acronyms(
    {"UCoC": "Universal Code of Conduct", "T&S": "Trust and Safety", "T/H": "tea house"}
)


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("Is the ucoc old?", "Is the Universal Code of Conduct old?"),
        ("Is the UCoC's text old?", "Is the Universal Code of Conduct's text old?"),
        ("universal code of conduct (UCoC)?", "universal code of conduct?"),
        ("Another code (UCoC)", "Another code (Universal Code of Conduct)"),
        ("T&S, and T&Ss", "Trust and Safety, and T&Ss"),
        ("in the T/H", "in the tea house"),
        ("UCoCs xUCoC UCoC&co", "UCoCs xUCoC UCoC&co"),
        ("\\1 \\g<0> (\\)", "\\1 \\g<0> (\\)"),
        ("UCoC (UCoC)", "Universal Code of Conduct (Universal Code of Conduct)"),
    ],
)
def test_acronyms_are_spelt_out(text: str, spelt: str) -> None:
    assert TOLD.spelt_out(text) == spelt
    assert TOLD.spelt_out(text, only=frozenset()) == text
    assert TOLD.spelt_out(text, only=frozenset({"unknown"})) == text


def test_acronyms_are_told_in_either_form() -> None:
    text = "Does T&S read the universal code\nof conduct? UNIVERSAL CODE OF CONDUCT, yes; t/h."
    assert TOLD.in_text(text) == {"t&s", "ucoc", "t/h"}
    assert TOLD.in_text("universal code of conducts, xT&S") == frozenset()
    assert NOTHING.in_text(text) == frozenset()
    # The longer of two that begin alike.
    both = Acronyms(
        {"TS": "Trust and Safety", "TSC": "Trust and Safety Committee", "SC": "safety c"}
    )
    assert both.in_text("the trust and safety committee") == {"tsc"}
    nested = Acronyms({"TSC": "Trust and Safety Committee", "SC": "Safety Committee"})
    assert nested.in_text("the trust and safety committee") == {"tsc"}
    assert nested.in_text("the trust and safety committee, the safety committee") == {"tsc", "sc"}


@pytest.mark.parametrize("full", ["a \\d b", "\\g<x>", "(", "[x", ""])
def test_odd_acronyms_do_no_harm(full: str) -> None:
    odd = Acronyms({"(": full, "ſL": full, "İX": full, "SSL": full, "": full})
    for text in ("ſſL SSL İx (", "", "ıx İX (SSL)"):
        odd.spelt_out(text)
        odd.in_text(text)


@tries(100)
@given(
    texts=st.lists(st.text("abAB() []-&\nſİ", max_size=40), max_size=4),
    acronyms=st.dictionaries(st.text("abAB&/", max_size=4), st.text("ab \\(", max_size=8)),
)
def test_no_text_is_too_odd(texts: list[str], acronyms: dict[str, str]) -> None:
    questions = [
        Question(f"{i}", text, answer=text[::-1], links=(text,)) for i, text in enumerate(texts)
    ]
    made = Corpus(questions, acronyms=acronyms)
    meaning = Meaning(made, Hashed()) if texts else None
    for a, b in combinations(range(len(texts)), 2):
        one, other = compare(made, a, b, meaning), compare(made, b, a, meaning)
        for each in (SEMANTIC, WORDS):
            assert 0 <= judge(one, each).probability <= 1
        assert one.figures == pytest.approx(other.figures, abs=2e-6)
        assert one[1:] == other[1:]


def test_rare_acronyms_are_spelt_out_for_vectors_and_ubiquitous_ones_are_not() -> None:
    many = [Question(f"b{i}", f"Does the HB mend jetty {i}?") for i in range(9)]
    made = corpus(
        Question("a", "May the TKU see what the HB did?"),
        *many,
        acronyms={"TKU": "Tea Keepers' Union", "HB": "Harbour Board"},
    )
    assert made.rare_acronyms == {"tku"}
    assert made.reading(0).text == "May the Tea Keepers' Union see what the HB did?"
    assert {"tea", "keeper", "union", "harbour", "board"} < set(made.reading(0).words)


def test_many_acronyms_take_no_more_time() -> None:
    letters = [f"{a}{b}{c}" for a in "ABCDEFGH" for b in "ABCDEFGH" for c in "ABCDEFGH"]
    questions = [
        Question(
            short,
            f"Is the {short[0]}lpha {short[1]}ravo {short[2]}harlie ({short}) here?",
            answer="It is not, as far as anybody knows. " * 20,
        )
        for short in letters
    ]
    start = time.perf_counter()
    made = Corpus(questions, acronyms={})
    assert len(made.acronyms.full) > 500
    assert all("here" in made.reading(n).text for n in range(512))
    assert time.perf_counter() - start < 3


# Readings


def test_a_question_is_read() -> None:
    made = corpus(
        Question("a", "Thanks. The harbour has 3 gates.\nWhy\ncan't Ann open them in 2023?"),
        Question(
            "b",
            "When?",
            date="2024-01-01",
            follows="a",
            answer="See [[:Help:Tea_House#Gates|there]], [[Tea|t]] or https://tea.example/gates.",
            links=("Harbour",),
        ),
        Question("c", "Where?", follows="nobody knows"),
    )
    one, two, three = (made.reading(number) for number in range(3))
    assert one.asking == ("Why can't Ann open them in 2023?",)
    assert len(one.sentences) == 3
    assert one.figures == {"3", "2023"}
    assert one.kinds == {"why"}
    assert one.negative
    assert one.named == {"ann"}
    assert two.context == " ".join(one.text.split())
    assert two.date == "2024-01-01"
    assert two.kinds == {"when"}
    assert two.links == {"Help:Tea House", "Tea", "https://tea.example/gates", "Harbour"}
    assert three.context == ""


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("When?", {"when"}),
        ("By what date, and how?", {"when"}),
        ("How long is it?", {"how long"}),
        ("How many boats?", {"how many"}),
        ("How much tea?", {"how much"}),
        ("How do they do it?", {"how"}),
        ("What is the reason for it?", {"why"}),
        ("Whose boat is it? And where?", {"who", "where"}),
        ("Is it here?", {"whether"}),
        ("Is it here, or who has it?", {"who"}),
        ("Which boat?", {"which"}),
        ("Tell me more.", set()),
        ("¿Cuándo se abre?", set()),
        ("いつですか？", set()),
    ],
)
def test_what_a_question_asks_for(text: str, kinds: set[str]) -> None:
    assert reading(text).kinds == kinds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Does the Board of Trustees meet Ann?", {"board of trustees", "ann"}),
        ("Who, I wonder, is I’m or I'd?", set()),
        ("The tea. The house? “The” cup: (Ann’s)", {"ann"}),
        ("Board? Board! Board", set()),
        ("Is the harbour board's Tom here?", {"tom"}),
        ("Wann wird der Vorstand das Haus und die Brücke öffnen?", set()),
        ("هل يفتح البيت؟", set()),
        ("いつ開きますか？", set()),
        ("क्या घर खुला है?", set()),
    ],
)
def test_names_are_told_by_capitals(text: str, names: set[str]) -> None:
    assert named(text, NOTHING) == names


def test_titles_and_addresses_are_told() -> None:
    assert linked("[[A_b ]] [[:C|d]] [[#here]] http://x.example/y. (https://z.example/)") == {
        "A b", "C", "http://x.example/y", "https://z.example/",
    }  # fmt: skip
    assert linked("[[ ]] [[") <= {""}


# Near copies


@pytest.mark.parametrize(
    ("a", "b", "copies"),
    [
        ("tea house", "tea house", True),
        ("why", "why", False),
        ("", "", False),
        ("a b c d e f", "a b c d e f g", True),
        ("a b c d e f", "a c b d e f", True),
        ("a b c d e", "a b c d e f", False),
        ("a b c d e f", "a b c d e g", False),
        ("a b c d e f", "a b c d e f not", False),
        ("a b c d e f", "a b c d e f 2023", False),
        ("a b c d e f a b c d e f", "a b c d e f a b c d e f g h", True),
    ],
)
def test_copies_differ_in_small_words_only(a: str, b: str, *, copies: bool) -> None:
    assert is_near_copy(a.split(), b.split()) is copies
    assert is_near_copy(b.split(), a.split()) is copies


# Evidence


def test_identical_questions_have_the_highest_figures() -> None:
    text = "Who mends the roof of the Tea House in May?"
    made = pair(text, text)
    assert made.copies
    assert made.bars == made.walls == ()
    for name in ("words", "letters", "parts in words"):
        assert made.figures[name] == 1
    assert made.figures["other words in the same frame"] == 0
    assert {"roof", "mend", "tea house"} <= set(made.shared)
    assert pair(text, text, meaning=True).figures["meaning"] == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("a", "b", "bar"),
    [
        ("Does Ann's board of Oslo pay?", "Does the board of Bergen pay?", "different bodies"),
        ("When is the roof mended?", "Who gets the roof mended?", "ask for different things"),
        ("When do they all come?", "Will anybody tell us more?", "no rare word"),
        ("When is the harbour house?", "When will there be any harbour?", "no rare word"),
        ("Do you fund roofs?", "Do you fund tar roofs?", "is narrower"),
        ("Is the tar free for roofs and for jetties?", "Is the tar free for roofs?", "is narrower"),
        ("Who can vote on roofs?", "Who can decide on roofs?", "replaced by another"),
        ("Who tars roofs?", Question("b", "Who tars a roof?", follows="c"), "another question"),
    ],
)
def test_bars(a: str, b: str | Question, bar: str) -> None:
    made = pair(a, b)
    assert [each for each in made.bars if each.endswith(bar)]
    assert not made.walls


@pytest.mark.parametrize(
    ("a", "b", "wall"),
    [
        ("Who mends 3 roofs?", "Who mends 4 roofs?", "they name other figures"),
        ("Who mends 3 roofs in 2023?", "Who mends 5 roofs in 2023?", "they name other figures"),
        ("Who mends roofs?", "Who mends no roofs?", "one of them denies"),
        ("Why can't I mend roofs?", "Why can I mend roofs?", "one of them denies"),
        (Question("a", "Who?"), Question("b", "Who?", follows="a"), "one follows the other"),
        (Question("a", "Who?", follows="b"), Question("b", "Who?"), "one follows the other"),
    ],
)
def test_walls(a: str | Question, b: str | Question, wall: str) -> None:
    assert pair(a, b).walls == (wall,)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Who mends 3 roofs?", "Who, in the end, has to mend or to tar the roofs?"),
        ("Who mends 3 roofs in 2023?", "Who mended the 3 roofs?"),
        ("Wie hoch ist das Dach der Brücke?", "Wie hoch ist denn das Dach vom Turm der Brücke?"),
        ("¿Cuándo abre la casa del té?", "¿En qué fecha abre la casa del té?"),
        ("Когда откроют чайный дом?", "Когда же снова откроется чайный дом?"),
        ("متى يفتح بيت الشاي؟", "في أي يوم سيفتح بيت الشاي؟"),
        ("كم سقفا في ٢٠٢٣؟", "How many سقفا in 2023?"),
        ("चाय घर कब खुलेगा?", "चाय घर किस दिन खोला जाएगा?"),
        ("茶馆 什么时候 开门？", "请问 茶馆 几点 开始 营业？"),
    ],
)
def test_nothing_speaks_against_what_may_be_one(a: str, b: str) -> None:
    made = pair(a, b)
    assert made.bars == made.walls == ()
    assert made.shared


def test_a_question_that_follows_another_is_no_copy() -> None:
    text = "Who mends the roof of the house?"
    made = pair(Question("a", text), Question("b", text, follows="z1"))
    assert not made.copies
    assert made.figures["one follows"] == 1
    assert made.bars == ("one of them follows another question",)


def test_other_words_in_the_same_frame_tell() -> None:
    frame = "How much money is in the {} fund?"
    one = pair(frame.format("travel"), frame.format("emergency"))
    other = pair(frame.format("travel"), frame.format("travel"))
    more = pair(frame.format("travel"), "How much money is there in the travel fund for boats?")
    name = "other words in the same frame"
    assert one.figures[name] > 0.1 > other.figures[name] == more.figures[name] == 0


def test_answers_links_dates_and_sections_tell() -> None:
    said = "The keeper mends it himself in spring, with tar from the Boat Club."
    one = Question("a", "Who mends the roof?", answer=said, date="2024-05-01", section="A")
    other = Question("b", "Is the Boat Club mending it?", answer=said, date="2024-06-01",
                     section="A", links=("Tar",))  # fmt: skip
    made = pair(one, other)
    assert made.figures["words with answers"] > 0.5
    assert made.figures["answers in words"] > 0
    assert made.figures["same section"] == 1
    assert made.figures["same day"] == 0
    assert made.across == ("boat club",)
    without = pair(Question("a", one.text), other)
    assert without.figures["words with answers"] == without.figures["answers in words"] == 0
    day = pair(Question("a", one.text, date="2024-06-01", links=("Tar", "x")), other)
    assert day.figures["same day"] == day.figures["links"] == 1
    assert day.links == ("Tar",)


def test_a_word_that_many_have_is_not_rare() -> None:
    made = pair("When is a roof on the harbour house?", "Will there be a roof on it when?")
    assert made.shared == ("roof",)
    made = pair("Who is in the harbour house?", "Who will be at the harbour house?")
    assert made.shared == ()  # all of the filling has those words


def test_meaning_tells_more_of_what_is_nearer_than_others() -> None:
    near = pair("Who mends the roof?", "Who will be mending roofs?", meaning=True).figures
    far = pair("Who mends the roof?", "Until when may one vote?", meaning=True).figures
    for name in ("meaning", "nearer than others", "one has all parts of the other"):
        assert near[name] > far[name]
    assert near["each has all parts of the other"] <= near["one has all parts of the other"]
    # An answer that only one of them has speaks for it, not against it.
    said = "Whatever the sea brings is hung up to dry between two masts on the quay."
    one, other = (
        Question("a", "Who mends the roof?", answer=said),
        Question("b", "Who mends roofs?"),
    )
    figures = pair(one, other, meaning=True).figures
    assert figures["with answers"] >= figures["meaning"]
    assert figures["with answers, nearer than others"] >= figures["nearer than others"]
    answer = "The keeper mends the roof. He takes tar."
    one, other = (Question(key, "Who?", answer=answer * 2) for key in "ab")
    assert pair(one, other, meaning=True).figures["answers alike"] > 0


def test_passages_are_two_sentences_of_one_paragraph() -> None:
    assert passages_of("A is. B is. C is.\n\nD is.") == ["A is. B is.", "C is.", "D is."]
    assert passages_of(" \n\n ") == []
    assert len(passages_of("A is.\n\n" * 99)) == 12


@pytest.mark.parametrize("text", ["", "?", "Why", "Why " * 1250, "why" * 1700, "(" * 5000])
def test_short_and_long_questions_are_compared_in_no_time(text: str) -> None:
    start = time.perf_counter()
    made = pair(text, text, meaning=True)
    assert all(math.isfinite(figure) for figure in made.figures.values())
    pair(text, "Who mends the roof?", meaning=True)
    assert time.perf_counter() - start < 2


# Judgements


def evidence(figures: Mapping[str, float] | None = None, **more: Any) -> Evidence:
    nothing: dict[str, Any] = {
        "shared": (), "across": (), "links": (), "copies": False, "bars": (), "walls": (),
    }  # fmt: skip
    return Evidence(figures or {}, **{**nothing, **more})


@pytest.mark.parametrize("weights", [SEMANTIC, WORDS], ids=["semantic", "words"])
@tries(60)
@given(data=st.data())
def test_a_figure_speaks_the_way_of_its_weight(weights: Weights, data: st.DataObject) -> None:
    share = st.floats(0, 1)
    figures = {name: data.draw(share, label=name) for name in weights.of}
    name = data.draw(st.sampled_from(sorted(weights.of)))
    low, high = sorted((figures[name], data.draw(share)))
    one, other = (
        judge(evidence({**figures, name: figure}), weights).probability for figure in (low, high)
    )
    assert (one <= other) if weights.of[name] > 0 else (one >= other)
    assert round(one, 4) == one


def test_a_probability_is_a_logistic_function() -> None:
    weights = Weights(-1.0, {"words": 3.0})
    assert judge(evidence({"words": 0.5, "unknown": 9.0}), weights).probability == 0.6225
    assert judge(evidence({"words": 1e9}), weights).probability == 1
    assert judge(evidence({"words": -1e9}), weights).probability == 0


def test_weights_are_of_figures_that_there_are() -> None:
    figures = pair("Who mends it?", "Who?", meaning=True).figures
    assert set(SEMANTIC.of) <= set(figures)
    assert set(WORDS.of) <= set(pair("Who mends it?", "Who?").figures)


def test_copies_are_nearly_certain_and_neither_barred_nor_walled() -> None:
    more: Any = {"bars": ("no rare word",), "walls": ("figures",)}
    made = judge(evidence(copies=True, **more), WORDS)
    assert made.probability == COPIES
    assert not made.barred
    assert not made.walled
    made = judge(evidence(**more), WORDS)
    assert made.barred
    assert made.walled
    assert judge(evidence(bars=("x",)), WORDS)[1:3] == (True, False)


def test_why_names_what_is_shared_and_what_speaks_against_it() -> None:
    assert why(evidence()) == "a few words in common"
    made = evidence(
        {"nearer than others": 0.4, "meaning": 0.9, "answers alike": 0.3, "same day": 1.0,
         "asks otherwise": 1.0},
        shared=("roof", "tar", "oslo", "boat", "ann"), across=("oslo", "board"),
        links=("Help:Tar",), walls=("one of them denies",), bars=("they name different bodies",),
    )  # fmt: skip
    assert why(made) == (
        "both say 'roof', 'tar', 'oslo', 'boat'; one is answered with 'board', which the other "
        "names; both link to 'Help:Tar'; nearer in meaning than others; their answers say much "
        "the same; but one of them denies, they name different bodies, they ask in different "
        "ways, asked in one conversation"
    )
    copies = evidence({"asks otherwise": 1.0}, copies=True, walls=("x",), bars=("y",))
    assert why(copies) == "they differ in small words only"
    assert why(evidence({"meaning": 0.4})) == "near in meaning"


def test_the_least_fitted_share_that_is_enough_is_gone_by() -> None:
    weights = Weights(0.0, {}, {0.9: 0.5, 0.8: 0.3, 0.95: 0.75})
    asked = (0.0, 0.8, 0.81, 0.9, 0.95, 0.951, 0.995, 1.0)
    assert [weights.bound(share) for share in asked] == [
        0.3, 0.3, 0.5, 0.5, 0.75, COPIES, 0.995, 1.0,
    ]  # fmt: skip
    assert Weights(0.0, {}).bound(0.5) == COPIES
    for fitted in (SEMANTIC, WORDS):
        bounds = [fitted.bound(share / 100) for share in range(101)]
        assert bounds == sorted(bounds)


# Candidates


def test_each_meets_its_nearest_and_copies_always_meet() -> None:
    copies = [Question(f"a{i:03}", "Who mends the roof of the house?") for i in range(500)]
    lone = Question("b", "Who else mends a roof?")
    made = corpus(*copies, lone)
    pairs = by_words(made, range(len(made)))
    assert all(a < b for a, b in pairs)
    assert {(0, n) for n in range(1, 500)} <= pairs
    assert any(500 in each for each in pairs)
    assert len(pairs) <= len(made) * (NEAREST + 1)
    assert by_words(made, []) == set()
    assert {n for each in by_words(made, [500]) for n in each} >= {500}
    assert all(500 in each for each in by_words(made, [500]))


def test_copies_meet_even_where_others_have_all_their_words() -> None:
    text = "Who mends the roof of the house?"
    others = [Question(f"a{i:02}", f"{text} With tar number {i}, or how?") for i in range(30)]
    made = corpus(*others, Question("b", text), Question("c", text))
    assert (30, 31) in by_words(made, [31])


@pytest.mark.parametrize("shape", ["Tea {}?", "Tea with {}?", "Tea {} tea {}", "Tea tea tea"])
def test_a_word_that_all_share_takes_no_time(shape: str) -> None:
    made = Corpus(
        [Question(f"{i:04}", shape.format(f"w{i}", f"w{i % 3}")) for i in range(5000)],
        acronyms={},
    )
    start = time.perf_counter()
    pairs = by_words(made, range(5000))
    assert time.perf_counter() - start < 8
    assert len(pairs) <= 5000 * (NEAREST + 1)


def test_the_background_is_questions_and_each_is_there_once() -> None:
    assert len(set(BACKGROUND)) == len(BACKGROUND)
    assert all(each.endswith("?") for each in BACKGROUND)
