"""Hostile text in every place of an FAQ page, on the real wiki, through both of its parsers.

Whole pages are planned, saved and rendered; each must show every entry under its heading, in order
and with its words, and do nothing. The wiki has everything on that a stranger's text could use:
extensions, interlanguage links, a language with variants and names of its own, raw HTML.
WIKIFAQ_SOAK is the number of hostile texts to try (default 1200), WIKIFAQ_SEED where they begin.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from operator import length_hint
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from hostile_answers import LINKS, Hostility, Made, innocent, page, source
from hostile_ingredients import INGREDIENTS
from local_wiki import LocalWiki, Unavailable
from shown_page import INLINE, Section, Shown, tidy, visible

from wikifaq.page.harmless import paragraph
from wikifaq.page.harmless.escape import clean
from wikifaq.page.segment import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from local_wiki import Client, Wiki

    from wikifaq.publish.plan import Plan

SOAK = int(os.environ.get("WIKIFAQ_SOAK", "1200"))
SEED = int(os.environ.get("WIKIFAQ_SEED", "1"))
LANGUAGE = ("sr", "zh", "de", "ar")[SEED % 4]
SETTINGS = """
foreach ( glob( "$IP/extensions/{Poem,ImageMap,InputBox,CategoryTree,TemplateData,Scribunto}", GLOB_BRACE ) as $found ) {
	wfLoadExtension( basename( $found ) );
}
$wgEnableMagicLinks = [ 'ISBN' => true, 'PMID' => true, 'RFC' => true ];
$wgAllowExternalImages = $wgRawHtml = $wgEnableScaryTranscluding = true;
$wgRestrictDisplayTitle = false;
$wgFragmentMode = [ 'html5', 'legacy' ]; // as on Wikimedia's wikis
"""
TITLE = "Help:Hour/2021-04-17"
OURS = frozenset(("p", "li", "ul", "div"))
FRAGMENTS = [fragment for fragments in INGREDIENTS.values() for fragment in fragments]
INTERWIKIS = ("de", "fr", "en", "zh-min-nan", "w", "m", "meta")
USED = "text|categories|langlinks|templates|images|properties|sections|modules|indicators|displaytitle|parsewarnings"


class OpenWiki(LocalWiki):
    """A wiki with everything on that a stranger's text could use."""

    def _install(self) -> None:
        super()._install()
        with (self.folder / "LocalSettings.php").open("a", encoding="utf-8") as more:
            more.write(f"{SETTINGS}$wgLanguageCode = '{LANGUAGE}';\n")
        rows = [(prefix, f"{self.base}/{prefix}/$1") for prefix in INTERWIKIS]
        with contextlib.closing(sqlite3.connect(self.folder / "data" / "wiki.sqlite")) as database:
            database.executemany(
                "INSERT OR REPLACE INTO interwiki"
                " (iw_prefix, iw_url, iw_api, iw_wikiid, iw_local, iw_trans)"
                " VALUES (?, ?, '', '', 1, 1)",
                rows,
            )
            database.commit()


@pytest.fixture(scope="module")
def open_wiki() -> Iterator[LocalWiki]:
    wiki = OpenWiki()
    try:
        wiki.start()
    except Unavailable as problem:
        if os.environ.get("CI") == "true":
            pytest.fail(f"No wiki to test with. {problem}", pytrace=False)
        pytest.skip(f"No wiki to test with. {problem}")
    yield wiki
    wiki.stop()


class Judge:
    """Saves pages and says what is wrong with what the wiki makes of them."""

    def __init__(self, client: Client) -> None:
        self._client = client
        client.edit("Template:Leak", "leaked [[Category:Leaked]] {{{1|}}}")
        self._styles: set[str] = set()
        self._plain = [self._innocent(number) for number in range(len(LINKS))]

    def _innocent(self, number: int) -> tuple[Mapping[int, list[str]], Mapping[str, Any]]:
        """How the sentinels of a page look, and what the page uses, where nobody is hostile."""
        made, title = innocent(LINKS[number]), f"Innocent {number}"
        plan = made.plan(title)
        self._client.edit(title, plan.new)
        used = self._used(title)
        tags = {}
        for html in (used["text"], self._client.parsoid(title)):
            shown = Shown(html)
            assert all(" style=" in each for each in shown.acts), shown.acts  # our own
            self._styles |= set(shown.acts)
            by_anchor = {each.ids[-1]: each for each in shown.sections if each.ids}
            for key in (key for _, _, keys in plan.topics for key in keys):
                at = made.sentinels[key], html is used["text"]
                tags[at] = by_anchor[f"faq-{key}"].tags
        assert tags[0, True] == tags[0, False] != tags[1, True] == tags[1, False]
        return {sentinel: found for (sentinel, _), found in tags.items()}, used

    def _used(self, title: str) -> dict[str, Any]:
        answer = self._client.get(
            action="parse", page=title, prop=USED, disablelimitreport=True, disableeditsection=True
        )
        return dict(answer["parse"])

    def problems(self, made: Made) -> list[str]:
        """What is wrong with a page, in words; nothing where it is harmless and complete."""
        title = f"Help:Hostile {made.seed}"
        plan = made.plan(title)
        if plan.outcome != "write":
            return [f"{plan.outcome}: {plan.reasons}"]
        self._client.edit(title, plan.new)
        text = self._client.text(title)
        if text != plan.new:
            return [f"the save changed the page: {_first_difference(plan.new, text or '')}"]
        again = made.plan(title, text)
        found = [] if again.outcome == "nothing" else [f"a second run: {again.outcome}"]
        tags, plainly = self._plain[LINKS.index(made.build.links)]
        used = self._used(title)
        found += _leaks(used, plainly, title)
        wanted = _wanted(made, plan)
        both = Shown(used["text"]), Shown(self._client.parsoid(title))
        for parser, shown in zip(("legacy", "Parsoid"), both, strict=True):
            within = ("div",) if parser == "legacy" else ()
            found += [f"{parser}: {each}" for each in shown.acts if each not in self._styles]
            found += [
                f"{parser}: {each}" for each in _differences(shown, wanted, within, tags, made)
            ]
        anchors = [[_anchor(each) for each in shown.sections] for shown in both]
        if anchors[0] != anchors[1]:
            pairs = zip(*anchors, strict=False)
            found.append(f"the parsers' anchors differ: {[p for p in pairs if p[0] != p[1]][:2]}")
        return [f"seed {made.seed}: {each}" for each in found]


def _anchor(section: Section) -> str:
    """A section's own anchor as far as the parsers agree.

    Of underscores at the ends and in a row, and of forms of Arabic letters, the two keep different
    ones; of a heading "0" Parsoid makes no second anchor.
    """
    anchor = re.sub("_+", "_", unicodedata.normalize("NFKC", section.anchor)).strip("_")
    return "" if section.title == "0" else anchor


def _first_difference(wanted: str, found: str) -> str:
    pairs = zip(wanted, found, strict=False)
    at = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(wanted), len(found)))
    return f"{wanted[max(0, at - 60) : at + 60]!r} became {found[max(0, at - 60) : at + 60]!r}"


def _leaks(used: Mapping[str, Any], plainly: Mapping[str, Any], title: str) -> Iterator[str]:
    """What a page uses or sets beyond an innocent one."""
    for name in ("categories", "langlinks", "templates", "images", "indicators", "parsewarnings"):
        if used[name]:
            yield f"{name}: {used[name]}"
    for name in ("properties", "modules"):
        if more := set(used[name]) - set(plainly[name]):
            yield f"{name}: {more}"
    if re.sub("<[^>]*>", "", used["displaytitle"]).rpartition(":")[2] != title.partition(":")[2]:
        yield f"displaytitle: {used['displaytitle']}"


class Wanted(Section):
    """A section as it is to be shown; in ``ids`` its anchors, in ``said`` its paragraphs' words."""

    key: str
    said: Sequence[Sequence[str]]


def _ids(wikitext: str) -> list[str]:
    """The ids of elements that wikitext of ours sets; in a stranger's text no "=" stands bare."""
    return [
        first or second
        for first, second in re.findall(r"""\bid=(?:"([^"]*)"|'([^']*)')""", wikitext)
    ]


def _wanted(made: Made, plan: Plan) -> list[Wanted]:
    """The sections of the page in their order, from the plan."""
    assert plan.faq
    page_read = read_page(plan.new, plan.title)
    segments = {each.topic or each.entries[0]: each for each in page_read.segments[1:]}
    entries = {entry.id: entry for entry in plan.faq.entries}
    titles = {topic.id: topic.title for topic in plan.faq.topics}
    links = made.build.links
    lead = Wanted()
    lead.key, lead.ids, lead.said = "lead", _ids(page_read.segments[0].text), ()
    lead.text = visible(page_read.segments[0].text)
    found = [lead]
    for topic, title, keys in plan.topics:
        for key in (topic, *keys):
            text = segments[key].text
            wanted = Wanted(2 if key == topic else 3)
            heading = titles.get(topic, title) if key == topic else (plan.headlines or {})[key]
            wanted.key, wanted.title = key, tidy(clean(heading) or "\ufffd")
            wanted.text = visible(text.partition("\n")[2])
            wanted.ids = _ids(text)
            wanted.said = () if key == topic else [
                [visible(links.text(each, answer.title), lists=False) for each in turn.paragraphs]
                for answer in entries[key].answers
                for turn in answer.entry.answer
            ]  # fmt: skip
            own = f"faq-topic-{key}" if key == topic else f"faq-{key}"
            assert own in wanted.ids, text
            found.append(wanted)
    return found


def _differences(
    shown: Shown,
    wanted: Sequence[Wanted],
    within: tuple[str, ...],
    tags: Mapping[int, list[str]],
    made: Made,
) -> Iterator[str]:
    """Where a rendering isn't what the page is to show."""
    if len(shown.sections) != len(wanted):
        levels = [(each.level, each.title) for each in shown.sections]
        yield f"{len(shown.sections)} headings for {len(wanted)}: {levels}"
        return
    usual = {tag.partition(".")[0] for each in tags.values() for tag in each} | OURS
    for section, wants in zip(shown.sections, wanted, strict=True):
        found = [*_unlike(section, wants, usual)]
        if section.level and section.within != within:
            found.append(f"the heading stands in {section.within}")
        sentinel = made.sentinels.get(wants.key)
        if sentinel is not None and _ended(section.tags) != _ended(tags[min(sentinel % 3, 1)]):
            found.append(f"a sentinel of {section.tags}")
        yield from (f"{wants.key} ({wants.title[:60]!r}): {each}" for each in found)


def _unlike(section: Section, wants: Wanted, usual: AbstractSet[str]) -> Iterator[str]:
    """What in a section isn't as it is to be."""
    if (section.level, section.title) != (wants.level, wants.title):
        yield f"heading of level {section.level}: {section.title!r}"
    if section.ids != wants.ids:
        yield f"anchors {section.ids} for {wants.ids}"
    if section.text != wants.text:
        yield f"text {_first_difference(wants.text, section.text)}"
    for said in wants.said:
        if not _in_order(said, section.text):
            yield f"not in order: {said}"
    if more := {each.partition(".")[0] for each in section.tags} - INLINE - usual:
        yield f"blocks {more}"


def _ended(tags: list[str]) -> list[str]:
    """Without the empty paragraph that the legacy parser may put at a page's end."""
    return tags[:-2] if tags[-2:] == ["p", "br"] else tags


def _in_order(paragraphs: Sequence[str], text: str) -> bool:
    at = 0
    for each in paragraphs:
        at = text.find(each, at)
        if at < 0:
            return False
        at += len(each)
    return True


def test_hostile_pages_show_every_entry_and_do_nothing(open_wiki: LocalWiki) -> None:
    pages: list[Made] = []
    texts = 0
    while texts < SOAK:
        seed = SEED * 100_000 + len(pages)
        pages.append(page(seed) if seed % 3 else source(seed))
        texts += pages[-1].texts
    judge = Judge(open_wiki.session(open_wiki.bot))
    with ThreadPoolExecutor(3) as pool:
        assert [each for found in pool.map(judge.problems, pages) for each in found] == []


def test_every_fragment_alone_is_shown_and_does_nothing(open_wiki: LocalWiki) -> None:
    made = Hostility(SEED)
    texts = iter([made.words(each) for each in made.chance.sample(FRAGMENTS, len(FRAGMENTS))])
    pages: list[Made] = []
    while length_hint(texts):
        pages.append(page(SEED * 100_000 + 50_000 + len(pages), entries=40, texts=texts))
    judge = Judge(open_wiki.session(open_wiki.bot))
    found = [each for made_page in pages for each in judge.problems(made_page)]
    assert found == []


# What a reader of the source sees is seen on our page, too; but for these, all of what is text.
TEXT = (
    "words tags tables nowiki pre comments headings switches redirects inclusion strip_markers "
    "characters scripts entities long lines converter magic_links addresses links quotes"
).split()
OTHERWISE = (
    "<pre>",  # what follows one that is left open is no list
    *("{{", "<section", "<math>", "__DISAMBIG__", "__NOTALK__", "__NOGLOBAL__"),  # not of the core
    *("<meta", "<link"),  # dropped, where MediaWiki shows the tag
    *(
        "\x0b",
        "\x0c",
        "\x00",
        "\x02",
        "\x03",
        "\x06",
        "\x1a",
        "\ufdd0",
        "\uffff",
        "\ud800",
    ),  # not stored
)


def _said(client: Client, text: str) -> str:
    """What a page of this text shows."""
    answer = client.post(
        action="parse", text=text, title=TITLE, contentmodel="wikitext", prop="text",
        disablelimitreport=True, disableeditsection=True, disabletoc=True,
    )  # fmt: skip
    sections = Shown(answer["parse"]["text"]).sections
    return _letters("".join(f"{each.title}{each.text}" for each in sections))


def _letters(text: str) -> str:
    """Text less spaces, an item's number and bullet, and the colon of a definition.

    What can't stand bare in an address of ours is percent-encoded, and shown so.
    """
    return re.sub(r"• |\b[0-9]+\. |\s|:", "", tidy(unquote(text)))


def test_a_text_reads_as_on_its_own_page(mediawiki: Wiki) -> None:
    made, client = Hostility(SEED), mediawiki.session(None)
    fragments = [
        each
        for kind in TEXT
        for each in INGREDIENTS[kind.replace("_", " ")]
        if not any(other in each for other in OTHERWISE)
    ]
    texts = []
    for _ in range(SOAK // 10):
        parts = made.chance.choices(fragments, k=made.chance.choice((1, 2, 2, 3)))
        joined = made.chance.choice(("", " ", "§", " § ", "\n")).join(parts)
        texts.append(made.words(f"§ {joined} §"))
    with ThreadPoolExecutor(3) as pool:
        shown = list(pool.map(lambda text: _said(client, text), texts))
    ours = [_letters(visible(paragraph(text, source_title=TITLE), lists=False)) for text in texts]
    assert [each for each in zip(texts, shown, ours, strict=True) if each[1] != each[2]] == []
