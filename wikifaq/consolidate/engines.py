"""The engines by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.consolidate.recurrence import PRECISION, ByMeaning, ByWords
from wikifaq.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikifaq.consolidate.engine import Embedder, Engine

ENGINES = (ByWords.name, ByMeaning.name)
NEEDS_EMBEDDER = frozenset({ByMeaning.name})


def engine(
    name: str,
    *,
    acronyms: Mapping[str, str],
    precision: float = PRECISION,
    embedder: Embedder | None = None,
) -> Engine:
    """Return the engine of this name; one that needs an embedder and has none goes by words.

    Raises ConfigurationError where there is no such engine.
    """
    check(name)
    kind = ByMeaning if name in NEEDS_EMBEDDER and embedder is not None else ByWords
    return kind(acronyms=acronyms, precision=precision, embedder=embedder)


def check(name: str) -> None:
    """Raise ConfigurationError where there is no engine of this name."""
    if name not in ENGINES:
        raise ConfigurationError(f"There is no engine {name!r}; known are {', '.join(ENGINES)}.")
