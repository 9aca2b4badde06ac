"""Fetch a model of the hub into its cache on this machine: ``python -m … REPOSITORY REVISION``.

The last line that is printed is JSON: the folder, and what is wrong, of which one is empty.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress

from wikifaq.embedding.hub import FILES, STEPS

_ANSWER = 10  # seconds: a hub that answers at all does so by then


def fetch(repository: str, revision: str) -> tuple[str, str]:
    """Fetch a repository's files. Return the folder and what is wrong; one of them is empty."""
    from huggingface_hub import (  # noqa: PLC0415 - of an extra
        HfApi,
        errors,
        hf_hub_download,
        snapshot_download,
    )

    try:
        # This alone knows a time limit, so it asks first.
        HfApi().model_info(repository, revision=revision, timeout=_ANSWER)
        folder = snapshot_download(
            repository, revision=revision, allow_patterns=list(FILES), etag_timeout=_ANSWER
        )
        with suppress(errors.EntryNotFoundError):
            # The cache remembers of a file that was asked for that it isn't there.
            hf_hub_download(repository, STEPS, revision=revision, etag_timeout=_ANSWER)
    except errors.RevisionNotFoundError:
        return "", f"it has no revision {revision!r}"
    except errors.RepositoryNotFoundError:
        return "", "there is none of this name that is open to you"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told as one sentence
        told = [each.strip() for each in str(error).splitlines() if each.strip()]
        return "", (told[0].rstrip(".:") if told else type(error).__name__)
    return folder, ""


if __name__ == "__main__":
    sys.stdout.write(f"{json.dumps(fetch(*sys.argv[1:]))}\n")
