"""Does a part of the statement say something of which the cited text says nothing?"""

from collections.abc import Sequence

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage
from summarizer.verdict import CheckResult

MOST_NEW = 0.7
"""The share of a part's meaningful words that may be missing from the cited text."""
LEAST_WORDS = 5
LEAST_INSERTED = 3
MOST_INSERTED = 0.6
"""The same for words put into a text that otherwise follows the cited sentence."""


def additions(ground: Ground) -> CheckResult:
    """Fails on a part of which the cited sentences hold next to none: a clause of four meaningful words or more, or three that were put
    into
    a text that otherwise follows a cited sentence."""
    if ground.copied:
        return passed("additions")
    mine = ground.statement
    clauses: dict[int, list[int]] = {}
    for i in mine.content:
        clauses.setdefault(mine.clause[i], []).append(i)
    for places in (*(p for p in clauses.values() if len(p) >= LEAST_WORDS), mine.content if len(mine.content) > 1 else ()):
        if places and sum(not held(ground, mine.words[i].stem) for i in places) / len(places) > MOST_NEW:
            return _failed(mine, places)
    if len(ground.alignments) == 1 and ground.alignments[0].close:
        for block in ground.alignments[0].blocks:
            places = [i for i in block.mine if i in mine.content_set and mine.words[i].kind == "word"]
            if len(places) < LEAST_INSERTED or len(block.mine) <= 2 * len(block.theirs):
                continue
            if sum(mine.words[i].stem not in ground.stems for i in places) / len(places) > MOST_INSERTED:
                return _failed(mine, places)
    return passed("additions")


def _failed(mine: Passage, places: Sequence[int]) -> CheckResult:
    said = mine.text[mine.words[places[0]].start : mine.words[places[-1]].end]
    return failed("additions", f"adds “{said}”, of which the cited text says nothing")


def held(ground: Ground, stem: str) -> bool:
    """Whether the cited sentences say the word or one that may stand for it."""
    return any(p.kin.hold(stem) for p in ground.passages)
