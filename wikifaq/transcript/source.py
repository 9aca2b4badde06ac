"""A page without what its readers never see, and the way back to where each character stood.

Comments, translation mark-up, a byte order mark and carriage returns go, each by the rule of
the program that takes it out: MediaWiki's preprocessor and the Translate extension.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.model import Span
from wikifaq.transcript.unbroken import Verbatim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BYTE_ORDER_MARK = "\ufeff"
_TRANSPORT = re.compile(rf"{_BYTE_ORDER_MARK}|\r(?=\n)")
_GOES = re.compile(r"<!--|</?(?:translate|tvar)|<languages", re.IGNORECASE)
# What the extensions take as it is written; footnotes and galleries are parsed, so not they.
_VERBATIM = "nowiki|pre|syntaxhighlight|source|math|chem|score|timeline|templatedata|graph"
_TRANSLATION = re.compile(
    rf"<(?:(?P<tag>{_VERBATIM})(?=\s|/?>)|(?P<unit>!--T:[^_/\n<>]+-->)|(?P<comment>!--)"
    r"|(?P<open>translate(?:\s++nowrap)?+\s*+>)|(?P<close>/translate\s*+>)"
    r"|(?P<old>tvar\|[^<>]++>)|(?P<end>/>)"
    r"""|tvar\s++name\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^"'\s>]*+)\s*+>|/tvar\s*+>)""",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    rf"<(?:(?P<tag>{_VERBATIM})(?=\s|/?>)|(?P<comment>!--)|languages\s*+/?>(?:</languages\s*+>)?)",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t]*")


class _Runs(NamedTuple):
    """What is left of a text: where each run of it begins, in what is left and in the text."""

    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, at: int) -> int:
        """Where a character of what is left stood."""
        run = bisect_right(self.starts, at) - 1
        return self.origins[run] + at - self.starts[run]


@dataclass(frozen=True, slots=True)
class Source:
    """A page as it is, ``raw``, and as it is read, ``text``."""

    raw: str
    text: str
    _layers: tuple[_Runs, ...] = ()

    def origin(self, span: Span) -> Span:
        """The span of ``raw`` from the first character of a span of ``text`` to its last.

        What was taken out at the span's ends is left out. An empty span gives an empty one
        where the character after it stands.
        """
        start, end = span
        if not self._layers:
            return Span(start, end)
        if start >= end:
            if start >= len(self.text):
                return Span(len(self.raw), len(self.raw))
            start = self._character(start)
            return Span(start, start)
        return Span(self._character(start), self._character(end - 1) + 1)

    def _character(self, at: int) -> int:
        for runs in self._layers:
            at = runs.origin(at)
        return at


def source(raw: str) -> Source:
    """Take out of a page what is not read: see the module. Raises nothing, whatever the text."""
    text = raw
    layers: list[_Runs] = []
    if "\r" in text or _BYTE_ORDER_MARK in text:
        text = _without(text, _transport(text), layers).replace("\r", "\n")
    if _GOES.search(text):
        text = _without(text, _translation(text), layers)
        text = _without(text, _comments(text), layers)
    return Source(raw, text, tuple(reversed(layers)))


def _without(text: str, cuts: Sequence[Span], layers: list[_Runs]) -> str:
    """Cut the spans, which are in order and apart, out of a text, and add the way back."""
    if not cuts:
        return text
    kept: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    at = length = 0
    for start, end in [*cuts, Span(len(text), len(text))]:
        if start > at:
            kept.append(text[at:start])
            starts.append(length)
            origins.append(at)
            length += start - at
        at = end
    layers.append(_Runs(tuple(starts), tuple(origins)))
    return "".join(kept)


def _transport(text: str) -> list[Span]:
    """What files and forms add: byte order marks, and the first half of a CRLF."""
    return [Span(at.start(), at.start() + 1) for at in _TRANSPORT.finditer(text)]


def _translation(text: str) -> list[Span]:
    """The Translate extension's mark-up (TranslatablePageParser::cleanupTags, TranslationUnit).

    An opening tag goes with the line break after it, a closing one with that before it. A
    unit's marker goes with one space or line break after it, but for one at the end of a
    heading, which goes with the space before it. Variables leave their value.
    """
    cuts: list[Span] = []
    verbatim = Verbatim(text)
    variables = 0  # of the old kind, open here
    at = 0
    while match := _TRANSLATION.search(text, at):
        start, at = match.span()
        kind = match.lastgroup
        if kind == "tag":
            at = verbatim.end(match["tag"], at) or at
        elif kind == "comment":
            at = _comment_end(text, start)
        elif kind != "end" or variables:
            variables += (kind == "old") - (kind == "end")
            after = cuts[-1].end if cuts else 0
            cuts.append(_with_white_space(text, kind, Span(start, at), after))
            at = cuts[-1].end
    return cuts


def _with_white_space(text: str, kind: str | None, tag: Span, after: int) -> Span:
    """A tag or marker with the white space that goes with it, if that is not gone already."""
    start, end = tag
    if kind == "unit":
        heading = start > after and text[max(0, start - 2) : start] == "= "
        if heading and text[end : end + 1] in {"", "\n"}:
            return Span(start - 1, end)
        return Span(start, end + (text[end : end + 1] in {"\n", " "}))
    if kind == "open":
        blanks = _blanks_end(text, end)
        return Span(start, blanks + 1 if text.startswith("\n", blanks) else end)
    if kind == "close":
        line = after + len(text[after:start].rstrip(" \t"))
        return Span(line - 1 if line > after and text[line - 1] == "\n" else start, end)
    return tag


def _comments(text: str) -> list[Span]:
    """Comments as the preprocessor strips them (Preprocessor_Hash::buildDomTreeArrayFromText).

    Comments that fill a line take it with them; one that is not closed hides the rest. The
    bar of languages goes too, and on the page's first and last line its line with it.
    """
    cuts: list[Span] = []
    verbatim = Verbatim(text)
    at = 0
    while match := _COMMENTS.search(text, at):
        before, start, at = at, *match.span()
        if match["tag"]:
            at = verbatim.end(match["tag"], at) or at
            continue
        run = list(_comment_run(text, start)) if match["comment"] else [Span(start, at)]
        at = run[-1].end
        line = before + len(text[before:start].rstrip(" \t"))
        end = _blanks_end(text, at)
        fills_line = text[line - 1 : line] == "\n" and text.startswith("\n", end)
        if not match["comment"]:
            fills_line = _at_line_start(text, line) and text[end : end + 1] in {"", "\n"}
        if fills_line:
            at = min(end + 1, len(text))
            run = [Span(line, at)]
        cuts += run
    return cuts


def _at_line_start(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _comment_run(text: str, at: int) -> Iterator[Span]:
    """The comment here, and those closed after it that only blanks part from it."""
    end = _comment_end(text, at)
    yield Span(at, end)
    while text.startswith("<!--", at := _blanks_end(text, end)):
        if (close := text.find("-->", at + len("<!--"))) < 0:
            return
        end = close + len("-->")
        yield Span(at, end)


def _comment_end(text: str, start: int) -> int:
    end = text.find("-->", start + len("<!--"))
    return len(text) if end < 0 else end + len("-->")


def _blanks_end(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    return match.end() if match else at
