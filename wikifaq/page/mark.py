"""The marks by which the bot knows its part of a page, and its entries.

An entry's mark is a comment inside a span that is also its anchor, right behind its heading:
VisualEditor drops empty spans and moves comments that stand alone, and leaves this be. The
digest in a mark is that of the text as the bot wrote it, without the mark: another text under
the mark is a person's. The anchors are the entry's id, the ids of the entries that it stands for,
and its former headings.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.page.tombstone import STONE, without_tombstones
from wikifaq.transcript.identity import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

BEGIN = "<!-- wikifaq:begin -->"
END = "<!-- wikifaq:end -->"

BEGIN_MARK = re.compile(r"<!--\s*wikifaq:begin(?:\s+(?P<digest>\w+))?\s*-->")
END_MARK = re.compile(r"<!--\s*wikifaq:end\s*-->")
_COMMENT = (
    r"<!--\s*faq(?P<topic>-topic)?\s+(?P<id>[a-z0-9-]{1,24})"
    r"(?:\s+(?P<digest>[a-z2-7]{10}))?(?:\s+(?P<likeness>[0-9a-f]{16}\.[0-9a-f]{1,8}))?\s*-->"
)
_MARK = re.compile(_COMMENT)
# A mark with the anchors around it; any of the parts may have been lost in an edit. Who types at
# the start of the line in VisualEditor types between the spans and the comment.
_WITH_ANCHORS = re.compile(
    rf'(?:(?P<anchors>(?:<span\s+id="[^"<>\n]*"\s*>\s*)+)(?P<before>[^<>\n]*))?{_COMMENT}'
    r"(?(anchors)(?:(?P<behind>[^<>\n]*)</span>(?:\s*</span>)*)?|(?:\s*</span>)*)"
)
_ANCHOR = re.compile(r'<span\s+id="([^"<>\n]*)"')
_ENTRY_ANCHOR = re.compile(r"faq-([a-z0-9-]{1,24})")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e]+")
_PLAIN = re.compile(r"[\w ,.?!()/-]")
_REVISION = re.compile(r"(?<=Special:PermanentLink/)\d+|(?<=[?&]oldid=)\d+")
_DIGEST = re.compile(r"(?<=<!-- faq [a-z2-7]{10})\s+[a-z2-7]{10}(?=\s)")
_DIGEST_LENGTH = 10


class Mark(NamedTuple):
    """A mark as it stands: whose it is, the text's digest, the other ids that lead to it.

    ``likeness`` is that of an entry's question, by which it is known when its wording is mended.
    ``names`` are the other anchors: former headings, as plain text. ``words`` are a person's,
    written between its anchors.
    """

    id: str
    digest: str | None
    likeness: str | None
    topic: bool
    aliases: tuple[str, ...]
    names: tuple[str, ...]
    words: str
    start: int
    end: int


def marks(text: str) -> list[Mark]:
    """Return the marks in a text, wherever on a line they stand, in their order."""
    found = []
    for match in _WITH_ANCHORS.finditer(text):
        aliases, names = _anchors(match["anchors"] or "", match["id"], topic=bool(match["topic"]))
        found.append(
            Mark(
                id=match["id"],
                digest=match["digest"],
                likeness=match["likeness"],
                topic=bool(match["topic"]),
                aliases=aliases,
                names=names,
                words=_words(match),
                start=match.start(),
                end=match.end(),
            )
        )
    return found


def _words(match: re.Match[str]) -> str:
    words = f"{match['before'] or ''}{match['behind'] or ''}"
    return words if words.strip("' ") else ""


def _anchors(text: str, own: str, *, topic: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of entries, and the names, to which the spans of a mark are anchors."""
    aliases: dict[str, None] = {}
    names: dict[str, None] = {}
    for anchored in _ANCHOR.findall(text):
        if topic and anchored == topic_anchor(own):
            continue  # which may be longer than an entry's
        entry = _ENTRY_ANCHOR.fullmatch(anchored)
        if entry is None:
            name = named(unescape(anchored))
            names |= {name: None} if name else {}
        elif not topic and entry[1] != own:
            aliases[entry[1]] = None
    return tuple(aliases), tuple(names)


def whole_mark(text: str) -> str:
    """Return the one mark of a text with the anchors around it, as it stands."""
    (mark,) = marks(text)
    return text[mark.start : mark.end]


def entry_mark(
    entry: str,
    aliases: Iterable[str] = (),
    *,
    names: Iterable[str] = (),
    likeness: str = "",
    digest: str = "",
) -> str:
    """Return an entry's mark and anchors; without a digest it is still to be sealed."""
    comment = " ".join(["<!-- faq", *filter(None, (entry, digest, likeness)), "-->"])
    return _anchored(comment, [*map(_attribute, names), *map(anchor, (*aliases, entry))])


def topic_mark(topic: str, *, names: Iterable[str] = (), digest: str = "") -> str:
    """Return a topic's mark and anchors."""
    comment = " ".join(["<!-- faq-topic", *filter(None, (topic, digest)), "-->"])
    return _anchored(comment, [*map(_attribute, names), topic_anchor(topic)])


def _anchored(comment: str, anchors: list[str]) -> str:
    spans = "".join(f'<span id="{each}">' for each in anchors)
    return spans + comment + "</span>" * len(anchors)


def anchored_text(text: str, names: Iterable[str], entries: Iterable[str]) -> str:
    """A text with anchors around it: names, and those of entries."""
    return _anchored(text, [*map(_attribute, names), *map(anchor, entries)])


def _attribute(name: str) -> str:
    """A heading as the value of an id, from which MediaWiki makes the heading's own anchor.

    Its Sanitizer decodes references and writes spaces as underscores, as it does for headings.
    """
    return "".join(each if _PLAIN.match(each) else f"&#{ord(each)};" for each in named(name))


def named(heading: str) -> str:
    """A heading's plain text as an anchor's name: underscores and spaces are one.

    MediaWiki leaves out marks of a text's direction (Sanitizer, MediaWikiTitleCodec).
    """
    return " ".join(_DIRECTION.sub("", heading).replace("_", " ").split())


def anchor(entry: str) -> str:
    """Return the anchor of an entry on the FAQ's page."""
    return f"faq-{entry}"


def topic_anchor(topic: str) -> str:
    """Return the anchor of a topic on the FAQ's page."""
    return f"faq-topic-{topic}"


def text_digest(text: str) -> str:
    """Return the digest of a text without its marks; spaces at line ends don't count.

    Neither do the revisions that its permalinks name: as long as a source says the same, a link
    to an earlier revision of it is as good.
    """
    bare = without_revisions(without_marks(text))
    lines = [line.rstrip() for line in bare.split("\n")]
    return digest(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), length=_DIGEST_LENGTH)


def sealed(text: str) -> str:
    """Put the text's digest into its one mark."""
    return resealed(text, text_digest(text))


def resealed(text: str, digest: str) -> str:
    """Put a digest into the one mark of a text; a text without a mark stays as it is."""
    return remarked(text, digest=digest)


def remarked(
    text: str,
    *,
    own: str | None = None,
    digest: str | None = None,
    aliases: Iterable[str] | None = None,
    names: Iterable[str] | None = None,
) -> str:
    """Put a digest, and other anchors, into the first mark of a text; None leaves them.

    ``own`` is the id of the entry whose mark is meant. A text without it stays as it is.
    """
    for mark in [each for each in marks(text) if own is None or each.id == own][:1]:
        sealed = digest or mark.digest or ""
        known = mark.names if names is None else tuple(names)
        ids = (
            mark.aliases if aliases is None else tuple(each for each in aliases if each != mark.id)
        )
        whole = (
            topic_mark(mark.id, names=known, digest=sealed)
            if mark.topic
            else entry_mark(mark.id, ids, names=known, likeness=mark.likeness or "", digest=sealed)
        )
        return text[: mark.start] + whole + mark.words + text[mark.end :]
    return text


def begin_mark(lead: str) -> str:
    """Return the begin marker with the lead's digest."""
    return bare_begin_mark(text_digest(lead))


def bare_begin_mark(digest: str | None) -> str:
    """Return the begin marker with the digest of a lead that a person has edited since."""
    return f"<!-- wikifaq:begin {digest} -->" if digest else BEGIN


def holds_markers(text: str) -> bool:
    """Whether a text holds a marker of the bot's part of a page."""
    return any(marker.search(text) for marker in (BEGIN_MARK, END_MARK, STONE))


def without_marks(text: str) -> str:
    """Return a text as people see it: without the bot's comments and anchors."""
    bare = without_tombstones(END_MARK.sub("", BEGIN_MARK.sub("", text)))
    return _WITH_ANCHORS.sub(_words, bare)


def without_revisions(text: str) -> str:
    """Return a text less the revisions that its permalinks name."""
    return _REVISION.sub("", text)


def without_digests(text: str) -> str:
    """Return a text with its marks, less the digests in them."""
    return _DIGEST.sub("", BEGIN_MARK.sub(BEGIN, text))
