"""Whether somebody undid the bot's last edit: then it is not for the bot to make it again.

Two things tell it. A revision with the text of one older than the bot's edit undid that edit,
whatever way the text was brought back. Where others edited the page in between, an undo leads to
a text that never was; MediaWiki tags it, and what it did to the lines that the bot had changed
tells whose edit it undid. MediaWiki tags an edit only where it saves the very text that reverting
gives: who reverts a part, or goes on writing in the same edit, makes an edit like any other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wikifaq.page.mark import without_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wikifaq.wiki.protocol import Revision

# MediaWiki sets these as it saves the edit (Help:Tags; includes/Storage/EditResultBuilder.php). The
# tag mw-reverted of what was reverted is no help: some wikis set it only when a patrol agrees.
_REVERTS = frozenset({"mw-undo", "mw-rollback", "mw-manual-revert"})


@dataclass(frozen=True, slots=True)
class Undone:
    """Who undid the bot's last edit, by which revision; ``undid`` is the bot's.

    ``user`` is None where the name is hidden.
    """

    revision: int
    user: str | None
    timestamp: str
    undid: int

    def __str__(self) -> str:
        """Say who did it and when."""
        who, when = self.user or "somebody", f" on {self.timestamp}" if self.timestamp else ""
        return f"{who} undid the bot's last edit{when} (revision {self.revision})"


def undone(
    history: Sequence[Revision], at: int, text_of: Callable[[int], str | None]
) -> Undone | None:
    """Return who undid the bot's last edit; None where nobody did, or it was restored since.

    ``history`` is the page's, the newest first, ``at`` the place of the bot's last edit in it.
    ``text_of`` gives a revision's text, None where it is hidden; it is asked only about reverts
    that led to a text which the page had never had.

    A revision with the text of an earlier one is as that one was: undone where that one is older
    than the bot's edit. Any other changes nothing, unless it is tagged as a revert: then its lines
    tell. Where a text that this takes is hidden, a tagged revision counts as one that undid the
    bot's edit. An edit by the bot's own account undoes nothing.
    """
    bots = history[at]
    if bots.sha1 and history[0].sha1 == bots.sha1:
        return None
    were_undone = {each.sha1: True for each in history[at + 1 :] if each.sha1}
    if bots.sha1:
        were_undone[bots.sha1] = False
    text_of = cache(text_of)
    found: Undone | None = None
    for place in range(at - 1, -1, -1):
        later = history[place]
        gone = were_undone.get(later.sha1) if later.sha1 else None
        if gone is None:
            gone = found is not None
            if not _REVERTS.isdisjoint(later.tags):
                gone = _is_gone(bots, history[place + 1], later, text_of, was_gone=gone)
        if not gone:
            found = None
        elif found is None and later.user != bots.user:
            found = Undone(later.id, later.user, later.timestamp, bots.id)
        if later.sha1:
            were_undone[later.sha1] = found is not None
    return found


def _is_gone(
    bots: Revision,
    before: Revision,
    revert: Revision,
    text_of: Callable[[int], str | None],
    *,
    was_gone: bool,
) -> bool:
    """Whether the bot's edit is undone after a tagged revert, made on the revision ``before``."""
    parent = text_of(bots.parent) if bots.parent else ""
    own, now = text_of(bots.id), text_of(revert.id)
    if parent is None or own is None or now is None:
        return True
    then = text_of(before.id)
    if then is None:
        then = own  # as if the bot's edit had stood until this revert
    # Marks are no passages, but where nothing else was changed they tell as well.
    for shown in (without_marks, str):
        passages = _passages(_lines(shown(parent)), _lines(shown(own)))
        if passages.added or passages.removed:
            step = _lines(shown(then)), _lines(shown(now))
            return not passages.brought_back(*step) if was_gone else passages.taken_out(*step)
    return was_gone


@dataclass(frozen=True, slots=True)
class _Passages:
    """The lines that an edit added and those that it took out, each with how often.

    A line that the page held both before and after is none of them, though it be held more often:
    such lines ("</div>") don't tell one edit from another.
    """

    added: Counter[str]
    removed: Counter[str]

    def taken_out(self, before: Counter[str], after: Counter[str]) -> bool:
        """Whether the step from one text to the next undoes the edit.

        That is to take out each added line that still stood, as often as it was added, so that
        none stands any more or all is back that the edit had taken out. (A line may stand since
        somebody copied it. To undo just the copying takes it out once, too, but brings nothing
        back.) Lines that others changed or removed before are not asked for. Of an edit that
        added nothing, what it took out comes back.
        """
        back = self.removed <= after
        if not self.added:
            return back and not self.removed <= before
        stood = self.added & before
        if not stood or not stood <= before - after:
            return False
        return not self.added & after or (bool(self.removed) and back)

    def brought_back(self, before: Counter[str], after: Counter[str]) -> bool:
        """Whether the step from one text to the next makes an edit stand again that was undone."""
        if not self.added:
            return bool(self.removed & before) and not self.removed & after
        return self.added <= after and not self.added <= before


def _passages(before: Counter[str], after: Counter[str]) -> _Passages:
    return _Passages(
        added=Counter({line: n for line, n in after.items() if line not in before}),
        removed=Counter({line: n for line, n in before.items() if line not in after}),
    )


def _lines(text: str) -> Counter[str]:
    return Counter(line.rstrip() for line in text.split("\n") if line.strip())
