"""Are the statement's numbers the cited ones, with their units and sizes, and do they measure the same thing?"""

import math
from collections.abc import Sequence

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.exchange import exchanged
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.quantities import Quantity, quantities
from summarizer.stages.checks.synonyms import same
from summarizer.stages.checks.units import SMALL, UNITS
from summarizer.stages.checks.words import Word
from summarizer.verdict import CheckResult

_ADVERBIAL = ("time", "duration", "age", "ordinal")
_YEAR = UNITS["year"][1]
_LIFTED = 0.8
_DATED = ("year", "day", "decade")  # left to the check of dates


def numbers(ground: Ground) -> CheckResult:
    """Fails on a quantity that no cited sentence gives, or gives for something else."""
    ours = [q for q in quantities(ground.statement.text) if q.kind not in _DATED]
    if not ours or ground.copied:
        return passed("numbers")
    theirs = [(p, q) for p in ground.passages for q in quantities(p.text) if q.kind not in _DATED]
    for mine in ours:
        reason = _judge(ground.statement, mine, theirs, ground)
        if reason:
            return failed("numbers", reason)
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        pair = exchanged(ground.statement, read, alignment, _is_number)
        if pair:
            return failed("numbers", f"says “{pair[0]}” of what the cited sentence says “{pair[1]}” of")
    return passed("numbers")


def _is_number(word: Word) -> bool:
    return word.kind == "number" or word.lower in SMALL


def _judge(statement: Passage, mine: Quantity, theirs: Sequence[tuple[Passage, Quantity]], ground: Ground) -> str:
    """Why the quantity is not the cited one, or ""."""
    alike = [(p, q) for p, q in theirs if _comparable(mine, q)]
    equal = [(p, q) for p, q in alike if _equal(mine, q)]
    if not equal:
        rivals = [q for p, q in alike if _rivals(ground, mine, p, q)]
        if _countable(mine) and not rivals:
            return ""  # "two sisters" may be counted, where two are named
        return _missing(mine, [q for _, q in theirs], rivals or [q for _, q in alike])
    same_value = [pair for pair in equal if pair[1].value == mine.value] or equal
    if all(_bounds_clash(mine, q) for _, q in same_value):
        return f"says “{_bounded(statement, mine)}”, the cited sentence says “{_bounded(*same_value[0])}”"
    return _misbound(ground, mine, equal, alike)


def _countable(mine: Quantity) -> bool:
    """Whether the number is one that a writer may have counted, or that is hardly a number at all: "one", "both", "first"."""
    return (mine.kind == "count" and mine.value <= 4 and not mine.written[0].isdigit()) or (mine.kind == "ordinal" and mine.value <= 3)


def _rivals(ground: Ground, mine: Quantity, read: Passage, theirs: Quantity) -> bool:
    """Whether a cited quantity stands where the statement has its own: of the same noun, or laid on it by the alignment."""
    if mine.noun and theirs.noun and same(mine.noun, theirs.noun):
        return True
    return _laid_on(ground, mine, read, theirs)


def _laid_on(ground: Ground, mine: Quantity, read: Passage, theirs: Quantity, least: float = 0.0) -> bool:
    """Whether the alignment lays the two quantities on each other, where `least` of the sentence is followed."""
    for other, alignment in zip(ground.passages, ground.alignments, strict=True):
        if other is read and alignment.close and alignment.share >= least:
            if alignment.equal.get(mine.first) == theirs.first:
                return True
            return any(mine.first in b.mine and theirs.first in b.theirs for b in alignment.blocks)
    return False


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether values of the two kinds may be the same. A number in a name ("France 24") counts nothing, but a bare one may be a name's."""
    if one.kind == other.kind:
        return True
    if one.kind == "ordinal" and other.kind.startswith("label"):
        return True  # the 45th season of "Survivor 45"
    if one.kind.startswith("label") and (other.kind in ("count", "year") or other.kind.startswith("label")):
        return True
    if one.kind == "vague" and other.kind == "count":
        return True
    kinds = {one.kind, other.kind}
    if kinds == {"mass", "money gbp"}:
        return "pound" in one.written + other.written  # which pounds are meant is nowhere said
    if one.kind == "count" and other.kind.startswith("label"):
        return one.value >= 1000 or not one.noun  # a serial number or "season 44", not "24 people" out of "France 24"
    if kinds == {"duration", "ordinal"}:
        return "year" in (one.noun, other.noun)  # "five years" of "the fifth year in a row"
    return kinds in ({"share", "percent"}, {"multiple", "share"}, {"age", "count"}, {"multiple", "count"}) or (
        one.kind == "count" and other.kind == "year"
    )


def _base(quantity: Quantity) -> float:
    return quantity.value * 100 if quantity.kind == "share" else quantity.value


def _equal(mine: Quantity, theirs: Quantity) -> bool:
    """Whether the values agree: exactly, as a rounding of the cited value, or within what "about" and "more than" allow."""
    ours, cited = _base(mine), _base(theirs)
    if mine.kind == "vague" and theirs.kind == "count":  # "millions" for 158 million; an order of magnitude is what a vague number has
        return ours - 1 <= math.log10(max(cited, 1.0)) < ours + 3
    if {mine.kind, theirs.kind} == {"multiple", "share"}:
        ours, cited = mine.value, theirs.value
    if {mine.kind, theirs.kind} == {"mass", "money gbp"}:
        ours, cited = (round(value / UNITS["lb"][1], 3) if q.kind == "mass" else value for q, value in ((mine, ours), (theirs, cited)))
    if {mine.kind, theirs.kind} == {"duration", "ordinal"}:
        ours, cited = (value / _YEAR if q.kind == "duration" else value for q, value in ((mine, ours), (theirs, cited)))
    if ours == cited:
        return True
    size = max(abs(ours), abs(cited))
    gap = abs(ours - cited) / size
    if mine.kind in ("length", "mass", "volume", "speed", "area") and gap < 0.03 and mine.written.split()[-1] != theirs.written.split()[-1]:
        return True  # converted
    if mine.kind in ("share", "percent") and gap < 0.02 and "share" in (mine.kind, theirs.kind):
        return True  # "a third" is 33 %
    if gap < 1e-6:
        return True
    if (
        mine.kind == "duration"
        and gap < (0.07 if "decade" in mine.written else 0.02)
        and mine.written.split()[-1] != theirs.written.split()[-1]
    ):
        return True
    if _digits(ours) < _digits(cited) and (
        (mine.bound == "~" and gap < 0.06)
        or (mine.bound == ">" and cited > ours and gap < 0.1)
        or (mine.bound == "<" and cited < ours and gap < 0.1)
    ):
        return True  # rounded, and says so
    return _rounds_to(cited, ours) if mine.kind in ("percent", "count") or mine.kind.startswith("money") else False


def _digits(value: float) -> int:
    """How many digits a value is told with: 48,700,000 is told with three."""
    return len(f"{value:.6g}".split("e")[0].replace(".", "").strip("0"))


def _rounds_to(cited: float, ours: float) -> bool:
    """97.3 is 97, 1,234.5 is 1,235: the decimals may go, digits before the point may not."""
    return ours == float(round(cited)) and cited != int(cited) and abs(ours) >= 10


def _bounds_clash(mine: Quantity, theirs: Quantity) -> bool:
    if mine.bound == theirs.bound or mine.value != theirs.value or mine.kind == "ordinal":
        return False
    if {mine.bound, theirs.bound} == {"<", ">"} or (mine.bound in ("<", ">") and theirs.bound == ""):
        return True
    return mine.bound == ">" and theirs.bound == "~"  # "about 100" is not "more than 100"; "nearly" and "about" are near enough


def _bounded(read: Passage, quantity: Quantity) -> str:
    first = max(0, quantity.first - 2)
    return read.text[read.words[first].start : read.words[quantity.last - 1].end]


def _missing(mine: Quantity, everything: Sequence[Quantity], alike: Sequence[Quantity]) -> str:
    rival = _nearest(mine, alike) or next((q for q in everything if q.value == mine.value), None)
    if rival is None:
        return f"says “{mine.written}”, a number that the cited sentence does not give"
    return f"says “{_named(mine)}”, the cited sentence says “{_named(rival)}”"


def _named(quantity: Quantity) -> str:
    return quantity.written


def _nearest(mine: Quantity, others: Sequence[Quantity]) -> Quantity | None:
    return min(others, key=lambda q: (q.noun != mine.noun, abs(q.value - mine.value)), default=None)


def _misbound(ground: Ground, mine: Quantity, equal: Sequence[tuple[Passage, Quantity]], alike: Sequence[tuple[Passage, Quantity]]) -> str:
    """Fails where another cited value of the same kind stands much closer to what the statement measures."""
    if any(_laid_on(ground, mine, p, q) for p, q in equal):
        return ""
    for read, other in alike:
        if not _equal(mine, other) and _laid_on(ground, mine, read, other, _LIFTED):
            return f"says “{mine.written}” of what the cited sentence says “{other.written}” of"
    if mine.kind.startswith("label") or mine.kind in ("age", "ordinal"):
        return ""
    if mine.kind not in _ADVERBIAL and all(_governors_changed(ground.statement, mine, p, q) for p, q in equal):
        return f"says “{mine.written}” of something else than the cited sentence"
    rivals = [(read, other) for read, other in alike if not _equal(mine, other)]
    if not rivals:
        return ""
    statement = ground.statement
    best = max(_bond(statement, mine, p, q) for p, q in equal)
    counts_other_things = bool(mine.noun) and not any(q.noun and same(mine.noun, q.noun) for _, q in equal)
    for read, other in rivals:
        bond = _bond(statement, mine, read, other)
        closer = bond >= best + 1.5 and bond >= 2.5 * max(best, 0.1)
        counted = counts_other_things and same(mine.noun, other.noun) and bond >= best
        if closer or counted or (bond >= best and _laid_on(ground, mine, read, other)):
            return f"says “{mine.written}” of what the cited sentence says “{other.written}” of"
    return ""


def _governors_changed(one: Passage, mine: Quantity, two: Passage, theirs: Quantity) -> bool:
    """Whether the word before each number is another one, though each text holds both ("extracts 90 %" for "processes 90 %")."""
    here, there = one.beside(mine.first)[0], two.beside(theirs.first)[0]
    return here is not None and there is not None and here != there and here in two.at and there in one.at


def _bond(one: Passage, mine: Quantity, two: Passage, theirs: Quantity) -> float:
    """How alike the words around two quantities are: shared words count by how near they stand to each."""
    here, there = _around(one, mine), _around(two, theirs)
    total = 0.0
    for word, near in here.items():
        best = max((weight for other, weight in there.items() if word == other or same(word, other)), default=0.0)
        total += near * best
    return total


def _around(read: Passage, quantity: Quantity) -> dict[str, float]:
    """The words around a quantity in its clause with a weight that fades; small words only right beside it."""
    weights: dict[str, float] = {}
    clause = read.clause[quantity.first]
    for step, span in ((-1, range(quantity.first - 1, -1, -1)), (1, range(quantity.last, len(read.words)))):
        seen = 0
        for i in span:
            word = read.words[i]
            if word.kind == "mark":
                if read.clause[i] != clause and step == 1:
                    break
                continue
            if abs(read.clause[i] - clause) > 1 or seen >= 6:
                break
            content = i in read.content_set
            if not content and seen:
                continue
            seen += 1
            weight = 1.5 / (0.5 + seen) * (0.5 if read.clause[i] != clause else 1.0) * (0.6 if not content else 1.0)
            weights[word.stem] = max(weights.get(word.stem, 0.0), weight)
    return weights
