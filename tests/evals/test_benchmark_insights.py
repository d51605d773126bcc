"""The adapters to Summary of a Haystack and Multi-News, on files of the same shape about invented things."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evals.benchmarks import multinews, summhay
from summarizer.evaluation.answer import Answer, Cite, Point
from summarizer.evaluation.run import CaseResult

SCORE = Path(__file__).resolve().parents[3] / "shared" / "data" / "benchmarks" / "score.py"
DOCUMENTS = {
    "d1": "The Marlow 9 tractor pulls 14 tonnes on wet ground. Its tank holds 220 litres of diesel. Farmers in Pell like the cab.",
    "d2": "On wet ground the Marlow 9 tractor pulls 14 tonnes, tests in Pell showed. A service costs 900 florins each spring.",
    "d3": "A spring service of the Marlow 9 costs 900 florins, dealers said. The tractor comes in green only.",
}
PULL = "The Marlow 9 tractor can pull 14 tonnes on wet ground."
SERVICE = "A spring service of the tractor costs 900 florins."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    docs = [
        {"id": name, "topic": "news1", "citation_number": number, "text": text, "insights_included": []}
        for number, (name, text) in enumerate(DOCUMENTS.items(), 1)
    ]
    task = {
        "id": "t1", "topic": "news1", "query": "What can the tractor pull and what does its service cost?",
        "insights": [
            {"insight_id": "i1", "insight": PULL, "gold_docs": [1, 2]},
            {"insight_id": "i2", "insight": SERVICE, "gold_docs": [2, 3]},
            {"insight_id": "i3", "insight": "Nobody holds this insight about seed drills.", "gold_docs": []},
        ],
    }  # fmt: skip
    brief = {
        "id": "b1", "topic": "news1", "subtopic": "What can the tractor pull?", "doc_ids": ["d1", "d2", "d3"],
        "insights": [{"insight": PULL, "docs": ["d1", "d2"]}],
        "all_insights": [{"insight": PULL, "docs": ["d1", "d2"]}, {"insight": SERVICE, "docs": ["d2", "d3"]}],
    }  # fmt: skip
    for name, rows in (("summhay_docs", docs), ("summhay_tasks", [task]), ("summhay_5doc_briefs", [brief])):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_a_five_document_brief_asks_for_all_insights_or_for_those_of_its_question(folder: Path) -> None:
    cases, articles = summhay.five(folder, None, focused=False)
    assert [fact.text for fact in cases[0].facts] == [PULL, SERVICE]
    assert cases[0].focus is None
    assert [article.id for article in articles["b1"]] == ["d1", "d2", "d3"]
    focused, _ = summhay.five(folder, None, focused=True)
    assert (focused[0].focus, len(focused[0].facts)) == ("What can the tractor pull?", 1)


def test_a_haystack_is_answered_within_its_limits_and_scored_as_the_reference_scores_it(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    predictions = tmp_path / "predictions.jsonl"
    summhay.hundred(folder, None, None, predictions)
    printed = capsys.readouterr().out
    row = json.loads(predictions.read_text())
    assert len(row["bullets"]) <= 3
    assert sum(len(bullet.split()) for bullet in row["bullets"]) <= 300
    assert {judged["insight_id"] for judged in row["judged"]} == {"i1", "i2", "i3"}
    if not SCORE.is_file():
        pytest.skip("the reference scorer of ../shared is not here")
    done = subprocess.run(
        [sys.executable, SCORE, "summhay", folder / "summhay_tasks.jsonl", predictions], capture_output=True, text=True, check=True
    )
    reference = json.loads(done.stdout)
    ours = {
        line.split()[0]: float(line.replace("citation F1", "F1").split()[1])
        for line in printed.splitlines()
        if line.startswith(("cov", "joint"))
    }
    assert ours["coverage"] == pytest.approx(reference["coverage"], abs=0.001)
    assert ours["joint"] == pytest.approx(reference["joint"], abs=0.001)


def test_marked_evidence_counts_when_enough_of_it_was_cited() -> None:
    spans = {"f1": [("a", 0, 50)], "f2": [("a", 60, 90)], "f3": []}

    def result(start: int, end: int) -> CaseResult:
        point = Point(text="x", cites=(Cite(article="a", start=start, end=end, quote="x"),))
        return CaseResult(case="c", repeat=0, seed=0, key="k", answer=Answer(points=(point,), shape="brief", raw=""), scores=())

    assert multinews.evidence(result(0, 100), spans) == 1.0
    assert multinews.evidence(result(0, 40), spans) == 0.5
    assert multinews.evidence(result(40, 65), spans) == 0.0
    assert multinews.evidence(result(0, 40), {"f3": []}) is None


def test_rouge_is_the_share_of_the_references_word_pairs() -> None:
    assert multinews.rouge("the cat sat", "the cat sat", 2) == 1.0
    assert multinews.rouge("the cats sat down", "the cat sat up", 2) == pytest.approx(2 / 3)
    assert multinews.rouge("", "the cat", 2) == 0.0


def test_a_cluster_becomes_a_case_whose_facts_are_the_sentences_with_marked_evidence(tmp_path: Path) -> None:
    row = {
        "id": "c/1", "topic": "t", "reference_summary": f"{PULL} {SERVICE}", "documents": [{"doc": "0.txt", "text": DOCUMENTS["d1"]}],
        "alignments": [
            {"doc": "0.txt", "doc_sent": "The Marlow 9", "doc_offsets": [[0, 40], [41, 50]], "summary_sentence": PULL},
            {"doc": "0.txt", "doc_sent": "x", "doc_offsets": None, "summary_sentence": PULL},
        ],
    }  # fmt: skip
    path = tmp_path / "aligned.jsonl"
    path.write_text(json.dumps(row) + "\n")
    cases, articles, spans, summaries = multinews.load(path, None)
    assert cases[0].id == "c-1"
    assert [fact.text for fact in cases[0].facts] == [PULL]
    assert spans["c-1"]["f1"] == [("0.txt", 0, 40), ("0.txt", 41, 50)]
    assert articles["c-1"][0].path == "0.txt"
    assert summaries["c-1"].startswith(PULL)
