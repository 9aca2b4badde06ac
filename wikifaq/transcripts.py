"""Source pages in, transcripts out: what changed is fetched and read, the rest is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from wikifaq.errors import PageError
from wikifaq.page.tombstone import tombstones
from wikifaq.store import Store
from wikifaq.transcript import READER, read
from wikifaq.transcript.anonymous import who_only_ask, without_askers
from wikifaq.wiki.title import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from wikifaq.model import Page, Transcript, Turn
    from wikifaq.wiki.protocol import PageRef, Wiki

_BATCH = 50
_SHRUNK = 0.8  # of its words that an answer keeps where nothing was removed from it


@dataclass(frozen=True, slots=True)
class Reading:
    """How source pages are read.

    ``settle`` is for how long after an edit what it removed still counts, ``askers`` whether those
    who ask are named, ``own`` are the titles of the bot's pages; the FAQ's subpages, which aren't
    among them, are known by what they say.
    """

    source: Wiki
    state: Path
    settle: timedelta
    askers: bool
    own: Sequence[str]
    say: Callable[[str], None]

    def transcripts(self, refs: Sequence[PageRef]) -> list[Transcript]:
        """Read the pages, by title; one whose revision was read before is not fetched again."""
        store = Store(self.state, reader=READER)
        try:
            found: dict[int, Transcript] = {}
            wanted: list[PageRef] = []
            for ref in refs:
                known = store.reading(self.source.address, ref.page_id, ref.revision, ref.title)
                if known is None or ref.redirect:
                    wanted.append(ref)
                else:
                    found[ref.page_id] = known
            bots = set(map(alike, self.own))
            fetched = [
                page
                for page in self._fetch(wanted)
                if alike(page.title) not in bots and tombstones(page.text).of not in self.own
            ]
            self.say(
                f"{len(refs)} source pages: {len(fetched)} fetched, {len(found)} unchanged since "
                "the last run."
            )
            by_id = {ref.page_id: ref for ref in wanted}
            for page in fetched:
                key = page.page_id or 0
                transcript, kept = self._settled(page, by_id.get(key))
                found[key] = transcript
                store.keep(self.source.address, key, kept, transcript)
            store.forget_others(self.source.address, found)
        finally:
            store.close()
        made = sorted(found.values(), key=lambda transcript: transcript.title)
        if not self.askers:
            asking = who_only_ask(made)
            made = [without_askers(transcript, asking) for transcript in made]
        for transcript in made:
            for warning in transcript.warnings:
                self.say(f"{transcript.title}: {warning}.")
        return made

    def _fetch(self, refs: Sequence[PageRef]) -> list[Page]:
        """Fetch pages in batches.

        A redirect that leads nowhere is reported and left out: it has no words of its own. Any
        other page that can't be read stops the run, since its entries would leave the FAQ.
        """
        fetched: list[Page] = []
        plain = [ref for ref in refs if not ref.redirect]
        for start in range(0, len(plain), _BATCH):
            fetched += self.source.fetch(plain[start : start + _BATCH])
        for ref in refs:
            if ref.redirect:
                try:
                    fetched += self.source.fetch([ref])
                except PageError as error:
                    self.say(str(error))
        return fetched

    def _settled(self, page: Page, ref: PageRef | None) -> tuple[Transcript, Page]:
        """Read a page, as it was before its latest edits where these took away of it just now.

        They may be undone yet. Where the earlier revision is hidden, somebody meant it.
        """
        transcript = read(page)
        if ref is None or page.timestamp is None or not self.settle:
            return transcript, page
        since = datetime.now(UTC) - self.settle
        if datetime.fromisoformat(page.timestamp) <= since:
            return transcript, page
        earlier = self.source.as_of(ref, since.strftime("%Y-%m-%dT%H:%M:%SZ"))
        if earlier is None or earlier.revision == page.revision:
            return transcript, page
        before = read(earlier)
        if not _took_away(before, transcript):
            return transcript, page
        self.say(
            f"{page.title}: an edit of {page.timestamp} took something away; it is read as of "
            f"{earlier.timestamp} until the edit is {self.settle.total_seconds() / 3600:g} hours "
            "old."
        )
        return before, earlier


def _took_away(before: Transcript, after: Transcript) -> bool:
    """Whether an entry, or much of an answer, is there no more."""
    answers = {_said(entry.answer): entry for entry in after.entries}
    ids = {entry.id: entry for entry in after.entries}
    for entry in before.entries:
        said = _said(entry.answer)
        now = ids.get(entry.id) or answers.get(said)
        if now is None or len(_said(now.answer).split()) < _SHRUNK * len(said.split()):
            return True
    return False


def _said(answer: Sequence[Turn]) -> str:
    return "\n\n".join(turn.text for turn in answer)
