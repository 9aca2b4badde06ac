"""What is said where there is no model, or not what it takes to compute with one."""

from __future__ import annotations

from wikifaq.errors import ConfigurationError

INSTALL = "pip install 'wikifaq[semantic]'"
"""What installs all the libraries of this package."""


class NoModel(ConfigurationError):  # noqa: N818 - the others are named for what they are, too
    """There is no sentence model, or a library that it needs is missing."""
