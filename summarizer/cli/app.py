"""The command `summarizer`: its table of commands, each loaded when it is called, and what an error becomes."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

import click

from summarizer.cli import stop, streams

COMMANDS: dict[str, dict[str, tuple[str, str]]] = {
    "Make a brief": {
        "brief": ("summarizer.cli.brief:brief", "Read articles and write a brief in which every sentence is cited and checked."),
        "plan": ("summarizer.cli.plan:plan", "Say what a brief would read, ask and cost, without calling a model."),
        "daily": ("summarizer.cli.daily:daily", "Make one edition from a profile: feeds, folders, memory, delivery."),
    },
    "Look closer": {
        "verify": ("summarizer.cli.verify:verify", "Check a brief, or any text, against sources."),
        "show": ("summarizer.cli.show:show", "Render a brief again, in another format."),
        "diff": ("summarizer.cli.show:diff", "Say what changed between two briefs."),
        "explain": ("summarizer.cli.show:explain", "Say what a brief left out, and why."),
        "read": ("summarizer.cli.read:read", "Print the cleaned articles as JSON lines."),
        "editions": ("summarizer.cli.daily:editions", "List the editions made from a profile, or print one again."),
        "stories": ("summarizer.cli.read:stories", "Print which articles tell the same story, as JSON."),
        "eval": ("summarizer.cli.eval:eval", "Measure summaries, prompts, models and judges."),
    },
    "Set up": {
        "doctor": ("summarizer.cli.doctor:doctor", "Check this installation and say what to do about what is missing."),
        "config": ("summarizer.cli.config:config", "Show the settings and where each came from."),
        "cache": ("summarizer.cli.cache:cache", "Look at remembered replies, and forget old ones."),
        "schema": ("summarizer.cli.show:schema", "Print the JSON Schema of a brief."),
    },
}
"""By heading: name → (module:attribute of a click command, help). A new command is a file in this folder and a line here."""


class Commands(click.Group):
    """Loads a command's module when the command is named, so that help and small commands start fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for rows in COMMANDS.values() for name in _present(rows)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = next((rows[cmd_name] for rows in COMMANDS.values() if cmd_name in _present(rows)), None)
        if found is None:
            return None
        module, _, attribute = found[0].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, rows in COMMANDS.items():
            with formatter.section(heading):
                formatter.write_dl([(name, text) for name, (_, text) in _present(rows).items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            ctx.fail(f"there is no command {args[0]!r}{f'; did you mean {near[0]!r}?' if near else ''}")
        return super().resolve_command(ctx, args)


@click.command(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog="summarizer COMMAND --help has the options of each."
)
@click.version_option(None, "--version", package_name="summarizer", message="%(prog)s %(version)s")
def summarizer() -> None:
    """Articles in, a brief you can check out: every sentence cites the exact characters it rests on and was checked against them."""


def run(arguments: Sequence[str]) -> int:
    """Runs one command line; returns the exit code (design 3.1). Nothing is raised: an error becomes one line on stderr."""
    streams.made_usable()
    with stop.on_interrupt():
        try:
            with summarizer.make_context("summarizer", list(arguments)) as context:
                code = summarizer.invoke(context)
            return stop.flushed(code if isinstance(code, int) else 0)
        except click.exceptions.Exit as done:  # --help and --version
            return stop.flushed(done.exit_code)
        except BaseException as error:
            return stop.code_of(error, arguments)


def _present(rows: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    return {name: row for name, row in rows.items() if find_spec(row[0].partition(":")[0])}
