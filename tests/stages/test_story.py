"""What a story tells: the newest state, sentences that assert something, and nothing that a passed day has answered."""

from datetime import date

import pytest

from summarizer.article import Article, Chunk
from summarizer.settings import Outline
from summarizer.stages.choosing.beginning import begins
from summarizer.stages.choosing.story import StoryPlan, Teller
from summarizer.stages.text.own_words import own_claims
from summarizer.stages.text.segment import segment
from summarizer.testing import article

BEFORE = article(
    """The council of Kesterhaven is to vote on the sale of the Old Basin on Thursday 14 May.

The port authority wants to sell the basin for 410 million crowns to clear its debts, it said on Monday.""",
    id="before",
    published=date(2026, 5, 11),
)
AFTER = article(
    """When Annika Rostrup walked into the press room of the port on Friday she carried a kettle and the keys of the basin.

The council of Kesterhaven rejected the sale of the Old Basin by 23 votes to 18, the mayor said.

Harbour & Quay, 15 May 2026.

The port authority keeps debts of 265 million crowns, of which 48 million are due next spring.""",
    id="after",
    published=date(2026, 5, 15),
)


def plan_of(*articles: Article, words: int = 300) -> StoryPlan:
    sentences = {each.id: segment(each) for each in articles}
    claims = [c for each in articles for c in own_claims(Chunk(article=each.id, index=0, sentences=sentences[each.id], tokens=100))]
    return Teller(articles, sentences, claims, Outline()).plan(words)


def told(plan: StoryPlan) -> str:
    return "\n".join([*(c.text for c in (*plan.bottom_line, *plan.key_points)), *(entry.draft.text for entry in plan.timeline)])


def test_what_was_expected_of_a_day_that_has_come_is_not_dated_as_still_to_come() -> None:
    assert "is to vote" not in "\n".join(entry.draft.text for entry in plan_of(BEFORE, AFTER).timeline)
    assert "is to vote" in told(plan_of(BEFORE)), "it is news as long as nothing later is known"


def test_a_scene_is_not_the_bottom_line() -> None:
    assert [c.text[:18] for c in plan_of(BEFORE, AFTER).bottom_line] == ["The council of Kes"]


def test_what_looks_back_is_not_the_bottom_line() -> None:
    opened = "The waterworks at Marden on the Velm opened its intake from the river again on Monday."
    text = f"Three samples from the Velm had been below the limit, the waterworks at Marden on the Velm said.\n\n{opened}"
    assert [c.text for c in plan_of(article(text, published=date(2026, 1, 19))).bottom_line] == [opened]


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("A judge also sentenced Orne to pay a fine.", False),
        ("The unnamed student has been accused at least twice.", False),
        ("No sooner had the tree been raised than the mocking began.", False),
        ("The government decided to close the railway.", True),
        ("The council of Kesterhaven rejected the sale.", True),
    ],
)
def test_a_brief_begins_with_what_no_other_sentence_began(text: str, fit: bool) -> None:
    assert (begins(text) == 1.0) is fit


def test_a_masthead_is_told_nowhere() -> None:
    assert "Harbour & Quay" not in told(plan_of(BEFORE, AFTER))


def test_what_most_readers_cannot_check_is_told_last() -> None:
    german = article(
        """Der Rat von Kesterhaven hat den Verkauf des Alten Beckens mit 23 gegen 18 Stimmen abgelehnt, sagte die Bürgermeisterin.

Die Hafenbehörde hat noch Schulden von 265 Millionen Kronen, von denen 48 Millionen im kommenden Frühjahr fällig sind.""",
        id="german",
        published=date(2026, 5, 15),
    )
    plan = plan_of(BEFORE, AFTER, german, words=70)
    assert not any(c.finding.lead.article == "german" for c in (*plan.bottom_line, *plan.key_points))
    assert "Verkauf" in told(plan_of(german)), "a story of one language is told in it"


def test_a_figure_that_most_readers_cannot_check_is_left_out() -> None:
    german = article(
        "Der Rat von Kesterhaven hat den Verkauf des Alten Beckens abgelehnt, sagte die Bürgermeisterin am Mittwoch.\n\n"
        "Im Hafen arbeiten 1.200 Menschen in drei Schichten.",
        id="german",
        published=date(2026, 5, 15),
    )
    assert plan_of(BEFORE, AFTER, german).figures == ()


def test_what_stands_among_the_quotations_is_no_key_point_as_well_and_half_a_sentence_is_no_quotation() -> None:
    """The planted bugs: one sentence told twice, and "despite the conduct of the port and gross neglect by its board"."""
    said = "“A lease keeps the ground in the hands of the town for good,” said Annika Rostrup."
    half = "Annika Rostrup voted against it “despite the conduct of the port and gross neglect by its board of nine”, she said."
    plan = plan_of(article(f"The council of Kesterhaven leased the Old Basin to a builder on Friday.\n\n{said}\n\n{half}"))
    assert [quote.text[:10] for quote in plan.quotes] in (["A lease ke"], [])
    assert told(plan).count("A lease keeps") + len(plan.quotes) == 1
