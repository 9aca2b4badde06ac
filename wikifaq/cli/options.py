"""The options that every command takes."""

from __future__ import annotations

from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from platformdirs import user_state_path

from wikifaq.config import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from wikifaq.config import Config

_HERE = Path("wikifaq.toml")


def common(command: Callable[..., int | None]) -> Callable[..., int | None]:
    """Give a command ``config`` (with the wikis named on the command line) and ``state``."""

    @click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path),
        help="Configuration file (default: wikifaq.toml here, where there is one).",
    )
    @click.option("--wiki", metavar="WIKI", help="Source and target: family:code, api.php, folder.")
    @click.option("--source", metavar="WIKI", help="The wiki to read from.")
    @click.option("--target", metavar="WIKI", help="The wiki to write to.")
    @click.option("--state", type=click.Path(path_type=Path), help="Folder for what runs remember.")
    @click.option("-v", "--verbose", is_flag=True, help="Say more of what is done, and why.")
    @wraps(command)
    def with_options(
        *,
        config_file: Path | None,
        wiki: str | None,
        source: str | None,
        target: str | None,
        state: Path | None,
        verbose: bool,
        **options: Any,  # noqa: ANN401 - the command's own
    ) -> int | None:
        config = load(config_file or (_HERE if _HERE.exists() else None))
        return command(
            config=_on(
                config, wiki if source is None else source, wiki if target is None else target
            ),
            state=state or user_state_path("wikifaq", appauthor=False),
            verbose=verbose,
            **options,
        )

    return with_options


def _on(config: Config, source: str | None, target: str | None) -> Config:
    if "" in {source, target}:
        # An unset variable of a script must not send the bot to another wiki.
        raise click.UsageError("The name of the wiki is empty; give one, or leave the option out.")
    return replace(config, source=source or config.source, target=target or config.target)
