"""An FAQ into the wikitext of its pieces: one for each topic and entry, sealed by its mark."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from wikifaq.consolidate.likeness import likeness
from wikifaq.errors import ConfigurationError
from wikifaq.page.former import former
from wikifaq.page.harmless import heading, plain
from wikifaq.page.headline import CUT, headline
from wikifaq.page.mark import (
    anchor,
    entry_mark,
    holds_markers,
    marks,
    sealed,
    topic_anchor,
    topic_mark,
)
from wikifaq.transcript.block import tree
from wikifaq.transcript.identity import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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


def render_entries(faq: Faq, *, templates: Templates, links: Links) -> Pieces:
    """Render each entry of the FAQ.

    Raises ConfigurationError for a template that errs, or leaves out the heading or the mark.
    """
    entries = {entry.id: entry for entry in faq.entries}
    headlines = {entry.id: headline(question(entry)) for entry in faq.entries}

    def render(entry: FaqEntry, *, unfolded: bool = False) -> str:
        names: Mapping[str, str] = headlines
        if entry is not entries[entry.id]:
            names = ChainMap({entry.id: headline(question(entry))}, headlines)
        data = _entry(entry, names, links, unfolded=unfolded)
        text = templates.render("entry.wikitext.j2", **data)
        _check("entry.wikitext.j2", text, level=3)
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


def render_topic(
    topic: str,
    title: str | None,
    *,
    templates: Templates,
    alone: bool = False,
    also: Sequence[tuple[str, str]] = (),
) -> str:
    """Render a topic's heading.

    ``title`` is None for the topic of other questions; ``alone`` is whether there is no other.
    ``also`` are the ids and headlines of entries of other topics to link to.
    """
    text = templates.render(
        "topic.wikitext.j2",
        title=None if title is None else heading(title),
        alone=alone,
        mark=topic_mark(topic),
        also=[{"anchor": anchor(key), "heading": plain(text)} for key, text in also],
    )
    _check("topic.wikitext.j2", text, level=2)
    return sealed(text)


def render_lead(
    faq: Faq,
    contents: list[tuple[str, str, int]],
    *,
    templates: Templates,
    pages: Mapping[str, str] | None = None,
) -> str:
    """Render the lead: ``contents`` are topics' ids, titles (wikitext) and numbers of entries.

    ``pages`` are the titles of the pages of "settings" and "report", where there are such.
    """
    titles = {name: plain(title) for name, title in (pages or {}).items()}
    dates = sorted(date for _, date in faq.conversations if date)
    text = templates.render(
        "lead.wikitext.j2",
        topics=[
            {"anchor": topic_anchor(key), "title": title, "count": count}
            for key, title, count in contents
        ],
        questions=sum(count for _, _, count in contents),
        conversations=len(faq.conversations),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        settings=titles.get("settings"),
        report=titles.get("report"),
        held=len(faq.held),
    )
    _no_markers("lead.wikitext.j2", text)
    if marks(text) or any(block.kind == "heading" for block in tree(text).walk()):
        raise ConfigurationError("The template lead.wikitext.j2 must have no heading and no mark.")
    return text


def _no_markers(template: str, text: str) -> None:
    """Refuse a piece with a marker of the page in it: the page's part would end there."""
    if holds_markers(text):
        raise ConfigurationError(f"The template {template} must hold no <!-- wikifaq:… --> marker.")


def _check(template: str, text: str, *, level: int) -> None:
    """Refuse a piece that the page could not be read back from."""
    root = tree(text)
    first = root.children[0] if root.children else None
    headings = [block.level for block in root.walk() if block.kind == "heading"]
    _no_markers(template, text)
    if len(marks(text)) != 1 or first is None or [first.level, *headings] != [level, level]:
        raise ConfigurationError(
            f"The template {template} must begin with a heading of level {level}, have no other "
            "heading, and hold {{ mark }} exactly once."
        )


def _entry(
    entry: FaqEntry, headlines: Mapping[str, str], links: Links, *, unfolded: bool
) -> dict[str, Any]:
    chosen, named = wording(entry), namesake(entry)
    pinned = [answer for answer in entry.answers if answer.entry.id == entry.pinned]
    ordered = [*pinned, *(answer for answer in entry.answers if answer not in pinned)]
    answers = [_answer(answer, entry, links) for answer in ordered]
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
        "cut": headlines[entry.id] != " ".join(question(entry).split()),
        "preamble": links.text(parent.markup, chosen.title) if parent else None,
        "follows": (
            {"anchor": anchor(entry.follows), "heading": plain(headlines[entry.follows])}
            if entry.follows
            else None
        ),
        "outdated": entry.outdated,
        "pinned": bool(pinned),
        "unfolded": unfolded,
        "newest": answers[0],
        "earlier": answers[1:],
    }


def _answer(answer: Answer, entry: FaqEntry, links: Links) -> dict[str, Any]:
    same = normal(answer.entry.question) == normal(question(entry))
    turns = [
        {
            "speaker": plain(turn.speaker) if turn.speaker else None,
            "role": plain(turn.role) if turn.role else None,
            "audience": turn.audience,
            # A paragraph of nothing but a category, say, shows nothing.
            "paragraphs": list(
                filter(None, (links.text(p, answer.title) for p in turn.paragraphs))
            ),
        }
        for turn in answer.entry.answer
    ]
    return {
        "date": answer.date,
        "title": plain(answer.title),
        "permalink": links.permalink(short(answer.title), answer.revision, answer.entry.anchor),
        "wording": None if same else links.text(answer.entry.markup, answer.title),
        "extract": _extract(answer, entry.extract) if entry.extract else None,
        "words": sum(len(turn.text.split()) for turn in answer.entry.answer),
        "turns": [turn for turn in turns if turn["paragraphs"]],
    }


def _extract(answer: Answer, words: str) -> dict[str, Any] | None:
    """The words to show of an answer, with who said them; None where they aren't in it."""
    for turn in answer.entry.answer:
        said = " ".join(turn.text.split())
        if words in said:
            before = "" if said.startswith(words) else f"{CUT} "
            after = "" if said.endswith(words) else f" {CUT}"
            return {
                "text": f"{before}{plain(words)}{after}",
                "speaker": plain(turn.speaker) if turn.speaker else None,
                "role": plain(turn.role) if turn.role else None,
                "audience": turn.audience,
            }
    return None


def short(title: str) -> str:
    """The last part of a title, or the last two where the last is but a date."""
    parts = title.split("/")
    named = any(map(str.isalpha, parts[-1]))
    return parts[-1] if named else "/".join(parts[-2:])
