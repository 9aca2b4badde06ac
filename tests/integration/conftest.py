"""The wiki that the integration tests run against: one of their own, or one that is named.

Without further ado a MediaWiki is started for the session; where none can be had the tests are
skipped, but with CI=true they fail. To use a wiki that is there already, set WIKIFAQ_TEST_WIKI to
the address of its api.php and, for ADMIN, BOT and EDITOR, WIKIFAQ_TEST_<ROLE> to an account's name
and WIKIFAQ_TEST_<ROLE>_PASSWORD_FILE to a file with its password.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from local_wiki import LocalWiki, Unavailable, Wiki

if TYPE_CHECKING:
    from collections.abc import Iterator

ROLES = ("ADMIN", "BOT", "EDITOR")


def existing_wiki(address: str) -> Wiki:
    """The wiki at this api.php, with the accounts that the environment names."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.path.endswith("/api.php"):
        raise Unavailable("WIKIFAQ_TEST_WIKI must be the address of an api.php.")
    # The tests write, delete and create pages as they please: never on a wiki of the world's.
    try:
        found = socket.getaddrinfo(parts.hostname, None)
    except OSError:
        raise Unavailable(f"There is no host {parts.hostname} (WIKIFAQ_TEST_WIKI).") from None
    if not all(ipaddress.ip_address(entry[4][0]).is_private for entry in found):
        raise Unavailable("WIKIFAQ_TEST_WIKI must be on this machine or in a private network.")
    names, files = [], []
    for role in ROLES:
        name, file = f"WIKIFAQ_TEST_{role}", f"WIKIFAQ_TEST_{role}_PASSWORD_FILE"
        if not os.environ.get(name) or not os.environ.get(file):
            raise Unavailable(f"With WIKIFAQ_TEST_WIKI, {name} and {file} must be set too.")
        names.append(os.environ[name])
        files.append(Path(os.environ[file]))
    try:
        passwords = [file.read_text(encoding="utf-8").strip() for file in files]
    except OSError as problem:
        raise Unavailable(f"A password file can't be read: {problem}") from None
    wiki = Wiki(address.removesuffix("/api.php"), dict(zip(names, passwords, strict=True)))
    wiki.admin, wiki.bot, wiki.editor = names
    return wiki


@pytest.fixture(scope="session")
def mediawiki() -> Iterator[Wiki]:
    """A wiki with the accounts .admin, .bot and .editor, whose pages are the tests' to change."""
    address = os.environ.get("WIKIFAQ_TEST_WIKI")
    if address:
        try:
            wiki = existing_wiki(address)
        except Unavailable as problem:  # it was asked for by name, so it is no reason to skip
            pytest.fail(str(problem), pytrace=False)
        yield wiki
        return
    local = LocalWiki()
    try:
        local.start()
    except Unavailable as problem:
        if os.environ.get("CI") == "true":
            pytest.fail(f"No wiki to test with. {problem}", pytrace=False)
        pytest.skip(f"No wiki to test with. {problem}")
    yield local
    local.stop()


@pytest.fixture(scope="session")
def local_mediawiki(mediawiki: Wiki) -> LocalWiki:
    """The same, for tests that read its log of requests, which only our own wiki has."""
    if not isinstance(mediawiki, LocalWiki):
        pytest.skip("Only a wiki that the tests started has a log of requests.")
    return mediawiki
