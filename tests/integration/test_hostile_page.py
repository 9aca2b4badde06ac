"""A conversation of nothing but hostile text, through the whole job, on the real wiki."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from runs import operator
from test_harmless_wiki import CORPUS

from wikifaq.page.segment import read_page

if TYPE_CHECKING:
    from pathlib import Path

    from local_wiki import Wiki

SOURCE = "Hour 2024-05-06 / hostile"
PAGE = "Hostile FAQ"
HIDING = (("<!--", "-->"), ("<nowiki>", "</nowiki>"), ("<pre>", "</pre>"))


def conversation() -> str:
    """A page whose sections, questions, speakers and answers hold the corpus.

    What hides the rest of a page from its readers, an unclosed comment or nowiki, is left out.
    """
    texts = [
        text.replace("\n", " ").encode("utf-8", "replace").decode()
        for text, _ in CORPUS
        if all(text.count(opens) == text.count(closes) for opens, closes in HIDING)
    ]
    lines = ["== Notes [b] <i>x</i> {{!}} ~~~ =="]
    for number, text in enumerate(texts):
        other = texts[-number - 1]
        lines += [
            f"# What is number {number} of {text}?",
            f"#: '''Ana:''' Number {number}: {other}",
            f"#: And again {text}",
            f"#: [[User:Bo|Bo]] (of {number} = {{{{x}}}}): so it is.",
        ]
    return "\n".join(lines)


def test_a_hostile_conversation_is_shown_and_does_nothing(mediawiki: Wiki, tmp_path: Path) -> None:
    admin = mediawiki.session(mediawiki.admin)
    admin.edit(SOURCE, conversation())
    run = operator(tmp_path, mediawiki)
    run.configure(
        f"[sources]\ntitles = [{json.dumps(SOURCE)}]\n\n[faq]\npage = {json.dumps(PAGE)}\n"
    )
    foreseen = run.preview("--create")
    assert foreseen["outcome"] == "write", foreseen["reasons"]
    done = run("run", "--create")
    assert done.status == 0, done.said
    text = admin.text(PAGE) or ""
    assert text == foreseen["pages"][0]["wikitext"]
    listed = [e["id"] for topic in foreseen["faq"]["topics"] for e in topic["entries"]]
    assert len(listed) > 0.8 * len(CORPUS)
    page = read_page(text, PAGE)
    assert list(page.alive()) == listed
    assert all(segment.untouched for segment in page.segments)
    acts = admin.get(
        action="parse", page=PAGE, prop="text|categories|langlinks|templates|images|sections"
    )["parse"]
    assert not any(acts[kind] for kind in ("categories", "langlinks", "templates", "images"))
    topics = [each for each in foreseen["faq"]["topics"] if each["entries"]]
    assert len(acts["sections"]) == len(listed) + len(topics)
    for html in (acts["text"], admin.parsoid(PAGE)):
        anchors = re.findall(r'id="faq-([a-z2-7]{10})"', html)
        assert anchors == listed
    assert run("run").last == "Nothing to change; nothing was written."
    admin.delete(PAGE)
    admin.delete(SOURCE)
