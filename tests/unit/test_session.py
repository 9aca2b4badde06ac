"""Pywikibot is set up for a run that nobody watches, whatever the operator's folders hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROGRAM = """
import json
import logging
import sys
import warnings
from pathlib import Path
from wikifaq.errors import WikifaqError
from wikifaq.wiki.site import SiteWiki

if "-v" in sys.argv:
    logging.basicConfig(level=logging.DEBUG)
try:
    wiki = SiteWiki("http://127.0.0.1:9/w/api.php", timeout=1, state=Path("state"))
    known = SiteWiki("https://meta.wikimedia.org/w/api.php", timeout=1, state=Path("state"))
except WikifaqError as problem:
    sys.exit(f"{type(problem).__name__}: {problem}")
import pywikibot
from pywikibot.comms import http

pywikibot.warning("a warning of pywikibot")
pywikibot.log("a whole request, with a password")
pywikibot.throttle.Throttle.wait(0)
config = pywikibot.config
answers = []
for ask in (pywikibot.input, lambda what: pywikibot.input_yn(what), pywikibot.bot.input_choice):
    try:
        ask("Well?", *([[("yes", "y")]] if ask is pywikibot.bot.input_choice else []))
    except WikifaqError as problem:
        answers.append(str(problem))
print(json.dumps({
    "password_file": str(wiki._to.session.password_file),
    "users": [wiki.user, known.user],
    "agent": http.user_agent(known._to.site),
    "base": config.base_dir,
    "limits": [config.socket_timeout, config.max_retries],
    "lag": getattr(config, "write_maxlag", getattr(config, "maxlag", None)),
    "asked": len([answer for answer in answers if "Well?" in answer]),
    "arguments": sys.argv[1:],
    "requests": wiki.requests,
}))
"""


@pytest.fixture
def run(tmp_path: Path, root: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A function that runs the program in a folder, whose home folder can't be made."""
    (tmp_path / "here").mkdir()
    (tmp_path / "file").write_text("")

    def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if "WIKI" not in name}
        return subprocess.run(
            [sys.executable, "-c", PROGRAM, *arguments],
            cwd=tmp_path / "here",
            env=kept | {"HOME": str(tmp_path / "file"), "PYTHONPATH": str(root)} | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )

    return start


def told(ran: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert ran.returncode == 0, ran.stderr
    said: dict[str, Any] = json.loads(ran.stdout)
    return said


def test_without_any_configuration(run: Callable[..., Any], tmp_path: Path) -> None:
    ran = run("-dir:/nowhere", "-config:nothing")
    said = told(ran)
    assert ran.stderr == ""
    assert said["users"] == [None, None]
    assert said["agent"].startswith("wikifaq/")
    assert "Pywikibot/" in said["agent"]
    assert said["base"] == str(tmp_path / "here" / "state" / "pywikibot")
    assert said["limits"] == [1, 0]
    assert said["lag"] == 5
    assert said["asked"] == 3
    assert said["arguments"] == ["-dir:/nowhere", "-config:nothing"]
    assert said["requests"] == {}
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["state"]
    folder = tmp_path / "here" / "state" / "pywikibot"
    assert [path.name for path in folder.iterdir()] == ["throttle.ctrl"]
    assert [path.stat().st_mode & 0o777 for path in (folder.parent, folder)] == [0o700, 0o700]


def test_what_pywikibot_says_is_logged(run: Callable[..., Any]) -> None:
    ran = run("-v")
    assert "DEBUG:wikifaq.pywikibot:a warning of pywikibot" in ran.stderr
    assert "password" not in ran.stderr
    assert "WARNING" not in ran.stderr


CONFIG = """
usernames["meta"]["meta"] = "Meta_bot@suffix"
usernames["*"]["*"] = "anybot"
put_throttle = 60
console_encoding = "utf-8"
mispelled = True
"""


@pytest.mark.parametrize("where", ["here", "there"])
def test_the_operators_configuration(run: Callable[..., Any], tmp_path: Path, where: str) -> None:
    (tmp_path / where).mkdir(exist_ok=True)
    (tmp_path / where / "user-config.py").write_text(CONFIG)
    (tmp_path / where / "user-config.py").chmod(0o600)
    ran = run(PYWIKIBOT_DIR=str(tmp_path / "there"))
    said = told(ran)
    assert said["users"] == ["Anybot", "Meta bot"]
    assert "Meta_bot" in said["agent"]
    assert ran.stderr == ""


@pytest.mark.parametrize("text", ["family = ", "1 / 0", "import sys; sys.exit(7)"])
def test_a_configuration_that_fails(run: Callable[..., Any], tmp_path: Path, text: str) -> None:
    (tmp_path / "here" / "user-config.py").write_text(text)
    (tmp_path / "here" / "user-config.py").chmod(0o600)
    ran = run()
    assert ran.returncode == 1
    assert ran.stderr.startswith("ConfigurationError: Pywikibot can't start with ")
    assert "user-config.py" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_state_folder_that_can_not_be(run: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "here" / "state").write_text("")
    ran = run()
    assert ran.stderr == (
        "ConfigurationError: The folder state can't be used to keep things between runs: "
        "File exists.\n"
    )


def test_the_checkouts_own_configuration(run: Callable[..., Any], root: Path) -> None:
    given = {"PYWIKIBOT_DIR": str(root), "WIKIFAQ_USER": "Me@x", "WIKIFAQ_PASSWORD_FILE": "a/b"}
    said = told(run(**given))
    assert said["users"] == ["Me", "Me"]
    assert said["password_file"].endswith("/here/a/b")
    assert told(run(PYWIKIBOT_DIR=str(root)))["users"] == [None, None]
