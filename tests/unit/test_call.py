"""Template calls: their names, their parameters, and where each stands."""

from __future__ import annotations

import time

import pytest

from wikifaq.model import Span
from wikifaq.transcript.call import Call, calls, trimmed


def called(text: str) -> list[Call]:
    return calls(text, Span(0, len(text)))


def told(text: str) -> list[tuple[str, list[tuple[str | None, str]]]]:
    """The calls of a text: names, and parameters with their values."""
    return [
        (call.name, [(each.name, text[slice(*each.value)]) for each in call.parameters])
        for call in called(text)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{{Tea}}", "tea"),
        ("{{ Green  tea }}", "green tea"),
        ("{{Green_tea}}", "green tea"),
        ("{{Template:Tea}}", "tea"),
        ("{{template: Tea|pot}}", "tea"),
        ("{{\nTea\n|pot}}", "tea"),
        ("{{Чай}}", "чай"),
        ("{{Tea/Pot}}", "tea/pot"),
        ("{{tea=pot|cup}}", "tea=pot"),
    ],
)
def test_a_name_is_written_in_many_ways(text: str, name: str) -> None:
    assert [call.name for call in called(text)] == [name]


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("{{t}}", []),
        ("{{t|a}}", [(None, "a")]),
        ("{{t|a|b}}", [(None, "a"), (None, "b")]),
        ("{{t| a |\nb\n}}", [(None, "a"), (None, "b")]),
        ("{{t|}}", [(None, "")]),
        ("{{t||b}}", [(None, ""), (None, "b")]),
        ("{{t|x=a}}", [("x", "a")]),
        ("{{t| X = a }}", [("x", "a")]),
        ("{{t\n| x = a\n| y =\nb\n}}", [("x", "a"), ("y", "b")]),
        ("{{t|x=}}", [("x", "")]),
        ("{{t|=a}}", [("", "a")]),
        ("{{t|1=a|2=b}}", [("1", "a"), ("2", "b")]),
        ("{{t|a|x=b|c}}", [(None, "a"), ("x", "b"), (None, "c")]),
        ("{{t|x=a|x=b}}", [("x", "a"), ("x", "b")]),
    ],
)
def test_parameters_are_parted_by_bars(text: str, parameters: list[tuple[str | None, str]]) -> None:
    assert told(text) == [("t", parameters)]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("{{t|x=a=b}}", "x", "a=b"),
        ("{{t|x=https://example.org/?a=1}}", "x", "https://example.org/?a=1"),
        ("{{t|x=<b class=y>a</b>}}", "x", "<b class=y>a</b>"),
        ("{{t|{{u|a=b}}}}", None, "{{u|a=b}}"),
        ("{{t|[[a|b=c]]}}", None, "[[a|b=c]]"),
        ("{{t|x={{u|a=b}}=c}}", "x", "{{u|a=b}}=c"),
    ],
)
def test_the_first_equals_sign_that_is_in_nothing_ends_a_name(
    text: str, name: str | None, value: str
) -> None:
    assert told(text) == [("t", [(name, value)])]


@pytest.mark.parametrize(
    "value",
    [
        "[[a|b]]",
        "[[File:a.png|thumb|[[b|c]]]]",
        "{{u|a|b}}",
        "{{u|{{v|a}}|b}}",
        "{|\n| a || b\n|-\n| c\n|}",
        "{| class=x\n| [[a|b]] || {{u|c}}\n|}",
        "a\n\n* b\n* c",
        "<nowiki>a|b}}</nowiki>",
    ],
)
def test_what_stands_in_a_value_parts_nothing(value: str) -> None:
    assert told(f"{{{{t|x={value}\n|y=z}}}}") == [("t", [("x", value), ("y", "z")])]
    assert told(f"{{{{t|{value}\n|z}}}}") == [("t", [(None, value), (None, "z")])]


def test_only_the_outermost_calls_are_given_in_their_order() -> None:
    text = "a {{t|{{u|b}}}} c {{v}}{{w|d}} e"
    assert told(text) == [("t", [(None, "{{u|b}}")]), ("v", []), ("w", [(None, "d")])]


def test_calls_in_links_and_tables_are_calls() -> None:
    assert told("[[{{t|a}}]]\n{|\n| {{u|b}}\n|}") == [("t", [(None, "a")]), ("u", [(None, "b")])]


def test_spans_are_exact() -> None:
    text = "before {{ tea | pot = blue | {{cup}}\n}} after"
    (call,) = called(text)
    assert text[slice(*call.span)] == "{{ tea | pot = blue | {{cup}}\n}}"
    assert [text[slice(*each.value)] for each in call.parameters] == ["blue", "{{cup}}"]


def test_an_empty_value_has_an_empty_span_within_its_call() -> None:
    text = "{{t|x=  \n|  |y=}}"
    (call,) = called(text)
    for each in call.parameters:
        assert each.value.start == each.value.end
        assert call.span.start < each.value.start < call.span.end


def test_only_the_stretch_is_read() -> None:
    text = "{{t|a}} {{u|b}} {{v|c}}"
    start, end = text.index("{{u"), text.index(" {{v")
    (call,) = calls(text, Span(start, end))
    assert (call.name, call.span) == ("u", Span(start, end))
    assert not calls(text, Span(0, 6))


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("{{t|a", None),
        ("{{t|{{u}}", None),
        ("t|a}}", None),
        ("{t|a}", None),
        ("[[t|a]]", None),
        ("a}} {{t|b}}", [(None, "b")]),
        ("{{t|[[a}}", [(None, "[[a")]),
        ("{{t|a]]|b}}", [(None, "a]]"), (None, "b")]),
        ("{{t|a}} {{u", [(None, "a")]),
        ("{{t|a}} }}", [(None, "a")]),
    ],
)
def test_what_is_not_closed_is_no_call(
    text: str, parameters: list[tuple[str | None, str]] | None
) -> None:
    assert told(text) == ([] if parameters is None else [("t", parameters)])


def test_a_value_is_found_by_the_first_name_that_says_something() -> None:
    text = "{{t|title=|head=Tea|text=hot|head=Cup}}"
    (call,) = called(text)

    def cut(*names: str) -> str | None:
        span = call.named(*names)
        return span and text[slice(*span)]

    assert cut("title", "head") == "Tea"
    assert cut("text") == "hot"
    assert cut("title") is None
    assert cut("body") is None
    assert cut() is None


def test_positional_values_may_be_numbered() -> None:
    text = "{{t|a|x=b|2=c||10=d|1a=e}}"
    (call,) = called(text)
    assert [text[slice(*span)] for span in call.positional] == ["a", "c", "", "d"]


@pytest.mark.parametrize(
    ("text", "kept"), [("  a b\n", "a b"), ("ab", "ab"), ("\t\n ", ""), ("", "")]
)
def test_white_space_is_trimmed(text: str, kept: str) -> None:
    padded = f"xx{text}xx"
    span = trimmed(padded, 2, 2 + len(text))
    assert padded[slice(*span)] == kept
    assert 2 <= span.start <= span.end <= 2 + len(text)


@pytest.mark.parametrize(
    "unit", ["{{", "}}", "[[", "{|", "|}", "{{t|[[", "{{t|{|", "|", "{{t|x=", "[[}}"]
)
@pytest.mark.parametrize("close", ["}}", "]]", "|}"])
def test_a_long_call_takes_no_more_than_its_length(unit: str, close: str) -> None:
    text = "{{{{" + unit * (40_000 // len(unit)) + close * 10_000
    started = time.process_time()
    called(text)
    assert time.process_time() - started < 5
