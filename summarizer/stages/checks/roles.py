"""Does the one who acts in the statement act in the cited sentence too, or was it done to him?"""

from functools import lru_cache

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.exchange import SYMMETRIC, exchanged
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.whereabouts import crossed
from summarizer.stages.checks.words import KEPT, PAST_FORMS, Word, listed
from summarizer.verdict import CheckResult

_BE = listed("was were is are been being be got gets get")
_BEFORE_VERBS = _BE | listed("to will would may could might should must can not")
_SUBJECTS, _OBJECTS = listed("he she it who which that also"), listed("the a an its his her their that no this")
_NEAREST = 4
_FOLLOWED, _LONGEST = 0.8, 5
_POINTING = listed("the this that these those its his her their our he she they it who")


def roles(ground: Ground) -> CheckResult:
    """Fails where those on the two sides of a verb, or two names anywhere in the sentence, have changed places."""
    if ground.copied:
        return passed("roles")
    mine = ground.statement
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        pair = exchanged(mine, read, alignment, _is_name)
        if pair:
            reason = f"puts “{pair[0]}” where the cited sentence puts “{pair[1]}”, and the other way round"
            return failed("roles", reason)
    if any(_reordered(mine, read) or ("by" in mine.at) != ("by" in read.at) for read in ground.passages):
        for i in verbs(mine.text):
            if _turned(ground, i):
                return failed("roles", f"turns round who does and who suffers “{mine.words[i].text}”")
    pair = _other_subject(ground)
    if pair:
        return failed("roles", f"says of “{pair[0]}” what the cited sentence says of “{pair[1]}”")
    names = crossed(ground)
    if names:
        one, two = (" ".join(part.capitalize() for part in name) for name in names)
        return failed("roles", f"says of {one} what the cited text says of {two}, and the other way round")
    return passed("roles")


def _other_subject(ground: Ground) -> tuple[str, str] | None:
    """What opens a statement that follows one cited sentence but for its opening, and comes out of another cited sentence."""
    mine = ground.statement
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        if len(ground.passages) < 2 or not alignment.close or alignment.share < _FOLLOWED or not alignment.blocks:
            continue
        block = alignment.blocks[0]
        ours, theirs = [i for i in block.mine if i in mine.content_set], [j for j in block.theirs if j in read.content_set]
        if not ours or not theirs or block.mine[0] or block.theirs[0] or len(block.mine) > _LONGEST or len(block.theirs) > _LONGEST:
            continue
        if any(read.kin.hold(mine.words[i].stem) for i in ours) or any(mine.words[i].lower in _POINTING for i in block.mine):
            continue
        if any(other is not read and all(mine.words[i].stem in other.at for i in ours) for other in ground.passages):
            return _span(mine, block.mine), _span(read, block.theirs)
    return None


def _span(read: Passage, places: tuple[int, ...]) -> str:
    return read.text[read.words[places[0]].start : read.words[places[-1]].end]


def _is_name(word: Word) -> bool:
    return word.text[:1].isupper()


def _reordered(mine: Passage, read: Passage) -> bool:
    """Whether the words that carry meaning stand in another order than in the cited sentence."""
    last = -1
    for i in mine.content:
        places = read.at.get(mine.words[i].stem)
        if places:
            if places[-1] < last:
                return True
            last = max(last, places[0])
    return False


def _turned(ground: Ground, i: int) -> bool:
    """Whether the sides of the verb at `i` are turned round in every cited sentence that has it."""
    mine = ground.statement
    crossed = False
    for read in ground.passages:
        for j in read.at.get(mine.words[i].stem, ()):
            if j not in verbs(read.text):
                continue
            (doer, done_to), (their_doer, their_done_to) = sides(mine.text, i), sides(read.text, j)
            turned = min(len(doer & their_done_to), len(done_to & their_doer))
            if not turned or 2 * turned <= len(doer & their_doer) + len(done_to & their_done_to):
                return False
            crossed = True
    return crossed


@lru_cache(maxsize=KEPT)
def verbs(text: str) -> frozenset[int]:
    """The words that look like a verb with somebody on each side."""
    read = passage(text)
    found = set()
    for i in read.content:
        word = read.words[i]
        if i == 0 or word.kind != "word" or word.text[0].isupper() or word.stem in SYMMETRIC:
            continue
        if (
            word.lower.endswith("ed")
            or (word.lower.endswith("s") and _acts(read, i))
            or word.lower in PAST_FORMS
            or read.words[i - 1].lower in _BEFORE_VERBS
        ):
            found.add(i)
    return frozenset(found)


def _acts(read: Passage, i: int) -> bool:
    """Whether a word in -s is a verb rather than a plural: a name or pronoun stands before it, or somebody it is done to behind it."""
    before, behind = read.words[i - 1], read.words[min(i + 1, len(read.words) - 1)]
    return before.text[:1].isupper() or before.lower in _SUBJECTS or behind.text[:1].isupper() or behind.lower in _OBJECTS


@lru_cache(maxsize=KEPT)
def sides(text: str, i: int) -> tuple[frozenset[str], frozenset[str]]:
    """Who stands before and behind the verb at `i`, turned round for a passive: (who does it, to whom)."""
    read = passage(text)
    before, behind = _side(read, i, -1), _side(read, i, 1)
    return (behind, before) if _passive(read, i) else (before, behind)


def _passive(read: Passage, i: int) -> bool:
    if not any(w.lower == "by" for w in read.words[i + 1 : i + 5]):
        return False
    return any(w.lower in _BE for w in read.words[max(0, i - 3) : i]) or read.words[min(i + 1, len(read.words) - 1)].lower == "by"


def _side(read: Passage, i: int, step: int) -> frozenset[str]:
    """The nearest meaningful words on one side, within the clause; names alone if there are any."""
    found: list[int] = []
    j = i + step
    while 0 <= j < len(read.words) and read.clause[j] == read.clause[i] and len(found) < _NEAREST:
        if j in read.content_set:
            found.append(j)
        j += step
    names = [j for j in found if j and read.words[j].text[:1].isupper()]
    return frozenset(read.words[j].stem for j in names or found[:3])
