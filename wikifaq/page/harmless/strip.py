"""Comments, extension tags and HTML tags, each taken out of the text for what it shows.

MediaWiki's own order (includes/parser/Preprocessor_Hash.php, then Sanitizer.php,
``internalRemoveHtmlTags``): from left to right, the first to begin wins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikifaq.page.harmless.escape import attribute, decode
from wikifaq.page.harmless.slots import NOTHING, Break, Close, Open, Words

if TYPE_CHECKING:
    from wikifaq.page.harmless.slots import Item, Slots

# Kept as they are, but for attributes other than these.
_KEPT = frozenset(
    "abbr b bdi cite code del dfn em i ins kbd mark q s samp small strong sub sup u var".split()
)
_ATTRIBUTES = ("dir", "lang", "title")
# The same in today's HTML.
_RENAMED = {"strike": "s", "tt": "code"}
# Blocks, and what MediaWiki lets through beside (Sanitizer.php, getRecognizedTagData).
_BLOCKS = frozenset(
    "blockquote caption center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_BARE = frozenset("bdo big data font link meta rb rp rt rtc ruby span time wbr".split())
# Gone before the page is parsed.
_UNSEEN = frozenset("languages noinclude onlyinclude section translate tvar".split())
# Extension tags, by what a reader sees of their content.
_LITERAL = frozenset("charinsert nowiki".split())
_CODE = frozenset("pre source syntaxhighlight".split())
_RAW = frozenset(
    "ce chem gallery graph hiero imagemap inputbox mapframe maplink math score timeline".split()
)
_HIDDEN = frozenset(
    "categorytree dynamicpagelist includeonly indicator references templatedata".split()
) | {"templatestyles"}
_PARSED = frozenset(("poem", "ref"))
_EXTENSIONS = _LITERAL | _CODE | _RAW | _HIDDEN | _PARSED

_TAG = re.compile(r"<(/?)([A-Za-z][^\t\n\v />\0<]*)([^<>]*?)(/?)>")
_ATTRIBUTE = re.compile(
    r"""([^\s/>=][^\s/>=]*)\s*=\s*(?:"([^"]*)(?:"|\Z)|'([^']*)(?:'|\Z)|([^\s>]*))"""
)
_NOWIKI = re.compile(r"<nowiki>(.*?)</nowiki>", re.DOTALL | re.IGNORECASE)
_OLD_TVAR = re.compile(r"<tvar\|[^<>|]*>")
_LANGUAGE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_BLANK_LINE_AFTER = re.compile(r"[ \t]*\n")
_BULLET = "• "


def strip(text: str, slots: Slots) -> str:
    """Return the text without ``<``: every tag and comment dropped, put into a slot or made text.

    Of an extension's tag stays what a reader of the page would see: the words of a footnote in
    square brackets, code and formulas as they were typed. Never raises.
    """
    return _Stripper(text, slots).run()


class _Stripper:
    def __init__(self, text: str, slots: Slots) -> None:
        self._text, self._slots = text, slots
        self._out: list[str] = []
        self._unclosed: set[str] = set()
        self._variables = 0

    def run(self) -> str:
        text, position = self._text, 0
        while (found := text.find("<", position)) >= 0:
            self._out.append(text[position:found])
            position = self._step(found)
        self._out.append(text[position:])
        return "".join(self._out)

    def _step(self, start: int) -> int:
        """Deal with the "<" here and return where to go on."""
        text = self._text
        if text.startswith("<!--", start):
            return self._comment(start)
        if old := _OLD_TVAR.match(text, start):  # Translate's first notation, closed by </>
            self._variables += 1
            return old.end()
        if self._variables and text.startswith("</>", start):
            self._variables -= 1
            return start + len("</>")
        tag = _TAG.match(text, start)
        end = self._tag(tag, tag[2].lower()) if tag else 0
        if not end:
            self._out.append("&lt;")
        return end or start + 1

    def _tag(self, tag: re.Match[str], name: str) -> int:
        """Deal with a tag and return its end, or that of its content; 0 if it is text."""
        if name in _EXTENSIONS and not tag[1] and (end := self._extension(tag, name)):
            return end
        if name in _UNSEEN:
            self._out.append(NOTHING)
            return tag.end()
        source = tag[0]
        items = _html(tag, name)
        for item in items:
            self._out.append(self._slots.put(item, source))
            source = ""
        return tag.end() if items else 0

    def _comment(self, start: int) -> int:
        end = self._text.find("-->", start + len("<!--"))
        if end < 0:  # an unclosed comment takes everything
            return len(self._text)
        end += len("-->")
        # A comment that has a line to itself takes the line.
        before = start
        while before and self._text[before - 1] in " \t":
            before -= 1
        after = _BLANK_LINE_AFTER.match(self._text, end)
        return after.end() if after and self._text[before - 1 : before] == "\n" else end

    def _extension(self, tag: re.Match[str], name: str) -> int:
        if tag[4]:
            self._out.append(self._slots.put(Words(""), tag[0]))
            return tag.end()
        closing = None
        if name not in self._unclosed:
            pattern = re.compile(rf"</{name}\s*>", re.IGNORECASE)
            closing = pattern.search(self._text, tag.end())
        if closing is None:
            if name == "includeonly":  # this one alone may run to the end
                return len(self._text)
            self._unclosed.add(name)
            return 0
        inner = self._text[tag.end() : closing.start()]
        self._out.append(self._content(name, inner, self._text[tag.start() : closing.end()]))
        return closing.end()

    def _content(self, name: str, inner: str, source: str) -> str:
        slots = self._slots
        if name in _CODE:
            # CoreTagHooks.php, pre: what nowiki says is said already.
            return self._code(decode(_NOWIKI.sub(r"\1", inner)) if name == "pre" else inner)
        if name not in _PARSED:
            text = "" if name in _HIDDEN else decode(inner) if name in _LITERAL else inner
            return slots.put(Words(text), source)
        shown = strip(inner, slots).strip("\n")
        if name == "poem":
            return shown.replace("\n", slots.put(Break(forced=True), "\n"))
        if not shown.strip(f"\n {NOTHING}"):
            return slots.put(Words(""), source)
        opening, closing = slots.put(Words(" ["), " ["), slots.put(Words("]"), "]")
        return opening + shown.replace("\n", " ") + closing

    def _code(self, text: str) -> str:
        put = self._slots.put
        broken = put(Break(forced=True), "\n")
        lines = broken.join(put(Words(line), line) for line in text.strip("\n").split("\n"))
        return put(Open("code")) + lines + put(Close("code"))


def _html(tag: re.Match[str], name: str) -> tuple[Item, ...]:
    """What an HTML tag stands for; nothing where MediaWiki shows it as text."""
    name = _RENAMED.get(name, name)
    if name == "br":
        return (Break(forced=True),)
    if name in _KEPT:
        return (Close(name),) if tag[1] else (Open(name, _safe_attributes(tag[3])),)
    if name in _BLOCKS:
        bullet = name == "li" and not tag[1]
        return (Break(forced=False), Words(_BULLET)) if bullet else (Break(forced=False),)
    if name in _CELLS:
        return (Words(" "),)
    return (Words(""),) if name in _BARE else ()


def _safe_attributes(text: str) -> str:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        name = match[1].lower()
        if name not in _ATTRIBUTES or name in found:
            continue
        value = decode(match[2] or match[3] or match[4] or "").strip()
        if name == "dir":
            value = value.lower() if value.lower() in ("ltr", "rtl", "auto") else ""
        elif name == "lang":
            value = value if _LANGUAGE.fullmatch(value) else ""
        found[name] = attribute(value)
    return "".join(f' {name}="{found[name]}"' for name in _ATTRIBUTES if found.get(name))
