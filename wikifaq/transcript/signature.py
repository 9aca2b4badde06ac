"""Signatures on talk pages: who signed a paragraph, when, and where the signature begins.

What a signature looks like is told by its structure, as DiscussionTools tells it
(includes/CommentParser.php): a timestamp with its time zone, and shortly before it a link to
the user. Of the languages only the names of namespaces, the months and the words on a
signature's links are needed. Unlike there, templates that sign for somebody, a user's links
without a timestamp and a timestamp without a link are signatures as well, where they end a line
and look like one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.signature_lead import is_set_apart, lead, may_begin, note
from wikifaq.transcript.timestamp import UNZONED, ZONE, cut_timestamp, names_month, timestamp
from wikifaq.transcript.userlink import (
    UserLink,
    alternatives,
    first_alike,
    pattern,
    unnamed_links,
    user_link,
    user_name,
    words_between,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wikifaq.model import Span
    from wikifaq.transcript.words import Words

# A signature holds 255 bytes ($wgMaxSigChars), a template's that signs for somebody twice that.
_LONGEST = 2000
_LONGEST_ENDING = 200
_LONGEST_LINK = 210
_LONGEST_NAME = 80
_MOST_LINKS = 12
_SHORTEST_WORD_FOR_UNSIGNED = 6

# What may follow a signature on its line: the tags that end with it, and what was copied with it.
_TAIL = (
    r"(?:[^\S\n]|[)\]）】\u200e\u200f]|''|</[a-z]{1,12}\s*>|&nbsp;"
    r"|\[[^\W\d_]{2,20}\]|\{\{\s*(?:pb|-|clear|br)\s*\}\})*+"
)
_LINE_ENDS = r"(?=\n|<br\b|\Z)"
_AFTER = re.compile(rf"{_TAIL}(?:[.;,]{_TAIL})?", re.IGNORECASE)
_TO_LINE_END = re.compile(rf"{_TAIL}{_LINE_ENDS}", re.IGNORECASE)
_TIME_TO_LINE_END = re.compile(
    r"(?:[\s)\].,–—-]|</[a-z]{1,12}\s*>|&nbsp;){1,12}"
    rf"(?P<time>{UNZONED}){_TAIL}\.?{_TAIL}{_LINE_ENDS}",
    re.IGNORECASE,
)
_REST = re.compile(r"(?:\s|<br\s*/?>)*+\Z", re.IGNORECASE)
_TIME_IN_LINK = re.compile(
    r"(?:\[\[[^\[\]|\n]{1,200}\||\[(?:https?:)?//[^\s\[\]]{1,200}[ ])\Z", re.IGNORECASE
)
_PARAMETER = re.compile(r"\s*[12]\s*=")

# One of the two values of a template that signs for somebody, whatever its name is.
_VALUE = r"[^{}\[\]|\n]{1,60}"
_HOLDS_TIME = r"[^{}\[\]\n]{0,99}\d[:.h]\d\d"

_NAME_WORD = r"[^\W_a-z][^\s.,:;!?。！？()（）\[\]{}<>|–—~]*"
_NAME = rf"(?P<name>\d{{1,3}}(?:\.\d{{1,3}}){{3}}|{_NAME_WORD}(?:\s{_NAME_WORD}){{0,2}})"
_NAME_AFTER_DASH = re.compile(rf"(?:--|[—–~]|(?<!\S)-)\s*{_NAME}[,:]?\s*\Z")


class Signature(NamedTuple):
    """The signature at the end of a paragraph and the offset at which it begins.

    ``author`` is the user's name with spaces and ``timestamp`` what is written, with its time
    zone; each is None where the signature doesn't tell.
    """

    author: str | None
    timestamp: str | None
    start: int


class Signed(NamedTuple):
    """A signature anywhere in a text, with the offset at which what belongs to it ends."""

    author: str | None
    timestamp: str | None
    start: int
    end: int


class Looks(NamedTuple):
    """What signatures look like in some languages: compiled once, see ``looks``."""

    events: re.Pattern[str]
    named: re.Pattern[str]
    unsigned: tuple[str, ...]
    months: frozenset[str]


class _Languages:
    """Languages as a key: told by identity, since hashing all their words takes long."""

    __slots__ = ("words",)

    def __init__(self, words: tuple[Words, ...]) -> None:
        self.words = words

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.words)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Languages) and [*map(id, self.words)] == [*map(id, other.words)]


def looks(languages: Sequence[Words]) -> Looks:
    """Return what signatures look like in these languages, for ``signatures``."""
    return _compiled(_Languages(tuple(languages)))


@lru_cache(maxsize=32)
def _compiled(languages: _Languages) -> Looks:
    words = languages.words
    link = pattern(
        [name for each in words for name in each.user | each.user_talk],
        [name for each in words for name in each.contributions],
    )
    unsigned = alternatives(*(each.unsigned for each in words))
    talk = alternatives(*(each.talk_links for each in words))
    return Looks(
        # The first bracket stands outside of the alternatives: so they are tried nowhere else.
        events=re.compile(
            rf"[\[{{(](?:{link}|(?P<zone>{ZONE})|(?<=\{{)\{{\s{{0,3}}"
            rf"(?:(?:subst:)?(?P<known>{unsigned})\s{{0,3}}(?:\|(?P<values>[^{{}}]*+))?"
            rf"|[^{{}}\[\]|\n]{{1,40}}\|(?={_HOLDS_TIME})(?P<pair>{_VALUE}(?:\|{_VALUE})?))\}}\}})",
            re.IGNORECASE,
        ),
        named=re.compile(
            rf"{_NAME}\s?(?:[(（]\s?\[*(?i:{talk})(?!\w)[^()（）\n]{{0,40}}[)）]\s?){{1,2}}\Z"
        ),
        unsigned=tuple(
            dict.fromkeys(
                name
                for each in words
                for name in sorted(each.unsigned)
                if len(name) >= _SHORTEST_WORD_FOR_UNSIGNED
            )
        ),
        months=frozenset(form for each in words for forms in each.months for form in forms),
    )


def signature(paragraph: str, languages: Sequence[Words]) -> Signature | None:
    """Return the signature at the end of a paragraph of wikitext; None without one.

    Dashes, white space and tags that lead to it are part of it; the words before it are not.
    A user's link or a time in a sentence is no signature, nor is a date alone. After it stand
    at most tags and what was copied with it ("[reply]").
    """
    end = len(paragraph)
    ending = paragraph[-_LONGEST_ENDING:]
    if ")" not in ending and "]]" not in ending and "}}" not in ending:
        return None
    found = signatures(paragraph, max(0, end - _LONGEST), end, looks(languages))
    if not found or not _REST.match(paragraph, found[-1].end):
        return None
    return Signature(found[-1].author, found[-1].timestamp, found[-1].start)


def signatures(
    text: str, start: int, end: int, looks: Looks, hidden: Sequence[Span] = ()
) -> list[Signed]:
    """Return the signatures in a stretch of text, in their order.

    One with both a link and a timestamp, or a template, may stand anywhere in a line, any other
    only at a line's end. What stands inside the spans ``hidden`` (in order, none in another) is
    passed over.
    """
    found: list[Signed] = []
    links: list[UserLink] = []
    low = start
    for event in looks.events.finditer(text, start, end):
        at = event.start()
        if at < low or (hidden and _inside(hidden, at)):
            continue
        made: Signed | None
        if event["link"]:
            del links[:-_MOST_LINKS]
            links.append(user_link(event))
            made = _without_zone(text, low, end, links)
        elif event["zone"]:
            made = _timed(text, low, event.span(), end, links, looks)
            if made and found and _is_time_of(made, found[-1]):
                made = found.pop()._replace(timestamp=made.timestamp, end=made.end)
        else:
            made = _for_somebody(text, low, event, end)
        if made:
            found.append(made)
            links.clear()
            low = made.end
    return found


def _inside(spans: Sequence[Span], at: int) -> bool:
    before = bisect_left(spans, (at,)) - 1
    return before >= 0 and at < spans[before].end


def _is_time_of(made: Signed, above: Signed) -> bool:
    """Whether this is the time on the line under a name."""
    return above.timestamp is None and made.author is None and made.start == above.end


def _timed(
    text: str, low: int, zone: tuple[int, int], end: int, links: Sequence[UserLink], looks: Looks
) -> Signed | None:
    """A signature that ends in a timestamp."""
    time = timestamp(text, low, *zone)
    if time is None:
        return None
    start = time.start
    if text.startswith("]", zone[1]):
        linked = _TIME_IN_LINK.search(text, max(low, start - _LONGEST_LINK), start)
        start = linked.start() if linked else start
    closed = _end(text, zone[1], end)
    for last in _nearest(links):
        first = first_alike(text, links, last)
        among = words_between(text, links[last].end, start)
        if among is None:
            continue
        front = lead(text, low, links[first].start, closed)
        if not among or may_begin(text, low, front, links[first].start):
            places = {"link": links[last].end, "time": zone[1], "end": closed}
            front = note(text, low, front, unsigned=looks.unsigned, **places)
            return Signed(links[first].name, time.written, front, closed)
    if alike := unnamed_links(text, low, start):
        front = lead(text, low, alike[0].start, closed)
        return Signed(alike[0].name, time.written, front, closed)
    if closed < end and not _TO_LINE_END.match(text, closed, end):
        return None
    return _unlinked(text, low, start, time.written, closed, looks)


def _nearest(links: Sequence[UserLink]) -> Iterator[int]:
    """The last link, and before it the last that isn't to a user's subpage."""
    for n in range(len(links) - 1, -1, -1):
        if not links[n].subpage:
            yield n
            break
    if links and links[-1].subpage:
        yield len(links) - 1


def _unlinked(
    text: str, low: int, at: int, written: str, closed: int, looks: Looks
) -> Signed | None:
    """A signature of a timestamp without a link: on its own, or after a name as plain text."""
    if not names_month(written, looks.months):
        return None
    before = max(low, at - _LONGEST_NAME)
    before = max(before, text.rfind("\n", before, at) + 1)
    named = looks.named.search(text, before, at) or _NAME_AFTER_DASH.search(text, before, at)
    if named and not named["name"][0].islower():
        front = lead(text, low, named.start("name"), closed)
        return Signed(named["name"], written, front, closed)
    front = lead(text, low, at, closed)
    if "\n" in text[front:at] or may_begin(text, low, front, at):
        return Signed(None, written, front, closed)
    return None


def _without_zone(text: str, low: int, end: int, links: Sequence[UserLink]) -> Signed | None:
    """A signature of a user's links at the end of a line: several, or one after a dash.

    Old templates that sign for somebody leave a timestamp without its zone after them.
    """
    last = links[-1]
    written = None
    closed = _TO_LINE_END.match(text, last.end, end)
    if closed is None:
        closed = _TIME_TO_LINE_END.match(text, last.end, end)
        if closed is None:
            return None
        written = closed["time"]
    if last.subpage:
        return None
    first = first_alike(text, links, len(links) - 1)
    start = links[first].start
    front = lead(text, low, start, closed.end())
    if written or first < len(links) - 1 or is_set_apart(text, low, front, start):
        return Signed(links[first].name, written, front, closed.end())
    return None


def _for_somebody(text: str, low: int, event: re.Match[str], end: int) -> Signed | None:
    """A signature by a template: its values are a user and a timestamp, in either order.

    Both may be one value, as the history of a page shows them. A template that isn't known is
    one where it has nothing but these two.
    """
    known = event["known"] is not None
    author = written = None
    for value in (event["values"] or event["pair"] or "").split("|"):
        given = _PARAMETER.sub("", value, count=1).strip()
        time, rest = cut_timestamp(given, date_alone=known)
        if time:
            written = written or time
        if rest and "=" not in rest:
            author = author or user_name(rest)
    if not known and not (author and written):
        return None
    closed = _end(text, event.end(), end)
    return Signed(author, written, lead(text, low, event.start(), closed), closed)


def _end(text: str, at: int, end: int) -> int:
    match = _AFTER.match(text, at, end)
    return match.end() if match else at
