"""The page to write as it stands, with all that the decision to write it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.page.settings import Settings, SettingsError, read_settings
from wikifaq.page.tombstone import tombstones
from wikifaq.publish.deletions import removed_in, vanished
from wikifaq.publish.obstacle import redirect
from wikifaq.publish.plan import Place, Said
from wikifaq.publish.source_links import cited
from wikifaq.publish.subpage_place import SubpagePlace
from wikifaq.publish.undone import undone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from wikifaq.config import Config
    from wikifaq.model import Transcript
    from wikifaq.publish.undone import Undone
    from wikifaq.wiki.protocol import Revision, Wiki

HISTORY = 500
"""Revisions of a page in which the bot's last one is looked for."""

_SETTINGS_TRIED = 20  # revisions of the settings page, until one can be taken
_EARLIER = 30  # revisions of the bot's in which the text that a person began with is looked for
_LATER = 50  # revisions since the bot's, in which deletions are looked for


@dataclass(frozen=True, slots=True)
class Looking:
    """Looks at the target's pages, each time afresh.

    ``adopt`` is whether the page as it stands counts as the bot's last version, ``resume`` are
    revisions after whose undoing the operator lets the bot go on.
    """

    config: Config
    source: Wiki
    target: Wiki
    say: Callable[[str], None]
    create: bool = False
    adopt: bool = False
    resume: frozenset[int] = frozenset()

    def place(self, transcripts: Sequence[Transcript]) -> Place:
        """Read the page, its history, the settings page and the stop page."""
        config, target = self.config, self.target
        user = target.user or config.account
        if user is None:
            self.say(
                "No account is named, so it can't be told what people removed from the page; "
                "set WIKIFAQ_USER or [run] account to the bot's."
            )
        stop = config.stop_page.replace("{user}", user) if user else ""
        titles = [config.page, config.settings, *filter(None, [config.report, stop])]
        newest = target.newest(titles)
        current = newest[config.page]
        stop_page = newest.get(stop)
        said = self._said(newest[config.settings])
        resumed = said.settings.resumed | self.resume
        last = self._last(config.page, current, user, resumed)
        text = (current.text if current else None) or ""
        base = text if self.adopt and current else last.text
        others = {config.settings, config.report or "", stop}
        subpages, lasts = self._subpages(text, base or "", user, resumed, others)
        texts = [text, *(each.current.text or "" for each in subpages if each.current)]
        hidden = next(filter(None, (each.hidden for each in (last, *lasts.values()))), None)
        read = {transcript.revision for transcript in transcripts}
        links = sorted(cited("\n".join(texts)) - read)
        return Place(
            title=config.page,
            current=current,
            base=None if hidden and not self.adopt else base,
            hidden=hidden,
            undone=last.undone,
            resumed=next(filter(None, (each.resumed for each in (last, *lasts.values()))), None),
            removed_in=self._removed_in({config.page: last, **lasts}, "\n".join(texts)),
            earlier=self._earlier([config.page, *lasts], user) if current else (),
            broken=self.source.hidden(links) if links else frozenset(),
            said=said,
            report_page=config.report or "",
            report=newest[config.report] if config.report else None,
            adopt=self.adopt or user is None,
            deleted=current is None and target.was_deleted(config.page),
            create=self.create,
            stop_page=stop,
            stop=stop_page.text if stop_page else None,
            user=user,
            subpages=subpages,
            look=self._look,
        )

    def _look(self, titles: Sequence[str]) -> dict[str, Revision | None]:
        return self.target.newest(titles) if titles else {}

    def _subpages(
        self,
        text: str,
        base: str,
        user: str | None,
        resumed: frozenset[int],
        others: set[str],
    ) -> tuple[tuple[SubpagePlace, ...], dict[str, _Last]]:
        """The subpages that the page names, or named as the bot wrote it, with the bot's last ones.

        A name that was taken off the page counts only where there is no such page any more.
        """
        named = {title: topic for topic, title in tombstones(text).elsewhere}
        wrote = {title: topic for topic, title in tombstones(base).elsewhere}
        titles = [each for each in {**wrote, **named} if each not in {self.config.page, *others}]
        newest = self._look(titles)
        moved = {
            title: redirect(revision.text or "")
            for title, revision in newest.items()
            if revision is not None
        }
        own = {self.config.page, *titles}
        newest |= self._look(sorted({each for each in moved.values() if each} - own))
        found: list[SubpagePlace] = []
        lasts: dict[str, _Last] = {}
        for title in titles:
            if newest[title] is None and title not in named:
                continue
            target = moved.get(title) or ""
            into = target if target in own and target != title else ""
            now = title if into or newest.get(target) is None else target
            into = now if now in lasts else into
            current = newest[now]
            last = self._last(now, current, user, resumed)
            lasts[now] = last
            adopted = self.adopt or user is None
            found.append(
                SubpagePlace(
                    topic=named.get(title) or wrote[title],
                    title=now,
                    named=title,
                    current=current,
                    base=current.text if adopted and current else last.text,
                    hidden=last.hidden,
                    undone=last.undone,
                    gone_into=into,
                    is_redirect=bool(not into and redirect((current and current.text) or "")),
                    is_unknown=not (into or adopted or current is None) and last == _Last(),
                )
            )
        return tuple(found), lasts

    def _said(self, newest: Revision | None) -> Said:
        """The newest revision of the settings page that can be read, by somebody who may decide.

        Whoever may not edit the FAQ's page may not decide over it on another page either.
        """
        page = self.config.settings
        if newest is None:
            return Said(page, exists=self.target.was_deleted(page))
        moved = redirect(newest.text or "")
        if moved:
            return Said(page, exists=True, moved=moved)
        ignored: list[str] = []
        allowed: dict[str | None, bool] = {}
        history: Sequence[Revision] = [newest]
        tried = 0
        while tried < len(history):
            revision = history[tried]
            tried += 1
            text = revision.text if revision is newest else self._text(page, revision)
            why, settings = self._decides(revision, text, allowed)
            if settings is not None:
                if ignored:
                    ignored.append(f"revision {revision.id} of {page!r} counts until it is mended")
                return Said(
                    page,
                    exists=True,
                    settings=settings,
                    revision=revision.id,
                    ignored=tuple(ignored),
                )
            ignored.append(why)
            if tried == 1:
                history = [newest, *self.target.history(page, limit=_SETTINGS_TRIED)[1:]]
        ignored.append(f"nothing that {page!r} says counts until it is mended")
        return Said(page, exists=True, ignored=tuple(ignored))

    def _text(self, page: str, revision: Revision) -> str | None:
        return self.target.text_of(page, revision.id)

    def _decides(
        self, revision: Revision, text: str | None, allowed: dict[str | None, bool]
    ) -> tuple[str, Settings | None]:
        """What a revision of the settings page says, or in words why it doesn't count."""
        which = f"revision {revision.id} of {self.config.settings!r}"
        if text is None:
            return f"{which} is hidden", None
        if revision.user not in allowed:
            allowed[revision.user] = self.target.may_edit(revision.user, self.config.page)
        if not allowed[revision.user]:
            who = revision.user or "a hidden account"
            return f"{which} is by {who}, who may not edit {self.config.page!r}", None
        try:
            return "", read_settings(text)
        except SettingsError as error:
            return f"{which} can't be read: {error}", None

    def _last(
        self, title: str, current: Revision | None, user: str | None, resumed: frozenset[int]
    ) -> _Last:
        if current is None or user is None:
            return _Last()
        if current.user == user:
            return _Last(current.text)
        history = self.target.history(title, limit=HISTORY)
        at = next((i for i, each in enumerate(history) if each.user == user), None)
        if at is None:
            return _Last()
        own = history[at]
        text = self.target.text_of(title, own.id)
        found = undone(history, at, lambda revision: self.target.text_of(title, revision))
        resumed_now = None
        if found is not None and not resumed.isdisjoint({found.revision, found.undid}):
            text = self.target.text_of(title, found.revision)
            resumed_now = found
            found = None
        hidden = own.timestamp if text is None else None
        return _Last(text, hidden, found, own.id, resumed_now)

    def _earlier(self, titles: Sequence[str], user: str | None) -> Iterator[str]:
        """The texts that the bot wrote before its last ones, read only as far as they are needed.

        Of each page in turn, the newest first.
        """
        for title in titles if user is not None else ():
            own = [each for each in self.target.history(title, limit=HISTORY) if each.user == user]
            for revision in own[1 : _EARLIER + 1]:
                text = self.target.text_of(title, revision.id)
                if text is not None:
                    yield text

    def _removed_in(self, lasts: Mapping[str, _Last], text: str) -> dict[str, int]:
        """In which revisions entries left the pages, as far as it can be told.

        ``text`` is what stands on all of them.
        """
        found: dict[str, int] = {}
        for title, last in lasts.items():
            lost = vanished(last.text, text)
            if lost and last.revision is not None:
                later = self.target.revisions_since(title, last.revision, limit=_LATER)
                found |= removed_in(lost, later)
        return found


class _Last(NamedTuple):
    """The bot's last revision of a page, where there is one.

    ``hidden`` is its time where its text can't be read, ``resumed`` tells of its undoing where
    people let the bot go on after it.
    """

    text: str | None = None
    hidden: str | None = None
    undone: Undone | None = None
    revision: int | None = None
    resumed: Undone | None = None
