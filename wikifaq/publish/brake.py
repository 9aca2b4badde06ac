"""What stops a run: people's words on the wiki, and losses too great to be meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import mwparserfromhell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mwparserfromhell.nodes import Template

    from wikifaq.page.renewal import Change
    from wikifaq.page.segment import FaqPage

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FEW = 4
_COLLAPSE = 0.5


def bots_refused(text: str, user: str | None) -> str | None:
    """Return the template by which a page's text keeps this bot out, None where it is let in.

    Template:Bots of the English Wikipedia: ``{{nobots}}``, ``{{bots|allow=…}}``,
    ``{{bots|deny=…}}`` and ``{{nobots|…}}`` with names parted by commas, all, or none.
    """
    if "bots" not in text.lower():
        return None
    own = {(user or "").strip().lower(), "all"}
    for template in mwparserfromhell.parse(text, skip_style_tags=True).filter_templates():
        name = str(template.name).strip().lower()
        if name in {"bots", "nobots"} and _keeps_out(template, own, nobots=name == "nobots"):
            return str(template)
    return None


def _keeps_out(template: Template, own: set[str], *, nobots: bool) -> bool:
    allow, deny, optout, named = (
        _names(str(template.get(key).value)) if template.has(key) else None
        for key in ("allow", "deny", "optout", 1)
    )
    if own & (deny or set()) or "all" in (optout or set()):
        return True
    if allow is not None:
        return not own & allow
    if nobots:
        return bool(own & named) if named is not None else deny is None
    return False


def _names(value: str) -> set[str]:
    return {name.strip().lower() for name in _COMMENT.sub("", value).split(",") if name.strip()}


def stopped(text: str | None) -> bool:
    """Whether a stop page's text (None where there is no page) says stop: it holds anything."""
    return bool(text) and bool(_COMMENT.sub("", text or "").strip())


def collapse(page: FaqPage, base: FaqPage | None) -> str | None:
    """Say that most entries vanished from the page at once, which is no wish to delete each."""
    before = set(base.alive()) if base else set()
    lost = before - set(page.alive())
    if len(before) >= _FEW and len(lost) > _COLLAPSE * len(before):
        return (
            f"{len(lost)} of the {len(before)} entries that the bot wrote have vanished from the "
            "page since; restore them, or, if they shall stay away, run with --accept-loss"
        )
    return None


def too_many_removed(
    page: FaqPage,
    changes: Sequence[Change],
    removable: float,
    *,
    withdrawn: frozenset[str] = frozenset(),
    hidden: frozenset[str] = frozenset(),
) -> str | None:
    """Say that the new FAQ would drop more of the page's entries than the configured share.

    ``withdrawn`` are entries whose text people took out of sources that are read as before: that
    is their wish, and only a collapse holds it back. What they hid, by the id of any question in
    it, doesn't count.
    """
    alive = {
        key
        for key, segment in page.holding().items()
        if hidden.isdisjoint((key, *segment.aliases_of(key)))
    }
    dropped = {change.entry for change in changes if change.change == "removed"} & alive
    unexplained = len(dropped - withdrawn)
    if len(alive) >= _FEW and (
        unexplained > removable * len(alive) or len(dropped) > _COLLAPSE * len(alive)
    ):
        return (
            f"{len(dropped)} of the {len(alive)} entries on the page would be removed; see that "
            "all source pages are still found, or, if this is meant, run with --accept-loss"
        )
    return None
