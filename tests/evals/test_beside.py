"""Runs of several systems beside each other, and benchmark cases as folders that any system answers."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evals.benchmarks import case_folders
from evals.benchmarks.beside import main, merged, shared
from summarizer.article import Article
from summarizer.errors import UsageError
from summarizer.evaluation.answer import Answer, Point
from summarizer.evaluation.case import Case, Fact, Support, find_cases
from summarizer.evaluation.run import CaseResult, RunResult
from summarizer.evaluation.scores import Score
from summarizer.evaluation.scoring import SCORES
from summarizer.testing import article

CASES = ("a", "b", "c", "d", "e", "f")


def result(case: str, joint: float) -> CaseResult:
    scores = tuple(Score(name=name, value=joint if name == "joint" else 0.5, reason="") for name in SCORES)
    answer = Answer(points=(Point(text="A ferry ran aground."),), shape="text", raw="A ferry ran aground.")
    return CaseResult(case=case, repeat=0, seed=0, key="k", answer=answer, scores=scores)


def run_of(system: str, results: tuple[CaseResult, ...], judge: str = "lexical") -> RunResult:
    return RunResult(
        created=datetime(2031, 5, 4, tzinfo=UTC), system=system, identity={}, cases="cases", judge=judge, support_judge="lexical",
        max_words=200, repeats=1, seed=7, results=results,
    )  # fmt: skip


def write(place: Path, made: RunResult) -> Path:
    place.mkdir(parents=True)
    (place / "run.json").write_text(made.model_dump_json())
    return place


def test_a_run_cut_into_cases_is_one_run_named_after_its_folder(tmp_path: Path) -> None:
    for case in CASES:
        write(tmp_path / "ours" / case, run_of("local", (result(case, 0.5),)))
    made = merged(tmp_path / "ours")
    assert (made.system, [r.case for r in made.results]) == ("ours", list(CASES))


def test_runs_of_different_judges_are_not_mixed(tmp_path: Path) -> None:
    write(tmp_path / "x" / "a", run_of("local", (result("a", 0.5),)))
    write(tmp_path / "x" / "b", run_of("local", (result("b", 0.5),), judge="llm"))
    with pytest.raises(UsageError, match="mixes systems or judges"):
        merged(tmp_path / "x")


def test_only_cases_that_all_answered_count() -> None:
    one, other = run_of("one", tuple(result(c, 0.5) for c in CASES)), run_of("other", (result("b", 0.1),))
    assert [[r.case for r in made.results] for made in shared([one, other])] == [["b"], ["b"]]
    with pytest.raises(UsageError, match="no case"):
        shared([one, run_of("else", (result("z", 0.1),))])


def test_the_table_says_where_the_first_is_better_and_is_silent_where_nobody_can_tell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = write(tmp_path / "ours", run_of("local", tuple(result(c, 0.4 + n / 50) for n, c in enumerate(CASES))))
    theirs = write(tmp_path / "theirs", run_of("peer", tuple(result(c, 0.1 + n / 60) for n, c in enumerate(CASES))))
    main([str(ours), str(theirs), "--markdown"])
    rows = capsys.readouterr().out.splitlines()
    assert rows[-2].startswith("| ours | 0.50")
    assert rows[-1].count("(+)") == 1
    assert "(−)" not in rows[-1]
    main([str(ours), str(theirs)])
    assert "better" in capsys.readouterr().out


def test_a_folder_without_a_run_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
    assert "holds no run.json" in capsys.readouterr().err


def test_cases_of_a_benchmark_come_back_from_their_folders_as_they_were(tmp_path: Path) -> None:
    fact = Fact(id="i1", text='The "Marlow 9" pulls 14 tonnes \\ or more.', support=(Support(article="d2", sentence=""),))
    case = Case(id="b1", focus="What can it pull?", facts=(fact,))
    texts: tuple[Article, ...] = (article("It is green.", id="d1"), article("It pulls 14 tonnes.\n\nIt does.", id="d2"))
    case_folders.write([case], {"b1": texts}, tmp_path)
    (found,) = find_cases([tmp_path])
    assert (found.id, found.focus, found.facts[0].text) == (case.id, case.focus, fact.text)
    assert found.facts[0].support[0].article == "002-d2.txt"
    assert [path.read_text() for path in sorted(Path(found.articles).iterdir())] == [text.text for text in texts]


def test_it_runs_as_the_readme_says(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", run_of("local", tuple(result(c, 0.5) for c in CASES)))
    ran = subprocess.run(
        [sys.executable, "-m", "evals.benchmarks.beside", str(ours), str(ours)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert "6 answers of each" in ran.stdout
