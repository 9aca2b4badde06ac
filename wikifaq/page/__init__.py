"""The FAQ as wikitext and back: rendered, read, and merged with what people wrote. Pure."""
