"""Summary of a Haystack (Laban et al. 2024): insights that must be told, and the documents that hold them.

    python -m evals.benchmarks.summhay PATH [--form docs100|docs5|focus5] [--most N] [-o DIR] [--predictions OUT.jsonl] [--cases DIR]

PATH is the folder of `summhay_docs.jsonl`, `summhay_tasks.jsonl` and `summhay_5doc_briefs.jsonl`.

    docs100   100 documents and a query, with the published limits: as many bullets as there are insights, 300 words in all; a bullet is one
              statement of the brief. Coverage by the lexical judge, citations against the documents that hold the insight, joint =
              coverage × F1, every insight with the same weight. `--predictions` writes the rows for `score.py summhay`.
    docs5     5 documents, no query, every insight they hold must be told; beside ours: lead, LexRank and TextRank at the same length.
    focus5    5 documents and a question, the insights of that question.

`--cases DIR` only writes the 5-document briefs as case folders, for `summarizer eval run DIR --system-command …` or with a model.
"""

import argparse
import asyncio
import json
from collections.abc import Hashable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from evals.benchmarks.case_folders import write
from evals.benchmarks.multinews import article
from evals.benchmarks.side_by_side import answered, at_our_length, ours, save, table
from summarizer.article import Article
from summarizer.evaluation.answer import Answer
from summarizer.evaluation.bootstrap import grouped
from summarizer.evaluation.case import Case, Fact, Support
from summarizer.evaluation.judges import WORTH
from summarizer.evaluation.run import RunResult
from summarizer.evaluation.systems import Ask

NAMES = ("fact_recall", "joint", "citation_precision", "citation_recall", "faithfulness", "redundancy", "words", "seconds")
LIMIT = 300
Row = tuple[float, float | None, float]
"""Of one insight: coverage, citation F1 (None where it is not covered) and joint."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("path", type=Path)
    parser.add_argument("--form", choices=("docs100", "docs5", "focus5"), default="docs5")
    parser.add_argument("--words", type=int, default=LIMIT)
    parser.add_argument("--sections", default="", help="limit our brief to these, with commas between (docs5, focus5)")
    parser.add_argument("--most", type=int, default=None, help="only the first N tasks")
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--beside", default="lead,lexrank,textrank", help="what to run beside ours, with commas between; sumy is slow")
    parser.add_argument("--cases", type=Path, help="write the 5-document briefs as case folders and end")
    parser.add_argument("-o", dest="folder", type=Path)
    options = parser.parse_args()
    if options.form == "docs100":
        hundred(options.path, options.most, options.folder, options.predictions)
        return
    cases, articles = five(options.path, options.most, focused=options.form == "focus5")
    if options.cases:
        write(cases, articles, options.cases)
        return
    engine = ours(tuple(name for name in options.sections.split(",") if name), max_points=12)
    runs = asyncio.run(at_our_length(cases, articles, engine, f"summhay_{options.form}", options.words, options.beside.split(",")))
    save(runs, options.folder)
    print(f"\n{len(cases)} briefs, {options.words} words at most; coverage judged by {runs[0].judge}: {runs[0].grades[0]}")
    print("\n".join(table(runs, NAMES)))


def five(path: Path, most: int | None, *, focused: bool) -> tuple[list[Case], dict[str, list[Article]]]:
    """A case of each 5-document brief: all insights of its documents, or with its question as the focus those of the question."""
    texts = {row["id"]: row["text"] for row in _rows(path / "summhay_docs.jsonl")}
    cases: list[Case] = []
    articles: dict[str, list[Article]] = {}
    for row in _rows(path / "summhay_5doc_briefs.jsonl")[:most]:
        insights = row["insights" if focused else "all_insights"]
        facts = [
            Fact(id=f"i{n}", text=one["insight"], support=tuple(Support(article=doc, sentence="") for doc in one["docs"]))
            for n, one in enumerate(insights, 1)
        ]
        folder = f"summhay/{row['id']}"
        cases.append(Case(id=row["id"], facts=tuple(facts), focus=row["subtopic"] if focused else None, folder=folder))
        articles[row["id"]] = [article(doc, texts[doc]) for doc in row["doc_ids"]]
    return cases, articles


def hundred(path: Path, most: int | None, folder: Path | None, predictions: Path | None) -> None:
    """The tasks with 100 documents; prints what `score.py summhay` would."""
    tasks = _rows(path / "summhay_tasks.jsonl")[:most]
    cases, articles = haystacks(path, tasks)
    made = asyncio.run(answered(cases, articles, Bullets(), "summhay_docs100", LIMIT))
    save([made], folder)
    groups: dict[Hashable, list[Row]] = {result.case: rows_of(made, result.case) for result in made.results}
    print(f"\n{len(tasks)} tasks of 100 documents; coverage judged by {made.judge}: {made.grades[0]}")
    for number, name in enumerate(("coverage", "citation F1", "joint")):
        print(f"{name:<12} {grouped(groups, partial(_mean, number))}")
    bullets = sum(len(result.answer.points) for result in made.results) / len(made.results)
    print(f"{'words':<12} {made.interval('words')}\n{'bullets':<12} {bullets:.1f}")
    if predictions:
        predictions.write_text("".join(json.dumps(_prediction(made, task)) + "\n" for task in tasks))


def haystacks(path: Path, tasks: Sequence[Mapping[str, Any]]) -> tuple[list[Case], dict[str, list[Article]]]:
    """A case of each task; the documents in the order of their citation numbers."""
    documents = sorted(_rows(path / "summhay_docs.jsonl"), key=lambda row: int(row["citation_number"]))
    by_topic: dict[str, list[Article]] = {}
    for row in documents:
        by_topic.setdefault(row["topic"], []).append(article(str(row["citation_number"]), row["text"]))
    cases = []
    for task in tasks:
        facts = []
        for one in task["insights"]:
            support = tuple(Support(article=str(doc), sentence="") for doc in one["gold_docs"])
            facts.append(Fact(id=one["insight_id"], text=one["insight"], support=support))
        cases.append(Case(id=str(task["id"]), facts=tuple(facts), focus=str(task["query"]), folder=f"summhay/{task['id']}"))
    return cases, {case.id: by_topic[str(task["topic"])] for case, task in zip(cases, tasks, strict=True)}


class Bullets:
    """Our engine with the published limits: the first statements of the brief, one a bullet."""

    name = "ours, extractive"
    identity: Mapping[str, str] = {"form": "docs100"}

    async def answer(self, ask: Ask) -> Answer:
        bullets = len(ask.case.facts)
        engine = ours(("bottom_line", "key_points"), max_points=bullets)
        answer = await engine.answer(ask)
        told = tuple(point for point in answer.points if point.part == "statement")[:bullets]
        return answer.model_copy(update={"points": told})


def rows_of(made: RunResult, case: str) -> list[Row]:
    """The insights of one task that some document holds."""
    result = next(result for result in made.results if result.case == case)
    worth = {detail.id: detail.value or 0.0 for detail in result.score("fact_recall").details}
    joint = {detail.id: detail.value or 0.0 for detail in result.score("joint").details}
    return [(worth[one], joint[one] / worth[one] if worth[one] else None, joint[one]) for one in joint]


def _mean(number: int, rows: Sequence[Row]) -> float:
    values = [value for row in rows if (value := row[number]) is not None]
    return sum(values) / len(values) if values else 0.0


def _prediction(made: RunResult, task: Mapping[str, object]) -> dict[str, object]:
    """A row for `score.py summhay`."""
    result = next(result for result in made.results if result.case == task["id"])
    bullets = [f"{p.text} {''.join(f'[{c}]' for c in dict.fromkeys(cite.article for cite in p.cites))}" for p in result.answer.points]
    named = {worth: label for label, worth in WORTH.items()}
    judged = [{"insight_id": d.id, "label": named[d.value or 0.0], "bullet": d.point} for d in result.score("fact_recall").details]
    return {"id": task["id"], "bullets": bullets, "judged": judged}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines() if line.strip()]


if __name__ == "__main__":
    main()
