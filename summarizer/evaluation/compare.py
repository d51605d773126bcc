"""Is run B better than run A? Paired by case, with an interval of the difference, so that "cannot tell" is an answer."""

from collections.abc import Sequence
from statistics import fmean
from typing import Literal

from summarizer.errors import UsageError
from summarizer.evaluation.bootstrap import SEED, Interval, interval
from summarizer.evaluation.run import RunResult
from summarizer.evaluation.scoring import SCORES, Better
from summarizer.value import Value

Outcome = Literal["better", "worse", "same", "different", "cannot tell"]
FEWEST = 5
"""Fewer pairs than this decide nothing: with four of them a difference of one sign in all has a chance of one in eight by luck alone."""


class Compared(Value):
    """One score of B against A. `difference` is B − A over the cases both have; `worst` the case where B loses most."""

    score: str
    a: float | None
    b: float | None
    difference: Interval | None
    outcome: Outcome
    worst: str = ""
    note: str = ""


class Comparison(Value):
    a: str
    b: str
    scores: tuple[Compared, ...]
    notes: tuple[str, ...] = ()


def paired(a: Sequence[float], b: Sequence[float], better: Better = "higher", *, seed: int = SEED) -> tuple[Interval | None, Outcome]:
    """The mean difference b − a of pairs with its interval, and what it says of b."""
    differences = [y - x for x, y in zip(a, b, strict=True)]
    found = interval(differences, seed=seed)
    if found is None:
        return None, "cannot tell"
    if all(abs(difference) < 1e-12 for difference in differences):
        return found, "same"
    if found.low is None or found.high is None or found.n < FEWEST or found.low <= 0 <= found.high:
        return found, "cannot tell"
    if better == "neither":
        return found, "different"
    return found, "better" if (found.mean > 0) == (better == "higher") else "worse"


def compare(a: RunResult, b: RunResult) -> Comparison:
    """Every score of two runs. Raises UsageError where they share no case."""
    shared = sorted({r.case for r in a.results} & {r.case for r in b.results})
    if not shared:
        raise UsageError(f"the runs of {a.system} and {b.system} share no case")
    notes = []
    only = sorted({r.case for r in a.results} ^ {r.case for r in b.results})
    if only:
        notes.append(f"{len(only)} case(s) are in one run only and are left out: {', '.join(only)}")
    if (a.judge, a.support_judge) != (b.judge, b.support_judge):
        notes.append(f"the judges differ ({a.judge} and {b.judge}): differences may be theirs")
    if a.max_words != b.max_words:
        notes.append(f"the allowed length differs ({a.max_words} and {b.max_words} words)")
    return Comparison(a=a.system, b=b.system, scores=tuple(_compared(name, a, b) for name in SCORES), notes=tuple(notes))


def _compared(name: str, a: RunResult, b: RunResult) -> Compared:
    ours, theirs = a.by_case(name), b.by_case(name)
    shared = sorted(set(ours) & set(theirs))
    better = SCORES[name].better
    found, outcome = paired([ours[case] for case in shared], [theirs[case] for case in shared], better)
    if found is None:
        return Compared(score=name, a=None, b=None, difference=None, outcome="cannot tell", note="unscored in one of the runs")
    sign = -1 if better == "lower" else 1
    worst = min(shared, key=lambda case: (sign * (theirs[case] - ours[case]), case))
    falls = sign * (theirs[worst] - ours[worst]) < 0
    return Compared(
        score=name, a=fmean(ours[case] for case in shared), b=fmean(theirs[case] for case in shared), difference=found, outcome=outcome,
        worst=worst if falls and better != "neither" else "", note=f"{len(shared)} cases are too few" if len(shared) < FEWEST else "",
    )  # fmt: skip
