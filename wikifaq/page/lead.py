"""The page's introduction: what it is, who answered, until when, and where each topic is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wikifaq.page.entry_link import at_heading, linked
from wikifaq.page.harmless import plain
from wikifaq.page.listing import CONTENTS, COVERED, boxed
from wikifaq.page.mark import topic_anchor
from wikifaq.page.piece import check_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.model import Faq
    from wikifaq.page.template import Templates

_OFTEN = 3  # conversations in which an entry was asked
_ENOUGH = 5  # entries that were asked often, with fewer of which they are not told from others
_MOST_OFTEN = 10
_MOST_SPEAKERS = 3
_MANY = 8  # topics, that stand in columns where there is room
_COLUMNS = "column-width: 20em;"


@dataclass(frozen=True, slots=True)
class Front:
    """What the lead says beside what the FAQ does.

    ``settings`` and ``report`` are the titles of these pages, None where there is none; ``team`` is
    who answers, as the configuration says it.
    """

    settings: str | None = None
    report: str | None = None
    team: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands on the page: topics as ids, headings (plain text) and numbers of entries.

    ``headings`` are those of the entries by their ids, plain text; ``homes`` maps entries to the
    titles of the subpages that they stand on; ``sole`` are headings that lead to one place.
    """

    topics: Sequence[tuple[str, str, int]]
    headings: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)
    sole: frozenset[str] = frozenset()


def render_lead(
    faq: Faq, contents: Contents, *, templates: Templates, front: Front | None = None
) -> str:
    """Render the lead. Raises ConfigurationError for a template that errs, or has a heading."""
    front = front or Front()
    dates = sorted(date for _, date in faq.conversations if date)
    speakers = _speakers(faq)
    listed = templates.render(
        "contents.wikitext.j2",
        topics=[
            {
                "anchor": topic_anchor(key),
                "target": (
                    at_heading(title) if title in contents.sole else f"#{topic_anchor(key)}"
                ),
                "title": plain(title),
                "count": count,
            }
            for key, title, count in contents.topics
        ],
    )
    covered = templates.render(
        "covered.wikitext.j2",
        questions=sum(count for _, _, count in contents.topics),
        conversations=len(faq.conversations),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        team=plain(front.team) if front.team else None,
        speakers=[plain(name) for name in speakers[:_MOST_SPEAKERS]],
        more_speakers=len(speakers[_MOST_SPEAKERS:]),
    )
    text = templates.render(
        "lead.wikitext.j2",
        covered=boxed(covered, name=COVERED),
        contents=boxed(
            listed, name=CONTENTS, style=_COLUMNS if len(contents.topics) >= _MANY else ""
        ),
        most_asked=_most_asked(faq, contents),
        left_out=dict(faq.left_out),
        settings=plain(front.settings) if front.settings else None,
        report=plain(front.report) if front.report else None,
        held=len(faq.held),
    )
    check_text("lead.wikitext.j2", text)
    return text


def _most_asked(faq: Faq, contents: Contents) -> list[dict[str, Any]]:
    """The entries asked most often, where enough were asked often."""
    asked = [(len({answer.title for answer in entry.answers}), entry.id) for entry in faq.entries]
    often = [each for each in asked if each[0] >= _OFTEN and each[1] in contents.headings]
    if len(often) < _ENOUGH:
        return []
    often.sort(key=lambda each: -each[0])
    return [
        {
            **linked(key, contents.headings[key], contents.homes, contents.sole),
            "conversations": times,
        }
        for times, key in often[:_MOST_OFTEN]
    ]


def _speakers(faq: Faq) -> list[str]:
    """Who answers by name, who has answered most first.

    A name counts with a longer one that begins with it, as "Ana" with "Ana Ruiz", where there is
    just one.
    """
    counts = Counter(
        name
        for entry in faq.entries
        for answer in entry.answers
        for name in {turn.speaker for turn in answer.entry.answer if not turn.audience}
        if name
    )
    total: Counter[str] = Counter()
    for name, times in counts.items():
        longer = [other for other in counts if other.startswith(f"{name} ")]
        total[longer[0] if len(longer) == 1 else name] += times
    return sorted(total, key=lambda name: (-total[name], name))
