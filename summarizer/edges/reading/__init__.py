"""Locations to articles: files, folders, globs, URLs, feeds, standard input."""

from summarizer.edges.reading.reader import LocationReader

__all__ = ["LocationReader"]
