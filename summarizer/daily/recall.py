"""What an edition starts from: today's articles against those of earlier editions, and what the reader was told."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from summarizer.article import Article, Aside
from summarizer.edges.memory import Memory
from summarizer.edges.remembered import Outcome, StoryRow, ToldRow, Version
from summarizer.stages.news.changes import Past, Told
from summarizer.stages.sorting.dedupe import copies
from summarizer.stages.text.segment import segment

COPY_DAYS = 7
"""A reprint of an article this old is no news."""
STORY_DAYS = 14
"""A story that was not told for so long is over: what comes then is a new one."""
TOLD_DAYS = 30
REPRESENTATIVES = 3
"""So many of a story's newest articles say what it is about."""


class Left(NamedTuple):
    """An article version that the brief does not read, and why."""

    version: Version
    outcome: Outcome
    reason: str
    original: str | None = None


class Today(NamedTuple):
    """`articles` are read; `left` are not. `revised` maps an earlier version's id to its newer one; `mostly_old` are newer versions that
    add little: they have no story of their own."""

    articles: tuple[Article, ...]
    left: tuple[Left, ...]
    revised: dict[str, str]
    mostly_old: frozenset[str]


class Running(NamedTuple):
    """A story of the last days with articles that stand for it."""

    row: StoryRow
    articles: tuple[Article, ...]


_FEW_SENTENCES = 4


def today(memory: Memory, profile: str, pending: Sequence[Version], now: datetime) -> Today:
    """Sorts the waiting versions: newer versions of known articles, reprints of articles of earlier editions, and news."""
    placed = memory.placements(profile)
    articles: list[Article] = []
    left: list[Left] = []
    revised: dict[str, str] = {}
    mostly_old: set[str] = set()
    fresh: list[Version] = []
    for version in pending:
        before = _before(memory, version)
        if before is None:
            fresh.append(version)
            continue
        revised[before.article.id] = version.article.id
        same_text = placed[before.article.id].original if before.article.id in placed else None
        if same_text is not None:
            revised.setdefault(same_text, version.article.id)
        marked = marked_as_known(version.article, before.article)
        usable = [s for s in segment(marked) if s.aside is None and s.role == "prose"]
        if not usable:
            left.append(
                Left(version, "same", f"a newer version of an article of {before.first_seen:%Y-%m-%d}; no sentence was changed or added")
            )
            continue
        if len(usable) < _FEW_SENTENCES:
            mostly_old.add(marked.id)
        articles.append(marked)
    read = frozenset(ident for ident, one in placed.items() if one.outcome in ("told", "read"))
    earlier = _earlier(memory, profile, now, read)
    copy_of = copies([*(v.article for v in earlier.values()), *(v.article for v in fresh)])
    for version in fresh:
        original = copy_of.get(version.article.id)
        if original in earlier:
            seen = earlier[original].first_seen
            reason = f"copy of {_named(earlier[original].article)}, in the edition of {seen:%Y-%m-%d}"
            left.append(Left(version, "copy", reason, original))
        else:
            articles.append(version.article)
    order = {version.article.id: place for place, version in enumerate(pending)}
    return Today(tuple(sorted(articles, key=lambda a: order[a.id])), tuple(left), revised, frozenset(mostly_old))


def _before(memory: Memory, version: Version) -> Version | None:
    """The version before this one that came the same way: the feed's own text against the page's says nothing about an edit."""
    if version.number == 1:
        return None
    earlier = [v for v in memory.versions(version.identity) if v.number < version.number and v.came == version.came]
    return earlier[-1] if earlier else None


def marked_as_known(newer: Article, older: Article) -> Article:
    """The newer version with every sentence that the older one has too set aside as repeated."""
    known = {sentence.text for sentence in segment(older)}
    asides = [Aside(start=s.start, end=s.end, reason="repeated") for s in segment(newer) if s.text in known and s.aside is None]
    return newer.model_copy(update={"asides": tuple(sorted((*newer.asides, *asides), key=lambda aside: aside.start))})


def _earlier(memory: Memory, profile: str, now: datetime, read: frozenset[str]) -> dict[str, Version]:
    """The articles of the last days that editions read, by id."""
    since = datetime.fromtimestamp(max(0.0, now.timestamp() - timedelta(days=COPY_DAYS).total_seconds()), now.tzinfo)
    return {v.article.id: v for v in memory.seen_since(profile, since) if v.article.id in read}


def _named(article: Article) -> str:
    return f"“{article.title or ' '.join(article.text.split()[:8])}”"


def running(memory: Memory, profile: str, day: date, again: frozenset[str] = frozenset()) -> tuple[Running, ...]:
    """The stories of the last days, the one told last first. `again` are articles that are read once more and so stand for none."""
    found = []
    for row in memory.stories(profile, date.fromordinal(max(1, day.toordinal() - STORY_DAYS))):
        versions = [memory.version(ident) for ident in row.articles if ident not in again]
        found.append(Running(row, tuple(version.article for version in versions if version is not None)[-REPRESENTATIVES:]))
    return tuple(found)


def read_again(memory: Memory, profile: str, since: datetime) -> tuple[Article, ...]:
    """The articles that editions from `since` on read."""
    read = {ident for ident, placed in memory.placements(profile).items() if placed.outcome in ("told", "read")}
    return tuple(version.article for version in memory.seen_since(profile, since) if version.article.id in read)


def past(memory: Memory, profile: str, brief: str, day: date, revised: dict[str, str], before: date | None = None) -> Past:
    """What the reader was told in the month before `day` and nothing has replaced; `brief` is the id of the edition before. With `before`
    the reader has read no edition from that day on."""
    rows = memory.told(profile, date.fromordinal(max(1, (before or day).toordinal() - TOLD_DAYS)), before)
    sources = {ident: memory.version(ident) for ident in sorted({c.source for row in rows for c in row.statement.citations})}
    return Past(brief=brief, told=tuple(_told(row, sources) for row in rows), revised=revised)


def _told(row: ToldRow, sources: "dict[str, Version | None]") -> Told:
    cited: Iterable[Article] = [v.article for c in row.statement.citations if (v := sources.get(c.source)) is not None]
    days = [article.published for article in cited if article.published]
    return Told(
        brief=row.edition, statement=row.statement, story=row.story, published=max(days, default=None),
        publishers=tuple(dict.fromkeys(article.publisher for article in cited if article.publisher)),
    )  # fmt: skip
