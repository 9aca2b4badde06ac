"""Which pages a run reads: what the configuration names, less what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from wikifaq.wiki.title import alike, spaced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wikifaq.wiki.protocol import PageRef, Wiki


@dataclass(frozen=True, slots=True)
class Sources:
    """Titles, literal prefixes, categories and index pages; ``exclude`` are titles, * any text."""

    titles: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    index: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


def collect(wiki: Wiki, sources: Sources, *, own: Iterable[str] = ()) -> list[PageRef]:
    """Return the pages to read, each once, by title.

    Left out are what ``exclude`` names, the bot's ``own`` pages, and translated subpages
    (``…/de``) unless ``titles`` names them. Raises PageError for a title or an index page
    that doesn't exist.
    """
    named = {spaced(title) for title in sources.titles}
    own = set(map(alike, own))
    languages = wiki.languages
    found: dict[int, PageRef] = {}
    for ref in _listed(wiki, sources):
        left_out = any(fnmatchcase(ref.title, pattern) for pattern in sources.exclude)
        translated = ref.title not in named and _is_translation(ref.title, languages)
        if not left_out and not translated and alike(ref.title) not in own:
            found.setdefault(ref.page_id, ref)
    return sorted(found.values(), key=lambda ref: ref.title)


def _listed(wiki: Wiki, sources: Sources) -> Iterable[PageRef]:
    if sources.titles:
        yield from wiki.by_title(sources.titles)
    for prefix in sources.prefixes:
        yield from wiki.by_prefix(prefix)
    for category in sources.categories:
        yield from wiki.by_category(category)
    for index in sources.index:
        yield from wiki.by_link(index)


def _is_translation(title: str, languages: frozenset[str]) -> bool:
    """Whether the last part of a title is a language's code (Extension:Translate's subpages)."""
    base, _, last = title.rpartition("/")
    return bool(base) and last in languages
