"""Dates as titles, invitations and signatures write them, in the languages that have words."""

from __future__ import annotations

import time

import pytest

from wikifaq.transcript.dates import conversation_date, dates
from wikifaq.transcript.words import LANGUAGES

ALL = tuple(LANGUAGES.values())

WRITTEN = {
    "2021-04-17": "2021-04-17",
    "2024 07 11": "2024-07-11",
    "2024.07.11": "2024-07-11",
    "2024–07–11": "2024-07-11",
    "19-03-2012": "2012-03-19",
    "19.3.2012": "2012-03-19",
    "2024-03-21 Conversation with somebody": "2024-03-21",
    "December 14 2023": "2023-12-14",
    "December 14, 2023": "2023-12-14",
    "December 14th, 2023": "2023-12-14",
    "(Dec. 14, 2023)": "2023-12-14",
    "'''May 12, 2021'''": "2021-05-12",
    "14 December 2023": "2023-12-14",
    "the 14th of December, 2023": "2023-12-14",
    "14-Dec-2023": "2023-12-14",
    "Sept. 3 2020": "2020-09-03",
    "12:30, 5 May 2021 (UTC)": "2021-05-05",
    "28. November 2023": "2023-11-28",
    "3. März 2021": "2021-03-03",
    "10:15, 3. Mär. 2021 (CET)": "2021-03-03",
    "1. Jänner 2020": "2020-01-01",
    "1er mars 2021": "2021-03-01",
    "14 févr. 2020": "2020-02-14",
    "le 4 août 2019 à 12:00": "2019-08-04",
    "28 de noviembre de 2023": "2023-11-28",
    "28 de noviembre del 2023": "2023-11-28",
    "12:30 3 ene 2021 (UTC)": "2021-01-03",
    "1º marzo 2021": "2021-03-01",
    "12:30, 3 gen 2021 (CET)": "2021-01-03",
    "28 de novembro de 2023": "2023-11-28",
    "12h30min de 3 de fevereiro de 2021": "2021-02-03",
    "3 mrt 2021": "2021-03-03",
    "28 november 2023": "2023-11-28",
    "28 ноября 2023": "2023-11-28",
    "12:30, 28 ноября 2023 г.": "2023-11-28",
    "Встреча 3 мая 2021": "2021-05-03",
    "28 листопада 2023": "2023-11-28",
    "3 травня 2021": "2021-05-03",
    "28 listopada 2023": "2023-11-28",
    "12:30, 3 sty 2021 (CET)": "2021-01-03",
    "2023年11月28日": "2023-11-28",
    "2023年11月28日 (二) 12:30 (UTC)": "2023-11-28",
    "2023 年 1 月 2 日": "2023-01-02",
    "２０２３年１１月２８日": "2023-11-28",
    "28 نوفمبر 2023": "2023-11-28",
    "٢٨ نوفمبر ٢٠٢٣": "2023-11-28",
    "3 كانون الثاني 2021": "2021-01-03",
    "28 नवम्बर 2023": "2023-11-28",
    "२८ नवंबर २०२३": "2023-11-28",
    "3 जन॰ 2021": "2021-01-03",
}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_date_is_read(text: str) -> None:
    assert list(dates(text, ALL)) == [WRITTEN[text]]
    assert list(dates(f"see {text}, or later", ALL)) == [WRITTEN[text]]


@pytest.mark.parametrize("words", ALL, ids=lambda words: words.code)
def test_every_form_of_every_month_is_read(words: object) -> None:
    assert words in ALL
    language = next(each for each in ALL if each == words)
    if not language.spaced:
        return
    for number, forms in enumerate(language.months, 1):
        for form in forms:
            expected = [f"2021-{number:02}-09"]
            assert list(dates(f"9 {form} 2021", [language])) == expected, form
            assert list(dates(f"{form.title()} 9, 2021", [language])) == expected, form


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021-31-02",
        "February 30 2021",
        "30 February 2021",
        "12 people in 2020",
        "1 2 2020",
        "Dismay 12 2020",
        "112021-04-17",
        "May 12 20201",
        "5 auguſt 2020",  # a long s, which a pattern that ignores case takes for an s
        "in May 2020",
        "4 March",
        "9 abril 2021",  # its language is not asked
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert list(dates(text, [LANGUAGES["en"]])) == []


def test_dates_in_figures_come_first_and_the_others_as_they_stand() -> None:
    text = "On 5 May 2021, then on 6 May 2021, not on 2021-05-07."
    assert list(dates(text, ALL)) == ["2021-05-07", "2021-05-05", "2021-05-06"]


def test_a_month_that_two_languages_write_alike_is_read_once() -> None:
    assert list(dates("12 april 2020", ALL)) == ["2020-04-12"]


def test_the_titles_date_wins_and_the_disagreement_is_told() -> None:
    assert conversation_date("Hour/2021-05-05", "on 5 May 2021", ALL) == ("2021-05-05", None)
    date, warning = conversation_date("Hour/2021-05-05", "am 6. Mai 2021", ALL)
    assert date == "2021-05-05"
    assert warning is not None
    assert "2021-05-06" in warning
    assert conversation_date("Hour", "am 6. Mai 2021", ALL) == ("2021-05-06", None)
    assert conversation_date("Hour", "soon", ALL) == (None, None)


@pytest.mark.parametrize(
    "piece",
    ["1 ", "1 of ", "1 mm mm ", "20", "2020 ", "x 1 2020 ", "1. ", "may 1 ", "1" + " " * 99],
)
def test_reading_takes_time_that_grows_with_the_text(piece: str) -> None:
    text = piece * (300_000 // len(piece)) + " 2020"
    started = time.process_time()
    list(dates(text, ALL))
    assert time.process_time() - started < 5
