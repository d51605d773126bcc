"""A few days of a simulated month: every item has its place, planted changes are recognised, a re-run costs nothing."""

import asyncio
from pathlib import Path

import pytest

from evals.daily import families
from evals.daily.inprocess import InProcess
from evals.daily.measure import Score, measured
from evals.daily.run import Month
from evals.daily.site import Site
from evals.daily.world import make


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> "tuple[Score, dict[str, object], Path]":
    world = make(families.FAMILIES, seed=3, days=4, outlets=8, stories=5, singles=14)
    folder = tmp_path_factory.mktemp("month")
    with Site(world) as site:
        month = Month(site, folder, web=InProcess(site))
        editions = asyncio.run(month.all())
        score = measured(world, site, month, editions)
        again = asyncio.run(month.again(editions[-1]))
        month.close()
    return score, again, folder


def test_every_item_is_in_one_edition_or_listed_with_a_reason(month: "tuple[Score, dict[str, object], Path]") -> None:
    score, _, _ = month
    assert score.items.total() > 80
    assert score.lost == []
    assert score.doubled == 0


def test_planted_changes_are_recognised_and_few_are_false(month: "tuple[Score, dict[str, object], Path]") -> None:
    score, _, _ = month
    found = sum(plant in score.known for plant in score.found)
    assert len(score.known) >= 10
    assert found >= 0.9 * len(score.known), score.missed
    assert len(score.false) <= 0.03 * score.named, score.false


def test_running_the_last_day_again_gives_the_same_bytes_without_a_request(month: "tuple[Score, dict[str, object], Path]") -> None:
    _, again, folder = month
    assert again == {"rerun_same_bytes": True, "rerun_fresh": False, "rerun_model_calls": 0, "rerun_requests": 0}
    assert len(list((folder / "editions").glob("2031-*.html"))) == 4
