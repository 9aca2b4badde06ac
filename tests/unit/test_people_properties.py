"""Whatever people do to the page, and the sources meanwhile: nothing of either is lost.

Histories of people's edits and runs, looked at after each run without the bot's own reading of
the page. A campaign is ``WIKIFAQ_SOAK=5000 pytest tests/unit/test_people_properties.py``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

import pytest
from faqs import BOT, TEMPLATES, TITLE, TOPICS
from hypothesis import given
from hypothesis import strategies as st
from people import KINDS, PERSON_WORD, SOURCE_WORD, STEPS, Desk, Edit, Piece, World, bare, cut
from tries import tries

from wikifaq.consolidate.recurrence import ByWords
from wikifaq.consolidate.review import NO_HOLD, Hold
from wikifaq.page.listing import reboxed
from wikifaq.page.mark import named
from wikifaq.page.permalink import Links
from wikifaq.page.segment import read_page
from wikifaq.page.settings import Settings
from wikifaq.publish import plan as planning
from wikifaq.publish.plan import Build, Place, Plan, Said
from wikifaq.transcript import inline
from wikifaq.wiki.protocol import Revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from random import Random


class Round(NamedTuple):
    """What the sources do, then people, before a run; ``accept`` is whether a loss is meant."""

    step: tuple[str, int]
    edits: tuple[Edit, ...]
    accept: bool


class History(NamedTuple):
    """``hold`` is 1 where a pattern is held, 2 where all that is new is; else nothing is."""

    seed: int
    hold: int
    rounds: tuple[Round, ...]


_SPAN = re.compile(r'<span\s+id="([^"<>\n]*)"')
_ENTRY = re.compile(r"faq-([a-z2-7]{10})")
_DIV = re.compile(r"<(/?)div\b([^<>]*)>")
_MOSS = (re.compile("Moss counted zl?"),)
HOLDS = (NO_HOLD, Hold(patterns=_MOSS), Hold(everything=True))


def spans(text: str) -> list[str]:
    return [named(unescape(each)) for each in _SPAN.findall(text)]


def entry_ids(piece: Piece) -> set[str]:
    """The ids that lead to an entry."""
    found = (_ENTRY.fullmatch(each) for each in spans(piece.text))
    return {*piece.ids, *(match[1] for match in found if match)}


def collapsed(text: str) -> list[tuple[int, int]]:
    """Where collapsed boxes begin and end in a text."""
    found: list[tuple[int, int]] = []
    depth = start = hidden = 0
    for div in _DIV.finditer(text):
        depth += -1 if div[1] else 1
        if not hidden and "mw-collapsed" in div[2]:
            hidden, start = depth, div.start()
        elif hidden and depth < hidden:
            found.append((start, div.end()))
            hidden = 0
    return [*found, (start, len(text))] if hidden else found


def shown(text: str) -> str:
    for start, end in reversed(collapsed(text)):
        text = text[:start] + text[end:]
    return text


def balance(text: str) -> int:
    return sum(-1 if div[1] else 1 for div in _DIV.finditer(text))


def normal(text: str) -> str:
    """A text as the bot may have written it: blanks, marks and revisions don't count."""
    text = re.sub(r"PermanentLink/\d+|'{6}", "", bare(text))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def persons_words(text: str) -> list[str]:
    return PERSON_WORD.findall(bare(text))


def persons_sentences(text: str) -> list[str]:
    """The sentences in which a person's word stands."""
    pieces = re.split(r"\n|(?<=[.!?]) ", re.sub("'{6}", "", bare(text)))
    return [piece.strip("= ") for piece in pieces if PERSON_WORD.search(piece)]


class Tale:
    """A history as it goes on, and what must be true of it by now."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.world = World(history.seed)
        self.counts: Counter[str] = Counter()
        first = self._plan(None, None, accept=False, hold=NO_HOLD)
        assert first.outcome == "write"
        outside = ("", "")
        if history.seed % 3:
            outside = ("Ours, above. \n\n", "\n\n  Ours, below \n")
        self.base = outside[0] + first.new.strip() + outside[1]
        self.desk = Desk(self.base, past=[self.base])
        self.touched: set[str] = set()
        self.dropped: set[str] = set()
        self.offered: set[str] = set()
        self.deleted: dict[str, set[str]] = {}
        self.names: dict[str, set[str]] = {}
        self.copied: set[str] = set()

    def _plan(
        self, text: str | None, base: str | None, *, accept: bool, hold: Hold, hidden: bool = False
    ) -> Plan:
        current = None if text is None else Revision(90, 0, "", BOT, "", None, text)
        wishes = self.desk.settings if text else Settings()
        said = Said(page="Tea FAQ/Settings", settings=wishes, revision=77)
        place = Place(
            TITLE,
            current,
            None if hidden else base,
            hidden="2020-03-06T00:00:00Z" if hidden else None,
            create=text is None,
            user=BOT,
            said=said,
        )
        build = Build(
            transcripts=self.world.transcripts(),
            topics=() if self.history.seed % 8 == 7 else TOPICS,
            engine=ByWords(acronyms={"GT": "green tea"}),
            templates=TEMPLATES,
            links=Links(""),
            accept_loss=accept,
            hold=hold,
        )
        return planning.plan(build, place)

    def all(self) -> list[str]:
        """Tell the whole; return what went wrong, with the round it went wrong in."""
        for number, each in enumerate(self.history.rounds):
            wrong = self.round(each, number)
            if wrong:
                return [f"round {number}: {what}" for what in wrong]
        return []

    def round(self, each: Round, number: int = 0) -> list[str]:
        said = self._said()
        self.world.step(*each.step)
        self.desk.renewed = {
            key
            for meant, what in self._said().items()
            if what != said.get(meant)
            for key in what[1]
        }
        self.counts[f"sources {each.step[0]}"] += 1
        before, settings = self.desk.text, self.desk.settings
        self.desk.restored.clear()
        for one in each.edits:
            if self.desk.edit(one):
                self.counts[one.kind] += 1
        text = self.desk.text
        if "wikifaq:begin" not in text or "wikifaq:end" not in text:
            return ["an edit of the test's broke the markers"]
        hold = HOLDS[self.history.hold % 3]
        made = self._plan(text, self.base, accept=False, hold=hold)
        if made.outcome == "refuse":
            self.counts["refused"] += 1
            if not all("vanished" in why or "would be removed" in why for why in made.reasons):
                return [f"refused: {made.reasons}"]
            if not each.accept:
                self.desk.text, self.desk.settings = before, settings
                return []
            made = self._plan(text, self.base, accept=True, hold=hold)
        self.counts[f"runs {made.outcome}"] += 1
        wrong = [] if made.outcome in {"write", "nothing"} else [f"{made.outcome}: {made.reasons}"]
        wrong += Look(self, made).wrong()
        wrong += self._again(made, text, hold, number)
        self.desk.text = made.new
        self.desk.held = tuple(each.id for each in made.faq.held) if made.faq else ()
        if made.outcome == "write":
            self.base = made.new
            self.desk.past.append(made.new)
        return wrong

    def _said(self) -> dict[str, tuple[set[str], set[str]]]:
        """By questions, the words of the sources and the ids."""
        said: dict[str, tuple[set[str], set[str]]] = {}
        for each, ids in self.world.asked():
            words, keys = said.setdefault(each.meant, (set(), set()))
            words.update(each.words())
            keys.update(ids)
        return said

    def _again(self, made: Plan, text: str, hold: Hold, number: int) -> list[str]:
        wrong = []
        if made.outcome == "write":
            again = self._plan(made.new, made.new, accept=False, hold=hold)
            if (again.outcome, again.new) != ("nothing", made.new):
                wrong.append(f"the second run isn't idle: {again.outcome} {again.changes}")
        elif made.new != text:
            wrong.append("nothing to do, and another text")
        if (self.history.seed + number) % 7 == 0:
            same = self._plan(text, self.base, accept=True, hold=hold)
            if (same.new, same.changes) != (made.new, made.changes):
                wrong.append("the same run gives another plan")
        if (self.history.seed + number) % 7 == 1:
            blind = self._plan(text, None, accept=True, hold=hold, hidden=True)
            one, two = cut(text), cut(blind.new)
            stood = [piece.text.strip() for piece in one.pieces]
            stands = iter(piece.text.strip() for piece in two.pieces)
            if (one.before, one.lead.strip(), one.after) != (
                two.before,
                two.lead.strip(),
                two.after,
            ):
                wrong.append("without its last revision the bot changed what is people's")
            if not self.desk.settings.wishes.topics and not all(each in stands for each in stood):
                wrong.append("without its last revision the bot touched an entry")
        return wrong


class Look:
    """What a run made of a page, compared with the page as people left it."""

    def __init__(self, tale: Tale, made: Plan) -> None:
        self.tale, self.made = tale, made
        # Lists that nobody edited say again what stands elsewhere, and are the bot's to renew.
        self.old, self.new, self.base = (
            cut(reboxed(text, "", bare=True)) for text in (tale.desk.text, made.new, tale.base)
        )
        wishes = tale.desk.settings.wishes
        self.hidden = wishes.hidden
        self.moved = set(wishes.topics)
        stones = "".join(re.findall(r"<!-- wikifaq:(?:gone|hidden)[^>]*-->", self.new.tail))
        self.stones = set(re.findall(r"\b[a-z2-7]{10}(?=[:@+\s])", stones))
        self.based = {key: piece for piece in self.base.pieces for key in piece.ids}
        self.led = {key: piece for piece in self.base.pieces for key in entry_ids(piece)}

        seen = Counter(key for piece in self.old.pieces for key in piece.ids)
        self.twice = {key for key, times in seen.items() if times > 1}

    def key(self, piece: Piece) -> str:
        """A piece's name before and after the run; of copies of a mark only one is left."""
        if piece.topic:
            return piece.key
        words = " ".join(persons_words(piece.text)) or piece.heading
        return " ".join(sorted({*piece.ids} - self.twice)) or f"own {words}"

    def wrong(self) -> list[str]:
        self._know()
        return [
            *self._outside(),
            *self._order(),
            *self._words(),
            *self._deleted(),
            *self._anchors(),
            *self._sources(),
            *self._reads_back(),
        ]

    def _know(self) -> None:
        """What people did since the last run."""
        tale = self.tale
        for piece in self.old.pieces:
            own = next((key for key in piece.ids if key not in self.twice), "")
            was = self.based.get(own)
            same = was is not None and normal(was.text) == normal(piece.text)
            if not same and (was is not None or PERSON_WORD.search(piece.text)):
                tale.touched |= {*piece.ids}
            elif tale.desk.restored & {*piece.ids} and not PERSON_WORD.search(piece.text):
                tale.touched -= {*piece.ids}
        tale.touched -= self.twice
        tale.copied |= {
            key for each in self.old.pieces if self.twice & {*each.ids} for key in each.ids
        }
        there = SOURCE_WORD.findall(tale.desk.text)
        gone = {*SOURCE_WORD.findall(tale.base)} - {*there}
        tale.dropped = (tale.dropped | gone) - {*there}
        # What people moved into an entry that they hide goes with it.
        for piece in filter(self._free, self.old.pieces):
            tale.dropped |= {*SOURCE_WORD.findall(piece.text)}
        tale.offered |= {
            word
            for change in self.made.changes
            for line in change.offer
            for word in SOURCE_WORD.findall(line)
        }
        alive = {key for piece in self.old.pieces for key in piece.ids}
        restored = tale.desk.settings.restored
        for piece in self.base.pieces:
            if not piece.topic and not alive.intersection(piece.ids):
                group = entry_ids(piece)
                tale.deleted |= dict.fromkeys(group, group)
        tale.deleted = {
            key: group
            for key, group in tale.deleted.items()
            if key not in alive and not group & restored
        }

    def _free(self, piece: Piece) -> bool:
        """Whether people's own line in the settings says what becomes of the piece."""
        return bool(self.hidden & entry_ids(piece))

    def _touched(self, piece: Piece) -> bool:
        if self.tale.touched & {*piece.ids}:
            return True
        if piece.topic:
            was = next((each for each in self.base.pieces if each.topic == piece.topic), None)
            return was is None or normal(was.text) != normal(piece.text)
        return not piece.ids

    def _outside(self) -> list[str]:
        wrong = [
            f"{mark} stands {self.made.new.count(mark)} times"
            for mark in ("wikifaq:begin", "wikifaq:end")
            if self.made.new.count(mark) != 1
        ]
        if (self.old.before, self.old.after) != (self.new.before, self.new.after):
            wrong.append("the text outside the markers changed")
        prose = [line for line in self.old.lead.split("\n") if not line.startswith("* [[#")]
        edited = PERSON_WORD.search("\n".join(prose))
        if edited and normal(self.old.lead) != normal(self.new.lead):
            wrong.append("people's introduction changed")
        return wrong

    def _order(self) -> list[str]:
        """Pieces stay, in their order and under their topics, but for what people wished."""
        kept = [each for each in self.old.pieces if not self._free(each)]
        now = [self.key(each) for each in self.new.pieces]
        wrong = [
            f"gone: {self.key(piece)!r}"
            for piece in kept
            if self.key(piece) not in now and self._touched(piece)
        ]
        still = [
            [self.key(each) for each in pieces if not self.moved & entry_ids(each)]
            for pieces in (kept, self.new.pieces)
        ]
        counts = [Counter(keys) for keys in still]
        both = {key for key in counts[0] if counts[0][key] == counts[1][key]}
        one, two = ([key for key in keys if key in both] for keys in still)
        if one != two:
            wrong.append(f"the order changed from {one} to {two}")
        old, new = self._topics(kept), self._topics(self.new.pieces)
        wrong += [
            f"{key} went from {old[key]} to {new[key]}"
            for key in sorted(both & old.keys() & new.keys())
            if old[key] != new[key]
        ]
        return wrong

    def _topics(self, pieces: Iterable[Piece]) -> dict[str, str]:
        found: dict[str, str] = {}
        topic = ""
        for piece in pieces:
            topic = topic if piece.text.startswith("===") else self.key(piece)
            found.setdefault(self.key(piece), topic)
        return found

    def _words(self) -> list[str]:
        """What people wrote stands where they wrote it, in their order, once, and in sight."""
        wrong = []
        after: dict[str, list[Piece]] = {}
        for piece in self.new.pieces:
            after.setdefault(self.key(piece), []).append(piece)
        for piece in self.old.pieces:
            if self._free(piece):
                continue
            same = after.get(self.key(piece), [])
            if not same:
                if PERSON_WORD.search(piece.text):
                    wrong.append(f"lost with its place: {persons_words(piece.text)}")
                continue
            wrong += self._stands(piece, same.pop(0))
        old, new = (
            Counter(persons_words("".join(each.text for each in page.pieces)))
            for page in (self.old, self.new)
        )
        wrong += [f"{word} stands {new[word]} times now" for word in new if new[word] > old[word]]
        return wrong

    def _stands(self, piece: Piece, new: Piece) -> list[str]:
        """What people wrote in a piece of the page, and what stands in its place."""
        wrong = []
        own = not (piece.ids or piece.topic or new.ids)
        if own and piece.text.strip() != new.text.strip():
            wrong.append(f"a person's own text changed: {piece.text!r} to {new.text!r}")
        topic = piece.topic and not piece.ids and self._touched(piece)
        if topic and normal(piece.text) != normal(new.text):
            wrong.append(f"a person's topic changed: {piece.text!r} to {new.text!r}")
        words = persons_words(piece.text)
        if words != persons_words(new.text):
            wrong.append(f"{words} became {persons_words(new.text)}")
        hidden = {*persons_words(shown(piece.text))} - {*persons_words(shown(new.text))}
        if hidden:
            wrong.append(f"no more in sight: {hidden}")
        there = re.sub("'{6}", "", bare(new.text))
        wrong += [
            f"a person's sentence changed: {each!r}"
            for each in persons_sentences(piece.text)
            if each not in there
        ]
        kept = {balance(piece.text)} if self._touched(piece) else {balance(piece.text), 0}
        if balance(new.text) not in kept:
            wrong.append(f"a box is left open or closed twice: {new.text!r}")
        return wrong

    def _deleted(self) -> list[str]:
        """What people removed stays away, unless most of it was moved into another entry."""
        wrong = []
        parted = {key for pair in self.tale.desk.settings.wishes.different for key in pair}
        for piece in self.new.pieces:
            for key in entry_ids(piece) & self.tale.deleted.keys() - parted:
                was = self.led.get(key)
                lines = was.text.split("\n")[2:] if was else []
                moved = any(len(line) > 20 and line in piece.text for line in lines)
                if key in piece.ids or not (moved or self._led_here(key, piece)):
                    wrong.append(f"{key} was removed and is back in {piece.key}")
        topics = {each.topic for each in self.base.pieces} - {
            each.topic for each in self.old.pieces
        }
        named = self.tale.desk.settings.wishes.topics.values()
        wrong += [
            f"the topic {each.topic} was removed and is back"
            for each in self.new.pieces
            if each.topic in topics - {None, "other", *named}
        ]
        return wrong

    def _led_here(self, key: str, piece: Piece) -> bool:
        return any(key in entry_ids(each) and each.key == piece.key for each in self.old.pieces)

    def _anchors(self) -> list[str]:
        """Every id and former heading leads where it led; no anchor is doubled or out of sight."""
        wrong: list[str] = []
        names = self.tale.names
        made = cut(self.made.new)
        there = {
            *spans(self.made.new),
            *(named(inline.plain(each.heading)) for each in made.pieces),
        }
        living = {key: piece for piece in made.pieces for key in entry_ids(piece)}
        for pieces in (self.base.pieces, self.old.pieces):
            for piece in pieces:
                key = f"topic {piece.topic}" if piece.topic else next(iter(piece.ids), "")
                if not key or (pieces is self.old.pieces and key in self.twice):
                    continue
                if len({*piece.ids}) <= 1:
                    others = {each for each in spans(piece.text) if not each.startswith("faq-")}
                    names.setdefault(key, set()).update(others)
                names.setdefault(key, set()).add(named(inline.plain(piece.heading)))
                if key in living and not self._free(piece):
                    lost = entry_ids(piece) - living.keys() - self.stones - self.tale.deleted.keys()
                    wrong += [f"the anchor faq-{each} is lost" for each in lost]
        topics = {piece.topic for piece in made.pieces}
        for key in [*names]:
            alive = key in living or key.removeprefix("topic ") in topics
            if alive:
                # Quotes that don't pair are read anew where the bot moves a mark behind them.
                lost = {name for name in names[key] - there if name and "''" not in name}
                wrong += [f"the former heading {each!r} of {key} leads nowhere" for each in lost]
            else:
                del names[key]
        for piece in made.pieces:
            wrong += [f"{key} has no anchor" for key in piece.ids if f"faq-{key}" not in there]
            folded = [
                each
                for start, end in collapsed(piece.text)
                for each in spans(piece.text[start:end])
            ]
            if folded and self._touched(piece) is False:
                wrong.append(f"anchors in a box: {folded}")
        before, after = Counter(spans(self.tale.desk.text)), Counter(spans(self.made.new))
        wrong += [
            f"the anchor {each!r} stands {after[each]} times"
            for each in after
            if after[each] > max(1, before[each])
        ]
        return wrong

    def _sources(self) -> list[str]:
        """Each word of the sources is on the page, or it is known why not."""
        wrong = []
        wishes = self.tale.desk.settings.wishes
        faq = self.made.faq
        held = {each.entry.id for entry in (faq.held if faq else ()) for each in entry.answers}
        asked = self.tale.world.asked()
        why = self.stones | self.hidden | held
        groups: list[set[str]] = [{*pair} for pair in wishes.same]
        groups += [{*piece.ids} for piece in self.old.pieces if len({*piece.ids}) > 1]
        by_words: dict[str, set[str]] = {}
        for each, ids in asked:
            by_words.setdefault(each.meant, set()).update(ids)
        groups += by_words.values()
        current = {word for each, _ in asked for word in each.words()}
        excused = self.tale.dropped | self.tale.offered
        for each, ids in asked:
            owners = [piece for piece in self.new.pieces if ids & entry_ids(piece)]
            if not owners:
                if not why.intersection(*[_joined(ids, groups)]):
                    wrong.append(f"lost: {each.question!r} {sorted(ids)}")
                continue
            free = any(self._touched(piece) or self.tale.copied & {*piece.ids} for piece in owners)
            text = self.made.new if free else "".join(piece.text for piece in owners)
            missing = {*each.words()} - {*SOURCE_WORD.findall(text)} - excused
            if missing and not ids & why:
                wrong.append(
                    f"{missing} of {each.question!r} are lost in {[each.key for each in owners]}"
                )
        for piece in self.new.pieces:
            if piece.ids and not piece.topic and not self._touched(piece):
                stale = {*SOURCE_WORD.findall(piece.text)} - current
                if stale and piece.key not in {each.key for each in self.old.pieces}:
                    wrong.append(f"no source says {stale} in {piece.key}")
        before = Counter(SOURCE_WORD.findall(self.tale.desk.text))
        after = Counter(SOURCE_WORD.findall(self.made.new))
        # A mended question of an entry that gathers several isn't known again: it asks anew.
        mended = {word for each, ids in asked if len(ids) > 1 for word in each.words()}
        if not self.tale.desk.settings.restored:
            wrong += [
                f"{word} stands {after[word]} times"
                for word in after
                if after[word] > max(1, before[word]) and word not in mended
            ]
        return wrong

    def _reads_back(self) -> list[str]:
        page = read_page(self.made.new, TITLE)
        told = [key for _, _, keys in self.made.topics for key in keys]
        first = next((n for n, each in enumerate(page.segments) if each.topic), len(page.segments))
        above = [key for each in page.segments[:first] for key in each.entries]
        if [*page.alive()] != above + told:
            return [f"the page holds {page.alive()}, the plan tells {told}"]
        return []


def _joined(ids: set[str], groups: Sequence[set[str]]) -> set[str]:
    """The ids that people or the same words make one with some."""
    found = {*ids}
    while True:
        more = found.union(*(group for group in groups if group & found))
        if more == found:
            return found
        found = more


def drawn(random: Random) -> History:
    """A history for a campaign."""

    def edits() -> tuple[Edit, ...]:
        number = random.choice((0, 1, 1, 2, 3, 5))
        return tuple(
            Edit(random.choice(KINDS), random.randrange(1000), random.randrange(1000))
            for _ in range(number)
        )

    rounds = tuple(
        Round((random.choice(STEPS), random.randrange(1000)), edits(), random.random() < 0.5)
        for _ in range(random.randint(1, 4))
    )
    return History(random.randrange(10**6), random.choice((0, 0, 0, 0, 1, 2)), rounds)


NUMBERS = st.integers(0, 999)
EDITED = st.builds(Edit, st.sampled_from(KINDS), NUMBERS, NUMBERS)
ROUNDS = st.builds(
    Round,
    st.tuples(st.sampled_from(STEPS), NUMBERS),
    st.lists(EDITED, max_size=5).map(tuple),
    st.booleans(),
)
HISTORIES = st.builds(
    History,
    st.integers(0, 10**6),
    st.sampled_from((0, 0, 0, 1, 2)),
    st.lists(ROUNDS, min_size=1, max_size=4).map(tuple),
)


@tries(130)
@given(HISTORIES)
def test_whatever_people_and_sources_do_nothing_of_either_is_lost(history: History) -> None:
    assert not Tale(history).all()


EDITED_ONCE = History(
    seed=17,
    hold=0,
    rounds=(
        Round(("same", 0), (Edit("delete", 0, 0), Edit("own entry", 3, 1)), accept=True),
        Round(("talk", 1), (Edit("add paragraph", 2, 0), Edit("add sentence", 4, 1)), accept=True),
    ),
)
LINE = re.compile(r"Here (person\d{5}) put a few words of their own\.")
HIDDEN = r'<div class="mw-collapsible mw-collapsed">\g<0></div>'


def _moved_up(text: str) -> str:
    page = cut(text)
    page.pieces.insert(1, page.pieces.pop())
    return page.text()


def _back(text: str, base: str) -> str:
    page, now = cut(text), {key for piece in cut(text).pieces for key in piece.ids}
    lost = next(each for each in cut(base).pieces if each.ids and not now.intersection(each.ids))
    page.pieces.append(lost)
    return page.text()


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(lambda text, _: LINE.sub("", text, count=1), id="drops a sentence"),
        pytest.param(lambda text, _: LINE.sub(r"\g<0> \g<0>", text, count=1), id="doubles one"),
        pytest.param(lambda text, _: LINE.sub(HIDDEN, text, count=1), id="hides one"),
        pytest.param(
            lambda text, _: LINE.sub("Here \\1 put words.", text, count=1), id="rewords one"
        ),
        pytest.param(lambda text, _: text + " ", id="writes below its part"),
        pytest.param(
            lambda text, _: SOURCE_WORD.sub("", text, count=1), id="drops a source's word"
        ),
        pytest.param(lambda text, _: re.sub("wikifaq:gone", "wikifaq:", text), id="forgets"),
        pytest.param(
            lambda text, _: re.sub(r'<span id="faq-[a-z2-7]{10}">', "", text), id="anchors"
        ),
        pytest.param(lambda text, _: _moved_up(text), id="moves an entry"),
        pytest.param(_back, id="brings an entry back"),
    ],
)
def test_what_a_bot_might_do_to_the_page_is_seen(fault: Callable[[str, str], str]) -> None:
    tale = Tale(EDITED_ONCE)
    first = tale.base
    before = tale.desk.text
    assert not tale.round(EDITED_ONCE.rounds[0])
    base = tale.base
    tale.world.step(*EDITED_ONCE.rounds[1].step)
    for each in EDITED_ONCE.rounds[1].edits:
        assert tale.desk.edit(each)
    made = tale._plan(tale.desk.text, base, accept=True, hold=NO_HOLD)
    assert before != base != made.new
    assert not Look(tale, made).wrong()
    assert Look(tale, replace(made, new=fault(made.new, first))).wrong()


@cache
def _after_two_rounds() -> Desk:
    tale = Tale(EDITED_ONCE)
    assert not tale.all()
    return tale.desk


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_edit_edits_something(kind: str) -> None:
    desk = _after_two_rounds()
    tried = (
        Desk(desk.text, past=desk.past, held=("abcdefghij",)).edit(Edit(kind, a, b))
        for a in range(9)
        for b in range(9)
    )
    assert any(tried)
