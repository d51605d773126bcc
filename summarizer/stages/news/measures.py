"""Do two sentences give one measure two values? Quantities are paired by what they count and by the words around them."""

import re
from collections.abc import Sequence

from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.quantities import Quantity, quantities
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.words import stem, stems
from summarizer.stages.news.values import as_former, equal, telling
from summarizer.value import Value

_CLASSES = """
dead : killed kill dead deaths death toll fatalities fatal died die dies lives bodies drowned perished
hurt : injured injuries injury hurt wounded casualties
missing : missing unaccounted disappeared
moved : evacuated evacuees displaced homeless shelter shelters
held : arrested arrests detained detentions held custody
ill : ill sick infected infections cases sickened poisoned hospitalised
rescued : rescued saved freed pulled survivors
burned : burned burnt scorched
jobs : jobs job posts redundancies layoffs
cost : cost costs price budget bill
cancelled : cancelled cancellations
power : power electricity
destroyed : destroyed damaged ruined
recall : recall recalled recalling
spread : covers covered spread
enrolled : enrolled registered
level : full capacity level turnout
hospital : hospital
waiting : waiting queue wait
"""
_CLASS = {stem(word): line.split(":")[0].strip() for line in _CLASSES.strip().splitlines() for word in line.split(":")[1].split()}
_PEOPLE = stems(
    "people person man woman men women child children resident passenger worker victim other survivor soldier student pupil villager miner "
    "climber visitor guest pilgrim fan spectator customer saver citizen inhabitant voter subscriber reader listener user viewer "
    "tourist refugee "
    "migrant prisoner"
) | {""}
_OF_PEOPLE = frozenset({"dead", "hurt", "missing", "moved", "held", "ill", "rescued", "hospital"})
_VAGUE = (
    stems("people person man woman child other")
    | {""}
    | stems("day week month year hour minute crown dollar euro pound percent point time case part family place")
)
"""What so many things are counted in that the word alone does not say which."""
_GROWING = frozenset({"dead", "hurt", "burned", "destroyed", "held", "cancelled", "rescued"})
_LOWERED = re.compile(r"\b(?:revised|lowered|fewer|down from|not|only|corrected|instead)\b", re.I)
_MOVING = frozenset(_CLASS.values()) - {"jobs", "cost"}
_PERIODS = stems(
    "january february march april may june july august september october november december quarter half spring summer autumn winter"
)

_TOTAL = re.compile(
    r"\b(?:bring\w*|brought|mak(?:es|ing)|tak(?:es|ing)|took|rais(?:es|ing)|total\w*)\b[^.;]{0,60}?\b(?:to|it|of|at)\s+(?:at least )?$",
    re.I,
)
"""Before a number that sums up: "which brings the dead to", "making it"."""
_HEAD = re.compile(
    r"\b(?:crowd|queue|line|group|fleet|list|number|total|toll|backlog|convoy|audience|attendance) of\s+(?:about |some |at least )?$", re.I
)

LEAST_BOND = 0.5
_SLIGHT = 0.05
_TOLD_AS_FORMER = 0.8
_ONLY, ALIKE = 0.2, 4
"""Added where each sentence has one value of a kind, and they share so many words."""
_REACH = 14  # words between a number and the word that says what is counted


class FigureChange(Value):
    """`changed`: one measure, two values; `rival`: both count, but plainly not the same thing. `bond` 0..1 says how sure the pairing is;
    `moves`: a count that moves while a story runs (the dead, the evacuated); `former`: the later text gives the old value as what was;
    `exact`: both count in one word; `slight`: so near to the old one that it may be another account of it."""

    changed: bool
    rival: bool
    bond: float
    moves: bool = False
    former: bool = False
    exact: bool = True
    slight: bool = False
    what: str = ""
    key: str = ""


def figure_change(one: Passage, two: Passage) -> FigureChange | None:
    """What became of the quantities of `one` in `two`; None where they have none to compare."""
    ours, theirs = telling(one), telling(two)
    if not ours or not theirs:
        return None
    best: FigureChange | None = None
    apart = False
    if any(mine.kind == other.kind and equal(mine, other) and not as_former(two, other) for mine in ours for other in theirs):
        return FigureChange(changed=False, rival=False, bond=0.0)  # a value that both give: the others measure something else
    for mine in ours:
        pairs = [(_bond(one, mine, two, other), other) for other in theirs if other.kind == mine.kind]
        pairs = [(bond, other) for bond, other in pairs if not any(equal(q, other) for q in ours if q.kind == other.kind)]
        if not pairs:
            continue
        was_said = any(equal(mine, q) and as_former(two, q) for q in theirs if q.kind == mine.kind or not q.noun)
        bond, other = max(pairs, key=lambda pair: pair[0])
        if was_said:
            bond = max(bond, _TOLD_AS_FORMER)
        elif mine.kind != "count" and len(one.stems & two.stems) >= ALIKE and _single(ours, mine) and _single(theirs, other):
            bond += _ONLY
        if (
            bond < LEAST_BOND
            or not _same_period(one, two)
            or (not was_said and (_moves(one, mine) or _moves(two, other)))
            or _narrower(one, two)
        ):
            apart = True
            continue
        if best is None or bond > best.bond:
            best = FigureChange(
                changed=True, rival=False, bond=min(1.0, bond), what=f"{mine.written} → {other.written}",
                key=f"{other.kind} {other.value:g}",
                moves=_class(one, mine) in _MOVING and _class(one, mine) == _class(two, other),
                exact=mine.noun == other.noun or {mine.noun, other.noun} <= _PEOPLE or not other.noun,
                slight=abs(mine.value - other.value) < _SLIGHT * max(abs(mine.value), abs(other.value)),
                former=was_said,
            )  # fmt: skip
    if best is not None:
        return best
    return FigureChange(changed=False, rival=apart, bond=0.0)


def _single(found: Sequence[Quantity], one: Quantity) -> bool:
    return sum(other.kind == one.kind for other in found) == 1


def _bond(one: Passage, mine: Quantity, two: Passage, theirs: Quantity) -> float:
    """How sure it is that two quantities measure one thing, 0..1: what is counted, and the words around."""
    first, second = _class(one, mine), _class(two, theirs)
    if first and second and first != second and not (mine.noun and mine.noun == theirs.noun and not {first, second} & _OF_PEOPLE):
        return 0.0
    counted = {
        "" if q.noun in _CLASS else q.noun for q in (mine, theirs)
    }  # "46 pupils ill" counts neither pupils nor the ill by its last word
    total = bool(_TOTAL.search(two.text[: two.words[theirs.first].start]))
    bare = not theirs.noun and bool(mine.noun) and mine.noun not in _PEOPLE and mine.noun in two.stems  # "entries have passed 7,000"
    bare = bare or (not theirs.noun and not mine.noun and _opening(one) == _opening(two))
    bare = bare or (not theirs.noun and bool(_HEAD.search(one.text[: one.words[mine.first].start])))
    noun = total or bare or bool(mine.noun and theirs.noun and (same(mine.noun, theirs.noun) or counted <= _PEOPLE))
    if mine.kind == "count" and not noun and not (first and first == second and (counted <= _PEOPLE or "" in counted)):
        return 0.0
    if first == second and first in _GROWING and theirs.value < mine.value and not _LOWERED.search(two.text):
        return 0.0  # a smaller count of the dead is another account, unless it is said to be lower
    if mine.kind == "percent" and _share_of(one, mine) != _share_of(two, theirs):
        return 0.0
    here, there = _around(one, mine), _around(two, theirs)
    exact = here & there
    akin = sum(1 for w in here - exact if any(same(w, o) for o in there - exact))
    likeness = (len(exact) + 0.5 * akin) / max(2.0, min(len(here), len(there)))
    specific = total or (mine.noun not in _VAGUE and (mine.noun == theirs.noun or bare))
    sure = 0.35 if noun and specific else 0.2 if noun and counted <= _PEOPLE | {mine.noun} else 0.1 if noun else 0.0
    if mine.kind not in ("count", "percent", "duration", "point") and not mine.kind.startswith("money"):
        sure = 0.25  # hectares, degrees, tonnes: few things of a story are measured in them
    return min(1.0, likeness + (0.35 if first and first == second else 0.0) + sure)


def _share_of(read: Passage, quantity: Quantity) -> bool:
    """ "68 percent of the drivers": a share of some people or things, not how high something is."""
    ahead = [w.lower for w in read.words[quantity.last : quantity.last + 4]]
    return ahead[:1] == ["of"] and any(word.endswith("s") and len(word) > 3 and word != "its" for word in ahead[1:3])


def _opening(read: Passage) -> str:
    return next((read.words[i].stem for i in read.content if read.words[i].kind == "word"), "")


def _class(read: Passage, quantity: Quantity) -> str:
    """What kind of thing is counted, from the word nearest to the number in its clause."""
    clause = read.clause[quantity.first]
    spots: Sequence[tuple[int, str]] = [
        (min(abs(i - quantity.first), abs(i - quantity.last + 1)) + 4 * abs(read.clause[i] - clause), _CLASS[w.stem])
        for i, w in enumerate(read.words)
        if w.stem in _CLASS
        and (w.text[0].islower() or i == 0)
        and w.lower not in ("miss", "misses", "cover")
        and abs(read.clause[i] - clause) <= 1
    ]
    return min(spots)[1] if spots and min(spots)[0] <= _REACH else ""


def _around(read: Passage, quantity: Quantity) -> frozenset[str]:
    """The words of meaning within twelve of a number; its own and those with a capital left out: names say who, not what is measured."""
    own = range(quantity.first, quantity.last)
    near = [i for i in read.content if i not in own and abs(i - quantity.first) <= 12 and read.words[i].kind == "word"]
    return frozenset(read.words[i].stem for i in near if i == 0 or read.words[i].text[0].islower())


def _moves(read: Passage, quantity: Quantity) -> bool:
    """Whether the number is how far something moved in a period ("fell 4 percent"), not where it stands."""
    behind = [w.stem for w in read.words[max(0, quantity.first - 2) : quantity.first] if w.lower not in ("by", "about", "some", "nearly")]
    return quantity.kind in ("percent", "point") and any(word in _MOVES for word in behind[-1:])


_MOVES = stems("rise fall gain drop climb slip grow shrink increase decrease decline jump plunge soar add lose up down tumble surge edge")
_NARROWING = stems(
    "youth core monthly annual weekly wholesale retail net gross domestic foreign average second another other additional more"
)


def _narrower(one: Passage, two: Passage) -> bool:
    """Whether one text speaks of a part or a kind that the other does not: "youth unemployment", "two more suspects"."""

    def found(read: Passage) -> set[str]:
        return {
            w.stem
            for i, w in enumerate(read.words)
            if w.stem in _NARROWING and not (w.lower == "more" and _than(read, i)) and (w.stem not in _FURTHER or _beside_number(read, i))
        }

    return found(one) != found(two) and not _SUMMED.search(two.text)


_SUMMED = re.compile(r"\b(?:bring\w*|brought|mak(?:es|ing)|tak(?:es|ing)|rais(?:es|ing)|for a total|in all|altogether)\b", re.I)
_FURTHER = stems("second another other additional more further")


def _beside_number(read: Passage, i: int) -> bool:
    """Whether a number stands within two words: "two more suspects"."""
    return any(q.kind == "count" and (i - 2 <= q.last - 1 <= i + 3 or i - 2 <= q.first <= i + 3) for q in telling(read))


def _than(read: Passage, i: int) -> bool:
    return any(w.lower == "than" for w in read.words[i + 1 : i + 5])


def _same_period(one: Passage, two: Passage) -> bool:
    """Not two months, quarters or years of a series."""
    first, second = _periods(one), _periods(two)
    years = [{int(q.value) for q in quantities(read.text) if q.kind == "year"} for read in (one, two)]
    if years[0] and years[1] and not years[0] & years[1]:
        return False
    return not first or not second or bool(first & second)


def _periods(read: Passage) -> set[str]:
    return {w.lower for i, w in enumerate(read.words) if w.stem in _PERIODS or (w.text == "May" and i) or (w.text == "March" and i)}
