"""What a line break does not end: comments, verbatim tags, templates and tables that span lines.

A single pass over the text's marks, as MediaWiki's preprocessor makes it
(includes/parser/Preprocessor_Hash.php): its time grows with the text's length and no faster,
whatever the text is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikifaq.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_VERBATIM = (
    "nowiki|pre|ref|syntaxhighlight|source|math|gallery|timeline|score|templatedata|graph|poem"
)
_MARKS = re.compile(
    rf"(?P<comment><!--)|<(?P<tag>{_VERBATIM})(?=[\s/>])[^<>]*?(?P<empty>/?)>"
    r"|(?P<open>\{\{)|(?P<close>\}\})|(?m:^[ \t:]*(?P<table>\{\|))|(?m:^[ \t]*(?P<end>\|\}))",
    re.IGNORECASE,
)


# What names no page is no call, and shows as it is written (Title.php, what a title can't hold).
_CALL = re.compile(r"\{\{\s*[^\s|{}\[\]<>][^|{}\[\]<>\n]*\s*(?:\||\}\})")


def unbroken(text: str) -> list[Span]:
    """Return the spans within which a line break ends no block: the outermost, in order.

    What is opened and never closed spans nothing, but for a comment, which hides the rest.
    """
    spans: list[Span] = []
    templates: list[int] = []
    tables: list[int] = []
    closings = {name: _Closing(text, name) for name in _VERBATIM.split("|")}
    at = 0
    while match := _MARKS.search(text, at):
        at = match.end()
        if match["comment"]:
            end = text.find("-->", at)
            at = len(text) if end < 0 else end + len("-->")
            spans.append(Span(match.start(), at))
        elif match["tag"]:
            closed = at if match["empty"] else closings[match["tag"].lower()].after(at)
            if closed is not None:
                spans.append(Span(match.start(), closed))
                at = closed
        elif match["open"]:
            templates.append(match.start())
        elif match["table"]:
            tables.append(match.start("table"))
        elif match["close"]:
            if templates and _CALL.match(text, start := templates.pop()):
                spans.append(Span(start, at))
        elif tables:
            spans.append(Span(tables.pop(), at))
    return _outermost(spans)


class _Closing:
    """Finds the closings of one tag, looking at each part of the text once."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._pattern = re.compile(rf"</{name}\s*>", re.IGNORECASE)
        self._none_from = len(text) + 1

    def after(self, at: int) -> int | None:
        """The end of the first closing from here on; None where there is none."""
        if at >= self._none_from:
            return None
        match = self._pattern.search(self._text, at)
        if match is None:
            self._none_from = at
            return None
        return match.end()


def _outermost(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
        elif span.end > found[-1].end:
            found[-1] = Span(found[-1].start, span.end)
    return found
