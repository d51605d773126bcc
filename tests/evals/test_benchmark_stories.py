from datetime import date
from pathlib import Path

import pytest

from evals.benchmarks.dates import agreement, as_timex
from evals.benchmarks.scale import invented
from evals.benchmarks.stories import FIGURES, interval, labelled, shared
from summarizer.stages.text.dates import mentions


def test_figures_are_those_of_a_small_example_counted_by_hand() -> None:
    shares = shared(["a", "a", "a", "b"], [1, 1, 2, 2])
    figures = {name: figure(shares) for name, figure in FIGURES.items()}
    assert figures["B-cubed P"] == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert figures["B-cubed R"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert (figures["pair P"], figures["pair R"]) == (pytest.approx(1 / 2), pytest.approx(1 / 3))
    low, high = interval(shares, FIGURES["B-cubed F1"])
    assert low <= figures["B-cubed F1"] <= high


def test_every_article_alone_has_no_pairs_and_no_division_by_zero() -> None:
    shares = shared(["a", "b"], [1, 2])
    assert [figure(shares) for figure in FIGURES.values()] == [1, 1, 1, 0, 0, 0]


def test_weeks_are_written_as_the_set_writes_them() -> None:
    week, day = mentions("Last week and on Monday they met.", date(2025, 10, 15))
    assert (as_timex(week), as_timex(day)) == ("2025-W41", "2025-10-13")
    assert agreement([[("2025-10-13", "2025-10-13")], [("2025-10", "2025-11")]], 10) == 0.5


def test_invented_articles_are_the_same_for_the_same_seed() -> None:
    assert invented(20) == invented(20)


def test_dates_come_from_the_articles_own_address(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text('{"id": "x", "story": "s", "text": "The quay.", "url": "https://talvi.example/2026/03/04/quay"}\n')
    (row,) = labelled(path)
    assert (row.article.published, row.story) == (date(2026, 3, 4), "s")
