"""Whether an account may edit a page: the page's protection, the account's rights and blocks.

Source: https://www.mediawiki.org/wiki/API:Info, https://www.mediawiki.org/wiki/API:Users,
https://www.mediawiki.org/wiki/API:Blocks; for what a level asks for, MediaWiki's
includes/Permissions/PermissionManager.php (checkPageRestrictions,
checkCascadingSourcesRestrictions).
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from wikifaq.errors import PageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wikifaq.wiki.connection import Connection

EVERYBODY = "*"  # the group that everybody is in
# Levels that are named for a group and mean a right; any other is the right's own name.
_RIGHT = {"sysop": "editprotected", "autoconfirmed": "editsemiprotected"}
_CASCADING = "protect"  # asked for as well where a protection cascades


def may_edit(to: Connection, user: str | None, title: str) -> bool:
    """Whether an account holds the rights that a page's protection asks for, and isn't blocked.

    ``user`` may be an IP address, and is None where the name is hidden: these, and accounts
    that the wiki doesn't know, have the rights that everybody has. A block from some pages only
    doesn't count. Raises PageError for what can't be a title.
    """
    asked: dict[str, object] = {
        "action": "query",
        "prop": "info",
        "inprop": "protection",
        "titles": [title],
        "meta": "siteinfo",
        "siprop": "namespaces|usergroups",
        "curtimestamp": True,
    }
    if user is not None:
        named = {"list": "users", "ususers": [user], "usprop": "rights|blockinfo"}
        address = {"list": "blocks", "bkip": user, "bkprop": "flags", "bklimit": "max"}
        asked |= address if _is_address(user) else named
    answer = to.ask(f"see who may edit {title!r}", asked)
    said = answer["query"]
    (page,) = said["pages"]
    if page.get("invalid"):
        raise PageError(f"{title!r} can't be the title of a page.")
    account: Mapping[str, Any] = next(iter(said.get("users", ())), {})
    if _is_blocked(account) or any(not block.get("partial") for block in said.get("blocks", ())):
        return False
    everybody = next(each for each in said["usergroups"] if each["name"] == EVERYBODY)
    rights = account.get("rights", everybody["rights"])
    needed = {*_protection(page, answer["curtimestamp"]), *_of_namespace(page, said["namespaces"])}
    return needed <= {*rights}


def _is_address(user: str) -> bool:
    try:
        ip_address(user)
    except ValueError:
        return False
    return True


def _is_blocked(account: Mapping[str, Any]) -> bool:
    return "blockedby" in account and not account.get("blockpartial")


def _protection(page: Mapping[str, Any], now: str) -> Iterator[str]:
    """The rights that the page's own and cascading protections ask for, where not expired."""
    for row in page.get("protection", ()):
        kinds = {"edit", "create"} if page.get("missing") else {"edit"}
        # An expiry may be "infinity", which comes after all times.
        if row["type"] in kinds and row["expiry"] > now and row["level"]:
            yield _RIGHT.get(row["level"], row["level"])
            if row.get("source") or row.get("cascade"):
                yield _CASCADING


def _of_namespace(page: Mapping[str, Any], namespaces: Mapping[str, Any]) -> Iterator[str]:
    """The rights that all pages of its namespace ask for ($wgNamespaceProtection)."""
    namespace = namespaces.get(str(page["ns"]), {})
    yield from filter(None, namespace.get("namespaceprotection", "").split("|"))
