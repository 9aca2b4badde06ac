"""The numbers that scripts/train_topics.py fitted: run it to get them anew.

Each table weighs what speaks for a topic of a question; the logistic function of the sum is how
likely people would accept the topic. ``FIRST`` looks at a question by itself, ``SECOND`` at the
questions like it, too. The keys are "words" without an embedder and "vectors" with one.
"""

from __future__ import annotations

FIRST: dict[str, dict[str, float]] = {
    "words": {
        "bias": -3.915,
        "asked": 4.027,
        "context": 1.004,
        "answer": 2.149,
        "share": 4.932,
        "first": 0.941,
        "about": 4.712,
        "nearest": 1.505,
        "votes": 3.264,
    },
    "vectors": {
        "bias": -4.545,
        "asked": 3.274,
        "context": 1.009,
        "answer": 1.689,
        "share": 4.334,
        "first": 0.888,
        "about": 2.353,
        "nearest": 0.198,
        "votes": 1.433,
        "meaning": 4.638,
        "word meaning": 3.583,
        "meaning nearest": 0.636,
        "meaning votes": 2.711,
    },
}
SECOND: dict[str, dict[str, float]] = {
    "words": {
        "bias": -3.318,
        "asked": 3.469,
        "context": 0.338,
        "answer": 1.803,
        "share": 3.498,
        "first": 0.314,
        "about": 2.483,
        "nearest": 0.62,
        "votes": 1.618,
        "neighbours": 5.532,
        "profile": 2.447,
        "rival": -1.202,
    },
    "vectors": {
        "bias": -3.755,
        "asked": 2.933,
        "context": 0.22,
        "answer": 1.453,
        "share": 2.92,
        "first": 0.302,
        "about": 0.982,
        "nearest": 0.025,
        "votes": 0.709,
        "meaning": 2.683,
        "word meaning": 1.058,
        "meaning nearest": 0.208,
        "meaning votes": 1.038,
        "neighbours": 2.081,
        "profile": 1.149,
        "meaning neighbours": 4.335,
        "meaning profile": 0.968,
        "rival": -1.063,
    },
}
PLACED_FROM: dict[str, float] = {"words": 0.29, "vectors": 0.38}
"""The confidence from which a question goes to its likeliest topic."""
ALSO_FROM: dict[str, float] = {"words": 0.67, "vectors": 0.8}
"""The likelihood from which another topic links to it."""
