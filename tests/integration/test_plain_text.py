"""The plain text of wikitext is the text that a real MediaWiki shows.

What is compared is the text of the rendering, without what does not run with the text (footnotes,
pictures, numbers of links) and with a space wherever a block begins or ends. WIKIFAQ_SOAK is the
number of random texts to try (default 200), WIKIFAQ_SEED where they begin.
"""

from __future__ import annotations

import os
import random
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from wikifaq.transcript.inline import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_wiki import Client, Wiki

SOAK = int(os.environ.get("WIKIFAQ_SOAK", "200"))
SEED = int(os.environ.get("WIKIFAQ_SEED", "1"))
PAGE = "Help:Hours/2021-04-17"
TEMPLATES = {
    "Shortcut": "",
    "Small": "{{{1|}}}",
    "U": "[[User:{{{1}}}|{{{2|{{{1}}}}}}]]",
    "Tl": "<nowiki>{{</nowiki>[[Template:{{{1}}}|{{{1}}}]]<nowiki>}}</nowiki>",
    "@": "@",
    "Nbsp": "&nbsp;",
    "Pb": "<p>",
    "Ping": "@[[User:{{{1}}}|{{{1}}}]], [[User:{{{2}}}|{{{2}}}]]:",
    "No spam": "{{{1}}}@{{{2}}}",
    "Lang": '<span lang="{{{1}}}">{{{2}}}</span>',
}

# Invented, each for one thing that inline wikitext may do.
TEXTS = [
    "plain words, T&S and R&D; 5 > 3, a < b <3",
    "the ''old'' '''tea''' '''''pot''''' ''''four'''' ''''''six''''''",
    "''a '''b '' c",
    "l'''eau d''e'' x",
    "l'''eau ''x",
    "'''''a'' b''' '''''c''' d'' it's l'[[a|''b'']]' '''x'''' y",
    "a '''b\nc''' d ''e\nf",
    "[[Tea]] [[Tea|green]] [[Tea]]s [[Tea#Pots]] [[#Pots]] [[ Tea ]] x[[y]]z",
    "[[:de:Tee]] [[mediawikiwiki:X|y]] [[mediawikiwiki:X]] [[:mediawikiwiki:X]]",
    "[[Special:MyLanguage/X|label]] [[Special:MyLanguage/X]] [[Special:Version]]",
    "[[A_b]] [[a%20b]] [[A&amp;b]] [[/sub]] [[/sub/]]",
    "a [[Category:X]] b [[Category:Y|k]]c",
    "[[:Category:X]] [[:File:a.png]] [[:Category:X|y]]",
    "[[Media:x.ogg|hear]] [[Media:x.ogg]]",
    "[[File:a.png|thumb|cap [[x]] and [[y]]]] after",
    "[[File:a.png|thumb|cap ''x'' [https://x.example y]]] z",
    "[[File:a.png|thumb|cap [[x]] unclosed",
    "[[File:a.png|thumb|cap [[x]] unclosed [[y]] [[File:b.png|thumb|[[z]]]] w",
    "[[[a]]] [[[[a]]]] [[a]]] [[a|b]]] [[a|[b]]] [[a|[b]c]]",
    "[[a|b [[c]] d]] [[a|b\nc]] [[a\nb]]",
    "[[foo|]] [[|foo]] [[a<b]] [[a{b]] [[a|b|c]] [[]] [[|]] [[ ]]",
    "[[::x]] [[:]] [[#]] [[a~~~b]] [[./x]] [[a/../b]] [[Category:]]",
    "[[a<b>x</b>]] [[a<nowiki/>b]] [[a<!-- b -->c]]",
    "[['']] ''[[it''s]]'' ''[[a|''''b'''']]'' ''''[[a]]''''",
    "[[a|[https://x.example y]]] [https://x.example [[a|b]] c]",
    "[[https://e.example x]] [[//e.example]] [[mailto:a@b.example]]",
    "[https://x.example the ''tea''] [mailto:a@b.example mail] [//x.example c]s",
    "[https://x.example] [https://x.example/a?b=c&d=e]",
    "[https://x.example a ]b] [https://x.example a] b]",
    "[https://x.example unclosed\nline] [https://x.example a [https://y.example b]",
    '[https://e.example&lt;y z] [https://e.example "q" z] [https://e.example/<b>x</b> y]',
    "https://example.org/a_(b), (https://example.org/c) https://example.org/''d''",
    "[javascript:x y] [https:// x] [x https://example.org] [1] [...]",
    "&nbsp;&amp;lt; &foo; &#0; &#150; &#x41; &AMP; &copy; &rarr; &#xD800; &#9999999999;",
    "&#91;&#91;a&#93;&#93; &#39;&#39;b&#39;&#39; &#42; &lt;b&gt;",
    "<b>open <i>crossed</b> here</i> </u> stray <s>unclosed",
    '<abbr title="Terms">ToU</abbr> H<sub>2</sub>O <code>x</code> <bdi lang=ar>y</bdi>',
    "<span {{x}}>a</span> <b '''x'''>y</b> <i\n>z</i>",
    "a<div>b</div>c<p>d</p>e<br>f<br/>g</br>h<hr>i<center>j</center>",
    "<ul><li>a<li>b</ul> <table><tr><td>c<td>d</table>",
    "a<foo>b</foo> <a href=x>y</a> <img src=x> <script>z</script> <b d",
    "<meta x> <meta itemprop=a content=b> <wbr>c",
    "<nowiki><></nowiki> <nowiki>''x'' &lt; [[y]] {{z}}</nowiki><nowiki />w",
    "<nowiki>unclosed ''x''",
    "<nowiki>a</nowiki >b<NOWIKI>''c''</NOWIKI>d",
    "<nowiki a=b>''c''</nowiki> <nowiki/ >",
    "x<pre>a\n ''b'' &lt; <nowiki>c</nowiki></pre>y",
    "a<ref>''note'' [[x]]</ref> b<ref name=\"z\">w</ref> c",
    "<ref>unclosed ''x''",
    "</ref> </nowiki> <ref",
    "a <!-- b --> c<!-- d -->e <!-- ''open",
    "a\n<!-- b -->\nc <!-- d --> <!-- e -->\nf",
    "<includeonly>a</includeonly>b<noinclude>c</noinclude>d",
    "x __NOTOC__ y __notoc__ __FOO__ _x_ __ __NOEDITSECTION__z",
    "{{!}} {{=}} [[a{{!}}b]] {{!}}{{!}}",
    "{{{x}}} {{{x|d}}} {{{|d}}} {{{{x}}}} {{{{{x}}}}} {{{x|a|b}}}",
    "{{}} {{ }} {{|x}} {{a[b}} {{a<b>|c}} {{#}} {{&lt;}}",
    "{{small|a}} {{Small|''a'' b}} {{small|1=c=d}} {{ small \n| e}} {{small|x=y|f}}",
    "{{small|{{small|{{small|a}} b}} c}} {{small|[[a|b]]}} {{small|<nowiki>}}</nowiki>}}",
    "{{small|[[a}} b]] c {{small|a",
    "{{u|Ana}} {{u|Ana|A.}} {{tl|ping}} {{ping|Ana|Bo}} {{no spam|a|b.example}} c{{@}}d{{nbsp}}e",
    "{{lang|de|''Tee''}} a{{pb}}b",
    "a {{shortcut|b|c=d}} {{shortcut\n| b {{small|c}}\n| d\n}} e",
    "a{{small|* b}}c {{small|\n# d\n# e\n}} f{{small| g }}h",
    "{{subst:x}} {{lc:ABC}} {{uc:abc}} {{ucfirst:abc}} {{DISPLAYTITLE:X}}{{DEFAULTSORT:Y}}",
    "{{small|a}}} {{{small|a}} {{small|{a}}} }} {{",
    "{{shortcut|[[a}} b]] c }} d",
    "-{{!}}- {|} |- {{!",
    "a\n* b\n:: c\n# d\n---- e\n----\nf",
    "a\n; t : d\n; t\n: d\n*; g : h",
    "a\n== H ==\nb\n=== I\n= J =\n== K =\n==",
    "a\n'''*''' b\n<nowiki>*</nowiki> c\n[[x|*]] d\n''':''' e",
    "a\n b\n  c",
    'a\n{| class="x"\n|+ cap\n! c !! d\n|-\n| style="y" | e || f\n| [[g|h]] | i\n|}\nz',
    "a\n{|\n|\n* b\n* c\n{|\n| inner\n|}\n| d\n|} e",
    "a\n:{|\n! x | b !! y | c\n|- style='z'\n|d||e|f||\n|}",
    "a\n{{{!}}\n{{!}} b {{!}}{{!}} c\n{{!}}}",
    "a {| b || c |}",
    "RFC 1 ISBN 978-0-14-044913-6 PMID 1",
    "soft\u00adhyphen thin\u2009space e\u0301 \u202eRLO\u202c emoji \U0001f469\u200d\U0001f467",
    "tabs\tand\t\ttabs   spaces \n\n\n paragraphs",
]

PIECES = [
    *"[[ ]] ]] [[ | = ' '' ''' ''''' '''' < > <!-- --> & # ; * : - [ ] ! _ __ a b word".split(),
    *("<b>", "</b>", "<i>", "<s>", "</s>", "<nowiki>", "</nowiki>", "<nowiki/>", "<foo>", "<br>"),
    *("<pre>x</pre>", "<div>y</div>", "<span>s</span>"),
    *(
        "[https://a.example x",
        "https://b.example<b></b>",
        "[//c.example d]",
        "[[e|",
        "[[f]]",
        "[[g|h]]",
    ),
    *("[[:Category:g]]", "[[Category:H]]", "[[/x/]]", "[[File:x.png|20px|", "[[File:x.png]]"),
    *("{{!}}", "{{=}}", "{{small|", "{{small|", "}}", "}}", "{{shortcut|"),
    *("&lt;", "&#91;", "&#39;", "&nope;", "&amp;", "%41", "__NOTOC__", "it's "),
    *("\n", "\n* ", "\n: ", " ", " ", " ", "o", "p"),
]

BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th caption pre blockquote hr br center"
    " figure".split()
)
VOID = frozenset("br hr img input link meta wbr".split())
BESIDE = frozenset(
    "autonumber error image mw-editsection mw-references-wrap reference thumb toc".split()
)


class Reader(HTMLParser):
    """The running text of a rendering."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.out.append(" ")
        if tag in VOID:
            return
        found = {name: value or "" for name, value in attrs}
        classes = found.get("class", "").split()
        if self._skipped or tag in ("style", "script") or BESIDE & {*classes}:
            self._skipped.append(tag)
        elif tag == "a" and re.fullmatch(r"File:[^()]*", found.get("title", "")):
            self._skipped.append(tag)  # a picture that is not there, and no link to its page

    def handle_endtag(self, tag: str) -> None:
        if self._skipped and self._skipped[-1] == tag:
            self._skipped.pop()
        if tag in BLOCKS:
            self.out.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.out.append(data)


def tidy(text: str) -> str:
    """Text as it is compared: MediaWiki normalises it and makes some spaces hard."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def rendered(client: Client, text: str) -> str:
    answer = client.post(
        action="parse",
        text=text,
        title=PAGE,
        contentmodel="wikitext",
        prop="text",
        disablelimitreport=True,
        disableeditsection=True,
        disabletoc=True,
    )
    reader = Reader()
    reader.feed(re.sub(r"<!--.*?-->", "", answer["parse"]["text"], flags=re.DOTALL))
    reader.close()
    return tidy("".join(reader.out))


def random_texts(count: int) -> Iterator[str]:
    chance = random.Random(SEED)
    for _ in range(count):
        yield "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 8)))


def check(wiki: Wiki, texts: list[str]) -> None:
    bot = wiki.session(wiki.bot)
    for name, text in TEMPLATES.items():
        bot.edit(f"Template:{name}", text)
    client = wiki.session(None)
    # A text stands in a line, behind what the line begins with.
    begun = [f"x {text}" for text in texts]
    with ThreadPoolExecutor(4) as pool:
        shown = pool.map(lambda text: rendered(client, text), begun)
        differ = [
            (text, found, wanted)
            for text, wanted in zip(begun, shown, strict=True)
            if (found := tidy(plain(text))) != wanted
        ]
    assert not differ, f"{len(differ)} of {len(texts)}: {differ[:5]}"


def test_the_plain_text_is_what_mediawiki_shows(mediawiki: Wiki) -> None:
    check(mediawiki, TEXTS)


def test_so_it_is_of_random_texts(mediawiki: Wiki) -> None:
    check(mediawiki, list(random_texts(SOAK)))
