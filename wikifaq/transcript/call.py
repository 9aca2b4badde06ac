"""Template calls and their parameters, with where each stands."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = r"<(?P<tag>nowiki|pre|syntaxhighlight|source|math)\b[^<>]*(?<!/)>"
_MARKS = re.compile(rf"\{{\{{|\}}\}}|\[\[|\]\]|\{{\||\|\}}(?!\}})|\||=|{_TAG}", re.IGNORECASE)
_CLOSES = {"}}": "{{", "]]": "[[", "|}": "{|"}


class Parameter(NamedTuple):
    """A parameter of a template call: its name, lower-case, None where it has none."""

    name: str | None
    value: Span


class Call(NamedTuple):
    """A template call: the template's name, lower-case, and its parameters in their order."""

    name: str
    parameters: tuple[Parameter, ...]
    span: Span

    def named(self, *names: str) -> Span | None:
        """The value of the first parameter with one of these names, where it isn't empty."""
        for parameter in self.parameters:
            if parameter.name in names and parameter.value.start < parameter.value.end:
                return parameter.value
        return None

    @property
    def positional(self) -> list[Span]:
        """The values without a name, or numbered."""
        return [
            each.value for each in self.parameters if each.name is None or each.name.isdecimal()
        ]


def calls(text: str, span: Span) -> list[Call]:
    """Return the template calls of a stretch, the outermost, in their order.

    Parameters are parted as MediaWiki's preprocessor parts them: not within a template, a link
    or a table.
    """
    found: list[Call] = []
    stack: list[str] = []
    cuts: list[int] = []  # the bars of the call, and after each the first equals sign
    held: Counter[str] = Counter()  # how many of each are open
    begun = 0
    equals: dict[int, int] = {}
    for match in marks_outside(_MARKS, text, span):
        mark = match[0]
        if mark in _CLOSES.values():
            if mark == "{{" and not stack:
                begun, cuts, equals = match.start(), [], {}
            if stack or mark == "{{":
                stack.append(mark)
                held[mark] += 1
        elif mark in _CLOSES:
            if _closed(stack, held, _CLOSES[mark]) and not stack:
                call = _call(text, begun, match.end(), cuts, equals)
                found += [call] if call.name else []  # without a name it shows as it is typed
        elif len(stack) == 1 and mark == "|":
            cuts.append(match.start())
        elif len(stack) == 1 and cuts:
            equals.setdefault(len(cuts), match.start())
    return found


def marks_outside(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[re.Match[str]]:
    """Yield the matches in a stretch that no tag such as ``<nowiki>`` takes as they are written.

    The pattern has a group ``tag`` for what opens one; these matches are left out.
    """
    at, end = span
    unclosed: set[str] = set()
    while match := pattern.search(text, at, end):
        at = match.end()
        if tag := match["tag"]:
            closing = -1 if tag in unclosed else text.find(f"</{tag}", at, end)
            at = max(at, closing)
            if closing < 0:
                unclosed.add(tag)
        else:
            yield match


def _closed(stack: list[str], held: Counter[str], opened: str) -> bool:
    """Close the innermost of what is open that is of a kind, and all within it."""
    if not held[opened]:
        return False
    while (last := stack.pop()) != opened:
        held[last] -= 1
    held[opened] -= 1
    return True


def _call(text: str, start: int, end: int, cuts: list[int], equals: dict[int, int]) -> Call:
    bounds = [*cuts, end - 2]
    name = " ".join(text[start + 2 : bounds[0]].replace("_", " ").split()).lower()
    parameters = []
    for number, (cut, stop) in enumerate(zip(cuts, bounds[1:], strict=True), 1):
        at = equals.get(number)
        if at is None:
            parameters.append(Parameter(None, trimmed(text, cut + 1, stop)))
        else:
            value = trimmed(text, at + 1, stop)
            parameters.append(Parameter(text[cut + 1 : at].strip().lower(), value))
    return Call(name.removeprefix("template:").strip(), tuple(parameters), Span(start, end))


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the white space around it."""
    raw = text[start:end]
    left = start + len(raw) - len(raw.lstrip())
    return Span(left, max(left, start + len(raw.rstrip())))
