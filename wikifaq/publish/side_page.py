"""The pages beside the FAQ's: the report, and the settings page when it is first made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikifaq.page.harmless import plain
from wikifaq.page.settings import KEYWORDS

if TYPE_CHECKING:
    from wikifaq.page.template import Templates
    from wikifaq.publish.plan import Place, Plan


@dataclass(frozen=True, slots=True)
class SidePage:
    """A page's text now and as it shall be, and why it can't be written, if so.

    ``shown`` is what a preview may show of the old text, None where that is all of it.
    """

    title: str
    old: str
    new: str
    revision: int | None
    summary: str
    obstacle: str | None = None
    shown: str | None = None

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return self.obstacle is None and self.new != self.old


def before(page: Plan | SidePage) -> str:
    """What a preview may show of a page's old text."""
    return page.old if page.shown is None else page.shown


def settings_page(place: Place, *, templates: Templates) -> SidePage | None:
    """Make the settings page with what can be said on it; None where it isn't to be made.

    It is made with the FAQ's page, and people's from then on. Raises ConfigurationError for a
    template that errs.
    """
    if not place.create or place.said.exists or not place.said.page:
        return None
    text = templates.render(
        "settings.wikitext.j2",
        page=plain(place.title),
        keywords=[{"form": each.form, "does": each.does} for each in KEYWORDS],
    )
    summary = " ".join(templates.render("settings-summary.txt.j2", page=plain(place.title)).split())
    return SidePage(place.said.page, "", text, None, summary)
