"""The README's two commands can be read out of it, and what it shows is what the program prints."""

import re
import shlex
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
README = (REPOSITORY / "README.md").read_text("utf-8")


def two_commands() -> list[str]:
    block = re.search(r"<!-- two commands -->\s*```sh\n(.*?)```", README, re.S)
    assert block, "the README holds no block marked <!-- two commands -->"
    return [line for line in block[1].splitlines() if line.strip() and not line.startswith("#")]


def test_there_are_two_commands_of_one_line_each() -> None:
    first, second = two_commands()
    for command in (first, second):
        steps = [shlex.split(step) for step in command.split("&&")]
        assert steps[0] == ["python3", "-m", "venv", ".venv"]
        assert steps[1][:5] == [".venv/bin/pip", "install", "-q", "-c", "constraints.txt"]
    assert shlex.split(first.split("&&")[2])[:2] == [".venv/bin/summarizer", "brief"]
    assert shlex.split(second.split("&&")[2]) == [".venv/bin/pytest"]


def test_the_first_command_makes_a_brief_of_an_example_that_is_there() -> None:
    where = shlex.split(two_commands()[0].split("&&")[2])[2]
    assert any((REPOSITORY / where).iterdir())


def test_the_transcript_has_the_shape_of_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words may lag behind a better engine (.ci/run says so; `python docs/transcript.py` writes it anew), its form may not."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.syspath_prepend(REPOSITORY / "docs")
    from transcript import MARKED, transcript  # type: ignore[import-not-found]

    shown, printed = MARKED.search(README)[2].splitlines(), transcript().splitlines()
    known = {
        "BOTTOM LINE",
        "KEY POINTS",
        "TIMELINE",
        "FIGURES",
        "IN THEIR WORDS",
        "WHERE THE SOURCES DIFFER",
        "WHAT THE ARTICLES DO NOT SAY",
    }
    assert shown[0] == printed[0]
    assert shown[2].split(" · ")[0] == printed[2].split(" · ")[0]
    assert shown[-1].split(":")[0] == printed[-1].split(":")[0]
    assert {line for line in shown if line.isupper()} <= known


def test_the_ci_reads_the_commands_from_here() -> None:
    assert "<!-- two commands -->" in (REPOSITORY / ".ci" / "run").read_text("utf-8")


def test_every_link_to_a_file_of_the_repository_leads_somewhere() -> None:
    for page in [REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *(REPOSITORY / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_constraints_are_exact_versions_and_name_no_host() -> None:
    rows = [row for row in (REPOSITORY / "constraints.txt").read_text("utf-8").splitlines() if not row.startswith("#")]
    assert len(rows) > 40
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", row) for row in rows)


def test_every_dependency_has_its_version_in_the_constraints() -> None:
    import tomllib

    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"], *project["optional-dependencies"]["evals"]]
    fixed = {_plain(row.partition("==")[0]) for row in (REPOSITORY / "constraints.txt").read_text("utf-8").splitlines()}
    assert {_plain(re.split(r"[<>=!\[ ]", name)[0]) for name in named} <= fixed


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
