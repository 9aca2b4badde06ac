"""An FAQ into the wikitext of its entries, each sealed by its mark."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from wikifaq.consolidate.length import length
from wikifaq.consolidate.likeness import likeness
from wikifaq.page.answer import answer_data, short
from wikifaq.page.entry_link import linked
from wikifaq.page.former import former
from wikifaq.page.harmless import heading, plain
from wikifaq.page.headline import headline
from wikifaq.page.mark import entry_mark, sealed
from wikifaq.page.piece import check_section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wikifaq.model import Answer, Faq, FaqEntry
    from wikifaq.page.permalink import Links
    from wikifaq.page.template import Templates


class Render(Protocol):
    """Renders an entry."""

    def __call__(self, entry: FaqEntry, *, unfolded: bool = False) -> str:
        """The entry's wikitext, with nothing collapsed where that is asked for."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The rendered FAQ before it meets the page: wikitext by entry id, in the FAQ's order.

    ``headlines`` are the entries' headings as plain text, ``sources`` the names under which
    their answers' pages are linked, the newest first; ``wished`` are the ids of entries that are
    shown as people wish them.
    """

    entries: Mapping[str, str]
    headlines: Mapping[str, str]
    sources: Mapping[str, tuple[str, ...]]
    wished: frozenset[str]
    faq: Mapping[str, FaqEntry]
    render: Render

    def unfolded(self, entry: str) -> str:
        """An entry with nothing collapsed, for one that people have edited."""
        return self.render(self.faq[entry], unfolded=True)

    def former(self, entry: str, text: str) -> Iterator[str]:
        """What an entry may have looked like when the bot wrote to it: the likeliest first.

        ``text`` is the bot's last text of it.
        """
        for each in former(
            self.faq[entry], text, linked=lambda answer: plain(short(answer.title)) in text
        ):
            yield self.render(each, unfolded=True)
            yield self.render(each)


def wording(entry: FaqEntry) -> Answer:
    """The answer whose question's words the entry shows, the oldest where none is named."""
    return next(
        (answer for answer in entry.answers if answer.entry.id == entry.wording),
        entry.answers[-1],
    )


def question(entry: FaqEntry) -> str:
    """The question as the entry shows it: in people's wording, else in that of an asker."""
    return entry.asked or wording(entry).entry.question


def namesake(entry: FaqEntry) -> Answer:
    """The answer whose question the entry is named after, else the oldest."""
    return next(
        (answer for answer in entry.answers if answer.entry.id == entry.id), entry.answers[-1]
    )


def render_entries(
    faq: Faq, *, templates: Templates, links: Links, homes: Mapping[str, str] | None = None
) -> Pieces:
    """Render each entry of the FAQ.

    ``homes`` maps entries to the titles of the subpages that they stand on. Raises
    ConfigurationError for a template that errs, or leaves out the heading or the mark.
    """
    entries = {entry.id: entry for entry in faq.entries}
    headlines = {entry.id: headline(question(entry)) for entry in faq.entries}
    homes = homes or {}

    def render(entry: FaqEntry, *, unfolded: bool = False) -> str:
        names: Mapping[str, str] = headlines
        if entry is not entries[entry.id]:
            names = ChainMap({entry.id: headline(question(entry))}, headlines)
        data = _entry(entry, names, links, homes, unfolded=unfolded)
        text = templates.render("entry.wikitext.j2", **data)
        check_section("entry.wikitext.j2", text, level=3)
        return sealed(text)

    return Pieces(
        entries={key: render(entry) for key, entry in entries.items()},
        headlines=headlines,
        sources={
            key: tuple(short(answer.title) for answer in entry.answers)
            for key, entry in entries.items()
        },
        wished=frozenset(
            key
            for key, entry in entries.items()
            if entry.asked or entry.pinned or entry.extract or entry.outdated
        ),
        faq=entries,
        render=render,
    )


def _entry(
    entry: FaqEntry,
    headlines: Mapping[str, str],
    links: Links,
    homes: Mapping[str, str],
    *,
    unfolded: bool,
) -> dict[str, Any]:
    chosen, named = wording(entry), namesake(entry)
    pinned = [answer for answer in entry.answers if answer.entry.id == entry.pinned]
    ordered = [*pinned, *(answer for answer in entry.answers if answer not in pinned)]
    asked = question(entry)
    answers = [
        answer_data(answer, asked=asked, chosen=entry.extract, links=links) for answer in ordered
    ]
    parent = chosen.parent
    return {
        "id": entry.id,
        "heading": heading(headlines[entry.id]),
        "mark": entry_mark(
            entry.id, entry.aliases, likeness=likeness(named.entry.question, named.page_id)
        ),
        "question": (
            plain(entry.asked) if entry.asked else links.text(chosen.entry.markup, chosen.title)
        ),
        "question_words": length(asked),
        "cut": headlines[entry.id] != " ".join(asked.split()),
        "preamble": links.text(parent.markup, chosen.title) if parent else None,
        "follows": (
            linked(entry.follows, headlines[entry.follows], homes) if entry.follows else None
        ),
        "related": [
            linked(key, headlines[key], homes)
            for key in entry.related
            if key in headlines and key != entry.follows
        ],
        "conversations": len({answer.title for answer in entry.answers}),
        "years_older": entry.years_older,
        "outdated": entry.outdated,
        "pinned": bool(pinned),
        "unfolded": unfolded,
        "newest": answers[0],
        "earlier": answers[1:],
    }
