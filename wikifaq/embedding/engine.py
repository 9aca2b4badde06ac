"""The engine that a configuration names, with the model that it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.consolidate.engines import NEEDS_EMBEDDER, check, engine
from wikifaq.embedding import open_embedder
from wikifaq.embedding.missing import NoModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wikifaq.config import Config
    from wikifaq.consolidate.engine import Embedder, Engine
    from wikifaq.embedding.vectors import CachedModel


def open_engine(
    config: Config, state: Path, say: Callable[[str], None], *, name: str | None = None
) -> Engine:
    """Open the engine of a configuration, or the one named.

    Where its model is not to be had the engine that goes by words serves, and it is said why.
    Raises ConfigurationError for an engine that is unknown, or a model that is of no known kind.
    """
    wanted = name or config.engine
    check(wanted)
    embedder: Embedder | None = None
    if wanted in NEEDS_EMBEDDER:
        try:
            embedder = open_embedder(config.model, state=state, say=say)
        except NoModel as error:
            say(f"{str(error).rstrip('.')}. Questions are compared by their words instead.")
    return engine(wanted, acronyms=config.acronyms, precision=config.precision, embedder=embedder)


def close_engine(used: Engine, *, prune: bool = False) -> None:
    """Close what an engine has open; ``prune`` forgets texts that it was not asked about."""
    embedder = used.embedder
    if embedder is not None and isinstance(embedder, _cached()):
        if prune:
            embedder.prune()
        embedder.close()


def _cached() -> type[CachedModel]:
    from wikifaq.embedding.vectors import CachedModel  # noqa: PLC0415 - needs the extra

    return CachedModel
