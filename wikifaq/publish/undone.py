"""Whether somebody undid the bot's last edit: then it is not for the bot to make it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.wiki.protocol import Revision


def undone(history: Sequence[Revision], at: int) -> str | None:
    """Say who brought back a text older than the bot's last edit, unless it was restored since.

    ``history`` is the page's, the newest first, ``at`` the place of the bot's last edit in it.
    The sha1 of a revision tells, whatever way the older text was brought back; tags don't, as
    not everybody's undo is tagged.
    """
    own, older = history[at].sha1, {each.sha1 for each in history[at + 1 :] if each.sha1}
    for later in history[:at]:
        if later.sha1 and later.sha1 == own:
            return None
        if later.sha1 in older:
            when = f" on {later.timestamp}" if later.timestamp else ""
            who = later.user or "somebody"
            return f"{who} undid the bot's last edit{when} (revision {later.id})"
    return None
