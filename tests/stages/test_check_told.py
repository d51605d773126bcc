"""Statements in words of their own, resting on several sentences: what is told of the wrong one, in the wrong order, or of nobody."""

import pytest

from summarizer.article import Article
from summarizer.stages.checks.check import check, resting
from summarizer.stages.text.segment import segment

TEXT = """Minister Lena Korvath told the Grendal council on Friday that the old ferry would be scrapped before winter sets in.
Pavel Hrast, who has steered the ferry for 31 years, repaired its engine twice last spring.
The council voted 14 to 3 for a new bridge near Cape Lorne after engineers had measured the currents.
Dunja Korda, a painter from Tarsa, collected 2,600 signatures for keeping the ferry as a museum.
Critics fear that the bridge could ruin the view, and Korda hopes to stop it in court.
The owner is accused of hiding earlier accidents.
Nobody was hurt when the ferry ran aground in May, and it is not insured against storms."""
ARTICLE = Article(id="a", text=TEXT, sha256="")
SENTENCES = segment(ARTICLE)

TRUE = (
    "The ferry will be scrapped before winter, Korvath told councillors in Grendal on Friday.",
    "Hrast fixed the engine two times last spring after three decades at the wheel.",
    "Engineers measured the currents before the council decided on a bridge near Cape Lorne.",
    "Some 2,600 people signed the painter Dunja Korda's call to make the ferry a museum.",
    "Korda, a painter, wants a court to stop the bridge.",
    "The ferry has no insurance against storms.",
)
FALSE = (
    ("Pavel Korvath told the council that the ferry would be scrapped.", "names"),
    ("Emil Korda, a painter from Tarsa, collected signatures for a museum.", "names"),
    ("Hrast hopes to stop the bridge in court.", "names"),
    ("The council voted for a new bridge before engineers had measured the currents.", "direction"),
    ("The council voted 31 to 3 for a new bridge near Cape Lorne.", "numbers"),
    ("The ferry is never repaired by Hrast in spring.", "negation"),
    ("The ferry is insured against storms.", "negation"),
    ("The bridge will ruin the view of the cape.", "modality"),
    ("The owner is guilty of hiding earlier accidents.", "modality"),
    ("Korda collected signatures, while tax inspectors searched two pharmacies in Mirefield.", "additions"),
)


def failing(text: str, *indices: int) -> list[str]:
    cited = [resting(ARTICLE, SENTENCES, i) for i in indices or range(len(SENTENCES))]
    return [result.name for result in check(text, cited) if result.outcome == "fail"]


@pytest.mark.parametrize("text", TRUE)
def test_a_true_statement_in_words_of_its_own_fails_no_check(text: str) -> None:
    assert failing(text) == []


@pytest.mark.parametrize(("text", "name"), FALSE)
def test_a_false_statement_in_words_of_its_own_fails_the_check_of_its_kind(text: str, name: str) -> None:
    assert name in failing(text)


def test_more_than_is_not_about() -> None:
    one = Article(id="b", text="About 40 lorries crossed the bridge on Sunday.", sha256="")
    cited = [resting(one, segment(one), 0)]
    found = check("More than 40 lorries crossed the bridge on Sunday.", cited)
    assert [result.name for result in found if result.outcome == "fail"] == ["numbers"]


@pytest.mark.parametrize(
    ("cited", "text", "good"),
    [
        ("She is 5 feet 3 inches tall.", "She is 5'3\".", True),
        ("She is 5 feet 3 inches tall.", "She is 5'8\".", False),
        ("It was the fifth year in a row without rain.", "There has been no rain for five years.", True),
        ("The bill would help the 158 million women of the country.", "The bill would help millions of women.", True),
        ("The bill would help the 158 women of the country.", "The bill would help millions of women.", False),
        ("The parcel weighs 130 lbs.", "The parcel weighs 130 pounds.", True),
    ],
)
def test_numbers_in_another_form(cited: str, text: str, good: bool) -> None:
    one = Article(id="c", text=cited, sha256="")
    failed = [result.name for result in check(text, [resting(one, segment(one), 0)]) if result.outcome == "fail"]
    assert ("numbers" not in failed) == good


def test_the_reason_names_people_as_they_are_written() -> None:
    (reason,) = (r.reason for r in check("Emil Korda collected signatures.", [resting(ARTICLE, SENTENCES, 3)]) if r.outcome == "fail")
    assert reason == "names Emil Korda, the cited text names Dunja Korda"
