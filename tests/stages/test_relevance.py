"""A question put to many articles: what answers it is found though it repeats none of its words, and is told as most articles tell it."""

from datetime import UTC, datetime

import pytest

from summarizer import Article, Brief, Summarizer
from summarizer.claim import Claim, Finding
from summarizer.settings import Outline, Settings
from summarizer.stages.choosing.merge import merge
from summarizer.stages.choosing.relevance import relevance
from summarizer.stages.choosing.salience import Salience, Weights
from summarizer.stages.text.segment import segment
from summarizer.testing import article

FARES = "A return crossing to Oster Holm costs 14 crowns from May."
ENGINES = "The two diesel motors on Oster Holm are replaced by batteries in the yard at Kvist."
TOWNS = ("Kvist", "Marholm", "Selby", "Tranvik", "Ulmen", "Vesk", "Norre", "Dalby", "Ekhus", "Fjell", "Grava", "Hult")

OWN = (
    "A choir of fishermen sang at the market hall until the lamps went out.", "Two swans have nested beside the tram depot since Sunday.",
    "The mayor opened a library in the old salt store.", "Snow closed the mountain road for nine hours.",
    "A potter found Roman coins under her kiln.", "The chess club lost its lease and plays in the laundry now.",
    "Beekeepers count fewer hives than in any year of the register.", "A film crew turned the square into a desert for one night.",
    "The swimming pool reopened with colder water.", "Apples from the school orchard won a prize.",
    "A lost parrot was handed in at the town hall.", "The brewery cut the hours of its night shift.",
)  # fmt: skip


def ferries() -> list[Article]:
    """Six articles that speak of fares, six that speak of engines; half of each hold the sentence that answers."""
    made = []
    for n, town in enumerate(TOWNS):
        asks, answer = ("fares", FARES) if n % 2 else ("engines", ENGINES)
        opening = f"Readers in {town} wrote about the ferry {asks} again this week."
        made.append(article(f"{opening} {answer if n < 8 else ''} {OWN[n]}", id=f"a{n}"))
    return made


def findings_of(articles: list[Article]) -> tuple[tuple[Finding, ...], dict[str, tuple[object, ...]]]:
    sentences = {each.id: segment(each) for each in articles}
    claims = [Claim(article=s.article, sentences=(s,), kind="fact", importance=0.5) for own in sentences.values() for s in own]
    place = {each.id: n for n, each in enumerate(articles)}
    return merge(claims, Weights(sentences), Salience(sentences, place), dict.fromkeys(sentences)), dict(sentences)


def told(findings: tuple[Finding, ...], words: str) -> Finding:
    return next(finding for finding in findings if words in finding.lead.text)


@pytest.mark.parametrize(
    ("question", "answer", "other"), [("Which fares change?", FARES, ENGINES), ("What about engines?", ENGINES, FARES)]
)
def test_an_answer_that_repeats_no_word_of_the_question_is_known_by_its_company(question: str, answer: str, other: str) -> None:
    articles = ferries()
    findings, _ = findings_of(articles)
    found = relevance(findings, {each.id: segment(each) for each in articles}, question)
    assert found[told(findings, answer).id] > 2 * found[told(findings, other).id]


def test_a_question_of_which_no_article_holds_a_word_prefers_nothing() -> None:
    articles = ferries()
    findings, _ = findings_of(articles)
    found = relevance(findings, {each.id: segment(each) for each in articles}, "Volcanoes?")
    assert set(found.values()) == {1.0}


def test_of_many_who_say_it_the_one_is_told_that_most_others_bear_out() -> None:
    """The planted bug: the most ornate sentence speaks for all, and nobody else says what it adds."""
    ornate = "The bridge at Ulmen closes on 4 May for repairs, a blow to traders who had hoped for a bright and busy spring season."
    plain = ["The bridge at Ulmen closes on 4 May for repairs.", "For repairs the bridge at Ulmen closes on 4 May, the council said."]
    texts = [ornate, *(plain[n % 2] for n in range(7))]
    findings, _ = findings_of([article(text, id=f"b{n}") for n, text in enumerate(texts)])
    assert len(findings) == 1
    assert "traders" not in findings[0].lead.text
    assert findings[0].independent == 8


def brief_of(articles: list[Article], focus: str | None) -> Brief:
    maker = Summarizer(settings=Settings(model="extractive", outline=Outline(focus=focus)), clock=lambda: datetime(2026, 3, 3, tzinfo=UTC))
    return maker.brief(articles)


def test_a_question_has_one_answer_however_many_stories_the_articles_tell() -> None:
    storm = article("A storm tore the roof off the school in Vesk on Monday. Forty pupils were sent home to their parents.", id="storm")
    sale = article("The harbour board sold the Old Basin to Ostrand Line for 410 million crowns. The sale ends a long dispute.", id="sale")
    assert len(brief_of([storm, sale], None).stories) == 2
    (story,) = brief_of([storm, sale], "What did the school in Vesk do?").stories
    assert "school in Vesk" in story.bottom_line[0].text


def test_every_article_that_says_it_is_cited_and_counted() -> None:
    (story,) = brief_of(ferries(), "Which fares change?").stories
    statement = next(s for s in (*story.bottom_line, *story.key_points) if "14 crowns" in s.text)
    assert {c.source for c in statement.citations} == {"a1", "a3", "a5", "a7"}
    assert statement.independent_sources == 4


def test_a_source_that_names_the_thing_a_sentence_earlier_is_cited_too() -> None:
    """The planted bug: "the ship" holds no "Aldis 7", and so seems to speak of another."""
    one = article("The Aldis 7 offers a sauna with a view of the harbour. Tickets sold out in an hour.", id="one")
    two = article("Kvist saw the Aldis 7 for the first time on Monday. The ship offers a sauna with a view of the harbour.", id="two")
    (story,) = brief_of([one, two], "What does the Aldis 7 offer?").stories
    statement = next(s for s in (*story.bottom_line, *story.key_points) if "sauna" in s.text)
    assert {c.source for c in statement.citations} == {"one", "two"}
