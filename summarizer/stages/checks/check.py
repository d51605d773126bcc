"""A statement and what it cites become a verdict: every check is made, and the entailment score is held against its threshold."""

import math
from collections.abc import Sequence

from summarizer.article import Sentence
from summarizer.brief import Citation, Support
from summarizer.stages.checks import CHECKS, Cited, Ground, placement, resting
from summarizer.verdict import CheckResult, Verdict

__all__ = ["ENTAILED", "Cited", "check", "judge", "resting"]

ENTAILED = 0.5
"""The least entailment score of a supported statement."""


def check(text: str, cited: Sequence[Cited], *, attributed_to: str | None = None) -> tuple[CheckResult, ...]:
    """Every deterministic check of a statement against its cited sentences, in a fixed order. `attributed_to` names the speaker
    a brief shows beside the text."""
    ground = _ground(text, cited, attributed_to)
    return tuple(one(ground) for one in CHECKS) if cited else (CHECKS[0](ground),)


def judge(
    statement_id: str,
    text: str,
    cited: Sequence[Cited],
    *,
    entailed: float | None = None,
    best: Sentence | None = None,
    attributed_to: str | None = None,
    independent_sources: int | None = None,
    moved: bool = False,
    threshold: float = ENTAILED,
) -> Verdict:
    """The verdict on a statement: supported when no check fails and it is entailed.

    `entailed` is a score of 0..1 of any Entailment; None or NaN where nobody was asked or could tell: then the checks alone decide.
    `best` is the best supporting sentence that was found in the sources, if one was looked for: a better one elsewhere fails `placement`.
    `moved` says that the citations given here were found and are not the ones the statement came with.
    """
    results = [
        *check(text, cited, attributed_to=attributed_to),
        placement(_ground(text, cited, attributed_to), best),
        _entailment(entailed, threshold),
    ]
    failed = [result for result in results if result.outcome == "fail"]
    score = 1.0 if entailed is None or math.isnan(entailed) else entailed
    return Verdict(
        id=statement_id,
        text=text,
        supported=not failed,
        support=_support(results),
        score=score * 0.5 ** len(failed) if len(failed) > 1 or not _only(failed, "entailment") else score,
        checks=tuple(results),
        citations=tuple(
            Citation(source=c.sentence.article, start=c.sentence.start, end=c.sentence.end, quote=c.sentence.text) for c in cited
        ),
        independent_sources=independent_sources if independent_sources is not None else len({c.sentence.article for c in cited}),
        moved=moved,
    )


def _ground(text: str, cited: Sequence[Cited], attributed_to: str | None) -> Ground:
    from summarizer.stages.checks.passage import passage

    return Ground(passage(text), tuple(cited), attributed_to)


def _entailment(entailed: float | None, threshold: float) -> CheckResult:
    if entailed is None or math.isnan(entailed):
        return CheckResult(name="entailment", outcome="unchecked", reason="nothing was asked whether the cited text says this")
    if entailed >= threshold:
        return CheckResult(name="entailment", outcome="pass")
    return CheckResult(name="entailment", outcome="fail", reason="says more than the cited text, or something else")


def _support(results: Sequence[CheckResult]) -> Support:
    if any(result.outcome == "fail" or (result.outcome == "unchecked" and result.name == "attribution") for result in results):
        return "partial"
    return "verified" if any(result.name == "entailment" and result.outcome == "pass" for result in results) else "unchecked"


def _only(failed: Sequence[CheckResult], name: str) -> bool:
    return len(failed) == 1 and failed[0].name == name
