"""What people see: diffs and summaries on stdout, everything else on stderr."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from wikifaq.page.mark import without_marks
from wikifaq.publish.diff import by_words
from wikifaq.publish.suggestions import shown, wish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wikifaq.publish.diff import Line
    from wikifaq.publish.plan import Plan

_STYLES = {"@": "bold cyan", "-": "red", "+": "green", " ": "dim"}
_CHANGED = {"-": "bold reverse red", "+": "bold reverse green"}
_NARROWEST = 20
_SUGGESTED = 5
_MARKS = {"-": ("[-", "-]"), "+": ("{+", "+}")}


def say(message: str) -> None:
    """Say something about the run on stderr."""
    print(message, file=sys.stderr)  # noqa: T201 - stderr is where it belongs


def last_line(message: str) -> None:
    """Say on stderr what happened in the end."""
    with suppress(OSError):  # whoever read the output may be gone
        sys.stdout.flush()
    say(" ".join(message.split()))


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command, where rich would end the program."""
        raise BrokenPipeError


def console() -> Console:
    """Return stdout as a console: no colours where it is no terminal or NO_COLOR is set."""
    made = _Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    made.width = max(made.width, _NARROWEST)  # COLUMNS=0, as some schedulers have it
    return made


def show_diff(old: str, new: str, *, at_most: int | None = None) -> None:
    """Print what changes, word by word, under the heading it stands under."""
    out = console()
    coloured = out.is_terminal and not out.no_color
    lines = list(by_words(without_marks(old), without_marks(new)))
    for line in lines[:at_most]:
        out.print(_styled(line, coloured=coloured))
    if at_most is not None and len(lines) > at_most:
        out.print(Text(f"… {len(lines) - at_most} more lines"))


def _styled(line: Line, *, coloured: bool) -> Text:
    """A line in colours; without colours, [-marks-] and {+marks+} stand around changed words."""
    text = Text("── " if line.sign == "@" else f"{line.sign} ", style=_STYLES[line.sign])
    for part, changed in line.parts:
        if not changed:
            text.append(part, style=_STYLES[line.sign])
        elif coloured:
            text.append(part, style=_CHANGED[line.sign])
        else:
            text.append(part.join(_MARKS[line.sign]))
    return text


def show_summary(plan: Plan) -> None:
    """Print what happens to which entries and why, and the edit summary."""
    out = console()
    headlines = plan.headlines or {}
    counts = Counter(change.change for change in plan.changes)
    out.print()
    for change in plan.changes:
        name = headlines.get(change.entry, change.entry)
        out.print(Text(f"{change.change:9}{name}"))
        out.print(Text(f"         {change.why}", style="dim"))
        for line in change.offer:
            out.print(Text(f"         offered: {line}"))
    if counts:
        out.print()
    entries = sum(len(entries) for _, _, entries in plan.topics)
    out.print(
        Text(
            f"{plan.title}: {entries} questions under {len(plan.topics)} topics; "
            + (", ".join(f"{n} {what}" for what, n in sorted(counts.items())) or "no entry changes")
            + "."
        )
    )
    _show_suggestions(plan, out, headlines)
    if plan.faq and plan.faq.left_out:
        left_out = ", ".join(f"{n} {kind}" for kind, n in plan.faq.left_out)
        out.print(Text(f"Left out, as no answered questions: {left_out}."))
    if plan.summary:
        out.print(Text(f"Edit summary: {plan.summary}"))


def _show_suggestions(plan: Plan, out: Console, headlines: Mapping[str, str]) -> None:
    """Print the likeliest pairs of entries that a person could make one, with the line for it."""
    pairs = shown(plan)
    for pair in pairs[:_SUGGESTED]:
        out.print(Text(f"the same? {headlines.get(pair.a, pair.a)}"))
        out.print(Text(f"          {headlines.get(pair.b, pair.b)}"))
        out.print(Text(f"          {pair.score:.0%}: {pair.why}", style="dim"))
        out.print(Text(f"          yes: {wish('merge', pair)}  no: {wish('split', pair)}"))
    if len(pairs) > _SUGGESTED:
        out.print(Text(f"… {len(pairs) - _SUGGESTED} more pairs that may ask the same; see --json"))
    if pairs:
        out.print()
