"""All scores of design 3.4, by name, in the order of reports, and which way each is better."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from summarizer.evaluation import avoidance, scores
from summarizer.evaluation.answer import Answer
from summarizer.evaluation.case import Case
from summarizer.evaluation.judges import CoverageJudge
from summarizer.evaluation.scores import Judged, Score
from summarizer.evaluation.shelf import Shelf
from summarizer.evaluation.support import check_answer
from summarizer.protocols import Entailment

Better = Literal["higher", "lower", "neither"]


class Measure(NamedTuple):
    """A score function; which way it is better; who judges for it ("" nobody); whether a floor may hold it (times and prices are not
    ours)."""

    score: Callable[[Judged], Score]
    better: Better
    judged_by: Literal["coverage", "support", ""]
    floored: bool


SCORES: dict[str, Measure] = {
    "fact_recall": Measure(scores.fact_recall, "higher", "coverage", True),
    "faithfulness": Measure(scores.faithfulness, "higher", "support", True),
    "grounded": Measure(scores.grounded, "higher", "support", True),
    "citation_precision": Measure(scores.citation_precision, "higher", "coverage", True),
    "citation_recall": Measure(scores.citation_recall, "higher", "coverage", True),
    "joint": Measure(scores.joint, "higher", "coverage", True),
    "forbidden": Measure(avoidance.forbidden, "lower", "", True),
    "noise": Measure(avoidance.noise, "lower", "", True),
    "conflict_recall": Measure(avoidance.conflict_recall, "higher", "", True),
    "abstention": Measure(avoidance.abstention, "higher", "", True),
    "redundancy": Measure(scores.redundancy, "lower", "", True),
    "words": Measure(scores.words, "neither", "", False),
    "tokens": Measure(scores.tokens, "lower", "", False),
    "cost": Measure(scores.cost, "lower", "", False),
    "seconds": Measure(scores.seconds, "lower", "", False),
}


async def judge(case: Case, answer: Answer, shelf: Shelf, coverage: CoverageJudge, entailment: Entailment) -> Judged:
    """Asks the judges everything that the scores of one answer need. A headline repeats what is under it and covers nothing by itself."""
    told = [n for n, point in enumerate(answer.points) if point.part != "headline"]
    covered = await coverage.cover(case.facts, [answer.points[n].text for n in told], case.language)
    placed = [{name: None if at is None else told[at] for name, at in (("point", one.point), ("beside", one.beside))} for one in covered]
    covered = tuple(one.model_copy(update=where) for one, where in zip(covered, placed, strict=True))
    return Judged(case=case, answer=answer, shelf=shelf, covered=covered, checked=await check_answer(answer, shelf, entailment))


def score_all(judged: Judged) -> tuple[Score, ...]:
    """Every score of one answer."""
    return tuple(measure.score(judged) for measure in SCORES.values())
