"""A wiki from its name on the command line or in the configuration."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from wikifaq.wiki.folder import FolderWiki

if TYPE_CHECKING:
    from wikifaq.wiki.protocol import Wiki

_FAMILY_CODE = re.compile(r"[a-z][a-z0-9]*:[a-z][a-z0-9-]*")


def open_wiki(address: str, *, state: Path, timeout: float) -> Wiki:
    """Return the wiki that ``family:code``, an api.php's address or a folder's path names.

    ``state`` is where a site keeps its cookies, ``timeout`` the seconds it may take to answer.
    The account is that of the environment (WIKIFAQ_USER, WIKIFAQ_PASSWORD_FILE), else that of
    pywikibot's user-config.py.
    Raises ConfigurationError for an unknown site. A path that looks like a site's name is
    written with ``./`` before it.
    """
    if _FAMILY_CODE.fullmatch(address) or re.match(r"https?://", address):
        # pywikibot takes its time to import, and a folder does without it.
        from wikifaq.wiki.site import SiteWiki  # noqa: PLC0415

        password_file = os.environ.get("WIKIFAQ_PASSWORD_FILE")
        return SiteWiki(
            address,
            state=state,
            timeout=timeout,
            user=os.environ.get("WIKIFAQ_USER") or None,
            password_file=Path(password_file).expanduser() if password_file else None,
        )
    return FolderWiki(Path(address).expanduser())
