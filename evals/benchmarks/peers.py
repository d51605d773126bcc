"""What open checkers that need no model say on the same labels: the threshold of each is chosen on other documents (ten folds).

    python -m evals.benchmarks.peers ../shared/data/benchmarks

Needs `rouge-score`. ROUGE precision is the share of the claim found in the source; token-set and partial ratios are rapidfuzz's.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from evals.benchmarks.faithfulness import balanced
from evals.benchmarks.human_labels import SETS, Labelled, labelled

Scorer = Callable[[str, str], float]


def scorers() -> dict[str, Scorer]:
    from rapidfuzz import fuzz
    from rouge_score.rouge_scorer import RougeScorer

    rouge = RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=True)
    return {
        "rouge-score ROUGE-1 precision": lambda source, claim: float(rouge.score(source, claim)["rouge1"].precision),
        "rouge-score ROUGE-2 precision": lambda source, claim: float(rouge.score(source, claim)["rouge2"].precision),
        "rouge-score ROUGE-L precision": lambda source, claim: float(rouge.score(source, claim)["rougeL"].precision),
        "rapidfuzz token_set_ratio": lambda source, claim: fuzz.token_set_ratio(source, claim) / 100,
        "rapidfuzz partial_ratio": lambda source, claim: fuzz.partial_ratio(source, claim) / 100,
    }


def tuned(claims: Sequence[Labelled], scores: Sequence[float]) -> float:
    """Balanced accuracy with the threshold that is best on the documents of the other folds."""
    documents = sorted({claim.document for claim in claims})
    np.random.RandomState(0).shuffle(documents)
    fold = {document: i % 10 for i, document in enumerate(documents)}
    decided = []
    for k in range(10):
        train = [(c.label, s) for c, s in zip(claims, scores, strict=True) if fold[c.document] != k]
        cuts = sorted({s for _, s in train})[:: max(1, len(train) // 200)]
        best = max(cuts, key=lambda cut: balanced([(label, s - cut + 0.5) for label, s in train]))
        decided += [(c.label, s - best + 0.5) for c, s in zip(claims, scores, strict=True) if fold[c.document] == k]
    return balanced(decided)


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for name in SETS:
        claims = labelled(Path(sys.argv[1]), name)
        for peer, score in scorers().items():
            scores = [score(c.source if isinstance(c.source, str) else "\n".join(c.source), c.claim) for c in claims]
            print(f"{name:10} {peer:30} balanced accuracy {tuned(claims, scores):.3f}", flush=True)


if __name__ == "__main__":
    main()
