"""For your own suite, with pytest or anything else that knows `assert`:

    from summarizer import summarize
    from summarizer.evaluation.pytest import assert_brief_meets

    def test_the_harbour_brief():
        brief = summarize(["cases/harbour/articles"])
        assert_brief_meets(brief, "cases/harbour", fact_recall=0.6, faithfulness=1.0, forbidden=0, max_words=400)

A text of any tool can stand in place of the brief: `[2]` cites the second article.
"""

from collections.abc import Sequence
from pathlib import Path

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.evaluation.case import Case, find_cases
from summarizer.evaluation.measure import beyond, measure
from summarizer.evaluation.scores import Score

__all__ = ["assert_brief_meets", "cases_in"]


def assert_brief_meets(
    output: Brief | str,
    case: Case | str | Path,
    *,
    articles: Sequence[Article] | None = None,
    max_words: int | None = None,
    **limits: float,
) -> dict[str, Score]:
    """Asserts that every score named in `limits` is reached (where lower is better: not passed), and returns all scores.

    The AssertionError names each score that is not, and the facts, statements and citations that are to blame. Raises TypeError for a
    limit of something that is no score, UsageError for a case that cannot be loaded.
    """
    __tracebackhide__ = True
    scores = measure(output, case, articles)
    found = beyond(scores, {**limits, **({"words": float(max_words)} if max_words is not None else {})})
    assert not found, "\n".join(found.values())
    return scores


def cases_in(*folders: str | Path) -> tuple[Case, ...]:
    """The cases of folders, for `pytest.mark.parametrize("case", cases_in("cases"), ids=lambda case: case.id)`."""
    return find_cases(folders)
