"""An answer as it is read for its question: what each sentence says, and how it stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate import english_cues as english
from wikifaq.consolidate.answer_words import ANSWER_WORDS
from wikifaq.consolidate.asked_for import Asked
from wikifaq.consolidate.extract_bars import ASKS, bars
from wikifaq.consolidate.extract_sentences import Sentence, answer_sentences
from wikifaq.consolidate.question_terms import QuestionTerms
from wikifaq.consolidate.tense import is_past
from wikifaq.transcript.asking import ends_asking
from wikifaq.transcript.language import languages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.model import Answer

_LED, _SUBJECT, _COMMITTED = 0.8, 0.35, 0.4
"""How directly a sentence answers that concludes, opens with what was asked, or with "we"."""

_NEAR = 8  # words at the start of a sentence that say what it is about
_SAME = 0.5  # of a question's words, by which a sentence restates it
_BARE = 3  # words of a yes or no that says nothing by itself
_TINY = 6  # words of a sentence that puts no question by itself
_SOON = 3  # sentences at the start of an answer among which a yes or no is one to the question
_REMARK = 10  # words of a sentence that does little but quote the question
_SLOW = 4  # sentences after which what is said has half the place of the first
_PAST_ANSWERS = frozenset(("why", "hindsight"))
_ASKS_OF_PAST = re.compile(
    r"(?:\A\W*|[,;:]\s|\b(?:why|how|what|who|when|where|which|much|many|that|and|\w+s)\s)"
    r"(?:has|have|had|did|was|were)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{8,80})[\"”“»]")
_IF = re.compile(
    r"(?:(?:if|in case|when|wenn|falls|si|se|als|jeśli|jeżeli|gdy|если|якщо|अगर|यदि|إذا)(?!\w)|"
    r"もし|如果)",
    re.IGNORECASE,
)


class Read(NamedTuple):
    """A sentence, with what is read off it once.

    ``bar`` says why no extract begins with it. ``kind`` is how well it answers in kind (a time to
    a when), ``said`` in words how; ``direct`` how plainly it answers, ``early`` how soon it
    stands. The others are what speaks against it (``tells``: it belongs to background that was
    announced); ``answers_itself`` is whether it asks, and the next one says yes or no.
    """

    sentence: Sentence
    terms: frozenset[str]
    bar: str | None
    asks: bool
    answers_itself: bool
    kind: float
    said: str
    direct: float
    early: float
    lead_in: float
    tells: bool
    background: bool
    leans: bool
    concedes: bool
    meta: bool
    personal: bool
    past: bool
    announces: bool
    conditional: bool
    elsewhere: bool


class _Place(NamedTuple):
    """Where a sentence stands: what comes before it in the answer, and in its turn."""

    before: float  # sentences that say something
    led_in: bool  # whether the turn is nothing but lead-in so far
    last: Read | None
    following: str | None
    elsewhere: bool


class Reading:
    """An answer with its question, read."""

    def __init__(self, answer: Answer) -> None:
        """``answer`` has at least one turn."""
        entry = answer.entry
        self.turns = entry.answer
        self._asker = entry.asker
        self.code = languages_of("\n\n".join(turn.text for turn in self.turns))[0].code
        self.bars = bars(self.code)
        self.asked = Asked(entry.question, self.code)
        every = answer_sentences(self.turns, self.code)
        self.terms = QuestionTerms(
            entry.question,
            self.asked.sentences,
            [each.text for turn in every for each in turn],
            parent=answer.parent.question if answer.parent else "",
            code=self.code,
        )
        self._english = self.code == "en"
        asking = self.asked.sentences
        self._told = not self._english or any(map(english.asks_for_self, asking))
        self._of_past = (
            not self._english
            or not _PAST_ANSWERS.isdisjoint(self.asked.kinds)
            or any(is_past(each) or _ASKS_OF_PAST.search(each) for each in asking)
        )
        self._question = " ".join(asking).lower()
        known = ANSWER_WORDS.get(self.code, ANSWER_WORDS["en"])
        self._concluding = self.bars.opening(known.concluding)
        self._background = self.bars.opening(known.background)
        self._meta = self.bars.within(known.meta)
        self.corrected = self._corrected(every)
        """The turn and number of the sentence that says last that something before is wrong."""
        self.sentences = self._read_all(every)

    def is_open(self, turn: int) -> bool:
        """Whether a turn may be shown: not those of people who ask."""
        said = self.turns[turn]
        return not said.audience and (said.speaker is None or said.speaker != self._asker)

    def _read_all(self, every: Sequence[Sequence[Sentence]]) -> list[list[Read]]:
        found: list[list[Read]] = []
        before, elsewhere = 0.0, False
        for turn, sentences in enumerate(every):
            read: list[Read] = []
            led_in, is_open = True, self.is_open(turn)
            if not is_open:
                elsewhere = elsewhere or any(ends_asking(each.text) for each in sentences)
            for sentence in sentences:
                behind = sentences[sentence.number + 1 : sentence.number + 2]
                following = behind[0].text if behind else None
                last = read[-1] if read else None
                each = self._read(sentence, _Place(before, led_in, last, following, elsewhere))
                read.append(each)
                led_in = led_in and each.lead_in > 0
                if not each.asks and is_open:
                    before += 1 - max(each.lead_in, 0.5 * each.meta)
            found.append(read)
        return found

    def _read(self, sentence: Sentence, place: _Place) -> Read:
        text, last = sentence.text, place.last
        terms = self.terms.of(text)
        plain = self.bars.is_plain(text)
        lead_in = self._lead_in(sentence)
        bar = self._bar(sentence, place, plain=plain)
        asks = bar == ASKS
        kind, said = self._kind(text, place, plain=plain)
        tells = self._tells(sentence, last)
        return Read(
            sentence=sentence,
            terms=terms,
            bar=bar or ("is lead-in" if lead_in == 1 else None),
            asks=asks,
            answers_itself=asks
            and place.following is not None
            and self.bars.is_plain(place.following),
            kind=kind,
            said=said,
            direct=self._direct(text, terms, place, plain=plain),
            early=1 / (1 + place.before / _SLOW),
            lead_in=lead_in,
            tells=tells,
            background=tells or self._background.match(text) is not None,
            leans=self._english
            and place.before > 0
            and english.points_back(text)
            and not self._is_explained(text),
            concedes=self.bars.concedes(text),
            meta=any(each[0].lower() not in self._question for each in self._meta.finditer(text)),
            personal=not self._told and english.is_of_self(text),
            past=not self._of_past and is_past(text),
            announces=self.bars.announces(text),
            conditional=_IF.match(text) is not None,
            elsewhere=place.elsewhere,
        )

    def _bar(self, sentence: Sentence, place: _Place, *, plain: bool) -> str | None:
        """Why no extract begins with a sentence, if none does."""
        bar = self.bars.beginning(sentence.text, opens=place.before < 1)
        if bar and bar != ASKS and self._is_explained(sentence.text):
            bar = None
        if plain and place.last and self._puts(place.last, bare=sentence.words <= _BARE):
            return bar or "answers what the speaker asked"
        if plain and not place.last and place.before >= 1 and sentence.words <= _BARE:
            return bar or "agrees with the speaker before"
        return bar

    def _lead_in(self, sentence: Sentence) -> float:
        """How much of a sentence is lead-in; one that quotes the question remarks upon it."""
        figure = self.bars.lead_in(sentence)
        if not any(each[1].lower() in self._question for each in _QUOTED.finditer(sentence.text)):
            return figure
        return 1.0 if sentence.words <= _REMARK else max(figure, 0.5)

    def _is_explained(self, text: str) -> bool:
        """Whether a sentence opens by pointing at something that the question names."""
        noun = english.pointed_at(text) if self._english else None
        return noun is not None and self.terms.has(noun)

    def _kind(self, text: str, place: _Place, *, plain: bool) -> tuple[float, str]:
        """How well a sentence answers in kind, and in words how."""
        kind, said = self.asked.fit(text, plain=plain)
        last = place.last
        if last and last.announces and self.bars.opens_enumeration(text):
            kind, said = max((kind, said), (last.kind, last.said))
        reasoned = self._english and english.gives_reason_before(place.following or "")
        return (1.0, "says why") if reasoned and "why" in self.asked.kinds else (kind, said)

    def _direct(self, text: str, terms: frozenset[str], place: _Place, *, plain: bool) -> float:
        """How plainly a sentence answers."""
        soon = place.before < _SOON or place.led_in
        if plain and soon and "yes or no" in self.asked.kinds:
            return 1.0
        if self._concluding.match(text):
            return _LED
        if self._english and self._opens_with_answer(text, terms):
            return _LED
        about = self.terms.covered(self.terms.of(" ".join(text.split()[:_NEAR]))) if terms else 0.0
        commits = english.commits(text)
        return max(_SUBJECT * min(1.0, 2 * about), _COMMITTED * commits)

    def _tells(self, sentence: Sentence, last: Read | None) -> bool:
        """Whether background was announced, and goes on: in the past, in the same paragraph."""
        if last is None or english.announces_background(last.sentence.text):
            return last is not None
        between = self.turns[sentence.turn].text[last.sentence.span.end : sentence.span.start]
        return last.tells and self._english and is_past(sentence.text) and "\n\n" not in between

    def _opens_with_answer(self, text: str, terms: frozenset[str]) -> bool:
        """Whether an English sentence opens with what it is, what hinders, or what is thought."""
        kinds, named = self.asked.kinds, self.terms.covered(terms) > 0
        if "why" in kinds and english.says_what_hinders(text):
            return True
        if "opinion" in kinds and named and english.takes_stance(text):
            return True
        return english.says_open(text) or (named and english.is_cleft(text))

    def _puts(self, read: Read, *, bare: bool) -> bool:
        """Whether a sentence puts a question, and another than the one that was asked.

        A ``bare`` yes or no can't be read without it in either case.
        """
        asks = read.asks or (self._english and english.puts_question(read.sentence.text))
        return (
            asks
            and read.sentence.words > _TINY
            and (bare or self.terms.covered(read.terms) < _SAME)
        )

    def _corrected(self, every: Sequence[Sequence[Sentence]]) -> tuple[int, int]:
        last = (-1, -1)
        for turn, sentences in enumerate(every):
            if self.is_open(turn):
                for sentence in sentences:
                    if self.bars.corrects(sentence.text):
                        last = (turn, sentence.number)
        return last
