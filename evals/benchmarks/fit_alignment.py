"""Fits the weights of `stages.evidence.align` on the development splits and prints them with cross-validated figures.

    python -m evals.benchmarks.fit_alignment ../shared/data/benchmarks

Every set and every label has the same total weight, so that 0.5 is the threshold for all of them. Signs are held to what a quantity
means. Cross-validation is by document: ten folds, five shuffles.
"""

import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evals.benchmarks.human_labels import SETS, labelled
from evals.benchmarks.logistic import Array, fit
from summarizer.stages.evidence.align import PREFACE_LINE, sentences_of
from summarizer.stages.evidence.likeness import SHARES, Likeness, likeness, parts
from summarizer.stages.text.index import Index

SIGNS = [1] * SHARES + [-1] * (len(Likeness._fields) - SHARES)
FOLDS = 10
SHUFFLES = 5


@lru_cache(maxsize=1)
def _index(source: str | tuple[str, ...]) -> Index:
    return Index(sentences_of(source) if isinstance(source, str) else source)


class Measured(NamedTuple):
    """The quantities of every claim (NaN where it says nothing) and of each of its sentences, its label, document and set."""

    whole: Array
    sentences: list[Array]
    labels: Array
    documents: list[str]
    sets: list[str]


def measure(folder: Path) -> Measured:
    found, sentences, labels, documents, sets = [], [], [], [], []
    for name in SETS:
        for row in labelled(folder, name):
            index = _index(row.source)
            like = None if PREFACE_LINE.match(row.claim) else likeness(row.claim, index)
            found.append(tuple(like) if like else (np.nan,) * len(Likeness._fields))
            each = [one for part in parts(row.claim) if not PREFACE_LINE.match(part) and (one := likeness(part, index)) is not None]
            sentences.append(np.array([tuple(one) for one in each], float).reshape(-1, len(Likeness._fields)))
            labels.append(row.label)
            documents.append(f"{name} {row.document}")
            sets.append(name)
    return Measured(np.array(found), sentences, np.array(labels, float), documents, sets)


def balanced(y: Array, supported: NDArray[np.bool_]) -> float:
    """Balanced accuracy."""
    return float((supported[y == 1].mean() + (~supported[y == 0]).mean()) / 2)


def weights_of(y: Array, sets: Sequence[str], says: NDArray[np.bool_]) -> Array:
    """Every set and every label weighs 300 claims."""
    names = np.array(sets)
    weight = np.zeros(len(y))
    for name in SETS:
        for label in (0, 1):
            chosen = (names == name) & (y == label) & says
            weight[chosen] = 300 / max(1, chosen.sum())
    return weight


def cross_validate(measured: Measured) -> dict[str, list[float]]:
    """Balanced accuracy of each set at 0.5, one figure a shuffle. A claim is as well supported as the weakest of its sentences."""
    x, sentences, y, documents, sets = measured
    says = ~np.isnan(x[:, 0])
    filled = np.nan_to_num(x)
    weight, names = weights_of(y, sets, says), np.array(sets)
    figures: dict[str, list[float]] = {name: [] for name in SETS}
    for shuffle in range(SHUFFLES):
        unique = sorted(set(documents))
        np.random.RandomState(shuffle).shuffle(unique)
        fold_of: dict[str, int] = {}
        for name in SETS:
            fold_of |= {document: i % FOLDS for i, document in enumerate(d for d in unique if d.startswith(name))}
        fold = np.array([fold_of[document] for document in documents])
        supported = ~says
        for k in range(FOLDS):
            train, test = (fold != k) & says, (fold == k) & says
            b = fit(filled[train], y[train], weight[train], SIGNS)
            for i in np.flatnonzero(test):
                supported[i] = len(sentences[i]) == 0 or (sentences[i] @ b[:-1]).min() + b[-1] >= 0
        for name in SETS:
            figures[name].append(balanced(y[names == name], supported[names == name]))
    return figures


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    measured = measure(Path(sys.argv[1]))
    x, _, y, _, sets = measured
    for name, figures in cross_validate(measured).items():
        spread = f"shuffles {min(figures):.3f} to {max(figures):.3f}"
        print(f"{name}: balanced accuracy, cross-validated by document {np.mean(figures):.3f} ({spread})")
    says = ~np.isnan(x[:, 0])
    b = fit(x[says], y[says], weights_of(y, sets, says)[says], SIGNS)
    print("WEIGHTS = Likeness(" + ", ".join(f"{name}={value:.3f}" for name, value in zip(Likeness._fields, b[:-1], strict=True)) + ")")
    print(f"BIAS = {b[-1]:.3f}")


if __name__ == "__main__":
    main()
