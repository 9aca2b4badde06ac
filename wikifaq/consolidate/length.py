"""How long a text is, in words, also where no spaces part them."""

from __future__ import annotations

from wikifaq.consolidate.wording import is_wide

LONGEST_WHOLE = 120
"""Words of an answer that is shown whole; of a longer one an extract is."""


def length(text: str) -> int:
    """How many words a text has: two wide signs, as of Chinese and Japanese, count as one."""
    if text.isascii():
        return len(text.split())
    wide = sum(map(is_wide, text))
    narrow = "".join(" " if is_wide(sign) else sign for sign in text)
    return len(narrow.split()) + (wide + 1) // 2
