"""Does the one who acts in the statement act in the cited sentence too, or was it done to him?"""

from functools import lru_cache

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.words import PAST_FORMS, stems
from summarizer.verdict import CheckResult

_SYMMETRIC = stems(
    "meet talk agree marry negotiate trade differ compete clash unite merge border equal match cooperate join split discuss share include resemble"
)
_BE = frozenset(["was", "were", "is", "are", "been", "being", "be", "got", "gets", "get"])


def roles(ground: Ground) -> CheckResult:
    """Fails where those on the two sides of a verb have changed places."""
    if ground.copied:
        return CheckResult(name="roles", outcome="pass")
    mine = ground.statement
    for i in verbs(mine.text):
        stem = mine.words[i].stem
        straight = crossed = 0
        for read in ground.passages:
            for j in read.at.get(stem, ()):
                if j not in verbs(read.text):
                    continue
                one, other = sides(mine.text, i), sides(read.text, j)
                same = len(one[0] & other[0]) + len(one[1] & other[1])
                turned = len(one[0] & other[1]) > 0 and len(one[1] & other[0]) > 0
                if turned and len(one[0] & other[1]) + len(one[1] & other[0]) > same:
                    crossed += 1
                else:
                    straight += 1
        if crossed and not straight:
            return CheckResult(name="roles", outcome="fail", reason=f"turns round who “{mine.words[i].text}” whom")
    return CheckResult(name="roles", outcome="pass")


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
    """The nearest meaningful words on one side, within the clause."""
    found: list[str] = []
    j = i + step
    while 0 <= j < len(read.words) and read.clause[j] == read.clause[i] and len(found) < 3:
        if j in read.content_set:
            found.append(read.words[j].stem)
        j += step
    return frozenset(found)
