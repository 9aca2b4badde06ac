"""A topic's heading, with an index of the questions under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wikifaq.page.entry_link import linked
from wikifaq.page.harmless import heading
from wikifaq.page.listing import boxed, index_id
from wikifaq.page.mark import sealed, topic_mark
from wikifaq.page.piece import check_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wikifaq.page.template import Templates


_DEEPEST = 3
_FEWEST = 3  # entries of a topic that has an index


class Indexed(NamedTuple):
    """A line of the index: an entry, its heading (plain text), how deep it is nested (from 1)."""

    entry: str
    heading: str
    depth: int = 1


def indexed(entries: Iterable[tuple[str, str]], follows: Mapping[str, str | None]) -> list[Indexed]:
    """The index of some entries, ids and headings in the page's order.

    ``follows`` tells what each entry follows. It is nested under that where nothing but other
    follow-ups of it stands between: the lines of a list nest under those right above them.
    """
    above: list[str] = []
    lines = []
    for key, text in entries:
        followed = follows.get(key) or ""
        above = above[: above.index(followed) + 1] if followed in above else []
        above.append(key)
        lines.append(Indexed(key, text, min(len(above), _DEEPEST)))
    return lines


def render_topic(
    topic: str,
    title: str | None,
    *,
    templates: Templates,
    alone: bool = False,
    also: Sequence[tuple[str, str]] = (),
    index: Sequence[Indexed] = (),
    homes: Mapping[str, str] | None = None,
    sole: frozenset[str] = frozenset(),
) -> str:
    """Render a topic's heading.

    ``title`` is None for the topic of other questions; ``alone`` is whether there is no other.
    ``also`` are the ids and headings of entries of other topics to link to. ``homes`` maps entries
    to the titles of the subpages that they stand on; ``sole`` are headings that lead to one place.
    Raises ConfigurationError for a template that errs.
    """
    homes = homes or {}
    lines = ""
    if len(index) >= _FEWEST or any(each.entry in homes for each in index):
        rows = [{**linked(key, text, homes, sole), "depth": depth} for key, text, depth in index]
        lines = templates.render("index.wikitext.j2", index=rows)
    text = templates.render(
        "topic.wikitext.j2",
        title=None if title is None else heading(title),
        alone=alone,
        mark=topic_mark(topic),
        also=[linked(key, text, homes, sole) for key, text in also],
        index=boxed(lines, name=index_id(topic)),
    )
    check_section("topic.wikitext.j2", text, level=2)
    return sealed(text)
