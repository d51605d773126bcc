"""Runs, comparisons, grades and planted errors as tables on stdout, as JSON, and as files."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli import results
from summarizer.edges.output import write_atomically
from summarizer.errors import UsageError
from summarizer.render import safe

if TYPE_CHECKING:
    from summarizer.evaluation.compare import Comparison
    from summarizer.evaluation.grade import Graded
    from summarizer.evaluation.grades import Grade
    from summarizer.evaluation.planted import Line
    from summarizer.evaluation.run import RunResult

_OUTCOMES = {"better": "green", "worse": "red", "same": "dim", "different": "", "cannot tell": "yellow"}
_PER_CASE = ("fact_recall", "faithfulness", "joint", "forbidden", "noise", "conflict_recall", "abstention", "words", "seconds")


def keep(run: "RunResult", folder: Path) -> list[Path]:
    """run.json and report.html in a folder; returns what was written."""
    from summarizer.evaluation.report import html

    written = [_made(folder) / "run.json", folder / "report.html"]
    write_atomically(written[0], run.model_dump_json(indent=1) + "\n")
    write_atomically(written[1], html(run))
    return written


def keep_predictions(found: "Sequence[Graded]", folder: Path) -> None:
    """A file of rows for each set, named after it."""
    import json

    for one in found:
        rows = "".join(json.dumps(row) + "\n" for row in one.predictions)
        write_atomically(_made(folder) / f"{one.grade.on}.jsonl", rows)


def print_run(run: "RunResult", shape: str) -> None:
    """A run in the format asked for."""
    if shape == "json":
        results.print_json(run.model_dump_json(indent=1))
        return
    if shape == "html":
        from summarizer.evaluation.report import html

        sys.stdout.write(html(run))
        return
    from summarizer.evaluation.report import rows, shown

    cases = list(dict.fromkeys(result.case for result in run.results))
    values = {name: run.by_case(name) for name in _PER_CASE}
    _table(
        f"{run.system} on {run.cases}: {len(cases)} case(s), at most {run.max_words} words",
        ("case", *(name.replace("_recall", "") for name in _PER_CASE)),
        [(case, *(shown(name, values[name].get(case)) for name in _PER_CASE)) for case in cases],
    )
    _table(
        "",
        ("score", "mean", "95 % interval", "cases", "better", "judged by"),
        [(row.name, row.mean, row.between, str(row.cases), row.better, row.judge) for row in rows(run)],
        left=(0, 4, 5),
    )


def print_comparison(found: "Comparison") -> None:
    """Two runs, score by score."""
    from summarizer.evaluation.report import shown

    lines = []
    for one in found.scores:
        between = one.difference
        lines.append(
            (
                one.score,
                shown(one.score, one.a),
                shown(one.score, one.b),
                "–" if between is None else f"{between.mean:+.3f}",
                "–" if between is None or between.low is None else f"{between.low:+.3f} – {between.high:+.3f}",
                one.outcome,
                one.worst or one.note,
            )
        )
    heading = ("score", f"A {found.a}", f"B {found.b}", "B - A", "95 % interval", "B is", "worst in")
    _table(f"{found.b} (B) against {found.a} (A), paired by case", heading, lines, left=(0, 5, 6), styles={5: _OUTCOMES})
    results.print_lines(f"note: {safe.plain(note)}" for note in found.notes)


def print_grades(grades: "Sequence[Grade]", shape: str) -> None:
    """Grades of judges."""
    from summarizer.evaluation.grades import LEAST_KAPPA

    if shape == "json":
        results.print_json(f"[{','.join(grade.model_dump_json() for grade in grades)}]")
        return
    lines = []
    for grade in grades:
        value = grade.kappa if grade.task == "coverage" else grade.balanced
        low = grade.task == "coverage" and (value is None or value < LEAST_KAPPA)
        lines.append(
            (
                grade.judge,
                grade.task,
                grade.on,
                str(grade.n),
                "kappa" if grade.task == "coverage" else "balanced accuracy",
                "–" if value is None else f"{value:.3f}",
                "–" if grade.low is None else f"{grade.low:.3f} – {grade.high:.3f}",
                "–" if grade.accuracy is None else f"{grade.accuracy:.3f}",
                f"refused: under {LEAST_KAPPA}" if low else "may score" if grade.task == "coverage" else "",
            )
        )
    heading = ("judge", "task", "set", "labels", "measure", "value", "95 % interval", "accuracy", "coverage")
    _table("Judges against people", heading, lines, left=(0, 1, 2, 4, 8))
    results.print_lines(f"{safe.plain(grade.judge)} on {safe.plain(grade.on)}: {safe.plain(grade.note)}" for grade in grades if grade.note)


def print_mutations(lines: "Sequence[Line]", shape: str, show: int) -> None:
    """Planted errors, by kind, and all of a group together; of true statements every failure is a false alarm. `show`: wrong verdicts of
    each."""
    from summarizer.evaluation.planted import pooled

    if shape == "json":
        results.print_json(f"[{','.join(line.model_dump_json() for line in lines)}]")
        return
    paraphrased = [line for line in lines if line.group == "true" and line.kind != "untouched"]
    sums = [pooled([line for line in lines if line.group == group], "all", group) for group in ("deterministic", "semantic")]
    rows = [
        (
            "false alarms" if line.group == "true" else line.group,
            line.kind,
            str(line.n),
            f"{line.share:.3f}" if line.n else "–",
            f"{line.interval[0]:.3f} – {line.interval[1]:.3f}" if line.n else "–",
            ", ".join(f"{name} {count}" for name, count in line.by),
        )
        for line in (*lines, *sums, pooled(paraphrased, "all paraphrases", "true"))
    ]
    results.print_lines(f"{line.kind}: {safe.plain(example)}" for line in lines for example in line.examples[:show])
    _table("Planted errors", ("group", "kind", "statements", "blamed", "95 % interval", "by"), rows, left=(0, 1, 5))


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error.strerror or error}") from error
    return folder


def _table(
    title: str,
    heading: Sequence[str],
    lines: Sequence[Sequence[str]],
    *,
    left: Sequence[int] = (0, 1),
    styles: dict[int, dict[str, str]] | None = None,
) -> None:
    """A table on stdout; where nobody watches it is as wide as it needs to be."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 220)
    table = Table(title=Text(safe.plain(title)) if title else None, title_justify="left", box=box.SIMPLE_HEAD)
    for number, name in enumerate(heading):
        table.add_column(Text(safe.plain(name)), justify="left" if number in left else "right", overflow="fold")
    for line in lines:
        cells = [Text(safe.plain(cell), style=(styles or {}).get(number, {}).get(cell, "")) for number, cell in enumerate(line)]
        table.add_row(*cells)
    console.print(table)
