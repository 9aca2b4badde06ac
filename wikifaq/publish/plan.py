"""What a run would do to the FAQ's page, decided from texts alone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from wikifaq.consolidate.bonds import NONE, Bonds
from wikifaq.consolidate.faq import consolidate
from wikifaq.errors import ConfigurationError, Refused
from wikifaq.page.mark import BEGIN, END, without_digests
from wikifaq.page.merge import headings, merge, standing
from wikifaq.page.render import render_entries
from wikifaq.page.segment import as_people_left, read_page
from wikifaq.publish.brake import bots_refused, collapse, stopped, too_many_removed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wikifaq.consolidate.engine import Engine
    from wikifaq.model import Faq, Topic, Transcript
    from wikifaq.page.merge import Change
    from wikifaq.page.permalink import Links
    from wikifaq.page.template import Templates
    from wikifaq.wiki.protocol import Revision

# The word differs by the wiki's language (Help:Redirects).
_REDIRECT = re.compile(r"\s*#\w+\s*:?\s*\[\[:?([^\[\]|#]+)")

Outcome = Literal["write", "nothing", "refuse", "retry"]


@dataclass(frozen=True, slots=True)
class Build:
    """What the FAQ is made of and made with: the same for every page and every try.

    ``bonds`` are what people said of entries, ``rebuild`` whether what the bot itself joined may
    be grouped anew.
    """

    transcripts: tuple[Transcript, ...]
    topics: tuple[Topic, ...]
    engine: Engine
    templates: Templates
    links: Links
    most_removed: float = 0.3
    accept_loss: bool = False
    bonds: Bonds = NONE
    rebuild: bool = False
    say: Callable[[str], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Place:
    """The page to write as it is now: its current revision, and the bot's last one.

    ``current`` is None where there is no page; ``deleted`` is then whether the deletion log
    knows it, ``create`` whether the operator asked for a first page. ``base`` is the text of
    the bot's last revision, None where there is none or it is hidden; ``adopt`` says to take
    the page as it stands for it. ``undone`` says who undid the bot's last edit. ``stop`` is
    the stop page's text. ``user`` is the bot's account, None where none is configured.
    """

    title: str
    current: Revision | None
    base: str | None = None
    adopt: bool = False
    undone: str | None = None
    deleted: bool = False
    create: bool = False
    stop_page: str = ""
    stop: str | None = None
    user: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written, and why; ``new`` is the page's text after it."""

    outcome: Outcome
    reasons: tuple[str, ...]
    title: str
    revision: int | None
    old: str
    new: str
    summary: str
    changes: tuple[Change, ...] = ()
    topics: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    edited: frozenset[str] = frozenset()
    faq: Faq | None = None
    headlines: Mapping[str, str] | None = None


def plan(build: Build, place: Place) -> Plan:
    """Decide what to write.

    Raises ConfigurationError for a template that errs; everything else that speaks against
    writing is in the plan's reasons.
    """
    old = place.current.text if place.current else ""
    revision = place.current.id if place.current else None
    if old is None:
        return Plan("refuse", ("the page's text is hidden",), place.title, revision, "", "", "")
    reasons = [*brakes(place)]
    empty = _empty_page(build.templates)
    try:
        base = read_page(place.base, place.title) if place.base is not None else None
        page = as_people_left(read_page(old if place.current else empty, place.title), base)
    except Refused as refused:
        # Of a redirect it is said already what it is; that it has no markers follows.
        why = (*reasons,) if _REDIRECT.match(old) else (*reasons, str(refused).rstrip("."))
        return Plan("refuse", why, place.title, revision, old, old, "")
    if place.undone and not place.adopt:
        reasons.append(
            f"{place.undone}; restore the bot's revision to let it go on, or run with --adopt to "
            "have it start from the page as it stands"
        )
    elif base is None and page.alive() and not place.adopt:
        reasons.append(
            f"no revision of {place.title!r} by {place.user} can be read, so it can't be told what "
            "people removed; run with --adopt to take the page as it stands"
        )
    stands = standing(page, base)
    faq = consolidate(
        build.transcripts,
        topics=build.topics,
        engine=build.engine,
        standing=stands.loosened() if build.rebuild else stands,
        bonds=build.bonds,
        headings=headings(page),
        say=build.say,
    )
    pieces = render_entries(faq, templates=build.templates, links=build.links)
    merged = merge(page, faq, pieces, templates=build.templates, stands=stands)
    if not build.accept_loss:
        losses = (collapse(page, base), too_many_removed(page, merged.changes, build.most_removed))
        reasons += [loss for loss in losses if loss]
    summary = _summary(build, faq, merged.changes)
    # Digests alone are no reason to write: they only tell what the bot last wrote.
    changed = place.current is None or without_digests(merged.text) != without_digests(old)
    made = Plan(
        outcome="write" if changed else "nothing",
        reasons=(),
        title=place.title,
        revision=revision,
        old=old,
        new=merged.text if changed else old,
        summary=summary if changed else "",
        changes=merged.changes,
        topics=merged.topics,
        edited=merged.edited,
        faq=faq,
        headlines=pieces.headlines,
    )
    return replace(made, outcome="refuse", reasons=tuple(reasons)) if reasons else made


def _empty_page(templates: Templates) -> str:
    empty = templates.render("page.wikitext.j2", faq=f"{BEGIN}\n\n{END}").rstrip()
    if empty.count(BEGIN) != 1 or empty.count(END) != 1:
        raise ConfigurationError("The template page.wikitext.j2 must hold {{ faq }} exactly once.")
    return empty


def brakes(place: Place) -> tuple[str, ...]:
    """What the wiki says against any edit of this page: its words, and whose page it is."""
    reasons = []
    text = (place.current.text if place.current else None) or ""
    if stopped(place.stop):
        reasons.append(f"the stop page {place.stop_page!r} holds text; blank it to let the bot run")
    redirect = _REDIRECT.match(text)
    if redirect:
        reasons.append(
            f"the page {place.title!r} is a redirect to {redirect[1].strip()!r}; name that title "
            "as [faq] page"
        )
    refused = bots_refused(text, place.user)
    if refused:
        reasons.append(f"the page {place.title!r} keeps bots out with {refused}")
    if place.current is None and place.deleted:
        reasons.append(
            f"the page {place.title!r} was deleted or moved away before; ask those who did it, and "
            "let a person restore or create it, or name its new title as [faq] page"
        )
    elif place.current is None and not place.create:
        reasons.append(f"there is no page {place.title!r}; run with --create to make the first one")
    return tuple(reasons)


def _summary(build: Build, faq: Faq, changes: Sequence[Change]) -> str:
    counts = Counter(change.change for change in changes)
    kept_away = sum(change.by_people for change in changes)
    text = build.templates.render(
        "summary.txt.j2",
        added=counts["added"],
        updated=counts["updated"],
        merged=counts["merged"],
        removed=counts["removed"] - kept_away,
        gone=kept_away,
        conversations=len(faq.conversations),
    )
    return " ".join(text.split())
