"""`summarizer cache stats` and `cache prune`: the replies that are remembered."""

from pathlib import Path

import click

from summarizer.cli import options, results
from summarizer.cli.session import Session

STATE = click.option("--state", metavar="PATH", help="SQLite file in which replies are remembered.")


@click.group()
def cache() -> None:
    """Look at remembered replies, and forget old ones."""


@cache.command()
@STATE
@options.voice
def stats(state: str | None, quiet: bool, verbose: int) -> None:
    """Say how many replies are remembered, and where."""
    from summarizer.edges.state import SqliteStore
    from summarizer.render import safe

    session = Session({"state": state}, quiet=quiet, verbose=verbose)
    path = Path(session.settings.state or "")
    if not path.is_file():
        results.print_lines([f"nothing is remembered yet ({safe.plain(str(path))} does not exist)"])
        return
    store = SqliteStore(path, listen=session.voice)
    replies, size = store.stats()
    store.close()
    results.print_lines([f"{replies:,} replies, {size:,} characters, {path.stat().st_size:,} bytes in {safe.plain(str(path))}"])


@cache.command()
@STATE
@click.option(
    "--older-than", "days", type=click.IntRange(min=0), required=True, metavar="DAYS", help="Forget replies stored more days ago."
)
@options.voice
def prune(state: str | None, days: int, quiet: bool, verbose: int) -> None:
    """Forget replies that were stored long ago; a run that needs one asks and pays for it again."""
    from summarizer.edges.state import SqliteStore

    session = Session({"state": state}, quiet=quiet, verbose=verbose)
    path = Path(session.settings.state or "")
    forgotten = 0
    if path.is_file():
        store = SqliteStore(path, listen=session.voice)
        forgotten = store.prune(days)
        store.close()
    results.print_lines([f"{forgotten:,} replies forgotten"])
