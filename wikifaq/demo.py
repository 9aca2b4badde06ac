"""The main job on the example pages, step by step, in a folder wiki: no network, no account."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from wikifaq.config import load
from wikifaq.errors import Refused, WikifaqError
from wikifaq.job import Job
from wikifaq.page.segment import read_page
from wikifaq.wiki.folder import FolderWiki
from wikifaq.wiki.revisions import HIDDEN
from wikifaq.wiki.title import SUFFIX, to_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wikifaq.config import Config
    from wikifaq.publish.plan import Plan

_OURS = "This folder is wikifaq's demo.\n"
_NOTE = ".wikifaq-demo"


def demo(folder: Path, *, tell: Callable[[str], None], show: Callable[[Plan], None]) -> None:
    """Run the demo in a folder, which is made anew.

    ``tell`` is given a heading or sentence, ``show`` a plan to print with its diff. Raises
    Refused for a folder that holds anything else, WikifaqError when a step goes wrong.
    """
    pages, config = _lay_out(folder)
    newest = _take_newest(pages)
    job = Job(config, folder / "state", tell, create=True)

    tell(f"1. A first run over {_count(pages)} pages of a folder wiki.")
    first, _ = job.run()
    tell(f"   It made the page {first.title!r}: {first.summary}.")

    tell(f"2. Another conversation takes place: {newest.stem}. What would a run do?")
    shutil.move(newest, _in(pages, newest))
    show(job.preview())
    second, _ = job.run()
    tell(f"   Written: {second.summary}.")

    tell("3. A person rewords one entry and removes another; then a run.")
    page = pages / to_path(config.page)
    edited, removed, words = _edit(page, config.page)
    third, _ = job.run()
    text = page.read_text("utf-8")
    if words not in text or f"faq-{removed}" in text.partition("wikifaq:gone")[0]:
        raise WikifaqError(
            "A person's edit was lost: that is a defect of wikifaq; please report it."
        )
    tell(f"   Written: {third.summary}. The reworded entry {edited} stands as the person left it,")
    tell(f"   the removed one {removed} stays away.")

    tell("4. A run with nothing new.")
    fourth, saved = job.run()
    if fourth.outcome != "nothing" or saved is not None:
        raise WikifaqError(
            "A run with nothing new wrote something: that is a defect; please report it."
        )
    tell("   Nothing was written.")
    tell("")
    tell(f"The page:             {page}")
    tell(f"Its earlier versions: {pages / HIDDEN}")
    tell(f"The sources:          {pages}")
    tell(f"The configuration:    {folder / 'wikifaq.toml'}")
    tell("")
    tell("Change any of them and look again:")
    tell(f"  wikifaq preview --config {folder / 'wikifaq.toml'} --wiki {pages}")


def _lay_out(folder: Path) -> tuple[Path, Config]:
    """Copy the example pages and their configuration to the folder."""
    if folder.exists() and any(folder.iterdir()) and not (folder / _NOTE).exists():
        raise Refused(f"The folder {folder} holds something else; give an empty one with --folder.")
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / _NOTE).write_text(_OURS, "utf-8")
        with as_file(files("wikifaq") / "examples") as examples:
            shutil.copytree(examples / "pages", folder / "wiki")
            shutil.copy(examples / "wikifaq.toml", folder / "wikifaq.toml")
    except OSError as error:
        raise WikifaqError(f"The folder {folder} can't be written: {error.strerror}.") from error
    wiki = str(folder / "wiki")
    return folder / "wiki", replace(load(folder / "wikifaq.toml"), source=wiki, target=wiki)


def _take_newest(pages: Path) -> Path:
    """Move the newest conversation out of the wiki: it hasn't taken place yet."""
    dated = [
        file
        for file in pages.rglob(f"*{SUFFIX}")
        if re.fullmatch(r"\d{4}-\d\d-\d\d", file.name.removesuffix(SUFFIX))
    ]
    newest = max(dated, key=lambda file: file.name)
    later = pages.parent / "later" / newest.relative_to(pages)
    later.parent.mkdir(parents=True)
    shutil.move(newest, later)
    return later


def _in(pages: Path, later: Path) -> Path:
    return pages / later.relative_to(pages.parent / "later")


def _count(pages: Path) -> int:
    return len(list(FolderWiki(pages).by_prefix("")))


def _edit(file: Path, title: str) -> tuple[str, str, str]:
    """Edit the page as a person would: reword an entry, remove another."""
    text = file.read_text("utf-8")
    entries = [segment for segment in read_page(text, title).segments if segment.entries]
    edited, removed = entries[0], entries[2]
    words = "(Reworded by a person, for the newcomers among us.)"
    text = text.replace(edited.text, f"{edited.text.rstrip()} {words}\n\n")
    file.write_text(text.replace(removed.text, ""), "utf-8")
    return edited.entries[0], removed.entries[0], words
