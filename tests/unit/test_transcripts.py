"""The real transcripts, where they lie beside the checkout: entries, and the scorer's figures."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from wikifaq.model import Page
from wikifaq.transcript import read

if TYPE_CHECKING:
    from pathlib import Path


def test_the_five_transcripts_give_their_entries(transcripts: Path) -> None:
    entries = [
        entry
        for file in sorted(transcripts.glob("*.natural.wikitext"))
        for entry in read(Page(file.name, file.read_bytes().decode("utf-8"))).entries
    ]
    subs = [entry for entry in entries if entry.parent]
    kinds = [entry.kind for entry in entries]
    assert len(entries) - len(subs) == 108
    assert (kinds.count("update"), kinds.count("missing"), len(subs)) == (2, 1, 3)


def test_entries_are_those_judged_by_hand(transcripts: Path) -> None:
    """Precision, recall, answers, clean, speakers, kinds, links, spans: in every layout."""
    files = sorted(transcripts.glob("*.wikitext"))
    done = subprocess.run(
        [
            sys.executable,
            str(transcripts.parent / "tools" / "score_transcripts.py"),
            str(transcripts / "gold"),
            *map(str, files),
            "--run",
            f"'{sys.executable}' -m wikifaq parse --json {{file}}",
        ],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    rows = [line.split() for line in done.stdout.splitlines()[1:]]
    figures = {name: [float(figure) for figure in row] for name, *row in rows if name != "mean"}
    assert len(figures) == 10, done.stdout + done.stderr
    for name, found in figures.items():
        assert min(found) >= 0.99, (name, found)
