"""A signature is told by its structure, in every language, and no sentence is taken for one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.transcript.signature import looks, signature, signatures
from wikifaq.transcript.timestamp import cut_timestamp
from wikifaq.transcript.words import LANGUAGES

ALL = tuple(LANGUAGES.values())
STAMP = "09:41, 7 March 2022 (UTC)"
# Words, links as MediaWiki's message "signature" makes them, and its time, in each language.
SIGNED = {
    "en": ("That works for me.", "[[User:Zoe|Zoe]] ([[User talk:Zoe|talk]])", "09:41, 7 March 2022 (UTC)"),
    "de": ("Das geht.", "--[[Benutzer:Zoe|Zoe]] ([[Benutzer Diskussion:Zoe|Diskussion]])", "09:41, 7. Mär. 2022 (CET)"),
    "fr": ("Cela me va.", "[[Utilisatrice:Zoe|Zoe]] ([[Discussion utilisatrice:Zoe|discuter]])", "7 mars 2022 à 09:41 (CET)"),
    "es": ("Me parece bien.", "[[Usuaria:Zoe|Zoe]] ([[Usuaria discusión:Zoe|discusión]])", "09:41 7 mar 2022 (UTC)"),
    "it": ("Va bene.", "--[[Utente:Zoe|Zoe]] ([[Discussioni utente:Zoe|msg]])", "09:41, 7 mar 2022 (CET)"),
    "pt": ("Por mim, sim.", "[[Usuária:Zoe|Zoe]] ([[Usuária Discussão:Zoe|discussão]])", "09h41min de 7 de março de 2022 (UTC)"),
    "nl": ("Dat kan.", "[[Gebruiker:Zoe|Zoe]] ([[Overleg gebruiker:Zoe|overleg]])", "7 mrt 2022 09:41 (CET)"),
    "ru": ("Можно и так.", "[[Участница:Zoe|Zoe]] ([[Обсуждение участницы:Zoe|обс.]])", "09:41, 7 марта 2022 (UTC)"),
    "uk": ("Можна і так.", "[[Користувачка:Zoe|Zoe]] ([[Обговорення користувачки:Zoe|обговорення]])", "09:41, 7 березня 2022 (UTC)"),
    "zh": ("可以。", "--[[用户:Zoe|Zoe]]（[[用户讨论:Zoe|留言]]）", "2022年3月7日 (一) 09:41 (UTC)"),
    "ja": ("それでいいです。", "--[[利用者:Zoe|Zoe]]（[[利用者‐会話:Zoe|会話]]）", "2022年3月7日 (月) 09:41 (UTC)"),
    "ar": ("هذا مناسب.", "[[مستخدمة:Zoe|Zoe]] ([[نقاش المستخدمة:Zoe|نقاش]])", "09:41، 7 مارس 2022 (ت ع م)"),
    "hi": ("यह ठीक है।", "[[सदस्य:Zoe|Zoe]] ([[सदस्य वार्ता:Zoe|वार्ता]])", "०९:४१, ७ मार्च २०२२ (UTC)"),
    "pl": ("Może być.", "[[Użytkowniczka:Zoe|Zoe]] ([[Dyskusja użytkowniczki:Zoe|dyskusja]])", "09:41, 7 mar 2022 (CET)"),
}  # fmt: skip


def read(paragraph: str) -> tuple[str | None, str | None, str] | None:
    """Author, time and the words that stay."""
    found = signature(paragraph, ALL)
    return found and (found.author, found.timestamp, paragraph[: found.start])


def test_every_language_is_tried() -> None:
    assert set(SIGNED) == set(LANGUAGES)


@pytest.mark.parametrize("code", SIGNED)
def test_each_language_signs_in_its_own_way(code: str) -> None:
    words, links, written = SIGNED[code]
    assert read(f"{words} {links} {written}") == ("Zoe", written, words)
    assert read(f"{words}\n{links} {written}") == ("Zoe", written, words)
    assert signature(f"{words} {links} {written}", (LANGUAGES[code],)) is not None


@pytest.mark.parametrize("code", SIGNED)
@pytest.mark.parametrize("written", [written for _, _, written in SIGNED.values()])
def test_times_and_namespaces_of_all_languages_go_together(code: str, written: str) -> None:
    words, links, _ = SIGNED[code]
    assert read(f"{words} {links} {written}") == ("Zoe", written, words)


@pytest.mark.parametrize("code", SIGNED)
def test_each_language_signs_without_a_time(code: str) -> None:
    words, links, _ = SIGNED[code]
    assert read(f"{words} {links}") == ("Zoe", None, words)


@pytest.mark.parametrize("code", SIGNED)
def test_each_language_signs_with_a_time_alone(code: str) -> None:
    words, _, written = SIGNED[code]
    assert read(f"{words} {written}") == (None, written, words)
    assert read(f"{words} – {written}") == (None, written, words)


@pytest.mark.parametrize(
    "written",
    [
        "09:41, March 7, 2022 (UTC)",
        "09:41, 2022 March 7 (UTC)",
        "2022-03-07T09:41:22 (UTC)",
        "7 mars 2022 kl. 09.41 (CET)",
        "9:41, 7 March 2022 (+03)",
        "09:41, 7 March 2022 (UTC+1)",
        "09:41,\u200e 7 March 2022 (UTC)",
        "09:41,&nbsp;7&nbsp;March 2022 (UTC)",
        "2022년 3월 7일 (월) 09:41 (KST)",
    ],
)
def test_times_in_other_formats(written: str) -> None:
    assert read(f"Fine. --[[User:Zoe|Zoe]] {written}") == ("Zoe", written, "Fine.")


@pytest.mark.parametrize(
    ("signed", "author"),
    [
        ("[[User:Tall_Tree|Tall Tree]]", "Tall Tree"),
        ("[[user:tall tree]]", "tall tree"),
        ("[[:User:Tree|Tree]]", "Tree"),
        ("[[m:User:Tree|Tree]]", "Tree"),
        ("[[:w:de:Benutzer:Tree|Tree]]", "Tree"),
        ("[[User:Tree#top|Tree]]", "Tree"),
        ("[[User:Caf%C3%A9|Café]]", "Café"),
        ("[[User:Tree (WMF)|Tree (WMF)]]", "Tree (WMF)"),
        ("[[User talk:Tree|talk to me]]", "Tree"),
        ("[[Special:Contributions/192.0.2.44|192.0.2.44]]", "192.0.2.44"),
        ("[[Special:Contributions/2001:DB8::5|2001:DB8::5]] ([[User talk:2001:DB8::5|talk]])", "2001:DB8::5"),
        ("[[Spezial:Beiträge/192.0.2.44|192.0.2.44]]", "192.0.2.44"),
        ('<span style="color:teal">[[User:Tree|<b>Tr</b>ee]]</span>', "Tree"),
        ("<small><font color=red>[[User:Tree|Tree]]</font></small>", "Tree"),
        ("[[User:Tree|Tree]]<sup>[[User talk:Tree|†]]</sup>", "Tree"),
        ("'''[[User:Tree|Tree]]'''", "Tree"),
        ("''[[User:Tree|Tree]] <small>([[User talk:Tree|t]] • [[Special:Contributions/Tree|c]])</small>''", "Tree"),
        ("[[User:Tree|Tree]] ([[User talk:Tree|talk]]) <small>(please ping me when you reply)</small>", "Tree"),
        ('<b style="color:navy">Old [[User:Tree|Tree]]</b>', "Tree"),
        ("[[User:Tree|Tree]] at work,", "Tree"),
        ("[[User:Tree|[Tree]]]", "Tree"),
        ("{{User:Tree/signature}}", "Tree"),
        ("[[User:Tree/sig|Tree]]", "Tree"),
        ("[[User:Tree|Tree]]&nbsp;[[Wikipedia:Help desk|helps]]", "Tree"),
        ("--&nbsp;[[User:Tree|Tree]]", "Tree"),
        ("~~ [[User:Tree|Tree]]", "Tree"),
        ("<br />—[[User:Tree|Tree]]", "Tree"),
        ("[[Felhasználó:Tree|Tree]] ([[Felhasználó vita:Tree|vita]])", "Tree"),
    ],
)  # fmt: skip
def test_custom_signatures(signed: str, author: str) -> None:
    assert read(f"I like '''it'''. {signed} {STAMP}") == (author, STAMP, "I like '''it'''.")


@pytest.mark.parametrize(
    "after",
    [
        "</small>",
        "</span></b>",
        " [reply]",
        " [antworten]",
        "{{pb}}",
        ".",
        "<br>",
        "''",
        " \n",
        ")",
    ],
)
def test_residue_after_the_time(after: str) -> None:
    assert read(f"Yes. [[User:Zoe|Zoe]] {STAMP}{after}") == ("Zoe", STAMP, "Yes.")


def test_a_time_that_links_to_the_edit() -> None:
    for linked in (f"[[Special:Diff/71|{STAMP}]]", f"[https://wiki.example/?diff=71 {STAMP}]"):
        assert read(f"Yes. [[User:Zoe|Zoe]] {linked}") == ("Zoe", STAMP, "Yes.")


def test_name_and_time_on_lines_of_their_own() -> None:
    assert read(f"Yes.\n--[[User:Zoe|Zoe]]\n{STAMP}") == ("Zoe", STAMP, "Yes.")


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        (f"{{{{unsigned|Zoe|{STAMP}}}}}", ("Zoe", STAMP)),
        (f"{{{{Unsigned2|{STAMP}|Zoe}}}}", ("Zoe", STAMP)),
        ("{{unsigned|1=Zoe|2=09:41, 7 March 2022}}", ("Zoe", "09:41, 7 March 2022")),
        ("{{unsigned|Zoe|7 March 2022}}", ("Zoe", "7 March 2022")),
        ("{{unsignedIP|192.0.2.44}}", ("192.0.2.44", None)),
        ("{{unsigned|2001:db8::5|" + STAMP + "}}", ("2001:db8::5", STAMP)),
        ("{{nicht signiert|Zoe|09:41, 7. Mär. 2022 (CET)}}", ("Zoe", "09:41, 7. Mär. 2022 (CET)")),
        ("{{non signé|Zoe|7 mars 2022 à 09:41 (CET)}}", ("Zoe", "7 mars 2022 à 09:41 (CET)")),
        ("{{未署名|Zoe|2022年3月7日 (月) 09:41 (UTC)}}", ("Zoe", "2022年3月7日 (月) 09:41 (UTC)")),
        ("{{some other name|09:41, 7 mar 2022|Zoe}}", ("Zoe", "09:41, 7 mar 2022")),
        ("{{some other name|09:41, 7 mar 2022\u200e Zoe}}", ("Zoe", "09:41, 7 mar 2022")),
    ],
)  # fmt: skip
def test_templates_that_sign_for_somebody(signed: str, expected: tuple[str, str | None]) -> None:
    assert read(f"So be it. {signed}") == (*expected, "So be it.")


@pytest.mark.parametrize(
    "note",
    [
        "<small>—&nbsp;Preceding [[Help:Sign|unsigned]] comment added by {}</small>",
        '<small class="autosigned">— Preceding unsigned comment added by {}</small>',
        "—Preceding unsigned comment added by {}",
        "(nicht signierter Beitrag von {})",
        "<small>(''le message qui précède, non signé, est de'' {})</small>",
        "\nThe preceding unsigned comment was added by {}.",
    ],
)
def test_notes_that_say_who_wrote(note: str) -> None:
    links = "[[User:Zoe|Zoe]] ([[User talk:Zoe#top|talk]] • [[Special:Contributions/Zoe|contribs]])"
    assert read("So be it. " + note.format(f"{links} {STAMP}")) == ("Zoe", STAMP, "So be it.")


@pytest.mark.parametrize(
    "words",
    [
        "Yes. (But not now",
        "<small>(non-admin closure)",
        "<small>[[Help:A]] says so",
        "So it's unsigned",
    ],
)
def test_words_of_ones_own_are_no_note(words: str) -> None:
    found = signature(f"{words} [[User:Zoe|Zoe]] ([[User talk:Zoe|talk]]) {STAMP})</small>", ALL)
    assert found is not None
    assert found.start == len(words)


def test_a_note_without_a_zone() -> None:
    links = "[[User:Zoe|Zoe]] ([[User talk:Zoe|talk]])"
    note = f"<small>—Preceding unsigned comment added by {links} 09:41, 7 March 2022</small>"
    found = signature(f"So be it. {note}", ALL)
    assert found is not None
    assert found[:2] == ("Zoe", "09:41, 7 March 2022")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (f"Good. Zoe (talk) {STAMP}", ("Zoe", STAMP, "Good.")),
        (f"Good. -- Tall Tree {STAMP}", ("Tall Tree", STAMP, "Good.")),
        (f"Good. — 192.0.2.44 {STAMP}", ("192.0.2.44", STAMP, "Good.")),
        (f"好。小明（留言） {SIGNED['zh'][2]}", ("小明", SIGNED["zh"][2], "好。")),
        (f"Good. {STAMP}", (None, STAMP, "Good.")),
        (f"Good\n{STAMP}", (None, STAMP, "Good")),
    ],
)
def test_a_time_without_a_link(paragraph: str, expected: tuple[str | None, str, str]) -> None:
    assert read(paragraph) == expected


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("Good --[[User:Zoe|Zoe]]", "Good"),
        ("Good. – [[User:Zoe|Zoe]]", "Good."),
        ("Good [[User:Zoe|Zoe]] ([[User talk:Zoe|talk]])", "Good"),
        ("Good\n[[User:Zoe|Zoe]]", "Good"),
        ("Best,\n— ''[[User:Zoe|Zoe]]''", "Best,"),
    ],
)
def test_a_link_without_a_time(paragraph: str, words: str) -> None:
    assert read(paragraph) == ("Zoe", None, words)


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "Ask [[User:Zoe|Zoe]] about it.",
        "You may ask [[User:Zoe|Zoe]]",
        "You may ask [[User:Zoe|Zoe]] ([[User talk:Zoe|talk]]).",
        "I wrote to [[User:Zoe|Zoe]] and [[User:Tree|Tree]]",
        "'''Author''' – [[User:Zoe|Zoe]]",
        "* [[User:Zoe|Zoe]]",
        "[[User:Zoe|Zoe]]",
        "See [[User:Zoe/drafts|her drafts]]",
        "We meet at 15:00 UTC",
        "We meet at 15:00 (UTC)",
        f"We meet at {STAMP}",
        f"The poll closes: {STAMP}",
        f"As [[User:Zoe|Zoe]] said on {STAMP}",
        f"[[User:Zoe|Zoe]] ([[User talk:Zoe|talk]]) and I shall talk about that at {STAMP}",
        f"I asked [[User:Zoe|Zoe]]. She is away until {STAMP}",
        f"Good. [[User:Zoe|Zoe]] {STAMP} and there is more",
        "Good. [[User:Zoe|Zoe]] on 7 March 2022",
        "It was 7 March 2022",
        "It was 7 March 2022 (UTC)",
        "I was there at 09:41 in room 2022 (NYC)",
        "See the notes of 09:41, 7 March 2022 (below)",
        f"{{{{quote|Good. [[User:Zoe|Zoe]] {STAMP}}}}}",
        "{{ping|Zoe}}",
        "{{convert|09:41|7 March 2022}}",
        "(see [[Help:Foo]])",
    ],
)
def test_what_is_no_signature(paragraph: str) -> None:
    assert read(paragraph) is None


def test_signatures_anywhere_in_a_text() -> None:
    text = f"One. [[User:Zoe|Zoe]] {STAMP} Two. [[User:Tree|Tree]] {STAMP}\nAsk [[User:Ann|Ann]]."
    found = signatures(text, 0, len(text), looks(ALL))
    assert [each.author for each in found] == ["Zoe", "Tree"]
    assert [text[each.start : each.end].strip()[:12] for each in found] == [
        "[[User:Zoe|Z",
        "[[User:Tree|",
    ]


def test_no_language_at_all() -> None:
    assert signature(f"Good. [[User:Zoe|Zoe]] {STAMP}", ()) is not None
    assert signature("Good. {{unsigned|Zoe}}", ()) is None


def test_a_timestamp_is_cut_off() -> None:
    assert cut_timestamp(f"{STAMP} Zoe", date_alone=False) == (STAMP, "Zoe")
    assert cut_timestamp("7 March 2022", date_alone=True) == ("7 March 2022", "")
    assert cut_timestamp("7 March 2022", date_alone=False) == ("", "7 March 2022")
    assert cut_timestamp("Zoe 2022", date_alone=True) == ("", "Zoe 2022")


PIECES = st.sampled_from([
    "Good. ", "word ", "[[User:Zoe|Zoe]]", "[[User talk:Zoe|talk]]", "[[User:", "[[", "]]", " (", ")", STAMP, "09:41, ",
    "7 March 2022 ", "(UTC)", "--", "—", "<small>", "</small>", "\n", "<br>", "{{unsigned|Zoe}}", "{{", "}}", "|", "''",
    "&nbsp;", "<span style='x'>", "unsigned ", "[[Special:Contributions/192.0.2.4|x]]", "。", "नमस्ते ", "2022年3月7日 ",
])  # fmt: skip


@tries(300)
@given(st.lists(PIECES | st.text(max_size=3), max_size=25).map("".join))
def test_signatures_are_in_order_and_within_the_text(text: str) -> None:
    found = signatures(text, 0, len(text), looks(ALL))
    at = 0
    for each in found:
        assert at <= each.start < each.end <= len(text)
        at = each.end
    whole = signature(text, ALL)
    if whole:
        assert 0 <= whole.start < len(text)
        assert whole.author is None or whole.author == whole.author.strip()


@tries(100)
@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(sorted(SIGNED)))
def test_what_is_signed_in_full_is_signed(words: str, code: str) -> None:
    _, links, written = SIGNED[code]
    found = signature(f"{words}. Good. {links} {written}", ALL)
    assert found is not None
    assert found.timestamp == written
    assert found.author == "Zoe"


@pytest.mark.parametrize(
    "piece",
    ["[[User:", "[[User:a|", "[[User:a]] ", "(UTC) ", f" {STAMP}", f"x {STAMP} y", "{{unsigned|", "<small>", "— unsigned ", "(", "[[a:b|c]] ", " ", "1", "a"],
)  # fmt: skip
def test_time_grows_with_the_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    signatures(text, 0, len(text), looks(ALL))
    assert time.process_time() - start < 2
