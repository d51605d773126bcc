"""Where a statement follows a cited sentence word by word, and where it departs from it."""

from dataclasses import dataclass
from functools import lru_cache

from summarizer.stages.checks.passage import passage
from summarizer.stages.checks.words import KEPT


@dataclass(frozen=True)
class Block:
    """Words of the statement (`mine`) that stand where other words (`theirs`) stand in the cited sentence; one side may be empty."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]


@dataclass(frozen=True)
class Alignment:
    """The words both texts share in the same order, the departures between them, and the part of the shorter text that is shared (0..1)."""

    equal: dict[int, int]
    blocks: tuple[Block, ...]
    share: float

    @property
    def close(self) -> bool:
        """Whether the statement is plainly made from the cited sentence: two thirds of the shorter one follow the other."""
        return self.share >= 2 / 3


@lru_cache(maxsize=KEPT)
def aligned(mine: str, theirs: str) -> Alignment:
    """The two texts laid side by side with the fewest departures (Levenshtein over stems, marks left out)."""
    from rapidfuzz.distance import Levenshtein

    one, two = passage(mine).words, passage(theirs).words
    here = [i for i, w in enumerate(one) if w.kind != "mark"]
    there = [j for j, w in enumerate(two) if w.kind != "mark"]
    equal: dict[int, int] = {}
    blocks = []
    for step in Levenshtein.opcodes([one[i].stem for i in here], [two[j].stem for j in there]):
        ours, others = here[step.src_start : step.src_end], there[step.dest_start : step.dest_end]
        if step.tag == "equal":
            equal.update(zip(ours, others, strict=True))
        else:
            blocks.append(Block(tuple(ours), tuple(others)))
    return Alignment(equal, tuple(_joined(blocks, equal)), len(equal) / max(1, min(len(here), len(there))))


def _joined(blocks: list[Block], equal: dict[int, int]) -> list[Block]:
    """Neighbouring departures as one."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last is not None and not _between(last, block, equal):
            found[-1] = Block(last.mine + block.mine, last.theirs + block.theirs)
        else:
            found.append(block)
    return found


def _between(one: Block, two: Block, equal: dict[int, int]) -> bool:
    """Whether shared words part two departures."""
    if one.mine and two.mine:
        return any(i in equal for i in range(one.mine[-1] + 1, two.mine[0]))
    shared = set(equal.values())
    if one.theirs and two.theirs:
        return any(j in shared for j in range(one.theirs[-1] + 1, two.theirs[0]))
    return True
