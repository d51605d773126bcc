"""Disagreements are named for what they are, and shares of different things are no contradiction."""

from datetime import date

from summarizer.article import Article
from summarizer.stages.choosing.conflicts import denials, different_measures, speakers, superseded
from summarizer.stages.choosing.figures import group
from summarizer.stages.choosing.salience import Weights
from summarizer.stages.choosing.sequence import sequence
from summarizer.stages.text.segment import segment
from summarizer.testing import article


def told(*articles: Article):  # type: ignore[no-untyped-def]
    sentences = {each.id: segment(each) for each in articles}
    order = {ident: place for place, ident in enumerate(sequence(articles, sentences))}
    return sentences, Weights(sentences), order


def test_shares_of_different_things_are_told_apart() -> None:
    a = article("Harrow holds 44% of the world's copper reserves, surveyors say.", id="a")
    b = article("Harrow supplies about 70% of the world's copper today.", id="b")
    sentences, weights, _ = told(a, b)
    (found,) = different_measures(group([a, b], sentences, weights), weights)
    assert found.kind == "different_measure"
    assert {s.article for s in found.sides} == {"a", "b"}


def test_what_is_expected_and_then_done_is_superseded_in_the_right_order() -> None:
    early = article("Minister Mara Odum will meet Ivo Lanner in Corvane next week to end the dispute.", id="early")
    late = article("Minister Mara Odum met Ivo Lanner in Corvane and ended the dispute over the quay.", id="late")
    sentences, weights, order = told(late, early)
    assert order["early"] < order["late"]
    (found,) = superseded([late, early], sentences, order, weights)
    assert [s.article for s in found.sides] == ["early", "late"]


def test_an_earlier_meeting_does_not_supersede_a_coming_one() -> None:
    """The planted bug: "since their previous meeting" read as the meeting that was still to come."""
    early = article(
        "Minister Mara Odum will meet Ivo Lanner in Corvane next week to end the dispute.", id="early", published=date(2031, 3, 1)
    )
    late = article(
        "Much has changed since Mara Odum met Ivo Lanner at their previous meeting in Corvane.", id="late", published=date(2031, 3, 2)
    )
    sentences, weights, order = told(early, late)
    assert superseded([early, late], sentences, order, weights) == []


def test_one_quotation_with_two_speakers_is_shown() -> None:
    a = article("A senior official said the talks would “bury the northern harbour treaty” for good.", id="a")
    b = article("Deputy minister Darko Velimar said the talks would “bury the northern harbour treaty” for good.", id="b")
    sentences, weights, _ = told(a, b)
    (found,) = speakers([a, b], sentences, weights)
    assert found.question == "Whose words: A senior official or Darko Velimar?"


def test_a_denial_without_its_claim_is_not_made_into_a_conflict() -> None:
    a = article("The bakery opens at six. Mara Odum denied that the quay had been sold to Ardel Hydro.", id="a")
    sentences, weights, _ = told(a)
    assert denials([a], sentences, weights) == []
