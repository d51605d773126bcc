"""A brief tells sentences that assert something."""

import pytest

from summarizer.stages.text.assertion import asserts


@pytest.mark.parametrize(
    "text",
    [
        "Metro Orvessa - free daily - Wed 18.02.",
        "Ward & Clinic, 20 May 2026.",
        "Weavers' Quarter Notes, the neighbourhood paper.",
        "Bus 70 every six minutes from Cathedral Square.",
        "The three dead men of Pell.",
        "So let us listen to what Milena Kostrav, who negotiates for Dravena, gave the world on Thursday.",
    ],
)
def test_a_masthead_or_a_label_asserts_nothing(text: str) -> None:
    assert not asserts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The works takes milk from 460 farms.",
        "Line 7 won’t run until 2 March.",
        "The highest value was 0.9 micrograms per gram.",
        "Farmers want their money back.",
        "The city’s council met on Tuesday.",
        "Rail unions struck.",
        "A storm tore the roof off the school in Vesk.",
        "The Aldis 7 offers a sauna with a view.",
        "Shares in Ferrant Alloys, the largest buyer in Veldmark, with the usual long tail of small holders.",
    ],
)
def test_a_sentence_with_a_verb_does_and_a_long_one_is_taken_to(text: str) -> None:
    assert asserts(text)
