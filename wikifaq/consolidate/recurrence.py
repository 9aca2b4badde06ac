"""The two engines: questions compared by their words, or by their meaning as well."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

from wikifaq.consolidate.bonds import NONE, decide
from wikifaq.consolidate.candidates import by_words
from wikifaq.consolidate.corpus import Corpus
from wikifaq.consolidate.engine import Grouping, Suggestion
from wikifaq.consolidate.evidence import compare
from wikifaq.consolidate.judgement import judge
from wikifaq.consolidate.linkage import link
from wikifaq.consolidate.weights import SEMANTIC, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from wikifaq.consolidate.bonds import Bonds, Decided
    from wikifaq.consolidate.engine import Embedder, Question
    from wikifaq.consolidate.judgement import Judgement, Weights
    from wikifaq.consolidate.meaning import Meaning

PRECISION = 0.95
"""The share of merges without a person that shall be right."""

_JOINING = 0.2
"""By how much of the way to certainty the bound is higher where a group stands on the page."""

_LEAST = 0.005
_MANY = 6000
_EVERY = 50_000  # pairs, after which it is said how far one is


class ByWords:
    """Compares questions by their words: it merges near-copies, and little else."""

    name: ClassVar[str] = "words"
    _weights: ClassVar[Weights] = WORDS

    def __init__(
        self,
        *,
        acronyms: Mapping[str, str] | None = None,
        precision: float = PRECISION,
        embedder: Embedder | None = None,
    ) -> None:
        """``acronyms`` maps short forms to full ones; ``precision`` is a share, 0 to 1."""
        self._acronyms = dict(acronyms or {})
        self._precision = precision
        self.embedder = embedder

    def group(
        self,
        questions: Sequence[Question],
        *,
        bonds: Bonds = NONE,
        say: Callable[[str], None] = lambda _: None,
    ) -> Grouping:
        """Group questions, as ``Engine.group`` says.

        What stands on the page is taken as it is; two groups that stand become one only where a
        new question ties them together.
        """
        corpus = Corpus(questions, acronyms=self._acronyms)
        decided = decide(corpus.number, bonds)
        judged = _Judged(corpus, decided, self._weights)
        # Of very many only those that are new are looked at.
        judged.look(
            [n for n in range(len(corpus)) if len(corpus) <= _MANY or n not in judged.standing],
            self._meaning,
            say,
        )
        bound = self._weights.bound(self._precision)
        joining = bound + (1 - bound) * _JOINING
        groups = link(
            judged.atoms,
            judged.ties(),
            bound=bound,
            probability=lambda a, b: judged.linking(a, b, bound / joining),
            apart=decided.apart,
        )
        return judged.grouping(groups)

    def _meaning(
        self,
        corpus: Corpus,  # noqa: ARG002 - for ByMeaning
        looked: Sequence[int],  # noqa: ARG002 - for ByMeaning
        say: Callable[[str], None],  # noqa: ARG002 - for ByMeaning
    ) -> Meaning | None:
        return None


class ByMeaning(ByWords):
    """Compares questions by vectors of them and of their answers, too; needs an embedder."""

    name: ClassVar[str] = "semantic"
    _weights: ClassVar[Weights] = SEMANTIC

    def _meaning(
        self, corpus: Corpus, looked: Sequence[int], say: Callable[[str], None]
    ) -> Meaning | None:
        from wikifaq.consolidate.meaning import Meaning  # noqa: PLC0415 - needs numpy

        if self.embedder is None or not len(corpus):
            return None
        return Meaning(corpus, self.embedder, looked=looked, say=say)


class _Judged:
    """The pairs of a corpus that were compared."""

    def __init__(self, corpus: Corpus, decided: Decided, weights: Weights) -> None:
        self._corpus = corpus
        self._decided = decided
        self._weights = weights
        self._meaning: Meaning | None = None
        self._known: dict[tuple[int, int], Judgement] = {}
        self.atoms = [[corpus.number[key] for key in atom] for atom in decided.atoms]
        self._atom = {member: n for n, atom in enumerate(self.atoms) for member in atom}
        self.standing = frozenset(
            member for number in decided.standing for member in self.atoms[number]
        )

    def look(
        self,
        looked: Sequence[int],
        meaning: Callable[[Corpus, Sequence[int], Callable[[str], None]], Meaning | None],
        say: Callable[[str], None],
    ) -> None:
        """Compare the questions of these numbers with those that may ask the same."""
        self._meaning = meaning(self._corpus, looked, say)
        pairs = by_words(self._corpus, looked)
        if self._meaning is not None:
            pairs |= self._meaning.near
            self._meaning.prepare(pairs)
        for done, (a, b) in enumerate(sorted(pairs), 1):
            self._judge(a, b)
            if not done % _EVERY:
                say(f"{done} of {len(pairs)} pairs of questions compared.")

    def ties(self) -> dict[tuple[int, int], float]:
        """Return the pairs by which groups may become one, with what links them."""
        return {
            (a, b): self.linking(a, b, 1.0)
            for (a, b), judgement in self._known.items()
            if not judgement.barred and not (a in self.standing and b in self.standing)
        }

    def linking(self, a: int, b: int, standing: float) -> float:
        """Return what a pair brings to the mean of its groups.

        It is the probability, times ``standing`` where one of them stands on the page; the number
        ``a`` is the smaller.
        """
        judgement = self._judge(a, b)
        if judgement.walled:
            return -math.inf  # no mean with it is enough
        one_stands = (a in self.standing) != (b in self.standing)
        return judgement.probability * (standing if one_stands else 1.0)

    def grouping(self, groups: Iterable[Sequence[int]]) -> Grouping:
        """Name the groups, and say of the pairs that were compared what people may want to see."""
        name: dict[str, str] = {}
        for group in groups:
            keys = sorted(key for atom in group for key in self._decided.atoms[atom])
            name |= dict.fromkeys(keys, keys[0])
        found = sorted(
            (
                self._suggestion(a, b, judgement)
                for (a, b), judgement in self._known.items()
                if judgement.probability >= _LEAST and not self._is_settled(a, b)
            ),
            key=lambda pair: (-pair.score, pair.a, pair.b),
        )
        return Grouping(
            group=name,
            ties=tuple(pair for pair in found if name[pair.a] == name[pair.b]),
            suggestions=tuple(found),
            contradictions=self._decided.contradictions,
        )

    def _is_settled(self, a: int, b: int) -> bool:
        one, other = sorted((self._atom[a], self._atom[b]))
        left, right = self._corpus.reading(a), self._corpus.reading(b)
        follows = left.id == right.follows or right.id == left.follows
        return one == other or (one, other) in self._decided.apart or follows

    def _suggestion(self, a: int, b: int, judgement: Judgement) -> Suggestion:
        questions = self._corpus.questions
        return Suggestion(questions[a].id, questions[b].id, judgement.probability, judgement.why)

    def _judge(self, a: int, b: int) -> Judgement:
        known = self._known.get((a, b))
        if known is None:
            evidence = compare(self._corpus, a, b, self._meaning)
            known = self._known[a, b] = judge(evidence, self._weights)
        return known
