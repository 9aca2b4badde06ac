"""A gettext catalogue: the words of the page in another language, read strictly from its text.

A message that isn't translated, or is marked ``fuzzy``, stays English. Everything that would go
wrong later, when a page is rendered, is an error here that names the line.
"""

from __future__ import annotations

import re
from gettext import c2py
from typing import TYPE_CHECKING, NamedTuple

from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, unescape

from wikifaq.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from babel import Locale
    from babel.messages.catalog import Catalog, Message

_LINE = re.compile(
    r"(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]\])?)?\s*"
    r'(?P<quoted>"(?:[^"\\\x00-\x1f]|\\[ntr"\\])*+")'
)
_ORDER = re.compile(r"(?:msgctxt )?msgid (?:msgstr |msgid_plural (?:msgstr\[[0-9]\] )+)")
_NAMED = re.compile(r"%\((\w+)\)s")
_NUMBERS = frozenset(("count", "num", "number"))
_COUNTED = 1000  # what plural forms depend on repeats by hundreds


class Key(NamedTuple):
    """By what a message is known: its context, its English words, and whether it counts."""

    context: str | None
    text: str
    counts: bool


class Catalogue(NamedTuple):
    """A language's words: all forms of each message, and which form is for which number."""

    language: str
    forms: Mapping[Key, tuple[str, ...]]
    plural: Callable[[int], int]


def read_catalogue(text: str, *, name: str, language: str, locale: Locale) -> Catalogue:
    """Read a catalogue's text, as of a ``.po`` file. ``name`` is the file's, for messages.

    Raises ConfigurationError with the line for text that is no catalogue, a translation whose
    placeholders aren't those of the message, and a plural that lacks a form.
    """
    try:
        lines = [*_lines(text)]
        header = _in_order(lines)
        catalogue = _parsed(lines, header)
        messages = [
            each for each in catalogue if each.id and any(_forms(each.string)) and not each.fuzzy
        ]
        counting = any(each.pluralizable for each in messages)
        plural = _plural(catalogue, header, language, locale) if counting else _only
        for message in messages:
            _check(message)
    except _BrokenError as broken:
        raise ConfigurationError(f"The catalogue {name}, line {broken.line}: {broken}.") from None
    return Catalogue(language, {_key(each): _forms(each.string) for each in messages}, plural)


def _only(_: int) -> int:
    """Which form is for a number where there is but one."""
    return 0


class _BrokenError(Exception):
    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


class _Line(NamedTuple):
    """A line that says something: its keyword, empty where it goes on, and what is quoted."""

    number: int
    keyword: str
    quoted: str


def _lines(text: str) -> Iterator[_Line]:
    """The lines but for comments; flags have the keyword ``#,``."""
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        said = line.strip()
        if said.startswith("#,"):
            yield _Line(number, "#,", said[2:])
        elif said and not said.startswith("#"):
            match = _LINE.fullmatch(said)
            if match is None:
                raise _BrokenError(
                    number, 'this is no line of a catalogue; write msgid "…", msgstr "…" or "…"'
                )
            yield _Line(number, match["keyword"] or "", match["quoted"])


def _in_order(lines: Sequence[_Line]) -> str:
    """The header's text. Raises _BrokenError for lines out of order and a message said twice."""
    header, known = "", dict[tuple[str, ...], int]()
    for message in _grouped(lines):
        line = message[0].number
        order = "".join(f"{each.keyword} " for each in message if each.keyword)
        if not message[0].keyword or not _ORDER.fullmatch(order):
            raise _BrokenError(
                line,
                "a message is msgid and msgstr, or msgid, msgid_plural, msgstr[0], msgstr[1] and "
                "so on, with a msgctxt before it at most",
            )
        said = _said(message)
        key = (said.get("msgctxt", ""), said["msgid"])
        if key in known:
            raise _BrokenError(line, f"this message stands on line {known[key]} already")
        if not said["msgid"]:
            if known or order != "msgid msgstr ":
                raise _BrokenError(line, "an empty msgid is the header's, which stands first")
            header = said["msgstr"]
        known[key] = line
        forms = [each.keyword for each in message if each.keyword.startswith("msgstr[")]
        if forms != [f"msgstr[{number}]" for number in range(len(forms))]:
            raise _BrokenError(line, f"the plural forms are {', '.join(forms)}; count from 0")
    return header


def _grouped(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """The lines of each message."""
    message: list[_Line] = []
    named = False
    for line in lines:
        if line.keyword == "#,":
            continue
        if line.keyword in {"msgctxt", "msgid"} and named:
            yield message
            message, named = [], False
        message.append(line)
        named = named or line.keyword == "msgid"
    if message:
        yield message


def _said(message: Iterable[_Line]) -> dict[str, str]:
    said: dict[str, str] = {}
    keyword = ""
    for line in message:
        keyword = line.keyword or keyword
        said[keyword] = said.get(keyword, "") + unescape(line.quoted)
    return said


def _parsed(lines: Iterable[_Line], header: str) -> Catalog:
    made: list[str] = []
    for number, keyword, quoted in lines:
        made += [""] * (number - len(made) - 1)
        made.append(f"{keyword} {quoted}".strip())
    try:
        return read_po(made, abort_invalid=True)
    except PoFileError as error:
        raise _BrokenError(error.lineno + 1, str(error)) from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise _BrokenError(1, f"the header {header[:40]!r}… can't be read: {error}") from error


def _plural(catalogue: Catalog, header: str, language: str, locale: Locale) -> Callable[[int], int]:
    """Which form is for which number. Raises _BrokenError where the header doesn't tell."""
    advice = f"write 'Plural-Forms: {get_plural(locale).plural_forms}\\n' for {language!r}"
    if "plural-forms:" not in header.lower():
        raise _BrokenError(1, f"the header lacks Plural-Forms; {advice}")
    try:
        plural = c2py(catalogue.plural_expr)
        forms = {plural(number) for number in range(_COUNTED)}
    except (ValueError, ArithmeticError) as error:
        raise _BrokenError(1, f"the header's Plural-Forms are broken ({error}); {advice}") from None
    if not forms <= {*range(catalogue.num_plurals)}:
        raise _BrokenError(
            1, f"the header's Plural-Forms count more forms than its nplurals says; {advice}"
        )
    return plural


def _check(message: Message) -> None:
    """Raises _BrokenError for a plural that lacks a form, and for wrong placeholders."""
    line = message.lineno or 1
    english = _forms(message.id)
    for number, form in enumerate(_forms(message.string)):
        named = f"msgstr[{number}]" if message.pluralizable else "msgstr"
        if not form:
            raise _BrokenError(line, f"{named} of {english[0]!r} is missing; translate each form")
        there, names = _names(form), [_names(each) for each in english]
        if "%" in _NAMED.sub("", form.replace("%%", "")):
            raise _BrokenError(line, f"{named} of {english[0]!r} has a '%'; write it as '%%'")
        needed = names[0].intersection(*names)
        if message.pluralizable:  # "one question" has no figure
            needed -= _NUMBERS
        wrong = (there - names[0].union(*names)) | (needed - there)
        if wrong:
            raise _BrokenError(
                line,
                f"{named} of {english[0]!r} must have the same placeholders; "
                f"look at {', '.join(f'%({name})s' for name in sorted(wrong))}",
            )


def _forms(said: str | Sequence[str] | None) -> tuple[str, ...]:
    """A text, or all forms of one that counts."""
    return (said,) if isinstance(said, str) else tuple(said or ())


def _names(text: str) -> frozenset[str]:
    return frozenset(_NAMED.findall(text.replace("%%", "")))


def _key(message: Message) -> Key:
    return Key(message.context, _forms(message.id)[0], counts=not isinstance(message.id, str))
