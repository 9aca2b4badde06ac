"""wikifaq as an operator runs it: a process of its own, with a configuration and an account."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from local_wiki import Wiki


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command printed and its exit status."""

    status: int
    out: str
    said: str

    @property
    def last(self) -> str:
        return self.said.rstrip().rpartition("\n")[2]


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who runs wikifaq against a wiki, from a folder with a configuration."""

    folder: Path
    wiki: str
    user: str | None = None
    password: str | None = None

    def configure(self, text: str) -> None:
        self.folder.mkdir(exist_ok=True)
        (self.folder / "wikifaq.toml").write_text(text, "utf-8")

    def __call__(self, command: str, *options: str, **environment: str) -> Outcome:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("WIKIFAQ_", "PYWIKIBOT"))}
        if self.user and self.password:
            file = self.folder / "password"
            file.write_text(self.password)
            file.chmod(0o600)
            kept |= {"WIKIFAQ_USER": self.user, "WIKIFAQ_PASSWORD_FILE": str(file)}
        done = subprocess.run(
            [sys.executable, "-m", "wikifaq", command, "--wiki", self.wiki,
             "--state", str(self.folder / "state"), *options],
            cwd=self.folder, env=kept | environment, capture_output=True, text=True,
            stdin=subprocess.DEVNULL, timeout=120, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        if self.password:
            assert self.password not in done.stdout + done.stderr
        return Outcome(done.returncode, done.stdout, done.stderr)

    def preview(self, *options: str) -> dict[str, Any]:
        done = self("preview", "--json", *options)
        assert done.out, done.said
        data: dict[str, Any] = json.loads(done.out)
        return data


def operator(folder: Path, wiki: Wiki, *, account: bool = True) -> Operator:
    """An operator with the bot's account, or with none."""
    password = wiki.accounts[wiki.bot] if account else None
    return Operator(folder, wiki.api, wiki.bot if account else None, password)
