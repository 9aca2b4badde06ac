"""Headings, marks, templates: the wikitext of the FAQ's pieces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from faqs import SPRING, SUMMER, build, planned, written

from wikifaq.consolidate.faq import consolidate
from wikifaq.errors import ConfigurationError
from wikifaq.page.lead import Contents, render_lead
from wikifaq.page.mark import (
    BEGIN,
    END,
    entry_mark,
    marks,
    sealed,
    text_digest,
)
from wikifaq.page.permalink import Links
from wikifaq.page.render import render_entries
from wikifaq.page.template import Templates
from wikifaq.page.tombstone import Gone, Tombstones, tombstones, without_tombstones
from wikifaq.page.topic import render_topic
from wikifaq.template_files import template_sources

if TYPE_CHECKING:
    from pathlib import Path


def test_a_mark_is_short_and_read_back() -> None:
    text = f"=== Q ===\n{entry_mark('abcdefghij', ['zyxwvutsrq'], likeness='0123456789abcdef.7fffffff')}Text.\n"
    whole = sealed(text)
    (mark,) = marks(whole)
    assert (mark.id, mark.aliases, mark.likeness) == (
        "abcdefghij",
        ("zyxwvutsrq",),
        "0123456789abcdef.7fffffff",
    )
    assert mark.digest == text_digest(text) == text_digest(whole)
    comments = re.findall(r"<!--.*?-->", whole)
    assert len(comments) == 1
    assert len(comments[0].encode()) <= 60


def test_marks_are_read_wherever_they_stand_on_a_line() -> None:
    for text in (
        "a <!-- faq abcdefghij --> b",
        '<span id="faq-x"><!--faq abcdefghij abcdefghij--></span>',
    ):
        assert [mark.id for mark in marks(text)] == ["abcdefghij"]


def test_what_is_gone_is_read_back() -> None:
    stones = Tombstones(
        gone={
            "b": Gone(),
            "a": Gone("0123456789abcdef.7fffffff", 12, held=True, aliases=("c", "d")),
            "e": Gone(revision=7),
        },
        topics=frozenset({"tea"}),
        apart=frozenset({("a", "b")}),
        offered={"x": "abcdefghij"},
    )
    assert tombstones(str(stones)) == stones
    assert str(Tombstones()) == ""
    assert without_tombstones(f"a\n\n{stones}\n") == "a\n\n"


def test_links_to_sources() -> None:
    assert Links("").permalink("Hour", 5, "A_b") == "[[Special:PermanentLink/5#A_b|Hour]]"
    assert Links("meta:").permalink("Hour", 5, None) == "[[:meta:Special:PermanentLink/5|Hour]]"
    outside = Links(None, "http://127.0.0.1/index.php?oldid={revision}")
    assert outside.permalink("Hour", 5, "A") == "[http://127.0.0.1/index.php?oldid=5#A Hour]"
    assert Links(None).permalink("Hour", 5, None) == "Hour"


def test_wikilinks_follow_the_source_to_its_wiki() -> None:
    text = "See [[Tea]], [[Tea|the ''tea'']] and [https://example.org this]."
    assert Links("").text(text, "Hour") == text
    assert Links("meta:").text(text, "Hour") == (
        "See [[meta:Tea|Tea]], [[meta:Tea|the ''tea'']] and [https://example.org this]."
    )
    assert Links(None).text(text, "Hour") == "See Tea, the ''tea'' and [https://example.org this]."


def test_the_same_input_gives_the_same_bytes() -> None:
    sources = {"Hour 2023-03-01": SPRING, "Hour 2023-07-01": SUMMER}
    assert written(sources) == written(dict(reversed(sources.items())))


def test_no_asker_and_no_guessed_speaker() -> None:
    text = written(
        {
            "Hour 2023-03-01": "Led by Ana Bo.\n\n* Cy: Why the tea?\n** Cy: Me?\n** So.\n* Who?\n** I."
        }
    )
    assert "Cy: Why" not in text
    assert "=== Why the tea? ===" in text
    assert "'''Ana" not in text


def test_sub_questions_show_their_preamble() -> None:
    text = written(
        {"Hour 2023-03-01": "# Two things.\n#: 1) Is tea hot?\n#: Yes.\n#: 2) Is it black?\n#: No."}
    )
    assert text.count("''Asked after:'' Two things.") == 2


def test_a_long_question_stands_in_full_in_the_entry() -> None:
    question = "It is about the tea. " * 8 + "Is it hot?"
    text = written({"Hour 2023-03-01": f"* {question}\n** Yes."})
    assert "''The question in full: 43 words''" in text
    assert f'<div class="mw-collapsible mw-collapsed">\n\n{question}\n\n</div>' in text


def templates(**sources: str) -> Templates:
    named = {f"{name}.wikitext.j2": text for name, text in sources.items()}
    return Templates({**template_sources(None), **named}, language="en")


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (
            "=== {{ heading }} ===\n{{ nothing }}",
            "entry.wikitext.j2, line 2: 'nothing' is undefined",
        ),
        ("=== {{ heading }} ===\n\n{% if %}", "entry.wikitext.j2, line 3"),
        ("=== {{ heading }} ===\nno mark", "{{ mark }} exactly once"),
        ("=== {{ heading }} ===\n{{ mark }}{{ mark }}", "{{ mark }} exactly once"),
        ("{{ mark }}\n=== {{ heading }} ===", "heading of level 3"),
        ("=== {{ heading }} ===\n{{ mark }}\n==== More ====", "no other heading"),
        (
            "=== {{ heading }} ===\n{{ mark }}{{ newest.date | date | round }}",
            "entry.wikitext.j2, line 2",
        ),
    ],
)
def test_templates_that_err_are_refused(entry: str, says: str) -> None:
    made = build({"Hour 2023-03-01": SPRING})
    faq = consolidate(made.transcripts, topics=made.topics, engine=made.engine)
    with pytest.raises(ConfigurationError) as error:
        render_entries(faq, templates=templates(entry=entry), links=Links(""))
    assert says in str(error.value)


def test_an_included_template_is_named_with_its_line() -> None:
    made = build({"Hour 2023-03-01": SPRING})
    faq = consolidate(made.transcripts, topics=made.topics, engine=made.engine)
    for answer, says in (
        ("\n{{ nothing.at.all }}", "answer.wikitext.j2, line 2"),
        ("\n\n{{ 1 // 0 }}", "answer.wikitext.j2, line 3"),
        ('{% include "answer.wikitext.j2" %}', "answer.wikitext.j2, line 1"),
    ):
        with pytest.raises(ConfigurationError) as error:
            render_entries(faq, templates=templates(answer=answer), links=Links(""))
        assert says in str(error.value)


@pytest.mark.parametrize("marker", [BEGIN, END, "<!-- wikifaq:gone x -->"])
def test_a_template_with_a_marker_of_the_page_is_refused(marker: str) -> None:
    made = build({"Hour 2023-03-01": SPRING})
    faq = consolidate(made.transcripts, topics=made.topics, engine=made.engine)
    with pytest.raises(ConfigurationError, match="marker"):
        render_entries(faq, templates=templates(answer=f"x {marker}"), links=Links(""))
    with pytest.raises(ConfigurationError, match="marker"):
        render_lead(faq, Contents([]), templates=templates(lead=f"x {marker}"))
    with pytest.raises(ConfigurationError, match="marker"):
        render_topic("a", "A", templates=templates(topic=f"== a ==\n{{{{ mark }}}} {marker}"))


def test_templates_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "topic.wikitext.j2").write_text("== My {{ title }} ==\n{{ mark }}")
    assert template_sources(str(tmp_path))["topic.wikitext.j2"].startswith("== My")
    (tmp_path / "topics.wikitext.j2").write_text("x")
    with pytest.raises(ConfigurationError, match="has none of the names"):
        template_sources(str(tmp_path))
    with pytest.raises(ConfigurationError, match="no folder"):
        template_sources(str(tmp_path / "none"))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="language"):
        Templates(template_sources(None), language="xx-nowhere")


def test_dates_are_written_in_the_page_s_language() -> None:
    assert "1 March 2023" in planned({"Hour 2023-03-01": SPRING}).new
    german = Templates({"x": "{{ '2023-03-01' | date }}"}, language="de")
    assert german.render("x") == "1. März 2023"
