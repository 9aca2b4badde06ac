"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples in every run, so that a failure is a change's and not the day's; a campaign
# (WIKIFAQ_SOAK) looks for others.
settings.register_profile(
    "wikifaq",
    derandomize="WIKIFAQ_SOAK" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("wikifaq")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def transcripts(root: Path) -> Path:
    """Real transcripts with gold entries, where they lie beside the checkout."""
    folder = root.parent / "shared" / "transcripts"
    if not folder.is_dir():
        pytest.skip("no transcripts lie beside this checkout")
    return folder
