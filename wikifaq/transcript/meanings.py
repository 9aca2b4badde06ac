"""What templates show whose meaning is a few words of running text: data, in one place.

To add a template, add its name to ``TEMPLATES``, in lower case and with spaces for underscores,
and what it shows: ``words`` of its own, one of its parameters, or several ``joined``. Names are
those on Meta-Wiki, mediawiki.org and the English Wikipedia with their commoner redirects; what
a template shows may be wikitext without tags or templates. Of templates that are not here the
one unnamed parameter is shown, unless it is a setting (``SILENT``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.transcript.characters import BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Meaning = Callable[[Mapping[str, str]], str]
    """What a template shows with these parameters, by their names or numbers."""

LANGUAGE_PREFIX = "lang-"
"""Templates whose name begins so ("lang-de") show alike; its own meaning stands for theirs."""

_MOST_SPACES = 20
_NO_BREAK_SPACE = "\xa0"


def words(text: str) -> Meaning:
    """Always this text."""
    return lambda _: text


def parameter(*names: str, otherwise: str = "") -> Meaning:
    """The first of these parameters that says something."""

    def shown(parameters: Mapping[str, str]) -> str:
        values = [parameters.get(name, "") for name in names]
        return next((value for value in values if value.strip()), otherwise or values[0])

    return shown


def block(*names: str) -> Meaning:
    """Likewise, on lines of its own."""
    shown = parameter(*names)
    return lambda parameters: f"{BREAK}\n{shown(parameters).strip()}{BREAK}"


def joined(between: str, *, before: str = "", after: str = "", otherwise: str = "") -> Meaning:
    """All unnamed parameters that say something, with this between, before and after them."""

    def shown(parameters: Mapping[str, str]) -> str:
        values = [value.strip() for value in _unnamed(parameters) if value.strip()]
        return before + between.join(values) + after if values else otherwise

    return shown


def spaces(parameters: Mapping[str, str]) -> str:
    """As many spaces that do not break as the first parameter says."""
    number = parameters.get("1", "").strip()
    known = number.isascii() and number.isdigit() and len(number) < len("100")
    return _NO_BREAK_SPACE * (min(int(number), _MOST_SPACES) if known else 1)


def _unnamed(parameters: Mapping[str, str]) -> Iterator[str]:
    number = 1
    while (value := parameters.get(str(number))) is not None:
        yield value
        number += 1


def _all(names: str, meaning: Meaning) -> dict[str, Meaning]:
    return dict.fromkeys((name.replace("_", " ") for name in names.split()), meaning)


TEMPLATES: dict[str, Meaning] = {
    # A character that wikitext has another use for, or that is hard to type.
    **_all("@ at", words("@")),
    **_all("! pipe", words("|")),
    **_all("!! !-!", words("||")),
    **_all("= equals", words("=")),
    **_all("' apostrophe", words("&#39;")),
    **_all("((", words("&#123;&#123;")),
    **_all("))", words("&#125;&#125;")),
    **_all("( lbrace", words("&#123;")),
    **_all(") rbrace", words("&#125;")),
    **_all("* • bullet", words(f"{_NO_BREAK_SPACE}• ")),
    **_all("· dot middot", words(f"{_NO_BREAK_SPACE}· ")),
    **_all("colon", words("&#58;")),
    **_all("dash em_dash emdash mdash —", words("—")),
    **_all("spaced_em_dash spaced_emdash spaced_mdash", words(f"{_NO_BREAK_SPACE}— ")),
    **_all("en_dash endash ndash –", words("–")),
    **_all("snd snds spaced_en_dash spaced_endash spaced_ndash", words(f"{_NO_BREAK_SPACE}– ")),
    **_all("0 nbsp space spaces", spaces),
    # A new line or paragraph.
    **_all("- br break clear clr crlf paragraph paragraph_break pb", words(BREAK)),
    # People who are called or named, and addresses.
    **_all("hello mention ping re reply reply_to replyto yo", joined(", ", before="@", after=":")),
    **_all("noping user user_link user_mention user0 userlink", joined(", ")),
    **_all("u ul", parameter("2", "1")),
    **_all("e-mail email mail no_spam nospam", joined("@", otherwise="@")),
    # Templates and code that are talked about.
    **_all(
        "t temp template template_link templatelink tl tlc tlg tlp tls tlu tlx tnull",
        joined("|", before="&#123;&#123;", after="&#125;&#125;"),
    ),
    **_all("code codett inline_code kbd mono monospace samp tt var verbatim", parameter("1")),
    **_all("button clickable_button clickable_button_2 key keypress", joined("+")),
    **_all("key_press keyboard", joined("+")),
    **_all("menu_selection path", joined(" → ")),
    **_all("para param parameter", joined("&#61;", before="&#124;")),
    # Words with a look of their own.
    **_all("b big bold em highlight i ins italic nobr nobold nowrap", parameter("1")),
    **_all("s small smaller smallcaps strike strikethrough sub sup strong", parameter("1")),
    **_all("u! underline black blue brown gray green grey gold navy", parameter("1")),
    **_all("orange pink purple red silver teal violet white yellow", parameter("1")),
    **_all("color colour font_color font_colour fontcolor", parameter("3", "2")),
    **_all("resize font_size fontsize", parameter("2", "1")),
    **_all("abbr abbreviation abbrlink tooltip", parameter("1")),
    **_all("asof as_of", joined("-", before="As of ")),
    **_all("c. circa", joined("–", before="c. ")),
    **_all("bdi ltr rtl script transl transliteration", parameter("2", "1")),
    **_all("lang langx", parameter("2", "1")),
    LANGUAGE_PREFIX: parameter("1"),
    # Words quoted, in the line or in a block.
    **_all("!xt mxt talk_quote talk_quote_inline tq tqi xt", parameter("1", "text")),
    **_all("blockquote cquote highlighted_quote quotation quote", block("1", "text", "quote")),
    **_all("quote_box quote_frame", block("1", "text", "quote")),
    **_all("talk_quote_block talkquote tq2 tqb tqq", block("1", "text")),
    # Links.
    **_all("ll lll localized_link lwp pagelink w wp", parameter("2", "1")),
    **_all("bug phab phabricator task tracked", parameter("2", "1")),
    **_all("link page plainlink plain_link url", parameter("2", "name", "1")),
    **_all("section_link", joined(" § ")),
    # A short answer or vote. Some show a text of their own where one is given.
    **_all("done", parameter("1", otherwise="Done")),
    **_all("not_done notdone", parameter("1", otherwise="Not done")),
    **_all("doing", parameter("1", otherwise="Doing…")),
    **_all("yes y", parameter("1", otherwise="Yes")),
    **_all("no n", parameter("1", otherwise="No")),
    **_all("maybe", parameter("1", otherwise="Maybe")),
    **_all("agree", words("Agree")),
    **_all("disagree", words("Disagree")),
    **_all("support", words("Support")),
    **_all("oppose", words("Oppose")),
    **_all("neutral", words("Neutral")),
    **_all("comment", words("Comment:")),
    **_all("question", words("Question:")),
    **_all("thanks thank_you ty", words("Thank you")),
}  # fmt: skip
"""What each template shows, by its name."""

FUNCTIONS: dict[str, Meaning] = {
    **_all("int formatnum", parameter("1")),
    "lc": lambda parameters: parameters["1"].lower(),
    "uc": lambda parameters: parameters["1"].upper(),
    "lcfirst": lambda parameters: parameters["1"][:1].lower() + parameters["1"][1:],
    "ucfirst": lambda parameters: parameters["1"][:1].upper() + parameters["1"][1:],
    # They set something and say nothing (includes/parser/CoreParserFunctions.php).
    **_all("defaultsort defaultsortkey defaultcategorysort displaytitle", words("")),
    **_all("#babel #invoke #seo #tag #vardefine anchorencode #language", words("")),
}
"""What each parser function with a text's meaning shows; "1" is what stands after the colon."""

SILENT = frozenset(
    name.replace("_", " ")
    for name in """
    anchor anchors shortcut shortcuts policy_shortcut redirect displaytitle defaultsort italictitle
    flagicon flag_icon icon smiley smiley2 clear_left clear_right toc toc_limit toclimit tocright
    archives archive_box auto_archiving_notice user:miszabot/config protected pp sprotected
    languages translate tnt langswitch nav navbar navbox sidebar portal portal_bar commons category
    cite cite_web cite_book citation webarchive sfn refn efn rp cn citation_needed clarify who when
    nutshell policy guideline essay howto help humor proposal wip under_construction deprecated
    draft outdated update dated merge split move notice ambox mbox tmbox cmbox imbox
    """.split()
)
"""Templates whose one unnamed parameter is a setting and no text."""
