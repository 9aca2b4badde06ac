"""What a rendered piece must be, so that the page can be read back from it."""

from __future__ import annotations

from wikifaq.errors import ConfigurationError
from wikifaq.page.mark import holds_markers, marks
from wikifaq.transcript.block import tree


def check_markers(template: str, text: str) -> None:
    """Refuse a piece with a marker of the page in it: the page's part would end there.

    Raises ConfigurationError.
    """
    if holds_markers(text):
        raise ConfigurationError(f"The template {template} must hold no <!-- wikifaq:… --> marker.")


def check_section(template: str, text: str, *, level: int) -> None:
    """Refuse a piece that isn't one section of this level with one mark.

    Raises ConfigurationError.
    """
    root = tree(text)
    first = root.children[0] if root.children else None
    headings = [block.level for block in root.walk() if block.kind == "heading"]
    check_markers(template, text)
    if len(marks(text)) != 1 or first is None or [first.level, *headings] != [level, level]:
        raise ConfigurationError(
            f"The template {template} must begin with a heading of level {level}, have no other "
            "heading, and hold {{ mark }} exactly once."
        )


def check_text(template: str, text: str) -> None:
    """Refuse a piece with a heading or a mark in it. Raises ConfigurationError."""
    check_markers(template, text)
    if marks(text) or any(block.kind == "heading" for block in tree(text).walk()):
        raise ConfigurationError(f"The template {template} must have no heading and no mark.")
