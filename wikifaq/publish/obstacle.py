"""What speaks against writing: what the wiki says of the pages, and what people undid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikifaq.publish.brake import bots_refused, stopped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikifaq.page.segment import FaqPage
    from wikifaq.publish.plan import Place
    from wikifaq.publish.subpage_place import SubpagePlace

# The word differs by the wiki's language (Help:Redirects).
_REDIRECT = re.compile(r"\s*#\w+\s*:?\s*\[\[:?([^\[\]|#]+)")


def redirect(text: str) -> str:
    """The title that a page's text redirects to, "" where it is none."""
    found = _REDIRECT.match(text)
    return found[1].strip() if found else ""


def brakes(place: Place) -> tuple[str, ...]:
    """What the wiki says against any edit of these pages: its words, and whose pages they are."""
    reasons = []
    text = (place.current.text if place.current else None) or ""
    if stopped(place.stop):
        reasons.append(f"the stop page {place.stop_page!r} holds text; blank it to let the bot run")
    target = redirect(text)
    if target:
        reasons.append(
            f"the page {place.title!r} is a redirect to {target!r}; name that title as [faq] page, "
            f"and {place.said.page!r}, or where it was moved to, as [review] settings"
        )
    if place.said.moved:
        reasons.append(
            f"the settings page {place.said.page!r} is a redirect to {place.said.moved!r}; name "
            "that title as [review] settings"
        )
    refused = bots_refused(text, place.user)
    if refused:
        reasons.append(f"the page {place.title!r} keeps bots out with {refused}")
    if place.current is None and place.deleted:
        reasons.append(
            f"the page {place.title!r} was deleted or moved away before; ask those who did it, and "
            "let a person restore or create it, or name its new title as [faq] page"
        )
    elif place.current is None and not place.create:
        reasons.append(f"there is no page {place.title!r}; run with --create to make the first one")
    for subpage in place.subpages:
        reasons += _of_subpage(subpage, place)
    return tuple(reasons)


def _of_subpage(subpage: SubpagePlace, place: Place) -> Iterator[str]:
    if subpage.gone_into:
        return
    if subpage.current is None:
        line = f"<!-- wikifaq:elsewhere {subpage.topic} {subpage.named} -->"
        yield (
            f"the page {subpage.title!r}, on which entries of {place.title!r} stood, was deleted "
            f"or moved away; restore it, or take the line {line!r} out of {place.title!r}: then "
            "its entries are made anew"
        )
    elif subpage.current.text is None:
        yield f"the text of the page {subpage.title!r} is hidden"
    elif subpage.is_redirect:
        yield (
            f"the page {subpage.title!r} is a redirect to {redirect(subpage.current.text)!r}, "
            "where no page is that the bot wrote; let it lead to where its entries are now"
        )
    else:
        refused = bots_refused(subpage.current.text, place.user)
        if refused:
            yield f"the page {subpage.title!r} keeps bots out with {refused}"


def stopped_by_people(place: Place, page: FaqPage, base: FaqPage | None) -> list[str]:
    """Say that the bot's last edit was undone, or that there is none to tell people's from."""
    if place.adopt:
        return []
    reasons = []
    for title, undone in (
        ("", place.undone),
        *((each.title, each.undone) for each in place.subpages),
    ):
        if undone:
            line = or_line(place, f"resume: {undone.revision}")
            which = f" of {title!r}" if title else ""
            reasons.append(
                f"{undone}{which}; to let it go on, restore the bot's revision {undone.undid}"
                f", run with --resume {undone.revision}{line}"
            )
    if reasons:
        return reasons
    unknown = [
        *([place.title] if base is None and page.alive() and not place.hidden else []),
        *(each.title for each in place.subpages if each.is_unknown),
    ]
    return [
        f"no revision of {title!r} by {place.user} can be read, so it can't be told what people "
        "removed; run with --adopt to take the page as it stands"
        for title in unknown
    ]


def or_line(place: Place, line: str) -> str:
    """The way that is open to everybody who may edit the page."""
    return f", or put the line '* {line}' on {place.said.page!r}" if place.said.page else ""
