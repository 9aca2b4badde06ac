"""Questions whose wording was mended at the source, known again under the ids they stand by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.consolidate.likeness import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.consolidate.standing import Standing
    from wikifaq.model import Answer


def known_again(answers: Sequence[Answer], standing: Standing) -> Mapping[str, str]:
    """Map ids of entries whose wording was mended at the source to those they stand under.

    An id that stands or is gone, and that no source has any more, is matched with a question
    that is new and alike: they are the same question, spelt anew.
    """
    present = {answer.entry.id for answer in answers}
    lost = {
        key: each.likeness
        for key, each in standing.entries.items()
        if key not in present and each.likeness
    } | {key: like for key, like in standing.gone.items() if key not in present and like}
    known: dict[str, str] = {}
    for answer in answers:
        key = answer.entry.id
        if not lost or standing.owner(key) or key in standing.gone:
            continue
        match = nearest(answer.entry.question, answer.page_id, lost)
        if match:
            known[key] = match
            del lost[match]
    return known
