"""The main job on five real articles (read from ../shared, which this test needs)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "shared" / "data" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="../shared/data/seeds is not here")


def run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", "summarizer", *arguments], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(scope="module")
def brief() -> dict:  # type: ignore[type-arg]
    return json.loads(run("brief", str(SEEDS), "--format", "json", "--model", "extractive"))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {row["id"]: row["text"] for row in map(json.loads, run("read", str(SEEDS)).split("\n")[:-1])}


def statements(brief: dict) -> list[dict]:  # type: ignore[type-arg]
    found = []
    for story in brief["stories"]:
        found += [*story["bottom_line"], *story["key_points"], *(e["statement"] for e in story["timeline"])]
        found += [side["statement"] for conflict in story["conflicts"] for side in conflict["sides"]]
    return found


def test_every_statement_is_cited_and_every_quote_is_the_stored_text(brief: dict, texts: dict[str, str]) -> None:  # type: ignore[type-arg]
    assert all(s["citations"] for s in statements(brief))
    for statement in statements(brief):
        for c in statement["citations"]:
            assert texts[c["source"]][c["start"] : c["end"]] == c["quote"]


def test_no_advertising_and_no_disclaimer_is_told(brief: dict) -> None:  # type: ignore[type-arg]
    told = json.dumps(brief["stories"])
    for sold in ("Tekedia", "Industrial Monitor", "Masterclass", "trademarks", "illustrative"):
        assert sold not in told


def test_it_is_short_and_one_story(brief: dict) -> None:  # type: ignore[type-arg]
    story = brief["stories"][0]
    words = sum(len(s["text"].split()) for s in statements(brief))
    words += sum(len(f["measure"].split()) + 2 * len(f["values"]) for f in story["figures"]) + sum(
        len(q["text"].split()) for q in story["quotes"]
    )
    words += sum(len((c["question"] + c["reading"]).split()) for c in story["conflicts"])
    assert len(brief["stories"]) == 1
    assert words <= 450


def test_three_shares_are_told_apart(brief: dict) -> None:  # type: ignore[type-arg]
    conflicts = [c for story in brief["stories"] for c in story["conflicts"] if c["kind"] == "different_measure"]
    assert any(all(share in c["question"] for share in ("44", "70", "90")) for c in conflicts)


def test_the_summit_comes_after_the_threats(brief: dict) -> None:  # type: ignore[type-arg]
    points = [p["text"] for p in brief["stories"][0]["key_points"]]
    threat = next(i for i, text in enumerate(points) if "threatened" in text)
    met = max(i for i, text in enumerate(points) if "met in South Korea" in text or "summit" in text)
    assert threat < met


def test_the_false_page_date_dates_nothing(brief: dict) -> None:  # type: ignore[type-arg]
    assert all(source["published"] != "2026-01-12" for source in brief["sources"])
    assert brief["window"] == {"from": None, "to": None}
