"""What can go wrong, as the operator of a run sees it: one sentence and an exit status."""

from __future__ import annotations

from typing import ClassVar


class WikifaqError(Exception):
    """Something failed. The message is one sentence: what is wrong, where, what to do."""

    exit_status: ClassVar[int] = 1
    outcome: ClassVar[str] = "failed"


class ConfigurationError(WikifaqError):
    """The configuration, a template or the command line is wrong."""


class PageError(WikifaqError):
    """A page is missing or can't be read."""


class Refused(WikifaqError):  # noqa: N818 - not an error: a person or a safety rule said no
    """A safety rule or a person said no; nothing was written."""

    exit_status = 3
    outcome = "refuse"


class TryLater(WikifaqError):  # noqa: N818 - not an error: the same run may succeed later
    """The wiki or the network can't take it now; nothing was lost."""

    exit_status = 4
    outcome = "retry"


class EditConflict(TryLater):
    """Somebody saved the page between our reading and our writing."""
