"""What pywikibot has to say, passed on to wikifaq's own log, at level debug."""

from __future__ import annotations

import logging

log = logging.getLogger("wikifaq.pywikibot")


class Forwarder(logging.Handler):
    """Passes on what pywikibot would show to its user."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a record on."""
        if text := record.getMessage().strip():
            log.debug("%s", text)
