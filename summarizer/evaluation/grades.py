"""How good is each judge, measured on labels that people gave? Kept in a file, printed beside every score the judge gave.

The grades of the judges that come with the package are in `grades.toml` beside this module; `eval judge --save FILE` adds those of others.
"""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from summarizer.errors import UsageError
from summarizer.value import Value

LEAST_KAPPA = 0.412
"""What a simple lexical judge reaches on SummHay's news labels: one that agrees less with people may not score coverage."""
OURS = Path(__file__).with_name("grades.toml")


class Grade(Value):
    """One judge on one set of `n` human labels. Coverage: `kappa` and `accuracy` over three labels; support: `balanced` accuracy.

    `low` and `high` are the 95 % interval of the measure that counts (kappa, or balanced accuracy), whole documents resampled.
    """

    judge: str
    version: str
    task: Literal["coverage", "support"]
    on: str
    n: int
    kappa: float | None = None
    accuracy: float | None = None
    balanced: float | None = None
    low: float | None = None
    high: float | None = None
    note: str = ""

    def __str__(self) -> str:
        value = self.kappa if self.task == "coverage" else self.balanced
        shown = "unknown" if value is None else f"{value:.3f}"
        between = "" if self.low is None or self.high is None else f" [{self.low:.3f}, {self.high:.3f}]"
        return f"{'kappa' if self.task == 'coverage' else 'balanced accuracy'} {shown}{between} on {self.n} labels of {self.on}"


def load_grades(*paths: Path) -> tuple[Grade, ...]:
    """The grades of the package and of further files; a later one of the same judge, task and set replaces an earlier one."""
    found: dict[tuple[str, str, str], Grade] = {}
    for path in (OURS, *paths):
        for grade in kept_in(path):
            found[grade.judge, grade.task, grade.on] = grade
    return tuple(found.values())


def grade_of(grades: Iterable[Grade], judge: str, task: str) -> Grade | None:
    """The judge's grade on the task; the lowest, where it has several: no judge chooses its own exam."""
    found = [grade for grade in grades if grade.judge == judge and grade.task == task]
    return min(found, key=lambda grade: grade.kappa if grade.kappa is not None else grade.balanced or 0.0, default=None)


def keep(path: Path, grades: Sequence[Grade]) -> None:
    """Writes grades into a file, in place of earlier ones of the same judge, task and set. Raises UsageError."""
    new = {(grade.judge, grade.task, grade.on) for grade in grades}
    others = [grade for grade in kept_in(path) if (grade.judge, grade.task, grade.on) not in new]
    try:
        path.write_text(grades_text([*others, *grades]))
    except OSError as error:
        raise UsageError(f"the grades cannot be kept in {path}: {error.strerror or error}") from None


def grades_text(grades: Sequence[Grade]) -> str:
    """The grades as TOML."""
    parts = ["# Grades of judges on human labels; written by `summarizer eval judge --save`.\n"]
    for grade in sorted(grades, key=lambda g: (g.judge, g.task, g.on)):
        lines = ["[[grades]]"]
        for name, value in grade.model_dump(exclude_none=True).items():
            lines.append(f"{name} = {_toml(value)}")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _toml(value: str | int | float) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
    return str(round(value, 4)) if isinstance(value, float) else str(value)


def kept_in(path: Path) -> tuple[Grade, ...]:
    """The grades in one file; none where it is missing. Raises UsageError for a broken one."""
    try:
        rows = tomllib.loads(path.read_text()).get("grades", [])
        return tuple(Grade.model_validate(row) for row in rows)
    except FileNotFoundError:
        return ()
    except (OSError, tomllib.TOMLDecodeError, ValidationError, TypeError) as error:
        raise UsageError(f"the grades in {path} cannot be read: {str(error).splitlines()[0]}") from None
