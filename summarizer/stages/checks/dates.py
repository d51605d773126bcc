"""Are the statement's dates and weekdays those of the cited text, read against the article's own date?"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from summarizer.stages.checks.cited import Cited, Ground
from summarizer.stages.checks.exchange import exchanged
from summarizer.stages.checks.outcome import failed, passed
from summarizer.stages.checks.passage import passage
from summarizer.stages.checks.quantities import quantities
from summarizer.stages.checks.units import MONTHS
from summarizer.stages.checks.words import KEPT, Word
from summarizer.stages.text.dates import mentions
from summarizer.verdict import CheckResult

Part = tuple[str, str]
"""One part of a date: ("weekday", "0" for Monday), ("day", "13"), ("month", "10"), ("year", "2025"), ("decade", "1980"), ("near", "-1"
for yesterday)."""

_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
_MONTH_NAMES = "january february march april may june july august september october november december"
_WEEKDAYS = {name[:cut]: str(n) for n, name in enumerate(_DAY_NAMES.split()) for cut in (3, 4, 5, len(name))}
_MONTHS = {name[:cut]: str(n) for n, name in enumerate(_MONTH_NAMES.split(), 1) for cut in (3, 4, len(name))}
_NEAR = {"today": "0", "yesterday": "-1", "tomorrow": "1"}
_TURNED = {
    word: turn
    for turn, words in {"past": "last previous past", "coming": "next coming upcoming following", "this": "this current"}.items()
    for word in words.split()
}
_SPANS = frozenset({"week", "month", "year", "weekend", "decade", "spring", "summer", "autumn", "winter", "quarter"})


def dates(ground: Ground) -> CheckResult:
    """Fails on a date that the cited sentences neither give nor mean, and on two days that have changed places.

    A weekday of the cited text means the days of that name around the article's date; the article's own date is meant where the sentence
    gives none.
    """
    if ground.copied:
        return passed("dates")
    ours = parts(ground.statement.text)
    if not ours:
        return passed("dates")
    theirs = {part for p in ground.passages for part in parts(p.text)}
    rest = {part: shown for part, shown in ours.items() if part not in theirs and not _merely_near(part, theirs)}
    if rest and not _together(rest, _days(ground, theirs)):
        kind, shown = next((part[0], shown) for part, shown in rest.items())
        said = next((other for p in ground.passages for part, other in parts(p.text).items() if part[0] == kind and part not in ours), None)
        why = f"the cited sentence says “{said}”" if said else "which the cited sentence does not say"
        return failed("dates", f"says “{shown}”, {why}")
    for read, alignment in zip(ground.passages, ground.alignments, strict=True):
        pair = exchanged(ground.statement, read, alignment, _is_dated)
        if pair:
            return failed("dates", f"says “{pair[0]}” of what the cited sentence says “{pair[1]}” of")
    return passed("dates")


@lru_cache(maxsize=KEPT)
def parts(text: str) -> dict[Part, str]:
    """The parts of dates in a text, each as it is written there."""
    read = passage(text)
    found: dict[Part, str] = {}
    if any(w.kind == "number" for w in read.words):
        for quantity in quantities(text):
            if quantity.kind in ("year", "day", "decade"):
                found[(quantity.kind, str(int(quantity.value)))] = quantity.written
    for i, word in enumerate(read.words):
        if word.kind != "word":
            continue
        if word.text[0].isupper():
            weekday = _WEEKDAYS.get(word.lower.removesuffix("s"))
            if weekday and (len(word.lower) > 3 or (i + 1 < len(read.words) and read.words[i + 1].text in ".,")):
                found[("weekday", weekday)] = word.text
            elif word.lower in MONTHS and _is_month(read.words, i):
                found[("month", _MONTHS[word.lower])] = word.text
        if word.lower in _NEAR:
            found[("near", _NEAR[word.lower])] = word.text
        elif word.lower in _TURNED and i + 1 < len(read.words) and read.words[i + 1].stem in _SPANS and word.lower != "this":
            found[(f"{read.words[i + 1].stem}", _TURNED[word.lower])] = f"{word.text} {read.words[i + 1].text}"
    return found


def _is_month(tokens: tuple[Word, ...], i: int) -> bool:
    """ "May" and "March" are months beside a number or after a preposition of time only."""
    if tokens[i].lower not in ("may", "march"):
        return True
    beside = [tokens[k] for k in (i - 1, i + 1) if 0 <= k < len(tokens)]
    return any(
        w.kind == "number" or w.lower in ("in", "since", "until", "by", "last", "next", "early", "late", "mid", "of", "this", "from")
        for w in beside
    )


def _is_dated(word: Word) -> bool:
    return word.kind == "number" or (word.text[:1].isupper() and (word.lower in _WEEKDAYS or word.lower in MONTHS))


def _meant(each: Cited) -> Iterator[date]:
    """The days a cited sentence speaks of, as far as its article's date and the tense tell: "on Monday", "yesterday", "13 October"."""
    for mention in mentions(each.sentence.text, each.published) if each.published else ():
        if mention.first is not None and mention.first == mention.last:
            yield mention.first


def _days(ground: Ground, theirs: set[Part]) -> frozenset[date]:
    """The days the cited sentences mean; where they date nothing, the days of their articles."""
    meant = frozenset(day for each in ground.cited for day in _meant(each))
    if meant or any(kind in ("weekday", "day", "month", "near") for kind, _ in theirs):
        return meant
    return frozenset(each.published for each in ground.cited if each.published)


def _merely_near(part: Part, theirs: set[Part]) -> bool:
    """Whether "yesterday" is the writer's own, beside a text that has no such word: nobody can tell which day is meant."""
    return part[0] == "near" and not any(kind == "near" for kind, _ in theirs)


def _together(rest: dict[Part, str], days: frozenset[date]) -> bool:
    """Whether one of the days has all the parts."""
    return any(all(_has(day, part) for part in rest) for day in days)


def _has(day: date, part: Part) -> bool:
    kind, value = part
    if kind == "weekday":
        return str(day.weekday()) == value
    return value == {"day": str(day.day), "month": str(day.month), "year": str(day.year)}.get(kind)
