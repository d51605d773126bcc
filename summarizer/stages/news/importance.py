"""How much a story matters to the reader of an edition, and why: the order of the stories, with reasons that can be shown."""

from collections.abc import Mapping, Sequence

from summarizer.article import Article
from summarizer.stages.text.terms import words
from summarizer.value import Value

_LEAD = 1200  # code points of an article that say what it is about
_MOST_SOURCES = 8


class Importance(Value):
    """`score` orders stories (1 is a single plain report). `reasons` are a few words each, besides the number of independent sources, which
    every output shows."""

    score: float
    reasons: tuple[str, ...]
    muted: bool = False


def importance(
    story: Sequence[Article],
    *,
    copies: int = 0,
    topics: Mapping[str, float] | None = None,
    feed_weight: float = 1.0,
    since: str | None = None,
) -> Importance:
    """Weighs the independent articles of a story and what the profile asks for.

    `copies` counts reprints of its articles; `feed_weight` is that of its weightiest feed; `since` the day (as shown) on which a running
    story was first told. A topic of weight 0 mutes: the story is never told at length.
    """
    sources = min(len(story), _MOST_SOURCES)
    score = sources**0.7 * (1.0 + 0.05 * min(copies, 6)) * feed_weight
    reasons = [f"running since {since}"] if since is not None else []
    if copies:
        reasons.append(f"printed by {copies} more")
    matched = [(topic, weight) for topic, weight in (topics or {}).items() if _about(topic, story)]
    for topic, weight in sorted(matched, key=lambda pair: (-pair[1], pair[0])):
        score *= max(weight, 0.01)
        reasons.append(f"topic “{topic}” ×{weight:g}")
    if feed_weight != 1.0:
        reasons.append(f"feed ×{feed_weight:g}")
    if since is not None:
        score *= 1.3
    return Importance(score=score, reasons=tuple(reasons), muted=any(weight == 0 for _, weight in matched))


def _about(topic: str, story: Sequence[Article]) -> bool:
    """Whether every word of the topic stands in the title or the beginning of at least half of the articles."""
    wanted = set(words(topic))
    if not wanted:
        return False
    hits = sum(1 for a in story if wanted <= set(words(f"{a.title or ''} {a.text[:_LEAD]}")))
    return 2 * hits >= len(story)
