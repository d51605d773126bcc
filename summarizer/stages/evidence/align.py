"""The deterministic aligner: an Entailment without a model.

A claim is aligned, word by word, with the sentences of its premise; `likeness` turns the alignment into thirteen interpretable quantities,
and a logistic model weighs them. The weights were fitted once on the development splits of RAGTruth, SummEdits and WiCE
(`python -m evals.benchmarks.fit_alignment`, each set and each label with equal weight, signs held to what they mean) and are frozen here.
"""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from operator import mul

from summarizer.article import Article
from summarizer.protocols import Pair
from summarizer.stages.evidence.likeness import Likeness, likeness, parts
from summarizer.stages.text.index import Index
from summarizer.stages.text.segment import segment

WEIGHTS = Likeness(
    covered=1.919,
    names=1.622,
    near=0.675,
    together=0.044,
    new_names=-0.615,
    new_numbers=-1.569,
    new_words=-0.014,
    gap=-0.117,
    negation=-0.535,
    opposite=-2.810,
    excluded=-1.711,
    swapped=-0.685,
    hedged=-0.451,
)
BIAS = -2.900
PREFACE = 1.0
"""The score of a line that says nothing about the world ("Here is a summary in 50 words:")."""

_POLITE = r"(?:sure|certainly|of course|okay|ok|absolutely|got it|no problem)"
PREFACE_LINE = re.compile(
    rf"^\W*(?:{_POLITE}\W*$|(?:{_POLITE}\b[,!. ]*)?(?:here(?:['’]s| is| are)|below is|the following is)\b"
    r"[^.]{0,80}\b(?:summar|brief|overview|recap|key points|main points))",
    re.IGNORECASE,
)
_KEPT = 64  # indexed premises: rows about one source follow each other


class LexicalEntailment:
    """An Entailment that aligns words; never NaN. A long premise is indexed once while it is asked about."""

    async def score(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        """One score 0..1 a pair, in order; 0.5 is the threshold that the weights were fitted to."""
        return tuple(entailment(pair.premise, pair.claim) for pair in pairs)


def entailment(premise: str, claim: str) -> float:
    """How far `premise` (a sentence or a whole article) supports `claim`, 0..1."""
    return support(_index(premise), claim)


def support(index: Index, claim: str) -> float:
    """How far indexed sentences support `claim`, 0..1: as far as they support the weakest of its sentences.

    A sentence without words of content, or that says nothing about the world, is supported by anything.
    """
    return min([_support(index, sentence) for sentence in parts(claim)])


def _support(index: Index, sentence: str) -> float:
    if PREFACE_LINE.match(sentence):
        return PREFACE
    found = likeness(sentence, index)
    return 1.0 if found is None else probability(found)


def probability(found: Likeness) -> float:
    """The logistic model: 0..1."""
    return 1.0 / (1.0 + math.exp(-BIAS - sum(map(mul, WEIGHTS, found))))


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a bare text."""
    return tuple(sentence.text for sentence in segment(Article(id="premise", text=text, sha256="")))


@lru_cache(maxsize=_KEPT)
def _index(premise: str) -> Index:
    return Index(sentences_of(premise) if len(premise) > 200 else (premise,))
