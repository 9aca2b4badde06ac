"""A tea house that keeps its FAQ on a wiki: its pages, who edits them, and who runs the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runs import operator

from wikifaq.page.segment import read_page
from wikifaq.page.tombstone import tombstones

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from local_wiki import Client, Wiki
    from runs import Operator, Outcome

NOTHING = "Nothing to change; nothing was written."
EMPTY = "<!-- wikifaq:begin -->\n<!-- wikifaq:end -->"
ABOVE, BELOW = "People wrote this above.", "People wrote this below."
TOPICS = """
[[topics]]
id = "tea"
title = "Tea"
keywords = ["tea", "oolong"]

[[topics]]
id = "house"
title = "The tea house"
keywords = ["house"]
"""
GREEN = "Is the green tea hot?"
OOLONG = "Who grows the leaves of the oolong?"
SUGAR = "How much sugar goes into a cup of black tea?"
JASMINE = "May one smell at the jasmine tea before buying it?"
OPEN = "When does the house open on workdays?"
ROOF = "Who mends the roof of the house?"
RAMP = "Is there a ramp at the door of the house?"
DOG = "May a dog come into the house?"
LANTERNS = "Does the house take part in the lantern walk?"
CHESS = "Do you play chess against guests?"
SPRING = {
    GREEN: "Yes, very.",
    OOLONG: "Two sisters on a hill.",
    SUGAR: "One spoon at most.",
    JASMINE: "Yes, of each box.",
    OPEN: "At nine.",
    ROOF: "Bo does.",
    RAMP: "Yes, at the back door.",
    DOG: "Small ones may.",
    LANTERNS: "Each November.",
    CHESS: "On Fridays.",
}


def asked(answers: dict[str, str]) -> str:
    """A conversation in which these questions were answered."""
    return "".join(f"* {question}\n** {answer}\n" for question, answer in answers.items())


@dataclass(frozen=True, slots=True)
class House:
    """A house: all its pages are below its name."""

    name: str
    admin: Client
    editor: Client
    run: Operator

    @property
    def page(self) -> str:
        return f"{self.name}/FAQ"

    @property
    def settings(self) -> str:
        return f"{self.page}/Settings"

    @property
    def report(self) -> str:
        return f"{self.page}/Report"

    def hour(self, date: str, text: str | dict[str, str]) -> int:
        """Save a conversation's transcript; return its revision."""
        text = text if isinstance(text, str) else asked(text)
        return saved(self.admin, f"{self.name}/Hour {date}", text)

    def decide(self, *lines: str, by: Client | None = None) -> int:
        """Save the settings page; return its revision."""
        return saved(by or self.admin, self.settings, "\n".join(lines))

    def write(self, text: str, by: Client | None = None) -> int:
        """Save the FAQ's page; return its revision."""
        return saved(by or self.editor, self.page, text)

    def text(self) -> str:
        return self.admin.text(self.page) or ""

    def reported(self) -> str:
        return self.admin.text(self.report) or ""

    def newest(self, title: str | None = None) -> int:
        return int(self.admin.revisions(title or self.page)[0]["revid"])

    def entries(self) -> dict[str, str]:
        """The entries by their questions as the headings show them, in their order."""
        segments = read_page(self.text(), self.page).segments
        return {each.heading: each.text for each in segments if each.entries}

    def ids(self) -> dict[str, str]:
        """The anchors of the entries by their questions."""
        segments = read_page(self.text(), self.page).segments
        return {each.heading: f"faq-{each.entries[0]}" for each in segments if each.entries}

    def gone(self) -> set[str]:
        """The anchors of the entries that the page remembers people removed."""
        return {f"faq-{key}" for key in tombstones(self.text()).gone}

    def without(self, *questions: str) -> str:
        """The page's text without these entries, marks and all."""
        text, entries = self.text(), self.entries()
        for question in questions:
            text = text.replace(entries[question], "")
        return text

    def undo(self, revision: int, by: Client) -> int:
        """Undo a revision of the FAQ's page as a click on "undo" does."""
        return int(by.post(action="edit", title=self.page, undo=revision)["edit"]["newrevid"])


def saved(client: Client, title: str, text: str) -> int:
    edit = client.edit(title, text)["edit"]
    assert "newrevid" in edit, f"{title} has this text already"
    return int(edit["newrevid"])


def founded(wiki: Wiki, folder: Callable[[str], Path]) -> Iterator[Callable[..., House]]:
    """Yield a function that founds a house, with an empty FAQ; remove all of them afterwards.

    It takes the house's name, and what its configuration says in each table.
    """
    admin, editor = wiki.session(wiki.admin), wiki.session(wiki.editor)
    names: list[str] = []

    def found(name: str, *, page: bool = True, topics: str = TOPICS, **tables: str) -> House:
        names.append(name)
        house = House(name, admin, editor, operator(folder("operator"), wiki))
        said = {
            "sources": f'prefixes = ["{name}/Hour"]',
            "faq": f'page = "{house.page}"',
            "review": f'report = "{house.report}"',
        }
        text = "".join(
            f"[{table}]\n{said.get(table, '')}\n{tables.get(table, '')}\n"
            for table in {**said, **tables}
        )
        house.run.configure(f"{text}{topics}")
        if page:
            admin.edit(house.page, f"{ABOVE}\n\n{EMPTY}\n\n{BELOW}")
        return house

    yield found
    token = admin.token()
    for name in names:
        asked = {"action": "query", "list": "allpages", "apprefix": f"{name}/", "aplimit": "max"}
        for each in admin.get(**asked)["query"]["allpages"]:
            admin.post(action="delete", title=each["title"], token=token)


def ran(house: House, *options: str) -> Outcome:
    done = house.run("run", *options)
    assert done.status == 0, done.said
    return done


def refused(house: House, *options: str) -> Outcome:
    """A run that ends with status 3 and leaves the FAQ's page as it is."""
    before = house.newest()
    done = house.run("run", *options)
    assert done.status == 3, done.said
    assert house.newest() == before
    return done


def unchanged(house: House) -> Outcome:
    """A run that ends well and writes neither page."""
    before = [house.newest(), house.newest(house.report)]
    done = ran(house)
    assert done.last == NOTHING
    assert [house.newest(), house.newest(house.report)] == before
    return done


def kept(house: House) -> Outcome:
    """A run that ends well and leaves the FAQ's page as it is; the report may say more or less."""
    before = house.newest()
    done = ran(house)
    assert house.newest() == before
    return done
