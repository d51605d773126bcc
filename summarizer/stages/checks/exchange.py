"""Two things of a cited sentence that have changed places in the statement: two names, two numbers, two days."""

from collections.abc import Callable
from itertools import combinations

from summarizer.stages.checks.alignment import Alignment
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.synonyms import place
from summarizer.stages.checks.words import Word, stems

SYMMETRIC = stems(
    """meet talk agree marry negotiate trade differ compete clash unite merge border equal match cooperate join split discuss share
    include resemble"""
)
"""Verbs that mean the same from either side."""
_JOINS = frozenset({"and", "or", ",", "with", "between", "&", "-", "–"})


def exchanged(mine: Passage, read: Passage, alignment: Alignment, kind: Callable[[Word], bool]) -> tuple[str, str] | None:
    """Two words of a kind, each in the other's place, in a statement that otherwise follows the cited sentence; None in a mere list."""
    if not alignment.close or ("by" in mine.at) != ("by" in read.at):  # a passive turns its names round and means the same
        return None
    both = [block for block in alignment.blocks if block.mine and block.theirs]
    for one, two in combinations(both, 2):
        if _of(mine, one.mine, kind) & _of(read, two.theirs, kind) and _of(mine, two.mine, kind) & _of(read, one.theirs, kind):
            between = mine.words[one.mine[-1] + 1 : two.mine[0]]
            if any(w.lower not in _JOINS for w in between) and not any(w.stem in SYMMETRIC for w in between[:3]):
                return mine.words[one.mine[-1]].text, read.words[one.theirs[-1]].text
    return None


def _of(read: Passage, places: tuple[int, ...], kind: Callable[[Word], bool]) -> frozenset[str]:
    return frozenset(place(read.words[i].stem) for i in places if kind(read.words[i]) and i in read.content_set)
