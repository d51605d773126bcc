"""summarizer eval: tables on stdout, files with -o, floors that fail with the reason."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "tuple[int, str, str]"]

HARBOUR = """
title = "A harbour shut"
[[facts]]
id = "f1"
text = "The harbour of Pell is shut until Friday."
keys = [["shut"], ["Friday"]]
support = [{ article = "a.txt", sentence = "The harbour of Pell is shut until Friday, the port authority said." }]
[[facts]]
id = "f2"
text = "Two ships wait outside."
keys = [["two ships"]]
support = [{ article = "b.txt", sentence = "Two ships are waiting outside." }]
[[forbidden]]
id = "x1"
text = "The harbour is open."
patterns = ['(?i)harbour (?:of Pell )?is open']
"""
SAID = "The harbour of Pell is shut until Friday [1]. Two ships are waiting outside [2]."


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    folder = tmp_path / "suite"
    for name in ("harbour", "again"):
        place = folder / name / "articles"
        place.mkdir(parents=True)
        (place.parent / "case.toml").write_text(HARBOUR)
        (place / "a.txt").write_text("The harbour of Pell is shut until Friday, the port authority said.\n\nIt gave no reason for that.")
        (place / "b.txt").write_text("Two ships are waiting outside. Their crews are well and have food for a week, the owners said.")
    return folder


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    folder = tmp_path / "finished"
    folder.mkdir()
    for name in ("harbour", "again"):
        (folder / f"{name}.txt").write_text(SAID)
    return folder


def test_the_extractive_engine_is_measured_without_a_key(command: Command, cases: Path, tmp_path: Path) -> None:
    code, out, err = command("eval", "run", cases, "-o", tmp_path / "out")
    assert code == 0, err
    assert "extractive on suite: 2 case(s)" in out
    assert "fact_recall" in out
    assert "kappa 0.512" in out
    made = json.loads((tmp_path / "out" / "run.json").read_text())
    assert made["identity"]["model"] == "extractive"
    assert "<title>Eval of extractive</title>" in (tmp_path / "out" / "report.html").read_text()
    again = command("eval", "run", cases, "-o", tmp_path / "out", "--replay", "--format", "json")
    assert [result["recorded"] for result in json.loads(again[1])["results"]] == [True, True]


def test_a_folder_of_summaries_is_measured_and_its_floors_are_raised_met_and_broken(command: Command, cases: Path, finished: Path) -> None:
    """An eval broken on purpose: a fact removed, a citation moved, a forbidden statement added."""
    (cases / "floors.toml").write_text("")
    ran = ("eval", "run", cases, "--summaries", finished)
    assert command(*ran, "--raise-floors")[0] == 0
    code, _, err = command(*ran)
    assert code == 0
    assert "every floor of" in err
    for broken, named in (
        (SAID.split(" Two")[0], "harbour (1 → 0.5): the fact is missing f2 “Two ships wait outside.”"),
        (SAID.replace("[2]", "[1]"), "harbour (1 → 0.5): not supported p2 “Two ships are waiting outside.”"),
        (SAID + " The harbour is open [1].", "harbour (0 → 1): forbidden x1 “The harbour is open.”"),
    ):
        (finished / "harbour.txt").write_text(broken)
        code, _, err = command(*ran, "--quiet")
        assert code == 3, err
        assert named in err
        assert "on suite is" in err
        assert err.count("\n") == 1
        assert command(*ran, "--no-floors", "--quiet")[0] == 0
    code, _, err = command(*ran, "--raise-floors", "--quiet")
    assert code == 3
    assert "floors only rise" in err
    assert command(*ran, "--raise-floors", "--allow-regression", "--quiet")[0] == 0
    assert command(*ran, "--quiet")[0] == 0


def test_any_command_is_measured_and_a_failing_one_costs_its_case(command: Command, cases: Path, tmp_path: Path) -> None:
    program = tmp_path / "tool.py"
    program.write_text("import sys; sys.exit('no') if 'again' in sys.argv[1] else print('The harbour of Pell is shut until Friday [1].')")
    code, out, err = command(
        "eval", "run", cases, "--system-command", f"{sys.executable} {program} {{articles}}", "--label", "tool", "--no-floors"
    )
    assert code == 0
    assert "tool on suite" in out
    assert "warning: again: tool ended with 1: no" in err
    code, _, err = command("eval", "run", cases, "--system-command", "false {articles}", "--no-floors", "--quiet")
    assert code == 3
    assert "answered none of 2" in err


def test_two_runs_are_compared(command: Command, cases: Path, finished: Path, tmp_path: Path) -> None:
    command("eval", "run", cases, "--summaries", finished, "-o", tmp_path / "a")
    (finished / "harbour.txt").write_text("Two ships are waiting outside [2].")
    command("eval", "run", cases, "--summaries", finished, "-o", tmp_path / "b")
    code, out, _ = command("eval", "compare", tmp_path / "a", tmp_path / "b")
    assert code == 0
    assert "paired by case" in out
    found = json.loads(command("eval", "compare", tmp_path / "a", tmp_path / "b", "--format", "json")[1])
    recall = next(score for score in found["scores"] if score["score"] == "fact_recall")
    assert (recall["outcome"], recall["worst"], recall["note"]) == ("cannot tell", "harbour", "2 cases are too few")
    assert command("eval", "compare", tmp_path / "a", tmp_path / "b", "--gate")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "none"), "holds no case"),
        (("run", "{cases}", "--replay"), "name it with -o"),
        (("run", "{cases}", "--summaries", "none"), "no folder none"),
        (("run", "{cases}", "--summaries", "x", "--system-command", "y {articles}"), "name two systems"),
        (("run", "{cases}", "--system", "gpt"), "there is no engine 'gpt'"),
        (("run", "{cases}", "--system", "openai"), "name it with --model"),
        (("run", "{cases}", "--system-command", "cat"), "needs {{articles}} or {{texts}}"),
        (("run", "{cases}", "--judge", "llm"), "name it with --judge-model"),
        (("run", "{cases}", "--judge", "nli"), "--judge-model DIR"),
        (("compare", "none", "none"), "holds no run"),
        (("judge", "{cases}"), "holds none of"),
        (("mutate", "none"), "nothing could be read"),
    ],
)
def test_what_cannot_work_is_said_in_one_line(arguments: tuple[str, ...], said: str, command: Command, cases: Path) -> None:
    code, out, err = command(
        "eval", *(word.replace("{cases}", str(cases)) for word in arguments), "--quiet" if arguments[0] != "compare" else "--format=json"
    )
    assert code == 2, err
    assert out == ""
    assert err.count("\n") == 1
    assert said.replace("{{", "{").replace("}}", "}") in err


def test_a_judge_is_graded_and_its_grade_kept(command: Command, tmp_path: Path) -> None:
    row = {
        "summary_id": "s", "bullets": ["- The harbour of Pell is shut until Friday. [1]"],
        "insights": [{"insight_id": "i", "insight": "The harbour of Pell is shut until Friday.", "label": "FULL"},
                     {"insight_id": "j", "insight": "Ships from Marrow carry salt and timber.", "label": "NO"}],
    }  # fmt: skip
    (tmp_path / "mine.jsonl").write_text(json.dumps(row) + "\n")
    code, out, _ = command("eval", "judge", tmp_path / "mine.jsonl", "--save", tmp_path / "grades.toml", "--predictions", tmp_path / "said")
    assert code == 0
    assert json.loads((tmp_path / "said" / "mine.jsonl").read_text().splitlines()[0]) == {"id": "s|i", "label": "FULL"}
    assert "may score" in out
    assert 'on = "mine"' in (tmp_path / "grades.toml").read_text()
    assert json.loads(command("eval", "judge", tmp_path / "mine.jsonl", "--format", "json")[1])[0]["kappa"] == 1.0


def test_errors_are_planted_and_counted(command: Command, cases: Path) -> None:
    code, out, err = command("eval", "mutate", cases, "--most", "2", "--format", "json")
    assert code == 0, err
    lines = {line["kind"]: line for line in json.loads(out)}
    assert lines["untouched"]["failed"] == 0
    assert sum(line["n"] for line in lines.values() if line["group"] == "deterministic") > 0
    assert "Planted errors" in command("eval", "mutate", cases, "--most", "1")[1]
