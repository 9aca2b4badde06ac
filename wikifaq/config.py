"""wikifaq.toml: what it may say, checked key by key."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import combinations
from typing import TYPE_CHECKING, Any

from wikifaq.consolidate.bonds import NONE, Bonds
from wikifaq.consolidate.recurrence import PRECISION
from wikifaq.consolidate.review import NO_HOLD, Hold
from wikifaq.consolidate.topics import OTHER
from wikifaq.errors import ConfigurationError
from wikifaq.model import Topic
from wikifaq.wiki.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TOPIC_ID = re.compile(r"[a-z0-9-]{1,24}")
_STRINGS = "a list of texts"
_HOLD = '"all" or a list of texts'
_KINDS: dict[str, Any] = {"a text": str, "a number": (int, float), "true or false": bool}
_TABLES: dict[str, dict[str, str]] = {
    "wiki": {"source": "a text", "target": "a text", "interwiki": "a text", "timeout": "a number"},
    "sources": {
        **dict.fromkeys(("titles", "prefixes", "categories", "index", "exclude"), _STRINGS),
        "settle": "a number",
    },
    "faq": {
        "page": "a text",
        "language": "a text",
        "templates": "a text",
        "engine": "a text",
        "model": "a text",
        "precision": "a number",
        "same": "a list of lists of texts",
        "different": "a list of lists of texts",
        "askers": "true or false",
        "team": "a text",
        "outdated_after": "a number",
        "page_size": "a number",
    },
    "review": {"hold": _HOLD, "settings": "a text", "report": "a text"},
    "acronyms": {},
    "run": {
        "account": "a text",
        "stop_page": "a text",
        "ping": "a text",
        "minor": "true or false",
        "most_removed": "a number",
    },
    "topics": {
        "id": "a text",
        "title": "a text",
        "keywords": _STRINGS,
        "acronyms": "a table of texts",
        "about": "a text",
        "examples": _STRINGS,
    },
}
_SMALLEST, _LARGEST = 1000, 2_000_000  # bytes of a page; a wiki takes 2 MiB as a rule
_REQUIRED = (("faq", "page"),)
_PAGES = ("titles", "prefixes", "categories", "index")


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration of a run.

    ``source`` and ``target`` are wikis as ``--wiki`` names them, None where the file names none;
    ``interwiki`` is the prefix by which the target links to the source, where it can't tell
    itself. ``timeout`` is in seconds. ``templates`` is a folder of templates that take the
    place of ours. ``account`` is the bot's, for a preview that has none of its own.
    ``most_removed`` is the share of standing entries that one run may remove. ``model`` is the
    sentence model of the semantic engine (None is its own choice), ``precision`` the probability
    from which questions are merged, ``bonds`` what people said of entries by their ids.
    ``askers`` is whether those who ask are named. ``settle`` is for how many hours after an edit
    of a source what it took away stays in the FAQ. ``hold`` says which entries wait for a person;
    ``settings`` and ``report`` are pages on the target wiki, None for no report. ``team`` says who
    answers, for the lead; answers ``outdated_after`` years older than the newest conversation say
    so (0 for none). An FAQ larger than ``page_size`` bytes goes on subpages.
    """

    source: str | None
    target: str | None
    sources: Sources
    page: str
    topics: tuple[Topic, ...] = ()
    interwiki: str | None = None
    timeout: float = 30
    language: str = "en"
    templates: str | None = None
    engine: str = "words"
    model: str | None = None
    precision: float = PRECISION
    bonds: Bonds = NONE
    askers: bool = False
    team: str | None = None
    outdated_after: int = 3
    page_size: int = 300_000
    settle: float = 24
    hold: Hold = NO_HOLD
    settings: str = "{page}/Settings"
    report: str | None = None
    account: str | None = None
    stop_page: str = "User:{user}/Stop"
    ping: str | None = None
    minor: bool = False
    most_removed: float = 0.3
    acronyms: Mapping[str, str] = field(default_factory=dict)


def default_text() -> str:
    """The default configuration's text, which ships with the package."""
    return (files("wikifaq") / "default.toml").read_text("utf-8")


def load(file: Path | None) -> Config:
    """Read a configuration; None is the default one.

    A file of one's own must say which pages it reads and which page it writes; nothing of the
    Wikimedia wiki that the default names goes into it. Raises ConfigurationError with file,
    line and key.
    """
    if file is None:
        return parse(default_text(), "default.toml")
    try:
        return parse(file.read_bytes().decode("utf-8-sig"), str(file))
    except FileNotFoundError as error:
        raise ConfigurationError(f"There is no configuration file {file}.") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{file} is not in UTF-8; save it as UTF-8.") from error
    except OSError as error:
        raise ConfigurationError(f"{file} can't be read: {error.strerror}.") from error


def parse(text: str, name: str) -> Config:
    """Read a configuration's text; ``name`` is the file's, for messages.

    Raises ConfigurationError.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{name} is no TOML: {error}.") from error
    lines = _Lines(text, name)
    _check(data, lines)
    defaults = tomllib.loads(default_text())
    faq, wiki, review = data["faq"], data.get("wiki", {}), data.get("review", {})
    sources = {**data["sources"]}
    settle = float(sources.pop("settle", 24))
    run = {**defaults["run"], **data.get("run", {})}
    topics = tuple(_topic(each, lines, n) for n, each in enumerate(data.get("topics", ())))
    _once([topic.id for topic in topics], lines)
    return Config(
        source=wiki.get("source"),
        target=wiki.get("target", wiki.get("source")),
        interwiki=wiki.get("interwiki"),
        timeout=float(wiki.get("timeout", defaults["wiki"]["timeout"])),
        sources=Sources(**{key: tuple(value) for key, value in sources.items()}),
        settle=settle,
        page=faq["page"],
        language=faq.get("language", "en"),
        templates=faq.get("templates"),
        engine=faq.get("engine", "words"),
        model=faq.get("model"),
        precision=_share(faq, "faq", "precision", PRECISION, lines),
        bonds=_bonds(faq, lines),
        askers=faq.get("askers", False),
        team=faq.get("team"),
        outdated_after=_years(faq, lines),
        page_size=_page_size(faq, lines),
        hold=_hold(review.get("hold", ()), lines),
        settings=review.get("settings", "{page}/Settings").replace("{page}", faq["page"]),
        report=review["report"].replace("{page}", faq["page"]) if "report" in review else None,
        account=run.get("account"),
        stop_page=run["stop_page"],
        ping=run.get("ping"),
        minor=run["minor"],
        most_removed=_share(run, "run", "most_removed", 0.3, lines),
        topics=topics,
        acronyms=data.get("acronyms", {})
        | {short: full for topic in topics for short, full in topic.acronyms},
    )


def _share(row: Mapping[str, Any], table: str, key: str, default: float, lines: _Lines) -> float:
    share = float(row.get(key, default))
    if not 0 <= share <= 1:
        raise ConfigurationError(f"{lines.at(table, key)}: {key} is a share, 0 to 1.")
    return share


def _years(faq: Mapping[str, Any], lines: _Lines) -> int:
    years = faq.get("outdated_after", 3)
    if years < 0 or years != int(years):
        raise ConfigurationError(
            f"{lines.at('faq', 'outdated_after')}: outdated_after is a whole number of years, or 0."
        )
    return int(years)


def _page_size(faq: Mapping[str, Any], lines: _Lines) -> int:
    size = faq.get("page_size", 300_000)
    if not _SMALLEST <= size <= _LARGEST or size != int(size):
        raise ConfigurationError(
            f"{lines.at('faq', 'page_size')}: page_size is a whole number of bytes, {_SMALLEST} to "
            f"{_LARGEST}."
        )
    return int(size)


def _bonds(faq: Mapping[str, Any], lines: _Lines) -> Bonds:
    """What people said of entries, by their ids: which are one, which are not."""
    for key in ("same", "different"):
        for group in faq.get(key, ()):
            if len(set(group)) < 2:  # noqa: PLR2004 - one question is no pair
                raise ConfigurationError(
                    f"{lines.at('faq', key)}: each list in {key!r} needs two ids or more."
                )
    return Bonds(
        same=tuple(map(tuple, faq.get("same", ()))),
        different=tuple(
            pair for group in faq.get("different", ()) for pair in combinations(group, 2)
        ),
    )


def _hold(said: str | list[str], lines: _Lines) -> Hold:
    """What waits for a person: everything that is new, or what a pattern is found in."""
    if isinstance(said, str):
        return Hold(everything=True)
    patterns = []
    for each in said:
        try:
            patterns.append(re.compile(each, re.IGNORECASE))
        except re.error as error:
            raise ConfigurationError(
                f"{lines.at('review', 'hold')}: {each!r} is no regular expression: {error}."
            ) from error
    return Hold(tuple(patterns))


class _Lines:
    """Where in the file a key stands: TOML's reader doesn't say."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._keys: dict[tuple[str, str, int], int] = {}
        table, index = "", 0
        for number, line in enumerate(text.splitlines(), 1):
            header = re.match(r"\s*\[\[?\s*([\w.-]+)\s*\]", line)
            key = re.match(r"\s*[\"']?([\w-]+)[\"']?\s*[=.]", line)
            if header:
                table = header[1]
                index = sum(known[:2] == (table, "") for known in self._keys)
                self._keys[table, "", index] = number
            elif key:
                self._keys.setdefault((table, key[1], index), number)

    def at(self, table: str, key: str = "", index: int = 0) -> str:
        """Say the file and, where it is known, the line of a key in the index-th such table."""
        number = self._keys.get((table, key, index)) or self._keys.get((table, "", index))
        return f"{self._name}, line {number}" if number else self._name


def _check(data: Mapping[str, Any], lines: _Lines) -> None:
    for table, content in data.items():
        if table not in _TABLES:
            raise ConfigurationError(
                f"{lines.at(table) if isinstance(content, (dict, list)) else lines.at('', table)}: "
                f"unknown {'table' if isinstance(content, dict | list) else 'key'} {table!r}"
                f"{_nearest(table, _TABLES)}."
            )
        rows = content if table == "topics" and isinstance(content, list) else [content]
        for index, row in enumerate(rows):
            if not isinstance(row, dict) or (table == "topics") != isinstance(content, list):
                form = "[[topics]]" if table == "topics" else f"[{table}]"
                raise ConfigurationError(f"{lines.at(table)}: write {table!r} as a table, {form}.")
            _check_row(table, row, lines, index)
    for table, key in _REQUIRED:
        if key not in data.get(table, {}):
            raise ConfigurationError(
                f"{lines.at(table)}: [{table}] {key} is missing; it must be given."
            )
    if not any(data.get("sources", {}).get(key) for key in _PAGES):
        raise ConfigurationError(
            f"{lines.at('sources')}: [sources] names no page; "
            "give titles, prefixes, categories or index."
        )


def _check_row(table: str, row: Mapping[str, Any], lines: _Lines, index: int) -> None:
    known = _TABLES[table]
    for key, value in row.items():
        at = lines.at(table, key, index)
        if table == "acronyms":
            if not (isinstance(value, str) and value):
                raise ConfigurationError(f"{at}: write the full form of {key!r} as a text.")
            continue
        if key not in known:
            raise ConfigurationError(
                f"{at}: unknown key {key!r} in [{table}]{_nearest(key, known)}."
            )
        if not _is_a(known[key], value):
            raise ConfigurationError(
                f"{at}: {key!r} in [{table}] must be {known[key]}, not {value!r}."
            )


def _is_a(kind: str, value: object) -> bool:
    if kind == _STRINGS:
        return isinstance(value, list) and all(isinstance(each, str) and each for each in value)
    if kind == _HOLD:
        return value == "all" or _is_a(_STRINGS, value)
    if kind == "a list of lists of texts":
        return isinstance(value, list) and all(_is_a(_STRINGS, each) for each in value)
    if kind == "a table of texts":
        return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
    if isinstance(value, bool):
        return kind == "true or false"
    return isinstance(value, _KINDS[kind]) and (kind != "a text" or bool(value))


def _nearest(word: str, known: Mapping[str, object]) -> str:
    match = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"; did you mean {match[0]!r}?" if match else f"; known are {', '.join(known)}"


def _topic(row: Mapping[str, Any], lines: _Lines, index: int) -> Topic:
    for key in ("id", "title"):
        if key not in row:
            raise ConfigurationError(
                f"{lines.at('topics', '', index)}: this topic has no {key!r}; give it one."
            )
    if not _TOPIC_ID.fullmatch(row["id"]):
        raise ConfigurationError(
            f"{lines.at('topics', 'id', index)}: the topic id {row['id']!r} must be 1 to 24 "
            "characters of a-z, 0-9 and -."
        )
    if row["id"] == OTHER:
        raise ConfigurationError(
            f"{lines.at('topics', 'id', index)}: the topic id {OTHER!r} is kept for questions "
            "without a topic."
        )
    return Topic(
        id=row["id"],
        title=row["title"],
        keywords=tuple(row.get("keywords", ())),
        acronyms=tuple(row.get("acronyms", {}).items()),
        about=row.get("about", ""),
        examples=tuple(row.get("examples", ())),
    )


def _once(ids: list[str], lines: _Lines) -> None:
    for number, key in enumerate(ids):
        if key in ids[:number]:
            raise ConfigurationError(
                f"{lines.at('topics', 'id', number)}: the topic id {key!r} is taken."
            )
