"""Claims that say the same thing become one finding, whoever says it."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from summarizer.article import Sentence
from summarizer.claim import Claim, Finding
from summarizer.stages.choosing.salience import Salience, Weights, concepts

SAME = 0.5
"""Two claims are the same when the lighter one shares this part of its concept weight with the other, and their numbers do not disagree."""


def merge(claims: Sequence[Claim], weights: Weights, salience: Salience, told: Mapping[str, date | None]) -> tuple[Finding, ...]:
    """Findings of one story, most salient first. `told` gives each article's date. Deterministic: ties go by sentence order."""
    scored = sorted(((_score(claim, salience), claim) for claim in claims), key=lambda pair: (-pair[0], _order(pair[1])))
    groups: list[list[tuple[float, Claim]]] = []
    held: list[frozenset[str]] = []
    by_concept: dict[str, list[int]] = {}
    for score, claim in scored:
        own = frozenset().union(*(concepts(s.text) for s in claim.sentences))
        index = _same(own, held, by_concept, weights)
        if index is None:
            index = len(groups)
            groups.append([])
            held.append(own)
            for concept in own:
                if " " in concept:
                    by_concept.setdefault(concept, []).append(index)
        groups[index].append((score, claim))
    findings = [_finding(group, told) for group in groups]
    return tuple(sorted(findings, key=lambda finding: (-finding.salience, finding.id)))


def _order(claim: Claim) -> tuple[str, int]:
    return claim.sentences[0].key


def _score(claim: Claim, salience: Salience) -> float:
    return max(salience.of(sentence) for sentence in claim.sentences) * (0.5 + claim.importance)


def _same(own: frozenset[str], held: Sequence[frozenset[str]], by_concept: Mapping[str, Sequence[int]], weights: Weights) -> int | None:
    """The group that already says this, found through shared pairs so that it stays about linear."""
    weight = sum(weights[c] for c in own) or 1.0
    candidates = sorted({index for concept in own if " " in concept for index in by_concept.get(concept, ())})
    for index in candidates:
        other = held[index]
        shared = sum(weights[c] for c in own & other)
        lighter = min(weight, sum(weights[c] for c in other) or 1.0)
        if shared / lighter >= SAME and _numbers_agree(own, other):
            return index
    return None


def _numbers_agree(own: frozenset[str], other: frozenset[str]) -> bool:
    mine, theirs = ({c for c in held if c[:1].isdigit()} for held in (own, other))
    return not mine or not theirs or bool(mine & theirs)


def _finding(group: Sequence[tuple[float, Claim]], told: Mapping[str, date | None]) -> Finding:
    score, best = group[0]
    support: list[Sentence] = []
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
        salience=score * (1.0 + 0.1 * (independent - 1)),
        independent=independent,
        on=told.get(best.article),
    )
