"""The settings page: what the community wishes of the FAQ, a list item each.

A line that begins with ``*`` is a setting: a keyword, a colon, the entries that are meant. All
else on the page is people's explanation. It is read strictly: a wish with a slip of the pen in
it is an error that names its line, so that none is quietly passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate.wishes import NO_WISHES, Wishes
from wikifaq.page.harmless.escape import decode
from wikifaq.page.item import UnclosedComment, items, parted, unwrapped
from wikifaq.transcript.inline import plain, unseen
from wikifaq.transcript.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.page.item import Item


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings page says.

    ``restored`` are entries that people want back after they were removed. ``resumed`` are
    revisions that undid the bot and after which it is to go on, ``accepted`` those at which the
    loss of many entries is meant.
    """

    wishes: Wishes = NO_WISHES
    restored: frozenset[str] = frozenset()
    resumed: frozenset[int] = frozenset()
    accepted: frozenset[int] = frozenset()


class SettingsError(Exception):
    """A line of the settings page is broken; the message says which, why and what to do."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")
        self.line = line


class Keyword(NamedTuple):
    """A keyword, how a line with it is written, and what the line does."""

    keyword: str
    form: str
    does: str


KEYWORDS = (
    Keyword("merge", "merge: faq-a, faq-b", "makes entries one"),
    Keyword("split", "split: faq-a, faq-b", "keeps entries apart"),
    Keyword("hide", "hide: faq-a", "takes an entry off the page"),
    Keyword("restore", "restore: faq-a", "brings back an entry that was removed"),
    Keyword("publish", "publish: faq-a", "shows an entry that is held for review"),
    Keyword("outdated", "outdated: faq-a", "marks an entry as outdated"),
    Keyword("topic", "topic: faq-a = Topic", "puts an entry under a topic, by its title or id"),
    Keyword("question", "question: faq-a = New wording", "words an entry's question"),
    Keyword(
        "answer",
        "answer: faq-a = 2021-04-17",
        "shows one answer first: that of a date, of a source page, or of a question's anchor",
    ),
    Keyword(
        "extract",
        "extract: faq-a = Words of the answer",
        "shows these consecutive words of the answer",
    ),
    Keyword("resume", "resume: 12345", "lets the bot go on after this revision undid it"),
    Keyword(
        "accept loss", "accept loss: 12345", "says that entries missing at this revision are gone"
    ),
)
"""The keywords, for the documentation."""

LONGEST_VALUE = 500

_FORMS = {each.keyword: each.form for each in KEYWORDS}
_UNMARKED = re.compile(
    rf"(?:{'|'.join(_FORMS)})\s*:\s*(?:#?\s*faq-|\[\[[^\[\]]*#\s*faq-|[0-9]+\s*\Z)", re.IGNORECASE
)
_GROUPS = ("merge", "split")
_VALUES = ("topic", "question", "answer", "extract")
_REVISIONS = ("resume", "accept loss")
_FEWEST = 2  # entries to merge or to keep apart
_MOST_WORDS_OF_A_KEYWORD = 3
_LONGEST_KEYWORD = 40
_ALIKE = 0.75
_LONGEST_QUOTE = 40

_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"
_ENTRY = re.compile(
    r"\[\[[^\[\]|#\n]*+(?P<linked>\#[^\[\]|\n]*+)(?:\|[^\[\]\n]*+)?\]\]"
    r"|\[https?://[^\s\[\]<>#]*+(?P<named>\#[^\s\[\]<>]*+)(?:\s[^\[\]\n]*+)?\]"
    r"|https?://[^\s\[\]<>#]*+(?P<address>\#[^\s\[\]<>,]*+)"
    r"|(?P<bare>[^\s,،、，]++)"
)
_REVISION = re.compile(
    r"\[\[[^\[\]|/:\n]*+:[^\[\]|/\n]*+/(?P<linked>[0-9]{1,18})(?:\|[^\[\]\n]*+)?\]\]"
    r"|(?P<bare>[^\s,،、，]++)"
)
_COMMA = re.compile(r"\s*[,،、，]\s*")
_ID = re.compile(r"[a-z0-9-]{1,24}")
_NUMBER = re.compile(r"[1-9][0-9]{0,17}")
_ANCHOR = re.compile(r"#?\s*(faq-[a-z0-9-]{1,24})", re.IGNORECASE)
_TOPIC_ANCHOR = re.compile(r"#?\s*faq-topic-(.+)", re.IGNORECASE)
_ONE_LINK = re.compile(
    r"\[\[\s*:?(?P<title>[^\[\]|#]*+)(?:#(?P<fragment>[^\[\]|]*+))?(?:\|[^\[\]]*+)?\]\]"
)
_FORGOTTEN_COLON = re.compile(r"(?P<words>\w+(?: \w+)?) (?:\[\[[^\[\]#]*#\s*faq-|faq-|[0-9]+\Z)")
# Controls, halves of characters, and what turns the direction of the text after it.
_UNSHOWN = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def read_settings(text: str) -> Settings:
    """Read a settings page's wikitext. Raises SettingsError for its first broken line."""
    if text.lstrip().startswith(("{\n", '{"', '{ "', '["')):
        raise SettingsError(
            1, "settings are no JSON here; write each as a line that begins with '*'"
        )
    reading = _Reading()
    try:
        for item in items(text, unmarked=_UNMARKED):
            reading.take(item)
    except UnclosedComment as opened:
        raise SettingsError(
            opened.line, "a comment is opened here and never closed; close it with '-->'"
        ) from None
    return reading.settings()


class _Reading:
    """What was read so far, with the line on which each value stands."""

    def __init__(self) -> None:
        self._groups: dict[str, list[tuple[str, ...]]] = {each: [] for each in _GROUPS}
        self._entries: dict[str, set[str]] = {}
        self._values: dict[str, dict[str, tuple[str, int]]] = {each: {} for each in _VALUES}
        self._revisions: dict[str, set[int]] = {}

    def settings(self) -> Settings:
        """What all lines say together."""
        pairs = [pair for group in self._groups["split"] for pair in combinations(group, 2)]
        entries = {name: frozenset(found) for name, found in self._entries.items()}
        revisions = {name: frozenset(found) for name, found in self._revisions.items()}
        topics, questions, answers, extracts = (
            {entry: value for entry, (value, _) in self._values[name].items()} for name in _VALUES
        )
        wishes = Wishes(
            same=tuple(dict.fromkeys(self._groups["merge"])),
            different=tuple(dict.fromkeys(pairs)),
            hidden=entries.get("hide", frozenset()),
            published=entries.get("publish", frozenset()),
            outdated=entries.get("outdated", frozenset()),
            topics=topics,
            questions=questions,
            answers=answers,
            extracts=extracts,
        )
        return Settings(
            wishes=wishes,
            restored=entries.get("restore", frozenset()),
            resumed=revisions.get("resume", frozenset()),
            accepted=revisions.get("accept loss", frozenset()),
        )

    def take(self, item: Item) -> None:
        """Take an item as what it says. Raises SettingsError."""
        line = item.line
        parts = parted(item.text, ":")
        if parts is None:
            _check_prose(item)
            return
        said, rest = parts
        keyword = _keyword(line, said, prose=bool(item.marks))
        if keyword is None:
            return
        if item.marks:
            raise SettingsError(
                line, f"{keyword!r} stands behind {item.marks!r}; begin its line with '*' alone"
            )
        if "\n" in item.text:
            raise SettingsError(line, f"{keyword!r} goes on over several lines; put it on one line")
        self._set(line, keyword, rest)

    def _set(self, line: int, keyword: str, rest: str) -> None:
        if keyword in _VALUES:
            parts = parted(rest, "=")
            if parts is None:
                raise _lacking(line, keyword, "its value behind '='")
            entry, *others = _ids(line, keyword, parts[0])
            if others:
                raise SettingsError(
                    line, f"{keyword!r} is said of one entry at a time; give each a line of its own"
                )
            self._value(line, keyword, entry, parts[1])
        elif keyword in _REVISIONS:
            self._revisions.setdefault(keyword, set()).update(_numbers(line, keyword, rest))
        elif keyword in _GROUPS:
            ids = tuple(dict.fromkeys(_ids(line, keyword, rest)))
            if len(ids) < _FEWEST:
                raise _lacking(line, keyword, "two different entries at least")
            self._groups[keyword].append(ids)
        else:
            self._entries.setdefault(keyword, set()).update(_ids(line, keyword, rest))

    def _value(self, line: int, keyword: str, entry: str, wikitext: str) -> None:
        value = _value(line, keyword, wikitext)
        known, there = self._values[keyword].setdefault(entry, (value, line))
        if known != value:
            raise SettingsError(
                line,
                f"another {keyword!r} for 'faq-{entry}' than on line {there}; keep one of the two",
            )


def _check_prose(item: Item) -> None:
    """Raises SettingsError for a setting that lacks its colon."""
    text = " ".join(unwrapped(item.text).split())
    said = _FORGOTTEN_COLON.match(text)
    words = said["words"].lower() if said else ""
    for each in (words, words.partition(" ")[0]):
        if known := _alike(each):
            raise SettingsError(
                item.line, f"{each!r} lacks its colon; write it as '{_FORMS[known]}'"
            )


def _keyword(line: int, said: str, *, prose: bool) -> str | None:
    """The keyword that is said before a colon; None where the line is prose."""
    words = plain(unwrapped(said)).lower().split()
    name = " ".join(words)
    if name in _FORMS:
        return name
    alike = _alike(name)
    if alike is None and (prose or not words or len(words) > _MOST_WORDS_OF_A_KEYWORD):
        return None
    meant = alike or next((word for word in words if word in _FORMS), None)
    hint = (
        f"did you mean {meant!r}?"
        if meant
        else f"the settings are {', '.join(_FORMS)}; begin an explanation without '*'"
    )
    raise SettingsError(line, f"unknown setting {_quoted(name)}; {hint}")


def _alike(name: str) -> str | None:
    """The keyword that a misspelt one may stand for."""
    if len(name) > _LONGEST_KEYWORD:
        return None
    return next(iter(get_close_matches(name, _FORMS, n=1, cutoff=_ALIKE)), None)


def _ids(line: int, keyword: str, text: str) -> list[str]:
    """The entries that are named."""
    found = []
    for name in _named(line, keyword, text, _ENTRY, "an entry, such as 'faq-a'"):
        anchor = name.strip().lower()
        # What a link leads to may be a heading's anchor.
        linked = anchor.removeprefix("#").strip()
        entry = linked.removeprefix("faq-")
        if not _ID.fullmatch(entry) or (linked == entry and linked != anchor):
            raise SettingsError(
                line,
                f"{_quoted(name)} is not the id of an entry; "
                "copy it from the entry's anchor, 'faq-' and what follows",
            )
        if entry.startswith("topic-"):
            raise SettingsError(
                line, f"{_quoted(name)} is the anchor of a topic; name an entry's instead"
            )
        found.append(entry)
    return found


def _numbers(line: int, keyword: str, text: str) -> list[int]:
    """The revisions that are named."""
    found = []
    for name in _named(line, keyword, text, _REVISION, "the number of a revision"):
        if not _NUMBER.fullmatch(name):
            raise SettingsError(
                line,
                f"{_quoted(name)} is not the number of a revision; write it as '{_FORMS[keyword]}'",
            )
        found.append(int(name))
    return found


def _named(
    line: int, keyword: str, text: str, pattern: re.Pattern[str], lacking: str
) -> Iterator[str]:
    """What stands between the commas."""
    text = " ".join(unwrapped(decode(text)).split())
    at = 0
    while True:
        match = pattern.match(text, at)
        if match is None:
            raise _lacking(line, keyword, lacking)
        yield next(name for name in match.groups() if name is not None)
        if match.end() == len(text):
            return
        comma = _COMMA.match(text, match.end())
        if comma is None:
            raise SettingsError(
                line, f"no comma before {_quoted(text[match.end() :])}; part ids by commas"
            )
        at = comma.end()


def _value(line: int, keyword: str, wikitext: str) -> str:
    """A value as plain text."""
    if _UNSHOWN.search(wikitext):
        raise _unshown(line, keyword)
    if unseen(wikitext) or any(piece.kind == "template" for piece in unbroken(wikitext)):
        raise SettingsError(
            line, f"{keyword!r} has a template, a footnote or the like; write its words instead"
        )
    link = _ONE_LINK.fullmatch(unwrapped(wikitext).strip())
    named = _target(keyword, link) if link else ""
    value = " ".join((named or plain(wikitext)).split()).strip(_INVISIBLE)
    if _UNSHOWN.search(value) or "<!--" in value or "-->" in value:
        raise _unshown(line, keyword)
    if not value.strip(f"{_INVISIBLE} "):
        raise _lacking(line, keyword, "its value behind '='")
    if len(value) > LONGEST_VALUE:
        raise SettingsError(
            line,
            f"the value of {keyword!r} has {len(value)} characters; "
            f"shorten it to {LONGEST_VALUE} at most",
        )
    pattern = {"answer": _ANCHOR, "topic": _TOPIC_ANCHOR}.get(keyword)
    anchor = pattern.fullmatch(value) if pattern else None
    return anchor[1].lower() if anchor else value


def _target(keyword: str, link: re.Match[str]) -> str:
    """What a link means as the value of an answer or a topic: where it leads."""
    title, fragment = (
        decode(link[name] or "").replace("_", " ").strip() for name in ("title", "fragment")
    )
    if keyword == "answer":
        return fragment if not title or _ANCHOR.fullmatch(fragment) else title
    return fragment if keyword == "topic" else ""


def _unshown(line: int, keyword: str) -> SettingsError:
    return SettingsError(
        line,
        f"the value of {keyword!r} has a character that is never shown, or the sign of a comment; "
        "type it anew as plain words",
    )


def _lacking(line: int, keyword: str, what: str) -> SettingsError:
    return SettingsError(line, f"{keyword!r} lacks {what}; write it as '{_FORMS[keyword]}'")


def _quoted(text: str) -> str:
    """What somebody wrote, fit for a message."""
    text = " ".join(_UNSHOWN.sub("\ufffd", text).split())
    return repr(text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…")
