"""What is done when the standards of this installation change?

A process reads them once and keeps what it makes of them; after a change it reads them anew.
"""

from __future__ import annotations

from kijun.web.library import addresses, contents, differences, index, palette, queries, search


def read_standards_anew() -> None:
    """Forget every edition that was read, and every page that was made of it."""
    queries.editions.cache_clear()
    queries.own_editions.cache_clear()
    queries.current_editions.cache_clear()
    queries.words.cache_clear()
    addresses.places.cache_clear()
    index.entries.cache_clear()
    search.names.cache_clear()
    palette.listed_places.cache_clear()
    differences.comparison_of.cache_clear()
    contents.made_once.cache_clear()
