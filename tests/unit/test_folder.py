"""A folder as a wiki: titles as files, revisions kept, people's edits noticed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikifaq.errors import EditConflict, PageError, WikifaqError
from wikifaq.wiki.folder import FolderWiki
from wikifaq.wiki.protocol import Edit
from wikifaq.wiki.revisions import HIDDEN, RevisionLog, sha1
from wikifaq.wiki.sources import Sources, collect
from wikifaq.wiki.title import to_path, to_title


def wiki(folder: Path, **pages: str) -> FolderWiki:
    for title, text in pages.items():
        file = folder / to_path(title)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return FolderWiki(folder)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
def test_every_title_has_a_path_and_every_path_gives_it_back(title: str) -> None:
    path = to_path(title)
    assert to_title(path) == title
    assert not path.is_absolute()
    assert ".." not in path.parts
    assert not any(part.startswith(".") or part.endswith((".", " ")) for part in path.parts[:-1])


def test_what_a_file_system_forbids_is_encoded() -> None:
    assert to_path("User:Ana/Who?") == PurePosixPath("User%3AAna/Who%3F.wikitext")
    assert to_title(PurePosixPath("User:Ana/x.wikitext")) == "User:Ana/x"


def test_writing_keeps_revisions_and_notices_people(tmp_path: Path) -> None:
    folder = wiki(tmp_path)
    first = folder.edit(Edit("A/b", "one\n", "begin", None)).revision
    assert first
    file = tmp_path / "A" / "b.wikitext"
    assert file.read_text() == "one\n"
    file.write_text("one, two\n")
    (person, bot) = folder.history("A/b")
    assert (person.user, person.parent, bot.user, bot.comment) == (None, first, "wikifaq", "begin")
    with pytest.raises(EditConflict):
        folder.edit(Edit("A/b", "mine\n", "", first))
    second = folder.edit(Edit("A/b", "three\n", "", person.id)).revision
    assert [r.id for r in folder.history("A/b")] == [second, person.id, first]
    assert folder.text_of("A/b", first) == "one\n"
    assert folder.text_of("A/b", person.id) == "one, two\n"
    assert folder.text_of("A/b", 12345) is None


def test_the_same_text_is_no_revision(tmp_path: Path) -> None:
    folder = wiki(tmp_path)
    first = folder.edit(Edit("A", "one", "", None)).revision
    assert folder.edit(Edit("A", "one", "", first)).revision is None
    with pytest.raises(EditConflict):
        folder.edit(Edit("A", "one", "", None))


@pytest.mark.parametrize("replaced", [False, True])
def test_a_write_that_was_cut_off_leaves_the_old_or_the_new_page(
    tmp_path: Path, replaced: bool
) -> None:
    folder = wiki(tmp_path)
    folder.edit(Edit("A", "one", "", None))
    log = RevisionLog(tmp_path, "A")
    (old,) = log.revisions("one")
    new = replace(old, id=99, parent=old.id, sha1=sha1("two"))
    log.begin(new, "two")
    if replaced:  # the file is there, and the line that says so is not
        (tmp_path / "A.wikitext").write_text("two")
    found = FolderWiki(tmp_path).history("A")
    assert [each.id for each in found] == ([99, old.id] if replaced else [old.id])
    assert found[0].user == "wikifaq"


def test_deleted_pages_are_remembered(tmp_path: Path) -> None:
    folder = wiki(tmp_path)
    assert not folder.was_deleted("A")
    folder.edit(Edit("A", "one", "", None))
    (tmp_path / "A.wikitext").unlink()
    assert folder.was_deleted("A")
    assert folder.newest(["A"]) == {"A": None}


def test_the_revisions_after_one_come_with_their_texts(tmp_path: Path) -> None:
    folder = wiki(tmp_path)
    first = folder.edit(Edit("A", "one", "", None)).revision
    second = folder.edit(Edit("A", "two", "", first)).revision
    (tmp_path / "A.wikitext").write_text("a person's")
    assert first
    assert second
    found = folder.revisions_since("A", first)
    assert [(each.parent, each.user, each.text) for each in found] == [
        (first, "wikifaq", "two"),
        (second, None, "a person's"),
    ]
    assert [each.text for each in folder.revisions_since("A", first, limit=1)] == ["a person's"]
    assert folder.revisions_since("A", first, limit=0) == []
    assert folder.revisions_since("A", found[-1].id) == []
    assert folder.revisions_since("A", 12345) == folder.revisions_since("B", first) == []
    (tmp_path / "A.wikitext").unlink()
    assert [each.text for each in folder.revisions_since("A", first)] == ["two"]


def test_a_text_that_a_person_replaced_is_not_kept(tmp_path: Path) -> None:
    folder = wiki(tmp_path)
    first = folder.edit(Edit("A", "one", "", None)).revision
    assert first
    (tmp_path / "A.wikitext").write_text("a person's")
    person = folder.history("A")[0].id
    folder.edit(Edit("A", "three", "", person))
    kept = tmp_path / HIDDEN / "A" / f"{person}.txt"
    kept.unlink()
    found = folder.revisions_since("A", first)
    assert [each.text for each in found] == [None, "three"]


def test_a_folder_hides_and_protects_nothing(tmp_path: Path) -> None:
    folder = wiki(tmp_path, A="one")
    (ref,) = folder.by_title(["A"])
    assert folder.hidden([ref.revision, 12345]) == frozenset()
    assert folder.may_edit(None, "A")
    assert folder.may_edit("192.0.2.1", "No page")
    assert folder.as_of(ref, "2024-05-01T00:00:00Z") is None


def test_sources(tmp_path: Path) -> None:
    folder = wiki(
        tmp_path,
        **{
            "Hour 1": "one [[Category:Hours]]",
            "Hour 2": "#REDIRECT [[Old hour]]",
            "Hour 2/de": "zwei",
            "HourX": "no",
            "Old hour": "old",
            "Index": "[[Hour 1#x|one]] [[Old hour]] [[Nothing]]",
            "FAQ": "the bot's",
        },
    )

    def titles(**sources: tuple[str, ...]) -> list[str]:
        return [ref.title for ref in collect(folder, Sources(**sources), own=["FAQ"])]

    assert titles(prefixes=("Hour ",)) == ["Hour 1", "Hour 2"]
    assert titles(titles=("Hour_1", "Hour 2/de")) == ["Hour 1", "Hour 2/de"]
    assert titles(categories=("Category:Hours",)) == ["Hour 1"]
    assert titles(index=("Index",)) == ["Hour 1", "Old hour"]
    assert titles(prefixes=("",), exclude=("Hour*", "Index")) == ["Old hour"]
    with pytest.raises(PageError, match="'None'"):
        titles(titles=("None",))
    refs = collect(folder, Sources(prefixes=("Hour 2",)))
    assert [page.title for page in folder.fetch(refs)] == ["Old hour"]


def test_a_redirect_is_followed_once(tmp_path: Path) -> None:
    folder = wiki(tmp_path, A="#redirect [[B]]", B="#REDIRECT[[C]]", C="c")
    with pytest.raises(PageError, match="a redirect itself"):
        list(folder.fetch(list(folder.by_title(["A"]))))


def test_bad_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(WikifaqError, match="There is no folder"):
        list(FolderWiki(tmp_path / "none").by_prefix(""))
    (tmp_path / "A.wikitext").write_bytes(b"\xff")
    with pytest.raises(PageError, match="UTF-8"):
        list(FolderWiki(tmp_path).by_title(["A"]))


def test_the_hidden_folder_is_no_page(tmp_path: Path) -> None:
    folder = wiki(tmp_path)
    folder.edit(Edit("A", "one", "", None))
    (tmp_path / HIDDEN / "x.wikitext").write_text("x")
    assert [ref.title for ref in folder.by_prefix("")] == ["A"]


def test_ids_are_the_same_anywhere(tmp_path: Path) -> None:
    here, there = wiki(tmp_path / "a", A="one"), wiki(tmp_path / "b", A="one")
    assert list(here.by_prefix("")) == list(there.by_prefix(""))
