"""`summarizer plan`."""

import click

from summarizer.cli import options, results
from summarizer.cli.session import Session, locations
from summarizer.library import Plan
from summarizer.render import safe


@click.command()
@options.sources
@options.outline
@options.model
@options.plain_or_json
@options.voice
def plan(sources: tuple[str, ...], listed: bool, shape: str, quiet: bool, verbose: int, **flags: object) -> int:
    """Say what a brief would read, ask and cost, without calling a model."""
    session = Session(flags, quiet=quiet, verbose=verbose)
    reading = session.read(locations(sources, listed))
    with session.voice:
        found = session.summarizer().plan(reading)
    if shape == "json":
        results.print_json(found.model_dump_json(indent=2))
    else:
        results.print_lines(told(found))
    return 0


def told(found: Plan) -> list[str]:
    """The plan as lines of a label and a value."""
    written = f"{found.tokens_out_low:,} to {found.tokens_out_high:,}"
    rows = {
        "articles": f"{found.articles:,}, {found.duplicates:,} of them copies; {len(found.failed):,} could not be read",
        "stories": f"{found.stories:,}",
        "engine": found.model or found.engine,
        "calls": f"{found.calls:,} for {found.chunks:,} chunks",
        "tokens read": f"{found.tokens_in:,} ({found.tokenizer})",
        "tokens written": written if found.calls else "0",
        "cost": _cost(found),
    }
    lines = [f"{label:<15} {safe.plain(value)}" for label, value in rows.items()]
    return [*lines, *(f"{'not read':<15} {safe.plain(f'{failed.location}: {failed.reason}')}" for failed in found.failed)]


def _cost(found: Plan) -> str:
    if not found.calls:
        return "nothing: no model is called"
    if found.cost_low is None or found.cost_high is None:
        return "not known for this model: price_in and price_out (USD per million tokens) can be set"
    return f"${found.cost_low:.4f} to ${found.cost_high:.4f}"
