"""What is known of questions that have their topic, and what is decided of those that have none."""

from __future__ import annotations

from dataclasses import dataclass

OTHER = "other"
"""The id of the topic for questions that no topic is sure of."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A question that stands under a topic.

    ``by_people`` is whether a person put it there: it then tells more.
    """

    text: str
    topic: str
    answer: str = ""
    by_people: bool = False


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a question goes.

    ``topic`` is a topic's id, or OTHER; ``confidence`` is how likely it is that people would
    accept the likeliest topic, 0 to 1, be it above the bound or not. ``also`` are other topics
    that the question is likely to belong to, the likeliest first. ``why`` says it in words.
    """

    topic: str
    confidence: float
    also: tuple[str, ...] = ()
    why: str = ""
