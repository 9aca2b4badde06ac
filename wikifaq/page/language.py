"""The page's language: the codes under which its words may be found, its dates, its direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from wikifaq.errors import ConfigurationError
from wikifaq.page.fallbacks import FALLBACKS, RENAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.page.direction import Direction

SOURCE = "en"
"""The language that the templates are written in."""


def same_words(code: str) -> tuple[str, ...]:
    """The code, its other name and its shorter forms: those of the very language, as pt-br, pt."""
    names = (tidy(code), RENAMED.get(tidy(code), ""))
    return tuple(dict.fromkeys(each for name in names for each in _shorter(name)))


def codes(code: str) -> tuple[str, ...]:
    """The codes by which to look for words, the nearest first; English isn't added to them.

    First the language's own code, then MediaWiki's fallbacks for it, then its code without its
    last parts. As in MediaWiki fallbacks of another language aren't followed any further.
    """
    found = [tidy(code)]
    own = {tidy(code)}
    for each in found:
        renamed = [RENAMED[each]] if each in RENAMED else []
        own.update(renamed)
        nearer = FALLBACKS.get(each, ()) if each in own else ()
        own.update(other for other in nearer if _base(other) == _base(each))
        found.extend(other for other in (*renamed, *nearer, *_shorter(each)) if other not in found)
    return tuple(dict.fromkeys(found))


def tidy(code: str) -> str:
    """A code as MediaWiki writes it: pt-br for pt_BR."""
    return code.strip().lower().replace("_", "-")


def known(code: str) -> Locale | None:
    """How a language writes dates and numbers; None where that isn't known of the code itself."""
    name = RENAMED.get(tidy(code), tidy(code))
    # MediaWiki writes English dates as 14 December 2023.
    name = "en-gb" if name == SOURCE else name
    try:
        return Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def locale_of(code: str) -> Locale:
    """How a language writes dates and numbers, or else the nearest of its fallbacks.

    Raises ConfigurationError where there is no such language, or nothing is known of it.
    """
    last = (SOURCE,) if tidy(code) in FALLBACKS else ()
    for each in (*codes(code), *last):
        if locale := known(each):
            return locale
    raise ConfigurationError(
        f"[faq] language = {code!r}: no such language, or its dates aren't known; give the code "
        'of one that is read there, such as "en" or "pt-br".'
    )


def direction_of(locale: Locale) -> Direction:
    """The direction in which a language is written."""
    return "rtl" if locale.text_direction == "rtl" else "ltr"


def _base(code: str) -> str:
    return code.partition("-")[0]


def _shorter(code: str) -> Iterator[str]:
    while code:
        yield code
        code = code.rpartition("-")[0]
