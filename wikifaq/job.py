"""The main job: pages in, the FAQ built, a plan made, and the page written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from wikifaq.embedding.engine import close_engine, open_engine
from wikifaq.errors import ConfigurationError, EditConflict, Refused, TryLater, WikifaqError
from wikifaq.page.permalink import Links
from wikifaq.page.tombstone import tombstones
from wikifaq.publish.brake import stopped
from wikifaq.publish.obstacle import brakes
from wikifaq.publish.plan import Build, Plan, plan
from wikifaq.publish.report import at_most, report, sentence
from wikifaq.publish.side_page import settings_page
from wikifaq.publish.undone import undone
from wikifaq.target import HISTORY, Looking
from wikifaq.template_files import open_templates
from wikifaq.transcripts import Reading
from wikifaq.wiki.address import open_wiki
from wikifaq.wiki.protocol import Edit, Saved
from wikifaq.wiki.sources import collect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wikifaq.config import Config
    from wikifaq.publish.plan import Place
    from wikifaq.publish.side_page import SidePage
    from wikifaq.wiki.protocol import Wiki

_TRIES = 3


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
    resume: frozenset[int] = frozenset()

    def preview(self) -> Plan:
        """Make the plan of a run, writing nothing."""
        source, target = self.wikis()
        build = self._build(source, target)
        try:
            made, _ = self._plan(source, target, build)
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
            return self._planned_and_written(source, target, build)
        finally:
            close_engine(build.engine, prune=True)

    def _planned_and_written(
        self, source: Wiki, target: Wiki, build: Build
    ) -> tuple[Plan, Saved | None]:
        for _ in range(_TRIES):
            made, place = self._plan(source, target, build)
            if made.outcome == "refuse":
                self._write_beside(target, made, place)
                raise RefusedPlan(made)
            try:
                saved = self._write(source, target, build, made) if made.steps else None
            except EditConflict as conflict:
                self.say(f"{str(conflict).rstrip('.')}; reading it again.")
                continue
            self._write_beside(target, made, place)
            if saved is None and place.resumed and self.resume:
                self.say(
                    f"Note: nothing was to be written, so that {place.resumed} still counts: "
                    f"put the line '* resume: {place.resumed.revision}' on {place.said.page!r}, or "
                    "give --resume again when there is something new."
                )
            return made, saved
        raise TryLater(f"People keep saving the page {self.config.page!r}; nothing was written.")

    def _plan(self, source: Wiki, target: Wiki, build: Build) -> tuple[Plan, Place]:
        """Make the plan, with that of the report page where there is to be one."""
        place = self._looking(source, target).place(build.transcripts)
        made = plan(build, place)
        unmet = at_most(made.faq.unmet if made.faq else ())
        for notice in (*made.notices, *place.said.ignored, *unmet):
            self.say(f"Note: {sentence(notice)}")
        if made.outcome != "refuse":
            made = replace(made, settings=settings_page(place, templates=build.templates))
        if self.config.report is not None:
            made = replace(made, report=self._report(target, build, made, place))
        written = any(page.changed for page in made.pages)
        outcome = "write" if made.outcome == "nothing" and written else made.outcome
        return replace(made, outcome=outcome), place

    def _report(self, target: Wiki, build: Build, made: Plan, place: Place) -> SidePage:
        shown = report(
            made,
            place,
            title=place.report_page,
            current=place.report,
            transcripts=build.transcripts,
            templates=build.templates,
            links=build.links,
            editors=self._editors(target, made),
        )
        if shown.obstacle:
            self.say(f"Note: {shown.obstacle}.")
        return shown

    def _editors(self, target: Wiki, made: Plan) -> dict[int, str]:
        """Who saved the revisions in which entries were removed."""
        wanted = {stone.revision for stone in made.gone.values() if stone.revision}
        if not wanted:
            return {}
        found: dict[int, str] = {}
        for title in [made.title, *(title for _, title in tombstones(made.new).elsewhere)]:
            if not wanted <= found.keys():
                history = target.history(title, limit=HISTORY)
                found |= {each.id: each.user for each in history if each.id in wanted and each.user}
        return found

    def _write(self, source: Wiki, target: Wiki, build: Build, made: Plan) -> Saved:
        """Write, after a last look at the brakes and at what the wiki would make of the texts.

        The pages are written one after the other; where a run is cut off in between, or somebody
        saves one of them, the next try goes on from what stands then.
        """
        reason = self._changed_by_saving(target, made) or self._kept_out(target, made)
        if reason:
            raise RefusedPlan(replace(made, outcome="refuse", reasons=(reason,)))
        revisions = self._looked_again(source, target, build, made)
        saved = Saved(None)
        for step in made.steps:
            edit = Edit(
                step.title,
                step.text,
                step.summary,
                revisions[step.title],
                minor=self.config.minor,
            )
            written = target.edit(edit)
            if written.merged:
                self.say(
                    f"The wiki merged this edit of {step.title!r} with one that somebody made at "
                    "the same time."
                )
            revisions[step.title] = written.revision or revisions[step.title]
            if step.title == made.title:
                saved = written
            else:
                self.say(f"Wrote {step.title!r}: {step.summary}.")
        return saved

    def _looked_again(
        self, source: Wiki, target: Wiki, build: Build, made: Plan
    ) -> dict[str, int | None]:
        """The revisions that the edits stand on. Raises EditConflict where one is another now."""
        place = self._looking(source, target).place(build.transcripts)
        now = {place.title: place.current}
        now |= {each.title: each.current for each in place.subpages}
        now |= place.look([each.title for each in made.subpages if each.title not in now])
        planned = {each.title: each.revision for each in made.own_pages}
        for title, revision in planned.items():
            current = now[title]
            if (current.id if current else None) != revision:
                raise EditConflict(f"The page {title!r} was saved by somebody meanwhile.")
        reasons = brakes(place)
        if reasons:
            raise RefusedPlan(replace(made, outcome="refuse", reasons=reasons))
        return planned

    @staticmethod
    def _kept_out(target: Wiki, made: Plan) -> str | None:
        """Say that one of several pages can't be written, before the first one is."""
        titles = [each.title for each in made.own_pages if each.changed and each.revision]
        for title in titles if len(made.steps) > 1 else ():
            if not target.may_edit(target.user, title):
                return (
                    f"the account {target.user!r} may not edit the page {title!r}, which is to be "
                    f"written together with others of {made.title!r}; let those who protected the "
                    "page, or blocked the account, allow it"
                )
        return None

    def _write_beside(self, target: Wiki, made: Plan, place: Place) -> None:
        """Write the other pages where they say something new; the FAQ doesn't depend on them."""
        for page in made.beside:
            if not page.changed or stopped(place.stop):
                continue
            history = target.history(page.title, limit=HISTORY) if page.revision else ()
            at = next((n for n, each in enumerate(history) if each.user == place.user), None)
            undid = None
            if at is not None:
                undid = undone(history, at, partial(target.text_of, page.title))
            resumed = place.said.settings.resumed | self.resume
            if undid is not None and undid.revision not in resumed:
                self.say(
                    f"Note: {page.title!r} is not written: {undid}; to let it go on, put the line "
                    f"'* resume: {undid.revision}' on {place.said.page!r}."
                )
                continue
            try:
                target.edit(Edit(page.title, page.new, page.summary, page.revision, minor=True))
            except WikifaqError as error:
                # The FAQ's page was the run's business, and is done.
                self.say(f"Note: {page.title!r} is not written: {error} The next run sees to it.")
            else:
                self.say(f"Wrote {page.title!r}: {page.summary}.")

    def _looking(self, source: Wiki, target: Wiki) -> Looking:
        return Looking(
            self.config,
            source,
            target,
            self.say,
            create=self.create,
            adopt=self.adopt,
            resume=self.resume,
        )

    @staticmethod
    def _changed_by_saving(target: Wiki, made: Plan) -> str | None:
        """Say what the wiki would not store as it was rendered; None where it is all the same."""
        if made.outcome != "write":
            return None
        for page in made.own_pages:
            if page.changed:
                stored = target.as_saved(page.title, page.new)
                if stored != page.new:
                    return _difference(page.new, stored, page.title)
        return None

    def _build(self, source: Wiki, target: Wiki) -> Build:
        config = self.config
        # What is wrong with these is said before any page is asked for.
        templates = open_templates(config.templates, language=config.language, say=self.say)
        chosen = open_engine(config, self._folder(), self.say)
        links = _links(source, target, config.interwiki)
        own = [config.page, config.settings, *filter(None, [config.report])]
        own = own if links.prefix == "" else []
        refs = collect(source, config.sources, own=own)
        reading = Reading(
            source=source,
            state=self._folder(),
            settle=timedelta(hours=config.settle),
            askers=config.askers,
            own=own,
            say=self.say,
        )
        transcripts = reading.transcripts(refs)
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
            hold=config.hold,
            rebuild=self.rebuild,
            outdated_after=config.outdated_after,
            team=config.team,
            page_size=config.page_size,
            say=self.say,
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
