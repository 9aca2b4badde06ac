"""Links in inline wikitext, as the text that they show.

Wikilinks are found as MediaWiki finds them (includes/parser/Parser.php,
``handleInternalLinks2``): the text is cut at each ``[[``, and what does not begin with a link up
to ``]]`` stays as it is written. So are links to other sites (``handleExternalLinks``).
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from wikifaq.transcript.characters import NOTHING
from wikifaq.transcript.quotes import without_quotes
from wikifaq.transcript.titles import CATEGORY, FILE, names_a_page, namespace

# Title::legalChars, and "#" and "%".
_TITLE = r"[^\[\]{}|<>\x00-\x1f\x7f]++"
_LINK = re.compile(rf"({_TITLE})(?:\|(.+?))?\]\]", re.DOTALL)
_MAYBE_FILE = re.compile(rf"({_TITLE})\|")
# $wgUrlProtocols (includes/MainConfigSchema.php), and EXT_LINK_URL_CLASS and EXT_LINK_ADDR of
# Parser.php.
_PROTOCOL = (
    r"(?:(?i:(?:ftps?|git|gopher|https?|ircs?|mms|nntp|redis|s?ftp|ssh|svn|telnet|worldwind)://"
    r"|(?:bitcoin|geo|magnet|mailto|matrix|news|sips?|sms|tel|urn|xmpp):)|//)"
)
_NO_SPACE = r"\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_IN_ADDRESS = rf'[^\[\]<>"\x00-\x20\x7f\ufffd{_NO_SPACE}]'
_IS_ADDRESS = re.compile(_PROTOCOL)
# Where the bracket is never closed, the rest of the line is taken too: no link is in it.
_EXTERNAL = re.compile(
    rf"\[({_PROTOCOL}(?:\[[0-9A-Fa-f:.]++\]|{_IN_ADDRESS}){_IN_ADDRESS}*+)"
    rf"[ {_NO_SPACE}]*+([^\]\n]*+)(\])?"
)
_ANGLE = re.compile("&[lg]t;")


def with_labels(text: str) -> str:
    """Return the text with what each wikilink shows in its place.

    Categories show nothing, as do files, which do not stand in the running text.
    """
    first, *pieces = text.split("[[")
    out = [first]
    at = barren = 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if match := _LINK.match(piece):
            label, rest = match[2], match.end()
            # A bracket in the label is closed by the first of three.
            if label and "[" in label and piece.startswith("]", rest):
                label += "]"
                rest += 1
            shown = _shown(match[1], label)
            if shown is None:
                out.append(f"[[{piece}")
                continue
            if not shown:
                _strip_end(out)
            out += (shown, piece[rest:])
        elif at > barren and (match := _MAYBE_FILE.match(piece)) and namespace(match[1]) in FILE:
            end, trail = _file_end(pieces, at)
            if trail is None:  # nor does one that begins before what stopped this one, or there
                barren = end + 1
                out.append(f"[[{piece}")
            else:
                at = end
                out.append(trail)
        else:
            out.append(f"[[{piece}")
    return "".join(out)


def _strip_end(out: list[str]) -> None:
    """Take away the white space at the end, as before a category."""
    while out:
        out[-1] = out[-1].rstrip()
        if out[-1]:
            return
        out.pop()


def _file_end(pieces: list[str], at: int) -> tuple[int, str | None]:
    """Where a file with links in its caption ends: the next piece, and the text before that.

    Where it does not end, the piece up to which was looked, and None.
    """
    for number in range(at, len(pieces)):
        ended = pieces[number].split("]]", 2)
        if len(ended) > 2:  # noqa: PLR2004 - the first ends a link in it, the second the file
            return number + 1, ended[2]
        if len(ended) == 1:
            return number, None
    return len(pieces), None


def _shown(written: str, label: str | None) -> str | None:
    """What a link shows, "" where that is nothing and None where it is no link."""
    if "%" in written:
        written = unquote(written, errors="replace")
    title = written.lstrip(" ")
    if _IS_ADDRESS.match(title) or not names_a_page(title):
        return None
    space = namespace(title)
    if space in CATEGORY:
        return ""
    if space in FILE:
        return NOTHING
    if label:
        shown = without_quotes(label)
    elif title[0] == "/" and title.rstrip()[-1] == "/":
        shown = title.strip(" /")
    else:
        shown = title.removeprefix(":")
    return f"{NOTHING}{_apart(shown)}{NOTHING}"


def _apart(shown: str) -> str:
    """Keep later steps off what a link shows: MediaWiki puts it in its place after them."""
    if "[" in shown:
        shown = shown.replace("[", f"[{NOTHING}")
    if "''" in shown:
        shown = shown.replace("'", f"'{NOTHING}")
    return shown.replace("\n", " ")


def with_external_labels(text: str, *, addresses: bool = False) -> str:
    """Return the text with the label of each link to another site.

    MediaWiki numbers those without a label. They give nothing, or their ``addresses``.
    """
    if addresses:
        return _EXTERNAL.sub(_external, text)
    return _EXTERNAL.sub(_labelled, text)


def _labelled(match: re.Match[str]) -> str:
    address, label, closed = match.groups()
    if not closed or label or _ANGLE.search(address):
        return _external(match)
    return NOTHING


def _external(match: re.Match[str]) -> str:
    address, label, closed = match.groups()
    if not closed:
        return match[0]
    if angle := _ANGLE.search(address):
        label = f"{address[angle.start() :]} {label}"
    return f"{NOTHING}{label or address}{NOTHING}"
