"""A real MediaWiki on loopback, for the integration tests and for a developer's hand.

It runs Debian's MediaWiki where it lies, with ``php -S``, an SQLite database and a configuration
in a scratch folder: nothing of the system is changed, and stopping it removes everything. By hand:
``python scripts/local_wiki.py`` (or ``make wiki``), until Ctrl-C.
"""

from __future__ import annotations

import argparse
import atexit
import contextlib
import json
import os
import re
import secrets
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote

import requests

if TYPE_CHECKING:
    from collections.abc import Mapping

ADMIN, BOT, EDITOR = "Admin", "FaqBot", "Editor"
SOURCE = Path("/usr/share/mediawiki")
INSTALL = (
    "Install what is needed with: apt-get install "
    "mediawiki php-cli php-sqlite3 php-mbstring php-xml php-intl php-curl"
)
EXTENSIONS = "Cite,ParserFunctions,AbuseFilter,VisualEditor"
SECONDS = 60  # for a start, and for a request
# The server must not outlive us, however we end: a shell beside it waits for its input to close.
GUARDED = 'exec 3<&0; (read _ <&3; kill 0) & exec "$@" 3<&- </dev/null'

SETTINGS = r"""
# From here on: the settings of scripts/local_wiki.py.
$wgServer = 'http://127.0.0.1:' . ( $_SERVER['SERVER_PORT'] ?? 80 );
$wgCacheDirectory = __DIR__ . '/cache';
$wgTmpDirectory = __DIR__ . '/tmp';
$wgUploadDirectory = __DIR__ . '/images';
$wgLocalisationCacheConf['store'] = 'array';
$wgEnableUploads = $wgEnableEmail = $wgEnableUserEmail = false;
$wgArticlePath = '/wiki/$1';
$wgShowExceptionDetails = true;
$wgRateLimits = [];
$wgGroupPermissions['*']['noratelimit'] = true;
$wgGroupPermissions['sysop']['deleterevision'] = true;
$wgPasswordAttemptThrottle = [];
# Everything is parsed afresh: caches are valid to the second, and tests are faster than that.
$wgMainCacheType = $wgParserCacheType = CACHE_NONE;
$wgSessionCacheType = $wgMessageCacheType = CACHE_DB;
$wgParsoidCacheConfig['StashType'] = CACHE_DB;
$wgDefaultUserOptions['visualeditor-enable'] = 1;
$wgVisualEditorAvailableNamespaces['Project'] = true;
# The API never runs jobs by itself. What follows from an edit (links, categories, the pages that
# transclude it) is done at its request's end; the router lets no other request in before that.
$wgJobRunRate = 0;
if ( ( $_SERVER['REQUEST_METHOD'] ?? '' ) === 'POST' ) {
	$wgExtensionFunctions[] = static fn () => register_shutdown_function( static fn () =>
		MediaWiki\MediaWikiServices::getInstance()->getJobRunner()->run( [ 'maxJobs' => 500 ] ) );
}
"""

# The server runs this before each request. It writes the log of requests (the server's own lacks
# what a POST asks for; only harmless parameters are written), lets page names have dots, and lets
# a POST run alone, for writers to SQLite that wait for each other's files can wait forever.
ROUTER = r"""<?php
( static function () {
	$path = explode( '?', $_SERVER['REQUEST_URI'] )[0];
	if ( str_starts_with( $path, '/wiki/' ) ) {
		$_SERVER['SCRIPT_NAME'] = '/index.php';
	}
	$given = $_POST + $_GET;
	$line = [
		'time' => microtime( true ),
		'method' => $_SERVER['REQUEST_METHOD'],
		'script' => basename( $_SERVER['SCRIPT_NAME'] ),
		'path' => $path,
		'agent' => $_SERVER['HTTP_USER_AGENT'] ?? '',
	];
	foreach ( [ 'action', 'list', 'generator', 'prop', 'meta', 'assert', 'maxlag' ] as $name ) {
		if ( is_string( $given[$name] ?? null ) ) {
			$line[$name] = substr( $given[$name], 0, 200 );
		}
	}
	foreach ( [ 'titles', 'pageids', 'revids' ] as $name ) {
		if ( is_string( $given[$name] ?? null ) ) {
			$line[$name] = preg_match_all( '/[|\x1f]/', ltrim( $given[$name], "\x1f" ) ) + 1;
		}
	}
	$json = json_encode( $line, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE );
	file_put_contents( getenv( 'WIKIFAQ_WIKI_REQUESTS' ), "$json\n", FILE_APPEND | LOCK_EX );
} )();
$wikifaqLock = fopen( __FILE__, 'r' );
flock( $wikifaqLock, $_SERVER['REQUEST_METHOD'] === 'POST' ? LOCK_EX : LOCK_SH );
if ( $_SERVER['SCRIPT_NAME'] !== '/index.php' ) {
	return false;
}
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
"""


class Unavailable(Exception):  # noqa: N818 - it says what the matter is, not what went wrong
    """There is no wiki to be had here; the message says why, in a sentence."""


class ApiError(Exception):
    """The wiki answered with an error; ``code`` is the API's."""

    def __init__(self, code: str, info: str) -> None:
        super().__init__(f"The wiki refused ({code}): {info}")
        self.code = code


class Client:
    """A small client of the wiki's API, logged in as one of its accounts (or as nobody)."""

    def __init__(self, base: str, user: str | None = None, password: str = "") -> None:
        self.base, self.user = base, user
        self._http = requests.Session()
        self._http.trust_env = False  # a proxy from the environment is not for loopback
        self._http.headers["User-Agent"] = "wikifaq-tests (scripts/local_wiki.py)"
        if user is not None:
            self._log_in(user, password)

    def get(self, **params: object) -> dict[str, Any]:
        """The API's answer to a GET request; lists are joined, false parameters left out."""
        return self._api("GET", params)

    def post(self, **params: object) -> dict[str, Any]:
        """The API's answer to a POST request; an edit token is added where none is given."""
        if "token" not in params and self.user is not None:
            params["token"] = self.token()
        return self._api("POST", params)

    def token(self, kind: str = "csrf") -> str:
        """A token of this kind."""
        answer = self.get(action="query", meta="tokens", type=kind)
        return str(answer["query"]["tokens"][f"{kind}token"])

    def edit(self, title: str, text: str, summary: str = "", **extra: object) -> dict[str, Any]:
        """Save a page and return the API's answer, whose "edit" says what became of it."""
        answer = self.post(action="edit", title=title, text=text, summary=summary, **extra)
        if answer["edit"]["result"] != "Success":
            raise ApiError("edit-failed", f"The edit to {title} was not saved: {answer['edit']}")
        return answer

    def delete(self, title: str, reason: str = "") -> dict[str, Any]:
        """Delete a page and return the API's answer."""
        return self.post(action="delete", title=title, reason=reason)

    def text(self, title: str) -> str | None:
        """The page's current wikitext, None where there is no such page."""
        found = self._revisions(title, rvprop="content", rvslots="main", rvlimit=1)
        return str(found[0]["slots"]["main"]["content"]) if found else None

    def revisions(self, title: str) -> list[dict[str, Any]]:
        """The page's revisions, the newest first (at most as many as one answer holds)."""
        wanted = "ids|user|comment|timestamp|sha1|tags|size"
        return self._revisions(title, rvprop=wanted, rvlimit="max")

    def html(self, title: str) -> str:
        """The page as the legacy parser renders it."""
        answer = self.get(action="parse", page=title, prop="text", disablelimitreport=True)
        return str(answer["parse"]["text"])

    def parsoid(self, title: str) -> str:
        """The page as Parsoid renders it: a whole HTML document."""
        name = quote(title.replace(" ", "_"), safe="")
        answer = self._send("GET", f"{self.base}/rest.php/v1/page/{name}/html")
        if not answer.ok:
            raise ApiError(f"http-{answer.status_code}", answer.text[:500])
        answer.encoding = "utf-8"
        return answer.text

    def _revisions(self, title: str, **params: object) -> list[dict[str, Any]]:
        answer = self.get(action="query", prop="revisions", titles=title, **params)
        found: list[dict[str, Any]] = answer["query"]["pages"][0].get("revisions", [])
        return found

    def _log_in(self, user: str, password: str) -> None:
        answer = self.post(
            action="clientlogin",
            username=user,
            password=password,
            loginreturnurl=f"{self.base}/",
            logintoken=self.token("login"),
            token=None,
        )["clientlogin"]
        if answer["status"] != "PASS":
            raise ApiError(str(answer.get("messagecode")), str(answer.get("message")))

    def _api(self, method: str, params: Mapping[str, object]) -> dict[str, Any]:
        sent = {"format": "json", "formatversion": "2"}
        for name, value in params.items():
            if isinstance(value, (list, tuple)):
                sent[name] = "|".join(map(str, value))
            elif value is not None and value is not False:
                sent[name] = "1" if value is True else str(value)
        response = self._send(method, f"{self.base}/api.php", sent)
        try:
            answer: dict[str, Any] = response.json()
        except requests.JSONDecodeError:
            raise ApiError(f"http-{response.status_code}", response.text[:500]) from None
        if "error" in answer:
            raise ApiError(str(answer["error"]["code"]), str(answer["error"].get("info")))
        return answer

    def _send(
        self, method: str, url: str, sent: Mapping[str, str] | None = None
    ) -> requests.Response:
        asked, posted = (sent, None) if method == "GET" else (None, sent)
        try:
            return self._http.request(method, url, params=asked, data=posted, timeout=SECONDS)
        except requests.RequestException as problem:
            raise Unavailable(f"The wiki at {self.base} did not answer: {problem}") from None


class Wiki:
    """A wiki to test with: its address and the passwords of its accounts, by name."""

    def __init__(self, base: str = "", accounts: Mapping[str, str] | None = None) -> None:
        self.base, self.accounts = base, dict(accounts or {})
        self.admin, self.bot, self.editor = ADMIN, BOT, EDITOR

    @property
    def api(self) -> str:
        """The address of its API."""
        return f"{self.base}/api.php"

    def session(self, user: str | None) -> Client:
        """A client logged in as one of the accounts, with None as nobody."""
        return Client(self.base, user, self.accounts[user] if user else "")


class LocalWiki(Wiki):
    """A MediaWiki with accounts for an administrator, a bot and an ordinary user.

    A context manager. ``keep`` is a folder for its data, which then stay and are used again;
    otherwise they lie in a scratch folder that goes when it stops. Port 0 is any free one.
    ``language`` is that of its content and its interface.
    """

    def __init__(self, *, port: int = 0, keep: Path | None = None, language: str = "en") -> None:
        super().__init__()
        self._port, self._keep, self._language = port, keep, language
        self.folder = keep.absolute() if keep else Path()
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """What the server and PHP had to say."""
        return self.folder / "server.log"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Install it where that is not done yet, and start it. Raises Unavailable."""
        atexit.register(self.stop)
        try:
            self._prepare()
            self._serve()
            self._make_accounts()
        except (ApiError, subprocess.TimeoutExpired) as problem:
            self.stop()
            raise Unavailable(f"The wiki could not be made to work. {problem}") from None
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the server's processes and remove the scratch folder."""
        atexit.unregister(self.stop)
        if server := self._server:
            self._server = None
            for sign in (signal.SIGTERM, signal.SIGKILL):
                with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
                    os.killpg(server.pid, sign)
                    server.communicate(timeout=5)
        if not self._keep and self.folder != Path():
            shutil.rmtree(self.folder, ignore_errors=True)

    def wait(self) -> None:
        """Wait for the server to end, which it does only when something ended it."""
        if self._server:
            self._server.wait()

    def mark(self) -> int:
        """A point in the request log, for requests_since."""
        return len(self.requests())

    def requests(self) -> list[dict[str, Any]]:
        """Every request that reached the server, in order.

        Each has time, method, script, path and agent; of its parameters, from the address or the
        body, those of action, list, generator, prop, meta, assert and maxlag that it had, and of
        titles, pageids and revids the number.
        """
        lines = (self.folder / "requests.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def requests_since(self, mark: int) -> list[dict[str, Any]]:
        """The requests that came after a mark."""
        return self.requests()[mark:]

    def load(self, folder: Path) -> int:
        """Save every .wikitext file of a folder as a page named by its path; say how many."""
        admin = self.session(ADMIN)
        files = sorted(folder.rglob("*.wikitext"))
        for file in files:
            title = file.relative_to(folder).with_suffix("").as_posix()
            try:
                text = file.read_text(encoding="utf-8")
            except UnicodeError:
                raise Unavailable(f"{file} is not in UTF-8, as a page's text must be.") from None
            admin.edit(title, text, "Loaded from a file")
        return len(files)

    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "MW_CONFIG_FILE": str(self.folder / "LocalSettings.php"),
            "PHP_CLI_SERVER_WORKERS": "4",
            "WIKIFAQ_WIKI_REQUESTS": str(self.folder / "requests.jsonl"),
        }

    def _prepare(self) -> None:
        if not shutil.which("php") or not (SOURCE / "maintenance/install.php").exists():
            raise Unavailable(f"There is no php, or no MediaWiki in {SOURCE}. {INSTALL}")
        settings = self.folder / "LocalSettings.php"
        if not self._keep:
            self.folder = Path(tempfile.mkdtemp(prefix="wikifaq-wiki-"))
            settings = self.folder / settings.name
        elif not settings.exists() and self.folder.exists() and any(self.folder.iterdir()):
            raise Unavailable(f"{self.folder} holds something else than a wiki's data.")
        for name in ("data", "cache", "tmp", "images", "passwords"):
            (self.folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        (self.folder / "router.php").write_text(ROUTER, encoding="utf-8")
        (self.folder / "requests.jsonl").write_text("", encoding="utf-8")
        for name in (ADMIN, BOT, EDITOR):
            self.accounts[name] = _password(self.folder / "passwords" / name)
        if not settings.exists():
            self._install()
            with settings.open("a", encoding="utf-8") as more:
                more.write(SETTINGS)

    def _install(self) -> None:
        script = ["php", str(SOURCE / "maintenance/install.php"), "--dbtype", "sqlite"]
        script += ["--dbpath", str(self.folder / "data"), "--dbname", "wiki"]
        script += ["--server", "http://127.0.0.1", "--scriptpath", "", "--lang", self._language]
        script += ["--passfile", str(self.folder / "passwords" / ADMIN)]
        script += ["--skins", "Vector,MinervaNeue", "--extensions", EXTENSIONS]
        script += ["--confpath", str(self.folder), "wikifaq test wiki", ADMIN]
        done = subprocess.run(
            script,
            env=self._environment(),
            umask=0o077,
            timeout=SECONDS,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or not (self.folder / "LocalSettings.php").exists():
            said = (done.stdout + done.stderr).strip().splitlines() or ["nothing"]
            raise Unavailable(f"MediaWiki's installer failed and said: {said[-1]} {INSTALL}")
        # Readers then do not wait for a writer, and "database is locked" stays away.
        for file in (self.folder / "data").glob("*.sqlite"):
            with contextlib.closing(sqlite3.connect(file)) as database:
                database.execute("PRAGMA journal_mode = WAL")

    def _serve(self) -> None:
        command = ["sh", "-c", GUARDED, "sh", "php", "-S", f"127.0.0.1:{self._port}"]
        command += ["-t", str(SOURCE), "-d", "opcache.enable=1", "-d", "display_errors=0"]
        command += ["-d", "log_errors=1", "-d", "max_execution_time=120"]
        command += ["-d", "post_max_size=64M", str(self.folder / "router.php")]
        with self.log.open("wb") as log:
            # A process group of its own: Ctrl-C is for us, and stop() ends its workers too.
            self._server = subprocess.Popen(
                command,
                env=self._environment(),
                umask=0o077,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline and self._server.poll() is None:
            said = self.log.read_text(encoding="utf-8", errors="replace")
            if started := re.search(r"\((http://127\.0\.0\.1:\d+)\) started", said):
                self.base = started[1]
                Client(self.base).get(action="query", meta="siteinfo")
                return
            time.sleep(0.05)
        said = self.log.read_text(encoding="utf-8", errors="replace")
        raise Unavailable(f"The wiki's server did not start; it said: {said.strip()}")

    def _make_accounts(self) -> None:
        # By the API, for the maintenance script takes passwords from a command line all can see.
        admin = self.session(ADMIN)
        known = admin.get(action="query", list="users", ususers=[BOT, EDITOR])["query"]["users"]
        for user in (user["name"] for user in known if user.get("missing")):
            password = self.accounts[user]
            admin.post(
                action="createaccount",
                username=user,
                password=password,
                retype=password,
                createreturnurl=self.base,
                createtoken=admin.token("createaccount"),
                token=None,
            )
            self.session(user)  # the answer does not have to be read: a login proves the account
            if user == BOT:
                token = admin.token("userrights")
                admin.post(action="userrights", user=user, add="bot", token=token)


def _password(file: Path) -> str:
    if not file.exists():
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as made:
            made.write(secrets.token_urlsafe(24))
    return file.read_text(encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Run a wiki until Ctrl-C; return the exit status."""
    parser = argparse.ArgumentParser(description="Run a MediaWiki on loopback until Ctrl-C.")
    parser.add_argument("--port", type=int, default=8187, help="its port (default: %(default)s)")
    parser.add_argument("--load", type=Path, metavar="FOLDER", help="pages, as .wikitext files")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep its data here")
    parser.add_argument("--language", default="en", help="its language (default: %(default)s)")
    given = parser.parse_args(arguments)
    if given.load and not given.load.is_dir():
        parser.error(f"{given.load} is no folder.")
    for sign in (signal.SIGINT, signal.SIGTERM):  # a shell's background jobs ignore Ctrl-C's
        signal.signal(sign, signal.default_int_handler)
    try:
        with LocalWiki(port=given.port, keep=given.keep, language=given.language) as wiki:
            if given.load:
                print(f"{wiki.load(given.load)} pages loaded from {given.load}.")
            print(f"A wiki is at {wiki.base}/ (API: {wiki.api}) until Ctrl-C.")
            print(f"Its accounts are {', '.join(wiki.accounts)}; each one's password is in a file")
            print(f"of that name in {wiki.folder / 'passwords'}.", flush=True)
            wiki.wait()
            said = wiki.log.read_text(encoding="utf-8", errors="replace").splitlines()
            print(f"The server has ended by itself; it said last: {said[-1:]}", file=sys.stderr)
    except KeyboardInterrupt:
        return 0
    except (Unavailable, ApiError, OSError) as problem:
        print(problem, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
