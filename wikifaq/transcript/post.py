"""The posts of a talk page's section: who wrote which paragraphs, and how deep they stand.

Cut as DiscussionTools cuts a page into comments (includes/CommentParser.php,
``buildThreadItems``): a post is everything after the last signature up to and including the
next one, with the rest of that one's line; its depth is the smaller of those at which it begins
and ends; what stands in a quotation or a template signs nothing. A change of indentation parts
nothing by itself.

Since words must not be put into another's mouth, three things are parted that are one comment
there. A line is cut between two signatures of different users. Lines of a paragraph are cut
after each signature. And where nobody signed the words before, what stands deeper by colons
alone is a reply if the signature stands there as well and no colon announces it: an unsigned
question isn't the answerer's. Text that nobody signed, which is no comment there, is a post
without an author. A name without a timestamp signs as well, but in a list it is a note on one
of the items where a signature with a timestamp follows: the list is that one's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.model import Span
from wikifaq.transcript.inline import parts, plain, unseen
from wikifaq.transcript.signature import looks, signatures
from wikifaq.transcript.userlink import alternatives
from wikifaq.transcript.words.fields import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikifaq.transcript.block import Block
    from wikifaq.transcript.signature import Looks, Signed
    from wikifaq.transcript.words import Words

_SILENT = frozenset({"page", "blank", "comment", "tag"})
_PARTING = frozenset({"heading", "rule"})
# Templates that bring a thread back to the margin. Wikis copy them from one another with their
# names, so these belong to no language. Any other is known by a value of list marks alone.
_OUTDENTS = alternatives(
    listed("""
    outdent, outdent2, od, oda, out, unindent, undent, noindent, dedent, deindent, de-indent,
    outindent, outdentarrow, break indent, reduceindent, retour indentation, retour chariot, ri,
    desindentar, desindent, recuo, retornar indentação, quitar sangría, quito sangría, rientro,
    обратный отступ, インデント戻し
    """)
)
_OUTDENT_PATTERN = (
    rf"\{{\{{\s*(?:(?:{_OUTDENTS})\s*(?:\|[^{{}}]*+)?|[^{{}}|\n]{{1,40}}\|\s*[:*#]+\s*)\}}\}}"
)
_LEAD = re.compile(rf"(?:\s|<br(?=[\s/>])[^<>]*>|{_OUTDENT_PATTERN})*+", re.IGNORECASE)
_OUTDENT = re.compile(_OUTDENT_PATTERN, re.IGNORECASE)
_LEADING = frozenset(" \t\n\xa0<{")
_LAST_BREAK = re.compile(r"<br(?=[\s/>])[^<>]*>\Z", re.IGNORECASE)
_LONGEST_BREAK = 40
_LINE_BREAK = re.compile(r"\n|<br(?=[\s/>])[^<>]*>", re.IGNORECASE)
_TEMPLATE_LINE = re.compile(r"(?:\{\{[^{}]*+\}\}[ \t]*)++(?:\n|\Z)")
_OPENING = re.compile(r"<([a-z]{1,12})(?:\s[^<>]*)?>\s*", re.IGNORECASE)
# Words at the beginning, behind nothing but bold marks, looks and templates, are seen.
_SEEN = re.compile(
    r"(?:\s|'{2,}|</?(?:b|i|u|s|em|strong|small|big|span|font|del|ins|sup|sub|br)(?=[\s/>])[^<>]*+>"
    r"|\{\{[^{}]*+\}\})*+[\"“„«(¿¡]?\w",
    re.IGNORECASE,
)
_BRACES = re.compile(r"\{\{|\}\}")
_QUOTES = re.compile(
    r"<(?P<close>/?)(?P<name>blockquote|q|cite|nowiki|pre|ref|code|syntaxhighlight|gallery)"
    r"(?=[\s/>])[^<>]*+>",
    re.IGNORECASE,
)
_ANNOUNCES = (":", "：", ",", "，", "、")


class Post(NamedTuple):
    """What one person wrote in one place of a thread.

    ``author`` and ``timestamp`` are those of the signature, None where it doesn't tell or where
    ``signed`` is False. ``spans`` are the paragraphs without list marks and signature, in the
    order of the page. ``depth`` is the level of indentation, 0 at the margin.
    """

    author: str | None
    timestamp: str | None
    spans: tuple[Span, ...]
    depth: int
    signed: bool


class _Paragraph(NamedTuple):
    span: Span
    marks: str
    note: Signed | None = None


@dataclass(slots=True)
class _Draft:
    author: str | None
    timestamp: str | None
    depth: int
    signed: bool
    spans: list[Span] = field(default_factory=list)


def posts(text: str, blocks: Sequence[Block], languages: Sequence[Words]) -> list[Post]:
    """Return the posts of a section in the order of the page.

    ``blocks`` stand in the section one after the other, with what is nested in them, and
    without its sub-headings. What shows nothing by itself (a template, a category) and a
    signature without words are no posts. A rule ends a post.
    """
    flat = [each for block in blocks for each in (block.walk() if block.children else (block,))]
    thread = _Thread(text, looks(languages), _hidden(text, flat))
    for block in flat:
        if block.kind in _PARTING:
            thread.part()
        elif block.kind == "table":
            thread.show(*block.body)
        elif block.kind not in _SILENT:
            start, end = block.body
            for first, last in _paragraphs(text, start, end):
                thread.read(first, last, block.marks)
    thread.part()
    return [
        Post(draft.author, draft.timestamp, tuple(draft.spans), draft.depth, draft.signed)
        for draft in thread.made
    ]


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + first, start + last) for first, last in parts(text[start:end])]


class _Thread:
    """The posts read so far, and the paragraphs below the last signature."""

    def __init__(self, text: str, looks: Looks, hidden: Sequence[Span]) -> None:
        self.made: list[_Draft] = []
        self._text = text
        self._looks = looks
        self._hidden = hidden
        self._unsigned: list[_Paragraph] = []
        self._last: _Draft | None = None

    def read(self, start: int, end: int, marks: str) -> None:
        """Read a paragraph, cut at its signatures."""
        signs = signatures(self._text, start, end, self._looks, self._hidden)
        line_end = start
        before: Signed | None = None
        for number, sign in enumerate(signs, 1):
            self._add(start, sign.start, marks, sign)
            same = before and before.author == sign.author and sign.start <= line_end
            if self._unsigned or not same:
                self._sign(sign, marks)
            before, start = sign, sign.end
            if start >= line_end:
                line_end = self._line_end(start, end)
            if self._text.startswith("{{", start) and _OUTDENT.match(self._text, start, end):
                continue
            after = signs[number] if number < len(signs) else None
            if after is None or after.start > line_end:
                self._append(start, line_end, marks)
                start = line_end
            elif after.author == sign.author:
                self._append(start, after.start, marks)
                start = after.start
        self._add(start, end, marks)

    def _line_end(self, start: int, end: int) -> int:
        line_break = _LINE_BREAK.search(self._text, start, end) if start < end else None
        return line_break.start() if line_break else end

    def show(self, start: int, end: int) -> None:
        """Add what signs nothing, whatever stands in it."""
        self._add(start, end, "")

    def part(self) -> None:
        """Let what no timestamp signed so far be posts: of those who left their names, or none."""
        run: list[_Paragraph] = []
        for paragraph in self._unsigned:
            run.append(paragraph)
            if paragraph.note:
                self._post(run, paragraph.note)
                run = []
        for group in _groups(self._text, run):
            self._post(group, None)
        self._unsigned = []

    def _post(self, run: Sequence[_Paragraph], sign: Signed | None) -> None:
        author, timestamp = (sign.author, sign.timestamp) if sign else (None, None)
        depth = min(len(run[0].marks), len(run[-1].marks))
        self._last = _Draft(author, timestamp, depth, sign is not None, [p.span for p in run])
        self.made.append(self._last)

    def _add(self, start: int, end: int, marks: str, sign: Signed | None = None) -> None:
        span = self._words(start, end, sign)
        if span:
            self._unsigned.append(_Paragraph(span, marks))

    def _append(self, start: int, end: int, marks: str) -> None:
        """Add what stands on a signature's line after it to the post."""
        if self._last is None:
            self._add(start, end, marks)
        elif span := self._words(start, end, None):
            if not self._last.spans:
                self.made.append(self._last)
            self._last.spans.append(span)

    def _sign(self, sign: Signed, marks: str) -> None:
        if sign.timestamp is None and marks.strip(":;") and len(self._unsigned) > 1:
            self._unsigned[-1] = self._unsigned[-1]._replace(note=sign)
            self._last = None
            return
        *others, own = _groups(self._text, self._unsigned) or [[]]
        self._unsigned = [each for group in others for each in group]
        self.part()
        if own:
            self._post(own, sign)
            self.made[-1].depth = min(len(own[0].marks), len(marks))
        else:
            self._last = _Draft(sign.author, sign.timestamp, len(marks), signed=True)

    def _words(self, start: int, end: int, sign: Signed | None) -> Span | None:
        """The words of a stretch without what leads to them; None where nothing is seen."""
        if start >= end:
            return None
        text = self._text
        start, end = _trimmed(text, start, end)
        if sign and text[start : start + 1] == "<":
            opening = _OPENING.match(text, start, end)
            closing = f"</{opening[1].lower()}" if opening else ""
            if (
                opening
                and closing in text[sign.start : sign.end].lower()
                and closing not in text[start:end].lower()
            ):
                start = opening.end()
        if start >= end:
            return None
        if _SEEN.match(text, start, end) or plain(text[start:end]):
            return Span(start, end)
        return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out line breaks at both ends, and lines of templates that hold no words."""
    if text[start] in _LEADING:
        lead = _LEAD.match(text, start, end)
        start = lead.end() if lead else start
        while (line := _TEMPLATE_LINE.match(text, start, end)) and _is_empty(line[0]):
            lead = _LEAD.match(text, line.end(), end)
            start = lead.end() if lead else line.end()
    end = _rstripped(text, start, end)
    while end > start:
        if text[end - 1] == ">":
            last = _LAST_BREAK.search(text, max(start, end - _LONGEST_BREAK), end)
            if last is None:
                break
            cut = last.start()
        elif text.endswith("}}", start, end):
            cut = text.rfind("\n", start, end)
            if cut < 0 or not _TEMPLATE_LINE.fullmatch(text, cut + 1, end):
                break
            if not _is_empty(text[cut + 1 : end]):
                break
        else:
            break
        end = _rstripped(text, start, cut)
    return start, end


def _rstripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _is_empty(template: str) -> bool:
    return not plain(template) and not unseen(template)


def _groups(text: str, run: Sequence[_Paragraph]) -> list[list[_Paragraph]]:
    """Cut unsigned paragraphs where a reply begins: deeper by colons, up to the end."""
    if len(run) == 1:
        return [[*run]]
    groups: list[list[_Paragraph]] = []
    shallowest = [0] * len(run)
    for n in range(len(run) - 1, -1, -1):
        own = len(run[n].marks)
        shallowest[n] = own if n == len(run) - 1 else min(own, shallowest[n + 1])
    for n, paragraph in enumerate(run):
        before = run[n - 1] if n else None
        replies = (
            before is not None
            and not paragraph.marks.strip(":")
            and not before.marks.strip(":")
            and shallowest[n] > len(before.marks)
            and not text.endswith(_ANNOUNCES, before.span.start, before.span.end)
        )
        if replies or not groups:
            groups.append([paragraph])
        else:
            groups[-1].append(paragraph)
    return groups


def _hidden(text: str, blocks: Iterable[Block]) -> list[Span]:
    """What signs nothing: closed quotations, and templates within one block."""
    found: list[Span] = []
    start = end = None
    for block in blocks:
        start, end = block.span.start if start is None else start, block.span.end
        if text.find("{{", *block.body) < 0:
            continue
        open_: list[int] = []
        for brace in _BRACES.finditer(text, *block.body):
            if brace[0] == "{{":
                open_.append(brace.start())
            elif open_:
                found.append(Span(open_.pop(), brace.end()))
    opened: dict[str, list[int]] = {}
    if start is not None and end is not None:
        for quote in _QUOTES.finditer(text, start, end):
            name = quote["name"].lower()
            if not quote["close"]:
                opened.setdefault(name, []).append(quote.start())
            elif opened.get(name):
                found.append(Span(opened[name].pop(), quote.end()))
    return _outermost(found)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end > kept[-1].end:
            kept[-1] = Span(kept[-1].start, span.end)
    return kept
