"""What comes before what: does the statement tell two happenings in the order of the cited sentence?"""

from functools import lru_cache

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.words import KEPT, listed

_CUES = dict.fromkeys(("before", "until", "till", "prior", "preceding", "ahead"), 0)
_CUES |= dict.fromkeys(("after", "following", "since", "once", "afterwards"), 1)
_NO_CUE = listed("look looked looking looks named ever day week year")
"""Words before "after" with which it says nothing of an order ("look after", "day after day")."""
_NEAREST = 4

Side = tuple[str, ...]


@lru_cache(maxsize=KEPT)
def sequences(text: str) -> tuple[tuple[int, int, Side, Side], ...]:
    """For each "before" or "after" of a text: (its place, 0 for before or 1 for after, what stands ahead of it, what it governs), as stems
    with the nearest words first."""
    read = passage(text)
    if not any(w.lower in _CUES for w in read.words):
        return ()
    found = []
    for i, word in enumerate(read.words):
        side = _CUES.get(word.lower)
        if side is None or (i and read.words[i - 1].lower in _NO_CUE):
            continue
        ahead, behind = _ahead(read, i), _behind(read, i)
        if not ahead:  # "After A, B": B is what the sentence says
            comma = next((k for k in range(i, len(read.words)) if read.words[k].text == ","), -1)
            if comma < 0:
                continue
            behind, ahead = [k for k in behind if k < comma], [k for k in read.content if k > comma][:_NEAREST]
        found.append((i, side, tuple(read.words[k].stem for k in ahead), tuple(read.words[k].stem for k in behind)))
    return tuple(found)


def misordered(ground: Ground) -> tuple[str, str] | None:
    """The statement's word of time and the cited one, where they put the same two happenings in another order."""
    mine = ground.statement
    for i, side, ahead, behind in sequences(mine.text):
        wrong: tuple[str, str] | None = None
        for read in ground.passages:
            for j, other, their_ahead, their_behind in sequences(read.text):
                straight = _fit(ahead, their_ahead, behind, their_behind)
                crossed = _fit(ahead, their_behind, behind, their_ahead)
                if max(straight, crossed) < 2 or straight == crossed:
                    continue
                if (side == other) == (straight > crossed):
                    return None
                wrong = mine.words[i].text, read.words[j].text
        if wrong:
            return wrong
    return None


def _fit(one: Side, other: Side, two: Side, another: Side) -> int:
    """How many words the two pairs of sides share, if each pair shares one."""
    first, second = _shared(one, other), _shared(two, another)
    return first + second if first and second else 0


def _shared(one: Side, other: Side) -> int:
    return sum(1 for word in one if any(same(word, theirs) for theirs in other))


def _ahead(read: Passage, i: int) -> list[int]:
    start = max((k + 1 for k in range(i) if read.words[k].text in ".!?;"), default=0)
    return [k for k in reversed(read.content) if start <= k < i][:_NEAREST]


def _behind(read: Passage, i: int) -> list[int]:
    end = next((k for k in range(i, len(read.words)) if read.words[k].text in ".!?;"), len(read.words))
    return [k for k in read.content if i < k < end][:_NEAREST]
