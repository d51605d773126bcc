"""Is a text that anybody wrote borne out by articles? Each sentence is held against what it cites, or the best evidence there is."""

from collections.abc import Sequence

from summarizer.article import Article, Sentence
from summarizer.protocols import Entailment, Pair
from summarizer.stages.checks import Cited
from summarizer.stages.checks.check import judge
from summarizer.stages.evidence.align import support
from summarizer.stages.evidence.remarks import Remark, remarks
from summarizer.stages.sorting.dedupe import copies
from summarizer.stages.text.index import Index
from summarizer.value import Value
from summarizer.verdict import CheckResult, Report, Verdict
from summarizer.verification.grounds import Grounds, said

MOST = 5
LEAST = 0.04


class _Asked(Value):
    """A sentence of the text, the sentences it is held against, and whether its marks led there."""

    remark: Remark
    evidence: tuple[Sentence, ...]
    elsewhere: bool = False


async def report_on_text(text: str, articles: Sequence[Article], entailment: Entailment) -> Report:
    """One verdict a sentence that says something, numbered from 1; sentences that say nothing (headings, "Here is a summary") have none."""
    if not articles:
        return Report(problems=("no articles were given to check the text against",))
    grounds = Grounds({article.id: article for article in articles})
    said_by = remarks(text, list(articles))
    asked = [_look(remark, grounds) for remark in said_by]
    pairs = [Pair(premise=_premise(grounds.evidence.cited(one.evidence)), claim=one.remark.text) for one in asked]
    scores = await entailment.score(pairs) if pairs else ()
    verdicts = [_verdict(number, one, score, grounds) for number, (one, score) in enumerate(zip(asked, scores, strict=True), 1)]
    return Report(verdicts=tuple(verdicts), problems=() if said_by else ("the text holds no sentence that can be checked",))


def _premise(cited: Sequence[Cited]) -> str:
    """The cited sentences with the days their articles are of: a text may give the year that an article leaves to its date."""
    days = dict.fromkeys(f"{each.published.day} {each.published:%B} {each.published.year}" for each in cited if each.published)
    return " ".join([said(cited), *(f"({day})" for day in days)])


def _look(remark: Remark, grounds: Grounds) -> _Asked:
    """The evidence inside the articles the sentence cites; of all articles where it cites none, or where others say it clearly better."""
    everywhere = grounds.evidence.supporting(remark.text, MOST, None, LEAST)
    if not remark.cites:
        return _Asked(remark=remark, evidence=everywhere)
    own = grounds.evidence.supporting(remark.text, MOST, remark.cites, LEAST)
    if own and _score(remark.text, own) >= min(0.5, _score(remark.text, everywhere) - 0.2):
        return _Asked(remark=remark, evidence=own)
    return _Asked(remark=remark, evidence=everywhere, elsewhere=True)


def _score(text: str, sentences: Sequence[Sentence]) -> float:
    return support(Index([sentence.text for sentence in sentences]), text) if sentences else 0.0


def _verdict(number: int, asked: _Asked, score: float, grounds: Grounds) -> Verdict:
    remark = asked.remark
    cited = grounds.evidence.cited(asked.evidence)
    if not cited:
        reason = CheckResult(name="entailment", outcome="fail", reason="no sentence of the articles says anything like it")
        return Verdict(id=str(number), text=remark.text, supported=False, support="partial", score=0.0, checks=(reason,))
    verdict = judge(
        str(number), remark.text, cited, entailed=score, independent_sources=_independent(remark.text, grounds), moved=asked.elsewhere
    )
    troubles = []
    if remark.unresolved:
        marks = " ".join(remark.unresolved)
        troubles.append(
            CheckResult(name="citation", outcome="fail", reason=f"cites {marks}, and there are {len(grounds.articles)} articles")
        )
    if asked.elsewhere and verdict.supported:
        troubles.append(CheckResult(name="placement", outcome="fail", reason="the article it cites does not say this, another one does"))
    if not troubles:
        return verdict
    names = {trouble.name for trouble in troubles}
    kept = tuple(result for result in verdict.checks if result.name not in names)
    return verdict.model_copy(update={"supported": False, "support": "partial", "checks": (*kept, *troubles), "score": verdict.score / 2})


def _independent(text: str, grounds: Grounds) -> int:
    """How many articles that are no copies of each other bear the text out on their own."""
    bearing = grounds.evidence.bearing(text)
    names = list(dict.fromkeys(sentence.article for sentence in bearing))
    saying = [name for name in names if _score(text, [s for s in bearing if s.article == name]) >= 0.5]
    if len(saying) < 2:
        return len(saying)
    return len(saying) - len(copies([grounds.articles[name] for name in saying]))
