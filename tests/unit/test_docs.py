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
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
import pytest
from click.testing import CliRunner
from faqs import SPRING, SUMMER

from wikifaq import config, errors
from wikifaq.cli import cli
from wikifaq.consolidate.faq import consolidate
from wikifaq.consolidate.near_copies import NearCopies
from wikifaq.model import Page, Topic
from wikifaq.page.permalink import Links
from wikifaq.page.render import render_entries, render_lead, render_topic
from wikifaq.page.template import PIECES, Templates
from wikifaq.publish.plan import Build, Place, plan
from wikifaq.publish.plan_json import to_json as plan_json
from wikifaq.template_files import template_sources
from wikifaq.transcript import read
from wikifaq.transcript.jsonform import to_json

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
        engine=NearCopies(),
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
    build = Build(tuple(pages), topics, NearCopies(), templates, Links(""))
    plan(build, Place("Tea FAQ", None, create=True))
    faq = consolidate(pages, topics=topics, engine=NearCopies())
    render_entries(faq, templates=templates, links=Links(""))
    render_topic("tea", "Tea", templates=templates)
    render_lead(faq, [("tea", "Tea", 1)], templates=templates)
    answer = templates.given["entry.wikitext.j2"]["newest"]
    templates.given["answer.wikitext.j2"] = {
        f"answer.{key}": value for key, value in answer.items()
    }
    for name in PIECES:
        listed = rows(section(text, f"### {name}"))
        told = {each for row in listed for each in re.findall(r"`([\w.]+)`", row[0])}
        assert told == set(templates.given[name]), name
    for key in (*templates.given["lead.wikitext.j2"]["topics"][0], *answer["turns"][0], "anchor"):
        assert f"`{key}`" in text


# The rest


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~ \[;]", each, maxsplit=1)[0] for each in requirements}


def test_each_dependency_is_justified() -> None:
    data = tomllib.loads(document("pyproject.toml"))
    text = document("docs/dependencies.md")
    run = {row[0].strip("`") for row in rows(section(text, "## To run"))[1:]}
    develop = {row[0].strip("`") for row in rows(section(text, "## To develop"))[1:]}
    assert run == names(data["project"]["dependencies"])
    extras = [each for extra in data["project"]["optional-dependencies"].values() for each in extra]
    assert develop == names(extras + data["build-system"]["requires"])


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
