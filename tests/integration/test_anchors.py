"""The anchors of entries' sections are those that MediaWiki gives its headings."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

from wikifaq.model import Page
from wikifaq.transcript import read

if TYPE_CHECKING:
    from local_wiki import Wiki

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.wikitext"))
SPACES = "== Why&nbsp; is it  hot? ==\nWe boil it.\n== Where\u2009is it? ==\nIn the pot.\n"
TRANSLATED = "<translate>"  # the wiki of the tests has no such extension


def ids(wiki: Wiki, text: str) -> set[str]:
    answer = requests.post(
        wiki.api,
        data={"action": "parse", "text": text, "contentmodel": "wikitext", "prop": "text",
              "format": "json", "formatversion": 2},
        timeout=60,
    ).json()  # fmt: skip
    return {unescape(found) for found in re.findall(r'id="([^"]+)"', answer["parse"]["text"])}


@pytest.mark.parametrize(
    "text",
    [
        SPACES,
        *(text for page in PAGES if TRANSLATED not in (text := page.read_bytes().decode("utf-8"))),
    ],
)
def test_each_entry_is_found_by_its_anchor(mediawiki: Wiki, text: str) -> None:
    found = ids(mediawiki, text)
    told = {entry.anchor for entry in read(Page("Tea FAQ", text)).entries if entry.anchor}
    assert told <= found
