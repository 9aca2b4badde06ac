"""The command line: options in, the job's results out; no logic of its own."""

from __future__ import annotations

import io
import logging
import os
import sys
import traceback
from pathlib import Path
from typing import NoReturn

import click

from wikifaq import __version__
from wikifaq.cli.demo import demo
from wikifaq.cli.group import group
from wikifaq.cli.output import last_line, say
from wikifaq.cli.parse import parse
from wikifaq.cli.publish import preview, run
from wikifaq.errors import WikifaqError


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="wikifaq")
@click.pass_context
def cli(context: click.Context) -> None:
    """Keep an FAQ page on a MediaWiki out of conversation-hour transcripts.

    Try it: wikifaq demo
    """
    if context.invoked_subcommand is None:
        say(context.get_help())
        raise click.UsageError("Give a command.", context)


for command in (parse, group, preview, run, demo):
    cli.add_command(command)


def main() -> NoReturn:
    """Run the command line; the last line on stderr says what happened."""
    _prepare_streams()
    verbose = any(each in {"-v", "--verbose"} for each in sys.argv[1:])
    # Other libraries' logs are theirs: what they did is said here where it matters.
    logging.basicConfig(level=logging.CRITICAL, format="%(message)s", stream=sys.stderr)
    logging.getLogger("wikifaq").setLevel(logging.DEBUG if verbose else logging.CRITICAL)
    try:
        status = cli.main(standalone_mode=False)
    except WikifaqError as error:
        last_line(str(error))
        status = error.exit_status
    except click.exceptions.Abort:
        last_line("Stopped.")
        status = 1
    except click.ClickException as error:
        context = error.ctx if isinstance(error, click.UsageError) else None
        where = f" See: {context.command_path} --help" if context else ""
        last_line(f"{error.format_message()}{where}")
        status = 1
    except OSError as error:
        last_line(f"Not all could be said or done: {error.strerror or error}.")
        status = 1
    except Exception as error:  # noqa: BLE001 - the operator gets a sentence, -v the traceback
        if verbose:
            traceback.print_exc()
        last_line(
            f"wikifaq came upon an error of its own ({type(error).__name__}: {error}); "
            "nothing more was done. Run it with -v and report what it prints."
        )
        status = 1
    sys.exit(_flushed(status if isinstance(status, int) else 0))


def _prepare_streams() -> None:
    """Let nothing that is printed fail for want of a stream or a letter."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for terminals that know few letters


def _flushed(status: int) -> int:
    """Write out what is left; where nobody takes it, keep Python from complaining at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status
