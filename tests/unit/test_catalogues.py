"""The words of the page in other languages: the catalogues, how they are read, what they lack."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from catalogues import known as known_messages
from catalogues import lacking, renewed, template
from faqs import BOT, TITLE, build
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment, nodes

from wikifaq.catalogue_files import OWN, catalogues
from wikifaq.config import parse
from wikifaq.errors import ConfigurationError
from wikifaq.job import Job
from wikifaq.page.catalogue import Catalogue, Key, read_catalogue
from wikifaq.page.direction import directed, direction, isolated, turned
from wikifaq.page.language import codes, known, locale_of
from wikifaq.page.settings import KEYWORDS
from wikifaq.page.template import PIECES, Templates
from wikifaq.page.translation import Translation, messages
from wikifaq.publish.plan import Place, plan
from wikifaq.template_files import open_templates, template_sources
from wikifaq.transcript.inline import plain
from wikifaq.wiki.protocol import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUES = sorted(OWN.glob("*.po"))
ARABIC = r"""msgid ""
msgstr ""
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\n"

"""
GERMAN = r"""msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def german(text: str) -> Catalogue:
    return read_catalogue(GERMAN + text, name="de.po", language="de", locale=Locale("de"))


def rendered(template: str, *found: Catalogue, language: str = "de", **data: Any) -> str:
    return Templates({"x": template}, language=language, catalogues=found).render("x", **data)


# Ours


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_translates_every_message_and_no_other(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not [message.id for message in lacking(text)]
    assert known_messages(text) == known_messages(renewed("", path.stem)), (
        "run python scripts/catalogues.py"
    )


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_message_of_the_templates_stays_english(path: Path) -> None:
    said: list[str] = []
    assert not open_templates(None, language=path.stem, say=said.append).untranslated
    assert not said


def test_every_message_of_the_templates_is_extracted() -> None:
    environment = Environment(extensions=["jinja2.ext.i18n"])
    Translation(()).install(environment)
    found = {key for text in template_sources(None).values() for key in messages(environment, text)}
    extracted = {
        Key(
            each.context,
            each.id if isinstance(each.id, str) else each.id[0],
            bool(each.pluralizable),
        )
        for each in template()
        if each.id
    }
    keywords = {Key(None, each.does, counts=False) for each in KEYWORDS}
    assert extracted == found | keywords


def test_a_renewed_catalogue_keeps_what_was_translated_and_marks_what_changed_a_little() -> None:
    text = (
        GERMAN
        + 'msgid "Related:"\nmsgstr "Verwandt:"\n\nmsgid "Asked mostly often"\nmsgstr "Oft"\n'
    )
    made = read_po(renewed(text, "de").splitlines())
    assert made["Related:"].string == "Verwandt:"
    assert made["Asked most often"].fuzzy
    assert renewed(renewed(text, "de"), "de") == renewed(text, "de")


# Every word of ours is a message

GETTEXT = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
MARKUP = re.compile(r"<code>.*|<[^<>]*>?|\[\[[^\[\]|]*|__[A-Z]+__|\w+=\"[^\"]*\"|&\w+;", re.DOTALL)


def bare(node: nodes.Node) -> Iterator[str]:
    """The texts of a template that stand outside of messages, but for keys and names."""
    if isinstance(node, nodes.TemplateData):
        yield node.data
    elif isinstance(node, nodes.Const):
        yield str(node.value) if isinstance(node.value, str) else ""
    elif isinstance(node, nodes.Call) and getattr(node.node, "name", "") in GETTEXT:
        for each in node.kwargs:
            yield from bare(each.value)
    elif isinstance(node, nodes.Call) and getattr(node.node, "attr", "") == "get":
        yield from bare(node.node)
    elif isinstance(node, nodes.Filter) and node.name == "map":
        yield from bare(node.node or nodes.Const(""))
    elif not isinstance(node, nodes.Compare | nodes.Include):
        for child in node.iter_child_nodes():
            yield from bare(child)


def outside(template: str) -> list[str]:
    environment = Environment(extensions=["jinja2.ext.i18n"])
    Translation(()).install(environment)
    found = (MARKUP.sub("", text).strip() for text in bare(environment.parse(template)))
    return [text for text in found if any(map(str.isalpha, text))]


@pytest.mark.parametrize("piece", PIECES)
def test_a_template_has_no_words_outside_of_messages(piece: str) -> None:
    assert not outside(template_sources(None)[piece])


@pytest.mark.parametrize(
    "template",
    [
        "Some {{ x }}",
        '{{ "some" if x else "" }}',
        '{{ parts.append("some") }}',
        "[[{{ page }}|some]]",
        "<b>some</b>",
        '{% set x = "some " ~ y %}',
        '{{ _("a %(x)s", x="some") }}',
        "{% if x %}{{ y }} some{% endif %}",
    ],
)
def test_words_outside_of_messages_are_found(template: str) -> None:
    assert outside(template)


RUSSIAN = """
[wiki]
source = "{wiki}"
[sources]
prefixes = ["Час"]
[faq]
page = "Вопросы"
language = "ru"
templates = "{templates}"
[review]
settings = "{{page}}/Настройки"
report = "{{page}}/Отчёт"
hold = ["крыш"]
[[topics]]
id = "tea"
title = "Чай"
keywords = ["чай"]
"""
SPRING = """== Заметки ==
* Чай горячий?
** Анна: Да, очень.
* Когда открывается дом?
** В девять.
* Кто чинит крышу дома?
** Борис.
"""
SUMMER = """* Когда открывается дом?
** Анна: Летом в восемь.
* Сколько молока наливают в чай?
** Нисколько. Спасибо за вопрос.
* Кто моет чашки?
"""
CODE = re.compile(
    r"<!--.*?-->|<code>.*?</code>|<[^<>]*>|\[\[[^\[\]|]*\||\{\| class=\"\w+\"|__[A-Z]+__|&\w+;",
    re.DOTALL,
)


def in_cyrillic() -> str:
    """A catalogue that has the same words for everything, none of them in Latin letters."""
    made = Catalog(locale="ru", charset="utf-8")
    for message in template():
        if message.id:
            known = message.id if isinstance(message.id, str) else message.id[1]
            names = " ".join(re.findall(r"%\(\w+\)s", known))
            form = f"Слова {names}".strip()
            counts = not isinstance(message.id, str)
            made.add(message.id, (form,) * 3 if counts else form, context=message.context)
    written = BytesIO()
    write_po(written, made)
    return written.getvalue().decode()


def test_a_page_in_another_script_has_no_english_word(tmp_path: Path) -> None:
    wiki = tmp_path / "wiki"
    wiki.mkdir()
    (wiki / "Час 2023-03-01.wikitext").write_text(SPRING, "utf-8")
    (wiki / "Час 2023-07-01.wikitext").write_text(SUMMER, "utf-8")
    (tmp_path / "ru.po").write_text(in_cyrillic(), "utf-8")
    said: list[str] = []
    made, saved = Job(
        parse(RUSSIAN.format(wiki=wiki, templates=tmp_path), "test"),
        tmp_path / "state",
        said.append,
        create=True,
    ).run()
    assert saved
    assert not [each for each in said if each.startswith("Note:")]
    pages = {
        file: file.read_text("utf-8")
        for file in (wiki / "Вопросы.wikitext", *wiki.glob("Вопросы/*"))
    }
    assert len(pages) == 3
    for file, text in {**pages, Path("summary"): made.summary}.items():
        assert "Слова" in text, file
        assert not re.findall(r".*[A-Za-z].*", CODE.sub("", text)), file


def test_people_s_edits_of_turned_paragraphs_are_merged() -> None:
    arabic = open_templates(None, language="ar", say=print)

    def made(source: str, text: str | None = None, base: str | None = None) -> str:
        current = None if text is None else Revision(1, 0, "", BOT, "", None, text)
        place = Place(TITLE, current, base, create=True, user=BOT)
        found = plan(replace(build({"Hour 2023-03-01": source}), templates=arabic), place)
        assert found.outcome == "write", found.reasons
        return found.new

    source = "* Is the tea hot?\n** Ana: Yes, very. It is made on a stove. It cools in a cup.\n"
    first = made(source)
    assert first.count('<div dir="ltr">\n') == 1
    assert '=== <bdi dir="ltr">Is the tea hot?</bdi> ===' in first
    edited = first.replace("Yes, very.", "Yes, and sweet.")
    second = made(source.replace("in a cup", "in a bowl"), edited, first)
    (paragraph,) = re.findall(r'<div dir="ltr">\n(.*?)\n</div>', second, re.DOTALL)
    assert paragraph == "Yes, and sweet. It is made on a stove. It cools in a bowl."


# How a catalogue is read


def test_plurals_have_as_many_forms_as_the_language() -> None:
    forms = ["صفر", "واحد", "اثنان", "%(num)s قليل", "%(num)s كثير", "%(num)s آخر"]
    text = 'msgid "one"\nmsgid_plural "%(num)s of them"\n' + "".join(
        f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms)
    )
    arabic = read_catalogue(ARABIC + text, name="ar.po", language="ar", locale=Locale("ar"))
    said = [
        rendered('{{ ngettext("one", "%(num)s of them", n) }}', arabic, language="ar", n=number)
        for number in (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111)
    ]
    assert said == [
        "صفر", "واحد", "اثنان", "3 قليل", "10 قليل", "11 كثير", "99 كثير",
        "100 آخر", "101 آخر", "102 آخر", "103 قليل", "111 كثير",
    ]  # fmt: skip


def test_what_is_not_translated_stays_english() -> None:
    found = german(
        'msgid "empty"\nmsgstr ""\n\n#, fuzzy\nmsgid "fuzzy"\nmsgstr "unsicher"\n\n'
        '#, fuzzy\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "eins"\nmsgstr[1] ""\n\n'
        'msgid "two"\nmsgid_plural "more"\nmsgstr[0] ""\nmsgstr[1] ""\n\n'
        '#~ msgid "obsolete"\n#~ msgstr "alt"\n\nmsgid "there"\nmsgstr "da"\n'
    )
    template = '{{ _("%s") }}'
    said = {word: rendered(template % word, found) for word in ("empty", "fuzzy", "obsolete")}
    assert all(word == text for word, text in said.items())
    assert (
        rendered('{{ ngettext("one", "many", 1) }}{{ ngettext("two", "more", 2) }}', found)
        == "onemore"
    )
    assert rendered('{{ _("there") }} {{ _("nowhere") }}', found) == "da nowhere"


def test_the_nearest_catalogue_speaks_first() -> None:
    near, far = (
        german('msgid "a"\nmsgstr "nah"\n'),
        german('msgid "a"\nmsgstr "fern"\n\nmsgid "b"\nmsgstr "fern"\n'),
    )
    assert rendered('{{ _("a") }} {{ _("b") }} {{ _("c") }}', near, far) == "nah fern c"


def test_a_message_with_a_context_is_another_message() -> None:
    found = german(
        'msgid "Line"\nmsgstr "Zeile"\n\nmsgctxt "tram"\nmsgid "Line"\nmsgstr "Linie"\n\n'
        'msgctxt "tram"\nmsgid "%(num)s car"\nmsgid_plural "%(num)s cars"\n'
        'msgstr[0] "%(num)s Wagen"\nmsgstr[1] "%(num)s Wägen"\n'
    )
    assert rendered('{{ _("Line") }} {{ pgettext("tram", "Line") }}', found) == "Zeile Linie"
    assert rendered('{{ npgettext("tram", "%(num)s car", "%(num)s cars", 2) }}', found) == "2 Wägen"


@given(st.text())
@example("100%")
@example("%(who)s %s %d %% %(")
@example("{{ x }} {% trans %}")
def test_a_value_stays_as_it_is_whatever_stands_in_it(value: str) -> None:
    found = german('msgid "Why %(what)s?"\nmsgstr "Warum zu 100%% %(what)s?"\n')
    template = "{% trans %}Why {{ what }}?{% endtrans %}"
    assert rendered(template, found, what=value) == f"Warum zu 100% {value}?".strip("\n")
    assert rendered(template, what=value) == f"Why {value}?".strip("\n")


def test_a_percent_sign_in_a_template_is_a_percent_sign() -> None:
    template = "{% trans %}100% of {{ it }}{% endtrans %}"
    assert rendered(template, it="it") == "100% of it"
    found = german('msgid "100%% of %(it)s"\nmsgstr "%(it)s zu 100 %%"\n')
    assert rendered(template, found, it="es") == "es zu 100 %"


HEADER = 'msgid ""\nmsgstr ""\n'
BROKEN = [
    ("msgid Related\n", "line 1: this is no line of a catalogue"),
    ('msgid "a"\nmsgstr "b\n', "line 2: this is no line of a catalogue"),
    ('msgid "a"\nmsgstr "b" "c"\n', "line 2: this is no line of a catalogue"),
    ('msgid "a"\nmsgstr "b\\x"\n', "line 2: this is no line of a catalogue"),
    ("<!DOCTYPE html>\n", "line 1: this is no line of a catalogue"),
    ('msgid "a"\n', "line 1: a message is msgid and msgstr"),
    ('msgstr "a"\n', "line 1: a message is msgid and msgstr"),
    ('"a"\n', "line 1: a message is msgid and msgstr"),
    ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "line 1: a message is msgid and msgstr"),
    ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "line 4: this message stands on line 1 already"),
    ('msgid "a"\nmsgstr "b"\n\nmsgid ""\nmsgstr ""\n', "line 4: an empty msgid is the header's"),
    ('msgctxt "x"\nmsgid ""\nmsgstr ""\n', "line 1: an empty msgid is the header's"),
    ('msgid "a %(x)s"\nmsgstr "b %(y)s"\n', r"line 1: msgstr of 'a %\(x\)s' must have the same placeholders; look at %\(x\)s, %\(y\)s"),
    ('msgid "a %(x)s"\nmsgstr "b"\n', r"look at %\(x\)s"),
    ('msgid "a"\nmsgstr "b %(x)s"\n', r"look at %\(x\)s"),
    ('msgid "a %(x)s"\nmsgstr "b %(x)"\n', "has a '%'; write it as '%%'"),
    ('msgid "a"\nmsgstr "100 %"\n', "has a '%'; write it as '%%'"),
    ('msgid "a"\nmsgstr "%s"\n', "has a '%'; write it as '%%'"),
    (GERMAN + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', r"line 5: msgstr\[1\] of 'a' is missing"),
    (GERMAN + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n', r"msgstr\[1\] of 'a' is missing"),
    (GERMAN + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\nmsgstr[2] "e"\n', "line 5: .*more translations than"),
    (GERMAN + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n', r"line 5: the plural forms are msgstr\[0\], msgstr\[2\]; count from 0"),
    (GERMAN + 'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', "line 5: a message is msgid and msgstr"),
    (GERMAN + 'msgid "a %(x)s"\nmsgid_plural "b %(n)s %(x)s"\nmsgstr[0] "c"\nmsgstr[1] "%(n)s %(x)s"\n', r"line 5: msgstr\[0\] .* look at %\(x\)s"),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n', r"line 1: the header lacks Plural-Forms; write 'Plural-Forms: nplurals=2; plural=\(n != 1\);"),
    (GERMAN.replace("n != 1", "n !=") + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n', "Plural-Forms are broken"),
    (GERMAN.replace("n != 1", "n / 0") + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n', "Plural-Forms are broken"),
    (GERMAN.replace("n != 1", "n % 3") + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n', "count more forms than its nplurals says"),
    (GERMAN.replace("nplurals=2", "nplurals=two"), "the header .* can't be read"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), BROKEN)
def test_a_broken_catalogue_is_one_sentence_with_file_and_line(text: str, sentence: str) -> None:
    with pytest.raises(ConfigurationError, match=sentence) as refused:
        read_catalogue(text, name="my/de.po", language="de", locale=Locale("de"))
    assert str(refused.value).startswith("The catalogue my/de.po, line ")
    assert "\n" not in str(refused.value)


PIECES_OF_CATALOGUES = st.sampled_from(
    [
        'msgid ""', 'msgid "a"', 'msgid "b %(x)s"', 'msgid_plural "b"', 'msgstr ""', 'msgstr "c"',
        'msgstr[0] "c"', 'msgstr[1] "d"', '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"',
        '"Content-Type: text/plain; charset=latin-1\\n"', '"Language: xx\\n"', '"%(x)s"', "#, fuzzy",
        "#~ x", "# x", "#: x:1", '"PO-Revision-Date: x\\n"', 'msgctxt "x"', '"\x00"', '"é\\n"', "\ufeff",
    ]
)  # fmt: skip


@given(st.lists(PIECES_OF_CATALOGUES | st.text(max_size=8), max_size=12).map("\n".join))
def test_any_text_is_a_catalogue_or_one_sentence(text: str) -> None:
    try:
        found = read_catalogue(text, name="de.po", language="de", locale=Locale("de"))
    except ConfigurationError as refused:
        said = str(refused)
    else:
        said = "The catalogue de.po, line of none"
        assert all(all(forms) for forms in found.forms.values())
        assert all(
            len(forms) > found.plural(number)
            for forms in found.forms.values()
            for number in (0, 1, 5)
        )
    assert said.startswith("The catalogue de.po, line ")
    assert "\n" not in said


# Which catalogues a language gets


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("en", ["en"]),
        ("pt-BR", ["pt-br", "pt"]),
        ("pt_br", ["pt-br", "pt"]),
        ("de-formal", ["de-formal", "de"]),
        ("be-x-old", ["be-x-old", "be-tarask"]),
        ("be-tarask", ["be-tarask", "be"]),
        ("als", ["als", "gsw", "de"]),
        ("sr-ec", ["sr-ec", "sr-cyrl", "sr"]),
        ("zh-hk", ["zh-hk", "zh-hant", "zh-tw", "zh"]),
        ("arz", ["arz", "ar"]),
        ("ca", ["ca", "oc"]),
        ("simple", ["simple", "en"]),
    ],
)
def test_words_are_looked_for_as_mediawiki_does(code: str, first: list[str]) -> None:
    assert [*codes(code)][: len(first)] == first
    assert "fr" not in codes("ca")  # fallbacks of another language aren't followed


@pytest.mark.parametrize(
    ("code", "locale"),
    [
        ("en", "en_GB"), ("zh-hans", "zh_Hans"), ("sr-el", "sr_Latn"), ("de-formal", "de"),
        ("bar", "de"), ("arz", "ar"), ("als", "gsw"), ("pt-BR", "pt_BR"), ("crh", "en_GB"),
    ],
)  # fmt: skip
def test_dates_are_those_of_the_language_or_of_its_nearest_fallback(code: str, locale: str) -> None:
    assert str(locale_of(code)) == locale


@pytest.mark.parametrize("code", ["", "-", "xx-nowhere", "english", "../de", "a" * 300])
def test_no_language_is_an_error(code: str) -> None:
    assert known(code) is None
    with pytest.raises(ConfigurationError, match="no such language"):
        locale_of(code)


def spoken(language: str, folder: Path | None = None) -> tuple[str, list[str]]:
    """What the heading of other questions says, and what the operator is told."""
    said: list[str] = []
    found = open_templates(str(folder) if folder else None, language=language, say=said.append)
    data: dict[str, Any] = {"title": None, "alone": False, "mark": "", "also": (), "index": ()}
    return found.render("topic.wikitext.j2", **data), said


def test_english_words_stand_in_for_unknown_ones_and_the_operator_is_told_once() -> None:
    text, said = spoken("fi")
    assert "Other questions" in text
    (note,) = said
    assert note.startswith("Note: there are no words in 'fi' for the page yet")
    assert "those of 'en'" in note
    (note,) = spoken("bar")[1]
    assert "those of 'de'" in note
    for quiet in ("en", "en-GB", "de", "de-formal", "ar", "ar-EG"):
        assert not spoken(quiet)[1], quiet


def test_a_language_is_added_by_one_file(tmp_path: Path) -> None:
    (tmp_path / "fi.po").write_text('msgid "Other questions"\nmsgstr "Muita kysymyksiä"\n', "utf-8")
    text, said = spoken("fi", tmp_path)
    assert "Muita kysymyksiä" in text
    (note,) = said
    assert "have no words in 'fi' and stay English" in note


def test_words_of_a_folder_take_the_place_of_ours_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text('msgid "Other questions"\nmsgstr "Was noch?"\n', "utf-8")
    text, said = spoken("de", tmp_path)
    assert "Was noch?" in text
    assert not said
    assert len(catalogues(str(tmp_path), language="de")) == 2


def test_a_file_of_gettexts_name_is_known_too(tmp_path: Path) -> None:
    (tmp_path / "pt_BR.po").write_text('msgid "Other questions"\nmsgstr "Outras"\n', "utf-8-sig")
    assert "Outras" in spoken("pt-br", tmp_path)[0]


def test_a_catalogue_that_would_do_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "german.po").write_text("", "utf-8")
    with pytest.raises(ConfigurationError, match=r"german\.po is named after no language"):
        spoken("de", tmp_path)


def test_a_catalogue_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "de.po").write_bytes('msgid "a"\nmsgstr "ä"\n'.encode("latin-1"))
    with pytest.raises(ConfigurationError, match=r"de\.po is not in UTF-8"):
        spoken("de", tmp_path)


# The direction of texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tea", "ltr"), ("شاي", "rtl"), ("תה", "rtl"), ("茶", "ltr"), ("", None), ("12 + 3?", None),
        ("شاي (tea)", None), ("شاي أخضر (tea)", "rtl"), ("green tea (شاي)", "ltr"),
    ],
)  # fmt: skip
def test_most_letters_say_in_which_direction_a_text_is_read(text: str, found: str | None) -> None:
    assert direction(text) == found


def test_every_letter_that_is_written_from_the_right_is_seen() -> None:
    letters = [chr(each) for each in range(sys.maxunicode + 1) if direction(chr(each)) == "rtl"]
    assert len(letters) > 2000
    assert not [letter for letter in letters if turned(letter, "ltr") != direction(plain(letter))]
    assert turned("&#1588;&#1575;&#1610;", "ltr") == "rtl"


def test_only_a_text_of_the_other_direction_is_marked() -> None:
    assert directed("Tea.", "rtl") == '<div dir="ltr">\nTea.\n</div>'
    assert isolated("Tea?", "rtl") == '<bdi dir="ltr">Tea?</bdi>'
    for page, text in (("ltr", "Tea."), ("rtl", "شاي"), ("rtl", "12"), ("rtl", "")):
        assert directed(text, page) == isolated(text, page) == text  # type: ignore[arg-type]


def test_markup_has_no_direction() -> None:
    link = "[[Project talk:Conversation hour/2024-05-02#faq-abc|شاي]]"
    assert isolated(link, "rtl") == link
    assert isolated(link, "ltr") == f'<bdi dir="rtl">{link}</bdi>'
    assert isolated("<code>* hide: faq-a</code>", "rtl").startswith('<bdi dir="ltr"><code>')


def test_templates_know_dates_numbers_lists_and_directions() -> None:
    template = (
        '{{ "2023-12-14" | date }}; {{ 12345 | number }}; {{ ["a", "b", "c"] | listed }}; '
        '{{ direction }}; {{ "Tea" | turned }}'
    )
    assert rendered(template, language="en") == "14 December 2023; 12,345; a, b and c; ltr; "
    assert rendered(template, german("")) == "14. Dezember 2023; 12.345; a, b und c; ltr; "
    assert rendered(template, language="fi") == "14. joulukuuta 2023; 12\xa0345; a, b and c; ltr; "
    arabic = read_catalogue(ARABIC, name="ar.po", language="ar", locale=Locale("ar"))
    said = rendered(template, arabic, language="ar")
    assert said == "14 ديسمبر 2023; 12,345; a وb وc; rtl; ltr"
    assert rendered("{{ [] | listed }}", language="ar") == ""
