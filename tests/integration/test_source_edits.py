"""People edit the wikitext, and the bot runs: what they wrote stands, all else is as it was.

Each kind of edit is made once by an ordinary user and once by an administrator, all of one's on
one page, with the API's ways of saving: the whole page, one section, a new one, at an end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from local_wiki import ApiError
from runs import operator

from wikifaq.page.mark import BEGIN_MARK, END_MARK
from wikifaq.page.segment import read_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from local_wiki import Client, Wiki
    from runs import Outcome

ABOVE, BELOW = "People wrote this above.", "People wrote this below."
FIRST = """* Is the green tea hot?
** Ana: Yes, very.
* Who grows the leaves of the oolong?
** Two sisters on a hill.
* How much sugar goes into a cup of black tea?
** One spoon at most.
* May one smell at the jasmine tea before buying it?
** Yes, of each box.

Only do not sneeze.
* Which tea is without caffeine?
** The one from rooibos.
* When does the house open on workdays?
** At nine.
* Who mends the roof of the house?
** Bo does.
* Is there a ramp at the door of the house?
** Yes, at the back door.
* May a dog come into the house?
** Small ones may.
* Does the house take part in the lantern walk?
** Each November.
* What is your favourite colour?
** Blue.
* Do you play chess against guests?
** On Fridays.
"""
SECOND = """* Is the green tea hot?
** Ana: Lukewarm since the stove broke.
* Which tea is without caffeine?
** The chamomile, too.
* When does the house open on workdays?
** At eight in summer.
* Who mends the roof of the house?
** Her cousin Cy does.
* Is there a ramp at the door of the house?
** Now at the front as well.
* May a dog come into the house?
** None any more.
* Do you sell cups with a house painted on them?
** Soon.
"""
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


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody at an edit form of the page."""

    client: Client
    page: str
    token: str

    def text(self) -> str:
        return self.client.text(self.page) or ""

    def save(self, **asked: object) -> bool:
        """Save it in one of the API's ways; return whether that made a revision."""
        asked |= {"action": "edit", "title": self.page, "token": self.token}
        try:
            saved = self.client.post(**asked)["edit"]
        except ApiError as refused:
            if self.client.user is None and refused.code == "permissiondenied":
                pytest.skip("This wiki lets nobody edit without an account.")
            raise
        assert saved["result"] == "Success"
        return "nochange" not in saved

    def whole(self, old: str, new: str) -> bool:
        """Change something in the text of the whole page."""
        assert self.text().count(old) == 1
        return self.save(text=self.text().replace(old, new))

    def section(self, heading: str, change: Callable[[str], str]) -> bool:
        """Change the wikitext of one section, as a click on its "edit" offers it."""
        asked = {"action": "parse", "page": self.page}
        listed = self.client.get(**asked, prop="sections")["parse"]["sections"]
        numbers = [each["index"] for each in listed if each["line"] == heading] or [0]
        part = self.client.get(**asked, prop="wikitext", section=numbers[0])["parse"]["wikitext"]
        assert heading in part
        return self.save(section=numbers[0], text=change(part))


@dataclass(frozen=True, slots=True)
class Case:
    """An edit: which entry it is about, by its question, and the lines it leaves there."""

    edit: Callable[[Desk], bool]
    about: str = ""
    lines: tuple[str, ...] = ()
    no_account: bool = False
    changes: bool = True


def a_line_more(desk: Desk) -> bool:
    return desk.whole("Yes, very.", "Yes, very.\n\nMind your tongue.")


def a_mended_heading(desk: Desk) -> bool:
    return desk.whole("=== Who grows the leaves of", "=== Who grows and picks the leaves of")


def line_ends_of_windows(desk: Desk) -> bool:
    text = desk.text().replace("One spoon at most.", "One spoon at most.\nNone is better.")
    return desk.save(text=text.replace("\n", "\r\n"))


def paragraphs_in_another_order(desk: Desk) -> bool:
    def change(part: str) -> str:
        one, two = "Yes, of each box.", "Only do not sneeze."
        assert part.index(one) < part.index(two)
        return part.replace(one, "\0").replace(two, one).replace("\0", two)

    return desk.section("May one smell at the jasmine tea before buying it?", change)


def words_changed(desk: Desk) -> bool:
    return desk.section(
        "Which tea is without caffeine?",
        lambda part: part.replace(
            "The one from rooibos.", "Rooibos is.\n* So is mint.\n* So is hay."
        ),
    )


def a_null_edit_of_the_page(desk: Desk) -> bool:
    return desk.save(text=desk.text())


def a_null_edit_of_a_section(desk: Desk) -> bool:
    return desk.section("Who mends the roof of the house?", str)


def spaces_at_line_ends(desk: Desk) -> bool:
    return desk.section(
        "Is there a ramp at the door of the house?", lambda part: part.replace("\n", "  \n")
    )


def an_entry_removed(desk: Desk) -> bool:
    return desk.section("May a dog come into the house?", lambda _: "")


def a_heading_of_ones_own(desk: Desk) -> bool:
    return desk.section(
        "Does the house take part in the lantern walk?",
        lambda part: f"{part}\n\n=== Lanterns ===\n{LANTERNS[1]}\n",
    )


def a_topic_renamed(desk: Desk) -> bool:
    return desk.section("Tea", lambda part: part.replace("== Tea ==", "== Tea and leaves =="))


def a_line_without_an_account(desk: Desk) -> bool:
    return desk.section(
        "Do you play chess against guests?",
        lambda part: part.replace("On Fridays.", "On Fridays.\n\nAnd I lost."),
    )


def a_line_below_the_last_section(desk: Desk) -> bool:
    """To MediaWiki, the end marker and what people wrote below it belong to the last section."""
    return desk.section("Do you play chess against guests?", lambda part: f"{part}\n\nI won.")


def a_new_section(desk: Desk) -> bool:
    return desk.save(section="new", sectiontitle="Thanks", text="Thanks for all the tea.")


def at_the_ends(desk: Desk) -> bool:
    desk.save(prependtext="{{Tea house}}\n\n")
    return desk.save(appendtext="\n\n[[Category:Tea]]")


def the_words_above(desk: Desk) -> bool:
    return desk.section(ABOVE, lambda part: part.replace(ABOVE, f"{ABOVE} \n\n\nTwice."))


LANTERNS = ("=== Lanterns ===", "Bring your own.  They are not for sale.")
CASES = [
    Case(a_line_more, "Is the green tea hot?", ("Yes, very.", "Mind your tongue.")),
    Case(
        a_mended_heading,
        "Who grows and picks the leaves of the oolong?",
        ("=== Who grows and picks the leaves of the oolong? ===", "Two sisters on a hill."),
    ),
    Case(
        line_ends_of_windows,
        "How much sugar goes into a cup of black tea?",
        ("One spoon at most.", "None is better."),
    ),
    Case(
        paragraphs_in_another_order,
        "May one smell at the jasmine tea before buying it?",
        ("Only do not sneeze.", "Yes, of each box."),
    ),
    Case(
        words_changed,
        "Which tea is without caffeine?",
        ("Rooibos is.", "* So is mint.", "* So is hay."),
    ),
    Case(a_null_edit_of_the_page, changes=False),
    Case(a_null_edit_of_a_section, changes=False),
    Case(spaces_at_line_ends),
    Case(an_entry_removed),
    Case(a_heading_of_ones_own, lines=LANTERNS),
    Case(a_topic_renamed, lines=("== Tea and leaves ==",)),
    Case(
        a_line_without_an_account,
        "Do you play chess against guests?",
        ("On Fridays.", "And I lost."),
        no_account=True,
    ),
    Case(a_line_below_the_last_section, lines=("<!-- wikifaq:end -->", BELOW, "I won.")),
    Case(a_new_section, lines=(BELOW, "I won.", "== Thanks ==", "Thanks for all the tea.")),
    Case(at_the_ends, lines=("{{Tea house}}", BELOW, "[[Category:Tea]]")),
    Case(the_words_above, lines=(f"{ABOVE} ", "", "", "Twice.")),
]
RENEWED = {
    "When does the house open on workdays?": "At eight in summer.",
    "Who mends the roof of the house?": "Her cousin Cy does.",
    "Is there a ramp at the door of the house?": "Now at the front as well.",
}
"""The entries that the second conversation renews: nobody has changed a word of them."""


@dataclass(frozen=True, slots=True)
class Story:
    """The page's text at each step, which edits made a revision, and what the runs said."""

    saved: str
    unchanged: str
    grown: str
    made: dict[str, bool]
    runs: tuple[Outcome, ...]


@pytest.fixture(scope="module", params=["editor", "admin"])
def story(
    request: pytest.FixtureRequest, mediawiki: Wiki, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Story]:
    admin = mediawiki.session(mediawiki.admin)
    who = mediawiki.session(getattr(mediawiki, request.param))
    nobody = mediawiki.session(None)
    place = f"Source edits by {who.user}"
    page, hours = f"{place}/FAQ", [f"{place}/Hour 2031-03-12", f"{place}/Hour 2032-05-06"]
    admin.edit(hours[0], FIRST)
    admin.edit(page, f"{ABOVE}\n\n<!-- wikifaq:begin -->\n<!-- wikifaq:end -->\n\n{BELOW}")
    run = operator(tmp_path_factory.mktemp("operator"), mediawiki)
    run.configure(f'[sources]\nprefixes = ["{place}/Hour"]\n[faq]\npage = "{page}"\n{TOPICS}')
    runs = [run("run")]
    desks = {False: Desk(who, page, who.token()), True: Desk(nobody, page, nobody.token())}
    made = {case.edit.__name__: case.edit(desks[case.no_account]) for case in CASES}
    saved = admin.text(page) or ""
    runs += [run("run"), run("run")]
    unchanged = admin.text(page) or ""
    admin.edit(hours[1], SECOND)
    runs += [run("run"), run("run")]
    yield Story(saved, unchanged, admin.text(page) or "", made, tuple(runs))
    for title in (page, *hours):
        admin.delete(title)


def entries(text: str) -> dict[str, str]:
    """The entries by their question as the heading shows it, in their order."""
    found = [each for each in read_page(text, "FAQ").segments if each.entries]
    return {each.heading: each.text.rstrip("\n") for each in found}


def but_for_anchors(question: str, text: str) -> str:
    """An entry as it is; one that people edited without marks, for a heading leaves an anchor."""
    edited = question in {case.about for case in CASES}
    return re.sub(r'<span id="[^"]*">|<!--.*?-->|</span>', "", text) if edited else text


def outside(text: str) -> tuple[str, str]:
    """What stands above the begin marker, and below the end marker."""
    (begin,), (end,) = BEGIN_MARK.finditer(text), END_MARK.finditer(text)
    return text[: begin.start()], text[end.end() :]


def stand(lines: tuple[str, ...], text: str) -> bool:
    """Whether these are lines of the text, or ends of some, in this order."""
    pattern = r"\n(?:.*\n)*?".join(rf"(?:.*[:|] ?'*)?{re.escape(line)}" for line in lines)
    return re.search(rf"^{pattern}$", text, re.MULTILINE) is not None


def test_every_run_ends_well_and_one_after_another_makes_no_edit(story: Story) -> None:
    assert [run.status for run in story.runs] == [0] * 5, story.runs
    nothing = "Nothing to change; nothing was written."
    assert [run.last == nothing for run in story.runs] == [False, False, True, False, True]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.edit.__name__)
def test_what_people_wrote_stands(story: Story, case: Case) -> None:
    assert story.made[case.edit.__name__] == case.changes
    for text in (story.saved, story.unchanged, story.grown):
        assert stand(case.lines, entries(text)[case.about] if case.about else text)


def test_with_unchanged_sources_every_entry_stays_as_it_was(story: Story) -> None:
    before, after = entries(story.saved), entries(story.unchanged)
    assert list(after) == list(before)
    for question, text in before.items():
        assert but_for_anchors(question, after[question]) == but_for_anchors(question, text)


def test_a_new_conversation_changes_only_what_it_answers(story: Story) -> None:
    before, after = entries(story.unchanged), entries(story.grown)
    again = {question for question in before if question in SECOND}
    assert again == {*RENEWED, "Is the green tea hot?", "Which tea is without caffeine?"}
    for question in before.keys() - again:
        assert after[question] == before[question]
    assert [question for question in after if question in before] == list(before)
    assert after.keys() - before.keys() == {"Do you sell cups with a house painted on them?"}


@pytest.mark.parametrize("question", RENEWED)
def test_an_entry_that_nobody_changed_in_its_words_is_still_the_bots(
    story: Story, question: str
) -> None:
    assert RENEWED[question] not in story.unchanged
    assert RENEWED[question] in entries(story.grown)[question]


def test_a_removed_entry_stays_away_when_its_question_is_asked_again(story: Story) -> None:
    for text in (story.saved, story.unchanged, story.grown):
        assert "May a dog come into the house?" not in entries(text)
        assert "None any more." not in text


def test_new_entries_of_a_topic_come_under_the_name_that_people_gave_it(story: Story) -> None:
    topics = re.findall(r"^== (.*) ==$", story.grown, re.MULTILINE)
    assert topics == ["Tea and leaves", "The tea house", "Other questions", "Thanks"]
    assert "|Tea and leaves]]" in story.grown.partition("\n== ")[0]


def test_outside_the_markers_every_byte_is_peoples(story: Story) -> None:
    assert outside(story.saved) == outside(story.unchanged) == outside(story.grown)
    assert "\r" not in story.saved  # MediaWiki stores line feeds alone
