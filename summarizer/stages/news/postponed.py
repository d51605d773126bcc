"""An event that is to come at another time than was told."""

import re

from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.words import listed
from summarizer.stages.news.outlook import is_done, looks_back, to_come
from summarizer.stages.news.same_subject import Nearness
from summarizer.stages.news.values import dates_of


def moved_to(one: Passage, two: Passage, near: Nearness) -> tuple[str, str] | None:
    """(old, new) time where `two` tells the same event, still to come, for another time: days as MM-DD, else the day, month or year."""
    if near.overlap < _LEAST_ALIKE or looks_back(two, one):
        return None
    told_as_moved = bool(MOVED.search(two.text))
    planned = bool(to_come(one)) or bool(_SET.search(one.text)) or "until" in one.at or not any(is_done(one, i) for i in one.content)
    first, second = dates_of(one), dates_of(two)
    if first & second and not _FORMER_DAY.search(two.text):
        return None
    if first & second and _goes_to(two, first):
        return None
    if first and second - first and planned and (told_as_moved or (not first & second and (to_come(two) or _SET.search(two.text)))):
        return min(first), min(second - first)
    if not told_as_moved or not planned:
        return None
    for listed_ in (_WEEKDAYS, _SEASONS, _YEARS):
        old, new = _times(one, listed_), _times(two, listed_)
        if old and new - old and not first | second:
            return min(old), min(new - old)
    return None


_FORMER_DAY = re.compile(r"\b(?:from|instead of|rather than|originally|not|than|planned for|scheduled for|set for)\b", re.I)


def _goes_to(read: Passage, days: frozenset[str]) -> bool:
    """Whether one of the days is the one that something is moved to."""
    found = re.search(r"\b(?:to|until|for|on|till)\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+[A-Z]", read.text)
    return found is not None and any(int(day[-2:]) == int(found.group(1)) for day in days)


def _times(read: Passage, times: "frozenset[str] | re.Pattern[str]") -> frozenset[str]:
    if isinstance(times, re.Pattern):
        return frozenset(times.findall(read.text))
    return frozenset(
        word.text for word in read.words if word.lower in times and (word.lower not in ("may", "march") or word.text[0].isupper())
    )


_LEAST_ALIKE = 0.35
_SEASONS = listed("january february march april may june july august september october november december spring summer autumn winter")
_YEARS = re.compile(r"\b(?:19|20|21)\d\d\b")
MOVED = re.compile(
    r"\b(?:postponed|moved|delayed|put (?:back|off)|brought forward|rescheduled|pushed (?:back|to)|deferred|adjourned|now|instead|"
    r"until|slipped|shifted|rearranged|new date|later than|earlier than|rather than|sooner|days? later|weeks? later|"
    r"not (?:open|start|begin|come|be \w+|take place)?\s*(?:before|until))\b",
    re.I,
)
_SET = re.compile(r"\b(?:scheduled|set|due|planned|deadline|expected|meant|will|to (?:be|open|start|begin))\b", re.I)


def same_day(one: Passage, two: Passage) -> bool:
    """Whether both name one day of the week or of the year."""
    return bool(dates_of(one) & dates_of(two) or _WEEKDAYS & one.lowers & two.lowers)


_WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
