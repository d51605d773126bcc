"""What the documentation says works: its commands parse, its Python runs, its tables name what there is."""

import os
import re
import shlex
from pathlib import Path

import click
import pytest

from summarizer import errors
from summarizer.cli.app import summarizer
from summarizer.edges.config import NAMES, configured

REPOSITORY = Path(__file__).resolve().parents[1]
PAGES = sorted(
    [REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", REPOSITORY / "examples" / "README.md", *(REPOSITORY / "docs").glob("*.md")]
)
CONTEXT = click.Context(summarizer)


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page.read_text("utf-8"), re.S)


def command_lines() -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        for block in blocks(page, "sh"):
            for line in block.splitlines():
                for part in re.split(r"&&|\|", line):
                    words = shlex.split(part, comments=True)
                    if words and words[0].endswith("summarizer"):
                        found.append((page.name, shlex.join(words[1:])))
    return found


@pytest.mark.parametrize(("page", "line"), command_lines())
def test_a_command_in_the_documentation_parses(page: str, line: str) -> None:
    words = [word for word in shlex.split(line) if word not in (">", "<")]
    if words == ["--help"]:
        return
    command, context = summarizer.get_command(CONTEXT, words[0]), click.Context(summarizer)
    rest = words[1:]
    while isinstance(command, click.Group):
        command, rest = command.get_command(context, rest[0]), rest[1:]
    assert command is not None, f"{page}: there is no command {line!r}"
    command.make_context(words[0], rest, resilient_parsing=False)


def test_there_are_commands_to_check() -> None:
    assert len(command_lines()) > 20


@pytest.mark.parametrize(("page", "number"), [(page, number) for page in PAGES for number in range(len(blocks(page, "python")))])
def test_the_python_of_the_documentation_runs(page: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    exec(compile(blocks(page, "python")[number], str(page), "exec"), {})


def test_every_option_of_brief_is_documented() -> None:
    usage = (REPOSITORY / "docs" / "usage.md").read_text("utf-8")
    command = summarizer.get_command(CONTEXT, "brief")
    assert command is not None
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert any(f"`{name}" in usage or f"{name}`" in usage for name in parameter.opts), parameter.opts


def test_every_exit_code_is_documented() -> None:
    usage = (REPOSITORY / "docs" / "usage.md").read_text("utf-8")
    codes = {kind.exit_code for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.SummarizerError)}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", usage, re.M)} == codes | {0, 130}


def test_the_settings_file_of_the_usage_page_is_accepted(tmp_path: Path) -> None:
    (text,) = blocks(REPOSITORY / "docs" / "usage.md", "toml")
    (tmp_path / "summarizer.toml").write_text(text)
    found = configured(environ={}, folder=tmp_path, user_file=tmp_path / "none.toml")
    assert found.settings.limits.pages == 200
    assert {name for name, origin in found.origins.items() if origin != "default"} <= set(NAMES)


def test_the_files_that_the_contributors_page_names_are_there() -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    for name in re.findall(r"`(summarizer/[\w/.]+)`", text):
        assert (REPOSITORY / name).exists(), name
    assert os.access(REPOSITORY / ".ci" / "run", os.X_OK)
