"""How many planted errors a judge finds, and how often it cries wolf: `planted.measure` with any Entailment in the aligner's place."""

import math
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from summarizer.article import Article
from summarizer.evaluation.at_once import Told, at_once, silently
from summarizer.evaluation.mutate import DETERMINISTIC, KINDS, material, plant, untouched
from summarizer.evaluation.paraphrase import KINDS as WAYS
from summarizer.evaluation.paraphrase import reword
from summarizer.evaluation.planted import Line
from summarizer.protocols import Entailment, Pair
from summarizer.stages.checks import Cited
from summarizer.stages.checks.check import judge

Statement = tuple[str, tuple[Cited, ...]]
WAYS_TOLD = (*WAYS, "fusion")
LINES = len(KINDS) + 1 + len(WAYS_TOLD)
"""How many kinds there are in all."""


class _Planted(NamedTuple):
    kind: str
    group: str
    statements: Sequence[Statement]


async def caught(
    articles: Sequence[Article], entailment: Entailment, per_kind: int, seed: int, *, told: Told = silently
) -> tuple[Line, ...]:
    """Every kind of planted error, then untouched sentences, then every kind of paraphrase, at most `per_kind` of each (untouched: ten
    times that). `told` hears how many of the kinds are through."""
    stuff = material(articles)
    planted = [
        _Planted(
            kind,
            "deterministic" if kind in DETERMINISTIC else "semantic",
            [(m.text, m.cited) for m in plant(stuff, kind, per_kind, seed)],
        )
        for kind in KINDS
    ]
    places = [(a, s.index) for a in range(len(stuff.articles)) for s in stuff.usable(a)]
    Random(seed).shuffle(places)
    true = [untouched(stuff, article, index) for article, index in places[: per_kind * 10]]
    planted.append(_Planted("untouched", "true", [(one.sentence.text, (one,)) for one in true]))
    planted += [_Planted(way, "true", [(p.text, p.cited) for p in reword(stuff, way, per_kind, seed)]) for way in WAYS_TOLD]
    return tuple(await at_once(lambda one: _line(*one, entailment), planted, lambda _: 1, told))


async def _line(kind: str, group: str, statements: Sequence[Statement], entailment: Entailment) -> Line:
    """Each statement against what it cites; a score of NaN leaves it to the checks."""
    pairs = [Pair(premise=" ".join(each.sentence.text for each in cited), claim=text) for text, cited in statements]
    scores = await entailment.score(pairs) if pairs else ()
    by: Counter[str] = Counter()
    failed, wrong = 0, []
    for (text, cited), score in zip(statements, scores, strict=True):
        found = judge("", text, cited, entailed=None if math.isnan(score) else score)
        failed += not found.supported
        by.update(check.name for check in found.checks if check.outcome == "fail")
        if found.supported == (group != "true"):
            wrong.append("; ".join([text.replace("\n", " "), *found.reasons]))
    return Line(kind=kind, group=group, n=len(statements), failed=failed, by=tuple(by.most_common(3)), examples=tuple(wrong[:20]))
