"""How sure each entry is, which doubts are told, and what of a page was not understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from test_forms import FAQ, HOUR, PAGES

from wikifaq.model import Page, Span, Transcript
from wikifaq.transcript import read
from wikifaq.transcript.candidate import Candidate, Evidence, Reading

if TYPE_CHECKING:
    from wikifaq.model import Entry

LIST = "* Why is it hot?\n** We boil it.\n* Where is it?\n** In the pot."


def found(text: str, title: str = HOUR) -> Transcript:
    return read(Page(title, text))


def unread(text: str, title: str = HOUR) -> list[str]:
    return [text[start:end] for start, end in found(text, title).unrecognised]


def entry(text: str, question: str, title: str = HOUR) -> Entry:
    """The entry of a page whose question begins so."""
    (one,) = [each for each in found(text, title).entries if each.question.startswith(question)]
    return one


# Each entry says how it was found.


@pytest.mark.parametrize(("form", "text"), PAGES)
def test_questions_with_answers_are_sure_in_every_form(form: str, text: str) -> None:
    transcript = found(text)
    assert transcript.warnings == () or form == "signed"
    for one in transcript.entries:
        assert one.form.startswith(form)
        assert 0.85 <= one.score <= 1
        assert re.search(r"\d of \d", one.why)
        assert "this one" not in one.why


def test_a_list_s_form_names_its_marks() -> None:
    assert {one.form for one in found(LIST).entries} == {"list *"}
    assert {one.form for one in found(LIST.replace("*", "#")).entries} == {"list #"}


def test_forms_that_are_explicit_are_surer_than_those_that_are_not() -> None:
    marked = "Q: Why is it hot?\n\nA: We boil it.\n\nQ: Where is it?\n\nA: In the pot."
    plain = (
        "Why is it hot?\n\nWe boil it.\n\nWhere is it?\n\nIn the pot.\n\nWhen is it?\n\nAt four."
    )
    scores = [found(text).entries[0].score for text in (marked, LIST, plain)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_an_entry_that_asks_nothing_is_less_sure_and_says_so() -> None:
    text = LIST.replace("\n* Where", "\n* Tell us of milk.\n** It is white.\n* Where")
    asked, told = entry(text, "Why"), entry(text, "Tell")
    assert told.score < asked.score < entry(LIST, "Why").score
    assert "2 ask" in told.why
    assert told.why.endswith("this one asks nothing")
    assert "this one" not in asked.why


def test_a_question_without_an_answer_is_less_sure_and_says_so() -> None:
    text = LIST.replace("\n* Where", "\n* When is it?\n* Where")
    open_one = entry(text, "When")
    assert open_one.answer == ()
    assert open_one.score < entry(text, "Why").score
    assert "2 of 3 are answered" in open_one.why
    assert open_one.why.endswith("this one has no answer")


def test_headings_say_how_many_of_their_level_ask() -> None:
    text = "== Why is it hot? ==\nWe boil it.\n== Milk ==\nIt is white.\n== Where is it? ==\nHere."
    assert entry(text, "Why", FAQ).why.startswith("2 of 3 headings of level 2")
    assert entry(text, "Milk", FAQ).score <= entry(text, "Why", FAQ).score < 1


def test_parts_of_a_question_are_as_sure_as_others() -> None:
    text = (
        "; Two things.\n: 1) Is it hot?\n: Yes.\n: 2) Is it black?\n: No.\n; Where is it?\n: Here."
    )
    entries = found(text).entries
    assert len({one.score for one in entries}) == 1
    assert not [one.why for one in entries if "this one" in one.why]


def test_a_nested_question_has_the_evidence_of_its_form() -> None:
    text = LIST.replace("boil it.", "boil it.\n*** If so, does it burn?\n**** At first.")
    nested = entry(text, "If so")
    assert (nested.form, nested.score) == ("list *", entry(text, "Why").score)


def test_a_reading_is_scored_by_what_is_answered_and_what_asks() -> None:
    def reading(*told: tuple[bool, bool], prior: float = 1.0) -> Reading:
        span = (Span(0, 1),)
        return Reading(
            "list *", [Candidate(span, 0, 1, 1, asks, answered) for asks, answered in told], prior
        )

    both, silent, unanswered = (True, True), (False, True), (True, False)
    assert reading(both).score == 1
    assert reading(both, prior=0.6).score == pytest.approx(0.6)
    assert reading(both, silent).score == pytest.approx(0.75)
    assert reading(both, unanswered).score == pytest.approx(0.5)
    assert (
        reading(both).strength < reading(both, both).strength < reading(both, both, both).strength
    )
    assert reading(both, silent).asking == reading(both, unanswered).answered == 1


@pytest.mark.parametrize(
    ("asks", "answered", "doubts"), [(True, True, 0), (False, True, 1), (True, False, 1), (False, False, 2)]
)  # fmt: skip
def test_evidence_is_less_where_an_entry_differs_from_the_others(
    asks: bool, answered: bool, doubts: int
) -> None:
    all_of_them = Evidence("mark", 0.9, "2 of 2 are answered, 2 ask")
    evidence = all_of_them.of_one(asks=asks, answered=answered)
    assert (evidence.form, evidence.why.count("this one")) == ("mark", doubts)
    assert 0 < evidence.score <= 0.9
    assert (evidence.score == 0.9) == (doubts == 0)


# Doubts.


def test_a_sure_page_has_no_warning() -> None:
    assert found(LIST).warnings == ()
    notice = "It has moved. [[User:Ana|Ana]] ([[User talk:Ana|talk]]) 10:00, 1 May 2024 (UTC)"
    assert found(f"{notice}\n\n{LIST}").warnings == ()
    assert found(f"{notice}\n\n{LIST}", "Tea hour").date is None


def test_a_question_without_an_answer_is_warned_of() -> None:
    (warning,) = found(LIST.replace("\n* Where", "\n* When is it?\n* Where")).warnings
    assert "When is it?" in warning
    assert "no answer" in warning


def test_a_doubtful_entry_is_warned_of_with_its_evidence() -> None:
    text = (
        "* Why is it hot?\n** We boil it.\n* Of milk\n** White.\n* Of cups\n** Blue.\n* Where is it"
    )
    transcript = found(text)
    told = [warning for warning in transcript.warnings if "may be no question" in warning]
    doubtful = [one for one in transcript.entries if one.answer and one.score < 0.5]
    assert [one.question for one in doubtful] == ["Of milk", "Of cups"]
    assert len(told) == 2
    for one, warning in zip(doubtful, told, strict=True):
        assert one.question in warning
        assert one.why in warning


def test_a_preamble_needs_no_answer_of_its_own() -> None:
    text = "* Two things.\n* 1) Is it hot?\n** Yes.\n* 2) Is it black?\n** No.\n* Where is it?\n** Here."
    assert found(text).warnings == ()


def test_a_long_question_is_cut_in_a_warning() -> None:
    text = LIST.replace("\n* Where", f"\n* When is it {'and so on ' * 50}?\n* Where")
    (warning,) = found(text).warnings
    assert len(warning) < 120


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We drink tea.", "none"),
        ("* Why is it hot?", "none"),
        ("[18:02] <ana> why?\n" * 6, "irc-log"),
    ],
)
def test_a_page_without_entries_says_why_and_is_unread_as_a_whole(text: str, kind: str) -> None:
    transcript = found(text)
    assert (transcript.kind, transcript.entries) == (kind, ())
    assert len(transcript.warnings) == 1
    assert unread(text) == [text.strip()]


def test_an_empty_page_has_nothing_unread() -> None:
    for text in ("", "\n \n"):
        assert unread(text) == []
        assert found(text).chars == len(text)


# What was not understood.


@pytest.mark.parametrize(
    "below",
    [
        "We meet again in June.",
        "We meet again.\n\nIn June.",
        "{|\n| pot || tea\n|-\n| cup || milk\n|}",
        "== Thanks ==\nThanks to all.",
        "== Cups ==\n* blue\n* white",
        "== Cups ==\n; blue : a colour",
    ],
)
def test_what_stands_below_the_last_answer_is_unread(below: str) -> None:
    words = re.sub(r"==.*==\n|[*;:]", "", below)
    page = f"{LIST}\n\n{below}\n"
    assert [one.question for one in found(page).entries] == ["Why is it hot?", "Where is it?"]
    left = re.sub(r"\s+", " ", " ".join(unread(page)))
    assert left.split() == words.split()


@pytest.mark.parametrize(
    "below",
    [
        "[[Category:Tea]]",
        "[[fr:Thé]]\n[[de:Tee]]",
        "[[Category:Tea]]\n[[fr:Thé]]",
        "__NOTOC__",
        "----",
        "<!-- nothing -->",
        "== Thanks ==",
        "<noinclude>\n[[Category:Tea]]\n</noinclude>",
        "&nbsp;",
    ],
)
def test_what_shows_nothing_is_no_gap(below: str) -> None:
    assert unread(f"{LIST}\n\n{below}\n") == []


@pytest.mark.parametrize(
    "above",
    [
        "Welcome to the hour.\n\n* Bring a cup.",
        "{{Tea table|size=large}}",
        "{|\n| pot || tea\n|}",
        "== About ==\nWe drink tea.\n\n== Rules ==\n# Be kind.",
        "[[File:Pot.png|thumb|The pot]]",
        "The hour has moved. [[User:Ana|Ana]] ([[User talk:Ana|talk]]) 10:00, 1 May 2024 (UTC)",
    ],
)
def test_everything_above_the_first_entry_is_known(above: str) -> None:
    page = f"{above}\n\n== Questions ==\n{LIST}"
    assert [one.question for one in found(page).entries] == ["Why is it hot?", "Where is it?"]
    assert unread(page) == []


def test_what_introduces_the_entries_of_a_section_is_known() -> None:
    page = f"== First ==\n{LIST}\n\n== Second ==\nThese came by post.\n\n{LIST.replace('is it', 'are we')}"
    assert len(found(page).entries) == 4
    assert unread(page) == []


def test_prose_between_sections_of_entries_is_known_and_a_list_or_a_table_is_not() -> None:
    page = "== First ==\n{0}\n\n== Between ==\n{1}\n\n== Last ==\n{2}"
    last = LIST.replace("is it", "are we")
    assert unread(page.format(LIST, "We drank.", last)) == []
    assert unread(page.format(LIST, "* blue\n* white", last)) == ["blue", "white"]
    assert unread(page.format(LIST, "{|\n| a || b\n|}", last)) == ["{|\n| a || b\n|}"]


@pytest.mark.parametrize(
    "hidden",
    [
        "{{Tea fact|size=large}}",
        "{{Tea fact|size={{Large|very}}}}",
        "<ref>A book of tea</ref>",
        "<ref name=a>A book</ref>",
        "<gallery>\nFile:Pot.png|The pot\n</gallery>",
    ],
)
def test_what_shows_nothing_in_an_answer_though_it_holds_words_is_unread(hidden: str) -> None:
    assert unread(LIST.replace("boil it.", f"boil it. {hidden}")) == [hidden]
    assert unread(LIST.replace("is it hot?", f"is it hot?{hidden}")) == [hidden]


@pytest.mark.parametrize(
    "hidden",
    ["{{Clear}}", "{{Tea fact|5}}", "<ref name=a />", "<!-- boiled -->", "[[Category:Tea]]"],
)
def test_what_holds_no_words_is_no_gap_in_an_answer(hidden: str) -> None:
    text = LIST.replace("boil it.", f"boil it. {hidden}")
    assert entry(text, "Why").answer[0].text == "We boil it."
    assert unread(text) == []


def test_an_answer_under_sub_headings_is_read() -> None:
    text = (
        "== Why is it hot? ==\nWe boil it.\n== Where is it? ==\nHere.\n=== Colour ===\nIt is blue."
    )
    assert unread(text, FAQ) == []


@pytest.mark.parametrize(("form", "text"), PAGES)
def test_what_was_read_and_what_was_not_add_up(form: str, text: str) -> None:
    page = f"\ufeffWelcome.\r\n\r\n{text}\r\n\r\n<!-- end -->\r\n== Thanks ==\r\nThanks to {form} users."
    transcript = found(page)
    assert transcript.chars == len(page)
    read_to = 0
    for start, end in transcript.unrecognised:
        assert read_to <= start < end <= len(page)
        read_to = end
    for one in transcript.entries:
        stretches = [one.span, *(turn.span for turn in one.answer)]
        texts = [one.wikitext, *(turn.wikitext for turn in one.answer)]
        assert [page[start:end] for start, end in stretches] == texts
