"""`summarizer read` and `summarizer stories`: what was read, before anything is made of it."""

import json

import click

from summarizer.cli import options, results
from summarizer.cli.session import Session, locations


@click.command()
@options.sources
@options.voice
def read(sources: tuple[str, ...], listed: bool, quiet: bool, verbose: int) -> int:
    """Print the cleaned articles as JSON lines: id, title, publisher, url, published, text, sha256 and more.

    Offsets of citations count the characters (code points) of `text`.
    """
    session = Session({}, quiet=quiet, verbose=verbose)
    found = session.read(locations(sources, listed))
    for notice in found.notices if not verbose else ():  # with -v they were heard already
        session.voice.say(notice)
    for article in found.articles:
        results.print_json(article.model_dump_json())
    return 0


@click.command()
@options.sources
@options.voice
def stories(sources: tuple[str, ...], listed: bool, quiet: bool, verbose: int) -> int:
    """Print which articles tell the same story and which are copies, as JSON."""
    session = Session({}, quiet=quiet, verbose=verbose)
    reading = session.read(locations(sources, listed))
    with session.voice:
        found = session.summarizer().stories(reading)
    results.print_json(json.dumps([group.model_dump(mode="json") for group in found], ensure_ascii=False, indent=2))
    return 0
