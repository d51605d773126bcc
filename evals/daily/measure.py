"""What the editions of a month made of the planted changes, and what became of every item."""

from collections import Counter
from dataclasses import dataclass, field

from evals.daily.run import Month
from evals.daily.site import SUMMARY_ONLY, Site
from evals.daily.world import Plant, World
from summarizer.brief import Brief, Change
from summarizer.daily.edition import Made

NAMED = ("updated", "resolved", "corrected")


@dataclass
class Score:
    plants: list[Plant]
    known: list[Plant] = field(default_factory=list)
    found: list[Plant] = field(default_factory=list)
    missed: list[Plant] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    named: int = 0
    new: int = 0
    new_known: int = 0
    items: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    doubled: int = 0
    words: list[int] = field(default_factory=list)

    def figures(self) -> dict[str, object]:
        """`recall` is of the plants whose earlier state the reader had been told; `false_share` of the changes that were named."""
        known = len(self.known)
        hit = sum(plant in self.known for plant in self.found)
        by_kind = {
            kind: f"{sum(p.kind == kind and p in self.known for p in self.found)}/{sum(p.kind == kind for p in self.known)}"
            for kind in (*NAMED, "ended")
        }
        return {
            "planted": len(self.plants), "planted_told_before": known, "recognised": hit, "recall": round(hit / known, 3) if known else None,
            "recognised_by_kind": by_kind, "named": self.named, "false": len(self.false),
            "false_share": round(len(self.false) / self.named, 3) if self.named else None, "called_new": self.new,
            "called_new_but_told_before": self.new_known, "items": dict(self.items), "items_total": sum(self.items.values()),
            "lost": len(self.lost), "doubled": self.doubled, "words_mean": round(sum(self.words) / len(self.words)) if self.words else 0,
            "words_max": max(self.words, default=0),
        }  # fmt: skip


def measured(world: World, site: Site, month: Month, editions: list[Made]) -> Score:
    """Holds every named change against the truth about the sentences that it and its earlier statement cite."""
    score = Score(list(world.plants))
    told: set[str] = set()
    read: Counter[str] = Counter()
    for day, made in enumerate(editions):
        brief = Brief.model_validate_json(made.edition.brief)
        plants = [plant for plant in world.plants if plant.day == day]
        score.known += [plant for plant in plants if plant.before & told]
        hits = set()
        for change in brief.changes:
            if change.kind == "new":
                score.new += 1
                score.new_known += _said_before(world, change, told)
                continue
            score.named += 1
            named = _planted(world, change, day)
            if not named:
                was = change.previous.text if change.previous else ""
                score.false.append(f"day {day} {change.kind}: {change.statement.text}  <-  {was}")
            else:
                hits |= set(named)
        score.found += [plant for plant in plants if plant in hits]
        late = [plant for plant in hits if plant not in plants and plant not in score.found]
        score.found += late
        told |= {citation.quote for statement in brief.statements() for citation in statement.citations[:1]}
        read.update({source.id for source in brief.sources})
        score.words.append(_words(brief))
    score.doubled = sum(count > 1 for count in read.values())
    score.missed = [plant for plant in world.plants if plant in score.known and plant not in score.found]
    _items(world, site, month, score)
    return score


def _planted(world: World, change: Change, day: int) -> list[Plant]:
    """The plants that a change names: its statement cites the new state, what it replaces cites an earlier one, and the kind is right."""
    after = {citation.quote for citation in change.statement.citations}
    before = {citation.quote for citation in change.previous.citations} if change.previous else set()
    return [p for p in world.plants if names(change.kind, p.kind) and p.day <= day and p.after & after and p.before & before]


def names(called: str, planted: str) -> bool:
    """Whether what a change is called fits what was planted."""
    return called == planted or (planted == "ended" and called in ("updated", "resolved"))


def _said_before(world: World, change: Change, told: set[str]) -> bool:
    """Whether every sentence a new statement cites says a state that the reader had been told in some wording."""
    states = {
        (world.sentences[text].story, world.sentences[text].fact, world.sentences[text].state) for text in told if text in world.sentences
    }
    cited = [world.sentences[c.quote] for c in change.statement.citations if c.quote in world.sentences]
    return bool(cited) and all((one.story, one.fact, one.state) in states for one in cited)


def _words(brief: Brief) -> int:
    """What a reader reads before the sources: changes, and the stories' statements."""
    texts = [change.statement.text for change in brief.changes if change.kind != "new"]
    for story in brief.stories:
        texts += [s.text for s in (*story.bottom_line, *story.key_points, *(e.statement for e in story.timeline))]
    return sum(len(text.split()) for text in texts)


def _items(world: World, site: Site, month: Month, score: Score) -> None:
    """Every version of every post that the feeds listed: its one place, or the reason why it has none."""
    placed = month.memory.placements(month.profile.name)
    listed = month.memory.listed(month.profile.name)
    items = month.memory.items(month.profile.name)
    dead = {7: range(3, world.days), 19: range(world.days), 31: range(world.days)}
    for post in world.posts:
        if post.outlet >= site.feeds:
            continue
        ident = site.url(post)
        if ident in listed:
            score.items[listed[ident].outcome] += 1
        elif ident in items and items[ident].article in placed:
            score.items[placed[str(items[ident].article)].outcome] += 1
        elif post.outlet in dead and all(day in dead[post.outlet] for day in range(post.day, min(post.day + 3, world.days))):
            score.items["feed failed"] += 1
        else:
            score.items["LOST"] += 1
            score.lost.append(f"{post.key} day {post.day}{' summary only' if post.outlet in SUMMARY_ONLY else ''}")
