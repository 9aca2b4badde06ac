"""The commands as an operator types them: output, exit status, and the last line on stderr."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import click
import pytest

from wikifaq.cli import cli
from wikifaq.errors import TryLater
from wikifaq.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIG = '[sources]\nprefixes = ["Hour "]\n\n[faq]\npage = "FAQ"\n'
HOUR = "* Is the tea hot?\n** Yes.\n* Who mends the roof?\n** Ana: I do.\n"


@dataclass
class Done:
    status: int
    out: str
    last: str
    said: str


@dataclass
class Shell:
    folder: Path

    def __call__(self, *words: str, stdin: str = "", **environment: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "wikifaq", *words],
            cwd=self.folder, input=stdin, text=True, capture_output=True, timeout=60, check=False,
            env={k: v for k, v in os.environ.items() if not k.startswith("WIKIFAQ_")} | environment,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        assert done.stderr.strip(), "the last line on stderr says what happened"
        return Done(done.returncode, done.stdout, done.stderr.strip().splitlines()[-1], done.stderr)

    def run(self, *words: str, **environment: str) -> Done:
        return self("run", "--wiki", "wiki", "--state", "state", *words, **environment)

    def preview(self, *words: str, **environment: str) -> Done:
        return self("preview", "--wiki", "wiki", "--state", "state", *words, **environment)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    (tmp_path / "wikifaq.toml").write_text(CONFIG)
    (tmp_path / "wiki").mkdir()
    (tmp_path / "wiki" / "Hour 2024-05-06.wikitext").write_text(HOUR)
    return Shell(tmp_path)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_each_command_shows_an_example(name: str) -> None:
    command = cli.commands[name]
    assert f"Example: wikifaq {name}" in (command.help or "")
    options = {each for param in command.params for each in param.opts}
    assert {"--config", "--wiki", "--source", "--target", "--state", "-v", "--verbose"} <= options
    assert all(param.help for param in command.params if isinstance(param, click.Option))


def test_help() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wikifaq", "run", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Example: wikifaq run" in done.stdout
    assert cli.commands


def test_parse_files_standard_input_and_pages(shell: Shell) -> None:
    file = shell("parse", "--json", "wiki/Hour 2024-05-06.wikitext")
    assert file.status == 0
    (page,) = json.loads(file.out)["pages"]
    assert (page["title"], page["date"], page["kind"]) == (
        "Hour 2024-05-06",
        "2024-05-06",
        "transcript",
    )
    assert [entry["question"] for entry in page["entries"]] == [
        "Is the tea hot?",
        "Who mends the roof?",
    ]
    assert page["coverage"]["chars"] == len(HOUR)
    piped = shell("parse", "--json", "-", "--title", "Hour 2024-05-06", stdin=HOUR)
    assert json.loads(piped.out)["pages"] == [page]
    by_title = shell("parse", "--json", "--wiki", "wiki", "Hour 2024-05-06")
    assert json.loads(by_title.out)["pages"][0]["revision"]
    plain = shell("parse", "wiki/Hour 2024-05-06.wikitext")
    assert "Who mends the roof?" in plain.out
    assert plain.last == "Read 2 entries on 1 pages."


def test_a_first_page_then_nothing_then_something(shell: Shell) -> None:
    refused = shell.run()
    assert (refused.status, "run with --create" in refused.last) == (3, True)
    assert "=== Is the tea hot? ===" in refused.out  # the preview is shown
    assert shell.preview("--exit-code", "--create").status == 2
    first = shell.run("--create")
    assert first.status == 0
    assert first.last.startswith("Wrote revision ")
    assert shell.run().last == "Nothing to change; nothing was written."
    assert shell.preview("--exit-code").status == 0
    (shell.folder / "wiki" / "Hour 2024-08-06.wikitext").write_text("* Why tea?\n** So.\n")
    assert shell.preview("--exit-code").status == 2
    assert shell.run("--dry-run").status == 0
    assert "Why tea?" not in (shell.folder / "wiki" / "FAQ.wikitext").read_text()
    assert shell.run().status == 0
    assert "Why tea?" in (shell.folder / "wiki" / "FAQ.wikitext").read_text()


def test_a_preview_as_json_files_and_html(shell: Shell) -> None:
    done = shell.preview("--create", "--json", "--output", "out", "--html", "page.html")
    data = json.loads(done.out)
    assert data["outcome"] == "write"
    assert (shell.folder / "out" / "FAQ.wikitext").read_text() == data["pages"][0]["wikitext"]
    assert "Is the tea hot?" in (shell.folder / "page.html").read_text()
    assert not (shell.folder / "wiki" / "FAQ.wikitext").exists()
    refused = shell.preview("--json")
    assert (refused.status, json.loads(refused.out)["outcome"]) == (3, "refuse")


def test_a_diff_without_colours_marks_its_words(shell: Shell) -> None:
    shell.run("--create")
    file = shell.folder / "wiki" / "Hour 2024-05-06.wikitext"
    file.write_text(HOUR.replace("Yes.", "No."))
    out = shell.preview().out
    assert "\x1b[" not in out
    assert "[-Yes-]" in out
    assert "{+No+}" in out


def test_a_stop_page_holds_a_run(shell: Shell) -> None:
    (shell.folder / "wiki" / "User%3Awikifaq").mkdir()
    stop = shell.folder / "wiki" / "User%3Awikifaq" / "Stop.wikitext"
    stop.write_text("stop")
    assert shell.run("--create").status == 3
    stop.write_text("")
    assert shell.run("--create").status == 0


def test_group(shell: Shell) -> None:
    questions = [
        {"id": "1", "text": "When does the tea house open?"},
        {"id": "2", "text": "When, please, does the tea house open"},
        {"id": "3", "text": "Who mends the roof of the tea house?"},
    ]
    (shell.folder / "q.jsonl").write_text("".join(json.dumps(q) + "\n" for q in questions))
    (shell.folder / "wikifaq.toml").write_text(
        CONFIG + '\n[[topics]]\nid = "house"\ntitle = "House"\nkeywords = ["house"]\n'
    )
    done = shell("group", "--suggestions", "pairs.jsonl", "q.jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert [row["group"] for row in rows] == ["1", "1", "3"]
    assert all(row["topic"] for row in rows)
    assert "'words'" in done.last
    pairs = [json.loads(line) for line in (shell.folder / "pairs.jsonl").read_text().splitlines()]
    assert {pairs[0]["a"], pairs[0]["b"]} == {"1", "2"}
    assert set(pairs[0]) == {"a", "b", "score", "why"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "q.jsonl, line 2"),
        ('{"id": 3, "text": "x"}', "q.jsonl, line 2"),
        ('{"id": "1", "text": "x"}', "'1' stands on two lines"),
        ("[]", "q.jsonl, line 2"),
    ],
)
def test_group_names_the_line_of_a_mistake(shell: Shell, line: str, says: str) -> None:
    (shell.folder / "q.jsonl").write_text('{"id": "1", "text": "Why?"}\n' + line)
    done = shell("group", "q.jsonl")
    assert done.status == 1
    assert says in done.last
    assert not done.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["runn"], "No such command"),
        (["run", "--creat"], "--creat"),
        ([], "Give a command."),
        (["run", "--state", "state"], "No wiki is named"),
        (["run", "--wiki", "", "--state", "state"], "The name of the wiki is empty"),
        (["parse"], "PAGE_OR_FILE"),
        (["parse", "--wiki", "wiki", "No such page"], "'No such page'"),
        (["preview", "--config", "none.toml"], "none.toml"),
        (["run", "--wiki", "nofolder"], "nofolder"),
        (["run", "--wiki", "nosuchfamily:xx", "--state", "state"], "nosuchfamily"),
        (["run", "--wiki", "wiki", "--state", "wikifaq.toml"], "--state"),
        (["group", "--engine", "none", "none.jsonl"], "none"),
        (["preview", "--wiki", "wiki", "--state", "state", "--create", "--html", "wiki/Hour 2024-05-06.wikitext/x"], "can't be written"),
    ],
)  # fmt: skip
def test_mistakes_get_one_sentence_and_exit_status_1(
    shell: Shell, words: list[str], says: str
) -> None:
    done = shell(*words)
    assert done.status == 1
    assert says in done.last
    assert len(done.last) < 400


def test_a_template_with_an_error_writes_nothing(shell: Shell) -> None:
    (shell.folder / "t").mkdir()
    (shell.folder / "t" / "entry.wikitext.j2").write_text(
        "=== {{ heading }} ===\n{{ mark }}{{ oops }}"
    )
    (shell.folder / "wikifaq.toml").write_text(CONFIG + 'templates = "t"\n')
    done = shell.run("--create")
    assert done.status == 1
    assert "entry.wikitext.j2, line 2" in done.last
    assert not (shell.folder / "wiki" / "FAQ.wikitext").exists()


def test_text_that_the_wiki_would_change_is_no_matter_in_a_folder(shell: Shell) -> None:
    (shell.folder / "wiki" / "Hour 2024-08-06.wikitext").write_text("* Why ~~~~?\n** {{subst:x}}\n")
    assert shell.run("--create").status == 0
    text = (shell.folder / "wiki" / "FAQ.wikitext").read_text()
    assert "~~~~" not in text
    assert "{{subst" not in text


def test_an_undone_edit_stops_the_bot_until_it_is_restored(shell: Shell) -> None:
    shell.run("--create")
    page = shell.folder / "wiki" / "FAQ.wikitext"
    first = page.read_text()
    (shell.folder / "wiki" / "Hour 2024-08-06.wikitext").write_text("* Why tea?\n** So.\n")
    shell.run()
    second = page.read_text()
    page.write_text(first)
    held = shell.run()
    assert (held.status, "undid the bot's last edit" in held.last) == (3, True)
    assert page.read_text() == first
    page.write_text(second)
    assert shell.run().last == "Nothing to change; nothing was written."
    page.write_text(first)
    assert shell.run("--adopt").status == 0
    assert page.read_text() == second


def test_a_wiki_that_does_not_answer_is_for_later(shell: Shell) -> None:
    as_json = shell("preview", "--json", "--wiki", "http://127.0.0.1:9/api.php", "--state", "state")
    assert json.loads(as_json.out)["outcome"] == "retry"
    done = shell("preview", "--wiki", "http://127.0.0.1:9/api.php", "--state", "state")
    assert done.status == 4
    assert "127.0.0.1" in done.last


def test_a_folder_that_cannot_be_written(shell: Shell) -> None:
    done = shell(
        "run", "--create", "--state", "state", "--source", "wiki", "--target", "wikifaq.toml/wiki"
    )
    assert done.status == 1
    assert "can't be written" in done.last


def test_a_store_that_is_lost_or_broken_changes_nothing(shell: Shell) -> None:
    shell.run("--create")
    assert "0 fetched, 1 unchanged" in shell.preview().said
    (shell.folder / "state" / "wikifaq.sqlite3").write_bytes(b"no database" * 100)
    assert shell.run().last == "Nothing to change; nothing was written."
    shutil.rmtree(shell.folder / "state")
    assert shell.run().last == "Nothing to change; nothing was written."


def test_a_store_in_use_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(tmp_path, reader="1").close()
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda file, timeout: connect(file, timeout=0))  # noqa: ARG005
    holder = connect(tmp_path / "wikifaq.sqlite3")
    holder.execute("begin exclusive")
    with pytest.raises(TryLater, match="Another command"):
        Store(tmp_path, reader="1")
    holder.rollback()
    holder.close()
    Store(tmp_path, reader="1").close()


def test_a_run_that_nobody_reads_has_run_all_the_same(
    shell: Shell, health_check: tuple[str, list[str]]
) -> None:
    url, asked = health_check
    shell.run("--create")
    for number, end in enumerate(("| true", ">&-", ">/dev/full", "| head -c 1")):
        (shell.folder / "wiki" / f"Hour 2024-08-0{number + 1}.wikitext").write_text(
            f"* Why tea number {number}?\n** So.\n"
        )
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; '{sys.executable}' -m wikifaq run --wiki wiki --state state {end}"],
            cwd=shell.folder, capture_output=True, text=True, timeout=60, check=False,
            env=os.environ | {"WIKIFAQ_PING": url},
        )  # fmt: skip
        assert "Wrote revision" in done.stderr.splitlines()[-1], (end, done.stderr)
        assert done.returncode == 0, end
    assert asked == ["/secret"] * 4
    shown = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m wikifaq preview --adopt --wiki wiki --state state >&-"],
        cwd=shell.folder, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert shown.stderr.splitlines()[-1] == "A run would change nothing."


def test_a_dry_run_is_a_preview(shell: Shell) -> None:
    done = shell.run("--dry-run", "--create", "--json", "--exit-code")
    assert (done.status, json.loads(done.out)["outcome"]) == (2, "write")
    assert shell.run("--create", "--json").status == 1


def test_a_preview_does_not_write_to_the_wiki(shell: Shell) -> None:
    done = shell.preview("--create", "--output", "wiki")
    assert (done.status, "writes elsewhere" in done.last) == (1, True)
    assert not (shell.folder / "wiki" / "FAQ.wikitext").exists()


def test_a_terminal_without_width_shows_all_the_same(shell: Shell) -> None:
    assert "Is the tea hot?" in shell.preview("--create", COLUMNS="0").out


def test_the_bot_does_not_read_its_own_page(shell: Shell) -> None:
    (shell.folder / "wikifaq.toml").write_text(
        '[sources]\nprefixes = ["Hour ", "hour ", "old"]\n\n[faq]\npage = "hour FAQ"\n'
    )
    (shell.folder / "wiki" / "old.wikitext").write_text("#REDIRECT [[hour FAQ]]")
    assert shell.run("--create").status == 0
    again = shell.run()
    assert again.last == "Nothing to change; nothing was written."
    assert "2 source pages: 0 fetched, 1 unchanged" in again.said


def test_two_runs_at_once_are_one_too_many(shell: Shell) -> None:
    from filelock import FileLock

    (shell.folder / "state").mkdir()
    with FileLock(shell.folder / "state" / "run.lock"):
        done = shell.run("--create")
    assert done.status == 4
    assert "Another run" in done.last


@pytest.fixture
def health_check() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/secret", asked
    server.shutdown()
    server.server_close()


def test_a_run_pings_its_health_check(shell: Shell, health_check: tuple[str, list[str]]) -> None:
    url, asked = health_check
    (shell.folder / "wikifaq.toml").write_text(CONFIG + f'\n[run]\nping = "{url}"\n')
    assert shell.run("--create").status == 0
    assert shell.run("--wiki", "nofolder").status == 1
    shell.preview()
    assert asked == ["/secret", "/secret/fail"]
    unreached = shell.run(WIKIFAQ_PING="http://127.0.0.1:9/secret")
    assert unreached.status == 0
    assert "secret" not in unreached.said


def test_the_demo(shell: Shell) -> None:
    done = shell("demo", "--folder", "demo")
    assert done.status == 0, done.said
    assert "Nothing was written." in done.out
    page = (shell.folder / "demo" / "wiki" / "Conversation hour FAQ.wikitext").read_text()
    assert page.count("\n=== ") >= 60
    assert page.count("\n== ") >= 6
    assert "mw-collapsed" in page
    again = shell("preview", "--config", "demo/wikifaq.toml", "--wiki", "demo/wiki", "--exit-code")
    assert again.status == 0
    assert shell("demo", "--folder", "demo").status == 0  # an earlier demo gives way
    refused = shell("demo", "--folder", "wiki")
    assert refused.status == 3
    assert "holds something else" in refused.last


def test_the_same_input_gives_the_same_page_in_any_process(shell: Shell) -> None:
    pages = set()
    for seed in ("0", "1", "2"):
        done = shell.preview("--create", "--json", PYTHONHASHSEED=seed)
        pages.add(json.loads(done.out)["pages"][0]["wikitext"])
    assert len(pages) == 1
