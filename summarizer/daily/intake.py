"""What was fetched becomes items and article versions, each item with a place or a reason."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from summarizer.article import Article, Reading
from summarizer.daily.addresses import digest
from summarizer.edges.feeds import FeedItem
from summarizer.edges.reading.articles import articles_of
from summarizer.edges.reading.found import Found
from summarizer.edges.remembered import Came, Item, Listed, Validators, Version
from summarizer.value import Value


class Candidate(Value):
    """An item that may be looked at. `odd_date` is a date that was not believed; `look`: fetch it; `again`: no feed lists it today."""

    identity: str
    feed: str
    publisher: str | None = None
    item: FeedItem
    published: datetime | None = None
    odd_date: datetime | None = None
    full_text: bool = True
    fingerprint: str
    old: bool = False
    look: bool = False
    again: bool = False


class Text(Value):
    """What came of looking at an article: its text and where from, or why there is none. `instead`: the feed's text for the page's."""

    found: Found | None = None
    came: Came = "page"
    reason: str = ""
    unchanged: bool = False
    gone: bool = False
    instead: bool = False


class Known(NamedTuple):
    """What memory holds of a profile: items and listed items by identity, validators by address, the number of versions of an identity."""

    items: dict[str, Item]
    listed: dict[str, Listed]
    validators: dict[str, Validators]
    versions: dict[str, int]


class Assembled(NamedTuple):
    items: tuple[Item, ...]
    versions: tuple[Version, ...]
    listed: tuple[Listed, ...]
    gone: tuple[str, ...]
    notices: tuple[str, ...]


def assembled(
    candidates: Sequence[Candidate],
    texts: Mapping[str, Text],
    reading: Reading,
    known: Known,
    day: date,
    now: datetime,
    *,
    max_age_days: int,
) -> Assembled:
    """Items and versions in the order of the candidates, files last. `day` is the edition's."""
    items, versions = known.items, known.versions
    read = [(c, texts[c.identity]) for c in candidates if c.identity in texts and texts[c.identity].found is not None]
    articles, dating = articles_of([text.found for _, text in read if text.found is not None])
    made = {candidate.identity: article for (candidate, _), article in zip(read, articles, strict=True)}
    fresh = [
        _version(candidate.identity, article, text.came, candidate.feed, versions, now)
        for (candidate, text), article in zip(read, articles, strict=True)
        if _is_new(article, items.get(candidate.identity))
    ]
    files = [(article.url or article.path or article.id, article) for article in reading.articles]
    fresh += [_version(place, a, "file", None, versions, now) for place, a in files if _is_new(a, items.get(place))]
    rows = [_item(c, made.get(c.identity), items.get(c.identity), texts.get(c.identity), now) for c in candidates if not c.old]
    rows += [_file_item(place, article, items.get(place), now) for place, article in files]
    return Assembled(
        items=tuple(rows),
        versions=tuple({version.article.id: version for version in fresh}.values()),
        listed=tuple(_listed(candidates, texts, known, day, max_age_days)),
        gone=tuple(ident for ident, text in texts.items() if text.gone and ident in items and not items[ident].gone),
        notices=(*_told_from_feeds(read), *_odd_dates(candidates, items), *dating),
    )


def _is_new(article: Article, item: Item | None) -> bool:
    return item is None or item.article != article.id


def _version(ident: str, article: Article, came: Came, feed: str | None, versions: Mapping[str, int], now: datetime) -> Version:
    return Version(article=article, identity=ident, number=versions.get(ident, 0) + 1, came=came, feed=feed, first_seen=now)


def _item(candidate: Candidate, article: Article | None, known: Item | None, text: Text | None, now: datetime) -> Item:
    newest = article.id if article is not None else known.article if known is not None else None
    title = candidate.item.title or (known.title if known is not None else None)
    return Item(
        identity=candidate.identity,
        feed=candidate.feed,
        url=candidate.item.url,
        title=title,
        fingerprint=candidate.fingerprint,
        first_seen=known.first_seen if known is not None else now,
        looked_at=now if text is not None or known is None else known.looked_at,
        article=newest,
        came=text.came if article is not None and text is not None else known.came if known is not None else None,
        gone=text.gone if text is not None else known is not None and known.gone,
    )


def _file_item(place: str, article: Article, known: Item | None, now: datetime) -> Item:
    return Item(
        identity=place, feed="file", came="file", title=article.title, fingerprint=digest(article.sha256), looked_at=now,
        article=article.id,
        first_seen=known.first_seen if known is not None else now,
    )  # fmt: skip


def _listed(candidates: Sequence[Candidate], texts: Mapping[str, Text], known: Known, day: date, max_age_days: int) -> list[Listed]:
    """Items that no edition tells, each with its reason; an old one is listed once."""
    rows = []
    for candidate in candidates:
        item, before = known.items.get(candidate.identity), known.listed.get(candidate.identity)
        if item is not None and item.article is not None:
            continue
        text = texts.get(candidate.identity)
        if candidate.old and candidate.published is not None:
            if before is None or before.outcome != "old":
                reason = f"of {candidate.published.date()}: older than {max_age_days} days when first seen"
                rows.append(Listed(identity=candidate.identity, day=day, outcome="old", reason=reason))
        elif text is not None and text.found is None and not text.unchanged:
            reason = text.reason or "no text could be had"
            rows.append(Listed(identity=candidate.identity, day=day, outcome="failed", reason=reason))
    return rows


def _told_from_feeds(read: "Sequence[tuple[Candidate, Text]]") -> list[str]:
    """One line a feed: that its own text stands in for pages that could not be read."""
    counts = Counter((c.publisher or c.feed, text.reason) for c, text in read if text.instead)
    why = "told from the feed's own text, the page could not be read"
    return [f"{name}: {count} {why} ({reason})" for (name, reason), count in counts.items()]


def _odd_dates(candidates: Sequence[Candidate], known: Mapping[str, Item]) -> list[str]:
    counts = Counter(c.publisher or c.feed for c in candidates if c.odd_date is not None and c.identity not in known)
    return [f"{name}: {count} with a date that cannot be right; it was left out" for name, count in counts.items()]
