"""What hostile texts are made of: fragments of every kind of mark-up, and of what only looks it.

``§`` stands for a word, another one each time.
"""

from __future__ import annotations

INGREDIENTS: dict[str, tuple[str, ...]] = {
    "words": ("§", "§ §", "§.", "§, §", "§'s §", "§ – “§” (§)", "T&S § R&D", "§ > § < §", "50 % §", "«§ »", "§ ? § !", "¿§?"),
    "tags": (
        "<b>§</b>", "<b>§", "§</b>", "<i>§<b>§</i>§</b>", "<s>§", "</s>§", "<small>§", "<big>§</big>", "<sup>§<sub>§</sup>", "<u>§</u>", "<code>§", "</code>", "<tt>§</tt>", "<font color=red>§",
        "<center>§</center>", "<div>§</div>", "<div>§", "</div>§", "</div></div></div>", "<span>§", "</span>", "<p>§</p>", "<p>§", "</p>§", "<blockquote>§", "</blockquote>", "<ul><li>§", "</li></ul>",
        "<ol><li>§</li></ol>", "<dl><dt>§<dd>§</dl>", "<h1>§</h1>", "<h2>§", "</h2>", "<h3>§</h3>", "<hr>", "<br>", "<br/>§", "</br>", "<br clear=all>", "<wbr>", "<ruby>§<rt>§</rt></ruby>", "<bdi>§", "<bdo dir=rtl>§",
        "<abbr title=\"§ | ' ''§''\">§</abbr>", "<abbr title='§\" onmouseover=\"x'>§</abbr>", "<q>§", "<mark>§</mark>", "<time>§", "<kbd>§</kbd>", "<var>§", "<cite>§</cite>", "<data value=x>§", "<b/>§", "<i\n>§</i>", "<B>§</B>",
        "<b <i>§</b>", "<b a='>§", '<b a=">§', "< b>§</ b>", "<>§</>", "<b§>", "<!§>", "<?php § ?>", "<![CDATA[§]]>", "<section begin=x/>§", "<main>§</main>", "<details><summary>§</summary>§</details>",
    ),
    "tables": (
        "\n{|\n| §\n|}\n", "\n{| class=wikitable\n! § !! §\n|-\n| § || §\n|}", "\n{|\n|", "\n{|", "\n|}", "\n|-\n", "\n| §", "\n! § !! §", "\n|+ §", "{| §", "|} §", "|- §", "|| §", "!! §", "| §", "| style='x' | §", "\n:{|\n| §\n|}",
        "<table><tr><td>§</td></tr></table>", "<table><tr><td>§", "<td>§", "</td>", "<th>§</th>", "</tr>", "</table>", "<caption>§", "<tbody>§", "\n{|\n{|\n| §\n|}\n| §\n|}",
    ),
    "nowiki": ("<nowiki>§</nowiki>", "<nowiki>", "</nowiki>§", "<nowiki/>", "<nowiki />§", "<nowiki>[[§]] ''§''</nowiki>", "<nowiki>{{§}} ~~~~ <b></nowiki>", "<NOWIKI>§</NoWiki >", "<nowiki>&lt;§</nowiki>", "<nowiki>\n* §\n</nowiki>"),
    "pre": ("<pre>§</pre>", "<pre>", "</pre>§", "<pre>\n§\n  § ''§''\n</pre>", "\n §", "\n <b>§\n §</b>", "<pre style='x'>§ <nowiki>§</nowiki></pre>"),
    "comments": (
        "<!-- § -->", "<!--", "-->§", "<!-- § <!-- § --> § -->", "<!---->", "<!-->§-->", "<!--->§", "§<!-- -- -->§", "<!-- wikifaq:§", "\n<!-- § -->\n", "\n <!-- § --> <!-- § --> \n", "<!--\n== § ==\n-->", "<!-- </nowiki> -->", "&lt;!-- § --&gt;",
    ),
    "our marks": (
        "<!-- wikifaq:begin -->", "<!-- wikifaq:end -->", "<!-- wikifaq:begin abcdefghij -->§", "<!-- faq abcdefghij -->", "<!-- faq-topic tea -->§", "<!-- faq abcdefghij klmnopqrst 0123456789abcdef.1 -->", "<!-- wikifaq:gone abcdefghij -->",
        "<!-- wikifaq:hidden abcdefghij -->", "<!-- wikifaq:offered abcdefghij:klmnopqrst -->", "<!-- wikifaq:apart a.b -->", '<span id="faq-abcdefghij">§</span>', "<span id='faq-topic-tea'><!-- faq-topic tea --></span>",
        '<span id="faq-abcdefghij"><!-- faq abcdefghij --></span>§', "<nowiki><!-- wikifaq:end --></nowiki>§", "&lt;!-- wikifaq:end --&gt;", "&lt;span id=&quot;faq-x&quot;&gt;§", "<div id=faq-abcdefghij>§</div>", "<b id=toc>§</b>", "<!-- wikifaq:end", "wikifaq:end -->§", "{{anchor|faq-abcdefghij}}",
    ),
    "headings": (
        "\n== § ==\n", "\n=== § ===\n", "\n= § =\n", "\n==== § ====\n§", "\n====== § ======\n", "\n======= § =======\n", "\n== § ==", "== § ==", "=== § ===", "\n<!-- --> == § ==\n", "\n==<!-- § -->§==\n", "\n== § == <!-- § -->\n", "\n<!-- \n -->=== § ===\n", "\n== §\n", "\n=\n", "\n====\n",
        "\n===<nowiki/> § ===\n", "\n=&#61; § ==\n", "=", "==", "\n==", "==\n", "\n== [[§]] {{§}} ==\n", "\n{{{x|}}}== § ==\n", "<nowiki/>\n=== § ===",
    ),
    "switches": (
        "__TOC__", "__NOTOC__", "__NOINDEX__", "__INDEX__", "__HIDDENCAT__", "__NOEDITSECTION__", "__NEWSECTIONLINK__", "__FORCETOC__", "__STATICREDIRECT__", "__NOGALLERY__", "__notoc__", "__NoToC__", "__NOTC__", "__NOCONTENTCONVERT__", "__EXPECTUNUSEDCATEGORY__", "__DISAMBIG__", "__NOTALK__",
        "_<!-- -->_TOC__", "__TOC_<nowiki/>_", "&#95;_TOC__", "__§__", "__ §", "__", "___TOC___", "__INHALTSVERZEICHNIS__", "__KEIN_INHALTSVERZEICHNIS__", "__БЕЗСАДРЖАЈА__", "__САДРЖАЈ__", "__无目录__", "__目錄__", "__لافهرس__", "__فهرس__", "＿＿目次＿＿", "__NOGLOBAL__", "__NOCACHE__",
    ),
    "redirects": ("#REDIRECT [[§]]", "\n#REDIRECT [[§]]", "#redirect: [[:Category:§]]", "#WEITERLEITUNG [[§]]", "#重定向 [[§]]", "#ПРЕУСМЕРИ [[§]]", "#تحويل [[§]]"),
    "categories": (
        "[[Category:§]]", "[[category:§|§]]", "[[ Category : § ]]", "[[CATEGORY:§]]", "[[_Category_:_§]]", "[[:Category:§]]", "[[Category:§\n]]", "[[Kategorie:§]]", "[[Категорија:§]]", "[[Kategorija:§]]", "[[分类:§]]", "[[分類:§]]", "[[تصنيف:§]]", "[[Catégorie:§]]", "[[Категория:§]]", "[[カテゴリ:§]]",
        "[[&#67;ategory:§]]", "[[Category&#58;§]]", "[[Category&colon;§]]", "[[%43ategory:§]]", "[[Category%3A§]]", "[[Cate\u200egory:§]]", "[[\u200fCategory:§]]", "[[Category\u00a0:§]]", "[[\u3000Category:§]]", "[[Category:]]", "[[Category:§", "[[ :Category:§]]", "[[::Category:§]]", "[[: Category:§]]",
        "[[Category:§|]]", "[[Category:§#§]]", "[[Category:{{§}}]]", "[[Category:<nowiki/>§]]", "[[Cat<!-- -->egory:§]]", "[[en:Category:§]]", "[[Category:§]]\n", "\n[[Category:§]]\n", "[[Category talk:§]]", "[[CAT:§]]", "[[w:Category:§]]",
    ),
    "interlanguage": (
        "[[de:§]]", "[[fr:§|§]]", "[[:de:§]]", "[[DE:§]]", "[[ de : § ]]", "[[zh-min-nan:§]]", "[[de:]]", "[[:de:|§]]", "[[&#100;e:§]]", "[[d%65:§]]", "[[w:§]]", "[[w:de:§]]", "[[m:§|§]]", "[[wikipedia:§]]", "[[de:w:§]]", "[[:w:§|]]", "[[de:Category:§]]", "[[meta:Special:MyLanguage/§|§]]", "[[de:File:§.jpg]]", "{{de:§}}", "[[\u200ede:§]]",
    ),
    "files": (
        "[[File:§.jpg]]", "[[File:§.jpg|thumb|§ ''§'' [[§]]]]", "[[Image:§.png|left|20px|link=§|alt=§]]", "[[Datei:§.svg|mini|§]]", "[[Датотека:§.jpg]]", "[[文件:§.jpg]]", "[[ملف:§.jpg|§]]", "[[Media:§.ogg]]", "[[:File:§.jpg]]", "[[:Media:§.ogg|§]]", "[[file:§.jpg|frame|§", "[[File:§.jpg|thumb|{{§}}]]", "[[ File : §.jpg ]]", "[[F&#105;le:§.jpg]]", "[[File:§.jpg|§|thumb|upright=2]]", "[[File:]]", "[[Fil\u200ee:§.jpg]]", "[[Special:Filepath/§.jpg]]",
    ),
    "saving": (
        "~~~", "~~~~", "~~~~~", "~~~~~~", "~~", "~~<!-- -->~~", "&#126;~~~", "{{subst:§}}", "{{safesubst:§|§}}", "{{SUBST:CURRENTYEAR}}", "{{ subst: §", "{{<includeonly>subst:</includeonly>§}}", "{{subst:#if:§|§}}", "{{замени:§}}", "{{ersetze:§}}", "[[User:§|]]", "[[§ (§)|]]", "[[|§]]", "[[Help:§, §|]]", "[[:§|]]", "[[§（§）|]]", "[[Help:|§]]", "<nowiki>~~~~</nowiki>", "[[User:§|~~~~]]", "{{subst:subst:§}}", "<pre>~~~~</pre>", "{{msgnw:§}}",
    ),
    "inclusion": ("<noinclude>§</noinclude>", "<noinclude>", "</noinclude>", "<includeonly>§</includeonly>", "<includeonly>§", "</includeonly>", "<onlyinclude>§</onlyinclude>", "<onlyinclude>", "</onlyinclude>", "<noinclude>{{</noinclude>§}}", "<includeonly/>§", "<noinclude><!--</noinclude>§"),
    "templates": (
        "{{§}}", "{{§|§}}", "{{§|1=§|§=§}}", "{{§", "}}", "{{", "{{§|", "|§=§}}", "{{§\n| a = § | b\n}}", "{{:§}}", "{{/§}}", "{{Template:§}}", "{{Special:RecentChanges}}", "{{leak}}", "{{Leak|§}}", "{{leak|[[§", "{{{§}}}", "{{{§|§}}}", "{{{1|", "}}}", "{{{{{§}}}}}", "{{ {{§}} }}", "{{§|{{§|{{§}}}}}}", "{{!}}", "{{=}}", "{{@}} §", "{{nbsp}}", "{{pb}}",
        "{{tl|§}}", "{{ping|§}}", "{{u|§}}", "{{lang|la|''§''}}", "{{tq|§}}", "{{nowrap|[[§|§]]}}", "{{re|§|§}}:", "{{done}} §", "{{bots|deny=all}}", "{{nobots}}", "{{a|b}} = §", "§ = §", "§ | §", "a|b=c|§", "{{big|''§}}", "{{small|§''}}",
    ),
    "functions": (
        "{{#if:§|§|§}}", "{{#switch:§|§=§}}", "{{#invoke:§|§}}", "{{PAGENAME}}", "{{CURRENTTIME}}", "{{DISPLAYTITLE:§}}", "{{DEFAULTSORT:§}}", "{{int:edit}}", "{{ns:6}}", "{{#tag:ref|§}}", "{{#tag:nowiki|§}}", "{{lc:§}}", "{{fullurl:§}}", "{{#expr:1+1}}", "{{#ifexist:§|§}}", "{{NUMBEROFUSERS}}", "{{PROTECTIONLEVEL:edit}}", "{{#language:de}}", "{{REVISIONID}}", "{{#time:Y}}", "{{padleft:|500|§}}", "{{plural:2|§|§}}", "{{GENDER:§|§|§}}",
    ),
    "footnotes": (
        "<ref>§</ref>", "<ref name=a>§</ref>", '<ref name="a" />', "<ref name=a/>", "<ref>", "</ref>§", '<ref group="§">§</ref>', "<references/>", "<references>§</references>", "<ref>[[§]] ''§''<ref>§</ref></ref>", "<ref name=b follow=a>§</ref>", "<ref>\n* §\n\n§</ref>", "<ref name='§", "<ref>§</REF >", "<ref></ref>", "<references", "<ref>https://§.example</ref>",
    ),
    "extensions": (
        "<gallery>\nFile:§.jpg|§\n</gallery>", "<gallery>", "</gallery>", "<math>§<§^2</math>", "<math>", '<templatestyles src="§/styles.css"/>', "<syntaxhighlight lang=python>§ = '''§'''</syntaxhighlight>", "<source>§</source>", "<poem>§\n§</poem>", "<poem>", "<imagemap>\nImage:§.jpg\n</imagemap>", "<inputbox>\ntype=§\n</inputbox>", "<categorytree>§</categorytree>", "<indicator name=a>§</indicator>",
        "<templatedata>{}</templatedata>", "<score>§</score>", "<mapframe/>", "<html>§</html>", "<langconvert>§</langconvert>", "<timeline>§</timeline>", "<hiero>§</hiero>", "<ce>§</ce>", "<translate><!--T:1--> §</translate>", "<translate>", "<tvar|1>§</>", "<tvar name=1>§</tvar>", "<languages/>", "<charinsert>§</charinsert>", "<graph>{}</graph>", "<randomselection>§</randomselection>",
    ),
    "strip markers": ("\x7f'\"`UNIQ--nowiki-00000001-QINU`\"'\x7f", "\x7fUNIQ§", "'\"`UNIQ--h-0--QINU`\"'§", "\x00\x01§\x02\x03", "\x020\x03§", "\x06", "\x030\x03", "\ufffd§", "\x1a§\x1b"),
    "characters": (
        "\u202e§", "§\u202c", "\u202a§", "\u2067§", "\u2066§\u2069", "\u2069§", "\u200e§\u200f", "\u200b", "§\u200b§", "\u200c", "\u200d", "\u2060§", "\ufeff§", "\xad§", "\xa0", "\u3000§", "\u2028§", "\u2029", "\x85§", "\x0b§", "\x0c", "\t§", "\t\t", "\r\n§", "\u0338", "=\u0338", ">\u0338§", "e\u0301§", "\u0301§",
        "\ufdd0", "\uffff", "\ud800§", "\U000e0001§", "👩\u200d👩\u200d👧", "\u2007§", "\u202f%", "ﷺ", "İ", "ﬁ§", "\u034f§", "\u115f", "\u3164§", "\ufe0f", "\u180e§", "\u2064", "\U0001d173", "\ufff9§\ufffb",
    ),
    "scripts": (
        "<script>alert('§')</script>", "<style>*{display:none}</style>§", "<iframe src=//§.example></iframe>", "<img src=x onerror=alert(1)>", '<a href="javascript:alert(1)">§</a>', '<b onclick="alert(1)">§</b>', '<b style="background:url(javascript:x)">§</b>', "<svg/onload=alert(1)>", "[javascript:alert(1) §]", "[[javascript:alert(1)|§]]", "javascript:alert(1)", "[data:text/html,§ §]",
        "<form action=x><input name=§></form>", "<object data=x>§</object>", "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=x>", "<base href=//§.example>", '<span style="position:fixed;top:0">§</span>', '<div class="mw-collapsible">§</div>', "<b class=mw-headline>§</b>", "<i title=\"''§\" lang='\"><script>'>§</i>", "<math><mtext></mtext><img src=x></math>", "<textarea>§", "<title>§", "<plaintext>§", "<xmp>§", "<noscript>§", "<template>§", "<select><option>§", "<marquee>§", "<video src=x>§", "<body onload=x>§", "<svg><script>§",
    ),
    "entities": (
        "&lt;b&gt;§&lt;/b&gt;", "&#60;b&#62;§", "&#x3c;script&#x3e;§", "&amp;lt;§", "&amp;amp;amp;§", "&#91;&#91;§&#93;&#93;", "&#123;&#123;§&#125;&#125;", "&#39;&#39;§&#39;&#39;", "&#126;&#126;&#126;&#126;", "&nbsp;", "&nbsp;&nbsp;§", "&bogus;§", "&", "&#", "&#x;", "&#0;", "&#13;", "&#10;* §", "&NewLine;* §", "&#xD800;§", "&#x110000;", "&#9;§", "&lbrack;&lbrack;§&rsqb;&rsqb;", "&colon;§", "&#8238;§", "&lrm;§",
        "&rlm;", "&zwj;", "&shy;§", "&copy§", "&quot;§&quot;", "&#124;§", "&vert;", "&#x2028;§", "&ensp;§", "&#127;§", "&#xFEFF;§", "&#45;-{§}-", "&#61;&#61; § &#61;&#61;", "&AMP;lt;", "&רלמ;§", "&#32;§", "&#95;&#95;TOC&#95;&#95;", "&lowbar;_TOC__", "&num;§", "&ast; §", "&Hat;", "&#0000000038;lt;§",
    ),
    "long": ("§" * 40, "a" * 600, "[[" * 30, "{{" * 30, "''" * 31, "<b>" * 25 + "§", "((((" * 50, "=" * 90, "https://example.org/" + "§" * 40, "茶" * 200, "\u0301" * 60, "&amp;" * 60, "<!--" * 20, "\n" * 12, "-" * 300),
    "lines": (
        "\n* §", "\n# §", "\n: §", "\n; § : §", "\n** §", "\n#: §", "\n*: § ''§", "* §", "# §", ": §", "; §", ";§:§", " §", "\n  §", "----", "\n----\n§", "\n---- §", "----- §", "\n", "\n§", "§\n", "\n\n§", "\n:\n", "\n*", "*", ":*#;", "\n *§", "<!-- -->* §", "<nowiki/>* §", "\n;§\n:§", "+1 §", "-1 §", "! §", "| §", "\t* §",
    ),
    "converter": ("-{§}-", "-{zh-hans:§; zh-hant:§}-", "-{", "}-", "-{H|§=>zh:§}-", "-{R|§}-", "-{T|§}-", "-{A|§}-", "-{D|§}-", "-{|§|}-", "-{{{§}}}-", "-{sr-ec:§;sr-el:§}-", "-{-|zh:§}-", "-<nowiki/>{§}-", "-{ [[§]] }-", "-{[[§|}-§]]", "-{''§}-''"),
    "magic links": ("ISBN 0140449132", "ISBN 978-0-14-044913-6", "ISBN§ 0140449132", "RFC 2616", "RFC  2616§", "PMID 12345", "§RFC 1", "RFC&nbsp;1", "ISBN 014044913X§", "<nowiki>RFC 1</nowiki>", "R<!-- -->FC 1", "RFC\n1", "ISBN\xa00140449132"),
    "addresses": (
        "https://§.example", "https://§.example/a_(§)", "https://§.example/a).", "https://§.example/?a=§&b=c&amp;d", "https://§.example/|§", "https://§.example/{{§}}", "https://§.example/''§''", "https://§.example/[§]", "https://§.example/<b>§</b>", "https://§.example/&lt;§", "https://§.example/~~~~", "https://§.example/__TOC__", "https://§.example/-{§}-", "https://§.example/é§", "https://§.example/%zz%5D§",
        "http://", "https://", "https://[::1]/§", "https://[§", "mailto:§@example.org", "mailto:", "tel:5§", "news:§", "urn:§", "//§.example", "ftp://§.example/", "irc://§.example/#§", "§https://§.example", "_https://§.example", "https://§.example.", "https://§.example,§", "https://§.example;§", "https://§.example&nbsp;§", "https://§.example\u3000§", "https://§.example\u200b§", "https://§.example/a.png", "https://§.example/'§'",
        "[https://§.example §]", "[https://§.example]", "[https://§.example", "[https://§.example ''§'']", "[https://§.example \"§\" '§' '''§]", "[https://§.example/''§'' §]", '[https://§.example/"onclick="x §]', "[https://§.example [[§]]]", "[//§.example §]", "[mailto:§@example.org §]", "[https://§.example|§]", "[ https://§.example §]", "[[https://§.example §]]", "[https://§.example https://§.example/x.png]", "[https://§.example §\n§]", "[https://§.example {{§}}]", "[https://§.example <b>§]</b>", "[https://§.example §&#93;§]", "[https://§.example  ]", "[HTTPS://§.example §]", "[https://§.example&#32;§]", "[https://§.example/<!-- -->§ §]", "[https://§.example -{§}-]",
    ),
    "links": (
        "[[§]]", "[[§|§]]", "[[§]]§", "[[§]]ть", "[[§|'''§'''§]]", "[[§|§", "§]]", "[[", "]]", "[", "]", "[[§\n§]]", "[[§|§\n§]]", "[[§|§|§]]", "[[§|[[§]]]]", "[[[§]]]", "[[§{{§]]}}", "[[#§]]", "[[/§]]", "[[/§/]]", "[[../]]", "[[../../../§]]", "[[:§]]", "[[::§]]", "[[§#§|§]]", "[[§''§''|§]]", "[[§<b>§]]", "[[%5B§]]", "[[§&lt;§]]", "[[Special:Random]]", "[[Special:Log/§]]", "[[Talk:§]]", "[[User:§|§]]", "[[Foo:§]]", "[[§|<nowiki>]]</nowiki>§]]", "[[§|https://§.example]]", "[[§| ]]", "[[ ]]", "[[|]]", "[[a__b__]]", "[[§|__TOC__]]", "[[§|~~~~]]", "[[§|-{§}-]]", "[[MediaWiki:§]]", "[[§\u202e|§]]", "[§]", "[§: §]", "[NOTE: §]", "[…]", "[1]", "[[§|''§]]''",
    ),
    "quotes": ("''§''", "'''§'''", "'''''§'''''", "''§", "'''§", "'''''§", "§''", "§'''", "§'''''", "''§'''§''§'''", "''''§''''", "''''''", "§'''§''§", "l'''§'''", "l''§", "''", "'''", "'", "'§", "''§\n''§", "'''§\n'''", "<i>''§</i>''", "''<b>§''</b>", "[[§|''§]] §''", "'''§''' '''", "''[https://§.example §''§]", "''\n''§", "'' §''", "'''\t§'''"),
}  # fmt: skip
"""Hostile fragments, by what they are made of."""

PAIRS = (
    *(("<b>", "</b>"), ("<i>", "</i>"), ("<div>", "</div>"), ("<span id=faq-x>", "</span>"), ("<table><tr><td>", "</td></tr></table>")),
    *(("<nowiki>", "</nowiki>"), ("<pre>", "</pre>"), ("<!--", "-->"), ("<ref>", "</ref>"), ("<ref name=a>", "</ref>"), ("<poem>", "</poem>")),
    *(("<gallery>", "</gallery>"), ("<math>", "</math>"), ("<noinclude>", "</noinclude>"), ("<includeonly>", "</includeonly>"), ("<translate>", "</translate>")),
    *(("{{", "}}"), ("{{§|", "}}"), ("{{{§|", "}}}"), ("{{#if:§|", "|§}}"), ("[[", "]]"), ("[[§|", "]]"), ("[[File:§.jpg|thumb|", "]]"), ("[[Category:", "]]")),
    *(("[https://§.example ", "]"), ("-{", "}-"), ("\n{|\n| ", "\n|}"), ("{|", "|}"), ("''", "''"), ("'''", "'''"), ("'''''", "'''''"), ("== ", " =="), ("\n=== ", " ===\n")),
    *(("\u202e", "\u202c"), ("\u2067", "\u2069"), ("__", "TOC__"), ("~~", "~~"), ("&", "lt;"), ("<", "script>"), ("<blockquote>", "</blockquote>"), ("<ul><li>", "</li></ul>")),
    *(("<onlyinclude>", "</onlyinclude>"), ("<!-- wikifaq:", "end -->"), ("<!-- faq ", "abcdefghij -->"), ('<span id="', 'faq-abcdefghij">'), ("<tvar|1>", "</>"), ("[[de", ":§]]")),
)  # fmt: skip
"""What opens, and what closes it: they are put into different places."""

TITLES = (
    "Hour 2024-05-0{0}", "Talk:Tea {0}", "§ [b] ''§'' {{{{!}}}} {0}", "Hour/<b>§/{0}", "Category:§ {0}", "File:§ {0}.jpg", "de:§ {0}", "~~~~ {0}", "__TOC__ {0}", "Hour | § = § {0}",
    "* § {0}", "#REDIRECT [[§]] {0}", "\u202e§ {0}", "Stunde/§ & §/2024-05-0{0}", "-{{§}}- {0}", "{{{{§|{0}", "<!-- {0}", "§]] {0}", "https://§.example/{0}", "&lt;§ {0}", "'''§ {0}",
)  # fmt: skip

LAYOUTS = (
    ("* {question}\n", "** Ana: {answer}\n", "** {answer}\n"),
    ("# {question}\n", "#: '''Ben''': {answer}\n", "#: {answer}\n"),
    ("== {question} ==\n", "{answer}\n", "\n{answer}\n"),
    ("; {question}\n", ": {answer}\n", ": {answer}\n"),
    ("'''Q:''' {question}\n\n", "'''A:''' {answer}\n\n", "{answer}\n\n"),
    ("{{{{Q&A|question={question}|answer=", "{answer}}}}}\n", ""),
)
"""How a source may be laid out: its questions, the first paragraphs of answers, the others."""
