"""Texts as vectors, by a sentence model on the CPU: an edge, which reads the model's files."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from wikifaq.embedding.missing import INSTALL, NoModel
from wikifaq.embedding.places import find

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wikifaq.embedding.vectors import CachedModel

_LIBRARIES = ("faiss", "numpy", "safetensors", "scipy", "threadpoolctl", "tokenizers")


def open_embedder(
    name: str | None, *, state: Path, say: Callable[[str], None] = lambda _: None
) -> CachedModel:
    """Open the model of a name, as ``find`` understands it; vectors are kept in ``state``.

    ``say`` is told what takes time. Raises NoModel where there is none or a library is missing,
    ConfigurationError where it is of no kind that is known.
    """
    missing = [each for each in _LIBRARIES if find_spec(each) is None]
    if missing:
        raise NoModel(f"Questions can't be compared without {', '.join(missing)}; {INSTALL}.")
    try:
        from wikifaq.embedding.vectors import CachedModel  # noqa: PLC0415 - needs the extra
    except ImportError as error:
        raise NoModel(
            f"A library of the extra semantic can't be loaded ({error}); {INSTALL} anew."
        ) from error
    found = find(name, say=say)
    return CachedModel(found.folder, name=found.name, state=state, say=say)
