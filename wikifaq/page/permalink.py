"""Links from the FAQ's page to the exact revision and section of a source."""

from __future__ import annotations

from dataclasses import dataclass

from wikifaq.page.harmless import fragment, paragraph, plain


@dataclass(frozen=True, slots=True)
class Links:
    """How the FAQ's page links to its sources.

    ``prefix`` is the interwiki prefix with its colon, "" on the same wiki, None where the
    wiki knows none; then ``url`` is the web address of a revision with "{revision}" in it,
    None where a source has no address.
    """

    prefix: str | None = ""
    url: str | None = None

    def text(self, wikitext: str, title: str) -> str:
        """Return a paragraph of the source page of this title as harmless wikitext of ours.

        Where the wiki knows no prefix for the source's, its wikilinks would lead astray, and
        only their labels are left.
        """
        return paragraph(wikitext, source_title=title, prefix=self.prefix)

    def permalink(self, label: str, revision: int | None, section: str | None) -> str:
        """Return a link to a revision (and the anchor of a section), as wikitext.

        Help:Permanent link: ``Special:PermanentLink/REVISION``. Without an address it is the
        label alone.
        """
        shown = plain(label)
        at = f"#{fragment(section)}" if section else ""
        if revision is None or (self.prefix is None and self.url is None):
            return shown
        if self.prefix is not None:
            # Without the colon a link to another language's wiki would go beside the page.
            prefix = f":{self.prefix}" if self.prefix else ""
            return f"[[{prefix}Special:PermanentLink/{revision}{at}|{shown}]]"
        return f"[{(self.url or '').format(revision=revision)}{at} {shown}]"
