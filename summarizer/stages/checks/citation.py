"""Does what is cited exist, inside the news of the article?"""

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.outcome import failed, passed
from summarizer.verdict import CheckResult


def citation(ground: Ground) -> CheckResult:
    """Fails without a citation, and on one whose quote is not the article's own characters or lies in an aside."""
    if not ground.cited:
        return failed("citation", "cites nothing")
    for each in ground.cited:
        sentence = each.sentence
        if sentence.aside is not None:
            return failed("citation", f"cites {_ASIDES[sentence.aside]}, which is not news")
        if not sentence.text.strip():
            return failed("citation", "cites an empty passage")
        if each.text and each.text[sentence.start : sentence.end] != sentence.text:
            return failed("citation", "cites words that do not stand in the article at that place")
    return passed("citation")


_ASIDES = {
    "advertising": "an advertisement",
    "boilerplate": "page furniture",
    "instruction": "a passage that gives orders to a machine",
    "hidden": "hidden text",
    "repeated": "a repeated passage",
}
