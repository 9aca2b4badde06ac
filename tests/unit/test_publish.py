"""The brakes, the diff, the plan's outcome, the edit summary."""

from __future__ import annotations

import json
from typing import Any

import pytest
from faqs import BOT, SPRING, SUMMER, TITLE, build, planned, written
from hypothesis import given
from hypothesis import strategies as st

from wikifaq.page.mark import BEGIN, END
from wikifaq.publish.brake import bots_refused, stopped
from wikifaq.publish.diff import by_words, unified
from wikifaq.publish.plan import Place, plan
from wikifaq.publish.plan_html import to_html
from wikifaq.publish.plan_json import to_json
from wikifaq.publish.undone import undone
from wikifaq.wiki.protocol import Revision

OLD = {"Hour 2023-03-01": SPRING}
BOTH = {**OLD, "Hour 2023-07-01": SUMMER}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", False),
        ("{{bots}}", False),
        ("{{nobots}}", True),
        ("{{Nobots}}", True),
        ("{{ nobots }}", True),
        ("{{bots|allow=all}}", False),
        ("{{bots|allow=none}}", True),
        ("{{bots|allow=TeaBot}}", False),
        ("{{bots|allow=Other, teabot}}", False),
        ("{{bots|allow=Other}}", True),
        ("{{bots|deny=all}}", True),
        ("{{bots|deny=none}}", False),
        ("{{bots|deny=Other}}", False),
        ("{{bots|deny=Other,TeaBot}}", True),
        ("{{bots|deny=<!-- x -->TeaBot}}", True),
        ("{{nobots|Other}}", False),
        ("{{nobots|Other,TeaBot}}", True),
        ("{{bots|optout=all}}", True),
        ("<nowiki>{{nobots}}</nowiki>", False),
        ("<!-- {{nobots}} -->", False),
        ("robots and {{robots}}", False),
        ("text {{bots|deny=Other}} {{nobots}}", True),
    ],
)
def test_templates_that_keep_bots_out(text: str, refused: bool) -> None:
    assert bool(bots_refused(text, BOT)) == refused


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        (None, False),
        ("", False),
        (" \n", False),
        ("<!-- write here to stop -->\n", False),
        ("x", True),
    ],
)
def test_the_stop_page(text: str | None, stop: bool) -> None:
    assert stopped(text) == stop


def place(text: str | None, **options: Any) -> Place:
    current = None if text is None else Revision(1, 0, "", BOT, "", None, text)
    return Place(TITLE, current, text, user=BOT, **options)


@pytest.mark.parametrize(
    ("where", "says"),
    [
        (place(f"{{{{nobots}}}}{BEGIN}{END}"), "keeps bots out"),
        (
            place(f"{BEGIN}{END}", stop_page="User:TeaBot/Stop", stop="halt"),
            "'User:TeaBot/Stop' holds",
        ),
        (place(None), "run with --create"),
        (place(None, create=True, deleted=True), "was deleted or moved away before"),
    ],
)
def test_what_is_refused_and_why(where: Place, says: str) -> None:
    made = plan(build(OLD), where)
    assert made.outcome == "refuse"
    assert says in " ".join(made.reasons)
    assert "=== Is the tea hot? ===" in made.new  # what would be written is shown all the same


def test_a_redirect_is_refused_by_its_name() -> None:
    for text in ("#REDIRECT [[Tea questions]]", "#WEITERLEITUNG: [[Tea questions#x]] {{r}}"):
        made = plan(build(OLD), place(text))
        assert made.outcome == "refuse"
        assert "a redirect to 'Tea questions'" in " ".join(made.reasons)
        assert "markers" not in " ".join(made.reasons)


@pytest.mark.parametrize(
    ("history", "is_undone"),
    [
        ("*c b a", False),  # newest first; * is the bot's, letters are texts
        ("d *c b a", False),  # somebody wrote something new
        ("b *c b a", True),
        ("a *c b a", True),
        ("d b *c b a", True),  # undone, then edited
        ("c b *c b a", False),  # undone, then restored
        ("b *c b *c b a", True),
        ("- *c b a", False),  # hidden
    ],
)
def test_an_undone_edit_is_told_by_its_texts(history: str, is_undone: bool) -> None:
    revisions = [
        Revision(9 - i, 8 - i, "", BOT if "*" in text else "Ana", "", text.strip("*-") or None)
        for i, text in enumerate(history.split())
    ]
    at = next(i for i, revision in enumerate(revisions) if revision.user == BOT)
    found = undone(revisions, at, lambda _: None)
    assert bool(found) == is_undone
    assert not found or str(found).startswith("Ana undid the bot's last edit")


def test_a_hidden_text_is_refused() -> None:
    made = plan(build(OLD), Place(TITLE, Revision(1, 0, "", None, "", None, None), user=BOT))
    assert (made.outcome, made.reasons) == ("refuse", ("the page's text is hidden",))


def test_the_summary_says_what_changed() -> None:
    first = planned(OLD)
    assert first.summary == "FAQ from 1 conversation: 3 questions added"
    second = planned(BOTH, first.new, first.new)
    assert second.summary == "FAQ from 2 conversations: 2 questions added, 1 updated"
    assert planned(BOTH, second.new, second.new).summary == ""


def test_json_of_a_plan() -> None:
    first = planned(OLD)
    data = json.loads(json.dumps(to_json(first)))
    assert data["outcome"] == "write"
    assert data["pages"][0]["changed"]
    assert data["pages"][0]["wikitext"] == first.new
    topics = data["faq"]["topics"]
    assert [topic["id"] for topic in topics] == ["tea", "house"]
    (entry,) = topics[0]["entries"]
    assert entry["heading"] == entry["question"] == "Is the tea hot?"
    assert entry["members"] == [f"Hour 2023-03-01#{entry['id']}"]
    assert not entry["edited_by_people"]
    assert {change["change"] for change in data["changes"]} == {"added"}


def test_html_of_a_plan_escapes_what_it_shows() -> None:
    made = planned({"Hour 2023-03-01": "* Is <b>this</b> & <script>that</script> tea?\n** Yes.\n"})
    page = to_html(made)
    assert "<script>" not in page
    assert page.startswith("<!DOCTYPE html>")
    assert "http" not in page.replace("https://example.org", "")


LINES = st.lists(
    st.sampled_from(["a b c", "a x c", "", "== h ==", "=== i ===", "d e f"]), max_size=12
)


@given(LINES, LINES)
def test_a_diff_by_words_holds_each_changed_line(old: list[str], new: list[str]) -> None:
    lines = list(by_words("\n".join(old), "\n".join(new)))
    removed = ["".join(part for part, _ in line.parts) for line in lines if line.sign == "-"]
    added = ["".join(part for part, _ in line.parts) for line in lines if line.sign == "+"]
    before, after = "\n".join(old).splitlines(), "\n".join(new).splitlines()
    assert len(after) - len(before) == len(added) - len(removed)
    for line in removed:
        assert line in before
    for line in added:
        assert line in after
    assert bool(lines) == (before != after)


def test_words_that_changed_are_marked_under_their_heading() -> None:
    old, new = "== T ==\n=== Q ===\nthe tea is hot", "== T ==\n=== Q ===\nthe tea is cold"
    assert list(by_words(old, new))[-2:] == [
        ("-", (("the tea is ", False), ("hot", True))),
        ("+", (("the tea is ", False), ("cold", True))),
    ]
    assert next(by_words(old, new)).parts[0][0] == "T › Q"


def test_the_unified_diff_applies_to_nothing_when_nothing_changed() -> None:
    text = written(OLD)
    assert unified(text, text, TITLE) == ""
    assert unified("a\n", "b\n", "T") == "--- T (now)\n+++ T (new)\n@@ -1 +1 @@\n-a\n+b\n"
