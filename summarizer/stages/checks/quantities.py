"""The quantities of a text: values with their units, magnitudes, currencies and bounds, and what each one measures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.stages.checks.passage import Passage, passage
from summarizer.stages.checks.units import (
    APPROXIMATE,
    CURRENCY_MARKS,
    CURRENCY_WORDS,
    INDEFINITE,
    LESS,
    MAGNITUDES,
    MONTHS,
    MORE,
    ORDINALS,
    SMALL,
    UNITS,
)
from summarizer.stages.checks.words import STOPWORDS, Word


@dataclass(frozen=True)
class Quantity:
    """A value at `words[first:last]` of a passage.

    `kind` is what values must share to be compared: "percent", "money usd", "length" (metres), "duration" (days), "multiple", "share",
    "ordinal", "label <word>" (a number that is part of a name), "time" (minutes after midnight), "year", "day", "vague" or "count".
    `bound` is ">" (more than), "<" (less than), "~" (about) or "". `noun` is the stem of what is counted, `near` what stands around.
    """

    first: int
    last: int
    value: float
    kind: str
    bound: str
    noun: str
    written: str


@lru_cache(maxsize=20_000)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order."""
    read = passage(text)
    tokens = read.words
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        taken = _at(read, i) if _may_start(tokens[i]) else None
        if taken is None:
            i += 1
            continue
        found.append(taken)
        i = max(taken.last, i + 1)
    return _share_units(tuple(found), tokens)


def _may_start(word: Word) -> bool:
    return word.kind == "number" or word.lower in SMALL or word.lower in _STARTERS


_FRACTIONS = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25, "fifth": 0.2, "fifths": 0.2, "tenth": 0.1, "tenths": 0.1,
              "sixth": 1 / 6, "eighth": 1 / 8, "eighths": 1 / 8, "seventh": 1 / 7, "sevenths": 1 / 7, "sixths": 1 / 6, "ninth": 1 / 9, "ninths": 1 / 9, "hundredth": 0.01}  # fmt: skip
_TIMES = {"double": 2.0, "doubled": 2.0, "doubles": 2.0, "doubling": 2.0, "twice": 2.0, "twofold": 2.0, "triple": 3.0, "tripled": 3.0, "triples": 3.0,
          "tripling": 3.0, "threefold": 3.0, "thrice": 3.0, "quadruple": 4.0, "quadrupled": 4.0, "fourfold": 4.0, "fivefold": 5.0, "tenfold": 10.0,
          "halve": 0.5, "halved": 0.5, "halves": 0.5, "halving": 0.5}  # fmt: skip
_STARTERS = frozenset({"a", "an", "½", "¼", "¾", "⅓", "⅔"}) | set(_FRACTIONS) | set(_TIMES) | set(INDEFINITE) | set(ORDINALS)
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


def _number(text: str) -> float | None:
    """The value of digits with English separators; "1,200" is 1200, "7,5" is 7.5."""
    try:
        if "," in text:
            head, *groups = text.split(",")
            if all(len(group.split(".")[0]) == 3 for group in groups) and len(head) <= 3:
                return float(text.replace(",", ""))
            if len(groups) == 1 and "." not in text:
                return float(f"{head}.{groups[0]}")
            return None
        if text.count(".") > 1:
            return float(text.replace(".", "")) if all(len(g) == 3 for g in text.split(".")[1:]) else None
        return float(text)
    except ValueError:
        return None


def _spelled(tokens: Sequence[Word], i: int) -> tuple[float, int] | None:
    """A number in words from `i` ("twenty-five", "one hundred and five"), and the index behind it."""
    total, current, at, seen = 0.0, 0.0, i, False
    while at < len(tokens):
        low = tokens[at].lower
        if low in SMALL:
            value = SMALL[low]
            if seen and current % 100 and not (current % 10 == 0 and value < 10 and current % 100 >= 20):
                break
            current, seen = current + value, True
        elif low == "hundred" and seen:
            current = (current or 1) * 100
        elif low in ("thousand", "million", "billion", "trillion") and seen:
            total, current = total + (current or 1) * MAGNITUDES[low], 0.0
        elif (
            low == "and" and seen and current % 100 == 0 and at + 1 < len(tokens) and tokens[at + 1].lower in SMALL and (current or total)
        ) or (
            tokens[at].text == "-"
            and seen
            and at + 1 < len(tokens)
            and (tokens[at + 1].lower in SMALL)
            and tokens[at].start == tokens[at - 1].end
        ):
            pass
        else:
            break
        at += 1
    return (total + current, at) if seen else None


def _at(read: Passage, i: int) -> Quantity | None:
    """The quantity that starts at word `i`, if one does."""
    tokens = read.words
    word, low = tokens[i], tokens[i].lower
    if low in ("a", "an"):
        return _after_article(read, i)
    if word.kind == "number":
        return _digits(read, i)
    if low in _TIMES:
        return _make(read, i, i + 1, _TIMES[low], "multiple")
    if low in _FRACTIONS and (low == "half" or (i and tokens[i - 1].lower in ("one", "a"))):
        return _fraction(read, i, i + 1, _FRACTIONS[low])
    if low in INDEFINITE:
        return _make(read, i, i + 1, INDEFINITE[low], "vague")
    if low in SMALL:
        spelled = _spelled(tokens, i)
        if spelled is None:
            return None
        value, last = spelled
        step = last + 1 if last < len(tokens) and tokens[last].text == "-" else last
        if step < len(tokens) and tokens[step].lower in _FRACTIONS and tokens[step].lower != "half":
            return _fraction(read, i, step + 1, value * _FRACTIONS[tokens[step].lower])
        if low == "one" and last == i + 1:
            return _one(read, i)
        return _scaled(read, i, last, value)
    if low in ORDINALS:
        return _make(read, i, i + 1, ORDINALS[low], "ordinal") if not (low == "second" and _is_time_second(tokens, i)) else None
    return None


def _is_time_second(tokens: Sequence[Word], i: int) -> bool:
    return bool(i) and tokens[i - 1].lower in ("a", "per", "every")


def _one(read: Passage, i: int) -> Quantity | None:
    """ "one" counts only where it plainly is a number: "one in five", "one person" ."""
    tokens = read.words
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if following == "in" and i + 2 < len(tokens) and (tokens[i + 2].kind == "number" or tokens[i + 2].lower in SMALL):
        spelled = _spelled(tokens, i + 2)
        value = spelled[0] if spelled else _number(tokens[i + 2].text)
        if value:
            return _make(read, i, spelled[1] if spelled else i + 3, 1 / value, "share")
    if (
        following
        and following not in STOPWORDS
        and tokens[i + 1].kind == "word"
        and (i == 0 or tokens[i - 1].lower not in ("no", "any", "every", "the", "this", "that"))
    ):
        return _scaled(read, i, i + 1, 1.0)
    return None


def _after_article(read: Passage, i: int) -> Quantity | None:
    tokens = read.words
    at = i + 1
    if at >= len(tokens):
        return None
    low = tokens[at].lower
    if low in _FRACTIONS and low != "half":
        return _fraction(read, i, at + 1, _FRACTIONS[low])
    if low in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
        return _scaled(read, i, at, 1.0)
    return None


def _fraction(read: Passage, first: int, last: int, value: float) -> Quantity | None:
    tokens = read.words
    at = last
    if at + 1 < len(tokens) and tokens[at].lower in ("a", "an") and tokens[at + 1].lower in MAGNITUDES:
        return _scaled(read, first, at + 1, value)
    if at < len(tokens) and tokens[at].lower in MAGNITUDES:
        return _scaled(read, first, at, value)
    if at + 1 < len(tokens) and tokens[at].lower in ("a", "an") and (unit := UNITS.get(tokens[at + 1].lower)):
        return _make(read, first, at + 2, value * unit[1], unit[0])
    return _make(read, first, last, value, "share")


def _digits(read: Passage, i: int) -> Quantity | None:
    tokens = read.words
    word = tokens[i]
    value = _number(word.text)
    if value is None:
        return None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    glued = following is not None and following.start == word.end
    if (
        following is not None
        and glued
        and following.text == ":"
        and i + 2 < len(tokens)
        and tokens[i + 2].kind == "number"
        and tokens[i + 2].start == following.end
    ):
        return _clock(read, i, i + 3, value * 60 + (_number(tokens[i + 2].text) or 0.0))
    if following is not None and following.lower in ("am", "pm", "a.m.", "p.m.", "o'clock"):
        hours, minutes = (
            (int(part) for part in (*word.text.split("."), "0")[:2]) if word.text.count(".") < 2 and "," not in word.text else (0, 0)
        )
        return _clock(read, i, i + 1, hours * 60 + minutes)
    if following is not None and glued and following.lower in ("st", "nd", "rd", "th"):
        return _make(read, i, i + 2, value, "day" if _month_near(tokens, i, i + 2) else "ordinal")
    if following is not None and glued and following.lower == "s" and value % 10 == 0:
        return _make(read, i, i + 2, value, "year" if value > 1000 else "decade")
    if following is not None and glued and following.text in _SIGNS:
        return _scaled(read, i, i + 2, value + _SIGNS[following.text])
    if (
        following is not None
        and glued
        and following.text == "/"
        and i + 2 < len(tokens)
        and tokens[i + 2].kind == "number"
        and tokens[i + 2].start == following.end
    ):
        below = _number(tokens[i + 2].text)
        return _make(read, i, i + 3, value / below, "share") if below else None
    if word.text.isdigit() and _month_near(tokens, i, i + 1) and value <= 31:
        return _make(read, i, i + 1, value, "day")
    if i + 1 < len(tokens) and tokens[i + 1].lower == "in" and i + 2 < len(tokens) and value <= 10 and tokens[i + 2].kind == "number":
        below = _number(tokens[i + 2].text)
        if below and below > value and below <= 1000:
            return _make(read, i, i + 3, value / below, "share")
    return _scaled(read, i, i + 1, value)


def _month_near(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Whether a month stands beside `tokens[first:last]`: "13 October", "Oct. 13", "13th of October"."""
    ahead = [t.lower.rstrip(".") for t in tokens[last : last + 2]]
    if ahead and (ahead[0] in MONTHS or (ahead[0] == "of" and ahead[-1] in MONTHS)):
        return True
    behind = [t for t in tokens[max(0, first - 2) : first] if t.text != "."]
    return (
        bool(behind)
        and behind[-1].lower.rstrip(".") in MONTHS
        and (behind[-1].lower != "may" or behind[-1].text == "May")
        and behind[-1].lower != "march"
    ) or (bool(behind) and behind[-1].text in ("March",))


def _clock(read: Passage, first: int, last: int, minutes: float) -> Quantity:
    tokens = read.words
    half = tokens[last].lower.replace(".", "") if last < len(tokens) else ""
    if half in ("am", "pm"):
        minutes = minutes % 720 + (720 if half == "pm" else 0)
        last += 1
    return _make(read, first, last, minutes, "time")


def _scaled(read: Passage, first: int, last: int, value: float) -> Quantity | None:
    """A value with the magnitude, unit or currency that follows or precedes it."""
    tokens = read.words
    at = last
    if at + 2 < len(tokens) and tokens[at].lower == "and" and tokens[at + 1].lower == "a" and tokens[at + 2].lower in _FRACTIONS:
        value, at = value + _FRACTIONS[tokens[at + 2].lower], at + 3
    elif at + 1 < len(tokens) and tokens[at].lower == "and" and tokens[at + 1].lower == "half":
        value, at = value + 0.5, at + 2
    elif at + 5 < len(tokens) and [t.lower for t in tokens[at : at + 6]] == ["-", "and", "-", "a", "-", "half"]:
        value, at = value + 0.5, at + 6
    if at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at].start == tokens[at - 1].end and tokens[at + 1].kind == "word":
        at += 1
    plain_digits = at == first + 1 and tokens[first].kind == "number"
    magnitude = False
    while at < len(tokens) and tokens[at].lower in MAGNITUDES and _magnitude_fits(tokens, at):
        value, at, magnitude = value * MAGNITUDES[tokens[at].lower], at + 1, True
        if at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at + 1].kind == "word" and tokens[at].start == tokens[at - 1].end:
            at += 1
    currency = _currency(tokens, first, at)
    if currency is not None:
        name, at = currency
        return _make(read, first, at, value, f"money {name}")
    while at < len(tokens) and tokens[at].lower in ("square", "sq", "cubic") and at + 1 < len(tokens) and tokens[at + 1].lower in UNITS:
        power = "square" if tokens[at].lower.startswith("sq") else "cubic"
        kind, factor = UNITS[tokens[at + 1].lower]
        return _make(read, first, at + 2, value * factor ** (2 if power == "square" else 3), f"{power} {kind}")
    if at < len(tokens) and tokens[at].text in ("%", "°"):
        return _make(read, first, at + 1, value, "percent" if tokens[at].text == "%" else "degree")
    if at + 1 < len(tokens) and tokens[at].lower in ("percentage", "basis") and tokens[at + 1].stem == "point":
        return _make(read, first, at + 2, value / (100 if tokens[at].lower == "basis" else 1), "point")
    if at + 1 < len(tokens) and tokens[at].lower == "per" and tokens[at + 1].lower == "cent":
        return _make(read, first, at + 2, value, "percent")
    if at < len(tokens) and tokens[at].lower in ("times", "fold") and value < 20:
        return _make(read, first, at + 1, value, "multiple")
    if at < len(tokens) and tokens[at].stem == "year" and _old_behind(tokens, at + 1):
        return _make(read, first, at + 1, value, "age")
    if (
        at < len(tokens)
        and (tokens[at].text[1:].islower() == tokens[at].text.islower() or len(tokens[at].text) < 4)
        and (unit := UNITS.get(tokens[at].lower))
        and (len(tokens[at].lower) > 1 or tokens[at].start == tokens[at - 1].end)
    ):
        return _make(read, first, at + 1, value * unit[1], unit[0])
    if plain_digits and not magnitude:
        if tokens[first].text.isdigit() and len(tokens[first].text) == 4 and 1500 <= value <= 2100 and not _counts(tokens, at):
            return _make(read, first, last, value, "year")
        if label := _label(tokens, first):
            return _make(read, first, last, value, f"label {label}")
    return _make(read, first, at if magnitude else last, value, "count")


def _old_behind(tokens: Sequence[Word], at: int) -> bool:
    """Whether "old" follows, as in "25-year-old" and "25 years old"."""
    return any(t.lower == "old" for t in tokens[at : at + 2] if t.lower == "old" or t.text != "-") and (
        tokens[at].lower == "old" or (tokens[at].text == "-" and at + 1 < len(tokens) and tokens[at + 1].lower == "old")
    )


def _magnitude_fits(tokens: Sequence[Word], at: int) -> bool:
    """Short magnitudes ("m", "k", "bn") only count when glued to the number."""
    return (
        len(tokens[at].lower) > 3
        or tokens[at].lower in ("bln", "mln")
        or tokens[at].start <= tokens[at - 1].end + (tokens[at].lower in ("bn", "tn"))
    )


def _counts(tokens: Sequence[Word], at: int) -> bool:
    """Whether a plain noun is counted by the number before it, so that it is no year ("2000 soldiers")."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return False
    low = tokens[at].lower
    return (
        low not in STOPWORDS
        and low.endswith("s")
        and not low.endswith("ss")
        and tokens[at].text.islower()
        and tokens[at - 2].lower not in ("the", "in", "of")
        if at >= 2
        else False
    )


def _label(tokens: Sequence[Word], i: int) -> str:
    """The capitalised word that makes the number at `i` part of a name ("France 24", "COVID-19"), or ""."""
    j = i - 1
    if j >= 0 and tokens[j].kind == "word" and tokens[j].end == tokens[i].start and tokens[j].text not in ("US", "A", "C", "HK", "NZ"):
        return tokens[j].stem
    if j >= 0 and tokens[j].text in "-–" and tokens[j].end == tokens[i].start and j and tokens[j - 1].end == tokens[j].start:
        j -= 1
        return tokens[j].stem if tokens[j].kind == "word" and tokens[j].text[0].isupper() else ""
    if (
        j < 0
        or tokens[j].kind != "word"
        or tokens[i].start - tokens[j].end != 1
        or not tokens[j].text[0].isupper()
        or tokens[j].lower in STOPWORDS
        or tokens[j].lower in MONTHS
    ):
        return ""
    if tokens[j].lower in APPROXIMATE or tokens[j].lower in MORE or tokens[j].lower in LESS or tokens[j].lower in _NOT_LABELS:
        return ""
    return tokens[j].stem


_NOT_LABELS = frozenset(
    [
        "only",
        "just",
        "even",
        "another",
        "nearly",
        "almost",
        "about",
        "around",
        "some",
        "total",
        "including",
        "between",
        "least",
        "most",
        "roughly",
        "every",
        "age",
        "aged",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)


def _currency(tokens: Sequence[Word], first: int, at: int) -> tuple[str, int] | None:
    """The currency of the number at `tokens[first:at]`, and the index behind it."""
    if first and tokens[first - 1].text in CURRENCY_MARKS:
        mark = CURRENCY_MARKS[tokens[first - 1].text]
        if mark == "usd" and first > 1 and tokens[first - 2].end == tokens[first - 1].start:
            mark = {"c": "cad", "ca": "cad", "a": "aud", "au": "aud", "hk": "hkd", "nz": "nzd", "s": "sgd", "nt": "twd"}.get(
                tokens[first - 2].lower, mark
            )
        if at < len(tokens) and tokens[at].lower in CURRENCY_WORDS:
            at += 1
        return mark, at
    if first and tokens[first - 1].lower in CURRENCY_WORDS and tokens[first - 1].text.isupper():
        return CURRENCY_WORDS[tokens[first - 1].lower], at
    if at < len(tokens) and tokens[at].text in CURRENCY_MARKS and tokens[at].start <= tokens[at - 1].end + 1:
        return CURRENCY_MARKS[tokens[at].text], at + 1
    for skip in (0, 1):
        if (
            at + skip < len(tokens)
            and tokens[at + skip].lower in CURRENCY_WORDS
            and (not skip or tokens[at].lower.replace(".", "") in _NATIONS)
        ):
            name = CURRENCY_WORDS[tokens[at + skip].lower]
            nation = _NATIONS.get(tokens[at].lower.replace(".", ""), "") if skip else ""
            return (f"{nation} {name}" if nation and nation != "us" else name), at + skip + 1
    return None


_NATIONS = {
    "us": "us",
    "american": "us",
    "canadian": "canadian",
    "australian": "australian",
    "british": "",
    "swiss": "",
    "japanese": "",
    "hong": "hk",
    "singapore": "singapore",
}


def _make(read: Passage, first: int, last: int, value: float, kind: str) -> Quantity:
    tokens = read.words
    text = read.text[tokens[first].start : tokens[min(last, len(tokens)) - 1].end]
    return Quantity(first, last, value, kind, _bound(tokens, first, last), _noun(tokens, last), text)


def _bound(tokens: Sequence[Word], first: int, last: int) -> str:
    behind = first - 1
    while behind >= 0 and (tokens[behind].text in CURRENCY_MARKS or tokens[behind].lower in ("us", "a", "the", "an")):
        behind -= 1
    one = tokens[behind].lower if behind >= 0 else ""
    two = f"{tokens[behind - 1].lower} {one}" if behind >= 1 else one
    three = tokens[behind - 2].lower if behind >= 2 else ""
    if three in ("no", "not") and two in MORE | LESS:
        return "<" if two in MORE else ">"
    if two in MORE or one in MORE:
        return ">"
    if two in LESS or one in LESS:
        return "<"
    if one in APPROXIMATE or two in APPROXIMATE:
        return "~"
    ahead = " ".join(t.lower for t in tokens[last : last + 2])
    if ahead in ("or more", "or above", "or over"):
        return ">"
    if ahead in ("or less", "or fewer", "or under", "or below"):
        return "<"
    return "~" if ahead in ("or so", "or thereabouts") else ""


def _noun(tokens: Sequence[Word], last: int) -> str:
    """The stem of the last of the plain words that follow: what is counted ("900 local steel workers" counts "worker")."""
    noun = ""
    for word in tokens[last : last + 5]:
        if word.kind == "mark":
            if word.text == "-":
                continue
            break
        if word.kind == "number" or word.lower in STOPWORDS:
            if word.lower in ("of", "the", "its", "his", "their", "all", "more", "other") and not noun:
                continue
            break
        if noun and (word.lower.endswith(("ed", "ing")) or word.lower.endswith("ly")):
            break
        noun = word.stem
    return noun


_LINKS = (["to"], ["and"], ["or"], ["-"], ["–"], ["—"])


def _share_units(found: tuple[Quantity, ...], tokens: Sequence[Word]) -> tuple[Quantity, ...]:
    """In a range one end gives the other its unit: "40 to 60 millimetres", "$3 to 4 million", "April 18-26"."""
    out = list(found)
    for n in range(len(out) - 2, -1, -1):
        here, there = out[n], out[n + 1]
        link = [t.lower for t in tokens[here.last : there.first] if t.text not in CURRENCY_MARKS]
        if link not in _LINKS or (link == ["and"] and not (here.first and tokens[here.first - 1].lower in ("between", "from"))):
            continue
        if here.kind == "day" and there.kind == "count" and there.value <= 31:
            out[n + 1] = replace(there, kind="day")
        elif here.kind.startswith("money") and (there.kind == "count" or there.kind == here.kind):
            scale = there.value / _leading(there, tokens)
            out[n], out[n + 1] = replace(here, value=here.value * (scale if here.value < 1e3 else 1.0)), replace(there, kind=here.kind)
        elif here.kind == "count" and there.kind not in ("count", "year", "day", "ordinal"):
            out[n] = replace(here, value=here.value * there.value / _leading(there, tokens), kind=there.kind, noun=there.noun)
        elif here.kind == "count" and there.kind == "count" and not here.noun:
            out[n] = replace(here, noun=there.noun)
    return tuple(out)


def _leading(quantity: Quantity, tokens: Sequence[Word]) -> float:
    """The number a quantity begins with, before its magnitude and unit."""
    return _number(tokens[quantity.first].text) or SMALL.get(tokens[quantity.first].lower) or quantity.value or 1.0
