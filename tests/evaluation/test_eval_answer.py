"""Answers of any system in one shape."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.brief import Brief
from summarizer.errors import UsageError
from summarizer.evaluation.answer import answer_of_brief, answer_of_output, answer_of_text


def marks(text: str, articles: tuple[Article, ...]) -> list[tuple[str, list[str]]]:
    return [(point.text, [cite.article or cite.mark for cite in point.cites]) for point in answer_of_text(text, articles).points]


def test_a_mark_belongs_to_the_sentence_it_stands_in_or_right_behind(articles: tuple[Article, ...]) -> None:
    text = "The ferry ran aground [1] on Tuesday. [2][3] The channel is closed [2, 1]. Nobody knows why."
    assert marks(text, articles) == [
        ("The ferry ran aground on Tuesday.", ["herald", "wire", "copy"]),
        ("The channel is closed.", ["wire", "herald"]),
        ("Nobody knows why.", []),
    ]


def test_marks_only_at_the_end_of_a_bullet_belong_to_all_of_it(articles: tuple[Article, ...]) -> None:
    assert marks("- It ran aground. 19 people were hurt. [1][2]", articles) == [
        ("It ran aground.", ["herald", "wire"]),
        ("19 people were hurt.", ["herald", "wire"]),
    ]


def test_marks_at_the_head_of_a_bullet_belong_to_all_of_it(articles: tuple[Article, ...]) -> None:
    for head in ("- [1] ", "- **Article [1]**: ", "* Source [1]: ", "1. [1] – "):
        assert marks(f"{head}It ran aground. 19 people were hurt [2].", articles) == [
            ("It ran aground.", ["herald"]),
            ("19 people were hurt.", ["herald", "wire"]),
        ]


def test_a_mark_alone_on_a_line_belongs_to_the_line_before(articles: tuple[Article, ...]) -> None:
    assert marks("It ran aground.\n[2]", articles) == [("It ran aground.", ["wire"])]


def test_a_mark_of_no_article_stays_as_written(articles: tuple[Article, ...]) -> None:
    assert marks("It ran aground [9] and [0].", articles) == [("It ran aground and.", ["[9]", "[0]"])]


def test_headings_bullets_bold_and_prefaces_are_not_statements(articles: tuple[Article, ...]) -> None:
    answer = answer_of_text(
        "Here is a summary of the articles:\n## The ferry\n**Injuries:**\n1. **Nineteen** were hurt.\n* * *\n", articles
    )
    assert [(point.part, point.text) for point in answer.points] == [
        ("headline", "The ferry"),
        ("headline", "Injuries:"),
        ("statement", "Nineteen were hurt."),
    ]


def test_a_brief_shows_each_statement_once_and_the_conflict_with_its_sides(ferry_brief: Brief) -> None:
    answer = answer_of_brief(ferry_brief)
    parts = [point.part for point in answer.points]
    assert parts == ["headline", "statement", "statement", "statement", "conflict", "side", "side", "gap"]
    assert [point.of for point in answer.points if point.of] == ["st.1"] * 3
    assert (answer.seconds, answer.cost_usd) == (0.5, 0.0)
    again = ferry_brief.model_copy(update={"bottom_line": ferry_brief.stories[0].bottom_line})
    assert len(answer_of_brief(again).points) == len(answer.points)


def test_json_of_a_brief_and_json_with_text_are_read(ferry_brief: Brief, articles: tuple[Article, ...]) -> None:
    assert answer_of_output(ferry_brief.model_dump_json(), articles).shape == "brief"
    told = answer_of_output(json.dumps({"text": "It ran aground [1].", "tokens_in": 10, "tokens_out": 2, "seconds": 1.5}), articles)
    assert (told.shape, told.tokens_in, told.tokens_out, told.seconds, told.cost_usd) == ("text", 10, 2, 1.5, None)
    assert answer_of_output("{not json} It ran aground.", articles).points[0].text == "{not json} It ran aground."


@pytest.mark.parametrize("output", ["", "  \n", '{"schema_version": 1}', '{"summary": "x"}', "[1] [2]\n---"])
def test_an_unreadable_answer_is_said(output: str, articles: tuple[Article, ...]) -> None:
    with pytest.raises(UsageError):
        answer_of_output(output, articles)


@given(st.text(alphabet=st.sampled_from("ab. [12]\n-*#,\ue000"), max_size=60))
def test_any_text_is_read_without_error_and_no_point_is_empty(text: str) -> None:
    for point in answer_of_text(text, [Article(id="a", text="", sha256="")]).points:
        assert point.text.strip()
