"""Large pages of the usual kind, out of invented words: village pumps and conversations."""

from __future__ import annotations

import random
import re
from functools import partial

_WORDS = """\
able about account after again against archive article because before better board border branch
bridge button calendar cannot caption category cellar chapter check citation clear column common
corner county discussion draft early editor enough evening every example ferry field filter
footnote gallery gadget garden harbour heading history however image indeed index instead island
kettle label language later lantern layout letter library local longer matter meadow media member
merge mirror moment monthly morning names never newer number often older order orchard other outline
page paper partly patrol people perhaps picture place plain please policy project proposal quarter
question quick rather reader reason record redirect reference report request result review river
rule sample script season section sentence several should signal simple since single sister small
source spelling steward still story street summary table talk teapot template their there think
thread timber title together tool toolbar translation under until useful usually village visible
volume water weather welcome where which while window winter without world would wrong yearly
""".split()
_PEOPLE = (
    "Adalind, Bertrando, Corvane, Dagny Holt, Emeric, Fenna, Galeno, Hesper Vale, Ingmar, Jolanta, "
    "Kestrel, Lomax, Mirela, Nicodem, Odile Brand, Pasqual, Quillan, Rosmarin, Sanderlin, Tavish"
).split(", ")
_MONTHS = "January February March April May June July August September October November".split()
_OPENINGS = ("How do I", "Why does", "Who may", "Is there", "When will", "What happens if")
_VOTES = ("'''Support'''", "'''Oppose'''", "{{comment}}", "'''Neutral'''")
# What stands on a page as often as it stands here.
_ONE_WORD = (
    *["{word}"] * 8,
    *["[[{Word} {other}|{word}]]"] * 4,
    *["[[Project:{Word}]]"] * 2,
    *["'''{word}'''"] * 2,
    *["''{word} {other}''"] * 2,
    "{{{{tl|{word}}}}}",
    "<code>{word}</code>",
    "[https://example.org/{word} {other}]",
)
_SIGNATURES = (
    *["[[User:{name}|{name}]] ([[User talk:{name}|talk]]) {time}"] * 7,
    *["--[[User:{name}|{name}]] {time}"] * 2,
    (
        '— [[User:{name}|<span style="color:green">{name}</span>]] '
        "<sup>[[User talk:{name}|talk]]</sup> {time}"
    ),
)
_REPLIES = (
    *["{marks} {words} {signed}"] * 12,
    *["{marks} {{{{ping|{name}}}}} {words} {signed}"] * 3,
    *["{marks} {words}\n{marks} {more} {signed}"] * 2,
    "{marks} {words}\n{marks}* {word}\n{marks}* {more}\n{marks} So it is. {signed}",
    "{marks} {words} {{{{unsigned|{name}|{time}}}}}",
    "{{{{od|{marks}}}}}\n{words} {signed}",
)
_DEEPEST = 9
_SEED = 20_240_506


def village_pump(length: int) -> str:
    """A village pump of at least so many characters: threads of signed, indented posts."""
    chance = random.Random(_SEED)  # noqa: S311
    page = ["{{Project:Village pump/Header}}\n__NEWSECTIONLINK__\n\n"]
    made = len(page[0])
    while made < length:
        page.append(_thread(chance))
        made += len(page[-1])
    return "".join(page)


def _thread(chance: random.Random) -> str:
    asked = f"{chance.choice(_OPENINGS)} {_run(chance, 4, 9)}?"
    title = chance.choice([asked, _title(chance), _title(chance)])
    posts = [_prose(chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    lines = [f"== {title} ==", "\n\n".join(posts) + f" {asked} {_signed(chance)}"]
    depth = 0
    for _ in range(chance.choice((0, 1, 2, 3, 4, 5, 8, 12))):
        depth = max(1, min(depth + chance.choice((-2, -1, 0, 1, 1)), _DEEPEST))
        lines.append(_reply(chance, depth))
    if chance.choice((True, *[False] * 6)):
        lines.append(f"=== {_title(chance)} ===")
        lines += [
            f"* {chance.choice(_VOTES)} {_run(chance, 3, 20)}. {_signed(chance)}"
            for _ in range(chance.randrange(3, 9))
        ]
    return "\n".join(lines) + "\n\n"


def _title(chance: random.Random) -> str:
    return _run(chance, 2, 6).capitalize()


def _reply(chance: random.Random, depth: int) -> str:
    return chance.choice(_REPLIES).format(
        marks=chance.choice("::::*") * depth,
        name=chance.choice(_PEOPLE),
        word=chance.choice(_WORDS),
        words=_prose(chance),
        more=_sentence(chance),
        time=_time(chance),
        signed=_signed(chance),
    )


def _prose(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.choice((1, 2, 2, 3, 4))))


def _sentence(chance: random.Random) -> str:
    first, *words = _run(chance, 6, 18).split()
    at = chance.randrange(len(words))
    words[at] = chance.choice(_ONE_WORD).format(
        word=words[at], Word=words[at].capitalize(), other=first
    )
    return f"{first.capitalize()} {' '.join(words)}{chance.choice('.........?')}"


def _run(chance: random.Random, fewest: int, most: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(fewest, most)))


def _signed(chance: random.Random) -> str:
    return chance.choice(_SIGNATURES).format(name=chance.choice(_PEOPLE), time=_time(chance))


def _time(chance: random.Random) -> str:
    clock = f"{chance.randrange(24):02}:{chance.randrange(60):02}"
    return f"{clock}, {chance.randint(1, 28)} {chance.choice(_MONTHS)} 2023 (UTC)"


# Lower-case words of running text: no names of tags, of their attributes or of templates.
_CHANGED = re.compile(r"(?<![\w<>/\[{|&:.#-])[a-z]{5,}(?![\w=:/])")


def long_conversation(page: str, length: int) -> str:
    """A page of at least so many characters: the page again and again, each time in other words.

    A word is another of the page's own, the same one within a copy.
    """
    words: list[str] = sorted(set(_CHANGED.findall(page)))
    places = {word: place for place, word in enumerate(words)}

    def other(match: re.Match[str], step: int) -> str:
        return words[(places[match[0]] + step) % len(words)]

    copies = [page]
    made = len(page)
    while made < length:
        copies.append(_CHANGED.sub(partial(other, step=7 * len(copies)), page))
        made += len(copies[-1]) + 1
    return "\n".join(copies)
