"""The templates' files: ours, and those of a folder that take their place by name."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from wikifaq.errors import ConfigurationError
from wikifaq.page.template import PIECES


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
