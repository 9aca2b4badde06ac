"""The questions of a section as wikitext, in each way that people write them down."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from conversation import Conversation, Paragraph, Question

Writer = Callable[["Conversation", "Sequence[Question]"], str]


class Item(NamedTuple):
    """A question as it is written, with the paragraphs written below it, also turn by turn.

    ``part`` is the number of a question that is part of the one above it.
    """

    question: str
    paragraphs: list[str]
    turns: list[list[str]]
    part: int = 0


def _item(
    c: Conversation, text: str, answer: Sequence[Paragraph], part: int, *, bold: bool
) -> Item:
    paragraphs = c.labelled(answer, bold=bold)
    turns: list[list[str]] = []
    for paragraph, written in zip(answer, paragraphs, strict=True):
        if paragraph.speaker or not turns:
            turns.append([])
        turns[-1].append(written)
    return Item(f"{part}) {text}" if part else text, paragraphs, turns, part)


def items(c: Conversation, questions: Sequence[Question], *, bold: bool = False) -> list[Item]:
    """The questions, each part of a question as one of its own; ``bold`` are the speakers."""
    found = []
    for one in questions:
        found.append(_item(c, one.text, one.answer, 0, bold=bold))
        for number, part in enumerate(one.parts, 1):
            found.append(_item(c, part.text, part.answer, number, bold=bold))
    return found


def whole(c: Conversation, questions: Sequence[Question], *, bold: bool = False) -> list[Item]:
    """The questions, each with its parts and their answers written below it."""
    found: list[Item] = []
    for item in items(c, questions, bold=bold):
        if not item.part:
            found.append(item)
            continue
        last = found.pop()
        below = [*last.paragraphs, item.question, *item.paragraphs]
        found.append(Item(last.question, below, [*last.turns, [item.question], *item.turns]))
    return found


# Lists: the mark of a question, and the mark of each paragraph of its answer.


def listed(question: str, answer: str, *, quotes: str = "", bold: bool = False) -> Writer:
    """Each paragraph is an item; the questions stand in ``quotes``."""

    def write(c: Conversation, questions: Sequence[Question]) -> str:
        # Where questions have numbers, parts with a number of their own stand below them.
        split = whole if question == "#" else items
        lines = []
        for item in split(c, questions, bold=bold):
            lines.append(f"{question} {quotes}{item.question}{quotes}")
            lines += [answer + paragraph for paragraph in item.paragraphs]
        return "\n".join(lines)

    return write


def one_item(question: str, answer: str, opening: str, closing: str = "") -> Writer:
    """Each turn is one item; its further paragraphs are opened and closed within it."""

    def inside(turn: list[str], mark: str) -> str:
        first, *others = turn
        return f"{mark} {first}" + "".join(opening + other + closing for other in others)

    def write(c: Conversation, questions: Sequence[Question]) -> str:
        lines = []
        for item in items(c, questions):
            lines.append(f"{answer if item.part else question} {item.question}")
            mark = answer + answer[-1] if item.part else answer
            lines += [inside(turn, mark) for turn in item.turns]
        return "\n".join(lines)

    return write


def bullets_and_paragraphs(c: Conversation, questions: Sequence[Question]) -> str:
    """Answers at the margin, blank lines between all of it."""
    return "\n\n".join(
        "\n\n".join([f"* {item.question}", *item.paragraphs]) for item in whole(c, questions)
    )


def bullets_touched(c: Conversation, questions: Sequence[Question]) -> str:
    """Answers at the margin, on the line after the question."""
    return "\n".join(
        f"* {item.question}\n" + "\n\n".join(item.paragraphs) for item in items(c, questions)
    )


def bullets_broken(c: Conversation, questions: Sequence[Question]) -> str:
    """Question and answer in one item."""
    return "\n".join(
        "* " + "<br>".join([item.question, *item.paragraphs]) for item in items(c, questions)
    )


def bullets_by_topic(c: Conversation, questions: Sequence[Question]) -> str:
    """The topic is an item, and its questions are items in it."""
    lines = []
    for topic, group in groupby(questions, key=lambda one: one.topic):
        lines.append(f"* {topic}")
        for item in items(c, list(group)):
            lines += [f"** {item.question}", *(f"*** {p}" for p in item.paragraphs)]
    return "\n".join(lines)


# Headings and marks.


def headings(level: int, mark: str = "", answer_mark: str = "") -> Writer:
    """Each question is a heading; its parts are paragraphs below it."""
    signs = "=" * level

    def write(c: Conversation, questions: Sequence[Question]) -> str:
        blocks = []
        for item in items(c, questions):
            asked = f"{signs} {_mark(mark, c)}{item.question} {signs}"
            blocks.append(item.question if item.part else asked)
            answer = "\n\n".join(item.paragraphs)
            blocks += [_mark(answer_mark, c) + answer] if answer else []
        return re.sub(rf"( {signs})\n\n(?!=)", r"\1\n", "\n\n".join(blocks))

    return write


def marks(
    question: str, answer: str, after: str = "\n\n", pairs: str = "\n\n", more: str = "\n\n"
) -> Writer:
    """``after`` stands between a question and its answer, ``pairs`` between two of them.

    ``more`` stands before an answer's second paragraph.
    """

    def write(c: Conversation, questions: Sequence[Question]) -> str:
        written = []
        number = 0
        for item in items(c, questions):
            number += not item.part
            text = item.question if item.part else _mark(question, c, number) + item.question
            if item.paragraphs:
                text += after + _mark(answer, c, number) + more.join(item.paragraphs)
            written.append(text)
        return pairs.join(written)

    return write


def _mark(mark: str, c: Conversation, number: int = 0) -> str:
    """A mark with its words; where the language writes no space after a colon, without one."""
    colon = c.label.format(speaker="", role="")
    written = mark.format(c=c, n=number, colon=colon.rstrip())
    return written if colon.endswith(" ") else written.rstrip(" ")


def marks_of_turns(c: Conversation, questions: Sequence[Question]) -> str:
    """Each turn of an answer has its mark."""
    written = []
    for item in items(c, questions):
        written.append(item.question if item.part else f"'''Q:''' {item.question}")
        for first, *others in item.turns:
            written += [f"'''A:''' {first}", *others]
    return "\n\n".join(written)


def marks_in_bullets(c: Conversation, questions: Sequence[Question]) -> str:
    """A marked item for a question, and marked items in it for its answer."""
    lines = []
    for item in items(c, questions):
        lines.append(f"* {item.question}" if item.part else f"* Q: {item.question}")
        lines += [f"** {'A: ' if n == 0 else ''}{p}" for n, p in enumerate(item.paragraphs)]
    return "\n".join(lines)


def marks_in_flat_bullets(c: Conversation, questions: Sequence[Question]) -> str:
    """An item for a question, and items beside it for its answer; the language's words."""
    asked = _mark("''{c.question_word}''{colon} ", c)
    said = _mark("''{c.answer_word}''{colon} ", c)
    lines = []
    for item in items(c, questions):
        lines.append(f"* {'' if item.part else asked}{item.question}")
        for first, *others in item.turns:
            lines += [f"* {said}{first}", *(f"*: {other}" for other in others)]
    return "\n".join(lines)


# Definition lists. A colon within the term would end it.


def terms(mark: str) -> Writer:
    """Questions are terms; each paragraph of an answer is a line with this mark."""

    def write(c: Conversation, questions: Sequence[Question]) -> str:
        lines = []
        for item in items(c, questions):
            escaped = item.question[:-1].replace(":", "&#58;") + item.question[-1:]
            lines += [f"; {escaped}", *(f"{mark} {p}" for p in item.paragraphs)]
        return "\n".join(lines)

    return write


def terms_on_one_line(c: Conversation, questions: Sequence[Question]) -> str:
    """A question and the first paragraph of its answer share a line."""
    lines = []
    for item in items(c, questions):
        term = f"; {item.question.replace(':', '&#58;')}"
        first = "".join(f" : {p}" for p in item.paragraphs[:1])
        lines += [term + first, *(f": {p}" for p in item.paragraphs[1:])]
    return "\n".join(lines)


# Paragraphs without a mark of their own.


def bold_paragraphs(c: Conversation, questions: Sequence[Question]) -> str:
    """Questions are bold, answers are not."""
    return "\n\n".join(
        "\n\n".join([f"'''{item.question}'''", *item.paragraphs]) for item in whole(c, questions)
    )


def lines_above(mark: str, *, quotes: str = "") -> Writer:
    """Questions are bare lines; each paragraph of an answer is a line with this mark."""

    def write(c: Conversation, questions: Sequence[Question]) -> str:
        return "\n\n".join(
            "\n".join([quotes + item.question + quotes, *(mark + p for p in item.paragraphs)])
            for item in whole(c, questions)
        )

    return write


# Templates, tables and HTML.


def boxes(opening: str, between: str, closing: str) -> Writer:
    """Each question with its answer stands between marks of its own."""

    def write(c: Conversation, questions: Sequence[Question]) -> str:
        return "\n".join(
            opening.format(c=c)
            + item.question
            + between.format(c=c)
            + "\n\n".join(item.paragraphs)
            + closing
            for item in whole(c, questions)
        )

    return write


def table_of_cells(c: Conversation, questions: Sequence[Question]) -> str:
    """A table with a header, a line for each cell."""
    lines = ['{| class="wikitable"', f"! {c.question_word}", f"! {c.answer_word}"]
    for item in items(c, questions):
        lines += ["|-", f"| {item.question}", "| " + "\n\n".join(item.paragraphs)]
    return "\n".join([*lines, "|}"])


def table_of_rows(c: Conversation, questions: Sequence[Question]) -> str:
    """A table without a header, a line for each row."""
    lines = ["{|"]
    for item in items(c, questions):
        lines += ["|-", f"| {item.question} || " + "<br />".join(item.paragraphs)]
    return "\n".join([*lines, "|}"])


def html_list(c: Conversation, questions: Sequence[Question]) -> str:
    """An ordered list, with the answers as lists in it."""

    def below(item: Item) -> str:
        return "".join(f"<li>{p}</li>" for p in item.paragraphs)

    lines = ["<ol>"]
    for one in questions:
        item, *parts = items(c, [one])
        nested = "".join(f"<li>{part.question}<ul>{below(part)}</ul></li>" for part in parts)
        lines.append(f"<li>{item.question}<ul>{below(item)}{nested}</ul></li>")
    return "\n".join([*lines, "</ol>"])


def html_terms(c: Conversation, questions: Sequence[Question]) -> str:
    """A definition list."""
    lines = ["<dl>"]
    for item in items(c, questions):
        lines += [f"<dt>{item.question}</dt>", *(f"<dd>{p}</dd>" for p in item.paragraphs)]
    return "\n".join([*lines, "</dl>"])


# Talk pages: every post is signed, and an answer by two people is two posts.


def posts(c: Conversation, questions: Sequence[Question]) -> str:
    """Questions as signed posts, and the replies to them, each one step further in."""
    topics = [one.topic for one in c.questions]
    written = []
    for asked in questions:
        asker = c.askers[topics.index(asked.topic) % len(c.askers)]
        if asked.kind == "update":
            asker = c.host
        for number, one in enumerate((asked, *asked.parts)):
            text = f"{number}) {one.text}" if number else one.text
            lines = [f"{text} {c.signed(asker, 0)}"]
            for depth, (user, texts) in enumerate(_by_user(c, one.answer), 1):
                *above, last = (":" * depth + said for said in texts)
                lines += [*above, f"{last} {c.signed(user, 1)}"]
            written.append("\n".join(lines))
    return "\n\n".join(written)


def _by_user(c: Conversation, answer: Sequence[Paragraph]) -> list[tuple[str, list[str]]]:
    turns: list[tuple[str, list[str]]] = []
    for paragraph in answer:
        if paragraph.speaker or not turns:
            turns.append((c.user(paragraph.speaker), []))
        turns[-1][1].append(paragraph.text)
    return turns
