"""A stranger's wikitext as wikitext for our page: reads the same, and does nothing else."""

from wikifaq.page.harmless.escape import fragment, heading, plain
from wikifaq.page.harmless.paragraph import paragraph

__all__ = ["fragment", "heading", "paragraph", "plain"]
