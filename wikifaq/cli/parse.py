"""``wikifaq parse``: entries out of pages or files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from wikifaq.cli.options import common
from wikifaq.cli.output import console, last_line
from wikifaq.errors import PageError
from wikifaq.job import named
from wikifaq.model import Page
from wikifaq.transcript import read
from wikifaq.transcript.jsonform import to_json
from wikifaq.wiki.address import open_wiki
from wikifaq.wiki.title import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.config import Config
    from wikifaq.model import Transcript


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE_OR_FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--title", help="The title of a file, or of standard input.")
@common
def parse(
    *,
    pages: tuple[str, ...],
    as_json: bool,
    title: str | None,
    config: Config,
    state: Path,
    verbose: bool,
) -> None:
    """Read the questions and answers out of pages (by title) or files ("-" is standard input).

    Example: wikifaq parse --json "IRC office hours/Office hours 2021-04-17"
    """
    read_pages = [(page, read(page)) for page in _pages(pages, title, config, state)]
    if as_json:
        data = {"pages": [to_json(transcript, page.text) for page, transcript in read_pages]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for page, transcript in read_pages:
            _show(page, transcript, verbose=verbose)
    entries = sum(len(transcript.entries) for _, transcript in read_pages)
    last_line(f"Read {entries} entries on {len(read_pages)} pages.")


def _pages(
    names: tuple[str, ...], title: str | None, config: Config, state: Path
) -> Iterator[Page]:
    for name in names:
        file = Path(name)
        if name == "-":
            yield Page(
                title or "standard input", _decoded(sys.stdin.buffer.read(), "Standard input")
            )
        elif file.is_file():
            yield Page(title or file.name.removesuffix(SUFFIX), _decoded(file.read_bytes(), name))
        else:
            wiki = open_wiki(named(config.source), state=state, timeout=config.timeout)
            yield from wiki.fetch(list(wiki.by_title([name])))


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PageError(
            f"{name} is not in UTF-8 (byte {error.start}); save it as UTF-8."
        ) from error


def _show(page: Page, transcript: Transcript, *, verbose: bool) -> None:
    out = console()
    date = f", {transcript.date}" if transcript.date else ""
    host = f", led by {transcript.host}" if transcript.host else ""
    out.print(Text(f"{page.title}: {transcript.kind}{date}{host}", style="bold"))
    for number, entry in enumerate(transcript.entries, 1):
        speakers = ", ".join(dict.fromkeys(turn.speaker or "–" for turn in entry.answer))
        words = sum(len(turn.text.split()) for turn in entry.answer)
        out.print(Text(f"{number:3} {entry.kind:9}{entry.question or '(not given)'}"))
        out.print(Text(f"    {words} words by {speakers or 'nobody'}", style="dim"))
        if verbose:
            out.print(Text(f"    read as {entry.form}, {entry.score:.2f}: {entry.why}"))
            out.print(Text(f"    id {entry.id}, characters {entry.span.start}–{entry.span.end}"))
    for warning in transcript.warnings:
        out.print(Text(f"    {warning}", style="yellow"))
    for start, end in transcript.unrecognised:
        out.print(Text(f"    not recognised, {start}–{end}: {page.text[start:end][:70]!r}"))
