"""What becomes of an entry that stands on the page: renewed, kept, merged, or taken off."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from wikifaq.page.harmless import plain
from wikifaq.page.mark import marks, remarked, text_digest
from wikifaq.page.threeway import left_over, offered, three_way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wikifaq.page.render import Pieces
    from wikifaq.page.segment import Segment

_WITHDRAWN = "!"  # behind the digest of a text that says what no source says any more


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to an entry, and why, in words for the person previewing.

    ``offer`` are the lines of a new text that a person's text was kept against. ``withdrawn`` is
    whether no source holds any more what the entry, in people's words, may still say.
    """

    entry: str
    change: str
    why: str
    by_people: bool = False
    offer: tuple[str, ...] = ()
    withdrawn: bool = False


@dataclass(slots=True)
class Renewal:
    """Renews the segments of a page; what happened gathers in it.

    ``last`` are the segments of the bot's last revision by the entries in them, ``earlier`` gives
    those of its revisions before that, the newest first, as far as it is asked. ``merged`` maps
    ids that stand for no entry any more to those that they lead to now. ``absorbed`` are entries
    into which people moved the text of others, ``broken`` maps revisions of sources that nobody can
    read any more to later ones, ``offers`` what people were offered before, by entry.
    """

    pieces: Pieces
    last: Mapping[str, Segment]
    merged: Mapping[str, str]
    hidden: frozenset[str]
    absorbed: frozenset[str]
    broken: Mapping[int, int]
    offers: Mapping[str, str]
    earlier: Iterable[Mapping[str, Segment]] = ()
    changes: list[Change] = field(default_factory=list)
    edited: set[str] = field(default_factory=set)
    open: dict[str, str] = field(default_factory=dict)
    away: set[tuple[str, ...]] = field(default_factory=set)

    def renewed(self, segment: Segment) -> Segment | None:
        """The segment as it shall stand: itself where it is people's, None where it goes."""
        if not segment.entries:
            return segment
        hidden = [key for key in segment.entries if self._is_hidden(segment, key)]
        if hidden:
            why = "the settings page says to hide it"
            self.changes += [Change(key, "removed", why) for key in hidden]
            self.away |= {(key, *segment.aliases_of(key)) for key in hidden}
            if len(hidden) == len(segment.entries):
                return None
            segment = _without(segment, hidden)
        if not segment.untouched:
            self.edited.update(segment.entries)
            return self._merged(segment)
        (key,) = segment.entries
        new = self.pieces.entries.get(key)
        if new is None:
            self.changes.append(self._leaving(key))
            return None
        if text_digest(new) == segment.digest and not self._is_broken(segment.text):
            return segment
        self.changes.append(Change(key, "updated", self._why(key, segment.text)))
        return replace(segment, text=f"{new}\n\n", digest=text_digest(new))

    def _is_hidden(self, segment: Segment, key: str) -> bool:
        """Whether people hid an entry; one with their words only by its own id."""
        ids = (key, *segment.aliases_of(key)) if segment.untouched else (key,)
        return not self.hidden.isdisjoint(ids)

    def _leaving(self, key: str) -> Change:
        if key in self.merged:
            return Change(
                key, "merged", f"it is one with {self.merged[key]}, which its anchor leads to"
            )
        return Change(key, "removed", "no source asks it any more")

    def _why(self, key: str, text: str) -> str:
        sources = self.pieces.sources[key]
        again = [source for source in sources if plain(source) not in text]
        if again:
            return f"answered again in {', '.join(again)}"
        if self._is_broken(text):
            return "a revision that it links to is hidden"
        if key in self.pieces.wished:
            return "as the settings page says, or its text has changed"
        return f"its text in {', '.join(sources)}, or the way it is shown, has changed"

    def _is_broken(self, text: str) -> bool:
        return any(re.search(rf"[/=]{revision}\b", text) for revision in self.broken)

    def _merged(self, segment: Segment) -> Segment:
        """A segment that people edited, with what is new to it: each mark's part for itself."""
        text = "".join(self._part(segment, key, part) for key, part in _parts(segment))
        for revision, later in self.broken.items():
            text = re.sub(
                rf"(Special:PermanentLink/|[?&]oldid=){revision}\b", rf"\g<1>{later}", text
            )
        return segment if text == segment.text else replace(segment, text=text)

    def _part(self, segment: Segment, key: str, text: str) -> str:
        mark = next(mark for mark in marks(text) if mark.id == key)
        together = len(segment.entries) > 1
        whole = self.pieces.entries.get(key)
        if whole is None:
            why = "a person has edited it; no source asks it any more"
            if key in self.merged:
                why = f"a person has edited it; {self.merged[key]} is to be one with it"
            self._say(key, "kept", why, withdrawn=key not in self.merged)
            return text
        headed = text.startswith("=")
        forms = [whole, self.pieces.unfolded(key)]
        digests = [text_digest(form) for form in forms]
        if key in self.absorbed and mark.digest not in digests:
            result = _sealed(text, key, digests, form=1)
            offer = offered(result, forms[1])
            if offer:
                self.open[key] = text_digest(result)
            why = "a person has moved the text of another entry into it"
            self._say(key, "conflict" if offer else "kept", why, offer=offer)
            return result
        if text_digest(text) in digests:
            self._say(key, "kept", "a person has given it the words that its sources have")
            return _sealed(text, key, digests, form=0)
        if mark.digest in digests:
            return self._kept(key, text, forms[1], together=together)
        bases = [
            base if headed else _without_heading(base) for base in self._bases(key, mark.digest)
        ]
        news = [form if headed else _without_heading(form) for form in forms]
        laid = three_way(text, bases=bases, news=news)
        made = laid.text
        still = self._is_open(key, text)
        result = _sealed(made, key, digests, form=news.index(laid.new))
        offer = offered(result, forms[1]) if laid.conflict or still else ()
        # Where it can't be told, people are rather asked in vain than not told of hidden text.
        took = laid.base is None or left_over(laid.base, laid.base, forms[1])
        said = laid.base is not None and left_over(result, laid.base, forms[1])
        withdrawn = laid.conflict and (said or (took and (laid.base is None or not offer)))
        if offer or withdrawn:
            self.open[key] = text_digest(result) + _WITHDRAWN * withdrawn
            why = "a person has edited it, and its sources have changed since"
            how = (
                "the person's text stays"
                if made == text
                else "what doesn't touch the person's text was added"
            )
            self._say(key, "conflict", f"{why}: {how}", offer=offer, withdrawn=withdrawn)
        elif laid.conflict and made == text:
            why = "a person has edited it, so that it isn't put in another order"
            self._say(key, "kept", why)
        else:
            self._say(
                key,
                "updated",
                f"{self._why(key, text)}; it was merged with what a person has edited",
            )
        return result

    def _kept(self, key: str, text: str, new: str, *, together: bool) -> str:
        """An entry to which nothing is new since the bot last wrote to it."""
        if self._is_open(key, text):
            self.open[key] = self.offers[key]
            why = "a person has edited it, and its sources have changed since: a text is offered"
            offer = offered(text, new)
            withdrawn = self.offers[key].endswith(_WITHDRAWN)
            self._say(key, "conflict", why, offer=offer, withdrawn=withdrawn)
        elif together:
            self._say(key, "kept", "a person has put it under one heading with another")
        else:
            self._say(key, "kept", "a person has edited it")
        return text

    def _is_open(self, key: str, text: str) -> bool:
        """Whether a text was offered, and nobody has edited the entry since."""
        return self.offers.get(key, "").removesuffix(_WITHDRAWN) == text_digest(text)

    def _bases(self, key: str, digest: str | None) -> Iterator[str]:
        """What the person may have started from: the bot's text with the digest in the mark."""
        last = self.last.get(key)
        if last is not None and len(last.entries) == 1 and text_digest(last.text) == digest:
            yield last.text
            return
        for former in self.pieces.former(key, last.text if last is not None else ""):
            if text_digest(former) == digest:
                yield former
                return
        for page in self.earlier:
            then = page.get(key)
            if then is not None and len(then.entries) == 1 and text_digest(then.text) == digest:
                yield then.text
                return

    def _say(
        self,
        key: str,
        change: str,
        why: str,
        *,
        offer: tuple[str, ...] = (),
        withdrawn: bool = False,
    ) -> None:
        self.changes.append(Change(key, change, why, offer=offer, withdrawn=withdrawn))


def _without(segment: Segment, entries: Sequence[str]) -> Segment:
    """A segment with the marks of several entries, without those of some of them."""
    heading, line, _ = segment.text.partition("\n")
    parts = [part for key, part in _parts(segment) if key not in entries]
    text = "".join(parts)
    kept = tuple(key for key in segment.entries if key not in entries)
    text = text if text.startswith(heading) else f"{heading}{line}{text}"
    digest = next((mark.digest for mark in marks(text)), None)
    untouched = len(marks(text)) == 1 and digest == text_digest(text)
    return replace(segment, text=text, entries=kept, digest=digest, untouched=untouched)


def _sealed(text: str, key: str, digests: Sequence[str], *, form: int) -> str:
    """Put the digest of one of the bot's forms into an entry's mark.

    A text that is the unfolded one is a person's all the same: with its digest it would pass for
    the bot's, and be folded again.
    """
    unfolded = text_digest(text) == digests[1]
    return remarked(text, own=key, digest=digests[0 if unfolded else form])


def _parts(segment: Segment) -> Iterator[tuple[str, str]]:
    """The segment cut before the line with the mark of each of its entries but the first."""
    text = segment.text
    own: list[tuple[str, int]] = []
    at = 0
    for mark in marks(text):
        if mark.id in segment.entries and mark.id not in dict(own):
            line = text.rfind("\n", 0, mark.start) + 1
            own.append((mark.id, max(line, at) if own else 0))
            at = mark.end
    ends = [start for _, start in own[1:]] + [len(text)]
    for (key, start), end in zip(own, ends, strict=True):
        yield key, text[start:end]


def _without_heading(text: str) -> str:
    return text.partition("\n")[2]
