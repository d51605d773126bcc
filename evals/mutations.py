"""`python -m evals.mutations PATH… [--told] [--seed N] [--per-kind N] [--most N] [--show N]`: planted errors caught, false alarms; a table.

A PATH is anything `summarizer read` takes; of rows with "documents" (Multi-News) each document is an article. `--most` articles are drawn
from each
path (default 60), spread evenly.

With `--told` the statements are not sentences of the articles but what somebody wrote from them: a PATH is JSONL of true statements, each
row {"claim", "source" or "documents" or "source_sentences"} (rows with "label" 0 are left out), or a folder of the human-labelled sets, of
which RAGTruth's faithful sentences are taken. Errors are planted in the statements that pass as they stand.
"""

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.benchmarks.human_labels import labelled
from summarizer import Article, read
from summarizer.evaluation.planted import Line, measure, pooled
from summarizer.evaluation.told import Told, measure_told
from summarizer.stages.evidence.align import PREFACE_LINE


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
            yield _article(f"{row['id']}/{document['doc']}", text)


def told(paths: Sequence[str], most: int, seed: int) -> list[Told]:
    """At most `most` true statements of each path, drawn at random."""
    found: list[Told] = []
    for path in map(Path, paths):
        rows = list(_ragtruth(path)) if path.is_dir() else list(_claims(path))
        random.Random(seed).shuffle(rows)
        found += rows[:most]
    return found


def _ragtruth(folder: Path) -> Iterator[Told]:
    for row in labelled(folder, "ragtruth"):
        if row.label == 1 and len(row.claim.split()) > 5 and not PREFACE_LINE.match(row.claim):
            yield Told(text=row.claim, articles=(_article(row.document, str(row.source)),))


def _claims(path: Path) -> Iterator[Told]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        given = row.get("documents") or [row.get("source") or "\n".join(row.get("source_sentences", ()))]
        texts = [one["text"] if isinstance(one, dict) else str(one) for one in given]
        if row.get("label", 1) == 1:
            yield Told(text=row["claim"], articles=tuple(_article(f"{number}/{i}", text) for i, text in enumerate(texts)))


def _article(ident: str, text: str) -> Article:
    return Article(id=ident, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


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
    reworded = [line for line in lines if line.group == "true" and line.kind not in ("untouched", "by a check")]
    if reworded:
        yield _row(pooled(reworded, "paraphrases", "true"))


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
    parser.add_argument("--told", action="store_true", help="the paths hold true statements in words of their own")
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    found: Sequence[object]
    if options.told:
        found = statements = told(options.paths, options.most, options.seed)
        lines = measure_told(statements, options.per_kind, options.seed)
    else:
        found = sources = articles(options.paths, options.most)
        lines = measure(sources, options.per_kind, options.seed)
    for line in table(lines, options.show):
        print(line)
    what, seconds = "statements" if options.told else "articles", time.perf_counter() - start
    print(f"{len(found)} {what}, seed {options.seed}, {sum(line.n for line in lines)} statements, {seconds:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
