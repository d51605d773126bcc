"""Which story of today goes on with which story of an earlier brief, where only the brief is at hand: by the names that both hold."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.stages.checks.passage import passage
from summarizer.stages.news.changes import Past, StoryNow
from summarizer.stages.news.same_subject import names_in

_LEAST_SHARE = 0.4
"""Share of the lighter story's name weight that both hold."""


def continued(past: Past, stories: Sequence[StoryNow]) -> Past:
    """The past, its statements put under the ids of the stories of today that go on with theirs."""
    known = {story.id for story in stories}
    mine = {story.id: _names(s.text for own in story.sentences.values() for s in own if s.aside is None) for story in stories}
    earlier = sorted({told.story for told in past.told if told.story and told.story not in known})
    theirs = {ident: _names(told.statement.text for told in past.told if told.story == ident) for ident in earlier}
    spread = Counter(name for held in (*mine.values(), *theirs.values()) for name in held)
    weight = {name: math.log(1.0 + (len(mine) + len(theirs)) / times) for name, times in spread.items()}
    goes_on: dict[str, str] = {}
    for ident, held in theirs.items():
        scored = [(_share(held, mine[story.id], weight), -place) for place, story in enumerate(stories)]
        best = max(scored, default=(0.0, 0))
        if best[0] >= _LEAST_SHARE:
            goes_on[ident] = stories[-best[1]].id
    return past.model_copy(
        update={"told": tuple(told.model_copy(update={"story": goes_on.get(told.story, told.story)}) for told in past.told)}
    )


def _names(texts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(names_in(passage(text)) for text in texts))


def _share(one: frozenset[str], other: frozenset[str], weight: dict[str, float]) -> float:
    lighter = min(sum(weight[name] for name in one), sum(weight[name] for name in other))
    return sum(weight[name] for name in one & other) / lighter if lighter else 0.0
