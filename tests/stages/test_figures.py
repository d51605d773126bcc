"""Figures: the number in its source's words, and what it measures."""

import pytest

from summarizer.stages.choosing.figures import group, is_small_talk, quantities, reads_well
from summarizer.stages.choosing.rivals import rivals
from summarizer.stages.choosing.salience import Weights
from summarizer.stages.text.segment import segment
from summarizer.testing import article


def sentence(text: str):  # type: ignore[no-untyped-def]
    return segment(article(text))[0]


def test_a_number_keeps_its_hedge_scale_and_unit() -> None:
    (found,) = quantities(sentence("The quay cost about 1.2 billion crowns in all."))
    assert (found.value, found.unit, found.amount) == ("about 1.2 billion", "crowns", 1.2e9)
    assert found.measure == "The quay cost … in all"


def test_percent_in_words_and_signs_are_one_unit() -> None:
    units = {
        q.unit
        for text in ("It rose by 9% here.", "It rose by 9 percent here.", "It rose by 9 per cent here.")
        for q in quantities(sentence(text))
    }
    assert units == {"%"}


def test_a_year_an_hour_and_a_bare_number_are_no_figures() -> None:
    assert quantities(sentence("Die Sitzung des Rates endete um 23.10 Uhr im Rathaus.")) == ()
    assert quantities(sentence("In 2025 years of work ended at quay 9.")) == ()


def test_a_change_from_one_value_to_another_is_one_figure() -> None:
    (found,) = quantities(sentence("The board cut the duty on grain from 20 percent to 10 percent."))
    assert (found.value, found.unit, found.amount) == ("20 to 10", "%", 10.0)


def test_two_countries_are_no_figure_and_two_million_people_are() -> None:
    (small,) = quantities(sentence("Stability between the two countries is important."))
    (large,) = quantities(sentence("The flood reached two million people."))
    assert is_small_talk(small)
    assert not is_small_talk(large)


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("The duty rises to 20 percent.", True),
        ("The Reds, a party of shopkeepers, would raise the duty to 20 percent on grain.", False),
        ("The family's 9-9-9 plan is popular with 300 voters.", False),
        ("Two kilometres ... long and 100 metres high.", False),
        ("Its staff is to grow to 25 inspectors by May.", False),
        ("A cool 295,000 crowns.", False),
        ("Also chipped in 5,000 crowns to the campaign last week.", False),
        ("The Assembly approved the plan by 88 votes to 71.", False),
    ],
)
def test_a_measure_is_told_only_where_it_reads_on_its_own(text: str, reads: bool) -> None:
    assert [reads_well(quantity) for quantity in quantities(sentence(text))][:1] == [reads]


def test_what_is_counted_ends_before_the_verb() -> None:
    """The planted bug: "a million land mines line"."""
    found = quantities(sentence("About 3 million land mines line the border between them."))
    assert [(q.value, q.unit) for q in found] == [("About 3 million", "land mines")]


@pytest.mark.parametrize("told", ["41 per cent", "41 percent", "41%", "41 %"])
def test_a_share_is_a_number_and_a_percent_sign_however_it_is_spelt(told: str) -> None:
    (share,) = quantities(sentence(f"Harrow has {told} of the world's copper."))
    assert (share.value, share.unit) == ("41", "%")


def test_the_same_measure_told_twice_is_one_figure_with_two_values() -> None:
    a, b = (
        article("Harrow holds 44% of the world's copper reserves today.", id="a"),
        article("Harrow holds 46% of the world's copper reserves.", id="b"),
    )
    sentences = {each.id: segment(each) for each in (a, b)}
    groups = group([a, b], sentences, Weights(sentences))
    assert [[q.value for q in g] for g in groups] == [["44", "46"]]


def test_a_later_count_replaces_an_earlier_one() -> None:
    from datetime import date

    a = article("By noon doctors had reported 46 confirmed cases in the harbour.", id="a", published=date(2031, 3, 1))
    b = article("By Friday doctors had reported 71 confirmed cases in the harbour.", id="b", published=date(2031, 3, 3))
    sentences = {each.id: segment(each) for each in (a, b)}
    (pair,) = rivals([a, b], sentences, {"a": 0, "b": 1})
    assert (pair.early.value, pair.late.value, pair.superseded) == ("46", "71", True)


def test_counts_of_different_things_are_no_rivals() -> None:
    """The planted bug: same unit, same order of magnitude, other things."""
    a, b = article("Some 46 people were rescued from the ferry.", id="a"), article("The theatre seats 71 people on two floors.", id="b")
    sentences = {each.id: segment(each) for each in (a, b)}
    assert rivals([a, b], sentences, {"a": 0, "b": 1}) == ()


def test_a_unit_and_a_year_in_common_make_no_rivals() -> None:
    a, b = (
        article("Harrow uses about 9,600 tonnes a year.", id="a"),
        article("A smelter of 5,000 tonnes takes four years to build.", id="b"),
    )
    sentences = {each.id: segment(each) for each in (a, b)}
    assert rivals([a, b], sentences, {"a": 0, "b": 1}) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Tickets cost between $18 and $46 on the new line.",
        "The fastest run was 2 h 58 min on the new line.",
        "The 310,000 customers of Velm Water remain on reserve supply.",
        "I have 46 wristbands and I trust wristbands.",
    ],
)
def test_half_a_range_and_what_somebody_says_of_himself_are_no_measures(text: str) -> None:
    assert not any(reads_well(quantity) for quantity in quantities(sentence(text))[:1])


def test_what_is_counted_ends_with_its_plural() -> None:
    (found, _) = quantities(sentence("A crown insured for 4.2 million florins comes home with two stones missing."))
    assert (found.value, found.unit, found.kind) == ("4.2 million", "florins", "count florin")
