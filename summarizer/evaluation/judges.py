"""Who says how far a fact is covered: by keys, by words, by entailment or by a model. Each answers FULL, PARTIAL or NO with a reason.

A judge that has not been graded on human labels, or whose kappa is under LEAST_KAPPA, refuses facts without keys unless it is forced:
the fact is then unscored. Keys are exact and need no judge.
"""

from collections.abc import Sequence
from typing import Literal, Protocol

from summarizer.evaluation import keys, lexical
from summarizer.evaluation.case import Fact
from summarizer.evaluation.grades import LEAST_KAPPA, Grade
from summarizer.protocols import Entailment, Pair
from summarizer.value import Value

Label = Literal["FULL", "PARTIAL", "NO"]
WORTH: dict[Label, float] = {"FULL": 1.0, "PARTIAL": 0.5, "NO": 0.0}


class Covered(Value):
    """How far a fact is covered: `label` None where nobody could say; `point` is the number of the point that covers it best, `beside` of a
    neighbour that it needs for that."""

    fact: str
    label: Label | None
    point: int | None = None
    beside: int | None = None
    reason: str = ""

    @property
    def worth(self) -> float | None:
        """1 in full, 0.5 in part, 0 not at all; None unscored."""
        return None if self.label is None else WORTH[self.label]


class CoverageJudge(Protocol):
    """Says of each fact how far one of the points tells it. `name` and `version` together stand for everything its answers depend on."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    async def cover(self, facts: Sequence[Fact], points: Sequence[str], language: str = "en") -> tuple[Covered, ...]: ...


class LexicalCoverage:
    """By shared words; deterministic, without a model. See `lexical` for the method and where its thresholds come from."""

    name = "lexical"
    version = "1"

    async def cover(self, facts: Sequence[Fact], points: Sequence[str], language: str = "en") -> tuple[Covered, ...]:
        found = lexical.evidence([fact.text for fact in facts], points, language)
        return tuple(_by_words(fact, row, points) for fact, row in zip(facts, found, strict=True))


class EntailmentCoverage:
    """By an Entailment: the fact is the claim, a point the premise. Only the points that share most words with a fact are asked about."""

    def __init__(
        self, entailment: Entailment, name: str, version: str = "1", *, full: float = 0.5, partial: float = 0.2, candidates: int = 3
    ) -> None:
        self.name = name
        self.version = f"{version} full {full} partial {partial} of {candidates}"
        self._entailment = entailment
        self._full = full
        self._partial = partial
        self._candidates = candidates

    async def cover(self, facts: Sequence[Fact], points: Sequence[str], language: str = "en") -> tuple[Covered, ...]:
        asked = nearest([fact.text for fact in facts], points, self._candidates, language)
        pairs = [(n, point) for n, best in enumerate(asked) for point in best]
        scores = await self._entailment.score([Pair(premise=points[point], claim=facts[n].text) for n, point in pairs])
        given: dict[int, list[tuple[float, int]]] = {}
        for (n, point), score in zip(pairs, scores, strict=True):
            given.setdefault(n, []).append((score, -point))
        return tuple(self._label(fact, given.get(n, [])) for n, fact in enumerate(facts))

    def _label(self, fact: Fact, given: Sequence[tuple[float, int]]) -> Covered:
        told = [(score, point) for score, point in given if score == score]  # NaN is not equal to itself
        if given and not told:
            return Covered(fact=fact.id, label=None, reason="the judge could not tell")
        score, point = max(told, default=(0.0, 0))
        label: Label = "FULL" if score >= self._full else "PARTIAL" if score >= self._partial else "NO"
        return Covered(
            fact=fact.id, label=label, point=-point if told and label != "NO" else None, reason=f"entailed with {score:.2f} at best"
        )


class Keyed:
    """Facts with keys are covered in full where one statement, or two neighbours, hold one key of every group; in part where another judge
    finds a statement that covers some of it and holds keys of half the groups (`strict`; else that judge decides where keys are missing, as
    it should where it knows other words for the same). Facts without keys go to the other judge, if its grade allows (`forced`: whatever
    its grade)."""

    def __init__(self, judge: CoverageJudge, grade: Grade | None, *, forced: bool = False, strict: bool = True) -> None:
        self._judge = judge
        self._strict = strict
        self.name = judge.name
        self.version = judge.version
        self.refused = None if forced else refusal(judge, grade)

    async def cover(self, facts: Sequence[Fact], points: Sequence[str], language: str = "en") -> tuple[Covered, ...]:
        places = [keys.together(points, fact.keys) for fact in facts]
        open_facts = [fact for fact, place in zip(facts, places, strict=True) if not place and (fact.keys or not self.refused)]
        others = {covered.fact: covered for covered in await self._judge.cover(open_facts, points, language)} if open_facts else {}
        return tuple(self._one(fact, place, points, others.get(fact.id)) for fact, place in zip(facts, places, strict=True))

    def _one(self, fact: Fact, place: tuple[int, ...], points: Sequence[str], other: Covered | None) -> Covered:
        if place:
            beside = place[1] if len(place) > 1 else None
            return Covered(fact=fact.id, label="FULL", point=place[0], beside=beside, reason="every key is there")
        if not fact.keys or (not self._strict and not self.refused and other is not None):
            return other or Covered(fact=fact.id, label=None, reason=self.refused or "the judge did not answer")
        missing = [group[0] for group, there in zip(fact.keys, keys.found("\n".join(points), fact.keys), strict=True) if not there]
        why = f"nowhere “{'”, “'.join(missing)}”" if missing else "its keys stand in statements apart"
        if self.refused or other is None or other.point is None or other.label in (None, "NO"):
            return Covered(fact=fact.id, label="NO", reason=why)
        if 2 * sum(keys.found(points[other.point], fact.keys)) < len(fact.keys):
            return Covered(fact=fact.id, label="NO", reason=f"{why}; the statement nearest to it holds too few of them")
        return Covered(fact=fact.id, label="PARTIAL", point=other.point, reason=f"{why}; {other.reason}")


def refusal(judge: CoverageJudge, grade: Grade | None) -> str | None:
    """Why a judge may not score coverage, or None."""
    if grade is None or grade.version != judge.version:
        return f"the judge {judge.name} has not been graded on human labels: run `summarizer eval judge`, or give --force"
    if grade.kappa is None or grade.kappa < LEAST_KAPPA:
        shown = "unknown" if grade.kappa is None else f"{grade.kappa:.3f}"
        return f"the judge {judge.name} agrees too little with people: kappa {shown}, and {LEAST_KAPPA} is needed; --force uses it anyway"
    return None


def nearest(facts: Sequence[str], points: Sequence[str], count: int, language: str = "en") -> list[list[int]]:
    """For each fact the numbers of the points that share most words with it, best first; points that share none are left out."""
    found = []
    for row in lexical.evidence(facts, points, language):
        ranked = sorted(range(len(row)), key=lambda n: (-row[n], n))
        found.append([n for n in ranked[:count] if row[n] > 0])
    return found


def _by_words(fact: Fact, row: Sequence[float], points: Sequence[str]) -> Covered:
    best = max(range(len(row)), key=lambda n: (row[n], -n), default=None)
    evidence = row[best] if best is not None else 0.0
    label: Label = "FULL" if evidence >= lexical.FULL_AT else "PARTIAL" if evidence >= lexical.PARTIAL_AT else "NO"
    if best is None or not evidence:
        return Covered(fact=fact.id, label="NO", reason="no statement shares a word with it")
    shared = ", ".join(sorted(lexical.content(fact.text) & lexical.content(points[best])))
    return Covered(
        fact=fact.id, label=label, point=best if label != "NO" else None,
        reason=f"shares “{shared}” (evidence {evidence:.2f}; in part from {lexical.PARTIAL_AT}, in full from {lexical.FULL_AT})",
    )  # fmt: skip
