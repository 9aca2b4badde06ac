"""What is counted of readers who look for answers, and the questions that they are given."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from finding import Sitting, Task, report
from text_browser import Line, View

from wikifaq.model import Page
from wikifaq.transcript import read

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = json.loads((ROOT / "tests/finding/questions.json").read_text("utf-8"))
TRANSCRIPTS = ROOT.parent / "shared" / "transcripts"


class Screens:
    """A window that shows one screen after the other."""

    def __init__(self, *screens: str) -> None:
        self._screens = list(screens)

    def view(self) -> View:
        lines = [
            Line(text, text.strip("[]"), words, words if text.startswith("[") else 0, gap=False)
            for text in self._screens.pop(0).splitlines()
            for words in (len(text.split()),)
        ]
        return View("Tea", "Tea", tuple(lines), 0.0)


def sitting(*screens: str) -> Sitting:
    task = Task(1, 1, "When is tea?", "faq")
    return Sitting(Screens(*screens), task, ["It is served at noon in the garden."])  # type: ignore[arg-type]


def test_words_count_when_they_are_first_seen() -> None:
    reader = sitting("One two three.\n[A link]", "[A link]\nFour five.")
    reader.show("next")
    reader.show("scroll")
    assert (reader.task.words, reader.task.skimmed) == (5, 2)
    assert reader.task.trail == [("next", 3, 2), ("scroll", 2, 0)]


def test_links_are_read_in_half_the_time() -> None:
    task = Task(1, 1, "When is tea?", "faq", words=238, skimmed=238)
    assert task.seconds == pytest.approx(90)


def test_an_answer_is_known_again_across_lines() -> None:
    reader = sitting("It is served at noon.", "Here: it is served at\nnoon in the garden.")
    reader.show("next")
    assert not reader.task.shown
    reader.show("scroll")
    assert reader.task.shown


def test_the_report_takes_medians_and_believes_the_judge(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    rows = [
        asdict(Task(reader, 1, "When is tea?", way, clicks=clicks, answer=answer)) | {"seconds": 9}
        for reader, way, clicks, answer in (
            (1, "search", 4, "none"), (2, "faq", 1, "At noon."), (4, "faq", 3, "At six.")
        )
    ]  # fmt: skip
    rows += [{"reader": 2, "number": 1, "right": True}, {"reader": 4, "number": 1, "right": False}]
    log.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    line = next(line for line in report(log).splitlines() if line.startswith("| 1."))
    assert [cell.strip() for cell in line.split("|")[2:-1]] == [
        "2", "0", "0", "0", "9", "1/2", "4", "0", "0", "0", "9", "0/1"
    ]  # fmt: skip


def test_ten_questions_name_entries_of_all_years() -> None:
    assert len({row["question"] for row in QUESTIONS}) == len(QUESTIONS) == 10
    assert {date[:4] for row in QUESTIONS for date, _ in row["entries"]} == {
        "2020", "2021", "2023", "2024"
    }  # fmt: skip
    assert all(set(row) == {"question", "entries"} for row in QUESTIONS)


@pytest.mark.skipif(not TRANSCRIPTS.is_dir(), reason="needs the transcripts")
def test_the_entries_that_questions_name_have_answers() -> None:
    files = TRANSCRIPTS.glob("*.natural.wikitext")
    pages = [read(Page(file.stem, file.read_text("utf-8"))) for file in files]
    entries = {page.date: page.entries for page in pages}
    for row in QUESTIONS:
        assert all(entries[date][number - 1].answer for date, number in row["entries"])
