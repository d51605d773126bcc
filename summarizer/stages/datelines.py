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
_MONTH = re.compile(rf"\b(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b", re.IGNORECASE)
_WEEKDAY = rf"(?P<weekday>{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})"
_DAY_BEFORE = re.compile(
    rf"(?:\b{_WEEKDAY}\.?,?\s+)?(?:the\s+)?\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+"
    rf"|de\s+)?$",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(r"\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d)\b")
_WEEKDAY_BEFORE = re.compile(rf"\b{_WEEKDAY}\.?,?\s+$", re.IGNORECASE)
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
    r"\b(?:updated|modified|corrected|correction|today is|copyright|©|aktualisiert|archive"
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
    """The days that a text names by month and day, in order; numbers alone only on lines of their own kind (ISO and d.m.yyyy)."""
    found = [named for match in _MONTH.finditer(text) if (named := _by_name(text, match))]
    found += [_by_number(text, match) for match in _NUMERIC.finditer(text)]
    return sorted((one for one in found if 1 <= one.day <= 31 and 1 <= one.month <= 12), key=lambda one: one.start)


def weekdays_named(text: str) -> set[int]:
    """Weekdays that a text names, Monday 0."""
    return {_WEEKDAYS[word] for word in re.findall(r"[^\W\d_]+", text.lower()) if word in _WEEKDAYS and len(word) > 3}


def _by_name(text: str, month: re.Match[str]) -> DayNamed | None:
    before = text[max(0, month.start() - 30) : month.start()]
    day = _DAY_BEFORE.search(before)
    if day:
        start, end = month.start() - (len(before) - day.start()), month.end()
        weekday = day["weekday"]
    else:
        after = _DAY_AFTER.match(text, month.end())
        if after is None or month[0].islower():
            return None
        named = _WEEKDAY_BEFORE.search(before)
        start = month.start() - (len(before) - named.start()) if named else month.start()
        end, weekday, day = after.end(), named["weekday"] if named else None, after
    year = _YEAR_AFTER.match(text, end)
    end = year.end() if year else end
    return DayNamed(
        start, end, int(year["year"]) if year else None, _MONTHS[month[0].lower()], int(day["day"]),
        _WEEKDAYS[weekday.lower()] if weekday else None, _manner(text, start, end),
    )  # fmt: skip


def _by_number(text: str, match: re.Match[str]) -> DayNamed:
    year, month, day = (match["y1"], match["m1"], match["d1"]) if match["y1"] else (match["y2"], match["m2"], match["d2"])
    return DayNamed(match.start(), match.end(), int(year), int(month), int(day), None, _manner(text, match.start(), match.end()))


def _manner(text: str, start: int, end: int) -> Manner:
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
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
