"""What asks, of what kind an entry is, and who leads a conversation, in several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wikifaq.transcript.asking import asks, ends_asking, has_question_mark, title_asks
from wikifaq.transcript.host import host, is_led
from wikifaq.transcript.kind import entry_kind, follows_on, is_irc_log, thanks
from wikifaq.transcript.words import LANGUAGES

if TYPE_CHECKING:
    from wikifaq.transcript.words import Words


def words(*codes: str) -> tuple[Words, ...]:
    return tuple(LANGUAGES[code] for code in codes)


# Marks of questions.


@pytest.mark.parametrize(
    "text",
    [
        "Why?", "Why?!", "Why!?", "Why??", "Why ?", "Why? ", 'Why?"', "Why?)", "Why?''", "“Why?”",
        "(Why?)", "[Why?]", "Why?*", "为什么？", "为什么？」", "لماذا؟", "Γιατί;", "Γιατί ;",
        "Γιατί\u037e", "¿Por qué?", "?",
    ],
)  # fmt: skip
def test_a_text_may_end_asking(text: str) -> None:
    assert ends_asking(text)
    assert has_question_mark(text)


@pytest.mark.parametrize(
    ("text", "has_one"),
    [
        ("Why? Because.", True),
        ("Why? (I ask)", True),
        ("“Why?” she said", True),
        ("¿Por qué", True),
        ("为什么？因为。", True),
        ("Why", False),
        ("Why!", False),
        ("tea; coffee;", False),
        ("τσάι; καφές", False),
        ("why.", False),
        ("", False),
        (" ", False),
    ],
)
def test_a_mark_elsewhere_does_not_end_a_text(text: str, has_one: bool) -> None:
    assert not ends_asking(text)
    assert has_question_mark(text) == has_one


# Words that ask.


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Why is it hot", "en"),
        ("why is it hot", "en"),
        ("Any tea left", "en"),
        ("Isn't it hot", "en"),
        ("Isn’t it hot", "en"),
        ("I would like to know more", "en"),
        ("About the pot, is it blue", "en"),
        ("Tell me: why is it hot", "en"),
        ("So – when do we drink", "en"),
        ("Gibt es noch Tee", "de"),
        ("Ich wüsste gern mehr", "de"),
        ("Seit wann gibt es Tee", "de"),
        ("Est-ce que le thé est chaud", "fr"),
        ("Qu'est-ce que le thé", "fr"),
        ("Qu’est-ce que le thé", "fr"),
        ("Où est le thé", "fr"),
        ("Por qué está caliente", "es"),
        ("Perché il tè è caldo", "it"),
        ("Por que o chá é quente", "pt"),
        ("Waarom is thee heet", "nl"),
        ("Как заварить чай", "ru"),
        ("Можно ли пить чай", "ru"),
        ("Чому чай гарячий", "uk"),
        ("Dlaczego herbata jest gorąca", "pl"),
        ("هل الشاي ساخن", "ar"),
        ("क्या चाय है", "hi"),
        ("怎么泡茶", "zh"),
        ("你喝茶吗", "zh"),
        ("你喝茶嗎。", "zh"),
        ("茶很热，为什么", "zh"),
        ("お茶は熱いですか", "ja"),
        ("お茶は熱いですか。", "ja"),
        ("なぜ熱いのか", "ja"),
    ],
)
def test_words_ask_without_a_mark(text: str, code: str) -> None:
    assert asks(text, words(code))
    assert asks(text, words(code, "en"))
    assert not has_question_mark(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We drink tea", "en"),
        ("Tell us more", "en"),
        ("Isolde drinks tea", "en"),
        ("Whatever we drink", "en"),
        ("Hasty tea", "en"),
        ("I do", "en"),
        ("We know why", "en"),
        ("Istanbul", "de"),
        ("Wir trinken Tee", "de"),
        ("Nous buvons du thé", "fr"),
        ("Ouvrez", "fr"),
        ("Какао", "ru"),
        ("Мы пьём чай", "ru"),
        ("茶很热", "zh"),
        ("我们喝茶", "zh"),
        ("お茶は熱い", "ja"),
        ("نشرب الشاي", "ar"),
        ("", "en"),
    ],
)
def test_words_that_ask_nothing(text: str, code: str) -> None:
    assert not asks(text, words(code))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("These are the rules:", "en"),
        ("What we drink:", "en"),
        ("Where we meet: ", "en"),
        ("Wie wir trinken:", "de"),
        ("你们怎么泡茶：", "zh"),
    ],
)
def test_what_ends_with_a_colon_leads_on_and_asks_nothing(text: str, code: str) -> None:
    assert not asks(text, words(code))


def test_a_mark_asks_even_before_a_colon() -> None:
    assert asks("Is there tea? Say:", words("en"))


def test_words_deep_in_a_long_text_ask_nothing_but_a_mark_does() -> None:
    long = "tea and " * 100
    assert not asks(f"{long}, why is it hot", words("en"))
    assert asks(f"{long}, it is hot?", words("en"))


# Headings.


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("How to brew tea", "en"),
        ("how to brew tea", "en"),
        ("“How to” brew tea", "en"),
        ("1. How to brew tea", "en"),
        ("Difference between tea and coffee", "en"),
        ("I forgot my password", "en"),
        ("My account is blocked", "en"),
        ("Wie man Tee kocht", "de"),
        ("Ich kann nicht schreiben", "de"),
        ("Je ne peux pas écrire", "fr"),
        ("No puedo entrar", "es"),
        ("Не могу войти", "ru"),
        ("我无法登录", "zh"),
    ],
)
def test_a_heading_asks_with_fewer_words(title: str, code: str) -> None:
    assert title_asks(title, words(code))


@pytest.mark.parametrize(
    ("text", "code"),
    [("I forgot my password", "en"), ("My account is blocked", "en"), ("我无法登录", "zh")],
)
def test_what_asks_as_a_heading_asks_nowhere_else(text: str, code: str) -> None:
    assert not asks(text, words(code))
    assert entry_kind(text, words(code)) == "request"
    assert entry_kind(text, words(code), titled=True) == "question"


@pytest.mark.parametrize(
    "title", ["Tea", "However", "Howto", "Accounts", "Myanmar", "Canopy", "What we drink:", ""]
)
def test_other_headings_ask_nothing(title: str) -> None:
    assert not title_asks(title, words("en"))


# Kinds.


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("Why?", "en", "question"),
        ("Why is it hot", "en", "question"),
        ("How to make tea", "en", "question"),
        ("?", "en", "question"),
        ("Is there an update?", "en", "question"),
        ("Please mend the kettle", "en", "request"),
        ("Tell us more", "en", "request"),
        ("Thankless work", "en", "request"),
        ("Update your kettle", "en", "request"),
        ("The kettle is backdated", "en", "request"),
        ("Bitte mehr Tee", "de", "request"),
        ("Thanks for the tea.", "en", "remark"),
        ("“Thank you” for the tea", "en", "remark"),
        ("Thanks for the tea. Is there more?", "en", "question"),
        ("Danke für den Tee", "de", "remark"),
        ("Merci pour le thé", "fr", "remark"),
        ("¡Gracias por el té!", "es", "remark"),
        ("Спасибо за чай", "ru", "remark"),
        ("谢谢你的茶", "zh", "remark"),
        ("ありがとうございます", "ja", "remark"),
        ("شكرا على الشاي", "ar", "remark"),
        ("Kettle update", "en", "update"),
        ("Kettle update:", "en", "update"),
        ("Updates:", "en", "update"),
        ("Update on the new kettle:", "en", "update"),
        ("Kessel: Aktualisierung", "de", "update"),
        ("Mise à jour", "fr", "update"),
        ("Обновление:", "ru", "update"),
        ("茶馆更新：", "zh", "update"),
        ("お茶の更新", "ja", "update"),
        ("[No question text]", "en", "missing"),
        ("(question missing)", "en", "missing"),
        ("No question text.", "en", "missing"),
        ("[Frage fehlt]", "de", "missing"),
        ("[質問なし]", "ja", "missing"),
        ("...", "en", "missing"),
        ("[ ]", "en", "missing"),
        ("", "en", "missing"),
    ],
)
def test_kinds_of_entries(text: str, code: str, kind: str) -> None:
    assert entry_kind(text, words(code)) == kind


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("The kettle is blue.", "en", "remark"),
        ("Please mend the kettle.", "en", "request"),
        ("The kettle should be mended.", "en", "request"),
        ("The kettle is unpleased.", "en", "remark"),
        ("Is it blue?", "en", "question"),
        ("Thank you.", "en", "remark"),
        ("Der Kessel ist blau.", "de", "remark"),
        ("Kann jemand den Kessel flicken", "de", "question"),
        ("Flickt bitte den Kessel.", "de", "request"),
        ("请多泡茶", "zh", "request"),
        ("お茶をください", "ja", "request"),
    ],
)
def test_a_post_is_a_remark_unless_it_asks_for_something(text: str, code: str, kind: str) -> None:
    assert entry_kind(text, words(code), posted=True) == kind


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Thank you, Ana", True),
        (" '''Thanks''' to all", True),
        ("Many thanks", True),
        ("Thanksgiving is in November", False),
        ("We thank you", False),
        ("", False),
    ],
)
def test_thanks_open_a_text(text: str, opens: bool) -> None:
    assert thanks(text, words("en")) == opens


@pytest.mark.parametrize(
    ("question", "code", "follows"),
    [
        ("If not, why?", "en", True),
        ("if so, when?", "en", True),
        ("“If not”, why?", "en", True),
        ("Follow-up: why?", "en", True),
        ("Followup question: why?", "en", True),
        ("And if it breaks?", "en", True),
        ("In\u00a0that case, why?", "en", True),
        ("Falls nein, warum?", "de", True),
        ("Si oui, quand ?", "fr", True),
        ("¿Y si se rompe?", "es", True),
        ("Если нет, почему?", "ru", True),
        ("如果不是，为什么？", "zh", True),
        ("Following that, why?", "en", False),
        ("If nothing helps, why?", "en", False),
        ("If notes are lost, why?", "en", False),
        ("Why, if not for tea?", "en", False),
    ],
)
def test_follow_ups_open_with_words_that_need_what_is_above(
    question: str, code: str, follows: bool
) -> None:
    assert follows_on(question, words(code)) == follows


# Chat logs.


@pytest.mark.parametrize(
    "line",
    [
        "[18:02:11] <ana> is there tea?",
        "[18:02] * ana drinks",
        "18:02 <ana> is there tea?",
        "* [18:02:11] <ana> is there tea?",
        "[6:02 pm] ana: is there tea?",
        "May 06 18:02:11 <ana> is there tea?",
    ],
)
def test_lines_of_a_chat_make_a_log(line: str) -> None:
    assert is_irc_log(f"Log of the hour\n\n{line}\n" + f"{line}\n" * 5)
    assert not is_irc_log(f"{line}\n" * 3)
    assert not is_irc_log(f"{line}\n" * 6 + "We drink tea.\n" * 10)


@pytest.mark.parametrize(
    "line",
    ["18:02 tea is served", "* 18:02: tea", "[18:02] we drink", "2024-05-06: tea", "ana: tea?"],
)
def test_a_timetable_is_no_log(line: str) -> None:
    assert not is_irc_log(f"{line}\n" * 10)


# Hosts.


@pytest.mark.parametrize(
    ("invitation", "code", "name"),
    [
        ("Led by Ana Bo.", "en", "Ana Bo"),
        ("It is led by Ana Bo, head of tea.", "en", "Ana Bo"),
        ("Moderated by: Ana Bo", "en", "Ana Bo"),
        ("Host: Ana Bo (chair)", "en", "Ana Bo"),
        ("* '''Host''': [[User:Ana|Ana Bo]]", "en", "Ana Bo"),
        ("hosted by [https://example.org Ana Bo]", "en", "Ana Bo"),
        ("hosted by our director Ana Bo and Cy Di", "en", "Ana Bo"),
        ("led by Senior Director Ana Bo of Tea", "en", "Ana Bo"),
        ("Led by Ana Bo – head of tea", "en", "Ana Bo"),
        ("Led by Ana O'Neil.", "en", "Ana O'Neil"),
        ("Host: A. Smith", "en", "A. Smith"),
        ("Led by Ana von Bo.", "en", "Ana von Bo"),
        ("Welcome!\n\nIt is on 6 May.\n\nHosted by Ana Bo.\n", "en", "Ana Bo"),
        ("Geleitet von unserer Direktorin Ana Bo.", "de", "Ana Bo"),
        ("Animé par Ana Bo, directrice.", "fr", "Ana Bo"),
        ("Ведущая: Анна Петрова", "ru", "Анна Петрова"),
        ("主持人：王明", "zh", "王明"),
        ("司会：山田太郎", "ja", "山田太郎"),
    ],
)
def test_an_invitation_names_who_leads(invitation: str, code: str, name: str) -> None:
    languages = words(code, "en") if code != "en" else words("en")
    assert is_led(invitation, languages)
    assert host(invitation, languages) == name


@pytest.mark.parametrize(
    "invitation",
    [
        "Hosted by the committee.",
        "Hosted by people who drink tea.",
        "Host: to be told",
        "Host\nAna Bo",
        "The hostess is Ana Bo.",
        "We were misled by Ana Bo.",
        "Ana Bo leads it.",
        "",
    ],
)
def test_nobody_is_a_host_without_a_name_after_the_words(invitation: str) -> None:
    assert host(invitation, words("en")) is None


def test_words_of_another_language_lead_nobody() -> None:
    assert not is_led("Geleitet von Ana Bo.", words("en"))
    assert host("Geleitet von Ana Bo.", words("en")) is None
