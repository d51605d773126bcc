"""Is the cited sentence the one that says it, or did the citation move?"""

from summarizer.article import Sentence
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.outcome import failed, passed
from summarizer.verdict import CheckResult


def placement(ground: Ground, best: Sentence | None) -> CheckResult:
    """Fails where another sentence (`best`, the best supporting one of the sources) says the statement and the cited ones do not.

    Unchecked without a `best`.
    """
    if best is None:
        return CheckResult(name="placement", outcome="unchecked", reason="no other sentences were looked at")
    if any(each.sentence.key == best.key or each.sentence.text == best.text for each in ground.cited):
        return passed("placement")
    return failed("placement", "another sentence of the sources says this, the cited one does not")
