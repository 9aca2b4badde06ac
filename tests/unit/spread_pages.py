"""An FAQ on several pages to test with: kept as texts, edited by people, renewed by runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from faqs import BOT, TITLE, build

from wikifaq.page.mark import without_marks
from wikifaq.page.segment import read_page
from wikifaq.page.settings import read_settings
from wikifaq.page.tombstone import tombstones
from wikifaq.publish.obstacle import redirect
from wikifaq.publish.plan import Build, Place, Plan, Said, plan
from wikifaq.publish.subpage_place import SubpagePlace
from wikifaq.wiki.protocol import Revision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SMALL = 2300
LARGE = 300_000
TEA = ("black", "white", "green", "yellow", "mint", "nettle", "lime", "ginger", "maple", "rose")


def hour(date: str, numbers: Sequence[int], words: int = 12) -> dict[str, str]:
    """A conversation in which these questions were asked, about tea and about the house."""
    lines = []
    for number in numbers:
        kind = TEA[number % len(TEA)]
        what = f"cup of {kind} tea" if number % 2 else f"{kind} door of the house"
        lines += [f"* May I ask about the {what}, number {number}{'abcdefg'[number % 7] * 3}?"]
        lines += [f"** Ana: Said of {number}: {' '.join(f'w{number}x{n}' for n in range(words))}."]
    return {f"Hour {date}": "\n".join([*lines, ""])}


@dataclass
class Pages:
    """The pages as they are, and as the bot last left them."""

    texts: dict[str, str] = field(default_factory=dict)
    bots: dict[str, str] = field(default_factory=dict)
    settings: str = ""

    def place(self, **options: Any) -> Place:
        main = self.texts.get(TITLE)
        base = self.bots.get(TITLE)
        named = {
            **{title: topic for topic, title in tombstones(base or "").elsewhere},
            **{title: topic for topic, title in tombstones(main or "").elsewhere},
        }
        own = {TITLE, *named}
        subpages = []
        for title, topic in named.items():
            to = redirect(self.texts.get(title, ""))
            into = to if to in own else ""
            now = to if to and not into else title
            subpages.append(
                SubpagePlace(
                    topic=topic,
                    title=now,
                    named=title,
                    current=self.revision(now),
                    base=self.bots.get(now, self.bots.get(title)),
                    gone_into=into,
                )
            )
        said = Said(f"{TITLE}/Settings", exists=True, settings=read_settings(self.settings))
        return replace(
            Place(TITLE, self.revision(TITLE), base, create=main is None, user=BOT, said=said),
            subpages=tuple(subpages),
            look=lambda titles: {title: self.revision(title) for title in titles},
            **options,
        )

    def revision(self, title: str) -> Revision | None:
        text = self.texts.get(title)
        if text is None:
            return None
        user = BOT if self.bots.get(title) == text else "Ana"
        return Revision(sum(map(ord, title)) * 1000 + len(text), 0, "", user, "", None, text)

    def plan(self, sources: Mapping[str, str], size: int, **options: Any) -> Plan:
        return plan(replace(build(sources), page_size=size, **options), self.place())

    def run(
        self, sources: Mapping[str, str], size: int, *, cut_off: int | None = None, **options: Any
    ) -> Plan:
        """A run, cut off after so many of its edits."""
        return self.go(replace(build(sources), page_size=size, **options), cut_off=cut_off)

    def go(self, made_of: Build, *, cut_off: int | None = None) -> Plan:
        """A run, as of what the FAQ is made of."""
        made = plan(made_of, self.place())
        assert made.outcome in {"write", "nothing"}, made.reasons
        for step in made.steps[:cut_off]:
            self.texts[step.title] = self.bots[step.title] = step.text
        if cut_off is None:
            for page in made.own_pages:
                assert self.texts[page.title] == page.new
        return made

    def edit(self, title: str, old: str, new: str) -> None:
        """A person's edit of a page."""
        assert old in self.texts[title], (old, self.texts[title])
        self.texts[title] = self.texts[title].replace(old, new, 1)

    @property
    def main(self) -> str:
        return self.texts[TITLE]

    def subpages(self) -> list[str]:
        return [title for _, title in tombstones(self.main).elsewhere]

    def looked_at(self) -> list[str]:
        return [TITLE, *self.subpages()]

    def where(self, entry: str) -> list[str]:
        """The pages on which an entry stands."""
        return [
            title
            for title in self.looked_at()
            if entry in read_page(self.texts[title], title).alive()
        ]

    def entries(self) -> list[str]:
        return [
            key for title in self.looked_at() for key in read_page(self.texts[title], title).alive()
        ]

    def copy(self) -> Pages:
        return Pages(dict(self.texts), dict(self.bots), self.settings)

    def section(self, entry: str) -> str:
        """An entry's text."""
        (title,) = self.where(entry)
        return read_page(self.texts[title], title).holding()[entry].text

    def said(self, entry: str) -> str:
        """An entry's text, whatever its links lead to."""
        return re.sub(r"\[\[[^\[\]|#]*#faq-", "[[#faq-", without_marks(self.section(entry)))

    def shown(self) -> dict[str, str]:
        """The texts of the pages that are looked at."""
        return {title: self.texts[title] for title in self.looked_at()}

    def wrong(self) -> list[str]:
        """What isn't as it must be after any run."""
        wrong = []
        subpages = self.subpages()
        ids = re.findall(r'<span id="([^"]*)"', self.main)
        wrong += [f"{each} is twice on the page" for each in {*ids} if ids.count(each) > 1]
        entries = self.entries()
        wrong += [f"{each} stands twice" for each in {*entries} if entries.count(each) > 1]
        for title in subpages:
            page = read_page(self.texts[title], title)
            if page.stones.of != TITLE:
                wrong.append(f"{title} doesn't say what it is a part of")
            for segment in page.segments:
                for key in segment.entries:
                    names = [f"faq-{each}" for each in (key, *segment.aliases_of(key))]
                    wrong += [f"{each} isn't on the page" for each in names if each not in ids]
                    if f'<span id="faq-{key}">[[{title}#faq-' not in self.main and (
                        len(segment.entries) == 1
                    ):
                        wrong.append(f"no line of faq-{key} leads to {title}")
        return wrong
