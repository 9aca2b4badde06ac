"""A plan as one self-contained HTML page to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from wikifaq.page.mark import without_marks
from wikifaq.publish.diff import by_words
from wikifaq.publish.side_page import before

if TYPE_CHECKING:
    from wikifaq.publish.plan import Plan


def to_html(plan: Plan) -> str:
    """Return the page: what happens, why, and the diff word by word. All text is escaped."""
    environment = Environment(
        loader=PackageLoader("wikifaq.publish", "."),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("preview.html.j2").render(
        plan=plan,
        headlines=plan.headlines or {},
        differences=[
            (page.title, list(by_words(without_marks(before(page)), without_marks(page.new))))
            for page in plan.pages
            if page.changed
        ],
    )
