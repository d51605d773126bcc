"""config, doctor, cache: what is set, what works, what is remembered."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.edges.state import SqliteStore

Command = Callable[..., "tuple[int, str, str]"]


def test_the_settings_are_shown_as_a_file_would_hold_them(command: Command, tmp_path: Path) -> None:
    (tmp_path / "summarizer.toml").write_text('model = "m"\nsections = ["key_points"]\n[limits]\npages = 9\n')
    code, out, _ = command("config", "show", "--origin")
    assert code == 0
    shown = tomllib.loads(out)
    assert (shown["model"], shown["sections"], shown["limits"]["pages"], shown["max_points"]) == ("m", ["key_points"], 9, 12)
    assert f"# {tmp_path / 'summarizer.toml'}" in out


def test_the_key_is_not_shown(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "canary-key-12345")
    out = command("config", "show", "--origin")[1] + command("doctor", "--model", "m")[1]
    assert "canary-key" not in out
    assert "OPENAI_API_KEY" in out


def test_a_wrong_file_is_one_line(command: Command, tmp_path: Path) -> None:
    (tmp_path / "summarizer.toml").write_text("max_poins = 3")
    code, out, err = command("config", "show")
    assert (code, out) == (2, "")
    assert "unknown setting 'max_poins'; did you mean 'max_points'?" in err


def test_the_doctor_is_content_here(command: Command, tmp_path: Path) -> None:
    code, out, _ = command("doctor")
    assert code == 0
    assert "broken" not in out
    assert not (tmp_path / "state").exists()


def test_the_doctor_names_a_model_without_key_and_endpoint(command: Command) -> None:
    code, out, _ = command("doctor", "--model", "some-model")
    assert code == 2
    assert "broken  model          some-model (--model), but no key and no endpoint: set OPENAI_API_KEY or --base-url" in out


def test_the_doctor_names_a_state_file_that_cannot_be_used(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, out, _ = command("doctor", "--state", "file/state.sqlite")
    assert code == 2
    assert "broken  state file" in out


def test_the_doctor_asks_the_endpoint_only_when_told(command: Command) -> None:
    code, out, _ = command("doctor", "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--online")
    assert code == 2
    assert "http://127.0.0.1:9/v1/models cannot be reached" in out
    assert command("doctor", "--model", "m", "--base-url", "http://127.0.0.1:9/v1")[0] == 0


def test_remembered_replies_are_counted_and_forgotten(command: Command, tmp_path: Path) -> None:
    assert "nothing is remembered yet" in command("cache", "stats")[1]
    path = tmp_path / "s.sqlite"
    store = SqliteStore(path)
    store.put("key", "value")
    store.close()
    assert command("cache", "stats", "--state", path)[1].startswith("1 replies, 5 characters, ")
    assert command("cache", "prune", "--older-than", 1, "--state", path)[1] == "0 replies forgotten\n"
