"""Fits the salience model on development data and prints its weights, with cross-validated average precision.

    python -m evals.fit_salience MULTINEWS_ALIGNED.jsonl [CASES_DIR]

A sentence is positive when a human aligned it to the reference summary (Multi-News) or a reference fact rests on it (our cases).
Folds are whole clusters, so no story is in both sides. Logistic regression with L2, by scipy's L-BFGS.
"""

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from summarizer.article import Article
from summarizer.library import read
from summarizer.stages.corpus import prepare
from summarizer.stages.salience import FEATURES, features
from summarizer.stages.sequence import sequence
from summarizer.testing import article

Fold = tuple[NDArray[np.float64], NDArray[np.float64]]


def multinews(path: Path) -> Iterator[Fold]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        articles = [article(document["text"], id=document["doc"]) for document in row["documents"]]
        spans = [(a["doc"], start, end) for a in row["alignments"] for start, end in a["doc_offsets"]]
        yield fold(articles, spans)


def cases(folder: Path) -> Iterator[Fold]:
    for file in sorted(folder.glob("*/case.toml")):
        case = tomllib.loads(file.read_text(encoding="utf-8"))
        articles = read([str(file.parent / "articles")]).articles
        texts = [support["sentence"] for fact in case["facts"] for support in fact["support"]]
        spans = [(a.id, at, at + len(text)) for a in articles for text in texts if (at := a.text.find(text)) >= 0]
        yield fold(list(articles), spans)


def fold(articles: list[Article], spans: list[tuple[str, int, int]]) -> Fold:
    corpus = prepare(articles)
    usable = {ident: [s for s in own if s.aside is None and s.role == "prose"] for ident, own in corpus.sentences.items()}
    place = {ident: i for i, ident in enumerate(sequence(list(corpus.articles), corpus.sentences))}
    flat = [s for own in usable.values() for s in own]
    marked = [float(any(doc == s.article and start < s.end and s.start < end for doc, start, end in spans)) for s in flat]
    return features(flat, usable, place), np.array(marked)


def fit(folds: list[Fold], penalty: float) -> NDArray[np.float64]:
    def loss(weights: NDArray[np.float64]) -> float:
        total = penalty * float(weights[1:] @ weights[1:])
        for matrix, marked in folds:
            logits = matrix @ weights
            total += float(np.mean(np.logaddexp(0.0, logits) - marked * logits))
        return total / len(folds)

    return np.asarray(minimize(loss, np.zeros(len(FEATURES)), method="L-BFGS-B").x)


def average_precision(marked: NDArray[np.float64], score: NDArray[np.float64]) -> float:
    ranked = marked[np.argsort(-score, kind="stable")]
    hits = np.cumsum(ranked)
    return float((hits / np.arange(1, len(ranked) + 1) * ranked).sum() / max(1.0, ranked.sum()))


def main(argv: list[str]) -> None:
    sets = {"multinews": list(multinews(Path(argv[0])))}
    if len(argv) > 1:
        sets["cases"] = list(cases(Path(argv[1])))
    folds = [f for group in sets.values() for f in group if f[1].any()]
    for penalty in (0.02, 0.2):
        scores = [average_precision(f[1], f[0] @ fit([g for g in folds if g is not f], penalty)) for f in folds]
        lead = [average_precision(f[1], f[0][:, FEATURES.index("early")]) for f in folds]
        print(f"penalty {penalty}: average precision {np.mean(scores):.3f} (by position {np.mean(lead):.3f}), {len(folds)} clusters, leave one out")
    weights = fit(folds, 0.1)
    print({name: round(float(weight), 3) for name, weight in zip(FEATURES, weights, strict=True)})


if __name__ == "__main__":
    main(sys.argv[1:])
