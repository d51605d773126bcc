"""Gaps say only what can be shown: words no article holds, figures nobody gives, dates that are missing."""

from datetime import date

from summarizer.stages.choosing.gaps import gaps, unmentioned
from summarizer.stages.text.segment import segment
from summarizer.testing import article

TEXT = "The explosion at Linden Court destroyed forty flats. The gas company promised compensation."


def test_a_word_of_the_question_that_no_article_holds_is_named() -> None:
    one = article(TEXT, id="a", published=date(2031, 3, 1))
    assert unmentioned({"a": segment(one)}, "Was anyone charged after the explosion?") == ("“charged”",)


def test_a_figure_that_is_asked_for_and_not_given_is_named() -> None:
    one = article(TEXT, id="a", published=date(2031, 3, 1))
    (found,) = gaps([one], {"a": segment(one)}, "How much compensation will Linden Court get?")
    assert "figure for “compensation”" in found


def test_an_answered_question_leaves_no_gap() -> None:
    one = article(TEXT, id="a", published=date(2031, 3, 1))
    assert gaps([one], {"a": segment(one)}, "What happened at Linden Court?") == ()


def test_missing_dates_are_counted() -> None:
    a, b = article(TEXT, id="a", published=date(2031, 3, 1)), article("Another text about flats.", id="b")
    (found,) = gaps([a, b], {"a": segment(a), "b": segment(b)}, None)
    assert found.startswith("1 of 2 articles give no date")
