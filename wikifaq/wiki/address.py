"""A wiki from its name on the command line or in the configuration."""

from __future__ import annotations

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
    Raises ConfigurationError for an unknown site. A path that looks like a site's name is
    written with ``./`` before it.
    """
    if _FAMILY_CODE.fullmatch(address) or re.match(r"https?://", address):
        # pywikibot takes its time to import, and a folder does without it.
        from wikifaq.wiki.site import SiteWiki  # noqa: PLC0415

        return SiteWiki(address, state=state, timeout=timeout)
    return FolderWiki(Path(address).expanduser())
