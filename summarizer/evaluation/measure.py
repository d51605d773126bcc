"""One brief or text, one case, every score: what a test of one's own calls. Lexical judges, no model, no network."""

from collections.abc import Sequence
from pathlib import Path

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.evaluation.answer import Answer, answer_of_brief, answer_of_output
from summarizer.evaluation.case import Case, load_case
from summarizer.evaluation.grades import grade_of, load_grades
from summarizer.evaluation.judges import Keyed, LexicalCoverage
from summarizer.evaluation.scores import Judged, Score
from summarizer.evaluation.scoring import SCORES, judge, score_all
from summarizer.evaluation.shelf import Shelf
from summarizer.stages.evidence.align import LexicalEntailment


def measure(output: Brief | str, case: Case | str | Path, articles: Sequence[Article] | None = None) -> dict[str, Score]:
    """Every score of a brief, of its JSON, or of any text that cites articles by number ("[2]"), by name.

    `case` is a Case or its folder; its articles are read unless they are given (numbers count them in order). Raises UsageError for a
    case that cannot be loaded and for an output without a word.
    """
    from summarizer.library import read, wait  # the one look upwards: a test should not have to read articles itself

    case = case if isinstance(case, Case) else load_case(case)
    held = tuple(articles) if articles is not None else read([case.articles]).articles
    answer = answer_of_brief(output) if isinstance(output, Brief) else answer_of_output(output, held)
    return {score.name: score for score in score_all(wait(_judged(case, answer, Shelf(held))))}


def beyond(scores: dict[str, Score], limits: dict[str, float]) -> dict[str, str]:
    """For each score that does not keep its limit (at least, or where lower is better at most) why, in words. Unscored ones do not keep it.

    Raises TypeError for a limit of something that is no score.
    """
    unknown = sorted(set(limits) - set(SCORES))
    if unknown:
        raise TypeError(f"no score is called {unknown[0]!r}; there are {', '.join(SCORES)}")
    found = {}
    for name, limit in limits.items():
        score, lower = scores[name], SCORES[name].better != "higher"
        if score.value is None or (score.value > limit + 1e-9 if lower else score.value < limit - 1e-9):
            found[name] = _why(score, limit, lower)
    return found


async def _judged(case: Case, answer: Answer, shelf: Shelf) -> Judged:
    coverage = LexicalCoverage()
    grade = grade_of(load_grades(), coverage.name, "coverage")
    return await judge(case, answer, shelf, Keyed(coverage, grade), LexicalEntailment())


def _why(score: Score, limit: float, lower: bool) -> str:
    """One line a thing that is to blame."""
    now = "is unscored" if score.value is None else f"is {score.value:.4g}"
    lines = [f"{score.name} {now}, not at {'most' if lower else 'least'} {limit:g}: {score.reason}"]
    wrong = [d for d in score.details if d.value is not None and (d.value > 0 if lower else d.value < 1)]
    lines += [f"  {d.id} “{d.text[:160]}” ({d.reason})" for d in wrong]
    return "\n".join(lines)
