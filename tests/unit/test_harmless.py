"""Strangers' wikitext made harmless: each construct by an example, and what holds for any text."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wikifaq.page.harmless import fragment, heading, paragraph, plain
from wikifaq.page.harmless.escape import Bidi
from wikifaq.page.harmless.quotes import resolve
from wikifaq.page.harmless.target import read_target

SOURCE = "Hours/2021"

PARAGRAPHS = {
    "words": ("T&S, R&D: 5 – “x” (y) a ~ b", "T&S, R&D: 5 – “x” (y) a ~ b"),
    "signatures": ("~~~ ~~~~~", "&#126;&#126;&#126; &#126;&#126;&#126;&#126;&#126;"),
    "subst": ("{{subst:x}}{{safesubst:y}}", "&#123;&#123;subst:x&#125;&#125;&#123;&#123;safesubst:y&#125;&#125;"),
    "parameter": ("{{{p}}}", "&#123;&#123;&#123;p&#125;&#125;&#125;"),
    "parameter with a default": ("{{{p|''d''}}}", "''d''"),
    "template": (
        "{{t|a=[[b]]|<b><!-- c -->}}",
        "&#123;&#123;t<nowiki>|</nowiki>a&#61;&#91;&#91;b&#93;&#93;<nowiki>|</nowiki>&lt;b&gt;&#125;&#125;",
    ),
    "parser function": ("{{#if:x}} {{PAGENAME}}", "&#123;&#123;#if:x&#125;&#125; &#123;&#123;PAGENAME&#125;&#125;"),
    "transclusion": ("{{Special:X}} {{:Y}}", "&#123;&#123;Special:X&#125;&#125; &#123;&#123;:Y&#125;&#125;"),
    "nobots": ("{{nobots}}", "&#123;&#123;nobots&#125;&#125;"),
    "at": ("ca{{@}}x.org", "ca@x.org"),
    "no spam": ("{{no spam|ca|x.org}} {{nospam|y}}", "ca@x.org y"),
    "pipe and equals": ("{{!}} {{=}}", "<nowiki>|</nowiki> &#61;"),
    "breaks": ("a{{pb}}b{{-}}c{{clear}}d", "a<br>b<br>cd"),
    "template link": ("{{tl|x}} {{Tlx|y|z}}", "&#123;&#123;x&#125;&#125; &#123;&#123;y<nowiki>|</nowiki>z&#125;&#125;"),
    "ping": ("{{ping|A|B}} {{reply to|C}}", "@A, B: @C:"),
    "user": ("{{u|X}} {{u|X|Y}}", "X Y"),
    "spaces": ("a{{nbsp}}b{{spaces|3}}c{{spaces|999}}d", "a&nbsp;b&nbsp;&nbsp;&nbsp;c&nbsp;d"),
    "unclosed": ("{{a [[b <c [d", "&#123;&#123;a &#91;&#91;b &lt;c &#91;d"),
    "pipe trick": ("[[foo (bar)|]]", "&#91;&#91;foo (bar)<nowiki>|</nowiki>&#93;&#93;"),
    "reverse pipe trick": ("[[|foo]]", "&#91;&#91;<nowiki>|</nowiki>foo&#93;&#93;"),
    "links": ("[[Foo]] [[foo|bar]]s [[Foo_bar]]", "[[Foo]] [[foo|bar]]s [[Foo_bar]]"),
    "interwiki": ("[[:de:Foo]] [[foundation:X]] [[m:|Meta]]", "[[:de:Foo]] [[foundation:X]] [[m:|Meta]]"),
    "interlanguage": ("[[de:Foo]] [[fr:Foo|bar]]", "[[:de:Foo]] [[:fr:Foo|bar]]"),
    "my language": ("[[Special:MyLanguage/X|label]]", "[[Special:MyLanguage/X|label]]"),
    "unknown namespace": ("[[Foo:Bar]] [[Foo: Bar|x]]", "[[:Foo:Bar]] [[:Foo: Bar|x]]"),
    "category": ("[[Category:X]] a [[category : x|y]] b [[Категория:X]]", "a b"),
    "category link": ("[[:Category:X]]", "[[:Category:X]]"),
    "file": ("[[File:X.jpg|thumb|120px|left|The ''c'' [[x]]]]", "[[:File:X.jpg|The ''c'' x]]"),
    "file elsewhere": ("[[Datei:X.jpg|mini|Wort]] [[Файл:X.jpg]]", "[[:Datei:X.jpg|Wort]] [[:Файл:X.jpg]]"),
    "file without caption": ("[[Image:X.jpg|alt=y|frameless]]", "[[:Image:X.jpg]]"),
    "media": ("[[Media:X.ogg|y]] [[:Médiá:X.ogg]]", "[[:File:X.ogg|y]] [[:File:X.ogg|Médiá:X.ogg]]"),
    "line break in a link": ("[[a\nb]] [[a|b\nc]]", "&#91;&#91;a b&#93;&#93; [[a|b c]]"),
    "nested links": ("[[a|b [[c]] d]]", "&#91;&#91;a<nowiki>|</nowiki>b [[c]] d&#93;&#93;"),
    "invalid titles": ("[[a{b]] [[a<b]]", "&#91;&#91;a&#123;b&#93;&#93; &#91;&#91;a&lt;b&#93;&#93;"),
    "no titles": ("[[]] [[:]] [[User:]]", "&#91;&#91;&#93;&#93; &#91;&#91;:&#93;&#93; &#91;&#91;User:&#93;&#93;"),
    "bad titles": ("[[a%5Bb]] [[./x]]", "&#91;&#91;a%5Bb&#93;&#93; &#91;&#91;./x&#93;&#93;"),
    "relative links": (
        "[[/x]] [[/x/]] [[../y]] [[../]] [[#s]] [[#s|t]]",
        "[[Hours/2021/x|/x]] [[Hours/2021/x|x]] [[Hours/y]] [[Hours]] [[Hours/2021#s|#s]] [[Hours/2021#s|t]]",
    ),
    "quotes in a title": ("[[a''b]]", "[[a'%27b|a&#39;&#39;b]]"),
    "section": ("[[A#b c]] [[A#b%7Bc|d]]", "[[A#b c]] [[A#b%7Bc|d]]"),
    "empty label": ("a[[b| ]]c", "a c"),
    "address in double brackets": ("[[https://x.org y]]", "&#91;[https://x.org y]&#93;"),
    "addresses": ("https://x.org/a?b=c&d=e, (https://x.org/f)", "https://x.org/a?b=c&d=e, (https://x.org/f)"),
    "address with marks": (
        "https://x.org/a__b/~~~~/c''d''",
        "https://x.org/a&#95;&#95;b/&#126;&#126;&#126;&#126;/c''d''",
    ),
    "address and what follows": (
        "https://x.org[y https://x.org{z https://x.org&lt;a",
        "https://x.org<nowiki/>&#91;y https://x.org&#123;z https://x.org&lt;a",
    ),
    "labelled address": ("[https://x.org a ''b'' [c]] [https://x.org]", "[https://x.org a ''b'' &#91;c]&#93; [https://x.org]"),
    "label that names a thing of ours": ("[https://x.org address]", "[https://x.org address]"),
    "other protocols": ("[//x.org y] [mailto:a@x.org m]", "[//x.org y] [mailto:a@x.org m]"),
    "no protocol": ("[javascript:alert(1) x]", "&#91;javascript:alert(1) x&#93;"),
    "picture": ("https://x.org/a.png", "[https://x.org/a.png https&#58;//x.org/a.png]"),
    "no address": ("xhttp://y Good news: all. hotel:5", "xhttp&#58;//y Good news: all. hotel:5"),
    "magic links, which put a page into a category": ("ISBN 0140449132 RFC 2616 PMID&nbsp;1", "&#73;SBN 0140449132 &#82;FC 2616 &#80;MID&nbsp;1"),
    "no magic link": ("<nowiki>ISBN 0140449132</nowiki>", "&#73;SBN 0140449132"),
    "quotes": ("'''b''' ''i'' '''''bi'''''", "'''b''' ''i'' '''''bi'''''"),
    "open quotes": ("'''b ''i", "&#39;''b ''i"),
    "quotes on two lines": ("'''b\nc''' d", "'''b''' c''' d'''"),
    "apostrophes": ("it's l'''eau''', l'[[x|''y'']]'", "it's l'''eau''', l'[[x|''y'']]'"),
    "crossed quotes": ("''a'''b''c'''", "<i>a<b>b</b></i><b>c</b>"),
    "crossed tags": ("<b>a<i>b</b>c</i>", "<b>a<i>b</i></b><i>c</i>"),
    "open tags": ("<b>a</i><u>", "<b>a</b>"),
    "empty tags": ("a<b></b><i> </i>b", "a b"),
    "tags of ours": ('<span id="faq-x" style="y">a</span>', "a"),
    "attributes": ("<abbr title=\"a | 'b'\" onclick=x style=y>c</abbr>", "<abbr title=\"a &#124; 'b'\">c</abbr>"),
    "direction": ('<bdi dir=RTL lang=ar>x</bdi> <i lang="&quot;>">y</i>', '<bdi dir="rtl" lang="ar">x</bdi> <i>"&gt;y</i>'),
    "old tags": ("<tt>a</tt> <strike>b</strike> <font color=c>d</font>", "<code>a</code> <s>b</s> d"),
    "line breaks": ("a<br/>b <br> <br><br>c<br clear=all>", "a<br>b<br><br>c"),
    "unknown tags": ("<script>x</script> <img src=x>", "&lt;script&gt;x&lt;/script&gt; &lt;img src&#61;x&gt;"),
    "blocks": ("<p>a</p><div>b</div><h2>c</h2></td></table>", "a<br>b<br>c"),
    "list in HTML": ("<ul><li>a<li>b</ul>", "• a<br>• b"),
    "table in HTML": ("<table><tr><td>a<td>b</table>", "a b"),
    "inclusion": ("<noinclude>a</noinclude><includeonly>b</includeonly><onlyinclude>c</onlyinclude>", "ac"),
    "translation": ("<translate><!--T:1--> a <tvar name=1>b</tvar></translate> <tvar|2>c</> <languages/>", "a b c"),
    "comments": ("a<!-- x -->b <!-- wikifaq:end -->c <!-- open", "ab c"),
    "footnotes": ("a<ref>n ''o''</ref><ref name=x/> <references/>", "a &#91;n ''o''&#93;"),
    "nowiki": ("<nowiki>[[a]] ''b'' &lt; http://x</nowiki>", "&#91;&#91;a&#93;&#93; &#39;&#39;b&#39;&#39; &lt; http&#58;//x"),
    "open nowiki": ("<nowiki>''a''", "&lt;nowiki&gt;''a''"),
    "pre": ("<pre>a\n  b</pre>", "<code>a<br>b</code>"),
    "nowiki in pre": ("<pre>a <nowiki>''b''</nowiki></pre>", "<code>a &#39;&#39;b&#39;&#39;</code>"),
    "code": ("<syntaxhighlight lang=x>{{a}}</syntaxhighlight>", "<code>&#123;&#123;a&#125;&#125;</code>"),
    "formula": ("<math>x<y</math>", "x&lt;y"),
    "gallery": ("<gallery>\nA.jpg|b\n</gallery>", "A.jpg<nowiki>|</nowiki>b"),
    "poem": ("<poem>a\nb</poem>", "a<br>b"),
    "others": ("<templatedata>{}</templatedata><section begin=x/>a<charinsert>b</charinsert><score>c</score>", "abc"),
    "heading": ("== a ==\nb", "'''a'''<br>b"),
    "no heading behind a space": ("a\n<!-- x --> == b ==", "a<br>&#61;&#61; b &#61;&#61;"),
    "lists": ("a\n* b\n# c\n# d\n: e\n f\ng", "a<br>• b<br>1. c<br>2. d<br>e<br>f<br>g"),
    "star at the start": ("* a", "&#42; a"),
    "number sign at the start": ("#REDIRECT [[x]]", "&#35;REDIRECT [[x]]"),
    "colon at the start": (": a", "&#58; a"),
    "semicolon at the start": ("; a : b", "&#59; a : b"),
    "minus at the start": ("-5", "&#45;5"),
    "exclamation marks": ("! a !! b", "&#33; a !&#33; b"),
    "rule": ("a\n----\nb", "a<br>b"),
    "table": ("{| class=x\n! a !! b\n|-\n| x=y | c || d\n|}\ne", "a b<br>c d<br>e"),
    "end of a cell": ("a || b = c }} d |} e", "a <nowiki>||</nowiki> b &#61; c &#125;&#125; d <nowiki>|</nowiki>&#125; e"),
    "behaviour switches": ("__TOC__ a __NOINDEX__ __FOO__", "a &#95;&#95;FOO&#95;&#95;"),
    "behaviour switches in small letters": ("__notoc__ a __noindex__", "a &#95;&#95;noindex&#95;&#95;"),
    "a behaviour switch in a label": ("[[a|b __TOC__]]", "[[a|b ]]"),
    "wide switches": ("＿＿目次＿＿", "&#65343;&#65343;目次&#65343;&#65343;"),
    "language converter": ("a -{b}-", "a -&#123;b&#125;-"),
    "strip marker": ("\x7f'\"`UNIQ--ref-0-QINU`\"'\x7f", "?'\"`UNIQ--ref-0-QINU`\"'?"),
    "controls": ("a\x00b\x08c\x9fd\ufeffe\u2028f", "abcde f"),
    "surrogates": ("\ud800 \uffff", "&#65533; &#65533;"),
    "override": ("a \u202eb", "a &#8238;b&#8236;"),
    "isolate": ("a\u2067b\u202c", "a&#8295;b&#8297;"),
    "references": (
        "&lt;b&gt; &#91;&#91; &nbsp; &eacute; &amp;lt; &foo; &#0; &#99999999999;",
        "&lt;b&gt; &#91;&#91; &nbsp; é &amp;lt; &amp;foo; &amp;#0; &amp;#99999999999;",
    ),
    "language converter in an address": ("https://x.org/-{a}- [https://x.org/-{b c]", "https://x.org/-%7Ba&#125;- [https://x.org/-%7Bb c]"),
    "forms of Arabic letters": ("\ufdfa [[\ufef5#\ufef5|b]] https://x.org/\ufef5", "&#65018; [[%EF%BB%B5#%EF%BB%B5|b]] https://x.org/%EF%BB%B5"),
    "old letters of Malayalam": ("\u0d23\u0d4d\u200d [[\u0d23\u0d4d\u200d|b]] \u0915\u094d\u200d", "\u0d23\u0d4d&zwj; [[\u0d23\u0d4d%E2%80%8D|b]] \u0915\u094d\u200d"),
    "composition": ("e\u0301 =\u0338 <b>\u0338x</b>", "é ≠ &lt;b≯x"),
    "white space": ("  a \t b\u3000c\r\nd  ", "a b\u3000c d"),
    "paragraphs": ("a\n\nb", "a<br>b"),
    "brackets": ("[NOTE: a] […] [1] [it's] [[x]] [a: ''b''] [c", "[NOTE: a] […] [1] [it's] [[x]] &#91;a: ''b''&#93; &#91;c"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_paragraph(text: str, wanted: str) -> None:
    assert paragraph(text, source_title=SOURCE) == wanted
    assert paragraph(wanted) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[[Foo]] [[Foo|''b'']]", "[[meta:Foo|Foo]] [[meta:Foo|''b'']]"),
        ("[[:de:X]] [[fr:Y]]", "[[meta:de:X|de:X]] [[meta:fr:Y|fr:Y]]"),
        ("[[/x]] [[#s]]", "[[meta:Hours/2021/x|/x]] [[meta:Hours/2021#s|#s]]"),
        (
            "[[:Category:X]] [[File:X.jpg]]",
            "[[meta:Category:X|Category:X]] [[meta:File:X.jpg|File:X.jpg]]",
        ),
        ("[[Category:X]]https://x.org", "https://x.org"),
    ],
)
def test_links_from_another_wiki(text: str, wanted: str) -> None:
    assert paragraph(text, source_title=SOURCE, prefix="meta:") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[[Foo|''b'']] [[Foo]]s [[:de:X]] [https://x.org y]", "''b'' Foos de:X [https://x.org y]"),
        ("a [[x|_]][[x|_]]TOC[[x|_]][[x|_]]", "a &#95;&#95;TOC&#95;&#95;"),
        ("[[x|~]]~[[x|~]]~", "&#126;&#126;&#126;&#126;"),
        ("a [[x|'&#39;]]b[[x|'&#39;]]", "a &#39;&#39;b&#39;&#39;"),
        ("[[x|* a]]", "&#42; a"),
        ("[[x| a]]", "a"),
        ("[[x|----]]", "&#45;---"),
        ("a [[x|ht]]tps://x.org", "a https&#58;//x.org"),
        ("a [[x|[]][[x|//y.org z]]]", "a &#91;//y.org z&#93;"),
    ],
)
def test_where_links_lead_nowhere_their_labels_are_left(text: str, wanted: str) -> None:
    assert paragraph(text, prefix=None) == wanted


def test_a_prefix_that_is_a_language_gets_a_colon() -> None:
    assert paragraph("[[Foo]]", prefix="de:") == "[[:de:Foo|Foo]]"


def test_relative_links_without_a_source_are_text() -> None:
    assert paragraph("[[/x]] [[../y|z]] [[#s]]") == "/x z #s"


def test_a_title_may_have_255_bytes() -> None:
    assert read_target("é" * 127, source_title="", prefix="")
    assert read_target("é" * 128, source_title="", prefix="") is None


def test_a_paragraph_with_too_much_left_open_keeps_its_text() -> None:
    text = "[[a]] {{b}} '''c''' " + "[[d " * 20_000
    assert paragraph(text).startswith("&#91;&#91;a&#93;&#93; &#123;&#123;b&#125;&#125; '''c''' ")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("How [x] is it?", "How [x] is it?"),
        ("Cut […]", "Cut […]"),
        (
            "''a'' [[b]] {{c}} <d> &e; &lt;",
            "&#39;&#39;a&#39;&#39; &#91;&#91;b&#93;&#93; &#123;&#123;c&#125;&#125; &lt;d&gt; &amp;e; &amp;lt;",
        ),
        ("a = b == c", "a &#61; b &#61;&#61; c"),
        ("~~~~ __TOC__ -{a}-", "&#126;&#126;&#126;&#126; &#95;&#95;TOC&#95;&#95; -&#123;a&#125;-"),
        ("see https://x.org, mailto:a", "see https&#58;//x.org, mailto&#58;a"),
        ("ISBN 0140449132", "&#73;SBN 0140449132"),
        ("  # a\n\tb  ", "&#35; a b"),
        ("a|b", "a<nowiki>|</nowiki>b"),
        ("T&S's don't", "T&S's don't"),
        ("\u202ea", "&#8238;a&#8236;"),
        ("a\u202c", "a"),
        ("\u202c", "&#8236;"),
        ("\x06", "&#65533;"),
        (" \n", ""),
    ],
)
def test_a_heading(text: str, wanted: str) -> None:
    assert heading(text) == wanted


def test_plain_text_fits_a_links_label() -> None:
    assert plain("a [b] c|d ''e''") == "a &#91;b&#93; c<nowiki>|</nowiki>d &#39;&#39;e&#39;&#39;"
    assert plain("The hour: Ann’s “x”") == "The hour: Ann’s “x”"


@pytest.mark.parametrize(
    ("anchor", "wanted"),
    [
        ("Written_questions", "Written_questions"),
        ("Trust & Safety: what's next?", "Trust_&_Safety:_what's_next?"),
        ("a[b]{c}|d<e>", "a%5Bb%5D%7Bc%7D%7Cd%3Ce%3E"),
        ("100%25", "100%2525"),
        ("a&lt;b", "a&amp;lt;b"),
        ("''a''", "'%27a'%27"),
        ("~~~~__TOC__", "~%7E%7E%7E_%5FTOC_%5F"),
        ("Größe\u3000x", "Größe_x"),
        ("a\ud800b", "ab"),
        ("[//x.org Größe: a]__b", ".5B.2F.2Fx.org_Gr.C3.B6.C3.9Fe:_a.5D_%5Fb"),
    ],
)
def test_a_fragment(anchor: str, wanted: str) -> None:
    assert fragment(anchor) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("a 'b' c", "a 'b' c"),
        ("''a'' '''b'''", "<i>a</i> <b>b</b>"),
        ("'''''a'' b'''", "<b><i>a</i> b</b>"),
        ("'''''a''' b''", "<i><b>a</b> b</i>"),
        ("'''''a'''''", "<i><b>a</b></i>"),
        ("''a'''b'''''", "<i>a<b>b</b></i>"),
        ("'''a''b'''c''", "<b>a<i>b</i></b><i>c</i>"),
        ("''''a''''", "'<b>a'</b>"),
        ("''''''a", "'<b><i>a</i></b>"),
        ("'''''", ""),
        ("''a '''b'' c", "<i>a <b>b</b></i><b> c</b>"),
        ("l'''a ''b''' c d'''e", "l<b>a <i>b</i></b><i> c d'</i>e"),
        ("''a l'''b", "<i>a l'</i>b"),
        ("''ab cd'''e", "<i>ab cd'</i>e"),
        ("''ab '''e", "<i>ab '</i>e"),
    ],
)
def test_quotes_are_resolved_as_mediawiki_does(line: str, wanted: str) -> None:
    assert resolve(line, {name: f"<{name}>" for name in ("b", "/b", "i", "/i")}) == wanted


def test_direction_is_kept_balanced() -> None:
    bidi = Bidi()
    assert bidi.feed("\u2069a\u2067b\u202ac\u2069d\u202c") == "a\u2067b\u202ac\u2069d"
    assert bidi.feed("\u202b\u2068") + bidi.close() == "\u202b\u2068\u2069\u202c"
    assert bidi.close() == ""


MARKS = (
    "[[ ]] {{ }} {{{ }}} | = ' '' ''' ''''' ~~~ ~~~~ __ __TOC__ < > / <!-- --> & && # ; * : - ---- [ ] ! "
    "!! || |- {| |} -{ }- _ ~ ＿＿ [[a]] [[b|c]] [[:de:d|e]] [[de:f]] [[Category:g]] [[File:h.jpg|thumb|i]] "
    "[[/j]] [[#k]] [[../l]] [[m|''n'']] {{@}} {{!}} {{=}} {{tl|o}} {{ping|p}} {{q|r=s}} <b> </b> <i> </i> "
    "<s> </s> <ref> </ref> <nowiki> </nowiki> <nowiki/> <pre> </pre> <code> </code> <poem> </poem> <li> "
    "<td> <br> <div> </div> <translate> <tvar|1> </> https://t.example [https://u.example [//v.example "
    "mailto:w news: http:// http: //x https://y.example/z.png ISBN ahttp://a &lt; &#91; &#39; &#44; &#58; "
    "&#95; &nbsp; &amp; &foo; %41 RFC"
).split(" ")
OTHERS = [
    *(" ", "\n", "\n* ", "\n# ", "\n: ", "\n ", "\n== x ==\n", "\n{|\n|", "\n|}\n", "\r\n", "\t"),
    *("a", "b", "i", "address", "x y", "ISBN 0140449132", "RFC 1", "<abbr title=\"a|''\">"),
    *"\x7f\u202e\u202c\u2067\u2069\u0338\u0301\ud800\ufeff\xa0\x00",
]
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(MARKS),
        st.sampled_from(OTHERS),
        st.text(max_size=3),
    ),
    max_size=14,
).map("".join)
ELEMENTS = "abbr b bdi cite code del dfn em i ins kbd mark q s samp small strong sub sup u var"
TAG = re.compile(
    rf'<(/?)({ELEMENTS.replace(" ", "|")})((?: (?:dir|lang|title)="[^"<>{{}}\[\]|]*")*)>'
)


def assert_harmless(made: str) -> None:
    assert made == made.strip(" \t") == " ".join(made.splitlines())
    assert unicodedata.normalize("NFC", made) == made
    made.encode()
    assert not re.search(r"~~~|\{|\}|__|＿＿|\A[*#:;!+-]|\x00|\x7f", made)
    bare = re.sub(r"<br>|<nowiki/>|<nowiki>\|+</nowiki>", "", made)
    bare = re.sub(r"\[\[[^\[\]|<>]+(?:\|[^\[\]|]+)?\]\]", "", bare)
    assert not re.search(r"\[\[|\]\]|\|", bare)
    opened: list[str] = []
    for closing, name, _ in TAG.findall(bare):
        if closing:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert not opened
    assert not re.search("[<>]", TAG.sub("", bare))


@settings(max_examples=600, deadline=None)
@given(HOSTILE)
def test_any_paragraph_is_harmless_and_stays_as_it_is(text: str) -> None:
    for prefix in ("", None):
        made = paragraph(text, source_title="Hours/x", prefix=prefix)
        assert_harmless(made)
        assert paragraph(made) == made


@settings(max_examples=200, deadline=None)
@given(HOSTILE)
def test_any_text_is_plain(text: str) -> None:
    for made in (plain(text), heading(text)):
        assert_harmless(made)
        assert paragraph(made) == made
        assert not re.search(r"\[\[|''|<(?!/?nowiki>)|//(?=\S)(?<=://)", made)
    assert not re.search(r"[\[\]{}|<>\s\"]|''|__|~~", fragment(text))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from("who asked Ann’s naïve T&S question: 2½ 猫 (really?) “so” don't".split()), min_size=1),
    st.sampled_from([("", ""), ("'''", "'''"), ("<div>", "</div>"), ("[[x|", "]]"), ("[https://x.org ", "]"), ("<ref>", "</ref>"), ("\n* ", "\n"), ("<translate>", "</translate>"), ("{{tq|", "}}")]),
)  # fmt: skip
def test_words_survive(words: list[str], around: tuple[str, str]) -> None:
    text = " ".join(words)
    assert text in paragraph(f"start {around[0]}{text}{around[1]} end")
    assert plain(text) == heading(text) == text


# What is opened and not closed, or closed and never opened, is what makes a parser go back.
OPENING = [
    *"[[ {{ {{{ [[a| {{a| {{a|[[ [[a|{{b| [[a]] <b> <b><i> </b></i> <b <tvar| <!-- <nowiki>".split(),
    *"<ref><poem> ''' ''a https://a, [//a [x = &a &# ~ \u202e \u202a\u2069".split(),
    *("[https://a ", "<b a='", "ISBN ", "\n{|\n|a||", "\n# a", " "),
]


@pytest.mark.parametrize("mark", OPENING)
def test_a_hundred_thousand_characters_take_no_time(mark: str) -> None:
    text = (mark * 100_000)[:100_000]
    began = time.process_time()
    paragraph(text, source_title="Hours/x")
    assert time.process_time() - began < 10


def test_deep_nesting_ends_well() -> None:
    for opening, closing in (
        ("[[File:a|", "]]"),
        ("{{a|", "}}"),
        ("<b>", "</b>"),
        ("{{{a|", "}}}"),
    ):
        for depth in (30, 90, 3000):
            assert_harmless(paragraph(opening * depth + "x" + closing * depth))
