"""An entry's heading: the question, or consecutive words of it that hold its question sentence."""

from __future__ import annotations

import re

LONGEST = 120
"""Characters, marks of cuts included."""

CUT = "[…]"
_SENTENCE_END = re.compile(r"[.!?？！。؟]+[\"'”’»)\]]*(?=\s|$)|(?<=[。？！])")
_ASKS = re.compile(r"[?？؟]")


def headline(question: str) -> str:
    """Return a plain text of at most 120 characters, cuts marked […].

    A short question is its own heading. Of a longer one it is the first sentence that asks
    something, with as many of the sentences after and before it as there is room for; where
    that sentence alone is too long it is cut between words.
    """
    question = " ".join(question.split())
    if len(question) <= LONGEST:
        return question
    sentences = _sentences(question)
    asking = next(
        (i for i, (start, end) in enumerate(sentences) if _ASKS.search(question, start, end)), 0
    )
    first = last = asking
    if _length(question, *_span(sentences, first, last)) > LONGEST:
        return _cut(question, sentences[asking][0])
    while last + 1 < len(sentences) and _fits(question, _span(sentences, first, last + 1)):
        last += 1
    while first > 0 and _fits(question, _span(sentences, first - 1, last)):
        first -= 1
    return _marked(question, *_span(sentences, first, last))


def _sentences(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if text[start : match.end()].strip():
            spans.append((start + len(text[start:]) - len(text[start:].lstrip()), match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append((start + len(text[start:]) - len(text[start:].lstrip()), len(text)))
    return spans


def _span(sentences: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    return sentences[first][0], sentences[last][1]


def _fits(text: str, span: tuple[int, int]) -> bool:
    return _length(text, *span) <= LONGEST


def _length(text: str, start: int, end: int) -> int:
    return len(_marked(text, start, end))


def _marked(text: str, start: int, end: int) -> str:
    before = f"{CUT} " if start > 0 else ""
    after = f" {CUT}" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"


def _cut(text: str, start: int) -> str:
    """Keep the start of a sentence, up to the last word that fits."""
    room = LONGEST - len(_marked(text, start, start + 1)) + 1
    kept = text[start : start + room]
    if " " in kept:
        kept = kept[: kept.rindex(" ")]
    return _marked(text, start, start + len(kept.rstrip(" ,;:–—-")))
