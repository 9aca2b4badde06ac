"""Links to users in a signature: to a user's page, talk page or contributions."""

from __future__ import annotations

import re
from html import unescape
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# MediaWiki knows these names in every language (languages/messages/MessagesEn.php).
_USERS = frozenset({"user", "user talk"})
_CONTRIBUTIONS = frozenset({"special:contributions", "special:contribs"})

_ESCAPED_SPACE = re.escape(" ")
_TITLE = r"[^\[\]|#/<>{}\n]{1,85}"
_LABEL = r"\|(?:[^\[\]\n]|\[(?!\[)|\](?!\]))*+"
# A title in a namespace that no language here names.
_ANY_LINK = re.compile(
    rf"\[\[[\s:]{{0,3}}(?:[^\[\]|:#{{}}<>\n]{{1,40}}:){{1,3}}(?P<name>{_TITLE})"
    rf"(?:\#[^\[\]|<>{{}}\n]*+)?(?:{_LABEL})?\]\]"
)
FEWEST_ALIKE = 2

# What stands between a user's links, and between these and the timestamp.
_WORDLESS = re.compile(
    r"(?:[^\w\n<&(\[{]|<[^<>]*+>|&#?\w{1,8};|\([^()\n]*+\)|\(|\[\[[^\[\]\n]*+\]\])*+"
)
_NO_WORDS = re.compile(
    r"<(?P<small>sup|sub|small)(?:\s[^<>]*)?>[^<>]{0,60}</(?P=small)>"
    r"|<[^<>]*>|&#?\w{1,8};|\([^()]*\)|\[\[[^\[\]]*\]\]|\{\{[^{}]*\}\}"
)
SENTENCE_ENDS = re.compile(r"[.!?…؟।]\s|[。！？\n]")
_LONGEST_GAP = 600
_MOST_WORDS_BETWEEN = 3
_MOST_LETTERS_BETWEEN = 30


class UserLink(NamedTuple):
    """A link to a user, with where it stands; ``subpage`` where it leads to a page below."""

    name: str
    start: int
    end: int
    subpage: bool = False


def pattern(users: Iterable[str], contributions: Iterable[str]) -> str:
    """Return the pattern of a link to a user, given the names of namespaces and special pages.

    It begins behind the first bracket, and has the groups that ``user_link`` reads. A user's
    subpage may also be shown as a template.
    """
    return (
        r"(?P<link>(?:(?P<open>(?<=\[)\[)|(?<=\{)\{)[\s:]{0,3}(?:[a-z-]{1,16}:\s?){0,3}"
        rf"(?:(?:{alternatives(_USERS, users)})\s?:\s?(?P<name>{_TITLE})"
        r"(?P<sub>/[^\[\]|#<>{}\n]*+)?"
        rf"|(?:{alternatives(_CONTRIBUTIONS, contributions)})/\s?(?P<who>{_TITLE}))"
        rf"(?:\#[^\[\]|<>{{}}\n]*+)?(?(open)(?:{_LABEL})?\]\]|\}}\}}))"
    )


def alternatives(*names: Iterable[str]) -> str:
    """Return a pattern of these names, the longest first; one that nothing matches for none.

    Those with the same first letter stand together, so that few are tried.
    """
    known = sorted({name for some in names for name in some}, key=_first_letter)
    patterns = []
    for letter, alike in groupby(known, key=itemgetter(0)):
        rests = (re.escape(name[1:]).replace(_ESCAPED_SPACE, "[ _]") for name in alike)
        patterns.append(f"{re.escape(letter)}(?:{'|'.join(rests)})")
    return "|".join(patterns) or r"(?!)"


def _first_letter(name: str) -> tuple[str, int, str]:
    return name[0], -len(name), name


def user_link(match: re.Match[str]) -> UserLink:
    """Return the link that ``pattern`` matched."""
    name = user_name(match["name"] or match["who"])
    return UserLink(name, *match.span(), bool(match["sub"] and match["open"]))


def user_name(title: str) -> str:
    """A user's name as MediaWiki reads it in a title, but for the case of its first letter."""
    if "%" in title or "&" in title:
        title = unescape(unquote(title))
    return " ".join(title.replace("_", " ").replace("\u200e", "").replace("\u200f", "").split())


def unnamed_links(text: str, low: int, end: int) -> list[UserLink]:
    """Return the links right before ``end`` that are a user's in a language that isn't known.

    They lead to pages with the same name in namespaces of whatever name: MediaWiki's own
    signature has two (the message "signature").
    """
    links = [
        UserLink(user_name(match["name"]), *match.span())
        for match in _ANY_LINK.finditer(text, max(low, end - _LONGEST_GAP), end)
    ]
    if not links or words_between(text, links[-1].end, end) != 0:
        return []
    alike = links[first_alike(text, links, len(links) - 1) :]
    return alike if len(alike) >= FEWEST_ALIKE else []


def first_alike(text: str, links: Sequence[UserLink], last: int) -> int:
    """Return the index of the first link to this one's user that stands together with it."""
    first = last
    while (
        first
        and links[first - 1].name == links[first].name
        and words_between(text, links[first - 1].end, links[first].start) is not None
    ):
        first -= 1
    return first


def words_between(text: str, start: int, end: int) -> int | None:
    """Return the number of words between two parts of a signature; None where it is too much.

    Words in brackets, links and small letters do not count.
    """
    if not 0 <= end - start <= _LONGEST_GAP:
        return None
    match = _WORDLESS.match(text, start, end)
    if match and match.end() == end:
        return 0
    rest = _NO_WORDS.sub(" ", text[start:end])
    words = [word for word in rest.split() if any(map(str.isalnum, word))]
    if not words:
        return None if SENTENCE_ENDS.search(rest.strip()) else 0
    if (
        len(words) > _MOST_WORDS_BETWEEN
        or sum(map(len, words)) > _MOST_LETTERS_BETWEEN
        or SENTENCE_ENDS.search(rest)
    ):
        return None
    return len(words)
