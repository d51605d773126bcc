"""Does the statement say rise where the cited sentence says fall, accept where it says reject?"""

from collections import defaultdict
from functools import lru_cache

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.negation import denied
from summarizer.stages.checks.opposites import poles
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.synonyms import same
from summarizer.verdict import CheckResult


@lru_cache(maxsize=20_000)
def directions(text: str) -> dict[int, tuple[tuple[int, int], ...]]:
    """For each scale the words of a text that stand on it: (word, side), a denied word on the other side."""
    read = passage(text)
    turned = denied(text)
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, word in enumerate(read.words):
        if word.kind == "word":
            for scale, side in poles(word.stem):
                found[scale].append((i, side ^ (i in turned)))
    return {scale: tuple(places) for scale, places in found.items()}


def direction(ground: Ground) -> CheckResult:
    """Fails where a word of the statement has only its opposite in the same place of the cited sentences."""
    if ground.copied:
        return CheckResult(name="direction", outcome="pass")
    mine = ground.statement
    for scale, places in directions(mine.text).items():
        for i, side in places:
            found = _opposed(ground, scale, i, side)
            if found:
                return CheckResult(
                    name="direction", outcome="fail", reason=f"says “{mine.words[i].text}”, the cited sentence says “{found}”"
                )
    return CheckResult(name="direction", outcome="pass")


def _opposed(ground: Ground, scale: int, i: int, side: int) -> str:
    """The opposite that stands where the statement's word `i` would, or ""."""
    mine = ground.statement
    word = mine.words[i].stem
    rivals: list[tuple[float, str]] = []
    for read in ground.passages:
        for j, other in directions(read.text).get(scale, ()):
            bond = _bond(mine, i, read, j)
            if other == side:
                if bond > 0 or read.words[j].stem == word:
                    rivals.append((bond + 0.5, ""))
            else:
                rivals.append((bond, read.words[j].text))
        for stem, places in read.at.items():
            if same(stem, word) and not any(p in denied(read.text) for p in places):
                rivals += [(_bond(mine, i, read, j) + 0.5, "") for j in places]
    rivals = [rival for rival in rivals if rival[0] > 0]
    if not rivals:
        return ""
    return max(rivals)[1]


def _bond(mine: Passage, i: int, read: Passage, j: int) -> float:
    """How many of the words around the one stand around the other."""
    here, there = mine.near(i), read.near(j)
    return float(len(here & there))
