"""`summarizer show`, `diff`, `explain` and `schema`: everything that needs nothing but a brief."""

import json

import click

from summarizer.cli import options, results


@click.command()
@click.argument("path", metavar="BRIEF")
@options.output
def show(path: str, shape: str | None, outputs: tuple[str, ...], embed_sources: bool) -> None:
    """Render a brief again, in another format. BRIEF is a brief in JSON, or - for stdin."""
    places = results.targets(outputs, shape)
    brief = results.load_brief(path)
    results.write(brief, places, embed_sources=embed_sources or any(source.text for source in brief.sources))


@click.command()
@click.argument("before", metavar="BEFORE")
@click.argument("after", metavar="AFTER")
def diff(before: str, after: str) -> None:
    """Say what changed between two briefs in JSON: + new, - gone, ~ said differently."""
    from summarizer.render.difference import difference, told

    results.print_lines(told(difference(results.load_brief(before), results.load_brief(after))))


@click.command()
@click.argument("path", metavar="BRIEF")
def explain(path: str) -> None:
    """Say what a brief left out, and why: articles, passages, sentences."""
    from summarizer.render.explanation import explanation

    results.print_lines(explanation(results.load_brief(path)))


@click.command()
def schema() -> None:
    """Print the JSON Schema of a brief."""
    from summarizer.brief import Brief

    results.print_json(json.dumps(Brief.model_json_schema(), indent=2, ensure_ascii=False))
