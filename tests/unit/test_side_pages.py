"""The report and the settings page beside the FAQ's: made once, and never a run's undoing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from faqs import SPRING, SUMMER

from wikifaq.config import parse
from wikifaq.errors import ConfigurationError, Refused
from wikifaq.job import Job
from wikifaq.page.settings import KEYWORDS, Settings, read_settings
from wikifaq.wiki.folder import FolderWiki

if TYPE_CHECKING:
    from pathlib import Path

    from wikifaq.wiki.protocol import Edit, Saved

CONFIGURATION = """
[wiki]
source = "{wiki}"
[sources]
prefixes = ["Hour"]
[faq]
page = "FAQ"
[review]
report = "{{page}}/Report"
"""


def job(folder: Path, said: list[str], *, create: bool = True) -> Job:
    wiki = folder / "wiki"
    wiki.mkdir(exist_ok=True)
    (wiki / "Hour 2023-03-01.wikitext").write_text(SPRING)
    return Job(
        parse(CONFIGURATION.format(wiki=wiki), "test"), folder / "state", said.append, create=create
    )


def test_the_settings_page_is_made_once_and_says_what_can_be_said(tmp_path: Path) -> None:
    said: list[str] = []
    job(tmp_path, said).run()
    page = tmp_path / "wiki" / "FAQ" / "Settings.wikitext"
    text = page.read_text()
    assert all(keyword.form in text for keyword in KEYWORDS)
    assert read_settings(text) == Settings()  # its examples are none
    page.write_text("Ours.")
    job(tmp_path, said).run()
    assert page.read_text() == "Ours."
    page.unlink()
    job(tmp_path, said).run()
    assert not page.exists()  # a page that people removed is not made again


def test_without_being_asked_to_a_run_makes_neither_page(tmp_path: Path) -> None:
    said: list[str] = []
    with pytest.raises(Refused):
        job(tmp_path, said, create=False).run()
    assert not (tmp_path / "wiki" / "FAQ").exists()


def test_a_report_that_can_t_be_written_fails_no_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = FolderWiki.edit

    def refusing(self: FolderWiki, made: Edit) -> Saved:
        if made.title == "FAQ/Report":
            raise Refused("The wiki says no.")
        return edit(self, made)

    monkeypatch.setattr(FolderWiki, "edit", refusing)
    said: list[str] = []
    made, saved = job(tmp_path, said).run()
    assert made.outcome == "write"
    assert saved
    assert [each for each in said if "'FAQ/Report' is not written: The wiki says no." in each]


def test_a_run_that_only_reports_writes_the_report_alone(tmp_path: Path) -> None:
    said: list[str] = []
    job(tmp_path, said).run()
    settings = tmp_path / "wiki" / "FAQ" / "Settings.wikitext"
    settings.write_text("* hide: faq-nosuchone\n")
    made, saved = job(tmp_path, said).run()
    assert (made.outcome, saved) == ("write", None)
    report = (tmp_path / "wiki" / "FAQ" / "Report.wikitext").read_text()
    assert "faq-nosuchone" in report
    made, saved = job(tmp_path, said).run()
    assert (made.outcome, saved) == ("nothing", None)


def test_a_resumed_run_with_nothing_to_write_says_that_it_is_not_remembered(tmp_path: Path) -> None:
    said: list[str] = []
    job(tmp_path, said).run()
    wiki = FolderWiki(tmp_path / "wiki")
    page = tmp_path / "wiki" / "FAQ.wikitext"
    first = page.read_text()
    source = tmp_path / "wiki" / "Hour 2023-07-01.wikitext"
    source.write_text(SUMMER)
    job(tmp_path, said).run()
    page.write_text(first)  # a person undoes it
    source.unlink()
    with pytest.raises(Refused, match="undid"):
        job(tmp_path, said).run()
    (newest, *_) = wiki.history("FAQ")
    resumed = Job(
        job(tmp_path, said).config, tmp_path / "state", said.append, resume=frozenset({newest.id})
    )
    made, saved = resumed.run()
    assert saved is None, made.changes
    assert [each for each in said if f"put the line '* resume: {newest.id}'" in each]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('hold = ["("]', "no regular expression"),
        ('hold = "some"', '"all" or a list'),
        ("report = 3", "must be a text"),
    ],
)
def test_a_wrong_review_is_told(line: str, says: str) -> None:
    text = CONFIGURATION.format(wiki="w").replace('report = "{page}/Report"', line)
    with pytest.raises(ConfigurationError, match=says):
        parse(text, "test")
