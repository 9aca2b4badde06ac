"""The Jinja2 templates of the page's pieces: every word of ours on the page stands in one."""

from __future__ import annotations

import traceback
from datetime import date
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from wikifaq.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

PIECES = (
    "page.wikitext.j2",
    "lead.wikitext.j2",
    "topic.wikitext.j2",
    "entry.wikitext.j2",
    "answer.wikitext.j2",
    "summary.txt.j2",
    "report.wikitext.j2",
    "report-summary.txt.j2",
    "settings.wikitext.j2",
    "settings-summary.txt.j2",
)


class Templates:
    """The pieces' templates, compiled; rendering is pure."""

    def __init__(self, sources: Mapping[str, str], *, language: str) -> None:
        """``sources`` maps each piece's file name to its text.

        Raises ConfigurationError for a language without dates and a template with an error.
        """
        locale = _locale(language)
        self._environment = Environment(
            loader=FunctionLoader(
                lambda name: (sources[name], name, None) if name in sources else None
            ),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # noqa: S701 - wikitext, not HTML
        )
        self._environment.filters["date"] = lambda iso: _date(iso, locale)
        for name in sources:
            try:
                self._environment.get_template(name)
            except TemplateSyntaxError as error:
                raise ConfigurationError(
                    f"The template {error.name or name}, line {error.lineno}: {error.message}."
                ) from error

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


def _locale(language: str) -> Locale:
    # MediaWiki writes English dates as 14 December 2023.
    name = "en-GB" if language == "en" else language
    try:
        return Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ConfigurationError(
            f'[faq] language = {language!r}: no such language; give a code such as "en" or "pt-BR".'
        ) from error


def _date(iso: str, locale: Locale) -> str:
    return format_date(date.fromisoformat(iso), "long", locale=locale)
