"""A window of Chromium as text: what stands in the viewport, with numbered links and toggles.

Only the page's content is shown, without the skin around it: no menus, no search field. Folded,
hidden or covered words are not shown, as on a screen.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urldefrag, urljoin

from playwright.sync_api import Error, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

SECONDS = 60
VIEWPORT = {"width": 1280, "height": 800}

# What is asked of a page. Words are those that a person would see: each is looked for at its place.
SCRIPT = r"""
window.finding = ( () => {
	const CONTROLS = 'a[href], button, summary, label, [role=button], .mw-collapsible-toggle,' +
		' [class*="mw-customtoggle"]';
	// No reader's business: what is no text, and the skin's links for those who edit.
	const UNSHOWN = 'script, style, noscript, .mw-editsection, .mw-indicators';
	let controls = [], found = { word: '', at: -1 };
	const content = () => document.querySelector( '#content' ) || document.body;
	function* texts() {
		const walker = document.createTreeWalker( content(), NodeFilter.SHOW_TEXT );
		for ( let node = walker.nextNode(); node; node = walker.nextNode() ) {
			if ( node.data.trim() && !node.parentElement.closest( UNSHOWN ) ) {
				yield node;
			}
		}
	}
	const overlaps = ( range, node, start, end ) =>
		range.comparePoint( node, end ) >= 0 && range.comparePoint( node, start ) <= 0;
	// The words in the viewport, each with its place and the control that it belongs to.
	function words() {
		const range = document.createRange(), chosen = getSelection(), all = [];
		const mark = chosen.rangeCount && !chosen.isCollapsed ? chosen.getRangeAt( 0 ) : null;
		for ( const node of texts() ) {
			range.selectNodeContents( node );
			const whole = range.getBoundingClientRect(), parent = node.parentElement;
			if ( !whole.width || whole.bottom <= 0 || whole.top >= innerHeight ) {
				continue;
			}
			for ( const word of node.data.matchAll( /\S+/g ) ) {
				const end = word.index + word[ 0 ].length;
				range.setStart( node, word.index );
				range.setEnd( node, end );
				const box = range.getClientRects()[ 0 ];
				if ( !box ) {
					continue;
				}
				const y = ( box.top + box.bottom ) / 2;
				// The element on top there: another one where this is clipped, covered or outside.
				const top = document.elementFromPoint( ( box.left + box.right ) / 2, y );
				if ( top && parent.contains( top ) ) {
					all.push( { text: word[ 0 ], box, y, control: parent.closest( CONTROLS ),
						heading: parent.closest( 'h1, h2, h3, h4, h5, h6' ),
						bold: getComputedStyle( parent ).fontWeight >= 600,
						marked: mark && overlaps( mark, node, word.index, end ) } );
				}
			}
		}
		return all;
	}
	// Lines of text as they stand below each other; `plain` is one without numbers and marks.
	function lines() {
		const all = [];
		let line = null, last = null;
		controls = [];
		for ( const word of words() ) {
			const height = word.box.height, apart = last && word.box.left - last.box.right;
			if ( !last || Math.abs( word.y - last.y ) > height * 0.6 || apart < -2 ) {
				if ( last && last.control ) {
					line.text += ']';
				}
				line = { text: '', plain: '', words: 0, linked: 0,
					gap: Boolean( last ) && Math.abs( word.y - last.y ) > height * 2 };
				const indent = ( word.box.left - content().getBoundingClientRect().left ) / 24;
				line.text = word.heading ? '#'.repeat( word.heading.tagName[ 1 ] ) + ' ' :
					'  '.repeat( indent > 1 && indent < 6 ? indent : 0 ); // else a column
				all.push( line );
				last = null;
			}
			const glued = !last || apart < 2, space = glued ? '' : apart > 30 ? '   ' : ' ';
			if ( last && last.control && last.control !== word.control ) {
				line.text += ']';
			}
			line.text += space;
			if ( word.control && ( !last || last.control !== word.control ) ) {
				if ( !controls.includes( word.control ) ) {
					controls.push( word.control );
				}
				line.text += '[' + ( controls.indexOf( word.control ) + 1 ) + ': ';
			}
			const shown = word.bold && !word.heading ? '*' + word.text + '*' : word.text;
			line.text += word.marked ? '»' + shown + '«' : shown;
			line.plain += space + word.text;
			if ( !glued || !last ) {
				line.words++;
				line.linked += word.control ? 1 : 0;
			}
			last = word;
		}
		if ( last && last.control ) {
			line.text += ']';
		}
		for ( const each of all ) {
			each.text = each.text.replace( /\*( ?)\*/g, '$1' ); // words in bold behind each other
		}
		return all;
	}
	// The browser's find in page: the next place of a word among what isn't hidden.
	function find( word ) {
		let all = '';
		const places = [], range = document.createRange();
		let block = null;
		for ( const node of texts() ) {
			range.selectNodeContents( node );
			if ( !range.getClientRects().length ) {
				continue;
			}
			let near = node.parentElement;
			while ( getComputedStyle( near ).display === 'inline' ) {
				near = near.parentElement;
			}
			all += near === block ? '' : '\n'; // a word doesn't go on in another block
			block = near;
			places.push( { from: all.length, node } );
			all += node.data.toLowerCase().length === node.data.length ?
				node.data.toLowerCase() : node.data;
		}
		const wanted = word.toLowerCase(), hits = [];
		for ( let at = all.indexOf( wanted ), end; at >= 0; at = all.indexOf( wanted, end ) ) {
			end = at + wanted.length;
			const first = places.findLast( ( place ) => place.from <= at );
			const last = places.findLast( ( place ) => place.from < end );
			const hit = document.createRange();
			hit.setStart( first.node, at - first.from );
			hit.setEnd( last.node, end - last.from );
			hits.push( hit );
		}
		if ( !hits.length ) {
			return [ 0, 0 ];
		}
		// A new word is looked for from what is shown on, the same one after its last place.
		const next = found.word === wanted ? found.at + 1 :
			hits.findIndex( ( hit ) => hit.getBoundingClientRect().bottom > 0 );
		const at = next < 0 || next >= hits.length ? 0 : next;
		const box = hits[ at ].getBoundingClientRect();
		found = { word: wanted, at };
		getSelection().removeAllRanges();
		getSelection().addRange( hits[ at ] );
		if ( box.top < 0 || box.bottom > innerHeight ) {
			scrollBy( { top: box.top - innerHeight / 2, behavior: 'instant' } );
		}
		return [ at + 1, hits.length ];
	}
	return {
		lines,
		find,
		forget: () => getSelection().removeAllRanges(),
		scroll: ( share ) => scrollBy( { top: share * innerHeight, behavior: 'instant' } ),
		place: () => [ scrollY, innerHeight, document.documentElement.scrollHeight ],
		leads: ( n ) => controls[ n - 1 ] ? controls[ n - 1 ].href || '' : null,
		click: ( n ) => controls[ n - 1 ].click(),
		// A page is the same in all its revisions, a page of search results one for each search.
		page: () => mw.config.get( 'wgPageName' ) +
			( new URLSearchParams( location.search ).get( 'search' ) || '' )
	};
} )();
"""


class Line(NamedTuple):
    """A line on the screen.

    ``text`` has numbers of links and toggles, ``plain`` has none; ``words`` are all its words,
    ``linked`` those of them in links and toggles; ``gap`` is whether it stands apart from the one
    before.
    """

    text: str
    plain: str
    words: int
    linked: int
    gap: bool


class View(NamedTuple):
    """What the viewport shows: of which page, and how far down it is (0 to 1, 1 at its end)."""

    page: str
    title: str
    lines: tuple[Line, ...]
    down: float

    def __str__(self) -> str:
        printed = [f"——— {self.title} ———"]
        for line in self.lines:
            printed += ["", line.text] if line.gap else [line.text]
        end = "the end of the page" if self.down == 1 else f"{self.down:.0%} down the page"
        return "\n".join([*printed, f"——— {end} ———"])


class Refused(Exception):  # noqa: N818 - it says what the matter is, not what went wrong
    """What was asked can't be done on this page; the message says why, in a sentence."""


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium. Raises Refused where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        raise Refused("There is no Chromium; install it with: apt-get install chromium")
    # Its own sandbox can't be had as root, nor in many containers; it opens our own wiki only.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as player:
        try:
            chromium = player.chromium.launch(executable_path=found, args=options)
        except Error as problem:
            raise Refused(f"Chromium does not start: {problem.message}") from None
        try:
            yield chromium
        finally:
            chromium.close()


class Window:
    """A window of somebody who is not logged in, and who doesn't leave the wiki at ``base``."""

    def __init__(self, browser: Browser, base: str) -> None:
        self._base = base
        self._context = browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type]
        self._context.add_init_script(SCRIPT)
        self._context.set_default_timeout(SECONDS * 1000)
        self._page: Page = self._context.new_page()

    def close(self) -> None:
        """Close it, with its history."""
        self._context.close()

    def open(self, address: str) -> None:
        """Open an address of the wiki, such as ``/wiki/Main_Page``."""
        self._go(urljoin(self._base, address))

    def click(self, number: int) -> None:
        """Click a link or a toggle of the last view. Raises Refused."""
        leads = self._ask("leads", number)
        if leads is None:
            raise Refused(f"There is no [{number}: …] on the screen.")
        if not leads or urldefrag(leads)[0] == urldefrag(self._page.url)[0]:
            self._ask("click", number)
            self._page.wait_for_timeout(300)  # what a toggle shows may unfold
        elif not leads.startswith(f"{self._base}/"):
            raise Refused("That link leads out of the wiki; it can't be followed here.")
        else:
            self._go(leads)

    def back(self) -> None:
        """Go to the page, or the place on the page, that was open before. Raises Refused."""
        before = self._page.url
        self._page.go_back(wait_until="load")
        if self._page.url == "about:blank":
            self._page.go_forward(wait_until="load")
        if self._page.url == before:
            raise Refused("There is nothing to go back to.")
        self._page.wait_for_timeout(300)  # the browser scrolls to where it was

    def scroll(self, *, up: bool = False) -> None:
        """Scroll a viewport down or up, as far as the key Page Down does. Raises Refused."""
        before = self._ask("place")[0]
        self._ask("scroll", -0.875 if up else 0.875)
        if self._ask("place")[0] == before:
            raise Refused(f"This is the {'beginning' if up else 'end'} of the page.")

    def find(self, word: str) -> tuple[int, int]:
        """Find a word in the page: the how manyth of how many is shown now. Raises Refused."""
        at, of = self._ask("find", word)
        if not of:
            raise Refused(f"The page doesn't show “{word}”.")
        return int(at), int(of)

    def view(self) -> View:
        """What is on the screen now."""
        lines = tuple(Line(**each) for each in self._ask("lines"))
        top, height, whole = self._ask("place")
        down = min(1.0, top / (whole - height)) if whole > height + 1 else 1.0
        self._ask("forget")
        return View(str(self._ask("page")), self._page.title(), lines, down)

    def _go(self, address: str) -> None:
        self._page.goto(address, wait_until="networkidle")

    def _ask(self, what: str, *arguments: object) -> Any:  # noqa: ANN401 - it is JSON
        return self._page.evaluate(f"given => finding.{what}( ...given )", list(arguments))
