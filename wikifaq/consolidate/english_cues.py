"""Signs by which an English sentence answers, or doesn't: what its speaker does in it."""

from __future__ import annotations

import re

from wikifaq.transcript.words import LANGUAGES

_STANCE = "think|believe|suggest|recommend|would|hope|expect|support"
_COMMITS = re.compile(
    rf"(?:\w+, )?(?:[Ww]e|[Yy]ou|[Tt]here|I (?:\w+ly |do |don['’]t |do not )?(?:{_STANCE}))\b",
)
_TAKES_STANCE = re.compile(
    r"\W*(?:(?:[Pp]ersonally|[Ff]or my part|[Ss]peaking (?:\w+ )?for myself|"
    r"[Ii]n my (?:view|opinion)),? )?I(?:['’]m| am|['’]d|) (?:\w{1,12} |don['’]t |do not )?"
    r"(?:think|believe|support|in favou?r|for|against|opposed|say|suggest|recommend|oppose|"
    r"prefer)\b"
)
# What speakers do, and have done, is seldom what was asked; what they think may be.
_SELF = re.compile(
    r"\W*(?:\w+,? ){0,3}?(?:I|My|my)\b(?!['’]?d?(?: \w+ly| also| do| don['’]t| personally| just)? "
    rf"(?:{_STANCE}|wouldn['’]t|agree|want|wish|doubt|understanding|answer|advice|view|opinion|"
    r"suggestion|can|could|should|will (?!say)))",
)
_OF_PERSON = re.compile(
    r"\byou(?:r|rself)?\b.{0,80}?\b(?:feel|enjoy|hope|encourag|excit|proud|worr|inspir|favou?rite|"
    r"love|yourself|experience|motivat|learn|job|role|story|background|miss)|"
    r"(?:encourag|excit|inspir|motivat|worr)\w{0,5} (?:\w{1,20} )?you\b",
    re.IGNORECASE,
)
_PUTS = re.compile(
    r"\b(?:asked|asking|wonder(?:ed|ing)?)\b|"
    r"\A(?:Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would|Should|Has|Have)"
    r" (?:the|we|it|they|you|there|this|that|I|he|she|an?)\b"
)
_CLEFT = re.compile(
    r"\W*(?:\w+,? ){0,2}?(?:[Ww]hat|[Ww]here|[Hh]ow|[Ww]hy|Who|When)\b[^,.;:]{3,60}"
    r"\b(?:is|are|was|were)\b(?! \w+(?:ed|en),)"  # not "Where terms are fixed, …"
)
_HINDERS = re.compile(  # it answers a why
    r"\W*What (?:\w+ )?(?:keeps|stops|prevents|hinders|holds|stands in|stood in|kept|stopped)\b"
)
_ADDS = re.compile(  # "What I'd like you to know is": it is beside the question
    r"\W*What I(?:['’]d| would|) (?:\w+ )?(?:like|want) (?:\w+ )?to (?:know|add|stress|mention)\b"
)
_OPEN = re.compile(
    r"\W*(?:There(?: is|['’]s) no (?:\w+ )?(?:date|plan|decision|timeline|deadline|answer)\b|"
    r"Nothing (?:has been|is|['’]s been) (?:\w+ )?(?:settled|decided|planned|fixed)\b)"
)
_THAT_IS_WHY = re.compile(
    r"\W*(?:and |so )?(?:that|this)(?:['’]s| is| was) (?:why|how|the reason)\b", re.IGNORECASE
)
_THESE = re.compile(
    r"\W*(?:(?:in|on|for|with|to|of|at|from|about|under) )?(?:this|these|that|those) ([\w-]+)",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:history|background|context)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:that|this|it|these|those)\b(?! (?:who|year|month|week))")
_NOUN = re.compile(r"[^\W\d_]{4,}")
_NO_NOUNS = LANGUAGES["en"].common | frozenset(
    "should could think know said want need just only also well doing don doesn didn".split()
)


def commits(text: str) -> bool:
    """Whether it opens with what "we", "you" or "there" do, or with what "I" think."""
    return _COMMITS.match(text) is not None


def takes_stance(text: str) -> bool:
    """Whether it opens with what the speaker is for, or thinks: "Personally, I'm in favour"."""
    return _TAKES_STANCE.match(text) is not None


def is_of_self(text: str) -> bool:
    """Whether a speaker tells in it what they do, have done or know."""
    return _SELF.match(text) is not None


def asks_for_self(question: str) -> bool:
    """Whether a question asks what somebody feels or has seen: then they are to tell of it."""
    return _OF_PERSON.search(question) is not None


def puts_question(text: str) -> bool:
    """Whether it tells of a question, or is one without its mark."""
    return _PUTS.search(text) is not None


def is_cleft(text: str) -> bool:
    """Whether it opens like "What we need is"."""
    return _CLEFT.match(text) is not None and not (_HINDERS.match(text) or _ADDS.match(text))


def says_what_hinders(text: str) -> bool:
    """Whether it opens like "What stands in the way is": it says why, not what or when."""
    return _HINDERS.match(text) is not None


def says_open(text: str) -> bool:
    """Whether it opens by saying that something isn't decided: "There is no date"."""
    return _OPEN.match(text) is not None


def gives_reason_before(text: str) -> bool:
    """Whether it says that what stands before it is the reason: "That is why"."""
    return _THAT_IS_WHY.match(text) is not None


def pointed_at(text: str) -> str | None:
    """Return the noun at which a sentence points in its opening: "In these branches"."""
    found = _THESE.match(text)
    return found[1] if found else None


def announces_background(text: str) -> bool:
    """Whether it says that history or background follows."""
    return _TELLS.search(text) is not None


def points_back(text: str) -> bool:
    """Whether it has a pronoun that nothing before it in the sentence explains."""
    found = _PRONOUN.search(text)
    return found is not None and not any(
        word.lower() not in _NO_NOUNS for word in _NOUN.findall(text[: found.start()])
    )
