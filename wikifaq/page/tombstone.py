"""What people decided on the page, kept in comments at the end of the bot's part.

The page itself carries it, so that a lost store or another machine changes nothing: entries and
topics that people removed, questions that they parted, and new texts that they were offered; and
the subpages on which the entries of topics stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

STONE = re.compile(
    r"<!--\s*wikifaq:(?P<kind>gone|apart|offered|hidden|elsewhere|of)\b(?P<items>[^<>]*?)\s*-->\n*"
)
_OFFERED = re.compile(r"<!--\s*wikifaq:offered\b[^<>]*?-->\n*")
_TOPIC = "topic-"
_KEY = r"[a-z0-9-]{1,24}"
_GONE = re.compile(
    rf"(?P<held>!)?(?P<key>{_KEY})(?P<aliases>(?:\+{_KEY})*)(?::(?P<likeness>[0-9a-f]{{16}}\.[0-9a-f]{{1,8}}))?"
    r"(?:@(?P<revision>\d{1,18}))?"
)
_APART = re.compile(rf"({_KEY})\.({_KEY})")
_TOGETHER = re.compile(rf"{_KEY}(?:\+{_KEY})*")
_ELSEWHERE = re.compile(rf"\s*({_KEY})\s+(\S[^\n]*)")
_OFFER = re.compile(rf"({_KEY}):([a-z2-7]{{10}}!?)")


class Gone(NamedTuple):
    """An entry that people removed.

    ``likeness`` is that of its question, ``revision`` the one in which it was removed, ``aliases``
    are the ids of the other questions in it. ``held`` is whether it was removed while a line on
    the settings page said to restore it: then that line counts no more.
    """

    likeness: str | None = None
    revision: int | None = None
    held: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tombstones:
    """What the page remembers, by the ids of entries.

    ``offered`` maps them to the digest of the text they had when people were offered another, with
    a ! where that text says what its sources took back. ``hidden`` are entries that people hid,
    with the other questions in them: to hide one is to hide all. ``elsewhere`` are topics with the
    titles of the subpages on which their entries stand, in their order; on a subpage ``of`` is the
    title of the page that it is one of.
    """

    gone: Mapping[str, Gone] = field(default_factory=dict)
    topics: frozenset[str] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    offered: Mapping[str, str] = field(default_factory=dict)
    hidden: frozenset[tuple[str, ...]] = frozenset()
    elsewhere: tuple[tuple[str, str], ...] = ()
    of: str = ""

    def __str__(self) -> str:
        """The comments, a line each, "" where there is nothing to keep."""
        gone = [_gone(key, each) for key, each in sorted(self.gone.items())]
        kinds = {
            "gone": [*gone, *(f"{_TOPIC}{topic}" for topic in sorted(self.topics))],
            "apart": [f"{a}.{b}" for a, b in sorted(self.apart)],
            "hidden": ["+".join(ids) for ids in sorted(self.hidden)],
            "offered": [f"{key}:{digest}" for key, digest in sorted(self.offered.items())],
        }
        lines = [(kind, " ".join(items)) for kind, items in kinds.items() if items]
        lines += [("elsewhere", f"{topic} {title}") for topic, title in self.elsewhere]
        lines += [("of", self.of)] if self.of else []
        return "\n".join(f"<!-- wikifaq:{kind} {items} -->" for kind, items in lines)


def tombstones(text: str) -> Tombstones:
    """Read the comments in a text; what can't be read in them says nothing."""
    gone: dict[str, Gone] = {}
    topics: set[str] = set()
    apart: set[tuple[str, str]] = set()
    offered: dict[str, str] = {}
    hidden: set[tuple[str, ...]] = set()
    elsewhere: dict[str, str] = {}
    of = ""
    for stone in STONE.finditer(text):
        if stone["kind"] == "of":
            of = stone["items"].strip()
        elif stone["kind"] == "elsewhere" and (place := _ELSEWHERE.fullmatch(stone["items"])):
            elsewhere.setdefault(place[2].strip(), place[1])
        for item in stone["items"].split():
            if stone["kind"] == "apart" and (pair := _APART.fullmatch(item)):
                apart.add((min(pair.groups()), max(pair.groups())))
            elif stone["kind"] == "hidden" and _TOGETHER.fullmatch(item):
                hidden.add(tuple(item.split("+")))
            elif stone["kind"] == "offered" and (offer := _OFFER.fullmatch(item)):
                offered[offer[1]] = offer[2]
            elif stone["kind"] == "gone" and item.startswith(_TOPIC):
                topics.add(item.removeprefix(_TOPIC))
            elif stone["kind"] == "gone" and (known := _GONE.match(item)):
                revision = known["revision"]
                gone[known["key"]] = Gone(
                    known["likeness"],
                    int(revision) if revision else None,
                    bool(known["held"]),
                    tuple(known["aliases"].split("+")[1:]),
                )
    return Tombstones(
        gone=gone,
        topics=frozenset(topics),
        apart=frozenset(apart),
        offered=offered,
        hidden=frozenset(hidden),
        elsewhere=tuple((topic, title) for title, topic in elsewhere.items()),
        of=of,
    )


def without_tombstones(text: str) -> str:
    """Take the comments out of a text."""
    return STONE.sub("", text)


def without_offers(text: str) -> str:
    """Take those out that only tell what people were offered: they are no reason to write."""
    return _OFFERED.sub("", text)


def _gone(key: str, gone: Gone) -> str:
    keys = "+".join((key, *gone.aliases))
    likeness = f":{gone.likeness}" if gone.likeness else ""
    revision = f"@{gone.revision}" if gone.revision else ""
    return f"{'!' if gone.held else ''}{keys}{likeness}{revision}"
