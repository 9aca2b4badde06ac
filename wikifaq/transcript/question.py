"""A question's words: the marks, the number, the asker and the addressee taken off."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.model import Span
from wikifaq.transcript.kind import entry_kind, follows_on, thanks
from wikifaq.transcript.signature import signature
from wikifaq.transcript.wikitext import SIGNERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.transcript.draft import Draft
    from wikifaq.transcript.wikitext import Wikitext
    from wikifaq.transcript.words import Words

_BOLD = re.compile(r"(?P<marks>'{2,5})(?!')(?P<inner>(?:(?!'').)+)(?P=marks)\s*\Z", re.DOTALL)
_NUMBER = re.compile(r"\(?(?:(?:\d{1,3}\.)+(\d{1,3})(?:[.)]\s*|\s+)|(\d{1,3})[.)]\s*)(?=[^\s\d])")
_FEWEST_NUMBERED = 2
_QUOTED = re.compile(r"[“\"«„「]([^“”\"«»„」]{4,40})[”\"»“」]")
_FEW_WORDS = 8
_FEWEST_LABELLED = 2
_MOST_LABELLED = 0.6  # of the questions
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 80  # characters


class Opened(NamedTuple):
    """A question's words without marks and signature, who signed it, and to whom it is put."""

    words: tuple[Span, ...]
    asker: str | None
    addressee: str | None


def open_question(page: Wikitext, words: Sequence[Span]) -> Opened:
    """Take marks, bold letters around the whole and the signature off a question's words."""
    spans = list(words)
    asker = addressee = None
    if page.may_be_signed(spans[-1].start, spans[-1].end):
        end = signature(page.cut(spans[-1]), SIGNERS)
        if end is not None:
            last = spans.pop()
            asker = end.author
            kept = page.text[last.start : last.start + end.start].rstrip()
            if kept.strip() or not spans:
                spans.append(Span(last.start, last.start + len(kept)))
    first = _unbold(page, spans[0])
    mark = page.mark(first) if page.marked else None
    if mark and mark.kind == "question" and mark.end < first.end:
        stop = first.end
        if mark.bold and page.text.endswith(mark.bold, mark.end, stop):
            stop -= len(mark.bold)
        first = _unbold(page, Span(mark.end, stop))
        asker, addressee = asker or mark.name, mark.addressee
    spans[0] = first
    return Opened(tuple(spans), asker, addressee)


def _unbold(page: Wikitext, span: Span) -> Span:
    if not page.text.startswith("''", span.start):
        return span
    whole = _BOLD.fullmatch(page.text, span.start, span.end)
    if whole is None:
        return span
    inner = whole["inner"]
    start = whole.start("inner") + len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()))


def number_questions(page: Wikitext, drafts: Sequence[Draft]) -> None:
    """Take numbers off questions that count on, and tie those that count from 1 to a preamble.

    A preamble stands right above the first, in the same section, and has no answer of its own.
    """
    found = [
        (n, int(match[1] or match[2]), match.end())
        for n, draft in enumerate(drafts)
        if (match := _NUMBER.match(page.text, *draft.words[0]))
    ]
    counting = [
        number == 1 or (n > 0 and found[n - 1][1] == number - 1)
        for n, (_, number, _) in enumerate(found)
    ]
    if sum(counting) < _FEWEST_NUMBERED:
        return
    preamble: int | None = None
    for (n, number, start), counts in zip(found, counting, strict=True):
        if not counts:
            continue
        words = drafts[n].words
        drafts[n].words = (Span(start, words[0].end), *words[1:])
        if number == 1:
            preamble = n - 1 if n and _is_preamble(drafts, n) else None
        if preamble is not None and preamble == n - number and drafts[n].parent is None:
            drafts[n].parent = preamble


def _is_preamble(drafts: Sequence[Draft], first: int) -> bool:
    """Whether the draft above the first of numbered questions is only asked by them."""
    above, under = drafts[first - 1], drafts[first]
    return not above.answer and (above.region is under.region or above.titled)


def asking_labels(page: Wikitext, drafts: Sequence[Draft]) -> frozenset[str]:
    """The names that questions are labelled with, on a page that labels most of them.

    "Ana Bo: When …?" names who asks where answers are labelled so as well; a word that the page
    uses otherwise ("Safety: who …?") is no name.
    """
    names = [
        label.name for draft in drafts if draft.words and (label := page.label(draft.words[0]))
    ]
    if len(names) < _FEWEST_LABELLED or len(names) < _MOST_LABELLED * len(drafts):
        return frozenset()
    used = [word for name in set(names) for word in name.lower().split()]
    words = set(_WORD.findall(page.text))
    return frozenset(names) if words.isdisjoint(used) else frozenset()


def word_question(page: Wikitext, draft: Draft, speakers: frozenset[str], kind: str) -> None:
    """Read a draft's question as text: who asks whom, what, and of what kind it is.

    ``speakers`` are the names that count as labels. ``kind`` is that of the page: on an FAQ page
    all that is answered is a question, and on a talk page what asks nothing is a remark.
    """
    words = list(draft.words)
    opening = page.cut(words[0])
    asked_by = page.label(words[0])
    if asked_by and (asked_by.name in speakers or thanks(opening[asked_by.end :], page.languages)):
        draft.asker = asked_by.name
        words[0] = Span(words[0].start + asked_by.end, words[0].end)
    draft.question = " ".join(filter(None, map(page.plain, words)))
    draft.markup = " ".join(map(page.cut, words))
    draft.kind = entry_kind(
        draft.question, page.languages, titled=draft.titled, posted=kind == "talk"
    )
    if draft.kind == "request" and kind == "faq":
        draft.kind = "question"  # "I forgot my password": what stands there asks what to do
    draft.addressee = draft.addressee or addressee(draft.question, page.languages)
    if draft.kind == "missing":
        draft.question = draft.markup = ""


def addressee(question: str, languages: tuple[Words, ...]) -> str | None:
    """The person of "For Amanda - …" or "Question for Amanda: …"."""
    match = _addressed(languages).match(question)
    return match[1] if match else None


@lru_cache(maxsize=64)
def _addressed(languages: tuple[Words, ...]) -> re.Pattern[str]:
    openings = "|".join(re.escape(word) for words in languages for word in words.addressed)
    name = r"[^\W\d_a-z]\w+"
    return re.compile(rf"(?i:{openings})\s+({name}(?:\s{name})?)\s*[-–—:]\s")


def tie(page: Wikitext, drafts: Sequence[Draft]) -> None:
    """Tie questions that can't be read alone to the question above them.

    They open with words that say so, or they are short and quote a word of it.
    """
    for n, draft in enumerate(drafts):
        if n == 0 or draft.follows is not None or draft.parent is not None:
            continue
        above = next((m for m in range(n - 1, -1, -1) if drafts[m].parent is None), None)
        if above is None:
            continue
        if follows_on(draft.question, page.languages) or _quotes(
            draft.question, drafts[above].question
        ):
            draft.follows = above


def _quotes(question: str, above: str) -> bool:
    """Whether a short question quotes a word that the one above uses, in the same form or not."""
    if len(question) > _SHORT or len(question.split()) > _FEW_WORDS:
        return False
    match = _QUOTED.search(question)
    return match is not None and match[1].lower() in above.lower()
