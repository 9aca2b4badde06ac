"""The catalogues' files: ours, and those of the folder of templates, which come before them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from wikifaq.errors import ConfigurationError
from wikifaq.page.catalogue import Catalogue, read_catalogue
from wikifaq.page.language import codes, known, locale_of, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = Path(str(files("wikifaq"))) / "locale"
"""The folder of our catalogues."""


def catalogues(folder: str | None, *, language: str) -> list[Catalogue]:
    """The catalogues with words for a language, the nearest first.

    A file is named after its language, as in ``de.po`` or ``pt-br.po``. Raises
    ConfigurationError for one that can't be read, has a mistake or is named after no language.
    """
    own = Path(folder).expanduser() if folder is not None else None
    theirs, ours = dict(_files(own) if own else ()), dict(_files(OWN))
    return [
        _catalogue(there[code], code)
        for code in codes(language)
        for there in (theirs, ours)
        if code in there
    ]


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.glob("*.po")):
        if known(file.stem) is None and len(codes(file.stem)) == 1:
            raise ConfigurationError(
                f"The catalogue {file} is named after no language; "
                "name it by its code, as in de.po or pt-br.po."
            )
        yield tidy(file.stem), file


def _catalogue(file: Path, language: str) -> Catalogue:
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"The catalogue {file} can't be read: {error}.") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            f"The catalogue {file} is not in UTF-8; save it as UTF-8."
        ) from error
    return read_catalogue(text, name=str(file), language=language, locale=locale_of(language))
