"""The page after a save by VisualEditor: the marks stand, and only what was changed is a person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqs import SPRING, SUMMER, TITLE, written

from wikifaq.page.segment import read_page

if TYPE_CHECKING:
    from local_wiki import Wiki

PAGE = "Tea FAQ by VisualEditor"
BOTH = {"Hour 2023-03-01": SPRING, "Hour 2023-07-01": SUMMER}


def test_marks_survive_a_save(mediawiki: Wiki) -> None:
    editor = mediawiki.session(mediawiki.editor)
    text = written(BOTH)
    revision = editor.edit(PAGE, text, summary="for VisualEditor")["edit"]["newrevid"]
    seen = editor.post(action="visualeditor", paction="parse", page=PAGE, token=None)[
        "visualeditor"
    ]
    assert "Blue." in seen["content"]
    saved = editor.post(
        action="visualeditoredit",
        paction="save",
        page=PAGE,
        html=seen["content"].replace("Blue.", "Blue, like the sea."),
        etag=seen["etag"],
        basetimestamp=seen["basetimestamp"],
        starttimestamp=seen["starttimestamp"],
        oldid=revision,
        token=editor.get(action="query", meta="tokens")["query"]["tokens"]["csrftoken"],
    )["visualeditoredit"]
    assert saved["result"] == "success"
    after = editor.text(PAGE) or ""
    before, now = read_page(text, TITLE), read_page(after, TITLE)
    assert now.alive() == before.alive()
    assert now.topics() == before.topics()
    edited = [segment for segment in now.segments if segment.entries and not segment.untouched]
    assert ["Blue, like the sea." in segment.text for segment in edited] == [True]
    third = written(BOTH, after, text)
    assert "Blue, like the sea." in third
    assert written(BOTH, third, third) == third
    mediawiki.session(mediawiki.admin).delete(PAGE)
