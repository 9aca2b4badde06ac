"""What leads to a signature and goes with it: dashes, white space, tags, a note on its author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikifaq.transcript.userlink import SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEADING = frozenset("-–—―~(•·→\u200e\u200f")
_ENTITIES = ("&nbsp;", "&#32;", "&#160;", "&mdash;", "&ndash;", "&#8212;", "&#8211;")
_OPENING = re.compile(r"<(?:[a-z]{1,12}(?:\s[^<>]*)?|br\s*/?)>", re.IGNORECASE)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z]{1,12})(?:\s[^<>]*)?>", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?:[-–—(]|&[mn]dash;)")
_NOTE_OPENS = re.compile(r"[—–(]|--|&[mn]dash;|''|(?<!\[)\[(?!\[)")
_STRONG_DASH = re.compile(r"--|[—―]|&mdash;|&#8212;")
_DASH = re.compile(r"[-–—―~]|&[mn]dash;|&#821[12];")
_FULL_STOPS = frozenset(".!?…。！？؟।")
_ENDS_SENTENCE = _FULL_STOPS | frozenset("\"'”’»」』)]}>;")
_LONGEST_TAG = 200
_LONGEST_NOTE = 160
_LONGEST_DECORATION = 24
_FEWEST_WORDS_AFTER = 2  # "unsigned comment by"


def lead(text: str, low: int, at: int, end: int) -> int:
    """Return where dashes, white space and opening tags begin that lead to a signature at ``at``.

    ``end`` is where the signature ends, and nothing before ``low`` belongs to it.
    """
    signature = at
    while at > low:
        char = text[at - 1]
        if char in _LEADING or char.isspace():
            at -= 1
        elif char == ">":
            opening = text.rfind("<", max(low, at - _LONGEST_TAG), at)
            if opening < 0 or not _OPENING.fullmatch(text, opening, at):
                break
            at = opening
        elif char == ";" and text.endswith(_ENTITIES, low, at):
            at = text.rfind("&", low, at)
        elif char == "'" and text.endswith("''", low, at) and not text[at].isspace():
            opening = at - 3 if text.endswith("'''", low, at) else at - 2
            if "''" not in text[signature:end] or text[opening - 1 : opening].isalnum():
                break  # they end what stands before
            at = opening
        else:
            break
    return at


def is_set_apart(text: str, low: int, front: int, at: int) -> bool:
    """Whether a single link is set apart as a signature: by dashes or on a line of its own."""
    before = text[front:at]
    if _STRONG_DASH.search(before) or ("\n" in before and front > low):
        return True
    return _DASH.search(before) is not None and (front == low or text[front - 1] in _FULL_STOPS)


def may_begin(text: str, low: int, front: int, at: int) -> bool:
    """Whether a signature may begin here: after a sentence, a tag or a dash, or at the start.

    ``front`` is where what leads to it begins, see ``lead``, and ``at`` where it ends.
    """
    return (
        front == low
        or text[front - 1] in _ENDS_SENTENCE
        or _DASH.search(text, front, at) is not None
    )


def note(
    text: str, low: int, front: int, *, link: int, time: int, end: int, unsigned: Iterable[str]
) -> int:
    """Return where the words begin that are no author's but belong to the signature's note.

    Between ``low`` and ``front`` they are looked for: a note that somebody else added stands in
    a tag that the signature closes and opens with a dash or a bracket, or in brackets that it
    closes, or holds a word of ``unsigned`` behind a dash, a bracket or the like; and a word of
    decoration stands in a tag with the link. The signature's links end at ``link``, its time at
    ``time``, and all of it at ``end``.
    """
    if front == low:
        return front
    if text[front - 1] in _ENDS_SENTENCE and not text.endswith("''", low, front):
        return front
    start = max(low, front - _LONGEST_NOTE)
    start = max(start, text.rfind("\n", start, front) + 1)
    head = text[start:front]
    found = _in_tag(head, text[link:time].lower(), text[time:end].lower())
    if found is None and text[time:end].lstrip().startswith((")", "）")):
        found = _unclosed(head)
    if found is None:
        found = _by_word(head, unsigned, whole_line=start == low or text[start - 1] == "\n")
    return front if found is None else lead(text, low, start + found, end)


def _in_tag(head: str, between: str, after: str) -> int | None:
    opened: list[re.Match[str]] = []
    for tag in _TAG.finditer(head):
        if not tag["close"]:
            opened.append(tag)
        elif opened:
            opened.pop()
    for tag in opened:
        closing = f"</{tag['name'].lower()}"
        if closing in after and ("autosigned" in tag[0] or _NOTE.match(head, tag.end())):
            return tag.start()
        if closing in between and len(head) - tag.end() <= _LONGEST_DECORATION:
            return tag.start()
    return None


def _unclosed(head: str) -> int | None:
    """Where the last bracket opens that isn't closed, if its words are set apart."""
    depth = 0
    for at in range(len(head) - 1, -1, -1):
        if head[at] in ")）":
            depth += 1
        elif head[at] in "(（":
            if not depth:
                return at if _is_set_apart(head, at) else None
            depth -= 1
    return None


def _is_set_apart(head: str, at: int) -> bool:
    """Whether the words in brackets look unlike those around them."""
    return head.startswith("''", at + 1) or "[[" in head[at:] or head[at - 1 : at] == ">"


def _by_word(head: str, unsigned: Iterable[str], *, whole_line: bool) -> int | None:
    lowered = head.lower()
    for word in unsigned:
        at = lowered.rfind(word)
        if at < 0 or SENTENCE_ENDS.search(head, at):
            continue
        opens = [match.start() for match in _NOTE_OPENS.finditer(head, 0, at)]
        if opens:
            return opens[-1]
        follow = len(head[at + len(word) :].split())
        if whole_line and follow >= _FEWEST_WORDS_AFTER and not SENTENCE_ENDS.search(head):
            return 0
    return None
