"""Runs the editions of a world, day by day, with the extractive engine and a clock that says what day it is."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from evals.daily.site import Site
from summarizer.brief import Brief
from summarizer.daily.courier import Courier
from summarizer.daily.edition import Made, edition_key, make_edition
from summarizer.daily.gather import Gathered, Gatherer
from summarizer.daily.intake import Known
from summarizer.daily.profile import Profile
from summarizer.daily.web import Web
from summarizer.edges.memory import Memory
from summarizer.edges.reading import LocationReader
from summarizer.edges.reading.workers import Workers
from summarizer.edges.remembered import EditionKey
from summarizer.edges.state import Database
from summarizer.limits import Limits
from summarizer.pipeline import Engine
from summarizer.stages.own_words import SentenceExtractor
from summarizer.testing import CountingTokens, FixedClock, Heard


class Month:
    """The editions of a site's world, made with one memory in `folder`."""

    def __init__(self, site: Site, folder: Path, *, minutes: float = 10.0, stories: int = 14, web: Web | None = None) -> None:
        self.site, self.folder = site, folder
        folder.mkdir(parents=True, exist_ok=True)
        self.profile = Profile.model_validate(
            {
                "title": "Morning brief", "timezone": "UTC", "minutes": minutes, "stories": stories,
                "feeds": [{"url": url} for url in site.feed_urls()],
                "fetch": {"seconds_between": 0, "allow_hosts": ["127.0.0.1"]},
                "delivery": {"folder": str(folder / "editions")},
            }
        )  # fmt: skip
        self.database = Database(folder / "briefing.sqlite")
        self.memory = Memory(self.database)
        self.clock, self.heard = FixedClock(), Heard()
        self._workers = Workers()
        self._web = web

    async def all(self) -> list[Made]:
        """One edition a day, in the evening."""
        return [await self.day(day) for day in range(self.site.world.days)]

    async def day(self, day: int) -> Made:
        """The edition of a day of the world."""
        self.site.day = day
        self.clock.now = datetime.combine(self.site.world.start + timedelta(days=day), time(21, 0), UTC)
        return await make_edition(
            self.memory, self.profile, edition_key(self.profile, self.clock()), gather=self.gather, engine=extractive,
            courier=Courier(self.memory, self.profile, self.heard, {}), clock=self.clock, listen=self.heard,
        )  # fmt: skip

    async def gather(self, key: EditionKey) -> Gathered:
        items = self.memory.items(self.profile.name)
        numbers = {ident: len(self.memory.versions(ident)) for ident in items}
        known = Known(items, self.memory.listed(self.profile.name), self.memory.validators(), numbers)
        async with web_of(self.profile, self._web) as web:
            gatherer = Gatherer(
                self.profile, known, self.clock(), web=web, parser=self._workers, reader=LocationReader(), listen=self.heard, limits=Limits()
            )
            return await gatherer.gather(key)

    async def again(self, made: Made) -> dict[str, object]:
        """What running the last day once more does."""
        before = self.requests()
        second = await self.day(self.site.world.days - 1)
        return {
            "rerun_same_bytes": second.edition.brief == made.edition.brief, "rerun_fresh": second.fresh,
            "rerun_model_calls": Brief.model_validate_json(second.edition.brief).run.calls, "rerun_requests": self.requests() - before,
        }  # fmt: skip

    def requests(self) -> int:
        return sum(self.site.hits.values())

    def close(self) -> None:
        self._workers.__exit__(None, None, None)
        self.database.close()


@asynccontextmanager
async def extractive() -> AsyncIterator[Engine]:
    """The engine without a model, counting tokens in a way that needs no vocabulary."""
    yield Engine(name="extractive", extractor=SentenceExtractor(), writer=None, counter=CountingTokens(), concurrency=os.cpu_count() or 1)


@asynccontextmanager
async def web_of(profile: Profile, given: Web | None) -> AsyncIterator[Web]:
    """The real fetcher, unless a stand-in is given."""
    if given is not None:
        yield given
        return
    from summarizer.edges.daily_web import daily_web

    async with daily_web(profile.fetch.contact, profile.fetch.seconds_between, profile.fetch.allow_hosts, Limits()) as web:
        yield web
