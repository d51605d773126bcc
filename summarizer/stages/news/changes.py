"""What is different from what the reader was told before: at the level of claims, with the statement that it changes."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field

from summarizer.article import Article, Sentence
from summarizer.brief import Brief, Change, Previous, Statement
from summarizer.claim import Draft
from summarizer.stages.checks.passage import passage
from summarizer.stages.choosing.standalone import needs_context, stand_alone
from summarizer.stages.news.notes import is_correction
from summarizer.stages.news.revisions import revised_sentence
from summarizer.stages.news.same_subject import LEAST_SHARED, compared, names_in
from summarizer.stages.news.succession import Succession, progresses, succession
from summarizer.stages.text.kinds import kind_of
from summarizer.value import Value

ChangeKind = Literal["new", "updated", "resolved", "corrected"]
_RANK = {"corrected": 0, "resolved": 1, "updated": 2, "same": 3}
_KINDS: dict[str, ChangeKind] = {"corrected": "corrected", "resolved": "resolved", "updated": "updated"}
_CONFIRMING = 2  # further articles that a change cites
_LONGEST = 60  # words
_NEW_A_STORY = 3


class Told(Value):
    """A statement that the reader was given: in which brief, of which story ("" where that is not known), from which publishers, and the
    latest day on which its sources were published."""

    brief: str
    statement: Statement
    story: str = ""
    publishers: tuple[str, ...] = ()
    published: date | None = None


class Past(Value):
    """What the reader was told before, the latest first. `revised` maps the id of an article version to the id of its newer version."""

    brief: str
    told: tuple[Told, ...]
    revised: dict[str, str] = Field(default_factory=dict)


class Point(Value):
    """Something a story tells today: the words, and the sentence they come from."""

    text: str
    lead: Sentence


class StoryNow(Value):
    """A story of today: its id, its articles' sentences (asides included), and the points it tells, the bottom line first."""

    id: str
    sentences: dict[str, tuple[Sentence, ...]]
    points: tuple[Point, ...] = ()


class Found(Value):
    """A change before it is cited. `replaces` are the earlier statements it speaks of, the latest first; `what` names the evidence.
    A new one is one of the story's own `point`s, the others have a `draft`."""

    kind: ChangeKind
    story: str
    replaces: tuple[Told, ...] = ()
    what: str = ""
    draft: Draft | None = None
    point: Point | None = None
    strength: float = 0.0

    def change(self, statement: Statement) -> Change:
        """The change with its statement in place."""
        before = self.replaces[0] if self.replaces else None
        told = (
            Previous(
                brief_id=before.brief, statement_id=before.statement.id, text=before.statement.text, citations=before.statement.citations
            )
            if before
            else None
        )
        return Change(kind=self.kind, statement=statement, previous=told)


class Withdrawn(Value):
    """A statement told before whose source no longer says it, and says nothing else instead."""

    told: Told
    article: str


class Differences(Value):
    found: tuple[Found, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()


def past_of(previous: Brief, articles: Sequence[Article] = ()) -> Past:
    """What a brief told, read off the brief. An article at the address of one of its sources, with another text, is its newer version."""
    sources = {source.id: source for source in previous.sources}
    told: dict[str, Told] = {}
    by_story = [("", previous.bottom_line), *((story.id, _of_story(previous, story.id)) for story in previous.stories)]
    for story, statements in by_story:
        for statement in statements:
            cited = [sources[c.source] for c in statement.citations if c.source in sources]
            days = [source.published for source in cited if source.published]
            told[statement.id] = Told(
                brief=previous.id, statement=statement, story=story, published=max(days, default=None),
                publishers=tuple(dict.fromkeys(source.publisher for source in cited if source.publisher)),
            )  # fmt: skip
    places = {(article.url or article.path): article for article in articles if article.url or article.path}
    revised = {
        source.id: places[place].id
        for source in previous.sources
        if source.duplicate_of is None and (place := source.url or source.path) in places and places[place].sha256 != source.sha256
    }
    return Past(brief=previous.id, told=tuple(told.values()), revised=revised)


def _of_story(brief: Brief, ident: str) -> tuple[Statement, ...]:
    story = next(story for story in brief.stories if story.id == ident)
    sides = tuple(side.statement for conflict in story.conflicts for side in conflict.sides)
    return (*story.bottom_line, *story.key_points, *(event.statement for event in story.timeline), *sides)


def differences(
    stories: Sequence[StoryNow], past: Past, articles: Mapping[str, Article], sentences: Mapping[str, tuple[Sentence, ...]]
) -> Differences:
    """Every change, story by story in the order given: corrected, resolved, updated, then new. `articles` and `sentences` are today's,
    those of no story included.

    A statement told before is held against the story with its story's id; where no story today has it, against all, but it must share
    more names then.
    """
    known = {story.id for story in stories}
    found: list[Found] = []
    corrected, withdrawn = _revisions(stories, past, articles, sentences)
    settled = {one.statement.id for change in corrected for one in change.replaces} | {one.told.statement.id for one in withdrawn}
    for story in stories:
        mine = [told for told in past.told if told.story == story.id or told.story not in known]
        open_ = [told for told in mine if told.statement.id not in settled]
        comparison = _Comparison(story, open_, articles)
        moved = comparison.changes()
        own = [change for change in corrected if change.story == story.id]
        used = comparison.covered | {(s.article, s.start) for one in own if one.draft for s in one.draft.sentences}
        found += [*own, *moved, *_new(story, mine, known_story=any(t.story == story.id for t in past.told), used=used)]
    found += [change for change in corrected if change.story not in known]
    order = {story.id: place for place, story in enumerate(stories)}
    rank = {**_RANK, "new": 4}
    return Differences(
        found=tuple(sorted(found, key=lambda one: (rank[one.kind] > 2, order.get(one.story, 0), rank[one.kind], -one.strength))),
        withdrawn=tuple(withdrawn),
    )


def _revisions(
    stories: Sequence[StoryNow], past: Past, articles: Mapping[str, Article], sentences: Mapping[str, tuple[Sentence, ...]]
) -> tuple[list[Found], list[Withdrawn]]:
    """What the newer versions of cited articles say in the place of the cited sentences."""
    nowhere = StoryNow(id="", sentences=dict(sentences))
    home = dict.fromkeys(sentences, nowhere) | {ident: story for story in stories for ident in story.sentences}
    changed: dict[tuple[str, int], Found] = {}
    withdrawn: list[Withdrawn] = []
    for told in past.told:
        for citation in told.statement.citations:
            newer = past.revised.get(citation.source)
            if newer is None or newer not in home:
                continue
            story, article = home[newer], articles[newer]
            own = [s for s in story.sentences[newer] if s.role == "prose"]
            found = revised_sentence(citation.quote, article.text, own)
            if found.outcome == "gone":
                withdrawn.append(Withdrawn(told=told, article=newer))
            elif found.outcome == "changed" and found.sentence is not None:
                noted = any(is_correction(s.text) for s in own)
                moved = progresses(found.sentence.text) and any(c.isdigit() for c in found.what) and not noted
                before = changed.get(found.sentence.key)
                changed[found.sentence.key] = Found(
                    kind="updated" if moved else "corrected", story=told.story or story.id, what=found.what, strength=1.0,
                    replaces=(*before.replaces, told) if before else (told,), draft=_draft(found.sentence, story),
                )  # fmt: skip
            if found.outcome != "stands":
                break
    return list(changed.values()), withdrawn


def _draft(sentence: Sentence, story: StoryNow) -> Draft:
    own = story.sentences[sentence.article]
    before = [s.text for s in own[max(0, sentence.index - 4) : sentence.index] if s.role == "prose"]
    text = stand_alone(sentence.text, before)
    return Draft(finding="", text=text, sentences=(sentence,), kind=kind_of(text))


class _Pair(NamedTuple):
    """A sentence of today that stands in some relation to a statement told before; `place` is the statement's."""

    found: Succession
    place: int
    told: Told
    sentence: Sentence
    day: int

    @property
    def rank(self) -> tuple[bool, int, float, int, tuple[str, int]]:
        """The latest report first, of one day the surest one; of equals the statement told last."""
        return (self.found.relation != "corrected", -self.day, -self.found.strength, self.place, self.sentence.key)

    def agrees(self, other: "_Pair") -> bool:
        """Whether both name the same change."""
        return (self.found.relation, self.found.key) == (other.found.relation, other.found.key)


class _Comparison:
    """One story of today against what was told before."""

    def __init__(self, story: StoryNow, told: Sequence[Told], articles: Mapping[str, Article]) -> None:
        self._story, self._told, self._articles = story, told, articles
        self._sentences = [s for own in story.sentences.values() for s in own if s.aside is None and s.role == "prose"]
        held = [passage(s.text).stems for s in self._sentences] + [passage(t.statement.text).stems for t in told]
        spread = Counter(stem for stems in held for stem in stems)
        count = len(held) or 1
        self._weights = {stem: math.log1p(count / times) / math.log1p(count) for stem, times in spread.items()}
        self._names = frozenset().union(
            *(names_in(passage(text)) for text in (*(s.text for s in self._sentences), *(t.statement.text for t in told)))
        )
        self._holding: dict[str, list[int]] = {}
        for place, one in enumerate(told):
            for stem in compared(passage(one.statement.text)):
                self._holding.setdefault(stem, []).append(place)
        self.covered: set[tuple[str, int]] = set()

    def changes(self) -> list[Found]:
        """One change a sentence and one a statement at most, the surest first. After it, `covered` holds (article, start) of every sentence
        that tells one of them."""
        pairs = sorted(self._pairs(), key=lambda pair: pair.rank)
        again = {pair.sentence.key for pair in pairs if pair.found.relation == "same"}
        changed: list[Found] = []
        used: set[tuple[str, int]] = set()
        replaced: set[str] = set()
        for pair in pairs:
            if pair.found.relation == "same" or pair.sentence.key in used | again or pair.told.statement.id in replaced:
                continue
            draft = _draft(pair.sentence, self._story)
            if needs_context(draft.text):
                continue
            alike = [p.sentence for p in pairs if p.told is pair.told and p.agrees(pair) and p.sentence.key not in again]
            older = [p.told for p in pairs if p.sentence is pair.sentence and p.agrees(pair) and p.told.statement.id not in replaced]
            used |= {sentence.key for sentence in alike}
            replaced |= {told.statement.id for told in older}
            self.covered |= {(sentence.article, sentence.start) for sentence in alike}
            changed.append(self._found(pair, draft, alike, older))
        return changed

    def _found(self, pair: _Pair, draft: Draft, alike: Sequence[Sentence], older: Sequence[Told]) -> Found:
        others = {s.article: s for s in alike if s.article != pair.sentence.article}
        sentences = (pair.sentence, *list(others.values())[:_CONFIRMING])
        replaces = {told.statement.id: told for told in (pair.told, *older)}
        return Found(
            kind=_KINDS[pair.found.relation],
            story=self._story.id,
            replaces=tuple(replaces.values()),
            what=pair.found.what,
            strength=pair.found.strength,
            draft=draft.model_copy(update={"sentences": sentences}),
        )

    def _pairs(self) -> Iterator[_Pair]:
        for sentence in self._sentences:
            if len(sentence.text.split()) <= _LONGEST:
                for place in self._near(sentence):
                    told = self._told[place]
                    if (found := self._relation(told, sentence)) is not None:
                        published = self._articles[sentence.article].published
                        yield _Pair(found, place, told, sentence, published.toordinal() if published else 0)

    def _near(self, sentence: Sentence) -> list[int]:
        """The statements that share two stems with a sentence: nothing else can be about the same."""
        shared = Counter(place for stem in compared(passage(sentence.text)) for place in self._holding.get(stem, ()))
        return sorted(place for place, stems in shared.items() if stems >= LEAST_SHARED)

    def _relation(self, told: Told, sentence: Sentence) -> Succession | None:
        article = self._articles[sentence.article]
        own = article.publisher is not None and article.publisher in told.publishers
        foreign = bool(told.story) and told.story != self._story.id
        published = (told.published, article.published)
        late = published[0] is not None and published[1] is not None and published[1] < published[0]
        found = succession(
            told.statement.text, sentence.text, self._weigh, same_publisher=own, foreign=foreign, known_names=self._names,
            own_story=bool(told.story) and not foreign, later=published[0] is None or published[1] != published[0],
        )  # fmt: skip
        return None if found is not None and found.relation in ("updated", "resolved") and late else found

    def _weigh(self, stem: str) -> float:
        return self._weights.get(stem, 1.0)


def _new(story: StoryNow, told: Sequence[Told], *, known_story: bool, used: set[tuple[str, int]]) -> list[Found]:
    """The points of a story that say something the reader was not told; of a story that is new as a whole the first one."""
    fresh = [
        Found(kind="new", story=story.id, point=point)
        for point in (story.points if known_story else story.points[:1])
        if (point.lead.article, point.lead.start) not in used and not already(point.text, told)
    ]
    return fresh[:_NEW_A_STORY]


def already(text: str, told: Sequence[Told]) -> bool:
    """Whether the reader was told what a sentence says."""
    found = (succession(one.statement.text, text) for one in told)
    return any(one is not None and one.relation == "same" for one in found)
