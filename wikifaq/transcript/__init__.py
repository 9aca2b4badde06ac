"""Wikitext in, entries out: pure, no input or output, the same result for the same page."""

from wikifaq.transcript.reader import READER, read

__all__ = ["READER", "read"]
