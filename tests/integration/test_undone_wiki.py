"""Whose edit was undone, on a real wiki: what MediaWiki makes of each way to revert, by whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from faqs import SPRING, SUMMER, section, written
from local_wiki import ApiError, Client, Wiki

from wikifaq.publish.undone import Undone, undone
from wikifaq.wiki.site import SiteWiki

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wikifaq.wiki.protocol import Revision

REVERTS = {"mw-undo", "mw-rollback", "mw-manual-revert"}
REVERTED = "mw-reverted"
ABOVE, MORE = "People wrote this above.", "People wrote this above, and more."
BELOW, LESS = "People wrote this below.", "People wrote below."
ADDED = "How much milk goes into a cup of tea?"
EACH = ("editor", "admin")


@pytest.fixture(scope="module")
def site(mediawiki: Wiki, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteWiki]:
    """The wiki as a run reads it, without an account."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NO_PROXY", "localhost,127.0.0.1")
        for name in ("WIKIFAQ_USER", "WIKIFAQ_PASSWORD_FILE"):
            environment.delenv(name, raising=False)
        yield SiteWiki(mediawiki.api, timeout=30, state=tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="module")
def people(mediawiki: Wiki) -> dict[str, Client]:
    """Clients by role; the wiki knows them by other names."""
    return {
        "editor": mediawiki.session(mediawiki.editor),
        "admin": mediawiki.session(mediawiki.admin),
        "bot": mediawiki.session(mediawiki.bot),
        "nobody": mediawiki.session(None),
    }


@pytest.fixture(scope="module")
def tokens(people: dict[str, Client]) -> dict[str, str]:
    return {who: client.token() for who, client in people.items()}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the FAQ, its two versions by the bot, and who does what to it."""

    title: str
    site: SiteWiki
    people: dict[str, Client]
    tokens_of: dict[str, str]
    old: str
    new: str

    def save(self, who: str, text: str, **more: object) -> int:
        """Save a text; return the revision."""
        return self.did(who, text=text, **more)

    def did(self, who: str, **asked: object) -> int:
        """Make an edit of whatever kind; return its revision."""
        token = self.tokens_of[who]
        saved = self.people[who].post(action="edit", title=self.title, token=token, **asked)["edit"]
        assert saved["result"] == "Success"
        return int(saved["newrevid"])

    def text(self) -> str:
        return self.people["admin"].text(self.title) or ""

    def section_of(self, heading: str) -> int:
        answer = self.people["admin"].get(action="parse", page=self.title, prop="sections")
        found = [each for each in answer["parse"]["sections"] if each["line"] == heading]
        return int(found[0]["index"])

    def rolled_back(self, who: str, whose: str) -> int:
        user = self.people[whose].user
        token = self.people[who].token("rollback")
        done = self.people[who].post(action="rollback", title=self.title, user=user, token=token)
        return int(done["rollback"]["revid"])

    def history(self) -> list[Revision]:
        return self.site.history(self.title)

    def tags(self, revision: int) -> set[str]:
        return set(next(each.tags for each in self.history() if each.id == revision))

    def undone(self) -> Undone | None:
        return self._undone(self.history())

    def undone_by(self, who: str, revision: int) -> bool:
        """Whether just this revision is said to have undone the bot's last edit."""
        history = self.history()
        bots = next(each for each in history if each.user == self.people["bot"].user)
        this = next(each for each in history if each.id == revision)
        expected = Undone(revision, self.people[who].user, this.timestamp, undid=bots.id)
        return self._undone(history) == expected

    def _undone(self, history: Sequence[Revision]) -> Undone | None:
        """What the rule says; that must be the same whatever is tagged mw-reverted."""
        at = next(i for i, each in enumerate(history) if each.user == self.people["bot"].user)
        bare = [replace(each, tags=tuple({*each.tags} - {REVERTED})) for each in history]
        full = [replace(each, tags=(*each.tags, REVERTED)) for each in bare]
        text_of = cache(lambda revision: self.site.text_of(self.title, revision))
        found, *others = (undone(each, at, text_of) for each in (history, bare, full))
        assert others == [found, found]
        return found


@pytest.fixture
def page(
    request: pytest.FixtureRequest,
    site: SiteWiki,
    people: dict[str, Client],
    tokens: dict[str, str],
) -> Iterator[Callable[[], tuple[Page, int]]]:
    """A function that makes the page as the bot has just saved it, and the bot's revision."""
    title = f"Undone {request.node.name}".translate(str.maketrans("[]_", "() "))

    def make() -> tuple[Page, int]:
        spring = written({"Hour 2023-03-01": SPRING})
        both = {"Hour 2023-03-01": SPRING, "Hour 2023-07-01": SUMMER}
        old, new = (
            f"{ABOVE}\n\n{text}\n\n{BELOW}" for text in (spring, written(both, spring, spring))
        )
        made = Page(title, site, people, tokens, old, new)
        made.save("admin", "The page before there was a bot.")
        made.save("bot", old)
        return made, made.save("bot", new)

    yield make
    if people["admin"].text(title) is not None:
        people["admin"].delete(title)


Make = Any


@pytest.mark.parametrize("who", EACH)
def test_undo(page: Make, who: str) -> None:
    faq, bots = page()
    assert faq.undone() is None
    revision = faq.did(who, undo=bots)
    assert faq.text() == faq.old
    assert faq.tags(revision) & REVERTS == {"mw-undo"}
    assert faq.undone_by(who, revision)
    # Restoring the bot's revision clears it, and so does undoing the undo.
    faq.save("nobody", faq.new)
    assert faq.undone() is None
    again = faq.did(who, undo=faq.history()[0].id)
    assert faq.undone_by(who, again)
    assert "mw-undo" in faq.tags(faq.did("editor", undo=again))
    assert faq.undone() is None


@pytest.mark.parametrize("who", EACH)
def test_undo_after_other_edits(page: Make, who: str) -> None:
    """MediaWiki merges it: the text was never there before, and only tag and lines tell."""
    faq, bots = page()
    faq.save("editor", faq.new.replace(ABOVE, MORE))
    faq.save("admin", faq.new.replace(ABOVE, MORE).replace(BELOW, LESS))
    assert faq.undone() is None
    revision = faq.did(who, undo=bots)
    assert faq.text() == faq.old.replace(ABOVE, MORE).replace(BELOW, LESS)
    assert faq.tags(revision) & REVERTS == {"mw-undo"}
    assert faq.undone_by(who, revision)
    # People write on, and one of them is undone: it stays the first one's doing.
    own = faq.save("editor", f"{faq.text()}\n\nOne line more.")
    faq.save("editor", faq.text().replace(MORE, ABOVE))
    faq.did(who, undo=own)
    assert faq.undone_by(who, revision)
    # Undoing the undo clears it, though this text is new, too.
    assert "mw-undo" in faq.tags(faq.did("admin", undo=revision))
    assert ADDED in faq.text()
    assert faq.text() != faq.new
    assert faq.undone() is None


@pytest.mark.parametrize("who", EACH)
def test_undo_of_a_range_with_the_bots_edit(page: Make, who: str) -> None:
    faq, _ = page()
    before = faq.history()[1].id
    last = faq.save("editor", faq.new.replace(ABOVE, MORE))
    revision = faq.did(who, undo=last, undoafter=before)
    assert faq.text() == faq.old
    assert faq.tags(revision) & REVERTS == {"mw-undo"}
    assert faq.undone_by(who, revision)
    # The same with an edit that stays.
    faq.save("editor", faq.new)
    last = faq.save("editor", faq.new.replace(ABOVE, MORE))
    faq.save("editor", faq.new.replace(ABOVE, MORE).replace(BELOW, LESS))
    assert faq.undone() is None
    revision = faq.did(who, undo=last, undoafter=before)
    assert faq.text() == faq.old.replace(BELOW, LESS)
    assert faq.undone_by(who, revision)


@pytest.mark.parametrize("who", EACH)
def test_undo_of_a_range_without_the_bots_edit(page: Make, who: str) -> None:
    faq, bots = page()
    faq.save("editor", faq.new.replace(ABOVE, MORE))
    last = faq.save("admin", f"{faq.new.replace(ABOVE, MORE)}\n\nOne line more.")
    revision = faq.did(who, undo=last, undoafter=bots)
    assert faq.tags(revision) & REVERTS == {"mw-undo"}
    assert faq.text() == faq.new
    assert faq.undone() is None


@pytest.mark.parametrize("who", EACH)
def test_undo_of_another_persons_edit(page: Make, who: str) -> None:
    faq, _ = page()
    first = faq.save("editor", faq.new.replace(ABOVE, MORE))
    faq.save("admin", faq.new.replace(ABOVE, MORE).replace(BELOW, LESS))
    revision = faq.did(who, undo=first)
    assert faq.text() == faq.new.replace(BELOW, LESS)
    assert faq.tags(revision) & REVERTS == {"mw-undo"}
    assert faq.undone() is None


def test_undo_of_a_persons_edit_of_the_bots_own_entry(page: Make) -> None:
    faq, _ = page()
    entry = section(faq.new, ADDED)
    own = faq.save("editor", faq.new.replace(entry, entry.replace("None.", "None, says the cook.")))
    faq.save("editor", faq.text().replace(ABOVE, MORE))
    revision = faq.did("admin", undo=own)
    assert faq.text() == faq.new.replace(ABOVE, MORE)
    assert faq.tags(revision) & REVERTS == {"mw-undo"}
    assert faq.undone() is None


@pytest.mark.parametrize("who", EACH)
def test_saving_the_old_text(page: Make, who: str) -> None:
    faq, _ = page()
    faq.save("editor", faq.new.replace(ABOVE, MORE))
    revision = faq.save(who, faq.old)
    assert faq.tags(revision) & REVERTS == {"mw-manual-revert"}
    assert faq.undone_by(who, revision)
    faq.save("admin", faq.new.replace(ABOVE, MORE))  # as it was when nobody had undone the bot
    assert faq.undone() is None
    # The page's first text is older than the bot altogether.
    revision = faq.save(who, "The page before there was a bot.")
    assert faq.undone_by(who, revision)


@pytest.mark.parametrize("who", EACH)
def test_saving_the_old_text_with_words_of_ones_own(page: Make, who: str) -> None:
    faq, _ = page()
    revision = faq.save(who, faq.old.replace(ABOVE, MORE))
    assert not faq.tags(revision) & REVERTS
    assert faq.undone() is None


def test_rollback_by_an_administrator(page: Make) -> None:
    """It takes back all of the bot's edits in a row."""
    faq, _ = page()
    revision = faq.rolled_back("admin", "bot")
    assert faq.text() == "The page before there was a bot."
    assert faq.tags(revision) & REVERTS == {"mw-rollback"}
    assert faq.undone_by("admin", revision)
    faq.save("editor", faq.new)
    assert faq.undone() is None


def test_rollback_by_an_ordinary_user_is_not_allowed(page: Make) -> None:
    faq, bots = page()
    with pytest.raises(ApiError) as refused:
        faq.rolled_back("editor", "bot")
    assert refused.value.code == "permissiondenied"
    assert faq.history()[0].id == bots
    assert faq.undone() is None


def test_rollback_of_somebody_else(page: Make) -> None:
    faq, bots = page()
    faq.save("editor", "")
    faq.save("editor", "Rude words.")
    assert faq.undone() is None  # so it is for the rule against too great a loss
    revision = faq.rolled_back("admin", "editor")
    assert faq.text() == faq.new
    assert faq.tags(revision) & REVERTS == {"mw-rollback"}
    assert faq.undone() is None
    # Of somebody who had undone the bot's edit.
    faq.save("nobody", faq.new.replace(ABOVE, MORE))
    assert faq.undone_by("editor", faq.did("editor", undo=bots))
    faq.rolled_back("admin", "editor")
    assert faq.undone() is None


@pytest.mark.parametrize("who", EACH)
def test_a_part_undone_by_section_editing(page: Make, who: str) -> None:
    faq, _ = page()
    revision = faq.did(who, section=faq.section_of(ADDED), text="")
    assert ADDED not in faq.text().replace(f"|{ADDED}", "")
    assert not faq.tags(revision) & REVERTS
    assert faq.undone() is None
    # An entry's earlier text brought back is people's edit as well.
    faq.save("admin", faq.new)
    heading = "When does the house open?"
    earlier = section(faq.old, heading).rstrip()
    assert earlier not in faq.text()
    revision = faq.did(who, section=faq.section_of(heading), text=earlier)
    assert earlier in faq.text()
    assert not faq.tags(revision) & REVERTS
    assert faq.undone() is None


@pytest.mark.parametrize("who", EACH)
@pytest.mark.parametrize("more", ["", "One line more."])
def test_undo_in_the_form_with_and_without_writing_on(page: Make, who: str, more: str) -> None:
    """MediaWiki tags it only where the text is saved as the form offered it."""
    faq, bots = page()
    faq.save("editor", faq.new.replace(ABOVE, MORE))
    offered = faq.old.replace(ABOVE, MORE)
    revision = submitted(faq, who, f"{offered}\n\n{more}".rstrip(), undo=bots)
    assert faq.text() == f"{offered}\n\n{more}".rstrip()
    assert faq.history()[0].id == revision
    assert faq.tags(revision) & REVERTS == (set() if more else {"mw-undo"})
    assert faq.undone() is None if more else faq.undone_by(who, revision)


def submitted(faq: Page, who: str, text: str, *, undo: int) -> int:
    """Save a text in the edit form that a click on "undo" opens; return the revision."""
    client, (newest, *_) = faq.people[who], faq.history()
    before = next(each.parent for each in faq.history() if each.id == undo)
    stamp = "".join(filter(str.isdigit, newest.timestamp))
    client._send(
        "POST",
        f"{client.base}/index.php",
        {
            "title": faq.title, "action": "submit", "wpTextbox1": text, "wpSummary": "Undo",
            "wpUndidRevision": str(undo), "wpUndoAfter": str(before), "wpSave": "1",
            "wpEdittime": stamp, "wpStarttime": stamp, "editRevId": str(newest.id),
            "parentRevId": str(newest.id), "wpUnicodeCheck": "ℳ𝒲♥𝓊𝓃𝒾𝒸ℴ𝒹ℯ",
            "wpUltimateParam": "1", "wpEditToken": faq.tokens_of[who],
        },
    )  # fmt: skip
    return faq.history()[0].id


def test_a_hidden_text_that_is_needed_keeps_the_bot_waiting(page: Make) -> None:
    faq, bots = page()
    admin = faq.people["admin"]
    rights = {"user": admin.user, "token": admin.token("userrights")}
    admin.post(action="userrights", add="suppress", **rights)
    first = faq.save("editor", faq.new.replace(ABOVE, MORE))
    faq.save("admin", faq.new.replace(ABOVE, MORE).replace(BELOW, LESS))
    revision = faq.did("editor", undo=first)
    assert faq.undone() is None
    hide(faq, bots)
    assert next(each.sha1 for each in faq.history() if each.id == bots) is None
    assert faq.undone_by("editor", revision)
    hide(faq, bots, kind="show")
    assert faq.undone() is None
    # What the revert stands on may be hidden: the text that it led to tells.
    hide(faq, first)
    assert faq.undone() is None


def hide(faq: Page, revision: int, *, kind: str = "hide") -> None:
    faq.people["admin"].post(
        action="revisiondelete", type="revision", ids=revision, **{kind: "content"}
    )
