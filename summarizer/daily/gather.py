"""What the sources of a profile have that is new: feeds, their articles' pages, single pages, folders. Nothing is stored here."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple, Protocol

from summarizer.article import Article, Reading
from summarizer.daily.addresses import canonical, digest, identity
from summarizer.daily.health import Health
from summarizer.daily.intake import Candidate, Known, Text, assembled
from summarizer.daily.profile import FeedSource, Profile
from summarizer.daily.web import Answer, Web
from summarizer.edges.feeds import Feed, FeedItem
from summarizer.edges.reading.found import Found
from summarizer.edges.reading.parsing import Kind, Parsed, Task
from summarizer.edges.remembered import Begun, EditionKey, Intake, Item, Validators
from summarizer.events import Progress
from summarizer.limits import Limits
from summarizer.protocols import Listener, Reader

_FUTURE = timedelta(hours=36)
_EARLIEST = 1990
_LEAST_TEXT = 40  # code points: a shorter feed text is no article


class Parser(Protocol):
    """Parses hostile bytes apart from this process; `edges.reading.workers.Workers` is one."""

    def parse(self, task: Task, data: bytes) -> Parsed: ...


class Gathered(NamedTuple):
    intake: Intake
    health: tuple[Health, ...]


class Listing(NamedTuple):
    """What one feed listed."""

    source: FeedSource
    health: Health
    title: str | None = None
    items: tuple[FeedItem, ...] = ()
    answer: Answer | None = None


class Gatherer:
    """Gathers for one edition. `now` is the run's time; `web`, `parser` and `reader` do the work that touches the world."""

    def __init__(
        self, profile: Profile, known: Known, now: datetime, *, web: Web, parser: Parser, reader: Reader, listen: Listener, limits: Limits
    ) -> None:
        self._profile, self._known, self._now = profile, known, now
        self._web, self._parser, self._reader, self._listen, self._limits = web, parser, reader, listen, limits
        self._gate = asyncio.Semaphore(profile.fetch.concurrency)
        self._validators: dict[str, Validators] = {}
        self._failed: list[tuple[str, str]] = []
        self._done = 0

    async def gather(self, key: EditionKey) -> Gathered:
        """Everything new, and the health of every source; a bad source costs itself only."""
        sources = await self._sources()
        listings = await asyncio.gather(*(self._list(source) for source in sources))
        for listing in listings:
            if listing.health.status == "failed":
                self._failed.append((listing.health.place, listing.health.reason))
        reference = self._reference(listings)
        candidates = self._candidates(listings, reference)
        texts = await self._texts(candidates)
        reading = await asyncio.to_thread(self._reader.read, list(self._profile.folders)) if self._profile.folders else Reading()
        reading = _named_from_folders(reading, self._profile.folders)
        self._failed += [(failed.location, failed.reason) for failed in reading.failed]
        gathered = assembled(candidates, texts, reading, self._known, key.day, self._now, max_age_days=self._profile.max_age_days)
        begun = Begun(begun=self._now, failed=tuple(self._failed), notices=(*gathered.notices, *reading.notices), gone=gathered.gone)
        intake = Intake(
            key=key, begun=begun, items=gathered.items, versions=gathered.versions, listed=gathered.listed, validators=self._validators
        )
        return Gathered(intake, self._healths(listings, candidates, texts, reading))

    async def _sources(self) -> list[FeedSource]:
        """The feeds of the profile and of its OPML lists, each once."""
        sources = list(self._profile.feeds)
        for place in self._profile.opml:
            parsed = await self._opml(place)
            if parsed.unreadable is not None:
                self._failed.append((place, parsed.unreadable))
            sources += [FeedSource(url=address) for address in parsed.addresses]
        return list({canonical(source.url): source for source in reversed(sources)}.values())[::-1]

    async def _opml(self, place: str) -> Parsed:
        if "://" in place:
            answer = await self._get(place, conditional=False)
            return await self._parse("opml", answer) if answer.outcome == "ok" else Parsed(unreadable=answer.reason)
        try:
            body = await asyncio.to_thread(Path(place).read_bytes)
        except OSError as error:
            return Parsed(unreadable=f"cannot be read: {error.strerror}")
        return await self._parse("opml", Answer(outcome="ok", address=place, body=body))

    async def _list(self, source: FeedSource) -> Listing:
        answer = await self._get(source.url)
        health = Health(place=source.url, name=source.name or "", status="failed", reason=answer.reason)
        if answer.outcome == "unchanged":
            return Listing(source, health.model_copy(update={"status": "unchanged", "reason": ""}), answer=answer)
        if answer.outcome != "ok":
            return Listing(source, health.model_copy(update={"reason": answer.reason or "it is gone"}))
        parsed = await self._parse("feed", answer)
        if parsed.feed is None:
            return Listing(source, health.model_copy(update={"reason": parsed.unreadable or "it is not a feed"}))
        feed: Feed = parsed.feed
        self._keep(source.url, answer)
        dates = [moment for item in feed.items if (moment := self._plausible(item.published)) is not None]
        found = {
            "status": "ok" if feed.items else "empty", "items": len(feed.items), "newest": max(dates, default=None), "reason": "",
            "name": source.name or feed.title or "",
        }  # fmt: skip
        return Listing(source, health.model_copy(update=found), feed.title, feed.items, answer)

    def _plausible(self, moment: datetime | None) -> "datetime | None":
        """The moment, unless it is missing, long before the web or still to come."""
        return moment if moment is not None and moment.year >= _EARLIEST and moment <= self._now + _FUTURE else None

    def _reference(self, listings: Sequence[Listing]) -> datetime:
        """The time that ages are counted from: now, or what the feeds themselves say where the clock runs far ahead of all of them."""
        newest = sorted(listing.health.newest for listing in listings if listing.health.newest is not None)
        if not newest:
            return self._now
        return min(self._now, newest[(3 * len(newest)) // 4] + timedelta(days=2))

    def _candidates(self, listings: Sequence[Listing], reference: datetime) -> list[Candidate]:
        """The items that were listed, each article once (in the feed of the greatest weight), and those that are due for another look."""
        oldest = reference - timedelta(days=self._profile.max_age_days)
        found: dict[str, Candidate] = {}
        for listing in sorted(listings, key=lambda listing: -listing.source.weight):
            for item in listing.items:
                ident = identity(item.url, item.guid, listing.source.url)
                published = self._plausible(item.published)
                candidate = Candidate(
                    identity=ident, feed=listing.source.url, publisher=listing.source.name or listing.title, item=item, published=published,
                    odd_date=item.published if published is None else None, full_text=listing.source.full_text,
                    fingerprint=digest(item.title, item.summary), old=published is not None and published < oldest,
                )  # fmt: skip
                found.setdefault(ident, candidate)
        for page in self._profile.pages:
            item = FeedItem(guid=page, url=page)
            found.setdefault(canonical(page), Candidate(identity=canonical(page), feed="page", item=item, fingerprint="page"))
        looked = [candidate.model_copy(update={"look": self._look(candidate)}) for candidate in found.values()]
        return [*looked, *self._due(found)]

    def _look(self, candidate: Candidate) -> bool:
        """Whether the article itself is to be looked at: a new one that is not old, one whose entry changed, a watched page."""
        known = self._known.items.get(candidate.identity)
        if known is None or known.article is None:
            return not candidate.old
        return candidate.feed == "page" or known.fingerprint != candidate.fingerprint or self._recent(known)

    def _recent(self, item: Item) -> bool:
        return abs(self._now - item.first_seen) <= timedelta(days=self._profile.fetch.recheck_days)

    def _due(self, listed: "dict[str, Candidate]") -> list[Candidate]:
        """Recent articles that no feed lists today: an upstream correction may come late."""
        names = {source.url: source for source in self._profile.feeds}
        return [
            Candidate(
                identity=item.identity, feed=item.feed, item=FeedItem(guid=item.identity, url=item.url, title=item.title), look=True,
                fingerprint=item.fingerprint, full_text=item.feed not in names or names[item.feed].full_text, again=True,
            )
            for item in self._known.items.values()
            if item.identity not in listed and item.url is not None and item.came == "page" and self._recent(item) and not item.gone
        ]  # fmt: skip

    async def _texts(self, candidates: Sequence[Candidate]) -> dict[str, Text]:
        looked = [candidate for candidate in candidates if candidate.look]
        self._done = 0
        texts = await asyncio.gather(*(self._text(candidate, len(looked)) for candidate in looked))
        return {candidate.identity: text for candidate, text in zip(looked, texts, strict=True)}

    async def _text(self, candidate: Candidate, total: int) -> Text:
        text = await self._one_text(candidate)
        self._done += 1
        self._listen(Progress(stage="fetching", done=self._done, total=total))
        return text

    async def _one_text(self, candidate: Candidate) -> Text:
        """The linked page's text; the feed's own text where there is no page or it cannot be read."""
        url, summary = candidate.item.url, candidate.item.summary
        own = _from_feed(candidate) if len(summary) >= _LEAST_TEXT else None
        known = self._known.items.get(candidate.identity)
        if url is None or not candidate.full_text or (known is not None and known.came == "feed"):
            return Text(found=own, came="feed", reason="" if own else "the feed gives no text for it", unchanged=candidate.again)
        answer = await self._get(url, conditional=known is not None and known.article is not None)
        if answer.outcome == "unchanged":
            return Text(unchanged=True)
        if answer.outcome == "gone" and known is not None and known.came == "page":
            return Text(gone=True)
        reason = answer.reason
        if answer.outcome == "ok":
            parsed = await self._parse("page", answer)
            if parsed.found:
                self._keep(url, answer)
                return Text(found=_from_page(parsed.found[0], candidate), came="page")
            reason = parsed.unreadable or "it is a feed, not a page"
        if known is not None and known.article is not None and candidate.again:
            return Text(unchanged=True)
        return Text(found=own, came="feed", reason=reason, instead=own is not None)

    async def _get(self, url: str, *, conditional: bool = True) -> Answer:
        async with self._gate:
            return await self._web.get(url, self._known.validators.get(url) if conditional else None)

    async def _parse(self, kind: Kind, answer: Answer) -> Parsed:
        task = Task(
            kind=kind, name=answer.address, size=len(answer.body), address=answer.address, declared=answer.charset, limits=self._limits
        )
        return await asyncio.to_thread(self._parser.parse, task, answer.body)

    def _keep(self, url: str, answer: Answer) -> None:
        if answer.validators.etag or answer.validators.modified:
            self._validators[url] = answer.validators

    def _healths(
        self, listings: Sequence[Listing], candidates: Sequence[Candidate], texts: "dict[str, Text]", reading: Reading
    ) -> tuple[Health, ...]:
        rows = []
        for listing in listings:
            mine = [c for c in candidates if c.feed == listing.source.url and not c.again]
            read = [text for c in mine if (text := texts.get(c.identity)) is not None and text.found is not None]
            counts = {
                "new": sum(c.identity not in self._known.items for c in mine), "full": sum(text.came == "page" for text in read),
                "summaries": sum(text.came == "feed" for text in read),
                "reason": listing.health.reason or next((text.reason for text in read if text.instead), ""),
            }  # fmt: skip
            rows.append(listing.health.model_copy(update=counts))
        folders = [
            Health(place=folder, status="ok" if reading.articles else "empty", items=len(reading.articles))
            for folder in self._profile.folders
        ]
        return (*rows, *folders)


def _from_feed(candidate: Candidate) -> Found:
    item = candidate.item
    published = candidate.published
    return Found(
        identity=candidate.identity, text=item.summary, title=item.title, publisher=candidate.publisher, url=item.url,
        published=published.date() if published else None, dated_by="feed entry" if published else None,
    )  # fmt: skip


def _from_page(found: Found, candidate: Candidate) -> Found:
    """The page's text under what the feed knows of it: its address is the one fetched, its date the feed's where that is plausible."""
    published = candidate.published
    dated = {"published": published.date(), "dated_by": "feed entry"} if published else {}
    names = {"identity": candidate.identity, "url": candidate.item.url, "title": found.title or candidate.item.title}
    return found.model_copy(update={**names, "publisher": candidate.publisher or found.publisher, **dated})


def _named_from_folders(reading: Reading, folders: Sequence[str]) -> Reading:
    """Paths that start at the profile's folders: an edition is sent to others, whom the rest of this machine does not concern."""
    names = {folder: Path(folder).name for folder in folders}
    if len(set(names.values())) < len(names):
        return reading

    def named(article: Article) -> Article:
        inside = next((folder for folder in folders if (article.path or "").startswith(f"{folder}/")), None)
        return article.model_copy(update={"path": f"{names[inside]}{article.path[len(inside) :]}"}) if inside and article.path else article

    return reading.model_copy(update={"articles": tuple(named(article) for article in reading.articles)})
