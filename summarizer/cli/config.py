"""`summarizer config show`."""

import json

import click

from summarizer.cli import results


@click.group()
def config() -> None:
    """Show the settings and where each came from."""


@config.command()
@click.option("--origin", is_flag=True, help="Say beside each setting where its value came from.")
def show(origin: bool) -> None:
    """Print every setting, as a summarizer.toml would hold it. The key is never shown.

    Flags beat the environment (SUMMARIZER_*, OPENAI_API_KEY, OPENAI_BASE_URL), which beats summarizer.toml in this folder, which beats
    your own file, which beats the defaults.
    """
    from summarizer.edges.config import configured, default_user_file, shown
    from summarizer.render import safe

    found = configured()
    rows, table = [], ""
    for name, value in shown(found).items():
        if name.startswith("limits.") and not table:
            table = "limits"
            rows.append("\n[limits]")
        words = f"# {name} is not set" if value is None else f"{name.removeprefix('limits.')} = {_toml(value)}"
        rows.append(safe.passage(f"{words:<44} # {found.origins[name]}" if origin else words))
    results.print_lines(rows)
    if origin:
        results.print_lines(["", f"# your own file: {safe.plain(str(default_user_file()))}"])


def _toml(value: object) -> str:
    """A value as TOML writes it, which for these types is as JSON writes it."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
