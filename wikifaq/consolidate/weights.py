"""What each figure weighs: written by ``scripts/train_recurrence.py``."""

from __future__ import annotations

from wikifaq.consolidate.judgement import Weights

SEMANTIC = Weights(
    base=-3.189,
    of={
        "words": 2.0,
        "other words in the same frame": -11.443,
        "other bodies": -0.722,
        "asks otherwise": -1.053,
        "one follows": -3.597,
        "same day": -2.274,
        "rare words": 0.3,
        "bodies in answers": 0.3,
        "links": 1.0,
        "words with answers": 6.0,
        "answers in words": 16.894,
        "meaning": 0.472,
        "nearer than others": 3.288,
        "with answers": 2.639,
        "with answers, nearer than others": 7.399,
        "one has all parts of the other": 2.33,
        "answers alike": 7.545,
    },
    bounds={
        0.8: 0.3,
        0.85: 0.3,
        0.9: 0.38,
        0.95: 0.77,
        0.97: 0.92,
        0.99: 0.96,
    },
)

WORDS = Weights(
    base=-4.849,
    of={
        "words": 2.0,
        "other words in the same frame": -4.068,
        "letters": 7.28,
        "other bodies": -1.109,
        "asks otherwise": -1.33,
        "one follows": -1.22,
        "same day": -1.875,
        "rare words": 2.271,
        "bodies in answers": 0.742,
        "links": 1.0,
        "words with answers": 6.0,
        "answers in words": 46.629,
    },
    bounds={
        0.8: 0.3,
        0.85: 0.41,
        0.9: 0.69,
        0.95: 0.86,
        0.97: 0.99,
    },
)
