"""Stories across days: which of today's groups of articles goes on with a story of the days before, where clustering alone did not say so.

A report of a new turn may share few words with the first ones; it still names the same people and places. Names that few stories hold
decide (inverse frequency over the stories), and only those with which an article opens.
"""

import math
from collections import Counter
from collections.abc import Sequence

from summarizer.article import Article
from summarizer.stages.terms import names

_OPENING = 600  # code points
_LEAST_SHARED = 2  # names
_LEAST_SHARE = 0.34
"""Share of the lighter group's name weight that both groups hold."""


def linked(groups: Sequence[Sequence[Article]], stories: Sequence[Sequence[Article]]) -> dict[int, int]:
    """For each group of today that continues a story the index of that story. Several groups may continue one story."""
    mine, theirs = [_names(group) for group in groups], [_names(story) for story in stories]
    spread = Counter(name for held in (*mine, *theirs) for name in held)
    count = len(mine) + len(theirs)
    weight = {name: math.log(1.0 + count / (2.0 * times)) for name, times in spread.items()}
    by_name: dict[str, list[int]] = {}
    for place, held in enumerate(theirs):
        for name in held:
            by_name.setdefault(name, []).append(place)
    found: dict[int, int] = {}
    for at, held in enumerate(mine):
        rivals = Counter(place for name in held for place in by_name.get(name, ()))
        scored = [(_share(held, theirs[place], weight), -place) for place, shared in rivals.items() if shared >= _LEAST_SHARED]
        best = max(scored, default=(0.0, 0))
        if best[0] >= _LEAST_SHARE:
            found[at] = -best[1]
    return found


def _share(one: frozenset[str], other: frozenset[str], weight: dict[str, float]) -> float:
    lighter = min(sum(weight[name] for name in one), sum(weight[name] for name in other))
    return sum(weight[name] for name in one & other) / lighter if lighter else 0.0


def _names(group: Sequence[Article]) -> frozenset[str]:
    """The names with which the articles of a group open; in a group of several those that at least two of them hold."""
    held = Counter(name for article in group for name in {part for name in names(_opening(article)) for part in _parts(name)})
    least = 2 if len(group) > 2 else 1
    return frozenset(name for name, articles in held.items() if articles >= least)


def _opening(article: Article) -> str:
    return f"{article.title or ''}.\n{article.text[:_OPENING]}"


def _parts(name: str) -> list[str]:
    """A name as a whole, and its last word: "Ilse Brandt" is "Brandt" later on."""
    words = name.casefold().split()
    return [words[-1]] if len(words) == 1 else [words[-1], " ".join(words)]
