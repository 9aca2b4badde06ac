"""Questions as parameters of a template, or as the title of a box that templates make."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from wikifaq.model import Span
from wikifaq.transcript.call import calls, trimmed
from wikifaq.transcript.candidate import Candidate, Piece, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikifaq.transcript.call import Call
    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext

# What templates call the title of a box, and what is in it.
_TITLES = (
    "title",
    "header",
    "heading",
    "head",
    "summary",
    "titel",
    "titre",
    "título",
    "заголовок",
    "标题",
    "標題",
)
_CONTENTS = (
    "content",
    "contents",
    "text",
    "body",
    "inhalt",
    "contenu",
    "contenido",
    "содержание",
    "текст",
    "内容",
)

_ALIKE = 2
_FIGURES = "0123456789"
_LONGEST_TITLE = 2000  # characters


def templated(page: Wikitext, rows: Sequence[Row], first: int, end: int) -> Reading | None:
    """Read rows that are templates: calls with question and answer, boxes around an answer."""
    candidates: list[Candidate] = []
    called = [
        (at, call)
        for at in range(first, end)
        if page.text.startswith("{{", rows[at].body.start)
        for call in calls(page.text, rows[at].body)
    ]
    if not called:
        return None
    asking = _that_ask(page)
    names = Counter(call.name for _, call in called)
    box: Candidate | None = None
    opened = ""
    beside: list[tuple[int, Span]] = []
    for (at, call), after in zip(called, _texts_after(page, rows, called), strict=True):
        found = list(_of_call(page, call, at, asking))
        titled = None if found else _title(page, call, asking)
        if titled is not None and names[call.name] == 1 and not _is_closed(call, names):
            titled = None
        if box is not None and (found or titled is not None or _closes(call, opened, names)):
            box.end, box = max(at, box.start), None
        if titled is not None:
            box = Candidate((titled,), at, at + 1, end, page.asks(titled), answered=True)
            opened = call.name
            found = [box]
        if box is not None and at == box.first and after.start < after.end:
            box.pieces += (Piece(after),)
        else:
            beside.append((at, after))
        candidates += found
    for candidate in candidates:
        candidate.answered = bool(candidate.pieces) or candidate.end > candidate.start
    held = {each.first for each in candidates}
    answers = {at for each in candidates for at in range(each.start, each.end)}
    unread = [span for at, span in beside if at in held - answers]
    return Reading("template", candidates, 1.0, unread=unread) if candidates else None


def _texts_after(
    page: Wikitext, rows: Sequence[Row], called: Sequence[tuple[int, Call]]
) -> Iterator[Span]:
    """For each call, the text after it, up to the next or to the end of its row."""
    for (at, call), following in zip(called, [*called[1:], None], strict=True):
        same = following is not None and following[0] == at
        stop = following[1].span.start if following and same else rows[at].body.end
        yield trimmed(page.text, call.span.end, stop)


def _that_ask(page: Wikitext) -> frozenset[str]:
    """The templates whose titles ask, on the page as a whole: half of its calls at least."""
    if page.asking_templates is None:
        asked: dict[str, list[bool]] = {}
        for call in calls(page.text, Span(0, len(page.text))):
            title = call.named(*_TITLES) or next(iter(call.positional), None)
            if title is not None and title.end - title.start <= _LONGEST_TITLE:
                asked.setdefault(call.name, []).append(page.asks(title))
        page.asking_templates = frozenset(
            name for name, found in asked.items() if sum(found) * 2 >= len(found)
        )
    return page.asking_templates


def _of_call(page: Wikitext, call: Call, at: int, asking: frozenset[str]) -> Iterator[Candidate]:
    """The question and answer of a call that holds both; several where they are numbered."""
    if not call.parameters:
        return
    asked_names = {each: None for words in page.languages for each in words.question_marks}
    answer_names = {each: None for words in page.languages for each in words.answer_marks}
    values = {
        (parameter.name or "").replace(" ", "").replace("_", ""): parameter.value
        for parameter in call.parameters
        if parameter.name and page.plain(parameter.value)
    }
    names = list(values)
    asked = [
        n
        for n, name in enumerate(names)
        if (stem := name.rstrip(_FIGURES)) in asked_names or stem in _TITLES
    ]
    for n, stop in pairwise([*asked, len(names)]):
        number = names[n][len(names[n].rstrip(_FIGURES)) :]
        told = [name for name in names[n:stop] if name.removesuffix(number) in answer_names]
        # Where all questions stand first, the number tells which answer is whose.
        told = told or [name for name in names if name in {each + number for each in answer_names}]
        pieces = tuple(Piece(values[name]) for name in told)
        if pieces:
            question = values[names[n]]
            yield Candidate((question,), at, at + 1, at + 1, page.asks(question), pieces=pieces)
    if any(name.rstrip(_FIGURES) in (*asked_names, *answer_names) for name in values):
        return
    title = call.named(*_TITLES)
    given = [value for value in call.positional if page.plain(value)]
    content = call.named(*_CONTENTS)
    if title is None and given:
        title, given = given[0], given[1:]
    if content is not None:
        given = [content]
    if title is not None and given and call.name in asking and _is_text(page, given[0]):
        pieces = tuple(Piece(value) for value in given)
        yield Candidate((title,), at, at + 1, at + 1, page.asks(title), pieces=pieces)


def _is_text(page: Wikitext, span: Span) -> bool:
    """Whether a value reads as a sentence and not as a setting."""
    return len(page.plain(span).split()) > 1 or any(ch > "\u2e80" for ch in page.plain(span))


def _title(page: Wikitext, call: Call, asking: frozenset[str]) -> Span | None:
    """The title of a box whose content follows the call, where such titles ask."""
    if call.name not in asking:
        return None
    title = call.named(*_TITLES) or next(iter(call.positional), None)
    return title if title is not None and page.plain(title) else None


def _is_closed(call: Call, names: Iterable[str]) -> bool:
    """Whether another template is named as one that closes what a call opens."""
    return any(name != call.name and name[:_ALIKE] == call.name[:_ALIKE] for name in names)


def _closes(call: Call, opened: str, names: Counter[str]) -> bool:
    """Whether a call closes a box: it says nothing, and is named alike, or stands as often."""
    return not call.parameters and (
        call.name[:_ALIKE] == opened[:_ALIKE] or names[call.name] >= max(names[opened], _ALIKE)
    )
