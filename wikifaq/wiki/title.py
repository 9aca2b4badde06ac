"""Titles as names of files: every title has one path, and every path gives its title back."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

SUFFIX = ".wikitext"
# What Windows, macOS or Linux forbid in a name, and the sign that stands for them.
_FORBIDDEN = re.compile(r'[<>:"\\|?*%\x00-\x1f\x7f]|^\.|[. ]$|^ ')
_EMPTY = "%00"


def to_path(title: str) -> PurePosixPath:
    """Return the relative path of a title's file: ``/`` parts folders, the rest is encoded."""
    parts = [
        _FORBIDDEN.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), part)
        if part
        else _EMPTY
        for part in title.split("/")
    ]
    return PurePosixPath(*parts[:-1], parts[-1] + SUFFIX)


def to_title(path: PurePosixPath) -> str:
    """Return the title of a relative path, whether its characters are encoded or not."""
    parts = [*path.parts[:-1], path.name.removesuffix(SUFFIX)]
    return "/".join("" if part == _EMPTY else unquote(part) for part in parts)


def alike(title: str) -> str:
    """Return what titles of one page have in common: spaces, and the first letter's case."""
    title = spaced(title)
    return title[:1].upper() + title[1:]


def spaced(title: str) -> str:
    """Return a title as MediaWiki shows it: no underscores, single spaces, none at the ends."""
    return re.sub(r"[ _]+", " ", title).strip()
