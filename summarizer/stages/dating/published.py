"""When was an article published, as far as the article itself tells? Never a guess, never the day of the run.

A page's own date is weak evidence: archives and imports stamp their own day on old articles. So a date is believed where the text does not
contradict it: by a date line or dateline of its own, by past events that lie after it, by coming ones that would lie most of a year ahead.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from summarizer.stages.dating.datelines import DayNamed, days_named, weekdays_named
from summarizer.value import Value

_SAME = timedelta(days=3)  # a dateline and the page's date may differ by so much
_LATEST_PAST = timedelta(days=1)  # time zones
_YEAR = timedelta(days=400)
_FRESH = timedelta(days=45)  # news names the weekday and date of what is about that old at most
_FAR = timedelta(days=150)
_RECENT = timedelta(days=130)
_HEADER = 600  # code points in which a line with a date is a page's header
_LEAD = 900
_LOOKED_AT = 120


class Dating(Value):
    """A publication date with its evidence; `notice` says why a date was not believed."""

    published: date | None = None
    dated_by: str | None = None
    notice: str | None = None


def published_from_text(text: str) -> tuple[date, str] | None:
    """The date that the text gives itself, and the words that say so; None where it is not certain."""
    found = dating(text, None, None)
    return (found.published, found.dated_by) if found.published and found.dated_by else None


def dating(
    text: str, given: date | None, given_by: str | None, around: Sequence[date] = (), named: Sequence[DayNamed] | None = None
) -> Dating:
    """The date of an article whose metadata says `given` (by the field `given_by`), held against its text.

    `around`: dates of other articles read with it; they tell the year of a day that the text gives without one, where its weekday agrees.
    `named`: the days the text names, if they are known already.
    """
    named = days_named(text) if named is None else named
    if len(named) > _LOOKED_AT:  # a calendar: its first and last days tell enough
        named = [*named[: _LOOKED_AT // 2], *named[-_LOOKED_AT // 2 :]]
    anchors = [*_anchors(named, given), *around]
    own = [(one, day) for one in named if one.manner in ("published", "dateline", "line") and (day := _resolved(one, anchors, text))]
    if given is not None and not _contradicted(given, text, named, own, anchors):
        return Dating(published=given, dated_by=given_by)
    for manner in ("published", "dateline", "line"):
        for one, day in own:
            header = one.start < _HEADER or one.end > len(text) - _HEADER
            if one.manner == manner and (manner != "line" or header) and not _contradicted(day, text, named, own, anchors):
                return Dating(published=day, dated_by=f"text: '{_quoted(text, one)}'", notice=_doubt(given, given_by))
    for one in named:
        day = _resolved(one, anchors, text) if one.manner in ("past", "told") and one.start < _LEAD and one.weekday is not None else None
        if day is not None and not _contradicted(day, text, named, own, anchors):
            return Dating(published=day, dated_by=f"text: '{_quoted(text, one)}'", notice=_doubt(given, given_by))
    doubted = given or next((day for one, day in own), None)
    if doubted is None:
        return Dating()
    return Dating(notice=_doubt(doubted, given_by or "its header"))


def _doubt(given: date | None, given_by: str | None) -> str | None:
    return f"its date {given.isoformat()} ({given_by}) does not fit what its text tells: not believed" if given else None


def _quoted(text: str, one: DayNamed) -> str:
    """The date with up to two words before it on its line."""
    before = text[max(text.rfind("\n", 0, one.start) + 1, one.start - 30) : one.start].split()
    return " ".join([*before[-2:], *text[one.start : one.end].split()])


def _anchors(named: Sequence[DayNamed], given: date | None) -> list[date]:
    """Full dates that say in which years to look for days without a year."""
    full = [day for one in named if one.year and (day := _exact(one))]
    return [given, *full] if given else full


def _exact(one: DayNamed) -> date | None:
    try:
        return date(one.year or 0, one.month, one.day)
    except ValueError:
        return None


def _resolved(one: DayNamed, anchors: Sequence[date], text: str) -> date | None:
    """The day with its year, where only one year fits; a weekday beside it, or in the lead, must agree."""
    if one.year is not None:
        return _exact(one)
    years = sorted({year for anchor in anchors for year in (anchor.year - 1, anchor.year)} | {anchor.year + 1 for anchor in anchors})
    latest = max(anchors, default=None)
    fitting = [day for year in years if (day := one.on(year)) is not None and latest is not None and day <= latest + _RECENT]
    if one.weekday is None:
        lead = weekdays_named(text[:_LEAD])
        fitting = [day for day in fitting if day.weekday() in lead and latest is not None and latest - day < _YEAR]
        if one.manner == "dateline" and len(fitting) > 1:  # news names the day of its dateline: "said on Monday"
            return None
    return fitting[-1] if len(fitting) == 1 else None


def _contradicted(
    day: date, text: str, named: Sequence[DayNamed], own: Sequence[tuple[DayNamed, date]], anchors: Sequence[date]
) -> str | None:
    """The words of the text that `day` cannot be reconciled with; None where there are none."""
    for one, other in own:
        closer = one.manner in ("published", "dateline") or (one.weekday is not None and one.year is None) or one.start >= _HEADER
        if closer and day - other > _SAME:
            return _quoted(text, one)
    return next((_quoted(text, one) for one in named if _far_from(day, one, anchors)), None)


def _far_from(day: date, one: DayNamed, anchors: Sequence[date]) -> bool:
    """Whether something past lies after `day`, something coming before it, or today's news too far from it."""
    told = _told(one, anchors)
    if one.manner == "future" and one.year is None:
        return told is not None and day - told > _LATEST_PAST if one.weekday is not None else _long_past(one, day)
    if told is None:
        return False
    fresh = one.weekday is not None and one.year is None and one.start < _LEAD
    return (one.manner == "past" and _LATEST_PAST < told - day < _YEAR) or (fresh and abs(day - told) > _FRESH)


def _told(one: DayNamed, anchors: Sequence[date]) -> date | None:
    """A past day whose year is beyond doubt."""
    if one.year is not None:
        return _exact(one)
    if one.weekday is None or not anchors:
        return None
    latest = max(anchors)
    fitting = [day for year in (latest.year - 1, latest.year, latest.year + 1) if (day := one.on(year)) is not None]
    return fitting[0] if len(fitting) == 1 else None


def _long_past(one: DayNamed, day: date) -> bool:
    """Whether something still to come would lie most of a year ahead of `day`, but shortly behind it a year earlier."""
    coming = [found for year in (day.year, day.year + 1) if (found := one.on(year)) is not None and found >= day - _LATEST_PAST]
    gone = [found for year in (day.year - 1, day.year) if (found := one.on(year)) is not None and found < day - _LATEST_PAST]
    return bool(coming and gone) and min(coming) - day > _FAR and day - max(gone) < _RECENT
