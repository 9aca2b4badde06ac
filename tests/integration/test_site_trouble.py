"""SiteWiki with servers that fail it: in time, in one sentence, without a question or a rewrite."""

from __future__ import annotations

import http.client
import json
import os
import pty
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

import pytest
from local_wiki import Wiki

from wikifaq.errors import ConfigurationError, EditConflict, Refused, TryLater, WikifaqError
from wikifaq.wiki import transport
from wikifaq.wiki.protocol import Edit
from wikifaq.wiki.site import SiteWiki

TIMEOUT = 3.0


def fresh(kind: str) -> str:
    return f"{kind} {uuid4().hex[:12]}"


@dataclass(frozen=True)
class Reply:
    """What a server says: a JSON object or text; nothing at all where ``drop``."""

    body: object = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drop: bool = False


def error(code: str, **more: object) -> Reply:
    headers = {"MediaWiki-API-Error": code}
    return Reply({"error": {"code": code, "info": f"The info of {code}.", **more}}, headers=headers)


Answer = Callable[[dict[str, str], Callable[[], Reply]], Reply]


class Server(ThreadingHTTPServer):
    """Answers every request by a function of its parameters and of how to ask the real wiki."""

    daemon_threads = True

    def __init__(self, answer: Answer, target: str = "http://127.0.0.1:9") -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer, self.target = answer, urlsplit(target).netloc
        self.seen: list[dict[str, str]] = []
        self.scheme = "http"

    @property
    def api(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}/api.php"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet: clients that go away are what is tested."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        query = urlsplit(self.path).query
        given = dict(parse_qsl(f"{query}&{body.decode()}", keep_blank_values=True))
        self.server.seen.append(given)
        reply = self.server.answer(given, lambda: self._forward(body))
        if reply.drop:
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        text = reply.body if isinstance(reply.body, str) else json.dumps(reply.body)
        kind = "text/html" if isinstance(reply.body, str) else "application/json; charset=utf-8"
        self.send_response(reply.status)
        for name, value in ({"Content-Type": kind} | reply.headers).items():
            for each in value.split("\n"):
                self.send_header(name, each)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    do_GET = do_POST

    def _forward(self, body: bytes) -> Reply:
        wiki = http.client.HTTPConnection(self.server.target, timeout=60)
        wiki.request(self.command, self.path, body, dict(self.headers.items()))
        got = wiki.getresponse()
        said = json.loads(got.read())
        cookies = "\n".join(got.headers.get_all("Set-Cookie", []))
        return Reply(said, got.status, {"Set-Cookie": cookies} if cookies else {})

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


Serve = Callable[..., Server]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A function that starts a server, to which a wiki to pass requests on to may be given."""
    started = []

    def start(answer: Answer, target: str = "http://127.0.0.1:9") -> Server:
        server = Server(answer, target)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        started.append(server)
        return server

    yield start
    for server in started:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "localhost,127.0.0.1")
    monkeypatch.setattr(transport, "PAUSES", (0.01, 0.02))
    for name in ("WIKIFAQ_USER", "WIKIFAQ_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)


def site(api: str, folder: Path, *, wiki: Wiki | None = None, timeout: float = TIMEOUT) -> SiteWiki:
    """The site behind a server, as the wiki's bot where the wiki is given."""
    if not wiki:
        return SiteWiki(api, timeout=timeout, state=folder)
    file = folder / "password"
    file.write_text(wiki.accounts[wiki.bot], encoding="utf-8")
    return SiteWiki(api, timeout=timeout, state=folder, user=wiki.bot, password_file=file)


def kinds(server: Server, action: str) -> list[dict[str, str]]:
    return [given for given in server.seen if given.get("action") == action]


@pytest.fixture
def silence() -> Iterator[str]:
    """The address of a port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/api.php"


@pytest.fixture
def dripping() -> Iterator[str]:
    """The address of a server that says a byte a moment, for ever."""

    def drip(listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{")
                while True:
                    connection.sendall(b" ")
                    time.sleep(0.1)
            except OSError:
                if listening.fileno() < 0:
                    return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=drip, args=(listening,), daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/api.php"


@pytest.mark.parametrize("kind", ["silence", "dripping"])
def test_no_answer_in_time(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    api = request.getfixturevalue(kind)
    started = time.monotonic()
    with pytest.raises(TryLater, match=rf"at 127\.0\.0\.1:\d+ did not answer within {TIMEOUT:g} s"):
        site(api, tmp_path).by_prefix("x")
    assert TIMEOUT - 0.1 < time.monotonic() - started < TIMEOUT + 1


def test_nobody_there(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    started = time.monotonic()
    with pytest.raises(TryLater, match=rf"127\.0\.0\.1:{port} can't be reached \(Connection ref"):
        site(f"http://127.0.0.1:{port}/api.php", tmp_path).newest(["x"])
    assert time.monotonic() - started < TIMEOUT + 1
    with pytest.raises(TryLater, match=r"no-such-host\.invalid can't be reached"):
        site("http://no-such-host.invalid/api.php", tmp_path).newest(["x"])


HTML = "<!DOCTYPE html><html><body><h1>Something</h1></body></html>"


@pytest.mark.parametrize(
    ("reply", "exception", "match"),
    [
        (Reply(HTML), ConfigurationError, "no MediaWiki API"),
        (Reply(HTML, 404), ConfigurationError, r"no MediaWiki API \(HTTP 404\)"),
        (Reply(HTML, 500), TryLater, "HTTP 500"),
        (Reply(HTML, 502), TryLater, "HTTP 502"),
        (Reply("", 503, {"Retry-After": "7200"}), TryLater, "in 7200 seconds"),
        (Reply("", 429, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}), TryLater, "later"),
        (Reply(HTML, 403), Refused, r"refuses access .*\(HTTP 403\)"),
        (Reply(HTML, 301, {"Location": "https://b.example/w/api.php"}), ConfigurationError, "b.ex"),
        (Reply([]), ConfigurationError, "no MediaWiki API"),
        (Reply({"hello": 1}), ConfigurationError, "no MediaWiki API"),
        (Reply({}), ConfigurationError, "no MediaWiki API"),
        (Reply(""), ConfigurationError, "no MediaWiki API"),
        (Reply(drop=True), TryLater, "can't be reached"),
        (error("readapidenied"), Refused, "The info of readapidenied"),
        (error("internal_api_error_DBQueryError"), TryLater, "DBQueryError"),
        (error("unheard-of"), WikifaqError, r"The info of unheard-of \(unheard-of\)"),
    ],
)
def test_answers_that_are_none(
    reply: Reply, exception: type[WikifaqError], match: str, serve: Serve, tmp_path: Path
) -> None:
    server = serve(lambda _given, _forward: reply)
    for ask in (lambda wiki: wiki.by_prefix("x"), lambda wiki: wiki.newest(["x"])):
        started = time.monotonic()
        with pytest.raises(exception, match=match) as caught:
            ask(site(server.api, tmp_path))
        assert type(caught.value).exit_status == exception.exit_status
        assert time.monotonic() - started < TIMEOUT + 1
        assert "\n" not in str(caught.value)


def test_a_certificate_that_nobody_signed(serve: Serve, tmp_path: Path) -> None:
    if not shutil.which("openssl"):
        pytest.skip("It takes openssl to make a certificate.")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"]
    command += ["-keyout", str(key), "-out", str(certificate), "-days", "2"]
    subprocess.run(command, check=True, capture_output=True)
    server = serve(lambda _given, _forward: Reply(HTML))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.scheme = "https"
    with pytest.raises(TryLater, match=r"127\.0\.0\.1:\d+ has no certificate that can be trusted"):
        site(server.api, tmp_path).newest(["x"])


def test_reading_is_tried_again(mediawiki: Wiki, serve: Serve, tmp_path: Path) -> None:
    bad = [Reply(HTML, 502), Reply(drop=True)]

    def answer(_given: dict[str, str], forward: Callable[[], Reply]) -> Reply:
        return bad.pop() if bad else forward()

    server = serve(answer, mediawiki.base)
    assert site(server.api, tmp_path, timeout=30).newest(["Main Page"])["Main Page"]


@pytest.mark.parametrize("code", ["maxlag", "ratelimited", "readonly", "actionthrottledtext"])
def test_a_wiki_that_asks_for_patience(
    mediawiki: Wiki, serve: Serve, tmp_path: Path, code: str
) -> None:
    """Pywikibot would sleep, and ask again."""
    busy: list[str] = []

    def answer(given: dict[str, str], forward: Callable[[], Reply]) -> Reply:
        if given.get("action") in busy:
            return error(code, lag=3000, host="x", type="db")
        said = forward()
        return Reply(said.body, said.status, said.headers | {"Retry-After": "3600"})

    server = serve(answer, mediawiki.base)
    wiki = site(server.api, tmp_path, wiki=mediawiki, timeout=30)
    wiki.log_in()
    busy += ["edit"]
    started = time.monotonic()
    with pytest.raises(TryLater, match=f"The info of {code}") as caught:
        wiki.edit(Edit(fresh("Busy"), "x", "y", None))
    assert not isinstance(caught.value, EditConflict)
    assert len(kinds(server, "edit")) == 1
    assert kinds(server, "edit")[0]["maxlag"] == "5"
    busy += ["query"]
    with pytest.raises(TryLater, match=f"The info of {code}"):
        wiki.by_prefix("x")
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("arrives", [True, False])
def test_a_lost_answer_is_not_followed_by_a_second_edit(
    mediawiki: Wiki, serve: Serve, tmp_path: Path, *, arrives: bool
) -> None:
    def answer(given: dict[str, str], forward: Callable[[], Reply]) -> Reply:
        if given.get("action") != "edit":
            return forward()
        if arrives:
            forward()
        return Reply(drop=True)

    server, title = serve(answer, mediawiki.base), fresh("Lost")
    wiki = site(server.api, tmp_path, wiki=mediawiki, timeout=30)
    client = mediawiki.session(mediawiki.editor)
    base = None
    for text in ("one", "two"):
        if arrives:
            saved = wiki.edit(Edit(title, text, "why", base))
            assert client.text(title) == text
            assert saved.revision == client.revisions(title)[0]["revid"]
            base = saved.revision
        else:
            with pytest.raises(TryLater, match="can't be reached"):
                wiki.edit(Edit(title, text, "why", base))
            assert client.text(title) is None
    assert len(kinds(server, "edit")) == 2
    assert wiki.requests["edit"] == 2


def test_a_wiki_that_goes_down_while_we_write(
    mediawiki: Wiki, serve: Serve, tmp_path: Path
) -> None:
    down: list[bool] = []

    def answer(given: dict[str, str], forward: Callable[[], Reply]) -> Reply:
        down.extend([True] if given.get("action") == "edit" else [])
        return Reply(HTML, 502) if down else forward()

    server = serve(answer, mediawiki.base)
    wiki = site(server.api, tmp_path, wiki=mediawiki)
    with pytest.raises(TryLater, match=r"HTTP 502.*Whether 'Down .*' was saved is not known"):
        wiki.edit(Edit(fresh("Down"), "x", "y", None))
    assert len(kinds(server, "edit")) == 1


def test_a_token_that_expired(mediawiki: Wiki, serve: Serve, tmp_path: Path) -> None:
    replies = [error("badtoken")]

    def answer(given: dict[str, str], forward: Callable[[], Reply]) -> Reply:
        return replies.pop() if given.get("action") == "edit" and replies else forward()

    server, title = serve(answer, mediawiki.base), fresh("Token")
    wiki = site(server.api, tmp_path, wiki=mediawiki, timeout=30)
    assert wiki.edit(Edit(title, "x", "y", None)).revision
    assert len(mediawiki.session(None).revisions(title)) == 1


@pytest.mark.parametrize(
    ("reply", "exception", "match"),
    [
        (error("assertuserfailed"), Refused, "assertuserfailed"),
        (error("assertnameduserfailed"), Refused, "assertnameduserfailed"),
        (error("protectedpage"), Refused, "protectedpage"),
        (error("some-extensions-own"), Refused, "some-extensions-own"),
        (error("badmd5"), WikifaqError, "badmd5"),
        (error("missingtitle"), EditConflict, "missingtitle"),
        (error("pagedeleted"), EditConflict, "pagedeleted"),
        (Reply({"edit": {"result": "Failure", "captcha": {"id": 1}}}), Refused, "CAPTCHA"),
        (Reply({"edit": {"result": "Failure", "spamblacklist": "x.ex"}}), Refused, r"x\.ex"),
        (Reply({"edit": {"result": "Failure"}}), Refused, "no reason"),
    ],
)
def test_refusals(
    mediawiki: Wiki,
    serve: Serve,
    tmp_path: Path,
    reply: Reply,
    exception: type[WikifaqError],
    match: str,
) -> None:
    def answer(given: dict[str, str], forward: Callable[[], Reply]) -> Reply:
        return reply if given.get("action") == "edit" else forward()

    server = serve(answer, mediawiki.base)
    wiki = site(server.api, tmp_path, wiki=mediawiki, timeout=30)
    with pytest.raises(exception, match=match) as caught:
        wiki.edit(Edit(fresh("Refused"), "x", "y", None))
    assert caught.value.exit_status == exception.exit_status
    assert len(kinds(server, "edit")) == 1


def second_step(field_name: str) -> dict[str, Any]:
    fields = {field_name: {"type": "string", "label": "Token", "help": "?"}}
    asked = [{"id": "x", "metadata": {}, "required": "required", "fields": fields}]
    said = {"status": "UI", "message": "Verify", "messagecode": "x", "requests": asked}
    return {"clientlogin": said}


@pytest.mark.parametrize(
    ("login", "match"),
    [
        (second_step("OATHToken"), "bot password"),
        ({"clientlogin": {"status": "FAIL", "message": "Wait, <b>please</b>."}}, "Wait, please"),
        ({"clientlogin": {"status": "WrongToken", "message": "?"}}, "forgets each login"),
        ({"error": {"code": "badtoken", "info": "Invalid CSRF token."}}, "forgets each"),
    ],
)
def test_logins_that_do_not_work(
    mediawiki: Wiki, serve: Serve, tmp_path: Path, login: dict[str, Any], match: str
) -> None:
    def answer(given: dict[str, str], forward: Callable[[], Reply]) -> Reply:
        return Reply(login) if given.get("action") == "clientlogin" else forward()

    server = serve(answer, mediawiki.base)
    with pytest.raises(WikifaqError, match=match) as caught:
        site(server.api, tmp_path, wiki=mediawiki, timeout=30).log_in()
    assert mediawiki.accounts[mediawiki.bot] not in str(caught.value)
    assert len(kinds(server, "clientlogin")) < 8


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
    home = tmp_path / "home"
    home.mkdir()
    state = tmp_path / "state"
    state.mkdir()
    (state / "password").write_text("wrong")
    command = [sys.executable, "-c", PROGRAM, mediawiki.api, str(state), mediawiki.bot]
    command += ["-v", "-config:x", f"-dir:{tmp_path}"]
    environment = os.environ | {
        "HOME": str(home / "not there"),
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        "NO_PROXY": "127.0.0.1",
    }
    ends = {"closed pipe": os.pipe, "open pipe": os.pipe, "terminal": pty.openpty}.get(stdin)
    given, kept = ends() if ends else (None, None)
    if stdin == "terminal":
        given, kept = kept, given
    if stdin == "closed pipe":
        os.close(kept)
    ran = subprocess.run(
        command,
        stdin=subprocess.DEVNULL if given is None else given,
        start_new_session=True,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env=environment,
        cwd=home,
    )
    assert "Incorrect username or password" in ran.stdout
    assert ran.stdout.endswith("\n1\n")
    assert ran.stderr == ""
    assert list(home.iterdir()) == []
    assert {path.name for path in state.iterdir()} == {"password", "apicache", "throttle.ctrl"}
    assert state.stat().st_mode & 0o777 == 0o700
