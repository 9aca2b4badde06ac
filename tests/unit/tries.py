"""How often a property is tried: a seeded slice in every run, a campaign where one is asked for."""

from __future__ import annotations

import os

from hypothesis import settings


def tries(number: int) -> settings:
    """This many examples, or as many as WIKIFAQ_SOAK says."""
    return settings(max_examples=int(os.environ.get("WIKIFAQ_SOAK", number)))
