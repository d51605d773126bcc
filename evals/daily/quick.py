"""The recognition of changes alone: the month's articles are held against what a reader of all earlier ones was told, without feeds, clusters
or briefs, each story against its own past. Seconds instead of minutes, for looking at a rule while it is written; what counts is
`python -m evals.daily_month`.

    python -m evals.daily.quick [--families dev heldout] [--seeds 1 2 3] [--misses]
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from evals.daily.measure import NAMED, names
from evals.daily.world import Plant, Post, World, make, paragraphs
from evals.daily_month import FAMILIES
from summarizer.article import Article
from summarizer.brief import Citation, Statement
from summarizer.stages.news.changes import Found, Past, StoryNow, Told, differences
from summarizer.stages.text.segment import segment
from summarizer.testing import article


@dataclass
class Tally:
    known: list[Plant] = field(default_factory=list)
    found: list[Plant] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    named: int = 0

    @property
    def missed(self) -> list[Plant]:
        return [plant for plant in self.known if plant not in self.found]

    def figures(self) -> dict[str, object]:
        kinds = (*NAMED, "ended")
        spread = {kind: f"{sum(p.kind == kind for p in self.found)}/{sum(p.kind == kind for p in self.known)}" for kind in kinds}
        return {
            "recall": round(len(self.found) / max(1, len(self.known)), 3), "by_kind": spread, "named": self.named,
            "false": len(self.false), "false_share": round(len(self.false) / max(1, self.named), 3),
        }  # fmt: skip


def tallied(world: World) -> Tally:
    """Every day of a world without its later edits; each sentence of a story's articles is told, one wording a state."""
    tally, told, replaced = Tally(), dict[tuple[str, str, int], list[Told]](), set[str]()
    for day in range(world.days):
        posts = [post for post in world.posts if post.day == day and not post.wire and post.story.startswith("s")]
        plants = [plant for plant in world.plants if plant.day <= day and plant.family != "correction"]
        open_ = [one for rows in told.values() for one in rows if one.statement.id not in replaced]
        tally.known += [p for p in plants if p.day == day and any(one.statement.text in p.before for one in open_)]
        articles = {post.key: _article(world, post, day) for post in posts}
        stories = _stories(posts, articles)
        past = Past(brief=str(day - 1), told=tuple(one for one in reversed(open_) if one.story in {story.id for story in stories}))
        sentences = {a.id: segment(a) for a in articles.values()}
        for one in differences(stories, past, {a.id: a for a in articles.values()}, sentences).found:
            if one.kind != "new":
                _judge(tally, plants, one)
                replaced |= {before.statement.id for before in one.replaces}
        for post in posts:
            _tell(world, told, post, articles[post.key], day)
    return tally


def _judge(tally: Tally, plants: list[Plant], one: Found) -> None:
    tally.named += 1
    text = one.draft.text if one.draft else ""
    after = {s.text for s in one.draft.sentences} if one.draft else set()
    hits = [p for p in plants if names(one.kind, p.kind) and p.after & after and p.before & {t.statement.text for t in one.replaces}]
    tally.found += [p for p in hits if p in tally.known and p not in tally.found]
    if not hits:
        tally.false.append(f"{one.kind} [{one.what}]: {text}  <-  {one.replaces[0].statement.text}")


def _article(world: World, post: Post, day: int) -> Article:
    published = world.start + timedelta(days=day)
    made: Article = article("\n\n".join(paragraphs(post, day)), title=post.title, publisher=f"Outlet {post.outlet}", published=published)
    return made


def _stories(posts: list[Post], articles: dict[str, Article]) -> list[StoryNow]:
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for post in posts:
        groups[post.story].append(articles[post.key])
    return [StoryNow(id=story, sentences={a.id: segment(a) for a in group}) for story, group in groups.items()]


def _tell(world: World, told: dict[tuple[str, str, int], list[Told]], post: Post, source: Article, day: int) -> None:
    for sentence in post.on(day)[0]:
        key = (sentence.story, sentence.fact, sentence.state)
        if key in told:
            if told[key][0].statement.text == sentence.text:
                publishers = (*told[key][0].publishers, f"Outlet {post.outlet}")
                told[key][0] = told[key][0].model_copy(update={"publishers": tuple(dict.fromkeys(publishers))})
            continue
        start = source.text.find(sentence.text)
        cited = Citation(source=source.id, start=start, end=start + len(sentence.text), quote=sentence.text)
        statement = Statement(id="/".join(map(str, key)), text=sentence.text, kind="fact", citations=(cited,))
        when: date = world.start + timedelta(days=day)
        told[key] = [Told(brief=str(day), statement=statement, story=sentence.story, publishers=(f"Outlet {post.outlet}",), published=when)]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", nargs="+", choices=list(FAMILIES), default=["dev", "heldout"])
    parser.add_argument("--seeds", nargs="+", type=int, default=[1])
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args(arguments)
    for name in given.families:
        total, missed = Tally(), Counter[str]()
        for seed in given.seeds:
            one = tallied(make(FAMILIES[name], seed=seed, stories=given.stories, singles=0))
            total.known += one.known
            total.found += one.found
            total.false += one.false
            total.named += one.named
            missed.update(f"{p.family}/{p.fact} {p.kind}: {sorted(p.before)[0]} | {' | '.join(sorted(p.after))}" for p in one.missed)
        print(json.dumps({"families": name, **total.figures()}))
        if given.misses:
            for line, times in sorted(missed.items()):
                print(f"missed {times}x {line}", file=sys.stderr)
            for line in total.false:
                print(f"false {line}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
