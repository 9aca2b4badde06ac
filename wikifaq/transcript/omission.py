"""Names left out of a text or of wikitext: a mark stands in their place."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from wikifaq.transcript.inline import plain
from wikifaq.transcript.userlink import pattern, user_link
from wikifaq.transcript.words import LANGUAGES, USER_NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.transcript.person_search import Names

OMITTED = "[…]"
"""Stands for a name in plain text."""

OMITTED_IN_WIKITEXT = "&#91;…&#93;"
"""Stands for a name in wikitext: brackets would end the links in whose labels they stand."""

_CONTRIBUTIONS = frozenset[str]().union(*(each.contributions for each in LANGUAGES.values()))
_USER_LINK = re.compile(rf"[\[{{]{pattern(USER_NAMESPACES, _CONTRIBUTIONS)}", re.IGNORECASE)
_LINK = re.compile(r"\[\[([^\[\]|\n]*)((?:\|(?:[^\[\]]|\[(?!\[)|\](?!\]))*)?)\]\]")
_CALL = re.compile(r"\{\{([^{}|]{1,100})((?:\|[^{}]*)?)\}\}")
_NUMBERED = re.compile(r"\s*\d+\s*=")
_NAMED = re.compile(r"\s*[\w -]+=")
# Templates that name people. Wikis copy them from one another with their names, so these belong
# to no language.
_PEOPLE = frozenset(
    """
    hello mention ping re reply|reply to|reply_to replyto yo noping no|ping user user0 user2
    userlink userlinks user|link user|mention u ul ut
    """.replace("|", "_").split()
)
_URL = re.compile(r"(?:https?:)?//[^\s\[\]<>\"|{}「」]+", re.IGNORECASE)
_EXTERNAL = re.compile(rf"\[(?P<url>{_URL.pattern})[^\S\n]*(?P<label>[^\[\]\n]*)\]", re.IGNORECASE)
_STOPS = ".,;:!?)'"
_SEGMENT = re.compile(r"[/:#?&=]+")
_ANY = r"(?:\[…\]|&\#91;…&\#93;)"
_RUN = re.compile(
    rf"{_ANY}(?:(?:[^\S\n]|&nbsp;)*"
    rf"(?:{_ANY}|[(（]\s?{_ANY}(?:\s?[·•|/]\s?{_ANY})*+\s?[)）]))+"
)


def without_names(text: str, names: Names) -> str:
    """Return a plain text with the mark in place of each name; addresses with one are left out."""
    made = text
    if "//" in text:
        made = _URL.sub(lambda url: _address(url[0], names, OMITTED), text)
    made = _words(made, names, OMITTED)
    return text if made == text else in_one(made)


def in_one(text: str) -> str:
    """Return a plain text with one mark where several stand in a row."""
    return _RUN.sub(OMITTED, text)


def wikitext_without_names(text: str, names: Names) -> str:
    """Return wikitext with the mark in place of each name.

    A link to a person is left out as a whole, as is a template that calls one. Of other links
    and addresses that hold a name the label is left.
    """
    made = text
    if "[[" in made or "{{" in made:
        made = _USER_LINK.sub(lambda link: _user_link(link, names), made)
    if "{{" in made:
        made = _CALL.sub(lambda call: _call(call, names), made)
    if "[[" in made:
        made = _LINK.sub(lambda link: _link(link, names), made)
    if "//" in made:
        made = _EXTERNAL.sub(lambda link: _external(link, names), made)
        made = _URL.sub(lambda url: _address(url[0], names, OMITTED_IN_WIKITEXT), made)
    made = _words(made, names, OMITTED_IN_WIKITEXT)
    return text if made == text else _RUN.sub(OMITTED_IN_WIKITEXT, made)


def nicknames(text: str) -> Iterator[tuple[str, str]]:
    """Yield the people to whose pages wikitext links, with what each link shows for a name."""
    if "[[" not in text:
        return
    for link in _USER_LINK.finditer(text):
        _, bar, label = link[0].partition("|")
        if bar and link["name"] and not link["sub"]:
            yield user_link(link).name, plain(label.removesuffix("]]"))


def _words(text: str, names: Names, mark: str) -> str:
    kept, at = [], 0
    for start, end in names.find(text):
        called = text.startswith("@", start - 1) and not text[max(0, start - 2)].isalnum()
        kept += [text[at : start - 1 if start and called else start], mark]
        at = end
    return "".join([*kept, text[at:]]) if kept else text


def _user_link(link: re.Match[str], names: Names) -> str:
    name = user_link(link).name
    base = name.partition("/")[0]
    return OMITTED_IN_WIKITEXT if names.is_one(name) or names.is_one(base) else link[0]


def _call(call: re.Match[str], names: Names) -> str:
    """A template: left out where it has but names to show, or where it is itself called by one."""
    if names.stand_in(call[1]):
        return OMITTED_IN_WIKITEXT
    template = call[1].strip().lower().replace(" ", "_")
    values = [
        _NUMBERED.sub("", value, count=1).strip()
        for value in call[2].split("|")[1:]
        if _NUMBERED.match(value) or not _NAMED.match(value)
    ]
    names_people = template in _PEOPLE
    told = [_told(value, names, sure=not names_people) for value in values if value]
    if told and (all(told) or (told[0] and template in {"u", "ul"})):
        return OMITTED_IN_WIKITEXT
    if names_people and any(told):
        left = [value for value, name in zip(filter(None, values), told, strict=True) if not name]
        return f"{{{{{call[1]}|{'|'.join([OMITTED_IN_WIKITEXT, *left])}}}}}"
    return call[0]


def _told(value: str, names: Names, *, sure: bool) -> bool:
    """Whether a template's value is a name."""
    space, colon, rest = value.partition(":")
    name = rest if colon and space.strip().lower() in USER_NAMESPACES else value
    return names.is_sure(name) if sure else names.is_one(name)


def _link(link: re.Match[str], names: Names) -> str:
    target, label = link[1], link[2].rpartition("|")[2]
    segments = [segment.strip() for segment in _SEGMENT.split(target)]
    if len(segments) > 1 and any(map(names.is_sure, segments[1:])):
        return OMITTED_IN_WIKITEXT
    if not names.stand_in(target):
        return link[0]
    if label:
        return label
    return OMITTED_IN_WIKITEXT if ":" in target else _words(target, names, OMITTED_IN_WIKITEXT)


def _external(link: re.Match[str], names: Names) -> str:
    if _address(link["url"], names, "") == link["url"]:
        return link[0]
    return link["label"] or OMITTED_IN_WIKITEXT


def _address(url: str, names: Names, mark: str) -> str:
    """A web address, or the mark where it leads to somebody."""
    bare = url.rstrip(_STOPS)
    read = unquote(bare)
    segments = _SEGMENT.split(read)
    leads = names.stand_in(read) or any(
        names.is_one(name) and (space.lower().replace("_", " ") in USER_NAMESPACES)
        for space, name in pairwise(segments)
    )
    return mark + url[len(bare) :] if leads else url
