"""The values that a sentence gives, and the days: what they count, and whether two sentences give the same ones."""

import re
from dataclasses import replace
from functools import lru_cache

from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.quantities import Quantity, quantities
from summarizer.stages.checks.units import MONTHS

_IGNORED = ("time", "ordinal", "multiple", "share", "vague", "year", "day", "decade")
_STATIC = re.compile(
    r"\b(?:long|high|tall|wide|deep|weighs?|old|seats?|rooms?|storeys?|floors?|beds|founded|built|opened|dug|(?:19|20)\d\d)\b",
    re.I,
)
"""Of what does not change from one day to the next."""
_USUAL = re.compile(r"\b(?:runs|employs|owns|operates|lends|earns|last (?:season|year))\b", re.I)
_FROM = re.compile(
    r"\b(?:from|previously|earlier|than|initial|instead of|not)\s+(?:an? |the )?(?:about |some |around |initial |earlier )*$",
    re.I,
)


@lru_cache(maxsize=4_000)
def measured(read: Passage) -> bool:
    """Whether a sentence gives any value at all."""
    return bool(telling(read))


@lru_cache(maxsize=4_000)
def rated(read: Passage) -> bool:
    """Whether a sentence gives a percentage or a sum."""
    return any(quantity.kind == "percent" or quantity.kind.startswith("money") for quantity in telling(read))


@lru_cache(maxsize=4_000)
def lasting(read: Passage) -> bool:
    """Whether a sentence gives a size or an age, of which another value is another account and no news."""
    return bool(_STATIC.search(read.text))


@lru_cache(maxsize=4_000)
def usual(read: Passage) -> bool:
    """Whether a sentence tells how large something is as a rule, of which another value is another account too."""
    return lasting(read) or bool(_USUAL.search(read.text))


def adds_figures(one: Passage, two: Passage) -> bool:
    """Whether `two` gives a quantity that `one` does not."""
    ours = telling(one)
    return any(not any(mine.kind == other.kind and equal(mine, other) for mine in ours) for other in telling(two))


def restates(one: Passage, two: Passage) -> bool:
    """Whether both give one value of one kind, or one day."""
    ours, theirs = telling(one), telling(two)
    same_value = any(mine.kind == other.kind and equal(mine, other) and not as_former(two, other) for mine in ours for other in theirs)
    return same_value or bool(dates_of(one) & dates_of(two))


def restates_as_former(one: Passage, two: Passage) -> bool:
    """Whether a note names the value that was told before, and not as the right one."""
    return any(
        mine.kind == other.kind and mine.value == other.value and not _IS.search(two.text[: two.words[other.first].start])
        for mine in telling(one)
        for other in telling(two)
    )


_IS = re.compile(r"\b(?:it|this|that|number|figure|which)\s+(?:is|was|were|should be|should read)\s+$", re.I)


@lru_cache(maxsize=4_000)
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


@lru_cache(maxsize=4_000)
def telling(read: Passage) -> list[Quantity]:
    """The quantities that measure something: no years, ordinals, clock times, parts of names, or ages."""
    found = []
    for quantity in quantities(read.text):
        ahead = read.text[read.words[quantity.last - 1].end :][:12].lower()
        if quantity.kind == "year" and _counts(read, quantity):  # "1500 people"
            quantity = replace(quantity, kind="count")
        if quantity.kind.startswith("label") and "," in quantity.written:  # "In Talvi 40,000 homes": no name has such a number
            quantity = replace(quantity, kind="count")
        if quantity.kind in _IGNORED or quantity.kind.startswith("label") or _is_age(read, quantity, ahead):
            continue
        if quantity.written.lower() == "one" or (quantity.first and read.words[quantity.first - 1].lower == "magnitude"):
            continue
        found.append(replace(quantity, noun=_counted(read, quantity)))
    return found


def _counted(read: Passage, quantity: Quantity) -> str:
    """The stem of what is counted: the last plural in the run of words behind the number ("ten patients now carry" counts patients)."""
    plural = ""
    for word in read.words[quantity.last : quantity.last + 4]:
        if word.kind != "word" or (word.lower in _LINKING and plural):
            break
        if (word.lower.endswith("s") and len(word.lower) > 3 and not word.lower.endswith("ss")) or word.lower in _PLURALS:
            plural = word.stem
        elif plural:
            break
    return plural or quantity.noun


_LINKING = frozenset("are were is was have has had will would who that which and of in at on for from to with by".split())  # noqa: SIM905
_PLURALS = frozenset(("people", "men", "women", "children", "police", "aircraft"))


def _counts(read: Passage, quantity: Quantity) -> bool:
    """Whether four digits count what follows, rather than name a year."""
    before = read.words[quantity.first - 1].lower if quantity.first else ""
    following = read.words[quantity.last] if quantity.last < len(read.words) else None
    plain = following is not None and following.kind == "word" and following.text[0].islower() and quantity.last in read.content_set
    return plain and bool(quantity.noun) and before not in ("in", "since", "by", "until", "of", "the", "from", "before", "after", "to")


def _is_age(read: Passage, quantity: Quantity, ahead: str) -> bool:
    """ "34-year-old", "aged 34", "Ana Kest, 34, said"."""
    if re.match(r"[- ]*(?:years?[- ]+)?old\b", ahead):
        return True
    before = [w.text for w in read.words[max(0, quantity.first - 2) : quantity.first]]
    after = [w.text for w in read.words[quantity.last : quantity.last + 1]]
    apart = before[-1:] == [","] and (not after or after[0] in ",.;)")
    return quantity.kind in ("count", "duration") and (apart or before[-1:] in (["aged"], ["age"]))


def equal(mine: Quantity, other: Quantity) -> bool:
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


def as_former(read: Passage, quantity: Quantity) -> bool:
    """Whether the sentence gives the value as what it was before: "up from 800", "from 12 to 17"."""
    return bool(_FROM.search(read.text[: read.words[quantity.first].start].replace("$", "").replace("€", "")[-24:]))
