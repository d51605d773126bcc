"""A verdict is the checks and the entailment score together."""

import math
from datetime import date

import pytest

from summarizer.article import Article, Aside
from summarizer.stages.checks.check import Cited, check, judge, resting
from summarizer.stages.text.segment import segment

TEXT = "Mayor Dunja Korda opened the gates at noon. The river rose by 40 centimetres. Subscribe now and save 20 percent on the Gazette."
ARTICLE = Article(id="a", text=TEXT, sha256="", asides=(Aside(start=TEXT.index("Subscribe"), end=len(TEXT), reason="advertising"),))
SENTENCES = segment(ARTICLE)


def cite(index: int) -> Cited:
    return resting(ARTICLE, SENTENCES, index)


def failing(text: str, *cited: Cited, attributed_to: str | None = None) -> list[str]:
    return [result.name for result in check(text, cited, attributed_to=attributed_to) if result.outcome == "fail"]


def test_a_statement_without_citations_fails() -> None:
    assert failing("The river rose.") == ["citation"]
    assert not judge("s", "The river rose.", []).supported


def test_a_citation_of_an_advertisement_fails() -> None:
    assert failing("Readers save 20 percent on the Gazette.", cite(2)) == ["citation"]


def test_a_quote_that_does_not_stand_at_its_span_fails() -> None:
    true = cite(1)
    moved = true.model_copy(update={"sentence": true.sentence.model_copy(update={"start": 3, "end": 3 + len(true.sentence.text)})})
    past = true.model_copy(update={"sentence": true.sentence.model_copy(update={"start": 9_000, "end": 9_100})})
    assert failing(true.sentence.text, true) == []
    assert failing(true.sentence.text, moved) == ["citation"]
    assert failing(true.sentence.text, past) == ["citation"]


def test_two_cited_sentences_may_bear_out_one_statement() -> None:
    text = "Mayor Dunja Korda opened the gates at noon, and the river rose by 40 centimetres."
    assert failing(text, cite(0), cite(1)) == []
    assert "numbers" in failing(text, cite(0))


def test_a_speaker_shown_beside_the_text_is_checked_too() -> None:
    text = "“We agree,” Korda said."
    article = Article(id="b", text=text, sha256="")
    cited = resting(article, segment(article), 0)
    assert failing(text, cited, attributed_to="Dunja Korda") == []
    assert failing(text, cited, attributed_to="Pavel Hrast") == ["attribution"]


def test_a_verdict_needs_every_check_and_the_entailment() -> None:
    text = SENTENCES[1].text
    good = judge("s", text, [cite(1)], entailed=0.9)
    assert (good.supported, good.support, good.score) == (True, "verified", 0.9)
    assert good.citations[0].quote == TEXT[good.citations[0].start : good.citations[0].end]
    weak = judge("s", text, [cite(1)], entailed=0.2)
    assert (weak.supported, weak.support) == (False, "partial")
    wrong = judge("s", "The river rose by 60 centimetres.", [cite(1)], entailed=0.9)
    assert not wrong.supported
    assert wrong.reasons == ("says “60 centimetres”, the cited sentence says “40 centimetres”",)
    assert wrong.score < good.score


def test_could_not_tell_is_not_no() -> None:
    for unknown in (None, math.nan):
        verdict = judge("s", SENTENCES[1].text, [cite(1)], entailed=unknown)
        assert (verdict.supported, verdict.support) == (True, "unchecked")


def test_a_citation_moves_when_another_sentence_says_it() -> None:
    verdict = judge("s", SENTENCES[1].text, [cite(0)], entailed=0.9, best=SENTENCES[1])
    assert "placement" in {c.name for c in verdict.checks if c.outcome == "fail"}
    assert judge("s", SENTENCES[1].text, [cite(1)], entailed=0.9, best=SENTENCES[1]).supported


def test_leaving_out_who_merely_said_so_is_unchecked_and_partial() -> None:
    text = "The river rose by 40 centimetres on Thursday, the fire brigade said."
    article = Article(id="c", text=text, sha256="")
    verdict = judge("s", "The river rose by 40 centimetres on Thursday.", [resting(article, segment(article), 0)], entailed=0.9)
    assert verdict.supported
    assert verdict.support == "partial"


WEDNESDAY = date(2025, 10, 15)
"""The day the dated article below was published."""


@pytest.mark.parametrize(
    ("statement", "fails"),
    [
        ("Korvath rejected the offer on 13 October.", []),
        ("Korvath rejected the offer on Oct. 13, 2025.", []),
        ("Korvath rejected the offer on Monday.", []),
        ("Korvath rejected the offer on 15 October.", ["dates"]),
        ("Korvath rejected the offer on 20 October.", ["dates"]),
        ("Korvath rejected the offer on Wednesday.", ["dates"]),
        ("Korvath rejected the offer in October.", []),
        ("Korvath rejected the offer in November.", ["dates"]),
    ],
)
def test_a_weekday_is_read_against_the_articles_own_date(statement: str, fails: list[str]) -> None:
    article = Article(id="d", text="Korvath rejected the offer on Monday.", sha256="", published=WEDNESDAY)
    assert failing(statement, resting(article, segment(article), 0)) == fails


def test_a_sentence_without_a_date_happened_when_its_article_says() -> None:
    article = Article(id="d", text="Korvath rejected the offer.", sha256="", published=WEDNESDAY)
    cited = resting(article, segment(article), 0)
    assert failing("Korvath rejected the offer on 15 October.", cited) == []
    assert failing("Korvath rejected the offer on 16 October.", cited) == ["dates"]


def test_every_check_is_named_once() -> None:
    names = [result.name for result in judge("s", TEXT, [cite(0)]).checks]
    assert len(names) == len(set(names))
    assert {
        "citation",
        "quotation",
        "numbers",
        "dates",
        "names",
        "negation",
        "direction",
        "modality",
        "attribution",
        "placement",
        "entailment",
    } <= set(names)
