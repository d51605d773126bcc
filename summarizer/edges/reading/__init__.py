"""Locations to articles: files, folders, globs, URLs, feeds, standard input."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.edges.reading.reader import LocationReader

__all__ = ["LocationReader"]


def __getattr__(name: str) -> object:
    """Late, so that its parts (which `edges.feeds` uses) can be imported alone."""
    if name != "LocationReader":
        raise AttributeError(name)
    from summarizer.edges.reading.reader import LocationReader

    return LocationReader
