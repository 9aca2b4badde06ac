"""Entries that may ask the same, for people to confirm with a line of the settings page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wikifaq.page.mark import anchor

if TYPE_CHECKING:
    from wikifaq.model import Resemblance
    from wikifaq.publish.plan import Plan

_LEAST = 0.1


def shown(plan: Plan) -> list[Resemblance]:
    """Return the pairs that are worth a look, best first: of entries that are on the page."""
    listed = {key for _, _, keys in plan.topics for key in keys}
    pairs = plan.faq.resemblances if plan.faq else ()
    return [
        pair for pair in pairs if pair.score >= _LEAST and pair.a in listed and pair.b in listed
    ]


def line_for(pair: Resemblance) -> str:
    """Return the list to put into ``same`` (or ``different``) in the configuration's [faq]."""
    return json.dumps([pair.a, pair.b])


def wish(keyword: str, pair: Resemblance) -> str:
    """Return the line to put on the settings page: to "merge" the two, or to "split" them."""
    return f"* {keyword}: {anchor(pair.a)}, {anchor(pair.b)}"
