"""Nobody who only asks is named in what is made of a page, and nothing else is lost of it."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import pytest
from conversation import LANGUAGES, Conversation, Question, load
from faqs import BOT, TEMPLATES, TITLE, TOPICS
from hypothesis import given
from hypothesis import strategies as st
from layouts import LAYOUTS, suited
from tries import tries

from wikifaq.consolidate.recurrence import ByWords
from wikifaq.model import Page, Transcript
from wikifaq.page.harmless import paragraph
from wikifaq.page.permalink import Links
from wikifaq.publish.plan import Build, Place, plan
from wikifaq.publish.plan_html import to_html
from wikifaq.publish.plan_json import to_json
from wikifaq.transcript import read
from wikifaq.transcript.anonymous import who_only_ask, without_askers
from wikifaq.transcript.inline import plain
from wikifaq.wiki.protocol import Revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MORE = "* Question: May I ask?\n** Maren: You may mark the cup; no grant is paid.\n"
HOUR = "Hour 2024-05-06"


def page(text: str, title: str = HOUR) -> Transcript:
    return read(Page(title, text, 7, 9))


def anonymous(text: str, title: str = HOUR) -> Transcript:
    return without_askers(page(text, title))


def answered(answer: str, *, asker: str = "Quillfern", more: str = "") -> Transcript:
    """A page with this answer to the question of an asker."""
    return anonymous(
        f"* Question from {asker}: Is the tea hot?\n** Maren: {answer}\n"
        f"* Question: When does the house open?\n** Maren: At nine, if the staff are there.\n{more}"
    )


def said(found: Transcript) -> str:
    return found.entries[0].answer[0].text


def shown(found: Transcript) -> str:
    """The first answer's paragraphs as the page of the FAQ shows them."""
    return "\n\n".join(plain(paragraph(each)) for each in found.entries[0].answer[0].paragraphs)


# What is left out, and what stands.


def test_a_transcript_without_askers_is_returned_as_it_is() -> None:
    found = page("* Is the tea hot?\n** Maren: Yes, Quillfern.\n* Who pours?\n** I do.\n")
    assert found.entries
    assert without_askers(found) is found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thank you, Quillfern!", "Thank you, […]!"),
        ("Yes, as Quillfern says.", "Yes, as […] says."),
        ("Quillfern's question is a good one.", "[…]'s question is a good one."),
        ("Quillfern’s question is a good one.", "[…]’s question is a good one."),
        ("Ask quillfern or QUILLFERN again.", "Ask […] or […] again."),
        ("Yes, @Quillfern, it is.", "Yes, […], it is."),
        ("I like Quillferns cup.", "I like […]s cup."),
        ("Thanks, '''Quillfern'''.", "Thanks, […]."),
        ("Yes (Quillfern knows).", "Yes ([…] knows)."),
        ("Quillferniana is a plant.", "Quillferniana is a plant."),
        ("A tequillfern is none.", "A tequillfern is none."),
        ("Yes, [[User:Quillfern|Q.]], it is.", "Yes, […], it is."),
        ("Yes, [[user talk:quillfern#Tea|there]].", "Yes, […]."),
        ("Yes, [[:de:Benutzerin Diskussion:Quillfern]].", "Yes, […]."),
        ("Yes, [[Special:Contributions/Quillfern|see]].", "Yes, […]."),
        ("Yes, [[Spezial:Beiträge/Quillfern|see]].", "Yes, […]."),
        ("Yes, [[Brukar:Quillfern|see]].", "Yes, […]."),
        ("Yes, [[User:Quillfern/Tea|see]].", "Yes, […]."),
        ("Yes, [[User:Quillfern|Q.]] ([[User talk:Quillfern|talk]]).", "Yes, […]."),
        ("Yes, {{u|Quillfern}}.", "Yes, […]."),
        ("Yes, {{u|Quillfern|Q.}}.", "Yes, […]."),
        ("{{ping|Quillfern}} Yes.", "[…] Yes."),
        ("{{reply to|1=Quillfern}} Yes.", "[…] Yes."),
        ("{{Notifier|User:Quillfern}} Yes.", "[…] Yes."),
        ("Yes, see [https://example.org/wiki/User:Quillfern this page].", "Yes, see this page."),
        ("Yes, see https://example.org/wiki/User:Quillfern.", "Yes, see […]."),
        ("Yes, see https://example.org/?page=Quill%66ern.", "Yes, see […]."),
        ("Yes, {{Quillfern's box|tea}}.", "Yes, […]."),
        ("Yes, see [[Tea/Quillfern's list|the list]].", "Yes, see the list."),
        ("See [[Tea|what Quillfern wrote]] again.", "See what […] wrote again."),
        ("See [https://example.org what Quillfern wrote].", "See what […] wrote."),
        ("See [[User:Ines|Ines]] and {{u|Ines}}.", None),
        ("Yes, in May, I will.", "Yes, in May, I will."),
    ],
)
def test_an_asker_s_name_is_left_out_in_every_form(text: str, told: str | None) -> None:
    found = answered(text)
    told = plain(text) if told is None else told
    assert said(found) == shown(found) == told


@pytest.mark.parametrize(
    ("asker", "text", "told"),
    [
        ("Brixia Malquist", "Thank you, Brixia!", "Thank you, […]!"),
        ("Brixia Malquist", "Malquist asked this, and Brixia Malquist again.", "[…] asked this, and […] again."),
        ("Brixia Malquist", "See Brixia_Malquist and Brixia&nbsp;Malquist.", "See […] and […]."),
        ("Brixia Malquist", "The brixia grows here.", "The brixia grows here."),
        ("Brixia Malquist", "Brixia's cup and Brixias hat.", "[…]'s cup and Brixias hat."),
        ("Brixia Maren", "Thank you, Brixia! Maren pours.", "Thank you, […]! Maren pours."),
        ("Old Harbour", "The old harbour and Old Harbour.", "The […] and […]."),
        ("Tea WMF", "The WMF pays. Thanks, Tea WMF!", "The WMF pays. Thanks, […]!"),
    ],
)  # fmt: skip
def test_parts_of_a_name_are_left_out_unless_they_are_more(
    asker: str, text: str, told: str
) -> None:
    found = answered(text, asker=asker)
    assert found.entries[0].asker is None
    assert shown(found) == said(found) == told


@pytest.mark.parametrize(
    ("asker", "text"),
    [
        ("Will", "I will. Will you come? The Will is there."),
        ("May", "In May, and in April, May and June. May I add that May is warm."),
        ("May", "May, June and July are warm; we close in April, May."),
        ("Mark", "Mark the cup with a mark. Mark my words."),
        ("Grant", "A grant is small. Grant money is paid late."),
        ("Will May", "In May I will. May it be so."),
        ("Old Harbour", "Old cups are in the harbour house, Harbour Street, an old one."),
        ("Ana", "The Anatomy of tea. Banana tea."),
    ],
)
def test_ordinary_words_stand_though_they_are_names(asker: str, text: str) -> None:
    assert said(answered(text, asker=asker, more=MORE)) == text


@pytest.mark.parametrize(
    ("asker", "text", "told"),
    [
        ("Will", "Thank you, Will! I will.", "Thank you, […]! I will."),
        ("Will", "Thanks Will for asking. I will.", "Thanks […] for asking. I will."),
        ("Will", "Hi Will, I will.", "Hi […], I will."),
        ("Will", "Will, I will.", "[…], I will."),
        ("Will", "I will, Will.", "I will, […]."),
        ("Will", "As you say, Will, I will.", "As you say, […], I will."),
        ("Will", "{{u|Will}} I will.", "[…] I will."),
        ("Will", "I will, [[User:Will|W.]] I will.", "I will, […] I will."),
        ("May", "Hi May, in May.", "Hi […], in May."),
        ("May", "@May in May, May.", None),
        ("Mark Malquist", "I mark it, Mark.", "I mark it, […]."),
        ("Mark Malquist", "Mark my words, Mark Malquist.", None),
    ],
)
def test_ordinary_words_are_left_out_where_somebody_is_spoken_to(
    asker: str, text: str, told: str | None
) -> None:
    found = answered(text, asker=asker, more=MORE)
    assert shown(found) == said(found)
    if told:
        assert said(found) == told
    else:
        assert said(found).count("[…]") == 1


@pytest.mark.parametrize(
    ("asker", "text", "told"),
    [
        ("雲井翠", "雲井翠さん、ありがとう。", "[…]さん、ありがとう。"),
        ("カモメ", "カモメさん、カモメールは別です。", "[…]さん、カモメールは別です。"),
        ("Зоряна", "Спасибо, Зоряне! Зоряной сказано.", "Спасибо, […]! […] сказано."),
        ("सुमित", "धन्यवाद, सुमित! सुमिता", "धन्यवाद, […]! सुमिता"),
        ("سلوان", "شكرا سلوان!", "شكرا […]!"),
        ("Zorvath", "Zorvathさん、ありがとう。", "[…]さん、ありがとう。"),
    ],
)
def test_names_are_found_in_scripts_of_all_kinds(asker: str, text: str, told: str) -> None:
    found = page(
        f"* Is the tea hot?\n** {text} Что это и как это не было бы, и он на них.\n* Who?\n** I.\n"
    )
    entries = tuple(replace(each, asker=asker) for each in found.entries)
    made = without_askers(replace(found, entries=entries))
    assert said(made).startswith(told)


def test_of_several_people_whom_a_template_calls_only_the_asker_is_left_out() -> None:
    assert said(answered("Yes, {{ping|Quillfern|Ines}} it is.")) == "Yes, @[…], Ines: it is."
    assert said(answered("I will, {{yo|Ines|Will}} I.", asker="Will")) == "I will, @[…], Ines: I."


def test_a_part_stands_that_is_the_host_s_or_an_answerer_s_name_too() -> None:
    text = (
        "Led by Brixia Osei, of the tea house.\n\n"
        "* Question from Brixia Malquist: Is the tea hot?\n** Maren: Brixia knows.\n"
        "* Question from Zorvath Lee: Who pours?\n** Zorvath Lee Ines (chef): I.\n"
        "* Question: Who drinks?\n** Zorvath Lee Ines (chef): I. Zorvath Lee Ines, not Zorvath Lee.\n"
    )
    found = anonymous(text)
    assert found.host == "Brixia Osei"
    assert [turn[3] for turn in turns(found)] == [
        "Brixia knows.", "I.", "I. Zorvath Lee Ines, not […].",
    ]  # fmt: skip


def test_a_word_of_the_page_s_title_is_no_part_of_a_name() -> None:
    text = "* Question from Old Harbour: Is it hot?\n** Maren: Harbour rules.\n* Who?\n** I.\n"
    assert said(anonymous(text, "Harbour hour 2024-05-06")) == "Harbour rules."
    assert said(anonymous(text)) == "[…] rules."


def renamed(text: str, asker: str, answerer: str = "Maren") -> str:
    """What is said in an answer to this asker, whatever the script."""
    found = page(f"* Is the tea hot?\n** Maren: {text}\n* Who pours?\n** Maren: I do.\n")
    entries = tuple(
        replace(each, asker=asker, answer=tuple(replace(t, speaker=answerer) for t in each.answer))
        for each in found.entries
    )
    other = replace(entries[1], asker=None)
    return said(without_askers(replace(found, entries=(entries[0], other))))


def test_a_part_in_a_script_without_capitals_is_one_where_somebody_is_spoken_to() -> None:
    assert renamed("خوري هنا", "سلوان خوري") == "خوري هنا"
    assert renamed("شكرا سلوان!", "سلوان خوري") == "شكرا […]!"


def test_an_answerer_s_name_is_no_other_form_of_an_asker_s() -> None:
    text = "Зорян скажет, и Зоряне скажут, что и как это было бы на них и у них."
    told = renamed(text, "Зоряна", "Зорян Кравець")
    assert told.startswith("Зорян скажет, и […] скажут")


# Who asks and who answers.

FOLLOWED = """* Question from Brixia Malquist: Is the tea hot?
** Maren: Yes.
** Brixia (a guest): And the milk?
** Maren: No.
* Question from Zorvath: When does the house open?
** Ines: At nine.
** Zorvath: And who pours?
** Maren: I do.
* Question from Ines: Who mends the roof?
** Maren: Bo, Ines says.
"""


def turns(found: Transcript) -> list[tuple[str | None, str | None, bool, str]]:
    return [(t.speaker, t.role, t.audience, t.text) for e in found.entries for t in e.answer]


def test_who_asks_speaks_in_answers_as_one_of_the_audience() -> None:
    assert turns(anonymous(FOLLOWED)) == [
        ("Maren", None, False, "Yes."),
        (None, None, True, "And the milk?"),
        ("Maren", None, False, "No."),
        ("Ines", None, False, "At nine."),
        (None, None, True, "And who pours?"),
        ("Maren", None, False, "I do."),
        ("Maren", None, False, "Bo, Ines says."),
    ]


def test_who_answers_others_is_named_though_he_asks_but_not_as_the_asker() -> None:
    found = anonymous(FOLLOWED)
    assert page(FOLLOWED).entries[2].asker == "Ines"
    assert [entry.asker for entry in found.entries] == [None, None, None]
    assert "Ines" in repr(found)


def test_the_host_is_named_though_he_asks() -> None:
    text = (
        f"Led by Zorvath Brix, of the tea house.\n\n{FOLLOWED.replace('Zorvath', 'Zorvath Brix')}"
    )
    found = anonymous(text)
    assert found.host == "Zorvath Brix"
    assert ("Zorvath Brix", None, False, "And who pours?") in turns(found)


def test_a_follow_up_s_asker_is_audience_under_the_question_it_follows_only_afterwards() -> None:
    text = (
        "* Question from Zorvath: Is the tea hot?\n** Maren: Yes.\n"
        "* Question from Quillfern: Follow-up question: Is the milk?\n** Zorvath: Really?\n** Maren: No.\n"
    )
    assert page(text).entries[1].follows
    assert [turn[:3] for turn in turns(anonymous(text))] == [
        ("Maren", None, False), (None, None, True), ("Maren", None, False),
    ]  # fmt: skip
    other = text.replace("Follow-up question: ", "").replace("Really?", "It is.")
    assert "Zorvath" in {turn[0] for turn in turns(anonymous(other))}


# Beside questions and answers.

TALK = """== {heading} ==
Is the tea hot? [[User:{name}|Q.]] ([[User talk:{name}|talk]]) 17:12, 14 May 2025 (UTC)
: Yes. [[User:Maren|Maren]] ([[User talk:Maren|talk]]) 17:13, 14 May 2025 (UTC)
:: Thanks! [[User:{name}|Q.]] ([[User talk:{name}|talk]]) 17:14, 14 May 2025 (UTC)

== Milk ==
Is the milk hot? [[User:Ines|Ines]] ([[User talk:Ines|talk]]) 17:12, 14 May 2025 (UTC)
: {{{{ping|Ines}}}} No. [[User:Maren|Maren]] ([[User talk:Maren|talk]]) 17:13, 14 May 2025 (UTC)
"""


def test_a_heading_loses_its_name_and_the_anchor_goes() -> None:
    first, second = anonymous(
        TALK.format(heading="Zorvath's tea", name="Zorvath"), "Talk:Tea"
    ).entries
    assert (first.section, first.anchor) == ("[…]'s tea", None)
    assert (second.section, second.anchor) == ("Milk", "Milk")
    twice = anonymous(TALK.format(heading="Tea of Zorvath Zorvath", name="Zorvath"), "Talk:Tea")
    assert twice.entries[0].section == "Tea of […]"
    repeated = TALK.format(heading="Zorvath", name="Zorvath") + TALK.format(
        heading="Zorvath", name="Zorvath"
    )
    assert "orvath" not in repr(anonymous(repeated, "Talk:Tea"))


def test_a_question_in_a_heading_loses_its_name_in_the_anchor_too() -> None:
    found = page(
        "== Tea of Zorvath ==\n=== Is the tea of Zorvath hot? ===\nYes.\n\n=== Is milk? ===\nNo.\n"
    )
    entries = tuple(replace(each, asker="Zorvath") for each in found.entries)
    made = without_askers(replace(found, entries=entries))
    assert [each.anchor for each in made.entries] == [None, "Is_milk?"]
    assert "orvath" not in repr(made)


def test_an_addressee_who_asks_is_left_out_and_another_stands() -> None:
    text = (
        "* Question from Zorvath: Is the tea hot?\n** Maren: Yes.\n"
        "* For Maren - who pours?\n** Maren: I do.\n* For Zorvath - who drinks?\n** Maren: He does.\n"
    )
    assert [each.addressee for each in page(text).entries] == [None, "Maren", "Zorvath"]
    found = anonymous(text)
    assert [each.addressee for each in found.entries] == [None, "Maren", None]
    assert "orvath" not in repr(found)


def test_warnings_lose_names_even_where_these_are_cut() -> None:
    asked = "Is the tea that all of us would like to drink now {}of Zorvath?"
    for blanks in range(12):
        text = (
            f"* Question from Zorvath: {asked.format('x' * blanks + ' ')}\n"
            "* Question: Is the milk hot?\n** Maren: No.\n"
        )
        assert any("Is the tea" in each for each in page(text).warnings)
        assert not re.search("Zor?v?", repr(anonymous(text).warnings))


def test_the_asker_s_label_is_left_out_of_the_wikitext_though_it_is_a_month() -> None:
    text = (
        "* May: Thank you for the tea. Who pours in May?\n** Maren: I do.\n** May: And in June?\n"
        "** Maren: I do.\n* Is the milk hot?\n** Maren: No.\n"
    )
    assert page(text).entries[0].asker == "May"
    entry = anonymous(text).entries[0]
    assert entry.wikitext.endswith("Thank you for the tea. Who pours in May?")
    assert "May:" not in repr(entry)
    assert entry.answer[1].audience


def test_the_name_that_a_link_shows_is_left_out_everywhere() -> None:
    found = answered(
        "[[User:Quillfern|Rosalba]] asked. Thank you, Rosalba. [[User talk:Quillfern|Talk]]."
    )
    assert said(found) == shown(found) == "[…] asked. Thank you, […]. […]."


def test_a_second_time_changes_nothing() -> None:
    for text in (FOLLOWED, TALK.format(heading="Zorvath's tea", name="Zorvath")):
        found = anonymous(text)
        assert without_askers(found) is found


def test_marks_in_links_and_bold_letters_show_as_marks() -> None:
    found = answered(
        "[[Tea|Thanks Quillfern]] '''Quillfern''' [https://example.org for Quillfern]."
    )
    assert shown(found) == "Thanks […] […] for […]."
    assert said(found) == "Thanks […] for […]."
    assert "[[Tea|" in paragraph(found.entries[0].answer[0].paragraphs[0])


def test_marks_never_stand_in_a_row() -> None:
    found = answered("Thanks Quillfern Quillfern (Quillfern), Quillfern!")
    assert said(found) == shown(found) == "Thanks […], […]!"


# Names planted everywhere.


class Name(NamedTuple):
    """A name of somebody who asks, one by which they are called, and what tells that it leaked."""

    whole: str
    called: str
    traces: tuple[str, ...]
    signs_only: bool = False  # no page names askers of this kind by a mark


NAMES = (
    Name("Zorvath", "Zorvath", ("orvath",)),
    Name("Brixia Malquist", "Brixia", ("rixia", "alquist")),
    Name("Žofijana Snedevig", "Žofijana", ("ofijana", "nedevig")),
    Name("pxomaker77", "Pxomaker", ("xomaker",), signs_only=True),
    Name("Ulmaxa Vrix-Doon (Guest House)", "Ulmaxa", ("lmaxa", "vrix", "doon"), signs_only=True),
    Name("Зоряксина Квіткова", "Зоряксина", ("оряксин", "вітков"), signs_only=True),
    Name("雲井翠嵐", "雲井翠嵐", ("雲井", "翠嵐"), signs_only=True),
)
MARK = "[…]"
FORMS: tuple[tuple[str, str], ...] = (
    ("{whole}", MARK),
    ("'''{whole}'''", MARK),
    ("@{whole}", MARK),
    ("{whole}'s", f"{MARK}'s"),
    ("{underscored}", MARK),
    ("{called}", MARK),
    ("{called}’s", f"{MARK}’s"),
    ("{upper}", MARK),
    ("[[User:{whole}|{called}]]", MARK),
    ("[[User:{underscored}]]", MARK),
    ("[[user talk:{whole}|tk]]", MARK),
    ("[[User:{whole}|A]] ([[User talk:{whole}|tk]])", MARK),
    ("[[:de:Benutzer:{whole}|A]]", MARK),
    ("[[利用者:{whole}]]", MARK),
    ("[[Special:Contributions/{whole}|A]]", MARK),
    ("[[Special:EmailUser/{whole}|A]]", MARK),
    ("[[Brukar:{whole}|A]]", MARK),
    ("{{{{u|{whole}}}}}", MARK),
    ("{{{{ping|{whole}}}}}", MARK),
    ("{{{{reply to|1={underscored}}}}}", MARK),
    ("{{{{some box|{whole}}}}}", MARK),
    ("[[Tea house|for {whole}]]", f"for {MARK}"),
    ("[[Tea house/{whole}|this]]", MARK),
    ("[[Letter to {whole} of May|this]]", "this"),
    ("[https://example.org/wiki/User:{quoted} this]", "this"),
    ("[https://example.org for {whole}]", f"for {MARK}"),
    ("https://example.org/wiki/User:{quoted}", MARK),
    ('<span title="{whole}">this</span>', "this"),
    ("<!-- {whole} -->this", "this"),
    ("<nowiki>{whole}</nowiki>", MARK),
)
PLACE = "qxplace"
SIGNED = ("signed", "signed_one_section")


def filled(form: str, name: Name) -> str:
    underscored = name.whole.replace(" ", "_")
    return form.format(
        whole=name.whole,
        called=name.called,
        underscored=underscored,
        upper=name.whole.upper(),
        quoted=quote(underscored),
    )


def planted(c: Conversation, name: Name, layout: str, written: Callable[[int], str]) -> str:
    """A conversation as a page: the name in each heading, a form of it in each paragraph."""
    numbers = iter(range(1000))

    def put(text: str) -> str:
        number = next(numbers)
        return f"{text[:-1]}, qxa{number} {written(number)} qxb{number}{text[-1:]}"

    c = suited(layout, c).each(put)
    c = replace(
        c,
        askers=(name.whole,),
        heading=f"{c.heading} – {name.whole}",
        sections=tuple(f"{each} – {name.called}" for each in c.sections),
        questions=tuple(replace(one, topic=f"{one.topic} – {name.whole}") for one in c.questions),
    )
    if layout not in SIGNED:

        def asked(one: Question) -> Question:
            return replace(one, text=f"{c.question_word} por {name.whole}: {one.text}")

        first, second, *others = c.questions
        c = replace(c, questions=(asked(first), asked(second), *others))
    return LAYOUTS[layout](c)


def words(found: Transcript) -> list[str]:
    return [text for e in found.entries for text in (e.question, *(t.text for t in e.answer))]


@given(
    st.sampled_from(NAMES),
    st.sampled_from(LANGUAGES),
    st.sampled_from(
        [*SIGNED, "marks_plain", "marks_bold", "bullet_nested", "bullet_br", "number_colon"]
    ),
    st.lists(st.sampled_from(FORMS), min_size=1, max_size=40),
)
@tries(60)
def test_no_form_of_an_asker_s_name_is_left_and_no_other_word_is_lost(
    name: Name, language: str, layout: str, forms: list[tuple[str, str]]
) -> None:
    if name.signs_only or language in {"zh", "ja"}:
        layout = SIGNED[len(forms) % 2]
    c = load(language)

    def chosen(number: int) -> tuple[str, str]:
        return forms[number % len(forms)]

    text = planted(c, name, layout, lambda number: filled(chosen(number)[0], name))
    blank = planted(c, name, layout, lambda number: f"{PLACE}{number}x")
    whole, without = page(text, c.title), page(blank, c.title)
    assert any(entry.asker == name.whole for entry in whole.entries)
    found, expected = without_askers(whole), without_askers(without)
    assert_no_trace(repr(found), name)
    place = re.compile(rf"{PLACE}(\d+)x")
    told = [place.sub(lambda each: chosen(int(each[1]))[1], text) for text in words(expected)]
    assert words(found) == told
    assert [turn[:3] for turn in turns(found)] == [turn[:3] for turn in turns(expected)]
    speakers = {t.speaker for e in whole.entries for t in e.answer if t.speaker != name.whole}
    assert speakers <= {turn[0] for turn in turns(found)} | {None}


def assert_no_trace(text: str, name: Name) -> None:
    folded = text.casefold()
    for trace in name.traces:
        assert trace not in folded
        assert quote(trace).casefold() not in folded


# What is made of transcripts.


def made_of(transcripts: tuple[Transcript, ...]) -> Iterator[str]:
    """All that a run writes, shows and says."""
    told: list[str] = []
    build = Build(
        transcripts=transcripts,
        topics=TOPICS,
        engine=ByWords(acronyms={}),
        templates=TEMPLATES,
        links=Links(""),
        say=told.append,
    )
    first = plan(build, Place(TITLE, None, create=True, user=BOT))
    assert first.outcome == "write", first.reasons
    stands = Revision(1, 0, "", BOT, "", None, first.new)
    fewer = replace(build, transcripts=transcripts[:1])
    again = plan(fewer, Place(TITLE, stands, first.new, user=BOT))
    for each in (first, again):
        yield from (each.new, each.summary, *each.reasons, to_html(each), repr(each))
        yield json.dumps(to_json(each), ensure_ascii=False)
    yield from told


@given(
    st.sampled_from(NAMES),
    st.sampled_from(("en", "de", "ru", "ja")),
    st.lists(st.sampled_from(FORMS), min_size=1, max_size=40),
)
@tries(8)
def test_nothing_that_a_run_makes_names_an_asker(
    name: Name, language: str, forms: list[tuple[str, str]]
) -> None:
    c = load(language)

    def written(number: int) -> str:
        return filled(forms[number % len(forms)][0], name)

    layouts = (SIGNED[0], SIGNED[1] if name.signs_only or language == "ja" else "bullet_nested")
    pages = [
        read(Page(f"{c.title} {n}", planted(c, name, layout, written), n, n))
        for n, layout in enumerate(layouts, 1)
    ]
    assert all(any(entry.asker == name.whole for entry in each.entries) for each in pages)
    texts = list(made_of(tuple(map(without_askers, pages))))
    for text in texts:
        assert_no_trace(text, name)
    assert "qxa1 " in texts[0]
    assert any(trace in "".join(made_of(tuple(pages))).casefold() for trace in name.traces)


def test_thousands_of_askers_take_time_in_proportion_to_the_page() -> None:
    def taken(askers: int) -> float:
        name = "Xo{:04}rix Malq{:04}"
        text = "".join(
            f"* Question from {name.format(n, n)}: Is the tea {n} hot?\n"
            f"** Maren: Thank you, Xo{n:04}rix! {'The tea is as hot as a cup may be. ' * 10}\n"
            for n in range(askers)
        )
        found = page(text)
        assert len({entry.asker for entry in found.entries}) == askers
        started = time.process_time()
        made = without_askers(found)
        assert "rix" not in repr(made)
        return time.process_time() - started

    small = taken(250)
    assert taken(2000) < 8 * 3 * max(small, 0.05)


def test_who_asks_on_another_page_is_not_named_either() -> None:
    asked = read(
        Page(
            "Tea hour 2024-05-06",
            "* Why tea? --[[User:Zorblax|Zorblax]] 10:00, 6 May 2024 (UTC)\n** Bo: So.\n",
        )
    )
    other = read(
        Page(
            "Tea hour 2024-06-06",
            "* Why milk?\n** Bo: As Zorblax asked last time, and Ana Zorblaxon, so.\n* Why cups?\n** Bo: So.\n",
        )
    )
    names = who_only_ask([asked, other])
    assert names == ("Zorblax",)
    made = without_askers(other, names)
    assert made.entries[0].answer[0].text == "As […] asked last time, and Ana Zorblaxon, so."
    assert without_askers(made, names) == made
    speaking = read(
        Page("Tea hour 2024-07-06", "* Why?\n** Zorblax: So I said.\n* Where?\n** Bo: Here.\n")
    )
    assert who_only_ask([asked, speaking]) == ()
    assert without_askers(speaking, ["Zorblax"]) == speaking


@pytest.mark.parametrize(
    "text",
    [
        (
            "* '''Ulla Teeblatt:''' Who keeps the cups?\n** Bo Brand: I do, Ulla.\n"
            "* '''Knut:''' Where is it?\n** Bo Brand: Here.\n"
        ),
        (
            "* Ulla Teeblatt: Who keeps the cups?\n** Bo Brand: I do, Ulla.\n"
            "* Knut: Where is it?\n** Bo Brand: Here.\n"
        ),
        (
            "'''Ulla Teeblatt:''' Who keeps the cups?\n\n'''Bo Brand:''' I do, Ulla.\n\n"
            "'''Knut:''' Where is it?\n\n'''Bo Brand:''' Here.\n\n"
            "'''Ana:''' Why so?\n\n'''Bo Brand:''' So.\n"
        ),
    ],
)
def test_who_asks_by_a_label_is_not_named(text: str) -> None:
    asked = read(Page("Tea hour 2024-05-06", text))
    assert [entry.asker for entry in asked.entries[:2]] == ["Ulla Teeblatt", "Knut"]
    made = without_askers(asked)
    assert "Ulla" not in repr(made)
    assert "Knut" not in repr(made)
    assert made.entries[0].question == "Who keeps the cups?"
    assert made.entries[0].answer[0].speaker == "Bo Brand"


def test_a_label_that_is_a_word_of_the_page_names_nobody() -> None:
    text = (
        "* Safety: Who keeps the cups?\n** Bo Brand: I do, for the safety of all.\n"
        "* Grants: Where is it?\n** Bo Brand: Here, with grants.\n"
    )
    asked = read(Page("Tea hour 2024-05-06", text))
    assert [entry.question for entry in asked.entries] == [
        "Safety: Who keeps the cups?",
        "Grants: Where is it?",
    ]


def test_who_asks_on_below_another_s_question_is_no_answerer() -> None:
    text = (
        "* When does it close? [[User:Quillon Varga|Quillon Varga]] 10:00, 6 May 2024 (UTC)\n"
        "** Di: At nine, Quillon.\n* May dogs come in?\n** Di: Yes.\n"
        "** Quillon Varga: And cats?\n** Di: No, Quillon Varga.\n"
    )
    asked = read(Page("Tea hour 2024-05-06", text))
    assert asked.entries[0].asker == "Quillon Varga"
    made = without_askers(asked)
    assert "Quillon" not in repr(made)
    assert "Di" in {turn.speaker for entry in made.entries for turn in entry.answer}
