"""Entries in, an FAQ out: pure, and the same for the same set of entries in any order."""
