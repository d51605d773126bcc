"""How sure is a mean? Percentile bootstrap intervals (scipy), whole cases drawn with replacement, always with the same seed."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from statistics import fmean
from typing import TypeVar

from summarizer.value import Value

RESAMPLES = 2000
CONFIDENCE = 0.95
SEED = 7

Row = TypeVar("Row")


class Interval(Value):
    """A mean of `n` values with its 95 % interval; `low` and `high` are None where one value gives none."""

    mean: float
    low: float | None = None
    high: float | None = None
    n: int

    def __str__(self) -> str:
        return f"{self.mean:.3f}" if self.low is None or self.high is None else f"{self.mean:.3f} [{self.low:.3f}, {self.high:.3f}]"


def interval(values: Sequence[float], *, seed: int = SEED, resamples: int = RESAMPLES) -> Interval | None:
    """The mean of one value a case with its interval; None for no value."""
    if not values:
        return None
    mean = fmean(values)
    if len(values) < 2:
        return Interval(mean=mean, n=len(values))
    if len(set(values)) == 1:
        return Interval(mean=mean, low=mean, high=mean, n=len(values))
    import numpy as np
    from scipy.stats import bootstrap

    found = bootstrap(
        (np.asarray(values, dtype=float),), np.mean, method="percentile", n_resamples=resamples, confidence_level=CONFIDENCE,
        rng=np.random.default_rng(seed),
    ).confidence_interval  # fmt: skip
    return Interval(mean=mean, low=float(found.low), high=float(found.high), n=len(values))


def grouped(
    groups: Mapping[Hashable, Sequence[Row]],
    statistic: Callable[[Sequence[Row]], float],
    *,
    seed: int = SEED,
    resamples: int = 1000,
) -> Interval:
    """Any statistic of rows with its interval, whole groups drawn with replacement. Resamples without a value (nan, division by zero)
    are left out."""
    import numpy as np

    held = [list(rows) for rows in groups.values()]
    everything = [row for rows in held for row in rows]
    random = np.random.default_rng(seed)
    drawn = []
    for _ in range(resamples if len(held) > 1 else 0):
        rows = [row for n in random.integers(0, len(held), len(held)) for row in held[n]]
        try:
            value = statistic(rows)
        except ZeroDivisionError:
            continue
        if value == value:
            drawn.append(value)
    mean = statistic(everything)
    if not drawn:
        return Interval(mean=mean, n=len(everything))
    low, high = np.quantile(drawn, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return Interval(mean=mean, low=float(low), high=float(high), n=len(everything))
