"""The words of the languages: complete, consistent, and enough to tell a page's language."""

from __future__ import annotations

import timeit
import unicodedata
from dataclasses import fields

import pytest

from wikifaq.transcript.language import languages_of
from wikifaq.transcript.words import LANGUAGES, Words

EVERY = pytest.mark.parametrize("words", LANGUAGES.values(), ids=lambda words: words.code)
MAY_BE_EMPTY = {"asking_ends"}
SCRIPTS = {
    "ru": {"CYRILLIC"},
    "uk": {"CYRILLIC"},
    "zh": {"CJK"},
    "ja": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"},
    "ar": {"ARABIC"},
    "hi": {"DEVANAGARI"},
}
# What wikis write in Latin letters in any language: MediaWiki's own names, and the letters Q and A.
LATIN_ANYWHERE = {"q", "a", "u", "ut", "faq", "q&a"}
ORDINALS = set("ªº")
LATIN_PARTS = (
    *("unsigned-before", "unsignedip", "unsigned", "mediawiki", "wikipedia"),
    *("template", "help", "category", "portal"),
)

# Invented, on what such pages speak of; two or three a language.
SENTENCES = {
    "en": (
        "How will the new policy be applied to small wikis, and who can help with it?",
        "We have not been able to answer all of the questions that were asked at the meeting.",
        "You can find the recording on this page, if your question was not read out by then.",
    ),
    "de": (
        "Wie wird die neue Richtlinie auf kleine Wikis angewendet, und wer kann dabei helfen?",
        "Wir konnten nicht alle Fragen beantworten, die auf dem Treffen gestellt wurden.",
        "Die Aufzeichnung ist auf dieser Seite, wenn das für dich noch nicht zu spät ist.",
    ),
    "fr": (
        "Comment la nouvelle règle est-elle appliquée dans les petits wikis, et qui peut aider ?",
        "Nous n'avons pas pu répondre à toutes les questions qui ont été posées dans la réunion.",
        "L'enregistrement est sur cette page, si votre question n'a pas été lue par le groupe.",
    ),
    "es": (
        "¿Cómo se aplica la nueva norma en los wikis pequeños, y quién puede ayudar con ella?",
        "No hemos podido responder a todas las preguntas que se hicieron en la reunión.",
        "La grabación está en esta página, por si su pregunta no fue leída cuando ya era tarde.",
    ),
    "it": (
        "Come si applica la nuova regola nei piccoli wiki, e chi può aiutare con questo?",
        "Non è stato possibile rispondere a tutte le domande che sono arrivate alla riunione.",
        "La registrazione è su questa pagina, se la tua domanda non è stata letta dal gruppo.",
    ),
    "pt": (
        "Como é que a nova regra se aplica nas wikis pequenas, e quem pode ajudar com isso?",
        "Não foi possível responder a todas as perguntas que foram feitas na reunião.",
        "A gravação está na página, se a sua pergunta não foi lida pelo grupo até ao fim.",
    ),
    "nl": (
        "Hoe wordt de nieuwe regel op kleine wiki's toegepast, en wie kan daar bij helpen?",
        "We hebben niet op alle vragen die tijdens de bijeenkomst zijn gesteld een antwoord.",
        "De opname is op deze pagina te vinden, als je vraag nog niet aan de beurt was.",
    ),
    "ru": (
        "Как это правило будет применяться в небольших проектах, и кто может с этим помочь?",
        "Мы не смогли ответить на все вопросы, которые были заданы на встрече.",
        "Запись есть на этой странице, если ваш вопрос не был прочитан до конца встречи.",
    ),
    "uk": (
        "Як це правило буде застосовано у невеликих проєктах, і хто може з цим допомогти?",
        "Ми не змогли відповісти на всі запитання, що були поставлені під час зустрічі.",
        "Запис є на цій сторінці, якщо ваше запитання ще не було прочитано.",
    ),
    "zh": (
        "新的规定会怎么用在小的项目里？谁可以来帮我们？",
        "我們沒有時間回答大家在會上提出的所有問題，但是你可以在這裡看到答案。",
        "你的问题如果没有被读出来，可以在这个页面上看到录像。",
    ),
    "ja": (
        "新しい方針は小さなウィキでどのように適用されますか。誰が手伝ってくれますか。",
        "会議で出された質問のすべてに答えることはできませんでした。",
        "録画はこのページにありますので、あとで見ることもできます。",
    ),
    "ar": (
        "كيف يمكن تطبيق هذه القاعدة في المشاريع الصغيرة، ومن الذي يساعد في ذلك؟",
        "لم نتمكن من الإجابة عن كل الأسئلة التي وصلت إلى الاجتماع، ولكن يمكن قراءة بعض الردود.",
        "التسجيل على هذه الصفحة، إذا كان السؤال قد وصل بعد نهاية الاجتماع أو قبل ذلك.",
    ),
    "hi": (
        "यह नया नियम छोटे विकि पर कैसे लागू होता है, और इस में कौन मदद कर सकता है?",
        "हम बैठक में पूछे गए कुछ प्रश्नों के उत्तर नहीं दे सके, लेकिन वह इस पृष्ठ पर हैं।",
        "यदि आप का प्रश्न नहीं पढ़ा गया था तो आप बाद में भी यह देख सकते हैं।",
    ),
    "pl": (
        "Jak ta zasada jest stosowana w małych projektach i czy można przy tym pomóc?",
        "Nie udało się odpowiedzieć na wszystkie pytania, które zostały zadane na spotkaniu.",
        "Nagranie jest na tej stronie, jeśli pytanie nie było już czytane po spotkaniu.",
    ),
}


def phrases(words: Words, name: str) -> list[str]:
    value = getattr(words, name)
    if name == "months":
        return [form for forms in value for form in forms]
    return [] if isinstance(value, bool) else [value] if isinstance(value, str) else list(value)


def lists(words: Words) -> list[tuple[str, list[str]]]:
    return [
        (field.name, phrases(words, field.name))
        for field in fields(Words)
        if field.name not in {"code", "name", "spaced", "asking_after_comma"}
    ]


def test_every_language_stands_under_its_code() -> None:
    assert set(LANGUAGES) == set(SENTENCES)
    assert next(iter(LANGUAGES)) == "en"
    assert all(words.code == code for code, words in LANGUAGES.items())


@EVERY
def test_every_field_is_filled(words: Words) -> None:
    assert words.name
    for name, found in lists(words):
        assert found or name in MAY_BE_EMPTY, name
    assert len(words.common) >= 40
    assert len(words.not_names) >= 60


@EVERY
def test_words_are_lower_case_and_written_as_mediawiki_stores_them(words: Words) -> None:
    for name, found in lists(words):
        for phrase in found:
            assert phrase == phrase.lower() == phrase.strip(), (name, phrase)
            assert phrase == unicodedata.normalize("NFC", phrase), (name, phrase)
            assert phrase, name
            assert "_" not in phrase, (name, phrase)
        assert len(found) == len(set(found)), name


@EVERY
def test_there_are_twelve_months_and_no_name_is_of_two(words: Words) -> None:
    assert len(words.months) == 12
    forms = phrases(words, "months")
    assert len(forms) == len(set(forms))
    assert not any(form.endswith(".") for form in forms)


def test_no_name_of_a_month_is_another_months_in_another_language() -> None:
    number: dict[str, int] = {}
    for words in LANGUAGES.values():
        for month, forms in enumerate(words.months):
            for form in forms:
                assert number.setdefault(form, month) == month, form


@EVERY
def test_letters_are_of_the_languages_script(words: Words) -> None:
    scripts = SCRIPTS.get(words.code, {"LATIN"})
    for name, found in lists(words):
        for phrase in found:
            if name == "contributions" or phrase in LATIN_ANYWHERE:
                continue
            rest = phrase
            for part in LATIN_PARTS:
                rest = rest.replace(part, "")
            strange = {
                letter
                for letter in rest
                if letter.isalpha() and unicodedata.name(letter).split()[0] not in scripts
            }
            assert not strange - ORDINALS, (name, phrase)


@EVERY
def test_no_mark_is_of_two_kinds(words: Words) -> None:
    question, answer, comment = map(
        set, (words.question_marks, words.answer_marks, words.comment_marks)
    )
    assert not question & answer
    assert not question & comment
    assert not answer & comment


@EVERY
def test_marks_are_no_speakers(words: Words) -> None:
    marks = {*words.question_marks, *words.answer_marks, *words.comment_marks}
    short = {mark for mark in marks if mark not in words.not_names}
    assert all(" " not in mark for mark in marks)
    assert not short & set("qarpfvod")


@EVERY
def test_headings_that_ask_say_more_than_the_words_that_ask(words: Words) -> None:
    assert not set(words.titles_that_ask) & set(words.asking)


@EVERY
def test_what_is_no_name_is_one_word(words: Words) -> None:
    assert not [word for word in words.not_names if " " in word]


@EVERY
def test_languages_without_spaces_are_told_by_characters(words: Words) -> None:
    assert words.spaced == (words.code not in {"zh", "ja"})
    assert words.spaced == any(len(word) > 1 for word in words.common)


@pytest.mark.parametrize("code", SENTENCES)
def test_the_right_language_is_first(code: str) -> None:
    for sentence in SENTENCES[code]:
        assert languages_of(sentence)[0].code == code, sentence
    assert languages_of(" ".join(SENTENCES[code]))[0].code == code


@pytest.mark.parametrize("code", SENTENCES)
def test_a_page_is_read_in_its_language_and_english(code: str) -> None:
    found = [words.code for words in languages_of("\n".join(SENTENCES[code]) * 20)]
    kindred = {"es": {"pt"}, "pt": {"es"}, "ru": {"uk"}, "uk": {"ru"}, "it": {"pt", "es"}}
    assert found[0] == code
    assert set(found) <= {code, "en"} | kindred.get(code, set())
    assert "en" in found


def test_a_page_in_two_languages_is_read_in_both() -> None:
    text = "\n".join((*SENTENCES["de"], *SENTENCES["ja"], *SENTENCES["ja"])) * 20
    assert {words.code for words in languages_of(text)} == {"de", "ja", "en"}


def test_a_head_in_another_language_does_not_hide_the_rest() -> None:
    text = SENTENCES["en"][0] * 20 + "\n".join(SENTENCES["fr"]) * 100
    assert languages_of(text)[0].code == "fr"


def test_markup_and_names_in_latin_letters_do_not_hide_the_language() -> None:
    line = "* [[User:Example|Example]] ([[User talk:Example|talk]]) {{clear}} <br> "
    assert languages_of((line + SENTENCES["ru"][0] + "\n") * 50)[0].code == "ru"


@pytest.mark.parametrize("text", ["", "?", "Q: Wiki?", "12:30", "== FAQ ==", "为何？"])
def test_a_text_too_short_to_tell_is_read_with_all_languages(text: str) -> None:
    assert set(languages_of(text)) == set(LANGUAGES.values())


def test_telling_the_language_takes_no_longer_for_a_long_page() -> None:
    text = "\n".join(SENTENCES["zh"] + SENTENCES["en"])
    short, long = (text * 300)[:20_000], text * 30_000
    times = [
        min(timeit.repeat(lambda page=page: languages_of(page), number=20, repeat=5)) / 20  # type: ignore[misc]
        for page in (short, long)
    ]
    assert times[1] < 5 * times[0] + 0.001
    assert times[0] < 0.005
