"""A subpage of the FAQ's page, on which entries of one topic stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wikifaq.page.mark import BEGIN, END, marks, text_digest
from wikifaq.page.segment import Segment, read_page

if TYPE_CHECKING:
    from wikifaq.page.template import Templates

# A page that was left becomes a redirect; the word differs by the wiki's language.
_LEFT = re.compile(r"\A\s*#\w+\s*:?\s*\[\[[^\[\]\n]*\]\][^\n]*\n*")
_BLANK = Segment("lead", "\n\n", untouched=True)


@dataclass(frozen=True, slots=True)
class Subpage:
    """A subpage as it stands.

    ``before`` and ``after`` are people's, markers excluded. ``head`` is the topic's heading, None
    where there is none; ``lead`` is what stands above it, ``segments`` what stands below. ``of``
    is the page that it names as the one it belongs to.
    """

    title: str
    topic: str
    before: str = ""
    after: str = ""
    lead: Segment = _BLANK
    head: Segment | None = None
    segments: tuple[Segment, ...] = ()
    of: str = ""

    @property
    def settled(self) -> bool:
        """Whether people wrote something on it that stays when its entries leave."""
        return not self.lead.untouched or not (self.head is None or self.head.untouched)


def read_subpage(text: str, title: str, topic: str) -> Subpage:
    """Read a subpage. Raises Refused, with what to do, where its markers are missing or wrong."""
    page = read_page(text, title)
    lead, *rest = (replace(each, home=title) for each in page.segments)
    at = next((n for n, each in enumerate(rest) if each.topic == topic), None)
    head = None if at is None else rest[at]
    above = rest[: at or 0]
    below = rest if at is None else rest[at + 1 :]
    if any(each.entries or each.topic for each in above):
        below = [*above, *below]
    elif above:
        lead = replace(lead, text="".join(each.text for each in (lead, *above)), untouched=False)
    if lead.entries:  # they have lost their headings
        below = [replace(lead, kind="entry", untouched=False), *below]
        lead = replace(_BLANK, home=title)
    if head is not None and head.entries:
        head, entries = head_alone(head)
        below = [entries, *below]
    return Subpage(
        title=title,
        topic=topic,
        before=_LEFT.sub("", page.before),
        after=page.after,
        lead=lead,
        head=head,
        segments=tuple(below),
        of=page.stones.of,
    )


def head_alone(head: Segment) -> tuple[Segment, Segment]:
    """A topic's heading, and the entries below it that have lost theirs."""
    mark = next(each for each in marks(head.text) if each.topic)
    cut = head.text.find("\n", mark.end) + 1 or len(head.text)
    text = f"{head.text[:cut].rstrip()}\n\n"
    untouched = mark.digest == text_digest(text)
    entries = replace(
        head, kind="entry", topic=None, text=head.text[cut:].lstrip("\n"), untouched=False
    )
    return replace(head, text=text, entries=(), aliases=(), untouched=untouched), entries


def new_subpage(title: str, topic: str, *, templates: Templates) -> Subpage:
    """A subpage that isn't made yet. Raises Refused for a template without the markers."""
    text = templates.render("subpage.wikitext.j2", faq=f"{BEGIN}\n\n{END}").rstrip()
    return read_subpage(text, title, topic)
