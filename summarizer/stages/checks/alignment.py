"""Where a statement follows a cited sentence word by word, and where it departs from it."""

from dataclasses import dataclass
from functools import lru_cache

from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.words import KEPT

_CLOSE = 2 / 3


@dataclass(frozen=True)
class Block:
    """Words of the statement (`mine`) that stand where other words (`theirs`) stand in the cited sentence; one side may be empty."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]


class Alignment:
    """The words both texts share in the same order (`equal`), the departures between them (`blocks`), and the part of the shorter text
    that is shared (`share`, 0..1). Texts that share too few words to be close in any order are laid side by side only when asked for."""

    __slots__ = ("_laid", "_mine", "_theirs", "close")

    def __init__(self, mine: Passage, theirs: Passage) -> None:
        self._mine, self._theirs = mine, theirs
        self._laid: tuple[dict[int, int], tuple[Block, ...]] | None = None
        here, there = mine.at, theirs.at
        shared = sum([min(len(here[stem]), len(there[stem])) for stem in here.keys() & there.keys()])
        self.close = shared >= _CLOSE * self._shorter and self.share >= _CLOSE
        """Whether the statement is plainly made from the cited sentence: two thirds of the shorter one follow the other."""

    @property
    def equal(self) -> dict[int, int]:
        return self._side_by_side[0]

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self._side_by_side[1]

    @property
    def share(self) -> float:
        return len(self.equal) / self._shorter

    @property
    def _shorter(self) -> int:
        return max(1, min(len(self._mine.said), len(self._theirs.said)))

    @property
    def _side_by_side(self) -> tuple[dict[int, int], tuple[Block, ...]]:
        if self._laid is None:
            self._laid = _side_by_side(self._mine, self._theirs)
        return self._laid


@lru_cache(maxsize=KEPT)
def aligned(mine: str, theirs: str) -> Alignment:
    """The two texts laid side by side with the fewest departures (Levenshtein over stems, marks left out)."""
    return Alignment(passage(mine), passage(theirs))


def _side_by_side(mine: Passage, theirs: Passage) -> tuple[dict[int, int], tuple[Block, ...]]:
    from rapidfuzz.distance import Levenshtein

    here, there = mine.said, theirs.said
    equal: dict[int, int] = {}
    blocks = []
    for step in Levenshtein.opcodes([mine.words[i].stem for i in here], [theirs.words[j].stem for j in there]):
        ours, others = here[step.src_start : step.src_end], there[step.dest_start : step.dest_end]
        if step.tag == "equal":
            equal.update(zip(ours, others, strict=True))
        else:
            blocks.append(Block(tuple(ours), tuple(others)))
    return equal, tuple(_joined(blocks, equal))


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
