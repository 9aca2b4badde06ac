"""Where a wikilink leads: what stands before the pipe, made fit for a page elsewhere."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

from wikifaq.page.harmless.escape import FORMS, PROTOCOL, REWRITTEN, decode, fragment, percent
from wikifaq.page.harmless.names import CATEGORY, FILE, MEDIA, PAGES, WIKIS

# Title::legalChars() and, as in Parser.php (handleInternalLinks2), "#" and "%".
_WRITTEN = re.compile(r"[^\x00-\x1f\x7f\[\]{}|<>]+")
_PROTOCOL = re.compile(rf"{PROTOCOL}|//")
# MediaWikiTitleCodec.php, splitTitleString and getTitleInvalidRegex.
_INVALID = re.compile(
    "[\x00-\x1f\x7f\\[\\]{}|<>\ufffd]|%[0-9A-Fa-f]{2}|&[A-Za-z0-9\x80-\U0010ffff]+;|~~~"
    r"|(?:\A|/)\.\.?(?:/|\Z)"
)
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e]")
_SPACE = re.compile("[ _\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_LONGEST = 255  # bytes
_JOINERS = "\u200c\u200d"
_PLAIN_FRAGMENT = re.compile(r"(?!.*(?:__|!!|\s\s))[\w ()*+,./:;?!-]*")


class Target(NamedTuple):
    """A link's target.

    ``link`` is what to write before the pipe, "" where there is nothing to lead to. ``shown``
    is the plain text that the source page shows where the link has no label. ``kind`` is page,
    file (a picture or a medium stands there) or category (nothing stands there).
    """

    link: str
    shown: str
    kind: str = "page"


def read_target(written: str, *, source_title: str, prefix: str) -> Target | None:
    """Return the target of a link on the page ``source_title``, None where it makes no link.

    ``prefix`` is put before it (an interwiki prefix with its colon, or ""). Relative targets
    are taken from the source page, as Linker.php does (``normalizeSubpageLink``); without a
    source page they lead nowhere. A target whose prefix could be a language, a file or a
    category gets a leading colon, which makes it a link inside the text.
    """
    if not _WRITTEN.fullmatch(written):
        return None
    name = decode(unquote(written, errors="replace")).lstrip(" ")
    if _PROTOCOL.match(name):
        return None
    resolved = _resolve(name, source_title)
    if resolved is None:
        return None
    page, shown, inline = resolved
    if not source_title and (name[:1] in ("/", "#") or name.startswith(("../", ":#"))):
        return Target("", shown)
    page, mark, section = page.partition("#")
    page = _tidy(page)
    if not page and section and source_title:  # a colon before the number sign changes nothing
        page = _tidy(source_title)
    if not page or page[0] == ":" or _INVALID.search(page) or len(page.encode()) > _LONGEST:
        return None
    return _aim(page, mark + _section(section), shown, inline=inline, prefix=prefix)


def _resolve(name: str, source_title: str) -> tuple[str, str, bool] | None:
    """The page and section it leads to, what it shows by itself, whether a colon stood first."""
    path, mark, section = name.partition("#")
    suffix, path = mark + section, path.strip()
    if not path:
        return (f"{source_title}{suffix}", name, False) if suffix else None
    if path[0] == "/":
        inner = path[1:].rstrip("/") if path.endswith("/") else path[1:]
        shown = inner if path.endswith("/") else path
        return f"{source_title}/{inner.strip()}{suffix}", shown + suffix, False
    if path.startswith("../"):
        above = source_title.split("/")
        steps = 0
        while path.startswith("../"):
            path, steps = path[3:], steps + 1
        if source_title and len(above) <= steps:
            return None
        page = "/".join(above[:-steps] + ([path.strip(" /")] if path.strip(" /") else []))
        return page + suffix, (path.rstrip("/") if path.endswith("/") else page) + suffix, False
    if path[0] == ":":
        return path[1:].strip(" _") + suffix, name[1:], True
    return path + suffix, name, False


def _tidy(page: str) -> str:
    page = unicodedata.normalize("NFC", _DIRECTION.sub("", page))
    return _SPACE.sub(lambda run: "_" if set(run[0]) == {"_"} else " ", page).strip(" _")


def _section(section: str) -> str:
    bare = _PLAIN_FRAGMENT.fullmatch(section) and not FORMS.search(section)
    return section if bare else fragment(section)


def _aim(page: str, section: str, shown: str, *, inline: bool, prefix: str) -> Target | None:
    first, colon, rest = page.partition(":")
    space = first.replace("_", " ").strip().lower()
    if colon and not rest.strip(" _") and space not in WIKIS:
        return None
    kind = "page"
    if colon and space in MEDIA | FILE:
        kind = "page" if inline else "file"
        if space in MEDIA:  # even with a colon it would use the file
            page = f"File:{rest.strip(' _')}"
    elif colon and space in CATEGORY and not inline:
        kind = "category"
    full = prefix + page
    first, colon, _ = full.partition(":")
    known = first.replace("_", " ").strip().lower() in PAGES | WIKIS
    lead = ":" if full[0] == "/" or (colon and not known) else ""
    return Target(lead + _quoted(full) + section, shown, kind)


def _quoted(page: str) -> str:
    """Percent-encode what would act in a title, or can't be seen."""
    made = percent(page, _in_title, doubled="'!＿")
    return made.replace(REWRITTEN, f"{REWRITTEN[0]}%E2%80%8D")


def _in_title(character: str) -> bool:
    if character.isascii() or character in _JOINERS:
        return True
    if character == "\u0338" or FORMS.match(character):
        return False
    return unicodedata.category(character) not in ("Cf", "Cn")
