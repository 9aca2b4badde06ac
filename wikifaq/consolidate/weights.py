"""What each figure weighs: written by ``scripts/train_recurrence.py``."""

from __future__ import annotations

from wikifaq.consolidate.judgement import Weights

SEMANTIC = Weights(
    base=-3.183,
    of={
        "words": 2.0,
        "other words in the same frame": -11.434,
        "other bodies": -0.719,
        "asks otherwise": -1.045,
        "one follows": -3.566,
        "same day": -2.261,
        "rare words": 0.3,
        "bodies in answers": 0.3,
        "links": 1.0,
        "words with answers": 6.0,
        "answers in words": 12.0,
        "meaning": 0.415,
        "nearer than others": 3.268,
        "with answers": 2.674,
        "with answers, nearer than others": 7.455,
        "one has all parts of the other": 2.326,
        "answers alike": 9.654,
    },
    bounds={
        0.8: 0.3,
        0.85: 0.3,
        0.9: 0.3,
        0.95: 0.75,
        0.97: 0.92,
    },
)

WORDS = Weights(
    base=-4.785,
    of={
        "words": 2.0,
        "other words in the same frame": -4.3,
        "letters": 7.167,
        "other bodies": -1.012,
        "asks otherwise": -1.245,
        "one follows": -1.109,
        "same day": -1.851,
        "rare words": 2.323,
        "bodies in answers": 0.818,
        "links": 1.0,
        "words with answers": 6.0,
        "answers in words": 12.0,
    },
    bounds={
        0.8: 0.55,
        0.85: 0.69,
        0.9: 0.82,
        0.95: 0.9,
    },
)
