"""Are the statement's dates and weekdays those of the cited text, read against the article's own date?"""

from summarizer.stages.checks.cited import Ground
from summarizer.stages.checks.quantities import quantities
from summarizer.stages.checks.units import MONTHS
from summarizer.verdict import CheckResult

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SHORT_DAYS = {
    "mon": "monday",
    "tue": "tuesday",
    "tues": "tuesday",
    "wed": "wednesday",
    "thu": "thursday",
    "thurs": "thursday",
    "fri": "friday",
}


def dates(ground: Ground) -> CheckResult:
    """Fails on a date the cited sentences do not give and the article's date does not explain."""
    if ground.copied:
        return CheckResult(name="dates", outcome="pass")
    ours = _dated(ground.statement.text)
    theirs = {key for p in ground.passages for key in _dated(p.text)}
    for key, shown in ours.items():
        if key in theirs or _explained(ground, key):
            continue
        return CheckResult(name="dates", outcome="fail", reason=f"says “{shown}”, which the cited sentence does not say")
    return CheckResult(name="dates", outcome="pass")


def _dated(text: str) -> dict[tuple[str, str], str]:
    from summarizer.stages.checks.words import words

    found: dict[tuple[str, str], str] = {}
    for quantity in quantities(text):
        if quantity.kind in ("year", "day", "decade"):
            found[(quantity.kind, str(int(quantity.value)))] = quantity.written
    for word in words(text):
        low = _SHORT_DAYS.get(word.lower, word.lower)
        if low.rstrip("s") in _DAYS and word.text[0].isupper():
            found[("weekday", low.rstrip("s"))] = word.text
        elif low in MONTHS and word.text[0].isupper() and (low != "may" or word.start):
            found[("month", low[:3])] = word.text
    return found


def _explained(ground: Ground, key: tuple[str, str]) -> bool:
    kind, value = key
    for each in ground.cited:
        day = each.published
        if day is None:
            continue
        if (kind, value) in (
            ("year", str(day.year)),
            ("day", str(day.day)),
            ("month", day.strftime("%b").lower()),
            ("weekday", _DAYS[day.weekday()]),
        ):
            return True
    return False
