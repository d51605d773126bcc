"""A planned brief held against what the reader was told before: what is said again is left out, what changed is named."""

from collections.abc import Callable, Sequence

from summarizer.article import Article
from summarizer.brief import Brief, Change, Statement, Story
from summarizer.claim import Draft
from summarizer.stages.choosing.select import Candidate
from summarizer.stages.news.changes import Differences, Found, Past, Point, StoryNow, Told, already, differences, past_of
from summarizer.stages.news.continued import continued
from summarizer.stages.sorting.corpus import Corpus
from summarizer.stages.writing.assemble import story_id
from summarizer.stages.writing.slots import Planned
from summarizer.value import Value

LINE = ("bottom_line",)
_WORTH = 0.5
"""Share of the weightiest point's salience that a further point of a running story must reach: without its known facts a story's remarks
would fill its room."""


class Since(Value):
    """`planned` tells a running story's news only; `unchanged` are ids of running stories without any."""

    planned: tuple[Planned, ...]
    found: Differences
    unchanged: frozenset[str] = frozenset()

    def changes(self, stories: Sequence[Story], uphold: Callable[[Draft], Statement | None]) -> tuple[tuple[Found, Change], ...]:
        """The changes that can be cited; `uphold` cites and checks a draft. A new one points at a statement of its story."""
        told = {(c.source, c.start): s for story in stories for s in (*story.bottom_line, *story.key_points) for c in s.citations}
        changed: list[tuple[Found, Change]] = []
        for one in self.found.found:
            if one.point is not None:
                statement = told.get((one.point.lead.article, one.point.lead.start))
            else:
                statement = uphold(one.draft) if one.draft is not None else None
            if statement is not None:
                changed.append((one, one.change(statement)))
        return tuple(changed)


def since(past: Past, corpus: Corpus, planned: Sequence[Planned], *, prune: bool) -> Since:
    """Compares a plan with the past. With `prune` running stories lose the points that the reader was told, and those in which nothing
    changed keep one line; the past of an edition, for which that is, knows its stories by their ids."""
    stories = [_now(one, corpus) for one in planned]
    past = past if prune else continued(past, stories)
    found = differences(stories, past, {article.id: article for article in corpus.articles}, corpus.sentences)
    if not prune:
        return Since(planned=tuple(planned), found=found)
    by_story: dict[str, list[Told]] = {}
    for told in past.told:
        by_story.setdefault(told.story, []).append(told)
    changed = {one.story for one in found.found}
    pruned, unchanged = [], set()
    for one, story in zip(planned, stories, strict=True):
        known = by_story.get(story.id, [])
        if known and story.id not in changed:
            unchanged.add(story.id)
            pruned.append(_line(one))
        else:
            pruned.append(_fresh(one, known) if known else one)
    return Since(planned=tuple(pruned), found=found, unchanged=frozenset(unchanged))


def past_from(previous: Brief | Past | None, articles: Sequence[Article]) -> Past | None:
    """What was told before, from a brief or as an edition's memory gives it."""
    return past_of(previous, articles) if isinstance(previous, Brief) else previous


def _now(one: Planned, corpus: Corpus) -> StoryNow:
    candidates = (*one.plan.bottom_line, *one.plan.key_points)
    return StoryNow(
        id=one.slot.story or story_id(one.slot.articles),
        sentences={article.id: corpus.sentences[article.id] for article in one.slot.articles},
        points=tuple(Point(text=candidate.text, lead=candidate.finding.lead) for candidate in candidates),
    )


def _line(one: Planned) -> Planned:
    """One line and nothing else."""
    bare = {"key_points": (), "spare": (), "timeline": (), "figures": (), "quotes": (), "conflicts": ()}
    return one.model_copy(update={"plan": one.plan.model_copy(update=bare)})


def _fresh(one: Planned, known: Sequence[Told]) -> Planned:
    """The points the reader does not know; the bottom line is one of them where there is any."""
    plan = one.plan
    least = _WORTH * max((candidate.finding.salience for candidate in (*plan.bottom_line, *plan.key_points)), default=0.0)
    points = [c for c in plan.key_points if c.finding.salience >= least and not already(c.text, known)]
    bottom: tuple[Candidate, ...] = plan.bottom_line
    if points and all(already(candidate.text, known) for candidate in bottom):
        best = max(points, key=lambda candidate: (candidate.finding.salience, candidate.finding.id))
        bottom, points = (best,), [candidate for candidate in points if candidate is not best]
    fresh = {"bottom_line": bottom, "key_points": tuple(points), "spare": ()}
    return one.model_copy(update={"plan": plan.model_copy(update=fresh)})
