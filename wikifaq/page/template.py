"""The Jinja2 templates of the page's pieces: every word of ours on the page stands in one."""

from __future__ import annotations

import traceback
from datetime import date
from typing import TYPE_CHECKING, Any

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from wikifaq.errors import ConfigurationError
from wikifaq.page.direction import directed, isolated, turned
from wikifaq.page.language import SOURCE, direction_of, locale_of, same_words
from wikifaq.page.translation import Translation, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from babel import Locale

    from wikifaq.page.catalogue import Catalogue

PIECES = (
    "page.wikitext.j2",
    "lead.wikitext.j2",
    "covered.wikitext.j2",
    "contents.wikitext.j2",
    "topic.wikitext.j2",
    "index.wikitext.j2",
    "entry.wikitext.j2",
    "answer.wikitext.j2",
    "said.wikitext.j2",
    "summary.txt.j2",
    "report.wikitext.j2",
    "report-summary.txt.j2",
    "settings.wikitext.j2",
    "settings-summary.txt.j2",
    "subpage.wikitext.j2",
    "subpage-lead.wikitext.j2",
    "subpage-index.wikitext.j2",
    "subpage-left.wikitext.j2",
    "subpage-summary.txt.j2",
)


class Templates:
    """The pieces' templates, compiled; rendering is pure."""

    def __init__(
        self, sources: Mapping[str, str], *, language: str, catalogues: Sequence[Catalogue] = ()
    ) -> None:
        """``sources`` maps each piece's file name to its text.

        ``catalogues`` have the words of the language, the nearest first; what none of them
        translates stays English. Raises ConfigurationError for an unknown language and a
        template with an error.
        """
        self._environment = Environment(
            loader=FunctionLoader(
                lambda name: (sources[name], name, None) if name in sources else None
            ),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # noqa: S701 - wikitext, not HTML
            extensions=["jinja2.ext.i18n"],
        )
        locale = locale_of(language)
        translation = Translation(catalogues)
        translation.install(self._environment)
        # The "and" of a list is a word, too.
        spoken = language if SOURCE in same_words(language) else SOURCE
        words = locale_of(catalogues[0].language if catalogues else spoken)
        self._environment.filters.update(_filters(locale, words))
        self._environment.globals["direction"] = direction_of(locale)
        for name in sources:
            try:
                self._environment.get_template(name)
            except TemplateSyntaxError as error:
                raise ConfigurationError(
                    f"The template {error.name or name}, line {error.lineno}: {error.message}."
                ) from error
        said = {key for text in sources.values() for key in messages(self._environment, text)}
        self.untranslated = tuple(sorted(key.text for key in said if not translation.has(key)))
        """The English words of the templates' messages that no catalogue translates."""

    def render(self, name: str, **data: Any) -> str:  # noqa: ANN401 - what a template takes
        """Render a piece, without blank lines at its ends.

        Raises ConfigurationError naming the file and the line of an error.
        """
        try:
            return self._environment.get_template(name).render(**data).strip("\n")
        except (
            TemplateError,
            TypeError,
            ValueError,
            ArithmeticError,
            LookupError,
            RecursionError,
        ) as error:
            file, line = _where(error, name)
            raise ConfigurationError(f"The template {file}, line {line}: {error}.") from error


def _where(error: BaseException, name: str) -> tuple[str, int]:
    """The innermost template line of a traceback: Jinja2 rewrites it to the templates' own."""
    frames = [
        (frame.filename, frame.lineno or 0)
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in PIECES
    ]
    if frames:
        return frames[-1]
    lines = [
        frame.lineno or 0
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == "<template>"
    ]
    return name, lines[-1] if lines else 1


def _filters(locale: Locale, words: Locale) -> dict[str, Callable[..., str]]:
    page = direction_of(locale)

    def written(iso: str) -> str:
        return format_date(date.fromisoformat(iso), "long", locale=locale)

    def number(value: float) -> str:
        return format_decimal(value, locale=locale)

    def listed(parts: Iterable[str]) -> str:
        return format_list([*parts], locale=words)

    return {
        "date": written,
        "number": number,
        "listed": listed,
        "directed": lambda text: directed(text, page),
        "isolated": lambda text: isolated(text, page),
        "turned": lambda text: turned(text, page),
    }
