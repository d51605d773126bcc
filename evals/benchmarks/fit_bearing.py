"""Fits the weights of `stages.evidence.bearing` on the aligned Multi-News clusters and prints them with the cross-validated evidence F1.

    python -m evals.benchmarks.fit_bearing ../shared/data/benchmarks

Cross-validation is by cluster: seven folds, five shuffles.
"""

import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np

from evals.benchmarks.human_labels import Aligned, aligned
from evals.benchmarks.logistic import Array, fit
from summarizer.stages.evidence.bearing import Bearing, Features, expected_best
from summarizer.stages.text.index import Index

FOLDS = 7
SHUFFLES = 5


class Asked(NamedTuple):
    """One summary sentence: the sentences considered, what they share with it, and the ones people marked."""

    cluster: int
    numbers: list[int]
    features: Array
    gold: set[int]


def measure(clusters: list[Aligned]) -> list[Asked]:
    asked = []
    for number, cluster in enumerate(clusters):
        bearing = Bearing(Index(cluster.sentences), [document for document, _ in cluster.keys])
        at = {key: i for i, key in enumerate(cluster.keys)}
        for text, gold in cluster.summary.items():
            found = bearing.features(text)
            x = np.array([tuple(features) for _, features in found], float).reshape(-1, len(Features._fields))
            asked.append(Asked(number, [i for i, _ in found], x, {at[key] for key in gold}))
    return asked


def train(asked: list[Asked]) -> Array:
    x = np.vstack([one.features for one in asked])
    y = np.array([float(i in one.gold) for one in asked for i in one.numbers])
    return fit(x, y, np.ones(len(y)), [0] * x.shape[1])


def f1(chosen: set[int], gold: set[int]) -> float:
    right = len(chosen & gold)
    return 2 * right / (len(chosen) + len(gold)) if right else 0.0


def score(one: Asked, b: Array) -> float:
    probabilities = 1 / (1 + np.exp(-(one.features @ b[:-1] + b[-1])))
    ranked = sorted(zip(one.numbers, (float(p) for p in probabilities), strict=True), key=lambda pair: -pair[1])
    return f1(set(expected_best(ranked)), one.gold)


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    clusters = aligned(Path(sys.argv[1]))
    asked = measure(clusters)
    figures = []
    for shuffle in range(SHUFFLES):
        fold = np.random.RandomState(shuffle).permutation(len(clusters)) % FOLDS
        scores: list[float] = []
        for k in range(FOLDS):
            b = train([one for one in asked if fold[one.cluster] != k])
            scores += [score(one, b) for one in asked if fold[one.cluster] == k]
        figures.append(float(np.mean(scores)))
    spread = f"shuffles {min(figures):.3f} to {max(figures):.3f}"
    print(f"evidence F1, cross-validated by cluster {np.mean(figures):.3f} ({spread}), {len(asked)} sentences")
    b = train(asked)
    print(f"on what it was fitted to: {np.mean([score(one, b) for one in asked]):.3f}")
    print("WEIGHTS = Features(" + ", ".join(f"{name}={value:.3f}" for name, value in zip(Features._fields, b[:-1], strict=True)) + ")")
    print(f"BIAS = {b[-1]:.3f}")


if __name__ == "__main__":
    main()
