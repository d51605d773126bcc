"""Where the lexical coverage judge gets its two thresholds, and how well it agrees with people on summaries that did not set them.

    python -m evals.benchmarks.coverage PATH [--predictions OUT.jsonl] [--save GRADES.toml]

PATH is the folder of `summhay_coverage_human.jsonl`. Thresholds are fitted to the highest kappa on all questions but one, the summaries
of that one are judged with them, and so for every question (and, harder, on one topic for the other). The predictions are those of the
first kind; they are in the format of `score.py coverage`. What the package uses are the thresholds fitted on everything, rounded.
"""

import argparse
import asyncio
import json
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from summarizer.evaluation import lexical
from summarizer.evaluation.grade import LabelledSummary, Pairs, bare, coverage_grade, coverage_labels, kappa, load_coverage
from summarizer.evaluation.grades import Grade, keep
from summarizer.evaluation.judges import Label, LexicalCoverage

NAME = "summhay_coverage_human"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("path", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--save", type=Path, help="keep the cross-validated grade in this file")
    options = parser.parse_args()
    summaries = load_coverage(options.path / f"{NAME}.jsonl")
    seen = {summary.summary_id: best_evidence(summary) for summary in summaries}
    partial, full = fit([(summary, seen[summary.summary_id]) for summary in summaries])
    print(f"fitted on all {sum(len(s.insights) for s in summaries)} labels: PARTIAL from {partial:.2f}, FULL from {full:.2f}")
    print(f"in use: PARTIAL from {lexical.PARTIAL_AT}, FULL from {lexical.FULL_AT}")
    by_question = cross_validated(summaries, seen, lambda summary: summary.subtopic_id)
    print("by question:", graded(summaries, by_question))
    print("by topic:   ", graded(summaries, cross_validated(summaries, seen, lambda summary: summary.topic_id)))
    in_use = {summary.summary_id: asyncio.run(coverage_labels(LexicalCoverage(), summary)) for summary in summaries}
    print("as shipped: ", graded(summaries, in_use), "(on the labels it was fitted to)")
    if options.predictions:
        rows = [
            {"id": f"{summary.summary_id}|{insight.insight_id}", "label": label}
            for summary in summaries
            for insight, label in zip(summary.insights, by_question[summary.summary_id], strict=True)
        ]
        options.predictions.write_text("".join(json.dumps(row) + "\n" for row in rows))
    if options.save:
        keep(options.save, [graded(summaries, by_question, note="cross-validated by question; fitted on the same set")])


Evidence = dict[str, list[float]]
Labels = dict[str, tuple[Label | None, ...]]


def best_evidence(summary: LabelledSummary) -> list[float]:
    """For each insight what speaks most for its being covered."""
    rows = lexical.evidence([insight.insight for insight in summary.insights], [bare(bullet) for bullet in summary.bullets])
    return [max(row, default=0.0) for row in rows]


def fit(rows: Sequence[tuple[LabelledSummary, Sequence[float]]], steps: int = 60) -> tuple[float, float]:
    """The two thresholds with the highest kappa, among the quantiles of what was seen."""
    import numpy as np

    pairs = [(insight.label, value) for summary, values in rows for insight, value in zip(summary.insights, values, strict=True)]
    grid = sorted(set(np.quantile([value for _, value in pairs], np.linspace(0.02, 0.98, steps)).tolist()))
    tried = [(low, high) for low in grid for high in grid if low <= high]
    return max(tried, key=lambda two: kappa([(label, named(value, *two)) for label, value in pairs]))


def named(evidence: float, partial: float, full: float) -> Label:
    """The label of an amount of evidence."""
    return "FULL" if evidence >= full else "PARTIAL" if evidence >= partial else "NO"


def cross_validated(summaries: Sequence[LabelledSummary], seen: Evidence, fold: Callable[[LabelledSummary], str]) -> Labels:
    """Labels of every summary by thresholds that were fitted without its fold."""
    found: Labels = {}
    for name in sorted({fold(summary) for summary in summaries}):
        low, high = fit([(summary, seen[summary.summary_id]) for summary in summaries if fold(summary) != name])
        for summary in summaries:
            if fold(summary) == name:
                found[summary.summary_id] = tuple(named(value, low, high) for value in seen[summary.summary_id])
    return found


def graded(summaries: Sequence[LabelledSummary], labels: Labels, note: str = "") -> Grade:
    """The grade of the labels."""
    groups: dict[Hashable, Pairs] = {
        summary.summary_id: [(insight.label, label) for insight, label in zip(summary.insights, labels[summary.summary_id], strict=True)]
        for summary in summaries
    }
    return coverage_grade(groups, LexicalCoverage.name, LexicalCoverage.version, NAME, note=note)


if __name__ == "__main__":
    main()
