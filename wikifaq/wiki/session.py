"""Pywikibot, imported late, once, and set up for a run that nobody watches.

Nothing of it is written to the working directory or to the home folder, it never asks, and it says
what it does to the log, at level debug, only.
"""

from __future__ import annotations

import atexit
import importlib
import logging
import os
import sys
import warnings
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wikifaq import __version__
from wikifaq.errors import ConfigurationError
from wikifaq.wiki.overheard import Forwarder, log
from wikifaq.wiki.transport import Switchboard

if TYPE_CHECKING:
    from collections.abc import Iterator

USER_CONFIG = "user-config.py"
USER_AGENT = f"wikifaq/{__version__} ({{script_comments}}) {{pwb}} {{python}} {{http_backend}}"


@dataclass(frozen=True, slots=True)
class Session:
    """Pywikibot, ready for use.

    ``site_class`` is the class for its sites; ``password_file`` is what the operator's
    user-config.py names, if there is one.
    """

    pywikibot: Any
    site_class: Any
    switchboard: Switchboard
    password_file: Path | None


_session: Session | None = None


def prepare(
    *, folder: Path, timeout: float, read_pause: float = 0.0, write_pause: float = 1.0
) -> Session:
    """Pywikibot, set up. Raises ConfigurationError.

    ``folder`` is a private_folder for its caches (most stay where the first call put them).
    Requests of ours have their own time limits; ``timeout``, in seconds, is for any others. The
    pauses are the least seconds between two requests, and before an edit.
    """
    global _session  # noqa: PLW0603 - pywikibot is one per process, too
    if _session is None:
        _session = _start(folder)
    config = _session.pywikibot.config
    config.base_dir = str(folder)
    config.socket_timeout = timeout
    config.minthrottle, config.put_throttle = read_pause, write_pause
    config.maxthrottle = max(read_pause, write_pause)
    return _session


@contextmanager
def quiet() -> Iterator[None]:
    """Within this, Python warnings go to the log."""
    with warnings.catch_warnings(record=True) as caught:
        yield
    for warning in caught or ():
        log.debug("%s", warning.message)


def private_folder(state: Path) -> Path:
    """The folder in ``state`` for logins and caches, made where there is none.

    Raises ConfigurationError where it can't be made for this user only.
    """
    folder = state.absolute() / "pywikibot"
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)  # logins, and caches that pywikibot trusts as it does its own code
        (folder / "throttle.ctrl").touch(mode=0o600)  # pywikibot fails where it is gone
    except OSError as problem:
        raise ConfigurationError(
            f"The folder {state} can't be used to keep things between runs: {problem.strerror}."
        ) from None
    return folder


def _start(folder: Path) -> Session:
    base = _base_folder()
    if base is None:
        os.environ["PYWIKIBOT_NO_USER_CONFIG"] = "2"
    pywikibot = _imported(base or folder)
    config = pywikibot.config
    password_file = Path(base, config.password_file) if base and config.password_file else None
    config.password_file = None  # it is not pywikibot that reads it
    config.solve_captcha = False
    config.max_retries = 0  # what is worth a second try, the Line tries again
    config.retry_wait = config.retry_max = 1
    config.user_agent_format = USER_AGENT
    http: Any = importlib.import_module("pywikibot.comms.http")
    http.session = switchboard = Switchboard(http.session)
    unattended = importlib.import_module("wikifaq.wiki.unattended")
    pywikibot.bot.ui = unattended.UnattendedUI()
    pywikibot.bot.init_handlers()
    # Below that, it may quote whole requests, with passwords in them.
    logging.getLogger("pywiki").setLevel(logging.INFO)
    logging.captureWarnings(capture=False)  # that was for the whole process
    atexit.register(_leave, pywikibot)
    return Session(pywikibot, unattended.UnattendedSite, switchboard, password_file)


def _leave(pywikibot: Any) -> None:  # noqa: ANN401 - pywikibot is untyped
    """Take this process off pywikibot's list, by which the next one would slow down."""
    with suppress(OSError):
        pywikibot.throttle.Throttle("").drop()


def _base_folder() -> Path | None:
    """The folder with the operator's configuration of pywikibot, where pywikibot looks for it."""
    for name in (os.environ.get("PYWIKIBOT_DIR"), ".", "~/.pywikibot"):
        # There may be no home folder, or one that is not ours to look into.
        with suppress(OSError, RuntimeError):
            if name and (folder := Path(name).expanduser().absolute() / USER_CONFIG).is_file():
                return folder.parent
    return None


def _imported(base: Path) -> Any:  # noqa: ANN401 - pywikibot is untyped
    """Import pywikibot with this base folder, and keep our command line from its eyes."""
    arguments, sys.argv = sys.argv, [sys.argv[0] if sys.argv else "", f"-dir:{base}"]
    logger = logging.getLogger("pywiki")
    logger.addHandler(Forwarder())
    logger.propagate = False
    try:
        with quiet():
            pywikibot = importlib.import_module("pywikibot")
            importlib.import_module("pywikibot.pagegenerators")
    except (Exception, SystemExit) as problem:
        # It executes the operator's file, which may do anything.
        raise ConfigurationError(
            f"Pywikibot can't start with {base / USER_CONFIG}: {problem} "
            f"({type(problem).__name__})."
        ) from problem
    finally:
        sys.argv = arguments
    return pywikibot
