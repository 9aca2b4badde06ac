"""Which wiki an address means: a family that pywikibot knows, or one made for an api.php.

Pywikibot makes families for addresses too, but it names them after the last part but one of the
host's name: that fails for localhost, and two wikis of one domain, or of one host with different
ports or paths, get one name and share their caches. Here only the name is given to it.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from wikifaq.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable

_SITE = re.compile(r"(?P<family>[A-Za-z0-9]+):(?P<code>[a-z0-9_.-]+)")
_PORTS = {"http": 80, "https": 443}
_EXAMPLES = "such as https://meta.wikimedia.org/w/api.php"


def api_address(address: str) -> str | None:
    """The api.php address in the one form it is compared and named by, None for ``family:code``.

    Raises ConfigurationError for what is neither.
    """
    address = address.strip()
    if _SITE.fullmatch(address) and address.partition(":")[0] not in _PORTS:
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as problem:
        raise ConfigurationError(f"{address!r} is no address of a wiki: {problem}.") from None
    if parts.scheme not in _PORTS or not parts.hostname or re.search(r"[\s\\]", address):
        raise ConfigurationError(
            f"{address!r} is no address of a wiki; give that of its api.php, {_EXAMPLES}, "
            "or pywikibot's family:code, such as meta:meta."
        )
    if "@" in parts.netloc:
        raise ConfigurationError(
            f"The address of the wiki at {parts.hostname} holds a login; leave it out, and set "
            "WIKIFAQ_USER and WIKIFAQ_PASSWORD_FILE in the environment."
        )
    if parts.query or parts.fragment or not parts.path.endswith("/api.php"):
        raise ConfigurationError(
            f"{address!r} does not end in api.php; give the address of the wiki's api.php, "
            f"{_EXAMPLES} (its page Special:Version names it)."
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if port is not None and port != _PORTS[parts.scheme]:
        host += f":{port}"
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


def family_name(api: str) -> str:
    """A name that is unique by scheme, host, port and path, of ASCII letters and digits only.

    Pywikibot admits no others, and writes it into the names of its files.
    """
    readable = re.sub(r"[^a-z0-9]", "", urlsplit(api).netloc)[:30]
    return f"wiki{readable}x{hashlib.sha256(api.encode()).hexdigest()[:12]}"


def find_site(pywikibot: Any, address: str) -> tuple[str, Any]:  # noqa: ANN401 - it is untyped
    """Pywikibot's code and family for an address; the wiki itself is asked nothing.

    Raises ConfigurationError for an unknown family or code, naming the one spelled most like it.
    """
    api = api_address(address)
    families = pywikibot.config.family_files
    if api is None:
        name, code = address.strip().split(":")
        return _known(pywikibot, name, code)
    host = urlsplit(api).netloc
    if "." in host and host[0].isalpha():
        # Where pywikibot knows the wiki, the operator's user-config.py may name an account for it.
        for name in sorted(families):
            family = _load(pywikibot, name)
            for code in family.langs if family else ():
                if family.base_url(code, family.apipath(code)) == api:
                    return code, family
    name = family_name(api)
    families[name] = api  # which is also how a user-config.py would add it
    return name, _load(pywikibot, name)


def _known(pywikibot: Any, name: str, code: str) -> tuple[str, Any]:  # noqa: ANN401
    families = pywikibot.config.family_files
    family = _load(pywikibot, name) if name in families else None
    if family is None:
        raise ConfigurationError(
            f"Pywikibot knows no family of wikis {name!r}; {_nearest(name, families)}."
        )
    codes = {*family.langs, *family.code_aliases} - {*family.removed_wikis}
    if code not in codes:
        raise ConfigurationError(
            f"Pywikibot's family {name!r} has no wiki {code!r}; {_nearest(code, codes)}."
        )
    return code, family


def _load(pywikibot: Any, name: str) -> Any:  # noqa: ANN401
    try:
        return pywikibot.family.Family.load(name)
    except pywikibot.exceptions.UnknownFamilyError:
        return None


def _nearest(word: str, known: Iterable[str]) -> str:
    nearest = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.0)
    return f"the nearest that it knows is {nearest[0]!r}" if nearest else "it knows none at all"
