"""Fits the salience model on development data and prints its weights, with cross-validated average precision.

    python -m evals.fit_salience BENCHMARKS_DIR [CASES_DIR]

A sentence is positive when a human aligned it to the reference summary (Multi-News), when a reference fact rests on it (our cases), or
when it is
the nearest sentence of the article to a summary sentence that humans found faithful (RAGTruth).
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
from summarizer.stages.choosing.salience import FEATURES, concepts, features
from summarizer.stages.choosing.sequence import sequence
from summarizer.stages.sorting.corpus import prepare
from summarizer.testing import article

Fold = tuple[NDArray[np.float64], NDArray[np.float64]]


def multinews(path: Path) -> Iterator[Fold]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        articles = [article(document["text"], id=document["doc"]) for document in row["documents"]]
        spans = [(a["doc"], start, end) for a in row["alignments"] for start, end in a["doc_offsets"]]
        yield fold(articles, spans)


def ragtruth(folder: Path) -> Iterator[Fold]:
    parents = [json.loads(line) for line in (folder / "ragtruth_summary.jsonl").read_text(encoding="utf-8").splitlines()]
    claims: dict[str, list[str]] = {}
    by_id = {row["id"]: row["doc_id"] for row in parents}
    for line in (folder / "ragtruth_summary_sentences.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["label"] == 1:
            claims.setdefault(by_id[row["parent"]], []).append(row["claim"])
    for doc, source in {row["doc_id"]: row["source"] for row in parents}.items():
        one = article(source, id=doc)
        sentences = [s for s in prepare([one]).sentences[doc] if s.aside is None and s.role == "prose"]
        held = [concepts(s.text) for s in sentences]
        nearest = {
            max(range(len(held)), key=lambda i: len(held[i] & wanted) / (len(held[i] | wanted) or 1))
            for c in claims.get(doc, [])
            if held
            for wanted in [concepts(c)]
        }
        yield fold([one], [(doc, sentences[i].start, sentences[i].end) for i in nearest])


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
    sets = {"multinews": list(multinews(Path(argv[0]) / "multinews_aligned.jsonl")), "ragtruth": list(ragtruth(Path(argv[0])))}
    if len(argv) > 1:
        sets["cases"] = list(cases(Path(argv[1])))
    folds = [f for group in sets.values() for f in group if f[1].any()]
    for penalty in (0.02, 0.1):
        for name, group in sets.items():
            scores = []
            for part in range(6):
                held = [f for i, f in enumerate(folds) if i % 6 == part]
                weights = fit([f for i, f in enumerate(folds) if i % 6 != part], penalty)
                scores += [average_precision(f[1], f[0] @ weights) for f in held if any(f is g for g in group)]
            lead = [average_precision(f[1], f[0][:, FEATURES.index("early")]) for f in group if f[1].any()]
            print(
                f"penalty {penalty}, {name}: average precision {np.mean(scores):.3f} (by position {np.mean(lead):.3f}), "
                f"{len(scores)} clusters, 6 folds"
            )
    print({name: round(float(weight), 3) for name, weight in zip(FEATURES, fit(folds, 0.02), strict=True)})


if __name__ == "__main__":
    main(sys.argv[1:])
