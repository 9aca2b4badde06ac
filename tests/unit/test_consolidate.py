"""Entries into the FAQ: what is merged, where it stands, and that order makes no difference."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.config import load
from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.faq import consolidate
from wikifaq.consolidate.likeness import likeness, nearest
from wikifaq.consolidate.recurrence import ByWords
from wikifaq.model import Page, Transcript
from wikifaq.transcript import read
from wikifaq.transcript.identity import normal

if TYPE_CHECKING:
    from pathlib import Path

ENGINE = ByWords(acronyms={"UCoC": "Universal Code of Conduct"})


def same(*texts: str) -> bool:
    groups = ENGINE.group([Question(str(i), text) for i, text in enumerate(texts)]).group
    return len(set(groups.values())) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("When will the elections be held?", "When will the election be held"),
        ("How do I report harassment?", "How, please, do I report harassment?"),
        ("When is the UCoC revised?", "When is the Universal Code of Conduct (UCoC) revised?"),
        ("What’s the team's budget?", "What's the team's budget?"),
        (
            "How long does the safety team take to answer a letter from volunteers",
            "How long does the safety team take to answer a letter from volunteers now, usually?",
        ),
    ],
)
def test_near_copies_are_one(texts: tuple[str, ...]) -> None:
    assert same(*texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("How much money is in the travel fund?", "How much money is in the emergency fund?"),
        ("Can I get a grant?", "Can't I get a grant?"),
        ("When is the vote held?", "Why is the vote held?"),
        ("Who chairs the board election of 2022?", "Who chairs the board election of 2023?"),
        ("Why?", "Why?!"),
        ("Do you fund events?", "Do you fund remote events?"),
    ],
)
def test_what_only_looks_alike_is_not(texts: tuple[str, ...]) -> None:
    assert not same(*texts)


def test_a_question_that_follows_another_stays_alone() -> None:
    groups = ENGINE.group(
        [
            Question("1", "Is this the plan for tea?", follows="0"),
            Question("2", "Is this the plan for tea?"),
        ]
    ).group
    assert groups["1"] != groups["2"]


@tries(100)
@given(st.permutations(range(12)))
def test_grouping_does_not_depend_on_order(order: list[int]) -> None:
    texts = [
        f"How {'much' if i % 2 else 'many'} {'tea' if i % 3 else 'cups of tea'} "
        f"{'please ' if i % 4 else ''}do we need for the party?"
        for i in range(12)
    ]
    questions = [Question(f"q{i}", text) for i, text in enumerate(texts)]
    expected = ENGINE.group(questions)
    assert ENGINE.group([questions[i] for i in order]) == expected


def test_suggestions_are_ranked_and_say_why() -> None:
    questions = [
        Question("a", "Who mends the roof of the tea house?"),
        Question("b", "Is there anybody who mends the roof?"),
        Question("c", "What is the colour of the sea?"),
    ]
    pairs = ENGINE.group(questions).suggestions
    assert (pairs[0].a, pairs[0].b) == ("a", "b")
    assert "roof" in pairs[0].why
    assert all(0 <= pair.score <= 1 for pair in pairs)
    assert len({frozenset((p.a, p.b)) for p in pairs}) == len(pairs)


def test_a_question_is_known_again_by_its_likeness(examples: list[Transcript]) -> None:
    questions = {e.id: e.question for t in examples for e in t.entries if len(e.question) > 40}
    fingerprints = {key: likeness(question, 7) for key, question in questions.items()}
    typos = {
        key: question[:at] + question[at + 1] + question[at] + question[at + 2 :]
        for key, question in questions.items()
        for at in [len(question) // 2]
    }
    known = [key for key, typo in typos.items() if nearest(typo, 7, fingerprints) == key]
    assert len(known) >= 0.95 * len(questions)
    assert nearest("Who waters the keeper's geraniums in winter?", 7, fingerprints) is None
    assert not any(nearest(question, 8, fingerprints) for question in questions.values())


@pytest.fixture(scope="module")
def examples(root: Path) -> list[Transcript]:
    pages = root / "wikifaq" / "examples" / "pages"
    return [
        read(
            Page(
                str(file.relative_to(pages)).removesuffix(".wikitext"),
                file.read_text("utf-8"),
                1 + i,
                1,
            )
        )
        for i, file in enumerate(sorted(pages.rglob("*.wikitext")))
        if file.name != "de.wikitext"
    ]


def test_examples_are_read_as_judged_by_hand(root: Path, examples: list[Transcript]) -> None:
    gold = json.loads((root / "wikifaq/examples/gold.json").read_text("utf-8"))
    pages = [t for t in examples if t.entries]
    assert len(pages) >= 5
    for transcript in pages:
        found = [e.question for e in transcript.entries if e.kind == "question" and e.answer]
        assert [*map(normal, found)] == [*map(normal, gold[transcript.title]["questions"])]
    assert sum(len(t.entries) for t in pages) >= 60
    assert sorted(t.kind for t in examples if not t.entries) == ["irc-log", "none"]


def test_examples_merge_what_recurs_and_nothing_else(
    root: Path, examples: list[Transcript]
) -> None:
    gold = json.loads((root / "wikifaq/examples/gold.json").read_text("utf-8"))
    config = load(root / "wikifaq/examples/wikifaq.toml")
    faq = consolidate(examples, topics=config.topics, engine=ByWords(acronyms=config.acronyms))

    def key(named: str) -> str:
        title, _, index = named.rpartition("#")
        return normal(gold[title]["questions"][int(index)])

    merged = {
        frozenset(map(normal, (a.entry.question, b.entry.question)))
        for entry in faq.entries
        for a, b in combinations(entry.answers, 2)
    }
    allowed = {frozenset(map(key, pair)) for pair in gold["same"]}
    wanted = {frozenset(map(key, pair)) for pair in gold["near_copies"]}
    assert wanted <= merged
    assert merged <= allowed
    assert len({entry.topic for entry in faq.entries}) >= 6


def test_the_faq_does_not_depend_on_the_order_of_pages(
    root: Path, examples: list[Transcript]
) -> None:
    config = load(root / "wikifaq/examples/wikifaq.toml")

    def made(transcripts: list[Transcript]) -> object:
        return consolidate(
            transcripts, topics=config.topics, engine=ByWords(acronyms=config.acronyms)
        )

    assert made(examples) == made(examples[::-1]) == made(examples[3:] + examples[:3])


def test_real_transcripts_merge_nothing_wrong(transcripts: Path) -> None:
    recurrence = json.loads((transcripts / "gold" / "recurrence.json").read_text("utf-8"))
    questions = [
        Question(entry["id"], entry["question"])
        for file in sorted((transcripts / "gold").glob("2*.json"))
        for entry in json.loads(file.read_text("utf-8"))["entries"]
        if entry["kind"] == "question"
    ]
    acronyms = load(None).acronyms
    groups = ByWords(acronyms=acronyms).group(questions).group
    allowed = {
        frozenset(pair)
        for kind in ("same", "related")
        for group in recurrence[kind]
        for pair in combinations(group, 2)
    }
    merged = {
        frozenset((a.id, b.id))
        for a, b in combinations(questions, 2)
        if groups[a.id] == groups[b.id]
    }
    assert merged <= allowed
