"""Which findings a brief has room for: greedy coverage of weighted concepts within a budget of words.

Each step takes the finding that adds the most uncovered concept weight for its words (Lin & Bilmes 2010, budgeted submodular
selection), times how
fit and how well corroborated it is. What is already said is worth nothing again.
"""

from collections.abc import Callable, Collection, Sequence

from summarizer.claim import Finding
from summarizer.stages.choosing.salience import Weights, concepts
from summarizer.value import Value


class Candidate(Value):
    """A finding with the words it would be told in."""

    finding: Finding
    text: str


COST = 0.7
"""Exponent of the cost in words: below 1, since a brief of many scraps reads worse than one of fewer whole sentences."""
CONTENT = 0.5
SPREAD = 0.05
UNTOLD = 2.0
"""What a lead of an article weighs more while nothing of that article is told: what is new stands there (joint of our cases .45 to .47)."""


def select(
    candidates: Sequence[Candidate],
    weights: Weights,
    words: int,
    most: int,
    *,
    covered: Collection[str] = (),
    leads: Collection[tuple[str, int]] = (),
    told: Collection[str] = (),
    preference: Callable[[Finding], float] = lambda finding: 1.0,
) -> tuple[Candidate, ...]:
    """At most `most` candidates of at most `words` words together, best first. `covered` are concepts that other sections tell already,
    `told` the articles of which they tell, `leads` the sentences that articles open with.

    `preference` multiplies a finding's worth (recency, focus). Deterministic.
    """
    said = set(covered)
    left = words
    pool = [(c, concepts(c.text), len(c.text.split()), c.finding.salience * preference(c.finding)) for c in candidates]
    chosen: list[Candidate] = []
    while pool and len(chosen) < most:
        best, gain = None, 0.0
        for item in pool:
            candidate, own, size, fitness = item
            if size > left:
                continue
            fresh = sum(weights[c] for c in own - said)
            whole = sum(weights[c] for c in own) or 1.0
            if fresh < 0.3 * whole:
                continue
            lead = candidate.finding.lead
            before = sum(1 for other in chosen if other.finding.lead.article == lead.article)
            value = fitness * (fresh / whole) * fresh**CONTENT / max(size, 14) ** COST / (1.0 + SPREAD * before)
            if not before and lead.key in leads and lead.article not in told:
                value *= UNTOLD
            if value > gain:
                best, gain = item, value
        if best is None:
            break
        pool.remove(best)
        chosen.append(best[0])
        said |= best[1]
        left -= best[2]
    return tuple(chosen)
