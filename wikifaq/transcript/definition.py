"""Terms and definitions on one line: where ``; term : definition`` is cut.

MediaWiki cuts at the first colon outside links, tags and ``-{ }-`` (BlockLevelPass.php,
``findColonNoLinks``), when links, addresses and marks of bold and italic are tags already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikifaq.transcript.unbroken import Piece

# Addresses that are links without brackets ($wgUrlProtocols, Parser.php: handleMagicLinks).
_PROTOCOLS = (
    r"(?:(?:https?|ftps?|git|gopher|ircs?|mms|redis|sftp|ssh|svn|telnet|worldwind|xmpp)://"
    r"|(?:bitcoin|geo|magnet|mailto|matrix|news|nntp|sip|sips|sms|tel|urn):)"
)
_MARK = re.compile(
    rf"(?P<colon>:)|(?P<quotes>'{{2,}})|(?P<open>-\{{)|(?P<close>\}}-)|(?P<link>\[\[|\]\])"
    rf"|\[(?://|{_PROTOCOLS})[^\s\[\]<>\"][^\[\]\n]*+\]"
    rf"|(?P<address>\b{_PROTOCOLS}(?:(?!'')[^\s\[\]<>\"])++)"
    r"|<(?P<closes>/?)(?P<tag>[a-z][a-z0-9]*+)(?=[\s/>])[^<>]*?(?P<empty>/?)>",
    re.IGNORECASE,
)
# MediaWiki lets these through (Sanitizer.php, getRecognizedTagData); others are text. One that is
# never closed is open to the end of the line, even <br>.
_TAGS = frozenset(
    """
    abbr b bdi bdo big blockquote br caption center cite code data dd del dfn div dl dt em font
    h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rb rp rt rtc ruby s samp small span strike
    strong sub sup table td th time tr tt u ul var wbr
""".split()
)
# What so many apostrophes open or close (Parser.php, doQuotes).
_QUOTES = {2: frozenset("i"), 3: frozenset("b"), 4: frozenset("b")}
_MORE_QUOTES = frozenset("bi")
_MOST_TERMS = 8


class Item(NamedTuple):
    """An item of a line: its marks, and where it and its words begin."""

    marks: str
    start: int
    body: int


def items(
    text: str, marks: str, span: tuple[int, int, int], before: str, pieces: Sequence[Piece] = ()
) -> list[Item]:
    """Cut a line with ``;`` among its list marks into items.

    ``span`` is where the line begins, where its marks end, and where it ends; ``before`` are
    the marks of the line directly above. Of several terms, each has its definition.
    """
    start, body, end = span
    same = marks.replace(";", ":") == before.replace(";", ":")
    common = 0 if same else _common(marks, before.replace(";", ":"))
    terms = [len(marks) - 1] if same else range(common, len(marks))
    found: list[Item] = []
    done = 0
    for at in terms:
        if marks[at] != ";":
            continue
        colon = _colon(text, body, end, pieces)
        if colon is None or len(found) == _MOST_TERMS:
            break
        found.append(Item(marks[:at].replace(";", ":") + ";", start, body))
        start, body, done = colon, colon + 1, at + 1
    found.append(Item(marks[:done].replace(";", ":") + marks[done:], start, body))
    return found


def _common(marks: str, others: str) -> int:
    count = 0
    for one, other in zip(marks, others, strict=False):
        if one != other:
            break
        count += 1
    return count


def _colon(text: str, start: int, end: int, pieces: Sequence[Piece]) -> int | None:
    """Where the first colon of a stretch stands that is in nothing; None without one."""
    if text.find(":", start, end) < 0:
        return None
    whole = sorted([*_links(text, start, end), *((each.start, each.end) for each in pieces)])
    around = _Around()
    at = start
    for begin, after in [*whole, (end, end)]:
        while match := _MARK.search(text, at, max(begin, at)):
            if match["colon"] and around.nothing:
                return match.start()
            at = match.end()
            if match["address"]:
                at = match.start() + len(match["address"].rstrip(",;.:!?"))
            else:
                around.pass_by(match)
        at = max(at, after)
    return None


class _Around:
    """What is open around a place in a line: tags, quotes and ``-{``."""

    def __init__(self) -> None:
        self._tags = 0
        self._converted = 0
        self._quotes = frozenset[str]()

    @property
    def nothing(self) -> bool:
        return not (self._tags or self._converted or self._quotes)

    def pass_by(self, match: re.Match[str]) -> None:
        """Go past what opens or closes something."""
        if match["open"]:
            self._converted += 1
        elif match["close"]:
            self._converted = max(0, self._converted - 1)
        elif self._converted:
            return
        elif match["quotes"]:
            self._quotes ^= _QUOTES.get(len(match["quotes"]), _MORE_QUOTES)
        elif match["tag"] and match["tag"].lower() in _TAGS and not match["empty"]:
            self._tags = max(0, self._tags - 1) if match["closes"] else self._tags + 1


def _links(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The internal links of a stretch: from the last opening before a closing."""
    opened = None
    for match in re.compile(r"\[\[|\]\]").finditer(text, start, end):
        if match[0] == "[[":
            opened = match.start()
        elif opened is not None:
            yield opened, match.end()
            opened = None
