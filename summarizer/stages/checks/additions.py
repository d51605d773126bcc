"""Does a part of the statement say something of which the cited text says nothing?"""

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.synonyms import same
from summarizer.verdict import CheckResult

MOST_NEW = 0.7
"""The share of a part's meaningful words that may be missing from the cited text."""
LEAST_WORDS = 4
LEAST_INSERTED = 3


def additions(ground: Ground) -> CheckResult:
    """Fails on a part of which the cited sentences hold next to none: a clause of four meaningful words or more, or three that were put into
    a text that otherwise follows a cited sentence."""
    if ground.copied:
        return CheckResult(name="additions", outcome="pass")
    mine = ground.statement
    clauses: dict[int, list[int]] = {}
    for i in mine.content:
        clauses.setdefault(mine.clause[i], []).append(i)
    parts = [places for places in clauses.values() if len(places) >= LEAST_WORDS]
    for alignment in ground.alignments:
        if alignment.close and len(ground.alignments) == 1:
            inserted = [
                [i for i in block.mine if i in mine.content_set] for block in alignment.blocks if len(block.mine) > 2 * len(block.theirs)
            ]
            parts += [places for places in inserted if len(places) >= LEAST_INSERTED]
    if len(mine.content) > 1:
        parts.append(list(mine.content))
    for places in parts:
        new = sum(1 for i in places if not held(ground, mine.words[i].stem))
        if new / len(places) > MOST_NEW:
            said = mine.text[mine.words[places[0]].start : mine.words[places[-1]].end]
            return CheckResult(name="additions", outcome="fail", reason=f"adds “{said}”, of which the cited text says nothing")
    return CheckResult(name="additions", outcome="pass")


def held(ground: Ground, stem: str) -> bool:
    """Whether the cited sentences say the word or one that may stand for it."""
    return stem in ground.stems or any(same(stem, other) for other in ground.stems)
