"""Stories across days: which of today's groups of articles goes on with a story of the days before, where clustering alone did not say so.

A report of a new turn may share few words with the first ones; it still names the same people and places. Names that few stories hold
decide (inverse frequency over the stories), and only those with which an article opens; one name alone is enough only where the words
are alike too.
"""

import math
from collections import Counter
from collections.abc import Sequence

from summarizer.article import Article
from summarizer.stages.text.terms import names, words

_OPENING = 600  # code points
_LEAST_SHARED = 2  # names
_LEAST_SHARE = 0.34
"""Share of the lighter group's name weight that both groups hold."""
_RARE = 3  # stories that hold a name which alone may link
_LEAST_ALIKE = 0.3
"""Share of the lighter group's word weight that both hold, where one name links."""


def linked(groups: Sequence[Sequence[Article]], stories: Sequence[Sequence[Article]]) -> dict[int, int]:
    """For each group of today that continues a story the index of that story. Several groups may continue one story."""
    mine, theirs = [_names(group) for group in groups], [_names(story) for story in stories]
    spread = Counter(name for held in (*mine, *theirs) for name in held)
    weight = _weights(spread, len(mine) + len(theirs))
    my_words, their_words = [_words(group) for group in groups], [_words(story) for story in stories]
    words_weight = _weights(Counter(word for held in (*my_words, *their_words) for word in held), len(mine) + len(theirs))
    by_name: dict[str, list[int]] = {}
    for place, held in enumerate(theirs):
        for name in held:
            by_name.setdefault(name, []).append(place)
    found: dict[int, int] = {}
    for at, held in enumerate(mine):
        rivals = Counter(place for name in held for place in by_name.get(name, ()))
        scored = []
        for place, shared in rivals.items():
            share = _share(held, theirs[place], weight)
            rare = any(spread[name] <= _RARE for name in held & theirs[place])
            alike = _share(my_words[at], their_words[place], words_weight)
            if (shared >= _LEAST_SHARED and share >= _LEAST_SHARE) or (rare and alike >= _LEAST_ALIKE):
                scored.append((share + alike, -place))
        if scored:
            found[at] = -max(scored)[1]
    return found


def _weights(spread: Counter[str], count: int) -> dict[str, float]:
    return {name: math.log(1.0 + count / (2.0 * times)) for name, times in spread.items()}


def _share(one: frozenset[str], other: frozenset[str], weight: dict[str, float]) -> float:
    lighter = min(sum(weight[name] for name in one), sum(weight[name] for name in other))
    return sum(weight[name] for name in one & other) / lighter if lighter else 0.0


def _names(group: Sequence[Article]) -> frozenset[str]:
    """The names with which the articles of a group open; in a group of several those that at least two of them hold."""
    held = Counter(name for article in group for name in {part for name in names(_opening(article)) for part in _parts(name)})
    least = 2 if len(group) > 2 else 1
    return frozenset(name for name, articles in held.items() if articles >= least)


def _words(group: Sequence[Article]) -> frozenset[str]:
    return frozenset().union(*(words(_opening(article)) for article in group))


def _opening(article: Article) -> str:
    return f"{article.title or ''}.\n{article.text[:_OPENING]}"


def _parts(name: str) -> list[str]:
    """A name as a whole, and its last word: "Ilse Brandt" is "Brandt" later on."""
    parts = name.casefold().split()
    return [parts[-1]] if len(parts) == 1 else [parts[-1], " ".join(parts)]
