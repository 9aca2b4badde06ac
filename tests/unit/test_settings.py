"""The settings page: wishes are read strictly, and what explains them is passed over."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from time import process_time
from typing import TYPE_CHECKING
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikifaq.consolidate.wishes import Wishes
from wikifaq.page.settings import KEYWORDS, LONGEST_VALUE, Settings, SettingsError, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNED = "[[User:Ana|Ana]] ([[User talk:Ana|talk]]) 12:05, 1 May 2024 (UTC)"
ENTRIES = ["hide", "restore", "publish", "outdated"]
VALUES = ["topic", "question", "answer", "extract"]
REVISIONS = ["resume", "accept loss"]

PAGE = f"""\
== Settings of the tea house's FAQ ==
{{{{Notice|Lines that begin with a star are settings.}}}}
For example:
<pre>
* hide: faq-nothing
* nonsense: x
</pre>
* merge: faq-kettle, [[Tea house FAQ#faq-teapot|the pot]], [[#faq-urn]]
* Merge: cups, mugs <!-- they ask for the same --> --{SIGNED}
* split: faq-green, faq-black, faq-white
* The bot reads this page once an hour: be patient.
* HIDE: faq-gossip
** restore: faq-spoon
* publish: faq-new, faq-newer
* outdated: https://tea.example.org/wiki/FAQ#faq-prices
* topic: faq-kettle = [[Tea house FAQ#Brewing|Brewing]]
* topic: faq-urn = faq-topic-brewing
* question: faq-kettle = When does the kettle boil?
* answer: faq-kettle = 2021-04-17
* answer: faq-urn = [[Tea hour 3]]
* answer: faq-cups = [[Tea house FAQ#faq-mugs]]
* extract: faq-kettle = Mostly at four = tea time
* resume: 12345
* resume: [[Special:Diff/678|this one]]
* accept loss: 99, 100
"""


def test_a_page_with_all_settings() -> None:
    assert read_settings(PAGE) == Settings(
        wishes=Wishes(
            same=(("kettle", "teapot", "urn"), ("cups", "mugs")),
            different=(("green", "black"), ("green", "white"), ("black", "white")),
            hidden=frozenset({"gossip"}),
            published=frozenset({"new", "newer"}),
            outdated=frozenset({"prices"}),
            topics={"kettle": "Brewing", "urn": "brewing"},
            questions={"kettle": "When does the kettle boil?"},
            answers={"kettle": "2021-04-17", "urn": "Tea hour 3", "cups": "faq-mugs"},
            extracts={"kettle": "Mostly at four = tea time"},
        ),
        restored=frozenset({"spoon"}),
        resumed=frozenset({12345, 678}),
        accepted=frozenset({99, 100}),
    )


def test_a_page_without_settings_wishes_nothing() -> None:
    assert read_settings("") == read_settings("Some words: faq-a.\n# hide: faq-a") == Settings()


BROKEN = {
    "* mrge: faq-a, faq-b": "unknown setting 'mrge'; did you mean 'merge'?",
    "* Please hide: faq-a": "unknown setting 'please hide'; did you mean 'hide'?",
    "* accept_loss: 5": "unknown setting 'accept_loss'; did you mean 'accept loss'?",
    "* Note: x": "unknown setting 'note'; the settings are merge, ",
    "* merge faq-a, faq-b": "'merge' lacks its colon; write it as 'merge: faq-a, faq-b'",
    "* topic [[#faq-a]] = Tea": "'topic' lacks its colon",
    "* acept loss 12": "'acept loss' lacks its colon; write it as 'accept loss: 12345'",
    "* hide:": "'hide' lacks an entry, such as 'faq-a'; write it as 'hide: faq-a'",
    "* hide: faq-a,": "'hide' lacks an entry",
    "* merge: faq-a": "'merge' lacks two different entries",
    "* split: faq-a, a": "'split' lacks two different entries",
    "* merge: faq-a faq-b": "no comma before 'faq-b'",
    "* hide: Who?": "'Who?' is not the id",
    "* hide: faq-a.": "'faq-a.' is not the id of an entry; copy it from the entry's anchor",
    "* hide: [[Tea house FAQ]]": "'[[Tea' is not the id",
    "* hide: [[Tea house FAQ#milk]]": "'#milk' is not the id",
    "* hide: https://tea.example.org/wiki/FAQ#milk": "'#milk' is not the id",
    f"* hide: faq-{'a' * 25}": "is not the id",
    "* hide: faq-topic-brewing": "is the anchor of a topic",
    "* hide: faq-é": "'faq-é' is not the id",
    "* question: faq-a": "'question' lacks its value behind '='",
    "* question: faq-a = <nowiki/>": "'question' lacks its value behind '='",
    "* question: = When?": "'question' lacks an entry",
    "* question: faq-a, faq-b = When?": "'question' is said of one entry at a time",
    "* question: faq-a = {{tea}}?": "'question' has a template",
    "* question: faq-a = Who <ref>x</ref>?": "'question' has a template, a footnote or the like",
    f"* extract: faq-a = {'a' * 501}": "'extract' has 501 characters; shorten it to 500",
    "* question: faq-a = a\u202eb": "a character that is never shown",
    "* question: faq-a = a\x00b": "a character that is never shown",
    "* question: faq-a = &lt;!-- wikifaq:end --&gt;": "the sign of a comment",
    "* question: faq-a = <nowiki>When\nor where?</nowiki>": "goes on over several lines",
    "* resume:": "'resume' lacks the number of a revision; write it as 'resume: 12345'",
    "* resume: faq-a": "'faq-a' is not the number of a revision",
    "* resume: 0": "'0' is not the number",
    "* resume: ٣": "'٣' is not the number",
    "*: hide: faq-a": "'hide' stands behind ':'; begin its line with '*' alone",
    "* hide: faq-a <!-- so\n* hide: faq-b": "a comment is opened here and never closed",
}


@pytest.mark.parametrize(("text", "said"), BROKEN.items())
def test_a_broken_line_is_named_with_what_to_do(text: str, said: str) -> None:
    before = "* hide: faq-x <!-- a\ncomment\n-->\n<nowiki>\n* y: z\n</nowiki>\n"
    after = "\n* nonsense: x"
    with pytest.raises(SettingsError) as caught:
        read_settings(f"{before}{text}{after}")
    assert caught.value.line == 7
    assert said in str(caught.value)
    assert str(caught.value).startswith("line 7: ")


@pytest.mark.parametrize("keyword", VALUES)
def test_two_values_for_one_entry_are_an_error_that_names_both_lines(keyword: str) -> None:
    text = f"* {keyword}: faq-a = Tea\n* {keyword}: faq-b = Milk\n\n* {keyword}: a = {{}}"
    with pytest.raises(SettingsError, match=r"line 4: another .* than on line 1") as caught:
        read_settings(text.format("Milk"))
    assert caught.value.line == 4
    assert read_settings(text.format("Tea"))


def test_lines_add_up() -> None:
    twice = read_settings("* hide: a\n* hide: b, a\n* merge: a, b\n* merge: b, c\n* merge: a, b")
    assert twice.wishes == Wishes(same=(("a", "b"), ("b", "c")), hidden=frozenset("ab"))


def test_to_merge_and_split_the_same_pair_is_no_error_here() -> None:
    read = read_settings("* merge: a, b\n* split: a, b")
    assert read.wishes == Wishes(same=(("a", "b"),), different=(("a", "b"),))


ALIKE = {
    "no space": "*hide:faq-a",
    "spaces": "*   hide :  faq-a \t",
    "nested": "* x\n** hide: faq-a",
    "bold": "* '''hide:''' ''faq-a''",
    "code": "* hide: <code>faq-a</code>",
    "all code": "* <code>hide: faq-a</code>",
    "nowiki": "* hide: <nowiki>faq-a</nowiki>",
    "all nowiki": "* <nowiki>hide: faq-a</nowiki>",
    "literal link": "* hide: <nowiki>[[#faq-a]]</nowiki>",
    "empty nowiki": "* hide: <nowiki/>faq-<nowiki />a",
    "highlighted": '* hide: <syntaxhighlight lang="text" inline>faq-a</syntaxhighlight>',
    "span": '* hide: <span style="color: red">faq-a</span>',
    "mark": "* hide: \u200efaq-a\u200f",
    "entity": "* hide:&nbsp;faq-a",
    "other colon": "* hide：faq-a",
    "capitals": "* Hide: Faq-A",
    "comment": "* hide<!-- a: b -->: faq-<!--\n\n-->a",
    "line break": "* hide: faq-a<br />",
    "stars apart": "* * hide: faq-a",
    "comment first": "<!-- so -->* hide: faq-a",
    "dash": f"* hide: faq-a --{SIGNED}",
    "signature": f"* hide: [[FAQ#faq-a]] {SIGNED}",
    "no time": "* hide: faq-a --[[User:Ana|Ana]] ([[User talk:Ana|talk]])",
    "own page": "* hide: [[User:Ana/FAQ#faq-a]] --[[User:Ana|Ana]] 12:05, 1 May 2024 (UTC)",
    "link": "* hide: [[:Tea house FAQ#faq-a|What: tea?]]",
    "address": "* hide: [https://tea.example.org/a,b?c=d#faq-a What, tea?]",
    "CRLF": "x\r\n* hide: faq-a\r\n",
    "without its star": "hide: faq-a",
    "VisualEditor's typed star": "<nowiki>*</nowiki> hide: faq-a",
}


@pytest.mark.parametrize("name", ALIKE)
def test_a_setting_is_read_alike_however_an_editor_wrote_it(name: str) -> None:
    assert read_settings(ALIKE[name]) == Settings(wishes=Wishes(hidden=frozenset("a")))


PROSE = [
    " hide: faq-a",
    "To hide: faq-a",
    "* ",
    "*",
    "* Merge requests go to the talk page",
    "* How to hide an entry: see below",
    f"* I agree. {SIGNED}",
    "*: Yes: I agree",
    "*# First: brew",
    "# hide: faq-a",
    "<nowiki>* hide: faq-a</nowiki>",
    "<pre>* hide: faq-a</pre>",
    " * hide: faq-a\n * x: y",
    "* <br />",
    "* So <pre>\nhide: faq-a\n</pre>",
    '<syntaxhighlight lang="text">\n* hide: faq-a\n* x: y\n</syntaxhighlight>',
    "<!-- * hide: faq-a\n* x: y -->",
    "* see [[Help:Tea]] or https://tea.example.org",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_and_examples_are_no_settings(text: str) -> None:
    assert read_settings(text) == Settings()


VALUE = {
    "What is <nowiki>{{tea}}</nowiki> or <nowiki>~~~~</nowiki>?": "What is {{tea}} or ~~~~?",
    "What is ''[[Tea#Green|green tea]]''?": "What is green tea?",
    "Tea &amp; milk: a = b?": "Tea & milk: a = b?",
    "<syntaxhighlight lang='text' inline>Who? {{x}}</syntaxhighlight>": "Who? {{x}}",
    f"Who pours? --{SIGNED}": "Who pours?",
    "Who  <!-- really -->pours?": "Who pours?",
    "Wer gießt‎ 'n' \u200dTee?": "Wer gießt‎ 'n' \u200dTee?",
}


@pytest.mark.parametrize(("written", "read"), VALUE.items())
def test_a_value_is_what_a_reader_of_the_page_sees(written: str, read: str) -> None:
    for text in (f"* question: faq-a = {written}", f"*question:[[#faq-a|x = y]]={written}"):
        assert read_settings(text).wishes.questions == {"a": read}


# What VisualEditor's serializer made of the same, typed and pasted into a list of its own.
VISUAL = """\
<nowiki>*</nowiki> hide: faq-typed

* merge: faq-kettle, [[Tea house#faq-pot|faq-pot]], <nowiki>[[#faq-urn]]</nowiki>
* question: faq-kettle = What's <nowiki>{{tea}}</nowiki> & <nowiki>''</nowiki>milk<nowiki>''</nowiki> = <nowiki><b>?</nowiki>
** '''hide:''' <code>faq-gossip</code>
* extract: faq-kettle = At ~~~~ <nowiki>__TOC__</nowiki> <nowiki>https://tea.example.org/</nowiki> [1] <!-- note -->
* hide: https://tea.example.org/wiki/Tea_house#faq-price
* topic: faq-kettle = <span style="color:red">Brewing</span>
* <br />
*
* hide: faq-spoon<br />

 * hide: faq-example
 * x: y
"""


def test_what_visual_editor_saves_is_read() -> None:
    assert read_settings(VISUAL).wishes == Wishes(
        same=(("kettle", "pot", "urn"),),
        hidden=frozenset({"typed", "gossip", "price", "spoon"}),
        topics={"kettle": "Brewing"},
        questions={"kettle": "What's {{tea}} & ''milk'' = <b>?"},
        extracts={"kettle": "At ~~~~ __TOC__ https://tea.example.org/ [1]"},
    )


def test_a_literal_around_the_whole_setting_keeps_its_value_literal() -> None:
    text = "* <nowiki>question: faq-a = What is {{tea}}?</nowiki>"
    assert read_settings(text).wishes.questions == {"a": "What is {{tea}}?"}


ids = st.from_regex(r"[a-z2-7]{10}", fullmatch=True)
numbers = st.integers(1, 10**12)
words = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="<>[]{}'&_~|=:"),
    min_size=1,
    max_size=12,
)
# A dot or a dash at the end is taken for what leads to a signature.
plain_values = (
    st.lists(words, min_size=1, max_size=8)
    .map(" ".join)
    .filter(
        lambda text: (
            not re.search(r"--|//|\(|https?|(?i:isbn|rfc|faq)|[\W_]\Z", text)
            and text.strip() == text
        )
    )
)


@st.composite
def settings(draw: st.DrawFn) -> Settings:
    same = draw(
        st.lists(st.lists(ids, min_size=2, max_size=4, unique=True).map(tuple), unique=True)
    )
    apart = draw(
        st.lists(st.lists(ids, min_size=2, max_size=2, unique=True).map(tuple), unique=True)
    )
    some = {each: draw(st.frozensets(ids, max_size=3)) for each in ENTRIES}
    values = {each: draw(st.dictionaries(ids, plain_values, max_size=3)) for each in VALUES}
    wishes = Wishes(
        same=tuple(same),
        different=tuple((a, b) for a, b in apart),
        hidden=some["hide"],
        published=some["publish"],
        outdated=some["outdated"],
        topics=values["topic"],
        questions=values["question"],
        answers=values["answer"],
        extracts=values["extract"],
    )
    revisions = {each: draw(st.frozensets(numbers, max_size=3)) for each in REVISIONS}
    return Settings(wishes, some["restore"], revisions["resume"], revisions["accept loss"])


def written(wanted: Settings) -> list[str]:
    """The lines that say so."""
    wishes = wanted.wishes
    lines = [f"* merge: {', '.join(f'faq-{each}' for each in group)}" for group in wishes.same]
    lines += [f"* split: faq-{a}, faq-{b}" for a, b in wishes.different]
    some = [wishes.hidden, wanted.restored, wishes.published, wishes.outdated]
    for keyword, entries in zip(ENTRIES, some, strict=True):
        lines += [f"* {keyword}: faq-{each}" for each in sorted(entries)]
    values = [wishes.topics, wishes.questions, wishes.answers, wishes.extracts]
    for keyword, each_value in zip(VALUES, values, strict=True):
        lines += [f"* {keyword}: faq-{each} = {value}" for each, value in each_value.items()]
    for keyword, revisions in zip(REVISIONS, [wanted.resumed, wanted.accepted], strict=True):
        lines += [f"* {keyword}: {each}" for each in sorted(revisions)]
    return lines


@given(settings())
def test_what_is_written_is_read_back(wanted: Settings) -> None:
    assert read_settings("\n".join(written(wanted))) == wanted


between = st.sampled_from(
    ["", "Some words: here.", "* A bullet without any", "== Heading ==", "<!-- * x: y -->",
     "<!-- one\n* merge: two -->", "{{Notice}}", "<pre>\n* x: y\n</pre>", ": * hide: x"]
)  # fmt: skip


@given(settings(), st.data())
def test_prose_and_comments_between_change_nothing(wanted: Settings, data: st.DataObject) -> None:
    lines = []
    for line in written(wanted):
        lines += [data.draw(between), line, data.draw(between)]
    assert read_settings("\n".join(lines)) == wanted
    assert read_settings("\r\n".join(lines)) == wanted


def visual(line: str) -> str:
    """A line as VisualEditor may save it."""
    return line.replace("* ", "*", 1).replace(" = ", " =<nowiki/> ").replace(", ", ",<nowiki/> ")


def commented(line: str) -> str:
    return line.replace("* ", "* <!-- a: b = c -->", 1) + "<!--\n* hide: faq-z\n-->"


def wrapped(line: str) -> str:
    """A line with code around its last value."""
    head, mark, value = line.rpartition(" = ")
    return f"{head}{mark}<code>{value}</code>" if mark else line


def signed(line: str) -> str:
    return f"{line} --{SIGNED}"


@pytest.mark.parametrize("form", [visual, commented, wrapped, signed])
@given(wanted=settings())
def test_editors_forms_are_read_alike(form: Callable[[str], str], wanted: Settings) -> None:
    assert read_settings("\n".join(map(form, written(wanted)))) == wanted


@given(settings(), st.data())
def test_a_broken_line_is_found_wherever_it_stands(wanted: Settings, data: st.DataObject) -> None:
    lines = written(wanted)
    at = data.draw(st.integers(0, len(lines)))
    lines.insert(at, data.draw(st.sampled_from(["* hidden: a", "* merge: a", "* resume: x"])))
    with pytest.raises(SettingsError) as caught:
        read_settings("\n".join(lines))
    assert caught.value.line == at + 1


def tried(text: str) -> tuple[Wishes, SettingsError | None]:
    try:
        return read_settings(text).wishes, None
    except SettingsError as error:
        return Wishes(), error


pieces = st.sampled_from(
    ["*", "* ", "\n", "\r", ":", "=", ",", "faq-a", "[[", "]]", "[[#faq-b|", "|", "<!--", "-->",
     "<nowiki>", "</nowiki>", "<nowiki/>", "<pre>", "</pre>", "<code>", "{{", "}}", "'''", "https://",
     "12", SIGNED, "--[[User:A", "\x00", "\ud800", "&#10;", *(each.keyword for each in KEYWORDS)]
)  # fmt: skip


@given(st.lists(pieces | st.text(max_size=4), max_size=30).map("".join))
def test_nothing_but_a_settings_error_is_raised(text: str) -> None:
    wishes, error = tried(text)
    if error:
        assert 1 <= error.line <= len(re.split("\r\n|\r|\n", text))
        assert not any(category(each) in ("Cc", "Cs") for each in str(error))
        assert len(str(error)) < 400
    assert all(len(set(group)) == len(group) >= 2 for group in wishes.same)
    for values in (wishes.topics, wishes.questions, wishes.answers, wishes.extracts):
        for value in values.values():
            assert value.strip() == value
            assert 0 < len(value) <= LONGEST_VALUE
            assert not any(category(each) in ("Cc", "Cs") for each in value)


@given(st.text(alphabet="mergsplithdou ", min_size=1, max_size=14))
def test_a_few_words_before_a_colon_are_a_keyword_or_an_error(said: str) -> None:
    name = " ".join(said.split())
    if not name or name.count(" ") > 2:
        return
    if name in {each.keyword for each in KEYWORDS}:
        name += "x"
    with pytest.raises(SettingsError, match="unknown setting"):
        read_settings(f"* {name}: faq-a, faq-b")


def test_the_forms_of_the_keywords_are_settings() -> None:
    for row in KEYWORDS:
        assert row.form.startswith(f"{row.keyword}: ")
        assert read_settings(f"* {row.form}") != Settings()
    assert len({row.keyword for row in KEYWORDS}) == len(KEYWORDS)
    everything = read_settings("\n".join(f"* {row.form}" for row in KEYWORDS))
    assert all(getattr(everything, each) for each in ("restored", "resumed", "accepted"))
    for name in Wishes.__slots__:
        assert getattr(everything.wishes, name), name


def test_all_pairs_of_a_split_are_kept_apart() -> None:
    names = [f"tea{number}" for number in range(5)]
    read = read_settings(f"* split: {', '.join(names)}").wishes
    assert read == replace(Wishes(), different=tuple(combinations(names, 2)))


LONG = [
    "*", "* ", "* <", "[[", "[[a#", "* hide: [[a", "<nowiki>", "<nowiki ", "<!--", "{{", "* a: ",
    "https://", "\n* hide: a", "faq-a, ", "'", "a ", "[[User:A|A]] ", SIGNED, "&amp;", "-", "\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_time_grows_with_the_length(piece: str) -> None:
    for start in ("", "* hide: ", "* question: faq-a = ", "* hide: faq-a "):
        text = start + piece * (200_000 // len(piece))
        before = process_time()
        tried(text)
        assert process_time() - before < 10  # what is quadratic takes minutes
