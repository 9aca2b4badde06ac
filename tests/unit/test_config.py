"""wikifaq.toml: what is wrong, in which line, and what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wikifaq.config import default_text, load, parse
from wikifaq.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """[sources]
prefixes = ["Hour "]

[faq]
page = "FAQ"
"""


def test_the_default_names_the_real_pages() -> None:
    config = load(None)
    assert config.source == config.target == "meta:meta"
    assert config.sources.prefixes == (
        "Wikimedia Foundation/Legal/Community Resilience and Sustainability/Conversation Hour",
        "IRC office hours/Office hours ",
    )
    assert len({topic.id for topic in config.topics}) == len(config.topics) == 15


def test_a_short_file_is_enough() -> None:
    config = parse(GOOD, "w.toml")
    assert config.page == "FAQ"
    assert config.sources.prefixes == ("Hour ",)
    assert config.topics == ()
    assert config.source is config.target is None
    assert config.stop_page == "User:{user}/Stop"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GOOD + 'pagee = "x"\n', ["w.toml, line 6", "'pagee'", "did you mean 'page'?"]),
        (GOOD + "\n[runn]\nminor = true\n", ["w.toml, line 7", "'runn'", "did you mean 'run'?"]),
        ("tiemout = 3\n" + GOOD, ["w.toml, line 1", "key 'tiemout'"]),
        (GOOD + "\n[run]\nminor = 1\n", ["line 8", "'minor'", "true or false", "not 1"]),
        (GOOD + "\n[wiki]\ntimeout = true\n", ["line 8", "'timeout'", "a number"]),
        (GOOD + '\n[wiki]\nsource = ""\n', ["line 8", "'source'"]),
        (GOOD.replace('["Hour "]', '"Hour "'), ["line 2", "'prefixes'", "a list of texts"]),
        (GOOD.replace('page = "FAQ"\n', ""), ["line 4", "[faq] page is missing"]),
        (GOOD.replace('prefixes = ["Hour "]\n', ""), ["line 1", "[sources] names no page"]),
        ("", ["[faq] page is missing"]),
        ("a = \nb = 1", ["w.toml is no TOML", "line 1"]),
        (GOOD + '\n[[topics]]\nid = "a"\n', ["line 7", "no 'title'"]),
        (GOOD + '\n[[topics]]\nid = "A b"\ntitle = "x"\n', ["line 8", "a-z"]),
        (GOOD + '\n[[topics]]\nid = "other"\ntitle = "x"\n', ["line 8", "'other'"]),
        (GOOD + '\n[[topics]]\nid = "a"\ntitle = "x"\n' * 2, ["line 12", "'a' is taken"]),
        (
            GOOD + '\n[[topics]]\nid = "a"\ntitle = "x"\nkeyword = ["y"]\n',
            ["line 10", "'keywords'?"],
        ),
        (
            GOOD + '\n[[topics]]\nid = "a"\ntitle = "x"\nabout = ["y"]\n',
            ["line 10", "'about'", "a text"],
        ),
        (
            GOOD + '\n[[topics]]\nid = "a"\ntitle = "x"\nexamples = "y?"\n',
            ["line 10", "'examples'", "a list of texts"],
        ),
        (GOOD + '\n[topics]\nid = "a"\n', ["line 7", "[[topics]]"]),
        (
            GOOD + '\n[[topics]]\nid = "a"\ntitle = "x"\n\n[[topics]]\nid = "b"\n',
            ["line 11", "no 'title'"],
        ),
        (
            GOOD
            + '\n[[topics]]\nid = "a"\ntitle = "x"\n'
            + '\n[[topics]]\nid = "b"\ntitle = "y"\nkeywords = 3\n'
            + '\n[[topics]]\nid = "c"\ntitle = "z"\nkeywords = ["w"]\n',
            ["line 14", "'keywords'"],
        ),
        ('faq = "x"\n', ["'faq'", "[faq]"]),
        (GOOD + "\n[run]\nmost_removed = 3\n", ["line 8", "0 to 1"]),
    ],
)
def test_mistakes(text: str, says: list[str]) -> None:
    with pytest.raises(ConfigurationError) as error:
        parse(text, "w.toml")
    for words in says:
        assert words in str(error.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="There is no configuration file"):
        load(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"\xff")
    with pytest.raises(ConfigurationError, match="UTF-8"):
        load(tmp_path / "latin.toml")


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "w.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert load(tmp_path / "w.toml").page == "FAQ"


def test_the_default_text_is_a_file_of_its_own() -> None:
    assert parse(default_text(), "default.toml") == load(None)
