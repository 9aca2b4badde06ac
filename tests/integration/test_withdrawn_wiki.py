"""What leaves a source leaves the FAQ, and what may not be read isn't guessed at: end to end."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

import pytest
from tea_house import (
    CHESS,
    DOG,
    GREEN,
    LANTERNS,
    OOLONG,
    ROOF,
    SPRING,
    SUGAR,
    House,
    asked,
    founded,
    ran,
    unchanged,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from local_wiki import Client, Wiki

SECRET = "Quittenmarmelade"  # no other text has it
BREAD = "What do you put on the bread?"
TABLE = "What stands on the table?"
LAMP = "What burns in the lamp?"
AT_ONCE = {"sources": "settle = 0"}


@pytest.fixture(scope="module")
def house(
    mediawiki: Wiki, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., House]]:
    yield from founded(mediawiki, tmp_path_factory.mktemp)


def hide(client: Client, *revisions: int) -> None:
    client.post(action="revisiondelete", type="revision", ids=revisions, hide="content")


def imported(house: House, date: str, answers: dict[str, str]) -> list[int]:
    """Import a conversation's transcript that was saved years ago; return its revisions.

    The import leaves one of its own on top, with the same text.
    """
    title, client = f"{house.name}/Hour {date}", house.admin
    page = (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10">'
        f"<page><title>{escape(title)}</title><ns>0</ns><revision>"
        "<timestamp>2021-03-12T18:00:00Z</timestamp><contributor><ip>127.0.0.1</ip></contributor>"
        "<model>wikitext</model><format>text/x-wiki</format>"
        f'<text xml:space="preserve">{escape(asked(answers))}</text>'
        "</revision></page></mediawiki>"
    )
    sent = {"action": "import", "format": "json", "interwikiprefix": "old", "token": client.token()}
    answer = client._http.post(f"{client.base}/api.php", data=sent, files={"xml": page}, timeout=60)
    assert answer.json()["import"][0]["revisions"] == 1
    return [int(each["revid"]) for each in client.revisions(title)]


def everything(house: House, *options: str) -> dict[str, str]:
    """All that the bot makes, as it is now: pages, what previews show and say, the state folder."""
    html = house.run.folder / "preview.html"
    shown = house.run("preview", "--html", str(html), "--json", "-v", *options)
    assert json.loads(shown.out)["outcome"] == "nothing"
    return {
        "page": house.text(),
        "report": house.reported(),
        "json": shown.out,
        "html": html.read_text("utf-8"),
        "stderr": shown.said,
        "state": state(house),
    }


def state(house: House) -> str:
    """The bytes of the state folder's files."""
    files = [file for file in (house.run.folder / "state").rglob("*") if file.is_file()]
    assert any(file.name.endswith(".sqlite3") for file in files)
    return b"".join(file.read_bytes() for file in files).decode("utf-8", "replace")


def where(word: str, made: dict[str, str]) -> list[str]:
    """Those of the texts in which a word stands, however it is written."""
    escaped = json.dumps(word)[1:-1]
    return [
        name
        for name, text in made.items()
        if word.casefold() in text.casefold() or escaped.casefold() in text.casefold()
    ]


def test_what_was_hidden_in_a_source_is_nowhere_any_more(house: Callable[..., House]) -> None:
    tea = house("Tea withdrawn")  # its sources settle after a day, but what is hidden is meant
    told = {
        **SPRING,
        BREAD: f"{SECRET} from the garden.",
        f"Who cooks the {SECRET}?": "Bo does.",
        f"Who eats the {SECRET}?": "Nobody does.",
        OOLONG: f"Two sisters on a hill. They eat {SECRET}.",
        LANTERNS: f"Each November with {SECRET}.",
    }
    planted = imported(tea, "2031-03-12", told)
    ran(tea, "--create")
    ids = tea.ids()
    # A person has edited entries with it: beside the word, in its line, and one that will go.
    text = tea.text()
    for old, new in (("Two sisters", "Three sisters"), ("Each Nov", "Every Nov"), ("from", "of")):
        text = text.replace(old, new)
    tea.write(text)
    assert where(SECRET, {"page": tea.text(), "state": state(tea)}) == ["page", "state"]

    tea.hour("2031-03-12", SPRING)
    hide(tea.admin, *planted)
    read = tea.newest(f"{tea.name}/Hour 2031-03-12")
    done = ran(tea)
    assert SECRET not in done.said
    made = everything(tea)
    entries = tea.entries()
    # What a person wrote stands, and the report names it without a word of what it says.
    peoples = {LANTERNS: f"Every November with {SECRET}.", BREAD: f"{SECRET} of the garden."}
    sections = {LANTERNS: "New texts that touch yours", BREAD: "No longer in the sources"}
    for question, words in peoples.items():
        assert words in entries[question]
        section = made["report"].partition(f"== {sections[question]} ==")[2].partition("\n== ")[0]
        assert f"#{ids[question]}|" in section
    assert "Three sisters on a hill." in entries[OOLONG]
    kept = {name: text for name, text in made.items() if name != "report"}
    for words in peoples.values():
        kept = {name: text.replace(words, "") for name, text in kept.items()}
    assert where(SECRET, {**kept, "report": made["report"]}) == []
    # Links to what can't be read lead to what can.
    assert not any(f"/{revision}|" in made["page"] for revision in planted)
    for question in (OOLONG, LANTERNS, BREAD, CHESS):
        assert f"Special:PermanentLink/{read}" in entries[question]
    # No word of it in the edits' summaries, nor anything that brings it back.
    for title in (tea.page, tea.report):
        newest = tea.admin.revisions(title)[0]
        assert SECRET not in newest["comment"]
    unchanged(tea)


def test_what_an_edit_took_from_a_source_leaves_once_it_has_settled(
    house: Callable[..., House],
) -> None:
    slow = house("Tea that settles")
    imported(slow, "2031-03-12", {**SPRING, BREAD: f"{SECRET}, always."})
    slow.hour("2032-05-06", {TABLE: f"{SECRET}, on Sundays.", LAMP: "Oil."})  # an hour old, say
    ran(slow, "--create")
    text = slow.text()
    slow.hour("2031-03-12", {**SPRING, "Who else came?": "Cy did."})
    slow.hour("2032-05-06", {LAMP: "Oil."})
    done = ran(slow)
    for date in ("2031-03-12", "2032-05-06"):
        assert f"{date}: an edit of" in done.said
    assert "until the edit is 24 hours old" in done.said
    assert slow.text() == text
    # The same with sources that settle at once: an operator changes the configuration.
    file = slow.run.folder / "wikifaq.toml"
    file.write_text(file.read_text("utf-8").replace("[sources]", "[sources]\nsettle = 0"), "utf-8")
    done = ran(slow)
    assert "Who else came?" in slow.entries()
    assert where(SECRET, {"page": slow.text(), "state": state(slow)}) == []


def test_what_a_deleted_source_said_is_nowhere_any_more(house: Callable[..., House]) -> None:
    tea = house("Tea deleted")
    tea.hour("2031-03-12", SPRING)
    told = {BREAD: f"{SECRET} from the garden.", TABLE: f"{SECRET}, on Sundays.", LAMP: "Oil."}
    tea.hour("2032-05-06", told)
    ran(tea, "--create")
    ids = tea.ids()
    tea.write(tea.text().replace("from the garden", "of our garden"))
    tea.admin.delete(f"{tea.name}/Hour 2032-05-06")
    ran(tea)
    made = everything(tea)
    words = f"{SECRET} of our garden."
    assert words in tea.entries()[BREAD]
    assert not {TABLE, LAMP} & tea.entries().keys()
    kept = {name: text.replace(words, "") for name, text in made.items() if name != "report"}
    assert where(SECRET, {**kept, "report": made["report"]}) == []
    assert f"#{ids[BREAD]}|" in made["report"].partition("No longer in the sources")[2]


def test_a_collapsed_source_holds_the_bot_until_a_person_says(house: Callable[..., House]) -> None:
    tea = house("Tea collapsed", **AT_ONCE)
    tea.hour("2031-03-12", SPRING)
    ran(tea, "--create")
    text, revision = tea.text(), tea.newest()
    few = {question: SPRING[question] for question in (GREEN, CHESS)}
    tea.hour("2031-03-12", few)
    held = tea.run("run")
    assert held.status == 3
    assert "8 of the 10 entries on the page would be removed" in held.last
    assert tea.text() == text
    line = f"* accept loss: {revision}"
    assert line in tea.reported()
    tea.decide(line, by=tea.editor)
    ran(tea)
    assert {*tea.entries()} == {GREEN, CHESS}


def test_with_the_bots_last_revision_hidden_only_later_questions_are_added(
    house: Callable[..., House], mediawiki: Wiki
) -> None:
    tea = house("Tea unread", **AT_ONCE)
    tea.hour("1999-03-12", SPRING)
    ran(tea, "--create")
    bots = tea.newest()
    tea.write(tea.without(DOG, ROOF).replace("Each November.", "Each November, in the rain."))
    peoples = tea.entries()
    hide(tea.admin, bots)
    # A source loses a question, another is renewed, and two conversations come to it.
    tea.hour("1999-03-12", {q: a for q, a in {**SPRING, SUGAR: "None."}.items() if q != CHESS})
    older, newer = "Does the moon rise here?", "Do the stars shine here?"
    tea.hour("1998-06-01", {older: "At times."})
    tea.hour("2098-06-01", {newer: "On clear nights.", GREEN: "Cold by now."})
    done = ran(tea)
    assert "is hidden" in done.said
    now = tea.entries()
    assert now.keys() == {*peoples, newer}
    assert {question: now[question] for question in peoples} == peoples
    assert "On clear nights." in now[newer]
    # The run after that goes on as ever; what was removed stays away.
    ran(tea)
    now = tea.entries()
    assert "None." in now[SUGAR]
    assert "Cold by now." in now[GREEN]
    assert "Each November, in the rain." in now[LANTERNS]
    assert CHESS not in now
    assert not {DOG, ROOF, older} & now.keys()
    unchanged(tea)
    assert mediawiki.bot == tea.admin.revisions(tea.page)[0]["user"]


ULLA, KNUT = "Ulla Teeblatt", "KnutKessel"
THREAD = f"""== Questions ==
=== Is the kettle of {ULLA} for guests? ===
Is the kettle for guests? I am {ULLA}. [[User:{ULLA}|{ULLA}]] ([[User talk:{ULLA}|talk]]) \
10:00, 12 March 2031 (UTC)
: Yes, {ULLA}, it is. [[User:Bo Brand|Bo Brand]] ([[User talk:Bo Brand|talk]]) \
11:00, 12 March 2031 (UTC)
:: Thank you, Bo Brand! [[User:{ULLA}|{ULLA}]] ([[User talk:{ULLA}|talk]]) \
12:00, 12 March 2031 (UTC)
=== The garden ===
May one sit in the garden? [[User:{KNUT}|{KNUT}]] ([[User talk:{KNUT}|talk]]) \
10:05, 12 March 2031 (UTC)
: One may. Thank you, @{KNUT}. [[User:Bo Brand|Bo Brand]] ([[User talk:Bo Brand|talk]]) \
11:05, 12 March 2031 (UTC)
:: Even when it rains? --[[User:{KNUT}|{KNUT}]] ([[User talk:{KNUT}|talk]]) \
12:05, 12 March 2031 (UTC)
::: Even then, {KNUT}, says {ULLA}. [[User:Bo Brand|Bo Brand]] ([[User talk:Bo Brand|talk]]) \
13:05, 12 March 2031 (UTC)
"""


def test_who_asked_is_named_nowhere(house: Callable[..., House]) -> None:
    tea = house("Tea of nobody", review='hold = ["garden"]')
    tea.hour("2031-03-12", THREAD)
    tea.hour("2032-05-06", SPRING)
    done = tea.run("run", "--create", "-v")
    assert done.status == 0, done.said
    made = everything(tea)
    del made["state"]  # it holds the sources, so as not to fetch them again
    made |= {"run": done.out + done.said}
    for title in (tea.page, tea.report):
        made |= {f"summaries of {title}": json.dumps(tea.admin.revisions(title))}
    for name in (ULLA, KNUT, ULLA.replace(" ", "_"), "Teeblatt"):
        assert where(name, made) == []
    # Who answers stays, and so does what was said.
    assert "Bo Brand" in made["page"]
    assert "''A participant:'' Thank you, Bo Brand!" in made["page"]
    assert "Yes, […], it is." in made["page"]
    assert "* publish: " in made["report"]

    # An operator may have them named.
    file = tea.run.folder / "wikifaq.toml"
    file.write_text(file.read_text("utf-8").replace("[faq]", "[faq]\naskers = true"), "utf-8")
    ran(tea)
    assert f"Yes, {ULLA}, it is." in tea.text()
