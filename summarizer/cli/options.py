"""The options that commands share. An option left out is None, so that the settings below it show through."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import click

from summarizer.errors import UsageError

P = ParamSpec("P")
R = TypeVar("R")
Decorator = Callable[[Callable[P, R]], Callable[P, R]]

FORMATS = ("terminal", "markdown", "html", "json")

_SOURCES = (
    click.argument("sources", nargs=-1, required=True, metavar="SOURCE..."),
    click.option("--list", "listed", is_flag=True, help="With SOURCE -: stdin holds one location a line instead of text."),
)
_MODEL = (
    click.option("--model", metavar="NAME", help="Model to use; `extractive` uses none. Default: the configured one, else extractive."),
    click.option("--base-url", metavar="URL", help="Endpoint that speaks the OpenAI protocol."),
    click.option("--max-cost", type=float, metavar="USD", help="Never spend more than this on the run."),
    click.option("--price-in", type=float, metavar="USD", help="What a million tokens read cost, where the model is not in our list."),
    click.option("--price-out", type=float, metavar="USD", help="And a million written."),
    click.option(
        "--on-limit",
        type=click.Choice(["stop", "trim", "extractive"]),
        help="At the cap: stop with what was read; trim (ask about what matters most, word the rest in its own words); or go on extractive."
        "  [default: stop]",
    ),
    click.option("--concurrency", type=int, metavar="N", help="Requests under way at the same time.  [default: 16]"),
    click.option("--state", metavar="PATH", help="SQLite file in which replies are remembered."),
    click.option("--no-cache", "cache", flag_value=False, default=None, type=bool, help="Ask again even what is remembered."),
)
_JUDGE = (
    click.option(
        "--judge",
        type=click.Choice(["lexical", "nli", "llm"]),
        help="Who says whether a source bears a sentence out, beside the checks: words, a local NLI model, or a model.  [default: lexical]",
    ),
    click.option("--judge-model", metavar="NAME", help="Folder of the nli judge, or name of the llm judge."),
)
_OUTLINE = (
    click.option("--focus", metavar="QUESTION", help="What the brief should answer."),
    click.option("--max-points", type=int, metavar="N", help="Key points a story at most."),
    click.option("--max-words", type=int, metavar="N", help="Words before the sources at most."),
    click.option("--language", metavar="CODE", help="Language of the brief, such as `en`.  [default: the articles']"),
    click.option("--sections", metavar="A,B", help="Sections to write, with commas between them."),
)
_VOICE = (
    click.option("-q", "--quiet", is_flag=True, help="Only the result and errors."),
    click.option("-v", "--verbose", count=True, help="Say more; -vv adds logs and tracebacks."),
)


def sources(command: Callable[P, R]) -> Callable[P, R]:
    """SOURCE... and how stdin is read."""
    return _all(_SOURCES)(command)


def model(command: Callable[P, R]) -> Callable[P, R]:
    """Which model, at which price."""
    return _all(_MODEL)(command)


def outline(command: Callable[P, R]) -> Callable[P, R]:
    """What shape the brief should have."""
    return _all(_OUTLINE)(command)


def judge(command: Callable[P, R]) -> Callable[P, R]:
    """Who judges beside the checks."""
    return _all(_JUDGE)(command)


def voice(command: Callable[P, R]) -> Callable[P, R]:
    """How much is said on stderr."""
    return _all(_VOICE)(command)


def output(command: Callable[P, R]) -> Callable[P, R]:
    """--format and -o."""
    return _all(
        (
            click.option("--format", "shape", type=click.Choice(FORMATS), help="Format on stdout.  [default: terminal]"),
            click.option(
                "-o",
                "outputs",
                multiple=True,
                metavar="PATH",
                help="Write a file instead, format by suffix (.md .html .json .txt); repeatable.",
            ),
            click.option("--embed-sources", is_flag=True, help="Keep the articles' texts in the JSON, so that it verifies on its own."),
        )
    )(command)


def plain_or_json(command: Callable[P, R]) -> Callable[P, R]:
    """--format of what has two: lines for a person, JSON for a program."""
    shapes = click.Choice(["terminal", "json"])
    return click.option("--format", "shape", type=shapes, default="terminal", help="Format on stdout.  [default: terminal]")(command)


def no_cluster(context: click.Context, option: click.Parameter, address: str | None) -> None:
    """Refuses --cluster, which is named in the design and not built."""
    if address is not None:
        raise UsageError(
            "--cluster is not built: leave it out. 10,000 articles are read, cleaned and sorted on one core in a little over a minute; "
            "what takes time is the model's answers, of which --concurrency says how many are under way"
        )


def _all(options: tuple[Callable[[Callable[P, R]], Callable[P, R]], ...]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(command: Callable[P, R]) -> Callable[P, R]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate
