"""show, diff, explain, schema: what needs nothing but a brief."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.brief import Brief

Command = Callable[..., "tuple[int, str, str]"]


def test_a_brief_is_shown_as_the_terminal_output(command: Command, brief_json: Path) -> None:
    code, out, err = command("show", brief_json)
    assert (code, err) == (0, "")
    assert out == (brief_json.parent / "brief.txt").read_text("utf-8")


@pytest.mark.parametrize(("shape", "golden"), [("markdown", "brief.md"), ("html", "brief.html"), ("json", "brief.json")])
def test_every_format_goes_to_stdout(shape: str, golden: str, command: Command, brief_json: Path) -> None:
    assert command("show", brief_json, "--format", shape)[1] == (brief_json.parent / golden).read_text("utf-8")


def test_files_take_their_format_from_their_suffix_and_stdout_stays_empty(command: Command, brief_json: Path, tmp_path: Path) -> None:
    code, out, _ = command("show", brief_json, "-o", "a.md", "-o", "b.html", "-o", "c.json", "-o", "d.txt")
    assert (code, out) == (0, "")
    for name, golden in (("a.md", "brief.md"), ("b.html", "brief.html"), ("c.json", "brief.json"), ("d.txt", "brief.txt")):
        assert (tmp_path / name).read_text("utf-8") == (brief_json.parent / golden).read_text("utf-8")


def test_an_unknown_suffix_needs_a_format(command: Command, brief_json: Path, tmp_path: Path) -> None:
    code, _, err = command("show", brief_json, "-o", "brief.doc")
    assert code == 2
    assert "not known from its suffix" in err
    assert command("show", brief_json, "-o", "brief.doc", "--format", "markdown")[0] == 0
    assert (tmp_path / "brief.doc").read_text("utf-8").startswith("# Quill")


def test_one_file_that_fails_does_not_keep_the_others_from_being_written(command: Command, brief_json: Path, tmp_path: Path) -> None:
    code, _, err = command("show", brief_json, "-o", "/dev/full", "--format", "markdown", "-o", "b.md")
    assert code == 1
    assert "/dev/full could not be written: No space left" in err
    assert (tmp_path / "b.md").exists()


def test_what_is_not_a_brief_is_said_in_one_line(command: Command, brief_json: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    (tmp_path / "y.json").write_text(json.dumps({**json.loads(brief_json.read_text()), "schema_version": 2}))
    (tmp_path / "z.json").write_text("[" * 100_000)
    for name, said in (
        ("x.json", "id: Field required"),
        ("y.json", "schema_version"),
        ("z.json", "Invalid JSON"),
        ("none.json", "No such file"),
    ):
        code, out, err = command("show", name)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert said in err


def test_diff_says_what_is_new_gone_and_reworded(command: Command, brief_json: Path, tmp_path: Path) -> None:
    brief = Brief.model_validate_json(brief_json.read_text())
    closed = brief.bottom_line[1]
    reworded = closed.model_copy(update={"id": "x", "text": closed.text.replace("an inspector", "inspectors")})
    other = closed.model_copy(update={"id": "y", "text": "The harbour master resigned."})
    before = brief.model_copy(update={"bottom_line": (closed, other), "changes": (), "stories": ()})
    after = brief.model_copy(update={"bottom_line": (reworded,), "changes": (), "stories": (), "sources": brief.sources[1:]})
    (tmp_path / "old.json").write_text(before.model_dump_json())
    (tmp_path / "new.json").write_text(after.model_dump_json())
    code, out, _ = command("diff", "old.json", "new.json")
    assert code == 0
    assert out.splitlines() == [
        f"~ {reworded.text}",
        f"  before: {closed.text}",
        "- The harbour master resigned.",
        "- source: Quill bridge shut after crack is found, Orrin Morning Post, 2031-05-04",
        "0 new, 1 reworded, 1 gone, 0 statements the same.",
    ]


def test_explain_says_what_was_left_out_and_why(command: Command, brief_json: Path) -> None:
    assert command("explain", brief_json)[1] == (brief_json.parent / "explain.txt").read_text("utf-8")


def test_the_schema_is_that_of_a_brief(command: Command) -> None:
    assert json.loads(command("schema")[1]) == Brief.model_json_schema()


def test_a_difference_and_an_explanation_come_as_json_too(command: Command, brief_json: Path) -> None:
    same = json.loads(command("diff", brief_json, brief_json, "--format", "json")[1])
    assert (same["new"], same["gone"], same["reworded"]) == ([], [], [])
    assert same["same"] > 0
    assert "Receipt" in json.loads(command("explain", brief_json, "--format", "json")[1])


def test_a_file_that_was_written_is_named(command: Command, brief_json: Path) -> None:
    assert command("show", brief_json, "-o", "shown.md").err == "summarizer: written: shown.md\n"


def test_on_a_terminal_long_lines_go_on_beneath_themselves(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from summarizer.cli.results import print_wrapped

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "30")
    print_wrapped(["FAILED     The fee will be 48,000 crowns.", "+ The speed limit falls from 12 knots to 9."], 11)
    print_wrapped(["+ The speed limit falls from 12 knots to 9."], 2)
    assert capsys.readouterr().out.splitlines() == [
        "FAILED     The fee will be",
        "           48,000 crowns.",
        "+ The speed limit falls from",
        "           12 knots to 9.",
        "+ The speed limit falls from",
        "  12 knots to 9.",
    ]
