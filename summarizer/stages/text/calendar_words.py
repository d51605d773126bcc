"""The words for months, weekdays and near days."""

_ENGLISH = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_ABBREVIATED = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12}
_OTHERS = (
    ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
)
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_WEEKDAYS_SHORT = {"Mon": 0, "Tue": 1, "Tues": 1, "Wed": 2, "Thu": 3, "Thur": 3, "Thurs": 3, "Fri": 4, "Sat": 5, "Sun": 6}

MONTH_STEMS = (
    *sorted({name[:3] for names in (_ENGLISH, _OTHERS[0]) for name in names}),
    *(f" {name}" for names in _OTHERS[1:] for name in names),
)
"""One of these stands in every text that names a month."""

MONTHS: dict[str, int] = {
    **{name.casefold(): at for names in (*_OTHERS, _ENGLISH) for at, name in enumerate(names, start=1)},
    **{name.casefold(): at for name, at in _ABBREVIATED.items()},
}
WEEKDAYS: dict[str, int] = {
    **{name.casefold(): at for at, name in enumerate(_WEEKDAYS)},
    **{name.casefold(): at for name, at in _WEEKDAYS_SHORT.items()},
}
WEEKDAY_STEMS = tuple(name[:3] for name in _WEEKDAYS)
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
DAYS_AGO = {
    "yesterday": -1, "last night": -1, "the day before yesterday": -2, "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0,
    "this evening": 0, "tomorrow": 1,
}  # fmt: skip


def month_pattern(full: bool = False) -> str:
    """The names of the months as alternatives; `full` leaves out the abbreviations and other languages."""
    if full:
        return "|".join(_ENGLISH)
    return "|".join(sorted({*_ENGLISH, *_ABBREVIATED, *(name for names in _OTHERS for name in names)}, key=lambda name: (-len(name), name)))


def weekday_pattern() -> str:
    """The names of the weekdays; an abbreviation counts only with its stop or a comma ("Sat." but not "sat")."""
    return "|".join((*_WEEKDAYS, *(rf"{name}(?=[.,]|\s+\d|\s+(?:{'|'.join(_ABBREVIATED)})\b)" for name in _WEEKDAYS_SHORT)))
