"""Keeps an FAQ page on a MediaWiki out of conversation-hour transcripts.

Data flows one way: ``wiki`` (pages in) → ``transcript`` (wikitext → entries) →
``consolidate`` (entries → FAQ) → ``page`` (FAQ ↔ wikitext) → ``publish`` (plan,
diff, write) → ``wiki`` (pages out).
"""

__version__ = "0.1.0"
