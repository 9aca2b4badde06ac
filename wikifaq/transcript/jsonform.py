"""Transcripts as JSON and back: what ``wikifaq parse --json`` prints and the store keeps."""

from __future__ import annotations

from typing import Any

from wikifaq.model import Entry, Span, Transcript, Turn


def to_json(transcript: Transcript, text: str) -> dict[str, Any]:
    """Return a transcript as JSON values; ``text`` is the page's, for what was not recognised."""
    unrecognised = [
        {"start": start, "end": end, "text": text[start:end]}
        for start, end in transcript.unrecognised
    ]
    return {
        "title": transcript.title,
        "page_id": transcript.page_id,
        "revision": transcript.revision,
        "date": transcript.date,
        "host": transcript.host,
        "kind": transcript.kind,
        "coverage": {
            "chars": transcript.chars,
            "read": transcript.chars - sum(end - start for start, end in transcript.unrecognised),
            "unrecognised": unrecognised,
        },
        "warnings": list(transcript.warnings),
        "entries": [_entry(entry) for entry in transcript.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "section": entry.section,
        "anchor": entry.anchor,
        "kind": entry.kind,
        "question": entry.question,
        "markup": entry.markup,
        "wikitext": entry.wikitext,
        "span": list(entry.span),
        "asker": entry.asker,
        "addressee": entry.addressee,
        "parent": entry.parent,
        "follows": entry.follows,
        "form": entry.form,
        "score": entry.score,
        "why": entry.why,
        "answer": [
            {
                "speaker": turn.speaker,
                "role": turn.role,
                "text": turn.text,
                "wikitext": turn.wikitext,
                "span": list(turn.span),
                "paragraphs": list(turn.paragraphs),
            }
            for turn in entry.answer
        ],
    }


def from_json(data: dict[str, Any]) -> Transcript:
    """Return the transcript that ``to_json`` was given.

    Raises KeyError or TypeError where the data has another shape.
    """
    return Transcript(
        title=data["title"],
        page_id=data["page_id"],
        revision=data["revision"],
        kind=data["kind"],
        chars=data["coverage"]["chars"],
        date=data["date"],
        host=data["host"],
        unrecognised=tuple(
            Span(each["start"], each["end"]) for each in data["coverage"]["unrecognised"]
        ),
        warnings=tuple(data["warnings"]),
        entries=tuple(
            Entry(
                **{**each, "span": Span(*each["span"]), "answer": tuple(map(_turn, each["answer"]))}
            )
            for each in data["entries"]
        ),
    )


def _turn(data: dict[str, Any]) -> Turn:
    return Turn(**{**data, "span": Span(*data["span"]), "paragraphs": tuple(data["paragraphs"])})
