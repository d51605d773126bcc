"""How far findings speak to a question: by the question's own words, and by the company they keep.

What answers a question seldom repeats its words, but it stands in the articles that do, beside other answers. Articles are first ranked by
the question's words (BM25: Robertson & Zaragoza 2009); a finding is as relevant as the articles that tell it are more so than others, the
surer the more they are. The best findings then rank the articles again (pseudo-relevance feedback: Rocchio 1971).
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.article import Sentence
from summarizer.claim import Finding
from summarizer.stages.text.terms import words

MANY = 10
"""Articles from which on the company tells something; of fewer, the question's own words must do (`salience`)."""
ROUNDS = 2
BEST = 12
"""Findings that rank the articles again, and how often."""
COMPANY = 1.0
OWN_WORDS = 1.5
"""What a standard deviation of the company counts, and what a finding that holds all words of the question does."""
SHARPNESS, MIDDLE = 1.3, 1.5
"""Of the curve that makes 0..1 of standardised relevance: how steep it is, and where it gives one half."""
SATURATION, LENGTH = 1.2, 0.75
"""BM25's k1 and b."""


def relevance(findings: Sequence[Finding], sentences: Mapping[str, Sequence[Sentence]], question: str) -> dict[str, float]:
    """For each finding's id 0..1. `sentences` are the usable ones of each article. All the same where no article holds a word of it."""
    rarity = _rarity(sentences, frozenset(words(question)))
    if not findings or not rarity:
        return {finding.id: 1.0 for finding in findings}
    place = {article: n for n, article in enumerate(sentences)}
    asked = _standard(_about(sentences, rarity))
    told_by = [np.array(sorted({place[s.article] for s in finding.support}), dtype=np.intp) for finding in findings]
    own = np.array([_own_words(finding, rarity) for finding in findings])
    about = asked
    for _ in range(ROUNDS):
        first = np.argsort(-_scores(told_by, own, about), kind="stable")[:BEST]
        again = np.zeros(len(place))
        for number in first:
            again[told_by[number]] += 1.0
        about = _standard(asked + _standard(again))
    scores = _standard(_scores(told_by, own, about))
    return {f.id: float(1.0 / (1.0 + math.exp(-SHARPNESS * (score - MIDDLE)))) for f, score in zip(findings, scores, strict=True)}


def _scores(told_by: Sequence[NDArray[np.intp]], own: NDArray[np.float64], about: NDArray[np.float64]) -> NDArray[np.float64]:
    company = np.array([about[articles].sum() / math.sqrt(len(articles)) for articles in told_by])
    return COMPANY * company + OWN_WORDS * own


def _rarity(sentences: Mapping[str, Sequence[Sentence]], asked: frozenset[str]) -> dict[str, float]:
    held = Counter(stem for own in sentences.values() for s in own for stem in asked & frozenset(words(s.text)))
    count = sum(len(own) for own in sentences.values())
    return {stem: math.log(1.0 + count / times) for stem, times in held.items()}


def _about(sentences: Mapping[str, Sequence[Sentence]], rarity: Mapping[str, float]) -> NDArray[np.float64]:
    sizes = {article: sum(len(s.text.split()) for s in own) for article, own in sentences.items()}
    mean = sum(sizes.values()) / len(sizes) or 1.0
    found = []
    for article, own in sentences.items():
        held = Counter(stem for s in own for stem in words(s.text) if stem in rarity)
        damped = SATURATION * (1.0 - LENGTH + LENGTH * sizes[article] / mean)
        found.append(sum(rarity[stem] * times * (SATURATION + 1.0) / (times + damped) for stem, times in held.items()))
    return np.array(found)


def _own_words(finding: Finding, rarity: Mapping[str, float]) -> float:
    whole = sum(rarity.values())
    return sum(sum(rarity[stem] for stem in set(words(s.text)) if stem in rarity) for s in finding.support) / whole / len(finding.support)


def _standard(values: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 1e-9 else np.zeros(len(values))
