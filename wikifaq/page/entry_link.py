"""Where an entry is to be found, as a link says it: on this page, or on a subpage."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from wikifaq.page.harmless import fragment, plain
from wikifaq.page.mark import anchor
from wikifaq.transcript import inline

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from wikifaq.page.segment import Segment

# Signs of which MediaWiki makes the same anchor as we do (Sanitizer.php, ``escapeIdForAttribute``).
_SURE = re.compile(r"[\w .,;:?!'’‘“”„\"()\[\]/…–—-]+")
_ACTS = re.compile(r"[{}<]")


def linked(
    entry: str, heading: str, homes: Mapping[str, str], sole: Container[str] = frozenset()
) -> dict[str, str]:
    """What a template needs for a link to an entry.

    ``heading`` is plain text. ``homes`` maps entries to the titles of the subpages that they
    stand on, those of the page itself left out. An entry with one of the headings in ``sole`` is
    linked by it: its own anchor stands below, and a reader who jumps there doesn't see it.
    """
    at = f"#{anchor(entry)}"
    if entry in homes:
        at = f"{plain(homes[entry])}{at}"
    elif heading in sole:
        at = at_heading(heading)
    return {"anchor": anchor(entry), "target": at, "heading": plain(heading)}


def at_heading(heading: str) -> str:
    """A link's target that leads to a heading (plain text) of the same page."""
    # MediaWiki takes spaces for underscores, and people read them.
    return f"#{fragment(heading).replace('_', ' ')}"


def sole_headings(segments: Iterable[Segment]) -> frozenset[str]:
    """The headings, as plain text, that lead to one place on the page for sure.

    MediaWiki numbers those that are alike, in small letters or capitals (Parser.php,
    ``finalizeHeadings``).
    """
    found: Counter[str] = Counter()
    told = set()
    for segment in segments:
        heading = " ".join(inline.plain(segment.heading).split())
        found[heading.casefold()] += 1
        if _SURE.fullmatch(heading) and not _ACTS.search(segment.heading.replace("<bdi", "")):
            told.add(heading)
    return frozenset(each for each in told if found[each.casefold()] == 1)
