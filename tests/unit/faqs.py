"""A small FAQ to test with: pages in, a plan out, nothing but texts in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wikifaq.consolidate.recurrence import ByWords
from wikifaq.model import Page, Topic
from wikifaq.page.permalink import Links
from wikifaq.page.template import Templates
from wikifaq.publish.plan import Build, Place, Plan, plan
from wikifaq.template_files import template_sources
from wikifaq.transcript import read
from wikifaq.wiki.protocol import Revision

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = "Tea FAQ"
BOT = "TeaBot"
TOPICS = (
    Topic("tea", "Tea", ("tea", "cup"), (("GT", "green tea"),)),
    Topic("house", "The tea house", ("house", "door", "roof")),
)
TEMPLATES = Templates(template_sources(None), language="en")
SPRING = """== Notes ==
* Is the tea hot?
** Ana: Yes, very.
* When does the house open?
** At nine.
* Who mends the roof of the house?
** Bo does.
"""
SUMMER = """* When does the house open?
** Ana: At eight in summer.
* How much milk goes into a cup of tea?
** None.
* What is your favourite colour?
** Blue.
"""


def build(sources: Mapping[str, str], **options: Any) -> Build:
    """What the FAQ is made of: titles with texts; a title's number is its page's id."""
    pages = [
        read(Page(title, text, sum(map(ord, title)), 100 + len(text)))
        for title, text in sources.items()
    ]
    return Build(
        transcripts=tuple(pages),
        topics=TOPICS,
        engine=ByWords(acronyms={"GT": "green tea"}),
        templates=TEMPLATES,
        links=Links(""),
        **options,
    )


def planned(
    sources: Mapping[str, str],
    text: str | None = None,
    base: str | None = None,
    *,
    create: bool = True,
    adopt: bool = False,
    **options: Any,
) -> Plan:
    """The plan for a page with this text, which the bot last left as ``base``."""
    current = None if text is None else Revision(1, 0, "", BOT, "", None, text)
    place = Place(TITLE, current, base, create=create, adopt=adopt, user=BOT)
    return plan(build(sources, **options), place)


def written(sources: Mapping[str, str], text: str | None = None, base: str | None = None) -> str:
    """The page's text after a run, which must not be refused."""
    made = planned(sources, text, base, accept_loss=True)
    assert made.outcome in {"write", "nothing"}, made.reasons
    return made.new


def section(text: str, heading: str) -> str:
    """An entry of the page, from its heading to the next."""
    start = text.index(f"=== {heading} ===")
    ends = [
        at
        for mark in ("\n== ", "\n=== ", "\n<!-- wikifaq")
        if (at := text.find(mark, start + 1)) > 0
    ]
    return text[start : min(ends)] + "\n"
