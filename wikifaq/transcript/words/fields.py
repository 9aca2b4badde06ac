"""What is known of a language: the fields that each language's file fills."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    r"""One language's words, all lower-case, with spaces where MediaWiki has underscores.

    Tuples keep an order and may be joined into a pattern; frozensets are asked whether they
    hold a word. Where a word ends is told by ``(?!\w)``, not by ``\b``, which finds no end
    after a vowel sign of Hindi; where a language is not ``spaced``, words end anywhere.

    The language:
        ``code`` is its code in MediaWiki and ``name`` its English name. ``common`` are frequent
        words of running text, by which the language is told from others; single characters
        where it is not ``spaced``, that is, where no spaces part its words.

    Dates:
        ``months`` are twelve tuples: the forms in which each month is written, in full, in the
        cases that dates ask for, and as signatures shorten it, without a full stop.

    Questions and answers:
        ``question_marks``, ``answer_marks`` and ``comment_marks`` say what follows a colon, a
        full stop or a bracket ("Q:", "(A)"); within a language, no mark is of two kinds. One
        language's mark may mean the contrary in another, so the likeliest language is asked
        first. ``asking`` open a question that has no question mark, or a clause that asks;
        they are evidence at the start of a sentence; after a comma many only relate.
        ``asking_after_comma`` is whether they are after a comma too. ``asking_ends`` close one.
        ``titles_that_ask`` open headings of help pages that act as a question, beyond those in
        ``asking``. ``follow_up`` open a question that can't be
        read without the one before it. ``missing`` stands where a question's text is not
        given. ``addressed`` comes before the name of the person a question is put to.
        ``update`` ends the title of a statement, ``thanks`` open a remark, and ``please`` are
        words of a post that asks for something.

    Wording that ages:
        ``perishable`` are phrases of an answer that tell a time as seen from the day on which it
        was given ("next month", "currently", "we are planning to"): what they say may be untrue
        later. ``lasting`` are longer phrases in which the same words tell no such time ("as soon
        as", "in june 2021"). In both, ``( | )`` holds alternatives, and a group with ``?`` behind
        it may be missing; ``#`` is a number in figures, of four at most, ``&`` a year in four,
        ``@`` a month's name in full, and ``~`` up to eight words of any kind, each with the
        space behind it. They are kept to what seldom means anything else.

    People:
        ``led_by`` comes before the host's name; where the language is not ``spaced``, ``{}``
        stands for the name. ``answers`` follows a name in
        "[Name answers]". ``roles`` are words of a role, not of a name. ``not_names`` may stand
        before a colon and are no speaker; none is a common name, or part of one.

    Signatures:
        ``user`` and ``user_talk`` are names of the two namespaces, ``contributions`` those of
        the special page to which an anonymous user's name leads, with its namespace.
        ``talk_links`` are the words on a signature's second link. ``unsigned`` are templates
        that sign for somebody.

    Pages:
        ``unseen_namespaces`` are names of the namespaces of categories and files: links to
        these show no text. ``talk_titles`` are the names of talk namespaces; a project's own is
        named after it. ``faq_titles`` are words of a page's title that say it is a FAQ.
        ``closing_titles`` are headings of sections that accompany a page and ask nothing.

    Names of namespaces and special pages are MediaWiki's (languages/messages/Messages*.php:
    ``$namespaceNames``, ``$namespaceAliases``, ``$namespaceGenderAliases`` and
    ``$specialPageAliases``) and those that Wikimedia adds (core-Namespaces.php of its
    configuration); forms of months and links of signatures are those of languages/i18n/*.json.
    """

    code: str
    name: str
    common: frozenset[str]
    spaced: bool = True
    months: tuple[tuple[str, ...], ...]
    question_marks: tuple[str, ...]
    answer_marks: tuple[str, ...]
    comment_marks: tuple[str, ...]
    asking: tuple[str, ...]
    asking_after_comma: bool = False
    asking_ends: tuple[str, ...] = ()
    titles_that_ask: tuple[str, ...]
    follow_up: tuple[str, ...]
    missing: tuple[str, ...]
    addressed: tuple[str, ...]
    update: tuple[str, ...]
    thanks: tuple[str, ...]
    please: tuple[str, ...]
    perishable: tuple[str, ...]
    lasting: tuple[str, ...]
    led_by: tuple[str, ...]
    answers: tuple[str, ...]
    roles: frozenset[str]
    not_names: frozenset[str]
    user: frozenset[str]
    user_talk: frozenset[str]
    contributions: frozenset[str]
    talk_links: frozenset[str]
    unsigned: frozenset[str]
    unseen_namespaces: frozenset[str]
    talk_titles: frozenset[str]
    faq_titles: tuple[str, ...]
    closing_titles: frozenset[str]


def listed(text: str) -> tuple[str, ...]:
    """Return the words and phrases of a list with commas, each once, in their order."""
    found = (" ".join(phrase.split()) for phrase in text.split(","))
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))


def patterns(text: str) -> tuple[str, ...]:
    """Return the phrases of a list with commas; within a phrase, a line may end after ``|``."""
    return listed(re.sub(r"\|\n\s*", "|", text))


def months(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the forms of each month: the months parted by commas, the forms by spaces.

    A space within a form is written as an underscore.
    """
    return tuple(
        tuple(form.replace("_", " ") for form in forms.split()) for forms in text.split(",")
    )


def special(namespaces: str, pages: str) -> frozenset[str]:
    """Return the full names of a special page: each of its names in each namespace's name."""
    return frozenset(f"{space}:{page}" for space in listed(namespaces) for page in listed(pages))
