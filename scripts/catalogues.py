"""Renew the catalogues in wikifaq/locale from the templates, and say what they lack.

python scripts/catalogues.py                 renew them all
python scripts/catalogues.py my-words/fr.po  renew one that lies elsewhere
python scripts/catalogues.py --new fr        begin one for another language
python scripts/catalogues.py --check         change nothing; status 1 if one lacks something

A message whose English words have changed a little keeps its old translation, marked ``fuzzy``,
until somebody has looked through it and taken the mark away.
"""

from __future__ import annotations

import argparse
import re
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from wikifaq.catalogue_files import OWN
from wikifaq.errors import ConfigurationError
from wikifaq.page.language import locale_of, tidy
from wikifaq.page.settings import KEYWORDS
from wikifaq.page.template import PIECES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
_SETTINGS = "wikifaq/page/settings.py"
_OPTIONS = {
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "trimmed": "true",
    "newstyle_gettext": "true",
    "silent": "false",
}
_KEPT = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
_HEADER = re.compile(r'^msgid ""\nmsgstr ""\n(?:".*"\n)+', re.MULTILINE)


def template() -> Catalog:
    """The messages of the templates and of the settings page's keywords, in English."""
    made = Catalog(charset="utf-8")
    for piece in PIECES:
        with (TEMPLATES / piece).open("rb") as file:
            for line, said, comments, context in extract(
                "jinja2.ext:babel_extract", file, comment_tags=["Translators:"], options=_OPTIONS
            ):
                made.add(said, None, [(f"templates/{piece}", line)], (), comments, context=context)
    for keyword in KEYWORDS:
        made.add(keyword.does, None, [(_SETTINGS, 1)], (), [f"What a line does: {keyword.form}"])
    return made


def renewed(text: str, language: str) -> str:
    """A catalogue's text with all messages of the templates, and no others."""
    catalogue = read_po(text.splitlines(), locale_of(language), abort_invalid=True)
    catalogue.update(template(), no_fuzzy_matching=False)
    catalogue.fuzzy = False
    if not text:
        name = locale_of(language).english_name
        catalogue.header_comment = f"# The words of the page in {name}."
    return written(catalogue)


def written(catalogue: Catalog) -> str:
    """A catalogue's text, which is the same every time."""
    made = BytesIO()
    write_po(
        made,
        catalogue,
        width=96,
        ignore_obsolete=True,
        sort_by_file=True,
        omit_header=False,
        include_lineno=False,
    )
    # Of the header stays what doesn't change by itself, as the time would.
    kept = [f'"{name}: {value}\\n"\n' for name, value in catalogue.mime_headers if name in _KEPT]
    return _HEADER.sub(
        lambda _: "".join(('msgid ""\nmsgstr ""\n', *kept)), made.getvalue().decode(), count=1
    )


def lacking(text: str) -> Iterator[Message]:
    """The messages of a catalogue's text that have no translation, or one to be looked through."""
    for message in read_po(text.splitlines(), abort_invalid=True):
        forms = [message.string] if isinstance(message.string, str) else message.string or [""]
        if message.id and (message.fuzzy or not all(forms)):
            yield message


def known(text: str) -> set[tuple[str | None, str | tuple[str, ...]]]:
    """The messages of a catalogue's text: their contexts and their English words."""
    return {
        (message.context, message.id if isinstance(message.id, str) else tuple(message.id))
        for message in read_po(text.splitlines(), abort_invalid=True)
        if message.id
    }


def main() -> int:
    """Renew or check; returns the exit status."""
    parser = argparse.ArgumentParser(description="Renew catalogues, and say what they lack.")
    parser.add_argument("files", nargs="*", type=Path, help="catalogues (default: all of ours)")
    parser.add_argument("--check", action="store_true", help="change nothing")
    parser.add_argument("--new", metavar="LANGUAGE", help="begin a catalogue for a language")
    options = parser.parse_args()
    if options.new:
        try:
            locale_of(options.new)
            with (OWN / f"{tidy(options.new)}.po").open("x", encoding="utf-8"):
                pass
        except (ConfigurationError, FileExistsError) as error:
            parser.error(str(error))
    failed = False
    for path in options.files or sorted(OWN.glob("*.po")):
        old = path.read_text("utf-8")
        new = renewed(old, path.stem)
        missing = [*lacking(new)]
        changed = known(old) != known(new)
        failed |= changed or bool(missing)
        state = "is up to date" if not changed else "lacks messages" if options.check else "renewed"
        print(f"{path.name} {state}; {len(missing)} to translate")
        for message in missing:
            print(f"  {message.id!r}")
        if not options.check:
            path.write_text(new, "utf-8")
    return int(failed and options.check)


if __name__ == "__main__":
    sys.exit(main())
