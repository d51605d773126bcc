"""Runs the editions of a world, day by day, with the extractive engine and a clock that says what day it is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from evals.daily.site import Site
from summarizer.brief import Brief
from summarizer.daily.desk import Desk
from summarizer.daily.edition import Made, edition_key
from summarizer.daily.profile import Profile
from summarizer.daily.web import Web
from summarizer.pipeline import Engine
from summarizer.stages.text.own_words import SentenceExtractor
from summarizer.testing import CountingTokens, FixedClock, Heard


class Month:
    """The editions of a site's world, made with one memory in `folder`; `web` None means the real one."""

    def __init__(self, site: Site, folder: Path, *, minutes: float = 10.0, stories: int = 14, web: Web | None = None) -> None:
        self.site, self.clock, self.heard = site, FixedClock(), Heard()
        self.profile = profile_of(site, folder, minutes, stories)
        self.desk = Desk(self.profile, clock=self.clock, listen=self.heard, environment={}, web=web)
        self.memory = self.desk.memory

    async def all(self) -> list[Made]:
        """One edition a day, in the evening."""
        return [await self.day(day) for day in range(self.site.world.days)]

    async def day(self, day: int) -> Made:
        """The edition of a day of the world."""
        self.site.day = day
        self.clock.now = evening(self.site, day)
        return await self.desk.edition(edition_key(self.profile, self.clock()), extractive)

    async def again(self, made: Made) -> dict[str, object]:
        """What running the last day once more does."""
        before = self.requests()
        second = await self.day(self.site.world.days - 1)
        return {
            "rerun_same_bytes": second.edition.brief == made.edition.brief,
            "rerun_fresh": second.fresh,
            "rerun_model_calls": Brief.model_validate_json(second.edition.brief).run.calls,
            "rerun_requests": self.requests() - before,
        }

    def requests(self) -> int:
        return sum(self.site.hits.values())

    def close(self) -> None:
        self.desk.close()


def profile_of(site: Site, folder: Path, minutes: float = 10.0, stories: int = 14) -> Profile:
    folder.mkdir(parents=True, exist_ok=True)
    return Profile.model_validate(
        {
            "title": "Morning brief",
            "timezone": "UTC",
            "minutes": minutes,
            "stories": stories,
            "state": str(folder / "briefing.sqlite"),
            "feeds": [{"url": url} for url in site.feed_urls()],
            "fetch": {"seconds_between": 0, "allow_hosts": ["127.0.0.1"]},
            "delivery": {"folder": str(folder / "editions")},
        }
    )


def evening(site: Site, day: int) -> datetime:
    """21:00 UTC of a day of the world."""
    return datetime.combine(site.world.start + timedelta(days=day), time(21, 0), UTC)


@asynccontextmanager
async def extractive() -> AsyncIterator[Engine]:
    """The engine without a model, counting tokens in a way that needs no vocabulary."""
    yield Engine(name="extractive", extractor=SentenceExtractor(), writer=None, counter=CountingTokens())
