import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.protocols import Pair
from summarizer.stages.evidence.align import BIAS, PREFACE, WEIGHTS, LexicalEntailment, entailment, probability
from summarizer.stages.evidence.likeness import SHARES, Likeness, align, likeness
from summarizer.stages.text.index import AKIN, Index
from summarizer.stages.text.wording import wording

SOURCE = (
    "The harbour board of Kesterhaven voted on Tuesday to close the old ferry terminal, which served 420 passengers a day. "
    "Mayor Ada Lund said the city would not pay for a new one before 2031. "
    "Ferry fares rose 12 percent in March, the Valdry Transport Union said."
)


def test_the_source_supports_its_own_sentences_and_honest_rewordings() -> None:
    for claim in (
        "Mayor Ada Lund said the city would not pay for a new one before 2031.",
        "The board of Kesterhaven's harbour decided on Tuesday to shut the old ferry terminal.",
        "In March fares of the ferries increased by 12%.",
    ):
        assert entailment(SOURCE, claim) >= 0.5, claim


@pytest.mark.parametrize(
    "claim",
    [
        "The harbour board of Kesterhaven voted on Tuesday to open the old ferry terminal, which served 420 passengers a day.",  # opposite
        "The harbour board of Kesterhaven voted on Tuesday to close the old ferry terminal, which served 950 passengers a day.",  # number
        "The harbour board of Kesterhaven voted on Friday to close the old ferry terminal, which served 420 passengers a day.",  # day
        "The harbour board of Marlow voted on Tuesday to close the airport of Dunmere.",  # names
        "The bakers of the old town won a prize for rye bread.",  # nothing of it
    ],
)
def test_each_planted_error_scores_lower_than_the_truth(claim: str) -> None:
    truth = "The harbour board of Kesterhaven voted on Tuesday to close the old ferry terminal, which served 420 passengers a day."
    assert entailment(SOURCE, claim) < entailment(SOURCE, truth) - 0.1


def test_a_denial_given_or_taken_away_is_counted() -> None:
    index = Index(["The city would not pay for a new terminal."])
    assert (taken := likeness("The city would pay for a new terminal.", index)) is not None
    assert taken.negation == 1
    assert (kept := likeness("The city would not pay for a new terminal.", index)) is not None
    assert kept.negation == 0


def test_an_acronym_stands_for_the_words_it_is_made_of() -> None:
    spelt = "Valdry Transport Union members stopped work in the port."
    short = "VTU members stopped work in the port."
    for premise, claim in ((spelt, short), (short, spelt)):
        found = likeness(claim, Index([premise]))
        assert found is not None
        assert found.new_names == 0
        assert entailment(premise, claim) >= 0.5


def test_a_date_in_another_form_is_left_to_the_check_of_dates() -> None:
    premise = "The ferry was hit on Thursday near Kesterhaven."
    assert entailment(premise, "The ferry was hit on 9 October near Kesterhaven.") >= 0.5
    assert entailment(premise, "The ferry was hit on Friday near Kesterhaven.") < 0.5


def test_every_word_that_begins_alike_is_tried() -> None:
    """Which of two was tried once hung on the order of a set, and so a score on the run."""
    for evidence in ("The producer came home a prodigal.", "A prodigal was the producer.", "A producer."):
        found = likeness("Production", Index([evidence]))
        assert found is not None
        assert found.covered == AKIN, evidence


def test_a_line_that_says_nothing_about_the_world_is_not_held_against_the_source() -> None:
    assert entailment(SOURCE, "Sure! Here is a summary of the article in 50 words:") == PREFACE
    assert entailment(SOURCE, "...") == 1.0


def test_every_quantity_weighs_in_the_direction_it_means() -> None:
    assert all(weight >= 0 for weight in WEIGHTS[:SHARES])
    assert all(weight <= 0 for weight in WEIGHTS[SHARES:])
    best = Likeness(covered=1, names=1, near=1, together=1)
    assert probability(best) > 0.5 > probability(Likeness(new_names=2, new_words=3, gap=3))
    assert BIAS < 0


def test_a_word_is_aligned_with_the_place_behind_its_neighbour() -> None:
    evidence = wording("The port closed. Later the second port opened.")
    aligned = align(wording("the second port opened"), evidence)
    assert [evidence[j].surface for j in aligned[1:]] == ["second", "port", "opened"]
    assert aligned[2] == 6


def test_scores_come_in_the_order_of_the_pairs() -> None:
    pairs = [Pair(premise=SOURCE, claim="Bakers won a prize."), Pair(premise=SOURCE, claim="Ferry fares rose 12 percent in March.")]
    low, high = asyncio.run(LexicalEntailment().score(pairs))
    assert low < 0.5 <= high


@settings(max_examples=60)
@given(st.text(max_size=300), st.text(max_size=200))
def test_any_two_texts_have_a_score_between_0_and_1(premise: str, claim: str) -> None:
    assert 0.0 <= entailment(premise, claim) <= 1.0
