"""A brief against the one before: new, updated, resolved, corrected, and what stays silent."""

from datetime import date

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.testing import article

MONDAY, TUESDAY = date(2031, 3, 3), date(2031, 3, 4)
BEFORE = [
    article(
        "At least 12 people were killed when the Talvi footbridge collapsed on Monday evening. Transport minister Oto Brand is expected to "
        "resign over the Talvi footbridge, two papers said. The Talvi footbridge was opened in 1962.",
        publisher="Gazette",
        published=MONDAY,
    ),
    article(
        "The road from Talvi to Lund is closed because of the collapse. Mayor Ana Kest ordered flags to be lowered in Talvi.",
        publisher="Courier",
        published=MONDAY,
    ),
]
AFTER = [
    article(
        "The death toll from the collapse of the Talvi footbridge has risen to 17, rescuers said. The Talvi footbridge was opened in 1962.",
        publisher="Gazette",
        published=TUESDAY,
    ),
    article(
        "Transport minister Oto Brand resigned on Tuesday over the Talvi footbridge. The road from Talvi to Lund reopened on Tuesday. "
        "Divers found a second camera in the river below Talvi.",
        publisher="Courier",
        published=TUESDAY,
    ),
]


@pytest.fixture(scope="module")
def before() -> Brief:
    return summarize(BEFORE)


@pytest.fixture(scope="module")
def after(before: Brief) -> Brief:
    return summarize(AFTER, previous=before)


def texts(brief: Brief, kind: str) -> list[str]:
    return [change.statement.text for change in brief.changes if change.kind == kind]


def test_a_number_that_moved_a_plan_that_came_true_and_a_state_that_turned_are_named(after: Brief) -> None:
    assert any("17" in text for text in texts(after, "updated"))
    assert any("reopened" in text for text in texts(after, "updated"))
    assert any("resigned" in text for text in texts(after, "resolved"))


def test_every_change_but_a_new_one_quotes_what_was_told_before_with_its_citation(after: Brief, before: Brief) -> None:
    told = {statement.id: statement.text for statement in before.statements()}
    sources = {a.id: a.text for a in BEFORE}
    for change in after.changes:
        if change.kind == "new":
            assert change.previous is None
            continue
        assert change.previous is not None
        assert change.previous.brief_id == before.id == after.previous_id
        assert told[change.previous.statement_id] == change.previous.text
        assert change.previous.citations
        assert all(sources[c.source][c.start : c.end] == c.quote for c in change.previous.citations)


def test_what_was_told_before_is_not_called_new(after: Brief) -> None:
    assert not any("1962" in change.statement.text for change in after.changes)
    assert any("camera" in text for text in texts(after, "new"))


def test_the_statements_of_changes_are_checked_like_all_others(after: Brief) -> None:
    for change in after.changes:
        assert change.statement.citations
        assert "fail" not in change.statement.checks.values()


def test_without_a_previous_brief_nothing_changed(before: Brief) -> None:
    assert before.changes == ()
    assert before.previous_id is None


def test_the_same_articles_again_change_nothing(before: Brief) -> None:
    assert summarize(BEFORE, previous=before).changes == ()


def revised(text: str, url: str = "https://gazette.example/hall") -> Article:
    return article(text, publisher="Gazette", published=MONDAY).model_copy(update={"url": url})


HALL = "Forty people were hurt in the fire at the Selm market hall on Sunday. The Selm market hall was built by Iva Tarn in 1911."


def test_an_article_whose_text_was_corrected_corrects_the_brief() -> None:
    before = summarize([revised(HALL)])
    after = summarize([revised(HALL.replace("Forty", "Fourteen"))], previous=before)
    (change,) = [change for change in after.changes if change.kind == "corrected"]
    assert "Fourteen" in change.statement.text
    assert change.previous is not None
    assert "Forty" in change.previous.text


@pytest.mark.parametrize(
    ("old", "new"),
    [("Sunday", "Sunday evening"), ("market hall on", "market halll on"), ("were hurt", "were injured"), ("1911.", "1911. It rained.")],
)
def test_typos_style_and_additions_are_no_corrections(old: str, new: str) -> None:
    before = summarize([revised(HALL)])
    after = summarize([revised(HALL.replace(old, new))], previous=before)
    assert not [change for change in after.changes if change.kind in ("corrected", "updated", "resolved")]


@pytest.mark.parametrize(("old", "new"), [("Iva Tarn", "Iva Tarr"), ("1911", "1917"), ("were hurt", "were not hurt")])
def test_names_numbers_and_denials_that_change_are_corrections(old: str, new: str) -> None:
    before = summarize([revised(HALL)])
    after = summarize([revised(HALL.replace(old, new))], previous=before)
    assert [change.kind for change in after.changes if change.kind != "new"] == ["corrected"]


def test_a_late_report_with_the_old_number_updates_nothing(before: Brief) -> None:
    late = article(
        "Nine people were killed when the Talvi footbridge collapsed, the first report said.", publisher="Echo", published=date(2031, 3, 2)
    )
    assert not [change for change in summarize([late], previous=before).changes if change.kind == "updated"]
