"""Pages that break readers: pieces of real layouts, mixed, cut and nested, and a fixed corpus.

In pieces, ``§w`` stands for a word, ``§n`` for a name, ``§s`` for a signature, and ``§q`` and
``§a`` for what marks a question and an answer. Every word of a generated page is another one,
so that a word that the reader loses or says twice can be told.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from conversation import LANGUAGES, load
from hypothesis import strategies as st
from layouts import LAYOUTS, suited

NAMES = ("Brasko", "Quillon", "Tamsin", "Okonjo", "Яромир", "Jo de Vree", "李四", "سلمى")
TITLES = (
    "Hour 2024-05-06", "Talk:Tea", "Help:FAQ", "Häufige Fragen", "Page", "", "Sprechstunde/2021-04-17", "İ",
)  # fmt: skip

# Lines and blocks as people write them, in the layouts that real pages have.
HEADINGS = (
    "== §w §w? ==", "=== §w §w ===", "== §q: §w §w ==", "==== §w ====", "= §w =", "== (§q) §w? ==",
    "====== §w? ======", "== §w? == <!--T:4-->", "<h2>§w §w?</h2>", "==§w==", "== §w", "== ''§w'' [[§w|§w]]? ==",
    "== 1) §w? ==", "== <translate>§w?</translate> ==",
)  # fmt: skip
ITEMS = (
    "* §w §w §w?", "* §w §w.", "** §w §w. §w.", "** §n: §w §w.", "*** §w §w", "**** §w", "# §w §w?", "#: §w §w.", "#* §n (§w): §w",
    "## §w §w", "### §w?", ": §w §w", ":: §w §w. §w", ":* §w §w", "*: §w §w", "*:: §w", ":*: §w", "; §w §w?", "; §w §w? : §w §w.",
    "; §w: §w?: §w", ";; §w", "* '''§w §w?'''", "*'''§w?''' §w", "* §q: §w §w?", "** §a: §w", "* ''§q'': §w?", "* §w §w?<br>§w §w.",
    "* 1) §w?", "#: 2) §w?", "* §w update: §w", "* [no question text]", "* If not, §w?", "** Follow-up question: §w?",
    "* For Brasko - §w §w?", "* Brasko: Thank you for §w", "*", "#", "**", "* §w §w? §s", "** §w. §s",
)  # fmt: skip
LINES = (
    "§w §w §w.", "§w §w §w?", "§w", "§q: §w §w?", "§a: §w §w.", "'''§q:''' §w §w?", "'''§a:''' §w", "(§q) §w §w?", "(§a) §w",
    "§q. §w?", "§q 3: §w?", "§a3. §w", "§q", "§q: §w? §a: §w", "'''§w §w §w?'''", "''§w §w?''", "'''§w?''' §w §w.", "'''§w", "§n: §w §w",
    "'''§n:''' §w", "'''§n''' (§w): §w", "[[User:§n|§n]]: §w", "[§n answers] §w §w", "§n [§w]: §w", "1) §w §w?", "2) §w?", "(2) §w", "1. §w?",
    "2. §w?", "[NOTE: §w §w]", "(Update: §w)", "§w:", "15:00 §w", "https://example.org/x §w", "[https://example.org §w §w]", "[https://example.org]",
    "§w §w? §s", ":§w §w. §s", "::§w. --§s", "§s", ":::§w", "§w<br>§w", "§w §w?<br><br>§w", "§w<p>§w</p>", "§w{{pb}}§w", "----", "---- §w",
    " §w", "__NOTOC__", "[[§w|§w]]", "[[§w]]", "[[:Category:§w]]", "[[File:§w.jpg|thumb|§w [[§w]]]]", "[[Category:§w]]",
    "[edit]", "Led by Brasko Quillon.", "<abbr title='x'>§w</abbr> §w", "''§w '''§w'' §w'''",
)  # fmt: skip
TEMPLATES = (
    "{{Q&A|question=§w §w?|answer=§w §w.}}", "{{Faq\n| question = §w §w?\n| answer = §w\n\n* §w\n}}", "{{faq|question1=§w?|answer1=§w|question2=§w?|answer2=§w}}",
    "{{hidden|§w §w?|§w §w.}}", "{{collapse top|title=§w §w?}}\n§w §w\n{{collapse bottom}}", "{{collapse top|§w?}}", "{{collapse bottom}}",
    "{{navbox|§w|list1=[[§w]] · [[§w]]}}", "{{done}} §w", "{{ping|§n}} §w", "{{lang|la|§w}}", "{{as of|2021|05}} §w", "{{no spam|§w|example.org}}",
    "{{:§w}}", "{{{§w|§w}}}", "{{#if:§w|§w}}", "{{box|{{box|§w}}|§w}}", "{{tl|§w}}", "* {{hidden|§w?|\n* §w\n}}", "{{quote|§w §w}}", "{{unsigned|§n}}",
)  # fmt: skip
TABLES = (
    '{| class="wikitable"\n! §q !! §a\n|-\n| §w §w? || §w §w.\n|-\n| §w? || §w\n|}', "{|\n|+ §w\n|-\n| §w §w?\n| §w §w\n|-\n| §w?\n| §w<br>§w\n|}",
    "{|\n| 1 || §w §w? || §w §w || §w\n|-\n| 2 || §w §w? || §w || §w\n|}", '{| class="mw-collapsible"\n! §w §w?\n|-\n| §w\n* §w\n|}',
    "{|\n|-\n| §w?\n| {|\n| §w\n|}\n|}", ":{|\n| §w\n|}", "{|\n|-\n|§w?", "|-\n| §w", "| §w || §w", "|}",
)  # fmt: skip
HTML = (
    "<ol><li>§w §w?<ul><li>§w §w</li></ul></li>\n<li>§w?<ul><li>§w</ul></ol>", "<dl><dt>§w §w?</dt><dd>§w §w</dd></dl>", "<ul><li>§w?<br>§w", "</li></ul>",
    "<div class=\"mw-collapsible\">\n'''§w §w?'''\n<div class=\"mw-collapsible-content\">\n§w §w\n</div>\n</div>", "<center>§w?</center>", "<poem>\n§w\n§w\n</poem>",
    "<ref>§w §w</ref> §w", '<ref name="§w"/>', "<nowiki>== §w? ==</nowiki>", "<nowiki>* </nowiki>§w", "<pre>\n* §w?\n** §w\n</pre>", "§w <!-- §w? --> §w",
    "<!--\n* §w?\n** §w\n-->", "<syntaxhighlight lang=x>\n§w\n</syntaxhighlight>", "<math>§w</math>", "<gallery>\nFile:§w.jpg|§w\n</gallery>", "<noinclude>§w</noinclude>",
    "<translate><!--T:1--> §w §w</translate>", "<translate>\n<!--T:2-->\n* §w?\n** §w\n</translate>", "* <translate><!--T:3--> §w §w?</translate>", "<languages/>",
    "[[<tvar|1>Special:MyLanguage/X</>|§w]]", '[[<tvar name="1">§w</tvar>|§w]] §w', "<span\nid=x>§w</span>", '<span id="§w"></span>§w', "<blockquote>\n§w\n</blockquote>",
)  # fmt: skip
POSTS = (
    "== §w §w ==\n§w §w? §s\n:§w. §s\n::§w §w. §s", "== §w ==\n§w §w.\n\n§w? §s\n* §w. §s\n* §w §s\n\n§w §s", "=== §w? ===\n§w. §s\n\n:§w\n\n:§w. §s", ":::§w --§s\n::§w §s",
    "§w? §s\n:§w §s\n\n§w §w? §s\n:§w §s", "* ''§w'' §w §s\n** §w §s", "# §w §s\n#: §w §s", "<small>§w? §s</small>\n:<span>§w</span> <sup>§s</sup>",
)  # fmt: skip
LOG = ("[18:02:11] <§n> §w §w?", "[6:02pm] §n: §w", "Nov 04 18:02:12 <§n> §w", "18:03 * §n §w")
PIECES = HEADINGS + ITEMS + LINES + TEMPLATES + TABLES + HTML + POSTS + LOG

# What is never closed, closes nothing, ends lines or hides in them.
NOISE = (
    "[[", "]]", "[", "]", "[[a|", "{{", "}}", "{{{", "}}}", "{{a|", "{|", "|}", "\n|-", "|", "<", ">", "</", "/>", "<!--", "-->", "<!-- -->", "<nowiki>", "</nowiki>",
    "<nowiki/>", "<translate>", "</translate>", "<tvar|1>", "<tvar name=a>", "</tvar>", "</>", "<div", "<div>", "</div>", "<ol>", "</ol>", "<li>", "<b>", "</b>", "<p>", "<ref>",
    "</ref>", "<pre>", "</pre>", "<br", "<h2>", '<b a="', "'''", "''", "'''''", "'" * 9, "'", "=", "==", "=" * 20, "*" * 40, ":;*#", ";", ":", "#", "----", "-{", "}-", "__", "~~~~",
    "&", "&#", "&#xD800;", "&#0;", "&#x110000;", "&#99999999999;", "&amp;amp;", "&nbsp;", "&bogus;", "&lt;", "&#65;", "[[%41", "%zz", "?", "？", "؟", "¿", "：", "Q:", "A:", "1)", "(UTC)",
    "\0", "\ufeff", "\u200b", "\u200f", "\u202e", "\u2067", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\t", "\x7f", "\x01", "\x02", "\x03", "\x030\x03", "\ufffd", "\uffff",
    "\udc80", "\r", "\n", "\n\n", "\r\n", "\xa0", "\u3000", "e\u0301", "İ", "ß", "\U0001f600", "¤", "﷽",
)  # fmt: skip
PAIRS = (
    ("{{box|", "}}"), ("{|\n| ", "\n|}"), ("[[a|", "]]"), ("<!--", "-->"), ("<nowiki>", "</nowiki>"), ("<translate>\n", "\n</translate>"), ("<div>\n", "\n</div>"), ("<ol><li>", "</ol>"),
    ("'''", "'''"), ("== ", " =="), ("<ref>", "</ref>"), ("<pre>", "</pre>"), ("<tvar|1>", "</>"), ("<span>", "</span>"), ("[https://example.org ", "]"), ("-{", "}-"), ("\n* ", "\n** "),
)  # fmt: skip

_SYLLABLES = tuple(c + v for c in "bdfgklmnprstvz" for v in "aeiou")
_ALPHABETS = (
    "bdfgklmnprstvzaeiou",
    "бдфгклмнпрствзаеиоу",
    "بدفجكلمنهرستوزاعيحخ",
    "βδφγκλμνπρστϝζαεηιο",
)
_IDEOGRAPHS = 0x5200
_PLACE = re.compile("§[wnsqa]")


def word(number: int, script: int = 0) -> str:
    """A word that no language has, another one for each number."""
    last = len(_SYLLABLES)
    places = [number // last**n % last for n in (0, 1, 2)]
    if script == len(_ALPHABETS):
        return "".join(chr(_IDEOGRAPHS + n * last + place) for n, place in enumerate(places))
    written = "".join(_SYLLABLES[place] for place in (places[1], *places))
    return written.translate(str.maketrans(_ALPHABETS[0], _ALPHABETS[script]))


SCRIPTS = len(_ALPHABETS) + 1


def filled(text: str, language: str = "en", script: int = 0) -> str:
    """A text with words, names, marks and signatures in the places for them."""
    conversation = load_once(language)
    numbers = iter(range(1, len(text)))

    def put(place: re.Match[str]) -> str:
        number = next(numbers)
        name = NAMES[number % len(NAMES)]
        match place[0]:
            case "§w":
                return word(number * 7919, script)
            case "§n":
                return name
            case "§s":
                return conversation.signed(name, number)
            case "§q":
                return (conversation.question_word, "Q")[number % 2]
            case _:
                return (conversation.answer_word, "A")[number % 2]

    return _PLACE.sub(put, text)


load_once = cache(load)


@cache
def real_page(layout: str, language: str) -> str:
    """A conversation in one of the layouts that real pages have."""
    return LAYOUTS[layout](suited(layout, load_once(language)))


class Change(NamedTuple):
    """Something done to a page between two places, which count from its start, round and round."""

    what: str
    start: int
    end: int
    with_: int

    def made(self, text: str) -> str:
        """The text after the change."""
        start, end = sorted((self.start % (len(text) + 1), self.end % (len(text) + 1)))
        inner = text[start:end]
        if self.what == "cut":
            inner = ""
        elif self.what == "double":
            inner += inner
        elif self.what == "break off":
            return text[:end]
        elif self.what == "begin late":
            return text[start:]
        elif self.what == "wrap":
            before, after = PAIRS[self.with_ % len(PAIRS)]
            inner = before + inner + after
        elif self.what == "disturb":
            inner = NOISE[self.with_ % len(NOISE)] + inner
        elif self.what == "repeat":
            inner += NOISE[self.with_ % len(NOISE)] * 50
        elif self.what == "join":
            inner = inner.replace("\n", " ")
        elif self.what == "line ends":
            inner = inner.replace("\n", ("\r\n", "\r", "\n\n", "\u2028")[self.with_ % 4])
        return text[:start] + inner + text[end:]


_CHANGES = (
    "cut", "double", "break off", "begin late", "wrap", "disturb", "repeat", "join", "line ends",
)  # fmt: skip
_places = st.integers(0, 5000)
changes = st.builds(Change, st.sampled_from(_CHANGES), _places, _places, st.integers(0, 200))

_pieces = st.one_of(
    [st.sampled_from(pieces) for pieces in (HEADINGS, ITEMS, ITEMS, LINES, LINES)]
    + [st.sampled_from(TEMPLATES + TABLES), st.sampled_from(HTML), st.sampled_from(POSTS)]
    + [
        st.sampled_from(LOG).map(lambda line: f"{line}\n" * 5),
        st.sampled_from(NOISE),
        st.text(max_size=3),
    ]
)
_lines = st.tuples(_pieces, st.sampled_from(("\n", "\n", "\n", "\n\n", "\n\n", "", " ", "\r\n")))
_scripts = st.integers(0, SCRIPTS - 1)
composed = st.builds(
    filled,
    st.lists(_lines.map("".join), max_size=25).map("".join),
    st.sampled_from(LANGUAGES),
    _scripts,
)
"""Pages of pieces, one below the other."""


def _spliced(parts: list[tuple[str, str, int, int]]) -> str:
    """Lines of several real pages, the ones after the others."""
    found = []
    for layout, language, place, count in parts:
        lines = real_page(layout, language).splitlines(keepends=True)
        start = place % len(lines)
        found += lines[start : start + count]
    return "".join(found)


spliced = st.lists(
    st.tuples(
        st.sampled_from(sorted(LAYOUTS)),
        st.sampled_from(LANGUAGES),
        st.integers(0, 60),
        st.integers(1, 30),
    ),
    min_size=1,
    max_size=3,
).map(_spliced)
"""Pages of parts of real layouts."""


def _changed(text: str, made: list[Change]) -> str:
    for change in made:
        text = change.made(text)
    return text


pages = st.builds(_changed, composed | composed | spliced, st.lists(changes, max_size=4))
"""Hostile pages."""
titles = st.sampled_from(TITLES)


def _runs(before: str, marks: list[str], after: str) -> str:
    return before + "".join(mark * (10_000 // len(mark)) for mark in marks) + after


runs = st.builds(
    _runs,
    st.sampled_from((
        "", "* Why?\n** So.\n", "* Why?\n** So. ", "== Why? ==\n", "{|\n| Why?\n| ", "* Why?\n** So.\n\n{{a}}\n\n{{",
        "Q: Why?\nA: ", "{{Q|question=Why?|answer=", filled("== Tea ==\nWhy? §s\n:"),
    )),
    st.lists(st.sampled_from(NOISE + tuple(f"{filled(piece)}\n" for piece in PIECES)), min_size=2, max_size=3),
    st.sampled_from(("", "?", "]]", "}}", "|}", "-->", "\n== Why? ==\nSo.")),
)  # fmt: skip
"""Long pages of a few marks, each again and again."""


# The corpus: pages that break something, or did.

_BASE = "* Why is tea hot?\n** It is boiled first.\n* Where is the milk?\n** In the jug.\n"
SIGNED = "[[User:{0}|{0}]] ([[User talk:{0}|talk]]) 12:00, 3 May 2020 (UTC)"
_ANA, _BO = SIGNED.format("Ana"), SIGNED.format("Bo")

SHORT: dict[str, str] = {
    "nothing": "",
    "blanks": " \t\n\n \n",
    "a byte order mark": "\ufeff",
    "a byte order mark before and within": "\ufeff" + _BASE.replace("jug", "j\ufeffug"),
    "carriage returns": _BASE.replace("\n", "\r"),
    "both line ends": _BASE.replace("\n", "\r\n", 2).replace("\n*", "\r*", 1),
    "line separators": _BASE.replace("\n", "\u2028"),
    "form feeds": _BASE.replace("\n", "\n\f\n"),
    "next lines": _BASE.replace("\n", "\x85\n"),
    "tabs": _BASE.replace(" ", "\t"),
    "spaces that do not break": _BASE.replace(" ", "\xa0"),
    "nulls": _BASE.replace(" ", "\0"),
    "place holders of our own": "* Why \x030\x03 \x01\x02\x03?\n** <nowiki>a</nowiki> \x030\x03 \x031\x03\n",
    "half a surrogate": "* Why \udc80\ud800?\n** So \udcff.\n* Where?\n** Here.\n",
    "right to left": _BASE.replace("tea", "\u202etea\u202c").replace("It", "\u2067It\u2069"),
    "words without width": _BASE.replace("tea", "t\u200be\u200ca\u2060").replace("** ", "** \u200e"),
    "letters that grow": "* İİİİ ẞß ŉ ǰ?\n** ﬃ İ: ẖ 5 May 2021.\n* 14 İ 2021?\n** So.\n",
    "combined letters": "* Why\u0301\u0301\u0301?\n** S\u0338o=\u0338.\n* =\u0338 Where?\n** Here.\n",
    "digits of other scripts": "# ²) Why?\n#: ①: So.\n# ٣) Where?\n#: ३. Here ٢٠٢١-٠٤-١٧.\n",
    "references out of range": "* Why &#xD800; &#0; &#x110000; &#99999999999999999999; &bogus; &amp;lt;?\n** &#58; &#x3a &#;.\n",
    "references for marks": "&#42; Why?\n&#42;&#42; So.\n&#61;&#61; Where? &#61;&#61;\n&#123;&#123;a&#125;&#125;\n",
    "an open comment": _BASE + "* When? <!-- never\n** Now.\n",
    "an open comment first": "<!-- \n" + _BASE,
    "a comment in a mark": "*<!-- x -->* Why?\n<!-- x -->** So.\n=<!-- -->= Where? ==\nHere.\n",
    "comments between lines": "* Why?\n<!-- a -->\n<!-- b\n* Not? -->\n** So.\n<!-- c --> <!-- d -->\n* Where?\n** Here.\n",
    "a comment that closes late": "* Why?\n** So.\n<!-- -- > -> * When?\n** Now. -->\n* Where?\n** Here.\n",
    "an open nowiki": "* Why? <nowiki>\n** So.\n* Where?\n** Here.\n",
    "a nowiki over lines": "* Why? <nowiki>\n** So.\n</nowiki>\n* Where?\n** Here.\n",
    "a nowiki that is closed twice": "* Why?</nowiki>\n** So.<nowiki></nowiki></nowiki>\n* Where?\n** Here.\n",
    "headings in nowiki": "<nowiki>\n== Why? ==\n</nowiki>\n== Where? ==\nHere.\n\n== When? ==\nNow.\n",
    "marks in pre": "Q: Why?\n\nA: As in\n<pre>\nQ: quoted [[File:X.jpg]]?\nA: said\n</pre>\nthere.\n\nQ: Where?\n\nA: Here.\n",
    "questions in pre": "<pre>\n* Why?\n** So.\n</pre>\n* Where?\n** Here.\n* When?\n** Now.\n",
    "the end of a translation alone": "</translate>\n" + _BASE + "</translate>",
    "an open translation": "<translate>\n<!--T:1-->\n" + _BASE,
    "translations in one another": "<translate><translate>\n<!--T:1-->\n== Notes == <!--T:2-->\n" + _BASE + "</translate></translate>",
    "a translation within a list mark": "*<translate> Why?</translate>\n*<translate>* So.\n* Where?\n** </translate>Here.\n",
    "variables of both kinds": "* Is <tvar|a>[[X|tea</> <tvar name=b>hot]]</tvar>?\n** <tvar|1>So</> </>.\n* Where?\n** Here.\n",
    "markers of units everywhere": "<!--T:1-->*<!--T:2--> Why?<!--T:3-->\n**<!--T:4-->So.\n<!--T:5-->\n* Where?\n<!--T:6-->** Here.\n",
    "open braces": "{{ {{{ {{a| {{{b|\n" + _BASE,
    "closing braces": "}} }}} |}\n" + _BASE.replace("?", "}}?"),
    "five braces": "{{{{{Why?|a}}}}}\n* {{{{{x}}}}} Where?\n** {{{{y}}}}.\n* {{{z|Who}}}?\n** Ana.\n",
    "a template over list items": "* Why {{a\n* b?}}\n** So {{c|\n** d}}.\n* Where?\n** Here.\n",
    "a template that opens a section": "{{box|\n== Why? ==\nSo.\n}}\n== Where? ==\nHere.\n\n== When? ==\nNow.\n",
    "a template that calls itself": "{{Q|question={{Q|question=Why?|answer=So.}}|answer={{Q|question=Where?|answer=Here.}}}}\n" * 2,
    "an answer in a parameter with the marks of lists": "{{faq\n|question=\n* Why?\n|answer=\n* So.\n** {{b|c=d}}\n* e = f | g\n}}\n",
    "parameters that come twice": "{{faq|question=Why?|answer=So.|question=Where?|answer=Here.|q=When?|a=Now it is.}}\n{{m|question=Who asks?|a=Ana does.}}\n",
    "words beside a template": "{{Q&A|question=Why?|answer=So.}} Tea boils.\n{{Q&A|question=Where?|answer=Here.}}\n",
    "words beside a box": "{{collapse top|title=Why is it?}} So it is.\nAnd more.\n{{collapse bottom}}\n{{collapse top|title=Where is it?}}\nHere.\n{{collapse bottom}}\n",
    "a template before the words of a box": "{{collapse top|Why?}}\n{{x}} So it is.\n{{collapse bottom}}\n{{collapse top|Where?}}\n{{y}}\nHere. {{z}} {{done}}\n{{collapse bottom}}\n",
    "a template before an answer": "Why is it?\n* {{co}} Boiled. {{co}}\n{{co|Where is it?}} There.\n{{co|When?}} {{co|Now.}} {{co}} Soon.\n",
    "breaks in nowiki": "* Why <nowiki>a<br>[[b]]c</nowiki>d?\n** So.\n* Where <pre>a?<br>[[b]]c</pre>?\n* ''When <nowiki>''? b''</nowiki> c?\n** Here.\n",
    "words between templates": "* Why?<br>So.\n{{x}} Words here {{Q|question=Where?|answer=There.}} {{y}} more words\n{{z|a=b}}tea{{Q|question=When?|answer=Now.}}milk{{z}}\n",
    "templates without a name": "* Why?\n** So.\n\n{{|words|question=Where?|answer=There.}}\n{{ |Who?|Beatrix does.}}\n{{<!-- x -->|When?|Now it is.}}\n",
    "templates behind a table": "{|\n! Why?\n| So.\n|}{{c|words}}\n{|\n| Where?\n| Here.\n|} {{c|Words}} here\n",
    "brackets behind marks": "Q: Why?\nA: (Update: later) So it is.\n\nQ: Where?\nA (Bo): There.\n\nQ: (Ana) When?\nA: (see [[Tea]]) Now.\n\n(Q) (Ana) Who?\n(A) (Updated) (Bo) Ana.\n",
    "boxes that are never closed": "{{collapse top|title=Why?}}\nSo.\n{{collapse top|title=Where?}}\nHere.\n== Notes ==\nMore.\n",
    "boxes that close too often": "{{hidden end}}\n{{hidden begin|title=Why?}}\nSo.\n{{hidden end}}\n{{hidden end}}\n{{hidden begin|title=Where?}}\nHere.\n{{hidden end}}\n",
    "other questions between templates": "{{m|question=Why?|answer=So.}}\n'''Where?'''\nHere.\n{{m|question=When?|answer=Now.}}\n",
    "lines between marks": "Why?\n* So.\n\nF: Where?\nA: Here.\n\nWhen?\n* Now.\n\nF: Who?\nA: Ana.\n",
    "an open table": "{|\n|-\n| Why? || So.\n|-\n| Where? || Here.\n",
    "a table without an opening": "|-\n| Why? || So.\n|-\n| Where? || Here.\n|}\n",
    "tables in tables": "{|\n|-\n| Why?\n|\n{|\n| So.\n|\n{|\n| it is\n|}\n|}\n|-\n| Where?\n| Here.\n|}\n",
    "a table whose bars are elsewhere": "{|\n|-\n| Why [[a|b]] {{c|d}} <nowiki>||</nowiki>? || So | and || so\n|-\n|x=y|Where?||z=y|Here.\n|}\n",
    "columns beyond the answers": "{|\n! No !! Question !! Answer !! Asker\n|-\n| 1 || Why is it? || So it is. || Beatrix\n|-\n| 2 || Where is it? || There. || Cornelis\n|}\n",
    "a table's caption": "* Why?\n** So.\n\n{|\n|+ About milk\n|-\n| Where is it?\n| In the jug\n|-\n| Who has it?\n| Ana\n|}\n",
    "words behind a table": "{|\n| Why?\n| So.\n|-\n| Where?\n| Here.\n|} And tea boils.\n",
    "a table in a definition": "; Why?\n:{|\n| So.\n|}\n; Where?\n:: {|\n| Here.\n",
    "open links": "* Why [[tea?\n** So [[a|b.\n* [http://x.org Where?\n** [[File:x.jpg|thumb|Here [[there]].\n",
    "links over lines": "* Why [[tea|hot\n** So]] it is?\n** [[a\n* b|Where]]?\n** Here.\n",
    "links in links": "* Why [[a|b [[c|d]] e]]?\n** [http://x.org [[f]] g].\n* [[[[h]]]]?\n** [[i|]] [[|j]].\n",
    "names in per cent": "* Is [[%54%65%61]] [[a%5Bb]] [[%zz|hot]] %C3%28?\n** [[User:%41na]]: So.\n** [[%26%2365;]].\n",
    "quotes that never end": "* '''Why? ''and so\n** '''''So.\n* ''Where?\n** ''''''''''Here'.\n",
    "quotes only": "''\n'''\n''''\n'''''\n* ''''''\n** '''''''\n",
    "marks only": "*\n**\n#\n;\n:\n==\n====\n----\nQ:\nA:\n(Q)\n1)\n",
    "marks without words": "Q:\nA:\nQ:\nA:\n\nQ: ?\nA: .\n* Q:\n** A:\n",
    "marks within marks": "Q: A: Q: Why? A: Q: So.\n\nA: Q: A: Where?\n\n(Q) (A) (Q)\n\nQ1: Q2: Q3: When?\nA1: A2: Now.\n",
    "marks that are bold by half": "'''Q: Why?\n\n'''A:''' So.\n\n'''Q''': '''Where?\n\nA''': Here.\n\n''Q:'' '''When?'''\n\n''A: Now.''\n",
    "list marks of all kinds": "".join(f"{a}{b} {a}{b}?\n" for a in "*#:;" for b in "*#:;"),
    "a list that goes up and down": "".join(f"{'*' * depth} Why {depth}?\n" for depth in (1, 5, 2, 4, 3, 1, 9, 1, 2, 1)),
    "colons in terms": "; Why: is: it? : So : it : is.\n; Where http://x.org: is [[a:b|c]]? : Here.\n;: When? : Now.\n",
    "terms only": "; Why?\n; Where?\n; When?\n",
    "definitions only": ": Why?\n: So.\n:: Where?\n: Here.\n",
    "HTML lists that are not closed": "<ol><li>Why?<ul><li>So.<li>Where?<ul><li>Here.\n\n== When? ==\n<li>Now.\n",
    "HTML lists that are closed crosswise": "<ol><li>Why?<ul><li>So.</ol></ul></li>\n<li>Where?</dl><dd>Here.</ol>\n</li></ul>\n",
    "HTML in wiki lists": "* <ul><li>Why?</li>\n** So.</ul>\n* <dl><dt>Where?<dd>Here.\n* </dl>When?\n** Now.\n",
    "tags that never end": "* Why <b <i\n** So <br\n* Where <ref name=\"\n** Here <div class='\n",
    "a tag over lines": "* Why <span\ntitle='x'>is it?</span>\n** So.\n* Where <ref\nname=x>n</ref>?\n** Here.\n",
    "a footnote crossed with bold words": "* ''<ref>Why?''{{x|</ref>a}} and tea\n** So.\n* Where?\n** Here.\n",
    "headings that are none": "== Why?\nSo.\n= =\n=\n==\n===\n== ==\n==Where?== x\nHere.\n== When? == <!-- x\n",
    "headings in one another": "== == Why? == ==\nSo.\n=== = Where? = ===\nHere.\n======= When? =======\nNow.\n",
    "headings deeper first": "=== Photos ===\nMany.\n\n== Why? ==\nSo.\n\n== Where? ==\nHere.\n\n== When? ==\nNow.\n",
    "headings without a text": "== Why? ==\n== Where? ==\n== When? ==\n",
    "headings on one another": "== Why? ==\n== Where? ==\nHere.\n\n=== Who? ===\n=== How? ===\nSo.\n\n== 1) When? ==\n== 2) What? ==\n",
    "a heading that is nothing": "== <!-- --> ==\nWhy?\n: So.\n== {{x}} ==\n* Where?\n** Here.\n== &nbsp; ==\n* When?\n** Now.\n",
    "HTML headings": "<h2>Why?</h2>\nSo.\n<h3>Where?\nHere.\n</h2><h2></h2>\n<h2>When?</h2>Now.\n",
    "the same question": "* Why?\n** So.\n" * 3 + "* Why?\n** Otherwise.\n* Why?\n",
    "the same headings": "== Notes ==\n* Why?\n** So.\n== notes ==\n* Where?\n** Here.\n== Notes_2 ==\n* When?\n** Now.\n== Notes ==\n* Who?\n** Ana.\n",
    "questions without letters": "* ?\n** .\n* ??\n** …\n* ¿?\n** 😀\n* ؟\n** —\n",
    "a category between a question and its answer": "Q: Why?\nA: So.\nQ: Where?\n\n[[Category:Tea]]\nAna: There.\n",
    "a space alone for an answer": "* Why?\n** So.\n* Where?\n&nbsp;\n* When?\n** &#32;\n* Who?\n** <!-- Ana -->\n* How?\n** {{unknown}}\n",
    "labels only": "* Why?\n** Ana:\n** Bo:\n** Ana: Bo: Ana:\n* Where?\n** '''Ana:'''\n** [[User:Bo|Bo]]:\n** Ana: So.\n",
    "labels that are none": "* Why?\n** a:b:c: d\n** Ana Bo Cy Di: so\n** http://x.org: y\n** 15:00: z\n** ''Ana: b''\n** [Ana] [Bo]: c\n* Where?\n** Here.\n",
    "numbers that count": "# 1) Why?\n#: 1) So.\n#: 3) No.\n#: 2) Where?\n# 2) Two\n#: 1)\n#: 2)\n#: 3) When?\n# (1) Who? (2) How?\n",
    "signatures only": f"{_ANA}\n:{_BO}\n::{_ANA}{_BO}\n== Tea ==\n{_ANA}\n:: {_BO}\n",
    "signatures cut off": f"== Tea ==\nWhy? {_ANA[:-4]}\n:So. {_BO[:40]}\n:Or so. {_ANA[30:]}\n:: (UTC)\n",
    "signatures before the words": f"== Tea ==\n{_ANA} Why is it? And where?\n:{_BO}: So it is.\n::{_ANA}, {_BO} both agree\n",
    "replies without a post": f":::: So. {_ANA}\n: Here. {_BO}\n== Tea ==\n:: Now. {_ANA}\n{_BO} Why?\n",
    "words behind a signature": f"== Tea ==\nWhy? {_ANA}\n:So. {_BO}|words\n:: Here. {_ANA} === words ===\n: Now. {_BO}<!--\n",
    "signatures by template": "== Why? ==\nSo.\n{{unsigned|Beatrix}}\nMore.\n\n== Where? ==\nHere. {{unsigned|Cornelis|12:00, 3 May 2020}}\n: {{unsigned|}} {{unsigned}}\n",
    "signatures in pre": f"== Tea ==\nWhy? <pre>so {_ANA} and\n: so</pre> {_BO}\n: <nowiki>{_BO} Here</nowiki>. {_ANA}\n",
    "a log that is cut off": "[18:02:11] <ana> hello?\n[18:02:15] <bo\n[18:0\n* Why?\n** So.\n" * 3,
    "a log in the middle": _BASE + "[18:02:11] <ana> hello?\n[18:02:15] <bo> hello\n" * 6 + _BASE,
    "a talk page in a table": f"{{|\n|\n== Tea ==\nWhy? {_ANA}\n: So. {_BO}\n|}}\n== Milk ==\nWhere? {_ANA}\n: Here. {_BO}\n",
    "switches and rules": "__NOTOC____NOTOC__\n-----x\n* Why?\n----\n** So.\n__FOO__\n* Where?\n** Here.\n----------",
    "a redirect": "#REDIRECT [[Tea]]\n# Why?\n#: So.\n",
    "every mark of noise": "".join(NOISE),
    "every piece": filled("\n".join(PIECES)),
    "every piece on one line": filled(" ".join(PIECES).replace("\n", " ")),
    "every piece in another order": filled("\n\n".join(PIECES[::-1]), "ru", 1),
}  # fmt: skip
"""Pages of a few lines."""

LENGTH = 100_000
# What is repeated, after a question with its answer; in place of § stands the number of the time.
REPEATED: dict[str, str] = {
    "list marks": "*", "colons": ":", "mixed list marks": "*#:;", "semicolons": ";", "equals signs": "=", "headings of nothing": "==\n", "dashes": "-", "apostrophes": "'",
    "apostrophes and letters": "''a'''b", "opening brackets": "[", "open links": "[[", "open links with bars": "[[a|", "open files": "[[File:a|", "closing brackets": "]]",
    "open addresses": "[http://x ", "open braces": "{", "open templates": "{{", "open templates with bars": "{{a|", "open parameters": "{{{a|", "closing braces": "}}", "pairs of braces": "{{}}",
    "open tables": "{|\n", "closed tables": "|}\n", "bars": "|", "cells": "| a\n", "converter": "-{", "angle brackets": "<", "open tags": "<b>", "open attributes": '<b a="', "closing tags": "</b>",
    "open divs": "<div>\n", "open lists": "<ol><li>", "open items": "<li>", "crossed lists": "<ol></ul><ul></ol>", "line breaks": "<br>", "paragraphs": "<p>", "open comments": "<!--", "comments": "<!-- a -->",
    "comments on lines": "<!-- a -->\n", "open nowiki": "<nowiki>", "nowiki": "<nowiki>a</nowiki>", "nowiki over lines": "<nowiki>\n* a?\n</nowiki>\n", "open notes": '<ref name="a', "notes": "<ref>a</ref>",
    "open translations": "<translate>\n", "closing translations": "</translate>", "old variables": "<tvar|1>", "ends of variables": "</>", "units": "<!--T:§-->\n", "references": "&amp;", "broken references": "&#x",
    "nulls": "\0", "byte order marks": "\ufeff", "line ends": "\r\n", "carriage returns": "\r", "line feeds": "\n", "spaces": " ", "lines of spaces": " \n", "tabs": "\t", "spaces that do not break": "\xa0",
    "zero widths": "\u200b", "overrides": "\u202e", "line separators": "\u2028", "letters": "a", "ideographs": "茶", "question marks": "?", "questions": "Why? ", "full stops": ". ", "labels": "Ana: ", "more labels": "Ana§: b\n",
    "labels in items": "** Ana§: b\n", "numbers": "1) ", "numbered lines": "#: §) why?\n", "marks": "Q: ", "marked lines": "Q: why §?\nA: so.\n", "questions alone": "Q: why?\n", "answers alone": "A: so.\n",
    "one question": "* Why?\n** So.\n", "many questions": "* Why §?\n** So it is.\n", "many items": "* a §\n", "deeper items": "** b\n*** c?\n", "terms": "; why §? : so.\n", "terms alone": "; why §?\n", "bold lines": "'''Why §?'''\nSo.\n\n",
    "bold alone": "'''Why §?'''\n", "plain lines": "Why §?\n\nSo.\n\n", "indented lines": "Why §?\n: So.\n\n", "headings": "== Why §? ==\nSo.\n", "one heading": "== Why? ==\nSo.\n", "headings alone": "== Why §? ==\n",
    "headings of all levels": "== a ==\n=== b? ===\n==== c ====\nd\n", "templates": "{{Q|question=Why §?|answer=So.}}\n", "boxes": "{{collapse top|title=Why §?}}\nSo.\n{{collapse bottom}}\n", "open boxes": "{{collapse top|title=Why §?}}\n",
    "template names": "{{a§|b c}}\n", "tables": "{|\n| why §? || so\n|}\n", "years": "2021-", "dates": "3 May 2021, ", "times": "15:00 ", "zones": "(UTC) ", "signatures": f"{_ANA}\n", "posts": f"Why §? {_ANA}\n:So. {_BO}\n",
    "threads": f"== Tea § ==\nWhy? {_ANA}\n:So. {_BO}\n", "user links": "[[User:A§|a]] ", "log lines": "[18:02:11] <ana> hello?\n", "switches": "__TOC__", "categories": "[[Category:Tea]]\n", "addresses": "https://x.org/a ",
    "words": "tea § ", "long words": "tea", "quoted words": "“tea” ", "commas": "a, ", "capitals": "Ana Bo Cy ", "hosts": "Led by Ana ", "hosts on lines": "Led by\n", "upright lines": "| why? || so\n|-\n",
}  # fmt: skip


def repeated(mark: str, length: int = LENGTH) -> str:
    """A page of so many characters, or a few more, that says the same again and again."""
    numbered = mark.replace("§", "99999")
    times = length // len(numbered) + 1
    again = (
        "".join(mark.replace("§", str(n)) for n in range(times)) if "§" in mark else mark * times
    )
    return "* Why?\n** So it is.\n" + again


def grown(length: int = LENGTH) -> dict[str, str]:
    """Pages of about so many characters that nest, or that grow in two ways at once."""
    deep = length // 20
    few = deep // 4
    item = "* Why?\n** Ana{0} Bo{0}: so\n** Ana{0} Bo{0}: so\n"
    return {
        "nested lists": "".join(
            f"{'*' * n} Why {n}?\n" for n in range(1, int((2 * length) ** 0.5))
        ),
        "nested templates": "* Why " + "{{a|" * deep + "?" + "}}" * deep + "\n** So.\n",
        "nested links": "* Why " + "[[a|" * deep + "?" + "]]" * deep + "\n** So.\n",
        "nested tables": "{|\n| Why?\n|\n" * deep + "|}\n" * deep,
        "nested HTML lists": "<ul><li>Why?\n" * deep + "</ul>" * deep,
        "nested boxes": "<div>\n" * deep + "* Why?\n** So.\n" + "</div>\n" * deep,
        "nested variables": "* Why " + "<tvar|1>" * deep + "?" + "</>" * deep + "\n** So.\n",
        "nested quotes": "* " + "''a '''b " * deep + "?\n** So.\n",
        "nested parameters": "{{Q|question=Why?|answer=" * deep + "So." + "}}" * deep,
        "a wide table": "{|\n|-\n" + "|| a " * (2 * deep) + "\n" + "|-\n| why?\n" * deep + "|}",
        "headings that share": "== Why? ==\n" * few + "so it\n\n" * few,
        "terms that share": "; Why?\n" * few + ": so it is\n" * few,
        "terms that share much": "; Why?\n" * few + ": so it is" + " so it is" * few,
        "names": "".join(item.format(n) for n in range(length // 55)),
        "a template of all": "{{faq"
        + "".join(f"|question{n}=why?|answer{n}=so" for n in range(deep))
        + "}}",
        "a long question": "* Why " + "a " * (length // 2) + "?\n** So.\n",
        "a long heading": "== Why " + "a " * (length // 2) + "? ==\nSo.\n",
        "a long label": "* Why?\n** Ana (" + "a " * (length // 2) + "): so\n",
    }
