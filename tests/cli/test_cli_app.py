"""The table of commands, and what each kind of error becomes."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from summarizer.cli import stop
from summarizer.cli.app import COMMANDS, summarizer
from summarizer.errors import BudgetReached, NoInput, ProviderError, ProviderRefused, SummarizerError, UsageError, VerificationFailed

Command = Callable[..., "tuple[int, str, str]"]
NAMES = summarizer.list_commands(click.Context(summarizer))


def test_help_names_every_command(command: Command) -> None:
    code, out, _ = command("--help")
    assert code == 0
    assert set(re.findall(r"^  ([a-z]+) ", out, re.M)) >= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_loads_and_explains_itself(name: str, command: Command) -> None:
    code, out, _ = command(name, "--help")
    assert code == 0
    assert f"summarizer {name}" in out


@pytest.mark.parametrize("name", NAMES)
def test_the_help_in_the_table_tells_what_the_command_tells(name: str) -> None:
    """The table's line is read without loading the command; it begins as the command's own help does."""
    row = next(rows[name] for rows in COMMANDS.values() if name in rows)
    found = summarizer.get_command(click.Context(summarizer), name)
    assert found is not None
    assert (found.help or "").split()[0] == row[1].split()[0]


def test_help_loads_nothing_heavy() -> None:
    """The proxy for its time: nothing but click and the table."""
    program = (
        "import sys; from summarizer.cli.app import run; run(['--help'])\n"
        "heavy = ('pydantic', 'rich', 'openai', 'httpx', 'numpy', 'jinja2', 'asyncio')\n"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        *((SummarizerError("x"), 1), (UsageError("x"), 2), (VerificationFailed("x"), 3), (BudgetReached("x"), 4), (NoInput("x"), 5)),
        *((ProviderError("x"), 6), (ProviderRefused("x"), 6), (KeyboardInterrupt(), 130), (BrokenPipeError(), 141), (ValueError("x"), 1)),
        *((click.UsageError("x"), 2), (click.BadParameter("x"), 2), (SystemExit(7), 7), (MemoryError(), 1)),
    ],
)
def test_every_error_has_its_exit_code_and_at_most_one_line(error: BaseException, code: int, capfd: pytest.CaptureFixture[str]) -> None:
    if not isinstance(error, BrokenPipeError):
        assert stop.code_of(error) == code
    printed = capfd.readouterr()
    assert printed.err.count("\n") <= 1
    assert "Traceback" not in printed.err


def test_an_error_cannot_write_a_second_line_or_show_a_key(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "canary-key-12345")
    stop.code_of(ProviderError("401: canary-key-12345\nsummarizer: all is well\x1b[2J"), ["brief", "-vv"])
    err = capsys.readouterr().err
    assert "canary-key-12345" not in err
    assert "\x1b" not in err
    assert err.splitlines()[-1] == "summarizer: 401: [key] summarizer: all is well"


def test_a_key_from_the_users_file_is_not_shown_either(command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config" / "summarizer").mkdir(parents=True)
    (tmp_path / "config" / "summarizer" / "config.toml").write_text('api_key = "another-canary-9"')
    command("doctor", "--model", "m")
    stop.code_of(ProviderError("refused: another-canary-9"))
    assert capsys.readouterr().err == "summarizer: refused: [key]\n"


def test_a_traceback_is_shown_with_vv_and_only_then(capsys: pytest.CaptureFixture[str]) -> None:
    def say(*arguments: str) -> str:
        try:
            raise ValueError("odd")
        except ValueError as error:
            stop.code_of(error, arguments)
        return capsys.readouterr().err

    assert "Traceback" not in say("brief", "-v", "x")
    assert "this is a bug: ValueError: odd; run it again with -vv" in say("brief", "x")
    assert "Traceback" in say("brief", "-vv", "x")
    assert "Traceback" in say("brief", "-v", "x", "-v")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("breif",), "did you mean 'brief'?"),
        (("brief",), "Missing argument 'SOURCE...'"),
        (("brief", "x", "--max-points", "many"), "--max-points"),
        (("brief", "x", "--max-points", "0"), "max_points (from --max-points): input should be greater than or equal to 1"),
        (("brief", "x", "--no-such"), "--no-such"),
        (("brief", "x", "-o", "nowhere/brief.md"), "does not exist"),
        (("brief", "x", "--sections", "poems"), "unknown section 'poems'"),
        (("brief", "x", "--previous", "none.json"), "none.json cannot be read"),
        (("brief", "x", "--list"), "--list is for SOURCE -"),
        (("cache", "prune"), "--older-than"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(arguments: tuple[str, ...], said: str, command: Command) -> None:
    code, out, err = command(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("summarizer: ")
    assert said in err


def test_a_closed_stdout_is_no_traceback(brief_json: Path) -> None:
    program = f"{sys.executable} -m summarizer show {brief_json} --format html | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}"
    found = subprocess.run(["bash", "-c", program], capture_output=True, text=True)
    assert found.stderr == ""
    assert found.stdout.strip() in ("0", "141")


def test_a_stdout_that_is_full_is_said(brief_json: Path) -> None:
    found = subprocess.run(["bash", "-c", f"{sys.executable} -m summarizer show {brief_json} > /dev/full"], capture_output=True, text=True)
    assert found.returncode == 1
    assert found.stderr == "summarizer: the output could not be written: No space left on device\n"


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C"}, {"LANG": "C", "PYTHONIOENCODING": "ascii"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}]
)
def test_a_locale_without_the_characters_costs_those_characters_only(environment: dict[str, str], brief_json: Path) -> None:
    import os

    for shape in ("terminal", "json", "markdown"):
        found = subprocess.run(
            [sys.executable, "-m", "summarizer", "show", str(brief_json), "--format", shape],
            capture_output=True,
            env={**os.environ, **environment},
        )
        assert found.returncode == 0
        assert found.stderr == b""
        if shape == "json":
            assert found.stdout.decode("utf-8") == brief_json.read_text("utf-8")
