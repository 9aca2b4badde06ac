"""The list items of a page as people mean them, in whatever editor they wrote them.

Comments and signatures are no part of an item, and blocks of code are examples.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.signature import signature
from wikifaq.transcript.unbroken import Verbatim
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

# Tags whose content is shown as it is typed.
_VERBATIM = ("nowiki", "pre", "syntaxhighlight", "source")
_ANGLE = re.compile(
    rf"\n|<(?:(?P<comment>!--)|(?P<tag>{'|'.join(_VERBATIM)})(?=\s|/?>))", re.IGNORECASE
)
_EMPTY_TAG = re.compile(rf"<(?:{'|'.join(_VERBATIM)})\s*/>", re.IGNORECASE)
# What editors wrap around words without changing them.
_WRAPPING = re.compile(
    rf"</?(?:{'|'.join(_VERBATIM)}|code|tt|kbd|samp|var|span|bdi|small|big|b|strong|i|em|u|br"
    r"|translate)(?:\s[^<>]*+)?/?>|'{2,5}|[\u200b\u200e\u200f\u2060\ufeff]",
    re.IGNORECASE,
)
# A space before it makes the line preformatted: so VisualEditor saves examples.
_BULLET = re.compile(r"\*[\s*]*+")
_TYPED_BULLET = re.compile(r"<nowiki>\*</nowiki>\s*", re.IGNORECASE)
_OTHER_MARKS = re.compile(r"[:#;][\s*:#;]*+")
_SKIPPED = r"<[^<>]*+>|\[\[[^\[\]\n]*+\]\]|https?://[^\s\[\]<>]*+"
_MARK = {
    ":": re.compile(rf"{_SKIPPED}|(?P<at>[:：])"),
    "=": re.compile(rf"{_SKIPPED}|(?P<at>[=＝])"),
}
_LINK_TO_ENTRY = re.compile(r"\[\[[^\[\]\n#]*+#\s*faq-[^\[\]\n]*+\]\]", re.IGNORECASE)


class Item(NamedTuple):
    r"""An item: the number of its line on the page, and its wikitext without its marks.

    ``marks`` are those that follow the bullet, such as the ":" of a reply. A block of code
    over several lines is a bare ``\n`` in the text.
    """

    line: int
    text: str
    marks: str = ""


class UnclosedComment(Exception):  # noqa: N818 - it says what is there
    """The rest of the page is in a comment that begins on ``line``."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}: a comment is opened here and never closed")
        self.line = line


def items(text: str, *, unmarked: re.Pattern[str]) -> Iterator[Item]:
    """The items of a page's bulleted lists. Raises UnclosedComment at the end.

    A line whose text matches ``unmarked`` is one without its bullet, too: VisualEditor saves a
    typed asterisk as text.
    """
    for number, line in _lines(text):
        bare = _TYPED_BULLET.sub("", line)
        if unmarked.match(bare):
            line = f"* {bare}"  # noqa: PLW2901 - the same line, with its bullet
        bullet = _BULLET.match(line)
        if bullet:
            said = _EMPTY_TAG.sub("", line[bullet.end() :])
            other = _OTHER_MARKS.match(said)
            marks = other[0].strip() if other else ""
            yield Item(number, _unsigned(said[other.end() :] if other else said), marks)


def unwrapped(text: str) -> str:
    """An item's text without bold and italic, tags around words, and invisible characters."""
    return _WRAPPING.sub("", text)


def parted(text: str, mark: str) -> tuple[str, str] | None:
    """What stands before and behind the first ":" or "=" that is in no tag, link or address.

    A tag that is open there and shows its content as it is typed is opened again behind it.
    None where there is no such mark.
    """
    found = (match.start() for match in _MARK[mark].finditer(text) if match["at"])
    at = next(found, None)
    if at is None:
        return None
    before = text[:at].lower()
    opened = (
        f"<{name}>" for name in _VERBATIM if before.rfind(f"<{name}") > before.rfind(f"</{name}")
    )
    return text[:at], next(opened, "") + text[at + 1 :]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines without comments, each with its number on the page.

    What a comment spans is one line, as it is to MediaWiki (Preprocessor_Hash.php).
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    verbatim = Verbatim(text)
    kept: list[str] = []
    number = here = 1
    at = 0
    while match := _ANGLE.search(text, at):
        start, end = match.span()
        kept.append(text[at:start])
        if match[0] == "\n":
            yield number, "".join(kept)
            kept.clear()
            number = here = here + 1
        elif match["comment"]:
            closed = text.find("-->", end)
            if closed < 0:
                yield number, "".join(kept)
                raise UnclosedComment(here)
            end = closed + len("-->")
            here += text.count("\n", start, end)
        else:
            end = verbatim.end(match["tag"], end) or end
            lines = text.count("\n", start, end)
            kept.append("\n" if lines else text[start:end])
            here += lines
        at = end
    yield number, "".join([*kept, text[at:]])


def _unsigned(text: str) -> str:
    # Links to entries may lead to a page of somebody's, and are no part of a signature.
    masked = _LINK_TO_ENTRY.sub(lambda link: "x" * len(link[0]), text).rstrip()
    signed = signature(masked, tuple(LANGUAGES.values()))
    return text[: signed.start] if signed else text
