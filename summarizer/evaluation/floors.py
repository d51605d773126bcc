"""Floors: what a run must reach. They only rise, unless someone says `--allow-regression`; a run under one fails and says which thing is
to blame.

    [[floors]]
    cases = "cases"            # the set, by the name of its folder
    system = "extractive"
    judge = "lexical"
    max_words = 350
    [floors.scores]            # the least mean over the cases; the most, where lower is better
    fact_recall = 0.612
    [floors.covered]           # the facts that were told in full, and each case's values: to say what fell
    harbour = ["f1", "f2"]
    [floors.by_case]
    harbour = { fact_recall = 0.7, faithfulness = 1 }
"""

import math
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import Field, ValidationError

from summarizer.errors import UsageError, VerificationFailed
from summarizer.evaluation.run import CaseResult, RunResult
from summarizer.evaluation.scores import Detail
from summarizer.evaluation.scoring import SCORES
from summarizer.value import Value

_CASES, _THINGS = 3, 2  # shown of what is to blame


class Floor(Value):
    """What one system must reach on one set of cases under one judge."""

    cases: str
    system: str
    judge: str
    max_words: int
    scores: dict[str, float]
    covered: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    by_case: dict[str, dict[str, float]] = Field(default_factory=dict)

    def holds(self, run: RunResult) -> bool:
        """Whether it is about such a run."""
        return (self.cases, self.system, self.judge, self.max_words) == (run.cases, run.system, run.judge, run.max_words)


class Breach(Value):
    """A score under its floor. `value` None: unscored. `because` names what went wrong, one thing a line."""

    score: str
    cases: str
    value: float | None
    floor: float
    because: tuple[str, ...] = ()

    def __str__(self) -> str:
        lower = SCORES[self.score].better == "lower"
        now = "is unscored" if self.value is None else f"is {self.value:.4g}"
        return f"{self.score} on {self.cases} {now}, the {'ceiling' if lower else 'floor'} is {self.floor:.4g}: {'; '.join(self.because)}"


def load_floors(path: Path) -> tuple[Floor, ...]:
    """The floors in a file; none where it is missing. Raises UsageError for a broken one."""
    try:
        rows = tomllib.loads(path.read_text()).get("floors", [])
        floors = tuple(Floor.model_validate(row) for row in rows)
    except FileNotFoundError:
        return ()
    except (OSError, tomllib.TOMLDecodeError, ValidationError, TypeError) as error:
        raise UsageError(f"the floors in {path} cannot be read: {str(error).splitlines()[0]}") from None
    unknown = [name for floor in floors for name in floor.scores if name not in SCORES]
    if unknown:
        raise UsageError(f"{path}: no score is called {unknown[0]!r}")
    return floors


def floor_for(floors: Iterable[Floor], run: RunResult) -> Floor | None:
    """The floor that is about the run, if there is one."""
    return next((floor for floor in floors if floor.holds(run)), None)


def breaches(floor: Floor, run: RunResult) -> tuple[Breach, ...]:
    """The scores of a run that do not reach their floor, with what is to blame."""
    found = []
    for name, least in floor.scores.items():
        reached = run.interval(name)
        value = reached.mean if reached else None
        if value is None or _under(name, value, least):
            found.append(Breach(score=name, cases=run.cases, value=value, floor=least, because=_because(name, floor, run)))
    return tuple(found)


def floor_of(run: RunResult) -> Floor:
    """The floor that a run just reaches: values rounded to three digits, towards the easier side."""
    values: dict[str, float] = {}
    by_case: dict[str, dict[str, float]] = {}
    for name, measure in SCORES.items():
        reached = run.interval(name)
        if measure.floored and reached is not None:
            values[name] = _rounded(name, reached.mean)
            for case, value in run.by_case(name).items():
                by_case.setdefault(case, {})[name] = _rounded(name, value)
    covered = {result.case: tuple(d.id for d in result.score("fact_recall").details if d.value == 1) for result in run.results}
    return Floor(
        cases=run.cases, system=run.system, judge=run.judge, max_words=run.max_words, scores=values, covered=covered, by_case=by_case
    )  # fmt: skip


def raised(floors: Sequence[Floor], run: RunResult, *, allow_regression: bool = False) -> tuple[Floor, ...]:
    """The floors with those of the run put in. Raises VerificationFailed where one would fall and may not, and UsageError for a run with
    failures."""
    if run.failed:
        raise UsageError(f"floors are not taken from a run in which {len(run.failed)} case(s) failed: {run.failed[0].failed}")
    new, old = floor_of(run), floor_for(floors, run)
    if old and not allow_regression:
        fallen = breaches(old, run)
        if fallen:
            raise VerificationFailed(f"floors only rise: {'; '.join(str(breach) for breach in fallen)} (--allow-regression lowers them)")
        lost = sorted(set(old.scores) - set(new.scores))
        if lost:
            raise VerificationFailed(f"floors only rise: {lost[0]} would lose its floor (--allow-regression removes it)")
    return (*(floor for floor in floors if floor is not old), new)


def floors_text(floors: Sequence[Floor]) -> str:
    """The floors as TOML."""
    lines = ["# Floors of `summarizer eval run`; `--raise-floors` writes them, and only `--allow-regression` lowers one."]
    for floor in sorted(floors, key=lambda f: (f.cases, f.system, f.judge, f.max_words)):
        lines += [
            "",
            "[[floors]]",
            f"cases = {_quoted(floor.cases)}",
            f"system = {_quoted(floor.system)}",
            f"judge = {_quoted(floor.judge)}",
        ]
        lines += [f"max_words = {floor.max_words}", "[floors.scores]", *(f"{name} = {value:g}" for name, value in floor.scores.items())]
        lines += ["[floors.covered]"]
        lines += [f"{_quoted(case)} = [{', '.join(_quoted(fact) for fact in facts)}]" for case, facts in sorted(floor.covered.items())]
        lines += ["[floors.by_case]"]
        for case, values in sorted(floor.by_case.items()):
            lines.append(f"{_quoted(case)} = {{ {', '.join(f'{name} = {value:g}' for name, value in values.items())} }}")
    return "\n".join(lines) + "\n"


def _under(name: str, value: float, least: float) -> bool:
    return value > least + 1e-9 if SCORES[name].better == "lower" else value < least - 1e-9


def _rounded(name: str, value: float) -> float:
    """Three digits, towards the easier side; 0.6 stays 0.6 however floating point writes it."""
    return math.ceil(value * 1000 - 1e-6) / 1000 if SCORES[name].better == "lower" else math.floor(value * 1000 + 1e-6) / 1000


def _because(name: str, floor: Floor, run: RunResult) -> tuple[str, ...]:
    """The cases that fell most, each with what is to blame; where the floor knows nothing of a case, the cases that have something to
    blame."""
    lines = []
    fallen = sorted(run.by_case(name).items(), key=lambda one: (-_fall(name, floor, *one), one[0]))
    for case, value in fallen:
        before = floor.by_case.get(case, {}).get(name)
        if before is not None and not _under(name, value, before):
            continue
        results = [result for result in run.results if result.case == case]
        told = [result.failed for result in results if result.failed] or [
            _told(name, detail) for result in results for detail in _to_blame(name, floor, result)
        ]
        if told:
            was = f" ({before:.4g} → {value:.4g})" if before is not None else ""
            lines.append(f"{case}{was}: {', '.join(told[:_THINGS])}{f' and {len(told) - _THINGS} more' if len(told) > _THINGS else ''}")
    if len(lines) > _CASES:
        lines = [*lines[:_CASES], f"and {len(lines) - _CASES} more case(s)"]
    return tuple(lines) or (next((r.score(name).reason for r in run.results), "no case was run"),)


def _fall(name: str, floor: Floor, case: str, value: float) -> float:
    """By how much a case is worse than it was."""
    before = floor.by_case.get(case, {}).get(name)
    return 0.0 if before is None else value - before if SCORES[name].better == "lower" else before - value


def _to_blame(name: str, floor: Floor, result: CaseResult) -> list[Detail]:
    """For facts those that were told before and are not now; else everything that is less than it should be, the worst first."""
    details = result.score(name).details
    if SCORES[name].better == "lower":
        return list(details)
    weakest = sorted((d for d in details if d.value is not None and d.value < 1), key=lambda d: d.value or 0.0)
    before = floor.covered.get(result.case)
    if before is None or name not in ("fact_recall", "joint"):
        return weakest
    return [d for d in weakest if d.id in before] or weakest


def _told(name: str, detail: Detail) -> str:
    what = {"fact_recall": "the fact is missing", "faithfulness": "not supported", "forbidden": "forbidden", "noise": "noise"}.get(name, "")
    return f"{what + ' ' if what else ''}{detail.id} “{_short(detail.text, 110)}” ({_short(detail.reason, 160)})"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
