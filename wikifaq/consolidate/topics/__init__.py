"""The topics of an FAQ: under which one a question goes, and which there could be."""

from wikifaq.consolidate.topics.placer import Placer
from wikifaq.consolidate.topics.placing import OTHER, Placed, Placing
from wikifaq.consolidate.topics.proposal import propose

__all__ = ["OTHER", "Placed", "Placer", "Placing", "propose"]
