"""Finished runs of several systems in one table: `summarizer eval compare` for more than two, in the lines that a README takes.

    python -m evals.benchmarks.beside OURS THEIRS… [--markdown]

Each is a folder with `run.json` of `summarizer eval run -o`, or a folder of such folders (a run cut into cases). Only cases that all
systems answered count. The first system is compared with each other one, paired by case, with 95 % intervals.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.benchmarks.side_by_side import table
from summarizer.errors import UsageError
from summarizer.evaluation.bootstrap import interval
from summarizer.evaluation.compare import paired
from summarizer.evaluation.run import CaseResult, RunResult, load_run
from summarizer.evaluation.scoring import SCORES

NAMES = ("fact_recall", "faithfulness", "citation_precision", "citation_recall", "joint", "forbidden", "words", "tokens", "seconds")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    try:
        runs = shared([merged(place) for place in options.runs])
    except UsageError as error:
        parser.error(str(error))
    grade = runs[0].grades[0] if runs[0].grades else "not graded"
    print(f"{len(runs[0].results)} answers of each, judged by {runs[0].judge}: {grade}\n")
    print("\n".join(markdown(runs) if options.markdown else table(runs, NAMES)))


def merged(place: Path) -> RunResult:
    """The run in a folder, or those of its folders as one, named after the folder. Raises UsageError where there is none, or where
    they are of different systems or judges."""
    paths = [path for path in (place / "run.json", *sorted(place.glob("*/run.json"))) if path.is_file()]
    if not paths:
        raise UsageError(f"{place} holds no run.json: name a folder that `summarizer eval run -o` wrote")
    parts = [load_run(path) for path in paths]
    if len({(part.system, part.judge, part.support_judge) for part in parts}) > 1:
        raise UsageError(f"{place} mixes systems or judges: {', '.join(sorted({part.system for part in parts}))}")
    results: dict[tuple[str, int], CaseResult] = {(r.case, r.repeat): r for part in parts for r in part.results}
    return parts[0].model_copy(update={"results": tuple(results[key] for key in sorted(results)), "system": place.name})


def shared(runs: Sequence[RunResult]) -> list[RunResult]:
    """The runs with the cases that all of them answered. Raises UsageError where there is none."""
    cases = frozenset.intersection(*(frozenset(r.case for r in made.results) for made in runs))
    if not cases:
        raise UsageError("the runs share no case")
    return [made.model_copy(update={"results": tuple(r for r in made.results if r.case in cases)}) for made in runs]


def markdown(runs: Sequence[RunResult]) -> list[str]:
    """A row for each system; a mean of another one is marked where the first is better (+) or worse (−) than it."""
    lines = ["| system | " + " | ".join(NAMES) + " |", "|---" * (len(NAMES) + 1) + "|"]
    first = {name: runs[0].by_case(name) for name in NAMES}
    for made in runs:
        cells = [_cell(made.by_case(name), None if made is runs[0] else first[name], name) for name in NAMES]
        lines.append(f"| {made.system} | " + " | ".join(cells) + " |")
    return lines


def _cell(values: Mapping[str, float], ours: Mapping[str, float] | None, name: str) -> str:
    found = interval(list(values.values()))
    if found is None:
        return "–"
    digits = 0 if found.mean > 20 else 2
    between = "" if found.low is None or found.high is None else f" [{found.low:.{digits}f}, {found.high:.{digits}f}]"
    both = sorted(set(values) & set(ours or {}))
    outcome = paired([values[case] for case in both], [ours[case] for case in both], SCORES[name].better)[1] if ours and both else ""
    return f"{found.mean:,.{digits}f}{between}" + {"better": " (+)", "worse": " (−)"}.get(outcome, "")


if __name__ == "__main__":
    main()
