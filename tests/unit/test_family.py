"""The parts of the site's side that ask no wiki anything."""

from __future__ import annotations

import string
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikifaq.errors import (
    ConfigurationError,
    EditConflict,
    PageError,
    Refused,
    TryLater,
    WikifaqError,
)
from wikifaq.wiki.complaints import failure, outcome, plain
from wikifaq.wiki.credentials import Login, account, read_login
from wikifaq.wiki.family import api_address, family_name
from wikifaq.wiki.protocol import Saved
from wikifaq.wiki.rows import as_sent, as_stored, as_written, check_title
from wikifaq.wiki.transport import Complaint, kind_of, within

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("meta:meta", None),
        ("wikipedia:be-tarask", None),
        ("http://127.0.0.1:8187/api.php", "http://127.0.0.1:8187/api.php"),
        ("http://localhost:8187/w/api.php", "http://localhost:8187/w/api.php"),
        ("HTTPS://Meta.Wikimedia.ORG:443/w/api.php", "https://meta.wikimedia.org/w/api.php"),
        ("http://x:80/api.php", "http://x/api.php"),
        ("https://x:80/api.php", "https://x:80/api.php"),
        ("http://[::1]:8187/api.php", "http://[::1]:8187/api.php"),
        (" http://x/W/api.php ", "http://x/W/api.php"),
    ],
)
def test_addresses(address: str, expected: str | None) -> None:
    assert api_address(address) == expected


@pytest.mark.parametrize(
    ("address", "match"),
    [
        ("http://x/index.php", r"does not end in api\.php"),
        ("http://x/wiki/Main_Page", r"does not end in api\.php"),
        ("http://x", r"does not end in api\.php"),
        ("http://x/api.php?action=query", r"does not end in api\.php"),
        ("http:8187", "no address"),
        ("http:///api.php", "no address"),
        ("http://x y/api.php", "no address"),
        ("http://x:port/api.php", "no address"),
        ("http://[x/api.php", "no address"),
        ("ftp://x/api.php", "no address"),
        ("meta", "no address"),
        ("", "no address"),
        ("meta:meta:meta", "no address"),
    ],
)
def test_addresses_of_nothing(address: str, match: str) -> None:
    with pytest.raises(ConfigurationError, match=match):
        api_address(address)


def test_a_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(ConfigurationError, match="WIKIFAQ_PASSWORD_FILE") as caught:
        api_address("https://me:secret@x/api.php")
    assert "secret" not in str(caught.value)


def test_families_are_named_by_all_that_tells_wikis_apart() -> None:
    apis = [
        f"{scheme}://{host}{path}/api.php"
        for scheme in ("http", "https")
        for host in ("localhost", "127.0.0.1", "127.0.0.1:81", "[::1]", "x.org", "y.x.org")
        for path in ("", "/w", "/W")
    ]
    names = [family_name(api) for api in apis]
    assert len(set(names)) == len(apis)
    assert all(set(name) <= {*string.ascii_lowercase, *string.digits} for name in names)
    assert names == [family_name(api) for api in apis]


ENTRIES = """
# what is what
("Other", "wrong")
("FaqBot", "default")
("meta", "Faq_Bot", "for the family")
('test', 'meta', 'FaqBot', 'for the wiki')
("wikidata", "FaqBot", BotPassword("suffix", "se'cret"))
"""


@pytest.mark.parametrize(
    ("content", "name", "where", "expected"),
    [
        ("hunter 2\n", "FaqBot", ("meta", "meta"), Login("FaqBot", "hunter 2")),
        ("\ufeff hunter2 \r\n\n", "FaqBot@faq", ("meta", "meta"), Login("FaqBot@faq", "hunter2")),
        (ENTRIES, "FaqBot", ("x", "x"), Login("FaqBot", "default")),
        (ENTRIES, "faqBot", ("meta", "test"), Login("FaqBot", "for the wiki")),
        (ENTRIES, "Faq_Bot", ("meta", "meta"), Login("Faq Bot", "for the family")),
        (ENTRIES, "FaqBot", ("wikidata", "x"), Login("FaqBot@suffix", "se'cret")),
    ],
)
def test_password_files(
    tmp_path: Path, content: str, name: str, where: tuple[str, str], expected: Login
) -> None:
    file = tmp_path / "password"
    file.write_text(content, encoding="utf-8")
    assert read_login(file, name=name, family=where[0], code=where[1]) == expected


@pytest.mark.parametrize(
    ("content", "match"),
    [
        ("", "has 0"),
        ("one secret\ntwo secret\n", "has 2"),
        ('("Other", "secret")', "no entry for FaqBot on meta:meta"),
        ('("FaqBot", "secret"', "line 1"),
        ('# x\n("FaqBot", secret)', "line 2"),
        ('("FaqBot", "secret" + "x")', "line 1"),
        ('("FaqBot", BotPassword("secret"))', "line 1"),
        ('("FaqBot", __import__("os").system("secret"))', "line 1"),
        ('("a", "b", "c", "d", "secret")', "line 1"),
        ("(" * 10_000, "line 1"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_password_files_that_are_none(tmp_path: Path, content: str | bytes, match: str) -> None:
    file = tmp_path / "password"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(WikifaqError, match=match) as caught:
        read_login(file, name="FaqBot", family="meta", code="meta")
    assert "secret" not in str(caught.value)
    assert str(file) in str(caught.value)


def test_no_password_file(tmp_path: Path) -> None:
    with pytest.raises(WikifaqError, match="No such file"):
        read_login(tmp_path / "none", name="FaqBot", family="meta", code="meta")


def test_a_login_does_not_show_its_password() -> None:
    assert "secret" not in repr(Login("FaqBot", "secret"))


@pytest.mark.parametrize("name", ["FaqBot", "faqBot", "FaqBot@suffix", " FaqBot "])
def test_accounts(name: str) -> None:
    assert account(name) == "FaqBot"


CODES = {
    TryLater: "maxlag readonly ratelimited internal_api_error_DBQueryError badtoken",
    EditConflict: "editconflict articleexists missingtitle pagedeleted",
    Refused: "protectedpage blocked abusefilter-disallowed titleblacklist-forbidden contenttoobig",
    WikifaqError: "badmd5 missingparam unknown_action",
    PageError: "invalidtitle",
}


@pytest.mark.parametrize(
    ("expected", "code"), [(kind, code) for kind in CODES for code in CODES[kind].split()]
)
def test_what_complaints_mean(expected: type[WikifaqError], code: str) -> None:
    said = Complaint(code, "Because <b>so</b>.")
    problem = failure(said, host="x.org", doing="save 'A'", writing=True)
    assert type(problem) is expected
    assert "save 'A'" in str(problem)
    assert f"the wiki at x.org says: Because so ({code})" in str(problem)
    reading = failure(said, host="x.org", doing="read")
    assert type(reading) in {TryLater, WikifaqError, PageError, Refused}
    assert (type(reading) is TryLater) == (expected is TryLater)


def test_what_became_of_an_edit() -> None:
    where: dict[str, Any] = {"host": "x.org", "doing": "save 'A'"}
    success = {"result": "Success", "oldrevid": 7, "newrevid": 9}
    assert outcome(success, base=7, **where) == Saved(9)
    assert outcome(success, base=6, **where) == Saved(9, merged=True)
    assert outcome(success | {"oldrevid": 0}, base=None, **where) == Saved(9)
    assert outcome({"result": "Success", "nochange": ""}, base=7, **where) == Saved(None)
    for failed, match in (
        ({"result": "Failure", "captcha": {}}, "CAPTCHA"),
        ({"result": "Failure", "info": "Not <i>that</i>."}, "Not that"),
        ({}, "no reason"),
    ):
        with pytest.raises(Refused, match=match):
            outcome(failed, base=7, **where)


def test_words_are_made_plain() -> None:
    assert plain("'''Warning:''' a &lt;b&gt;\n <p>c  d</p>.") == "Warning: a <b> c d"
    assert len(plain("x" * 10_000)) == 600


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ("action=edit&title=A&text=action%3Dquery", ("edit", "edit")),
        ("action=query&generator=allpages&prop=info%7Cimageinfo", ("query", "query allpages")),
        ("action=query&prop=revisions&meta=userinfo", ("query", "query revisions")),
        ("meta=siteinfo%7Cuserinfo&action=query", ("query", "query siteinfo")),
        ("action=query&meta=userinfo", ("query", "query userinfo")),
        ("", ("", "")),
    ],
)
def test_kinds_of_requests(parameters: str, expected: tuple[str, str]) -> None:
    assert kind_of(parameters) == expected


def test_work_within_a_time() -> None:
    assert within(5, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 // 0)
    started = time.monotonic()
    with pytest.raises(TimeoutError):
        within(0.05, lambda: time.sleep(2))
    assert time.monotonic() - started < 1


class Namespaces(dict[int, SimpleNamespace]):
    def lookup_name(self, name: str) -> SimpleNamespace | None:
        name = name.strip().lower()
        return next((each for each in self.values() if name in each.names), None)


def namespace(number: int, name: str, *others: str, case: str = "first-letter") -> SimpleNamespace:
    names = {name.lower(), *others}
    return SimpleNamespace(id=number, custom_name=name, names=names, case=case)


NAMESPACES = Namespaces(
    {
        0: namespace(0, ""),
        2: namespace(2, "Benutzer", "user"),
        4: namespace(4, "Project", "p", case="case-sensitive"),
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IRC office hours/ ", (0, "IRC office hours/ ", "IRC office hours/ ")),
        ("iRC_office hours", (0, "IRC office hours", "IRC office hours")),
        ("user:foo/", (2, "Foo/", "Benutzer:Foo/")),
        ("Benutzer: foo", (2, "Foo", "Benutzer:Foo")),
        (":P:foo", (4, "foo", "Project:foo")),
        ("Q: and A", (0, "Q: and A", "Q: and A")),
        ("user:", (2, "", "Benutzer:")),
        ("ßx", (0, "ßx", "ßx")),
        ("", (0, "", "")),
    ],
)
def test_titles_as_written(text: str, expected: tuple[int, str, str]) -> None:
    assert as_written(text, NAMESPACES) == expected


@pytest.mark.parametrize("title", ["", " ", "a|b", "a\nb", "[a", "a]", "{a", "<a", "a#b", "a\0"])
def test_what_is_no_title(title: str) -> None:
    with pytest.raises(PageError, match="title of a page"):
        check_title(title)


@pytest.mark.parametrize("title", ["A", "گفت\u200cوگو", "a\u00a0b", "👩\u200d💻", "C++/%", "a:"])
def test_what_is_a_title(title: str) -> None:
    check_title(title)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_texts_as_sent_and_stored_stay_so(text: str) -> None:
    sent = as_sent(text)
    assert as_sent(sent) == sent
    assert not set(sent) & {"\0", "\x0b", "\x1f", "\ufffe"}
    assert as_stored(as_stored(text)) == as_stored(text)


def test_texts() -> None:
    assert as_sent("e\u0301\r\n\x01") == "\xe9\r\n\ufffd"
    assert as_stored(" a\u00a0\u2028 \t\r\n\0\x0b") == " a\u00a0\u2028"
    with pytest.raises(WikifaqError, match="surrogate pair at character 1,"):
        as_sent("a\ud800")
