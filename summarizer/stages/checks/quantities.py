"""The quantities of a text: values with their units, magnitudes, currencies and bounds, and what each one measures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.stages.checks.number_words import FRACTIONS, SIGNS, TIMES, digits, glued, low, spelled
from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.surroundings import bound, currency, is_age, is_plural, label, month_beside, noun
from summarizer.stages.checks.units import CURRENCY_MARKS, INDEFINITE, MAGNITUDES, ORDINALS, SMALL, UNITS
from summarizer.stages.checks.words import KEPT, STOPWORDS, Word


@dataclass(frozen=True)
class Quantity:
    """A value at `words[first:last]` of a passage.

    `kind` is what values must share to be compared: "percent", "point" (of percent), "money usd", "length" (metres), "duration" (days),
    "age" (years), "multiple", "share" (0..1), "ordinal", "label <word>" (a number that is part of a name), "time" (minutes after
    midnight), "year", "day", "decade", "vague" or "count". `bound` is ">" (more than), "<" (less than), "~" (about) or "". `noun` is
    the stem of what is counted.
    """

    first: int
    last: int
    value: float
    kind: str
    bound: str
    noun: str
    written: str


@lru_cache(maxsize=KEPT)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order."""
    read = passage(text)
    tokens = read.words
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        taken = _at(read, i) if tokens[i].kind == "number" or tokens[i].lower in _STARTERS else None
        if taken is None:
            i += 1
            continue
        found.append(taken)
        i = max(taken.last, i + 1)
    return _share_units(found, tokens) if len(found) > 1 else tuple(found)


_STARTERS = frozenset({"a", "an"}) | set(SMALL) | set(SIGNS) | set(FRACTIONS) | set(TIMES) | set(INDEFINITE) | set(ORDINALS)
_FEET = frozenset("'’′")
_INCHES = frozenset(('"', "”", "″", "inch", "inches", "in"))
_POWERS = {"square": 2, "sq": 2, "cubic": 3}


def _at(read: Passage, i: int) -> Quantity | None:
    """The quantity that starts at word `i`, if one does."""
    tokens, word = read.words, read.words[i].lower
    if tokens[i].kind == "number":
        return _digits(read, i)
    if word in ("a", "an"):
        return _after_article(read, i)
    if word in TIMES:
        return _make(read, i, i + 1, TIMES[word], "multiple")
    if word in FRACTIONS and (word == "half" or low(tokens, i - 1) in ("one", "a")):
        return _fraction(read, i, i + 1, FRACTIONS[word])
    if word in INDEFINITE:
        return _make(read, i, i + 1, INDEFINITE[word], "vague")
    if word in SMALL:
        return _in_words(read, i)
    if word in ORDINALS and not (word == "second" and low(tokens, i - 1) in ("a", "per", "every")):
        return _make(read, i, i + 1, ORDINALS[word], "ordinal")
    return None


def _in_words(read: Passage, i: int) -> Quantity | None:
    tokens = read.words
    found = spelled(tokens, i)
    if found is None:
        return None
    value, last = found
    step = last + (low(tokens, last) == "-")
    if low(tokens, step) in FRACTIONS and low(tokens, step) != "half":
        return _fraction(read, i, step + 1, value * FRACTIONS[low(tokens, step)])
    if low(tokens, last) == "in" and (below := spelled(tokens, last + 1)) and value < below[0] <= 1000 and value <= 10:
        return _make(read, i, below[1], value / below[0], "share")
    if value == 1 and last == i + 1:
        return _one(read, i)
    return _scaled(read, i, last, value)


def _one(read: Passage, i: int) -> Quantity | None:
    """ "one" counts only where it plainly is a number: "one in five", "one person"."""
    tokens = read.words
    if low(tokens, i + 1) == "in" and i + 2 < len(tokens):
        below = spelled(tokens, i + 2) or ((digits(tokens[i + 2].text) or 0.0, i + 3) if tokens[i + 2].kind == "number" else None)
        if below and below[0]:
            return _make(read, i, below[1], 1 / below[0], "share")
    following = low(tokens, i + 1)
    if (
        following
        and following not in STOPWORDS
        and tokens[i + 1].kind == "word"
        and low(tokens, i - 1) not in ("no", "any", "every", "the", "this", "that")
    ):
        return _scaled(read, i, i + 1, 1.0)
    return None


def _after_article(read: Passage, i: int) -> Quantity | None:
    word = low(read.words, i + 1)
    if word in FRACTIONS and word != "half":
        return _fraction(read, i, i + 2, FRACTIONS[word])
    if word in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
        return _scaled(read, i, i + 1, 1.0)
    return None


def _fraction(read: Passage, first: int, last: int, value: float) -> Quantity | None:
    """ "half", "half a million", "half an hour", "two-thirds"."""
    tokens = read.words
    if low(tokens, last) == "-" and low(tokens, last + 1) in ("staff", "mast", "brother", "sister", "time", "back", "life", "court"):
        return None
    at = last + (low(tokens, last) in ("a", "an"))
    if low(tokens, at) in MAGNITUDES:
        return _scaled(read, first, at, value)
    if at > last and (unit := UNITS.get(low(tokens, at))):
        return _make(read, first, at + 1, value * unit[1], unit[0])
    return _make(read, first, last, value, "share")


def _digits(read: Passage, i: int) -> Quantity | None:
    tokens, text = read.words, read.words[i].text
    value = digits(text)
    if value is None:
        return None
    following = low(tokens, i + 1)
    if glued(tokens, i + 1):
        if (
            following in (":", "/")
            and glued(tokens, i + 2)
            and tokens[i + 2].kind == "number"
            and (other := digits(tokens[i + 2].text)) is not None
        ):
            if following == ":":
                return _clock(read, i, i + 3, value * 60 + other)
            return _make(read, i, i + 3, value / other, "share") if other else None
        if following in ("st", "nd", "rd", "th"):
            return _make(read, i, i + 2, value, "day" if month_beside(tokens, i, i + 2) else "ordinal")
        if following == "s" and value % 10 == 0:
            return _make(read, i, i + 2, value, "decade")
        if following in _FEET and glued(tokens, i + 2) and tokens[i + 2].text.isdecimal():  # 5'3"
            last = i + 4 if low(tokens, i + 3) in _INCHES else i + 3
            return _make(read, i, last, _height(value, int(tokens[i + 2].text)), "length")
        if following in SIGNS:
            return _scaled(read, i, i + 2, value + SIGNS[following])
    if following.replace(".", "") in ("am", "pm", "o'clock") and value < 25:
        hours, _, minutes = text.partition(".")
        return _clock(read, i, i + 1, int(hours) * 60 + int(minutes or 0)) if hours.isdecimal() else None
    if text.isdecimal() and value <= 31 and month_beside(tokens, i, i + 1):
        return _make(read, i, i + 1, value, "day")
    if following == "in" and value <= 10 and i + 2 < len(tokens) and tokens[i + 2].kind == "number":
        below = digits(tokens[i + 2].text)
        if below and value < below <= 1000:
            return _make(read, i, i + 3, value / below, "share")
    return _scaled(read, i, i + 1, value)


def _height(feet: float, inches: int) -> float:
    return feet * UNITS["feet"][1] + inches * UNITS["inch"][1]


def _clock(read: Passage, first: int, last: int, minutes: float) -> Quantity:
    half = low(read.words, last).replace(".", "")
    if half in ("am", "pm"):
        minutes, last = minutes % 720 + (720 if half == "pm" else 0), last + 1
    return _make(read, first, last, minutes, "time")


def _scaled(read: Passage, first: int, last: int, value: float) -> Quantity:
    """A value with the magnitude, unit or currency that follows or precedes it."""
    tokens = read.words
    value, at = _and_a_half(tokens, last, value)
    at = _over_hyphen(tokens, at)
    unscaled = at
    while low(tokens, at) in MAGNITUDES and _magnitude_fits(tokens, at):
        value, at = value * MAGNITUDES[low(tokens, at)], _over_hyphen(tokens, at + 1)
    if (money := currency(tokens, first, at)) is not None:
        return _make(read, first, money[1], value, f"money {money[0]}")
    measured = _unit(tokens, at, value)
    if measured is not None and measured[1] == "length" and tokens[at].stem == "foot" and low(tokens, measured[2]).isdecimal():
        inches = int(tokens[measured[2]].text)  # 5 feet 3 (inches)
        if inches < 12:
            return _make(read, first, measured[2] + 1 + (low(tokens, measured[2] + 1) in _INCHES), _height(value, inches), "length")
    if measured is not None:
        return _make(read, first, measured[2], measured[0], measured[1])
    if at == first + 1 and tokens[first].kind == "number":
        if tokens[first].text.isdecimal() and len(tokens[first].text) == 4 and 1500 <= value <= 2100 and not is_plural(tokens, at):
            return _make(read, first, last, value, "year")
        if name := label(tokens, first):
            return _make(read, first, last, value, f"label {name}")
    return _make(read, first, at if at > unscaled else last, value, "count")


def _and_a_half(tokens: Sequence[Word], at: int, value: float) -> tuple[float, int]:
    """ "two and a half", "five and half", "three-and-a-half"."""
    ahead = [word.lower for word in tokens[at : at + 6]]
    joined = [word for word in ahead if word != "-"]
    if joined[:1] == ["and"] and len(joined) > 1:
        step = 1 + (joined[1] == "a")
        part = joined[step] if step < len(joined) else ""
        if part == "half" or (step == 2 and part in FRACTIONS):
            return value + FRACTIONS[part], at + ahead.index(part) + 1
    return value, at


def _over_hyphen(tokens: Sequence[Word], at: int) -> int:
    """Behind the hyphen of "25-year", if one stands at `at`."""
    return at + 1 if low(tokens, at) == "-" and glued(tokens, at) and at + 1 < len(tokens) and tokens[at + 1].kind == "word" else at


def _magnitude_fits(tokens: Sequence[Word], at: int) -> bool:
    """Short magnitudes ("m", "k") only count when glued to the number; "bn" may stand apart."""
    word = low(tokens, at)
    return len(word) > 3 or word in ("bn", "tn", "bln", "mln", "trn") or glued(tokens, at)


def _unit(tokens: Sequence[Word], at: int, value: float) -> tuple[float, str, int] | None:
    """The value in the base of its unit, the kind, and the index behind the unit that stands at `at`."""
    word, following = low(tokens, at), low(tokens, at + 1)
    if word in _POWERS and following in UNITS:
        kind, factor = UNITS[following]
        return value * factor ** _POWERS[word], f"{'cubic' if _POWERS[word] == 3 else 'square'} {kind}", at + 2
    if word in ("%", "°"):
        return value, "percent" if word == "%" else "degree", at + 1
    if word in ("percentage", "basis") and following in ("point", "points"):
        return value / (100 if word == "basis" else 1), "point", at + 2
    if word == "per" and following == "cent":
        return value, "percent", at + 2
    if word in ("times", "fold") and value < 20:
        return value, "multiple", at + 1
    if is_age(tokens, at):
        return value, "age", at + 1
    unit = UNITS.get(word)
    if unit is None or (len(word) == 1 and not glued(tokens, at)) or (len(word) > 3 and tokens[at].text[0].isupper()):
        return None
    return value * unit[1], unit[0], at + 1


def _make(read: Passage, first: int, last: int, value: float, kind: str) -> Quantity:
    tokens = read.words
    written = read.text[tokens[first].start : tokens[min(last, len(tokens)) - 1].end]
    return Quantity(first, last, value, kind, bound(tokens, first, last), noun(tokens, last), written)


_LINKS = (["to"], ["and"], ["or"], ["-"], ["–"], ["—"])


def _share_units(found: list[Quantity], tokens: Sequence[Word]) -> tuple[Quantity, ...]:
    """In a range one end gives the other its unit: "40 to 60 millimetres", "$3 to 4 million", "April 18-26"."""
    for n in range(len(found) - 2, -1, -1):
        here, there = found[n], found[n + 1]
        link = [t.lower for t in tokens[here.last : there.first] if t.text not in CURRENCY_MARKS]
        if link not in _LINKS or (link == ["and"] and low(tokens, here.first - 1) not in ("between", "from")):
            continue
        if here.kind == "day" and there.kind == "count" and there.value <= 31:
            found[n + 1] = replace(there, kind="day")
        elif here.kind.startswith("money") and there.kind in ("count", here.kind):
            scale = there.value / _leading(there, tokens) if here.value < 1e3 else 1.0
            found[n], found[n + 1] = replace(here, value=here.value * scale), replace(there, kind=here.kind)
        elif here.kind == "count" and there.kind not in ("count", "year", "day", "ordinal"):
            found[n] = replace(here, value=here.value * there.value / _leading(there, tokens), kind=there.kind, noun=there.noun)
        elif here.kind == "count" and there.kind == "count" and not here.noun:
            found[n] = replace(here, noun=there.noun)
    return tuple(found)


def _leading(quantity: Quantity, tokens: Sequence[Word]) -> float:
    """The number a quantity begins with, before its magnitude and unit."""
    word = tokens[quantity.first]
    return (digits(word.text) if word.kind == "number" else SMALL.get(word.lower)) or quantity.value or 1.0
