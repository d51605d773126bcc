"""What users' own suites call: an assertion for pytest, a provider and an assertion for promptfoo."""

import json
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.errors import UsageError
from summarizer.evaluation.case import Case
from summarizer.evaluation.measure import measure
from summarizer.evaluation.promptfoo import call_api, get_assert
from summarizer.evaluation.pytest import assert_brief_meets, cases_in


def test_a_good_brief_meets_its_limits_and_the_scores_come_back(ferry: Case, ferry_brief: Brief, articles: tuple[Article, ...]) -> None:
    scores = assert_brief_meets(ferry_brief, ferry, articles=articles, fact_recall=1, faithfulness=1, forbidden=0, max_words=400)
    assert scores["joint"].value == 1.0


def test_a_bad_one_fails_and_says_what_is_to_blame(ferry: Case, ferry_brief: Brief, articles: tuple[Article, ...]) -> None:
    story = ferry_brief.stories[0]
    said = story.key_points[0].model_copy(update={"text": "The number of injured rose from 19 to 27."})
    bad = ferry_brief.model_copy(update={"stories": (story.model_copy(update={"key_points": (said,)}),)})
    with pytest.raises(AssertionError) as raised:
        assert_brief_meets(bad, ferry, articles=articles, fact_recall=0.9, faithfulness=1, forbidden=0, max_words=10)
    told = str(raised.value)
    assert "fact_recall is 0.8, not at least 0.9" in told
    assert "f3 “The port authority closed the northern channel until Friday.”" in told
    assert "faithfulness is" in told
    assert "forbidden is 1, not at most 0" in told
    assert "x1 “The number of injured rose from 19 to 27.”" in told
    assert "words is" in told


def test_an_unscored_score_keeps_no_limit_and_an_unknown_one_is_refused(
    ferry: Case, ferry_brief: Brief, articles: tuple[Article, ...]
) -> None:
    with pytest.raises(AssertionError, match="tokens is unscored"):
        assert_brief_meets("It ran aground [1].", ferry, articles=articles, tokens=100)
    with pytest.raises(TypeError, match="no score is called 'recal'"):
        assert_brief_meets(ferry_brief, ferry, articles=articles, recal=1)
    with pytest.raises(UsageError, match="is no case"):
        assert_brief_meets(ferry_brief, "nowhere")


def test_the_articles_of_a_case_are_read_when_they_are_not_given(ferry_folder: Path) -> None:
    text = (
        "The ferry Sorrel ran aground off Pell Island with 212 people on board [1][2]. The port authority closed the northern channel [2]."
    )
    scores = measure(text, ferry_folder)
    assert scores["faithfulness"].value == 1.0
    assert {d.id: d.value for d in scores["fact_recall"].details}["f1"] == 1.0


async def test_it_can_be_called_where_an_event_loop_runs(ferry: Case, ferry_brief: Brief, articles: tuple[Article, ...]) -> None:
    assert measure(ferry_brief, ferry, articles)["fact_recall"].value == 1.0


def test_cases_are_listed_for_parametrize(ferry_folder: Path) -> None:
    assert [case.id for case in cases_in(ferry_folder.parent)] == ["ferry"]


def test_promptfoo_gets_a_brief_and_its_scores_through_json(ferry_folder: Path) -> None:
    """As promptfoo does it: every argument and every answer passes through JSON, and an answer that is JSON comes back as an object."""
    variables = {"vars": {"case": str(ferry_folder)}}
    answer = json.loads(json.dumps(call_api("", {"config": {"max_words": 200}}, variables)))
    assert set(answer) == {"output", "tokenUsage"} | ({"cost"} & set(answer))
    for output in (answer["output"], json.loads(answer["output"])):
        verdict = json.loads(json.dumps(get_assert(output, {**variables, "config": {"faithfulness": 1, "forbidden": 0}})))
        assert verdict["pass"] is True, verdict
        assert verdict["namedScores"]["faithfulness"] == 1.0
        assert len(verdict["componentResults"]) == 2


def test_promptfoo_is_told_what_failed(ferry_folder: Path) -> None:
    context = {"vars": {"case": str(ferry_folder)}, "config": {"fact_recall": 0.9, "unknown": 3}}
    verdict = get_assert("It rained in Marrow [1].", context)
    assert verdict["pass"] is False
    assert "f1 “The ferry Sorrel ran aground" in str(verdict["reason"])
    plain = get_assert("It rained in Marrow [1].", {"vars": {"case": str(ferry_folder)}})
    assert "faithfulness is 0" in str(plain["reason"])


def test_promptfoo_is_told_of_a_missing_case_and_a_broken_answer(ferry_folder: Path) -> None:
    assert "vars.case" in str(get_assert("x", {})["reason"])
    assert "is no case" in str(call_api("x", {}, {"vars": {"case": "nowhere"}})["error"])
    assert "vars.case" in str(call_api("x", {}, {})["error"])
    assert "breaks its schema" in str(get_assert({"schema_version": 1}, {"vars": {"case": str(ferry_folder)}})["reason"])
    assert "max_words" in str(call_api("x", {"config": {"max_words": 3}}, {"vars": {"case": str(ferry_folder)}})["error"])
