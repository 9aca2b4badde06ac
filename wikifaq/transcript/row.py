"""The blocks of a section one below the other, as the forms of questions look at them."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.model import Span
from wikifaq.transcript.inline import plain, unseen
from wikifaq.transcript.mark import marks_in_lines
from wikifaq.transcript.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikifaq.transcript.block import Block
    from wikifaq.transcript.mark import Mark
    from wikifaq.transcript.unbroken import Piece
    from wikifaq.transcript.wikitext import Wikitext

_BOLD_LINE = re.compile(r"(?m)^(?P<marks>'{2,5})(?!')(?:(?!'')[^\n])+(?P=marks)[ \t]*:?[ \t]*$")
# What opens a category, a template or a behaviour switch, which may show nothing.
_HIDES = ("[[", "{{", "__", "<", "&")
_MAY_BE_UNSEEN = frozenset({"paragraph", "template"})
_UNCUT = 2
# Links to the same page on wikis in other languages, which MediaWiki shows in the margin.
_INTERLANGUAGE = re.compile(r"\[\[[a-z]{2,3}(?:-[a-z]{2,8})?:[^\[\]|]+\]\]")
SILENT = frozenset({"blank", "comment", "rule", "tag"})


class Row(NamedTuple):
    """A block, or a line of a paragraph that begins something new.

    ``body`` is its text without list marks, ``gap`` whether a blank line stands above, and
    ``mark`` the mark of a question or an answer that it opens with. A row of the kind "template"
    shows nothing, as a template of unknown meaning does, or a gallery.
    """

    kind: str
    marks: str
    body: Span
    gap: bool
    mark: Mark | None


def rows(page: Wikitext, blocks: Iterable[Block]) -> list[Row]:
    """Return the rows of blocks and of all that is nested in them, in the order of the page.

    Blank lines, tags and rules give none. A paragraph of several lines is one row unless a line
    of it opens with a mark or is bold as a whole.
    """
    made: list[Row] = []
    gap = False
    term: Row | None = None
    for block in blocks:
        kind: str = block.kind
        if kind in SILENT:
            gap = gap or kind == "blank"
            continue
        body = block.body
        if (
            kind in _MAY_BE_UNSEEN
            and page.text.startswith(_HIDES, body.start)
            and not _shows(page, body)
        ):
            if not page.text.startswith("{{", body.start) and not unseen(page.cut(body)):
                continue
            kind = "template"
        elif kind == "template":
            kind = "paragraph"
        if kind == "paragraph" and page.has("\n", body):
            for part in _lines(page, body):
                made.append(Row(kind, "", part, gap, page.mark(part)))
                gap = False
            continue
        row = Row(kind, block.marks, body, gap, page.mark(body))
        if term and (whole := _with_definition(page, term, row)):
            made[-1] = row = whole
        else:
            made.append(row)
        term = row if row.marks[-1:] == ";" else None
        gap = False
    return made


def _shows(page: Wikitext, body: Span) -> bool:
    """Whether a block shows any text of its own."""
    text = page.cut(body)
    if "[[" in text and _INTERLANGUAGE.search(text):
        return bool(plain(_INTERLANGUAGE.sub("", text)).strip())
    return bool(page.plain(body).strip())


def _with_definition(page: Wikitext, term: Row, row: Row) -> Row | None:
    """A term that is a mark alone with the definition on its line: ";Q: Why?"."""
    if row.marks[-1:] != ":" or "\n" in page.text[term.body.end : row.body.start]:
        return None
    body = Span(term.body.start, row.body.end)
    mark = page.mark(body)
    if mark is None or mark.end < row.body.start:
        return None
    return Row(term.kind, term.marks, body, term.gap, mark)


def _lines(page: Wikitext, body: Span) -> Iterator[Span]:
    """Cut a paragraph where a line opens with a mark, and around lines that are bold."""
    text = page.text
    cuts = {body.start, body.end}
    cuts.update(marks_in_lines(text, body.start, body.end, page.languages))
    if "''" in text[body.start : body.end]:
        for match in _BOLD_LINE.finditer(text, body.start, body.end):
            cuts.add(match.start())
            cuts.add(min(match.end() + 1, body.end))
    if len(cuts) > _UNCUT and ("{" in text[body.start : body.end] or page.has("<", body)):
        inside = unbroken(text[body.start : body.end])
        cuts = {cut for cut in cuts if not _is_inside(cut - body.start, inside)}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        raw = text[start:end]
        stripped = raw.strip()
        if stripped:
            left = start + len(raw) - len(raw.lstrip())
            yield Span(left, left + len(stripped))


def _is_inside(at: int, spans: Sequence[Piece]) -> bool:
    """Whether an offset lies within one of some spans, which stand in their order."""
    n = bisect_right(spans, at, key=lambda span: span.start) - 1
    return n >= 0 and spans[n].start < at < spans[n].end


def line_breaks(page: Wikitext, span: Span, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches in a stretch that no template, tag or table holds."""
    found = list(pattern.finditer(page.text, *span))
    inside = (
        unbroken(page.cut(span)) if found and (page.has("{", span) or page.has("<", span)) else []
    )
    for match in found:
        if not _is_inside(match.end() - span.start, inside):
            yield match


def says(rows: Sequence[Row], start: int, stop: int) -> bool:
    """Whether rows show anything: templates of unknown meaning don't."""
    return any(rows[at].kind != "template" for at in range(start, stop))
