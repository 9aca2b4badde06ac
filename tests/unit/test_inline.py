"""Inline wikitext as the plain text that a reader sees."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tries import tries

from wikifaq.transcript.inline import parts, plain, unseen
from wikifaq.transcript.meanings import TEMPLATES

NBSP = "\u00a0"
LONG = 100_000


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("", ""),
        ("  two  spaces\n and\tmore\r\n", "two spaces and more"),
        ("it's R&D; 5 > 3 and a < b <3", "it's R&D; 5 > 3 and a < b <3"),
        ("{one} [two] =three= a|b :c", "{one} [two] =three= a|b :c"),
        ("* a star, # a hash", "* a star, # a hash"),
        (f"a{NBSP}{NBSP}b ", f"a{NBSP}{NBSP}b"),
    ],
)  # fmt: skip
def test_words_stay_words(wikitext: str, text: str) -> None:
    assert plain(wikitext) == text


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("the ''old'' '''tea''' '''''pot'''''", "the old tea pot"),
        ("''''four'''' ''''''six''''''", "'four' 'six'"),
        ("l'''eau d''e'' x", "leau de x"),
        ("l'''eau ''x", "l'eau x"),
        ("a ''x'''y", "a x'y"),
        ("'''one\n'''two'' three", "one 'two three"),
        ("x ''open '''both", "x open 'both"),
        ("the dogs' '90s", "the dogs' '90s"),
    ],
)  # fmt: skip
def test_apostrophes(wikitext: str, text: str) -> None:
    assert plain(wikitext) == text


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("[[Tea]] [[Tea|green]] [[Tea]]s [[Tea#Pots]] [[#Pots]] [[ Tea]]", "Tea green Teas Tea#Pots #Pots Tea"),
        ("[[:de:Tee]] [[de:Tee]] [[mw:Tea|wiki tea]] [[:mw:Tea]]", "de:Tee de:Tee wiki tea mw:Tea"),
        ("[[Special:MyLanguage/Tea|tea]] [[Special:MyLanguage/Tea]]", "tea Special:MyLanguage/Tea"),
        ("[[a_b]] [[a%20b]] [[a&amp;b]] [[/sub]] [[/sub/]]", "a_b a b a&b /sub sub"),
        ("x [[Category:Tea]] y [[Kategorie:Tee|k]]z", "x yz"),
        ("[[:Category:Tea]] [[:File:Tea.png]] [[Media:Tea.ogg|hear]]", "Category:Tea File:Tea.png hear"),
        ("x [[File:Tea.jpg|thumb|a cup]] y [[Datei:Tee.jpg]] z", "x y z"),
        ("x [[File:a.png|thumb|[[cup]] and [[pot|the pot]]]] y [[b]]", "x y b"),
        ("[[File:a.png|thumb|cup [[x]] open", "[[File:a.png|thumb|cup x open"),
        ("[[File:a.png|[https://example.org x]]]y", "y"),
        ("[[a|''b'' c]] [[it''s]] ''[[a|''''b'''']]''", "b c it''s 'b'"),
        ("[[a|b\n* c]]", "b * c"),
        ("[[a|[b]]] [[a]]] [[[a]]", "[b] a] [[[a]]"),
        ("[[a|b [[c]] d]]", "[[a|b c d]]"),
        ("[[foo (bar)|]] [[|foo]] [[]] [[ ]] [[|]] [[:]] [[::a]]", "[[foo (bar)|]] [[|foo]] [[]] [[ ]] [[|]] [[:]] [[::a]]"),
        ("[[a<b]] [[a{b]] [[a~~~b]] [[a\nb]] [[./a]]", "[[a<b]] [[a{b]] [[a~~~b]] [[a b]] [[./a]]"),
        ("[[open and [[a]] ]] [[", "[[open and a ]] [["),
        ("[[a<b>c</b>]] [[a<!-- b -->c]]", "[[ac]] ac"),
    ],
)  # fmt: skip
def test_wikilinks(wikitext: str, text: str) -> None:
    assert plain(wikitext) == text


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("[https://example.org the ''tea''] x", "the tea x"),
        ("[https://example.org] [//example.org/a] [mailto:a@example.org]", "https://example.org //example.org/a mailto:a@example.org"),
        ("[mailto:a@example.org write] [//example.org b]", "write b"),
        ("https://example.org/a_(b)?c=d&e=f. <https://example.org>", "https://example.org/a_(b)?c=d&e=f. <https://example.org>"),
        ("[https://example.org open\nline] [fiscal] [x https://example.org]", "[https://example.org open line] [fiscal] [x https://example.org]"),
        ("[https://example.org [[a|b]] c] [[https://example.org d]]", "b c [d]"),
        ("[https://example.org&lt;a b] [https://example.org/<b>a</b> b]", "<a b a b"),
        ("[javascript:x y] [https:// x]", "[javascript:x y] [https:// x]"),
    ],
)  # fmt: skip
def test_links_to_elsewhere(wikitext: str, text: str) -> None:
    assert plain(wikitext) == text


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("a&nbsp;b &lt;c&gt; &amp;lt; &eacute;&#233;&#xE9;", f"a{NBSP}b <c> &lt; ééé"),
        ("&nope; &amp &#0; &#150; &#xD800; &#99999999999; &;", "&nope; &amp &#0; &#150; &#xD800; &#99999999999; &;"),
        ("&#91;&#91;a&#93;&#93; &#39;&#39;b &#123;&#123;c}}", "[[a]] ''b {{c}}"),
        ("AT&T &lt;b&gt;", "AT&T <b>"),
    ],
)  # fmt: skip
def test_references_to_characters(wikitext: str, text: str) -> None:
    assert plain(wikitext) == text


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("a<br>b<br/>c<BR clear='all' />d</br>e", "a b c d e"),
        ("<div class='x'>a</div>b<p>c</p>d<ul><li>e<li>f</ul>", "a b c d e f"),
        ("<abbr title='Terms'>ToU</abbr> H<sub>2</sub>O <s>no</s> <code>x</code>y</i>", "ToU H2O no xy"),
        ("<span {{x}}>a</span> <b '''x'''>b</b>", "a b"),
        ("<foo>a</foo> <script>b</script> <a href=x>c</a> <b d", "<foo>a</foo> <script>b</script> <a href=x>c</a> <b d"),
        ("a<ref>note</ref>b<ref name='x' />c<references/>", "abc"),
        ("a<ref>open", "a<ref>open"),
        ("<nowiki><></nowiki> <nowiki>''a'' [[b]] {{c}} &lt;</nowiki><nowiki />d", "<> ''a'' [[b]] {{c}} <d"),
        ("<nowiki>open ''a''", "<nowiki>open a"),
        ("<NOWIKI>''a''</nowiki >''b''", "''a''b"),
        ("x<pre>a\n ''b'' &lt;</pre>y <source lang=x>{{c}} &lt;</source> <syntaxhighlight inline>d</syntaxhighlight>", "x a ''b'' < y {{c}} &lt; d"),
        ("<poem>a\nb</poem> <math>x^2</math> <gallery>File:a.png|b</gallery>", "a b x^2"),
        ("a <!-- b --> c<!-- open", "a c"),
        ("<templatestyles src='x' /> <languages/> <section begin=a />b<section end=a />", "b"),
        ("<translate><!--T:1--> Ask <tvar name=1>Foo</tvar> and <tvar|2>[[Bar|bar]]</></translate> </>", "Ask Foo and bar </>"),
        ("[[<tvar name='1'>Special:MyLanguage/Tea</tvar>|tea]]", "tea"),
        ("<noinclude>a</noinclude><includeonly>b</includeonly><onlyinclude>c</onlyinclude>", "ac"),
        ("a __NOTOC__ __notoc__ b__TOC__c __FOO__ __", "a bc __FOO__ __"),
    ],
)  # fmt: skip
def test_tags_and_comments(wikitext: str, text: str) -> None:
    assert plain(wikitext) == text


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("ask{{@}}example.org ask{{no spam}}example.org {{no spam|ask|example.org}}", "ask@example.org ask@example.org ask@example.org"),
        ("a{{!}}b {{=}} [[a{{!}}b]] {{((}}c{{))}}", "a|b = b {{c}}"),
        ("{{ping|Ana|Bo}} {{Reply to|Ana}} {{re|1=Ana}} hi", "@Ana, Bo: @Ana: @Ana: hi"),
        ("{{u|Ana}} {{u|Ana|A.}} {{noping|Ana}} {{user|Ana}}", "Ana A. Ana Ana"),
        ("{{tl|ping}} {{tlx|ping|Ana|a=b}} {{Tlp|x|y|z}}", "{{ping}} {{ping|Ana}} {{x|y|z}}"),
        ("{{code|a b}} {{kbd|c}} {{key press|Ctrl|C}}", "a b c Ctrl+C"),
        ("{{abbr|ToU|Terms of Use}} {{lang|de|Tee}} {{lang-de|Tee}} {{nowrap|a b}}", "ToU Tee Tee a b"),
        ("{{small|''a''}} {{green|[[b|c]]}} {{tq|d}} {{talk quote|1=e=f}} {{Quote|text=g}}", "a c d e=f g"),
        ("a{{nbsp}}b{{spaces|3}}c{{spaces|x}}d", f"a{NBSP}b{NBSP * 3}c{NBSP}d"),
        ("a{{snd}}b{{mdash}}c{{pb}}d{{br}}e", f"a{NBSP}– b—c d e"),
        ("{{w|Tea|tea}} {{ll|Tea}} {{phab|T1}} {{tracked|T2}}", "tea Tea T1 T2"),
        ("{{done}} {{not done}} {{yes|Sure}} {{No}}", "Done Not done Sure No"),
        ("{{int:edit}} {{lc:ABC}} {{ucfirst:abc}} {{DEFAULTSORT:x}} {{PAGENAME}}", "edit abc Abc"),
        ("a {{#if:x|y}} {{:Page}} {{Infobox\n| a = b\n| c = {{small|d}}\n}} {{shortcut|e}} {{unknown}} f", "a f"),
        ("{{small|{{small|{{shortcut|x}}y}}}}{{template:small|z}}", "yz"),
        ("x{{small|* a}}b {{small|\n# c\n# d}} {{quote|\n* e\n* f}}g{{small| h }}i", "x ab c d e f g h i"),
        ("a {{unknown|b}} {{unknown|c d|e f|g=h}} {{unknown|i|j}}", "a b c d e f"),
        ("{{unknown|a}}", ""),
        ("{{unknown|a b}}", "a b"),
        ("{{unknown|It is so. Ana 12:30, 4 May 2024 (UTC)}} a", "a"),
        ("{{small|a|b}} {{small|x=y|a}} {{small}} {{ small\n| a}}", "a a a"),
        ("{{small|<nowiki>}}</nowiki>}} {{small|[[a|b]]}} {{tl|<nowiki>x</nowiki>}}", "}} b {{x}}"),
        ("{{}} {{ }} {{|x}} {{a[b}} {{a<br>|b}} {{open", "{{}} {{ }} {{|x}} {{a[b}} {{a |b}} {{open"),
        ("{{small|[[a}} b]] c", "{{small|[[a}} b]] c"),
        ("{{{x}}} {{{x|a}}} {{{|b}}} {{{{x}}}} {{{{{x|small}}}|c}}", "{{{x}}} a b {{{{x}}}} c"),
        ("{{subst:x}} {{small|a}}} {{{small|a}}", "{{subst:x}} a} {a"),
    ],
)  # fmt: skip
def test_templates(wikitext: str, text: str) -> None:
    assert plain(wikitext) == text


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("a\n* b\n:: c\n# d\n---- e\n== f ==\ng", "a b c d e f g"),
        ("a\n; term : words\n: see https://example.org", "a term words see https://example.org"),
        ("a\n'''*''' b\n[[x|*]] c\n<nowiki>*</nowiki> d", "a * b * c * d"),
        ('{| class="x"\n|+ cap\n! a !! b\n|-\n| style="y" | c || d\n| [[e|f]]\n* g\n|}\nh', "cap a b c d f g h"),
        ("{|\n|\n{|\n| a\n|}\n| b\n|}\n| c", "a b | c"),
        ("a {| b || c |}", "a {| b || c |}"),
    ],
)  # fmt: skip
def test_lines(wikitext: str, text: str) -> None:
    assert plain(wikitext) == text


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_in_the_table_is_read_with_and_without_parameters(name: str) -> None:
    for call in (f"{{{{{name}}}}}", f"{{{{{name}|a|b|c}}}}", f"{{{{{name}|text=a}}}}"):
        shown = plain(f"x {call} y")
        assert shown.startswith("x"), call
        assert shown.endswith("y"), call
        assert unseen(call) == []


@pytest.mark.parametrize(
    ("wikitext", "left_out"),
    [
        ("a [[b]] ''c'' {{small|d}} {{u|e}} <!-- f --> [[Category:G]]", []),
        ("a {{unknown|b|c}} d {{clear|1}} {{unknown}} {{unknown|e}}", ["{{unknown|b|c}}"]),
        ("a<ref>b ''c''</ref> <ref name=d /> <gallery>\nFile:e.png|f\n</gallery>", ["<ref>b ''c''</ref>", "<gallery>\nFile:e.png|f\n</gallery>"]),
        ("{{x|a={{y|b|c}} {{small|c}} <ref>d</ref>}} {{small|{{z|e=f}}}}", ["{{x|a={{y|b|c}} {{small|c}} <ref>d</ref>}}", "{{z|e=f}}"]),
        ("<ref>{{x|a}}</ref> <nowiki>{{x|a=b}}</nowiki> <!-- {{x|a=b}} --> {{#if:x|y}}", ["<ref>{{x|a}}</ref>", "{{#if:x|y}}"]),
        ("{{{{x|a=b}} {{x|1=2}} {{DEFAULTSORT:a}} {{{y|a}}} {{open|a=b", ["{{x|a=b}}"]),
    ],
)  # fmt: skip
def test_what_shows_nothing_though_it_holds_words(wikitext: str, left_out: list[str]) -> None:
    assert [wikitext[start:end] for start, end in unseen(wikitext)] == left_out


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("a<p>b</p> <p>c</p>d<br><br>e{{pb}}f", ["a", "b", "c", "d", "e", "f"]),
        ("a <br /> \n<BR clear=all> b<br>c {{Paragraph break}} d", ["a", "b<br>c", "d"]),
        ("a\n\nb\n \t\r\n\r\nc\nd", ["a", "b", "c\nd"]),
        ("  a \n\n ", ["a"]),
        ("<p><br><br></p>\n\n", []),
        ("a<pre>b</pre><poem>c</poem><param>", ["a<pre>b</pre><poem>c</poem><param>"]),
        ("a {{quote|b\n\nc<p>d}} e\n\nf", ["a {{quote|b\n\nc<p>d}} e", "f"]),
        ("a <!-- b\n\nc --> d<nowiki><p></nowiki>\n{|\n| a\n\nb\n|}<p>e", ["a <!-- b\n\nc --> d<nowiki><p></nowiki>\n{|\n| a\n\nb\n|}", "e"]),
        ("a {{open\n\nb", ["a {{open", "b"]),
    ],
)  # fmt: skip
def test_paragraphs_in_one_block(text: str, paragraphs: list[str]) -> None:
    assert [text[start:end] for start, end in parts(text)] == paragraphs


PIECES = st.sampled_from([
    "[[", "]]", "{{", "}}", "{{{", "}}}", "|", "=", "<", ">", "<!--", "-->", "'''", "''", "'", "&", "&amp;", "&#", ";",
    "<nowiki>", "</nowiki>", "<nowiki/>", "<ref>", "</ref>", "<ref ", "<pre>", "<b>", "</b>", "<b ", "<br>", "<p>", "<div>",
    "<translate>", "<tvar|1>", "</>", "[https://a.example", "[https://a.example ", "https://a.example", "]", "[", "[[a|", "[[File:a|",
    "[[Category:a]]", "[[:", "[[a]]", "{{a|", "{{small|", "{{small|x}}", "{{pb}}", "{{!}}", "{{#if:", "{{{a|", "{{tl|", "__TOC__", "__",
    "\n", "\n*", "\n;a:", "\n|", "{|\n", "\n|}", "\n|-\n", "||", "!!", "\n==", "-{", " ", "  ", "\t", "\r\n", "a", "word", "é", NBSP,
    "%41", "%", "\x00", "\x01", "\x02", "\x03", "\x030\x03", "\x7f", "\u2028", "\u202e", "\ud800", "\U0001f600",
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)


@tries(1000)
@given(TEXTS)
def test_any_text_is_one_line(text: str) -> None:
    shown = plain(text)
    assert len(shown.splitlines()) <= 1
    assert shown == shown.strip(" ")
    assert "  " not in shown
    assert not set(shown) & set("\x01\x02\x03")
    assert plain(text) == shown


@tries(500)
@given(st.lists(st.text("abcdé?!.,()0'", min_size=1, max_size=9), max_size=9))
def test_words_alone_are_not_changed(words: list[str]) -> None:
    words = [word.replace("''", "'") for word in words if "'''" not in word]
    assert plain(" ".join(words)) == " ".join(words)
    assert plain(" \n".join(words)) == " ".join(words)


@tries(500)
@given(TEXTS)
def test_offsets_lie_in_order_in_the_text(text: str) -> None:
    for found in (parts(text), unseen(text)):
        ends = [0, *(offset for span in found for offset in span), len(text)]
        assert ends == sorted(ends)
        assert all(start < end for start, end in found)
    for start, end in parts(text):
        assert text[start:end] == text[start:end].strip()


@tries(30)
@given(st.lists(PIECES, min_size=1, max_size=4), st.lists(PIECES, max_size=3))
def test_time_grows_with_the_length_and_no_faster(first: list[str], second: list[str]) -> None:
    one, two = "".join(first), "".join(second)
    text = one * (LONG // len(one) // 2) + (two or one) * (LONG // len(two or one) // 2)
    started = time.process_time()
    plain(text)
    parts(text)
    unseen(text)
    # A hundred times what a step that looks at each part once takes, and far below one that
    # looks from each part at all others.
    assert time.process_time() - started < 10


@pytest.mark.parametrize("piece", ["[[", "{{", "<", "'''", "<nowiki>", "<ref>", "&", "[https://a ", "<ref ", "]][[File:a|", "{{small|", "{{{a|", "<!--", " ", "\n", "{{small|[[", "__"])  # fmt: skip
def test_hostile_text_is_read_at_once(piece: str) -> None:
    text = piece * (LONG // len(piece))
    started = time.process_time()
    assert plain(f"tea {text}").startswith("tea")
    parts(text)
    unseen(text)
    assert time.process_time() - started < 10
