"""The forms in which pages write down a question, one in each module.

A form looks at rows of a section and returns its reading of them, with the evidence for it, or
None. To add a layout, write a form and give it a line in ``FORMS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wikifaq.transcript.forms.defined import defined
from wikifaq.transcript.forms.emboldened import emboldened
from wikifaq.transcript.forms.lines import alternating, indented
from wikifaq.transcript.forms.listed import listed
from wikifaq.transcript.forms.marked import marked
from wikifaq.transcript.forms.tabled import tabled
from wikifaq.transcript.forms.templated import templated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wikifaq.transcript.candidate import Reading
    from wikifaq.transcript.row import Row
    from wikifaq.transcript.wikitext import Wikitext


class Form(NamedTuple):
    """A way to write questions: the kinds of rows that may hold one, and what finds them."""

    kinds: frozenset[str]
    find: Callable[[Wikitext, Sequence[Row], int, int], Reading | None]


_ANY = frozenset({"item", "paragraph"})
FORMS = (
    Form(_ANY, marked),
    Form(frozenset({"table"}), tabled),
    Form(frozenset({"template", "paragraph"}), templated),
    Form(frozenset({"item"}), defined),
    Form(frozenset({"paragraph"}), emboldened),
    Form(frozenset({"item"}), listed),
    Form(frozenset({"item"}), indented),
    Form(frozenset({"paragraph"}), alternating),
)
