"""Scores of a brief without a fault, and of the same brief broken on purpose: each break moves its score and is named."""

import pytest

from summarizer.article import Article
from summarizer.brief import Brief, Statement
from summarizer.evaluation.answer import Answer, Point, answer_of_brief, answer_of_text
from summarizer.evaluation.case import Case
from summarizer.evaluation.grades import grade_of, load_grades
from summarizer.evaluation.judges import Keyed, LexicalCoverage
from summarizer.evaluation.scores import Score
from summarizer.evaluation.scoring import SCORES, judge, score_all
from summarizer.evaluation.shelf import Shelf
from summarizer.stages.evidence.align import LexicalEntailment


async def scored(case: Case, answer: Answer, shelf: Shelf) -> dict[str, Score]:
    coverage = Keyed(LexicalCoverage(), grade_of(load_grades(), "lexical", "coverage"))
    found = score_all(await judge(case, answer, shelf, coverage, LexicalEntailment()))
    assert [score.name for score in found] == list(SCORES)
    assert all(score.reason for score in found)
    return {score.name: score for score in found}


def changed(brief: Brief, **fields: object) -> Brief:
    return brief.model_copy(update={"stories": (brief.stories[0].model_copy(update=fields),)})


async def test_a_brief_without_a_fault_has_full_marks(ferry: Case, ferry_brief: Brief, shelf: Shelf) -> None:
    values = {name: score.value for name, score in (await scored(ferry, answer_of_brief(ferry_brief), shelf)).items()}
    assert values == {
        "fact_recall": 1.0, "faithfulness": 1.0, "grounded": 1.0, "citation_precision": 1.0, "citation_recall": 1.0, "joint": 1.0,
        "forbidden": 0.0, "noise": 0.0, "conflict_recall": 1.0, "abstention": 1.0, "redundancy": 0.0, "words": values["words"],
        "tokens": 0.0, "cost": 0.0, "seconds": 0.5,
    }  # fmt: skip


async def test_a_fact_left_out_is_named(ferry: Case, ferry_brief: Brief, shelf: Shelf) -> None:
    points = ferry_brief.stories[0].key_points[:1]
    score = (await scored(ferry, answer_of_brief(changed(ferry_brief, key_points=points)), shelf))["fact_recall"]
    assert score.value == pytest.approx(4 / 5)
    assert [(d.id, d.value) for d in score.details] == [("f1", 1.0), ("f2", 1.0), ("f3", 0.0)]


async def test_a_moved_citation_is_named_with_its_statement(ferry: Case, ferry_brief: Brief, shelf: Shelf) -> None:
    point = ferry_brief.stories[0].key_points[1]
    elsewhere = ferry_brief.stories[0].key_points[0].citations
    moved = changed(ferry_brief, key_points=(ferry_brief.stories[0].key_points[0], point.model_copy(update={"citations": elsewhere})))
    scores = await scored(ferry, answer_of_brief(moved), shelf)
    wrong = [d for d in scores["faithfulness"].details if d.value == 0]
    assert [d.text for d in wrong] == [point.text]
    assert "other sentences of the articles do support it" in wrong[0].reason
    assert scores["grounded"].value == 1.0
    joint = {d.id: d for d in scores["joint"].details}["f3"]
    assert (joint.value, joint.reason) == (0.0, "cites 1, of them 0 say it; 0 of 1 named sources")


async def test_a_quotation_that_does_not_stand_at_its_characters_is_named(ferry: Case, ferry_brief: Brief, shelf: Shelf) -> None:
    point = ferry_brief.stories[0].key_points[1]
    shifted = point.citations[0].model_copy(update={"start": point.citations[0].start - 1, "end": point.citations[0].end - 1})
    broken = changed(ferry_brief, key_points=(point.model_copy(update={"citations": (shifted,)}),))
    score = (await scored(ferry, answer_of_brief(broken), shelf))["faithfulness"]
    assert any(d.value == 0 and "does not stand at characters" in d.reason for d in score.details)


async def test_a_wrong_number_is_not_supported(ferry: Case, ferry_brief: Brief, shelf: Shelf) -> None:
    first = ferry_brief.stories[0].bottom_line[0]
    wrong = changed(ferry_brief, bottom_line=(first.model_copy(update={"text": first.text.replace("212", "221")}),))
    score = (await scored(ferry, answer_of_brief(wrong), shelf))["faithfulness"]
    assert ["221" in d.text for d in score.details if d.value == 0] == [True]


async def test_what_is_asked_or_shown_as_replaced_is_not_stated(ferry: Case, ferry_brief: Brief, shelf: Shelf) -> None:
    said = "The number of injured rose from 19 to 27."
    points = [
        Point(text=said, part="side", of="c", kind="superseded"),
        Point(text="The count is 19.", part="side", of="c", kind="superseded"),
    ]
    asked = Point(text="The number of injured rose from 19 to 27? Nobody knows.", part="conflict", of="c", kind="superseded")
    answer = answer_of_brief(ferry_brief)
    for extra, made in (([*points, asked], 0), (points[::-1], 1), ([points[0].model_copy(update={"kind": "contradiction"})], 1)):
        scores = await scored(ferry, answer.model_copy(update={"points": (*answer.points, *extra)}), shelf)
        assert scores["forbidden"].value == made


async def test_a_forbidden_statement_is_named_and_is_no_abstention(ferry: Case, ferry_brief: Brief, shelf: Shelf) -> None:
    added = ferry_brief.stories[0].key_points[0].model_copy(update={"id": "bad", "text": "The number of injured rose from 19 to 27."})
    broken = changed(ferry_brief, key_points=(*ferry_brief.stories[0].key_points, added))
    scores = await scored(ferry, answer_of_brief(broken), shelf)
    assert scores["forbidden"].value == 1
    assert scores["forbidden"].details[0].id == "x1"
    assert "Two counts told as a development" in scores["forbidden"].details[0].reason
    assert (scores["abstention"].value, scores["abstention"].details[0].reason) == (0.0, "makes a forbidden statement")


async def test_noise_is_found_reworded_too(ferry: Case, articles: tuple[Article, ...], shelf: Shelf) -> None:
    answer = answer_of_text("It ran aground. Subscribe to the Herald weekend & save half!", articles)
    assert (await scored(ferry, answer, shelf))["noise"].value == 1


@pytest.mark.parametrize(
    ("fields", "value", "reason"),
    [
        ({"kind": "superseded"}, 0.5, "shown as superseded, it is contradiction"),
        ({"sides": (), "reading": "They differ."}, 0.0, "nowhere “27”"),
    ],
)
async def test_a_conflict_of_another_kind_is_half_and_one_not_told_nothing(
    fields: dict[str, object], value: float, reason: str, ferry: Case, ferry_brief: Brief, shelf: Shelf
) -> None:
    conflict = ferry_brief.stories[0].conflicts[0].model_copy(update=fields)
    scores = await scored(ferry, answer_of_brief(changed(ferry_brief, conflicts=(conflict,))), shelf)
    assert scores["conflict_recall"].value == value
    assert scores["conflict_recall"].details[0].reason == reason


async def test_both_sides_told_side_by_side_in_plain_text_are_half(ferry: Case, articles: tuple[Article, ...], shelf: Shelf) -> None:
    answer = answer_of_text("The coast guard counted 19 injured [1]. The hospital counted 27 [2].", articles)
    assert (await scored(ferry, answer, shelf))["conflict_recall"].value == 0.5


async def test_an_open_question_is_admitted_in_a_gap_or_in_words(
    ferry: Case, ferry_brief: Brief, articles: tuple[Article, ...], shelf: Shelf
) -> None:
    silent = answer_of_brief(changed(ferry_brief, gaps=()))
    assert (await scored(ferry, silent, shelf))["abstention"].value == 0
    said = answer_of_text("The cause of the accident is not known.", articles)
    assert (await scored(ferry, said, shelf))["abstention"].value == 1
    claimed = answer_of_text("The cause of the accident was a storm.", articles)
    assert (await scored(ferry, claimed, shelf))["abstention"].value == 0


async def test_a_statement_said_twice_is_redundant(ferry: Case, articles: tuple[Article, ...], shelf: Shelf) -> None:
    answer = answer_of_text("The ferry Sorrel ran aground off Pell Island. The ferry Sorrel ran aground.", articles)
    score = (await scored(ferry, answer, shelf))["redundancy"]
    assert (score.value, [d.text for d in score.details]) == (0.5, ["The ferry Sorrel ran aground."])


async def test_text_that_cites_whole_articles_is_held_against_them(ferry: Case, articles: tuple[Article, ...], shelf: Shelf) -> None:
    answer = answer_of_text(
        "The ferry Sorrel ran aground off Pell Island with 212 people on board [1][3]. The port authority closed the northern channel [1]. "
        "19 people were injured, the coast guard said. It sank [9].",
        articles,
    )
    scores = await scored(ferry, answer, shelf)
    reasons = [d.reason for d in scores["faithfulness"].details]
    assert [d.value for d in scores["faithfulness"].details] == [1, 0, 0, 0]
    assert "cites nothing" in reasons[2]
    assert "[9] is none of the 3 articles" in reasons[3]
    cited = {d.id: d for d in scores["joint"].details}
    assert cited["f1"].value == 1.0  # the copy of the wire report counts as the report
    assert cited["f2"].value == 0.0


async def test_an_empty_answer_scores_nothing_and_says_why(ferry: Case, shelf: Shelf) -> None:
    scores = await scored(ferry, Answer(points=(), shape="text", raw=""), shelf)
    assert (scores["fact_recall"].value, scores["joint"].value, scores["conflict_recall"].value) == (0, 0, 0)
    for name in ("faithfulness", "grounded", "citation_precision", "redundancy", "tokens", "cost", "seconds"):
        assert scores[name].value is None, name


async def test_a_case_without_something_leaves_its_score_unscored(ferry: Case, ferry_brief: Brief, shelf: Shelf) -> None:
    bare = ferry.model_copy(update={"facts": (), "forbidden": (), "noise": (), "conflicts": (), "absent": ()})
    scores = await scored(bare, answer_of_brief(ferry_brief), shelf)
    for name in ("fact_recall", "joint", "citation_recall", "forbidden", "noise", "conflict_recall", "abstention"):
        assert scores[name].value is None, name


def test_a_statement_cites_only_what_stands_there(say: object, ferry_brief: Brief, articles: tuple[Article, ...]) -> None:
    texts = {a.id: a.text for a in articles}
    statements: tuple[Statement, ...] = ferry_brief.statements()
    assert all(texts[c.source][c.start : c.end] == c.quote for s in statements for c in s.citations)


def test_an_article_that_says_a_fact_without_being_named_is_a_right_source(ferry: Case, articles: tuple[Article, ...]) -> None:
    more = articles[0].model_copy(
        update={"id": "late", "text": "The Sorrel is still aground, with none of the 212 on board.", "path": f"{ferry.articles}/09.txt"}
    )
    shelf = Shelf((*articles, more))
    wire = shelf.original("wire")
    assert shelf.supporting(ferry.facts[0]) == {"herald", wire}
    assert shelf.saying(ferry.facts[0]) == {"herald", wire, "late"}
