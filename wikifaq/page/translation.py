"""The templates' messages in the words of catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikifaq.page.catalogue import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Environment

    from wikifaq.page.catalogue import Catalogue


class Translation:
    """Some catalogues, each of which speaks where those before it have no words."""

    def __init__(self, catalogues: Sequence[Catalogue]) -> None:
        """The nearest comes first."""
        self._catalogues = tuple(catalogues)

    def has(self, key: Key) -> bool:
        """Whether a message is translated."""
        return any(key in each.forms for each in self._catalogues)

    def install(self, environment: Environment) -> None:
        """Let templates say ``{% trans %}``, ``_()``, ``ngettext()`` and ``pgettext()``.

        Line breaks in a message count as spaces, so that templates can be set in lines.
        """
        environment.policies["ext.i18n.trimmed"] = True
        environment.install_gettext_callables(  # type: ignore[attr-defined]  # of the extension
            self.gettext,
            self.ngettext,
            newstyle=True,
            pgettext=self.pgettext,
            npgettext=self.npgettext,
        )

    def gettext(self, text: str) -> str:
        """A message."""
        return self._said(Key(None, text, counts=False)) or text

    def ngettext(self, one: str, many: str, number: int) -> str:
        """A message that counts."""
        return self._said(Key(None, one, counts=True), number) or _english(one, many, number)

    def pgettext(self, context: str, text: str) -> str:
        """A message whose words mean different things in different places."""
        return self._said(Key(context, text, counts=False)) or text

    def npgettext(self, context: str, one: str, many: str, number: int) -> str:
        """Such a message that counts."""
        return self._said(Key(context, one, counts=True), number) or _english(one, many, number)

    def _said(self, key: Key, number: int = 1) -> str | None:
        for each in self._catalogues:
            if key in each.forms:
                return each.forms[key][each.plural(number) if key.counts else 0]
        return None


def _english(one: str, many: str, number: int) -> str:
    return one if number == 1 else many


def messages(environment: Environment, source: str) -> Iterator[Key]:
    """The messages of a template's text."""
    found = environment.extract_translations(source)  # type: ignore[attr-defined]  # likewise
    for _, function, said in found:
        # None stands for what only shows when the template is rendered, such as a variable.
        texts = [said] if isinstance(said, str) else [*(said or ())]
        context = texts.pop(0) if "pgettext" in function else None
        if texts and texts[0] is not None:
            yield Key(context, texts[0], counts=function in {"ngettext", "npgettext"})
