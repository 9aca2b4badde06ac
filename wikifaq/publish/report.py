"""The report page: what waits for people, each with the line that settles it.

It says nothing that changes by itself, so that it is written only when there is something new.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from wikifaq.errors import Refused
from wikifaq.page.answer import short
from wikifaq.page.harmless import plain
from wikifaq.page.mark import BEGIN, BEGIN_MARK, END, END_MARK, anchor
from wikifaq.publish.brake import bots_refused
from wikifaq.publish.perishable_answers import unnoticed
from wikifaq.publish.side_page import SidePage
from wikifaq.publish.suggestions import shown as likeliest
from wikifaq.publish.veil import veiled_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wikifaq.model import Answer, FaqEntry, Transcript
    from wikifaq.page.permalink import Links
    from wikifaq.page.renewal import Change
    from wikifaq.page.template import Templates
    from wikifaq.publish.plan import Place, Plan
    from wikifaq.wiki.protocol import Revision

_MOST_PAIRS = 20
_MOST_PERISHABLE, _MOST_PHRASES = 20, 3
_LIKELY = 0.35  # that two entries ask the same; less likely pairs are for the operator's eyes
_HEADING = re.compile(r"=+\s*(.*?)\s*=+")


def report(
    plan: Plan,
    place: Place,
    *,
    title: str,
    current: Revision | None,
    transcripts: Sequence[Transcript],
    templates: Templates,
    links: Links,
    editors: Mapping[int, str],
) -> SidePage:
    """Make the report of a plan.

    ``current`` is the report page's newest revision, None where there is none. ``editors`` are
    the names of those who saved revisions of the FAQ's page, as far as they are known. Raises
    ConfigurationError for a template that errs.
    """
    data = _Reported(plan, place, transcripts, links, editors).data()
    inside = templates.render("report.wikitext.j2", **data)
    old = (current.text if current else None) or ""
    summary = " ".join(templates.render("report-summary.txt.j2", **data).split())

    def made(new: str, obstacle: str | None = None) -> SidePage:
        revision = current.id if current else None
        shown = veiled_lines(old, new) if place.broken else None
        return SidePage(title, old, new, revision, summary, obstacle, shown)

    if current is None:
        if not place.create:
            return made("", f"there is no report page {title!r}; run with --create to make it")
        return made(f"{BEGIN}\n\n{inside}\n\n{END}")
    refused = bots_refused(old, place.user)
    if refused:
        return made(old, f"the report page {title!r} keeps bots out with {refused}")
    try:
        start, end = _part(old, title)
    except Refused as error:
        return made(old, str(error).rstrip("."))
    return made(f"{old[:start]}\n\n{inside}\n\n{old[end:]}")


def _part(text: str, title: str) -> tuple[int, int]:
    begins, ends = [*BEGIN_MARK.finditer(text)], [*END_MARK.finditer(text)]
    if len(begins) != 1 or len(ends) != 1 or begins[0].end() > ends[0].start():
        raise Refused(
            f"the report page {title!r} needs one {BEGIN} and one {END} below it, "
            "between which the report stands"
        )
    return begins[0].end(), ends[0].start()


@dataclass(frozen=True, slots=True)
class _Reported:
    """What the template gets."""

    plan: Plan
    place: Place
    transcripts: Sequence[Transcript]
    links: Links
    editors: Mapping[int, str]

    def data(self) -> dict[str, Any]:
        """Everything, as wikitext."""
        plan, place = self.plan, self.place
        faq = plan.faq
        said = place.said
        return {
            "page": plain(plan.title),
            "settings": plain(said.page),
            "settings_revision": said.revision,
            "refused": [plain(sentence(reason)) for reason in plan.reasons],
            "notices": [plain(sentence(each)) for each in (*plan.notices, *said.ignored)],
            "unmet": [plain(each) for each in at_most(faq.unmet if faq else ())],
            "conflicts": [self._conflict(change) for change in plan.changes if change.offer],
            "withdrawn": [anchor(each.entry) for each in plan.changes if each.withdrawn],
            "held": [self._held(entry) for entry in (faq.held if faq else ())],
            "pairs": [
                {"a": self._entry(pair.a), "b": self._entry(pair.b)}
                for pair in likeliest(plan)[:_MOST_PAIRS]
                if pair.score >= _LIKELY
            ],
            "perishable": self._perishable(),
            "removed": self._removed(),
            "unread": [
                {
                    "permalink": self.links.permalink(short(each.title), each.revision, None),
                    "passages": len(each.unrecognised),
                    "characters": sum(span.end - span.start for span in each.unrecognised),
                }
                for each in self.transcripts
                if each.unrecognised
            ],
        }

    def _entry(self, key: str) -> dict[str, Any]:
        headline = (self.plan.headlines or {}).get(key)
        return {"anchor": anchor(key), "heading": plain(headline) if headline else None}

    def _conflict(self, change: Change) -> dict[str, Any]:
        lines = [_HEADING.sub(r"\1", line) for line in change.offer]
        return {**self._entry(change.entry), "lines": lines}

    def _held(self, entry: FaqEntry) -> dict[str, Any]:
        return {"anchor": anchor(entry.id), "sources": [*map(self._permalink, entry.answers)]}

    def _permalink(self, answer: Answer) -> str:
        return self.links.permalink(short(answer.title), answer.revision, answer.entry.anchor)

    def _perishable(self) -> list[dict[str, Any]]:
        return [
            {
                **self._entry(each.entry),
                "date": each.date,
                "phrases": [plain(phrase) for phrase in each.phrases[:_MOST_PHRASES]],
            }
            for each in islice(unnoticed(self.plan), _MOST_PERISHABLE)
        ]

    def _removed(self) -> list[dict[str, Any]]:
        asked = {
            entry.id: entry.question
            for transcript in self.transcripts
            for entry in transcript.entries
        }
        return [
            {
                "anchors": [anchor(each) for each in (key, *stone.aliases)],
                # What its source no longer says isn't said here either.
                "question": plain(asked[key]) if key in asked else None,
                "revision": stone.revision,
                "editor": plain(self.editors.get(stone.revision or 0, "")) or None,
            }
            for key, stone in sorted(self.plan.gone.items())
        ]


def sentence(text: str) -> str:
    """A text with a capital at its beginning and a mark at its end."""
    end = "" if text.endswith((".", "?", "!")) else "."
    return text[:1].upper() + text[1:] + end


def at_most(texts: Sequence[str], most: int = 20) -> list[str]:
    """The first of some texts, and how many more there are."""
    more = [f"and {len(texts) - most} more"] if len(texts) > most else []
    return [*texts[:most], *more]
