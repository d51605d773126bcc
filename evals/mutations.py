"""`python -m evals.mutations PATH… [--seed N] [--per-kind N] [--most N] [--show N]`: planted errors caught and false alarms, a table.

A PATH is anything `summarizer read` takes; of rows with "documents" (Multi-News) each document is an article. `--most` articles are drawn
from each
path (default 60), spread evenly.
"""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from summarizer import Article, read
from summarizer.evaluation.planted import Line, measure, pooled


def articles(paths: Sequence[str], most: int) -> tuple[Article, ...]:
    """At most `most` articles of each path, spread evenly over it."""
    found: list[Article] = []
    for path in paths:
        rows = list(_documents(Path(path)))
        batch = rows or list(read([path]).articles)
        step = max(1, len(batch) // most)
        found += batch[::step][:most]
    return tuple({article.id: article for article in found}.values())


def _documents(path: Path) -> Iterator[Article]:
    """The documents of rows that hold several."""
    if path.suffix != ".jsonl":
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for document in row.get("documents", ()) if isinstance(row, dict) else ():
            text = document["text"]
            yield Article(id=f"{row['id']}/{document['doc']}", text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def table(lines: Sequence[Line], show: int) -> Iterator[str]:
    """The lines of the printed table."""
    yield f"{'kind':<14}{'n':>6}{'failed':>9}   {'95 % interval':<16} checks that failed"
    for group, title in (
        ("deterministic", "planted errors, deterministic kinds"),
        ("semantic", "planted errors, semantic kinds"),
        ("true", "true statements: each failure is a false alarm"),
    ):
        own = [line for line in lines if line.group == group]
        yield f"-- {title}"
        for line in own:
            yield _row(line)
            yield from (f"      {example[:300]}" for example in line.examples[:show])
        if group != "true":
            yield _row(pooled(own, f"all {len(own)}", group))
    yield _row(pooled([line for line in lines if line.group == "true" and line.kind != "untouched"], "paraphrases", "true"))


def _row(line: Line) -> str:
    low, high = line.interval
    by = ", ".join(f"{name} {count}" for name, count in line.by)
    return f"{line.kind:<14}{line.n:>6}{100 * line.share:>8.1f}%   {100 * low:5.1f} – {100 * high:5.1f} %  {by}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="evals.mutations", description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--per-kind", type=int, default=100)
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--show", type=int, default=0, help="wrong verdicts to print of each kind")
    options = parser.parse_args(arguments)
    found = articles(options.paths, options.most)
    start = time.perf_counter()
    lines = measure(found, options.per_kind, options.seed)
    for line in table(lines, options.show):
        print(line)
    print(f"{len(found)} articles, seed {options.seed}, {sum(line.n for line in lines)} statements, {time.perf_counter() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
