"""A topic whose entries stand on subpages, on the page itself: its heading, and a line for each.

Each line is an anchor by all names of its entry, so that links to the page lead on. People's own
words in a stub stay; a line that they take away comes back, as a lost anchor does.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.page.entry_link import linked
from wikifaq.page.listing import boxed, index_id, reboxed
from wikifaq.page.mark import anchored_text, marks, named, remarked, sealed, topic_mark, whole_mark
from wikifaq.page.piece import check_section
from wikifaq.page.topic import indexed
from wikifaq.transcript import inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wikifaq.page.segment import Segment
    from wikifaq.page.template import Templates

_SPANS = r'(?:<span\s+id="[^"<>\n]*"\s*>\s*)+'
_LINE = re.compile(
    rf"\*+[ \t]*(?P<spans>{_SPANS})(?P<words>.*?)(?P<closed>(?:</span>\s*)+)(?P<more>.*)"
)
_LINK = re.compile(r"\[\[[^\[\]|]*\|(?P<label>[^\[\]]*)\]\]")
_ANCHOR = re.compile(r'<span\s+id="([^"<>\n]*)"')
_ENTRY = re.compile(r'<span\s+id="faq-([a-z0-9-]{1,24})"')
_BOX = re.compile(r'<div id="faq-index-[^"<>\n]*"[^<>\n]*>(?:<!--[^<>]*-->)?|</div>')


class Line(NamedTuple):
    """An entry's line: its heading (plain text), the page it stands on, and its other anchors.

    ``others`` are the ids that lead to it, ``names`` its headings, those of before included.
    """

    entry: str
    heading: str
    home: str
    others: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def render_stub(
    head: Segment,
    lines: Sequence[Line],
    follows: Mapping[str, str | None],
    *,
    templates: Templates,
) -> str:
    """Render a stub: ``head`` is the topic's heading as its subpage has it.

    Raises ConfigurationError for a template that errs.
    """
    around = {
        line.entry: anchored_text("\n", line.names, (*line.others, line.entry)).split("\n")
        for line in lines
    }
    homes = {line.entry: line.home for line in lines}
    rows = [
        {
            **linked(key, heading, homes),
            "depth": depth,
            "before": around[key][0],
            "behind": around[key][1],
        }
        for key, heading, depth in indexed([(line.entry, line.heading) for line in lines], follows)
    ]
    listed = templates.render("subpage-index.wikitext.j2", index=rows) if rows else ""
    text = templates.render(
        "topic.wikitext.j2",
        title="?",
        alone=False,
        mark=topic_mark(head.topic or "", names=head.names),
        also=[],
        index=boxed(listed, name=index_id(head.topic or "")),
    )
    check_section("topic.wikitext.j2", text, level=2)
    first = head.text.partition("\n")[0]
    return sealed(f"{without_mark(first)}\n{text.partition(chr(10))[2]}")


def without_mark(line: str) -> str:
    """A heading's line without a mark that people put there."""
    for mark in reversed(marks(line)):
        line = line[: mark.start] + mark.words + line[mark.end :]
    return line.rstrip()


def renewed_stub(stub: Segment | None, then: Segment | None, new: str) -> str:
    """The stub as it shall stand: the new one, with what people wrote into the one that stands.

    ``then`` is the stub as the bot last wrote it, None where it isn't known.
    """
    if stub is None or stub.untouched:
        return new
    text = reboxed(stub.text, new)
    if then is not None and then.heading == stub.heading:
        text = f"{new.partition(chr(10))[0]}\n{text.partition(chr(10))[2]}"
    wanted = _by_entry(new.split("\n"))
    made = []
    there: set[str] = set()
    for line in text.split("\n"):
        own = _own(line)
        if not own:
            made.append(line)
        elif own[0] in wanted and own[0] not in there:
            there.add(own[0])
            line_now = wanted[own[0]]
            made.append(line_now if _is_bots(line, line_now) else _mended(line, line_now))
        elif own[0] not in wanted and not _is_bots(line):
            made.append(line)
    missing = [line for key, line in wanted.items() if key not in there]
    if missing:
        made = _put_in(made, missing)
    names = marks(whole_mark(new))[0].names
    return remarked("\n".join(made), names=names)


def own_lines(stub: Segment) -> list[str]:
    """The lines that people wrote into a stub."""
    if stub.untouched:
        return []
    bare = (_BOX.sub("", without_mark(line)) for line in stub.text.split("\n")[1:])
    return [line for line in bare if line.strip() and not _is_bots(line)]


def _is_bots(line: str, new: str = "") -> bool:
    """Whether a line of the index is as the bot writes it: a link by one of the entry's names."""
    match = _LINE.fullmatch(line.rstrip())
    link = _LINK.fullmatch(match["words"]) if match else None
    if match is None or link is None or match["more"]:
        return False
    names = {unescape(name) for name in _ANCHOR.findall(match["spans"])}
    return named(inline.plain(link["label"])) in names or bool(new and f"|{link['label']}]]" in new)


def _own(line: str) -> list[str]:
    """The entries that a line of the index is of, the first of its anchors last."""
    match = _LINE.fullmatch(line.rstrip())
    return _ENTRY.findall(match["spans"])[::-1] if match else []


def _by_entry(lines: Iterable[str]) -> dict[str, str]:
    return {own[0]: line for line in lines if (own := _own(line))}


def _mended(line: str, new: str) -> str:
    """A line that people edited, with the anchors and the address that it is to have."""
    old, now = _LINE.fullmatch(line.rstrip()), _LINE.fullmatch(new)
    if old is None or now is None:
        return line
    target = re.search(r"\[\[([^\[\]|]*)\|", now["words"])
    words = old["words"]
    if target is not None:
        key = _own(new)[0]
        words = re.sub(rf"\[\[[^\[\]|]*#faq-{key}\|", lambda _: f"[[{target[1]}|", words)
    stars = line[: len(line) - len(line.lstrip("*"))]
    return f"{stars} {now['spans']}{words}{now['closed']}{old['more']}".rstrip()


def _put_in(lines: Sequence[str], missing: Sequence[str]) -> list[str]:
    """Lines put behind the last one of the index, else at the end."""
    at = max((n for n, line in enumerate(lines) if _own(line)), default=None)
    if at is None:
        text = "\n".join(lines).rstrip("\n")
        return [*text.split("\n"), "", *missing, "", ""]
    return [*lines[: at + 1], *missing, *lines[at + 1 :]]
