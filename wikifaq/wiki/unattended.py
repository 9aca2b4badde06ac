"""Pywikibot made for unattended use: it asks nobody, and it says what it does to the log only.

This module imports pywikibot, which takes a second and reads its configuration; it is imported by
wikifaq.wiki.session only, when a wiki is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from pywikibot.site import APISite
from pywikibot.userinterfaces._interface_base import ABUIC

from wikifaq.errors import WikifaqError
from wikifaq.wiki.complaints import LoginNeeded
from wikifaq.wiki.overheard import Forwarder

if TYPE_CHECKING:
    import logging


class UnattendedUI(ABUIC):  # type: ignore[misc]  # pywikibot is untyped
    """Pywikibot's face to its user: every question is an error."""

    def flush(self) -> None:
        """There is nothing to flush."""

    def init_handlers(self, root_logger: logging.Logger, **_: object) -> None:
        """Pass on to wikifaq's log what pywikibot has to say."""
        root_logger.addHandler(Forwarder())

    def input(self, question: str, *_: object, **__: object) -> NoReturn:
        """Refuse to ask."""
        raise WikifaqError(
            f"Pywikibot has a question that nobody is there to answer: {question.strip()!r}; "
            "where the wiki asks for a second step at login, use a bot password "
            "(Special:BotPasswords)."
        )

    def input_choice(self, question: str, *_: object, **__: object) -> NoReturn:
        """Refuse to ask."""
        self.input(question)

    def input_list_choice(self, question: str, *_: object, **__: object) -> NoReturn:
        """Refuse to ask."""
        self.input(question)

    def output(self, *_: object, **__: object) -> None:
        """Say nothing."""


class UnattendedSite(APISite):  # type: ignore[misc]  # pywikibot is untyped
    """A site that is logged in to by its owner, when its owner says so.

    Pywikibot logs in by itself, and asks for a password, when it sees that it is not logged in;
    for a new site it asks the wiki first of all who it is, which mere reading has no use for.
    """

    def login(self, *_: object, cookie_only: bool = False, **__: object) -> None:
        """Refuse to log in."""
        if not cookie_only:
            raise LoginNeeded("The wiki ended the login.")

    def resume(self) -> bool:
        """Ask the wiki who we are; return whether that is the user of this site."""
        super().login(cookie_only=True)
        return bool(self.logged_in())
