"""The steps from articles to a brief, as functions over values: no file, no network, no clock, no vendor. One folder a part of the path."""
