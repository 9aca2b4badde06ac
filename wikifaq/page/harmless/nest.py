"""A paragraph's items brought into order: elements closed, nested and not empty, spaces single."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from wikifaq.page.harmless.escape import SPACES, clean, collapse
from wikifaq.page.harmless.slots import ADDRESS, Break, Close, Open, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wikifaq.page.harmless.slots import Item

_DEEPEST = 20  # elements in elements; deeper ones are left out, their content is not
_MOST_BREAKS = 2


def nest(items: Iterable[Item], *, trim: bool = True) -> list[Item]:
    """Return the items with every element closed, properly nested and with something in it.

    An element that crosses another is closed and opened again, as HTML's tree construction has
    it; a closing without an opening is left out. Words stand merged, with single spaces and
    none around breaks, nor at the ends where ``trim``.
    """
    nester = _Nester()
    for item in items:
        nester.add(item)
    spaced = _broken(_tight(_merged(nester.finish())))
    if not trim or not spaced:
        return spaced
    return _trimmed(_trimmed(spaced, 0, str.lstrip), -1, str.rstrip)


class _Nester:
    def __init__(self) -> None:
        self._out: list[Item] = []
        self._open: list[tuple[Open, int]] = []
        self._ignored: Counter[str] = Counter()
        self._late: list[str] = []  # to be closed when the address that they stand in ends
        self._solid = 0  # how many items of the output can be seen
        self._seen: list[int] = []

    def add(self, item: Item) -> None:
        if isinstance(item, Open):
            if len(self._open) >= _DEEPEST and item.name != ADDRESS:
                self._ignored[item.name] += 1
            else:
                self._begin(item)
        elif isinstance(item, Close):
            self._close(item.name)
        else:
            if not isinstance(item, Break) and not (isinstance(item, Words) and _blank(item.text)):
                self._solid += 1
            self._out.append(item)

    def finish(self) -> list[Item]:
        while self._open:
            self._end()
        return self._out

    def _begin(self, item: Open) -> None:
        self._open.append((item, len(self._out)))
        self._seen.append(self._solid)
        self._out.append(item)

    def _end(self) -> Open:
        """Close the innermost element; one with nothing in it vanishes, its spaces stay."""
        item, position = self._open.pop()
        seen = self._seen.pop()
        if self._solid == seen:
            del self._out[position]
        else:
            self._out.append(Close(item.name))
        return item

    def _close(self, name: str) -> None:
        if self._ignored[name]:
            self._ignored[name] -= 1
            return
        names = [item.name for item, _ in self._open]
        if name not in names:
            return
        if name != ADDRESS and ADDRESS in names[len(names) - names[::-1].index(name) :]:
            self._late.append(name)
            return
        again = []
        while (item := self._end()).name != name:
            again.append(item)
        for item in reversed(again):
            self._begin(item)
        if name == ADDRESS:
            late, self._late = self._late, []
            for each in late:
                self._close(each)


def _blank(text: str) -> bool:
    return not clean(text).strip()


def _merged(items: list[Item]) -> Iterator[Item]:
    for words, group in groupby(items, key=lambda item: isinstance(item, Words)):
        if words:
            text = "".join(each.text for each in group if isinstance(each, Words))
            if shown := collapse(clean(text)):
                yield Words(shown)
        else:
            yield from group


def _tight(items: Iterable[Item]) -> Iterator[Item]:
    """Take the spaces off a label's start: one stands behind the address anyway."""
    behind = False
    for item in items:
        if behind and isinstance(item, Words):
            item = Words(item.text.lstrip(SPACES))  # noqa: PLW2901 - the same words
        behind = isinstance(item, Open) and item.name == ADDRESS
        yield item


def _broken(items: Iterable[Item]) -> list[Item]:
    """Make each run of breaks one break, or two where two were forced; none stand at the ends."""
    out: list[Item] = []
    forced: int | None = None  # breaks waiting for something to stand behind them
    for item in items:
        if isinstance(item, Break):
            forced = (forced or 0) + item.forced
            continue
        if forced is not None and isinstance(item, Words) and item.text in ("", " "):
            continue
        if forced is not None and out:
            out = _trimmed(out, -1, str.rstrip)
            if isinstance(item, Close):  # the break may as well stand behind it
                out.append(item)
                continue
            if out:
                out.extend([Break(forced=True)] * max(1, min(forced, _MOST_BREAKS)))
        out.append(item)
        if forced is not None:
            _trimmed(out, -1, str.lstrip)
        forced = None
    return out


def _trimmed(items: list[Item], end: int, trim: Callable[[str, str], str]) -> list[Item]:
    """Take the spaces off the words that stand at this end, and the words if they were no more."""
    item = items[end] if items else None
    if isinstance(item, Words):
        items[end : end + 1 or None] = [Words(text)] if (text := trim(item.text, " ")) else []
    return items
