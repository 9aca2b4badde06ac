"""Invented conversations, one a language, and what a reader of their pages must find."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FOLDER = Path(__file__).parent / "conversations"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "zh", "ja", "ar", "hi", "pl")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")


class Paragraph(NamedTuple):
    """A paragraph of an answer; without a speaker it continues what is said above it."""

    text: str
    speaker: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class Question:
    """What is asked, and what is answered. ``follows`` and ``parent`` are places in the list."""

    text: str
    kind: str = "question"
    topic: str = ""
    section: int = 0
    follows: int | None = None
    answer: tuple[Paragraph, ...] = ()
    parts: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Conversation:
    """A conversation and the words in which its language writes a page of it."""

    language: str
    title: str
    date: str
    host: str
    invitation: tuple[str, ...]
    caveats: tuple[str, ...]
    heading: str
    sections: tuple[str, ...]
    category: str
    question_word: str
    question_letter: str
    answer_word: str
    answer_letter: str
    label: str
    role: str
    askers: tuple[str, ...]
    signature: str
    times: tuple[str, ...]
    questions: tuple[Question, ...] = field(default=())

    def each(self, change: Callable[[str], str]) -> Conversation:
        """The same with every question and paragraph changed."""

        def changed(one: Question) -> Question:
            return replace(
                one,
                text=change(one.text),
                answer=tuple(p._replace(text=change(p.text)) for p in one.answer),
                parts=tuple(changed(part) for part in one.parts),
            )

        return replace(self, questions=tuple(changed(one) for one in self.questions))

    def without(self, kind: str) -> Conversation:
        """The same without what is of this kind; nothing may follow such a one."""
        kept = [one for one in self.questions if one.kind != kind]
        place = {self.questions.index(one): new for new, one in enumerate(kept)}
        return replace(
            self,
            questions=tuple(
                replace(one, follows=None if one.follows is None else place[one.follows])
                for one in kept
            ),
        )

    def user(self, speaker: str | None) -> str:
        """The account of a speaker; nobody named, and the host by a first name, is the host."""
        return self.host if speaker is None or speaker in self.host else speaker

    def signed(self, user: str, time: int) -> str:
        """The signature of a user, at one of the conversation's times."""
        return self.signature.format(user=user, time=self.times[time % len(self.times)])

    def labelled(self, answer: Sequence[Paragraph], *, bold: bool = False) -> list[str]:
        """The paragraphs of an answer, each turn opened by its speaker's name."""
        written = []
        for paragraph in answer:
            if paragraph.speaker is None:
                written.append(paragraph.text)
                continue
            role = self.role.format(role=paragraph.role) if paragraph.role else ""
            label = self.label.format(speaker=paragraph.speaker, role=role)
            if bold:
                space = " " if label.endswith(" ") else ""
                label = f"'''{label.rstrip()}'''{space}"
            written.append(label + paragraph.text)
        return written


class Told(NamedTuple):
    """An entry as it is compared: words only, and ties as places in the list of entries."""

    question: str
    kind: str
    answer: tuple[tuple[str | None, str | None, str], ...]
    parent: int | None = None
    follows: int | None = None


def letters(text: str) -> str:
    """Only the letters, their marks and the figures of a text, in one form and case."""
    kept = (
        char
        for char in unicodedata.normalize("NFKC", text)
        if unicodedata.category(char)[0] in "LMN"
    )
    return "".join(kept).casefold()


def turns(
    answer: Sequence[tuple[str | None, str | None, str]],
) -> tuple[tuple[str | None, str | None, str], ...]:
    """Turns with their words only; two turns of one speaker in a row are one."""
    joined: list[tuple[str | None, str | None, str]] = []
    for speaker, role, text in answer:
        if joined and joined[-1][0] == speaker:
            joined[-1] = (speaker, joined[-1][1], joined[-1][2] + letters(text))
        else:
            joined.append((speaker, role, letters(text)))
    return tuple(joined)


def expected(conversation: Conversation, *, signed: bool = False) -> list[Told]:
    """What a page of this conversation says; where ``signed``, signatures name the speakers."""
    entries: list[Told] = []
    place: list[int] = []

    def answer(one: Question) -> tuple[tuple[str | None, str | None, str], ...]:
        said = []
        speaker: str | None = None
        role: str | None = None
        for paragraph in one.answer:
            if paragraph.speaker:
                speaker, role = paragraph.speaker, paragraph.role
            if signed:
                speaker, role = conversation.user(speaker), None
            said.append((speaker, role, plain(paragraph.text)))
        return turns(said)

    for one in conversation.questions:
        at = len(entries)
        place.append(at)
        follows = None if one.follows is None else place[one.follows]
        entries.append(Told(letters(plain(one.text)), one.kind, answer(one), None, follows))
        entries += [Told(letters(plain(p.text)), p.kind, answer(p), at) for p in one.parts]
    return entries


def plain(text: str) -> str:
    """The text without the marks of its links."""
    return _LINK.sub(r"\1", text)


def load(language: str) -> Conversation:
    """The conversation of a language."""
    read: dict[str, Any] = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    questions = tuple(map(_question, read.pop("questions")))
    lists = {key: tuple(value) for key, value in read.items() if isinstance(value, list)}
    return Conversation(**{**read, **lists}, language=language, questions=questions)


def _question(read: dict[str, Any]) -> Question:
    answer = tuple(Paragraph(**one) for one in read.pop("answer", []))
    parts = tuple(map(_question, read.pop("parts", [])))
    return Question(**read, answer=answer, parts=parts)
