"""An answer's paragraphs and the turns they make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.model import Span, Turn
from wikifaq.transcript.block import tree
from wikifaq.transcript.candidate import Piece
from wikifaq.transcript.inline import parts
from wikifaq.transcript.row import SILENT, line_breaks
from wikifaq.transcript.signature import signature
from wikifaq.transcript.wikitext import SIGNERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext

_BLOCKS = re.compile(r"\n(?:[ \t]*\n|[*#:;=])|\A[*#:;]|\n[ \t]*\{\|")
_LINE_END = re.compile(r"(?:\n|<br\s*/?>)\s*(?=\S)", re.IGNORECASE)
_LAST_BREAK = re.compile(r"<br\s*/?>\Z", re.IGNORECASE)
_LONGEST_BREAK = 12
_NUMBER = re.compile(r"\(?(\d{1,2})\)\s*(?=\S)")
_WORD = re.compile(r"\w+")
_FEWEST_SUBS = 2
_FEWEST_LABELS = 2
_USUAL = 0.5


def row_pieces(page: Wikitext, rows: Iterable[Row]) -> Iterator[Piece]:
    """Yield what rows say, without list marks and without the marks of answers."""
    for row in rows:
        start, end = row.body
        if page.marked and row.mark and row.mark.kind != "question":
            start = row.mark.end
            if row.mark.bold and page.text.endswith(row.mark.bold, start, end):
                end -= len(row.mark.bold)
        if start < end:
            name = row.mark.name if page.marked and row.mark else None
            yield Piece(Span(start, end), name, named=name is not None)


def paragraphs(page: Wikitext, pieces: Iterable[Piece]) -> list[Piece]:
    """Cut pieces into paragraphs and take the signatures off them.

    A signature names the author of the paragraphs above it, up to the signature before.
    Paragraphs that show nothing (categories, templates, comments) are left out.
    """
    found: list[Piece] = []
    unsigned = 0
    for piece in pieces:
        for paragraph in _cut(page, piece.span) if _is_several(page, piece.span) else (piece.span,):
            span = paragraph
            signed = None
            if page.signed and piece.author is None and page.may_be_signed(*span):
                signed = signature(page.cut(span), SIGNERS)
            if signed:
                span = _trimmed(page, span.start, span.start + signed.start)
            if page.plain(span).strip():
                found.append(piece._replace(span=span))
            if signed:
                found[unsigned:] = [
                    each._replace(author=signed.author) for each in found[unsigned:]
                ]
            if signed or piece.author is not None:
                unsigned = len(found)
    return found


def _is_several(page: Wikitext, span: Span) -> bool:
    """Whether a stretch may hold several paragraphs."""
    find = page.text.find
    start, end = span
    return find("\n", start, end) >= 0 or find("<", start, end) >= 0 or find("{{", start, end) >= 0


def _cut(page: Wikitext, span: Span) -> Iterator[Span]:
    """Cut a stretch into its paragraphs, list items and the like."""
    text = page.cut(span)
    blocks = [Span(0, len(text))]
    if "\n" in text and _BLOCKS.search(text) and not text.startswith("{|"):
        blocks = [block.body for block in tree(text).walk() if block.kind not in SILENT]
    for block in blocks:
        for start, end in parts(text[block.start : block.end]):
            at = span.start + block.start
            yield Span(at + start, at + end)


def _trimmed(page: Wikitext, start: int, end: int) -> Span:
    text = page.text[start:end].rstrip()
    while match := _LAST_BREAK.search(text, max(0, len(text) - _LONGEST_BREAK)):
        text = text[: match.start()].rstrip()
    return Span(start, start + len(text))


def numbered(
    page: Wikitext, answer: Sequence[Piece]
) -> tuple[Sequence[Piece], list[tuple[Piece, Sequence[Piece]]]]:
    """Part sub-questions ``1) …``, ``2) …`` with their answers from an answer's paragraphs.

    They count as such when they number from 1 without a gap, there are at least two, and the
    first paragraph is one: a preamble is asked, not answered. The piece of a sub-question
    starts after its number.
    """
    starts: list[tuple[int, int]] = []
    for i, piece in enumerate(answer):
        match = _NUMBER.match(page.text, piece.span.start, piece.span.end)
        if match and int(match[1]) == len(starts) + 1:
            starts.append((i, match.end()))
        elif i == 0:
            return answer, []
    if len(starts) < _FEWEST_SUBS:
        return answer, []
    ends = [start for start, _ in starts[1:]] + [len(answer)]
    subs = [
        (Piece(Span(words, answer[start].span.end)), answer[start + 1 : end])
        for (start, words), end in zip(starts, ends, strict=True)
    ]
    if not any(page.asks(asked.span) and answered for asked, answered in subs):
        return answer, []  # an answer in points
    return (), subs


class _Opened(NamedTuple):
    """A turn being joined: who speaks, by label or by signature, and its paragraphs."""

    speaker: str | None
    role: str | None
    spans: list[Span]
    labelled: bool = False


def turns(page: Wikitext, answer: Sequence[Piece], speakers: frozenset[str]) -> tuple[Turn, ...]:
    """Join an answer's paragraphs into turns: a label opens one, the unlabelled continue it.

    ``speakers`` are the names that count as labels on this page. Where nobody is named by a
    label, a paragraph belongs to whoever signed it.
    """
    made: list[_Opened] = []
    for piece in answer:
        for span in _lines(page, piece.span, speakers):
            if not page.plain(span).strip():
                continue
            found = page.label(span) if speakers else None
            if piece.named:
                made.append(_Opened(piece.author, None, [span], labelled=True))
            elif found and found.name in speakers:
                words = Span(span.start + found.end, span.end)
                made.append(_Opened(found.name, found.role, [words], labelled=True))
            elif made and (made[-1].labelled or made[-1].speaker == piece.author):
                made[-1].spans.append(span)
            else:
                made.append(_Opened(piece.author, None, [span]))
    return tuple(_turn(page, opened) for opened in made)


def _lines(page: Wikitext, span: Span, speakers: frozenset[str]) -> Iterator[Span]:
    """Cut a paragraph of several lines where a line opens with a speaker's label."""
    if not speakers:
        yield span
        return
    start = span.start
    for at in _line_starts(page, span):
        found = page.label(Span(at, span.end))
        if found and found.name in speakers:
            yield _trimmed(page, start, at)
            start = at
    yield span if start == span.start else Span(start, span.end)


def _turn(page: Wikitext, opened: _Opened) -> Turn:
    spans = opened.spans
    span = Span(spans[0].start, spans[-1].end)
    return Turn(
        speaker=opened.speaker,
        role=opened.role,
        text="\n\n".join(map(page.plain, spans)),
        wikitext=page.cut(span),
        span=span,
        paragraphs=tuple(map(page.cut, spans)),
    )


def labels(
    page: Wikitext, answers: Iterable[Sequence[Piece]], *, conversation: bool, faq: bool
) -> frozenset[str]:
    """Return the names by which paragraphs of the answers on this page are labelled.

    In a conversation a bare word is believed, and a label with a role, a link or bold letters;
    several bare words where the first is a label too, or where other labels are about and none
    of the words is used as a common word. So it is elsewhere where most answers have labels, and
    the same return, but for an FAQ; otherwise a label needs a link to a user.
    """
    found: dict[str, int] = {}
    sure: set[str] = set()
    linked: set[str] = set()
    labelled: set[int] = set()
    answers = list(answers)
    for number, answer in enumerate(answers):
        for piece in answer:
            for opening in _openings(page, piece.span):
                each = page.label(opening)
                if each is None:
                    continue
                labelled.add(number)
                found[each.name] = found.get(each.name, 0) + 1
                if each.linked:
                    linked.add(each.name)
                if each.role or each.initialled or page.text.startswith(("''", "["), opening.start):
                    sure.add(each.name)
    returning = sum(count > 1 for count in found.values()) * 2 >= len(found)
    usual = len(labelled) >= max(_FEWEST_LABELS, _USUAL * sum(map(bool, answers)))
    if not (conversation or (returning and usual and not faq)):
        return frozenset(linked)
    single = {name for name in found if " " not in name} | sure | linked
    several = len(single) >= _FEWEST_LABELS
    small = _small_words(page) if len(single) < len(found) else frozenset()
    return frozenset(
        name
        for name, count in found.items()
        if name in single
        or name.split()[0] in single
        or ((several or count > 1) and _is_uncommon(name, small))
    )


def _openings(page: Wikitext, span: Span) -> Iterator[Span]:
    """A paragraph, and what is left of it from each further line on."""
    yield span
    for at in _line_starts(page, span):
        yield Span(at, span.end)


def _line_starts(page: Wikitext, span: Span) -> Iterator[int]:
    """Where the lines of a paragraph begin, but for the first."""
    if page.has("\n", span) or page.has("<", span):
        for match in line_breaks(page, span, _LINE_END):
            yield match.end()


def _small_words(page: Wikitext) -> frozenset[str]:
    """The words that stand on the page in small letters."""
    return frozenset(word for word in _WORD.findall(page.text) if word[0].islower())


def _is_uncommon(name: str, small: frozenset[str]) -> bool:
    """Whether no word of a name, in small letters, is among some words."""
    words = {word.lower() for word in name.split() if word.lower() != word}
    return bool(words) and not words & small
