"""What does the work outside the model cost? Segment, chunk, collapse copies and cluster, on invented articles.

    python -m evals.benchmarks.scale [ARTICLES ...]

The articles have about 600 invented words each, distributed as words are (Zipf), with stories of about seven articles and one copy in
seven. Prints processor seconds, articles a second and the peak memory of the process for each number given (2,000 and 10,000 by default).
"""

import argparse
import random
import resource
import time
from bisect import bisect
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import TypeVar

from summarizer.article import Article
from summarizer.stages.sorting.chunk import chunk
from summarizer.stages.sorting.cluster import cluster
from summarizer.stages.sorting.dedupe import copies
from summarizer.stages.text.segment import segment

_WORDS, _STORY_WORDS, _VOCABULARY = 600, 60, 60_000
T = TypeVar("T")


class Characters:
    """Counts four characters as a token, so that chunking and not counting is measured."""

    name = "estimate: characters / 4"

    def count(self, text: str) -> int:
        return len(text) // 4 + 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("articles", type=int, nargs="*", default=[2_000, 10_000])
    for size in parser.parse_args().articles:
        measured(size)


def measured(size: int) -> None:
    articles = invented(size)
    print(f"{size} articles, {sum(len(a.text.split()) for a in articles) // size} words each")
    chunks = timed("segment and chunk", size, lambda: sum(len(chunk(segment(article), Characters(), 2_000)) for article in articles))
    copy_of = timed("copies", size, lambda: copies(articles))
    originals = [article for article in articles if article.id not in copy_of]
    stories = timed("cluster", len(originals), lambda: cluster(originals))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  {chunks} chunks, {len(copy_of)} copies, {len(stories)} stories, {memory} MB at most")


def timed(name: str, size: int, work: Callable[[], T]) -> T:
    start = time.process_time()
    done = work()
    took = time.process_time() - start
    print(f"  {name:17} {took:6.1f} s  {size / took:7.0f} articles/s")
    return done


def invented(size: int, seed: int = 7) -> list[Article]:
    """The same articles for the same seed."""
    rng = random.Random(seed)
    vocabulary = [invented_word(rng) for _ in range(_VOCABULARY)]
    cumulative = list(accumulate(1 / (rank + 3) for rank in range(_VOCABULARY)))

    def words(count: int) -> list[str]:
        return [vocabulary[bisect(cumulative, rng.random() * cumulative[-1])] for _ in range(count)]

    stories = [
        (rng.choices(vocabulary[500:], k=_STORY_WORDS), rng.choices(vocabulary, k=6), rng.randrange(25)) for _ in range(size // 7 + 1)
    ]
    articles: list[Article] = []
    for number in range(size):
        if articles and rng.random() < 1 / 7:
            copied = rng.choice(articles)
            lines = copied.text.split("\n")
            text = "\n".join(lines[: max(2, round(len(lines) * rng.uniform(0.7, 1)))])
            day, title = copied.published, copied.title
        else:
            own, names, first = rng.choice(stories)
            title = " ".join(name.title() for name in names[:3])
            day = date(2026, 1, 1) + timedelta(days=first + rng.randrange(3))
            text = "\n".join(paragraph(rng, own, names, words) for _ in range(_WORDS // 60))
        articles.append(Article(id=f"a{number}", title=title, text=text, published=day, sha256=f"{number}"))
    return articles


def paragraph(rng: random.Random, own: Sequence[str], names: Sequence[str], words: Callable[[int], list[str]]) -> str:
    """Three sentences of twenty words: about a fifth of them the story's, and a name or two."""
    sentences = []
    for _ in range(3):
        mixed = [*words(15), *rng.choices(own, k=4)]
        rng.shuffle(mixed)
        sentences.append(f"{rng.choice(names).title()} {' '.join(mixed)}.")
    return " ".join(sentences)


def invented_word(rng: random.Random) -> str:
    return "".join(rng.choice("bcdfghklmnprstvw") + rng.choice("aeiou") for _ in range(rng.randint(1, 4)))


if __name__ == "__main__":
    main()
