"""SiteWikis of the wiki that the tests run against, a second wiki there, and servers that fail."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

import pytest
from local_wiki import Client, LocalWiki, Wiki

from wikifaq.wiki import session
from wikifaq.wiki.site import SiteWiki

if TYPE_CHECKING:
    from pathlib import Path

Open = Callable[..., SiteWiki]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "localhost,127.0.0.1")
    for name in ("WIKIFAQ_USER", "WIKIFAQ_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("state")


@pytest.fixture
def open_site(
    mediawiki: Wiki, state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Open:
    """A function that opens a wiki as one of its accounts, or for reading only."""
    prepare = session.prepare
    monkeypatch.setattr(session, "prepare", lambda **given: prepare(**given, write_pause=0))

    def open_it(
        user: str | None = None,
        *,
        wiki: Wiki = mediawiki,
        api: str = "",
        timeout: float = 30,
        state: Path = state,
    ) -> SiteWiki:
        file = None
        if user:
            file = tmp_path / f"password-{uuid4().hex}"
            file.write_text(f"{wiki.accounts[user]}\n", encoding="utf-8")
        address = api or wiki.api
        return SiteWiki(address, timeout=timeout, state=state, user=user, password_file=file)

    return open_it


@pytest.fixture
def editor(mediawiki: Wiki) -> Client:
    return mediawiki.session(mediawiki.editor)


@pytest.fixture
def bot_wiki(mediawiki: Wiki, open_site: Open) -> SiteWiki:
    wiki = open_site(mediawiki.bot)
    wiki.log_in()
    return wiki


@pytest.fixture(scope="module")
def other_mediawiki() -> Iterator[LocalWiki]:
    """A second wiki on the same host, whose database, and so its cookies, are named the same."""
    with LocalWiki() as wiki:
        yield wiki


class Server(ThreadingHTTPServer):
    """Answers every request by a function of its parameters and of how to ask a real wiki.

    The function returns a dict or a list to be sent as JSON, a string as HTML, a tuple of a
    status, one of these and headers, or None to hang up.
    """

    daemon_threads = True

    def __init__(self, answer: Callable[..., Any], target: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer, self.target, self.scheme = answer, urlsplit(target).netloc, "http"
        self.seen: list[dict[str, str]] = []

    @property
    def api(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}/api.php"

    def asked(self, action: str) -> list[dict[str, str]]:
        """The parameters of the requests so far for an action."""
        return [given for given in self.seen if given.get("action") == action]

    def handle_error(self, *_: object) -> None:
        """Keep quiet: clients that go away are what is tested."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def handle_any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        asked = f"{urlsplit(self.path).query}&{body.decode()}"
        given = dict(parse_qsl(asked, keep_blank_values=True))
        self.server.seen.append(given)
        reply = self.server.answer(given, lambda: self._forward(body))
        if reply is None:
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        status, said, headers = reply if isinstance(reply, tuple) else (200, reply, {})
        text = (said if isinstance(said, str) else json.dumps(said)).encode()
        kind = "text/html" if isinstance(said, str) else "application/json; charset=utf-8"
        self.send_response(status)
        for name, value in ({"Content-Type": kind} | headers).items():
            for each in value.split("\n"):
                self.send_header(name, each)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = handle_any  # noqa: N815 - the names that http.server looks for

    def _forward(self, body: bytes) -> tuple[int, Any, dict[str, str]]:
        wiki = http.client.HTTPConnection(self.server.target, timeout=60)
        wiki.request(self.command, self.path, body, dict(self.headers.items()))
        got = wiki.getresponse()
        said = json.loads(got.read())
        cookies = "\n".join(got.headers.get_all("Set-Cookie", []))
        return got.status, said, {"Set-Cookie": cookies} if cookies else {}

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """A function that starts a Server; its second argument is the wiki to pass requests on to."""
    started = []

    def start(answer: Callable[..., Any], target: str = "http://127.0.0.1:9") -> Server:
        server = Server(answer, target)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        started.append(server)
        return server

    yield start
    for server in started:
        server.shutdown()
        server.server_close()
