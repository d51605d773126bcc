"""Publication dates: with evidence, or none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.stages.dating.datelines import days_named
from summarizer.stages.dating.published import dating, published_from_text

BODY = "The council of Torvik voted to rebuild the quay, its chair said. The work will take eighteen months."


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Torvik Post\nMonday, 9 February 2026", date(2026, 2, 9)),
        ("TORVIK POST | 9 Feb 2026 | page 3", date(2026, 2, 9)),
        ("Published 9 February 2026, 14:10", date(2026, 2, 9)),
        ("Coast & Quay, February 9, 2026", date(2026, 2, 9)),
        ("Küstenbote\nMontag, 9. Februar 2026", date(2026, 2, 9)),
        ("9.2.2026", date(2026, 2, 9)),
        ("2026-02-09", date(2026, 2, 9)),
        ("By Karin Lund · 9 February 2026", date(2026, 2, 9)),
    ],
)
def test_a_header_that_nothing_contradicts_is_believed(header: str, expected: date) -> None:
    found = published_from_text(f"{header}\n\nQuay to be rebuilt\n\n{BODY}")
    assert found is not None
    assert found[0] == expected
    assert found[1].startswith("text: '")


def test_a_dateline_gives_the_day_and_its_weekday_the_year() -> None:
    text = f"Archive copy, 3 June 2026\n\nQuay to be rebuilt\n\nTORVIK, Monday 9 February (Coast Wire) - {BODY}"
    assert published_from_text(text) == (date(2026, 2, 9), "text: 'TORVIK, Monday 9 February'")


@pytest.mark.parametrize(
    "text",
    [
        f"January 12, 2026\n\nQuay\n\n{BODY} The rule is set to take effect on December 1. The truce is due to expire on November 10.",
        f"12 January 2026\n\nQuay\n\nThe quay was struck on Tuesday, 10 March, at six in the morning. {BODY}".replace(
            "10 March", "31 March"
        ),
        f"12 January 2026\n\nQuay\n\nThe gates will open tonight, Thursday 9 October, the operator said. {BODY}",
    ],
)
def test_a_page_date_that_the_text_contradicts_is_not_believed(text: str) -> None:
    found = published_from_text(text)
    assert found is None or found[0] != date(2026, 1, 12)


def test_metadata_that_the_text_contradicts_is_not_believed_and_it_is_said() -> None:
    text = f"Quay\n\nFirst published 17 October 2025, 06:15.\n\n{BODY}"
    found = dating(text, date(2026, 1, 9), "metadata article:published_time")
    assert (found.published, found.dated_by) == (date(2025, 10, 17), "text: 'First published 17 October 2025'")
    assert found.notice is not None
    assert "2026-01-09" in found.notice


@pytest.mark.parametrize(
    "sentence",
    [
        "It will be opened on 31 December 2038.", "The gates failed a test on 12 June.", "The strike may last until 30 April.",
        "Flour has been short since 10 February.",
        "“On 4 July I shall be there,” he said.", "The treaty of 3 March 1974 still holds.", "It is to start on Monday, 16 February.",
    ],
)  # fmt: skip
def test_metadata_is_kept_where_the_text_fits(sentence: str) -> None:
    found = dating(f"Quay\n\n{BODY} {sentence}", date(2026, 2, 9), "row field published")
    assert (found.published, found.notice) == (date(2026, 2, 9), None)


def test_no_date_is_made_up() -> None:
    for text in (
        BODY,
        "",
        "The port was closed on Oct. 13, the authority said.",
        "Updated 9 February 2026",
        "© 9 February 2026 Torvik Post",
        "On 31 February 2026",
    ):
        assert published_from_text(text) is None


def test_the_year_of_other_articles_dates_a_day_only_where_its_weekday_agrees() -> None:
    around = [date(2026, 2, 7), date(2026, 2, 12)]
    wire = f"TORVIK, Feb 9 (Coast Wire) - The quay was struck on Monday, the port said. {BODY}"
    assert dating(wire, None, None).published is None
    assert dating(wire, None, None, around).published == date(2026, 2, 9)
    assert dating(wire.replace("Monday", "Saturday"), None, None, around).published is None


def test_days_are_found_where_they_stand() -> None:
    text = "On Tuesday, 10 March, and on March 12th, 2026; on the 3rd of May; in May 2026; 10 percent, 4 may go, page 12 Maybe."
    assert [text[one.start : one.end] for one in days_named(text)] == ["Tuesday, 10 March", "March 12th, 2026", "3rd of May"]
    assert [(one.year, one.month, one.day, one.weekday) for one in days_named(text)] == [
        (None, 3, 10, 1),
        (2026, 3, 12, None),
        (None, 5, 3, None),
    ]


@given(st.text("0123456789 .,-/\nMarch Monday Feb 2026 on published", max_size=120))
def test_no_text_crashes_the_dating(text: str) -> None:
    for one in days_named(text):
        assert 0 <= one.start < one.end <= len(text)
    dating(text, date(2026, 2, 9), "x", [date(2025, 1, 1)])
