"""Characters of inline text: references to them, white space, and those that hold a place.

While a text is read step by step, a few control characters, which no wiki page can hold
(includes/libs/UtfNormal, ``Validator::cleanUp``), stand for what an earlier step has taken out.
"""

from __future__ import annotations

import re
from html.entities import html5

NOTHING = "\x01"
"""A tag or a link's edge: shows nothing, but no title, address or run of apostrophes spans it."""
BREAK = "\x02"
"""A tag that parts words."""
_KEPT = "\x03"

_KEPT_TEXT = re.compile("\x03([0-9]+)\x03")
_REFERENCE = re.compile("&(?:#([0-9]+)|#[xX]([0-9A-Fa-f]+)|([A-Za-z0-9\x80-\U0010ffff]+));")
_LONGEST_NUMBER = 7
_ASCII_SPACE = 0x20
_ALIASES = {"רלמ": "\u200f", "رلم": "\u200f"}  # Sanitizer.php, MW_ENTITY_ALIASES
# White space of every kind that ends at the next word; what ends a line for Python is among it.
_WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"


class Shelf:
    """Texts that later steps must not read as wikitext: each leaves a place holder behind."""

    __slots__ = ("_texts",)

    def __init__(self) -> None:
        self._texts: list[str] = []

    def put(self, text: str) -> str:
        """Keep a text and return what stands for it."""
        self._texts.append(text)
        return f"{_KEPT}{len(self._texts) - 1}{_KEPT}"

    def taken(self, text: str) -> str:
        """Return the text with all that was kept in its place."""
        if not self._texts:
            return text
        return _KEPT_TEXT.sub(lambda match: self._texts[int(match[1])], text)


def without_holders(text: str) -> str:
    r"""Return a text with no place holders of its own, its lines ended by ``\n``."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for holder in (NOTHING, BREAK, _KEPT):
        if holder in text:
            text = text.replace(holder, "\ufffd")
    return text


def decoded(text: str) -> str:
    """Return the text with its character references replaced by what they stand for.

    What MediaWiki does not take for a reference stays as it is (Sanitizer.php,
    ``normalizeCharReferences``: a semicolon is needed, controls and surrogates are refused).
    """
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return html5.get(f"{name};") or _ALIASES.get(name) or match[0]
    digits = (decimal or hexadecimal).lstrip("0")
    if not digits or len(digits) > _LONGEST_NUMBER:
        return match[0]
    code = int(digits, 10 if decimal else 16)
    # Sanitizer.php, validateCodepoint.
    allowed = (
        code in (0x09, 0x0A)
        or _ASCII_SPACE <= code <= 0x7E  # noqa: PLR2004 - code points are what it is about
        or 0xA0 <= code <= 0xD7FF  # noqa: PLR2004
        or 0xE000 <= code <= 0xFFFD  # noqa: PLR2004
        or 0x10000 <= code <= 0x10FFFF  # noqa: PLR2004
    )
    return chr(code) if allowed else match[0]


def one_line(text: str) -> str:
    """Return the text with each run of white space as one space, and none at the ends.

    Spaces that do not break are characters like others. Place holders go.
    """
    if NOTHING in text:
        text = text.replace(NOTHING, "")
    if not text.isprintable():
        text = text.replace(BREAK, " ")
        for white in _WHITE:
            if white in text:
                text = text.replace(white, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" ")
