"""Questions to a MediaWiki, put through pywikibot's requests; its troubles become sentences."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from wikifaq.errors import PageError, TryLater, WikifaqError
from wikifaq.wiki import complaints, session
from wikifaq.wiki.credentials import Login, account, read_login
from wikifaq.wiki.family import find_site
from wikifaq.wiki.transport import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


class Connection:
    """A wiki, as one user or as nobody. Making one asks the wiki nothing.

    ``user`` is the account's name or a bot password's ("User@suffix"); where it is None, the
    operator's user-config.py may name one. ``site`` is pywikibot's site, ``rights`` what the user
    may do there, None until logged in.
    """

    def __init__(self, address: str, *, timeout: float, state: Path, user: str | None) -> None:
        folder = session.private_folder(state)
        self.session = session.prepare(folder=folder, timeout=timeout)
        with session.quiet():
            code, family = find_site(self.session.pywikibot, address)
            self.login_name = user or self._configured_user(code, family.name)
            self.user = account(self.login_name) if self.login_name else None
            self.site = self.session.site_class(code=code, fam=family, user=self.user)
        self.api: str = self.site.base_url(self.site.apipath())
        who = hashlib.sha256((self.user or "").encode()).hexdigest()[:12]
        cookies = folder / "cookies" / f"{family.name}-{self.site.code}-{who}.lwp"
        self.line = Line(self.api, timeout=timeout, cookies=cookies)
        self.rights: frozenset[str] | None = None

    @property
    def host(self) -> str:
        """The wiki's host, for messages."""
        return self.line.host

    @contextmanager
    def asking(self, doing: str, *, writing: bool = False) -> Iterator[Any]:
        """Within this, pywikibot's site may be used; ``doing`` is why, for messages.

        Raises what a Line raises, and the exceptions of complaints.failure.
        """
        self.line.begin()
        with session.quiet(), self.session.switchboard.through(self.line):
            try:
                yield self.site
            except (self.session.pywikibot.exceptions.Error, complaints.LoginNeeded) as problem:
                raise self._explained(problem, doing, writing=writing) from problem

    def ask(
        self, doing: str, params: Mapping[str, object], *, writing: bool = False
    ) -> dict[str, Any]:
        """The wiki's answer to one request; parameters that are None or False are left out."""
        given = {"formatversion": 2} | {
            name: value
            for name, value in params.items()
            if value is not None and value is not False
        }
        reading = given["action"] == "query"
        with self.asking(doing, writing=writing) as site:
            # Pywikibot's method for any request; simple_request can't be told how to send it, and
            # would first ask the wiki which requests must be posted.
            request = site._request(parameters=given, use_get=reading)  # noqa: SLF001
            answer: dict[str, Any] = request.submit()
        return answer

    def query(self, doing: str, **params: object) -> Iterator[dict[str, Any]]:
        """The parts of the answer to a query, as many as the wiki makes of it.

        A page may stand in several parts, with its text in one of them only.
        Source: https://www.mediawiki.org/wiki/API:Continue
        """
        more: dict[str, object] = {}
        while True:
            answer = self.ask(doing, {"action": "query", **params, **more})
            yield answer.get("query", {})
            before, more = more, answer.get("continue", {})
            if not more:
                return
            if more == before:
                raise WikifaqError(
                    f"Can't {doing}: the wiki at {self.host} gives the same part of its answer "
                    "again and again; one page may be larger than what it sends at once."
                )

    def log_in(self, password_file: Path | None) -> None:
        """Log in, if the cookies of an earlier login don't do. Raises WikifaqError."""
        with self.asking("log in") as site:
            if not (self.user and site.resume()):
                self._log_in(site, self._login(password_file))
                if not site.resume():
                    raise WikifaqError(
                        f"Can't log in on {self.host}: it took the password of {self.user} but "
                        f"says that this is {site.userinfo.get('name')!r}; give that name."
                    )
                self.line.save_cookies()
            self.rights = frozenset(site.userinfo["rights"])

    def log_out(self) -> None:
        """Forget the login, so that the next edit starts from a new one; the wiki isn't asked."""
        self.line.forget_login()
        self.rights = None
        self.site.tokens.clear()
        del self.site.userinfo

    def _login(self, password_file: Path | None) -> Login:
        if not self.login_name or not password_file:
            lacking = "account is named" if not self.login_name else "password is known"
            raise WikifaqError(
                f"Can't log in on {self.host}: no {lacking}; set WIKIFAQ_USER to the account's "
                "name and WIKIFAQ_PASSWORD_FILE to a file with its password."
            )
        return read_login(
            password_file,
            name=self.login_name,
            family=self.site.family.name,
            code=self.site.code,
        )

    def _log_in(self, site: Any, login: Login) -> None:  # noqa: ANN401 - pywikibot is untyped
        pywikibot = self.session.pywikibot
        manager = pywikibot.login.ClientLoginManager(
            site=site, user=self.user, password=login.password
        )
        manager.login_name = login.name
        try:
            manager.login_to_site()  # its login() would ask for another password
        except pywikibot.exceptions.APIError as problem:
            reason = complaints.plain(str(problem.info)) or problem.code
            raise WikifaqError(
                f"Can't log in on {self.host} as {login.name}; the wiki says: {reason}."
            ) from None

    def _configured_user(self, code: str, family: str) -> str | None:
        names = self.session.pywikibot.config.usernames
        known = {**names.get("*", {}), **names.get(family, {})}
        name: str | None = known.get(code) or known.get("*")
        return name

    def _explained(self, problem: Exception, doing: str, *, writing: bool) -> WikifaqError:
        if self.line.complaint:
            return complaints.failure(
                self.line.complaint, host=self.host, doing=doing, writing=writing
            )
        if isinstance(problem, self.session.pywikibot.exceptions.InvalidTitleError):
            return PageError(f"Can't {doing}: {complaints.plain(str(problem))}.")
        if isinstance(problem, complaints.LoginNeeded):
            return TryLater(
                f"Can't {doing}: the wiki at {self.host} ended the login of {self.user}; run again."
            )
        reason = complaints.plain(str(problem)) or type(problem).__name__
        return WikifaqError(f"Can't {doing} on {self.host}: pywikibot says: {reason}.")


def batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """The items in lists of this many, the last of as many as are left."""
    batch: list[Any] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
