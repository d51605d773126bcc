"""How well do our stories agree with people's? ECB+ (look-alike events in pairs) and AllSides (three outlets a story, sagas over a month).

    python -m evals.benchmarks.stories PATH [--out FOLDER]

PATH is the folder of `ecbplus_clusters.jsonl` and `allsides2021_stories.jsonl`, or a file in the form of either. One set of parameters for
both. Prints B-cubed and pairwise precision, recall and F1 with 95 % intervals (bootstrap over the labelled stories, 1000 resamples,
seed 7); `--out` writes what `score.py cluster` reads. An article's date is taken from its own address where that has one, as a reader
of the page would; the day on which a set files a story under its label is not used.
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from summarizer.article import Article
from summarizer.stages.sorting.cluster import cluster

NAMES = ("ecbplus_clusters.jsonl", "allsides2021_stories.jsonl")
_DATED = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d?)[/-]?(\d\d?)(?:[/-]|$)")


class Labelled(NamedTuple):
    article: Article
    story: str


class Share(NamedTuple):
    """What one labelled story adds to the figures: sums over its articles, and its pairs."""

    articles: int
    precision: float
    recall: float
    pairs: float
    claimed: float
    shared: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("path", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    for path in [options.path / name for name in NAMES] if options.path.is_dir() else [options.path]:
        rows = labelled(path)
        found = clustered([row.article for row in rows])
        shares = shared([row.story for row in rows], [found[row.article.id] for row in rows])
        print(f"{path.name}: {len(rows)} articles, {len(shares)} stories labelled, {len(set(found.values()))} found")
        for name, figure in FIGURES.items():
            low, high = interval(shares, figure)
            print(f"  {name:15} {figure(shares):.3f} [{low:.3f}, {high:.3f}]")
        if options.out:
            lines = (json.dumps({"id": row.article.id, "cluster": found[row.article.id]}) + "\n" for row in rows)
            (options.out / path.name).write_text("".join(lines))


def labelled(path: Path) -> list[Labelled]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    if "articles" in rows[0]:
        return [
            Labelled(_article(one["doc"], one["text"], one.get("title"), one.get("url"), one.get("outlet")), row["id"])
            for row in rows
            for one in row["articles"]
        ]
    return [Labelled(_article(row["id"], row["text"], None, row.get("url"), None), row["story"]) for row in rows]


def _article(name: str, text: str, title: str | None, url: str | None, publisher: str | None) -> Article:
    return Article(id=name, title=title, text=text, url=url, publisher=publisher, published=_published(url or ""), sha256=name)


def _published(url: str) -> date | None:
    found = _DATED.search(url)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def clustered(articles: Sequence[Article]) -> dict[str, int]:
    return {article.id: number for number, story in enumerate(cluster(articles)) for article in story}


def shared(labels: Sequence[str], found: Sequence[int]) -> list[Share]:
    """The share of every labelled story in the figures."""
    by_label, by_found, both = Counter(labels), Counter(found), Counter(zip(labels, found, strict=True))
    members: dict[str, list[int]] = defaultdict(list)
    for label, number in zip(labels, found, strict=True):
        members[label].append(number)
    return [
        Share(
            articles=len(numbers),
            precision=sum(both[label, number] / by_found[number] for number in numbers),
            recall=sum(both[label, number] / by_label[label] for number in numbers),
            pairs=len(numbers) * (len(numbers) - 1) / 2,
            claimed=sum((by_found[number] - 1) / 2 for number in numbers),
            shared=sum((both[label, number] - 1) / 2 for number in numbers),
        )
        for label, numbers in members.items()
    ]


def harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def ratio(top: float, bottom: float) -> float:
    return top / bottom if bottom else 0.0


def of(shares: Sequence[Share], top: str, bottom: str) -> float:
    return ratio(sum(getattr(share, top) for share in shares), sum(getattr(share, bottom) for share in shares))


FIGURES: dict[str, Callable[[Sequence[Share]], float]] = {
    "B-cubed P": lambda shares: of(shares, "precision", "articles"),
    "B-cubed R": lambda shares: of(shares, "recall", "articles"),
    "B-cubed F1": lambda shares: harmonic(of(shares, "precision", "articles"), of(shares, "recall", "articles")),
    "pair P": lambda shares: of(shares, "shared", "claimed"),
    "pair R": lambda shares: of(shares, "shared", "pairs"),
    "pair F1": lambda shares: harmonic(of(shares, "shared", "claimed"), of(shares, "shared", "pairs")),
}


def interval(shares: Sequence[Share], figure: Callable[[Sequence[Share]], float]) -> tuple[float, float]:
    rng = random.Random(7)
    figures = sorted(figure(rng.choices(shares, k=len(shares))) for _ in range(1000))
    return figures[25], figures[974]


if __name__ == "__main__":
    main()
