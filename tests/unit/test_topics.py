"""Topics: what places a question, what people's placements teach, what is proposed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from faqs import BOT, TEMPLATES, TITLE
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.config import load, parse
from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.faq import consolidate
from wikifaq.consolidate.recurrence import ByWords
from wikifaq.consolidate.standing import Standing, Stands
from wikifaq.consolidate.topics import OTHER, Placed, Placer, Placing, fitted, propose
from wikifaq.consolidate.topics.spelling import Spelling
from wikifaq.consolidate.topics.words import STOP, stem, stems
from wikifaq.model import Page, Topic
from wikifaq.page.mark import marks
from wikifaq.page.permalink import Links
from wikifaq.publish.plan import Build, Place, plan
from wikifaq.transcript import read
from wikifaq.wiki.protocol import Revision

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

TEA = Topic("tea", "Tea", ("tea", "cup", "kettle"), (("GT", "green tea"),))
HOUSE = Topic("house", "The house", ("house", "roof", "door"), (("H&R", "Heating and Roofing"),))
BOATS = Topic("boats", "Boats", ("boat", "harbour", "sail"))
TOPICS = (TEA, HOUSE, BOATS)
TEXTS = (
    "Is the tea hot?",
    "How many cups stand in the kitchen?",
    "Who mends the roof of the house?",
    "When does the door open?",
    "Which sail does the small boat need?",
    "Where is the harbour master?",
    "What is your favourite colour?",
    "Is the kettle mended by those who mend the roof?",
    "Who sings on Sundays?",
    "Does H&R come in winter?",
    "Can GT be had cold?",
    "And who pays for that?",
)
CORPUS = tuple(
    Question(f"q{n:02}", text, follows="q02" if text.startswith("And") else None)
    for n, text in enumerate(TEXTS)
)


def placing(text: str, *topics: Topic, answer: str = "") -> Placing:
    question = Question("x", text, answer=answer)
    return Placer(topics or TOPICS).place([question])[0]


# What places a question


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Is the tea hot?", "tea"),
        ("Is GT good?", "tea"),
        ("Is it green tea?", "tea"),
        ("Who are Heating and Roofing?", "house"),
        ("Does H&R mind?", "house"),
        ("Where do the sailors go?", "boats"),
        ("Is steam hot?", OTHER),  # "tea" inside a word
        ("What is your favourite colour?", OTHER),
        ("", OTHER),
    ],
)
def test_words_place_a_question(text: str, topic: str) -> None:
    assert placing(text).topic == topic


def test_the_answer_and_the_question_before_place_what_has_no_words_of_its_own() -> None:
    assert placing("Is it hot?").topic == OTHER
    assert placing("Is it hot?", answer="The tea is, from the kettle to the cup.").topic == "tea"
    before = Question("1", "Who mends the roof of the house?")
    after = Question("2", "And who pays for that?", follows="1")
    assert Placer(TOPICS).place([after, before])[0].topic == "house"
    alone = Question("2", "And who pays for that?")
    assert Placer(TOPICS).place([alone, before])[0].topic == OTHER


def test_a_question_s_own_words_count_more_than_its_answer_s() -> None:
    made = placing("Is the tea hot?", answer="Ask at the house. Its door is open.")
    assert made.topic == "tea"


def test_a_word_of_one_topic_tells_more_than_one_of_several() -> None:
    topics = (
        Topic("a", "A", ("paint", "brush")),
        Topic("b", "B", ("paint", "ladder")),
        Topic("c", "C", ("paint", "bucket")),
    )
    assert placing("Which paint goes on the ladder?", *topics).topic == "b"


def test_a_word_within_a_longer_name_of_another_topic_tells_little() -> None:
    topics = (Topic("house", "House", ("house",)), Topic("tea", "Tea", ("tea house rules",)))
    assert placing("What do the tea house rules say?", *topics).topic == "tea"


def test_a_title_stands_in_for_keywords_where_there_are_none() -> None:
    assert placing("Who waters the geraniums?", Topic("plants", "Geraniums")).topic == "plants"
    worded = Topic("plants", "Geraniums", ("shrub",))
    assert placing("Who waters the geraniums?", worded).topic == OTHER


def test_slips_of_the_pen_are_mended() -> None:
    topics = (Topic("safety", "S", ("harassment", "committee")), TEA)
    assert placing("Who reads a report of harasment?", *topics).topic == "safety"
    spelling = Spelling(["the committee", "content"], ["a contest", "a contest again"])
    for wrong in ("comittee", "comimttee", "cammittee"):
        assert spelling.mended(f"Which {wrong}?") == "Which committee?"
    for right in ("committees", "contest", "commit", "committe", "cmmitee"):
        assert spelling.mended(right) == right


def test_no_topics_and_no_questions() -> None:
    assert Placer(()).place(CORPUS[:1])[0].topic == OTHER
    assert Placer(TOPICS).place([]) == []


def test_why_names_the_words() -> None:
    assert "'roof'" in placing("Who mends the roof?").why
    assert "says" not in placing("What is your favourite colour?").why


@tries(60)
@given(st.permutations(range(len(CORPUS))))
def test_placing_does_not_depend_on_the_order_of_the_questions(order: list[int]) -> None:
    expected = dict(zip(CORPUS, Placer(TOPICS).place(CORPUS), strict=True))
    shuffled = [CORPUS[n] for n in order]
    placed = [Placed("Is the kettle red?", "tea"), Placed("Is it far?", "boats", by_people=True)]
    assert dict(zip(shuffled, Placer(TOPICS).place(shuffled), strict=True)) == expected
    assert Placer(TOPICS, placed=placed).place(CORPUS) == Placer(TOPICS, placed=placed[::-1]).place(
        CORPUS
    )


WORDS = st.sampled_from("tea cup roof boat harbour who why when the of red blue GT H&R ?".split())
QUESTIONS = st.lists(st.lists(WORDS, max_size=9).map(" ".join), min_size=1, max_size=8)


@tries(100)
@given(
    QUESTIONS,
    st.lists(
        st.tuples(st.sampled_from(TEXTS), st.sampled_from("tea house no".split()), st.booleans()),
        max_size=4,
    ),
)
def test_every_placing_is_one(texts: list[str], placed: list[tuple[str, str, bool]]) -> None:
    questions = [Question(str(n), text) for n, text in enumerate(texts)]
    known = [Placed(text, topic, by_people=people) for text, topic, people in placed]
    for each in Placer(TOPICS, placed=known).place(questions):
        assert each.topic in {"tea", "house", "boats", OTHER}
        assert 0 <= each.confidence <= 1
        assert each.topic not in each.also
        assert set(each.also) <= {"tea", "house", "boats"}
        assert each.topic != OTHER or not each.also
        assert each.why


# What people's placements teach


def test_people_s_placements_win_over_words() -> None:
    text = "Who mends the roof of the house?"
    assert placing(text).topic == "house"
    people = [Placed(text, "boats", by_people=True)]
    made = Placer(TOPICS, placed=people).place([Question("x", text)])[0]
    assert made.topic == "boats"
    assert "that people placed here" in made.why


def test_a_placed_entry_draws_its_like() -> None:
    like = Question("x", "Who winds the old clock in the tower?")
    assert Placer(TOPICS).place([like])[0].topic == OTHER
    for people in (True, False):
        placed = [Placed("Who repairs the clock in the tower?", "house", by_people=people)]
        assert Placer(TOPICS, placed=placed).place([like])[0].topic == "house"
    other = Question("y", "What is your favourite colour?")
    assert Placer(TOPICS, placed=placed).place([other])[0].topic == OTHER


def test_an_example_draws_its_like() -> None:
    boats = Topic("boats", "Boats", examples=("Who repairs the clock in the tower?",))
    assert placing("Who winds the old clock in the tower?", TEA, boats).topic == "boats"


def test_a_placed_entry_under_a_topic_that_is_gone_says_nothing() -> None:
    placed = [Placed("Is the clock right?", "gone", by_people=True)]
    made = Placer(TOPICS, placed=placed).place([Question("x", "Is the clock right?")])
    assert made[0].topic == OTHER


# What the configuration gives


def test_the_default_configuration_names_no_question() -> None:
    topics = load(None).topics
    assert all(topic.about and topic.keywords and not topic.examples for topic in topics)
    assert not any("?" in word for topic in topics for word in (topic.about, *topic.keywords))


def test_the_default_configuration_places_what_the_team_is_asked() -> None:
    asked = {
        "Where do I appeal a decision of the U4C?": {"appeals", "ucoc"},
        "How is the Board of Trustees elected?": {"governance"},
        "Are checkusers bound by an NDA?": {"privacy"},
        "What became of the hubs after the Charter?": {"strategy"},
        "Who may write to T&S about a stalker?": {"ts"},
        "Is there a Rapid Fund for small meetups?": {"grants"},
        "Who pays for a lawyer when I'm sued?": {"legal"},
        "How are false claims and propaganda found?": {"disinformation"},
        "Did AffCom recognise the new user group?": {"affiliates"},
        "Who is in your team?": {"office"},
    }
    questions = [Question(str(n), text) for n, text in enumerate(asked)]
    made = Placer(load(None).topics).place(questions)
    wrong = [q.text for q, m in zip(questions, made, strict=True) if m.topic not in asked[q.text]]
    assert not wrong


def test_about_and_examples_are_read() -> None:
    text = (
        '[sources]\ntitles = ["A"]\n[faq]\npage = "B"\n[[topics]]\nid = "a"\ntitle = "A"\n'
        'about = "All that floats."\nexamples = ["Where is it?"]\n'
    )
    (topic,) = parse(text, "a.toml").topics
    assert (topic.about, topic.examples) == ("All that floats.", ("Where is it?",))


def test_the_fitted_numbers_name_what_there_is() -> None:
    weighed = Placer(TOPICS).weigh(CORPUS, fitted.FIRST["words"])
    names = {name for row in weighed.rows for features in row for name in features}
    for table in (fitted.FIRST, fitted.SECOND):
        assert set(table) == {"words", "vectors"}
        assert set(table["words"]) - {"bias"} <= names


# With vectors


class Letters:
    """An embedder that knows which words mean the same, and nothing else."""

    name, hash = "letters", "00"
    _MEANS = ("tea kettle cup brew", "roof tiles ceiling", "boat vessel ship")

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        numpy = pytest.importorskip("numpy")
        rows = numpy.full((len(texts), len(self._MEANS) + 27), 0.01, numpy.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                row[3 + min(26, abs(ord(word[0]) - 97))] += 0.1
                for number, same in enumerate(self._MEANS):
                    row[number] += 2 * any(word.startswith(each) for each in same.split())
        made: NDArray[np.float32] = rows / numpy.linalg.norm(rows, axis=1, keepdims=True)
        return made


def test_vectors_place_what_no_word_does() -> None:
    pytest.importorskip("numpy")
    questions = [*CORPUS, Question("x", "Which vessel is fast, and which ship?")]
    topics = (
        Topic("tea", "Tea", ("tea",)),
        Topic("boats", "Boats", ("boat",), about="Boats and ships."),
    )
    assert Placer(topics).place(questions)[-1].topic == OTHER
    placer = Placer(topics, embedder=Letters())
    made = placer.place(questions)
    assert made[-1].topic == "boats"
    assert placer.place(questions[::-1]) == made[::-1]


# What is proposed

CLOCKS = tuple(
    Question(f"{kind}{n}", text.replace("#", place))
    for kind, texts in {
        "a": ("Who winds the tower clock of #?", "Is the tower clock of # ever right?"),
        "b": (
            "How do I apply to the Lamp Oil Fund for #?",
            "What does the Lamp Oil Fund pay in #?",
        ),
        "c": (
            "Does the Harbour Master Council (HMC) meet in #?",
            "Who was voted into the HMC by #?",
        ),
        "d": ("May dogs be taken to # by train?",),
    }.items()
    for n, (text, place) in enumerate(
        (text, place) for place in ("Aldham", "Borrow", "Cawley", "Dunmere") for text in texts
    )
)


def test_titles_are_proposed_in_the_words_of_the_corpus() -> None:
    topics = propose(CLOCKS)
    titles = [topic.title for topic in topics]
    assert "Harbour Master Council" in titles
    assert "Lamp Oil Fund" in titles
    assert "Tower clock" in titles
    assert dict(next(t for t in topics if t.title == "Harbour Master Council").acronyms) == {
        "HMC": "Harbour Master Council"
    }
    made = dict(zip((q.id for q in CLOCKS), Placer(topics).place(CLOCKS), strict=True))
    clock = next(topic.id for topic in topics if topic.title == "Tower clock")
    assert all(made[key].topic == clock for key in made if key.startswith("a"))


def test_nothing_is_proposed_for_a_few_questions() -> None:
    assert propose(CLOCKS[:11]) == ()
    assert propose([]) == ()


@tries(40)
@given(st.permutations(CLOCKS))
def test_proposals_do_not_depend_on_the_order(questions: list[Question]) -> None:
    assert propose(questions) == propose(CLOCKS)


@tries(60)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                (
                    "the",
                    "of",
                    "Grand Fund",
                    "clock",
                    "asks",
                    "who",
                    "in",
                    "red",
                    "tower",
                    "Ömer",
                    "a",
                    "?",
                    ".",
                    "(GF)",
                    "ABC",
                    "trust",
                    "and",
                    "Ça",
                )
            ),
            min_size=1,
            max_size=12,
        ).map(" ".join),
        min_size=12,
        max_size=30,
    )
)
def test_every_proposed_topic_is_one(texts: list[str]) -> None:
    topics = propose([Question(str(n), text) for n, text in enumerate(texts)])
    assert len({topic.id for topic in topics}) == len(topics)
    assert len({topic.title.lower() for topic in topics}) == len(topics)
    whole = " ".join(stems(" ".join(texts)))
    for topic in topics:
        assert re.fullmatch(r"[a-z0-9-]{1,24}", topic.id)
        assert topic.id != OTHER
        words = topic.title.lower().split()
        assert words[0] not in STOP
        assert words[-1] not in STOP
        assert topic.title[0] == topic.title[0].upper()
        assert all(stem(word) in whole for word in words if word not in STOP)


def test_topics_that_stand_are_kept_and_new_ones_only_join_them() -> None:
    old = [each for each in CLOCKS if each.id[0] in "ad"]
    standing = [("time", "Time and its clocks"), ("beasts", "Dogs")]
    placed = [
        Placed(each.text, "time" if each.id[0] == "a" else "beasts", by_people=True) for each in old
    ]
    topics = propose(CLOCKS, standing=standing, placed=placed)
    assert [(topic.id, topic.title) for topic in topics[:2]] == standing
    assert {topic.title for topic in topics[2:]} <= {"Harbour Master Council", "Lamp Oil Fund"}
    assert len(topics) > 2
    grown = [*old, *(each for each in CLOCKS if each.id in {"b0", "b1", "c0"})]
    assert [t.id for t in propose(grown, standing=standing, placed=placed)] == ["time", "beasts"]


# On the page

HOUR = """* Do tea, cup and kettle go by the door of the house, or the roof?
** Ana: Both.
* Which kettle makes the tea?
** The red one.
* Who mends the roof of the house?
** Bo does.
"""


def page(text: str | None, base: str | None, topics: tuple[Topic, ...] = TOPICS) -> str:
    source = read(Page("Hour 2023-03-01", HOUR, 7, 100))
    current = None if text is None else Revision(1, 0, "", BOT, "", None, text)
    made = plan(
        Build((source,), topics, ByWords(), TEMPLATES, Links("")),
        Place(TITLE, current, base, create=True, user=BOT),
    )
    assert made.outcome in {"write", "nothing"}, made.reasons
    return made.new


def test_an_entry_is_linked_from_another_topic_it_belongs_to() -> None:
    text = page(None, None)
    question = "Do tea, cup and kettle go by the door of the house, or the roof?"
    linked = re.findall(r"^''See also:'' \[\[#(.*)\|(.*)\]\]$", text, re.MULTILINE)
    assert linked == [(question, question)]
    assert f"=== {question} ===" in text
    assert page(text, text) == text


def test_a_topic_s_heading_that_a_person_edited_is_left_alone() -> None:
    text = page(None, None)
    edited = re.sub(r"''See also:''.*\n", "", text)
    assert edited != text
    assert page(edited, text) == edited


def test_a_link_goes_with_its_entry() -> None:
    text = page(None, None)
    (question,) = re.findall(r"''See also:'' \[\[#([^|]*)\|", text)
    start = text.index(f"=== {question} ===")
    mark = next(each for each in marks(text) if each.start > start)
    after = page(text[:start] + text[text.index("\n=", mark.end) + 1 :], text)
    assert "See also" not in after


def test_a_topic_that_people_removed_is_never_used() -> None:
    source = read(Page("Hour 2023-03-01", HOUR, 7, 100))
    gone = Standing(topics_gone=frozenset({"tea"}))
    faq = consolidate([source], topics=TOPICS, engine=ByWords(), standing=gone)
    assert {entry.topic for entry in faq.entries} <= {"house", "boats", OTHER}
    assert not any("tea" in entry.also for entry in faq.entries)


def test_what_stands_on_the_page_draws_its_like() -> None:
    text = "* Who winds the clock in the tower?\n** Cy.\n"
    first = read(Page("Hour 2023-03-01", text, 7, 100))
    second = read(Page("Hour 2023-04-01", text.replace("winds the", "repairs the old"), 8, 101))
    (key,) = (entry.id for entry in first.entries)
    standing = Standing(entries={key: Stands("boats")})
    faq = consolidate([first, second], topics=TOPICS, engine=ByWords(), standing=standing)
    assert [entry.topic for entry in faq.entries] == ["boats", "boats"]


def test_topics_are_proposed_where_headings_are_given_and_none_are_configured() -> None:
    text = "".join(f"* {each.text}\n** So it is.\n" for each in CLOCKS)
    source = read(Page("Hour 2023-03-01", text, 7, 100))
    plain = consolidate([source], topics=(), engine=ByWords())
    assert {entry.topic for entry in plain.entries} == {OTHER}
    faq = consolidate([source], topics=(), engine=ByWords(), headings=())
    assert "Lamp Oil Fund" in {topic.title for topic in faq.topics}
    standing = Standing(entries={entry.id: Stands(entry.topic) for entry in faq.entries})
    headings = [(topic.id, topic.title) for topic in faq.topics if faq.under(topic.id)]
    again = consolidate([source], topics=(), engine=ByWords(), standing=standing, headings=headings)
    assert [(each.id, each.topic, each.also) for each in again.entries] == [
        (each.id, each.topic, each.also) for each in faq.entries
    ]
    assert [(topic.id, topic.title) for topic in again.topics] == headings
