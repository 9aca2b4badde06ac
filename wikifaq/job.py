"""The main job: pages in, the FAQ built, a plan made, and the page written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from filelock import FileLock, Timeout

from wikifaq.embedding.engine import close_engine, open_engine
from wikifaq.errors import (
    ConfigurationError,
    EditConflict,
    PageError,
    Refused,
    TryLater,
    WikifaqError,
)
from wikifaq.page.permalink import Links
from wikifaq.page.template import Templates
from wikifaq.publish.plan import Build, Place, Plan, brakes, plan
from wikifaq.publish.undone import undone
from wikifaq.store import Store
from wikifaq.template_files import template_sources
from wikifaq.transcript import READER, read
from wikifaq.wiki.address import open_wiki
from wikifaq.wiki.protocol import Edit
from wikifaq.wiki.sources import collect
from wikifaq.wiki.title import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from wikifaq.config import Config
    from wikifaq.model import Page, Transcript
    from wikifaq.wiki.protocol import PageRef, Revision, Saved, Wiki

_TRIES = 3
_BATCH = 50
_HISTORY = 500


@dataclass(frozen=True, slots=True)
class Job:
    """One run or preview: the configuration, the state folder, and what the operator allows.

    ``say`` is told, in words, what goes on.
    """

    config: Config
    state: Path
    say: Callable[[str], None]
    create: bool = False
    accept_loss: bool = False
    adopt: bool = False
    rebuild: bool = False

    def preview(self) -> Plan:
        """Make the plan of a run, writing nothing."""
        source, target = self.wikis()
        build = self._build(source, target)
        try:
            made = plan(build, self._place(target))
        finally:
            close_engine(build.engine)
        changed = self._changed_by_saving(target, made)
        return replace(made, outcome="refuse", reasons=(changed,)) if changed else made

    def run(self) -> tuple[Plan, Saved | None]:
        """Make the plan and carry it out; None where there was nothing to write.

        Raises Refused where something says that nothing must be written, TryLater where
        another run is under way or people keep saving the page, and what a wiki raises.
        """
        lock = FileLock(self._folder() / "run.lock")
        try:
            with lock.acquire(timeout=0):
                return self._run()
        except Timeout as error:
            raise TryLater("Another run is under way with the same state folder.") from error

    def wikis(self) -> tuple[Wiki, Wiki]:
        """Open the source and the target: one and the same where they are named alike.

        Raises ConfigurationError where one is not named.
        """
        config, folder = self.config, self._folder()
        source = open_wiki(named(config.source), state=folder, timeout=config.timeout)
        if config.source == config.target:
            return source, source
        return source, open_wiki(named(config.target), state=folder, timeout=config.timeout)

    def _folder(self) -> Path:
        try:
            self.state.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise WikifaqError(
                f"The state folder {self.state} can't be made ({error.strerror}); "
                "give another with --state."
            ) from error
        return self.state

    def _run(self) -> tuple[Plan, Saved | None]:
        source, target = self.wikis()
        target.log_in()
        build = self._build(source, target)
        try:
            return self._planned_and_written(target, build)
        finally:
            close_engine(build.engine, prune=True)

    def _planned_and_written(self, target: Wiki, build: Build) -> tuple[Plan, Saved | None]:
        for _ in range(_TRIES):
            made = plan(build, self._place(target))
            if made.outcome == "nothing":
                return made, None
            if made.outcome == "refuse":
                raise RefusedPlan(made)
            try:
                return made, self._write(target, made)
            except EditConflict:
                self.say(
                    f"The page {made.title!r} was saved by somebody meanwhile; reading it again."
                )
        raise TryLater(f"People keep saving the page {self.config.page!r}; nothing was written.")

    def _write(self, target: Wiki, made: Plan) -> Saved:
        """Write, after a last look at the brakes and at what the wiki would make of the text."""
        changed = self._changed_by_saving(target, made)
        if changed:
            raise RefusedPlan(replace(made, outcome="refuse", reasons=(changed,)))
        place = self._place(target)
        if (place.current.id if place.current else None) != made.revision:
            raise EditConflict(made.title)
        stopped = brakes(place)
        if stopped:
            raise RefusedPlan(replace(made, outcome="refuse", reasons=stopped))
        saved = target.edit(
            Edit(made.title, made.new, made.summary, made.revision, minor=self.config.minor)
        )
        if saved.merged:
            self.say("The wiki merged this edit with one that somebody made at the same time.")
        return saved

    @staticmethod
    def _changed_by_saving(target: Wiki, made: Plan) -> str | None:
        """Say what the wiki would not store as it was rendered; None where it is all the same."""
        if made.outcome != "write":
            return None
        stored = target.as_saved(made.title, made.new)
        return None if stored == made.new else _difference(made.new, stored, made.title)

    def _build(self, source: Wiki, target: Wiki) -> Build:
        config = self.config
        # What is wrong with these is said before any page is asked for.
        templates = Templates(template_sources(config.templates), language=config.language)
        chosen = open_engine(config, self._folder(), self.say)
        links = _links(source, target, config.interwiki)
        own = [config.page] if links.prefix == "" else []
        refs = collect(source, config.sources, own=own)
        transcripts = self._transcripts(source, refs, own)
        for transcript in transcripts:
            for warning in transcript.warnings:
                self.say(f"{transcript.title}: {warning}.")
        if not refs:
            self.say("The sources name no page that exists.")
        return Build(
            transcripts=tuple(transcripts),
            topics=config.topics,
            engine=chosen,
            templates=templates,
            links=links,
            most_removed=config.most_removed,
            accept_loss=self.accept_loss,
            bonds=config.bonds,
            rebuild=self.rebuild,
            say=self.say,
        )

    def _transcripts(
        self, source: Wiki, refs: list[PageRef], own: Sequence[str]
    ) -> list[Transcript]:
        """Read the pages; one whose revision was read before is neither fetched nor read."""
        store = Store(self._folder(), reader=READER)
        try:
            found: dict[int, Transcript] = {}
            wanted: list[PageRef] = []
            for ref in refs:
                known = store.reading(source.address, ref.page_id, ref.revision, ref.title)
                if known is None or ref.redirect:
                    wanted.append(ref)
                else:
                    found[ref.page_id] = known
            bots = set(map(alike, own))
            fetched = [
                page for page in self._fetch(source, wanted) if alike(page.title) not in bots
            ]
            self.say(
                f"{len(refs)} source pages: {len(fetched)} fetched, {len(found)} unchanged since "
                "the last run."
            )
            for page in fetched:
                transcript = read(page)
                key = page.page_id or 0
                found[key] = transcript
                store.keep(source.address, key, page, transcript)
            store.forget_others(source.address, found)
            return sorted(found.values(), key=lambda transcript: transcript.title)
        finally:
            store.close()

    def _fetch(self, source: Wiki, refs: list[PageRef]) -> list[Page]:
        """Fetch pages in batches.

        A redirect that leads nowhere is reported and left out: it has no words of its own. Any
        other page that can't be read stops the run, since its entries would leave the FAQ.
        """
        fetched: list[Page] = []
        plain = [ref for ref in refs if not ref.redirect]
        for start in range(0, len(plain), _BATCH):
            fetched += source.fetch(plain[start : start + _BATCH])
        for ref in refs:
            if ref.redirect:
                try:
                    fetched += source.fetch([ref])
                except PageError as error:
                    self.say(str(error))
        return fetched

    def _place(self, target: Wiki) -> Place:
        """Read the page and the stop page afresh."""
        config = self.config
        user = target.user or config.account
        if user is None:
            self.say(
                "No account is named, so it can't be told what people removed from the page; "
                "set WIKIFAQ_USER or [run] account to the bot's."
            )
        stop = config.stop_page.replace("{user}", user) if user else ""
        newest = target.newest([config.page, *([stop] if stop else [])])
        current = newest[config.page]
        stop_page = newest.get(stop)
        last = _last(target, config.page, current, user)
        return Place(
            title=config.page,
            current=current,
            base=current.text if self.adopt and current else last.text,
            undone=last.undone,
            adopt=self.adopt or user is None,
            deleted=current is None and target.was_deleted(config.page),
            create=self.create,
            stop_page=stop,
            stop=stop_page.text if stop_page else None,
            user=user,
        )


def named(wiki: str | None) -> str:
    """Return a wiki's name. Raises ConfigurationError where none is given."""
    if wiki is None:
        raise ConfigurationError("No wiki is named; give one with --wiki, or as [wiki] source.")
    return wiki


class RefusedPlan(Refused):
    """A plan that must not be carried out; ``plan`` says what it would have done."""

    def __init__(self, refused: Plan) -> None:
        """``refused.reasons`` are the message."""
        super().__init__(
            "; ".join(refused.reasons)[:1].upper() + "; ".join(refused.reasons)[1:] + "."
        )
        self.plan = refused


class _Last(NamedTuple):
    """The bot's last revision of a page: its text where it can be read, and who undid it."""

    text: str | None = None
    undone: str | None = None


def _last(target: Wiki, title: str, current: Revision | None, user: str | None) -> _Last:
    if current is None or user is None:
        return _Last()
    if current.user == user:
        return _Last(current.text)
    history = target.history(title, limit=_HISTORY)
    at = next((i for i, each in enumerate(history) if each.user == user), None)
    if at is None:
        return _Last()
    return _Last(target.text_of(title, history[at].id), undone(history, at))


def _links(source: Wiki, target: Wiki, interwiki: str | None) -> Links:
    if source is target:
        return Links("")
    prefix = interwiki if interwiki is not None else target.interwiki_prefix(source)
    if prefix is None:
        url = source.permalink_url(0)
        return Links(None, url.replace("oldid=0", "oldid={revision}") if url else None)
    return Links(f"{prefix.rstrip(':')}:" if prefix else "")


def _difference(text: str, stored: str, title: str) -> str:
    """Say where the wiki would store something else than was rendered."""
    for number, (ours, theirs) in enumerate(
        zip(text.splitlines(), stored.splitlines(), strict=False), 1
    ):
        if ours != theirs:
            return (
                f"the wiki would change line {number} of {title!r} when saving it, from "
                f"{ours[:60]!r} to {theirs[:60]!r}; take what it changes out of the page or "
                "the templates"
            )
    return f"the wiki would change the end of {title!r} when saving it; see the page's last lines"
