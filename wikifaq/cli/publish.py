"""``wikifaq preview`` and ``wikifaq run``."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from wikifaq.cli.options import common
from wikifaq.cli.output import last_line, say, show_diff, show_summary
from wikifaq.errors import TryLater, WikifaqError
from wikifaq.job import Job, RefusedPlan
from wikifaq.ping import ping
from wikifaq.publish.plan_html import to_html
from wikifaq.publish.plan_json import retry_json, to_json
from wikifaq.publish.side_page import before
from wikifaq.wiki.title import to_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from wikifaq.config import Config
    from wikifaq.publish.plan import Plan

_WOULD_WRITE = 2


def with_job(command: Callable[..., int | None]) -> Callable[..., int | None]:
    """Give a command a ``job``, with what the operator allows it."""

    @click.option("--create", is_flag=True, help="Make the page where there is none yet.")
    @click.option("--accept-loss", is_flag=True, help="Let many entries go, this once.")
    @click.option(
        "--adopt", is_flag=True, help="Take the page as it stands for the bot's own last version."
    )
    @click.option(
        "--rebuild", is_flag=True, help="Group the questions anew, people's edits excepted."
    )
    @click.option(
        "--resume",
        type=int,
        multiple=True,
        metavar="REV",
        help="Go on after this revision undid the bot's last edit.",
    )
    @common
    @wraps(command)
    def with_options(
        *,
        create: bool,
        accept_loss: bool,
        adopt: bool,
        rebuild: bool,
        resume: tuple[int, ...],
        config: Config,
        state: Path,
        verbose: bool,  # noqa: ARG001 - the logging takes it
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> int | None:
        job = Job(
            config,
            state,
            say,
            create=create,
            accept_loss=accept_loss,
            adopt=adopt,
            rebuild=rebuild,
            resume=frozenset(resume),
        )
        return command(job=job, **options)

    return with_options


def with_outputs(command: Callable[..., int | None]) -> Callable[..., int | None]:
    """Give a command the ways in which a preview may be shown."""

    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    @click.option("--output", type=click.Path(path_type=Path), help="Write the pages here.")
    @click.option("--html", type=click.Path(path_type=Path), help="Write one HTML page to look at.")
    @click.option("--exit-code", is_flag=True, help="Exit with 2 where a run would write.")
    @wraps(command)
    def with_options(
        *,
        as_json: bool,
        output: Path | None,
        html: Path | None,
        exit_code: bool,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> int | None:
        return command(shown=Shown(as_json, output, html, exit_code), **options)

    return with_options


class Shown(NamedTuple):
    """How a preview is shown."""

    as_json: bool = False
    output: Path | None = None
    html: Path | None = None
    exit_code: bool = False


@click.command()
@with_outputs
@with_job
def preview(*, job: Job, shown: Shown) -> int:
    """Show what a run would write, and write nothing.

    Example: wikifaq preview --wiki meta:meta --html preview.html
    """
    return _preview(job, shown)


@click.command()
@click.option("--dry-run", is_flag=True, help="Only show what would be written, as preview does.")
@with_outputs
@with_job
def run(*, job: Job, shown: Shown, dry_run: bool) -> int:
    """Fetch what has changed, build the FAQ, and write it where it differs.

    Example: wikifaq run --wiki meta:meta
    """
    if dry_run:
        return _preview(job, shown)
    if shown != Shown():
        raise click.UsageError("--json, --output, --html and --exit-code go with --dry-run.")
    done = None
    try:
        done = _run(job)
    finally:
        url = os.environ.get("WIKIFAQ_PING") or job.config.ping
        trouble = ping(url, failed=done is None) if url else None
        if trouble:
            say(trouble)
    last_line(done)
    return 0


def _preview(job: Job, shown: Shown) -> int:
    _apart(shown.output, job.config)
    try:
        plan = job.preview()
    except TryLater as later:
        if shown.as_json:
            click.echo(json.dumps(retry_json(later), ensure_ascii=False, indent=1))
        raise
    _save(plan, shown.output, shown.html)
    if shown.as_json:
        click.echo(json.dumps(to_json(plan), ensure_ascii=False, indent=1))
    else:
        _show(plan)
    if plan.outcome == "refuse":
        raise RefusedPlan(plan)
    if plan.outcome == "nothing":
        last_line("A run would change nothing.")
        return 0
    written = [each for each in plan.pages if each.changed]
    last_line(
        "A run would write "
        + " and ".join(f"{each.title!r}: {each.summary}" for each in written)
        + "."
    )
    return _WOULD_WRITE if shown.exit_code else 0


def _run(job: Job) -> str:
    """Run, and say in words what happened."""
    try:
        plan, saved = job.run()
    except RefusedPlan as refused:
        with suppress(OSError):  # nobody reads along; the refusal is what counts
            _show(refused.plan)
        raise
    if saved is None or saved.revision is None:
        written = [repr(page.title) for page in plan.subpages if page.changed]
        if written:
            return f"Wrote {' and '.join(written)}: {plan.summary}."
        others = [repr(page.title) for page in plan.beside if page.changed]
        if others:
            due = " and ".join(others)
            return f"Nothing to change on {plan.title!r}; what became of {due} is said above."
        return "Nothing to change; nothing was written."
    with suppress(OSError):  # nobody reads along; the page is written all the same
        show_summary(plan)
        sys.stdout.flush()
    return f"Wrote revision {saved.revision} of {plan.title!r}: {plan.summary}."


def _show(plan: Plan) -> None:
    for page in plan.pages:
        if page is plan or page.changed:
            show_diff(before(page), page.new)
    show_summary(plan)


def _apart(output: Path | None, config: Config) -> None:
    """Refuse to show a page where it would be written."""
    wikis = {Path(wiki).resolve() for wiki in (config.source, config.target) if wiki}
    if output is not None and output.resolve() in wikis:
        raise click.UsageError("--output names the wiki itself; a preview writes elsewhere.")


def _save(plan: Plan, output: Path | None, html: Path | None) -> None:
    files: dict[Path, str] = {}
    if output is not None:
        files |= {output / to_path(page.title): page.new for page in plan.pages if page.new}
    if html is not None:
        files[html] = to_html(plan)
    for file, text in files.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8"))
        except OSError as error:
            raise WikifaqError(f"{file} can't be written: {error.strerror}.") from error
