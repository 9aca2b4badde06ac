"""The words of the languages that pages are read in: data, in one place.

To add a language, write a file beside this one that makes a ``Words`` (``fields.py`` says what
its fields mean, ``en.py`` is the model) and give it a line in ``LANGUAGES``. Nothing else knows
any word.
"""

from __future__ import annotations

from wikifaq.transcript.words.ar import ARABIC
from wikifaq.transcript.words.de import GERMAN
from wikifaq.transcript.words.en import ENGLISH
from wikifaq.transcript.words.es import SPANISH
from wikifaq.transcript.words.fields import Words
from wikifaq.transcript.words.fr import FRENCH
from wikifaq.transcript.words.hi import HINDI
from wikifaq.transcript.words.it import ITALIAN
from wikifaq.transcript.words.ja import JAPANESE
from wikifaq.transcript.words.nl import DUTCH
from wikifaq.transcript.words.pl import POLISH
from wikifaq.transcript.words.pt import PORTUGUESE
from wikifaq.transcript.words.ru import RUSSIAN
from wikifaq.transcript.words.uk import UKRAINIAN
from wikifaq.transcript.words.zh import CHINESE

__all__ = ["LANGUAGES", "NAME_PARTICLES", "USER_NAMESPACES", "Words"]

LANGUAGES: dict[str, Words] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
    "nl": DUTCH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "zh": CHINESE,
    "ja": JAPANESE,
    "ar": ARABIC,
    "hi": HINDI,
    "pl": POLISH,
}

USER_NAMESPACES = frozenset[str]().union(
    *(each.user | each.user_talk for each in LANGUAGES.values())
)
"""The names of the user namespaces, which mean the same on the pages of any wiki."""

NAME_PARTICLES = frozenset(
    "af al av bin da das de del della den der di do dos du el ibn la le ten ter van von zu".split()
)
"""Small words within people's names, whatever the language around them."""
