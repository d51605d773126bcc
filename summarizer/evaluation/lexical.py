"""How far does a summary cover a fact, by the words they share? The deterministic coverage judge.

The words of a fact weigh by how rare they are among the case's facts and the summary's own sentences; the sentence that shares most of that
weight covers it best. What is held against the two thresholds is recall × √(words of the fact): a longer fact gives more evidence at the
same share. Thresholds and exponents were fitted on the 661 human labels of SummHay's dialogue part (`python -m evals.benchmarks.coverage
PATH`).
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence

from summarizer.stages.text.terms import words

PARTIAL_AT = 0.9
FULL_AT = 1.7
"""The least evidence of a fact covered in part and in full."""
FITTED_ON = "summhay_coverage_human"
"""The set they were fitted on: what `eval judge` says of it flatters, `evals.benchmarks.coverage` cross-validates."""
FACTS_COUNT = 5
"""How many times each fact counts among the texts that say how rare a word is; a sentence of the summary counts once."""
RARITY_POWER = 1.5
SHORTEST, LONGEST = 8, 24
"""A fact's number of words is held between these: outside of them nobody labelled any."""

_TO_TWENTY = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty""".split()  # noqa: SIM905 - a list of words is read as words
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_NUMBERS = {word: str(n) for n, word in enumerate(_TO_TWENTY, 2)} | {word: str(n * 10) for n, word in enumerate(_TENS, 3)}
_LETTERS = re.compile(r"[^\W\d_]+")


def content(text: str, language: str | None = None) -> frozenset[str]:
    """The content words of a text, small numbers as digits however they are written."""
    return frozenset(words(_LETTERS.sub(lambda word: _NUMBERS.get(word[0].casefold(), word[0]), text), language))


def evidence(facts: Sequence[str], points: Sequence[str], language: str | None = None) -> list[list[float]]:
    """For each fact, for each point: how much speaks for the point saying it; 0 for none, about 4 for all of a fact of usual length."""
    wanted = [content(fact, language) for fact in facts]
    said = [content(point, language) for point in points]
    weight = _rarity(wanted, said)
    return [[_shared(fact, point, weight) * math.sqrt(min(max(len(fact), SHORTEST), LONGEST)) for point in said] for fact in wanted]


def recall(fact: str, point: str) -> float:
    """The share of a fact's words that a point holds, each word alike; 0..1."""
    wanted = content(fact)
    return len(wanted & content(point)) / len(wanted) if wanted else 0.0


def _shared(fact: frozenset[str], point: frozenset[str], weight: Callable[[str], float]) -> float:
    whole = sum(weight(word) for word in sorted(fact))
    return sum(weight(word) for word in sorted(fact & point)) / whole if whole else 0.0


def _rarity(facts: Sequence[frozenset[str]], points: Sequence[frozenset[str]]) -> Callable[[str], float]:
    seen: Counter[str] = Counter()
    for fact in facts:
        seen.update(dict.fromkeys(fact, FACTS_COUNT))
    for point in points:
        seen.update(point)
    texts = FACTS_COUNT * len(facts) + len(points)
    return lambda word: max(math.log((texts + 1) / (seen[word] + 0.5)), 0.001) ** RARITY_POWER
