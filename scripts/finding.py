"""How fast a reader finds an answer: on the FAQ page, and by the wiki's search in the transcripts.

``serve`` starts a MediaWiki on loopback with the transcripts as pages, lets wikifaq write the FAQ
page of them, and keeps a window of Chromium for each reader. ``do`` is what readers use, command
by command; they see nothing but what is in the viewport. ``judge`` says whether an answer was
right, ``report`` prints the table.

    python scripts/finding.py serve questions.json transcripts/*.wikitext --log log.jsonl
    python scripts/finding.py do 1 next
    python scripts/finding.py judge log.jsonl 1 3 right
    python scripts/finding.py report log.jsonl

Readers have numbers. Each gets every question once, the odd and the even ones in the other way by
turns, so that two readers with numbers in a row answer each question in both ways.

Seconds are a model, an upper bound of reading: all words that came into the viewport for the first
time, at 238 a minute (silent reading of non-fiction; Brysbaert 2019), lines that are mostly links
at twice that. Looking for where to click, typing and waiting take no time in it. Clicks are those
on links and toggles, steps back, and searches; scrolls and finds in the page are counted apart.

The wiki's search is MediaWiki's own on SQLite, see faq_wiki.py.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import signal
import socket
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from faq_wiki import FAQ, faq_wiki
from local_wiki import ApiError, Unavailable
from playwright.sync_api import Error as BrowserError
from text_browser import Refused, Window, browser

from wikifaq.model import Page
from wikifaq.transcript import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playwright.sync_api import Browser

COMMANDS = 40  # after as many a reader can only answer
WORDS_A_MINUTE, SKIMMED_A_MINUTE = 238, 2 * 238
RUN = 8  # so many words in a row that were on the screen are no chance
SOCKET = Path(tempfile.gettempdir()) / f"wikifaq-finding-{os.geteuid()}.sock"
HELP = """\
click N         click the link or the toggle [N: …]
scroll          scroll a screen down;  scroll up: a screen up
back            go back, as the browser's button does
find WORDS      find in this page: the next place where these words stand, marked »so«
search WORDS    search the transcripts for all of these words (where the task says so)
answer TEXT     answer the question, which ends the task; "answer none" gives up"""


@dataclass(slots=True)
class Task:
    """One question put to one reader, and what became of it; its fields are those of the log.

    ``words`` were seen in running text, ``skimmed`` in lines of links; ``trail`` has what the
    reader did, each step with the words that it brought. ``shown`` is whether the transcripts'
    answer, or some of it, was on the screen.
    """

    reader: int
    number: int
    question: str
    condition: str
    clicks: int = 0
    searches: int = 0
    scrolls: int = 0
    finds: int = 0
    words: int = 0
    skimmed: int = 0
    shown: bool = False
    answer: str = ""
    trail: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """How long it takes to read what was seen."""
        return 60 * (self.words / WORDS_A_MINUTE + self.skimmed / SKIMMED_A_MINUTE)


class Sitting:
    """A reader with a window and a task."""

    def __init__(self, window: Window, task: Task, wanted: Iterable[str]) -> None:
        self.window, self.task = window, task
        self._wanted = [_runs(text) for text in wanted]
        self._seen: set[tuple[str, str]] = set()

    def show(self, step: str, said: str = "") -> str:
        """What is on the screen after a step, counted; ``said`` is put above it."""
        view, words, skimmed = self.window.view(), 0, 0
        for line in view.lines:
            if line.words and (view.page, line.plain) not in self._seen:
                self._seen.add((view.page, line.plain))
                mostly_links = 2 * line.linked >= line.words
                skimmed += line.words if mostly_links else 0
                words += 0 if mostly_links else line.words
        self.task.words += words
        self.task.skimmed += skimmed
        self.task.trail.append((step, words, skimmed))
        runs = _runs(" ".join(line.plain for line in view.lines))
        self.task.shown = self.task.shown or any(runs & each for each in self._wanted)
        return f"{said}\n{view}".lstrip("\n")

    def obey(self, command: str, rest: str) -> str:
        """Do what the reader says and return what is shown then. Raises Refused."""
        task, said, step = self.task, "", f"{command} {rest}".strip()
        if len(task.trail) > COMMANDS:
            raise Refused(f"{COMMANDS} commands are all there are; answer now, or “answer none”.")
        if command == "click" and rest.isdecimal():
            self.window.click(int(rest))
            task.clicks += 1
        elif command == "back" and not rest:
            self.window.back()
            task.clicks += 1
        elif command == "search" and rest and task.condition == "search":
            self.window.open(_search(rest))
            task.clicks += 1
            task.searches += 1
        elif command == "scroll" and rest in ("", "down", "up"):
            self.window.scroll(up=rest == "up")
            task.scrolls += 1
        elif command == "find" and rest:
            task.finds += 1
            try:
                at, of = self.window.find(rest)
            except Refused:
                task.trail.append((step, 0, 0))
                raise
            said = f"({at} of {of} places with “{rest}”)"
        else:
            raise Refused(f"That is no command here. The commands are:\n{HELP}")
        return self.show(step, said)


class Server:
    """What readers talk to: their windows, the questions, and the log."""

    def __init__(
        self, chromium: Browser, base: str, questions: Path, pages: Sequence[Path], log: Path
    ) -> None:
        self._chromium, self._base, self._log = chromium, base, log
        self._questions = json.loads(questions.read_text(encoding="utf-8"))
        transcripts = [read(Page(each.stem, each.read_text(encoding="utf-8"))) for each in pages]
        self._answers = {
            (transcript.date, number): " ".join(turn.text for turn in entry.answer)
            for transcript in transcripts
            for number, entry in enumerate(transcript.entries, 1)
        }
        for date, number in (entry for each in self._questions for entry in each["entries"]):
            if (date, number) not in self._answers:
                raise Refused(f"{questions}: there is no entry {number} of {date}.")
        self._sittings: dict[int, Sitting] = {}

    def answer(self, reader: int, command: str, rest: str) -> str:
        """What a reader is told to a command. Raises Refused."""
        sitting = self._sittings.get(reader)
        if command == "next" and sitting is None:
            return self._begin(reader)
        if sitting is None:
            raise Refused("You have no question; “next” gives you one.")
        if command == "next":
            raise Refused(f"You have a question: {sitting.task.question} Answer it first.")
        if command != "answer":
            return sitting.obey(command, rest)
        if not rest:
            raise Refused("Say your answer behind “answer”, or “answer none”.")
        sitting.task.answer = rest
        with self._log.open("a", encoding="utf-8") as log:
            row = asdict(sitting.task) | {"seconds": round(sitting.task.seconds, 1)}
            log.write(json.dumps(row, ensure_ascii=False) + "\n")
        sitting.window.close()
        del self._sittings[reader]
        return "Thank you. “next” gives you the next question."

    def _begin(self, reader: int) -> str:
        done = {task["number"] for task in _log(self._log)[0] if task["reader"] == reader}
        number = next((n for n in range(1, len(self._questions) + 1) if n not in done), None)
        if number is None:
            return "That was the last question. Thank you."
        given = self._questions[number - 1]
        condition = "faq" if (reader + number) % 2 == 0 else "search"
        task = Task(reader, number, given["question"], condition)
        window = Window(self._chromium, self._base)
        wanted = [self._answers[date, entry] for date, entry in given["entries"]]
        sitting = self._sittings[reader] = Sitting(window, task, wanted)
        window.open(_address(FAQ) if condition == "faq" else _search(""))
        ways = {
            "faq": "You are on the FAQ page. Find the answer from here, by clicks and finds.",
            "search": "You are at the search of the transcripts. “search WORDS” searches them.",
        }
        said = f"Question {number}: {task.question}\n{ways[condition]}\n{HELP}\n"
        return sitting.show("next", said)


def _address(title: str) -> str:
    return f"/wiki/{quote(title.replace(' ', '_'))}"


def _search(words: str) -> str:
    asked = {"title": "Special:Search", "ns0": 1, "fulltext": 1, "search": words}
    return f"/index.php?{urlencode(asked)}"


def _runs(text: str) -> set[tuple[str, ...]]:
    """What follows each other in a text, word by word, by which it is known again."""
    words = re.findall(r"\w+", text.casefold())
    size = min(RUN, len(words)) or 1
    return {tuple(words[n : n + size]) for n in range(len(words) - size + 1)}


def serve(given: argparse.Namespace) -> None:
    """Serve readers until the time is over or Ctrl-C. Raises Unavailable and Refused."""
    with (
        faq_wiki(given.pages, given.engine) as wiki,
        browser() as chromium,
        socket.socket(socket.AF_UNIX) as listening,
    ):
        server = Server(chromium, wiki.base, given.questions, given.pages, given.log)
        given.socket.unlink(missing_ok=True)
        listening.bind(str(given.socket))
        given.socket.chmod(0o600)
        listening.listen()
        print(f"Readers are served for {given.minutes} minutes, or until Ctrl-C.", flush=True)
        end = time.monotonic() + 60 * given.minutes
        try:
            while (left := end - time.monotonic()) > 0:
                listening.settimeout(left)
                with contextlib.suppress(TimeoutError, ConnectionError, json.JSONDecodeError):
                    _serve_one(server, listening.accept()[0])
        finally:
            given.socket.unlink(missing_ok=True)


def _serve_one(server: Server, connection: socket.socket) -> None:
    with connection, connection.makefile("rw", encoding="utf-8") as talk:
        connection.settimeout(60)
        reader, command, rest = json.loads(talk.readline())
        try:
            said = server.answer(reader, command, rest)
        except Refused as no:
            said = str(no)
        except BrowserError as problem:
            said = f"The browser could not do that: {problem.message.splitlines()[0]}"
        talk.write(said)


def do(given: argparse.Namespace) -> None:
    """Send a reader's command to the server and print what it says. Raises Unavailable."""
    command, _, rest = " ".join(given.command).strip().partition(" ")
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(given.socket))
        except OSError:
            raise Unavailable("Nobody serves readers now; start “finding.py serve”.") from None
        with connection.makefile("rw", encoding="utf-8") as talk:
            talk.write(json.dumps([given.reader, command, rest.strip()]) + "\n")
            talk.flush()
            print(talk.read())


def judge(given: argparse.Namespace) -> None:
    """Note in the log whether a reader's answer was right."""
    row = {"reader": given.reader, "number": given.number, "right": given.verdict == "right"}
    with given.log.open("a", encoding="utf-8") as log:
        log.write(json.dumps(row) + "\n")


def _log(log: Path) -> tuple[list[dict[str, Any]], dict[tuple[int, int], bool]]:
    """The tasks of a log, and what was judged of them by reader and question."""
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    rows = [json.loads(line) for line in lines]
    judged = {(r["reader"], r["number"]): False for r in rows if r.get("answer") == "none"}
    judged |= {(r["reader"], r["number"]): bool(r["right"]) for r in rows if "right" in r}
    return [row for row in rows if "condition" in row], judged


def report(log: Path) -> str:
    """The table of a log, as markdown: where several read in a way, their medians."""
    tasks, judged = _log(log)
    ways = {"faq": "FAQ", "search": "search"}
    figures = "clicks scrolls finds words seconds right".split()
    heads = [f"{way}: {each}" for way in ways.values() for each in figures]
    lines = [f"| question | {' | '.join(heads)} |", f"| --- {'| ---: ' * len(heads)}|"]

    def cells(chosen: list[dict[str, Any]]) -> list[str]:
        if not chosen:
            return ["–"] * len(figures)
        known = [judged.get((task["reader"], task["number"])) for task in chosen]
        right = "?" if None in known else f"{sum(map(bool, known))}/{len(known)}"
        words = [task["words"] + task["skimmed"] for task in chosen]
        counts = [[task[each] for task in chosen] for each in ("clicks", "scrolls", "finds")]
        seconds = [task["seconds"] for task in chosen]
        return [f"{statistics.median(each):.0f}" for each in (*counts, words, seconds)] + [right]

    questions = {task["number"]: task["question"] for task in tasks}
    for number, question in sorted(questions.items()):
        row = [f"{number}. {question}"]
        for way in ways:
            row += cells([t for t in tasks if (t["number"], t["condition"]) == (number, way)])
        lines.append(f"| {' | '.join(row)} |")
    row = ["median of all"]
    for way in ways:
        row += cells([task for task in tasks if task["condition"] == way])
    lines.append(f"| {' | '.join(row)} |")
    for way, name in ways.items():
        of = [task["shown"] for task in tasks if task["condition"] == way]
        lines.append(f"\n{name}: the answer was on the screen in {sum(of)} of {len(of)} tasks.")
    return "\n".join(lines)


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast a reader finds an answer.")
    commands = parser.add_subparsers(dest="what", required=True)
    here = argparse.ArgumentParser(add_help=False)
    here.add_argument("--socket", type=Path, default=SOCKET, help="where readers are served")
    served = commands.add_parser("serve", parents=[here], help="serve readers")
    served.add_argument("questions", type=Path, help="questions, as in tests/finding")
    served.add_argument("pages", type=Path, nargs="+", help="transcripts: <date>….wikitext")
    served.add_argument("--log", type=Path, required=True, help="what readers did, JSON lines")
    served.add_argument("--engine", default="words", help="wikifaq's engine (default: words)")
    served.add_argument("--minutes", type=int, default=120, help="how long (default: 120)")
    done = commands.add_parser("do", parents=[here], help="a reader's command")
    done.add_argument("reader", type=int, help="the reader's number")
    done.add_argument("command", nargs=argparse.REMAINDER, help="next, …")
    judged = commands.add_parser("judge", help="say whether an answer was right")
    judged.add_argument("log", type=Path)
    judged.add_argument("reader", type=int)
    judged.add_argument("number", type=int, help="the question's")
    judged.add_argument("verdict", choices=("right", "wrong"))
    commands.add_parser("report", help="print the table").add_argument("log", type=Path)
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Do what is asked; return the exit status."""
    given = _arguments(arguments)
    for sign in (signal.SIGINT, signal.SIGTERM):  # a shell's background jobs ignore Ctrl-C's
        signal.signal(sign, signal.default_int_handler)
    try:
        if given.what == "report":
            print(report(given.log))
        else:
            {"serve": serve, "do": do, "judge": judge}[given.what](given)
    except KeyboardInterrupt:
        return 0
    except (Unavailable, Refused, ApiError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
