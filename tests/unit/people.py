"""People who edit the FAQ's page, and sources that move on meanwhile: invented, from numbers.

Each edit is a kind and two numbers, so that a history can be drawn, kept, shrunk and told again.
What a person writes holds a word that stands nowhere else (``person00017``), and so does each
sentence of the sources (``zabodiku``): by them it is seen what becomes of both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate.likeness import likeness, nearest
from wikifaq.consolidate.wishes import Wishes
from wikifaq.model import Page, Transcript
from wikifaq.page.settings import Settings
from wikifaq.transcript import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

QUESTIONS = """Is the green tea hot enough in winter?|When does the door of the house open?
Who mends the roof above the kitchen?|How much milk goes into a cup of chai?
What is your favourite colour of all?|May dogs sleep under the benches?
Why did the choir stop rehearsing here?|Which bus stops nearest to the garden?
Can I pay by cheque at the counter?|Where are lost umbrellas collected?
How do volunteers join the night shift?|Will the library lend atlases again?
Does anybody repair violins in this street?|What happens to leftover scones?
Are the lanterns lit during a storm?|How often is the chimney swept?
Who chose the wallpaper in the parlour?|Could the pond freeze before December?
Is there a discount for schoolteachers?|When were the apple trees planted?
Do you sell honey from your own hives?|Which languages are spoken by the waiters?
Should visitors take off their shoes?|How is the spring water filtered?
What became of the old piano?|Why are the curtains always drawn on Mondays?
Where can cyclists leave their helmets?|Has the cellar ever been flooded?
Who feeds the goldfish over Easter?|Can the terrace be hired for weddings?""".replace(
    "\n", "|"
).split("|")
FRAMES = """The keeper wrote {} on the board by the window.
Nobody here remembers {} any more.
We ask everybody to bring {} along, e.g. in a basket.
That is said of {} in [[Tea/Leaf|the leaf book]].
It was '''never''' meant for {}, or so they say!
Some call it {}; others don't.
Between May and June {} is closed.
Have you tried {} yet?
See [[Garden]] for {} and the like.
Dr. Moss counted {} twice (and once more).
{} it is.
In the yard stands {} with a ''red'' handle.""".split("\n")
SPEAKERS = ("Ana: ", "Bo (Carpenter): ", "Cy: ", "", "")
SOURCE_WORD = re.compile(r"\bz(?:[bdgklmnprstv][aeiou]){4}\b")
PERSON_WORD = re.compile(r"person\d{5}")


def source_word(number: int) -> str:
    made = "z"
    for _ in range(4):
        number, rest = divmod(number, 60)
        made += "bdgklmnprstv"[rest // 5] + "aeiou"[rest % 5]
    return made


@dataclass(frozen=True)
class Asked:
    """A question as a conversation has it; ``turns`` are paragraphs of sentences, by speaker."""

    question: str
    turns: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    meant: str = ""

    def wikitext(self) -> str:
        lines = [f"* {self.question}"]
        for speaker, paragraphs in self.turns:
            said = [" ".join(sentences) for sentences in paragraphs if sentences]
            lines += [f"** {speaker * (n == 0)}{text}" for n, text in enumerate(said)]
        return "\n".join(lines)

    def words(self) -> list[str]:
        return SOURCE_WORD.findall(self.wikitext())


@dataclass(frozen=True)
class Conversation:
    title: str
    page_id: int
    revision: int
    asked: tuple[Asked, ...]

    def transcript(self) -> Transcript:
        text = "\n".join(["== Notes ==", *(each.wikitext() for each in self.asked), ""])
        return _read(self.title, text, self.page_id, self.revision)


@cache
def _read(title: str, text: str, page_id: int, revision: int) -> Transcript:
    return read(Page(title, text, page_id, revision))


STEPS = ("same", "same", "talk", "talk", "typo", "mend", "change", "grow", "cut", "drop", "rename")


class World:
    """The sources, as they move on."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._number = self._revision = self._page = 0
        self.talks: list[Conversation] = []
        self.pool = self._random.sample(QUESTIONS, 14)
        self.lineage: dict[tuple[int, str], set[str]] = {}
        self.step("talk", 0)
        self.step("talk", 1)

    def transcripts(self) -> tuple[Transcript, ...]:
        return tuple(talk.transcript() for talk in self.talks)

    def asked(self) -> list[tuple[Asked, set[str]]]:
        """The answered questions, with the ids that they have or had before they were mended."""
        found = []
        for talk in self.talks:
            ids = {entry.question: entry.id for entry in talk.transcript().entries}
            for each in talk.asked:
                known = self.lineage.setdefault((talk.page_id, each.meant), set())
                known.add(ids[each.question])
                if each.words():
                    found.append((each, known))
        return found

    def step(self, kind: str, at: int) -> None:
        random = self._random
        if kind == "talk":
            self._page += 1
            month = self._page
            title = f"Tea hour/{2020 + month // 12}-{month % 12 + 1:02}-05"
            some = random.sample(self.pool, 4 + at % 4)
            asked = tuple(self._asked(each) for each in some)
            if len(self.talks) < 6:
                self.talks.append(Conversation(title, 700 + self._page, self._next(), asked))
            return
        where = at % len(self.talks)
        talk = self.talks[where]
        if kind == "rename":
            self.talks[where] = replace(talk, title=f"{talk.title} ({self._next()})")
        elif kind == "drop" and len(talk.asked) > 1:
            self._put(where, tuple(each for n, each in enumerate(talk.asked) if n != at % 3))
        elif kind in {"typo", "mend", "change", "grow", "cut"}:
            number = (at // 7) % len(talk.asked)
            each = getattr(self, f"_{kind}")(talk.asked[number])
            if each != talk.asked[number]:
                self._put(where, (*talk.asked[:number], each, *talk.asked[number + 1 :]))

    def _put(self, where: int, asked: tuple[Asked, ...]) -> None:
        self.asked()  # the ids that go are remembered
        self.talks[where] = replace(self.talks[where], asked=asked, revision=self._next())

    def _next(self) -> int:
        self._revision += 1
        return 5000 + self._revision

    def _sentence(self) -> str:
        self._number += 1
        text = self._random.choice(FRAMES).format(source_word(self._number * 7919))
        return text[0].upper() + text[1:] if not text.startswith("z") else text

    def _asked(self, question: str) -> Asked:
        random = self._random
        turns = tuple(
            (
                random.choice(SPEAKERS) if number else "Ana: ",
                tuple(
                    tuple(self._sentence() for _ in range(random.choice((1, 1, 2, 3))))
                    for _ in range(random.choice((1, 1, 2)))
                ),
            )
            for number in range(random.choice((1, 1, 2)))
        )
        return Asked(question, turns, question)

    def _typo(self, each: Asked) -> Asked:
        longest = max(re.findall(r"\w+", each.meant), key=len)
        wrong = each.meant.replace(longest, longest[:-3] + longest[-2:], 1)
        there = {"": likeness(each.question, 1)}
        return replace(each, question=wrong) if nearest(wrong, 1, there) is not None else each

    def _mend(self, each: Asked) -> Asked:
        there = {"": likeness(each.question, 1)}
        return (
            replace(each, question=each.meant)
            if nearest(each.meant, 1, there) is not None
            else each
        )

    def _change(self, each: Asked) -> Asked:
        return self._said(each, lambda said, at: [*said[:at], self._sentence(), *said[at + 1 :]])

    def _grow(self, each: Asked) -> Asked:
        return self._said(each, lambda said, at: [*said[:at], self._sentence(), *said[at:]])

    def _cut(self, each: Asked) -> Asked:
        if sum(len(p) for _, paragraphs in each.turns for p in paragraphs) < 2:
            return each
        return self._said(each, lambda said, at: [*said[:at], *said[at + 1 :]])

    def _said(self, each: Asked, change: Callable[[list[str], int], list[str]]) -> Asked:
        turns = [(speaker, list(paragraphs)) for speaker, paragraphs in each.turns]
        _, paragraphs = self._random.choice(turns)
        at = self._random.randrange(len(paragraphs))
        sentences = paragraphs[at]
        paragraphs[at] = tuple(change([*sentences], self._random.randrange(max(1, len(sentences)))))
        return replace(each, turns=tuple((who, tuple(said)) for who, said in turns))


_HEADING = re.compile(r"^={1,3}(?!=).*=[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--\s*faq(-topic)?\s+([a-z0-9-]+)[^>]*-->")
_SPANS = re.compile(r'(?:<span\s+id="[^"<>\n]*"\s*>\s*)+')
_TAIL = re.compile(r"<!-- wikifaq:(?!begin)\w+\b")


class Piece(NamedTuple):
    """From one heading to the next, as anybody may read it off the page's text."""

    text: str

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(m[2] for m in _COMMENT.finditer(self.text) if not m[1])

    @property
    def topic(self) -> str | None:
        return next((m[2] for m in _COMMENT.finditer(self.text) if m[1]), None)

    @property
    def key(self) -> str:
        own = f"topic {self.topic}" if self.topic else " ".join(dict.fromkeys(self.ids))
        return own or f"own {self.heading}"

    @property
    def heading(self) -> str:
        return bare(self.text.partition("\n")[0]).strip("= ")


class Cut(NamedTuple):
    """The page's text in pieces."""

    before: str
    begin: str
    lead: str
    pieces: list[Piece]
    tail: str
    after: str

    def text(self) -> str:
        inside = "".join(piece.text for piece in self.pieces)
        return self.before + self.begin + self.lead + inside + self.tail + self.after


def cut(text: str) -> Cut:
    begin = re.search(r"<!-- wikifaq:begin[^>]*-->", text)
    end = re.search(r"<!-- wikifaq:end -->", text)
    assert begin
    assert end
    tail = _TAIL.search(text, begin.end())
    assert tail
    inside = text[begin.end() : tail.start()]
    starts = [match.start() for match in _HEADING.finditer(inside)]
    ends = [*starts[1:], len(inside)][: len(starts)]
    pieces = [Piece(inside[a:b]) for a, b in zip(starts, ends, strict=True)]
    return Cut(
        text[: begin.start()],
        begin[0],
        inside[: starts[0]] if starts else inside,
        pieces,
        text[tail.start() : end.end()],
        text[end.end() :],
    )


def bare(text: str) -> str:
    """The text less the bot's comments and anchors."""
    return re.sub(r'<!-- (?:faq|wikifaq)[^>]*-->|<span\s+id="[^"]*"\s*>|</span>', "", text)


class Edit(NamedTuple):
    kind: str
    a: int
    b: int


@dataclass
class Desk:
    """What a person sees before an edit, and what the edits leave."""

    text: str
    past: list[str] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)
    number: int = 0
    held: tuple[str, ...] = ()
    restored: set[str] = field(default_factory=set)
    renewed: set[str] = field(default_factory=set)

    def edit(self, edit: Edit) -> bool:
        """Make the edit, if there is something to make it at."""
        text, settings = self.text, self.settings
        EDITS[edit.kind](self, edit.a, edit.b)
        return (text, settings) != (self.text, self.settings)

    def line(self) -> str:
        """A sentence of a person's."""
        return f"Here {self.word()} put a few words of their own."

    def word(self) -> str:
        self.number += 1
        return f"person{self.number:05}"


EDITS: dict[str, Callable[[Desk, int, int], None]] = {}


def _entries(page: Cut) -> list[int]:
    return [n for n, piece in enumerate(page.pieces) if piece.ids and not piece.topic]


def _topics(page: Cut) -> list[int]:
    return [n for n, piece in enumerate(page.pieces) if piece.topic]


def kind(name: str, of: str = "entry") -> Callable[[Callable[..., object]], Callable[..., object]]:
    """An edit of one entry (or topic) among the page's pieces: it may change the list, or return
    the piece's new text."""

    def named(change: Callable[..., object]) -> Callable[..., object]:
        def made(desk: Desk, a: int, b: int) -> None:
            page = cut(desk.text)
            there = _entries(page) if of == "entry" else _topics(page)
            # Half of the edits are where the sources bring something new, too.
            near = [n for n in there if desk.renewed.intersection(page.pieces[n].ids)]
            there = near if near and a % 2 else there
            if there:
                at = there[a % len(there)]
                text = change(desk, page.pieces, at, b)
                if isinstance(text, str):
                    page.pieces[at] = Piece(text)
                desk.text = page.text()

        EDITS[name] = made
        return change

    return named


def _lines(text: str) -> list[int]:
    """The numbers of an entry's lines that are paragraphs, and no dates, marks or boxes."""
    found = []
    for number, line in enumerate(text.split("\n")):
        plain = line.strip() and not line.startswith(("<", "=", "''One", "'''1", "'''5"))
        if plain and "<!--" not in line and number:
            found.append(number)
    return found


def lines(name: str) -> Callable[[Callable[..., list[str]]], Callable[..., list[str]]]:
    """An edit at one paragraph of an entry: it gives the lines that stand there then."""

    def named(change: Callable[..., list[str]]) -> Callable[..., list[str]]:
        @kind(name)
        def _(desk: Desk, pieces: list[Piece], at: int, b: int) -> str | None:
            text = pieces[at].text
            own = _lines(text)
            if not own:
                return None
            every = text.split("\n")
            number = own[b % len(own)]
            every[number : number + 1] = change(desk, every[number], b)
            return "\n".join(every)

        return change

    return named


_END = re.compile(r"(?<=[.!?]) ")


@lines("reword")
def _(desk: Desk, line: str, b: int) -> list[str]:
    words = list(re.finditer(r"(?<![\w|/\[])[a-z]{3,}(?![\w|\]])", line))
    if not words:
        return [f"{line} {desk.word()}"]
    word = words[b % len(words)]
    return [line[: word.start()] + desk.word() + line[word.end() :]]


@lines("add sentence")
def _(desk: Desk, line: str, b: int) -> list[str]:
    said = _END.split(line)
    said.insert(b % (len(said) + 1), desk.line())
    return [" ".join(said)]


@lines("delete sentence")
def _(_: Desk, line: str, b: int) -> list[str]:
    said = _END.split(line)
    del said[b % len(said)]
    return [" ".join(said)]


@lines("replace sentence")
def _(desk: Desk, line: str, b: int) -> list[str]:
    said = _END.split(line)
    said[b % len(said)] = desk.line()
    return [" ".join(said)]


@lines("swap sentences")
def _(_: Desk, line: str, b: int) -> list[str]:
    said = _END.split(line)
    return [" ".join([*said[b % len(said) :], *said[: b % len(said)]])]


@lines("add paragraph")
def _(desk: Desk, line: str, b: int) -> list[str]:
    return [line, "", desk.line()] if b % 2 else [desk.line(), "", line]


@lines("add lines")
def _(desk: Desk, line: str, b: int) -> list[str]:
    """A list, a line that continues, a quotation."""
    return [line, f"* {desk.line()}", f"* {desk.line()}"] if b % 2 else [line, desk.line()]


@lines("delete paragraph")
def _(_: Desk, __: str, ___: int) -> list[str]:
    return []


@lines("replace paragraph")
def _(desk: Desk, _: str, __: int) -> list[str]:
    return [f"{desk.line()} {desk.line()}"]


@lines("bold")
def _(_: Desk, line: str, b: int) -> list[str]:
    words = list(re.finditer(r"(?<![\w|/\[\'])[a-z]{3,}(?![\w|\]\'])", line))
    if not words:
        return [line]
    word = words[b % len(words)]
    return [f"{line[: word.start()]}'''{word[0]}'''{line[word.end() :]}"]


@lines("split entry")
def _(desk: Desk, line: str, b: int) -> list[str]:
    return (
        [f"=== Part {desk.word()} ===", line] if b % 3 else ["", f"=== {desk.line()} ===", "", line]
    )


@lines("blanks")
def _(_: Desk, line: str, b: int) -> list[str]:
    return [f"{line}  "] if b % 2 else [line, "", ""]


@lines("level 4")
def _(desk: Desk, line: str, __: int) -> list[str]:
    return [line, "", f"==== {desk.word()} ====", "", desk.line()]


@kind("swap paragraphs")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> str | None:
    every, own = pieces[at].text.split("\n"), _lines(pieces[at].text)
    if len(own) < 2:
        return None
    one, two = own[b % len(own)], own[(b + 1) % len(own)]
    every[one], every[two] = every[two], every[one]
    return "\n".join(every)


@kind("paragraph elsewhere")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> None:
    every, own = pieces[at].text.split("\n"), _lines(pieces[at].text)
    to = b % len(pieces)
    if own and to != at:
        line = every.pop(own[b % len(own)])
        pieces[at] = Piece("\n".join(every))
        pieces[to] = Piece(f"{pieces[to].text.rstrip()}\n\n{line}\n\n")


@kind("change link")
def _(desk: Desk, pieces: list[Piece], at: int, b: int) -> str:
    links = [*re.finditer(r"\[\[[^\[\]]*\|([^\[\]]*)\]\]", pieces[at].text)]
    text = pieces[at].text
    if not links:
        return f"{text.rstrip()} [[Shelf|{desk.word()}]].\n\n"
    link = links[b % len(links)]
    new = f"[[Cupboard/{b}|{desk.word()}]]" if b % 2 else f"[[Cupboard|{link[1]}]]"
    return text[: link.start()] + new + text[link.end() :]


@kind("date line")
def _(desk: Desk, pieces: list[Piece], at: int, __: int) -> str:
    return re.sub(r"(\'\'\'\d.*\))", rf"\1 as {desk.word()} noted", pieces[at].text, count=1)


@kind("box")
def _(desk: Desk, pieces: list[Piece], at: int, b: int) -> str:
    text = pieces[at].text
    inner = re.search(r'<div class="mw-[^"]*">\n(.*?)\n</div></li>', text, re.DOTALL)
    if inner is None:
        return text
    start, end = text.rindex("<ul>", 0, inner.start()), text.index("</ul>", inner.end()) + 5
    if b % 4 == 0:  # the box opened for good
        said = inner[1].strip("\n")
    elif b % 4 == 1:  # gone
        said = ""
    else:
        said = text[start:end].replace(inner[1], f"{inner[1].rstrip()}\n\n{desk.line()}\n")
    return text[:start] + said + text[end:]


@kind("retype heading")
def _(desk: Desk, pieces: list[Piece], at: int, b: int) -> str:
    first, end, rest = pieces[at].text.partition("\n")
    words = first.strip("= ").split(" ")
    if b % 3:
        words[b % len(words)] = desk.word()
    else:
        words = ["What", "about", desk.word() + "?"]
    return f"=== {' '.join(words)} ==={end}{rest}"


@kind("delete")
def _(_: Desk, pieces: list[Piece], at: int, __: int) -> None:
    del pieces[at]


@kind("move")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> None:
    piece = pieces.pop(at)
    pieces.insert(b % (len(pieces) + 1), Piece(f"{piece.text.rstrip()}\n\n"))


@kind("swap")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> None:
    there = [n for n, piece in enumerate(pieces) if piece.ids and not piece.topic]
    to = there[b % len(there)]
    pieces[at], pieces[to] = pieces[to], pieces[at]


@kind("move out")
def _(desk: Desk, pieces: list[Piece], at: int, __: int) -> None:
    desk.text = desk.text + "\n" + bare(pieces.pop(at).text)


@kind("merge under one heading")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> None:
    if at + 1 < len(pieces) and not pieces[at + 1].topic:
        rest = pieces.pop(at + 1).text.partition("\n")[2]
        if b % 3 == 0:  # and its mark
            rest = _SPANS.sub("", _COMMENT.sub("", rest)).replace("</span>", "")
        pieces[at] = Piece(f"{pieces[at].text.rstrip()}\n\n{rest}")


@kind("merge by cutting")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> None:
    there = [n for n, piece in enumerate(pieces) if piece.ids and not piece.topic]
    to = there[b % len(there)]
    if to != at:
        text = bare(pieces[at].text).partition("\n")[2].strip()
        pieces[to] = Piece(f"{pieces[to].text.rstrip()}\n\n{text}\n\n")
        del pieces[at]


@kind("copy")
def _(desk: Desk, pieces: list[Piece], at: int, b: int) -> None:
    text = pieces[at].text
    if b % 2:
        text = f"{text.rstrip()} {desk.line()}\n\n"
    pieces.insert((at + b) % (len(pieces) + 1), Piece(text))


@kind("copy a mark")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> None:
    there = [n for n, piece in enumerate(pieces) if piece.ids and not piece.topic]
    to = there[b % len(there)]
    mark = _SPANS.search(pieces[at].text)
    if mark and to != at:
        end = pieces[at].text.index("-->") + 3
        whole = pieces[at].text[mark.start() : end] + "</span>" * mark[0].count("<span")
        first, line, rest = pieces[to].text.partition("\n")
        pieces[to] = Piece(
            f"{first}{line}{whole}{rest}" if b % 2 else f"{first}{line}{rest.rstrip()} {whole}\n\n"
        )


@kind("lose anchor")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> str:
    text = pieces[at].text
    if b % 2:
        return _SPANS.sub("", text, count=1).replace("</span>", "", text.count("<span id"))
    return re.sub(r'<span id="[^"]*">(.*?)</span>', r"\1", text, count=1)


@kind("lose mark")
def _(_: Desk, pieces: list[Piece], at: int, __: int) -> str:
    return _SPANS.sub("", _COMMENT.sub("", pieces[at].text)).replace("</span>", "")


@kind("type at the mark")
def _(desk: Desk, pieces: list[Piece], at: int, b: int) -> str:
    text, found = pieces[at].text, _COMMENT.search(pieces[at].text)
    assert found
    before, behind = [
        (f"{desk.word()} said so: ", ""),
        ("'''", "'''"),
        ("", f" {desk.word()} wrote"),
        (f"'''{desk.word()} ", "'''"),
    ][b % 4]
    return text[: found.start()] + before + found[0] + behind + text[found.end() :]


@kind("mark to the heading")
def _(_: Desk, pieces: list[Piece], at: int, __: int) -> str:
    return pieces[at].text.replace(" ===\n<span", " === <span", 1)


@kind("heading into the mark")
def _(_: Desk, pieces: list[Piece], at: int, __: int) -> str:
    first, end, rest = pieces[at].text.partition("\n")
    if "\n" not in rest or "===" in rest:
        return pieces[at].text
    line, end, rest = rest.partition("\n")
    return f"{first.rstrip(' =')}{line} ==={end}{rest}"


@kind("level 2")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> str:
    first, end, rest = pieces[at].text.partition("\n")
    level = "==" if b % 2 else "===="
    return f"{level} {first.strip('= ')} {level}{end}{rest}"


@kind("own entry")
def _(desk: Desk, pieces: list[Piece], at: int, b: int) -> None:
    level = "===" if b % 4 else "=="
    text = f"{level} Own {desk.word()} {level}\n{desk.line()}\n\n{desk.line()}\n\n"
    pieces.insert(at + b % 2, Piece(text))


@kind("rename topic", "topic")
def _(desk: Desk, pieces: list[Piece], at: int, b: int) -> str:
    first, end, rest = pieces[at].text.partition("\n")
    return f"== {first.strip('= ') if b % 2 else 'All'} {desk.word()} =={end}{rest}"


def _under(pieces: Sequence[Piece], at: int) -> int:
    end = at + 1
    while end < len(pieces) and pieces[end].text.startswith("==="):
        end += 1
    return end


@kind("move topic", "topic")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> None:
    end = _under(pieces, at)
    moved = pieces[at:end]
    del pieces[at:end]
    starts = [n for n, each in enumerate(pieces) if not each.text.startswith("===")] + [len(pieces)]
    to = starts[b % len(starts)]
    pieces[to:to] = moved


@kind("remove topic", "topic")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> None:
    del pieces[at : _under(pieces, at) if b % 3 == 0 else at + 1]


@kind("text under topic", "topic")
def _(desk: Desk, pieces: list[Piece], at: int, __: int) -> str:
    return f"{pieces[at].text.rstrip()}\n\n{desk.line()}\n\n"


@kind("own topic", "topic")
def _(desk: Desk, pieces: list[Piece], at: int, __: int) -> None:
    pieces.insert(at, Piece(f"== Ours {desk.word()} ==\n\n{desk.line()}\n\n"))


@kind("lose topic mark", "topic")
def _(_: Desk, pieces: list[Piece], at: int, b: int) -> str:
    text = pieces[at].text
    if b % 2:
        return _SPANS.sub("", text, count=1).replace("</span>", "")
    return _SPANS.sub("", _COMMENT.sub("", text)).replace("</span>", "")


def page(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """An edit of the page as a whole."""

    def named(change: Callable[..., None]) -> Callable[..., None]:
        EDITS[name] = change
        return change

    return named


@page("lead")
def _(desk: Desk, a: int, b: int) -> None:
    there = cut(desk.text)
    paragraphs = there.lead.strip().split("\n\n")
    at = a % len(paragraphs)
    paragraphs[at : at + b % 2] = [desk.line()]
    desk.text = there._replace(lead="\n\n" + "\n\n".join(paragraphs) + "\n\n").text()


@page("outside")
def _(desk: Desk, a: int, b: int) -> None:
    there = cut(desk.text)
    line = ["\n\n", desk.line(), f"== {desk.line()} ==\n", "  \n", "<div>"][b % 5]
    if a % 2:
        desk.text = there._replace(before=f"{there.before}{line}\n\n").text()
    else:
        desk.text = there._replace(after=f"\n\n{line}{there.after}").text()


@page("remove tombstones")
def _(desk: Desk, _: int, __: int) -> None:
    desk.text = re.sub(r"<!-- wikifaq:(?:gone|apart|offered|hidden)[^>]*-->\n*", "", desk.text)


@page("glue tombstones")
def _(desk: Desk, _: int, b: int) -> None:
    blank = "\n\n\n" if b % 2 else ""
    desk.text = re.sub(r"\n+(?=<!-- wikifaq:gone)", blank, desk.text)


def _earlier(desk: Desk, a: int, b: int, *, alive: bool) -> None:
    """Put a past text of an entry back: one that stands in its place, another one anywhere."""
    there = cut(desk.text)
    now = {key: n for n, piece in enumerate(there.pieces) for key in piece.ids}
    known = [
        piece
        for text in desk.past
        for piece in cut(text).pieces
        if len(piece.ids) == 1 and not piece.topic and (piece.ids[0] in now) == alive
    ]
    if not known:
        return
    piece = known[a % len(known)]
    if not alive or there.pieces[now[piece.ids[0]]] != piece:
        desk.restored |= {*piece.ids}
    if alive:
        there.pieces[now[piece.ids[0]]] = piece
    else:
        there.pieces.insert(b % (len(there.pieces) + 1), piece)
    desk.text = there.text()


@page("earlier text")
def _(desk: Desk, a: int, b: int) -> None:
    _earlier(desk, a, b, alive=True)


@page("put back")
def _(desk: Desk, a: int, b: int) -> None:
    _earlier(desk, a, b, alive=False)


@page("earlier lead")
def _(desk: Desk, a: int, _: int) -> None:
    if desk.past:
        desk.text = cut(desk.text)._replace(lead=cut(desk.past[a % len(desk.past)]).lead).text()


def wish(name: str) -> Callable[[Callable[..., Wishes | frozenset[str]]], None]:
    """A line on the settings page, of an entry that stands or stood."""

    def named(change: Callable[..., Wishes | frozenset[str]]) -> None:
        def made(desk: Desk, a: int, b: int) -> None:
            texts = [desk.text, *desk.past]
            ids = list(dict.fromkeys(m[2] for t in texts for m in _COMMENT.finditer(t) if not m[1]))
            if ids:
                said = change(desk.settings, ids[a % len(ids)], ids[b % len(ids)], desk)
                settings = desk.settings
                desk.settings = (
                    replace(settings, wishes=said)
                    if isinstance(said, Wishes)
                    else replace(settings, restored=said)
                )

        EDITS[f"say {name}"] = made

    return named


@wish("hide")
def _(said: Settings, one: str, _: str, __: Desk) -> Wishes:
    return replace(said.wishes, hidden=said.wishes.hidden ^ {one})


@wish("restore")
def _(said: Settings, one: str, _: str, desk: Desk) -> frozenset[str]:
    gone = re.findall(r"[a-z2-7]{10}(?=[:@+ ])", cut(desk.text).tail.partition("wikifaq:end")[0])
    return said.restored ^ {gone[len(one + desk.text) % len(gone)] if gone else one}


@wish("merge")
def _(said: Settings, one: str, two: str, _: Desk) -> Wishes:
    same = [pair for pair in said.wishes.same if pair != (one, two)]
    new = (one, two) if one != two and len(same) == len(said.wishes.same) else None
    return replace(said.wishes, same=(*same, *([new] if new else [])))


@wish("split")
def _(said: Settings, one: str, two: str, _: Desk) -> Wishes:
    pair = (one, two)
    different = [each for each in said.wishes.different if each != pair]
    new = [pair] if one != two and len(different) == len(said.wishes.different) else []
    return replace(said.wishes, different=(*different, *new))


@wish("topic")
def _(said: Settings, one: str, two: str, _: Desk) -> Wishes:
    topic = ("tea", "house", "other", "No such topic")[ord(two[0]) % 4]
    return replace(said.wishes, topics={**said.wishes.topics, one: topic})


@wish("question")
def _(said: Settings, one: str, _: str, desk: Desk) -> Wishes:
    asked = f"Is wish {len(desk.text)} asked well?"
    return replace(said.wishes, questions={**said.wishes.questions, one: asked})


@wish("answer")
def _(said: Settings, one: str, two: str, _: Desk) -> Wishes:
    date = f"2020-{ord(two[1]) % 5 + 2:02}-05"
    return replace(said.wishes, answers={**said.wishes.answers, one: date})


@wish("outdated")
def _(said: Settings, one: str, _: str, __: Desk) -> Wishes:
    return replace(said.wishes, outdated=said.wishes.outdated ^ {one})


@wish("publish")
def _(said: Settings, one: str, _: str, desk: Desk) -> Wishes:
    held = desk.held[: len(one)]
    return replace(said.wishes, published=said.wishes.published | {one, *held[:1]})


KINDS = tuple(EDITS)
