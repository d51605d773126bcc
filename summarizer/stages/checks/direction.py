"""Does the statement say rise where the cited sentence says fall, accept where it says reject?"""

from collections import defaultdict
from functools import lru_cache

from summarizer.stages.checks.bonds import BOUND, bond
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.denials import denied
from summarizer.stages.checks.exchange import exchanged
from summarizer.stages.checks.opposites import on_a_scale, opposite, poles
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.sequence import misordered
from summarizer.stages.checks.words import KEPT, Word, stems
from summarizer.verdict import CheckResult

_MANY_OF_THEM = stems(
    """man woman boy girl father mother son daughter brother sister husband wife uncle aunt parent child
    come past last previous next current first spend earn"""
)
"""Of these an article has several, of both sides, without saying anything of the one in the place of the other."""
_TURNED = frozenset({("for", "against"), ("against", "for"), ("to", "from"), ("from", "to")})
"""Small words that turn a sentence round where one alone stands in the very place of the other."""
_SURROUNDED = 2.0
"""The least bond of a word that no cited sentence has and its opposite in one."""


@lru_cache(maxsize=KEPT)
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
        return passed("direction")
    mine = ground.statement
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        for block in alignment.blocks if alignment.close else ():
            small = tuple(p.words[k].lower for p, side in ((mine, block.mine), (read, block.theirs)) for k in side)
            if small in _TURNED:
                return _failed(*small)
            for i in block.mine:
                turned = next(
                    (j for j in block.theirs if opposite(mine.words[i].stem, read.words[j].stem) and not _also(read, mine, i, j)), None
                )
                if turned is not None and (i in denied(mine.text)) == (turned in denied(read.text)):
                    return _failed(mine.words[i].text, read.words[turned].text)
        pair = exchanged(mine, read, alignment, _is_directed)
        if pair:
            return _failed(*pair)
    for scale, places in directions(mine.text).items():
        for i, side in places:
            found = _opposed(ground, scale, i, side)
            if found:
                return _failed(mine.words[i].text, found)
    pair = misordered(ground) or _unborne(ground)
    return _failed(*pair) if pair else passed("direction")


def _is_directed(word: Word) -> bool:
    return bool(poles(word.stem))


def _failed(mine: str, theirs: str) -> CheckResult:
    return failed("direction", f"says “{mine}”, the cited sentence says “{theirs}”")


def _also(read: Passage, mine: Passage, i: int, j: int) -> bool:
    """Whether each text holds both words, in another order."""
    return mine.words[i].stem in read.at and read.words[j].stem in mine.at


def _unborne(ground: Ground) -> tuple[str, str] | None:
    """A word of the statement that no cited sentence has in any form, and its opposite in the same surroundings of one, if there is such a
    pair."""
    mine = ground.statement
    for i in polar(mine.text):
        word = mine.words[i]
        if word.stem in _MANY_OF_THEM or any(read.kin.hold(word.stem) for read in ground.passages):
            continue
        for read, alignment in zip(ground.passages, ground.alignments, strict=True):
            for j in polar(read.text):
                other = read.words[j].stem
                if not opposite(word.stem, other) or other in mine.at or (i in denied(mine.text)) != (j in denied(read.text)):
                    continue
                if bond(mine, i, read, j, alignment) >= _SURROUNDED:
                    return word.text, read.words[j].text
    return None


@lru_cache(maxsize=KEPT)
def polar(text: str) -> tuple[int, ...]:
    """The words of a text that have an opposite, names left out."""
    read = passage(text)
    return tuple(
        i for i in read.content if read.words[i].kind == "word" and read.words[i].text.islower() and on_a_scale(read.words[i].stem)
    )


def _opposed(ground: Ground, scale: int, i: int, side: int) -> str:
    """The opposite that stands where the statement's word `i` would, or ""."""
    mine = ground.statement
    word = mine.words[i].stem
    if any(word in read.at for read in ground.passages):
        return ""  # the same word, perhaps denied: for the check of negation
    best, found = 0.0, ""
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        places = directions(read.text).get(scale, ())
        if not places:
            continue
        for j, other in places:
            strength = bond(mine, i, read, j, alignment) + 0.5 * (other == side)
            if strength > best:
                best, found = strength, "" if other == side else read.words[j].text
        for j in read.where(word):
            strength = bond(mine, i, read, j, alignment) + 0.5
            if strength > best and not any(j == k for k, _ in places):
                best, found = strength, ""
    return found if best >= BOUND else ""
