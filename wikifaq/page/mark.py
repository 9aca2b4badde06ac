"""The marks by which the bot knows its part of a page, its entries, and what people removed.

An entry's mark is a comment inside a span that is also its anchor, right behind its heading:
VisualEditor drops empty spans and moves comments that stand alone, and leaves this be. The
digest in a mark is that of the text as the bot wrote it, without the mark: another text under
the mark is a person's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.identity import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BEGIN = "<!-- wikifaq:begin -->"
END = "<!-- wikifaq:end -->"

BEGIN_MARK = re.compile(r"<!--\s*wikifaq:begin(?:\s+(?P<digest>\w+))?\s*-->")
END_MARK = re.compile(r"<!--\s*wikifaq:end\s*-->")
_GONE_MARK = re.compile(r"<!--\s*wikifaq:gone\b(?P<items>[^<>]*?)\s*-->\n*")
_COMMENT = (
    r"<!--\s*faq(?P<topic>-topic)?\s+(?P<id>[a-z0-9-]{1,24})"
    r"(?:\s+(?P<digest>[a-z2-7]{10}))?(?:\s+(?P<likeness>[0-9a-f]{16}\.[0-9a-f]{1,8}))?\s*-->"
)
_MARK = re.compile(_COMMENT)
# A mark with the anchors around it; any of the parts may have been lost in an edit.
_WITH_ANCHORS = re.compile(rf'(?:<span\s+id="faq-[^"<>]*"\s*>\s*)*{_COMMENT}(?:\s*</span>)*')
_ANCHOR = re.compile(r'<span\s+id="faq-([a-z0-9-]+)"')
_REVISION = re.compile(r"(?<=Special:PermanentLink/)\d+|(?<=[?&]oldid=)\d+")
_DIGEST = re.compile(r"(?<=<!-- faq [a-z2-7]{10})\s+[a-z2-7]{10}(?=\s)")
_DIGEST_LENGTH = 10
_TOPIC = "topic-"


class Mark(NamedTuple):
    """A mark as it stands: whose it is, the text's digest, the other ids that lead to it.

    ``likeness`` is that of an entry's question, by which it is known when its wording is mended.
    """

    id: str
    digest: str | None
    likeness: str | None
    topic: bool
    aliases: tuple[str, ...]
    start: int
    end: int


def marks(text: str) -> list[Mark]:
    """Return the marks in a text, wherever on a line they stand, in their order."""
    found = []
    for match in _WITH_ANCHORS.finditer(text):
        anchors = _ANCHOR.findall(match[0])
        aliases = tuple(each for each in anchors if each != match["id"] and not match["topic"])
        found.append(
            Mark(
                id=match["id"],
                digest=match["digest"],
                likeness=match["likeness"],
                topic=bool(match["topic"]),
                aliases=aliases,
                start=match.start(),
                end=match.end(),
            )
        )
    return found


def whole_mark(text: str) -> str:
    """Return the one mark of a text with the anchors around it, as it stands."""
    (mark,) = marks(text)
    return text[mark.start : mark.end]


def entry_mark(
    entry: str, aliases: Iterable[str] = (), *, likeness: str = "", digest: str = ""
) -> str:
    """Return an entry's mark and anchors; without a digest it is still to be sealed."""
    aliases = tuple(aliases)
    spans = "".join(f'<span id="faq-{each}">' for each in (*aliases, entry))
    comment = " ".join(["<!-- faq", *filter(None, (entry, digest, likeness)), "-->"])
    return spans + comment + "</span>" * (len(aliases) + 1)


def topic_mark(topic: str, *, digest: str = "") -> str:
    """Return a topic's mark and anchor."""
    comment = f"<!-- faq-topic {topic} {digest} -->" if digest else f"<!-- faq-topic {topic} -->"
    return f'<span id="faq-topic-{topic}">{comment}</span>'


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
    bare = _REVISION.sub("", without_marks(text))
    lines = [line.rstrip() for line in bare.split("\n")]
    return digest(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), length=_DIGEST_LENGTH)


def sealed(text: str) -> str:
    """Put the text's digest into its one mark."""
    return resealed(text, text_digest(text))


def resealed(text: str, digest: str) -> str:
    """Put a digest into the one mark of a text; a text without a mark stays as it is."""
    for mark in marks(text)[:1]:
        whole = (
            topic_mark(mark.id, digest=digest)
            if mark.topic
            else entry_mark(mark.id, mark.aliases, likeness=mark.likeness or "", digest=digest)
        )
        return text[: mark.start] + whole + text[mark.end :]
    return text


def begin_mark(lead: str) -> str:
    """Return the begin marker with the lead's digest."""
    return bare_begin_mark(text_digest(lead))


def bare_begin_mark(digest: str | None) -> str:
    """Return the begin marker with the digest of a lead that a person has edited since."""
    return f"<!-- wikifaq:begin {digest} -->" if digest else BEGIN


def holds_markers(text: str) -> bool:
    """Whether a text holds a marker of the bot's part of a page."""
    return any(marker.search(text) for marker in (BEGIN_MARK, END_MARK, _GONE_MARK))


def without_marks(text: str) -> str:
    """Return a text as people see it: without the bot's comments and anchors."""
    bare = _GONE_MARK.sub("", END_MARK.sub("", BEGIN_MARK.sub("", text)))
    return _WITH_ANCHORS.sub("", bare)


def without_digests(text: str) -> str:
    """Return a text with its marks, less the digests in them."""
    return _DIGEST.sub("", BEGIN_MARK.sub(BEGIN, text))


def gone_mark(gone: Mapping[str, str | None], topics: Iterable[str]) -> str:
    """Return the comment that keeps what people removed: ids with their question's likeness."""
    items = [f"{key}:{like}" if like else key for key, like in sorted(gone.items())]
    items += [f"{_TOPIC}{topic}" for topic in sorted(topics)]
    return f"<!-- wikifaq:gone {' '.join(items)} -->" if items else ""


def read_gone(text: str) -> tuple[dict[str, str | None], frozenset[str]]:
    """Return the entries (with likeness) and the topics that a page's text says are gone."""
    entries: dict[str, str | None] = {}
    topics: set[str] = set()
    for match in _GONE_MARK.finditer(text):
        for item in match["items"].split():
            key, _, like = item.partition(":")
            if key.startswith(_TOPIC):
                topics.add(key.removeprefix(_TOPIC))
            else:
                entries[key] = like if re.fullmatch(r"[0-9a-f]{16}\.[0-9a-f]{1,8}", like) else None
    return entries, frozenset(topics)


def without_gone(text: str) -> str:
    """Take the comment of what is gone out of a text."""
    return _GONE_MARK.sub("", text)
