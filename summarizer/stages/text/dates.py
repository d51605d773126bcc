"""Which day, month or year does a sentence speak of?

Own patterns find and read the dates: dateparser and dateutil parse a phrase whose borders are known, take 50 to 1,000 times as long, and
resolve "on Wednesday" without looking at the verb.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from summarizer.stages.text.calendar_words import (
    DAYS_AGO,
    MONTH_STEMS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    WEEKDAY_STEMS,
    WEEKDAYS,
    month_pattern,
    weekday_pattern,
)
from summarizer.stages.text.tense import Tense, tense
from summarizer.value import Value

Precision = Literal["day", "month", "year"]


class DateMention(Value):
    """`text[start:end]` speaks of `value`: YYYY, YYYY-MM or YYYY-MM-DD, as `precision` says; --MM-DD or --MM where the year is unknown.

    `first` and `last` are the days it covers, both inclusive: a week or a quarter has no value of its own. None where the year is unknown.
    """

    start: int
    end: int
    value: str
    precision: Precision
    first: date | None = None
    last: date | None = None


class _Span(Value):
    value: str
    precision: Precision
    first: date | None = None
    last: date | None = None


_Read = Callable[[re.Match[str], date | None, str], _Span | None]


def mentions(text: str, anchor: date | None, yearless: bool = False) -> tuple[DateMention, ...]:
    """The dates that a text names, in order, without overlap.

    `anchor` is the day on which the text was published; days without a year and words such as "on Wednesday", "yesterday" or "next
    month" are resolved from it, by the tense around them. Without an anchor they are left out; with `yearless` a day or month whose year
    is unknown is given as "--10-13" or "--10". What is coarser than a day is given as the month or year that holds it ("last week" as
    its month).
    """
    cues = _cues(text)
    found: list[DateMention] = []
    for needs, pattern, read in _READERS:
        if not needs <= cues:
            continue
        for match in pattern.finditer(text):
            start, end = match.span("date")
            if any(start < other.end and other.start < end for other in found):
                continue
            span = read(match, anchor, text)
            if span is not None and (yearless or span.first is not None):
                found.append(
                    DateMention(start=start, end=end, value=span.value, precision=span.precision, first=span.first, last=span.last)
                )
    return tuple(sorted(found, key=lambda mention: mention.start))


def _cues(text: str) -> frozenset[str]:
    """What a text has that a date could be made of: looked for first, since most texts have little of it."""
    cues = set()
    for cue, words in _CUES.items():
        for word in words:
            if word in text:
                cues.add(cue)
                break
    if _DIGIT.search(text):
        cues.add("digit")
    return frozenset(cues)


def _day(day: date) -> _Span:
    return _Span(value=day.isoformat(), precision="day", first=day, last=day)


def _days(first: date, last: date) -> _Span | None:
    """Several days, valued as the month or the year that holds them all, or else none."""
    if first.year != last.year:
        return None
    value, precision = (first.isoformat()[:7], "month") if first.month == last.month else (first.isoformat()[:4], "year")
    return _Span.model_validate({"value": value, "precision": precision, "first": first, "last": last})


def _month(year: int, month: int) -> _Span | None:
    return _days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _year(year: int) -> _Span | None:
    return _days(date(year, 1, 1), date(year, 12, 31))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numeric(match: re.Match[str], _anchor: date | None, _text: str) -> _Span | None:
    if match["iso_year"]:
        day = _date(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
        return _day(day) if day else None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if match["sign"].strip() == "." or first > 12:
        day = _date(year, second, first)
    elif second > 12 or first == second:
        day = _date(year, first, second)
    else:  # 5/6/2025 is in May or in June: only its year is sure
        return _year(year)
    return _day(day) if day else None


def _month_day(match: re.Match[str], anchor: date | None, text: str) -> _Span | None:
    month, number = MONTHS[match["month"].casefold()], int(match["day"])
    stated = match["year"] or ((ahead := _SAME_YEAR.match(text, match.end("date"))) and ahead["year"])
    if stated:
        day = _date(int(stated), month, number)
        return _day(day) if day else None
    if anchor is None:
        return _Span(value=f"--{month:02d}-{number:02d}", precision="day") if _date(2000, month, number) else None
    candidates = [day for year in (-1, 0, 1) if (day := _date(anchor.year + year, month, number))]
    return _day(_nearest(candidates, anchor, _when(text, match))) if candidates else None


def _when(text: str, match: re.Match[str]) -> Tense:
    """The tense at a date; what lasts until then is still to come, whatever the verb ("had been booked until Friday")."""
    return "future" if _UNTIL.search(text, 0, match.start("date")) else tense(text, *match.span("date"))


def _nearest(candidates: list[date], anchor: date, when: Tense) -> date:
    """The nearest in the direction of the tense, unless the other is twelve times nearer: news names the year of what is far away. Without
    a tense what is ahead counts as twice as far."""
    behind_costs, ahead_costs = {"past": (1, 12), "future": (12, 1), "unknown": (1, 2)}[when]

    def cost(day: date) -> int:
        distance = (day - anchor).days
        return distance * ahead_costs if distance > 0 else -distance * behind_costs

    return min(candidates, key=cost)


def _month_year(match: re.Match[str], _anchor: date | None, _text: str) -> _Span | None:
    return _month(int(match["year"]), MONTHS[match["month"].casefold()])


def _month_alone(match: re.Match[str], anchor: date | None, text: str) -> _Span | None:
    month = MONTHS[match["month"].casefold()]
    if anchor is None:
        return _Span(value=f"--{month:02d}", precision="month")
    lead = match["lead"].casefold()
    year = anchor.year
    if lead == "last":
        year -= month >= anchor.month
    elif lead == "next":
        year += month <= anchor.month
    elif lead != "this":
        ahead = tense(text, *match.span("date")) == "future"
        year += (month < anchor.month) if ahead else -(month > anchor.month)
    return _month(year, month)


def _year_alone(match: re.Match[str], _anchor: date | None, _text: str) -> _Span | None:
    return _year(int(match["year"]))


def _quarter(match: re.Match[str], _anchor: date | None, _text: str) -> _Span | None:
    """Valued as the year that holds it; of a fiscal one no more is known."""
    year, name = int(match["year"]), match["number"].casefold()
    if "fiscal" in match["date"].casefold():
        return _year(year)
    months = 6 if name.startswith("h") or (match["unit"] or "").casefold() == "half" else 3
    last = months * (ORDINALS.get(name) or int(name[1:]))
    return _days(date(year, last - months + 1, 1), date(year, last, monthrange(year, last)[1])) if last <= 12 else None


def _weekday(match: re.Match[str], anchor: date | None, text: str) -> _Span | None:
    if anchor is None:
        return None
    back = (anchor.weekday() - WEEKDAYS[match["weekday"].casefold()]) % 7
    lead = (match["lead"] or "").casefold()
    when = _when(text, match)
    if lead == "last":
        moved = -(back or 7)
    elif lead == "next":
        moved = 7 - back
    else:
        moved = -back % 7 if when == "future" or (lead in ("this", "coming") and when != "past") else -back
    return _day(anchor + timedelta(days=moved))


def _near_day(match: re.Match[str], anchor: date | None, _text: str) -> _Span | None:
    return _day(anchor + timedelta(days=DAYS_AGO[" ".join(match["date"].casefold().split())])) if anchor else None


def _ago(match: re.Match[str], anchor: date | None, _text: str) -> _Span | None:
    if anchor is None:
        return None
    word, unit = match["number"].casefold(), match["unit"].casefold()
    number = int(word) if word.isdigit() else NUMBERS[word]
    if unit == "day":
        return _day(anchor - timedelta(days=number))
    if unit == "week":
        then = anchor - timedelta(weeks=number)
        return _days(then - timedelta(days=3), then + timedelta(days=3))
    return _moved(anchor, -number, unit)


def _span(match: re.Match[str], anchor: date | None, text: str) -> _Span | None:
    """Reads "this week", "last month", "next year", "over the weekend", "could end at the weekend"."""
    if anchor is None:
        return None
    lead, unit = (match["lead"] or match["the"]).casefold(), match["unit"] or match["over"]
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(lead, 0)
    monday = anchor - timedelta(days=anchor.weekday())
    if unit == "week":
        # On a Sunday the week that ends is already the last one.
        step += lead == "last" and anchor.weekday() == 6
        return _days(monday + timedelta(weeks=step), monday + timedelta(weeks=step, days=6))
    if unit == "weekend":
        if lead == "the" and anchor.weekday() < 5 and _when(text, match) != "future":
            step = -1
        return _days(monday + timedelta(weeks=step, days=5), monday + timedelta(weeks=step, days=6))
    return _moved(anchor, step, unit)


def _moved(anchor: date, step: int, unit: str) -> _Span | None:
    if unit == "year":
        return _year(anchor.year + step)
    months = anchor.year * 12 + anchor.month - 1 + step * (3 if unit == "quarter" else 1)
    if unit == "month":
        return _month(months // 12, months % 12 + 1)
    start = date(months // 12, months % 12 // 3 * 3 + 1, 1)
    end = date(start.year, start.month + 2, monthrange(start.year, start.month + 2)[1])
    return _days(start, end)


_CUES: dict[str, tuple[str, ...]] = {
    "month": MONTH_STEMS,
    "weekday": WEEKDAY_STEMS,
    "near": ("esterday", "oday", "omorrow", "onight", "night", "his morning", "his afternoon", "his evening"),
    "ago": (" ago",),
    "span": ("week", "month", "quarter", "year"),
    "part": ("uarter", "half", "Q1", "Q2", "Q3", "Q4", "H1", "H2"),
}
_DIGIT = re.compile(r"\d")
_M, _W = month_pattern(), weekday_pattern()
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\ds]|[.,]\d)"
_NUMBER = r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d|[.,:]\d|\s?%|\s?(?:percent|per cent|people|million|billion)\b)"
_UNTIL = re.compile(r"\b(?:until|till)\s+$")
_PART = r"(?:\s+(?:morning|afternoon|evening|night|noon|midday))?"
_SAME_YEAR = re.compile(rf"\s*(?:–|—|-|to|and|through|until|or)\s*(?:(?:{_M})\.?\s)?\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR}")
_READERS: tuple[tuple[frozenset[str], re.Pattern[str], _Read], ...] = (
    (
        frozenset({"digit"}),
        re.compile(
            r"(?<![\d.,/$€£-])(?P<date>(?P<iso_year>(?:19|20)\d\d)\s?[-/]\s?(?P<iso_month>0?[1-9]|1[0-2])\s?[-/]\s?(?P<iso_day>0?[1-9]|[12]\d|3[01])"
            r"|(?P<first>\d{1,2})(?P<sign>\s?/\s?|\.)(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d|\d\d))(?![\d/]|[.,-]\d)"
        ),
        _numeric,
    ),
    (
        frozenset({"month", "digit"}),
        re.compile(
            rf"\b(?<!\d\s)(?P<date>(?:(?:{_W})\.?,?\s+)?(?P<month>{_M})\b\.?\s+{_NUMBER}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}}(?!\d))?(?:,?\s+{_YEAR})?)"
        ),
        _month_day,
    ),
    (
        frozenset({"month", "digit"}),
        re.compile(
            rf"\b(?P<date>(?:(?:{_W})\.?,?\s+)?{_NUMBER}(?:st|nd|rd|th|er|\.)?(?:\s?[-–]\s?\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+|de\s+)?"
            rf"(?P<month>{_M})\b\.?(?:,?\s+(?:de\s+|del\s+)?{_YEAR})?)"
        ),
        _month_day,
    ),
    (
        frozenset({"month", "digit"}),
        re.compile(rf"\b(?P<date>(?P<month>{_M})\b\.?,?\s+(?:of\s+|de\s+)?{_YEAR})"),
        _month_year,
    ),
    (
        frozenset({"digit", "part"}),
        re.compile(
            rf"\b(?P<date>(?P<number>{'|'.join(ORDINALS)}|[QH][1-4])(?:[- ](?:fiscal\s)?(?P<unit>quarter|half))?(?:\s+of)?\s+(?:fiscal\s+)?"
            rf"{_YEAR})",
            re.IGNORECASE,
        ),
        _quarter,
    ),
    (
        frozenset({"weekday"}),
        re.compile(rf"\b(?P<date>(?:(?P<lead>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s+)?(?P<weekday>{_W})\b\.?{_PART})"),
        _weekday,
    ),
    (
        frozenset({"near"}),
        re.compile(
            r"\b(?P<date>the\s+day\s+before\s+yesterday|yesterday|today(?!['’]s)|tonight|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening))\b",
            re.IGNORECASE,
        ),
        _near_day,
    ),
    (
        frozenset({"ago"}),
        re.compile(rf"\b(?P<date>(?P<number>{'|'.join(NUMBERS)}|\d{{1,2}})\s+(?P<unit>day|week|month|year)s?\s+ago)\b", re.IGNORECASE),
        _ago,
    ),
    (
        frozenset({"span"}),
        re.compile(
            r"\b(?P<date>(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)\s+)?(?:(?P<lead>[Tt]his|[Ll]ast|[Nn]ext|(?<=the\s)(?:past|previous|current|coming))\s+"
            r"(?P<unit>weekend|week|month|quarter|year))|(?:[Oo]ver|[Aa]t)\s+(?P<the>the)\s+(?P<over>weekend))\b"
        ),
        _span,
    ),
    (
        frozenset({"month"}),
        re.compile(
            r"\b(?P<lead>[Ll]ast|[Nn]ext|[Tt]his|[Ii]n|[Ss]ince|[Uu]ntil|till|[Bb]y|[Dd]uring|[Ff]rom|through|for|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|[Mm]id|"
            rf"between|and|of|to|that|the)[\s-]+(?P<date>(?:(?:early|late|mid)[\s-])?(?P<month>{month_pattern(full=True)})\b)(?!\s+\d|\.\s?\d|\s[A-Z])"
        ),
        _month_alone,
    ),
    (
        frozenset({"digit"}),
        re.compile(
            r"(?:\b(?:[Ii]n|[Bb]etween|[Ss]ince|[Bb]y|[Uu]ntil|till|[Ff]rom|of|[Dd]uring|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|mid|through|and|an?|the|[Tt]he|to|for|fiscal"
            rf"|year|its|his|her|their|than|around)[\s-]+|\()(?P<date>{_YEAR})"
            r"(?!\s*(?:people|dollars|euros|pounds|workers|jobs|tons|tonnes|miles|met|kilo|soldiers|troops|percent|%|million|[-–]\d\d\d))"
        ),
        _year_alone,
    ),
)
