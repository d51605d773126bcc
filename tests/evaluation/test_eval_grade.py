"""Judges are graded against labels that people gave; intervals are of whole groups."""

import asyncio
import json
import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from summarizer.errors import UsageError
from summarizer.evaluation.bootstrap import grouped, interval
from summarizer.evaluation.case import Fact
from summarizer.evaluation.grade import (
    balanced_accuracy,
    bare,
    coverage_grade,
    grade_coverage,
    grade_support,
    kappa,
    load_coverage,
    load_support,
    spread,
)
from summarizer.evaluation.grades import Grade, keep, kept_in, load_grades
from summarizer.evaluation.judges import Covered, LexicalCoverage
from summarizer.protocols import Pair

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "benchmarks"
SUMMARY = {
    "summary_id": "s1",
    "subtopic_id": "q1",
    "bullets": ["- The northern channel was closed by the port authority until Friday. [3][12]", "- It rained."],
    "insights": [
        {"insight_id": "i1", "insight": "The port authority closed the northern channel until Friday.", "label": "FULL", "judge_preds": {}},
        {"insight_id": "i2", "insight": "Brisk Lines cancelled all sailings for a week.", "label": "NO"},
    ],
}


def test_kappa_is_agreement_beyond_chance() -> None:
    assert kappa([("FULL", "FULL"), ("NO", "NO")]) == 1.0
    assert kappa([("FULL", "NO"), ("NO", "FULL")]) == -1.0
    assert kappa([("FULL", "FULL"), ("FULL", "FULL"), ("NO", "FULL"), ("NO", "NO")]) == pytest.approx(0.5)
    assert kappa([("FULL", None), ("NO", "NO")]) == pytest.approx(1 / 3)


def test_balanced_accuracy_weighs_both_truths_alike() -> None:
    assert balanced_accuracy([(True, True)] * 9 + [(False, True)]) == 0.5


async def test_a_perfect_coverage_judge_is_graded_one_and_marks_are_not_shown_to_it(tmp_path: Path) -> None:
    path = tmp_path / "coverage.jsonl"
    path.write_text(json.dumps(SUMMARY) + "\n" + json.dumps({**SUMMARY, "summary_id": "s2"}) + "\n")
    summaries = load_coverage(path)
    grade, predictions = await grade_coverage(LexicalCoverage(), summaries, "ours")
    assert predictions[0] == {"id": "s1|i1", "label": "FULL"}
    assert (grade.kappa, grade.accuracy, grade.n, grade.judge, grade.version) == (1.0, 1.0, 4, "lexical", LexicalCoverage.version)
    assert bare(summaries[0].bullets[0]) == "The northern channel was closed by the port authority until Friday."


async def test_labels_that_are_all_alike_grade_nobody(tmp_path: Path) -> None:
    """The planted bug: a division by zero after the judge was asked."""
    path = tmp_path / "coverage.jsonl"
    path.write_text(json.dumps({**SUMMARY, "insights": [{"insight_id": "i", "insight": "It rained.", "label": "FULL"}]}) + "\n")
    with pytest.raises(UsageError, match="are all alike"):
        await grade_coverage(LexicalCoverage(), load_coverage(path), "ours")
    path.write_text(json.dumps({"id": "1", "source": "It rained.", "claim": "It rained.", "label": 1}) + "\n")
    with pytest.raises(UsageError, match="take more rows"):
        await grade_support(ByMark(), load_support(path), "j", "1", "ours")


def test_fewer_rows_are_spread_over_the_set_and_rows_of_one_source_stay_together() -> None:
    """The planted bug: the first forty rows of a sorted set, of which one was unsupported."""
    rows = [(source, n) for source in "abcdefghij" for n in range(4)]
    assert spread(rows, 8, lambda row: row[0]) == [*rows[0:4], *rows[20:24]]
    assert len(spread(rows, 10, lambda row: row[0])) == 10
    assert spread(rows, None, lambda row: row[0]) == spread(rows, 99, lambda row: row[0]) == rows


class Slow(LexicalCoverage):
    """A CoverageJudge that takes a moment, and remembers how many asked at the same time."""

    asking = most = 0

    async def cover(self, facts: Sequence[Fact], points: Sequence[str], language: str = "en") -> tuple[Covered, ...]:
        self.asking += 1
        self.most = max(self.most, self.asking)
        await asyncio.sleep(0)
        self.asking -= 1
        return await super().cover(facts, points, language)


async def test_a_slow_judge_is_asked_about_several_rows_at_once_and_the_rows_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "coverage.jsonl"
    path.write_text("".join(json.dumps({**SUMMARY, "summary_id": f"s{n}"}) + "\n" for n in range(40)))
    judge, heard = Slow(), list[int]()
    _, predictions = await grade_coverage(judge, load_coverage(path), "ours", told=heard.append)
    assert 1 < judge.most <= 16
    assert heard == list(range(41))
    assert [row["id"] for row in predictions[:3]] == ["s0|i1", "s0|i2", "s1|i1"]


class ByMark:
    """An Entailment that is sure of everything but questions, of which it cannot tell, and of what never was."""

    async def score(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        return tuple(math.nan if "?" in pair.claim else 0.1 if "never" in pair.claim else 0.9 for pair in pairs)


async def test_the_verdict_on_claims_is_graded_and_could_not_tell_counts_as_wrong(tmp_path: Path) -> None:
    source = "Pilots of Lumen Air will strike on Monday over pay. Their union said so."
    rows = [
        {"id": "1", "doc_id": "a", "source": source, "claim": "Pilots of Lumen Air will strike on Monday.", "label": 1},
        {"id": "2", "doc_id": "a", "source": source, "claim": "Will the pilots strike?", "label": 1},
        {
            "id": "3",
            "doc_id": "b",
            "source_sentences": [source, "x"],
            "claim": "Pilots will strike on Monday. Pilots never strike.",
            "label": 0,
        },
        {"id": "4", "doc_id": "b", "source_sentences": [source, "x"], "claim": "Pilots will strike over 14 things.", "label": 0},
    ]
    path = tmp_path / "support.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    grade, predictions = await grade_support(ByMark(), load_support(path), "mark", "1", "ours")
    assert predictions == ({"id": "1", "score": 0.9}, {"id": "2", "score": None}, {"id": "3", "score": 0.05}, {"id": "4", "score": 0.45})
    assert grade.balanced == 0.75
    assert "balanced accuracy 0.750" in str(grade)


def test_rows_that_name_a_parent_find_their_source_beside(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").write_text(json.dumps({"id": "p", "source": "the source", "claim": "c", "label": 1}) + "\n")
    (tmp_path / "set_sentences.jsonl").write_text(json.dumps({"id": "p-1", "parent": "p", "claim": "c", "label": 0}) + "\n")
    assert load_support(tmp_path / "set_sentences.jsonl")[0].source == "the source"


@pytest.mark.parametrize("content", ["", "not json\n", "[1]\n", '{"id": 1}\n'])
def test_a_file_of_another_shape_is_said(content: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(content)
    for load in (load_coverage, load_support):
        with pytest.raises(UsageError, match=r"x\.jsonl"):
            load(path)


def test_grades_are_kept_one_a_judge_task_and_set(tmp_path: Path) -> None:
    path = tmp_path / "grades.toml"
    grade = Grade(judge='llm "x"', version="1", task="coverage", on="ours", n=3, kappa=0.5, low=0.4, high=0.6, note="a\nb")
    keep(path, [grade])
    keep(path, [grade.model_copy(update={"kappa": 0.7}), grade.model_copy(update={"on": "other"})])
    assert {(g.on, g.kappa) for g in kept_in(path)} == {("ours", 0.7), ("other", 0.5)}
    assert len(load_grades(path)) == len(load_grades()) + 2
    path.write_text("[[grades]]\njudge = 1\n")
    with pytest.raises(UsageError, match="cannot be read"):
        load_grades(path)


def test_an_interval_holds_its_mean_and_the_same_seed_gives_the_same_one() -> None:
    values = [0.1, 0.5, 0.9, 0.4, 0.6]
    found = interval(values)
    assert found is not None
    assert found == interval(values)
    assert found.low is not None
    assert found.high is not None
    assert 0.1 <= found.low < found.mean < found.high <= 0.9
    assert interval([]) is None
    assert interval([0.5]).low is None  # type: ignore[union-attr]
    assert str(interval([1.0, 1.0])) == "1.000 [1.000, 1.000]"


def test_whole_groups_are_drawn() -> None:
    groups = {"a": [1.0] * 50, "b": [0.0] * 50}
    found = grouped(groups, lambda rows: sum(rows) / len(rows))
    assert (found.low, found.mean, found.high) == (0.0, 0.5, 1.0)


def test_a_resample_without_a_value_is_left_out() -> None:
    assert coverage_grade({"a": [("FULL", "FULL")], "b": [("NO", "NO")]}, "j", "1", "s").kappa == 1.0


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public sets of ../shared are not here")
async def test_the_lexical_judge_agrees_with_people_as_its_shipped_grade_says() -> None:
    summaries = load_coverage(SHARED / "summhay_coverage_human.jsonl")
    grade, _ = await grade_coverage(LexicalCoverage(), summaries, "summhay_coverage_human")
    assert grade.n == 661
    assert grade.kappa is not None
    assert grade.kappa > 0.5
