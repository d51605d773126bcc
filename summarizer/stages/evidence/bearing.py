"""How likely is a sentence to be evidence for a text? A small logistic model over what the two share.

Its weights were fitted on the development split of the aligned Multi-News clusters (`python -m evals.benchmarks.fit_bearing`) and are
frozen here.
"""

import math
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.stages.evidence.likeness import greedy, strengths
from summarizer.stages.evidence.worded import Worded, worded
from summarizer.stages.text.index import SYNONYM as LOOSE_SYNONYM
from summarizer.stages.text.index import Index
from summarizer.stages.text.wording import Token

SYNONYM = 0.5  # finding evidence asks for the same words more than the aligner does
_CLASS = {"word": 1.0, "name": 1.0, "number": 1.3, "function": 0.0}
CONSIDERED = 15
_CANDIDATES = 60
_COMMON = 0.02  # a word in more than this share of the sentences finds no candidates where a rarer one does


class Features(NamedTuple):
    """What a sentence shares with the text. All 0..1.

    `relative` its weighted share of the text's words, against the best sentence's; `cosine` of the weighted words; `pairs` of the text's
    neighbouring words that are both in it; `after` the share of the sentence that follows it; `single` the heaviest shared word alone.
    """

    relative: float
    cosine: float
    pairs: float
    after: float
    single: float


WEIGHTS = Features(relative=2.624, cosine=6.951, pairs=0.528, after=1.735, single=-2.592)
BIAS = -4.088


class Bearing:
    """Ranks the sentences of an index; `articles` names the article of each."""

    def __init__(self, index: Index, articles: Sequence[str]) -> None:
        self._index = index
        self._articles = articles

    def ranked(self, text: str, within: Collection[str] | None = None) -> list[tuple[int, float]]:
        """Up to CONSIDERED sentence numbers with their probability of being evidence, best first."""
        found = [(number, probability(features)) for number, features in self.features(text, within)]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def features(self, text: str, within: Collection[str] | None = None) -> list[tuple[int, Features]]:
        """The sentences that share most with the text, and what they share."""
        content, weights = self._weighted(text)
        if not content:
            return []
        total, norm = sum(weights), math.sqrt(sum([w * w for w in weights]))
        shared = _Shared(self._index, worded(text), weights)
        scored = sorted((-shared[number][0], number) for number in self._candidates(content, weights, within))
        if not scored or scored[0][0] == 0:
            return []
        found = []
        for score, number in scored[:CONSIDERED]:
            held = shared[number][1]
            weighted = [w * h for w, h in zip(weights, held, strict=True)]
            features = Features(
                relative=score / scored[0][0],
                cosine=sum([w * one for w, one in zip(weights, weighted, strict=True)]) / (norm * self._norm(number)),
                pairs=sum([1 for one, two in pairwise(held) if one and two]) / max(1, len(held) - 1),
                after=(shared[number + 1][0] if self._followed(number) else 0.0) / total,
                single=max(weighted) / total,
            )
            found.append((number, features))
        return found

    def fewest(self, text: str, most: int, within: Collection[str] | None = None, least: float = 0.1) -> list[int]:
        """The fewest sentences that together cover what is covered of the text, best first; each adds at least `least`."""
        content, weights = self._weighted(text)
        candidates = [number for number, _ in self.ranked(text, within)]
        hits: list[dict[int, float]] = [{} for _ in content]
        for number in candidates:
            held = strengths(content, worded(self._index.texts[number]), LOOSE_SYNONYM)
            for found, strength in zip(hits, held, strict=True):
                if strength:
                    found[number] = strength
        return greedy(hits, weights, self._index, most, least)[0]

    def _weighted(self, text: str) -> tuple[list[Token], list[float]]:
        content = worded(text).content
        return content, [_CLASS[token.kind] * self._index.weight(token.stem) for token in content]

    def _candidates(self, content: Sequence[Token], weights: Sequence[float], within: Collection[str] | None) -> list[int]:
        """The sentences that hold the text's rarer words; all that hold any where there are few."""
        limit = max(300, int(_COMMON * len(self._index.texts)))
        spread = [self._index.spread(token) for token in content]
        rarest = min((n for n in spread if n), default=0)
        scores: dict[int, float] = {}
        for token, weight, wide in zip(content, weights, spread, strict=True):
            if wide <= max(limit, rarest):
                for number, strength in self._index.hits(token, SYNONYM).items():
                    scores[number] = scores.get(number, 0.0) + weight * strength
        allowed = scores if within is None else {n: s for n, s in scores.items() if self._articles[n] in within}
        return sorted(allowed, key=lambda number: (-allowed[number], number))[:_CANDIDATES]

    def _followed(self, number: int) -> bool:
        """Whether another sentence of its article follows."""
        return number + 1 < len(self._articles) and self._articles[number + 1] == self._articles[number]

    def _norm(self, number: int) -> float:
        return math.sqrt(sum([self._index.weight(stem) ** 2 for stem in worded(self._index.texts[number]).held.stems])) or 1.0


class _Shared(dict[int, tuple[float, list[float]]]):
    """What each sentence shares with a text: the weight of it, and how well each word is found."""

    def __init__(self, index: Index, text: Worded, weights: Sequence[float]) -> None:
        super().__init__()
        self._index, self._text, self._weights = index, text, weights

    def __missing__(self, number: int) -> tuple[float, list[float]]:
        held = strengths(self._text.content, worded(self._index.texts[number]), SYNONYM)
        self[number] = found = sum([w * h for w, h in zip(self._weights, held, strict=True)]), held
        return found


def probability(features: Features) -> float:
    """The logistic model: 0..1."""
    return 1 / (1 + math.exp(-BIAS - sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))))


def expected_best(ranked: Sequence[tuple[int, float]], most: int = 6) -> list[int]:
    """The first sentences of a ranking that make the best expected F1 against the true evidence, at least one."""
    expected = max(1.0, sum(probability for _, probability in ranked))
    best, length, right = 0.0, 0, 0.0
    for taken, (_, probability) in enumerate(ranked[:most], 1):
        right += probability
        if 2 * right / (taken + expected) > best:
            best, length = 2 * right / (taken + expected), taken
    return [number for number, _ in ranked[:length]]
