"""Texts that nobody writes in good faith, to measure how the time to read them grows.

Each stands below a short conversation, so that a reader doesn't stop for want of questions.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 2 * 1024 * 1024
"""MediaWiki's limit to a page, in bytes (``$wgMaxArticleSize``); these texts are ASCII."""

CONVERSATION = """\
The hour of 6 May 2024 was led by Orla Venn.

== Questions ==
* Why does the mill stand still?
** Ana (miller): The river is low.
** Ben: And it rains again on Monday.
* Who has the key?
** Ben: I have.

== More ==
* What else is there?
** """
DOS = CONVERSATION.replace("\n", "\r\n")


class Hostile(NamedTuple):
    """A kind of text by its name, and how one of at least so many characters is made."""

    name: str
    make: Callable[[int], str]


def _repeated(name: str, piece: str, before: str = CONVERSATION) -> Hostile:
    """The piece again and again."""

    def make(length: int) -> str:
        return before + piece * ((length - len(before)) // len(piece))

    return Hostile(name, make)


def _counted(name: str, piece: Callable[[int], str]) -> Hostile:
    """Pieces that tell their number, or grow with it."""

    def make(length: int) -> str:
        made, pieces = len(CONVERSATION), [CONVERSATION]
        for number in count(1):
            pieces.append(piece(number))
            made += len(pieces[-1])
            if made >= length:
                break
        return "".join(pieces)

    return Hostile(name, make)


def _nested(name: str, opening: str, closing: str) -> Hostile:
    """The opening again and again, then as many times the closing."""

    def make(length: int) -> str:
        times = (length - len(CONVERSATION)) // (len(opening) + len(closing))
        return CONVERSATION + opening * times + closing * times

    return Hostile(name, make)


TIME = "12:30, 3 May 2019 (UTC)"
SIGNATURE = f"[[User:Ana|Ana]] ([[User talk:Ana|talk]]) {TIME}"

TEXTS = (
    # List marks
    _repeated("10,000 list marks in a line", "*" * 10_000 + " a\n"),
    _repeated("10,000 mixed list marks in a line", "*#:;" * 2_500 + " a\n"),
    _repeated("list marks without end", "*"),
    _repeated("definition marks without end", ";"),
    _repeated("colons without end", ":"),
    _counted("a list, deeper line by line", lambda n: "*" * n + " a\n"),
    _counted("an indentation, deeper line by line", lambda n: "\n" + ":" * n + " a"),
    _repeated("a list, deep and shallow in turn", "* a?\n" + "*" * 1_000 + " b\n"),
    _repeated("definitions on one line", "\n; a : b"),
    _repeated("colons in one definition", "a : ", CONVERSATION + "\n; "),
    _repeated("semicolons and colons", ";:"),
    # Long lines
    _repeated("lines of 100,000 characters", "\n* " + "words, " * 14_285),
    _repeated("lines of 100,000 letters", "\n* " + "a" * 100_000),
    _repeated("question marks on one line", "Why? "),
    _repeated("question marks without end", "?"),
    _repeated("labels on one line", "Ana: "),
    _repeated("numbers on one line", "(1) "),
    _repeated("numbered lines", "1) Why?\n"),
    _repeated("blanks", " "),
    _repeated("line breaks", "\n"),
    _repeated("lines of blanks and colons", "\n : "),
    _repeated("tabs after a line break", "\t", CONVERSATION + "a\n"),
    _repeated("tags of line breaks", "<br>"),
    _repeated("full stops", ". "),
    # Left open
    _repeated("links left open", "[["),
    _repeated("links left open, with a text", "[[a|"),
    _repeated("files left open", "[[File:a|"),
    _repeated("addresses left open", "[https://a "),
    _repeated("templates left open", "{{"),
    _repeated("templates left open, with a name", "{{a|"),
    _repeated("parameters left open", "{{{a|"),
    _repeated("angle brackets", "<"),
    _repeated("tags left open", "<b>"),
    _repeated("attributes left open", '<b a="'),
    _repeated("references left open", '<ref name="a">'),
    _repeated("bold left open", "'''"),
    _repeated("bold left open on each line", "\n* '''a"),
    _repeated("apostrophes", "'"),
    _repeated("nowiki left open", "<nowiki>"),
    _repeated("comments left open", "<!--"),
    _repeated("comments", "<!-- a -->"),
    _repeated("tables left open", "\n{|"),
    _repeated("ampersands", "&"),
    _repeated("entities", "&amp;"),
    _repeated("language variants left open", "-{"),
    _repeated("boxes left open", "<div>"),
    _repeated("behaviour switches", "__NOTOC__"),
    # Nested
    _nested("nested templates", "{{a|", "}}"),
    _nested("nested links", "[[a|", "]]"),
    _nested("nested tables", "\n{|\n|", "\n|}"),
    _nested("nested boxes", "\n<div>a", "</div>"),
    _nested("nested HTML lists", "<ul><li>a", "</li></ul>"),
    # Headings
    _repeated("equals signs without end", "="),
    _repeated("a line of equals signs and blanks", "== "),
    _repeated("headings that are the same", "\n== Why? ==\nSo.\n"),
    _counted("headings", lambda n: f"\n== Why {n}? ==\nSo it is.\n"),
    _counted("headings of all levels", lambda n: f"\n{(h := '=' * (n % 5 + 2))} Why {n}? {h}\nSo."),
    _counted("headings without text below", lambda n: f"\n=== Why {n}? ==="),
    # Signatures
    _repeated("links to users left open", "[[User:"),
    _repeated("links to users left open, with a text", "[[User:Ana|Ana "),
    _repeated("links to users", "[[User:Ana|Ana]] "),
    _repeated("times on one line", f"{TIME} "),
    _repeated("times, one a line", f"\n: a {TIME}"),
    _repeated("time zones", "(UTC) "),
    _repeated("signatures on one line", f"{SIGNATURE} "),
    _repeated("signed lines", f"\n:: a {SIGNATURE}"),
    _counted("signed lines, deeper one by one", lambda n: f"\n{':' * n} a {SIGNATURE}"),
    _repeated("dashes", "--"),
    _repeated("templates that outdent", "\n{{od|::}} a"),
    # Marks and labels
    _repeated("questions and answers by marks", "\nQ: Why?\nA: So."),
    _repeated("questions by marks", "\nQ: Why?"),
    _repeated("marks of questions on one line", "Q: "),
    _counted("speakers, another on each line", lambda n: f"\n** Ana{n}: So."),
    _repeated("a speaker on each line", "\n** Ana Bo (miller): So."),
    _counted("follow-ups", lambda n: f"\n* If not, why not {n}?\n** So."),
    _repeated("questions that are the same", "\n* Why?\n** So."),
    _repeated("questions without answers", "\n* Why?"),
    _repeated("lines of a chat", "\n[12:30] <ana> Why?"),
    _repeated("dates", "2021-04-17 "),
    # Tables, HTML, other marks
    _repeated("tables of one cell", "\n{|\n| a\n|}"),
    _repeated("rows of a table", "\n|-\n| Why?\n| So.", f"{CONVERSATION}\n{{|"),
    _repeated("HTML items left open", "\n<li>Why?"),
    _repeated("HTML lists", "\n<ol><li>Why?</li></ol>\nSo."),
    _repeated("templates", "{{a}}"),
    _repeated("templates with a question", "\n{{a|question=Why?|answer=So.}}"),
    _repeated("paragraphs by tags", "<p>a</p>"),
    _repeated("lines that end in CR LF", "\r\n* Why?\r\n** So.", DOS),
    _repeated("carriage returns", "\r"),
    _counted("units of a translation", lambda n: f"\n<translate><!--T:{n}--> a</translate>"),
    _repeated("translations left open", "<translate>"),
    _repeated("translation variables", "<tvar|a>b</>"),
    _repeated("bars of languages", "\n<languages />"),
    _repeated("rules", "\n---- a"),
    _repeated("preformatted lines", "\n a"),
    _repeated("verbatim lines", "\n<pre>a</pre>"),
    _repeated("links", "[[a|b]] "),
    _repeated("addresses", "https://example.org/a "),
)  # fmt: skip
