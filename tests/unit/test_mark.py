"""The marks of questions and answers: in all their spellings, and what only looks like one."""

from __future__ import annotations

import pytest

from wikifaq.model import Page
from wikifaq.transcript import read
from wikifaq.transcript.mark import counts, mark, marks_in_lines
from wikifaq.transcript.words import LANGUAGES

ENGLISH = (LANGUAGES["en"],)


def marked(text: str, *codes: str) -> tuple[str, str] | None:
    """What the mark at the start of a text opens, and the words after it."""
    found = mark(text, 0, len(text), tuple(LANGUAGES[code] for code in codes) or ENGLISH)
    return found and (found.kind, text[found.end :])


@pytest.mark.parametrize(
    "text",
    [
        "Q: Why?",
        "Q. Why?",
        "Q : Why?",
        "Q - Why?",
        "Q – Why?",
        "(Q) Why?",
        "[Q] Why?",
        "[Q]: Why?",
        "(Q): Why?",
        "Question: Why?",
        "question: Why?",
        "QUESTION: Why?",
        "Question. Why?",
        "(Question) Why?",
        "\tQ:\tWhy?",
        ": Q: Why?",
        "Q:Why?",
    ],
)
def test_letters_and_words_with_a_sign_are_marks(text: str) -> None:
    assert marked(text) == ("question", "Why?")


@pytest.mark.parametrize(
    "text",
    [
        "Q1: Why?",
        "Q12. Why?",
        "Q 3: Why?",
        "Q 2a: Why?",
        "Q#4: Why?",
        "(Q5) Why?",
        "Question 6: Why?",
        "Question #7: Why?",
        "Question № 8: Why?",
        "'''Q9:''' Why?",
        "'''Question 10.''' Why?",
    ],
)
def test_a_mark_may_have_a_number(text: str) -> None:
    assert marked(text) == ("question", "Why?")


@pytest.mark.parametrize(
    "text",
    [
        "'''Q:''' Why?",
        "'''Q''': Why?",
        "'''Q.''' Why?",
        "''Question'': Why?",
        "''Question:'' Why?",
        "'''''Q:''''' Why?",
        "'''(Q)''' Why?",
        "''' Q: ''' Why?",
    ],
)
def test_bold_and_italic_around_a_mark_go_with_it(text: str) -> None:
    found = mark(text, 0, len(text), ENGLISH)
    assert found is not None
    assert (text[found.end :], found.bold) == ("Why?", "")


def test_bold_around_mark_and_words_is_still_open_after_the_mark() -> None:
    text = "'''Q: Why?'''"
    found = mark(text, 0, len(text), ENGLISH)
    assert found is not None
    assert (text[found.end :], found.bold) == ("Why?'''", "'''")


@pytest.mark.parametrize("words", ["'''Why?'''", "''Why'' now?", "'''''Why?'''''"])
def test_bold_that_begins_after_a_mark_belongs_to_the_words(words: str) -> None:
    for between in (" ", ""):
        text = f"Q:{between}{words}"
        found = mark(text, 0, len(text), ENGLISH)
        assert found is not None
        assert text[found.end :].strip() == words
        assert found.bold == ""


@pytest.mark.parametrize(
    "text", ["Q:&nbsp;Why?", "Q&nbsp;: Why?", "'''Q'''&nbsp;: Why?", "Q&nbsp;:&nbsp;Why?"]
)
def test_a_space_that_does_not_break_is_a_space(text: str) -> None:
    assert marked(text) == ("question", "Why?")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("A: So.", "answer", "So."),
        ("A1. So.", "answer", "So."),
        ("(A) So.", "answer", "So."),
        ("Answer: So.", "answer", "So."),
        ("Response: So.", "answer", "So."),
        ("Reply – So.", "answer", "So."),
        ("'''Answer:''' So.", "answer", "So."),
        ("C: So.", "comment", "So."),
        ("Comment: So.", "comment", "So."),
        ("(C) So.", "comment", "So."),
    ],
)
def test_answers_and_comments_have_marks_too(text: str, kind: str, words: str) -> None:
    assert marked(text) == (kind, words)


@pytest.mark.parametrize(
    ("text", "codes", "kind", "words"),
    [
        ("Frage: Warum?", "de", "question", "Warum?"),
        ("'''Frage 3.''' Warum?", "de", "question", "Warum?"),
        ("F: Warum?", "de", "question", "Warum?"),
        ("Antwort: Darum.", "de", "answer", "Darum."),
        ("Question : Pourquoi ?", "fr", "question", "Pourquoi ?"),
        ("R : Voilà.", "fr", "answer", "Voilà."),
        ("Réponse&nbsp;: Voilà.", "fr", "answer", "Voilà."),
        ("P: ¿Por qué?", "es", "question", "¿Por qué?"),
        ("Respuesta: Sí.", "es", "answer", "Sí."),
        ("Domanda: Perché?", "it", "question", "Perché?"),
        ("Pergunta: Por quê?", "pt", "question", "Por quê?"),
        ("Vraag: Waarom?", "nl", "question", "Waarom?"),
        ("Вопрос 2. Почему?", "ru", "question", "Почему?"),
        ("В: Почему?", "ru", "question", "Почему?"),
        ("О: Так.", "ru", "answer", "Так."),
        ("Питання: Чому?", "uk", "question", "Чому?"),
        ("Pytanie: Dlaczego?", "pl", "question", "Dlaczego?"),
        ("سؤال: لماذا؟", "ar", "question", "لماذا؟"),
        ("ج: نعم", "ar", "answer", "نعم"),
        ("प्रश्न: क्यों?", "hi", "question", "क्यों?"),
        ("उत्तर: हाँ", "hi", "answer", "हाँ"),
        ("質問：なぜですか", "ja", "question", "なぜですか"),
        ("問1：なぜですか", "ja", "question", "なぜですか"),
        ("答え：はい", "ja", "answer", "はい"),
        ("问：为什么？", "zh", "question", "为什么？"),
        ("Q：为什么？", "zh", "question", "为什么？"),
        ("Q、为什么？", "zh", "question", "为什么？"),
        ("（问）为什么？", "zh", "question", "为什么？"),
        ("【答】是的", "zh", "answer", "是的"),
        ("'''问：'''为什么？", "zh", "question", "为什么？"),
    ],
)
def test_marks_of_other_languages(text: str, codes: str, kind: str, words: str) -> None:
    assert marked(text, codes) == (kind, words)


def test_chinese_marks_are_known_on_a_page_of_any_language() -> None:
    assert marked("问：为什么？", "en") == ("question", "为什么？")
    assert marked("答：是的", "ru") == ("answer", "是的")


def test_a_mark_is_what_the_likeliest_language_says() -> None:
    assert marked("C: So.", "fr", "en") == marked("C: So.", "en", "fr") == ("comment", "So.")
    assert marked("В: Так.", "ru", "en") == ("question", "Так.")
    assert marked("P: So.", "en") is None


def test_a_letter_is_told_from_a_word() -> None:
    texts = ("Q: Why?", "问：为什么？", "Question: Why?", "Frage: Warum?")
    found = [mark(text, 0, len(text), (LANGUAGES["en"], LANGUAGES["de"])) for text in texts]
    assert [each and each.letter for each in found] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "codes", "name", "words"),
    [
        ("Question from Ana Bo: Why?", "en", "Ana Bo", "Why?"),
        ("Question by Ana: Why?", "en", "Ana", "Why?"),
        ("Q (Ana Bo): Why?", "en", "Ana Bo", "Why?"),
        ("'''Question (Ana):''' Why?", "en", "Ana", "Why?"),
        ("'''Q''' (Ana): Why?", "en", "Ana", "Why?"),
        ("Frage von Ana Bo: Warum?", "de", "Ana Bo", "Warum?"),
        ("Question de Ana : Pourquoi ?", "fr", "Ana", "Pourquoi ?"),
        ("Вопрос от Анны: Почему?", "ru", "Анны", "Почему?"),
        ("Question: Why?", "en", None, "Why?"),
    ],
)
def test_a_mark_may_name_who_asks(text: str, codes: str, name: str | None, words: str) -> None:
    found = mark(text, 0, len(text), (LANGUAGES[codes],))
    assert found is not None
    assert (found.name, text[found.end :]) == (name, words)


@pytest.mark.parametrize(
    "text",
    [
        # Small letters number the points of a list.
        "a. first",
        "a: first",
        "(a) first",
        "c) third",
        "q: why",
        # Words that begin with a mark, or with its letter.
        "Questions: two",
        "Questionable: yes",
        "Quite: so",
        "Quiet",
        "Answers: two",
        "Above all: tea",
        "Comments: two",
        # Words that are no marks without a sign.
        "Q",
        "Question",
        "A question: why?",
        "Question and answer",
        "Question time: at four",
        "Question 1 of 3: why?",
        "Question, and then some",
        "Question from the floor: why?",
        "Answer key",
        "'''Q",
        # Letters that mean something else.
        "Q&A",
        "Q&A: the hour",
        "Q/A: the hour",
        "A/B: a test",
        "A+: very good",
        "C++: a language",
        "C#: a language",
        "R: a language",
        "A-1 is a road",
        "Q-tips",
        "Q 2024: the first quarter",
        "A.D. 350",
        "A.1 is a road",
        "C.S. is a subject",
        "A [[cup]]: blue",
        # Bold letters that a word begins with.
        "'''A'''bove",
        "'''Q'''uestions",
        "'''A''' cup",
        # Brackets that are never closed, addresses, nothing.
        "(Q Why?",
        "http://example.org",
        "",
        " ",
    ],
)
def test_what_only_looks_like_a_mark(text: str) -> None:
    assert marked(text) is None


@pytest.mark.parametrize("text", ["F: Frost", "P: pressure", "R: a language", "В: Так", "D: a"])
def test_letters_of_other_languages_mark_nothing(text: str) -> None:
    assert marked(text, "en") is None


@pytest.mark.parametrize(
    "text", ["'''Question'''", "'''Q'''", "'''Question:'''", "''Q:''", "Question:", "Q:", "(Q)"]
)
def test_a_mark_may_stand_alone_on_its_line(text: str) -> None:
    assert marked(text) == ("question", "")


def test_a_mark_is_looked_for_in_its_stretch_only() -> None:
    text = "So. Q: Why? A: So."
    found = mark(text, 4, 11, ENGLISH)
    assert found is not None
    assert text[found.end : 11] == "Why?"
    assert mark(text, 0, len(text), ENGLISH) is None
    assert mark(text, 4, 5, ENGLISH) is None


def test_lines_that_open_with_marks_are_found_but_for_the_first() -> None:
    text = "Q: Why?\nA: So.\nand so on\n1) one\n(2) two\n'''Q:''' Where?\n10. ten"
    found = list(marks_in_lines(text, 0, len(text), ENGLISH))
    assert [text[at:].split("\n", maxsplit=1)[0] for at in found] == [
        "A: So.",
        "1) one",
        "(2) two",
        "'''Q:''' Where?",
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [("1) one", 1), ("(1) one", 1), ("'''1)''' one", 1), ("12) twelve", 12)],
)
def test_sub_questions_count_with_a_number_and_a_bracket(text: str, number: int) -> None:
    span = (0, len(text))
    assert counts(text, span)
    assert counts(text, span, number)
    assert not counts(text, span, number + 1)


@pytest.mark.parametrize("text", ["1. one", "1 one", "a) one", "the (1) one", "2024) a year", ""])
def test_other_numbers_count_nothing(text: str) -> None:
    assert not counts(text, (0, len(text)))


# What a letter is, the page tells.


def told(text: str) -> list[tuple[str, list[tuple[str | None, str]]]]:
    entries = read(Page("Tea hour 2024-05-06", text)).entries
    return [(e.question, [(turn.speaker, turn.text) for turn in e.answer]) for e in entries]


def test_an_initial_is_no_mark_where_questions_have_a_colon() -> None:
    assert told(
        "* Q: Why is it hot?\n** A. Smith: We boil it.\n"
        "* Q: Where is it?\n** A. Smith: In the pot.\n"
    ) == [
        ("Why is it hot?", [("A. Smith", "We boil it.")]),
        ("Where is it?", [("A. Smith", "In the pot.")]),
    ]


def test_a_full_stop_is_a_mark_s_where_questions_have_it() -> None:
    assert told("Q. Why is it hot?\n\nA. Ana: We boil it.\n\nQ. Where is it?\n\nA. Here.") == [
        ("Why is it hot?", [("Ana", "We boil it.")]),
        ("Where is it?", [(None, "Here.")]),
    ]


def test_a_mark_inside_an_answer_s_sentence_opens_nothing() -> None:
    assert told(
        "Q: Why is it hot?\n\nA: Vitamin A: none, and vitamin C: little.\n\n"
        "Q: Where is it?\n\nA: In the cup, see Q: above."
    ) == [
        ("Why is it hot?", [(None, "Vitamin A: none, and vitamin C: little.")]),
        ("Where is it?", [(None, "In the cup, see Q: above.")]),
    ]


def test_one_letter_among_answers_is_no_mark() -> None:
    assert told(
        "* Which cups do you have?\n** A: a blue one.\n* Where are they?\n** Here.\n"
        "* When is tea?\n** At four."
    )[0] == ("Which cups do you have?", [(None, "A: a blue one.")])


@pytest.mark.parametrize(
    "text",
    [
        "Why is it hot?\nA: We boil it.\n\nWhere is it?\nA: Here.",
        "* Why is it hot?\n** A: We boil it.\n* Where is it?\n** A: Here.",
        "== Why is it hot? ==\nA: We boil it.\n== Where is it? ==\nA: Here.",
        "'''Why is it hot?'''\n\nA: We boil it.\n\n'''Where is it?'''\n\nA: Here.",
    ],
)
def test_answers_alone_may_be_marked(text: str) -> None:
    assert told(text) == [
        ("Why is it hot?", [(None, "We boil it.")]),
        ("Where is it?", [(None, "Here.")]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "* Question for Bo: Why is it hot?\n** We boil it.\n* Where is it?\n** Here.",
        "Question for Bo: Why is it hot?\n\nAnswer: We boil it.\n\nQuestion: Where?\n\nAnswer: Here.",
        "* For Bo - why is it hot?\n** We boil it.\n* Where is it?\n** Here.",
    ],
)
def test_who_is_asked_is_not_who_asks(text: str) -> None:
    first = read(Page("Tea hour 2024-05-06", text)).entries[0]
    assert (first.asker, first.addressee) == (None, "Bo")


def test_who_answers_may_be_named_with_the_mark() -> None:
    assert told("Q: Why is it hot?\n\nA (Bo): We boil it.\n\nQ: Where is it?\n\nA: Here.") == [
        ("Why is it hot?", [("Bo", "We boil it.")]),
        ("Where is it?", [(None, "Here.")]),
    ]


@pytest.mark.parametrize("tag", ["pre", "nowiki", "syntaxhighlight"])
def test_marks_within_verbatim_tags_mark_nothing(tag: str) -> None:
    assert told(
        f"Q: Why is it hot?\n\nA: We write <{tag}>\nQ: who\nA: me\n</{tag}>.\n\n"
        "Q: Where is it?\n\nA: Here."
    ) == [
        ("Why is it hot?", [(None, "We write Q: who A: me .")]),
        ("Where is it?", [(None, "Here.")]),
    ]
