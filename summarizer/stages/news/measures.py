"""Do two sentences give one measure two values? Quantities are paired by what they count and by the words around them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.quantities import Quantity, quantities
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.units import MONTHS
from summarizer.stages.checks.words import stem, stems
from summarizer.value import Value

_IGNORED = ("time", "ordinal", "multiple", "share", "vague", "year", "day", "decade")
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
    "climber"
) | {""}
_GROWING = frozenset({"dead", "hurt", "burned", "destroyed", "held", "cancelled", "rescued"})
_LOWERED = re.compile(r"\b(?:revised|lowered|fewer|down from|not|only|corrected|instead)\b", re.I)
_MOVING = frozenset(_CLASS.values()) - {"jobs", "cost"}
_PERIODS = stems(
    "january february march april may june july august september october november december quarter half spring summer autumn winter"
)
_FROM = re.compile(
    r"\b(?:from|previously|earlier|than|initial|instead of|not)\s+(?:an? |the )?(?:about |some |around |initial |earlier )*$",
    re.I,
)
LEAST_BOND = 0.5
_REACH = 14  # words between a number and the word that says what is counted


class FigureChange(Value):
    """`changed`: one measure, two values; `rival`: both count, but plainly not the same thing. `bond` 0..1 says how sure the pairing is;
    `moves`: a count that moves while a story runs (the dead, the evacuated); `former`: the later text gives the old value as what was."""

    changed: bool
    rival: bool
    bond: float
    moves: bool = False
    former: bool = False
    what: str = ""
    key: str = ""


def figure_change(one: Passage, two: Passage) -> FigureChange | None:
    """What became of the quantities of `one` in `two`; None where they have none to compare."""
    ours, theirs = _telling(one), _telling(two)
    if not ours or not theirs:
        return None
    best: FigureChange | None = None
    apart = False
    if any(mine.kind == other.kind and _equal(mine, other) and not _as_former(two, other) for mine in ours for other in theirs):
        return FigureChange(changed=False, rival=False, bond=0.0)  # a value that both give: the others measure something else
    for mine in ours:
        pairs = [(_bond(one, mine, two, other), other) for other in theirs if other.kind == mine.kind]
        pairs = [(bond, other) for bond, other in pairs if not any(_equal(q, other) for q in ours if q.kind == other.kind)]
        if not pairs:
            continue
        bond, other = max(pairs, key=lambda pair: pair[0])
        if bond < LEAST_BOND or not _same_period(one, two) or _moves(one, mine) or _moves(two, other) or _narrower(one, two):
            apart = True
            continue
        if best is None or bond > best.bond:
            best = FigureChange(
                changed=True, rival=False, bond=min(1.0, bond), what=f"{mine.written} → {other.written}",
                key=f"{other.kind} {other.value:g}",
                moves=_class(one, mine) in _MOVING and _class(one, mine) == _class(two, other),
                former=any(_equal(mine, q) and _as_former(two, q) for q in theirs if q.kind == mine.kind),
            )  # fmt: skip
    if best is not None:
        return best
    return FigureChange(changed=False, rival=apart, bond=0.0)


def adds_figures(one: Passage, two: Passage) -> bool:
    """Whether `two` gives a quantity that `one` does not."""
    ours = _telling(one)
    return any(not any(mine.kind == other.kind and _equal(mine, other) for mine in ours) for other in _telling(two))


def dates_of(read: Passage) -> frozenset[str]:
    """The days of the year a text names, as MM-DD."""
    found = set()
    for quantity in quantities(read.text):
        if quantity.kind == "day":
            near = read.words[max(0, quantity.first - 2) : quantity.last + 2]
            month = next((MONTHS_INDEX[w.lower.rstrip(".")] for w in near if w.lower.rstrip(".") in MONTHS_INDEX), None)
            if month is not None:
                found.add(f"{month:02d}-{int(quantity.value):02d}")
    return frozenset(found)


_MONTH_NAMES = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
MONTHS_INDEX = {name: n for n, full in enumerate(_MONTH_NAMES, 1) for name in (full, full[:3]) if name in MONTHS} | {"sept": 9}


def _telling(read: Passage) -> list[Quantity]:
    """The quantities that measure something: no years, ordinals, clock times, parts of names, or ages."""
    found = []
    for quantity in quantities(read.text):
        ahead = read.text[read.words[quantity.last - 1].end :][:12].lower()
        if quantity.kind.startswith("label") and "," in quantity.written:  # "In Talvi 40,000 homes": no name has such a number
            quantity = replace(quantity, kind="count")
        if quantity.kind in _IGNORED or quantity.kind.startswith("label") or _is_age(read, quantity, ahead):
            continue
        if quantity.written.lower() == "one" or (quantity.first and read.words[quantity.first - 1].lower == "magnitude"):
            continue
        found.append(quantity)
    return found


def _is_age(read: Passage, quantity: Quantity, ahead: str) -> bool:
    """ "34-year-old", "aged 34", "Ana Kest, 34, said"."""
    if re.match(r"[- ]*(?:years?[- ]+)?old\b", ahead):
        return True
    before = [w.text for w in read.words[max(0, quantity.first - 2) : quantity.first]]
    after = [w.text for w in read.words[quantity.last : quantity.last + 1]]
    apart = before[-1:] == [","] and (not after or after[0] in ",.;)")
    return quantity.kind in ("count", "duration") and (apart or before[-1:] in (["aged"], ["age"]))


def _equal(mine: Quantity, other: Quantity) -> bool:
    """The same value, or one that its bound or rounding allows."""
    if mine.value == other.value:
        return True
    size = max(abs(mine.value), abs(other.value)) or 1.0
    gap = abs(mine.value - other.value) / size
    if "~" in (mine.bound, other.bound):
        return gap < 0.06
    if mine.bound == ">" and other.value > mine.value:
        return gap < 0.06
    if other.bound == ">" and mine.value > other.value:
        return gap < 0.06
    return gap < 0.004


def _as_former(read: Passage, quantity: Quantity) -> bool:
    """Whether the sentence gives the value as what it was before: "up from 800", "from 12 to 17"."""
    return bool(_FROM.search(read.text[: read.words[quantity.first].start].replace("$", "").replace("€", "")[-24:]))


def _bond(one: Passage, mine: Quantity, two: Passage, theirs: Quantity) -> float:
    """How sure it is that two quantities measure one thing, 0..1: what is counted, and the words around."""
    first, second = _class(one, mine), _class(two, theirs)
    if first and second and first != second:
        return 0.0
    counted = {
        "" if q.noun in _CLASS else q.noun for q in (mine, theirs)
    }  # "46 pupils ill" counts neither pupils nor the ill by its last word
    noun = bool(mine.noun and theirs.noun and (same(mine.noun, theirs.noun) or counted <= _PEOPLE))
    if mine.kind == "count" and not noun and not (first and first == second and (counted <= _PEOPLE or "" in counted)):
        return 0.0
    if first == second and first in _GROWING and theirs.value < mine.value and not _LOWERED.search(two.text):
        return 0.0  # a smaller count of the dead is another account, unless it is said to be lower
    here, there = _around(one, mine), _around(two, theirs)
    exact = here & there
    akin = sum(1 for w in here - exact if any(same(w, o) for o in there - exact))
    likeness = (len(exact) + 0.5 * akin) / max(2.0, min(len(here), len(there)))
    return min(1.0, likeness + (0.35 if first and first == second else 0.0) + (0.2 if noun else 0.0))


def _class(read: Passage, quantity: Quantity) -> str:
    """What kind of thing is counted, from the word nearest to the number in its clause."""
    clause = read.clause[quantity.first]
    spots: Sequence[tuple[int, str]] = [
        (min(abs(i - quantity.first), abs(i - quantity.last + 1)) + 4 * abs(read.clause[i] - clause), _CLASS[w.stem])
        for i, w in enumerate(read.words)
        if w.stem in _CLASS and abs(read.clause[i] - clause) <= 1
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
        return {w.stem for i, w in enumerate(read.words) if w.stem in _NARROWING and not (w.lower == "more" and _than(read, i))}

    return found(one) != found(two)


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
