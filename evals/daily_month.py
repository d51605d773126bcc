"""A simulated month of daily editions on loopback HTTP, measured against what was planted.

    python -m evals.daily_month [--families heldout|third|fourth|fifth] [--days 30] [--outlets 40] [--folder out/month]

Prints one JSON object: what became of every item, how many planted changes were recognised, how many named changes are false, what a
re-run costs. Everything follows from the seed.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

from evals.daily import families, families_fifth, families_fourth, families_heldout, families_third
from evals.daily.measure import Score, measured
from evals.daily.run import Month
from evals.daily.site import Site
from evals.daily.world import make

FAMILIES = {
    "dev": families.FAMILIES,
    "heldout": families_heldout.FAMILIES,
    "third": families_third.FAMILIES,
    "fourth": families_fourth.FAMILIES,
    "fifth": families_fifth.FAMILIES,
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", choices=list(FAMILIES), default="dev")
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--outlets", type=int, default=40)
    parser.add_argument("--stories", type=int, default=66)
    parser.add_argument("--singles", type=int, default=520)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--folder", type=Path, help="keep the editions and the memory here")
    parser.add_argument("--misses", action="store_true", help="show what was missed and what is false on stderr")
    given = parser.parse_args(arguments)
    world = make(
        FAMILIES[given.families], seed=given.seed, days=given.days, outlets=given.outlets, stories=given.stories, singles=given.singles
    )
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch, Site(world) as site:
        month = Month(site, given.folder or Path(scratch), minutes=given.minutes)
        editions = asyncio.run(month.all())
        seconds = time.perf_counter() - began
        score = measured(world, site, month, editions)
        again = asyncio.run(month.again(editions[-1]))
        month.close()
    print(json.dumps({**score.figures(), **again, "seconds": round(seconds, 1), "requests": month.requests()}, indent=2))
    if given.misses:
        _show(score)
    return 0


def _show(score: Score) -> None:
    for plant in score.missed:
        why = "the reader had been told" if plant in score.known else "the reader had not been told"
        print(f"missed {plant.kind} {plant.story}/{plant.fact} on day {plant.day} ({why}): {sorted(plant.after)[0]}", file=sys.stderr)
    for line in score.false:
        print(f"false {line}", file=sys.stderr)
    for line in score.lost:
        print(f"lost {line}", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
