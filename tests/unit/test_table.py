"""The cells of tables: how they are parted, and what may stand in them."""

from __future__ import annotations

import time

import pytest

from wikifaq.model import Span
from wikifaq.transcript.table import table_rows


def cells(table: str) -> list[list[str]]:
    """The rows of a table that fills a text; headers have an exclamation mark before them."""
    return [
        [("!" if cell.header else "") + table[slice(*cell.span)] for cell in row]
        for row in table_rows(table, Span(0, len(table)))
    ]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("{|\n| a || b\n|-\n| c || d\n|}", [["a", "b"], ["c", "d"]]),
        ("{|\n| a\n| b\n|-\n| c\n| d\n|}", [["a", "b"], ["c", "d"]]),
        ("{|\n|a||b||c\n|}", [["a", "b", "c"]]),
        ("{|\n|-\n| a\n|}", [["a"]]),
        ("{|\n|-\n|-\n| a\n|-\n|}", [["a"]]),
        ("{|\n|-----\n| a\n|}", [["a"]]),
        ("{|\n| a\n|- style=x\n| b\n|}", [["a"], ["b"]]),
        ("{|\n  | a\n\t|-\n | b\n|}", [["a"], ["b"]]),
        ("{|\n|\n|}", [[""]]),
        ("{|\n| a ||\n|}", [["a", ""]]),
        ("{|\n| || b\n|}", [["", "b"]]),
        ("{|\n|   a   \n|}", [["a"]]),
        ("{|\n|}", []),
        ("{|\n", []),
        ("{|", []),
    ],
)
def test_cells_are_parted_by_bars(table: str, rows: list[list[str]]) -> None:
    assert cells(table) == rows


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("{|\n! a !! b\n|-\n| c || d\n|}", [["!a", "!b"], ["c", "d"]]),
        ("{|\n! a\n! b\n|}", [["!a", "!b"]]),
        ("{|\n! a || b\n|}", [["!a", "!b"]]),
        ("{|\n!a!!b\n|}", [["!a", "!b"]]),
        ("{|\n! a\n| b\n|}", [["!a", "b"]]),
        ("{|\n| a !! b\n|}", [["a !! b"]]),
        ("{|\n| Stop! || Go!\n|}", [["Stop!", "Go!"]]),
    ],
)
def test_headers_are_told_from_other_cells(table: str, rows: list[list[str]]) -> None:
    assert cells(table) == rows


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ('{| class="x" style="y"\n| a\n|}', [["a"]]),
        ('{|\n| style="x" | a\n|}', [["a"]]),
        ('{|\n| style="x" | a || class=y | b\n|}', [["a", "b"]]),
        ("{|\n! scope=row | a\n! scope=col | b !! scope=col | c\n|}", [["!a", "!b", "!c"]]),
        ('{|\n| style="x" | a | b\n|}', [["a | b"]]),
        ('{|\n| style="x" |\na\nb\n|}', [["a\nb"]]),
        ("{|\n| a | b\n|}", [["a | b"]]),
        ("{|\n| [[a|b=c]] | d\n|}", [["[[a|b=c]] | d"]]),
        ('{|\n| class="x"\n| b\n|}', [['class="x"', "b"]]),
    ],
)
def test_attributes_are_no_part_of_a_cell(table: str, rows: list[list[str]]) -> None:
    assert cells(table) == rows


@pytest.mark.parametrize(
    "inside",
    [
        "[[a|b]]",
        "[[a||b]]",
        "[[File:a.png|thumb|b]]",
        "{{a|b||c}}",
        "{{a\n| b\n| c = d\n}}",
        "{{a|{{b|c}}|[[d|e]]}}",
        "<nowiki>a || b</nowiki>",
        "<nowiki>\n| a\n</nowiki>",
        "<pre>\n| a\n|-\n</pre>",
        "<math>|a| + ||b||</math>",
        "<syntaxhighlight lang=c>a || b</syntaxhighlight>",
    ],
)
def test_bars_within_templates_links_and_verbatim_tags_part_nothing(inside: str) -> None:
    assert cells(f"{{|\n| x || {inside} || y\n|}}") == [["x", inside, "y"]]


@pytest.mark.parametrize(
    "inside",
    [
        "a\n{|\n| b || c\n|}",
        "{|\n! a !! b\n|-\n| c\n|}",
        "{|\n| a\n{|\n| b\n|}\n| c\n|}\nd",
        ":{|\n| a\n|}",
    ],
)
def test_a_table_in_a_cell_is_part_of_its_text(inside: str) -> None:
    assert cells(f"{{|\n| x\n|\n{inside}\n|-\n| y\n|}}") == [["x", inside], ["y"]]


def test_a_cell_may_have_paragraphs_and_lists() -> None:
    assert cells("{|\n| a\n\nb\n* c\n* d\n|-\n|\n# e\n: f\n|}") == [
        ["a\n\nb\n* c\n* d"],
        ["# e\n: f"],
    ]


@pytest.mark.parametrize("line", ["b || c", "b !! c", "x = 1 | c", "b | c"])
@pytest.mark.parametrize("opening", ["|", "!"])
def test_a_later_line_of_a_cell_is_not_parted(opening: str, line: str) -> None:
    header = "!" if opening == "!" else ""
    assert cells(f"{{|\n{opening} a\n{line}\n| d\n|}}") == [[f"{header}a\n{line}", "d"]]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("{|\n|+ a\n|-\n| b\n|}", [["b"]]),
        ("{|\n|+ a\n| b\n|}", [["b"]]),
        ('{|\n|+ class="x" | a || b\n! c\n|}', [["!c"]]),
        ("{|\n| a\n|+ b\n| c\n|}", [["a", "c"]]),
    ],
)
def test_a_caption_is_no_cell(table: str, rows: list[list[str]]) -> None:
    assert cells(table) == rows


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("{|\n| a\n|-\n| b", [["a"], ["b"]]),
        ("{|\n| a\n|-\n| b\n", [["a"], ["b"]]),
        ("{|\n! a", [["!a"]]),
        ("{|\n| a {{b\n|-\n| c\n|}", [["a {{b"], ["c"]]),
        ("{|\n| a [[b\n|-\n| c\n|}", [["a [[b"], ["c"]]),
        ("{|\n| a <nowiki>\n| b\n|}", [["a <nowiki>", "b"]]),
        ("{|\n| a ]] }} || b\n|}", [["a ]] }}", "b"]]),
        ("{|\n| a\n{|\n| b\n|}\n", [["a\n{|\n| b\n|}"]]),
    ],
)
def test_what_is_not_closed_ends_with_its_cell_or_the_table(
    table: str, rows: list[list[str]]
) -> None:
    assert cells(table) == rows


def test_only_the_table_of_the_span_is_read() -> None:
    text = "| x\n{|\n| a || b\n|}\n| y\n"
    table = Span(text.index("{|"), text.index("|}") + 2)
    rows = table_rows(text, table)
    assert [[text[slice(*cell.span)] for cell in row] for row in rows] == [["a", "b"]]


def test_a_bar_in_a_line_s_middle_does_not_end_a_table() -> None:
    assert cells("{|\n| a |} b\n| c\n|}") == [["a |} b", "c"]]


@pytest.mark.parametrize(
    ("unit", "length"),
    [
        ("<nowiki>", 400_000),
        *((unit, 40_000) for unit in ("| a\n", "|-\n", "|| a", "{{a|", "[[", "{|\n", "| x=", "!!")),
    ],
)
def test_a_long_table_takes_no_more_than_its_length(unit: str, length: int) -> None:
    table = "{|\n| " + unit * (length // len(unit))
    started = time.process_time()
    table_rows(table, Span(0, len(table)))
    assert time.process_time() - started < 2
