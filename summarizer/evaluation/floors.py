"""Floors: what a run must reach. They only rise, unless someone says `--allow-regression`; a run under one fails and says which thing is
to blame.

    [[floors]]
    cases = "cases"            # the set, by the name of its folder
    system = "extractive"
    judge = "lexical"
    max_words = 350
    [floors.scores]            # the least mean over the cases; the most, where lower is better
    fact_recall = 0.612
    [floors.covered]           # the facts that were told in full: to name the one that is missing
    harbour = ["f1", "f2"]
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

_SHOWN = 5


class Floor(Value):
    """What one system must reach on one set of cases under one judge."""

    cases: str
    system: str
    judge: str
    max_words: int
    scores: dict[str, float]
    covered: dict[str, tuple[str, ...]] = Field(default_factory=dict)

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
    values = {}
    for name, measure in SCORES.items():
        reached = run.interval(name)
        if measure.floored and reached is not None:
            values[name] = (math.floor if measure.better == "higher" else math.ceil)(reached.mean * 1000 + _tiny(measure.better)) / 1000
    covered = {result.case: tuple(d.id for d in result.score("fact_recall").details if d.value == 1) for result in run.results}
    return Floor(cases=run.cases, system=run.system, judge=run.judge, max_words=run.max_words, scores=values, covered=covered)


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
    return "\n".join(lines) + "\n"


def _under(name: str, value: float, least: float) -> bool:
    return value > least + 1e-9 if SCORES[name].better == "lower" else value < least - 1e-9


def _tiny(better: str) -> float:
    """Keeps 0.6 from becoming 0.599 by the way floating point writes it."""
    return 1e-6 if better == "higher" else -1e-6


def _because(name: str, floor: Floor, run: RunResult) -> tuple[str, ...]:
    lines = []
    for result in run.results:
        if result.failed:
            lines.append(f"{result.case}: {result.failed}")
            continue
        lines += [f"{result.case}: {_told(name, detail)}" for detail in _to_blame(name, floor, result)]
    if len(lines) > _SHOWN:
        lines = [*lines[:_SHOWN], f"and {len(lines) - _SHOWN} more"]
    return tuple(lines) or (next((r.score(name).reason for r in run.results), "no case was run"),)


def _to_blame(name: str, floor: Floor, result: CaseResult) -> list[Detail]:
    """For facts those that were told before and are not now; else everything that is less than it should be."""
    details = result.score(name).details
    if name == "fact_recall":
        before = floor.covered.get(result.case)
        if before is not None:
            lost = [d for d in details if d.id in before and d.value != 1]
            return lost
        return [d for d in details if d.value != 1]
    if SCORES[name].better == "lower":
        return list(details)
    weakest = [d for d in details if d.value is not None and d.value < 1]
    return sorted(weakest, key=lambda d: d.value or 0.0)


def _told(name: str, detail: Detail) -> str:
    what = {"fact_recall": "the fact is missing", "faithfulness": "not supported", "forbidden": "forbidden", "noise": "noise"}.get(name, "")
    return f"{what + ' ' if what else ''}{detail.id} “{detail.text[:140]}” ({detail.reason})"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
