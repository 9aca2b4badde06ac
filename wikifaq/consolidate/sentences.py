"""The sentences of a question, and those that ask.

A module of our own, not a library: questions are a few lines of people's own spelling, in any
script, so that what matters is abbreviations, quotations, brackets and end marks, which a page of
rules settles; the libraries for this are no longer kept, or bring a model along.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wikifaq.transcript.asking import asks, has_question_mark
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.transcript.words import Words

LONGEST_ASIDE = 400
"""Characters between a bracket or quotation mark and its partner, at most."""

# Words before a full stop that does not end a sentence, whatever follows; those that take a
# number behind them; and those that may stand last, where what follows opens a sentence.
_GO_ON = frozenset(
    "e.g i.e eg ie vs cf viz mr mrs ms mx dr prof st messrs approx resp incl esp fig figs vol dept "
    "al ca z.b d.h u.a bzw vgl ggf evtl p.ex p.ej sig dott bijv d.w.z m.in np tzn т.е напр".split()
)
_NUMBERED = frozenset("no nos nr art sec sect p pp par para ch chap art ст п".split())
_MAY_END = frozenset(
    "etc inc ltd co corp jr sr a.m p.m u.s u.k e.u u.n u.s.a usw enz itd ecc т.д т.п др".split()
)
_OPENERS = frozenset(
    "the a an i we you they he she it this that these those there here in on at for from with by "
    "if when while since as and but so or also please thanks thank hi hello yes no not my our your "
    "their its his her some many most all any each every after before until now then".split()
) | {phrase.split()[0] for words in LANGUAGES.values() if words.spaced for phrase in words.asking}
_DEEPEST = 8  # brackets and quotations within each other
_SHORT_NUMBER = 2  # figures: "3." may count something, "2021." does not

_OPEN = "([{“„«「『（【《〈"
_CLOSE = ")]}”“»」』）】》〉"
_PARTNERS = {")": "(", "]": "[", "}": "{", "»": "«", "」": "「", "』": "『"} | {
    "）": "（", "】": "【", "》": "《", "〉": "〈", "”": "“„", "“": "„"
}  # fmt: skip
_QUOTE = '"'
_LEADING = "\"'“„«([¿¡*"
_MARK = re.compile(r"""[([{“„«「『（【《〈)\]}”»」』）】》〉"]""")
_WIDE = "。？！｡"  # end marks that no space follows
_END = re.compile(
    r"(?P<marks>(?:\.\.+|[.!?…‥؟۔।॥։።፧⁇⁈⁉\u037e。？！｡])[.!?…؟。？！]*|(?<=[\u0370-\u03ff]);)"
    r"""(?P<closers>["'”’“»)\]}」』）】》〉*]*)"""
)
_BREAK = re.compile(r"(?:\n[ \t\r]*\n|\n(?=[ \t]*(?:[-*•–#]|\(?\d{1,2}[.)])[ \t]))\s*")
_BEFORE = re.compile(r"[^\s([{\"“„«]*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_LISTED = re.compile(r"(?:\A|[.!?:]\s+|\n\s*)\d+\Z")  # the number of an item
_WINDOW = 40  # characters before a full stop in which its word is looked for
_ADDRESS = re.compile(r"(?<!\w)\w+://\S*[^\s?!.,;)\]]")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of a plain text's sentences, in order, without the space around them.

    All that is not space is in one of them. Nothing is cut within a bracket or a quotation, or
    before the space behind an end mark; only the wide marks of Chinese and Japanese need none.
    """
    asides = pairs(text)
    ends = {match.end() for match in _BREAK.finditer(text)}
    ends |= {match.end() for match in _END.finditer(text) if _ends(text, match)}
    found, start = [], 0
    for end in (*_outside(sorted(ends), asides), len(text)):
        inner = text[start:end]
        if inner.strip():
            left = start + len(inner) - len(inner.lstrip())
            found.append((left, start + len(inner.rstrip())))
        start = end
    return found


def asking(text: str, languages: tuple[Words, ...] = ()) -> list[tuple[int, int]]:
    """Return the spans of the sentences that ask.

    These are the sentences with a question mark, or where there is none at all, those that open
    with an asking word of the languages, or end with one.
    """
    bare = {span: _ADDRESS.sub("", text[slice(*span)]) for span in sentences(text)}
    marked = [span for span, said in bare.items() if has_question_mark(said)]
    if marked or not languages:
        return marked
    return [span for span, said in bare.items() if asks(said, languages)]


def pairs(text: str) -> list[tuple[int, int]]:
    """Return where brackets and quotation marks open and close, in the order of their opening.

    A mark without its partner, or too far from it, is none.
    """
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        while stack and (at - stack[0][1] > LONGEST_ASIDE or len(stack) > _DEEPEST):
            stack.pop(0)
        partners = _QUOTE if mark == _QUOTE else _PARTNERS.get(mark, "")
        if mark == _QUOTE and _opens_quote(text, at) and all(mark != each for each, _ in stack):
            partners = ""
        level = next((n for n in range(len(stack) - 1, -1, -1) if stack[n][0] in partners), None)
        if partners and level is not None:
            found.append((stack[level][1], at))
            del stack[level:]
        elif mark in _OPEN or (mark == _QUOTE and _opens_quote(text, at)):
            stack.append((mark, at))
    return sorted(found)


def _opens_quote(text: str, at: int) -> bool:
    return (at == 0 or text[at - 1].isspace() or text[at - 1] in _OPEN + "-–—/") and (
        at + 1 < len(text) and not text[at + 1].isspace()
    )


def _outside(cuts: Sequence[int], asides: Sequence[tuple[int, int]]) -> list[int]:
    """Leave out the cuts within an aside."""
    outermost: list[tuple[int, int]] = []
    for start, end in asides:
        if not outermost or start > outermost[-1][1]:
            outermost.append((start, end))
    starts = [start for start, _ in outermost]
    kept = []
    for cut in cuts:
        n = bisect_left(starts, cut) - 1
        if n < 0 or cut > outermost[n][1]:
            kept.append(cut)
    return kept


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether an end mark ends a sentence."""
    marks, closers, at = match["marks"], match["closers"], match.end()
    if at == len(text):
        return True
    if closers[:1] in {"]", ")"} and text[match.start() - 1 : match.start()] in {"[", "("}:
        return False  # "[…]": words left out
    if marks[-1] in _WIDE and not closers:
        return True
    if not text[at].isspace():
        return False
    rest = text[at : at + _WINDOW].lstrip()
    small = rest.lstrip(_LEADING)[:1].islower()
    trails_off = marks != "." and not marks.strip(".…‥")
    if small and (closers.strip("*") or trails_off):
        return False  # "Is it?" they said ... and went on
    return marks != "." or closers != "" or _full_stop(text, match.start(), rest, small=small)


def _full_stop(text: str, at: int, rest: str, *, small: bool) -> bool:
    """Whether a full stop is more than that of an abbreviation, an initial or a number."""
    before = _BEFORE.search(text, max(0, at - _WINDOW), at)
    word = (before[0] if before else "").lower()
    if not word:
        return text[at - 1 : at] in _CLOSE + _QUOTE
    if word in _GO_ON:
        return False
    if word in _NUMBERED and rest[:1].isdigit():
        return False
    follows = _WORD.match(rest.lstrip(_LEADING))
    opens = follows is not None and not small and follows[0].lower() in _OPENERS
    if word.isdigit() and len(word) <= _SHORT_NUMBER:
        return opens and not _LISTED.search(text, max(0, at - _WINDOW), at)
    if word in _MAY_END or all(len(part) == 1 and part.isalpha() for part in word.split(".")):
        return opens
    return True
