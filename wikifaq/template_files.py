"""The templates from their files: ours, and those of a folder that take their place by name."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from wikifaq.catalogue_files import catalogues
from wikifaq.errors import ConfigurationError
from wikifaq.page.language import SOURCE, same_words
from wikifaq.page.template import PIECES, Templates

if TYPE_CHECKING:
    from collections.abc import Callable

_QUOTED = 60  # characters of a message


def open_templates(folder: str | None, *, language: str, say: Callable[[str], None]) -> Templates:
    """The templates with the words of a language; ``folder`` has the operator's own, if any.

    ``say`` is told where the words are those of another language. Raises ConfigurationError for
    files that can't be used.
    """
    found = catalogues(folder, language=language)
    made = Templates(template_sources(folder), language=language, catalogues=found)
    own = same_words(language)
    if SOURCE in own:
        return made
    spoken = next((each.language for each in found), SOURCE)
    if spoken not in own:
        say(
            f"Note: there are no words in {language!r} for the page yet, so that it gets those of "
            f"{spoken!r}; docs/templates.md says how to add them."
        )
    elif made.untranslated:
        first = made.untranslated[0]
        say(
            f"Note: {len(made.untranslated)} of the page's messages have no words in {language!r} "
            f"and stay English, such as {first[:_QUOTED]!r}."
        )
    return made


def template_sources(folder: str | None) -> dict[str, str]:
    """Return each template's text by its file name.

    Raises ConfigurationError where the folder is missing or holds a file that is none of the
    pieces' names, which would otherwise silently do nothing.
    """
    sources = {name: _own().joinpath(name).read_text("utf-8") for name in PIECES}
    if folder is None:
        return sources
    own = Path(folder).expanduser()
    if not own.is_dir():
        raise ConfigurationError(f"[faq] templates: there is no folder {folder}.")
    for file in sorted(own.glob("*.j2")):
        if file.name not in PIECES:
            raise ConfigurationError(
                f"The template {file} has none of the names that are used: {', '.join(PIECES)}."
            )
        try:
            sources[file.name] = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigurationError(f"The template {file} can't be read: {error}.") from error
    return sources


def _own() -> Path:
    """The folder of our templates: inside the installed package, beside it in a checkout."""
    package = Path(str(files("wikifaq")))
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
