"""Sentences get shorter by deletion only, and never change what they claim."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.stages.choosing.tighten import clause_at, tighten


def by_words(text: str) -> float:
    return float(len(text.split()))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Meanwhile, the harbour board closed the northern quay on Monday.", "The harbour board closed the northern quay on Monday."),
        ("CORVANE, Oct. 13 — The harbour board closed the northern quay.", "The harbour board closed the northern quay."),
        ("The board closed the quay on Monday, underscoring the depth of the crisis.", "The board closed the quay on Monday."),
        ("The quay, which has stood since the old war, was closed by the board on Monday.", "The quay was closed by the board on Monday."),
        ("UPDATED: The harbour board closed the northern quay.", "The harbour board closed the northern quay."),
        ("Wednesday, January 21, 2015, 2:28 PM - The board closed the northern quay.", "The board closed the northern quay."),
        ("(The Coast Reporter)The harbour board closed the northern quay.", "The harbour board closed the northern quay."),
        ("CORVANE-The harbour board closed the northern quay.", "The harbour board closed the northern quay."),
        ("The Post reports (http://example.org/1XoG ) the board closed the quay.", "The Post reports the board closed the quay."),
        (
            "Ilse Venn, the foreign minister of Dravena, who negotiates for it, told reporters that the talks went on.",
            "Ilse Venn, the foreign minister of Dravena, told reporters that the talks went on.",
        ),
        ("The board (a body of nine members) closed the northern quay on Monday.", "The board closed the northern quay on Monday."),
    ],
)
def test_what_a_brief_can_do_without_goes(text: str, short: str) -> None:
    assert tighten(text, by_words, keep=0.5) == short


@pytest.mark.parametrize(
    "text",
    [
        "The board will close the quay on Monday, unless the strike ends before noon.",
        "The board closed the quay, which it had never done without a vote.",
        "The tariff rises to 30 crowns, raising the average to 57 crowns a tonne.",
        "In the first crossing in nearly two years, a soldier of Meridia walked over the border, officials said.",
        "The quay, which is used by copper, grain, and timber ships, stays open all week.",
        "The board closed the quay on Monday, one of its nine members said.",
        "The board “closed the quay, describing the fire as small, and left” on Monday.",
    ],
)
def test_a_condition_a_denial_a_number_a_list_and_a_quotation_stay_whole(text: str) -> None:
    """The planted bugs: each of these once lost its second half."""
    assert tighten(text, by_words, keep=0.3) == text


@given(
    st.lists(
        st.sampled_from(["the", "Quay", "which", ",", "closed", "on", "Monday", "—", "not", "“", "”", "(", ")", "9", "rising"]),
        min_size=1,
        max_size=30,
    )
)
def test_every_word_left_was_there_in_that_order(parts: list[str]) -> None:
    text = " ".join(parts) + "."
    left = re.findall(r"\w+", tighten(text, by_words, keep=0.1).lower())
    words = iter(re.findall(r"\w+", text.lower()))
    assert all(word in words for word in left)


def test_the_clause_that_holds_a_number_can_stand_alone() -> None:
    text = "Harrow holds 44% of the copper, while its smelters refine nearly all of it."
    at = text.index("44%")
    assert clause_at(text, at, at + 3) == "Harrow holds 44% of the copper."


def test_a_clause_without_a_subject_or_with_a_condition_cut_off_is_not_taken() -> None:
    text = "If the vote fails, the board will sell 44% of the quay."
    at = text.index("44%")
    assert clause_at(text, at, at + 3) == text


def test_a_clause_that_somebody_says_keeps_who_says_it() -> None:
    """The planted bug: "The bridge cost 1.2 billion crowns." as a fact."""
    text = "The bridge at Orrin cost 1.2 billion crowns, the builder said, and the Bugle had made a mistake."
    at = text.index("1.2 billion")
    assert clause_at(text, at, at + 11) == "The bridge at Orrin cost 1.2 billion crowns, the builder said."
    plain = "The bridge at Orrin cost 1.2 billion crowns, and the ferries to Lindholt stop in June."
    assert clause_at(plain, at, at + 11) == "The bridge at Orrin cost 1.2 billion crowns."
