"""Whether an English sentence tells of the past: what was is seldom what people ask about."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_ALWAYS = frozenset("was were wasn't weren't had hadn't did didn't couldn't".split())
_PAST = frozenset(
    """
    came went took said got began gave made knew saw
    told thought found left felt kept held brought wrote ran became met paid sent built lost won sat
    stood heard meant led grew fell spoke broke chose drew drove flew forgot rose sold taught threw
    understood wore used
    """.split()
)
_PRESENT = frozenset(
    """
    is isn't are aren't am i'm we're you're they're it's there's that's what's will won't i'll we'll
    you'll they'll can can't cannot should shouldn't may might must do don't does doesn't has hasn't
    have haven't i've we've they've would wouldn't i'd we'd could need needs want wants think
    believe hope
    """.split()
)
_HELPS = frozenset(
    """
    is isn't are aren't am was were be been being has have had having get gets got i'm we're you're
    they're it's that's i've we've they've stay stays remain remains keep keeps seem seems
    become becomes to by not a an the of and or
    """.split()
)
_NO_VERBS = frozenset("need indeed speed seed feed proceed succeed exceed hundred based".split())
_MOSTLY, _HALF = 0.6, 0.5
_LONG = 4  # letters, with fewer of which "red" is no verb


def is_past(text: str) -> bool:
    """Return whether most of the verbs that can be told are in the past."""
    past = present = 0
    opens = False  # with a verb in the past
    before = ""
    for word in _WORD.findall(text.replace("’", "'").lower()):
        regular = word.endswith("ed") and len(word) > _LONG and word not in _NO_VERBS
        if word in _ALWAYS or ((word in _PAST or regular) and before not in _HELPS):
            past += 1
            opens = opens or not present
        elif word in _PRESENT:
            present += 1
        before = word
    return past > 0 and past >= (_HALF if opens else _MOSTLY) * (past + present)
