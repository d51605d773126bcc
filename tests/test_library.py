"""The library call: one line, sync inside a loop too, no environment, no surprises."""

import hashlib
from pathlib import Path

import pytest

from summarizer import Article, Brief, Summarizer, read, summarize
from summarizer.errors import NoInput, UsageError
from summarizer.settings import Settings
from summarizer.testing import FixedClock, article

ONE = article("The harbour board sold the Old Basin to Ostrand Line for 410 million crowns on Tuesday. The vote was 23 to 18.", id="a")


def test_one_line_makes_a_brief_of_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE.text)
    brief = summarize([str(tmp_path)])
    assert brief.stories[0].bottom_line
    assert Brief.model_validate_json(brief.model_dump_json()) == brief


async def test_the_sync_call_works_inside_a_running_loop() -> None:
    assert summarize([ONE]).stories


async def test_the_core_is_async() -> None:
    assert (await Summarizer(clock=FixedClock()).abrief([ONE], focus="What did the board sell?")).focus == "What did the board sell?"


def test_a_reading_keeps_its_failures(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE.text)
    summarizer = Summarizer()
    brief = summarizer.brief(summarizer.read([str(tmp_path / "a.txt"), str(tmp_path / "missing.txt")]))
    assert [failed.location for failed in brief.coverage.failed] == [str(tmp_path / "missing.txt")]


def test_without_input_the_error_names_it() -> None:
    with pytest.raises(NoInput):
        summarize(["/nonexistent/folder"])


def test_a_plan_costs_nothing_without_a_model() -> None:
    plan = Summarizer().plan([ONE])
    assert (plan.articles, plan.calls, plan.cost_high) == (1, 0, 0.0)


def test_a_plan_with_a_model_gives_a_low_and_a_high_cost() -> None:
    plan = Summarizer(settings=Settings(model="some-model", price_in=1.0, price_out=4.0)).plan([ONE])
    assert plan.cost_low is not None
    assert plan.cost_high is not None
    assert 0 < plan.cost_low < plan.cost_high


def test_stories_are_listed_with_their_copies() -> None:
    copy = Article.model_validate({**ONE.model_dump(), "id": "b"})
    (story,) = Summarizer().stories([ONE, copy])
    assert story.articles == ("a",)
    assert story.duplicates == {"b": "a"}


def test_a_brief_can_hold_its_sources_texts() -> None:
    assert Summarizer().brief([ONE], embed_sources=True).sources[0].text == ONE.text


def test_one_location_needs_no_list_and_may_be_a_path(tmp_path: Path) -> None:
    file = tmp_path / "bridge.txt"
    file.write_text("The bridge at Orrin closed on Monday. It will reopen in June, the road office said.\n")
    assert summarize(str(file)).stories == summarize(file).stories == summarize([file]).stories
    assert read(str(file)).articles == read([file]).articles


def test_what_is_no_source_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="not int"):
        summarize([3])  # type: ignore[list-item]


def test_settings_that_do_not_fit_are_a_usage_error() -> None:
    with pytest.raises(UsageError, match="max_cost"):
        Summarizer(max_cost=-1)


def test_an_article_of_ones_own_is_cleaned_and_told_apart() -> None:
    advert = "Subscribe to our newsletter and save 20 percent on your first month!"
    own = Article(id="a", text=f"The bridge at Orrin closed on Monday after cracks were found in it.\n\n{advert}")
    other = Article(id="a", text="The ferry at Lind sank on Tuesday, and nobody was hurt, the harbour office said.")
    brief = summarize([own, other])
    assert {source.id for source in brief.sources} == {"a", "a-2"}
    assert not any("newsletter" in statement.text for statement in brief.statements())
    assert brief.sources[0].sha256 == hashlib.sha256(own.text.encode()).hexdigest()
