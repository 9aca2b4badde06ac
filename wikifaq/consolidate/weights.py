"""What each figure weighs: written by ``scripts/train_recurrence.py``."""

from __future__ import annotations

from wikifaq.consolidate.judgement import Weights

SEMANTIC = Weights(
    base=-3.19,
    of={
        "words": 2.0,
        "other words in the same frame": -11.444,
        "other bodies": -0.722,
        "asks otherwise": -1.053,
        "one follows": -3.598,
        "same day": -2.274,
        "rare words": 0.3,
        "bodies in answers": 0.3,
        "links": 1.0,
        "words with answers": 6.0,
        "answers in words": 16.912,
        "meaning": 0.467,
        "nearer than others": 3.29,
        "with answers": 2.643,
        "with answers, nearer than others": 7.394,
        "one has all parts of the other": 2.333,
        "answers alike": 7.533,
    },
    bounds={
        0.8: 0.3,
        0.85: 0.3,
        0.9: 0.3,
        0.95: 0.74,
        0.97: 0.92,
        0.99: 0.96,
    },
)

WORDS = Weights(
    base=-4.846,
    of={
        "words": 2.0,
        "other words in the same frame": -4.082,
        "letters": 7.279,
        "other bodies": -1.11,
        "asks otherwise": -1.332,
        "one follows": -1.221,
        "same day": -1.876,
        "rare words": 2.282,
        "bodies in answers": 0.738,
        "links": 1.0,
        "words with answers": 6.0,
        "answers in words": 46.625,
    },
    bounds={
        0.8: 0.56,
        0.85: 0.7,
        0.9: 0.79,
        0.95: 0.9,
        0.97: 0.99,
    },
)
