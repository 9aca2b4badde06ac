"""SiteWiki with servers that fail it: it ends in time, in one sentence, and asks nobody."""

from __future__ import annotations

import os
import pty
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wikifaq.errors import ConfigurationError, Refused, TryLater, WikifaqError
from wikifaq.wiki import transport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from local_wiki import Wiki

TIMEOUT = 3.0
HTML = "<!DOCTYPE html><html><body><h1>Something</h1></body></html>"


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "PAUSES", (0.01, 0.02))


@pytest.fixture
def silence() -> Iterator[str]:
    """The address of a port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/api.php"


@pytest.fixture
def dripping() -> Iterator[str]:
    """The address of a server that says a byte a moment, for ever."""

    def drip(listening: socket.socket) -> None:
        while listening.fileno() >= 0:
            try:
                connection, _ = listening.accept()
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{")
                while True:
                    connection.sendall(b" ")
                    time.sleep(0.1)
            except OSError:
                continue

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=drip, args=(listening,), daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/api.php"


@pytest.mark.parametrize("kind", ["silence", "dripping"])
def test_no_answer_in_time(
    kind: str, request: pytest.FixtureRequest, open_site: Callable[..., Any]
) -> None:
    wiki = open_site(api=request.getfixturevalue(kind), timeout=TIMEOUT)
    started = time.monotonic()
    with pytest.raises(TryLater, match=rf"at 127\.0\.0\.1:\d+ did not answer within {TIMEOUT:g} s"):
        wiki.by_prefix("x")
    assert TIMEOUT - 0.1 < time.monotonic() - started < TIMEOUT + 1


def test_nobody_there(open_site: Callable[..., Any]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    started = time.monotonic()
    with pytest.raises(TryLater, match=rf"127\.0\.0\.1:{port} can't be reached \(Connection ref"):
        open_site(api=f"http://127.0.0.1:{port}/api.php", timeout=TIMEOUT).newest(["x"])
    assert time.monotonic() - started < TIMEOUT
    with pytest.raises(TryLater, match=r"no-such-host\.invalid can't be reached"):
        open_site(api="http://no-such-host.invalid/api.php", timeout=TIMEOUT).newest(["x"])


@pytest.mark.parametrize(
    ("reply", "exception", "match"),
    [
        (HTML, ConfigurationError, "no MediaWiki API"),
        ((404, HTML, {}), ConfigurationError, r"no MediaWiki API \(HTTP 404\)"),
        ((500, HTML, {}), TryLater, "HTTP 500"),
        ((502, HTML, {}), TryLater, "HTTP 502"),
        ((503, "", {"Retry-After": "7200"}), TryLater, "in 7200 seconds"),
        ((429, "", {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}), TryLater, "later"),
        ((403, HTML, {}), Refused, r"refuses access .*\(HTTP 403\)"),
        ((301, HTML, {"Location": "https://b.example/w/api.php"}), ConfigurationError, "b.example"),
        ([], ConfigurationError, "no MediaWiki API"),
        ({"hello": 1}, ConfigurationError, "no MediaWiki API"),
        ({}, ConfigurationError, "no MediaWiki API"),
        ("", ConfigurationError, "no MediaWiki API"),
        (None, TryLater, "can't be reached"),
        ({"error": {"code": "readapidenied", "info": "No."}}, Refused, r"No \(readapidenied\)"),
        ({"error": {"code": "internal_api_error_DBQueryError"}}, TryLater, "DBQueryError"),
        ({"error": {"code": "unheard-of", "info": "No."}}, WikifaqError, r"No \(unheard-of\)"),
    ],
)
def test_answers_that_are_none(
    reply: object,
    exception: type[WikifaqError],
    match: str,
    serve: Callable[..., Any],
    open_site: Callable[..., Any],
) -> None:
    server = serve(lambda _given, _forward: reply)
    for ask in ("by_prefix", "history", "was_deleted"):
        started = time.monotonic()
        with pytest.raises(exception, match=match) as caught:
            getattr(open_site(api=server.api), ask)("x")
        assert caught.value.exit_status == exception.exit_status
        assert time.monotonic() - started < 1
        assert "\n" not in str(caught.value)


def test_a_certificate_that_nobody_signed(
    serve: Callable[..., Any], open_site: Callable[..., Any], tmp_path: Path
) -> None:
    if not shutil.which("openssl"):
        pytest.skip("It takes openssl to make a certificate.")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"]
    command += ["-keyout", str(key), "-out", str(certificate), "-days", "2"]
    subprocess.run(command, check=True, capture_output=True)
    server = serve(lambda _given, _forward: HTML)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.scheme = "https"
    with pytest.raises(TryLater, match=r"127\.0\.0\.1:\d+ has no certificate that can be trusted"):
        open_site(api=server.api).newest(["x"])


def test_reading_is_tried_again(
    mediawiki: Wiki, serve: Callable[..., Any], open_site: Callable[..., Any]
) -> None:
    bad: list[object] = [(502, HTML, {}), None]
    server = serve(lambda _given, forward: bad.pop() if bad else forward(), mediawiki.base)
    assert open_site(api=server.api).newest(["Main Page"])["Main Page"]


@pytest.mark.parametrize("code", ["maxlag", "ratelimited", "readonly", "actionthrottledtext"])
def test_a_wiki_that_asks_readers_for_patience(
    mediawiki: Wiki, serve: Callable[..., Any], open_site: Callable[..., Any], code: str
) -> None:
    """Pywikibot would sleep, and ask again."""

    def answer(given: dict[str, str], forward: Callable[[], Any]) -> object:
        if "allpages" in given.values():
            return {"error": {"code": code, "info": "Wait.", "lag": 3000}}
        status, said, headers = forward()
        return status, said, headers | {"Retry-After": "3600"}

    wiki = open_site(api=serve(answer, mediawiki.base).api)
    started = time.monotonic()
    with pytest.raises(TryLater, match=rf"Wait \({code}\)"):
        wiki.by_prefix("x")
    assert time.monotonic() - started < 5


def second_step() -> dict[str, Any]:
    fields = {"OATHToken": {"type": "string", "label": "Token", "help": "?"}}
    asked = [{"id": "x", "metadata": {}, "required": "required", "fields": fields}]
    return {"status": "UI", "message": "Verify", "messagecode": "x", "requests": asked}


@pytest.mark.parametrize(
    ("login", "match"),
    [
        ({"clientlogin": second_step()}, "nobody is there to answer.*bot password"),
        ({"clientlogin": {"status": "FAIL", "message": "Wait, <b>please</b>."}}, "Wait, please"),
        ({"clientlogin": {"status": "WrongToken", "message": "?"}}, "forgets each login"),
        ({"error": {"code": "badtoken", "info": "Invalid CSRF token."}}, "forgets each login"),
        ({"error": {"code": "blocked", "info": "Go away."}}, "Go away"),
    ],
)
def test_logins_that_do_not_work(
    mediawiki: Wiki,
    serve: Callable[..., Any],
    open_site: Callable[..., Any],
    login: dict[str, Any],
    match: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def answer(given: dict[str, str], forward: Callable[[], Any]) -> object:
        return login if given.get("action") == "clientlogin" else forward()

    caplog.set_level(0)
    server = serve(answer, mediawiki.base)
    with pytest.raises(WikifaqError, match=match) as caught:
        open_site(mediawiki.bot, api=server.api).log_in()
    for said in (str(caught.value), caplog.text):
        assert mediawiki.accounts[mediawiki.bot] not in said
    assert len(server.asked("clientlogin")) < 8


PROGRAM = """
import os
import sys
from pathlib import Path
from wikifaq.errors import WikifaqError
from wikifaq.wiki.site import SiteWiki

if os.isatty(0):  # become its owner, so that /dev/tty is there too
    os.close(os.open(os.ttyname(0), os.O_RDWR))
    os.close(os.open("/dev/tty", os.O_RDWR))
api, folder, user = sys.argv[1:4]
wiki = SiteWiki(
    api, timeout=20, state=Path(folder), user=user, password_file=Path(folder) / "password"
)
try:
    wiki.log_in()
except WikifaqError as problem:
    print(problem)
print(len(wiki.by_prefix("Main")))
"""


@pytest.mark.parametrize("stdin", ["terminal", "closed pipe", "open pipe", "none"])
def test_nobody_is_asked(mediawiki: Wiki, tmp_path: Path, stdin: str) -> None:
    """With a terminal to ask at, and arguments that pywikibot would take for its own."""
    home, state = tmp_path / "home", tmp_path / "state"
    home.mkdir()
    state.mkdir()
    (state / "password").write_text("wrong")
    command = [sys.executable, "-c", PROGRAM, mediawiki.api, str(state), mediawiki.bot]
    command += ["-v", "-config:x", f"-dir:{tmp_path}"]
    other, given = pty.openpty() if stdin == "terminal" else os.pipe()[::-1]
    if stdin == "closed pipe":
        os.close(other)
    ran = subprocess.run(
        command,
        stdin=subprocess.DEVNULL if stdin == "none" else given,
        start_new_session=True,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=home,
        env=os.environ
        | {
            "HOME": str(home / "not there"),
            "PYTHONPATH": str(Path(__file__).resolve().parents[3]),
        },
    )
    assert "Incorrect username or password" in ran.stdout
    assert ran.stdout.endswith("\n1\n")
    assert ran.stderr == ""
    assert list(home.iterdir()) == []
    assert {path.name for path in state.iterdir()} == {"password", "pywikibot"}
    kept = state / "pywikibot"
    assert {path.name for path in kept.iterdir()} == {"apicache", "throttle.ctrl"}
    assert (kept / "throttle.ctrl").read_text() == ""
