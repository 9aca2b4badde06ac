"""VisualEditor in Chromium: a page opened, edited and saved as a person would.

Edits go through the editor's own data model (fragments and their transactions) or through the
keyboard and the clipboard of the browser, after a selection in the model. A save is the one that
the editor's button starts. Nothing here knows what the bot writes.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from playwright.sync_api import Error, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_wiki import Wiki
    from playwright.sync_api import BrowserContext, Page

SECONDS = 60
INSTALL = "There is no Chromium; install it with: apt-get install chromium"

# What is asked of VisualEditor, in its own words. Offsets are those of its linear model.
SCRIPT = r"""
sessionStorage.clear(); // where the editor keeps edits that were not saved
window.person = ( () => {
	const target = () => ve.init.target,
		model = () => target().getSurface().getModel(),
		view = () => target().getSurface().getView(),
		doc = () => model().getDocument(),
		chosen = () => model().getFragment(),
		moment = () => new Promise( ( done ) => setTimeout( done, 5 ) );
	// What has words of its own (paragraphs, headings, items of lists), in the page's order.
	function blocks() {
		const found = [];
		function walk( node, top ) {
			for ( const child of node.children || [] ) {
				if ( child.isInternal() ) {
					continue;
				}
				const above = top || child;
				if ( child.canContainContent() ) {
					const range = child.getRange(), data = doc().getData( range );
					found.push( {
						kind: child.type === 'mwHeading' ? 'heading' : child.type,
						level: child.getAttribute( 'level' ) || 0,
						// A character for each offset, so that places in the text are offsets, too.
						text: data.map( ( each ) => {
							const one = Array.isArray( each ) ? each[ 0 ] : each;
							return typeof one === 'string' ? one : '\uFFFC';
						} ).join( '' ),
						// All that can be changed in it: characters, what they are set in, what is no character.
						look: JSON.stringify( data.map( ( each ) => each.type ?
							[ each.type, each.attributes ] : each ) ),
						comments: data.filter( ( each ) => each.type === 'comment' )
							.map( ( each ) => each.attributes.text ),
						start: range.start, end: range.end,
						outer: [ above.getOuterRange().start, above.getOuterRange().end ],
						nested: above !== child
					} );
				} else {
					walk( child, above );
				}
			}
		}
		walk( doc().getDocumentNode() );
		return found;
	}
	return {
		ready: () => !!( window.ve && ve.init && target() && target().active && !target().loading &&
			target().getSurface && target().getSurface() && target().getSurface().mode === 'visual' ),
		blocks,
		// The editor, once focused, may select its first line a moment later: ask until it stays.
		select: async ( start, end ) => {
			for ( const begun = Date.now(); Date.now() - begun < 20000; ) {
				if ( !view().isFocused() ) {
					view().focus();
					await moment();
				}
				model().setLinearSelection( new ve.Range( start, end ) );
				await moment();
				const range = model().getSelection().getCoveringRange();
				if ( view().isFocused() && range && range.start === start && range.end === end ) {
					return;
				}
			}
			throw new Error( `Nothing can be selected from ${ start } to ${ end }.` );
		},
		insert: ( text ) => {
			chosen().insertContent( text ).collapseToEnd().select();
		},
		insertBlock: ( at, kind, level, text ) => {
			const opens = { type: kind };
			if ( kind === 'mwHeading' ) {
				opens.attributes = { level };
			}
			model().getLinearFragment( new ve.Range( at ) )
				.insertContent( [ opens, ...text, { type: '/' + kind } ] );
		},
		remove: () => {
			chosen().delete();
		},
		// As the editor's own copying and pasting do, less the browser's clipboard.
		copy: () => {
			const slice = doc().shallowCloneFromSelection( model().getSelection() );
			slice.data.cloneElements( true );
			window.slice = slice;
		},
		paste: () => {
			window.slice.data.cloneElements( true );
			const data = ve.copy( window.slice.getOriginalData() );
			try {
				chosen().insertContent( data, true );
			} catch ( e ) {
				chosen().insertContent( ve.copy( window.slice.getBalancedData() ), true );
			}
		},
		pasting: () => view().pasting,
		convert: ( kind, level ) => {
			chosen().convertNodes( kind, kind === 'mwHeading' ? { level } : undefined );
		},
		embolden: () => {
			chosen().annotateContent( 'set', 'textStyle/bold' );
		},
		link: ( title ) => {
			const fragment = chosen();
			fragment.annotateContent( 'clear', fragment.getAnnotations( true )
				.filter( ( each ) => each instanceof ve.dm.LinkAnnotation ) );
			fragment.annotateContent( 'set',
				ve.dm.MWInternalLinkAnnotation.static.newFromTitle( new mw.Title( title ) ) );
		},
		undo: () => {
			model().breakpoint();
			model().undo();
		},
		breakpoint: () => model().breakpoint(),
		modified: () => model().hasBeenModified(),
		// What the button in the dialog does: the same call with the same options.
		save: ( summary ) => new Promise( ( done, failed ) => {
			target().saveDeferred = ve.createDeferred();
			const page = target().getDocToSave();
			target().prepareCacheKey( page );
			target().save( page, { summary, watchlist: 'unwatch' } )
				.done( ( data ) => done( data.newrevid || 0 ) )
				.fail( ( code, data ) => failed( new Error( JSON.stringify( [ code, data ] ) ) ) );
		} )
	};
} )();
"""


class NoBrowser(Exception):  # noqa: N818 - it says what the matter is, not what went wrong
    """There is no browser to be had here; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or an item's words, as they stand in the editor's model.

    ``start`` and ``end`` enclose its words; ``text`` has a character for each offset between.
    ``outer`` encloses the whole that stands at the page's top level, such as the box or the list
    that the block is nested in. ``comments`` are the texts of the comments in it. ``look`` is
    equal where the words and what they are set in (bold, a link) are equal.
    """

    kind: str
    level: int
    text: str
    look: str
    comments: tuple[str, ...]
    start: int
    end: int
    outer: tuple[int, int]
    nested: bool

    def find(self, words: str) -> tuple[int, int]:
        """Where these words stand. Raises ValueError where they don't."""
        at = self.text.index(words)
        return self.start + at, self.start + at + len(words)


class Session:
    """A page open in the editor. With ``by_hand`` keys and clipboard are used where they can be."""

    def __init__(self, page: Page, *, by_hand: bool = False) -> None:
        self._page, self.by_hand = page, by_hand

    def blocks(self) -> list[Block]:
        """What there is to edit, in the page's order."""
        return [
            Block(**each | {"comments": tuple(each["comments"]), "outer": tuple(each["outer"])})
            for each in self._ask("blocks")
        ]

    def select(self, start: int, end: int | None = None) -> None:
        """Select what lies between two offsets, or put the cursor at one."""
        self._ask("select", start, start if end is None else end)

    def write(self, text: str) -> None:
        """Write over what is selected."""
        if self.by_hand:
            self._page.keyboard.type(text)
        else:
            self._ask("insert", text)

    def press(self, key: str) -> None:
        """Press a key, or several together such as ``Control+b``."""
        self._page.keyboard.press(key)

    def remove(self) -> None:
        """Delete what is selected."""
        if self.by_hand:
            self.press("Delete")
        else:
            self._ask("remove")

    def copy(self) -> None:
        """Copy what is selected."""
        if self.by_hand:
            self.press("Control+c")
        else:
            self._ask("copy")

    def cut(self) -> None:
        """Cut what is selected."""
        if self.by_hand:
            left = self._length()
            self.press("Control+x")
            self._until(
                "left => person.blocks().reduce( ( n, b ) => n + b.text.length, 0 ) < left", left
            )
        else:
            self._ask("copy")
            self._ask("remove")

    def paste(self) -> None:
        """Paste what was cut or copied over what is selected."""
        if self.by_hand:
            before = self._length()
            self.press("Control+v")
            self._until(
                "before => !person.pasting() &&"
                " person.blocks().reduce( ( n, b ) => n + b.text.length, 0 ) > before",
                before,
            )
        else:
            self._ask("paste")

    def insert_paragraph(self, at: int, text: str) -> None:
        """Put a paragraph of its own where a block begins or ends."""
        self._ask("insertBlock", at, "paragraph", 0, text)

    def insert_heading(self, at: int, level: int, text: str) -> None:
        """Put a heading where a block begins or ends."""
        self._ask("insertBlock", at, "mwHeading", level, text)

    def make_heading(self, level: int) -> None:
        """Make the block with the cursor a heading."""
        self._ask("convert", "mwHeading", level)

    def make_paragraph(self) -> None:
        """Make the block with the cursor a paragraph."""
        self._ask("convert", "paragraph", 0)

    def embolden(self) -> None:
        """Make what is selected bold."""
        if self.by_hand:
            self.press("Control+b")
        else:
            self._ask("embolden")

    def link(self, title: str) -> None:
        """Let what is selected lead to this page, wherever it led before."""
        self._ask("link", title)

    def breakpoint(self) -> None:
        """End the step that an undo takes back."""
        self._ask("breakpoint")

    def undo(self) -> None:
        """Take the last step back."""
        self._ask("undo")

    def modified(self) -> bool:
        """Whether there is something to save."""
        return bool(self._ask("modified"))

    def save(self, summary: str) -> int:
        """Save the page and return the new revision, 0 where nothing has changed."""
        return int(self._ask("save", summary))

    def _length(self) -> int:
        return sum(len(block.text) for block in self.blocks())

    def _until(self, condition: str, argument: object) -> None:
        self._page.wait_for_function(condition, arg=argument, timeout=SECONDS * 1000)

    def _ask(self, what: str, *arguments: object) -> Any:
        return self._page.evaluate(f"given => person.{what}( ...given )", list(arguments))


class Browser:
    """Chromium with somebody logged in to the wiki."""

    def __init__(self, context: BrowserContext, wiki: Wiki) -> None:
        self._wiki = wiki
        context.set_default_timeout(SECONDS * 1000)
        self._page = context.new_page()
        # To leave a page with unsaved edits is asked about; a case that failed has some.
        self._page.on("dialog", lambda dialog: dialog.accept())

    def open(self, title: str, *, by_hand: bool = False) -> Session:
        """Open a page in the visual editor, without what it kept of earlier sessions."""
        # The editor greets who is new to it with a dialog, which would have the focus.
        query = urlencode({"title": title, "veaction": "edit", "vehidebetadialog": "1"})
        self._page.goto(f"{self._wiki.base}/index.php?{query}", wait_until="commit")
        self._page.wait_for_function("window.person && person.ready()")
        return Session(self._page, by_hand=by_hand)


@contextmanager
def browser(wiki: Wiki, user: str) -> Iterator[Browser]:
    """Start Chromium with one of the wiki's accounts logged in. Raises NoBrowser."""
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
        context = chromium.new_context()
        context.add_init_script(SCRIPT)
        _log_in(context, wiki, user)
        try:
            yield Browser(context, wiki)
        finally:
            chromium.close()


def _log_in(context: BrowserContext, wiki: Wiki, user: str) -> None:
    asked: dict[str, str | float | bool] = {
        "action": "query",
        "meta": "tokens",
        "type": "login",
        "format": "json",
    }
    tokens = context.request.get(wiki.api, params=asked).json()["query"]["tokens"]
    form = {
        "action": "clientlogin",
        "username": user,
        "password": wiki.accounts[user],
        "loginreturnurl": f"{wiki.base}/",
        "logintoken": tokens["logintoken"],
        "format": "json",
    }
    said = context.request.post(wiki.api, form=form).json()["clientlogin"]
    assert said["status"] == "PASS", said
