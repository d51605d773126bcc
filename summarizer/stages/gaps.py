"""What a reader might expect to find and will not: an unanswered question, undated articles, a single voice."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from summarizer.article import Article, Sentence
from summarizer.stages.terms import words

ANSWERED = 0.75
"""The part of a question's weighted words that one passage must hold to count as speaking to it."""


def gaps(articles: Sequence[Article], usable: Mapping[str, Sequence[Sentence]], focus: str | None) -> tuple[str, ...]:
    """One plain sentence a gap; computed, never asked of a model."""
    found = []
    if focus and not answered(usable, focus):
        found.append(f"The articles do not answer the question asked: {focus.strip()}")
    undated = sum(1 for article in articles if article.published is None)
    if undated and len(articles) > 1:
        found.append(f"{undated} of {len(articles)} articles give no date of publication; their order is inferred from what they tell.")
    return tuple(found)


def answered(usable: Mapping[str, Sequence[Sentence]], focus: str) -> bool:
    """Whether some two neighbouring sentences hold most of the question's words, weighted by how rare each is in the articles.

    A word that stands nowhere weighs most: a question about it cannot be answered.
    """
    asked = set(words(focus))
    bags = [[set(words(s.text)) for s in own] for own in usable.values()]
    count = sum(len(own) for own in bags)
    spread = Counter(stem for own in bags for bag in own for stem in bag & asked)
    weight = {stem: math.log(1.0 + count / (0.5 + spread[stem])) for stem in asked}
    total = sum(weight.values())
    best = max((sum(weight[s] for s in (a | b) & asked) for own in bags for a, b in zip(own, [*own[1:], set[str]()], strict=True)), default=0.0)
    return not asked or best >= ANSWERED * total
