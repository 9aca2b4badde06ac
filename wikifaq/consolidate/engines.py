"""The engines by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.consolidate.near_copies import NearCopies
from wikifaq.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikifaq.consolidate.engine import Engine

ENGINES = (NearCopies.name,)


def engine(name: str, *, acronyms: Mapping[str, str]) -> Engine:
    """Return the engine of this name. Raises ConfigurationError where there is none."""
    if name == NearCopies.name:
        return NearCopies(acronyms=acronyms)
    raise ConfigurationError(f"There is no engine {name!r}; known are {', '.join(ENGINES)}.")
