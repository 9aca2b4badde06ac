"""Where a password comes from: a file, in pywikibot's format or holding nothing but the password.

Pywikibot's own reader is not used: it shows the line that it can't read, before version 10.7.1 it
evaluated the file as Python, and it asks at a terminal when it finds no password.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wikifaq.errors import WikifaqError
from wikifaq.wiki.rows import capitalised

if TYPE_CHECKING:
    from pathlib import Path

_ACCOUNT, _FAMILY, _SITE = 2, 3, 4  # how many parts an entry has: what it is for, and a password


@dataclass(frozen=True, slots=True)
class Login:
    """What to log in with; ``name`` has a bot password's suffix ("User@suffix")."""

    name: str
    password: str = field(repr=False)


def account(name: str) -> str:
    """The account that a login's name stands for, as the wiki writes it: without a suffix."""
    return capitalised(name.partition("@")[0].replace("_", " ").strip())


def read_login(path: Path, *, name: str, family: str, code: str) -> Login:
    """The login for an account of a wiki, from a file. Raises WikifaqError, with no secret in it.

    Pywikibot's format has a tuple a line, ("User", "password") with the family, or the code and
    the family, before them where it is for some wikis only, and BotPassword("suffix", "password")
    for a bot password; the last that fits counts. Any other file is one line: the password.
    Source: https://www.mediawiki.org/wiki/Manual:Pywikibot/BotPasswords
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise WikifaqError(f"The password file {path} can't be read: {problem.strerror}.") from None
    except UnicodeDecodeError:
        raise WikifaqError(f"The password file {path} is not UTF-8.") from None
    numbered = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in numbered if line]
    if not any(line.startswith("(") for _, line in lines):
        if len(lines) != 1:
            raise WikifaqError(
                f"The password file {path} should hold one line, the password, "
                f"but has {len(lines)}."
            )
        return Login(name, lines[0][1])
    found = None
    for number, line in lines:
        if not line.startswith("#"):
            found = _login(line, (code, family, account(name)), f"{path}, line {number}") or found
    if found is None:
        raise WikifaqError(
            f"The password file {path} has no entry for {account(name)} on {family}:{code}."
        )
    return found


def _login(line: str, wanted: tuple[str, str, str], where: str) -> Login | None:
    entry = _entry(line)
    if entry is None:
        raise WikifaqError(
            f"{where}: this is no entry that pywikibot's password files have, "
            '("User", "password") or ("User", BotPassword("suffix", "password")).'
        )
    (*names, user), secret = entry
    if (*names, account(user)) != wanted[-len(names) - 1 :]:
        return None
    name = wanted[-1]
    return (
        Login(name, secret) if isinstance(secret, str) else Login(f"{name}@{secret[0]}", secret[1])
    )


def _entry(line: str) -> tuple[tuple[str, ...], str | tuple[str, ...]] | None:
    """Whom an entry is for and its password, a pair for a bot password; None if it is none."""
    try:
        node = ast.parse(line, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(node, ast.Tuple) or not _ACCOUNT <= len(node.elts) <= _SITE:
        return None
    *names, last = node.elts
    plain = _strings(names)
    secret: str | tuple[str, ...] | None = None
    if isinstance(last, ast.Call) and getattr(last.func, "id", None) == "BotPassword":
        pair = _strings(last.args)
        secret = pair if pair and len(pair) == _ACCOUNT and not last.keywords else None
    elif only := _strings([last]):
        secret = only[0]
    return None if plain is None or secret is None else (plain, secret)


def _strings(nodes: list[ast.expr]) -> tuple[str, ...] | None:
    values = tuple(node.value for node in nodes if isinstance(node, ast.Constant))
    strings = tuple(value for value in values if isinstance(value, str))
    return strings if len(strings) == len(nodes) else None
