"""Text that shows itself and nothing else: the characters that wikitext gives a meaning to.

Every character that MediaWiki's passes look for is written as a character reference, which the
passes see only after they are done (includes/parser/Parser.php, ``internalParse``). What a save
would change (PreSaveTransform, Unicode normalisation) is changed here first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html.entities import html5
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable

# $wgUrlProtocols (includes/MainConfigSchema.php), parted by whether slashes belong to them.
_SLASHED = "ftp|ftps|git|gopher|http|https|irc|ircs|mms|nntp|redis|sftp|ssh|svn|telnet|worldwind"
_PLAIN = "bitcoin|geo|magnet|mailto|matrix|news|sip|sips|sms|tel|urn|xmpp"
PROTOCOL = rf"(?i:(?:{_SLASHED})://|(?:{_PLAIN}):)"

SPACES = " \xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
"""Unicode's category Zs."""

# EXT_LINK_URL_CLASS and EXT_LINK_ADDR of Parser.php.
URL_CHARACTER = rf'[^][<>"\x00-\x1f\x7f\ufffd{SPACES}]'
URL = rf"{PROTOCOL}(?:\[(?i:[0-9a-f:.]+)\]|{URL_CHARACTER}){URL_CHARACTER}*"

_REFERENCE = re.compile("&(?:#([0-9]+)|#[xX]([0-9A-Fa-f]+)|([A-Za-z0-9\x80-\U0010ffff]+));")
_REFERENCE_LIKE = re.compile("&(?=#|[A-Za-z0-9\x80-\U0010ffff]+;)")
_ALIASES = {"רלמ": "\u200f", "رلم": "\u200f"}  # Sanitizer.php, MW_ENTITY_ALIASES
_LONGEST_NUMBER = 7

_SPACE = re.compile(r"[ \t\n]+")
_NAMED = {"\xa0": "&nbsp;", "\xad": "&shy;", "\u200e": "&lrm;", "\u200f": "&rlm;"}
# Joiners spell words and emoji, so they stay as they are.
_JOINERS = frozenset("\u200c\u200d")
REWRITTEN = "\u0d4d\u200d"
"""A joiner that spells a letter of Malayalam: a wiki in that language stores it as the letter."""

FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
"""Forms of Arabic letters, which a wiki in Arabic stores as the letters.

(includes/languages/data/NormalizeAr.php and NormalizeMl.php)
"""
# What embeds, overrides or isolates a direction, and what ends that.
_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DEEPEST = 60
_MARKS_AT_START = frozenset("*#:;!+-＃")

# Brackets around a few words read better bare. They may be where no link can come of them:
# no protocol can follow, and nothing in between has a meaning of its own.
_BRACKETED = r"(?<!\[)\[((?:[^\W_]|…)(?:[^][{}<>|/:'~_=&!\n]|: |'(?!'))*)\](?!\])"
_MEANING = (
    r"&(?=#|[A-Za-z0-9\x80-\U0010ffff]+;)|[<>\[\]{}=]|\|+|'{2,}|~{2,}|_{2,}|＿{2,}|!{2,}"
    rf"|(?i:{_SLASHED}):(?=//)|(?<![A-Za-z0-9])(?i:{_PLAIN}):(?! )"
    r"|(?:ISBN|RFC|PMID)(?=\s+[0-9])"
)
_WITH_BRACKETS = re.compile(f"{_BRACKETED}|{_MEANING}")
_WITHOUT_BRACKETS = re.compile(_MEANING)
_INSTEAD = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "ISBN": "&#73;SBN",
    "PMID": "&#80;MID",
    "RFC": "&#82;FC",
}


def clean(text: str) -> str:
    r"""Return the text with nothing in it that a wiki can't store; lines end with ``\n``.

    Control characters are dropped, lone surrogates and non-characters become U+FFFD, the result
    is NFC (vendor/wikimedia/utfnormal, ``Validator::cleanUp``).
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(_cleaned, text))
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def _cleaned(character: str) -> str:
    code = ord(character)
    if character == "\n":
        return character
    if character == "\x7f":  # Parser::parse, so that nothing looks like a strip marker
        return "?"
    if character in "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        return " "
    if code < 0x20 or 0x7F < code < 0xA0 or character == "\ufeff":
        return ""
    if 0xD800 <= code < 0xE000 or 0xFDD0 <= code < 0xFDF0 or code & 0xFFFE == 0xFFFE:
        return "\ufffd"
    return character


def decode(text: str) -> str:
    """Return the text with its character references replaced by what they stand for.

    What MediaWiki does not take for a reference stays as it is (Sanitizer.php,
    ``normalizeCharReferences``: a semicolon is needed, controls and surrogates are refused).
    """
    return _REFERENCE.sub(_decoded, text) if "&" in text else text


def _decoded(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return html5.get(f"{name};") or _ALIASES.get(name) or match[0]
    digits = (decimal or hexadecimal).lstrip("0")
    if not digits or len(digits) > _LONGEST_NUMBER:
        return match[0]
    code = int(digits, 10 if decimal else 16)
    allowed = (
        code in (0x09, 0x0A)
        or 0x20 <= code <= 0x7E
        or 0xA0 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )
    return chr(code) if allowed else match[0]


def collapse(text: str) -> str:
    """Return the text with each run of spaces and line ends as one space, as HTML shows it."""
    return _SPACE.sub(" ", text)


def inert(text: str, *, brackets: bool = False) -> str:
    """Return wikitext that shows this text inside a line: no mark-up, no links, one line.

    With ``brackets``, harmless square brackets stay bare; never so in a link's label, which
    they could end. Spaces at the ends are kept.
    """
    pattern = _WITH_BRACKETS if brackets else _WITHOUT_BRACKETS
    return _visible(pattern.sub(_referenced, collapse(clean(text))))


def _referenced(match: re.Match[str]) -> str:
    found = match[0]
    if found in _INSTEAD:
        return _INSTEAD[found]
    if found[0] == "[" and len(found) > 1:
        return f"[{_WITHOUT_BRACKETS.sub(_referenced, match[1])}]"
    if found[0] == "|":  # Parsoid takes even a reference to it for the end of a cell's attributes
        return f"<nowiki>{found}</nowiki>"
    if found[0] == "!":
        return found[0] + "&#33;" * (len(found) - 1)
    if found[-1] == ":":
        return f"{found[:-1]}&#58;"
    return "".join(f"&#{ord(each)};" for each in found)


def _visible(text: str) -> str:
    if text.isascii():
        return text
    return "".join(map(_shown, text)).replace(REWRITTEN, f"{REWRITTEN[0]}&zwj;")


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    """A character as a reference: unseen, melting into mark-up before it, stored as another."""
    if character in _NAMED:
        return _NAMED[character]
    category = unicodedata.category(character)
    # An unassigned character may be a combining one to a newer Unicode than ours.
    hidden = category in ("Cf", "Cn") and character not in _JOINERS
    flag = 0xE0020 <= ord(character) <= 0xE007F  # spells the flags of some emoji
    moves = character in "\u0338\u2007\u202f\ufffd" or FORMS.match(character)
    if (hidden and not flag) or moves:
        return f"&#{ord(character)};"
    return character


def at_start(wikitext: str) -> str:
    """Return the line so that nothing at its start makes it a list, a table's row or the like."""
    wikitext = wikitext.strip(" ")
    if wikitext[:1] in _MARKS_AT_START:
        return f"&#{ord(wikitext[0])};{wikitext[1:]}"
    return wikitext


def attribute(value: str) -> str:
    """Return the value as it may stand between an attribute's double quotes."""
    shown = inert(value).strip(" ").replace("<nowiki>", "").replace("</nowiki>", "")
    return shown.replace("|", "&#124;").replace('"', "&quot;")


def url(address: str) -> str:
    """Return a web address (references in it allowed) as it may stand in wikitext.

    What can't be in an address is percent-encoded (Sanitizer.php, ``cleanUrl``); what can, but
    means something in wikitext, becomes a reference, which MediaWiki decodes.
    """
    found = percent(unicodedata.normalize("NFC", decode(address)), _in_address)
    # MediaWiki decodes an address before it looks for -{ }- (languages/LanguageConverter.php).
    found = _REFERENCE_LIKE.sub("&amp;", found.replace("-{", "-%7B"))
    return re.sub(
        r"[{}]|'{2,}|'\Z|~{2,}|_{2,}|＿{2,}|!{2,}",
        lambda match: "".join(f"&#{ord(each)};" for each in match[0]),
        found,
    )


def percent(text: str, keep: Callable[[str], bool], *, doubled: str = "") -> str:
    """Return the text with every character that ``keep`` refuses percent-encoded.

    So is every further one in a run of those in ``doubled``, and a combining character behind
    an encoded one: "%3E" and an acute accent would become "%3É".
    """
    out = []
    before, encoded = "", False
    for character in text:
        combines = encoded and unicodedata.combining(character) > 0
        again = character == before and character in doubled
        encoded = combines or again or not keep(character)
        code = character.encode("utf-8", "replace") if encoded else b""
        out.append("".join(f"%{byte:02X}" for byte in code) or character)
        before = character
    return "".join(out)


@lru_cache(maxsize=4096)
def _in_address(character: str) -> bool:
    if character.isascii():
        return " " < character < "\x7f" and character not in '[]<>|"'
    if FORMS.match(character):
        return False
    return unicodedata.category(character)[0] not in "CZ" and character not in "\u0338\ufffd"


class Bidi:
    """Keeps what directs the writing's direction within a paragraph (Unicode Annex 9).

    Closing characters without an opening one are dropped, open ones are closed at the end.
    """

    def __init__(self) -> None:
        self._open: list[str] = []

    def feed(self, text: str) -> str:
        """Return the next stretch of the paragraph's text without closings out of place."""
        return _DIRECTION.sub(self._step, text)

    def close(self) -> str:
        """Return what closes everything that is still open."""
        closing = "".join(reversed(self._open))
        self._open.clear()
        return closing

    def _step(self, match: re.Match[str]) -> str:
        character = match[0]
        if character in _CLOSED_BY:
            if len(self._open) >= _DEEPEST:
                return ""
            self._open.append(_CLOSED_BY[character])
            return character
        if character == "\u202c" and self._open[-1:] == [character]:
            self._open.pop()
            return character
        if character == "\u2069" and character in self._open:
            while self._open.pop() != character:
                pass
            return character
        return ""


def plain(text: str) -> str:
    """Return wikitext that shows exactly this plain text inside a line, also in a link's label.

    Runs of white space become one space, as a browser shows them; none stand at the ends.
    """
    return _text(text, brackets=False)


def heading(text: str) -> str:
    """Return a heading's content that shows exactly this plain text: no links, no mark-up.

    White space as in ``plain``. A text of nothing but white space gives "".
    """
    return _text(text, brackets=True)


def _text(text: str, *, brackets: bool) -> str:
    bidi = Bidi()
    # A heading, or a link's label, must not be empty, whatever was to stand there.
    text = clean(text).strip() or ("\ufffd" if text.strip() else "")
    directed = bidi.feed(text) + bidi.close()
    return at_start(inert(directed or text, brackets=brackets))


def fragment(heading_anchor: str) -> str:
    """Return a section's anchor (its ``id``) as it may stand behind ``#`` in a link.

    A link's target is percent-decoded once (Parser.php, ``handleInternalLinks2``), then its
    character references are (Title.php, ``newFromText``), and spaces become underscores
    (Sanitizer.php, ``escapeIdForLink``). Also fit for a web address.

    In a link to a special page MediaWiki takes ``[//a b]`` for a link inside of the link's own
    tag (Parser.php, ``armorLinks``). The anchor is then the one in the older form
    (``escapeIdInternal``), which most wikis give their sections besides.
    """
    text = re.sub(r"\s", "_", clean(heading_anchor).replace("\ufffd", ""))
    if "[//" in text:
        text = quote(text, safe=":").replace("~", "%7E").replace("%", ".")
    return _REFERENCE_LIKE.sub("&amp;", percent(text, _in_fragment, doubled="'_~＿!"))


def _in_fragment(character: str) -> bool:
    return _in_address(character) and character not in "%{}`^\\"
