"""What a question asks for (a yes or no, a time, a body, a figure, …), and what answers that."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wikifaq.consolidate.answer_words import ANSWER_WORDS
from wikifaq.consolidate.sentences import asking
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_OPENING = ("amount", "when", "why", "who", "where", "how", "what")
_CLAUSE = (  # the start of a clause that asks: words of politeness may come first
    r"(?:\A\W*(?:(?:for|by|in|on|at|to|of|from|since|until|about|with|and|but|so) )?|"
    r"[,;:–—(]\s?(?:\w+\s)?|\b(?:and|or|know|tell us|say|explain|und|et|y|e|i|и|і)\s)"
)
_TENTH = 0.1
_OPEN = frozenset(("yes or no", "when", "amount", "plan"))  # to which "not yet" is an answer
_UNKNOWN = {True: 0.7, False: 0.3}
_FIGURE = re.compile(
    r"(?<![\w.])\d[\d.,:/]{0,20}%?(?!\w)|\d{1,9}(?:th|st|nd|rd|h|%|年|月|日|時|人|件)"
)
_NUMBER = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|third|quarter|dozen|"
    r"most|majority|few|none|all|per cent|percent)s?\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:committee|team|board|council|commission|court|group|staff|members?|department|office|"
    r"trustees|parliament|jury|panel|communit(?:y|ies)|affiliates?|foundation|chapter|"
    r"administrators?|stewards?|functionaries|volunteers?|everyone|everybody|anyone|anybody|"
    r"persons?|director|we)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w[\w'’-]{1,40}")
_BY = re.compile(r"\bby (?:the|a|an|our|its|their) \w")
_ADDRESS = re.compile(r"\w{1,12}://\S|\b[\w.+-]{1,64}@[\w-]{1,64}\.\w|\[\[|\bwww\.\w")
# What English ways of asking look for.
_SEEKS_ADVICE = re.compile(
    r"\b(?:advice|advise|suggestions?|recommend(?:ations?)?|tips?|"
    r"should (?:we|i|one|they|people)|best way|what (?:can|do) i)\b"
)
_SEEKS_MEANING = re.compile(
    r"\b(?:define|definition|meaning of|what does .{1,60} mean|what do you mean|difference between|"
    r"explain what|what (?:is|are|'s) (?:an? |the )?[\w-]+(?: [\w-]+){0,2}\W*\Z)"
)
_SEEKS_WAYS = re.compile(
    r"\b(?:get involved|take part|participate|"
    r"(?:me|us|i|we|people|volunteers) (?:can )?(?:to )?do)\b"
)
_SEEKS_ACTS = re.compile(
    r"\bwhat (?:can|could|will|does|do|is|are|has|have) (?!i\b|we\b|one\b)(?:\w+ ){1,6}?"
    r"(?:do|doing|done|offer|offering)\b"
)
_ACTS = re.compile(
    r"\W*(?:\w+,? ){0,3}?we\b(?! (?:can|do|have|will|are|did|would|could)(?:n't|not| not)\b)",
    re.IGNORECASE,
)
_INVITES = re.compile(  # no yes is waited for
    r"\b(?:can|could|would|will|may|might) (?:you|we|someone|somebody|anyone|they)"
    r"(?: please| also)? (?:tell|explain|define|describe|share|elaborate|clarify|comment|talk|"
    r"speak|expand|summari[sz]e|give|provide|list|name|outline|say|hear|walk|remind|help us)\b|"
    r"(?:\bdo you have |\A\W*|\bis there |\bare there )(?:any|some|an?) (?:\w+ )?"
    r"(?:thoughts?|advice|ideas?|suggestions?|comments?|insights?|updates?|recommendations?|tips?|"
    r"message|opinions?|views?)\b"
)
_SEEKS_OPINION = re.compile(
    r"\b(?:do|does|did|would) (?:you|they|(?:the )?\w+) (?:\w+ )?"
    r"(?:think|believe|support|agree|favou?r|feel)\b|"
    r"\byour (?:opinion|view|position|stance|thoughts)\b"
)
_STANCE = re.compile(
    r"\b(?:I|[Ww]e|[Tt]he [\w ]{1,30}) (?:\w{1,12} |don['’]t |do not ){0,2}?"
    r"(?:think|believe|support|agree|suggest|recommend|oppose|propose|disagree|thinks|believes|"
    r"supports)\b|\b(?:I['’]d|I would|in favou?r of|against|opposed to)\b"
)
_SEEKS_STATUS = re.compile(
    r"\b(?:status|progress|how far|update on|updates on|state of|where are we)\b"
)
_NOW = re.compile(
    r"(?:\b(?:have|has|is|are)|['’](?:ve|s|re))"
    r"(?: \w{1,20}ly| now| already| been| being| not| just| still){0,3} "
    r"\w{1,30}(?:ed|en|ing|own|ne|ade)\b",
    re.IGNORECASE,
)
_WOULD_HAVE = re.compile(
    r"\b(?:would|could|should|might)(?:n't)? (?:\w+ ){0,2}?"
    r"have (?:been|done|had|gone|made|\w+ed|\w+en)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:may|might|could|possible|someday|one day)\b", re.IGNORECASE)
_MEANS = re.compile(
    r"\b(?:refers? to|means?|is (?:a|an|the|when|about|defined|where)|are (?:a|the|defined)|"
    r"defined? as|stands for|consists? of|describes?)\b"
)
_ADVISES = re.compile(
    r"\b(?:should|need to|must|have to|make sure|important to|try to|be sure|suggest|recommend|"
    r"advice|advise|encourage|keep in mind|helpful to|better to|it helps)\b"
)
_DO = re.compile(  # an imperative
    r"\W*(?:please |also |always |never |don't |do not |just )?(?:keep|make|try|go|ask|write|use|"
    r"see|look|check|contact|send|talk|start|join|read|find|take|give|consider|remember|choose|"
    r"visit|apply|come|call|click|sign|reach|report|tell|bring|learn|listen|think|speak|be|focus|share|"
    r"stay|follow|open|let|work|build|create|avoid)\b(?! (?:is|are|was|were|has)\b)",
    re.IGNORECASE,
)
_DO_IT = re.compile(  # one by its shape: "Press the button"
    r"\W*(?!(?:The|An?|This|That|These|Those|All|Both|Half|Such|Once|Since|Because|While|After|Before|"
    r"Until|Over|Under|About|And|But|Or|So|Not|Just|Even|Behind|From|With|For|In|On|At|By|As|If|"
    r"When|Where|Why|How|What|Who|Is|Are|Was|Were|Then|Also|Only|Maybe|Of|To|Like|Into|Through|Near|"
    r"Between|Among|Without|During|Despite|Given|Within|Not|Now|Here|There|Again|Still|Every|Each|"
    r"Has|Have|Had|Do|Does|Did|Will|Would|Can|Could|Should|May|Might|Must|Whether|Though|Although|"
    r"Unless|Than|Yes|No|Well|It|We|You|They|He|She|I)\b)"
    r"[A-Z][a-z]+(?<!ing)(?<!ed)(?<!ly)(?<!s) (?:the|an?|one|your|it|us|me|them|up|down|out)\b"
)
_ENGLISH = {
    "advice": _SEEKS_ADVICE,
    "hindsight": _WOULD_HAVE,
    "acts": _SEEKS_ACTS,
    "how": _SEEKS_WAYS,
    "status": _SEEKS_STATUS,
    "meaning": _SEEKS_MEANING,
    "opinion": _SEEKS_OPINION,
}
# The verbs with which English asks for a yes or no, and those that answer them.
_AUXILIARY = re.compile(
    r"\b(can|could|will|would|should|shall|may|might|must|is|are|was|were|has|have|had|do|does|did)"
    r"(?:n't)?\b",
    re.IGNORECASE,
)
_STATES = {
    **dict.fromkeys(
        ("can", "could", "may", "might", "must"),
        r"\b(?:can|could|may|might|must|able|allowed|possible|free to|permitted)",
    ),
    **dict.fromkeys(
        ("will", "would", "shall"), r"\b(?:will|won't|would|wouldn't|going to|plan|intend|'ll)\b"
    ),
    "should": r"\b(?:should|shouldn't|must|need|recommend|ought|better|think)\b",
    **dict.fromkeys(
        ("is", "are", "was", "were"), r"\b(?:is|are|was|were|isn't|aren't|wasn't|weren't|not)\b|'re"
    ),
    **dict.fromkeys(
        ("has", "have", "had"), r"\b(?:have|has|had|haven't|hasn't|did|didn't|already|yet)\b|'ve"
    ),
    **dict.fromkeys(
        ("do", "does", "did"),
        r"\b(?:we|i|they|there|it) (?:\w+ )?(?:do|don't|does|did|didn't|are|have|is|\w+)\b",
    ),
}


class Asked:
    """What a question asks for: the kinds of answers, and how well a sentence is one."""

    def __init__(self, question: str, code: str) -> None:
        """``code`` is that of the language; unknown ones are read as English."""
        self._code = code if code in ANSWER_WORDS else "en"
        language = LANGUAGES[self._code]
        spans = asking(question, (language,))
        self.sentences = tuple(question[slice(*span)] for span in spans) or (question,)
        kinds = [kind for each in self.sentences for kind in self._kinds(each.lower())]
        self.kinds = tuple(dict.fromkeys(kinds))
        self._auxiliary = next(
            (
                found[1].lower()
                for each in self.sentences
                if self._code == "en" and (found := _AUXILIARY.search(each))
            ),
            None,
        )

    def _kinds(self, question: str) -> Iterable[str]:
        """What a sentence asks for, the first thing first."""
        patterns = _asking(self._code)
        bare = question.replace("’", "'")
        found = sorted(
            (match.start(1), _OPENING.index(kind), kind)
            for kind, pattern in patterns.items()
            if (match := pattern.search(bare))
        )
        taken: set[int] = set()
        for at, _, kind in found:
            if at not in taken:
                taken.add(at)
                if kind != "what":
                    yield kind
        if not found and not _INVITES.search(bare):
            yield "yes or no"
        if _answering(self._code)["planning"].search(bare):
            yield "plan"
        if self._code == "en":
            yield from (kind for kind, pattern in _ENGLISH.items() if pattern.search(bare))

    def fit(self, sentence: str, *, plain: bool) -> tuple[float, str]:
        """Return how well a sentence answers in kind (0 to 1), and in words how.

        ``plain`` is whether it opens with a yes or a no.
        """
        text = sentence.replace("’", "'")
        best, said = 0.0, ""
        for rank, kind in enumerate(self.kinds):
            figure, how = self._fit(kind, text, plain=plain)
            figure *= 1 - _TENTH * min(rank, 2)
            if figure > best:
                best, said = figure, how
        known = _answering(self._code)
        unknown = _UNKNOWN[bool(_OPEN & set(self.kinds))]
        if best < unknown and known["unknown"].search(text):
            best, said = unknown, "says that it isn't known or decided"
        return best, said

    def _fit(self, kind: str, text: str, *, plain: bool) -> tuple[float, str]:
        known = _answering(self._code)
        if kind == "yes or no":
            if plain:
                return 1.0, "answers yes or no"
            states = self._auxiliary and re.search(_STATES[self._auxiliary], text, re.IGNORECASE)
            return (0.35, "says whether") if states else (0.0, "")
        return _MEASURES[kind](text, known)


def _when(text: str, known: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    figure, time = _FIGURE.search(text), known["timing"].search(text) or known["month"].search(text)
    return 1.0 if figure and time else 0.7 if time else 0.3 if figure else 0.0, "gives a time"


def _amount(text: str, known: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    if _FIGURE.search(text):
        return 1.0, "gives a figure"
    found = _NUMBER.search(text)
    return (0.7 if found else 0.3 if known["timing"].search(text) else 0.0), "gives a number"


def _who(text: str, _: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    body, name = _BODY.search(text), _NAME.search(text) or _BY.search(text)
    return 0.5 * bool(body) + 0.5 * bool(name), "names who"


def _how(text: str, known: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    ways = len({found[0].lower() for found in known["ways"].finditer(text)})
    ways += _is_imperative(text)
    return min(1.0, 0.3 * ways + 0.4 * bool(_ADDRESS.search(text))), "says how or where"


def _is_imperative(text: str) -> bool:
    return _DO.match(text) is not None or _DO_IT.match(text) is not None


def _why(text: str, known: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    return float(known["causing"].search(text) is not None), "says why"


def _advice(text: str, known: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    plain = _ADVISES.search(text) is not None or _is_imperative(text)
    return (1.0 if plain else _how(text, known)[0] / 2), "advises"


def _meaning(text: str, _: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    return 0.8 * (_MEANS.search(text) is not None), "says what it is"


def _hindsight(text: str, _: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    return float(_WOULD_HAVE.search(text) is not None), "says what could have been"


def _status(text: str, known: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    said = _NOW.search(text) or known["planning"].search(text) or known["unknown"].search(text)
    return 0.8 * bool(said), "says how far it is"


def _acts(text: str, _: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    return 0.3 * (_ACTS.match(text) is not None), "says what is done"


def _opinion(text: str, _: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    return 0.9 * (_STANCE.search(text) is not None), "says what is thought of it"


def _plan(text: str, known: dict[str, re.Pattern[str]]) -> tuple[float, str]:
    planned = known["planning"].search(text) is not None
    if not planned and _POSSIBLE.search(text):
        return 0.6, "says what is possible"
    undecided = planned and known["unknown"].search(text) is not None
    return (1.0 if undecided else 0.8 * planned), "says what is planned"


_MEASURES: dict[str, Callable[[str, dict[str, re.Pattern[str]]], tuple[float, str]]] = {
    "when": _when,
    "amount": _amount,
    "who": _who,
    "how": _how,
    "where": _how,
    "why": _why,
    "plan": _plan,
    "advice": _advice,
    "meaning": _meaning,
    "hindsight": _hindsight,
    "status": _status,
    "acts": _acts,
    "opinion": _opinion,
}


@lru_cache(maxsize=32)
def _asking(code: str) -> dict[str, re.Pattern[str]]:
    """Patterns of the words that ask for each kind, at the start of a clause."""
    words, spaced = ANSWER_WORDS[code], LANGUAGES[code].spaced
    found = {}
    for kind in _OPENING:
        any_word = _any(getattr(words, kind))
        if spaced:
            found[kind] = re.compile(rf"{_CLAUSE}({any_word})(?![\w\u0900-\u097f])")
        else:
            found[kind] = re.compile(f"({any_word})")
    return found


@lru_cache(maxsize=32)
def _answering(code: str) -> dict[str, re.Pattern[str]]:
    """Patterns of the words that answer."""
    words, language = ANSWER_WORDS[code], LANGUAGES[code]
    lists = {name: getattr(words, name) for name in ("unknown", "causing", "timing", "ways")}
    lists["planning"] = words.planning
    # "may" is more often a verb than a month.
    lists["month"] = tuple(
        form
        for forms in language.months
        for form in forms
        if len(form) > 3 or not language.spaced  # noqa: PLR2004 - "mar"
    )
    if language.spaced:
        start, end = r"(?<![\w\u0900-\u097f])", r"(?![\w\u0900-\u097f])"
    else:
        start = end = ""
    return {
        name: re.compile(f"{start}(?:{_any(each)}){end}", re.IGNORECASE)
        for name, each in lists.items()
    }


def _any(words: Iterable[str]) -> str:
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, found)) or "(?!)"
