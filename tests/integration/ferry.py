"""The conversations of a night ferry's crew: all that an entry of the FAQ can show is in them.

Long answers by several speakers, answers to one question in several years, follow-ups, a question
that is too long for a heading, a text that is read from right to left, and words without a place
to break them at.
"""

from __future__ import annotations

PAGE = "Ferry/FAQ"
HOURS = "Ferry/Hour"

BICYCLE = "May I take a bicycle on board?"
NIGHT = "If not, where does it stay during the crossing?"
BERTHS = "Why are there fewer berths in winter than there are in summer?"
FARES = "How are the fares set?"
ENGINES = "How do you keep the engines quiet while the passengers sleep?"
EXTRACT = "Between midnight and five we run two engines of the four"
RIGHT_TO_LEFT = "هل يمكنني أن آخذ دراجتي معي على متن العبّارة؟"
LEFT_OF_RIGHT = "نعم، ومكانها في مقدمة السفينة."
UNBROKEN = "Windbreaker" * 9
STEWARDS = (
    "Last autumn three of us lost a suitcase in the same night between the lower deck and the "
    "quay, and nobody at the counter could say who keeps a list of what is found on board. Who "
    "keeps the list of what is found on board, and may one look at it before the ship sails again?"
)
SMOKE = "Where may one smoke?"
SHORTEST = "Is there soup?"

_SPRING = f"""== Questions ==
; {BICYCLE}
: '''Ines Varga (captain):''' Yes, if there is room on the lower deck.
; {NIGHT}
: '''Ines Varga (captain):''' In the shed on the quay, which is locked at night.
; {FARES}
: '''Otis:''' By the length of the crossing. We look at them every spring.
; {SHORTEST}
: '''Otis:''' Always, and it is pea soup on Thursdays.
; {SMOKE}
: '''Otis:''' On the open deck behind the funnel, and nowhere else.
"""
_AUTUMN = f"""== Questions ==
; {BICYCLE}
: '''Ines Varga (captain):''' Yes. There are forty places for bicycles on the lower deck now.

: '''Tomas Lind (engine room):''' Please tie them up well, since the deck trembles.
; {STEWARDS}
: '''Otis:''' The stewards do, and the list hangs beside the counter until noon.
; {RIGHT_TO_LEFT}
: {LEFT_OF_RIGHT}
; {FARES}
: '''Otis:''' By the length of the crossing and by the season.
; Which coat does the crew wear when it rains?
: '''Otis:''' The one that is called {UNBROKEN}, for want of a better name. The list of what it is \
made of is at [https://example.org/{"coats-" * 14} the maker's].
"""
_WINTER = f"""== Questions ==
; {BICYCLE}
: '''Ines Varga (captain):''' Yes, and since this year it costs nothing.
; {BERTHS}
: '''Ines Varga (captain):''' In winter two of the four corridors are closed. They lie on the side \
from which the wind comes, and whatever we did to the windows, by January there was ice on the \
inside of them. We tried thicker curtains first, then a second pane, and one year we even let the \
rooms to people who said that they liked it cold. They did not like it that cold.

: '''Tomas Lind (engine room):''' There is also the matter of heat. The same engines warm the \
rooms and move the ship, and when the sea is high they have little to spare for the rooms. With \
two corridors less we can keep the others at twenty degrees in any weather, which we could not do \
before. The noise is less, too, since the pumps on that side stand still until the end of March.

: '''A passenger:''' Will the corridors be opened for the holidays?

: '''Ines Varga (captain):''' For the two weeks around the turn of the year, yes, if the forecast \
allows it. The list of the rooms is on [[Ferry/Rooms|the page of the rooms]].
; {ENGINES}
: '''Tomas Lind (engine room):''' By going slowly. Between midnight and five we run two engines of \
the four, and arrive an hour later than we could. The mounts under the floor were replaced three \
years ago, so that what was a hum in every cup on the table is now only felt if you lay a hand on \
the wall. There are three rules besides:
:* nobody hammers after ten in the evening, not even on things that ask for it;
:* the winch on the fore deck is greased before the ship leaves, and left alone until it is light;
:* whoever drops a wrench buys the soup for the whole watch on Thursday.

: In a storm none of this holds. Then all four engines run, and you will hear them, and you will \
be glad that you do. We keep ear plugs at the counter, which are free, and they come in a paper \
bag with the name of the ship on it, so that you have something to take home.
; {FARES}
: '''Otis:''' By the season and by how full the ship is. Book before [[Ferry/May|the end of May]].
"""

PAGES = {
    f"{HOURS} 2019-04-11": _SPRING,
    f"{HOURS} 2021-10-07": _AUTUMN,
    f"{HOURS} 2024-01-18": _WINTER,
}

CONFIGURATION = f"""[sources]
prefixes = ["{HOURS}"]

[faq]
page = "{PAGE}"

[[topics]]
id = "board"
title = "Life on board"
keywords = ["soup", "smoke", "engine", "berth", "coat", "list"]

[[topics]]
id = "travel"
title = "Tickets and luggage"
keywords = ["fare", "bicycle", "دراجتي"]
"""
