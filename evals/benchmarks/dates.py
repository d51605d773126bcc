"""How well are dated mentions in news resolved? EventStoryLine: 245 dates in 184 articles, each with the day or month that people gave it.

    python -m evals.benchmarks.dates PATH [--out PREDICTIONS.jsonl]

PATH is the folder of `eventstoryline_dates.jsonl` (or the file). The anchor is the article's given day of writing. Prints exact and
year-month accuracy with 95 % intervals (bootstrap over articles, 1000 resamples) and the sentences read in a second; `--out` writes
what `score.py dates` reads. The set names weeks ("2013-W37") where we give the month and the days: these are written as it writes them.
"""

import argparse
import json
import random
import re
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from summarizer.stages.text.dates import DateMention, mentions

NAME = "eventstoryline_dates.jsonl"
Pair = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("path", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    path = options.path / NAME if options.path.is_dir() else options.path
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    predicted = {key: value for article in articles for key, value in resolved(article)}
    if options.out:
        options.out.write_text("".join(json.dumps({"id": key, "value": value}) + "\n" for key, value in predicted.items()))
    groups = [pairs for article in articles if (pairs := list(judged(article, predicted)))]
    for name, width in (("exact", 10), ("year and month", 7)):
        figures = sorted(agreement(random.Random(seed).choices(groups, k=len(groups)), width) for seed in range(7, 1007))
        print(f"{name}: {agreement(groups, width):.3f} [{figures[25]:.3f}, {figures[974]:.3f}] of {sum(map(len, groups))}")
    sentences = [sentence for article in articles for sentence in article["sentences"]]
    start = time.process_time()
    for sentence in sentences:
        mentions(sentence, date(2013, 5, 5))
    print(f"{len(sentences) / (time.process_time() - start):.0f} sentences a second of processor time")


def resolved(article: dict[str, Any]) -> Iterator[Pair]:
    """The value we give to each labelled mention that we find at all."""
    written = re.search(r"(\d{4})-(\d{1,2})-(\d{1,2})", article["dct"] or "")
    anchor = date(*map(int, written.groups())) if written else None
    for label in article["times"]:
        sentence = article["sentences"][label["sent"]] if label["sent"] is not None else ""
        start = sentence.find(label["text"])
        for mention in mentions(sentence, anchor) if start >= 0 else ():
            if mention.start < start + len(label["text"]) and start < mention.end:
                yield f"{article['id']}|{label['m_id']}", as_timex(mention)
                break


def as_timex(mention: DateMention) -> str:
    """The value, except for weeks and weekends."""
    if mention.first and mention.last:
        days, weekday = (mention.last - mention.first).days, mention.first.weekday()
        if (days, weekday) in ((6, 0), (1, 5)):
            return mention.first.strftime("%G-W%V") + ("-WE" if days == 1 else "")
    return mention.value


def judged(article: dict[str, Any], predicted: dict[str, str]) -> Iterator[Pair]:
    for label in article["times"]:
        if label["type"] == "TIME_DATE" and re.match(r"\d{4}", label["value"] or ""):
            yield label["value"], predicted.get(f"{article['id']}|{label['m_id']}", "")


def agreement(groups: Sequence[Sequence[Pair]], width: int) -> float:
    pairs = [pair for group in groups for pair in group]
    return sum(label[:10][:width] == ours[:10][:width] for label, ours in pairs) / len(pairs)


if __name__ == "__main__":
    main()
