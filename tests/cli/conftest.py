"""A command line in a folder of its own: nothing of this machine's settings, and what it printed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from summarizer.cli.app import run


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Ran]
REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`command("show", path)` runs `summarizer show PATH` in an empty folder and gives its code, stdout and stderr."""
    for name in list(os.environ):
        if name.startswith(("SUMMARIZER_", "OPENAI_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: object) -> Ran:
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return ran


@pytest.fixture
def brief_json() -> Path:
    """The hand-built brief of the render tests."""
    return REPOSITORY / "tests" / "render" / "golden" / "brief.json"
