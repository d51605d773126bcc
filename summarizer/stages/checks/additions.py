"""Does a part of the statement say something of which the cited text says nothing?"""

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.synonyms import same
from summarizer.verdict import CheckResult

MOST_NEW = 0.75
"""The share of a clause's meaningful words that may be missing from the cited text."""
LEAST_WORDS = 4


def additions(ground: Ground) -> CheckResult:
    """Fails on a clause of four meaningful words or more of which the cited sentences hold next to none."""
    if ground.copied:
        return CheckResult(name="additions", outcome="pass")
    mine = ground.statement
    clauses: dict[int, list[int]] = {}
    for i in mine.content:
        clauses.setdefault(mine.clause[i], []).append(i)
    for places in clauses.values():
        stems = [mine.words[i].stem for i in places]
        new = sum(1 for stem in stems if not held(ground, stem))
        if len(stems) >= LEAST_WORDS and new / len(stems) > MOST_NEW:
            said = mine.text[mine.words[places[0]].start : mine.words[places[-1]].end]
            return CheckResult(name="additions", outcome="fail", reason=f"adds “{said}”, of which the cited text says nothing")
    return CheckResult(name="additions", outcome="pass")


def held(ground: Ground, stem: str) -> bool:
    """Whether the cited sentences say the word or one that may stand for it."""
    return stem in ground.stems or any(same(stem, other) for other in ground.stems)
