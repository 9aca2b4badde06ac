"""A real MediaWiki reads what wikifaq.page.harmless writes as it was meant, and nothing more.

Hostile texts stand as paragraphs between intact neighbours, many to a page; the pages are saved,
and both parsers' renderings compared with that of the same page with a plain word in their place.
WIKIFAQ_SOAK is the number of random texts to try (default 200), WIKIFAQ_SEED where they begin.
"""

from __future__ import annotations

import os
import random
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote
from uuid import uuid4

from wikifaq.page.harmless import fragment, heading, paragraph, plain
from wikifaq.page.harmless.escape import clean, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_wiki import Client, Wiki

SOAK = int(os.environ.get("WIKIFAQ_SOAK", "200"))
SEED = int(os.environ.get("WIKIFAQ_SEED", "1"))
TO_A_PAGE = 60
ECHO = "Echo of harmless"
SOURCE = "Help:Hours/2021-04-17"
PAGE = "Help:FAQ"

# Each text, and what a reader is to see of it; None where that is what a save of the text shows.
CORPUS: list[tuple[str, str | None]] = [
    ("plain words, T&S and R&D; 5 > 3", None),
    ("signed ~~~ and ~~~~ and ~~~~~", "signed ~~~ and ~~~~ and ~~~~~"),
    (
        "{{subst:CURRENTYEAR}} {{safesubst:CURRENTYEAR}}",
        "{{subst:CURRENTYEAR}} {{safesubst:CURRENTYEAR}}",
    ),
    ("{{subst:nobody {{SUBST:a|b}}", "{{subst:nobody {{SUBST:a|b}}"),
    ("{{{parameter}}} {{{parameter|default}}}", None),
    (
        "{{CURRENTYEAR}} {{PAGENAME}} {{#if:x|y|z}} {{int:edit}}",
        "{{CURRENTYEAR}} {{PAGENAME}} {{#if:x|y|z}} {{int:edit}}",
    ),
    (
        "{{Special:RecentChanges/1}} {{:Main Page}} {{FAQ}}",
        "{{Special:RecentChanges/1}} {{:Main Page}} {{FAQ}}",
    ),
    ("{{nobots}} {{bots|deny=FaqBot}}", "{{nobots}} {{bots|deny=FaqBot}}"),
    (
        "ca{{@}}wikimedia.org {{!}} {{=}} {{tl|nobots}} {{ping|Ann|Ben}} a{{nbsp}}b",
        "ca@wikimedia.org | = {{nobots}} @Ann, Ben: a b",
    ),
    ("{{no spam|ca|wikimedia.org}} {{u|Ann}} a{{-}}b", "ca@wikimedia.org Ann a b"),
    ("[[foo (bar)|]] [[|foo]] [[Help:foo, bar|]]", "[[foo (bar)|]] [[|foo]] [[Help:foo, bar|]]"),
    ("[[Main Page]] [[Main_Page|the ''main'' page]]s [[:Category:X]] [[Talk:X#y z|z]]", None),
    ("a [[Category:Hostile]] b [[category:Hostile|k]] c [[Kategorie:X]]", "a b c"),
    (
        "[[File:Hostile.jpg|thumb|left|A ''caption'' with [[X|a link]]]] then",
        "A caption with a link then",
    ),
    (
        "[[Image:Hostile.jpg]] [[Datei:Hostile.jpg|mini|Wort]] [[Файл:X.png]] [[Media:Hostile.ogg|hear]]",
        "Image:Hostile.jpg Wort Файл:X.png hear",
    ),
    (
        "[[de:Foo]] [[:de:Foo|foo]] [[fr:Bar|bar]] [[zh-min-nan:X]] [[wikipedia:Foo]]",
        "de:Foo foo bar zh-min-nan:X wikipedia:Foo",
    ),
    ("[[/sub]] [[/sub/]] [[../]] [[../other]] [[../other/]] [[#part]] [[#part|p]]", None),
    ("[[Special:MyLanguage/X|label]] [[Special:Block/X]] [[foundation:X]]", None),
    ("[[a\nb]] [[a|b\nc]] [[a [[b]] c]] [[x|y [[z]] w]] [[a]] ]]", None),
    ("[[[a]]] [[a|b]]] [[a<b]] [[a{b]] [[a|b|c]] [[]] [[|]] [[ ]]", None),
    ("[[https://example.org label]] [[https://example.org]] [https://example.org [[a]] b]", None),
    ("[[%41bc]] [[a%7Cb]] [[a%5Db]] [[a&amp;b]] [[a&lt;b]] [[100%]] [[a%2541]]", None),
    (
        "[[../../../../x]] [[./x]] [[a/../b]] [[::x]] [[:]] [[a~~~~b]] [[User:]] [[X:]]",
        "[[../../../../x]] [[./x]] [[a/../b]] [[::x]] [[:]] [[a~~~~b]] [[User:]] [[X:]]",
    ),
    (
        "https://example.org/a_(b), (https://example.org/c) https://example.org/d; https://example.org/e?f=g&h=i.",
        None,
    ),
    (
        "https://example.org/{{x}}|y https://example.org/~~~~ https://example.org/__TOC__ https://example.org/''x''",
        "https://example.org/{{x}}|y https://example.org/~~~~ https://example.org/ https://example.org/x",
    ),
    (
        "https://example.org/[x] https://example.org/a&lt;b https://example.org/&#91;c <https://example.org>",
        None,
    ),
    (
        "[https://example.org] [https://example.org la'''b'''el] [//example.org x] [mailto:a@example.org m] [news:x]",
        None,
    ),
    (
        "[https://example.org a|b=c}} {{d] [javascript:alert(1) x] [https://example.org/'' y'']",
        None,
    ),
    ("https://example.org/hostile.png [https://example.org https://example.org/hostile.gif]", None),
    ("ahttp://example.org __http://example.org éhttp://example.org &#97;http://example.org", None),
    ("'''bold''' ''italic'' '''''both''' half'' l'''eau d''e'' x", None),
    ("''''four'''' ''''''six'''''' ''open '''both", None),
    ("'''''a'' b''' '''''c''' d'' it's l'[[a|''b'']]' '''x'''' y", None),
    ("<b>open <i>crossed</b> here</i> </u> stray <s>unclosed", None),
    (
        "<abbr title='A \"b\" | c' onclick='alert(1)' style='color:red'>A</abbr> H<sub>2</sub>O <code>x</code> <bdi lang=ar dir=rtl>y</bdi>",
        None,
    ),
    (
        "<span id=\"faq-x\">mine</span> <span style='position:fixed'>over</span> <div class='mw-collapsible'>in</div> <font color=red>f</font>",
        "mine over in f",
    ),
    (
        "<script>alert(1)</script><style>*{display:none}</style><iframe src=x></iframe><img src=x onerror=y><a href=z>w</a>",
        None,
    ),
    (
        "<p>one</p><center>two</center><ul><li>three<li>four</ul><table><tr><td>five</table><h2>six</h2>",
        "one two • three • four five six",
    ),
    ("</div></div></td></table></span></p> after", "after"),
    (
        "<nowiki>[[a]] ''b'' {{c}} ~~~~ &lt; https://example.org</nowiki> <nowiki/>",
        "[[a]] ''b'' {{c}} ~~~~ < https://example.org",
    ),
    ("<nowiki>unclosed '''x'''", None),
    ("<pre>a\n  ''b''</pre> x", None),
    ("a <!-- hidden --> b <!-- wikifaq:begin --> c <!-- unclosed {{x}}", None),
    (
        "<noinclude>seen</noinclude><includeonly>unseen</includeonly><onlyinclude>too</onlyinclude>",
        None,
    ),
    (
        "<translate><!--T:12--> said <tvar name=1>Foo</tvar> and <tvar|2>Bar</></translate> <languages/> x",
        "said Foo and Bar x",
    ),
    ("word<ref>a ''note'' [[x]]</ref> more<ref name=\"y\"/> <references/>", "word [a note x] more"),
    (
        "<math>a < b</math> <syntaxhighlight lang=python>x = {{y}}</syntaxhighlight> <gallery>File:X.jpg|c</gallery>",
        "a < b x = {{y}} File:X.jpg|c",
    ),
    (
        "<poem>a\nb</poem> <templatedata>{}</templatedata> <section begin=x/> <timeline>t</timeline> <charinsert>c</charinsert>",
        "a b t c",
    ),
    ("== heading ==\ntext\n=== more ===\n= one =\n== not", None),
    (
        "text\n* one\n* two\n# first\n# second\n: in\n; term : def\n pre\n----\nend",
        "text • one • two 1. first 2. second in term : def pre end",
    ),
    ("* literal star", "* literal star"),
    ("#REDIRECT [[Main Page]]", "#REDIRECT Main Page"),
    (": colon", ": colon"),
    ("; term : definition", "; term : definition"),
    ("! bang !! bang || bar |- row |} end", "! bang !! bang || bar |- row |} end"),
    ("-5 degrees |} {| class=x |- | y ||", "-5 degrees |} {| class=x |- | y ||"),
    ("+1 and ---- and ---", "+1 and ---- and ---"),
    ("{|\n|-\n! a !! b\n|-\n| style='x' | c || d\n|}\nafter", None),
    ("|}\n|-\n| x\n</div>", "|} |- | x"),
    ("__TOC__ __NOTOC__ __NOINDEX__ __NOEDITSECTION__ __HIDDENCAT__ __STATICREDIRECT__ x", "x"),
    ("<nowiki>__TOC__</nowiki> &#95;_NOINDEX__ __WHATEVER__ ＿＿目次＿＿ __NOTALK _ __", None),
    (
        "ISBN 978-0-14-044913-6, ISBN 0140449132 RFC 2616 PMID 12345 &#73;SBN 0140449132 xRFC 1",
        None,
    ),
    (
        "\x7f'\"`UNIQ--nowiki-00000001-QINU`\"'\x7f x \x00 y \x1b z",
        "?'\"`UNIQ--nowiki-00000001-QINU`\"'? x y z",
    ),
    ("-{zh-hans:a; zh-hant:b}- -{{x}}- }}- -{|x}-", "-{zh-hans:a; zh-hant:b}- -{{x}}- }}- -{|x}-"),
    ("}} || | = }} {{ a | b = c }} {{{ }}} { } {{", "}} || | = }} {{ a | b = c }} {{{ }}} { } {{"),
    ("a=b | c=d }}", "a=b | c=d }}"),
    (
        "&lt;b&gt; &amp;lt; &#91;&#91;a&#93;&#93; &nbsp; &#x27;&#x27;b&#39;&#39; &foo; &#0; &#150; &#xD800; &#x110000; &#99999999999;",
        None,
    ),
    (
        "&lbrack;&lbrack;a&rsqb;&rsqb; &lcub;&lcub;b&rcub;&rcub; &colon; &Tab; &NewLine; &excl;",
        None,
    ),
    ("e\u0301 a\u0308 <b>\u0338x</b> =\u0338 \u1100\u1161\u11a8 \ufb1d \u212b", None),
    (
        "\u202eRLO \u2067isolate \u202apart \u202c \u2069 pop\u202c\u2069 \u200fmark\u200e",
        "RLO isolate part  pop mark",
    ),
    (
        "soft\xadhyphen zero\u200bwidth bom\ufeff nbsp\xa0here thin\u2009space ideo\u3000space \u2028line",
        None,
    ),
    ("tabs\tand\t\ttabs   spaces \r\n crlf \r cr  ", None),
    ("\ud800 \udfff \uffff \ufdd0 \U0001ffff end", "\ufffd \ufffd \ufffd \ufffd \ufffd end"),
    (
        "emoji 👩\u200d👩\u200d👧 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f ۀ می\u200cشود",
        None,
    ),
    ("[NOTE: inside] […] [1] [x] [news: y] [[a]] [z", None),
    ("x [ y ] [] ][ [a][[b]] [[c]][d]", None),
    ("Good news: all. mailto: nobody. tel:5 hotel:5 news:&nbsp;x", None),
    ("<b '''x'''>y</b> <b {{x}}>z</b> <i\n>w</i> <b/>v <br/> <br clear=all> </br> u", None),
    ("<i><b><i><b><s><u><small>" * 6 + "deep", None),
    ("[[" * 40 + "{{" * 40 + "<b>" * 40 + "'''" * 41 + "<!" * 10, None),
    ("a ]]}}>--> b</nowiki></ref></gallery></pre>", None),
]
FRAGMENTS = [
    *(text for text, _ in CORPUS if len(text) < 60),
    *"[[ ]] {{ }} {{{ }}} | = ' '' ''' ''''' ~~~ ~~~~ __ < > <!-- --> & # ; * : - [ ] ! _".split(
        " "
    ),
    *("<b>", "</b>", "<i>", "</i>", "<ref>", "</ref>", "<nowiki>", "</nowiki>", "<pre>", "</pre>"),
    *("<div>", "</div>", "<span id='faq-y'>", "</span>", "<td>", "<li>", "<br>", "<s>", "</s>"),
    *("[https://a.example ", "https://b.example", "[//c.example d]", "[[e|", "[[f]]", "[[:de:g]]"),
    *(
        "[[Category:H]]",
        "[[File:i.jpg|thumb|j]]",
        "{{k|l=m}}",
        "{{@}}",
        "{|",
        "|}",
        "|-",
        "||",
        "!!",
    ),
    *(
        "\n",
        "\n* ",
        "\n: ",
        "\n ",
        "\n== n ==\n",
        "\n{|\n|",
        "\n|}\n",
        "\n----\n",
        " ",
        " ",
        "o",
        "p",
    ),
    *(
        "&lt;",
        "&#91;",
        "&#39;",
        "\u202e",
        "\u202c",
        "\u0338",
        "\u0301",
        "-{",
        "}-",
        "RFC 1",
        "mailto:q",
    ),
]


def random_texts(count: int) -> Iterator[str]:
    chance = random.Random(SEED)
    while count:
        text = "".join(chance.choice(FRAGMENTS) for _ in range(chance.randint(1, 9)))
        if shown(paragraph(text)):  # else there is nothing to put on a page
            count -= 1
            yield text


STRUCTURE = frozenset(
    "h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd pre table tbody tr td th div span hr section img figure "
    "style script link meta".split()
)


class Reader(HTMLParser):
    """The page as a string: tags of the structure with their ids, and the text between."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "br":
            self.out.append(" ")
        classes = (found.get("class") or "").split()
        if "autonumber" in classes:  # Parsoid leaves the number to the style sheet
            self.out.append("[0]")
        if (
            self._skipped
            or tag in ("style", "script")
            or {"autonumber", "mw-editsection"} & {*classes}
        ):
            if tag not in ("br", "img", "link", "meta", "hr"):
                self._skipped.append(tag)
            return
        identity = found.get("id") or ""
        mine = identity.startswith("faq-")
        if tag == "span" and not mine:
            return
        if tag in STRUCTURE:
            self.out.append(f"<{tag}{' ' + identity if mine else ''}>")

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            if self._skipped[-1] == tag:
                self._skipped.pop()
        elif tag in STRUCTURE and tag != "span":
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            # MediaWiki itself makes a space before "%" and the like a hard one.
            data = data.replace("\xa0", " ")
            self.out.append(data.replace("<", "\ue000").replace(">", "\ue001"))


class Links(HTMLParser):
    """The links of a page: where each leads, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.append((dict(attrs).get("href") or "", ""))
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "a"

    def handle_data(self, data: str) -> None:
        if self._inside:
            address, text = self.found[-1]
            self.found[-1] = (address, text + data)


def read(html: str) -> str:
    """The page's structure and text, white space as a browser shows it."""
    reader = Reader()
    body = html.partition("<body")[2].partition(">")[2] if "<body" in html else html
    reader.feed(re.sub(r"<!--.*?-->", "", body, flags=re.DOTALL))
    text = re.sub(r"</?section>|</?tbody>", "", "".join(reader.out))
    return re.sub(r" ?(<[^>]*>) ?", r"\1", re.sub(r"[ \t\n]+", " ", text))


def tidy(text: str) -> str:
    """Text as it is compared: spaces of all kinds and what can't be seen do not count."""
    text = re.sub("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", text)
    text = text.replace("\ue000", "<").replace("\ue001", ">")
    return " ".join(unicodedata.normalize("NFC", text).split())


def shown(wikitext: str) -> str:
    """What the wikitext that paragraph() writes is to show: it has but a few kinds of mark-up."""
    text = re.sub(r"<nowiki>(\|+)</nowiki>", lambda m: "&#124;" * len(m[1]), wikitext)
    text = re.sub("''+", "", text).replace("<br>", " ")
    text = re.sub(r"</?[a-z]+(?: [^<>]*)?/?>", "", text)
    text = re.sub(r"\[\[:?([^\[\]|]*)\]\]", r"\1", text)
    text = re.sub(r"\[\[[^\[\]|]*\|([^|]*?)\]\]", r"\1", text)
    text = re.sub(r"\[(?://|[a-z]+:)[^\s\[\]]+(?: ([^\]]*))?\]", lambda m: m[1] or "[0]", text)
    return tidy(decode(text))


def block(number: int, made: str, title: str) -> str:
    return (
        f"=== H{number} {title} ===\n"
        f'<span id="faq-{number}"><!-- faq m{number} --></span>\n'
        f"''Asked:'' {made}\n\n"
        f"'''Name{number}''' (role): {made} tail{number}\n\n"
        f"* item{number} {made}\n* {made}\n: {made}\n\n"
        f'{{| class="wikitable"\n! head{number} !! {made}\n|-\n| cell{number} || {made}\n|-\n|{made}\n'
        f"| next{number}\n|}}\n\n{{{{{ECHO}|1={made}}}}} said{number}\n\n"
        '<div class="mw-collapsible mw-collapsed">\n<div>label</div>\n'
        f'<div class="mw-collapsible-content">\n{made}\n\nend{number}\n</div>\n</div>\n\n'
    )


def page(blocks: list[tuple[str, str]]) -> str:
    made = (block(number, *each) for number, each in enumerate(blocks))
    return "__NOTOC__\nlead\n\n" + "".join(made) + "last line"


ZONE = "zqzone"


def zones(rendered: str, neutral: str) -> list[list[str]]:
    """What stands in each place of each block; the page must be alike everywhere else."""
    ours, theirs = rendered.split("<h3"), neutral.split("<h3")
    assert len(ours) == len(theirs)
    found = []
    for our, their in zip(ours, theirs, strict=True):
        assert "<h" not in our, our
        pattern = "([^<>]*)".join(re.escape(part) for part in their.split(ZONE))
        match = re.fullmatch(pattern, our)
        assert match, f"{our}\n{their}"
        found.append([tidy(each) for each in match.groups()])
    return found[1:]


def check(client: Client, texts: list[str], *, prefix: str = "") -> list[str]:
    """Put the texts on a page in every place; return what is seen of each."""
    made = [
        (paragraph(text, source_title=SOURCE, prefix=prefix), heading(f"x {text}"))
        for text in texts
    ]
    wikitext = page(made)
    title, other = (f"{PAGE} {uuid4().hex[:12]}" for _ in range(2))
    saved = client.post(
        action="parse", onlypst=True, text=wikitext, title=title, contentmodel="wikitext"
    )
    assert saved["parse"]["text"] == wikitext
    client.edit(title, wikitext)
    assert client.text(title) == wikitext
    client.edit(other, page([(ZONE, ZONE)] * len(texts)))
    properties = "categories|langlinks|templates|images|properties|links"
    used = client.get(action="parse", page=title, prop=properties)["parse"]
    nothing = ["categories", "langlinks", "images", *(["links"] if prefix else [])]
    assert not any(used[name] for name in nothing), used
    assert [each["title"] for each in used["templates"]] == [f"Template:{ECHO}"]
    assert set(used["properties"]) <= {"notoc"}, used
    for render in (client.html, client.parsoid):
        found = zones(read(render(title)), read(render(other)))
        for text, (wrote, _), (head, *places) in zip(texts, made, found, strict=True):
            assert head == tidy(clean(f"x {text}")), text
            assert set(places) == {shown(wrote)}, (text, wrote)
    return [shown(wrote) for wrote, _ in made]


def in_parallel(wiki: Wiki, texts: list[str], *, prefix: str = "") -> list[str]:
    parts = [texts[start : start + TO_A_PAGE] for start in range(0, len(texts), TO_A_PAGE)]
    client = wiki.session(wiki.bot)
    client.edit(f"Template:{ECHO}", "{{{1}}}")
    with ThreadPoolExecutor(4) as pool:
        done = pool.map(lambda part: check(client, part, prefix=prefix), parts)
        return [seen for part in done for seen in part]


def source_shows(client: Client, text: str) -> str:
    """What the source's own rendering of a text shows; of links and pictures only the words."""
    options = dict.fromkeys(("disablelimitreport", "disableeditsection", "disabletoc"), True)
    answer = client.post(
        action="parse", text=text, title=SOURCE, contentmodel="wikitext", prop="text", **options
    )
    return tidy(re.sub("<[^>]*>", " ", read(answer["parse"]["text"])))


def test_hostile_texts_show_what_they_showed_and_do_nothing(mediawiki: Wiki) -> None:
    seen = in_parallel(mediawiki, [text for text, _ in CORPUS])
    client = mediawiki.session(None)
    with ThreadPoolExecutor(4) as pool:
        wanted = pool.map(
            lambda case: source_shows(client, case[0]) if case[1] is None else tidy(case[1]), CORPUS
        )
        for (text, _), found, wants in zip(CORPUS, seen, wanted, strict=True):
            assert found.replace("• ", "") == wants.replace("• ", ""), text


def test_random_texts_do_nothing(mediawiki: Wiki) -> None:
    in_parallel(mediawiki, list(random_texts(SOAK)))


def test_from_another_wiki_every_link_leads_there(mediawiki: Wiki) -> None:
    in_parallel(mediawiki, [text for text, _ in CORPUS][:TO_A_PAGE], prefix="metawikimedia:")


def test_sections_are_found_and_labels_are_plain(mediawiki: Wiki) -> None:
    client, title = mediawiki.session(mediawiki.bot), f"{PAGE} {uuid4().hex[:12]}"
    # A title can't hold U+FFFD, so a link can't lead to a section with it.
    texts = [f"x {text}"[:200] for text, _ in CORPUS if "\ufffd" not in clean(text)]
    client.edit(title, "\n".join(f"== {heading(text)} ==" for text in texts))
    sections = client.get(action="parse", page=title, prop="sections")["parse"]["sections"]
    anchors = [section["anchor"] for section in sections]
    assert len(anchors) == len(texts)
    ids = {unescape(each) for each in re.findall('id="([^"]*)"', client.html(title))}
    base = f"https://example.org/{uuid4().hex}"
    links = "".join(
        f"* [[{title}#{fragment(anchor)}|{plain(text)}]] [{base}#{fragment(anchor)} {plain(text)}]\n"
        for anchor, text in zip(anchors, texts, strict=True)
    )
    client.edit(f"{title}/links", links)
    for html in (client.html(f"{title}/links"), client.parsoid(f"{title}/links")):
        found = Links(html).found
        inside = [each for each in found if base not in each[0] and title[-12:] in each[0]]
        outside = [each for each in found if base in each[0]]
        for group in (inside, outside):
            assert len(group) == len(texts)
            for (address, label), anchor, text in zip(group, anchors, texts, strict=True):
                section = unquote(address.partition("#")[2])
                if "[//" in anchor:  # a section has two anchors, and this is the older one
                    assert section in ids, text
                    assert "[" not in section, text
                else:
                    assert section.strip("_") == re.sub("_+", "_", anchor).strip("_"), text
                assert tidy(label) == tidy(clean(text))
