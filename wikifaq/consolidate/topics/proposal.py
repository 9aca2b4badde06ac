"""Topics for a corpus that nobody has named any for, by what its questions speak of.

The titles come first: noun phrases that many questions hold and that tell them from the others
are chosen one after the other, each for the questions that none of those before it covers. What
is left goes where it is most alike, by the same placing as with topics that people named.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING

from wikifaq.consolidate.topics.evidence import Corpus
from wikifaq.consolidate.topics.phrases import Phrase, contained, phrases
from wikifaq.consolidate.topics.placer import Placer
from wikifaq.consolidate.topics.placing import OTHER, Placed
from wikifaq.consolidate.topics.words import STOP
from wikifaq.model import Topic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.consolidate.engine import Embedder, Question

FEWEST_QUESTIONS = 12
"""Below so many questions no topic is proposed."""

_PER_ROOT = 1.0
_MOST = 15
_FEWEST_HOLDERS = 2
_FEWEST_NEW = 4
_FEWEST_PLACED = 3
_WIDEST = 0.3
_SPECIFIC = {1: 1.0, 2: 1.5}
_MORE_SPECIFIC = 1.6
_NAME = 1.25
_OVERLAP = 0.6
_COVERED = 0.15
_KEYWORD_INSIDE = 0.7
_KEYWORDS_MOST = 8
_ID_LONGEST = 24


def propose(
    questions: Sequence[Question],
    *,
    embedder: Embedder | None = None,
    standing: Sequence[tuple[str, str]] = (),
    placed: Sequence[Placed] = (),
) -> tuple[Topic, ...]:
    """Return topics for some questions, in the order of how many each was chosen for.

    ``standing`` are the ids and titles of topics that stand already, in their order: they stay,
    and come first; ``placed`` are the questions under them. New ones are then proposed only for
    questions that fit none of them. Of fewer than FEWEST_QUESTIONS questions none is proposed.
    """
    kept = tuple(Topic(key, title) for key, title in standing if key != OTHER)
    if len(questions) < FEWEST_QUESTIONS:
        return kept
    loose = list(questions)
    if kept:
        under = {each.text for each in placed}
        made = Placer(kept, embedder=embedder, placed=placed).place(questions)
        loose = [
            each
            for each, placing in zip(questions, made, strict=True)
            if placing.topic == OTHER and each.text not in under
        ]
    room = max(0, min(_MOST, round(_PER_ROOT * math.sqrt(len(questions)))) - len(kept))
    fewest = _FEWEST_NEW if kept else _FEWEST_PLACED
    new = _chosen(Corpus.of(loose), kept, room=room, fewest=fewest)
    return (*kept, *_filled(new, questions, embedder=embedder, kept=kept, placed=placed))


def _filled(
    new: tuple[Topic, ...],
    questions: Sequence[Question],
    *,
    embedder: Embedder | None,
    kept: tuple[Topic, ...],
    placed: Sequence[Placed],
) -> tuple[Topic, ...]:
    """Leave out the topics under which hardly anything comes to stand."""
    if not new:
        return new
    made = Placer((*kept, *new), embedder=embedder, placed=placed).place(questions)
    count = {topic.id: sum(each.topic == topic.id for each in made) for topic in new}
    full = [topic for topic in new if count[topic.id] >= _FEWEST_PLACED]
    return tuple(sorted(full, key=lambda topic: (-count[topic.id], topic.id)))


def _chosen(corpus: Corpus, kept: Sequence[Topic], *, room: int, fewest: int) -> tuple[Topic, ...]:
    """Choose titles one after the other, the one that tells most of what is not covered yet."""
    texts = corpus.texts()
    found = phrases(texts, more=[each.answer for each in corpus.questions])
    # What all the questions that fit nowhere speak of may well be the one topic that is missing.
    widest = len(texts) if kept else max(fewest, _WIDEST * len(texts))
    fitting = [each for each in found if _FEWEST_HOLDERS <= len(each.holders) <= widest]
    worth = _worth(fitting, len(texts))
    covered: dict[int, float] = {}
    chosen: list[Phrase] = []
    titles = {topic.title.lower() for topic in kept}
    while len(chosen) < room:
        gains = [
            (-_gain(each, covered) * worth[each.key], each.key, each)
            for each in fitting
            if len(each.holders) >= fewest
            and sum(number not in covered for number in each.holders) >= _FEWEST_PLACED
            and each.title.lower() not in titles
            and not any(_same(each, other) for other in chosen)
        ]
        if not gains:
            break
        best = min(gains, key=lambda each: each[:2])[2]
        chosen.append(best)
        titles.add(best.title.lower())
        for number in best.holders:
            covered[number] = _COVERED
    ids = {topic.id for topic in kept} | {OTHER}
    topics = []
    for phrase in chosen:
        key = _slug(phrase.title, ids)
        ids.add(key)
        topics.append(_topic(key, phrase, chosen, fitting))
    return tuple(topics)


def _gain(phrase: Phrase, covered: Mapping[int, float]) -> float:
    return math.fsum(covered.get(number, 1.0) for number in sorted(phrase.holders))


def _worth(found: Sequence[Phrase], texts: int) -> dict[tuple[str, ...], float]:
    """How much a phrase tells: a longer one, a name and a rare one tell more.

    A part that mostly stands within one longer phrase is that one's, and tells little alone.
    """
    longer = contained(found)
    holders = {each.key: each.holders for each in found}
    worth = {}
    for each in found:
        rare = math.log((texts + 1) / len(each.holders))
        specific = _SPECIFIC.get(len(each.key), _MORE_SPECIFIC) * (_NAME if each.is_name else 1)
        inside = max(
            (len(holders[key] & each.holders) for key in longer.get(each.key, ())), default=0
        )
        alone = 1.0 if inside < _OVERLAP * len(each.holders) else 0.5
        worth[each.key] = rare * specific * alone
    return worth


def _same(a: Phrase, b: Phrase) -> bool:
    """Whether two phrases would make one topic: the one is within the other, or their texts."""
    if set(a.key) <= set(b.key) or set(b.key) <= set(a.key):
        return True
    common = len(a.holders & b.holders)
    return common >= _OVERLAP * min(len(a.holders), len(b.holders))


def _topic(key: str, phrase: Phrase, chosen: Sequence[Phrase], found: Sequence[Phrase]) -> Topic:
    others = [each for each in chosen if each is not phrase]
    near = [
        each
        for each in found
        if each is not phrase
        and len(each.holders & phrase.holders) >= _KEYWORD_INSIDE * len(each.holders)
        and not any(set(each.key) & set(other.key) for other in others)
    ]
    near.sort(key=lambda each: (-len(each.holders), each.key))
    words = dict.fromkeys(each.form.lower() for each in [phrase, *near[:_KEYWORDS_MOST]])
    acronyms = ((phrase.short, phrase.form),) if phrase.short else ()
    return Topic(key, phrase.title, tuple(words), acronyms)


def _slug(title: str, taken: set[str]) -> str:
    """An id for a title: its letters and figures, cut between words, unlike those taken."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "topic"
    if len(slug) > _ID_LONGEST:
        cut = slug[: _ID_LONGEST + 1]
        slug = (cut.rpartition("-")[0] or cut)[:_ID_LONGEST].strip("-")
        while slug.rpartition("-")[2] in STOP and "-" in slug:
            slug = slug.rpartition("-")[0]
    number, made = 2, slug
    while made in taken:
        tail = f"-{number}"
        made = slug[: _ID_LONGEST - len(tail)].rstrip("-") + tail
        number += 1
    return made
