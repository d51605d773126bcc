"""Logistic regression small enough to read: a ridge on standardised quantities, their signs held."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def fit(x: Array, y: Array, weight: Array, signs: Sequence[int], penalty: float = 10.0) -> Array:
    """The weights of the raw quantities, bias last. `signs`: 1 may not be negative, -1 not positive, 0 free."""
    from scipy.optimize import minimize

    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / scale, np.ones(len(x))]
    sign = np.where(y == 1, 1.0, -1.0)

    def loss(b: Array) -> tuple[float, Array]:
        held = np.r_[b[:-1], 0.0]
        margin = sign * (z @ b)
        slope = -sign * weight / (1 + np.exp(margin))
        return float((weight * np.logaddexp(0, -margin)).sum() + penalty * (held**2).sum() / 2), z.T @ slope + penalty * held

    bounds = [(0 if s > 0 else None, 0 if s < 0 else None) for s in signs] + [(None, None)]
    b = minimize(loss, np.zeros(z.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds).x
    raw = b[:-1] / scale
    return np.asarray(np.r_[raw, b[-1] - (raw * mean).sum()], float)
