"""The health check that a scheduled run reports to."""

from __future__ import annotations

import requests

_SECONDS = 10


def ping(url: str, *, failed: bool) -> str | None:
    """Ask for the address, with ``/fail`` behind it after a run that failed.

    That is what health-check services such as Healthchecks.io expect. Returns a sentence when
    it didn't work, without the address, which is a secret; a run's own outcome stands.
    """
    try:
        answer = requests.get(url.rstrip("/") + "/fail" if failed else url, timeout=_SECONDS)
    except requests.RequestException as error:
        return f"The health check was not reached ({type(error).__name__})."
    if not answer.ok:
        return f"The health check answered with status {answer.status_code}."
    return None
