"""How many planted errors the checks find, and how often they cry wolf: on untouched sentences and on honest paraphrases."""

import math
from collections import Counter
from collections.abc import Sequence
from random import Random

from summarizer.article import Article
from summarizer.evaluation.mutate import DETERMINISTIC, KINDS, material, plant, untouched
from summarizer.evaluation.paraphrase import KINDS as WAYS
from summarizer.evaluation.paraphrase import reword
from summarizer.evaluation.planting.edit import Material
from summarizer.stages.checks import Cited
from summarizer.stages.checks.check import judge
from summarizer.stages.evidence.align import entailment
from summarizer.value import Value
from summarizer.verdict import Verdict


class Line(Value):
    """One kind: `n` statements, of which `failed` did not pass; `by` counts the checks that failed, `examples` are texts with the wrong
    verdict."""

    kind: str
    group: str
    n: int
    failed: int
    by: tuple[tuple[str, int], ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The share that failed, 0..1."""
        return self.failed / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval of `share`."""
        return wilson(self.failed, self.n)


def wilson(hits: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of a proportion; (0, 1) where nothing was counted."""
    if not n:
        return (0.0, 1.0)
    p = hits / n
    middle, spread = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0.0, (middle - spread) / (1 + z * z / n)), min(1.0, (middle + spread) / (1 + z * z / n))


def measure(articles: Sequence[Article], per_kind: int, seed: int) -> tuple[Line, ...]:
    """Every kind of planted error, then untouched sentences, then every kind of paraphrase, `per_kind` of each at most."""
    stuff = material(articles)
    lines = [
        _line(
            kind,
            "deterministic" if kind in DETERMINISTIC else "semantic",
            [(m.text, m.cited) for m in plant(stuff, kind, per_kind, seed)],
            caught=True,
        )
        for kind in KINDS
    ]
    lines.append(_line("untouched", "true", _untouched(stuff, per_kind * 10, seed), caught=False))
    lines += [
        _line(way, "true", [(p.text, p.cited) for p in reword(stuff, way, per_kind, seed)], caught=False) for way in (*WAYS, "fusion")
    ]
    return tuple(lines)


def pooled(lines: Sequence[Line], kind: str, group: str) -> Line:
    """Several lines as one."""
    return Line(kind=kind, group=group, n=sum(line.n for line in lines), failed=sum(line.failed for line in lines))


def verdict(text: str, cited: Sequence[Cited]) -> Verdict:
    """Every check and the lexical aligner: what `verify` says without a model."""
    return judge("", text, cited, entailed=entailment(" ".join(each.sentence.text for each in cited), text))


def _untouched(stuff: Material, most: int, seed: int) -> list[tuple[str, tuple[Cited, ...]]]:
    places = [(a, s.index) for a in range(len(stuff.articles)) for s in stuff.usable(a)]
    Random(seed).shuffle(places)
    return [(cited.sentence.text, (cited,)) for cited in (untouched(stuff, a, i) for a, i in places[:most])]


def _line(kind: str, group: str, rows: Sequence[tuple[str, tuple[Cited, ...]]], *, caught: bool) -> Line:
    by: Counter[str] = Counter()
    failed, wrong = 0, []
    for text, cited in rows:
        found = verdict(text, cited)
        failed += not found.supported
        by.update(check.name for check in found.checks if check.outcome == "fail")
        if found.supported == caught:
            wrong.append("; ".join([text.replace("\n", " "), *found.reasons]))
    return Line(kind=kind, group=group, n=len(rows), failed=failed, by=tuple(by.most_common(3)), examples=tuple(wrong[:20]))
