"""The bot's part of a page as text: what stands between its markers, with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.page.mark import END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wikifaq.page.segment import Segment
    from wikifaq.page.tombstone import Tombstones


def part(begin: str, segments: Iterable[Segment], stones: Tombstones) -> str:
    """Put a part together; ``begin`` is its marker."""
    inside = "".join(_ended(segments)).rstrip("\n")
    return "\n\n".join(each for each in (begin + inside, str(stones), END) if each)


def _ended(segments: Iterable[Segment]) -> Iterator[str]:
    """The segments' texts, none of them glued to the next one's heading."""
    before = "\n"
    for segment in segments:
        if not before.endswith("\n"):
            yield "\n\n"
        before = segment.text or before
        yield segment.text
