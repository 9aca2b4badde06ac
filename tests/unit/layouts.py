"""A conversation written as a page, in each layout that people write such pages in."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

import writing

if TYPE_CHECKING:
    from conversation import Conversation, Question
    from writing import Writer

Layout = Callable[["Conversation"], str]
# The number of levels of headings above the questions, and how the questions are written.
LISTS: dict[str, tuple[int, Writer]] = {
    "bullet_nested": (2, writing.one_item("*", "**", "<br><br>")),
    "bullet_several": (2, writing.listed("*", "** ")),
    "bullet_paragraphs": (1, writing.bullets_and_paragraphs),
    "bullet_touching": (1, writing.bullets_touched),
    "bullet_br": (2, writing.bullets_broken),
    "bullet_pb": (1, writing.one_item("*", "**", "{{pb}}")),
    "bullet_colon": (1, writing.listed("*", "*: ")),
    "bold_bullet": (1, writing.listed("*", ":", quotes="'''", bold=True)),
    "bold_bullet_nested": (2, writing.listed("*", "** ", quotes="'''")),
    "italic_bullet": (1, writing.listed("*", "** ", quotes="''", bold=True)),
    "topic_bullets": (1, writing.bullets_by_topic),
    "number_colon": (2, writing.listed("#", "#: ")),
    "number_nested": (2, writing.one_item("#", "#*", "<p>", "</p>")),
    "number_double": (1, writing.one_item("#", "##", "<br />")),
    "bold_number": (1, writing.listed("#", "#: ", quotes="'''")),
    "italic_number": (1, writing.listed("#", "#* ", quotes="''")),
    "indent_nested": (1, writing.listed(":", ":: ")),
}
OTHERS: dict[str, tuple[int, Writer]] = {
    "heading_2": (0, writing.headings(2)),
    "heading_3": (1, writing.headings(3)),
    "heading_4": (2, writing.headings(4)),
    "deflist": (2, writing.terms(":")),
    "deflist_double": (1, writing.terms("::")),
    "deflist_line": (1, writing.terms_on_one_line),
    "bold_paragraph": (2, writing.bold_paragraphs),
    "bold_line_indented": (1, writing.lines_above(":", quotes="'''")),
    "line_indented": (2, writing.lines_above(":")),
    "line_indented_bulleted": (1, writing.lines_above(":* ")),
    "line_bulleted": (1, writing.lines_above("* ")),
    "collapse_templates": (
        2,
        writing.boxes("{{{{collapse top|title=", "}}}}\n", "\n{{collapse bottom}}"),
    ),
    "hidden_template": (1, writing.boxes("{{{{hidden|", "|", "}}")),
    "collapsible_div": (
        1,
        writing.boxes(
            "<div class=\"mw-collapsible mw-collapsed\">\n'''",
            "'''\n<div class=\"mw-collapsible-content\">\n",
            "\n</div>\n</div>",
        ),
    ),
    "html_list": (1, writing.html_list),
    "html_dl": (1, writing.html_terms),
}
# What is marked as a question is one: among these people put in no statements.
MARKED: dict[str, tuple[int, Writer]] = {
    "heading_q": (1, writing.headings(3, "Q: ")),
    "heading_paren": (0, writing.headings(2, "(Q) ", "(A) ")),
    "heading_word": (1, writing.headings(3, "{c.question_word}{colon} ")),
    "marks_plain": (2, writing.marks("Q: ", "A: ")),
    "marks_tight": (1, writing.marks("Q: ", "A: ", "\n")),
    "marks_solid": (1, writing.marks("Q: ", "A: ", "\n", "\n", "\n")),
    "marks_bold": (2, writing.marks("'''Q:''' ", "'''A:''' ")),
    "marks_several": (1, writing.marks_of_turns),
    "marks_dot": (1, writing.marks("Q. ", "A. ")),
    "marks_paren": (0, writing.marks("(Q) ", "(A) ")),
    "marks_numbered": (1, writing.marks("Q{n}: ", "A{n}: ")),
    "marks_fullwidth": (1, writing.marks("Q：", "A：")),
    "marks_local_letter": (
        1,
        writing.marks("{c.question_letter}{colon} ", "{c.answer_letter}{colon} "),
    ),
    "marks_local_word": (
        1,
        writing.marks("'''{c.question_word}{colon}''' ", "'''{c.answer_word}{colon}''' "),
    ),
    "marks_alone": (
        1,
        writing.marks("{c.question_word}{colon}\n", "{c.answer_word}{colon}\n"),
    ),
    "marks_bullet": (2, writing.marks_in_bullets),
    "marks_bullet_flat": (1, writing.marks_in_flat_bullets),
    "marks_colon": (1, writing.marks("'''Q''': ", ":'''A''': ", "\n", more="\n:")),
    "template_named": (
        1,
        writing.boxes("{{{{FAQ item\n| question = ", "\n| answer = ", "\n}}\n"),
    ),
    "template_local": (
        1,
        writing.boxes("{{{{FAQ|{c.question_word}=", "|{c.answer_word}=", "}}"),
    ),
    "template_positional": (1, writing.boxes("{{{{FAQ item|", "|", "}}")),
    "table_two_columns": (2, writing.table_of_cells),
    "table_rows": (1, writing.table_of_rows),
    "signed_one_section": (1, writing.posts),
}
# Layouts that only some languages know.
ONLY = {"marks_fullwidth": ("zh", "ja")}
SIGNED = ("signed", "signed_one_section")


def _page(c: Conversation, body: str) -> str:
    caveats = ["\n".join(f"* {caveat}" for caveat in c.caveats)] if c.caveats else []
    return "\n\n".join([*c.invitation, *caveats, body.strip("\n"), c.category]) + "\n"


def _by_section(c: Conversation) -> list[tuple[str, list[Question]]]:
    cut = groupby(c.questions, key=lambda one: one.section)
    return [(c.sections[section], list(questions)) for section, questions in cut]


def _layout(levels: int, write: Writer) -> Layout:
    """A layout under no heading, under one, or under one for each part of the conversation."""

    def page(c: Conversation) -> str:
        if levels == 0:
            return _page(c, write(c, c.questions))
        if levels == 1:
            return _page(c, f"== {c.heading} ==\n{write(c, c.questions)}")
        parts = (
            f"=== {title} ===\n{write(c, questions)}".rstrip("\n")
            for title, questions in _by_section(c)
        )
        return _page(c, f"== {c.heading} ==\n\n" + "\n\n".join(parts))

    return page


def _signed(c: Conversation) -> str:
    """A section for each topic."""
    topics = groupby(c.questions, key=lambda one: one.topic)
    return _page(
        c, "\n\n".join(f"== {topic} ==\n{writing.posts(c, list(group))}" for topic, group in topics)
    )


# Pages marked up for translation: links lead to the reader's language.

_INNER_LINK = re.compile(r"\[\[([^\[\]|:]+)\|")
_LIST_MARK = re.compile(r"[*: ]*")


def _translate(c: Conversation) -> str:
    """The whole page is one text to translate; each block of it is a unit with a number."""
    page = LAYOUTS["bullet_paragraphs"](c).removesuffix(f"{c.category}\n").strip("\n")
    units = []
    for number, block in enumerate(re.sub(r" ==\n(?!\n)", " ==\n\n", page).split("\n\n"), 1):
        linked = _INNER_LINK.sub(r'[[<tvar name="1">Special:MyLanguage/\1</tvar>|', block)
        marker = f"<!--T:{number}-->"
        units.append(f"{linked} {marker}" if linked.startswith("==") else f"{marker}\n{linked}")
    category = c.category.replace("]]", "{{#translation:}}]]")
    body = "\n\n".join(units)
    return f"<languages />\n<translate>\n{body}\n</translate>\n\n{category}\n"


def _translate_items(c: Conversation) -> str:
    """Each line is a text to translate of its own; links are marked up in the old way."""
    written = []
    for number, line in enumerate(LAYOUTS["bullet_several"](c).splitlines(), 1):
        if not line or line == c.category:
            written.append(line)
            continue
        linked = _INNER_LINK.sub(r"[[<tvar|1>Special:MyLanguage/\1</>|", line)
        opening, closing = "", ""
        if linked.startswith("="):
            signs = linked.partition(" ")[0]
            opening, linked, closing = f"{signs} ", linked.strip("= "), f" {signs}"
        elif mark := _LIST_MARK.match(linked):
            opening, linked = mark[0], linked[mark.end() :]
        written.append(f"{opening}<translate><!--T:{number}--> {linked}</translate>{closing}")
    return "<languages/>\n" + "\n".join(written) + "\n"


def _mixed(*writers: Writer) -> Layout:
    """Several layouts on one page, a section each."""

    def page(c: Conversation) -> str:
        sections = zip(_by_section(c), writers, strict=False)
        return _page(
            c,
            "\n\n".join(
                f"== {title} ==\n{write(c, questions)}" for (title, questions), write in sections
            ),
        )

    return page


LAYOUTS: dict[str, Layout] = {
    name: _layout(*how) for name, how in {**LISTS, **OTHERS, **MARKED}.items()
}
LAYOUTS |= {
    "signed": _signed,
    "translate": _translate,
    "translate_items": _translate_items,
    "mixed": _mixed(LISTS["bullet_nested"][1], MARKED["marks_bold"][1]),
    "mixed_headings": _mixed(writing.headings(3), LISTS["number_colon"][1]),
    "mixed_terms": _mixed(OTHERS["deflist"][1], LISTS["bullet_paragraphs"][1]),
}


def suited(name: str, c: Conversation) -> Conversation:
    """The conversation as people would put it into a page of this layout."""
    return c.without("update") if name in {*MARKED, "signed", "mixed"} else c
