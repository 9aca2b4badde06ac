"""A paragraph of a stranger's, read as MediaWiki reads it and written anew.

It is taken apart by the passes of MediaWiki's parser in their order (includes/parser/
Parser.php, ``internalParse``), and written anew from what was recognised as harmless; everything
else becomes text, by ``escape``. Nothing of the source is copied unread.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from wikifaq.page.harmless.braces import expand
from wikifaq.page.harmless.escape import (
    PROTOCOL,
    SPACES,
    URL,
    URL_CHARACTER,
    Bidi,
    at_start,
    clean,
    decode,
    inert,
    url,
)
from wikifaq.page.harmless.lines import quote_tags, read_lines
from wikifaq.page.harmless.nest import nest
from wikifaq.page.harmless.quotes import resolve
from wikifaq.page.harmless.slots import (
    ADDRESS,
    NOTHING,
    REFERENCE,
    Break,
    Close,
    Labelled,
    Link,
    Open,
    Slots,
    Verbatim,
    Words,
)
from wikifaq.page.harmless.strip import strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikifaq.page.harmless.slots import Item

# Parser.php, handleExternalLinks: the label runs to the first bracket. Where none follows, the
# pattern without this is used, for looking to the text's end from each opening would take long.
_ADDRESS = rf"\[((?:{URL}|//{URL_CHARACTER}+))[{SPACES}]*([^\]\n]*)\]"
# Parser.php, handleMagicLinks. Numbers (ISBN, RFC, PMID) stay text: a link made of one puts the
# page into a category.
_FREE = rf"(?<![A-Za-z0-9_])({URL})"
_TOKEN = re.compile(rf"{REFERENCE.pattern}|{_FREE}|({NOTHING})")
_TOKEN_OR_ADDRESS = re.compile(rf"{_TOKEN.pattern}|{_ADDRESS}")
_PROTOCOL = re.compile(PROTOCOL)
_WHOLE_ADDRESS = re.compile(rf"{URL}|//{URL_CHARACTER}+")
_REACHED = re.compile(f"{URL_CHARACTER}+")
_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_FREE_LINK = re.compile(_FREE)
# Parser.php, makeFreeExternalLink: what an address in the text can't hold, or end with.
_ENDS_ADDRESS = re.compile("&(?:lt|gt|nbsp|#x0*(?:3[CcEe]|[Aa]0)|#0*(?:60|62|160));")
_ANGLE = re.compile("&(?:lt|gt);")
_ENDS_IN_REFERENCE = re.compile(r"&(?:[a-z]+|#x[0-9a-f]+|#[0-9]+);\Z", re.IGNORECASE)
# Where a wiki shows pictures from elsewhere (Parser.php, EXT_IMAGE_REGEX), a bare address is one.
_PICTURE = re.compile(r"https?://.*\.(?:gif|png|jpg|jpeg)\Z", re.IGNORECASE)

# Behaviour switches show nothing (includes/MagicWordFactory.php and Wikimedia's extensions).
_SWITCHES = re.compile(
    "__(?:ARCHIVEDTALK|DISAMBIG|EXPECTUNUSED(?:CATEGORY|TEMPLATE)|HIDDENCAT|INDEX|NOGLOBAL|NOINDEX"
    "|NONEWSECTIONLINK|NEWSECTIONLINK|NOTALK|STATICREDIRECT|(?i:FORCETOC|NOCC|NOCONTENTCONVERT"
    "|NOEDITSECTION|NOGALLERY|NOTC|NOTITLECONVERT|NOTOC|TOC))__"
)

# What stands for bold and italic when a written line is read again, to see that it says the same.
_SEEN = {"b": "\x11", "/b": "\x12", "i": "\x13", "/i": "\x14"}
_APOSTROPHES = {"b": "'''", "i": "''"}


def paragraph(wikitext: str, *, source_title: str = "", prefix: str | None = "") -> str:
    """Return a paragraph of a page as wikitext of one line that is safe in a block of our page.

    The result shows what a reader of the page ``source_title`` saw, as far as text can: links,
    bold and italic, breaks and a few inline elements stay what they are; templates, files and
    whatever else acts become text, and what shows nothing is gone. ``prefix`` is the interwiki
    prefix of the source's wiki with its colon, "" on the same wiki; wikilinks get it in front. It
    is None where there is none: wikilinks would lead astray, and only their labels are left.
    In a template's argument the result must be given by name (``1=``), for addresses and
    attributes keep their equals signs.

    Never raises. A second application with the same ``prefix`` of "" changes nothing.
    """
    slots = Slots()
    text = strip(clean(wikitext), slots)
    text = expand(text, slots, source_title=source_title, prefix=prefix)
    text = read_lines(_SWITCHES.sub(NOTHING, text), slots)
    return at_start(_write(nest(_directed(_read(text, slots)))))


def _read(text: str, slots: Slots) -> Iterator[Item]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Words("\n")
        yield from _read_line(line, slots, links=True)


def _read_line(text: str, slots: Slots, *, links: bool) -> Iterator[Item]:
    """Yield what stands in a line; without ``links``, of links only their labels."""
    position, last = 0, text.rfind("]") + 1
    while position < len(text):
        match = _TOKEN_OR_ADDRESS.search(text, position, last) if position < last else None
        match = match or _TOKEN.search(text, max(position, last))
        start = match.start() if match else len(text)
        if start > position:
            yield Words(decode(text[position:start]))
        if match is None:
            return
        position = match.end()
        number, address, _, target, label = (*match.groups(), None, None)[:5]
        if number:
            ends = not text[position : position + 1].isalpha()
            yield from _slot(slots.get(number), slots, links=links, ends=ends)
        elif address:
            length = _link_length(address)
            position = start + (length or len(address))
            found = url(address[:length])
            yield from _free(found, links=links) if length else [Words(decode(address))]
        elif target:
            yield from _address(target, label or "", slots, links=links)


def _directed(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items so that what they say of the direction ends with them."""
    bidi = Bidi()
    for item in items:
        yield Words(bidi.feed(item.text)) if isinstance(item, Words) else item
    yield Words(bidi.close())


def _slot(item: Item, slots: Slots, *, links: bool, ends: bool) -> Iterator[Item]:
    if not isinstance(item, Link):
        yield item
        return
    line = resolve(_SWITCHES.sub("", item.label).replace("\n", " "), quote_tags(slots))
    label = _read_line(line, slots, links=False)
    if not (links and item.target):
        yield from label
        return
    items = nest(_directed(label), trim=False)
    blank = all(isinstance(each, Words) and not each.text.strip(" ") for each in items)
    yield Words(" ") if blank else Labelled(item.target, tuple(items), ends)


def _link_length(address: str) -> int:
    """How much of an address in the text MediaWiki links (makeFreeExternalLink); 0 for nothing."""
    end = _ENDS_ADDRESS.search(address)
    found = address[: end.start()] if end else address
    kept = found.rstrip(",;\\.:!?" if "(" in found else ",;\\.:!?)")
    if found[len(kept) :].startswith(";") and _ENDS_IN_REFERENCE.search(f"{kept};"):
        kept += ";"
    protocol = _PROTOCOL.match(address)
    return len(kept) if protocol and len(kept) > protocol.end() else 0


def _free(address: str, *, links: bool) -> Iterator[Item]:
    length = _link_length(address) if links else 0  # decoding may have left less of it
    found, rest = address[:length], address[length:]
    if _PICTURE.match(found):
        yield from (Open(ADDRESS, found), Words(decode(found)), Close(ADDRESS))
    elif found:
        yield Verbatim(url(found))
    yield Words(decode(rest))


def _address(target: str, label: str, slots: Slots, *, links: bool) -> Iterator[Item]:
    if angle := _ANGLE.search(target):  # as handleExternalLinks has it
        target, label = target[: angle.start()], f"{target[angle.start() :]} {label}"
    if not _WHOLE_ADDRESS.fullmatch(target):
        yield Words(decode(f"[{target} {label}]"))
        return
    bare = not label.strip(f" {NOTHING}")
    if links:
        yield Open(ADDRESS, url(target))
    if links and bare:
        yield Verbatim("")
    else:
        yield from _read_line(target if bare else label, slots, links=False)
    if links:
        yield Close(ADDRESS)


def _write(items: Iterable[Item], *, label: bool = False) -> str:
    """Return the wikitext of a paragraph's items, or of a link's label's."""
    parts = list(_parts(items, label=label))
    # MediaWiki must see the elements where they were meant: it takes a line's apostrophes
    # together, and neighbouring marks for one. Else tags say the same.
    again = resolve(_assemble(parts, _APOSTROPHES, seen=True), _SEEN)
    same = _assemble(parts, _SEEN, seen=True) == again
    return _assemble(parts, _APOSTROPHES if same else {})


def _parts(items: Iterable[Item], *, label: bool) -> Iterator[tuple[str, str]]:
    """Yield the kind and the wikitext of each part; of bold and italic only the tag's name."""
    quotes: list[bool] = []
    address = False
    for item, following in pairwise([*items, None]):
        if isinstance(item, Words):
            yield "text", inert(item.text, brackets=not (label or address))
        elif isinstance(item, Verbatim) and item.text:
            yield "free", item.text
        elif isinstance(item, Break):
            yield "mark", "<br>"
        elif isinstance(item, Labelled):
            yield "link" if item.ends else "link with a trail", _link(item)
        elif isinstance(item, Open | Close) and item.name == ADDRESS:
            address = isinstance(item, Open)
            space = "" if following == Verbatim("") else " "
            yield "mark", f"[{item.attributes}{space}" if isinstance(item, Open) else "]"
        elif isinstance(item, Open):
            quotes.append(item.quotes)
            tag = item.name if item.quotes else f"<{item.name}{item.attributes}>"
            yield "quote" if item.quotes else "mark", tag
        elif isinstance(item, Close):
            quoted = quotes.pop()
            yield "quote" if quoted else "mark", f"/{item.name}" if quoted else f"</{item.name}>"


def _link(link: Labelled) -> str:
    if link.label == (Words(link.target.removeprefix(":")),):
        return f"[[{link.target}]]"
    return f"[[{link.target}|{_write(link.label, label=True)}]]"


def _assemble(parts: list[tuple[str, str]], quotes: dict[str, str], *, seen: bool = False) -> str:
    """Put the parts together; bold and italic as ``quotes`` says, as tags where it does not.

    With ``seen``, links stand as one character, as they do when MediaWiki reads apostrophes.
    """
    apostrophes = quotes is _APOSTROPHES or quotes is _SEEN
    out: list[str] = []
    last = ""  # the kind of the part before
    reaching = False  # whether an address before could reach to here
    for (kind, text), (following, next_text) in pairwise([*parts, ("", "")]):
        written = text
        if kind == "quote":
            name = text.removeprefix("/")
            written = f"<{text}>" if not apostrophes else quotes.get(text, quotes.get(name, ""))
        elif kind == "text" and apostrophes:
            if last == "quote" and written.startswith("'"):
                written = f"&#39;{written[1:]}"
            if following == "quote" and written.endswith("'"):
                written = f"{written[:-1]}&#39;"
        elif kind.startswith("link") and seen:
            written = "\x15"
        elif kind == "link" and following in ("text", "free") and next_text[:1].isalpha():
            written += "<nowiki/>"
        elif kind == "free":
            before = "x" if reaching else out[-1][-1:] if out else ""
            written = _parted(before, text, next_text if following in ("text", "free") else "")
        if written:
            reaching = bool(_REACHED.fullmatch(written)) and (
                kind == "free" or (reaching and kind == "text")
            )
            out.append(written)
            last = kind
    return "".join(out)


def _parted(before: str, found: str, after: str) -> str:
    """An address so that it is read where it stands, no more and no less of it."""
    start = "<nowiki/>" if before in _WORD and before else ""
    match = _FREE_LINK.match(found + after)
    length = _link_length(match[1]) if match else 0
    return start + found + ("" if length == len(found) else "<nowiki/>")
