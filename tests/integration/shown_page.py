"""A page as MediaWiki shows it, by either parser, and as the wikitext of ours says it is to be.

``Shown`` is read off HTML: headings, what stands under each, and whatever could act. ``visible``
reads the few kinds of mark-up that our pages have, with nothing of the package's own.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset(
    "address article blockquote caption center dd details div dl dt figure h1 h2 h3 h4 h5 h6 hr li "
    "main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
INLINE = frozenset(
    "a abbr b bdi br cite code del dfn em i ins kbd mark q s samp small span strong sub sup u "
    "var".split()
)
# What a link may begin with: a page of the wiki, or one of $wgUrlProtocols, of which none acts.
_LEADS = re.compile(
    r"(?:\.?/|#|\.\./|(?:bitcoin|ftps?|geo|git|gopher|https?|ircs?|magnet|mailto|matrix|mms|news|"
    r"nntp|redis|sftp|sips?|sms|ssh|svn|tel|telnet|urn|worldwind|xmpp):)",
    re.IGNORECASE,
)
_HEADING = re.compile("h[1-6]")
# Parsoid numbers its elements.
_NUMBERED = re.compile(r"mw[A-Za-z0-9_-]{2,5}")
# MediaWiki takes nothing without a semicolon for a reference.
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|\w+);")


@dataclass(slots=True)
class Section:
    """A heading and what stands behind it, up to the next.

    ``within`` are the elements that the heading stands in. ``tags`` are those of the section
    with their classes, in order, spans of no class left out.
    """

    level: int = 0
    title: str = ""
    anchor: str = ""
    within: tuple[str, ...] = ()
    text: str = ""
    ids: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


class Shown(HTMLParser):
    """A rendered page: its ``sections``, and in ``acts`` what no stranger's text may bring."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [Section()]
        self.acts: list[str] = []
        self.properties: list[str] = []
        self._stack: list[str] = []
        self._heading = ""
        self._skipped = 0  # how deep the element lies whose content isn't the page's
        body = html.partition("<body")[2].partition(">")[2] if "<body" in html else html
        self.feed(body.partition("</body>")[0])
        self.close()
        for section in self.sections:
            section.text, section.title = tidy(section.text), tidy(section.title)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        classes = found.get("class", "").split()
        if tag in ("meta", "link"):
            self.properties.append(found.get("property") or found.get("rel") or tag)
        if not self._skipped:
            self._look(tag, found)
            if _HEADING.fullmatch(tag):
                within = tuple(each for each in self._stack if each != "section")
                self.sections.append(Section(int(tag[1]), "", "", within))
                self._heading = tag
            self._note(tag, found, classes)
        if "autonumber" in classes:  # Parsoid leaves the number to the style sheet
            self._say("[0]")
        if tag in BLOCKS or tag == "br":
            self._say(" ")
        if tag in VOID:
            return
        self._stack.append(tag)
        if not self._skipped and (
            tag in ("style", "script") or not {"autonumber", "mw-editsection"}.isdisjoint(classes)
        ):
            self._skipped = len(self._stack)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._stack or self._stack[-1] != tag:
            self.acts.append(f"</{tag}> in {self._stack[-1:]}")
            return
        if self._skipped == len(self._stack):
            self._skipped = 0
        self._stack.pop()
        if tag == self._heading:
            self._heading = ""
        if tag in BLOCKS:
            self._say(" ")

    def handle_data(self, data: str) -> None:
        self._say(data)

    def handle_comment(self, data: str) -> None:
        """A comment isn't shown; the legacy parser's reports are some."""

    def _say(self, text: str) -> None:
        if self._skipped:
            return
        section = self.sections[-1]
        if self._heading:
            section.title += text
        else:
            section.text += text

    def _note(self, tag: str, found: dict[str, str], classes: list[str]) -> None:
        section = self.sections[-1]
        identity = found.get("id", "")
        if self._heading:
            # The legacy parser puts the anchor into a span, and an older form of it before.
            if tag == self._heading or "mw-headline" in classes:
                section.anchor = "" if _NUMBERED.fullmatch(identity) else identity
        else:
            if identity and not _NUMBERED.fullmatch(identity):
                section.ids.append(identity)
            own = [each for each in classes if each.startswith("mw-collaps")]
            if tag not in ("section", "span", "meta", "link") or own:
                section.tags.append(".".join([tag, *own]))

    def _look(self, tag: str, found: dict[str, str]) -> None:
        if tag not in BLOCKS | INLINE | {"meta", "link"}:
            self.acts.append(f"<{tag}>")
        for name, value in found.items():
            if name.startswith("on") or name in ("src", "srcset", "action", "formaction", "style"):
                self.acts.append(f"<{tag} {name}={value!r}>")
        if "href" in found and not _LEADS.match(found["href"]):
            self.acts.append(f"<{tag} href={found['href']!r}>")


def tidy(text: str) -> str:
    """Text as it is compared.

    What is permitted to differ: white space of all kinds (MediaWiki itself makes some of it
    hard), and what can't be seen, soft hyphens and marks of a direction among it.
    """
    text = re.sub("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _apostrophes(run: re.Match[str]) -> str:
    """What is shown of apostrophes in a row: the ones too many for bold and italic."""
    number = len(run[0])
    return "'" * (1 if number == 4 else max(0, number - 5))


def visible(wikitext: str, *, lists: bool = True) -> str:
    """What wikitext of ours is to show: it has but a few kinds of mark-up.

    Without ``lists`` it is a paragraph, in which a mark at a line's start shows itself.
    """
    text = re.sub(r"<!--.*?-->|__[A-Z]+__", "", wikitext, flags=re.DOTALL)
    text = re.sub(r"(?m)^[*#:;]+", " ", text) if lists else text
    text = re.sub(r"<nowiki>(\|+)</nowiki>", lambda match: "&#124;" * len(match[1]), text)
    text = re.sub("'{2,}", _apostrophes, text)
    text = re.sub(r"</?(?:div|ul|ol|li|dl|dt|dd|p|br|blockquote)\b[^<>]*>", " ", text)
    text = re.sub(r"</?[a-z]+(?: [^<>]*)?/?>", "", text)
    text = re.sub(r"\[\[:?([^\[\]|]*)\]\]", r"\1", text)
    text = re.sub(r"\[\[[^\[\]|]*\|([^|]*?)\]\]", r"\1", text)
    text = re.sub(r"\[(?://|[A-Za-z]+:)[^\s\[\]]+(?: ([^\]]*))?\]", lambda m: m[1] or "[0]", text)
    # MediaWiki shows the brackets of an address of figures, however they are written.
    text = re.sub(r"//%5B([0-9A-Fa-f:.]+)%5D", r"//[\1]", text)
    return tidy(_REFERENCE.sub(lambda match: unescape(match[0]), text))
