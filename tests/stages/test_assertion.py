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
        "Plus join Howard Odum for a live chat during the debate.",
        "Provide training against harassment to all of the staff of the ministry and its legislative office.",
        "Something Karin Lund caught hours before the event unfolded on Friday night!",
        "7 habits of highly successful people.",
        "Ottermere Plumbing: because water should be clear.",
        "Thanks for clearing that up, Paul.",
        "Just look at what happened when the government offered money to the towns for a faster railway.",
        "UPDATE: 4/19/2011 Read Richard Orne: How I, a sailor of middle age, became the voice of the whole coast overnight.",
        "Get push notifications with news, features and more.",
        "Will the others say nothing about it, and will the mayor reach the second round at last?",
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
        "Thanks to the ruling, farmers can sell their milk again.",
        "Read has left the company.",
        "A storm tore the roof off the school in Vesk.",
        "The Aldis 7 offers a sauna with a view.",
        "Shares in Ferrant Alloys, the largest buyer in Veldmark, with the usual long tail of small holders.",
    ],
)
def test_a_sentence_with_a_verb_does_and_a_long_one_is_taken_to(text: str) -> None:
    assert asserts(text)
