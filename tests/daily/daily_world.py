"""A small world for the tests of daily editions: a site that serves feeds and pages from memory, and a desk to make editions at."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

from summarizer.article import Failed, Reading
from summarizer.brief import Brief
from summarizer.daily.desk import Desk
from summarizer.daily.edition import Made, edition_key
from summarizer.daily.profile import Profile
from summarizer.daily.web import Answer
from summarizer.edges.feeds import parse_feed, parse_opml
from summarizer.edges.reading.decoding import Unreadable
from summarizer.edges.reading.found import Found
from summarizer.edges.reading.parsing import Parsed, Task
from summarizer.edges.remembered import Validators
from summarizer.pipeline import Engine
from summarizer.protocols import Listener
from summarizer.stages.text.own_words import SentenceExtractor
from summarizer.testing import CountingTokens, FixedClock, Heard

FIRST = datetime(2031, 3, 3, 7, 0, tzinfo=UTC)


class Pages:
    """A web of a few feeds and pages. `pages` maps an address to its paragraphs; `feeds` an address to (link, title, day, summary)
    rows; `failing` addresses to reasons. `asked` counts requests."""

    def __init__(self) -> None:
        self.pages: dict[str, list[str]] = {}
        self.feeds: dict[str, list[tuple[str, str, datetime | None, str]]] = {}
        self.failing: dict[str, str] = {}
        self.asked: list[str] = []

    def publish(self, feed: str, name: str, when: datetime | None, *paragraphs: str) -> str:
        """A new article of a feed, or a new text of an old one; returns its address."""
        url = f"{feed.rsplit('/', 1)[0]}/{name}"
        title = " ".join(paragraphs[0].split()[:8]).rstrip(".,")
        rows = [row for row in self.feeds.get(feed, []) if row[0] != url]
        self.feeds[feed] = [(url, title, when, paragraphs[0]), *rows]
        self.pages[url] = list(paragraphs)
        return url

    async def get(self, url: str, known: Validators | None = None) -> Answer:
        self.asked.append(url)
        if url in self.failing:
            gone = self.failing[url] == "gone"
            return Answer(
                outcome="gone" if gone else "failed", address=url, reason="the server answered 404" if gone else self.failing[url]
            )
        body = self._body(url)
        if body is None:
            return Answer(outcome="gone", address=url, reason="the server answered 404")
        tag = hashlib.sha256(body).hexdigest()[:12]
        if known is not None and known.etag == tag:
            return Answer(outcome="unchanged", address=url)
        return Answer(outcome="ok", address=url, body=body, validators=Validators(etag=tag))

    def _body(self, url: str) -> bytes | None:
        if url in self.feeds:
            return _rss(url, self.feeds[url])
        return "\n\n".join(self.pages[url]).encode() if url in self.pages else None


class PlainParser:
    """Parses feeds as the program does, and pages as plain paragraphs, in this process."""

    def parse(self, task: Task, data: bytes) -> Parsed:
        try:
            if task.kind == "feed":
                return Parsed(feed=parse_feed(data, task.address or task.name))
            if task.kind == "opml":
                return Parsed(addresses=tuple(parse_opml(data)))
        except Unreadable as reason:
            return Parsed(unreadable=str(reason))
        return Parsed(found=(Found(identity=task.name, text=data.decode(), url=task.address),))


class NoFolders:
    """A Reader that finds what it was given, under any location."""

    def __init__(self, reading: Reading | None = None) -> None:
        self.reading = reading or Reading()

    def read(self, locations: list[str]) -> Reading:
        return self.reading if self.reading.articles else Reading(failed=tuple(Failed(location=at, reason="not there") for at in locations))


class Newsroom:
    """Makes editions of `pages` with a memory in `folder`. `clock` may be moved."""

    def __init__(self, folder: Path, pages: Pages, /, *, heard: Listener | None = None, **settings: object) -> None:
        self.folder, self.pages = folder, pages
        self.clock, self.heard = FixedClock(FIRST), Heard()
        self.listen = heard or self.heard
        state = str(folder / "briefing.sqlite")
        given: dict[str, object] = {"timezone": "UTC", "state": state, "feeds": list(pages.feeds), "minutes": 4, **settings}
        given.setdefault("delivery", {"folder": str(folder / "editions")})
        self.profile = Profile.model_validate(given)
        self.desk = self._open()

    @property
    def memory(self):  # type: ignore[no-untyped-def]
        return self.desk.memory

    async def edition(self, name: str = "", **options: object) -> Made:
        return await self.desk.edition(edition_key(self.profile, self.clock(), name), extractive, **options)  # type: ignore[arg-type]

    async def brief(self, name: str = "", **options: object) -> Brief:
        return Brief.model_validate_json((await self.edition(name, **options)).edition.brief)

    def next_day(self, days: int = 1) -> None:
        self.clock.now += timedelta(days=days)

    def reopen(self) -> None:
        """As a new process would."""
        self.desk.close()
        self.desk = self._open()

    def _open(self) -> Desk:
        return Desk(
            self.profile,
            clock=self.clock,
            listen=self.listen,
            environment={"HOOK": "s3cret"},
            web=self.pages,
            parser=PlainParser(),
            sleep=no_sleep,
        )


async def no_sleep(seconds: float) -> None:
    return None


@asynccontextmanager
async def extractive() -> AsyncIterator[Engine]:
    yield Engine(name="extractive", extractor=SentenceExtractor(), writer=None, counter=CountingTokens())


def _rss(url: str, rows: list[tuple[str, str, datetime | None, str]]) -> bytes:
    items = "".join(
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><guid>{escape(link)}</guid>"
        f"{f'<pubDate>{format_datetime(when)}</pubDate>' if when else ''}<description>{escape(summary)}</description></item>"
        for link, title, when, summary in rows
    )
    name = url.split("/")[2].split(".")[0].title()
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>{name}</title><link>{url}</link>{items}</channel></rss>".encode()
