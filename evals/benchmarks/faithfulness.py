"""How well do our scores agree with people's labels? Writes predictions and prints figures with 95 % intervals.

    python -m evals.benchmarks.faithfulness ../shared/data/benchmarks [--out FOLDER] [--nli MODEL] [--set NAME]...

Sets: ragtruth, summedits, wice (balanced accuracy at 0.5: the threshold is the same for all and is not tuned here), wiceevid and mnevid
(F1 of the evidence found). Intervals: bootstrap over documents, 1000 resamples, seed 7. A folder with other rows of the same
form (a held-out split) is measured with the same frozen weights. `--nli` scores with a local cross-encoder instead of the aligner.
"""

import argparse
import asyncio
import json
import random
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from statistics import mean
from typing import TypeVar

from evals.benchmarks.human_labels import SETS, Labelled, aligned, labelled, rows
from summarizer.protocols import Entailment, Pair
from summarizer.stages.evidence.align import sentences_of, support
from summarizer.stages.evidence.bearing import Bearing, expected_best
from summarizer.stages.text.index import Index

T = TypeVar("T")
Scored = tuple[int, float]


@lru_cache(maxsize=1)
def _index(source: str | tuple[str, ...]) -> Index:
    return Index(sentences_of(source) if isinstance(source, str) else source)


def lexical(claims: Sequence[Labelled]) -> list[float]:
    """The aligner's score of every claim against its whole source."""
    return [support(_index(claim.source), claim.claim) for claim in claims]


def by_model(claims: Sequence[Labelled], model: Entailment) -> list[float]:
    """A model's score of every claim against its whole source; NaN counts as 0.5."""
    pairs = [Pair(premise=c.source if isinstance(c.source, str) else "\n".join(c.source), claim=c.claim) for c in claims]
    return [0.5 if score != score else score for score in asyncio.run(model.score(pairs))]


def balanced(scored: Sequence[Scored]) -> float:
    """Balanced accuracy at 0.5."""
    good = [score >= 0.5 for label, score in scored if label == 1]
    bad = [score < 0.5 for label, score in scored if label == 0]
    return (mean(good) + mean(bad)) / 2


def interval(groups: Sequence[Sequence[T]], figure: Callable[[Sequence[T]], float]) -> tuple[float, float]:
    """The 95 % interval of a figure over documents."""
    generator, figures = random.Random(7), []
    for _ in range(1000):
        drawn = [one for _ in groups for one in generator.choice(groups)]
        try:
            figures.append(figure(drawn))
        except ValueError:  # a resample without one of the labels
            continue
    figures.sort()
    return figures[int(0.025 * len(figures))], figures[int(0.975 * len(figures)) - 1]


def f1(chosen: set[object], gold: set[object]) -> float:
    right = len(chosen & gold)
    return 2 * right / (len(chosen) + len(gold)) if right else 0.0


def wice_evidence(folder: Path) -> Iterator[tuple[str, list[int], float]]:
    """For each claim with evidence: its id, the sentences found, and the F1 against the best matching set people marked."""
    for row in rows(folder / SETS["wice"]):
        gold = row["supporting_sentences"]
        sentences = row["source_sentences"]
        assert isinstance(gold, list)
        assert isinstance(sentences, list)
        if row["label3"] == "not_supported" or not gold:
            continue
        bearing = Bearing(Index(sentences), [""] * len(sentences))
        found = expected_best(bearing.ranked(str(row["claim"])))
        yield str(row["id"]), found, max(f1(set(found), set(one)) for one in gold)


def news_evidence(folder: Path) -> Iterator[tuple[str, dict[str, list[tuple[str, int]]], list[float]]]:
    """For each cluster: its id, the evidence found for every summary sentence, and their F1."""
    for cluster in aligned(folder):
        bearing = Bearing(Index(cluster.sentences), [document for document, _ in cluster.keys])
        found = {text: [cluster.keys[i] for i in expected_best(bearing.ranked(text))] for text in cluster.summary}
        yield cluster.id, found, [f1(set(found[text]), set(gold)) for text, gold in cluster.summary.items()]


def write(out: Path | None, name: str, predictions: Sequence[dict[str, object]]) -> None:
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{name}.jsonl").write_text("".join(json.dumps(one) + "\n" for one in predictions), encoding="utf-8")


def report(name: str, figure: str, value: float, low: float, high: float, count: int) -> None:
    print(f"{name:10} {figure} {value:.3f}  95 % {low:.3f} to {high:.3f}  n = {count}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--nli")
    parser.add_argument("--set", action="append", choices=[*SETS, "wiceevid", "mnevid"], dest="sets")
    given = parser.parse_args()
    wanted = given.sets or [*SETS, "wiceevid", "mnevid"]
    model: Entailment | None = None
    if given.nli:
        from summarizer.edges.nli import OnnxEntailment

        model = OnnxEntailment(given.nli)
    for name in [name for name in SETS if name in wanted]:
        claims = labelled(given.folder, name)
        scores = by_model(claims, model) if model else lexical(claims)
        write(given.out, name, [{"id": claim.id, "score": score} for claim, score in zip(claims, scores, strict=True)])
        paired = sorted(((c.document, (c.label, s)) for c, s in zip(claims, scores, strict=True)), key=lambda one: one[0])
        groups = [[scored for _, scored in group] for _, group in groupby(paired, key=lambda one: one[0])]
        report(name, "balanced accuracy", balanced([s for g in groups for s in g]), *interval(groups, balanced), len(claims))
    if "wiceevid" in wanted:
        pages = list(wice_evidence(given.folder))
        write(given.out, "wiceevid", [{"id": id_, "sentences": found} for id_, found, _ in pages])
        report("wiceevid", "evidence F1", mean(s for _, _, s in pages), *interval([[s] for _, _, s in pages], mean), len(pages))
    if "mnevid" in wanted:
        clusters = list(news_evidence(given.folder))
        write(given.out, "mnevid", [{"id": id_, "sentences": found} for id_, found, _ in clusters])
        singles = [s for _, _, scores in clusters for s in scores]
        report("mnevid", "evidence F1", mean(singles), *interval([scores for _, _, scores in clusters], mean), len(singles))


if __name__ == "__main__":
    main()
