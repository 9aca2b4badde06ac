"""Sentences of questions, and those that ask."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.consolidate.sentences import asking, pairs, sentences
from wikifaq.transcript.words import LANGUAGES

ENGLISH = (LANGUAGES["en"],)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *'()"“”「」。？',
                *(". ", "? ", "! ", "...", "… ", "؟ ", "। ", "; ", "[…] ", "\n\n", "\n* "),
                *(" e.g. ", " U.S. ", "1. ", "What ", "tea ", "https://a.b/?"),
            ]
        ),
        st.text(max_size=6),
    ),
    max_size=40,
).map("".join)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def asked(text: str) -> list[str]:
    return [text[start:end] for start, end in asking(text, ENGLISH)]


@tries(300)
@given(TEXTS)
def test_every_sign_is_in_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(
        text.split()
    )
    for start, end in spans:
        assert text[start:end]
        assert text[start:end] == text[start:end].strip()
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@tries(200)
@given(TEXTS)
def test_what_asks_is_among_the_sentences(text: str) -> None:
    spans = sentences(text)
    assert [span for span in spans if span in asking(text)] == asking(text)


@tries(200)
@given(TEXTS)
def test_brackets_have_partners(text: str) -> None:
    for start, end in pairs(text):
        assert start < end
        assert not any(start < left < end < right for left, right in pairs(text))


@pytest.mark.parametrize(
    "parts",
    [
        ["The tea is hot.", "Why is it?"],
        ["Ask Dr. Jones or Mrs. Li.", "Who knows more?"],
        ["Bring e.g. a cup, i.e. yours.", "Is that all?"],
        ["It costs 3.5 coins.", "Or does it?"],
        ["J. R. Miller wrote it in the U.S. Army.", "Who reads it?"],
        ["We lived in the U.S.", "What now?"],
        ["Cups, spoons etc. are here.", "We need pots, jars etc.", "Where are they?"],
        ["See no. 5 and fig. 3 of it.", "No.", "It is gone."],
        ["It opened in 1990.", "Then it closed."],
        ["1. Who pours?", "2. Who drinks?"],
        ["(1) When is it, and (2) where is it?", "(3) Why?"],
        ["Really?!", "Yes!!", "Hm...", "What?"],
        ["Well… let me see.", "So... it is late."],
        ["“Is it late?” she asked.", "He said “No.”", "Who is right?"],
        ['They wrote "We are late. Why? Nobody knows." to us.', "What now?"],
        ["It is late (is it? I can't see.) and cold.", "(Very cold.)", "Is it?"],
        ['"Tea [...] And cake" is what they said.', "Is it so?"],
        ["what is this?", "nobody knows.", "can you say?"],
        ["See https://tea.example/?q=hot for more.", "Is it there?"],
        ["The signs are <>.", "Who reads them?"],
        ["茶は熱いですか？", "はい。", "「なぜ？」と彼は聞いた。"],
        ["茶热吗？", "他说：“为什么？”我不知道。"],
        ["هل الشاي ساخن؟", "نعم."],
        ["चाय गरम है।", "क्यों?"],
        ["Πού είναι το τσάι;", "Ποιος ξέρει;"],
        ["¿Dónde está?", "¡Aquí!"],
        ["Am 3. Mai, z. B. um elf, gab es Tee.", "Warum?"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    space = "" if parts[0][-1] in "。？" else " "
    assert split(space.join(parts)) == parts


def test_line_breaks_part_paragraphs_and_items_and_no_lines() -> None:
    assert split("About tea\n\nWhy is it\nhot\n* Who pours\n2) Who drinks") == [
        "About tea",
        "Why is it\nhot",
        "* Who pours",
        "2) Who drinks",
    ]


def test_what_asks_is_told_by_its_mark_else_by_its_words() -> None:
    assert asked("It is hot. Why is it? Where do I pour it.") == ["Why is it?"]
    assert asked("It is hot. Where do I pour it. Thanks.") == ["Where do I pour it."]
    assert asked("See https://tea.example/?q=1 please. It is hot.") == []
    assert asked("See https://tea.example/a?") == ["See https://tea.example/a?"]
    assert asking("Where do I pour it") == []
