"""Claims that say the same thing become one finding, whoever says it."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from summarizer.article import Sentence
from summarizer.claim import Claim, Finding
from summarizer.stages.choosing.salience import Salience, Weights, concepts

UNCHOSEN, CHOSEN = 0.25, 1.25
"""What a claim of no importance weighs, and what full importance adds to it."""
SAME = 0.5
"""Two claims are the same when the lighter one shares this part of its concept weight with the other, and their numbers do not disagree."""
CORROBORATED = 0.5
"""The exponent with which the number of independent articles that say it lifts a finding."""
MANY = 6
"""Claims of which the plainest is told rather than the most salient."""
LOOKED_AT = 40
BORNE_OUT = 0.8
"""The part of a claim's weight that another one must hold to bear it out."""


def merge(claims: Sequence[Claim], weights: Weights, salience: Salience, told: Mapping[str, date | None]) -> tuple[Finding, ...]:
    """Findings of one story, most salient first. `told` gives each article's date. Deterministic: ties go by sentence order."""
    scored = sorted(((_score(claim, salience), claim) for claim in claims), key=lambda pair: (-pair[0], _order(pair[1])))
    groups = _Groups(weights)
    for score, claim in scored:
        groups.put(score, claim)
    findings = [_finding(group, weights, told) for group in groups.members]
    return tuple(sorted(findings, key=lambda finding: (-finding.salience, finding.id)))


class _Groups:
    """Claims put one after another to the first group that already says the same. What a claim shares with all groups is summed up
    along the concepts it holds, so that it stays about linear."""

    def __init__(self, weights: Weights) -> None:
        self.members: list[list[tuple[float, Claim]]] = []
        self._weights = weights
        self._held: list[frozenset[str]] = []
        self._whole: list[float] = []
        self._by_concept: dict[str, list[int]] = {}

    def put(self, score: float, claim: Claim) -> None:
        own = _concepts(claim)
        weighed = [(concept, self._weights[concept]) for concept in sorted(own)]
        whole = sum(weight for _, weight in weighed) or 1.0
        index = self._same(own, weighed, whole)
        if index is None:
            index = len(self.members)
            self.members.append([])
            self._held.append(own)
            self._whole.append(whole)
            for concept in own:
                self._by_concept.setdefault(concept, []).append(index)
        self.members[index].append((score, claim))

    def _same(self, own: frozenset[str], weighed: Sequence[tuple[str, float]], whole: float) -> int | None:
        shared: dict[int, float] = {}
        close: set[int] = set()
        for concept, weight in weighed:
            holding = self._by_concept.get(concept, ())
            for index in holding:
                shared[index] = shared.get(index, 0.0) + weight
            if " " in concept:
                close.update(holding)
        fit = (i for i in close if shared[i] >= SAME * min(whole, self._whole[i]) and _numbers_agree(own, self._held[i]))
        return min(fit, default=None)


def _concepts(claim: Claim) -> frozenset[str]:
    return frozenset().union(*(concepts(s.text) for s in claim.sentences))


def _order(claim: Claim) -> tuple[str, int]:
    return claim.sentences[0].key


def _score(claim: Claim, salience: Salience) -> float:
    return max(salience.of(sentence) for sentence in claim.sentences) * (UNCHOSEN + CHOSEN * claim.importance)


def _numbers_agree(own: frozenset[str], other: frozenset[str]) -> bool:
    mine, theirs = ({c for c in held if c[:1].isdigit()} for held in (own, other))
    return not mine or not theirs or bool(mine & theirs)


def _finding(group: Sequence[tuple[float, Claim]], weights: Weights, told: Mapping[str, date | None]) -> Finding:
    score = group[0][0]
    best = _plainest(group, weights)
    support: list[Sentence] = list(best.sentences)
    for _, claim in group:
        support += [sentence for sentence in claim.sentences if sentence not in support]
    independent = len({claim.article for _, claim in group})
    ident = hashlib.sha256("\n".join(f"{s.article}:{s.start}" for s in best.sentences).encode()).hexdigest()[:10]
    return Finding(
        id=ident,
        claims=tuple(claim for _, claim in group),
        lead=best.sentences[0],
        support=tuple(support),
        kind=best.kind,
        salience=score * independent**CORROBORATED,
        independent=independent,
        on=told.get(best.article),
    )


def _plainest(group: Sequence[tuple[float, Claim]], weights: Weights) -> Claim:
    """The claim that the most others bear out, and that says the most all the same; of few, the most salient."""
    if len(group) < MANY:
        return group[0][1]
    looked_at = group[:LOOKED_AT]
    held = [{c: weights[c] for c in _concepts(claim) if " " not in c} for _, claim in looked_at]
    worth = []
    for own in held:
        whole = sum(own.values()) or 1.0
        borne_out = sum(sum(weight for c, weight in own.items() if c in other) >= BORNE_OUT * whole for other in held)
        worth.append(borne_out * whole**0.5)
    return looked_at[worth.index(max(worth))][1]
