"""`summarizer show`, `diff`, `explain` and `schema`: everything that needs nothing but a brief."""

import json

import click

from summarizer.cli import options, results
from summarizer.cli.voice import Voice


@click.command()
@click.argument("path", metavar="BRIEF")
@options.output
def show(path: str, shape: str | None, outputs: tuple[str, ...], embed_sources: bool) -> None:
    """Render a brief again, in another format. BRIEF is a brief in JSON, or - for stdin."""
    places = results.targets(outputs, shape)
    brief = results.load_brief(path)
    for written in results.write(brief, places, embed_sources=embed_sources or any(source.text for source in brief.sources)):
        Voice().say(f"written: {written}")


@click.command()
@click.argument("before", metavar="BEFORE")
@click.argument("after", metavar="AFTER")
@options.plain_or_json
def diff(before: str, after: str, shape: str) -> None:
    """Say what changed between two briefs in JSON: + new, - gone, ~ said differently."""
    from summarizer.render.difference import as_json, difference, told

    found = difference(results.load_brief(before), results.load_brief(after))
    if shape == "json":
        results.print_json(as_json(found))
    else:
        results.print_wrapped(told(found), 2)


@click.command()
@click.argument("path", metavar="BRIEF")
@options.plain_or_json
def explain(path: str, shape: str) -> None:
    """Say what a brief left out, and why: articles, passages, sentences."""
    from summarizer.render.explanation import explanation, left_out

    brief = results.load_brief(path)
    if shape == "json":
        results.print_json(json.dumps(left_out(brief), ensure_ascii=False, indent=2))
    else:
        results.print_wrapped(explanation(brief), 4)


@click.command()
def schema() -> None:
    """Print the JSON Schema of a brief."""
    from summarizer.brief import Brief

    results.print_json(json.dumps(Brief.model_json_schema(), indent=2, ensure_ascii=False))
