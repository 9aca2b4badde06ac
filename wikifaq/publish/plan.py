"""What a run would do to the FAQ's page, decided from texts alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from wikifaq.consolidate.bonds import NONE, Bonds
from wikifaq.consolidate.faq import consolidate
from wikifaq.consolidate.review import NO_HOLD, Hold
from wikifaq.consolidate.wished import unknown
from wikifaq.errors import ConfigurationError, Refused
from wikifaq.page.lead import Front
from wikifaq.page.mark import BEGIN, END
from wikifaq.page.merge import headings, merge
from wikifaq.page.render import render_entries
from wikifaq.page.renewal import Change
from wikifaq.page.settings import Settings
from wikifaq.page.standing import found
from wikifaq.publish.brake import collapse, too_many_removed
from wikifaq.publish.obstacle import brakes, or_line, redirect, stopped_by_people
from wikifaq.publish.source_links import moved_links, withdrawn
from wikifaq.publish.spreading import Step, spread, telling, written
from wikifaq.publish.subpage_place import Again, earlier, losing, read_pages, texts
from wikifaq.publish.unread import only_new
from wikifaq.publish.veil import veiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from wikifaq.consolidate.engine import Engine
    from wikifaq.model import Faq, FaqEntry, Topic, Transcript
    from wikifaq.page.merge import Merged
    from wikifaq.page.permalink import Links
    from wikifaq.page.render import Pieces
    from wikifaq.page.standing import Found
    from wikifaq.page.template import Templates
    from wikifaq.page.tombstone import Gone
    from wikifaq.publish.side_page import SidePage
    from wikifaq.publish.subpage_place import SubpagePlace
    from wikifaq.publish.undone import Undone
    from wikifaq.wiki.protocol import Revision

Outcome = Literal["write", "nothing", "refuse", "retry"]


@dataclass(frozen=True, slots=True)
class Build:
    """What the FAQ is made of and made with: the same for every page and every try.

    ``bonds`` are what the configuration says of entries, ``hold`` what waits for a person's word,
    ``rebuild`` whether what the bot itself joined may be grouped anew. ``outdated_after`` is after
    how many years an answer is said to be old (0 for never), ``team`` who answers. What is larger
    than ``page_size`` bytes goes on subpages.
    """

    transcripts: tuple[Transcript, ...]
    topics: tuple[Topic, ...]
    engine: Engine
    templates: Templates
    links: Links
    most_removed: float = 0.3
    accept_loss: bool = False
    bonds: Bonds = NONE
    hold: Hold = NO_HOLD
    rebuild: bool = False
    outdated_after: int = 0
    team: str | None = None
    page_size: int = 300_000
    say: Callable[[str], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Said:
    """What the settings page says: ``revision`` is the one that counts, None where there is none.

    ``exists`` is whether there is such a page, ``moved`` the one that it redirects to. ``ignored``
    tells in words why newer revisions of it don't count.
    """

    page: str = ""
    exists: bool = False
    moved: str = ""
    settings: Settings = field(default_factory=Settings)
    revision: int | None = None
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The page to write as it is now: its current revision, and the bot's last one.

    ``current`` is None where there is no page; ``deleted`` is then whether the deletion log
    knows it, ``create`` whether the operator asked for a first page. ``base`` is the text of
    the bot's last revision, None where there is none; ``hidden`` is the time of that revision
    where there is one, and its text is hidden. ``adopt`` says to take the page as it stands for
    it. ``undone`` says who undid the bot's last edit, ``resumed`` who did where people let the bot
    go on. ``removed_in`` are the revisions after it in which entries left the page, by the
    entries' ids. ``broken`` are revisions of sources that the page links to and nobody can read.
    ``earlier`` gives the texts that the bot wrote before ``base``, the newest first, as far as they
    are asked for. ``said`` is what the settings page says, ``report`` the report page's newest
    revision, ``stop`` the stop page's text. ``user`` is the bot's account, None where none is
    configured. ``subpages`` are those that the page names; ``hidden``, ``removed_in``, ``broken``
    and ``earlier`` are of all pages. ``look`` gives the revisions of further pages by title.
    """

    title: str
    current: Revision | None
    base: str | None = None
    hidden: str | None = None
    adopt: bool = False
    undone: Undone | None = None
    resumed: Undone | None = None
    removed_in: Mapping[str, int] = field(default_factory=dict)
    broken: frozenset[int] = frozenset()
    earlier: Iterable[str] = ()
    said: Said = field(default_factory=Said)
    report_page: str = ""
    report: Revision | None = None
    deleted: bool = False
    create: bool = False
    stop_page: str = ""
    stop: str | None = None
    user: str | None = None
    subpages: tuple[SubpagePlace, ...] = ()
    look: Callable[[Sequence[str]], Mapping[str, Revision | None]] = dict.fromkeys


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written, and why; ``new`` is the page's text after it.

    ``notices`` are for whoever runs the bot, ``gone`` is what people removed; ``report`` is the
    report page, None where there is to be none, ``settings`` the settings page where it is made.
    ``shown`` is what a preview may show of the old text, None where that is all of it.
    ``subpages`` are those of the FAQ's page, ``steps`` the edits of all of these in their order.
    """

    outcome: Outcome
    reasons: tuple[str, ...]
    title: str
    revision: int | None
    old: str
    new: str
    summary: str
    shown: str | None = None
    changes: tuple[Change, ...] = ()
    topics: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    edited: frozenset[str] = frozenset()
    faq: Faq | None = None
    headlines: Mapping[str, str] | None = None
    notices: tuple[str, ...] = ()
    gone: Mapping[str, Gone] = field(default_factory=dict)
    report: SidePage | None = None
    settings: SidePage | None = None
    subpages: tuple[SidePage, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the FAQ's page would be another."""
        return self.new != self.old

    @property
    def pages(self) -> tuple[Plan | SidePage, ...]:
        """The pages that were looked at: the FAQ's first."""
        return (*self.own_pages, *self.beside)

    @property
    def own_pages(self) -> tuple[Plan | SidePage, ...]:
        """The FAQ's own pages, the page itself first."""
        return (self, *self.subpages)

    @property
    def beside(self) -> tuple[SidePage, ...]:
        """The pages beside the FAQ's."""
        return tuple(each for each in (self.report, self.settings) if each is not None)


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
    if not all(each.is_readable for each in place.subpages):
        return Plan("refuse", (*reasons,), place.title, revision, old, old, "")
    empty = _empty_page(build.templates)
    try:
        read = read_pages(place, old if place.current else empty)
    except Refused as refused:
        # Of a redirect it is said already what it is; that it has no markers follows.
        why = (*reasons,) if redirect(old) else (*reasons, str(refused).rstrip("."))
        return Plan("refuse", why, place.title, revision, old, old, "")
    page, base = read.now.page, read.then.page if read.then is not None else None
    reasons += stopped_by_people(place, page, base)
    said = place.said.settings
    wishes = said.wishes
    people = found(
        page,
        base,
        removed_in=place.removed_in,
        restored=said.restored,
        hidden=wishes.hidden,
    )
    hidden = wishes.hidden.union(*people.stones.hidden)
    wishes = replace(wishes, hidden=hidden)
    stands = people.standing
    faq = consolidate(
        build.transcripts,
        topics=build.topics,
        engine=build.engine,
        standing=stands.loosened() if build.rebuild else stands,
        bonds=build.bonds,
        wishes=wishes,
        hold=build.hold,
        headings=headings(page),
        outdated_after=build.outdated_after,
        say=build.say,
    )
    known = _known(build.transcripts, people)
    faq = replace(faq, unmet=(*faq.unmet, *unknown(said.wishes, known)))
    notices: tuple[str, ...] = ()
    if place.hidden and not place.adopt:
        faq, people, notices = only_new(faq, people, since=place.hidden)
    whole = "\n".join(texts(place, old).values())
    links_moved = moved_links(whole, place.broken, build.transcripts)
    before = Again(earlier(place))

    def merged_with(homes: Mapping[str, str]) -> tuple[Pieces, Merged]:
        pieces = render_entries(faq, templates=build.templates, links=build.links, homes=homes)
        return pieces, merge(
            page,
            faq,
            pieces,
            templates=build.templates,
            found=people,
            base=base,
            hidden=hidden,
            moved=_owners(faq.entries, wishes.topics),
            broken=links_moved,
            frozen=bool(notices),
            front=_front(place, build.team),
            earlier=before,
            homes=homes,
        )

    size, templates = build.page_size, build.templates
    made_of = spread(
        merged_with, faq, place, read, size=size, templates=templates, frozen=bool(notices)
    )
    merged = made_of.merged
    changes = (*merged.changes, *map(_held, faq.held))
    lost_at = losing(place, read)
    lost_in = {lost_at, *place.removed_in.values()}
    accepted = build.accept_loss or not said.accepted.isdisjoint(lost_in)
    if not accepted:
        taken = withdrawn(page, build.transcripts, place.broken)
        losses = (
            collapse(page, base),
            too_many_removed(page, changes, build.most_removed, withdrawn=taken, hidden=hidden),
        )
        line = or_line(place, f"accept loss: {lost_at}") if lost_at else ""
        reasons += [f"{loss}{line}" for loss in losses if loss]
    summary = _summary(build, place, faq, changes, offers=merged.offers)
    new = written(made_of, place, summary=summary, templates=templates)
    reasons += [*made_of.reasons, *new.reasons]
    # Digests alone are no reason to write: they only tell what the bot last wrote.
    changed = place.current is None or telling(new.main) != telling(old) or bool(merged.offers)
    any_changed = changed or any(each.changed for each in new.subpages)
    made = Plan(
        outcome="write" if any_changed else "nothing",
        reasons=(),
        title=place.title,
        revision=revision,
        old=old,
        new=new.main if changed else old,
        summary=summary if any_changed else "",
        shown=veiled(old, new.main, title=place.title, broken=place.broken),
        changes=changes,
        topics=merged.topics,
        edited=merged.edited,
        faq=faq,
        headlines=made_of.pieces.headlines,
        notices=notices,
        # What a run that is refused makes of the page is not learned.
        gone=page.stones.gone if reasons else people.stones.gone,
        subpages=new.subpages,
        steps=tuple(each for each in new.steps if changed or each.title != place.title),
    )
    return replace(made, outcome="refuse", reasons=tuple(reasons)) if reasons else made


def _front(place: Place, team: str | None) -> Front:
    """What the lead names: the bot's other pages that there are, or will be, and who answers."""
    return Front(
        settings=(place.said.page if place.said.exists or place.create else "") or None,
        report=(place.report_page if place.report is not None or place.create else "") or None,
        team=team,
    )


def _owners(entries: Sequence[FaqEntry], ids: Mapping[str, str]) -> list[str]:
    """The entries that some ids stand for."""
    return [entry.id for entry in entries if not {entry.id, *entry.aliases}.isdisjoint(ids)]


def _known(transcripts: Iterable[Transcript], people: Found) -> set[str]:
    """The ids of all questions that the sources or the page hold, or that people took off it."""
    asked = {entry.id for transcript in transcripts for entry in transcript.entries}
    stands = people.standing
    hidden = {key for ids in people.stones.hidden for key in ids}
    return asked | hidden | stands.entries.keys() | stands.aliases.keys() | stands.gone.keys()


def _held(entry: FaqEntry) -> Change:
    return Change(entry.id, "held", f"asked in {entry.answers[0].title}; it waits for a person")


def _empty_page(templates: Templates) -> str:
    empty = templates.render("page.wikitext.j2", faq=f"{BEGIN}\n\n{END}").rstrip()
    if empty.count(BEGIN) != 1 or empty.count(END) != 1:
        raise ConfigurationError("The template page.wikitext.j2 must hold {{ faq }} exactly once.")
    return empty


def _summary(
    build: Build, place: Place, faq: Faq, changes: Sequence[Change], *, offers: int
) -> str:
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
        offered=offers,
        settings=place.said.revision if place.said.settings != Settings() else None,
    )
    return " ".join(text.split())
