"""`summarizer brief`."""

import click

from summarizer.cli import options, results
from summarizer.cli.session import Session, locations
from summarizer.errors import BudgetReached, ProviderError


@click.command()
@options.sources
@options.outline
@options.model
@options.judge
@click.option("--cluster", expose_value=False, callback=options.no_cluster, metavar="ADDRESS", help="Not built: one machine is enough.")
@options.output
@click.option("--previous", metavar="BRIEF", help="An earlier brief in JSON: say what changed since.")
@click.option("--lenient", is_flag=True, help="Exit with 0 wherever a brief was written, also a partial one (for cron).")
@options.voice
def brief(
    sources: tuple[str, ...],
    listed: bool,
    shape: str | None,
    outputs: tuple[str, ...],
    embed_sources: bool,
    previous: str | None,
    lenient: bool,
    quiet: bool,
    verbose: int,
    **flags: object,
) -> int:
    """Read articles and write a brief in which every sentence is cited and checked.

    SOURCE is a file (.txt .md .html .pdf .jsonl), a folder, a glob, a URL, a feed, an .opml file, or - for stdin.
    """
    places = results.targets(outputs, shape)
    earlier = results.load_brief(previous) if previous else None
    named = locations(sources, listed)
    session = Session(flags, quiet=quiet, verbose=verbose)
    reading = session.read(named)
    session.say_engine()
    embed = embed_sources or any(place.shape == "html" for place in places)
    code = 0
    try:
        with session.voice:
            made = session.summarizer().brief(reading, previous=earlier, embed_sources=embed)
    except (BudgetReached, ProviderError) as error:
        if error.brief is None:
            raise
        session.voice.fail(f"{error}; the brief holds what was done")
        made, code = error.brief, 0 if lenient else error.exit_code
    for path in results.write(made, places, embed_sources=embed_sources):
        session.voice.say(f"written: {path}")
    return code
