"""Web addresses to articles: pages, PDFs, texts, and feeds with the pages they link to."""

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple

from summarizer.article import Failed
from summarizer.edges.addresses import Refused
from summarizer.edges.feeds import Feed, FeedItem, looks_like_feed
from summarizer.edges.fetch import Fetched, Fetcher, FetchFailed
from summarizer.edges.reading.files import shown
from summarizer.edges.reading.found import Found
from summarizer.edges.reading.parsing import Kind, Parsed, Task
from summarizer.edges.reading.plain import plain_article, row_articles
from summarizer.edges.reading.workers import Workers
from summarizer.limits import Limits

_ITEMS = 100  # of a feed, as it orders them
_AT_ONCE = 16
_KINDS: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/pdf": "pdf",
    "text/markdown": "markdown",
    "text/x-opml": "opml",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/feed+json": "feed",
}
_PLAIN = frozenset({"text/plain"})
_ROWS = frozenset({"application/jsonl", "application/x-ndjson", "application/x-jsonlines"})
_EITHER = frozenset({"", "application/xml", "text/xml", "application/json", "application/octet-stream", "application/rdf+xml"})


class WebParsed(NamedTuple):
    """What an address came to: articles, failed parts with their addresses, and things to be known."""

    found: tuple[Found, ...] = ()
    failed: tuple[Failed, ...] = ()
    notices: tuple[str, ...] = ()


class Web:
    """Reads addresses through one fetcher. `begin` makes it: inside the event loop that uses it."""

    def __init__(self, begin: Callable[[], Fetcher], workers: Workers, limits: Limits) -> None:
        self._begin, self._workers, self._limits = begin, workers, limits

    async def read(self, addresses: Sequence[str]) -> list[WebParsed]:
        """One outcome an address, in order; a bad address costs itself."""
        async with self._begin() as fetcher:
            gate = asyncio.Semaphore(_AT_ONCE)
            return list(await asyncio.gather(*(self._address(address, fetcher, gate) for address in addresses)))

    async def _address(self, address: str, fetcher: Fetcher, gate: asyncio.Semaphore, listed: bool = False) -> WebParsed:
        """`listed`: it comes from a list of feeds, which may not name another list."""
        fetched = await _got(address, fetcher, gate)
        if isinstance(fetched, str):
            return _failed(address, fetched)
        parsed = await self._parsed(fetched)
        if parsed.feed is not None:
            return await self._feed(parsed.feed, address, fetcher, gate)
        if parsed.addresses and not listed:
            return _together(await asyncio.gather(*(self._address(each, fetcher, gate, True) for each in parsed.addresses)))
        if parsed.unreadable is not None or not parsed.found:
            return _failed(address, parsed.unreadable or "no article was found in it")
        parts = tuple(Failed(location=f"{shown(address)} {part.location}", reason=part.reason) for part in parsed.failed)
        return WebParsed(tuple(_placed(one, fetched.url) for one in parsed.found), parts, _notices(address, parsed.found))

    async def _parsed(self, fetched: Fetched) -> Parsed:
        kind = fetched.content_type
        if not fetched.body.strip():
            return Parsed(unreadable="it is empty")
        if kind in _PLAIN:
            return plain_article(fetched.body, fetched.url, self._limits, fetched.charset)
        if kind in _ROWS or (kind in _EITHER and fetched.url.endswith((".jsonl", ".ndjson"))):
            return row_articles(fetched.body, fetched.url, self._limits)
        parser = _KINDS.get(kind) or (_sniffed(fetched.body) if kind in _EITHER else None)
        if parser is None:
            return Parsed(unreadable=f"it is {shown(kind) or 'of an unknown kind'}, which is not read")
        task = Task(
            kind=parser, name=fetched.url, size=len(fetched.body), address=fetched.url, declared=fetched.charset, limits=self._limits
        )
        return await asyncio.to_thread(self._workers.parse, task, fetched.body)

    async def _feed(self, feed: Feed, address: str, fetcher: Fetcher, gate: asyncio.Semaphore) -> WebParsed:
        """The pages that a feed links to; where one cannot be read, the feed's own text, and it is said."""
        if not feed.items:
            return _failed(address, "the feed is empty")
        parts = await asyncio.gather(*(self._item(item, feed, address, fetcher, gate) for item in feed.items[:_ITEMS]))
        more = len(feed.items) - _ITEMS
        notice = (f"{shown(address)}: the feed lists {len(feed.items)} articles, the first {_ITEMS} were read",) if more > 0 else ()
        return _together([*parts, WebParsed(notices=notice)])

    async def _item(self, item: FeedItem, feed: Feed, address: str, fetcher: Fetcher, gate: asyncio.Semaphore) -> WebParsed:
        reason = "the feed links to no page"
        if item.url is not None:
            fetched = await _got(item.url, fetcher, gate)
            parsed = Parsed(unreadable=fetched) if isinstance(fetched, str) else await self._parsed(fetched)
            if parsed.found and not isinstance(fetched, str):
                found = tuple(_placed(_completed(one, item, feed), fetched.url) for one in parsed.found)
                return WebParsed(found, (), _notices(item.url, parsed.found))
            reason = parsed.unreadable or "its page holds no article"
        where = shown(item.url or f"{address} {item.guid}")
        if not item.summary or len(item.summary) > self._limits.characters:
            return WebParsed(failed=(Failed(location=where, reason=f"{reason}, and the feed gives no text for it"),))
        own = Found(identity=item.url or item.guid, text=item.summary, url=item.url)
        return WebParsed((_completed(own, item, feed),), (), (f"{where}: {reason}: the feed's own text was read instead",))


async def _got(address: str, fetcher: Fetcher, gate: asyncio.Semaphore) -> Fetched | str:
    """The answer, or the reason why there is none."""
    try:
        async with gate:
            return await fetcher.get(address)
    except (Refused, FetchFailed) as reason:
        return str(reason)


def _sniffed(body: bytes) -> Kind | None:
    head = body[:1000].lstrip().lower()
    if looks_like_feed(body):
        return "feed"
    if b"<opml" in head:
        return "opml"
    if head.startswith(b"%pdf-"):
        return "pdf"
    return "page" if b"<html" in head or head.startswith(b"<!doctype html") else None


def _completed(found: Found, item: FeedItem, feed: Feed) -> Found:
    """With what the feed knows of it where the page does not say."""
    own = item.published.date() if item.published else None
    return found.model_copy(
        update={
            "title": found.title or item.title,
            "publisher": found.publisher or feed.title,
            "published": found.published or own,
            "dated_by": found.dated_by if found.published else "feed entry" if own else None,
        }
    )


def _placed(found: Found, url: str) -> Found:
    """Known by its address, not by what its file is called."""
    return found if found.url else found.model_copy(update={"url": url, "identity": url})


def _notices(address: str, found: Sequence[Found]) -> tuple[str, ...]:
    return tuple(f"{shown(address)}: {notice}" for one in found for notice in one.notices)


def _failed(address: str, reason: str) -> WebParsed:
    return WebParsed(failed=(Failed(location=shown(address), reason=reason),))


def _together(parts: Sequence[WebParsed]) -> WebParsed:
    return WebParsed(
        tuple(one for part in parts for one in part.found),
        tuple(one for part in parts for one in part.failed),
        tuple(one for part in parts for one in part.notices),
    )
