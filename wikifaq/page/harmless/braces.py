"""Templates, parameters and wikilinks: what stands in double braces and brackets.

mwparserfromhell finds them. Everything else that it would look at is hidden from it first, and
a text with so many braces or brackets left open that it would be slow is not given to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import mwparserfromhell
from mwparserfromhell.nodes import Argument, Template, Wikilink
from mwparserfromhell.parser import ParserError

from wikifaq.page.harmless.escape import decode
from wikifaq.page.harmless.names import LOOKS
from wikifaq.page.harmless.slots import NOTHING, Break, Link, Words
from wikifaq.page.harmless.target import read_target

if TYPE_CHECKING:
    from mwparserfromhell.wikicode import Wikicode

    from wikifaq.page.harmless.slots import Slots

# Templates whose whole meaning is text, by their names on Meta-Wiki; "" shows nothing.
_TEXTS = {
    "!": "|",
    "!!": "||",
    "'": "'",
    "((": "{{",
    "))": "}}",
    "=": "=",
    "@": "@",
    "at": "@",
    "anchor": "",
    "clear": "",
    "colon": ":",
    "em dash": "—",
    "en dash": "–",
    "mdash": "—",
    "ndash": "–",
    "snd": "\xa0– ",
    "spaced ndash": "\xa0– ",
    "toc": "",
    "·": "\xa0· ",
    "•": "\xa0• ",
}
_BREAKS = frozenset(("-", "br", "break", "clr", "paragraph break", "pb"))
_SPACES = frozenset(("nbsp", "spaces", "space", "0"))
_LITERALS = frozenset(("tl", "tlx", "tlp", "tnull", "temp", "tlg"))
_PINGS = frozenset(("ping", "re", "reply", "reply to", "replyto", "mention"))
_SECOND = frozenset(("lang", "noping", "u", "user", "user link"))
_ADDRESSES = frozenset(("no spam", "nospam", "email"))
_FIRST = frozenset(("big", "highlight", "nobr", "nowrap", "small", "talk quote inline", "tq"))

_MOST_SPACES = 20
# Unclosed brackets cost mwparserfromhell their number times the text's length.
_COST = 5_000_000
_CLOSED = re.compile(r"\[\[[^\[\]{}]*\]\]|\{\{[^\[\]{}]*\}\}|\{\{\{[^\[\]{}]*\}\}\}")
_ROUNDS = 4

# Hidden from mwparserfromhell: what would begin a line's, a list's or an address's mark-up.
_HIDE = str.maketrans({"\n": "\x01", ":": "\x05", "<": "\x04"})
_SHOW = str.maketrans({"\x01": "\n", "\x05": ":", "\x04": "<"})
_SIZE = re.compile(r"x?\d+(?:x\d+)?\s*(?:px|пкс|بك)|(?:upright|hochkant)\s*[\d.]*", re.IGNORECASE)
_SETTING = re.compile(r"\w+\s*=.*", re.DOTALL)


def expand(text: str, slots: Slots, *, source_title: str, prefix: str | None) -> str:
    """Return the text with templates, parameters and wikilinks in slots, or made plain text.

    The text is one that ``strip`` returned. A template is shown as it was typed unless its
    meaning is text; a link that MediaWiki would not make stays as it is, brackets and all. Where
    ``prefix`` is None links lead nowhere.
    """
    if "{{" not in text and "[[" not in text:
        return text
    rest = text
    for _ in range(_ROUNDS):
        rest = _CLOSED.sub("", rest)
    if (rest.count("[[") + rest.count("{{")) * len(rest) > _COST:
        return text
    try:
        # The first character keeps anything from standing at a line's start.
        code = mwparserfromhell.parse("\x01" + text.translate(_HIDE), skip_style_tags=True)
        expanded = _Expander(slots, source_title, prefix).walk(code)
    except (ParserError, RecursionError):
        return text
    return expanded.removeprefix("\n")


class _Expander:
    def __init__(self, slots: Slots, source_title: str, prefix: str | None) -> None:
        self._slots, self._source_title, self._prefix = slots, source_title, prefix

    def walk(self, code: Wikicode) -> str:
        out = []
        for node in code.nodes:
            if isinstance(node, Wikilink):
                out.append(self._link(node))
            elif isinstance(node, Template):
                out.append(self._template(node))
            elif isinstance(node, Argument) and node.default is not None:
                out.append(self.walk(node.default))
            elif isinstance(node, Argument):
                out.append(self._literal(str(node)))
            else:
                out.append(str(node).translate(_SHOW))
        return "".join(out)

    def _literal(self, hidden: str) -> str:
        source = self._slots.source(hidden.translate(_SHOW))
        return self._slots.put(Words(decode(source)), source)

    def _link(self, node: Wikilink) -> str:
        written = self.walk(node.title)
        label = None if node.text is None else self.walk(node.text)
        as_typed = f"[[{written}]]" if label is None else f"[[{written}|{label}]]"
        if label == "":  # the pipe trick, which only a save acts on
            return as_typed
        target = read_target(written, source_title=self._source_title, prefix=self._prefix or "")
        if target is None:
            return as_typed
        if target.kind == "category":
            return NOTHING
        if target.kind == "file":
            label = _caption(label) or self._words(target.shown)
        elif label is not None and self._slots.holds_link(label):
            return as_typed
        elif label is None:
            label = self._words(target.shown)
        if not target.link:
            return label
        link = "" if self._prefix is None else target.link
        return self._slots.put(Link(link, label), self._slots.source(as_typed))

    def _words(self, text: str) -> str:
        return self._slots.put(Words(text), text)

    def _template(self, node: Template) -> str:
        name = self.walk(node.name).replace("_", " ").strip().lower()
        name = name.removeprefix("template:").strip()
        values = [self.walk(each.value).strip() for each in node.params if not each.showkey]
        shown = self._meaning(name, [each for each in values if each])
        return self._literal(str(node)) if shown is None else shown

    def _meaning(self, name: str, values: list[str]) -> str | None:
        """What a template with a text's meaning shows; None for any other."""
        if name in _TEXTS:
            return self._words(_TEXTS[name]) if _TEXTS[name] else NOTHING
        if name in _BREAKS:
            return self._slots.put(Break(forced=False), "")
        if name in _SPACES:
            number = values[0] if values and re.fullmatch("[0-9]{1,2}", values[0]) else "1"
            return self._words("\xa0" * min(int(number), _MOST_SPACES))
        return self._of_values(name, values) if values else None

    def _of_values(self, name: str, values: list[str]) -> str | None:
        first, second = (*values, "")[:2]
        if name in _LITERALS:
            return self._words(decode(self._slots.source(f"{{{{{'|'.join(values)}}}}}")))
        if name in _PINGS:
            return self._words("@") + ", ".join(values) + ":"
        if name in _ADDRESSES:
            return first + (self._words("@") + second if second else "")
        if name in _SECOND:
            return second or first
        return first if name in _FIRST else None


def _caption(label: str | None) -> str:
    """What a file link says beside how the picture is to look."""
    for part in reversed((label or "").split("|")):
        words = decode(part).strip()
        if not (words.lower() in LOOKS or _SIZE.fullmatch(words) or _SETTING.fullmatch(words)):
            return part
    return ""
