"""Does what is cited exist, inside the news of the article?"""

from summarizer.stages.checks.cited import Ground
from summarizer.verdict import CheckResult


def citation(ground: Ground) -> CheckResult:
    """Fails without a citation, and on one whose quote is not the article's own characters or lies in an aside."""
    if not ground.cited:
        return CheckResult(name="citation", outcome="fail", reason="cites nothing")
    for each in ground.cited:
        sentence = each.sentence
        if sentence.aside is not None:
            return CheckResult(name="citation", outcome="fail", reason=f"cites {_ASIDES[sentence.aside]}, which is not news")
        if not sentence.text.strip():
            return CheckResult(name="citation", outcome="fail", reason="cites an empty passage")
        if each.text and each.text[sentence.start : sentence.end] != sentence.text:
            return CheckResult(name="citation", outcome="fail", reason="cites words that do not stand in the article at that place")
    return CheckResult(name="citation", outcome="pass")


_ASIDES = {
    "advertising": "an advertisement",
    "boilerplate": "page furniture",
    "instruction": "a passage that gives orders to a machine",
    "hidden": "hidden text",
    "repeated": "a repeated passage",
}
