"""The FAQ as its readers see it: in Chromium, in a skin, on a screen or on paper.

What is ours on a page is what stands between two lines that the tests write around the markers. It
is described by what it shows: headings, links, texts with their sizes and colours, buttons. Of
classes, only those are named by which MediaWiki itself collapses things.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright
from visual_editor import INSTALL, NoBrowser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_wiki import Wiki
    from playwright.sync_api import BrowserContext, Locator, Page

SECONDS = 30
DESKTOP, PHONE = 1280, 360
_HEIGHT = 900

# The links to edit a section are the skin's, and so are their colours: they stay away. The links
# below show what is the skin's doing: one to a page that is there, one to a page that isn't.
ABOVE, BELOW = "People wrote this above.", "People wrote this below."
AROUND = f"""__NOEDITSECTION__<span id="above"></span>{ABOVE}

<!-- wikifaq:begin -->

<!-- wikifaq:end -->

<span id="below"></span>{BELOW}

It leads to [[Special:Version|a page that is there]] and to [[No such page|a page that is not]],
with words in between."""

DARK = """
html, body, body > div, [id=content], [role=main], main {
	background: #101418 !important; color: #eaecf0 !important;
}
h1, h2, h3, h4, h5, h6 { color: #f8f9fa !important; }
a, a:visited, a:hover { color: #88a3e8 !important; }
a.new { color: #fd7865 !important; }
"""

# Links that are told from the text around them by colour alone are so on all pages of a skin.
_AXE = {"resultTypes": ["violations"], "rules": {"link-in-text-block": {"enabled": False}}}

_SCRIPT = Path(__file__).with_suffix(".js").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Node:
    """A node of Chromium's accessibility tree, as a screen reader meets it."""

    role: str
    name: str
    level: int
    inside: tuple[str, ...]
    """The roles of the nodes that it is in, the outermost first."""


class Look:
    """A page in a skin, as somebody reads it who isn't logged in."""

    def __init__(
        self, context: BrowserContext, wiki: Wiki, title: str, skin: str, *, scripts: bool
    ) -> None:
        self.skin = skin
        self.page: Page = context.new_page()
        address = urlencode({"title": title, "useskin": skin})
        self.page.goto(f"{wiki.base}/index.php?{address}")
        self.page.evaluate(_SCRIPT)
        self._dark: Any = None
        if scripts:
            self._settle()
        self.shown_at_first = [bool(each["shown"]) for each in self.asked("collapsed")]

    def _settle(self) -> None:
        """Wait for MediaWiki's scripts: what can be collapsed is, where the skin does it."""
        self.page.wait_for_function(
            "document.readyState === 'complete' && window.mw && mw.loader.getState && "
            "mw.loader.getState('mediawiki.page.ready') === 'ready'"
        )
        if self.collapses:
            self.page.wait_for_function(
                "!document.querySelector('.mw-collapsible:not(.mw-made-collapsible)')"
            )

    @property
    def collapses(self) -> bool:
        """Whether the skin collapses what can be collapsed; that for phones doesn't."""
        return self.skin != "minerva"

    def asked(self, what: str) -> Any:
        """What the script beside this module says of the page."""
        return self.page.evaluate(f"look.{what}()")

    def resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": _HEIGHT})

    def darken(self, *, dark: bool) -> None:
        """Give the page the colours of a dark mode, or the skin's own again."""
        if dark and not self._dark:
            self._dark = self.page.add_style_tag(content=DARK)
        elif not dark and self._dark:
            self._dark.evaluate("style => style.remove()")
            self._dark = None

    @property
    def toggles(self) -> Locator:
        """Our buttons that expand and collapse."""
        self.asked("mark")
        return self.page.locator("[data-ours] [aria-expanded]")

    def unfold(self, *, unfolded: bool) -> None:
        """Expand or collapse everything, by its buttons."""
        state = "false" if unfolded else "true"
        self.toggles.evaluate_all(
            "(all, state) => all.filter(one => one.getAttribute('aria-expanded') === state)"
            ".forEach(one => one.click())",
            state,
        )

    def heard(self) -> list[Node]:
        """Our part of Chromium's accessibility tree, in the order in which it is read aloud."""
        session = self.page.context.new_cdp_session(self.page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        session.detach()
        by_id = {each["nodeId"]: each for each in nodes}
        found: list[Node] = []

        def walk(node: dict[str, Any], inside: tuple[str, ...]) -> None:
            role = str(node.get("role", {}).get("value", ""))
            if not node.get("ignored") and role not in ("none", "InlineTextBox"):
                levels = [
                    int(each["value"]["value"])
                    for each in node.get("properties", ())
                    if each["name"] == "level"
                ]
                name = " ".join(str(node.get("name", {}).get("value", "")).split())
                found.append(Node(role, name, levels[0] if levels else 0, inside))
                inside = (*inside, role)
            for child in node.get("childIds", ()):
                walk(by_id[child], inside)

        walk(nodes[0], ())
        names = [each.name for each in found]
        start = next(at for at, name in enumerate(names) if name.startswith(ABOVE))
        end = next(at for at, name in enumerate(names) if name.startswith(BELOW))
        return found[start + 1 : end]

    def violations(self) -> list[str]:
        """What axe finds in our part that is serious or critical."""
        self.asked("mark")
        said = Axe().run(self.page, context={"include": [["[data-ours]"]]}, options=_AXE)
        return [
            f"{each['id']}: {node['html'][:200]}"
            for each in said.response["violations"]
            if each["impact"] in ("serious", "critical")
            for node in each["nodes"]
        ]


class Reader:
    """A browser in which pages are opened once and looked at from all sides."""

    def __init__(self, scripted: BrowserContext, plain: BrowserContext, wiki: Wiki) -> None:
        self._contexts = {True: scripted, False: plain}
        self._wiki = wiki
        self._looks: dict[tuple[str, str, bool], Look] = {}

    def open(self, title: str, skin: str, *, scripts: bool = True) -> Look:
        """The page in this skin, on a desktop and in the skin's colours, with all collapsed."""
        key = (title, skin, scripts)
        if key not in self._looks:
            context = self._contexts[scripts]
            self._looks[key] = Look(context, self._wiki, title, skin, scripts=scripts)
        look = self._looks[key]
        look.page.bring_to_front()  # a browser lets pages wait that nobody looks at
        look.page.emulate_media(media="screen")
        look.resize(DESKTOP)
        if scripts:
            look.darken(dark=False)
            look.unfold(unfolded=False)
        return look


@contextmanager
def reader(wiki: Wiki) -> Iterator[Reader]:
    """Start Chromium with nobody logged in. Raises NoBrowser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        raise NoBrowser(INSTALL)
    # Its own sandbox can't be had as root, nor in many containers; it opens our own wiki only.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as player:
        try:
            chromium = player.chromium.launch(executable_path=found, args=options)
        except Error as problem:
            raise NoBrowser(f"Chromium does not start: {problem.message}") from None
        try:
            size: Any = {"width": DESKTOP, "height": _HEIGHT}
            contexts = [
                chromium.new_context(viewport=size, java_script_enabled=scripts)
                for scripts in (True, False)
            ]
            for context in contexts:
                context.set_default_timeout(SECONDS * 1000)
            yield Reader(contexts[0], contexts[1], wiki)
        finally:
            chromium.close()
