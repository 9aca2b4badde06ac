"""Inline wikitext as the plain text that a reader sees."""

from __future__ import annotations

import pytest

from wikifaq.transcript.inline import parts, plain


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("the ''old'' '''tea''' ''''x''''", "the old tea 'x'"),
        ("[[Tea]] [[Tea|green]] [[:de:Tee]] [[Category:Tea]]x [[File:Tea.jpg|thumb|a cup]]", "Tea green de:Tee x"),
        ("[https://example.org the ''tea''] https://example.org [fiscal]", "the tea https://example.org [fiscal]"),
        ("a&nbsp;b &lt;c> d{{@}}e {{unknown|x}}<br>f<ref>g</ref>", "a\u00a0b <c> d@e f"),
        ("a <nowiki>[[b]]</nowiki> <!-- c -->d", "a [[b]] d"),
    ],
)  # fmt: skip
def test_what_a_reader_sees(wikitext: str, text: str) -> None:
    assert plain(wikitext) == text


def test_a_text_too_hard_to_parse_is_read_roughly() -> None:
    hard = "[[a|b]] <i>c</i> {{d}} [https://example.org e] <!-- f -->g " + "[[" * 2000
    assert plain(hard).startswith("b c e g")


def test_paragraphs_in_one_block() -> None:
    text = "a<p>b</p> <p>c</p>d<br><br>e{{pb}}f"
    assert [text[start:end] for start, end in parts(text)] == list("abcdef")
