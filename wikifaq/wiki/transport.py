"""How requests reach a wiki: with a time limit, counted, and each wiki with its own cookies.

Pywikibot sends everything through one global session, with one cookie jar for all. Cookies know
no ports, so two wikis on one host would log each other out there; it repeats a request whose
answer was lost, even an edit; and it waits as long as a server's Retry-After asks. A Switchboard
in that session's place gives each wiki a Line of its own, which does none of this. What goes wrong
on a Line is a ConnectionError besides what the operator sees it as, for that is what pywikibot
hands on at once.
"""

from __future__ import annotations

import contextlib
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass
from http.cookiejar import LoadError, LWPCookieJar
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote_plus, urlsplit

import requests

from wikifaq.errors import ConfigurationError, Refused, TryLater

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

REPEATABLE = frozenset({"query", "parse", "paraminfo"})
BUSY = frozenset({"maxlag", "ratelimited", "readonly"})
LOGIN = frozenset({"login", "clientlogin"})
MOST_LOGINS = 4  # a wiki that forgets its login tokens would be asked for new ones for ever
ALWAYS_SAID = ("error", "batchcomplete", "continue")  # one of them, or the action's own name
PAUSES = (0.5, 2.0)  # seconds before what is repeatable is tried again
T = TypeVar("T")
_ASKED = re.compile(r"(?:^|&)(action|generator|list|prop|meta)=([^&]*)")


class Unreachable(TryLater, ConnectionError):  # noqa: N818 - as its bases in wikifaq.errors
    """No answer came, or none that says anything: what was asked may have been done or not."""


class Busy(TryLater, ConnectionError):  # noqa: N818 - likewise
    """The wiki asks for patience, and did nothing. Pywikibot would sleep and ask again."""


class NotAnApi(ConfigurationError, ConnectionError):  # noqa: N818 - likewise
    """Something answered, but no MediaWiki API."""


class Forbidden(Refused, ConnectionError):  # noqa: N818 - likewise
    """The server lets nobody in."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """An error that the wiki's API answered with: its code, and what it says in words."""

    code: str
    info: str


class Line:
    """The way to one wiki, as one user. What it raises is a sentence about that wiki.

    ``requests`` counts what was sent, by kind ("query allpages", "edit"); ``complaint`` is the
    last error that the wiki answered with since ``begin``.
    """

    def __init__(self, api: str, *, timeout: float, cookies: Path) -> None:
        self.host = urlsplit(api).netloc
        self.requests: Counter[str] = Counter()
        self.complaint: Complaint | None = None
        self._api, self._timeout, self._cookies = api, timeout, cookies
        self._logins, self._is_api = 0, False
        self._jar = LWPCookieJar(str(cookies))
        with contextlib.suppress(OSError, LoadError):
            self._jar.load(ignore_discard=True)
        self._session = self._new_session()

    def begin(self) -> None:
        """Forget what earlier requests met with."""
        self.complaint, self._logins = None, 0

    def save_cookies(self) -> None:
        """Keep the login for the next run, in a file for this user only."""
        with contextlib.suppress(OSError):  # then the next run logs in anew
            self._cookies.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._jar.save(ignore_discard=True)

    def forget_login(self) -> None:
        """End the login for this run and the next."""
        self._jar.clear()
        with contextlib.suppress(OSError):
            self._cookies.unlink(missing_ok=True)

    def request(self, method: str, url: str, **options: Any) -> requests.Response:  # noqa: ANN401
        """Send a request as requests.Session does, and return an answer that is a JSON object.

        Nothing takes longer than the time limit. Raises Unreachable, Busy, NotAnApi, Forbidden.
        """
        body = options.get("data")
        action, kind = kind_of(f"{urlsplit(url).query}&{body if isinstance(body, str) else ''}")
        self._count_login(action)
        options |= {"allow_redirects": False}  # a login must not follow one to another host
        deadline = time.monotonic() + self._timeout
        pauses = iter(PAUSES if action in REPEATABLE else ())
        if action not in REPEATABLE:
            self._session.close()  # a connection gone stale would leave us not knowing
        while True:
            self.requests[kind] += 1
            try:
                return self._checked(self._once(method, url, deadline, options), action)
            except Unreachable:
                pause = next(pauses, None)
                if pause is None or time.monotonic() + pause >= deadline:
                    raise
                time.sleep(pause)

    def _new_session(self) -> requests.Session:
        session = requests.Session()
        session.cookies = self._jar  # type: ignore[assignment]  # requests takes any cookie jar
        return session

    def _count_login(self, action: str) -> None:
        self._logins += action in LOGIN
        if self._logins > MOST_LOGINS:
            raise Unreachable(
                f"The wiki at {self.host} forgets each login before it is done; try again later."
            )

    def _once(
        self, method: str, url: str, deadline: float, options: dict[str, Any]
    ) -> requests.Response:
        left = max(deadline - time.monotonic(), 0.1)
        session = self._session
        try:
            return within(left, lambda: session.request(method, url, **options | {"timeout": left}))
        except (TimeoutError, requests.Timeout):
            self._session = self._new_session()  # the old one may still be waiting
            raise Unreachable(
                f"The wiki at {self.host} did not answer within {self._timeout:g} seconds; "
                "try again later."
            ) from None
        except requests.exceptions.SSLError as problem:
            raise Unreachable(
                f"The wiki at {self.host} has no certificate that can be trusted "
                f"({_reason(problem)}); try again later, or have it renewed."
            ) from None
        except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema) as problem:
            raise NotAnApi(f"{self._api} is no usable address: {problem}.") from None
        except requests.RequestException as problem:
            raise Unreachable(
                f"The wiki at {self.host} can't be reached ({_reason(problem)}); try again later."
            ) from None

    def _checked(self, answer: requests.Response, action: str) -> requests.Response:
        status, wait = answer.status_code, answer.headers.pop("Retry-After", "")
        if status == requests.codes.too_many_requests or status >= requests.codes.server_error:
            when = f"in {wait} seconds" if wait.isdecimal() else "later"
            raise Unreachable(
                f"The wiki at {self.host} can't answer now (HTTP {status}); try again {when}."
            )
        if status in {requests.codes.unauthorized, requests.codes.forbidden}:
            raise Forbidden(
                f"The server {self.host} refuses access to {self._api} (HTTP {status})."
            )
        if "Location" in answer.headers and not self._is_api:
            raise NotAnApi(
                f"{self._api} leads elsewhere, to {answer.headers['Location']}; "
                "give the address that the wiki's api.php really has."
            )
        try:
            said = answer.json()
        except ValueError:
            said = None
        if not isinstance(said, dict) or not said.keys() & {*ALWAYS_SAID, action}:
            if self._is_api:
                raise Unreachable(
                    f"The wiki at {self.host} gave an answer that can't be read "
                    f"(HTTP {status}); try again later."
                )
            raise NotAnApi(
                f"What answers at {self._api} is no MediaWiki API (HTTP {status}); "
                "give the address of the wiki's api.php."
            )
        self._is_api = True
        if isinstance(error := said.get("error"), dict):
            self._note(Complaint(str(error.get("code", "")), str(error.get("info", ""))))
        return answer

    def _note(self, complaint: Complaint) -> None:
        self.complaint = complaint
        words = f"{complaint.info.rstrip('.')} ({complaint.code}); try again later."
        if complaint.code in BUSY:
            raise Busy(f"The wiki at {self.host} can't do that now: {words}")
        if complaint.code.startswith("internal_api_error_"):
            raise Unreachable(f"The wiki at {self.host} failed: {words}")


class Switchboard:
    """What pywikibot takes for its HTTP session: it passes requests to the Line that is in use.

    Requests that no Line is in use for go to ``otherwise``, pywikibot's own session.
    """

    def __init__(self, otherwise: requests.Session) -> None:
        self.otherwise = otherwise
        self._line: Line | None = None

    @contextlib.contextmanager
    def through(self, line: Line) -> Iterator[None]:
        """Within this, all requests go through the line."""
        before, self._line = self._line, line
        try:
            yield
        finally:
            self._line = before

    def request(self, method: str, url: str, **options: Any) -> requests.Response:  # noqa: ANN401
        """As requests.Session.request."""
        return (self._line or self.otherwise).request(method, url, **options)

    def close(self) -> None:
        """Close pywikibot's own session; it does so at exit."""
        self.otherwise.close()


def kind_of(parameters: str) -> tuple[str, str]:
    """The action of a request, and its kind for counting, from its urlencoded parameters."""
    asked = {name: unquote_plus(value) for name, value in _ASKED.findall(parameters)}
    action = asked.get("action", "")
    modules = (asked.get(name) for name in ("generator", "list", "prop", "meta"))
    module = next((module for module in modules if module), "")
    # pywikibot adds userinfo to what it asks for anyway
    module = "|".join(part for part in module.split("|") if part != "userinfo") or module
    return action, f"{action} {module}" if action == "query" and module else action


def within(seconds: float, work: Callable[[], T]) -> T:
    """What ``work`` returns or raises; TimeoutError when that takes longer.

    A socket's own timeouts bound neither the name's resolution nor an answer that drips in.
    """
    done: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            done.put((work(), None))
        except BaseException as problem:  # noqa: BLE001 - it is raised where it is waited for
            done.put((None, problem))

    threading.Thread(target=run, daemon=True).start()
    try:
        result, problem = done.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if problem is not None:
        raise problem
    return result  # type: ignore[return-value]  # None only where that is what work returns


def _reason(problem: BaseException) -> str:
    """The innermost reason that a chain of networking exceptions gives, in a few words."""
    chain: list[BaseException] = []
    inner: object = problem
    while isinstance(inner, BaseException) and inner not in chain:
        chain.append(inner)
        wrapped = (inner.__cause__, getattr(inner, "reason", None), *inner.args, inner.__context__)
        inner = next((each for each in wrapped if isinstance(each, BaseException)), None)
    known = (each.strerror for each in reversed(chain) if isinstance(each, OSError))
    words = next(filter(None, known), None) or str(chain[-1]) or type(problem).__name__
    return re.sub(r"^\[.*?\] | \(_ssl.*\)$", "", words).rstrip(".")
