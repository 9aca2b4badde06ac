"""Merging three ways: the bot's last text of an entry, the person's, and the new one.

Texts are compared sentence by sentence. What only one side changed is taken from it; where both
changed the same the person's stays.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from merge3 import Merge3

from wikifaq.page.mark import marks, remarked, without_marks, without_revisions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# A line end, blanks behind what may end a sentence, or what stands between such.
_LEFT, _RIGHT = "\ue000", "\ue001"  # around an id: a mark's place, for marks are the bot's
_TOKEN = re.compile(
    rf"{_LEFT}[^{_RIGHT}\n]*{_RIGHT}|\n+|(?<=[.!?…。！？])[ \t]+"
    rf"|(?:(?![.!?…。！？][ \t])[^\n{_LEFT}])+[.!?…。！？]?|[^\n]"
)
_PLACE = re.compile(f"{_LEFT}[^{_RIGHT}\n]*{_RIGHT}")
_DIV = re.compile(r"<(?P<close>/?)div\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
_SOURCE = re.compile(r"(?:Special:PermanentLink/|[?&]oldid=)\d+[^\]\n]*")
_HEADING = re.compile(r"={1,3}[^=].*=[ \t]*")


class ThreeWay(NamedTuple):
    """A merged text, the new text that went into it, and whether both sides changed the same.

    ``base`` is the text that both began with, None where none of those given is one.
    """

    text: str
    new: str
    conflict: bool
    base: str | None = None


def three_way(person: str, *, bases: Iterable[str], news: Sequence[str]) -> ThreeWay:
    """Merge a new text into a person's.

    ``bases`` are texts that the person may have started from, ``news`` forms of the new one, the
    best first. A merge without conflict is preferred, then an earlier form. No merge hides, moves
    out of its entry or leaves out what the person wrote; where that can't be, the person's text
    stays as it is, and everything is a conflict.
    """
    found: ThreeWay | None = None
    bare = person.rstrip()
    own, places = _stood_in(bare)
    for base in () if _LEFT in person else bases:
        for new in news:
            made = _merged(_stood_in(base)[0], own, _stood_in(new)[0])
            if made is not None and (found is None or (found.conflict and not made[1])):
                text = _PLACE.sub(lambda place: places[place[0]], made[0].rstrip())
                found = ThreeWay(text + person[len(bare) :], new, made[1], base)
    return found or ThreeWay(person, news[0], conflict=True)


def offered(person: str, new: str) -> tuple[str, ...]:
    """The lines of a new text, as people see them, with what the person's text lacks."""
    held = set(_tokens(without_revisions(without_marks(person))))
    lines = (line.strip() for line in without_marks(new).split("\n"))
    return tuple(
        line for line in lines if line and not held.issuperset(_tokens(without_revisions(line)))
    )


def left_over(person: str, base: str, new: str) -> bool:
    """Whether a person's text still says what the bot's did and the new one doesn't."""
    texts = [set(_tokens(without_revisions(without_marks(text)))) for text in (base, person, new)]
    return any(any(map(str.isalpha, each)) for each in texts[0] & texts[1] - texts[2])


class _Sentences(SequenceMatcher[str]):
    """Difflib's, for which no sentence is too common to be compared."""

    def __init__(
        self,
        isjunk: Callable[[str], bool] | None = None,
        a: Sequence[str] = "",
        b: Sequence[str] = "",
        **_: object,
    ) -> None:
        super().__init__(isjunk, a, b, autojunk=False)


def _stood_in(text: str) -> tuple[str, dict[str, str]]:
    """A text with a name in the place of each mark, and the marks by these names."""
    at, made = 0, []
    places: dict[str, str] = {}
    for number, mark in enumerate(marks(text)):
        again = number if any(mark.id in place for place in places) else ""
        name = f"{_LEFT}{mark.id} {again}{_RIGHT}"
        whole = remarked(text[mark.start : mark.end])
        places[name] = whole[: len(whole) - len(mark.words)]
        made += [text[at : mark.start], name, mark.words]
        at = mark.end
    return "".join([*made, text[at:]]).rstrip() + "\n", places


def _merged(base: str, person: str, new: str) -> tuple[str, bool] | None:
    """A merge, and whether it is a conflict; None where it would do a person's words harm."""
    texts = [_tokens(base), _tokens(person), _tokens(new)]
    merge = Merge3(texts[0], texts[1], texts[2], sequence_matcher=_Sentences)  # type: ignore[arg-type]
    made: list[str] = []
    own: list[str] = []
    conflict = False
    for region in merge.merge_regions():
        if region[0] == "conflict":
            bounds = [bound for bound in region if isinstance(bound, int)]
            places = zip(texts, bounds[::2], bounds[1::2], strict=True)
            parts = [text[start:end] for text, start, end in places]
            beside = _beside(*parts)
            if beside is None:
                conflict = True
                made += parts[1]
                own += parts[1]
            else:
                made += beside
                own += [each for _, _, put in _changes(parts[0], parts[1]) for each in put]
        else:
            kind, start, end = region
            taken = texts[{"unchanged": 0, "b": 2}.get(kind, 1)][start:end]
            made += taken
            own += taken if kind == "a" else []
    text = "".join(made)
    return (text, conflict) if _harmless(text, person, new, own) else None


def _beside(base: list[str], person: list[str], new: list[str]) -> list[str] | None:
    """Both sides' changes of a stretch in which they only lie beside each other; else None.

    Merge3 takes changes for a conflict that have nothing unchanged between them.
    """
    ours, theirs = _changes(base, person), _changes(base, new)
    for start, end, _ in ours:
        for first, last, _ in theirs:
            both_put_in = start == end == first == last
            if both_put_in or (start < last and first < end):
                return None
    made, at = [], 0
    for start, end, put in sorted([*ours, *theirs], key=lambda change: change[:2]):
        made += [*base[at:start], *put]
        at = end
    return [*made, *base[at:]]


def _changes(base: list[str], text: list[str]) -> list[tuple[int, int, list[str]]]:
    """What was done to a stretch: where in it, and what stands there instead."""
    return [
        (i1, i2, text[j1:j2])
        for kind, i1, i2, j1, j2 in _Sentences(a=base, b=text).get_opcodes()
        if kind != "equal"
    ]


def _harmless(text: str, person: str, new: str, own: Iterable[str]) -> bool:
    """Whether a merged text does no harm to what a person, or a source, says.

    It keeps its entries, its boxes closed, each sentence below the source that it stood below,
    and a person's words in sight.
    """
    if _PLACE.findall(text) != _PLACE.findall(person):
        return False
    if _headings(text) != _headings(person) or _open(text) != _open(person):
        return False
    if not _cited(text) <= _cited(person) | _cited(new):
        return False
    if not _links(text) <= _links(person) | _links(new):
        return False  # an answer that one side moved and the other changed would stand twice
    before, after = seen(person), seen(text)
    return all(token in after for token in own if token.strip() and token in before)


def _cited(text: str) -> set[tuple[str, str]]:
    """The sentences of a text, each with the link to a source that stands above it."""
    found = set()
    source = ""
    for token in _tokens(text):
        links = _SOURCE.findall(token)
        if links:
            source = without_revisions(links[-1])
        elif any(map(str.isalnum, token)):
            found.add((token, source))
    return found


def _links(text: str) -> Counter[str]:
    """The links to sources in a text, and how often each stands there."""
    return Counter(without_revisions(link) for link in _SOURCE.findall(text))


def _headings(text: str) -> int:
    return sum(bool(_HEADING.fullmatch(line)) for line in text.split("\n"))


def _open(text: str) -> int:
    """How many boxes are left open at the end, or closed that weren't opened."""
    return sum(-1 if div["close"] else 1 for div in _DIV.finditer(text))


def seen(text: str) -> str:
    """A text without what is collapsed."""
    return "".join(_shown(text))


def _shown(text: str) -> Iterator[str]:
    at, depth, hidden = 0, 0, 0
    for div in _DIV.finditer(text):
        if not hidden:
            yield text[at : div.start()]
        depth += -1 if div["close"] else 1
        if not hidden and "mw-collapsed" in div["attributes"]:
            hidden = depth
        elif hidden and depth < hidden:
            hidden = 0
        at = div.end()
    if not hidden:
        yield text[at:]


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)
