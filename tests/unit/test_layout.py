"""How entries, topics and the introduction are laid out."""

from __future__ import annotations

import re

import pytest
from faqs import TITLE, build, section

from wikifaq.consolidate.bonds import Bonds
from wikifaq.page.listing import reboxed
from wikifaq.page.mark import marks, topic_mark
from wikifaq.page.passage import passage
from wikifaq.page.topic import indexed
from wikifaq.publish.plan import Place, Plan, Said, plan
from wikifaq.wiki.protocol import Revision

BOT = "TeaBot"
WORDY = " ".join(f"Sentence number {n} tells of the tea house and its garden." for n in range(20))


def run(
    sources: dict[str, str], text: str | None = None, base: str | None = None, **options: object
) -> Plan:
    current = None if text is None else Revision(1, 0, "", BOT, "", None, text)
    where = Place(
        TITLE, current, base or text, create=True, user=BOT, said=Said("Tea FAQ/Settings")
    )
    made = plan(build(sources, **options), where)
    assert made.outcome in {"write", "nothing"}, made.reasons
    return made


def key(text: str, heading: str) -> str:
    return next(mark.id for mark in marks(section(text, heading)))


# Answers


def test_an_answer_tells_its_date_then_who_with_their_roles_then_its_source() -> None:
    text = run({"Hour 2023-03-01": "* Is the tea hot?\n** Ana (Cook): Yes.\n** Bo: Very.\n"}).new
    entry = section(text, "Is the tea hot?")
    line = next(line for line in entry.split("\n") if "1 March 2023" in line)
    assert re.search(
        r"'''1 March 2023''' · Ana \(Cook\) and Bo · \[\[Special:PermanentLink/\d+\|Hour 2023-03-01\]\]$",
        line,
    )
    assert "'''Ana:''' Yes." in entry
    assert "'''Bo:''' Very." in entry


def test_nobody_is_named_where_the_page_names_nobody() -> None:
    entry = section(run({"Hour 2023-03-01": "* Is it hot?\n** Yes.\n"}).new, "Is it hot?")
    assert re.search(r"'''1 March 2023''' · \[\[Special", entry)
    assert entry.rstrip().endswith("\n\nYes.")


def test_one_speaker_is_named_once() -> None:
    entry = section(run({"Hour 2023-03-01": "* Is it hot?\n** Ana: Yes.\n"}).new, "Is it hot?")
    assert entry.count("Ana") == 1


@pytest.mark.parametrize(("words", "collapsed"), [(120, False), (121, True)])
def test_up_to_120_words_stand_whole(words: int, *, collapsed: bool) -> None:
    said = " ".join(["word"] * words)
    entry = section(run({"Hour 2023-03-01": f"* Is it hot?\n** {said}\n"}).new, "Is it hot?")
    assert ("mw-collapsed" in entry) == collapsed
    assert (f"The whole answer: {words} words" in entry) == collapsed
    assert said in entry


def test_earlier_answers_are_collapsed_the_oldest_last_each_as_it_was_asked() -> None:
    ask = "* When does the house {} open?\n** {}\n"
    sources = {
        f"Hour {year}-03-01": ask.format(word, f"At {said}.")
        for year, word, said in (
            (2021, "really", "six"),
            (2022, "now", "seven"),
            (2023, "", "nine"),
        )
    }
    first = run(sources).new
    ids = {mark.id for mark in marks(first) if not mark.topic}
    made = run(sources, bonds=Bonds(same=(tuple(sorted(ids)),))).new
    (heading,) = re.findall(r"^=== (.*) ===$", made, flags=re.MULTILINE)
    entry = section(made, heading)
    assert entry.index("At nine") < entry.index("mw-collapsed") < entry.index("At seven")
    assert entry.index("At seven") < entry.index("At six")
    assert "''2 earlier answers''" in entry
    assert "asked in 3 conversations" in entry
    assert entry.count("''Asked as:''") == 2


# Age, follow-ups, links


@pytest.mark.parametrize(("newest", "told"), [("2025-12-31", False), ("2026-01-05", True)])
def test_an_entry_tells_when_it_is_years_older_than_the_newest_conversation(
    newest: str, *, told: bool
) -> None:
    sources = {
        "Hour 2023-01-05": "* Is the tea hot?\n** Yes.\n",
        f"Hour {newest}": "* Who mends the roof?\n** Bo does.\n",
    }
    text = run(sources, outdated_after=3).new
    note = "more than 3 years older than the newest conversation"
    assert (note in section(text, "Is the tea hot?")) == told
    assert note not in section(text, "Who mends the roof?")
    assert note not in run(sources, outdated_after=0).new


def test_a_later_conversation_alone_changes_no_entry_that_is_old_already() -> None:
    sources = {
        "Hour 2020-01-05": "* Is the tea hot?\n** Yes.\n",
        "Hour 2024-01-05": "* Who mends the roof?\n** Bo does.\n",
    }
    first = run(sources, outdated_after=3).new
    later = {**sources, "Hour 2024-06-05": "* Where is the door?\n** There.\n"}
    made = run(later, first, outdated_after=3)
    assert section(made.new, "Is the tea hot?") == section(first, "Is the tea hot?")


FOLLOWED = """* How much does a cup of tea cost?
** Two coins.
** Follow-up: And who pays for the cup that breaks?
*** The house does.
* Is the door of the house green?
** Yes.
"""


def test_a_follow_up_stands_behind_what_it_follows_and_under_its_topic() -> None:
    sources = {"Hour 2023-03-01": FOLLOWED}
    made = run(sources)
    assert made.faq is not None
    follows = [entry for entry in made.faq.entries if entry.follows]
    assert len(follows) == 1
    order = [entry.id for entry in made.faq.entries]
    assert order.index(follows[0].id) == order.index(follows[0].follows or "") + 1
    by_id = {entry.id: entry for entry in made.faq.entries}
    assert follows[0].topic == by_id[follows[0].follows or ""].topic
    entry = next(part for part in made.new.split("\n=== ") if f'id="faq-{follows[0].id}"' in part)
    assert f"''Follow-up to:'' [[#faq-{follows[0].follows}|" in entry


def test_a_follow_up_that_people_put_under_another_topic_stays_there() -> None:
    sources = {"Hour 2023-03-01": FOLLOWED}
    first = run(sources)
    assert first.faq is not None
    (follow,) = [entry for entry in first.faq.entries if entry.follows]
    start = first.new.index(f'<span id="faq-{follow.id}">')
    start = first.new.rindex("\n=== ", 0, start) + 1
    end = min(
        at for at in (first.new.find(f"\n{mark} ", start) for mark in ("==", "===")) if at > 0
    )
    piece = first.new[start:end]
    moved = first.new.replace(piece, "", 1)
    at = moved.index("\n\n<!-- wikifaq:end")
    other = f"\n\n== A topic of ours ==\n\n{piece.strip()}"
    text = moved[:at] + other + moved[at:]
    made = run(sources, text, first.new)
    assert made.new.index("A topic of ours") < made.new.index(f'<span id="faq-{follow.id}">')


# The index and the introduction


MANY = "".join(
    f"* How long does tea number {n} keep in the tin?\n** {n} days.\n" for n in range(2, 6)
)


def test_a_topic_of_three_entries_or_more_has_an_index_of_them() -> None:
    text = run({"Hour 2023-03-01": MANY}).new
    listed = re.findall(r"^\* \[\[#(How long[^|]*)\|\1\]\]$", text, flags=re.MULTILINE)
    assert listed == re.findall(r"^=== (.*) ===$", text, flags=re.MULTILINE)
    assert len(listed) == 4
    two = run({"Hour 2023-03-01": "".join(MANY.splitlines(keepends=True)[:4])}).new
    assert "faq-index" not in two


def test_a_heading_that_isn_t_the_only_one_is_linked_by_its_anchor() -> None:
    sources = {"Hour 2023-03-01": MANY}
    first = run(sources).new
    text = first.replace("=== How long does tea number 3 keep in the tin? ===", "=== Tea ===")
    made = run(sources, text, first).new
    assert re.search(r"^\* \[\[#faq-[a-z2-7]{10}\|Tea\]\]$", made, re.MULTILINE)
    assert "* [[#faq-topic-tea|Tea]] (4)" in made


def test_an_entry_that_lost_its_heading_keeps_its_line_in_the_index() -> None:
    sources = {"Hour 2023-03-01": MANY}
    first = run(sources).new
    text = first.replace("=== How long does tea number 5 keep in the tin? ===\n", "")
    made = run(sources, text, first).new
    assert "|How long does tea number 5 keep in the tin?]]\n" in made


def test_the_index_nests_a_follow_up_only_under_what_it_follows() -> None:
    lines = [(key, key.upper()) for key in "abcdef"]
    follows = {"b": "a", "c": "b", "d": "a", "f": "a"}
    assert [each.depth for each in indexed(lines, follows)] == [1, 2, 3, 2, 1, 1]


def test_the_index_says_what_people_made_of_a_heading() -> None:
    sources = {"Hour 2023-03-01": MANY}
    first = run(sources).new
    edited = first.replace(
        "=== How long does tea number 3 keep in the tin? ===", "=== Third tea ==="
    )
    assert re.search(
        r"^\* \[\[#Third tea\|Third tea\]\]$", run(sources, edited, first).new, re.MULTILINE
    )


def test_lists_are_renewed_within_an_introduction_and_a_topic_that_people_edited() -> None:
    sources = {"Hour 2023-03-01": MANY}
    first = run(sources).new
    edited = first.replace("You can correct", "Ask at the counter. You can correct")
    edited = edited.replace('<div id="faq-index-tea">', 'Tea of ours.\n<div id="faq-index-tea">')
    later = {**sources, "Hour 2024-03-01": "* Is the tea in the tin black?\n** Yes.\n"}
    made = run(later, edited, first).new
    assert "Ask at the counter." in made
    assert "Tea of ours." in made
    assert "|Tea]] (5)" in made
    assert "from 1 March 2023 to '''1 March 2024'''" in made
    assert re.search(r"^\* \[\[#Is [^|]*\|Is the tea in the tin black\?\]\]$", made, re.MULTILINE)
    assert run(later, made, made).outcome == "nothing"


def test_a_list_that_people_edited_stays_and_one_that_they_took_away_stays_away() -> None:
    sources = {"Hour 2023-03-01": MANY}
    first = run(sources).new
    later = {**sources, "Hour 2024-03-01": "* Is the tea in the tin black?\n** Yes.\n"}
    own = first.replace("|Tea]] (4)", "|All about tea]]")
    made = run(later, own, first).new
    assert "|All about tea]]" in made
    assert "(5)" not in made
    gone = re.sub(r'<div id="faq-index-tea">.*?</div>', "Ours.", first, flags=re.DOTALL)
    assert "faq-index-tea" not in run(later, gone, first).new


def test_a_list_without_its_box_is_nobody_s_but_people_s() -> None:
    text = "* [[#faq-topic-tea|Tea]] (4)\n"
    assert reboxed(text, text.replace("4", "5")) == text


def test_the_introduction_says_until_when_it_is_covered_and_who_answered() -> None:
    sources = {
        "Hour 2023-03-01": "* Is it hot?\n** Ana: Yes.\n",
        "Hour 2024-03-01": "* Is it cold?\n** Bo: No.\n* And green?\n** Ana Ruiz (Cook): Yes.\n",
    }
    lead = run(sources).new.partition("\n== ")[0]
    assert "2 conversation hours from 1 March 2023 to '''1 March 2024'''" in lead
    assert "They were answered by Ana Ruiz and Bo." in lead
    team = run(sources, team="the keepers of the house").new
    assert "They were answered by the keepers of the house." in team


def test_what_is_no_answered_question_is_left_out_and_counted() -> None:
    source = (
        "* Is the tea hot?\n** Yes.\n* Thanks for the tea!\n** You are welcome.\n"
        "* Who mends the roof?\n"
    )
    made = run({"Hour 2023-03-01": source})
    assert made.faq is not None
    counted = dict(made.faq.left_out)
    assert sum(counted.values()) == 2
    lead = made.new.partition("\n== ")[0]
    assert (
        "Left out: 1 statement, update or word of thanks and 1 question without an answer." in lead
    )
    assert "Left out" not in run({"Hour 2023-03-01": "* Is it hot?\n** Yes.\n"}).new


@pytest.mark.parametrize(("often", "told"), [(4, False), (5, True)])
def test_what_is_asked_most_is_told_where_five_were_asked_in_three_conversations(
    often: int, *, told: bool
) -> None:
    asked = (
        "When does the tea house open?",
        "Who mends the roof of the kitchen?",
        "How much milk is in the jug?",
        "Where do the visitors put their coats?",
        "Which bus stops at the bridge?",
    )
    sources = {
        f"Hour {year}-03-01": "".join(
            f"* {question}\n** It is {year} now.\n"
            for question in (asked[:often] if year > 2021 else asked)
        )
        for year in (2021, 2022, 2023)
    }
    lead = run(sources).new.partition("\n== ")[0]
    assert ("Asked most often" in lead) == told
    assert lead.count("|When does the tea house open?]] (3)") == int(told)


# Sentences of a paragraph


@pytest.mark.parametrize(
    ("paragraph", "words", "part"),
    [
        ("See [[Help:Tea|the help]]. It is hot.", "See the help.", "See [[Help:Tea|the help]]."),
        ("One. [[Tea]] is '''hot'''. Two.", "Tea is hot.", "[[Tea]] is '''hot'''."),
        ("One. [https://tea.example the shop] is open. Two.", "the shop is open.",
         "[https://tea.example the shop] is open."),
        ("Tea is tea. Tea is hot.", "Tea is hot.", "Tea is hot."),
        ("Tea is hot.", "Tea is cold.", None),
        ("Tea is hot.", "", None),
    ],
)  # fmt: skip
def test_some_sentences_of_a_paragraph_keep_their_links(
    paragraph: str, words: str, part: str | None
) -> None:
    assert passage(paragraph, words) == part


@pytest.mark.parametrize("run_of", ["''", "[", "[[", "{{", "<b>", "[[a|", "]", "]]", "</b>"])
def test_mark_up_in_a_row_takes_no_time(run_of: str) -> None:
    assert passage(run_of * 4000 + "x", "x y.") is None
    assert passage("x " + run_of * 4000, "x y") is None


@pytest.mark.parametrize("topic", ["a", "shared-conduct-code", "a" * 24])
def test_a_topic_s_own_anchor_is_no_former_heading_of_it(topic: str) -> None:
    (mark,) = marks(topic_mark(topic, names=["Tea"]))
    assert (mark.id, mark.names) == (topic, ("Tea",))
