"""The dates that stand in a text, resolved against the day the article was written.

Values are ISO 8601: YYYY-MM-DD, YYYY-MM or YYYY as `precision` says. A month and day whose year cannot be known is --MM-DD. Nothing is guessed from the
day of the run.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from summarizer.value import Value

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero", "february feb februar février febrero", "march mar märz mars marzo", "april apr avril abril", "may mai mayo",
            "june jun juni juin junio", "july jul juli juillet julio", "august aug août agosto", "september sept sep septembre septiembre",
            "october oct oktober octobre octubre", "november nov novembre noviembre", "december dec dezember décembre diciembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon montag", "tuesday tues dienstag", "wednesday wed mittwoch", "thursday thurs donnerstag", "friday fri freitag", "saturday sat samstag", "sunday sun sonntag")
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?:" + "|".join(sorted((m for m in _MONTHS if m not in ("may", "mar", "mars", "mai")), key=len, reverse=True)) + r"|May|Mar|Mai|Mars)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_PATTERN = re.compile(
    rf"(?P<iso>\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b)"
    rf"|\b(?P<m1>{_MONTH})\.? (?P<d1>{_DAY})\b(?!\s?(?:%|percent|million|people))(?:,? (?P<y1>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<d2>{_DAY})\.? (?:de )?(?P<m2>{_MONTH})\b\.?(?:,? (?:de )?(?P<y2>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<m3>{_MONTH})\.? (?P<y3>(?:19|20)\d\d)\b"
    rf"|\b(?:(?P<which>last|next|this|past|coming) )?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)\b"
    rf"|\b(?P<near>yesterday|today|tonight|tomorrow)\b"
    rf"|\b(?:in|since|by|until|of) (?P<m4>{_MONTH})\b(?! \d)"
    rf"|\b(?:in|since|by|until|during|from) (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|would|next|coming|plans?|planned|expected|due|scheduled|set to|is to|are to|before|by|until|from)\b[^.;]*$", re.I)


Precision = Literal["day", "month", "year"]


class DateMention(Value):
    """`text[start:end]` names a date."""

    start: int
    end: int
    value: str
    precision: Precision


def mentions(text: str, anchor: date | None) -> tuple[DateMention, ...]:
    """The dates named in `text`, in order. `anchor` is the day of publication; without it relative expressions name no date."""
    return tuple(_found(text, anchor))


def _found(text: str, anchor: date | None) -> Iterator[DateMention]:
    precision: Precision
    for match in _PATTERN.finditer(text):
        part = match.groupdict()
        if part["iso"]:
            value, precision = part["iso"], "day"
        elif part["m1"] or part["m2"]:
            month = _month(part["m1"] or part["m2"])
            value, precision = _day(month, part["d1"] or part["d2"], part["y1"] or part["y2"], anchor), "day"
        elif part["m3"]:
            value, precision = f"{part['y3']}-{_month(part['m3']):02d}", "month"
        elif part["year"]:
            value, precision = part["year"], "year"
        elif anchor is None:
            continue
        elif part["m4"]:
            value, precision = _nearest_month(_month(part["m4"]), anchor), "month"
        else:
            value, precision = _relative(text, match, anchor).isoformat(), "day"
        if value:
            yield DateMention(start=match.start(), end=match.end(), value=value, precision=precision)


def _month(name: str) -> int:
    return _MONTHS[name.lower()]


def _day(month: int, day: str, year: str | None, anchor: date | None) -> str:
    """The day, in the year named, or in the year that brings it nearest to the anchor; "" for one no calendar has."""
    number = int(re.match(r"\d+", day).group())  # type: ignore[union-attr]  # the pattern begins with a digit
    if year is None and anchor is None:
        return f"--{month:02d}-{number:02d}" if number <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31) else ""
    years = [int(year)] if year else [anchor.year - 1, anchor.year, anchor.year + 1] if anchor else []
    days = []
    for each in years:
        try:
            days.append(date(each, month, number))
        except ValueError:
            continue
    if not days:
        return ""
    return min(days, key=lambda d: abs((d - anchor).days) if anchor else 0).isoformat()


def _nearest_month(month: int, anchor: date) -> str:
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    year = min(years, key=lambda y: abs((y - anchor.year) * 12 + month - anchor.month))
    return f"{year}-{month:02d}"


def _relative(text: str, match: re.Match[str], anchor: date) -> date:
    """A weekday is the last one on or before the anchor, unless it is told as still to come; "last Friday" on a Friday is a week ago."""
    near = (match.group("near") or "").lower()
    if near:
        return anchor + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(near, 0))
    weekday, which = _WEEKDAYS[match.group("weekday").lower()], (match.group("which") or "").lower()
    back = (anchor.weekday() - weekday) % 7
    ahead = which in ("next", "coming") or (which in ("", "this") and bool(_AHEAD.search(text[max(0, match.start() - 80) : match.start()])))
    if ahead:
        return anchor + timedelta(days=(7 - back) if back or which == "next" else 0)
    return anchor - timedelta(days=back or (7 if which in ("last", "past") else 0))
