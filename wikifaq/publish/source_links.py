"""The page's links to revisions of its sources: which can't be read, and what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikifaq.page.answer import short
from wikifaq.page.harmless import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wikifaq.model import Transcript
    from wikifaq.page.segment import FaqPage

# Help:Permanent link, as a wikilink or an address; what follows is the name it is shown by.
_LINK = re.compile(
    r"\[\[[^\[\]|]*?Special:PermanentLink/(?P<linked>\d+)[^\[\]|]*\|(?P<name>[^\[\]]*)\]\]"
    r"|\[[^\s\[\]]*?[?&]oldid=(?P<address>\d+)\S* (?P<shown>[^\[\]]*)\]"
)


def cited(text: str) -> frozenset[int]:
    """The revisions of sources that a text links to."""
    return frozenset(revision for revision, _ in _links(text))


def moved_links(
    text: str, broken: frozenset[int], transcripts: Iterable[Transcript]
) -> Mapping[int, int]:
    """Map broken revisions that a text links to to those of the same pages that were read now."""
    if not broken:
        return {}
    current = _by_name(transcripts)
    return {
        revision: current[name]
        for revision, name in _links(text)
        if revision in broken and current.get(name)
    }


def withdrawn(
    page: FaqPage, transcripts: Iterable[Transcript], broken: frozenset[int]
) -> frozenset[str]:
    """The entries all of whose sources were edited since, or can't be read by anybody any more.

    Where such an entry has no source any more, people took its text out of the source.
    """
    known = _by_name(transcripts)
    found: set[str] = set()
    for segment in page.segments:
        links = [*_links(segment.text)]
        if links and all(
            revision in broken or known.get(name, revision) != revision for revision, name in links
        ):
            found.update(segment.entries)
    return frozenset(found)


def _by_name(transcripts: Iterable[Transcript]) -> dict[str, int]:
    return {plain(short(each.title)): each.revision or 0 for each in transcripts}


def _links(text: str) -> Iterable[tuple[int, str]]:
    for link in _LINK.finditer(text):
        yield int(link["linked"] or link["address"]), (link["name"] or link["shown"] or "").strip()
