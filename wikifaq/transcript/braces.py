"""Templates and parameters in inline wikitext, in place of which stands what they show.

Braces are matched as MediaWiki's preprocessor matches them (includes/parser/
Preprocessor_Hash.php): from left to right on one stack with ``[[``, so that neither reaches
across the other, two to a template and three to a parameter. One pass over the marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wikifaq.transcript.meanings import FUNCTIONS, LANGUAGE_PREFIX, SILENT, TEMPLATES
from wikifaq.transcript.titles import names_a_page

if TYPE_CHECKING:
    from wikifaq.transcript.meanings import Meaning

_MARKS = re.compile(r"\{\{+|\[\[+|\}\}+|\]\]+|\||=")
_CLOSED_BY = {"{": "}", "[": "]"}
_TEMPLATE, _PARAMETER = 2, 3
# MediaWiki gives up as well ($wgMaxTemplateDepth); so no text is copied more often than that.
_DEEPEST = 40
_FUNCTION = re.compile(r"(#?[^\W_][\w-]*):\s*")
_ON_SAVING = "subst:"
_SIGNED = re.compile(r"\d\d[:.]\d\d[^\n]{0,60}\([A-Z]{2,5}\)")
_BEGINS_A_LINE = re.compile(r"[*#:;]|\{\|")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class _Open:
    """Braces or brackets that are open: ``count`` of them, written at ``offset`` in the text.

    ``first`` is the index of the opening mark among the pieces of the result; ``parts`` are
    those of the bars in it and of the first equals sign behind each, 0 without one.
    """

    kind: str
    count: int
    offset: int
    first: int
    parts: list[list[int]] = field(default_factory=list)
    height: int = 0


def expand(text: str) -> str:
    """Return the text with every template and parameter replaced by what it shows."""
    return _Expander(text).run()


def unread_templates(text: str) -> list[tuple[int, int]]:
    """Return the offsets of templates that show nothing although their parameters hold words.

    In the order in which they end; they may lie in one another.
    """
    expander = _Expander(text)
    expander.run()
    return expander.unread


class _Expander:
    def __init__(self, text: str) -> None:
        self._text = text
        self._words = (len(text) - len(text.lstrip()), len(text.rstrip()))
        self._out: list[str] = []
        self._open: list[_Open] = []
        self.unread: list[tuple[int, int]] = []

    def run(self) -> str:
        text, out, open_ = self._text, self._out, self._open
        at = 0
        for match in _MARKS.finditer(text):
            mark = match[0]
            kind = mark[0]
            top = open_[-1] if open_ else None
            if kind in "|=":
                if top is None or top.kind != "{":
                    continue
                out.append(text[at : match.start()])
                if kind == "|":
                    top.parts.append([len(out), 0])
                elif top.parts and not top.parts[-1][1]:
                    top.parts[-1][1] = len(out)
                out.append(mark)
            elif kind in _CLOSED_BY:
                out.append(text[at : match.start()])
                open_.append(_Open(kind, len(mark), match.start(), len(out)))
                out.append(mark)
            elif top is None or _CLOSED_BY[top.kind] != kind:
                continue
            else:
                out.append(text[at : match.start()])
                self._close(kind, match.start(), len(mark))
            at = match.end()
        out.append(text[at:])
        return "".join(out)

    def _close(self, kind: str, at: int, count: int) -> None:
        """Let a run of closing braces or brackets close what is open, as far as it goes."""
        while count >= _TEMPLATE and self._open and _CLOSED_BY[self._open[-1].kind] == kind:
            top = self._open[-1]
            if kind == "]":
                taken = _TEMPLATE
                self._out.append("]]")
            else:
                taken = _PARAMETER if min(count, top.count) >= _PARAMETER else _TEMPLATE
                self._replace(top, taken, at + taken)
            at += taken
            count -= taken
            top.count -= taken
            top.parts.clear()
            if top.count < _TEMPLATE:
                self._open.pop()
                if self._open:
                    self._open[-1].height = max(self._open[-1].height, top.height)
        self._out.append(kind * count)

    def _replace(self, top: _Open, taken: int, end: int) -> None:
        """Put what the innermost braces show in the place of all that stands in them."""
        out = self._out
        top.height += 1
        name_end = top.parts[0][0] if top.parts else len(out)
        name = "".join(out[top.first + 1 : name_end]).strip()
        shown: str | None
        if top.height > _DEEPEST:
            shown = ""
        elif taken == _PARAMETER:
            shown = "".join(out[name_end + 1 : self._part_end(top, 0)]) if top.parts else None
        else:
            shown = self._template(top, name, end)
            if shown and _BEGINS_A_LINE.match(shown):  # Parser.php, braceSubstitution
                shown = f"\n{shown}"
        if shown is None:
            shown = "{" * taken + "".join(out[top.first + 1 :]) + "}" * taken
        del out[top.first + 1 :]
        out[top.first] = "{" * (top.count - taken)
        out.append(shown)

    def _part_end(self, top: _Open, part: int) -> int:
        return top.parts[part + 1][0] if part + 1 < len(top.parts) else len(self._out)

    def _template(self, top: _Open, name: str, end: int) -> str | None:
        """What a template shows; None where it is no template but text."""
        function, said = _FUNCTION.match(name), ""
        if function and (meaning := FUNCTIONS.get(function[1].lower())):
            return meaning({"1": name[function.end() :]})
        if function and function[1].startswith("#"):
            said = name[function.end() :]
        elif not _names_a_page(name) or name.lower().startswith(_ON_SAVING):
            return None  # no call, but text
        elif meaning := _meaning(name.replace("_", " ").lower()):
            return meaning(self._parameters(top))
        elif shown := self._running_text(top, name, end):
            return shown
        if top.parts:
            said += "".join(self._out[top.parts[0][0] :])
        if _LETTER.search(said):
            self.unread.append((top.offset + top.count - _TEMPLATE, end))
        return ""

    def _running_text(self, top: _Open, name: str, end: int) -> str:
        """The words that a template of unknown meaning is given to show, "" where there are none.

        They are its unnamed parameters where each is of several words, or one within running
        text. A signature among them says that they are about the text, and no part of it.
        """
        if name.replace("_", " ").lower() in SILENT or not top.parts:
            return ""
        parameters = self._parameters(top)
        unnamed = [value for key, value in parameters.items() if key.isdecimal() and value.strip()]
        words = " ".join(map(str.strip, unnamed))
        if not _LETTER.search(words) or _SIGNED.search(words):
            return ""
        start = top.offset + top.count - _TEMPLATE
        alone = start <= self._words[0] and end >= self._words[1]
        several = all(len(value.split()) > 1 for value in unnamed)
        return words if several or (len(unnamed) == 1 and not alone) else ""

    def _parameters(self, top: _Open) -> dict[str, str]:
        """The parameters by name or number (includes/parser/PPTemplateFrame_Hash.php)."""
        out, found, number = self._out, {}, 0
        for part, (bar, equals) in enumerate(top.parts):
            end = self._part_end(top, part)
            if equals:
                found["".join(out[bar + 1 : equals]).strip()] = "".join(
                    out[equals + 1 : end]
                ).strip()
            else:
                number += 1
                found[str(number)] = "".join(out[bar + 1 : end])
        return found


def _names_a_page(name: str) -> bool:
    return name[:1] != "#" and names_a_page(name)


def _meaning(name: str) -> Meaning | None:
    """The meaning of the template with this name, None for one that has none."""
    name = name.removeprefix("template:").strip()
    found = TEMPLATES.get(name)
    if found is None and name.startswith(LANGUAGE_PREFIX):
        return TEMPLATES[LANGUAGE_PREFIX]
    return found
