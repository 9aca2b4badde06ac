"""Words by which a sentence ties itself to what stands before it, as data, by language.

They say where an extract of an answer can't begin, and where it can't end.
"""

from __future__ import annotations

from wikifaq.consolidate.connectives.east import EAST
from wikifaq.consolidate.connectives.fields import Connectives
from wikifaq.consolidate.connectives.west import WEST

CONNECTIVES: dict[str, Connectives] = {**WEST, **EAST}
"""By the language's code."""

__all__ = ["CONNECTIVES", "Connectives"]
