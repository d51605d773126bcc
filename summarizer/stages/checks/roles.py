"""Does the one who acts in the statement act in the cited sentence too, or was it done to him?"""

from functools import lru_cache
from itertools import combinations

from summarizer.stages.checks.alignment import Alignment
from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.words import PAST_FORMS, stems
from summarizer.verdict import CheckResult

_SYMMETRIC = stems(
    "meet talk agree marry negotiate trade differ compete clash unite merge border equal match cooperate join split discuss share include resemble"
)
_JOINS = frozenset({"and", "or", ",", "with", "between", "&", "-", "–"})
_BE = frozenset(["was", "were", "is", "are", "been", "being", "be", "got", "gets", "get"])


def roles(ground: Ground) -> CheckResult:
    """Fails where those on the two sides of a verb, or two names anywhere in the sentence, have changed places."""
    if ground.copied:
        return CheckResult(name="roles", outcome="pass")
    mine = ground.statement
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        pair = _exchanged(mine, read, alignment)
        if pair:
            return CheckResult(
                name="roles", outcome="fail", reason=f"puts “{pair[0]}” where the cited sentence puts “{pair[1]}”, and the other way round"
            )
    for i in verbs(mine.text):
        if _turned(ground, i):
            return CheckResult(name="roles", outcome="fail", reason=f"turns round who does and who suffers “{mine.words[i].text}”")
    return CheckResult(name="roles", outcome="pass")


def _exchanged(mine: Passage, read: Passage, alignment: Alignment) -> tuple[str, str] | None:
    """Two names that stand in each other's place in a statement that otherwise follows the cited sentence."""
    if not alignment.close:
        return None
    for one, two in combinations(alignment.blocks, 2):
        if not (one.mine and one.theirs and two.mine and two.theirs):
            continue
        if _stems(mine, one.mine) & _stems(read, two.theirs) and _stems(mine, two.mine) & _stems(read, one.theirs):
            between = mine.words[one.mine[-1] + 1 : two.mine[0]]
            if any(w.lower not in _JOINS and w.stem not in _SYMMETRIC for w in between) and not any(w.stem in _SYMMETRIC for w in between):
                return mine.words[one.mine[-1]].text, read.words[one.theirs[-1]].text
    return None


def _stems(read: Passage, places: tuple[int, ...]) -> frozenset[str]:
    """The stems of the names among some words."""
    return frozenset(read.words[i].stem for i in places if read.words[i].text[:1].isupper() and i in read.content_set)


def _turned(ground: Ground, i: int) -> bool:
    mine = ground.statement
    straight = crossed = 0
    for read in ground.passages:
        for j in read.at.get(mine.words[i].stem, ()):
            if j not in verbs(read.text):
                continue
            one, other = sides(mine.text, i), sides(read.text, j)
            same = len(one[0] & other[0]) + len(one[1] & other[1])
            turned = min(len(one[0] & other[1]), len(one[1] & other[0]))
            if turned and 2 * turned > same:
                crossed += 1
            else:
                straight += 1
    return crossed > 0 and not straight


@lru_cache(maxsize=20_000)
def verbs(text: str) -> frozenset[int]:
    """The words that look like a verb with somebody on each side."""
    read = passage(text)
    found = set()
    for i in read.content:
        low = read.words[i].lower
        if read.words[i].kind != "word" or not i or read.words[i].text[0].isupper() or read.words[i].stem in _SYMMETRIC:
            continue
        before = read.words[i - 1].lower
        if (
            low.endswith("ed")
            or low in PAST_FORMS
            or before in ("to", "will", "would", "may", "could", "might", "should", "must", "can", "not")
            or before in _BE
            or low.endswith("s")
        ):
            found.add(i)
    return frozenset(found)


@lru_cache(maxsize=20_000)
def sides(text: str, i: int) -> tuple[frozenset[str], frozenset[str]]:
    """Who stands before and behind the verb at `i`, turned round for a passive: (who does it, whom)."""
    read = passage(text)
    before, behind = _side(read, i, -1), _side(read, i, 1)
    if _passive(read, i):
        return behind, before
    return before, behind


def _passive(read: Passage, i: int) -> bool:
    was = any(w.lower in _BE for w in read.words[max(0, i - 3) : i])
    by = any(w.lower == "by" for w in read.words[i + 1 : i + 5])
    return (was and by) or (by and read.words[min(i + 1, len(read.words) - 1)].lower == "by")


def _side(read: Passage, i: int, step: int) -> frozenset[str]:
    """The nearest meaningful words on one side, within the clause; names alone if there are any."""
    found: list[int] = []
    j = i + step
    while 0 <= j < len(read.words) and read.clause[j] == read.clause[i] and len(found) < 4:
        if j in read.content_set:
            found.append(j)
        j += step
    names = [j for j in found if j and read.words[j].text[:1].isupper()]
    return frozenset(read.words[j].stem for j in names or found[:3])
