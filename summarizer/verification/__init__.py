"""Re-checking: a brief against its sources, any text against any articles, and rows of claims in bulk. No network, and no model needed."""

from collections.abc import Sequence

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.library import wait
from summarizer.protocols import Entailment
from summarizer.verdict import Report
from summarizer.verification.of_pairs import verify_pairs

__all__ = ["averify", "verify", "verify_pairs"]


def verify(brief_or_text: Brief | str, articles: Sequence[Article], entailment: Entailment | None = None) -> Report:
    """Checks every statement of a brief, or every sentence of a text that anybody wrote, against articles.

    A brief is held against what it cites; a text without citations against the best supporting sentences of all articles. `entailment` is
    the lexical aligner when None. Raises what `entailment` raises. Works inside a running event loop too.
    """
    return wait(averify(brief_or_text, articles, entailment))


async def averify(brief_or_text: Brief | str, articles: Sequence[Article], entailment: Entailment | None = None) -> Report:
    """`verify` for callers that await."""
    from summarizer.stages.evidence.align import LexicalEntailment

    scorer = entailment or LexicalEntailment()
    if isinstance(brief_or_text, Brief):
        from summarizer.verification.of_brief import report_on_brief

        return await report_on_brief(brief_or_text, articles, scorer)
    from summarizer.verification.of_text import report_on_text

    return await report_on_text(brief_or_text, articles, scorer)
