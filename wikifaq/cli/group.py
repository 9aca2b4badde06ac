"""``wikifaq group``: any list of questions by recurrence."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wikifaq.cli.options import common
from wikifaq.cli.output import last_line, say
from wikifaq.consolidate.engine import Question
from wikifaq.consolidate.engines import ENGINES
from wikifaq.consolidate.topics import Placer
from wikifaq.embedding.engine import close_engine, open_engine
from wikifaq.errors import WikifaqError

if TYPE_CHECKING:
    from wikifaq.config import Config


@click.command()
@click.argument("file", metavar="QUESTIONS.jsonl", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines (also without it).")
@click.option("--engine", "name", help=f"What groups them: {', '.join(ENGINES)}.")
@click.option("--suggestions", type=click.Path(path_type=Path), help="Write pairs to look at here.")
@common
def group(
    *,
    file: str,
    as_json: bool,  # noqa: ARG001 - JSON lines are the only output there is
    name: str | None,
    suggestions: Path | None,
    config: Config,
    state: Path,
    verbose: bool,  # noqa: ARG001 - all is said
) -> None:
    """Group questions that ask the same: a JSON object with "id" and "text" a line.

    Example: wikifaq group --suggestions pairs.jsonl questions.jsonl
    """
    questions = _questions(file)
    chosen = open_engine(config, state, say, name=name)
    try:
        found = chosen.group(questions, bonds=config.bonds, say=say)
        placings = Placer(config.topics, embedder=chosen.embedder).place(questions)
    finally:
        close_engine(chosen)
    for question, placing in zip(questions, placings, strict=True):
        row = {"id": question.id, "group": found.group[question.id]}
        if config.topics:
            row["topic"] = placing.topic
        click.echo(json.dumps(row, ensure_ascii=False))
    if suggestions is not None:
        pairs = [
            {"a": pair.a, "b": pair.b, "score": pair.score, "why": pair.why}
            for pair in found.suggestions
        ]
        try:
            suggestions.write_text(
                "".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs), "utf-8"
            )
        except OSError as error:
            raise WikifaqError(f"{suggestions} can't be written: {error.strerror}.") from error
    last_line(
        f"{len(questions)} questions in {len(set(found.group.values()))} groups "
        f"by the engine {chosen.name!r}."
    )


def _questions(file: str) -> list[Question]:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        lines = raw.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise WikifaqError(f"{file} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise WikifaqError(f"{file} is not in UTF-8 (byte {error.start}).") from error
    questions = [
        _question(line, f"{file}, line {n}") for n, line in enumerate(lines, 1) if line.strip()
    ]
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise WikifaqError(f"{file}: the id {question.id!r} stands on two lines.")
        seen.add(question.id)
    return questions


def _question(line: str, where: str) -> Question:
    try:
        row: dict[str, Any] = json.loads(line)
        return Question(
            id=_text(row, "id") or "",
            text=_text(row, "text") or "",
            date=_text(row, "date", needed=False),
            answer=_text(row, "answer", needed=False) or "",
            section=_text(row, "section", needed=False),
            follows=_text(row, "follows", needed=False),
            links=tuple(map(str, row.get("links") or ())),
        )
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise WikifaqError(
            f'{where}: not a question; write {{"id": "…", "text": "…"}} ({error}).'
        ) from error


def _text(row: dict[str, Any], key: str, *, needed: bool = True) -> str | None:
    value = row[key] if needed else row.get(key)
    if value is None and not needed:
        return None
    if not isinstance(value, str):
        raise TypeError(f"{key!r} is no text")
    return value
