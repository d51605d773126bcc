from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.stages.text.dates import mentions

ANCHOR = date(2025, 10, 15)  # a Wednesday


def values(text: str, anchor: date | None = ANCHOR) -> list[str]:
    return [mention.value for mention in mentions(text, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on October 3, 2024 and shut on Oct. 5 2024.", ["2024-10-03", "2024-10-05"]),
        ("On 3 October 2024, and on the 4th of October, 2024.", ["2024-10-03", "2024-10-04"]),
        ("On Friday, October 3, 2025 at noon.", ["2025-10-03"]),
        (
            "2024-02-29, 2024/03/01 and 31.12.2023 and 10/25/2011 and 25 / 10 / 11.",
            ["2024-02-29", "2024-03-01", "2023-12-31", "2011-10-25", "2011-10-25"],
        ),
        ("Not on February 30, 2024 nor 2024-13-01.", []),
        ("5/6/2025 may be May or June.", ["2025"]),
        ("In March 2024, early April 2024 and mid-2023.", ["2024-03", "2024-04", "2023"]),
        ("Am 3. Oktober 2024, le 1er octobre 2024, el 3 de octubre de 2024.", ["2024-10-03", "2024-10-01", "2024-10-03"]),
        ("Since 1998 the 2008 crisis cost 2000 jobs and $2014, in 2000 people.", ["1998", "2008"]),
        ("From Oct. 31 to Nov. 1, 2023 they met.", ["2023-10-31", "2023-11-01"]),
        ("The 1940s; call 555-2012; 12.10 percent; version 2.0.2019.", []),
    ],
)
def test_full_dates_need_no_anchor(text: str, expected: list[str]) -> None:
    assert values(text, None) == expected
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said on Oct. 13 that they spoke.", ["2025-10-13"]),
        ("The summit is scheduled to run from Oct. 31 to Nov. 1.", ["2025-10-31", "2025-11-01"]),
        ("A hearing will be held on January 9.", ["2026-01-09"]),
        ("The Nov. 30 escape led to changes.", ["2024-11-30"]),
        ("He rear-ended a truck on December 20.", ["2024-12-20"]),
        ("All were needed on 20 October.", ["2025-10-20"]),
        ("The law was needed on December 20.", ["2024-12-20"]),
        ("Crews had been booked until 14 February.", ["2026-02-14"]),
        ("They may go in, accompanied by a guard, from 17 October.", ["2025-10-17"]),
        ("Tariffs take effect December 1.", ["2025-12-01"]),
        ("The quay closed in August; it was built in November.", ["2025-08", "2024-11"]),
        ("It will reopen in March.", ["2026-03"]),
        ("Last October and next May.", ["2024-10", "2026-05"]),
        ("You may go. Ms. March and August Wilson will go.", []),
    ],
)
def test_a_day_without_a_year_is_resolved_by_the_tense(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marran said Wednesday that the quay will open.", ["2025-10-15"]),
        ("Divers found a crack on Thursday.", ["2025-10-09"]),
        ("They will meet on Friday.", ["2025-10-17"]),
        ("The hearing was scheduled for Monday morning.", ["2025-10-20"]),
        ("They left last Wednesday and return next Wednesday.", ["2025-10-08", "2025-10-22"]),
        ("He was killed by police on Saturday night.", ["2025-10-11"]),
        ("Talks were put off until Monday.", ["2025-10-20"]),
        ("It burned yesterday; more tomorrow, and tonight; last night was calm.", ["2025-10-14", "2025-10-16", "2025-10-15", "2025-10-14"]),
        ("Three days ago, two months ago, a year ago.", ["2025-10-12", "2025-08", "2024"]),
        ("Later this month, last week, next year.", ["2025-10", "2025-10", "2026"]),
        ("It sat on the sun deck; he wed.", []),
    ],
)
def test_days_told_from_the_day_of_writing_are_resolved_by_the_tense(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_without_an_anchor_what_needs_one_is_left_out_or_marked() -> None:
    text = "He said on Oct. 13 and on Wednesday that it closed in August."
    assert values(text, None) == []
    assert [m.value for m in mentions(text, None, yearless=True)] == ["--10-13", "--08"]
    assert [m.value for m in mentions(text, ANCHOR, yearless=True)] == ["2025-10-13", "2025-10-15", "2025-08"]


def test_weeks_and_quarters_tell_their_days() -> None:
    week, quarter = mentions("Last week, in the third quarter of 2024.", ANCHOR)
    assert (week.first, week.last, week.value, week.precision) == (date(2025, 10, 6), date(2025, 10, 12), "2025-10", "month")
    assert (quarter.first, quarter.last, quarter.value, quarter.precision) == (date(2024, 7, 1), date(2024, 9, 30), "2024", "year")
    (weekend,) = mentions("Over the weekend they met.", ANCHOR)
    assert (weekend.first, weekend.last) == (date(2025, 10, 11), date(2025, 10, 12))
    (ahead,) = mentions("The notice could end at the weekend.", ANCHOR)
    assert (ahead.first, ahead.last) == (date(2025, 10, 18), date(2025, 10, 19))


def test_a_week_across_two_years_has_no_value() -> None:
    assert mentions("They met this week.", date(2025, 12, 30)) == ()


pieces = st.sampled_from(
    [
        *(
            "on",
            "in",
            "by",
            "said",
            "will",
            "last",
            "next",
            "this",
            "to",
            "and",
            "mid-",
            "the",
            "of",
            "de",
            "ago",
            "two",
            ",",
            "–",
            "(",
            ")",
            "“",
            "👩",
            "é",
        ),
        *(
            "Oct.",
            "October",
            "March",
            "May",
            "Monday",
            "Sat.",
            "week",
            "weekend",
            "month",
            "year",
            "quarter",
            "yesterday",
            "Q3",
            "third",
            "fiscal",
        ),
        *("3", "31", "30th", "2024", "2024-02-30", "10/11/12", "31.12.2023"),
    ]
)


@given(st.one_of(st.text(), st.lists(pieces).map(" ".join)), st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.booleans())
def test_mentions_are_ordered_apart_and_well_formed(text: str, anchor: date | None, yearless: bool) -> None:
    last = 0
    for mention in mentions(text, anchor, yearless):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end
        if mention.value.startswith("--"):
            assert yearless
            assert anchor is None
            continue
        assert len(mention.value) == {"day": 10, "month": 7, "year": 4}[mention.precision]
        assert mention.first is not None
        assert mention.last is not None
        assert mention.first <= mention.last <= mention.first + timedelta(days=366)
        assert mention.first.isoformat().startswith(mention.value)
        assert mention.last.isoformat().startswith(mention.value)


def test_what_may_happen_from_a_weekday_is_still_to_come() -> None:
    """The planted bug: "may pass from Monday" dated to the Monday before; and May, the month, is no such word."""
    (ahead,) = mentions("Ships of up to 40,000 tonnes may pass from Monday.", date(2026, 3, 19))
    past = mentions("The council session on Wednesday, May 13, was loud.", date(2026, 5, 19))
    assert ahead.value == "2026-03-23"
    assert all(mention.value == "2026-05-13" for mention in past)
