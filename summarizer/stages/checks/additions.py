"""Does a part of the statement say something of which the cited text says nothing?"""

from collections.abc import Sequence

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage, passage
from summarizer.verdict import CheckResult

MOST_NEW = 0.7
"""The share of a part's meaningful words that may be missing from the cited text."""
LEAST_WORDS = 5
LEAST_UNHEARD = 4
MOST_UNHEARD = 0.6
"""The same for a clause whose words are looked for in the whole article."""
LEAST_INSERTED = 3
MOST_INSERTED = 0.6
LIFTED = 0.8
"""How much of a sentence a statement that rests on several must follow before words put into it are looked for there."""
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
    for places in clauses.values():
        if len(places) >= LEAST_UNHEARD and _unheard_of(ground, places):
            return failed("additions", f"adds “{_said(mine, places)}”, of which the article says nothing")
    least = LIFTED if len(ground.alignments) > 1 else 0.0
    for alignment in ground.alignments:
        for block in alignment.blocks if alignment.close and alignment.share >= least else ():
            places = [i for i in block.mine if i in mine.content_set and mine.words[i].kind == "word"]
            if len(places) < LEAST_INSERTED or len(block.mine) <= 2 * len(block.theirs):
                continue
            if sum(mine.words[i].stem not in ground.stems for i in places) / len(places) > MOST_INSERTED:
                return _failed(mine, places)
    return passed("additions")


def _failed(mine: Passage, places: Sequence[int]) -> CheckResult:
    return failed("additions", f"adds “{_said(mine, places)}”, of which the cited text says nothing")


def _said(mine: Passage, places: Sequence[int]) -> str:
    return mine.text[mine.words[places[0]].start : mine.words[places[-1]].end]


def _unheard_of(ground: Ground, places: Sequence[int]) -> bool:
    """Whether most words of a clause stand neither in the cited sentences nor anywhere in their articles."""
    stems = [ground.statement.words[i].stem for i in places]
    missing = [stem for stem in stems if not held(ground, stem)]
    if len(missing) <= MOST_UNHEARD * len(stems):
        return False
    articles = [passage(text) for text in dict.fromkeys(each.text for each in ground.cited) if text] or ground.around()
    missing = [stem for stem in missing if not any(read.kin.hold(stem) or stem in read.at for read in articles)]
    return len(missing) > MOST_UNHEARD * len(stems)


def held(ground: Ground, stem: str) -> bool:
    """Whether the cited sentences say the word or one that may stand for it."""
    return any(p.kin.hold(stem) for p in ground.passages)
