"""Which calendar days does a text name, and how: as its own date, as a dateline, as something past or still to come?"""

import re
from datetime import date
from typing import Literal, NamedTuple

Manner = Literal["published", "dateline", "line", "past", "future", "told"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero", "feb february februar février febrero", "mar march märz mars marzo", "apr april "
            "avril abril",
            "may mai mayo", "jun june juni juin junio", "jul july juli juillet julio", "aug august août agosto",
            "sep sept september septembre septiembre", "oct october okt oktober octobre octubre", "nov november novembre noviembre",
            "dec december dez dezember décembre diciembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mon monday montag lundi lunes", "tue tues tuesday dienstag mardi martes", "wed wednesday mittwoch mercredi miércoles",
            "thu thur thurs thursday donnerstag jeudi jueves", "fri friday freitag vendredi viernes", "sat saturday samstag samedi "
            "sábado",
            "sun sunday sonntag dimanche domingo",
        )
    )
    for name in names.split()
}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\d.,:])\d{1,4}(?![\d%])")
_SUFFIX = re.compile(r"(?:st|nd|rd|th)?")
_MONTH_AFTER = re.compile(r"(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?P<month>[^\W\d_]{3,10})\b")
_MONTH_BEFORE = re.compile(r"(?<!\w)(?P<month>[^\W\d_]{3,10})\.?\s+$")
_WEEKDAY_BEFORE = re.compile(r"(?<!\w)(?P<weekday>[^\W\d_]{3,10})\.?,?\s+(?:the\s+)?$")
_YEAR_AFTER = re.compile(r"\.?,?\s+(?:de\s+)?(?P<year>(?:19|20)\d\d)\b")
_NUMERIC = re.compile(
    r"(?<![\d.])(?:(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)"
    r"|(?P<d2>\d{1,2})\.\s?(?P<m2>\d{1,2})\.\s?(?P<y2>(?:19|20)\d\d))(?!\d)"
)
_PUBLISHED = re.compile(
    r"(?<!be )(?<!been )\b(?:first published|published|posted|veröffentlicht|publié"
    r"|publicado)\b[^.\n]{0,15}$",
    re.IGNORECASE,
)
_RENEWED = re.compile(
    r"©\s*$|\b(?:updated|modified|corrected|correction|today is|copyright|aktualisiert|archive"
    r"|printed)\b[^\n]{0,40}$",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)|heute|aujourd[’']hui|hoy),?\s+(?:on )?$", re.IGNORECASE)
_DATELINE_BEFORE = re.compile(r"(?:^|\n)[A-ZÄÖÜÉ][A-ZÄÖÜÉ .'’/-]{2,40}(?:,[^,\n]{1,30})?,\s+$")
_DATELINE_AFTER = re.compile(r"\s*(?:,?\s*(?:19|20)\d\d)?\s*(?:\([^()\n]{2,40}\)\s*)?[-–—]{1,2}\s")
_FUTURE = re.compile(
    r"\b(?:will|shall|would|set to|due (?:to|on|by)|scheduled|expires?|expire on|takes? effect|deadline|(?:is|are) to|planned for"
    r"|expected (?:to|on|by)|soll|wird)\b"
    r"[^.!?;]{0,75}$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:said|told|was|were|had|did|took|struck|met|died|fell|began|announced|reported|stood|stands|left|came|went|since|after"
    r"|sagte|wurde|war|dit|dijo|\w{3,}ed)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:until|on|from|by|since|before|after|to|of|in|at|till|and|bis|am|ab|vom|der|le"
    r"|du)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LINE = 200  # code points: longer lines are prose
_NEAR = 95  # code points before a date in which its tense is looked for


class DayNamed(NamedTuple):
    """A day of the calendar at `text[start:end]`; year and weekday (Monday 0) where they are given."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None
    manner: Manner

    def on(self, year: int) -> date | None:
        """The day in that year; None where there is none, or where its weekday is another."""
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return found if self.weekday is None or found.weekday() == self.weekday else None


def days_named(text: str) -> list[DayNamed]:
    """The days that a text names by month and day, in order; numbers alone only as ISO 8601 and d.m.yyyy."""
    found: list[DayNamed] = []
    for number in _NUMBER.finditer(text):
        named = _by_number(text, number.start()) or _by_name(text, number)
        if named and 1 <= named.day <= 31 and 1 <= named.month <= 12 and not (found and named.start < found[-1].end):
            found.append(named)
    return found


def weekdays_named(text: str) -> set[int]:
    """Weekdays that a text names, Monday 0."""
    return {_WEEKDAYS[word] for word in _WORDS.findall(text.lower()) if word in _WEEKDAYS and len(word) > 3}


def _by_name(text: str, number: re.Match[str]) -> DayNamed | None:
    """A day and the name of its month, in either order."""
    start, end = number.span()
    after = _MONTH_AFTER.match(text, end)
    month = _month(after["month"]) if after else None
    if after and month:
        end = after.end()
    else:
        before = _MONTH_BEFORE.search(text, max(0, start - 12), start)
        month = _month(before["month"]) if before and before["month"][0].isupper() else None
        if before is None or month is None:
            return None
        start, end = before.start(), _SUFFIX.match(text, end).end()  # type: ignore[union-attr]
    weekday = _WEEKDAY_BEFORE.search(text, max(0, start - 16), start)
    named = _WEEKDAYS.get(weekday["weekday"].lower()) if weekday else None
    start = weekday.start() if weekday and named is not None else start
    year = _YEAR_AFTER.match(text, end)
    end = year.end() if year else end
    return DayNamed(start, end, int(year["year"]) if year else None, month, int(number[0]), named, _manner(text, start, end))


def _month(word: str) -> int | None:
    """ "may" and "march" in lower case are other words in English."""
    return None if word in {"may", "march", "mar"} else _MONTHS.get(word.lower())


def _by_number(text: str, start: int) -> DayNamed | None:
    match = _NUMERIC.match(text, start)
    if match is None:
        return None
    year, month, day = (match["y1"], match["m1"], match["d1"]) if match["y1"] else (match["y2"], match["m2"], match["d2"])
    return DayNamed(match.start(), match.end(), int(year), int(month), int(day), None, _manner(text, match.start(), match.end()))


def _manner(text: str, start: int, end: int) -> Manner:
    line_start = max(text.rfind("\n", max(0, start - _LINE), start) + 1, start - _LINE, 0)
    line_end = text.find("\n", end, end + _LINE)
    line = text[line_start : line_end if line_end >= 0 else end + _LINE]
    before = text[max(line_start, start - _NEAR) : start]
    if _PUBLISHED.search(before):
        return "published"
    if _RENEWED.search(before):
        return "told"
    if start - line_start < 60 and _DATELINE_BEFORE.search(text[max(0, line_start - 1) : start]) and _DATELINE_AFTER.match(text, end):
        return "dateline"
    if _alone(line, before, end - line_start):
        return "line"
    if _TODAY.search(before):
        return "dateline"
    future, past = _FUTURE.search(before), [*_PAST.finditer(before)]
    if future and not any(word.start() > future.start() and not word[0].endswith("ed") for word in past):
        return "future"
    return "past" if past else "told"


def _alone(line: str, before: str, end: int) -> bool:
    """Whether a date makes up its line, but for a publisher's name, a byline, a page number."""
    rest = line[end:].strip()
    if _PREPOSITION.search(before) or len(line) > 100 or len(rest) > 60 or rest.endswith((".", "!", "?", "”", '"')):
        return False
    return (len(before.split()) <= 9 and not before.rstrip().endswith((".", "?", "!"))) or not before.strip()
