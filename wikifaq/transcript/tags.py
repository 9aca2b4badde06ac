"""Comments, extension tags and HTML tags in inline wikitext, and what a reader sees of each.

They are found in MediaWiki's own order (includes/parser/Preprocessor_Hash.php, then
Sanitizer.php, ``internalRemoveHtmlTags``): from left to right, the first to begin wins, and what
is no tag there is text. One pass; every part of the text is looked at a few times at most.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.characters import BREAK, NOTHING, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.transcript.characters import Shelf


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# HTML tags that MediaWiki lets through (Sanitizer.php, getRecognizedTagData): within a line ...
_INLINE = _names("""
    abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rb rp rt rtc ruby s samp
    small span strike strong sub sup time tt u var wbr
""")
# ... and those that part words. A poem's lines are wikitext (extension Poem).
_PARTING = _names("""
    blockquote br caption center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p poem pre table td th tr
    ul
""")
# These do nothing but for data.
_DATA = _names("link meta")
# Gone before the page is parsed (Preprocessor_Hash.php; extensions Translate and
# LabeledSectionTransclusion), or a box beside the text.
_VANISHING = _names("languages noinclude onlyinclude section translate tvar")
# Extension tags, by what a reader sees of what is in them: the text as it is typed, with
# references to characters or without; something else that holds words, or nothing.
_LITERAL = _names("charinsert nowiki pre")
_CODE = _names("ce chem hiero math source syntaxhighlight")
_UNREAD = _names("gallery graph imagemap indicator inputbox maplink ref references score timeline")
_HIDDEN = _names("""
    categorytree dynamicpagelist includeonly mapframe templatedata templatestyles
""")
_EXTENSIONS = _LITERAL | _CODE | _UNREAD | _HIDDEN
_BLOCKS = _names("pre source syntaxhighlight")

_OPENING = re.compile(r"<(?:(!--)|(/?)([A-Za-z][^\t\n\v\r />\0<]*)|/>)")
_CLOSINGS = {name: re.compile(rf"</{name}\s*+>", re.IGNORECASE) for name in _EXTENSIONS}
_TO_END = re.compile("([^<>]*+)>")
_ITEMPROP = re.compile(r"\bitemprop\s*=", re.IGNORECASE)
_AFTER_NAME = "\t\n\v\r />"
_OLD_VARIABLE = "tvar|"  # Translate's first notation, closed by </>
_NOWIKI = re.compile(r"</?nowiki>", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


class Tag(NamedTuple):
    """A stretch of the text that a tag, a whole extension tag or a comment takes up.

    ``name`` is lower-case, "" for a comment and for what is gone like one. ``inner`` is where an
    extension tag's content stands, None for any other.
    """

    start: int
    end: int
    name: str
    inner: tuple[int, int] | None = None

    def holds_unread_words(self, text: str) -> bool:
        """Whether its content holds words and is no part of the running text."""
        return (
            self.inner is not None
            and self.name in _UNREAD
            and bool(_LETTER.search(text, *self.inner))
        )


def tags(text: str) -> Iterator[Tag]:
    """Yield the tags and comments of a text, in order; what is in extension tags is theirs.

    A comment that is not closed hides the rest; an extension tag that is not closed is text.
    """
    ends = _Ends(text)
    variables = at = 0
    while match := _OPENING.search(text, at):
        start, at = match.start(), match.end()
        comment, slash, name = match.groups()
        if comment:
            end = text.find("-->", at)
            at = len(text) if end < 0 else end + len("-->")
            yield Tag(start, at, "")
            continue
        if not name:  # "</>"
            if variables:
                variables -= 1
                yield Tag(start, at, "")
            continue
        name = name.lower()
        if name in _EXTENSIONS and not slash and text[at : at + 1] in _AFTER_NAME:
            found = ends.extension(start, at, name)
        elif name in _VANISHING or name.startswith(_OLD_VARIABLE):
            variables += "|" in name
            end = ends.tag(at)
            found = Tag(start, end, "") if end else None
        else:
            found = None
        if found is None:
            found = _html(text, start, at, name)
        if found is not None:
            at = found.end
            yield found


def _html(text: str, start: int, at: int, name: str) -> Tag | None:
    """The HTML tag whose name ends here; None where MediaWiki shows it as text."""
    if name not in _INLINE and name not in _PARTING and name not in _DATA:
        return None
    match = _TO_END.match(text, at)
    if match is None or (name in _DATA and not _ITEMPROP.search(match[1])):
        return None
    return Tag(start, match.end(), name)


class _Ends:
    """Where tags and extension tags end: each part of the text is searched once for each name."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next = -1
        self._closings: dict[str, re.Match[str] | None] = {}

    def tag(self, at: int) -> int:
        """The end of the tag whose name ends here, 0 without one."""
        if self._next < at:
            found = self._text.find(">", at)
            self._next = len(self._text) if found < 0 else found
        return 0 if self._next == len(self._text) else self._next + 1

    def extension(self, start: int, at: int, name: str) -> Tag | None:
        """The extension tag with its content; None where it is not closed."""
        end = self.tag(at)
        if not end:
            return None
        if self._text[end - 2] == "/":
            return Tag(start, end, name, (end, end))
        closing = self._closings.get(name)
        if name not in self._closings or (closing and closing.start() < end):
            closing = _CLOSINGS[name].search(self._text, end)
            self._closings[name] = closing
        if closing:
            return Tag(start, closing.end(), name, (end, closing.start()))
        if name == "includeonly":  # of these, it alone may run to the end
            return Tag(start, len(self._text), name, (end, len(self._text)))
        return None


def without_tags(text: str, shelf: Shelf) -> str:
    """Return the text with tags and comments taken out; what shows as it is typed is shelved."""
    out, at = [], 0
    for tag in tags(text):
        out.append(text[at : tag.start])
        at = tag.end
        if tag.inner is None:
            if tag.name in _PARTING:
                out.append(BREAK)
            elif tag.name:
                out.append(NOTHING)
        else:
            out.append(_content(text, tag, shelf))
    out.append(text[at:])
    return "".join(out)


def _content(text: str, tag: Tag, shelf: Shelf) -> str:
    """What a reader sees of an extension tag's content."""
    if tag.inner is None or tag.inner[0] == tag.inner[1]:
        return NOTHING
    inner = text[slice(*tag.inner)]
    if tag.name in _LITERAL:
        shown = shelf.put(decoded(_NOWIKI.sub("", inner) if tag.name == "pre" else inner))
    elif tag.name in _CODE:
        shown = shelf.put(inner)
    else:
        return NOTHING
    inline = tag.name not in _BLOCKS or "inline" in text[tag.start : tag.inner[0]]
    return shown if inline else f"{BREAK}{shown}{BREAK}"
