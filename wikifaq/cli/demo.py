"""``wikifaq demo``."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wikifaq.cli.options import common
from wikifaq.cli.output import console, last_line, show_diff, show_summary
from wikifaq.demo import demo as run_demo

if TYPE_CHECKING:
    from wikifaq.config import Config
    from wikifaq.publish.plan import Plan

_LINES = 60


@click.command()
@click.option(
    "--folder", type=click.Path(path_type=Path), help="Where to put it (default: a new folder)."
)
@common
def demo(
    *,
    folder: Path | None,
    config: Config,  # noqa: ARG001 - the demo has its own
    state: Path,  # noqa: ARG001 - likewise
    verbose: bool,  # noqa: ARG001 - all is said
) -> None:
    """Do the main job on example pages, in a folder, without network and account.

    Example: wikifaq demo --folder my-demo
    """
    out = console()
    run_demo(
        folder or Path(tempfile.mkdtemp(prefix="wikifaq-demo-")),
        tell=lambda message: out.print(message, markup=False),
        show=_show,
    )
    last_line("The demo is done: the page was made, renewed, and people's edits stayed.")


def _show(plan: Plan) -> None:
    show_diff(plan.old, plan.new, at_most=_LINES)
    show_summary(plan)
