"""Inline wikitext as the plain text that a reader of the page sees.

The text goes through MediaWiki's own steps in MediaWiki's order (includes/parser/Parser.php,
``internalParse``): comments and tags, templates, switches, tables, wikilinks, bold and italic,
other links, lists, references to characters. A step is taken only where its mark stands in the
text, and each passes over it once: the time grows with the length, whatever the text is.
"""

from __future__ import annotations

import re

from wikifaq.transcript.braces import expand, unread_templates
from wikifaq.transcript.characters import Shelf, decoded, one_line, without_holders
from wikifaq.transcript.lines import without_marks, without_tables
from wikifaq.transcript.links import with_external_labels, with_labels
from wikifaq.transcript.quotes import without_quotes
from wikifaq.transcript.tags import tags, without_tags
from wikifaq.transcript.unbroken import unbroken

# MagicWordFactory.php and, on the last line, extensions of Wikimedia's wikis.
_SWITCHES = """
    EXPECTUNUSEDCATEGORY FORCETOC HIDDENCAT INDEX NEWSECTIONLINK NOCC NOCONTENTCONVERT
    NOEDITSECTION NOGALLERY NOINDEX NONEWSECTIONLINK NOTC NOTITLECONVERT NOTOC STATICREDIRECT TOC
    ARCHIVEDTALK DISAMBIG EXPECTUNUSEDTEMPLATE NOTALK
"""
_SWITCH = re.compile(f"__(?:{'|'.join(_SWITCHES.split())})__", re.IGNORECASE)
_CUT = re.compile(
    r"</?p(?=[\s/>])[^<>]*>"
    r"|<br(?=[\s/>])[^<>]*>\s*(?:<br(?=[\s/>])[^<>]*>\s*)+"
    r"|\{\{\s*(?:pb|paragraph[ _]break)\s*(?:\|[^{}]*)?\}\}"
    r"|\r?\n[ \t]*(?:\r?\n[ \t]*)+",
    re.IGNORECASE,
)


def plain(wikitext: str) -> str:
    """Return the text a reader sees, on one line.

    Links give their label, or else their target; a link to another site without a label gives
    nothing, but its address where it stands alone. References to characters give these, and
    templates with a text's meaning that meaning (``meanings.py``). Comments, footnotes,
    categories, files and other templates give nothing. What is no mark-up to MediaWiki stays as
    it is written. The text is what stands in a block: marks of lists at its own beginning are
    words. White space becomes one space; spaces that do not break stay.
    """
    shelf = Shelf()
    text = without_holders(wikitext)
    if "<" in text:
        text = without_tags(text, shelf)
    if "{" in text and "{{" in text:
        text = expand(text)
    if "_" in text and "__" in text:
        text = _SWITCH.sub("", text)
    if "{" in text and "{|" in text:
        text = without_tables(text)
    if "[" in text and "[[" in text:
        text = with_labels(text)
    if "''" in text:
        text = without_quotes(text)
    if "[" not in text:
        return _shown(text, shelf)
    # An address alone is all that there is to say.
    return _shown(with_external_labels(text), shelf) or _shown(
        with_external_labels(text, addresses=True), shelf
    )


def _shown(text: str, shelf: Shelf) -> str:
    if "\n" in text:
        text = without_marks(text)
    return one_line(shelf.taken(decoded(text)))


def unseen(wikitext: str) -> list[tuple[int, int]]:
    """Return the offsets of what shows nothing although it holds words, in order.

    Templates of unknown meaning with their parameters, footnotes, galleries and the like: what
    ``plain`` leaves out and a reader of the page may yet see. None lies within another.
    """
    spans: list[tuple[int, int]] = []
    readable, at = [], 0
    if "<" in wikitext:
        for tag in tags(wikitext):
            if tag.holds_unread_words(wikitext):
                spans.append((tag.start, tag.end))
            readable += [wikitext[at : tag.start], "\n" * (tag.end - tag.start)]
            at = tag.end
    readable.append(wikitext[at:])
    if "{{" in wikitext:
        spans += unread_templates("".join(readable))
    outermost: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not outermost or span[0] >= outermost[-1][1]:
            outermost.append(span)
    return outermost


def parts(wikitext: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs in one block, without the white space around them.

    They are parted by ``<p>``, two ``<br>``, ``{{pb}}`` or a blank line, but not within a
    comment, a template, a table or a tag whose content is no wikitext.
    """
    cuts = [0]
    for start, end in _cuts(wikitext):
        cuts += (start, end)
    cuts.append(len(wikitext))
    found = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        raw = wikitext[start:end]
        if stripped := raw.strip():
            left = start + len(raw) - len(raw.lstrip())
            found.append((left, left + len(stripped)))
    return found


def _cuts(wikitext: str) -> list[tuple[int, int]]:
    """Where paragraphs end and begin in one block."""
    if "<" not in wikitext and "\n" not in wikitext and "{{" not in wikitext:
        return []
    cuts = [match.span() for match in _CUT.finditer(wikitext)]
    if not cuts or ("<" not in wikitext and "{" not in wikitext):
        return cuts
    whole, at = unbroken(wikitext), 0
    kept = []
    for start, end in cuts:
        while at < len(whole) and whole[at].end <= start:
            at += 1
        if at == len(whole) or start <= whole[at].start or whole[at].end <= end:
            kept.append((start, end))
    return kept
