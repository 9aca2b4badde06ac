"""A plan as the JSON that ``wikifaq preview --json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wikifaq.page.render import question
from wikifaq.publish.diff import unified
from wikifaq.publish.perishable_answers import perishable_answers
from wikifaq.publish.side_page import before
from wikifaq.publish.suggestions import line_for, shown

if TYPE_CHECKING:
    from wikifaq.errors import TryLater
    from wikifaq.model import FaqEntry
    from wikifaq.publish.plan import Plan
    from wikifaq.publish.side_page import SidePage


def to_json(plan: Plan) -> dict[str, Any]:
    """Return a plan as JSON values."""
    return {
        "outcome": plan.outcome,
        "reasons": list(plan.reasons),
        "pages": [_page(each) for each in plan.pages],
        "faq": {"topics": _topics(plan)},
        "changes": [
            {
                "entry": each.entry,
                "change": each.change,
                "why": each.why,
                **({"offer": list(each.offer)} if each.offer else {}),
            }
            for each in plan.changes
        ],
        "notices": list(plan.notices),
        "summary": plan.summary,
        "left_out": dict(plan.faq.left_out) if plan.faq else {},
        "suggestions": [
            {"a": pair.a, "b": pair.b, "score": pair.score, "why": pair.why, "line": line_for(pair)}
            for pair in shown(plan)
        ],
    }


def retry_json(later: TryLater) -> dict[str, Any]:
    """Return what ``preview --json`` prints when no plan can be made now."""
    return {
        "outcome": later.outcome,
        "reasons": [str(later)],
        "pages": [],
        "faq": {"topics": []},
        "changes": [],
        "notices": [],
        "summary": "",
        "left_out": {},
        "suggestions": [],
    }


def _page(page: Plan | SidePage) -> dict[str, Any]:
    return {
        "title": page.title,
        "changed": page.changed,
        "revision": page.revision,
        "wikitext": page.new,
        "diff": unified(before(page), page.new, page.title),
    }


def _topics(plan: Plan) -> list[dict[str, Any]]:
    """The topics as they will stand on the page; people's own entries have no id and no row."""
    known = {entry.id: entry for entry in plan.faq.entries} if plan.faq else {}
    headlines = plan.headlines or {}
    perishable = {each.entry: list(each.phrases) for each in perishable_answers(plan)}
    return [
        {
            "id": topic,
            "title": title,
            "entries": [
                {
                    "id": key,
                    "heading": headlines.get(key),
                    "question": question(known[key]) if key in known else None,
                    "members": [
                        f"{answer.title}#{answer.entry.id}"
                        for answer in (known[key].answers if key in known else ())
                    ],
                    "related": list(known[key].related) if key in known else [],
                    "edited_by_people": key in plan.edited,
                    "perishable": perishable.get(key, []),
                    "extracts": _extracts(known[key]) if key in known else [],
                }
                for key in entries
            ],
        }
        for topic, title, entries in plan.topics
    ]


def _extracts(entry: FaqEntry) -> list[dict[str, Any]]:
    """What is shown of the entry's long answers, and why; those that people chose aren't."""
    return [
        {
            "of": f"{answer.title}#{answer.entry.id}",
            "turn": answer.extract.turn,
            "span": list(answer.extract.span),
            "text": answer.entry.answer[answer.extract.turn].text[slice(*answer.extract.span)],
            "score": round(answer.extract.score, 3),
            "why": answer.extract.why,
        }
        for answer in entry.answers
        if answer.extract is not None
    ]
