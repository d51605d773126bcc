"""Which stories an edition tells, in which order, at which length, and under which ids they run on."""

from collections.abc import Mapping, Sequence

from summarizer.article import Article
from summarizer.daily.profile import Profile
from summarizer.daily.recall import Running
from summarizer.stages.news.importance import Importance, importance
from summarizer.stages.news.since import LINE
from summarizer.stages.news.threads import linked
from summarizer.stages.sorting.cluster import assign
from summarizer.stages.sorting.corpus import Corpus
from summarizer.stages.writing.assemble import story_id
from summarizer.stages.writing.slots import Slot

IN_BRIEF = "in brief"
LINE_WORDS = 24
"""What a line "in brief" takes, about."""
_LINES_SHARE = 0.3
_CHANGES_SHARE = 0.2
_LEAST_WORDS = 60


class Arrangement:
    """Arranges the stories of one edition. After it was asked, `runs_on` maps the id of a told story to the running one it continues, and
    `articles` to the ids of its articles of today.

    `aside` are articles that have no story of their own (newer versions that add little); `feed_of` gives each article's feed.
    """

    def __init__(
        self, profile: Profile, running: Sequence[Running], *, aside: frozenset[str] = frozenset(), feed_of: Mapping[str, str] | None = None
    ) -> None:
        self._profile, self._running, self._aside, self._feed_of = profile, running, aside, feed_of or {}
        self._weights = {feed.url: feed.weight for feed in profile.feeds}
        self.runs_on: dict[str, Running] = {}
        self.articles: dict[str, tuple[str, ...]] = {}

    def __call__(self, corpus: Corpus) -> list[Slot]:
        """The slots, the most important first; stories of one source that nothing lifts get a line each, as far as there is room."""
        weighed = sorted(self._stories(corpus), key=lambda found: (-found[2].score, found[0]))
        told = [found for found in weighed if self._told_at_length(found[1], found[2])]
        budget = self._profile.words * (1.0 - (_CHANGES_SHARE if self._running else 0.0))
        most = max(1, min(self._profile.stories, int(budget * (1 - _LINES_SHARE) / _LEAST_WORDS)))
        long, short = told[:most], [*told[most:], *(found for found in weighed if found not in told)]
        lines = short[: int(budget * _LINES_SHARE / LINE_WORDS)]
        words = budget - len(lines) * LINE_WORDS
        shares = [found[2].score ** 0.5 for found in long]
        slots = [self._slot(found, max(_LEAST_WORDS, int(words * share / sum(shares)))) for found, share in zip(long, shares, strict=True)]
        return [*slots, *(self._slot(found, LINE_WORDS, line=True) for found in lines)]

    def _stories(self, corpus: Corpus) -> list[tuple[str, tuple[Article, ...], Importance]]:
        """Today's stories under their ids, with how much they matter."""
        told = {article.id for story in corpus.stories for article in story}
        fresh = [a for a in corpus.articles if a.id in told and a.id not in self._aside]
        standing = [running for running in self._running if running.articles]
        known = {article.id for running in standing for article in running.articles}
        found = assign(fresh, [running.articles for running in standing])
        grown = [tuple(article for article in members if article.id not in known) for members in found[: len(standing)]]
        new = found[len(standing) :]
        goes_on = linked(new, [running.articles for running in standing])
        for at, place in goes_on.items():
            grown[place] = (*grown[place], *new[at])
        stories: list[tuple[Running | None, tuple[Article, ...]]] = [(standing[at], articles) for at, articles in enumerate(grown)]
        stories += [(self._told_of(articles), articles) for at, articles in enumerate(new) if at not in goes_on]
        return [self._story(before, articles, corpus) for before, articles in stories if articles]

    def _story(self, before: Running | None, articles: tuple[Article, ...], corpus: Corpus) -> tuple[str, tuple[Article, ...], Importance]:
        ident = before.row.id if before else story_id(articles)
        if before:
            self.runs_on[ident] = before
        return ident, articles, self._importance(articles, corpus, before)

    def _told_of(self, articles: Sequence[Article]) -> Running | None:
        """The story that these very articles were told in, when they are read again."""
        own = {article.id for article in articles}
        return next((running for running in self._running if own & set(running.row.articles)), None)

    def _importance(self, articles: tuple[Article, ...], corpus: Corpus, before: Running | None) -> Importance:
        own = {article.id for article in articles}
        copies = sum(1 for original in corpus.copy_of.values() if original in own)
        weight = max(self._weights.get(self._feed_of.get(ident, ""), 1.0) for ident in own)
        since = f"{before.row.first_seen.day} {before.row.first_seen:%B}" if before else None
        return importance(articles, copies=copies, topics=self._profile.topics, feed_weight=weight, since=since)

    def _told_at_length(self, articles: Sequence[Article], found: Importance) -> bool:
        return not found.muted and (len(articles) > 1 or found.score >= 1.5)

    def _slot(self, found: tuple[str, tuple[Article, ...], Importance], words: int, *, line: bool = False) -> Slot:
        ident, articles, weighed = found
        before = self.runs_on.get(ident)
        self.articles[ident] = tuple(article.id for article in articles)
        status = (IN_BRIEF,) if line else () if before else ("new",)
        return Slot(
            articles=articles, words=words, sections=LINE if line else self._profile.sections, story=ident,
            status=" · ".join((*status, *weighed.reasons)), first_seen=before.row.first_seen if before else None,
        )  # fmt: skip
