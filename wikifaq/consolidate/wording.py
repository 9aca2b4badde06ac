"""The wording that an entry shows: of several that ask the same, the one that reads best.

Every criterion is a fault that is measured from 0 to 1 and has a weight; a wording's score is what
its faults leave of 100. What needs words knows English ones; in other languages the measures that
need none decide, with the words that ``wikifaq/transcript/words`` has of each.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wikifaq.consolidate.sentences import asking, sentences
from wikifaq.transcript.asking import asks
from wikifaq.transcript.kind import follows_on, thanks
from wikifaq.transcript.language import languages_of
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MARGIN = 15
"""How much better than the standing wording another must be: about one plain fault less."""

BEST = range(40, 161)
"""Characters of a wording that is neither terse nor long."""

_TOO_LONG = 480  # characters, from which longer is no worse
_TOO_SHORT = 10
_WITHIN = 0.2  # how bad the longest of the best is, that of two good ones the shorter is taken
_FEW_WORDS = 4
_FEW_SIGNS = 8
_MOST = 0.7
_SHOUTED = 8  # letters, with fewer of which capitals may be a name
_THIN = 2  # words that carry something, with fewer of which a sentence says nothing by itself

_ENGLISH = LANGUAGES["en"]
_TOKEN = re.compile(r"[^\W_]+(?:['&/-][^\W_]+)*|[,;:()–—.?!]")
_CLAUSE = frozenset(
    ", ; : ( ) – — . ? ! and but or if when where while because since after before until unless "
    "whether who whom whose which what how why although though as that".split()
)
_PREPOSITIONS = frozenset(
    "for of to in on at by with from about around into onto like than as after before behind "
    "against over under above below during within without beyond despite between among through "
    "across towards toward regarding concerning per via".split()
)
# Words that name nothing which a pronoun could stand for.
_EMPTY = _PREPOSITIONS | frozenset(
    "a an the is are was were be been being am do does did has have had can could will would "
    "should shall may might must not no yes any "
    "some all more much many there here then now also just still so too very please i you we me us "
    "my your our what which who whom whose why how when where if and or but as than think believe "
    "feel say see mean know explain tell describe share give happen happened happens get got going "
    "go really actually exactly else ever yet either way next future thing things something "
    "anything update updates news thoughts comments comment insights opinion plan plans idea ideas "
    "question questions years part expect hope itself themselves don't doesn't didn't isn't aren't "
    "won't can't what's that's it's how's who's there's i'm i'd i've you're we're".split()
)
_PERSONS = frozenset("they he she their his her its theirs hers".split())
_OBJECTS = frozenset("it them him it's".split())
_POINTS = frozenset("this these those such".split())
_NAMELESS = _EMPTY | _PERSONS | _OBJECTS | _POINTS | {"that"}
_BACK = frozenset("same above latter former".split())
_NEAR = frozenset(  # "this year" needs nothing before it
    "year month week time day hour call meeting session conversation page faq team project wiki "
    "site moment point summer winter spring autumn".split()
)
_GENERAL = {  # "those who", "those users whose", "such as"
    "those": frozenset("who whom whose with of in from under on at that which without".split()),
    "such": frozenset(["as"]),
}
_AUXILIARIES = frozenset(
    "is are was were be been am do does did has have had can could will would should shall may "
    "might must isn't aren't wasn't weren't don't doesn't didn't hasn't haven't can't cannot "
    "couldn't won't wouldn't shouldn't what's who's how's it's that's there's where's i'm i'd i'll "
    "i've you're we're they're".split()
)
_VERBS = _AUXILIARIES | frozenset("wonder want need know think explain tell describe".split())
_ASKING = frozenset("what which who whose why how when where".split())
_SUBJECTS = frozenset("who what which whose".split())
_BEFORE_THAT = _AUXILIARIES | _PREPOSITIONS | frozenset(["why", "doing"])
_OPENS = re.compile(
    r"\W*(?:and|but|also|so|or|then|plus|however|besides|additionally|furthermore|moreover|again|"
    r"(?:what|how) about|for (?:example|instance)|either way|otherwise|instead|same|another|"
    r"in (?:that|this|such a|which) case|on that|as for that|"
    r"related to (?:that|this)|follow(?:ing)?[- ]?up|if (?:so|not|yes|no)|"
    r"(?:they|he|she) also)(?![\w-])",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:(?:previous|last|earlier|preceding|above) "
    r"(?:question|answer|reply|speaker|comment|point)"
    r"|as (?:you|he|she|they|we|i)(?:'ve| have)?(?: just| already)? "
    r"(?:said|mentioned|noted|explained|asked|discussed)"
    r"|you(?:'ve| have)? (?:just |already )?(?:said|mentioned)"
    r"|(?:said|mentioned|asked|discussed|described|answered|question) "
    r"(?:earlier|above|before|just now))\b",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"\b(?:(?:is|isn't|was|wasn't) it|(?:would|will|could|can|might|may|wouldn't) it be"
    r"|it(?:'s| is| was| would be| will be)|does it (?:make|take|matter|help))"
    r"(?: [\w'&/-]+){1,9} (?:to|that|if|when|who)\b"
    r"|\bit (?:takes?|seems?|looks|appears?|comes|came)\b"
)
_ADDRESSED = re.compile(
    r"\W*(?:(?:for|to|question for|@) ?[A-Z][\w.]+(?: (?:and|&) [A-Z]\w+)?\s*[-–—:,]"
    r"|(?i:hi|hello|hey|dear|good (?:morning|evening|afternoon)|greetings)\b"
    r"|(?!\w+ly\b|(?:So|Also|However|Yes|No|Ok|Okay|Now|Then|Well|First|Second|Today|Indeed|Wh\w+"
    r"|How|Sometimes|Often|Again|Please|If|And|Or|But)\b)[A-Z][a-z]+, (?=[a-z]))"
    r"|.*\b[Yy]ou [A-Z][a-z]+ (?=[a-z])"
)
_CHAT = frozenset(
    "i u ur r ppl pls plz thx ty bc bcs bcz cuz coz w/o b4 gonna wanna gotta idk imo imho tbh "
    "afaik btw rn lol omg smth sth smb abt msg cant dont doesnt didnt isnt arent wasnt werent wont "
    "wouldnt couldnt shouldnt havent hasnt hadnt whats thats theres hows wheres youre theyre im "
    "ive youve weve".split()
)
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['/][^\W\d_]+)*(?!\w)")
_DOUBLED = re.compile(r"[?!？！]{2}|\b(\w{2,}) \1\b", re.IGNORECASE)
_PART = re.compile(r"(?<!\w)\(?(?:\d|[a-e]|i{1,3})\)\s")
_CLOSED = re.compile(r"[.!?…。？！؟।;\u037e][\"'”’»)\]」』）]*\Z")


class _Read(NamedTuple):
    """A wording with what is looked up in it once."""

    text: str
    bare: str
    spans: list[tuple[int, int]]
    asking: list[tuple[int, int]]
    words: list[str]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A fault: how much it weighs, how it is measured, and what it and its absence are called."""

    weight: int
    measure: Callable[[_Read], float]
    fault: str
    merit: str = ""


def representative(wordings: Sequence[str], *, standing: str | None = None) -> int:
    """Return the index of the wording that an entry is to show.

    It is the one with the best ``score``, and of equally good ones the first: callers give the
    oldest first. ``standing`` is the wording that is shown now: if it is among them it stays,
    unless another is better by ``MARGIN``. Raises ValueError where there is no wording.
    """
    if not wordings:
        raise ValueError("There is no wording to choose from.")
    scores = [score(wording) for wording in wordings]
    best = max(range(len(scores)), key=lambda n: (scores[n], -n))
    if standing is not None:
        shown = " ".join(standing.split())
        stands = next(
            (n for n, each in enumerate(wordings) if " ".join(each.split()) == shown), None
        )
        if stands is not None and scores[best] - scores[stands] < MARGIN:
            return stands
    return best


def score(wording: str) -> float:
    """Return how well a wording does as a representative; 100 is faultless."""
    read = _read(wording)
    return round(100 - sum(each.weight * each.measure(read) for each in CRITERIA), 3)


def why(wording: str) -> str:
    """Say what a wording is like: "stands alone, one question, 64 characters"."""
    read = _read(wording)
    measures = [(each, each.measure(read)) for each in CRITERIA]
    said = [
        each.merit
        for each, fault in measures
        if each.merit and not fault and (each.measure is not _several or read.asking)
    ]
    said.append(f"{len(read.text)} characters")
    said += [each.fault for each, fault in measures if fault and each.measure is not _length]
    return ", ".join(said)


def gain(old: str, new: str) -> str:
    """Say in what the new wording is better, the gravest first; "" where it is in nothing."""
    before, after = _read(old), _read(new)
    better = []
    for each in CRITERIA:
        points = each.weight * (each.measure(before) - each.measure(after))
        if points >= 1:
            said = (
                f"{len(after.text)} characters rather than {len(before.text)}"
                if each.measure is _length
                else f"the old one {each.fault}"
            )
            better.append((-points, said))
    return ", ".join(said for _, said in sorted(better))


def leans(sentence: str) -> bool:
    """Whether a sentence can't be read without what is said before it.

    It opens like one that goes on, says next to nothing by itself, or points at something that
    nothing before in the sentence names: "Are there plans for that?", "Do they know?".
    """
    bare = sentence.replace("’", "'")
    if _OPENS.match(bare) or follows_on(bare, _ALL):
        return True
    lower = bare.lower()
    if substance(bare) < _THIN and lower.isascii():
        return True
    tokens = _TOKEN.findall(lower)
    return _points_back(tokens, expletive=_EXPLETIVE.search(lower) is not None)


def substance(text: str) -> int:
    """How many words of a text name something; two wide signs count as a word."""
    wide = sum(map(is_wide, text))
    return (wide + 1) // 2 or sum(map(_names, _TOKEN.findall(text.replace("’", "'").lower())))


def is_wide(sign: str) -> bool:
    """Whether a sign is twice as wide as others, as those of Chinese and Japanese are."""
    return unicodedata.east_asian_width(sign) in "WF"


def _points_back(tokens: Sequence[str], *, expletive: bool) -> bool:
    """Whether a pronoun stands for nothing before it.

    ``earlier`` counts the words that name something in the clauses before, ``here`` those in the
    pronoun's own clause.
    """
    earlier = here = 0
    for n, token in enumerate(tokens):
        last, behind = tokens[n - 1] if n else "", tokens[n + 1 : n + 4]
        ends = not behind or not behind[0][0].isalnum()
        pronoun = token == "that" and (ends or last in _BEFORE_THAT)  # noqa: S105 - a word
        if token in _PERSONS:
            lost = not earlier + here
        elif token in _OBJECTS:
            lost = earlier < _THIN and here <= _THIN and not expletive
        elif pronoun:
            lost = earlier < _THIN and (ends or here < _THIN)
        else:
            lost = earlier < _THIN and _points(token, last, behind)
        if lost:
            return True
        if token in _CLAUSE and not pronoun:
            earlier, here = earlier + here, 0
        here += _names(token)
    return False


def _points(token: str, last: str, behind: Sequence[str]) -> bool:
    """Whether a word points at what was said: "these rules", but not "those who", "this year"."""
    if token not in _POINTS and not (last == "the" and token in _BACK):
        return False
    general = _GENERAL.get(token, frozenset())
    return _NEAR.isdisjoint(behind[:1]) and general.isdisjoint(behind)


def _names(token: str) -> bool:
    """Whether a word names something."""
    return token[0].isalpha() and token not in _NAMELESS


def _read(wording: str) -> _Read:
    text = wording.strip()
    bare = text.replace("’", "'")
    return _Read(text, bare, sentences(text), asking(text), _words(bare))


def _words(text: str) -> list[str]:
    """The words in lower case, but for those in capitals: "U" is none of a chat."""
    return [word if word.isupper() else word.lower() for word in _WORD.findall(text)]


def _alone(read: _Read) -> float:
    """Opens with a sentence that leans on what was said before, or speaks of the conversation."""
    first = read.bare[slice(*read.spans[0])] if read.spans else ""
    return float(leans(first) or _REFERS.search(read.bare) is not None)


def _question(read: _Read) -> float:
    """Has a sentence that asks; one without a question mark is half of one."""
    if read.asking:
        return 0.0
    return 0.5 if asks(read.text, _ALL) else 1.0


def _whole(read: _Read) -> float:
    """Has a verb, as far as that can be told, and more than a few words."""
    if any(map(is_wide, read.text)):
        return float(len(read.text) < _FEW_SIGNS)
    if len(read.words) < _FEW_WORDS:
        return 1.0 if not read.asking or len(read.words) < _FEW_WORDS - 1 else 0.5
    if languages_of(read.text)[0] is not _ENGLISH:
        return 0.0
    few = len(read.words) <= 2 * _FEW_WORDS
    if not _VERBS.isdisjoint(read.words) or not (few or _ASKING.isdisjoint(read.words)):
        return 0.0
    # "Who mends the roof?" has a verb that no list holds.
    if read.words[0] in _SUBJECTS and read.words[1] not in _PREPOSITIONS:
        return 0.0
    return 1.0 if few else 0.6


def _length(read: _Read) -> float:
    """Is neither terse nor long; signs that are twice as wide count twice."""
    length = len(read.text) + sum(map(is_wide, read.text))
    if length < BEST[0]:
        return min(1.0, (BEST[0] - length) / (BEST[0] - _TOO_SHORT))
    if length in BEST:
        return _WITHIN * (length - BEST[0]) / (BEST[-1] - BEST[0])
    return min(1.0, _WITHIN + (1 - _WITHIN) * (length - BEST[-1]) / (_TOO_LONG - BEST[-1]))


def _preamble(read: _Read) -> float:
    """How much of it is none of the sentences that ask."""
    if not read.asking:
        return 0.0
    return 1 - sum(end - start for start, end in read.asking) / sum(
        end - start for start, end in read.spans
    )


def _several(read: _Read) -> float:
    """How many questions it asks: three are as bad as more."""
    number = max(len(read.asking), len(_PART.findall(read.text)))
    return min(1.0, max(0, number - 1) / 2)


def _spelling(read: _Read) -> float:
    """Is spelt with care: a capital, an end mark, no shouting, no words as in a chat."""
    letters = [sign for sign in read.text if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    faults = [
        bool(letters) and letters[0].islower(),
        not _CLOSED.search(read.text),
        bool(_DOUBLED.search(read.text)),
        len(letters) >= _SHOUTED and capitals > _MOST * len(letters),
        *(word in _CHAT for word in read.words),
    ]
    return min(1.0, sum(faults) / 3)


def _addressed(read: _Read) -> float:
    """Speaks to somebody by name, greets or thanks."""
    return float(_ADDRESSED.match(read.bare) is not None or thanks(read.bare.lower(), _ALL))


_ALL = tuple(LANGUAGES.values())

CRITERIA = (
    Criterion(30, _alone, "leans on what was said before it", "stands alone"),
    Criterion(25, _length, "is short or long"),
    Criterion(20, _whole, "is a fragment"),
    Criterion(20, _spelling, "is spelt carelessly"),
    Criterion(15, _question, "has no question sentence"),
    Criterion(15, _preamble, "has a preamble"),
    Criterion(15, _several, "asks several questions", "one question"),
    Criterion(10, _addressed, "speaks to somebody"),
)
"""What is looked at, the gravest first."""
