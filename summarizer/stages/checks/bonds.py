"""Do two words, one of the statement and one of a cited sentence, stand in the same place of the same proposition?"""

from summarizer.stages.checks.alignment import Alignment
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.synonyms import same

BOUND = 2.0
"""The least bond at which two words are taken to speak of the same thing."""


def bond(mine: Passage, i: int, read: Passage, j: int, alignment: Alignment) -> float:
    """How many of the words around the one stand around the other, a synonym for half; two more where the statement follows the sentence
    there."""
    here, there = mine.around(i), read.around(j)
    total = float(len(here & there))
    if total < BOUND:
        rest = there - here
        total += 0.5 * sum(1 for word in here - there if any(same(word, other) for other in rest))
    return total + (2.0 if _follows(i, j, alignment) else 0.0)


def _follows(i: int, j: int, alignment: Alignment) -> bool:
    """Whether the alignment lays the two words on each other, or between the same shared words."""
    if not alignment.close:
        return False
    return alignment.equal.get(i) == j or any(i in block.mine and j in block.theirs for block in alignment.blocks)
